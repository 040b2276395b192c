//! Settling up in words: why each party pays, whether fewer transfers would do, and a text to send to partners.

use std::cmp::Ordering;

use crate::calc::EventReport;
use crate::calc::event::{PartyShare, Unsettled};
use crate::calc::settlement::{Settlement, Transfer};
use crate::plan::event::{Item, SplitRule};
use crate::plan::{Currency, Event, Id, Money};
use crate::t;
use crate::words::clean::one_line;
use crate::words::{Words, names, number};

use crate::report::lookup;

/// How debts are paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// Set off against one another, so that the transfers are few.
    #[default]
    Fewest,
    /// Each party pays every payer its part.
    Direct,
}

/// One event, to be settled in words.
#[derive(Clone, Copy)]
pub struct Settling<'a> {
    /// The words.
    pub words: &'a Words,
    /// The currency of the plan.
    pub currency: &'a Currency,
    /// The event.
    pub event: &'a Event,
    /// Its report.
    pub report: &'a EventReport,
}

impl Settling<'_> {
    /// The transfers of a way; none where nothing is settled.
    #[must_use]
    pub fn transfers(&self, way: Way) -> &[Transfer] {
        match (way, &self.report.settlement) {
            (_, Err(_)) => &[],
            (Way::Fewest, Ok(settlement)) => &settlement.transfers,
            (Way::Direct, Ok(_)) => &self.report.direct,
        }
    }

    /// The name of a party by its place.
    #[must_use]
    pub fn name(&self, party: usize) -> String {
        let named = self.event.parties.get(party).map(|party| party.name.trim()).filter(|name| !name.is_empty());
        named.map_or_else(|| self.words.text("event-unnamed"), str::to_owned)
    }

    /// Decimals that the shares and the transfers of a way have in common.
    #[must_use]
    pub fn decimals(&self, way: Way) -> usize {
        let shares = self.report.shares.iter().flat_map(|row| [row.share, row.paid, row.unpaid]);
        number::money_decimals(self.currency, shares.chain(self.transfers(way).iter().map(|row| row.amount)))
    }

    /// Why a party pays or is paid: "Acme's share 12,000.00, paid 5,000.00, owes 7,000.00".
    #[must_use]
    pub fn because(&self, party: usize, decimals: usize) -> String {
        let Some(row) = self.report.shares.get(party) else { return String::new() };
        let is_us = self.event.us.as_ref() == Some(&row.party);
        self.standing(row, &self.name(party), is_us, decimals)
    }

    fn standing(&self, row: &PartyShare, name: &str, is_us: bool, decimals: usize) -> String {
        let words = self.words;
        let shown = |amount: Money| number::money(self.currency, amount, decimals);
        let ours = match is_us {
            true => "yes",
            // "Quill Docs' share", "Acme's share".
            false if name.ends_with('s') => "ends-in-s",
            false => "no",
        };
        let share = if row.unpaid == Money::ZERO {
            t!(words, "settlement-share-of", ours = ours, party = name, share = shown(row.share))
        } else {
            let (share, unpaid) = (shown(row.share), shown(row.unpaid));
            t!(words, "settlement-share-of-unpaid", ours = ours, party = name, share = share, unpaid = unpaid)
        };
        let (paid, open) = (shown(row.paid), row.open());
        let back = shown(Money::ZERO.minus(open).unwrap_or_default());
        match (open.cmp(&Money::ZERO), is_us) {
            (Ordering::Equal, _) => t!(words, "settlement-even", share = share, paid = paid),
            (Ordering::Less, false) => t!(words, "settlement-owes", share = share, paid = paid, open = back),
            (Ordering::Less, true) => t!(words, "settlement-we-owe", share = share, paid = paid, open = back),
            (Ordering::Greater, false) => t!(words, "settlement-gets", share = share, paid = paid, open = shown(open)),
            (Ordering::Greater, true) => t!(words, "settlement-we-get", share = share, paid = paid, open = shown(open)),
        }
    }

    /// How many transfers there are, and how that is known; or why there are none.
    #[must_use]
    pub fn proof(&self, way: Way) -> String {
        let words = self.words;
        let settlement = match &self.report.settlement {
            Err(unsettled) => return self.unsettled(unsettled),
            Ok(settlement) => settlement,
        };
        let (fewest, direct) = (settlement.transfers.len(), self.report.direct.len());
        if fewest == 0 {
            let is_paid = self.report.shares.iter().any(|row| row.paid != Money::ZERO);
            return words.text(if is_paid { "settlement-all-even" } else { "settlement-nothing-paid" });
        }
        let transfers = t!(words, "settlement-count", count = self.transfers(way).len());
        match way {
            Way::Direct => t!(words, "settlement-direct", transfers = transfers, fewest = fewest),
            Way::Fewest if !settlement.is_minimal() => {
                let least = settlement.lower_bound;
                t!(words, "settlement-not-proven", transfers = transfers, least = least, direct = direct)
            }
            Way::Fewest if direct == fewest => t!(words, "settlement-proven-same", transfers = transfers),
            Way::Fewest => t!(words, "settlement-proven", transfers = transfers, direct = direct),
        }
    }

    fn unsettled(&self, unsettled: &Unsettled) -> String {
        let item = |id: &Id| {
            let label = self.event.items.iter().find(|item| item.id == *id).map(|item| item.label.trim());
            label.filter(|label| !label.is_empty()).map_or_else(|| self.words.text("event-unnamed"), str::to_owned)
        };
        match unsettled {
            Unsettled::NotSplit => self.words.text("settlement-not-split"),
            Unsettled::PaidTooMuch(id) => t!(self.words, "settlement-paid-too-much", item = item(id)),
            Unsettled::Negative(id) => t!(self.words, "settlement-negative", item = item(id)),
        }
    }

    /// What nobody has paid yet, if anything.
    #[must_use]
    pub fn unpaid(&self) -> Option<String> {
        let unpaid = self.report.unpaid;
        let amount = number::amount_named(self.words, self.currency, unpaid);
        (unpaid > Money::ZERO).then(|| t!(self.words, "settlement-unpaid", amount = amount))
    }

    /// A text to send to the partners: event, items, shares by rule, who pays whom. The planning company is called
    /// by `own_name`, because "we" would mean the reader.
    #[must_use]
    pub fn for_partners(&self, way: Way, own_name: &str) -> String {
        let letter = Letter { about: *self, way, own_name, decimals: self.decimals(way) };
        let parts = [letter.head(), letter.items(), letter.shares(), letter.transfers()];
        parts.map(|lines| lines.iter().map(|line| one_line(line)).collect::<Vec<_>>().join("\n")).join("\n\n") + "\n"
    }
}

