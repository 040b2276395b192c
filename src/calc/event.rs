//! Sharing an event: who pays what, against what it would cost each alone.

mod debts;
mod pool;
pub mod problems;

use std::collections::HashMap;

use crate::calc::settlement::{Effort, Settlement, Transfer, settle_debts};
use crate::calc::split::SplitProblem;
use crate::plan::event::{Item, ItemKind, Party, SplitRule};
use crate::plan::{Currency, Event, Id, Money};

pub use debts::Debts;
pub use pool::Pool;
use pool::{PaidFor, paid_for, pools, shares};

use super::numbers::{count, rate};

/// Shares of one event.
#[derive(Clone, Debug)]
pub struct EventReport {
    /// The event.
    pub id: Id,
    /// Cost less income; below zero the event earns money.
    pub total: Money,
    /// Whether that is beyond the largest amount: nobody's share is known then, and the total stands at zero.
    pub too_large: bool,
    /// Sum of all costs.
    pub cost: Money,
    /// Sum of all income.
    pub income: Money,
    /// One row a party, in the plan's order; empty where the rules give no split.
    pub shares: Vec<PartyShare>,
    /// Why there is no split: one entry for items that are split together.
    pub problems: Vec<NotSplit>,
    /// What nobody has paid yet: owed to the suppliers, not to a party, so no transfer is about it.
    pub unpaid: Money,
    /// Income nobody has received yet: sponsors and visitors owe it, not a party, so no transfer is about it.
    pub unreceived: Money,
    /// Who pays whom, in the fewest transfers, for what is paid so far; places are those of `shares`.
    pub settlement: Result<Settlement, Unsettled>,
    /// The same when each party pays every payer its part of that payment, and every receiver each party its part of
    /// what was received, with nothing set off.
    pub direct: Debts,
    /// What the planning company pays, below zero what it gains; nothing where it is no party or there is no split.
    pub own_share: Money,
    /// What the event would cost the planning company alone.
    pub own_alone: Option<Money>,
    /// What each rule would make of the whole event, one row a rule in the order of [`SplitRule::ALL`].
    pub rules: Vec<RuleResult>,
    /// Leads the event brings.
    pub leads: f64,
}

impl EventReport {
    /// Whether the rules give every party its share.
    #[must_use]
    pub fn is_split(&self) -> bool {
        self.problems.is_empty()
    }

    /// Our share of the total, from 0; `None` where the event costs nothing or we gain.
    #[must_use]
    pub fn own_fraction(&self) -> Option<f64> {
        ratio(self.own_share, self.total).filter(|_| self.total > Money::ZERO && self.own_share >= Money::ZERO)
    }

    /// What we save against going alone: cost alone less our share.
    #[must_use]
    pub fn own_saving(&self) -> Option<Money> {
        self.own_alone?.minus(self.own_share).filter(|_| self.is_split())
    }

    /// What we save as a part of the cost alone.
    #[must_use]
    pub fn own_saving_fraction(&self) -> Option<f64> {
        ratio(self.own_saving()?, self.own_alone?)
    }

    /// Our share by lead, in currency units; `None` without leads, and where we gain.
    #[must_use]
    pub fn cost_per_lead(&self, currency: &Currency) -> Option<f64> {
        let costs = self.leads > 0.0 && self.own_share >= Money::ZERO;
        costs.then(|| currency.units(self.own_share) / self.leads)
    }

    /// What a lead would cost us alone, in currency units.
    #[must_use]
    pub fn cost_per_lead_alone(&self, currency: &Currency) -> Option<f64> {
        self.own_alone.filter(|_| self.leads > 0.0).map(|alone| currency.units(alone) / self.leads)
    }

    /// Sum of what the parties would pay alone; `None` unless each says so.
    #[must_use]
    pub fn sum_alone(&self) -> Option<Money> {
        let alone: Option<Vec<Money>> = self.shares.iter().map(|row| row.alone).collect();
        Money::total(alone?)
    }

