//! `solve split`: sharing the cost of an event, and settling up, as a filter.

mod form;

use std::borrow::Cow;
use std::collections::HashSet;

use crate::calc::event::{self, EventReport, NotSplit, PartyShare, Unsettled};
use crate::calc::settlement::{Settlement, Transfer};
use crate::calc::split::SplitProblem;
use crate::plan::event::{Item, ItemKind, Party, Payment, SplitRule};
use crate::plan::{Currency, Event, Id, Money};
use crate::report::formats::json;
use crate::report::summary::figure::Amount;
use crate::t;
use crate::words::{Words, parse};

use super::failure::Failure;
use super::question::{LARGEST, check_amount, digits, outside, read_json};
use super::{Answer, Streams};
use form::{Gain, ItemQuestion, MissingIn, PartyQuestion, ShareAnswer, TransferAnswer, Unfair};
pub(super) use form::{SplitAnswer, SplitQuestion};

pub(super) fn run(words: &Words, streams: &mut Streams) -> Result<Answer, Failure> {
    let question: SplitQuestion = read_json("split", words, streams)?;
    let read = Read { words, currency: Currency { code: String::new(), digits: question.digits } };
    let event = read.event(&question).map_err(Failure::Input)?;
    let report = event::report(&event);
    let answer = read.answer(&event, &report, question.netting).map_err(Failure::Input)?;
    streams.print(&json::pretty(&answer)?)?;
    Ok(if report.is_split() { Answer::Yes } else { Answer::No })
}

/// Reads a question into an event; what is wrong comes back as one line with its place.
struct Read<'a> {
    words: &'a Words,
    currency: Currency,
}