/// The text for partners, part by part.
struct Letter<'a> {
    about: Settling<'a>,
    way: Way,
    own_name: &'a str,
    decimals: usize,
}

impl Letter<'_> {
    fn name(&self, party: usize) -> String {
        let id = self.about.event.parties.get(party).map(|party| &party.id);
        let is_us = id.is_some() && id == self.about.event.us.as_ref();
        if is_us && !self.own_name.trim().is_empty() { self.own_name.trim().to_owned() } else { self.about.name(party) }
    }

    fn name_of(&self, id: &Id) -> String {
        let place = self.about.event.parties.iter().position(|party| party.id == *id);
        place.map_or_else(|| lookup::party(self.about.event, id), |place| self.name(place))
    }

    fn unit(&self) -> String {
        names::currency_name(&self.about.currency.code, self.about.words)
    }

    fn head(&self) -> Vec<String> {
        let Settling { words, currency, event, report } = self.about;
        let name = event.name.trim();
        let title = if let Some(date) = event.date {
            t!(words, "settlement-partners-title-dated", event = name, date = number::date(words, date))
        } else {
            t!(words, "settlement-partners-title", event = name)
        };
        let total = number::amount_named(words, currency, report.total);
        let rule = words.text(rule_key(event.rule));
        vec![title, t!(words, "settlement-partners-total", amount = total, rule = rule)]
    }

    fn items(&self) -> Vec<String> {
        let Settling { words, currency, event, .. } = self.about;
        let decimals = number::money_decimals(currency, event.items.iter().map(|item| item.amount));
        let line = |item: &Item| {
            let amount = number::money(currency, item.amount, decimals);
            let line = t!(words, "settlement-partners-item", item = item.label.trim(), amount = amount);
            std::iter::once(line)
                .chain(self.about_item(item))
                .collect::<Vec<_>>()
                .join(&words.text("settlement-semicolon"))
        };
        let heading = t!(words, "settlement-partners-items", unit = self.unit());
        std::iter::once(heading).chain(event.items.iter().map(line)).collect()
    }

    /// Who paid an item, and what is special about how it is shared.
    fn about_item(&self, item: &Item) -> Vec<String> {
        let Settling { words, currency, event, .. } = self.about;
        let comma = words.text("settlement-comma");
        let payers: Vec<_> = item.paid_by.iter().filter(|payment| payment.amount != Money::ZERO).collect();
        let paid = match payers.as_slice() {
            [] => words.text("settlement-partners-nobody"),
            [one] if one.amount == item.amount => {
                t!(words, "settlement-partners-paid-by", names = self.name_of(&one.party))
            }
            several => {
                let part = |payment: &&crate::plan::event::Payment| {
                    let amount = number::amount(currency, payment.amount);
                    t!(words, "settlement-partners-part", party = self.name_of(&payment.party), amount = amount)
                };
                let parts: Vec<String> = several.iter().map(part).collect();
                t!(words, "settlement-partners-paid-by", names = parts.join(&comma))
            }
        };
        let mut about = vec![paid];
        if !item.shared_by.is_empty() && item.shared_by.len() < event.parties.len() {
            let names: Vec<String> = item.shared_by.iter().map(|id| self.name_of(id)).collect();
            about.push(t!(words, "settlement-partners-only", names = names.join(&comma)));
        }
        if let Some(rule) = item.rule.filter(|rule| *rule != event.rule) {
            about.push(t!(words, "settlement-partners-own-rule", rule = words.text(rule_key(rule))));
        }
        about
    }

    fn shares(&self) -> Vec<String> {
        let words = self.about.words;
        let line = |(party, row)| {
            let sentence = self.about.standing(row, &self.name(party), false, self.decimals);
            t!(words, "settlement-partners-share", sentence = sentence)
        };
        let heading = t!(words, "settlement-partners-shares", unit = self.unit());
        std::iter::once(heading).chain(self.about.report.shares.iter().enumerate().map(line)).collect()
    }

    fn transfers(&self) -> Vec<String> {
        let Settling { words, currency, report, .. } = self.about;
        let line = |transfer: &Transfer| {
            let amount = number::money(currency, transfer.amount, self.decimals);
            let (from, to) = (self.name(transfer.from), self.name(transfer.to));
            let sentence = t!(words, "settlement-pays", from = from, to = to, amount = amount);
            t!(words, "settlement-partners-share", sentence = sentence)
        };
        let transfers = self.about.transfers(self.way);
        let mut lines = vec![t!(words, "settlement-partners-transfers", unit = self.unit())];
        lines.extend(transfers.iter().map(line));
        let proven = report.settlement.as_ref().is_ok_and(Settlement::is_minimal);
        let sentence = |sentence| t!(words, "settlement-sentence", sentence = sentence);
        if transfers.is_empty() {
            lines.push(sentence(self.about.proof(self.way)));
        } else if proven && self.way == Way::Fewest {
            let count = t!(words, "settlement-count", count = transfers.len());
            lines.push(t!(words, "settlement-partners-fewest", transfers = count));
        }
        lines.extend(self.about.unpaid().map(sentence));
        lines
    }
}

fn rule_key(rule: SplitRule) -> &'static str {
    match rule {
        SplitRule::Equal => "settlement-rule-equal",
        SplitRule::Weights => "settlement-rule-weights",
        SplitRule::Percent => "settlement-rule-percent",
        SplitRule::Amounts => "settlement-rule-amounts",
        SplitRule::Benefit => "settlement-rule-benefit",
        SplitRule::Alone => "settlement-rule-alone",
        SplitRule::EqualSavings => "settlement-rule-equal-savings",
        SplitRule::Airport => "settlement-rule-airport",
    }
}