    /// Sum of what the parties save; `None` unless each says what it would cost alone.
    #[must_use]
    pub fn sum_saving(&self) -> Option<Money> {
        self.sum_alone()?.minus(self.total)
    }
}

/// Items that cannot be split, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotSplit {
    /// The rule they have in common.
    pub rule: SplitRule,
    /// The items; the parties that share them are the same, so they are split as one amount.
    pub items: Vec<Id>,
    /// What they cost less what they bring in; below zero there is a gain to be split.
    pub total: Money,
    /// Why.
    pub problem: SplitProblem,
}

impl NotSplit {
    /// The reason, by its name in the words.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match self.problem {
            SplitProblem::NoParties => "no-parties",
            SplitProblem::TooMany => "too-many",
            SplitProblem::NoWeight => match self.rule {
                SplitRule::Benefit => "no-benefit",
                SplitRule::Alone | SplitRule::EqualSavings | SplitRule::Airport => "no-cost-alone",
                _ => "no-weight",
            },
            SplitProblem::Lacks(_) => "lacks",
            // Of a gain the sign is the other way round.
            SplitProblem::DoesNotAddUp(left) if (left > Money::ZERO) == (self.total >= Money::ZERO) => "missing",
            SplitProblem::DoesNotAddUp(_) => "surplus",
        }
    }

    /// The party that lacks the number its rule needs, if that is the reason.
    #[must_use]
    pub fn lacking<'a>(&self, event: &'a Event) -> Option<&'a Party> {
        match self.problem {
            SplitProblem::Lacks(index) => event.parties.get(index),
            _ => None,
        }
    }

    /// How much is missing or too much, if that is the reason.
    #[must_use]
    pub fn off_by(&self) -> Option<Money> {
        match self.problem {
            SplitProblem::DoesNotAddUp(missing) => Some(missing.max(missing.opposite())),
            _ => None,
        }
    }
}

/// Why nothing is settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsettled {
    /// The rules give no split.
    NotSplit,
    /// More is paid for this item than it costs, or received than it brings in, so either number is wrong.
    PaidTooMuch(Id),
    /// This item's amount or one of its payments is negative.
    Negative(Id),
}

#[allow(clippy::cast_precision_loss)] // a ratio to be shown
fn ratio(part: Money, whole: Money) -> Option<f64> {
    (whole.minor() != 0).then(|| part.minor() as f64 / whole.minor() as f64)
}

/// What is paid for an item so far; what is received of an income.
#[must_use]
pub fn paid(item: &Item) -> Money {
    Money::total(item.payments.iter().map(|payment| payment.amount)).unwrap_or_default()
}

/// What one party pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyShare {
    /// The party.
    pub party: Id,
    /// Its share of all items; below zero what it gains.
    pub share: Money,
    /// What it paid so far.
    pub paid: Money,
    /// What it received so far.
    pub received: Money,
    /// Paid less received less share: positive gets money back, negative owes.
    pub balance: Money,
    /// Its part of what nobody has paid yet; included in its share.
    pub unpaid: Money,
    /// Its part of the income nobody has received yet; taken off its share.
    pub unreceived: Money,
    /// What the event would cost it alone.
    pub alone: Option<Money>,
    /// Alone less share: what it saves.
    pub saving: Option<Money>,
}

impl PartyShare {
    /// What it gets from the other parties, below zero what it owes them: its balance without its part of what
    /// nobody has paid or received yet.
    #[must_use]
    pub fn open(&self) -> Money {
        self.balance.plus(self.unpaid).and_then(|open| open.minus(self.unreceived)).unwrap_or_default()
    }

    /// What it has spent so far: paid less received.
    #[must_use]
    pub fn spent(&self) -> Money {
        self.paid.minus(self.received).unwrap_or_default()
    }

    /// What it gains by the event, where its share is below zero.
    #[must_use]
    pub fn gain(&self) -> Option<Money> {
        (self.share < Money::ZERO).then(|| self.share.opposite())
    }