impl Read<'_> {
    fn event(&self, question: &SplitQuestion) -> Result<Event, String> {
        if question.digits > Currency::MOST_DIGITS {
            return Err(outside(self.words, "digits", question.digits.to_string(), 0, Currency::MOST_DIGITS));
        }
        let mut event = Event::new(Id::new("event"), "event");
        event.rule = question.rule.into();
        let mut known = HashSet::new();
        for (number, party) in question.parties.iter().enumerate() {
            let at = |field: &str| format!("parties[{number}].{field}");
            if !known.insert(party.id.as_str()) {
                return Err(t!(self.words, "terminal-twice", field = at("id"), id = &party.id));
            }
            event.parties.push(self.party(party, &at)?);
        }
        for (number, item) in question.items.iter().enumerate() {
            let at = |field: &str| format!("items[{number}].{field}");
            event.items.push(self.item(item, number, &known, &at)?);
        }
        if [ItemKind::Cost, ItemKind::Income].iter().any(|kind| event::sum(&event, *kind).is_none()) {
            return Err(t!(self.words, "terminal-sum-too-large", field = "items"));
        }
        Ok(event)
    }

    fn party(&self, party: &PartyQuestion, at: &dyn Fn(&str) -> String) -> Result<Party, String> {
        let number = |field: &str, value: f64, most: f64| {
            let fits = (0.0..=most).contains(&value);
            if fits { Ok(value) } else { Err(outside(self.words, &at(field), value.to_string(), 0, most)) }
        };
        let optional = |field: &str, value: Option<f64>, most: f64| value.map(|value| number(field, value, most));
        let money = |field: &str, value: Option<f64>| value.map(|value| self.money(&at(field), value));
        Ok(Party {
            weight: number("weight", party.weight, 1e12)?,
            percent: optional("percent", party.percent, 100.0).transpose()?,
            amount: party.amount.map(|amount| self.signed(&at("amount"), amount)).transpose()?,
            benefit: optional("benefit", party.benefit, 1e12).transpose()?,
            alone: money("alone", party.alone).transpose()?,
            ..Party::new(Id::new(&party.id), &party.id)
        })
    }

    fn item(
        &self,
        item: &ItemQuestion,
        number: usize,
        known: &HashSet<&str>,
        at: &dyn Fn(&str) -> String,
    ) -> Result<Item, String> {
        let party = |field: String, id: &str| {
            let found = known.contains(id).then(|| Id::new(id));
            found.ok_or_else(|| t!(self.words, "terminal-no-party", field = field, id = id))
        };
        let signed = self.signed(&at("amount"), item.amount)?;
        let kind = if signed < Money::ZERO { ItemKind::Income } else { ItemKind::Cost };
        match kind {
            ItemKind::Income if !item.paid_by.is_empty() => {
                return Err(t!(self.words, "terminal-split-income-paid", field = at("paid_by")));
            }
            ItemKind::Cost if !item.received_by.is_empty() => {
                return Err(t!(self.words, "terminal-split-cost-received", field = at("received_by")));
            }
            _ => {}
        }
        let paid = item.paid_by.iter().map(|payment| ("paid_by", &payment.party, Some(payment.amount)));
        let received = item.received_by.iter().map(|receipt| ("received_by", &receipt.party, receipt.amount));
        let mut payments = Vec::with_capacity(item.paid_by.len());
        for (number, (list, id, amount)) in paid.enumerate().chain(received.enumerate()) {
            let at = |field: &str| at(&format!("{list}[{number}].{field}"));
            let amount = amount.map_or(Ok(signed.opposite()), |amount| self.money(&at("amount"), amount))?;
            payments.push(Payment { party: party(at("party"), id)?, amount });
        }
        let (mut shared_by, mut seen) = (Vec::new(), HashSet::new());
        for (number, id) in item.shared_by.iter().flatten().enumerate() {
            let field = at(&format!("shared_by[{number}]"));
            let id = party(field.clone(), id)?;
            if !seen.insert(id.clone()) {
                return Err(t!(self.words, "terminal-twice", field = field, id = id.to_string()));
            }
            shared_by.push(id);
        }
        // In a plan an empty list means everyone; here it can only be an oversight.
        if item.shared_by.as_ref().is_some_and(Vec::is_empty) {
            return Err(t!(self.words, "terminal-split-nobody", field = at("shared_by")));
        }
        let amount = signed.max(signed.opposite());
        let (rule, id) = (item.rule.map(SplitRule::from), Id::new(&number.to_string()));
        Ok(Item { kind, amount, payments, shared_by, rule, ..Item::new(id, &item.label) })
    }

    /// An amount, exact in its digits and not negative.
    fn money(&self, field: &str, value: f64) -> Result<Money, String> {
        check_amount(self.words, field, value)?;
        self.signed(field, value)
    }

    /// An amount of either sign, exact in its digits.
    fn signed(&self, field: &str, value: f64) -> Result<Money, String> {
        if !(-LARGEST..=LARGEST).contains(&value) {
            return Err(outside(self.words, field, digits(value), "-1e15", "1e15"));
        }
        let read = parse::signed_money(&value.to_string(), &self.currency);
        read.map_err(|problem| format!("{field}: {}", problem.say(self.words)))
    }

    fn answer(&self, event: &Event, report: &EventReport, netting: bool) -> Result<SplitAnswer, String> {
        let amount = |money| Amount::new(&self.currency, money);
        let missing_in = self.missing_in(event, &report.problems)?;
        let missing = Money::total(missing_in.iter().map(|part| part.missing.money)).unwrap_or_default();
        if let Err(Unsettled::PaidTooMuch(id)) = &report.settlement {
            let is_income = event.items.iter().any(|item| item.id == *id && item.is_income());
            return Err(if is_income {
                t!(self.words, "terminal-split-received-too-much", field = format!("items[{id}].received_by"))
            } else {
                t!(self.words, "terminal-split-paid-too-much", field = format!("items[{id}].paid_by"))
            });
        }
        let settlement = report.settlement.as_ref().ok();
        let transfers = match settlement {
            Some(settled) if netting => Cow::from(&settled.transfers),
            Some(_) => Cow::from(report.direct.list()),
            None => Cow::default(),
        };
        let lower_bound = settlement.map_or(0, |settled: &Settlement| settled.lower_bound);
        let id = |index: usize| event.parties.get(index).map(|party| party.id.to_string()).unwrap_or_default();
        Ok(SplitAnswer {
            total: amount(report.total),
            cost: amount(report.cost),
            income: amount(report.income),
            shares: report.shares.iter().map(|row| self.share(row)).collect(),
            transfers: transfers
                .iter()
                .map(|row: &Transfer| TransferAnswer { from: id(row.from), to: id(row.to), amount: amount(row.amount) })
                .collect(),
            minimal: settlement.is_some() && transfers.len() == lower_bound,
            lower_bound,
            direct: report.direct.count(),
            unfair: report
                .shares
                .iter()
                .filter_map(|row| Some(Unfair { party: row.party.to_string(), over_by: amount(row.over_by()?) }))
                .collect(),
            gains: report
                .shares
                .iter()
                .filter_map(|row| Some(Gain { party: row.party.to_string(), amount: amount(row.gain()?) }))
                .collect(),
            missing: amount(missing),
            missing_in,
            unpaid: amount(report.unpaid),
            unreceived: amount(report.unreceived),
        })
    }

    fn share(&self, row: &PartyShare) -> ShareAnswer {
        let amount = |money| Amount::new(&self.currency, money);
        ShareAnswer {
            party: row.party.to_string(),
            share: amount(row.share),
            paid: amount(row.paid),
            received: amount(row.received),
            balance: amount(row.balance),
            alone: row.alone.map(amount),
            saving: row.saving.map(amount),
            unpaid: amount(row.unpaid),
            unreceived: amount(row.unreceived),
        }
    }

    /// What does not add up; any other reason why there is no split is an error.
    fn missing_in(&self, event: &Event, problems: &[NotSplit]) -> Result<Vec<MissingIn>, String> {
        let one = |problem: &NotSplit| {
            let SplitProblem::DoesNotAddUp(missing) = problem.problem else {
                return Err(self.no_split(event, problem));
            };
            Ok(MissingIn { items: places(event, problem), missing: Amount::new(&self.currency, missing) })
        };
        problems.iter().map(one).collect()
    }

    fn no_split(&self, event: &Event, problem: &NotSplit) -> String {
        match problem.problem {
            SplitProblem::Lacks(index) => {
                let party = event.parties.get(index).map(|party| party.id.to_string()).unwrap_or_default();
                t!(self.words, "terminal-split-lacks", field = format!("parties[{index}]"), party = party)
            }
            SplitProblem::NoWeight => {
                let items: Vec<String> = places(event, problem).iter().map(|item| format!("items[{item}]")).collect();
                let number = match problem.rule {
                    SplitRule::Benefit => "benefit",
                    SplitRule::Alone | SplitRule::EqualSavings | SplitRule::Airport => "alone",
                    _ => "weight",
                };
                t!(self.words, "terminal-split-no-weight", field = items.join(", "), number = number)
            }
            SplitProblem::TooMany => t!(self.words, "terminal-split-too-many", most = event::MOST_PARTS.to_string()),
            _ => t!(self.words, "terminal-split-nobody", field = "parties"),
        }
    }
}

/// Where the items of a problem stand in the question.
fn places(event: &Event, problem: &NotSplit) -> Vec<usize> {
    let problem: HashSet<&Id> = problem.items.iter().collect();
    let items = event.items.iter().enumerate().filter(|(_, item)| problem.contains(&item.id));
    items.map(|(place, _)| place).collect()
}