    /// By how much the share is above the cost alone: unfair by this amount.
    #[must_use]
    pub fn over_by(&self) -> Option<Money> {
        self.saving.filter(|saving| *saving < Money::ZERO).and_then(|saving| Money::ZERO.minus(saving))
    }
}

/// What one rule would make of the whole event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleResult {
    /// The rule.
    pub rule: SplitRule,
    /// Shares in the parties' order, or why there are none.
    pub shares: Result<Vec<Money>, Vec<NotSplit>>,
}

impl RuleResult {
    /// By how much the share of a party is above its cost alone; `None` where it is fair or cannot be told.
    #[must_use]
    pub fn over_by(&self, index: usize, party: &Party) -> Option<Money> {
        let share = *self.shares.as_ref().ok()?.get(index)?;
        share.minus(party.alone?).filter(|over| *over > Money::ZERO)
    }
}

/// The most parts an event may be shared in: parties × (items and payments). Far beyond any event; each part takes time
/// and memory.
pub const MOST_PARTS: usize = 1_000_000;

/// Events with more parties than this share the effort of settling them.
const LARGE: usize = 12;

/// Calculates all events of a plan: together they take no longer than a few large ones.
#[must_use]
pub fn reports(events: &[Event]) -> Vec<EventReport> {
    let effort = Effort::among(events.iter().filter(|event| event.parties.len() > LARGE).count());
    events.iter().map(|event| report_with(event, effort)).collect()
}

/// Calculates one event.
#[must_use]
pub fn report(event: &Event) -> EventReport {
    report_with(event, Effort::WHOLE)
}

/// The items that are split together, and how; `None` where the rules give no split.
#[must_use]
pub fn split_together(event: &Event) -> Option<Vec<Pool<'_>>> {
    pools(event, event.rule, false).ok()
}

fn report_with(event: &Event, effort: Effort) -> EventReport {
    let pools = pools(event, event.rule, false);
    let shares = pools.as_ref().map(|pools| shares(event, pools)).unwrap_or_default();
    let settled = settled(event, &pools);
    let paid = settled.as_ref().ok();
    let handled = handled_by_all(event);
    let parties = event.parties.iter().zip(&shares).enumerate();
    let rows: Vec<PartyShare> =
        parties.map(|(index, (party, share))| row(party, *share, handled.get(&party.id), (index, paid))).collect();
    let total = Money::total(event.items.iter().map(Item::cost));
    let own = event.us.as_ref().and_then(|us| rows.iter().find(|row| row.party == *us));
    let own_party = event.us.as_ref().and_then(|us| event.parties.iter().find(|party| party.id == *us));
    EventReport {
        id: event.id.clone(),
        total: total.unwrap_or_default(),
        too_large: total.is_none(),
        cost: sum(event, ItemKind::Cost).unwrap_or_default(),
        income: sum(event, ItemKind::Income).unwrap_or_default(),
        own_share: own.map(|row| row.share).unwrap_or_default(),
        own_alone: own_party.and_then(|party| party.alone),
        problems: pools.as_ref().err().cloned().unwrap_or_default(),
        unpaid: Money::total(rows.iter().map(|row| row.unpaid)).unwrap_or_default(),
        unreceived: Money::total(rows.iter().map(|row| row.unreceived)).unwrap_or_default(),
        settlement: settled
            .as_ref()
            .map_err(Clone::clone)
            .and_then(|paid| settlement(event, &paid.debts, effort).ok_or(Unsettled::NotSplit)),
        direct: settled.map(|paid| paid.debts).unwrap_or_default(),
        rules: SplitRule::ALL.map(|rule| compare(event, rule)).into(),
        leads: count(event.contacts.likely) * rate(event.lead_rate.likely),
        shares: rows,
    }
}

/// Sum of all costs or all income; `None` beyond the largest amount.
#[must_use]
pub fn sum(event: &Event, kind: ItemKind) -> Option<Money> {
    Money::total(event.items.iter().filter(|item| item.kind == kind).map(|item| item.amount))
}

/// What a party paid of the costs, or received of the income; `None` beyond the largest amount.
#[must_use]
pub fn handled(event: &Event, kind: ItemKind, party: &Id) -> Option<Money> {
    let items = event.items.iter().filter(|item| item.kind == kind);
    let payments = items.flat_map(|item| &item.payments).filter(|payment| payment.party == *party);
    Money::total(payments.map(|payment| payment.amount))
}

/// What each party paid of the costs and received of the income; beyond the largest amount none of it.
fn handled_by_all(event: &Event) -> HashMap<&Id, [Money; 2]> {
    let mut sums: HashMap<&Id, [i128; 2]> = HashMap::new();
    for item in &event.items {
        for payment in &item.payments {
            sums.entry(&payment.party).or_default()[item.kind as usize] += i128::from(payment.amount.minor());
        }
    }
    let money = |minor: i128| i64::try_from(minor).ok().and_then(Money::from_minor).unwrap_or_default();
    sums.into_iter().map(|(party, sums)| (party, sums.map(money))).collect()
}

/// What one rule would make of all items.
fn compare(event: &Event, rule: SplitRule) -> RuleResult {
    RuleResult { rule, shares: pools(event, rule, true).map(|pools| shares(event, &pools)) }
}

/// What is owed for the payments so far, unless a number of the event must be wrong.
fn settled(event: &Event, pools: &Result<Vec<Pool>, Vec<NotSplit>>) -> Result<PaidFor, Unsettled> {
    let pools = pools.as_ref().map_err(|_| Unsettled::NotSplit)?;
    for item in &event.items {
        if is_negative(item) {
            return Err(Unsettled::Negative(item.id.clone()));
        }
        if paid(item) > item.amount {
            return Err(Unsettled::PaidTooMuch(item.id.clone()));
        }
    }
    paid_for(event, pools).ok_or(Unsettled::NotSplit)
}

/// The fewest transfers. They follow the parties' ids, so that the order of the parties changes nothing.
fn settlement(event: &Event, debts: &Debts, effort: Effort) -> Option<Settlement> {
    let mut order: Vec<usize> = (0..event.parties.len()).collect();
    order.sort_by_key(|&index| &event.parties[index].id);
    let mut place = vec![0; order.len()];
    for (at, &index) in order.iter().enumerate() {
        place[index] = at;
    }
    let moved = |to: &[usize], debt: &Transfer| Transfer { from: to[debt.from], to: to[debt.to], ..*debt };
    let mut settlement = settle_debts(order.len(), debts.iter().map(|debt| moved(&place, &debt)), effort)?;
    for transfer in &mut settlement.transfers {
        *transfer = moved(&order, transfer);
    }
    settlement.transfers.sort_unstable();
    Some(settlement)
}

fn row(
    party: &Party,
    share: Money,
    handled: Option<&[Money; 2]>,
    (index, paid_for): (usize, Option<&PaidFor>),
) -> PartyShare {
    let [paid, received] =
        [ItemKind::Cost, ItemKind::Income].map(|kind| handled.map_or(Money::ZERO, |sums| sums[kind as usize]));
    let part = |parts: fn(&PaidFor) -> &Vec<Money>| paid_for.map(|paid| parts(paid)[index]).unwrap_or_default();
    PartyShare {
        party: party.id.clone(),
        share,
        paid,
        received,
        balance: paid.minus(received).and_then(|balance| balance.minus(share)).unwrap_or_default(),
        unpaid: part(|paid| &paid.unpaid),
        unreceived: part(|paid| &paid.unreceived),
        alone: party.alone,
        saving: party.alone.and_then(|alone| alone.minus(share)),
    }
}

/// Whether an amount of an item is below zero. What comes in is an item of its own kind, not a negative cost.
#[must_use]
pub fn is_negative(item: &Item) -> bool {
    let payments = item.payments.iter().map(|payment| payment.amount);
    std::iter::once(item.amount).chain(payments).any(|amount| amount < Money::ZERO)
}
