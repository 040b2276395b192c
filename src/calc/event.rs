//! Sharing an event: who pays what, against what it would cost each alone.

mod pool;
pub mod problems;

use crate::calc::settlement::{Settlement, Transfer, settle_debts};
use crate::calc::split::SplitProblem;
use crate::plan::event::{Item, Party, SplitRule};
use crate::plan::{Currency, Event, Id, Money};

use pool::{PaidFor, Pool, paid_for, pools, shares};

use super::numbers::{count, rate};

/// Shares of one event.
#[derive(Clone, Debug)]
pub struct EventReport {
    /// The event.
    pub id: Id,
    /// Sum of all items.
    pub total: Money,
    /// One row a party, in the plan's order; empty where the rules give no split.
    pub shares: Vec<PartyShare>,
    /// Why there is no split: one entry for items that are split together.
    pub problems: Vec<NotSplit>,
    /// What nobody has paid yet: owed to the suppliers, not to a party, so no transfer is about it.
    pub unpaid: Money,
    /// Who pays whom, in the fewest transfers, for what is paid so far; places are those of `shares`.
    pub settlement: Result<Settlement, Unsettled>,
    /// The same when each party pays every payer its part of that payment, with nothing set off.
    pub direct: Vec<Transfer>,
    /// What the planning company pays; nothing where it is no party or there is no split.
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

    /// Our share of the total, 0 to 1; `None` without costs.
    #[must_use]
    pub fn own_fraction(&self) -> Option<f64> {
        ratio(self.own_share, self.total)
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

    /// Our share by lead, in currency units; `None` without leads.
    #[must_use]
    pub fn cost_per_lead(&self, currency: &Currency) -> Option<f64> {
        (self.leads > 0.0).then(|| currency.units(self.own_share) / self.leads)
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
    /// Why.
    pub problem: SplitProblem,
}

impl NotSplit {
    /// The reason, by its name in the words.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match self.problem {
            SplitProblem::NoParties => "no-parties",
            SplitProblem::NoWeight => match self.rule {
                SplitRule::Benefit => "no-benefit",
                SplitRule::Alone | SplitRule::EqualSavings | SplitRule::Airport => "no-cost-alone",
                _ => "no-weight",
            },
            SplitProblem::Lacks(_) => "lacks",
            SplitProblem::DoesNotAddUp(missing) if missing > Money::ZERO => "missing",
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
            SplitProblem::DoesNotAddUp(missing) => Some(missing.max(Money::ZERO.minus(missing).unwrap_or_default())),
            _ => None,
        }
    }
}

/// Why nothing is settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsettled {
    /// The rules give no split.
    NotSplit,
    /// More is paid for this item than it costs, so either number is wrong.
    PaidTooMuch(Id),
    /// This item's amount or one of its payments is negative.
    Negative(Id),
}

#[allow(clippy::cast_precision_loss)] // a ratio to be shown
fn ratio(part: Money, whole: Money) -> Option<f64> {
    (whole.minor() != 0).then(|| part.minor() as f64 / whole.minor() as f64)
}

/// What is paid for an item so far.
#[must_use]
pub fn paid(item: &Item) -> Money {
    Money::total(item.paid_by.iter().map(|payment| payment.amount)).unwrap_or_default()
}

/// What one party pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyShare {
    /// The party.
    pub party: Id,
    /// Its share of all items.
    pub share: Money,
    /// What it paid so far.
    pub paid: Money,
    /// Paid less share: positive gets money back, negative owes.
    pub balance: Money,
    /// Its part of what nobody has paid yet; included in its share.
    pub unpaid: Money,
    /// What the event would cost it alone.
    pub alone: Option<Money>,
    /// Alone less share: what it saves.
    pub saving: Option<Money>,
}

impl PartyShare {
    /// What it gets from the other parties, below zero what it owes them: its balance without its part of what
    /// nobody has paid yet.
    #[must_use]
    pub fn open(&self) -> Money {
        self.balance.plus(self.unpaid).unwrap_or_default()
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

/// Calculates one event.
#[must_use]
pub fn report(event: &Event) -> EventReport {
    let pools = pools(event, event.rule, false);
    let shares = pools.as_ref().map(|pools| shares(event, pools)).unwrap_or_default();
    let settled = settled(event, &pools);
    let paid = settled.as_ref().ok();
    let unpaid = |index: usize| paid.and_then(|paid| paid.unpaid.get(index)).copied().unwrap_or_default();
    let parties = event.parties.iter().zip(&shares).enumerate();
    let rows: Vec<PartyShare> =
        parties.map(|(index, (party, share))| row(event, party, *share, unpaid(index))).collect();
    let own = event.us.as_ref().and_then(|us| rows.iter().find(|row| row.party == *us));
    let own_party = event.us.as_ref().and_then(|us| event.parties.iter().find(|party| party.id == *us));
    EventReport {
        id: event.id.clone(),
        total: Money::total(event.items.iter().map(|item| item.amount)).unwrap_or_default(),
        own_share: own.map(|row| row.share).unwrap_or_default(),
        own_alone: own_party.and_then(|party| party.alone),
        problems: pools.as_ref().err().cloned().unwrap_or_default(),
        unpaid: Money::total(rows.iter().map(|row| row.unpaid)).unwrap_or_default(),
        direct: paid.map(|paid| paid.transfers.clone()).unwrap_or_default(),
        settlement: settled.and_then(|paid| settlement(event, &paid.transfers).ok_or(Unsettled::NotSplit)),
        rules: SplitRule::ALL.map(|rule| compare(event, rule)).into(),
        leads: count(event.contacts.likely) * rate(event.lead_rate.likely),
        shares: rows,
    }
}

/// What one rule would make of all items.
fn compare(event: &Event, rule: SplitRule) -> RuleResult {
    RuleResult { rule, shares: pools(event, rule, true).map(|pools| shares(event, &pools)) }
}

/// What is owed for the payments so far, unless a number of the event must be wrong.
fn settled(event: &Event, pools: &Result<Vec<Pool>, Vec<NotSplit>>) -> Result<PaidFor, Unsettled> {
    let pools = pools.as_ref().map_err(|_| Unsettled::NotSplit)?;
    for item in &event.items {
        let amounts = item.paid_by.iter().map(|payment| payment.amount);
        if std::iter::once(item.amount).chain(amounts).any(|amount| amount < Money::ZERO) {
            return Err(Unsettled::Negative(item.id.clone()));
        }
        if paid(item) > item.amount {
            return Err(Unsettled::PaidTooMuch(item.id.clone()));
        }
    }
    paid_for(event, pools).ok_or(Unsettled::NotSplit)
}

/// The fewest transfers. They follow the parties' ids, so that the order of the parties changes nothing.
fn settlement(event: &Event, debts: &[Transfer]) -> Option<Settlement> {
    let mut order: Vec<usize> = (0..event.parties.len()).collect();
    order.sort_by_key(|&index| &event.parties[index].id);
    let mut place = vec![0; order.len()];
    for (at, &index) in order.iter().enumerate() {
        place[index] = at;
    }
    let moved = |to: &[usize], debt: &Transfer| Transfer { from: to[debt.from], to: to[debt.to], ..*debt };
    let debts: Vec<Transfer> = debts.iter().map(|debt| moved(&place, debt)).collect();
    let mut settlement = settle_debts(order.len(), &debts)?;
    for transfer in &mut settlement.transfers {
        *transfer = moved(&order, transfer);
    }
    settlement.transfers.sort_unstable();
    Some(settlement)
}

fn row(event: &Event, party: &Party, share: Money, unpaid: Money) -> PartyShare {
    let payments = event.items.iter().flat_map(|item| &item.paid_by);
    let paid = Money::total(payments.filter(|payment| payment.party == party.id).map(|payment| payment.amount));
    let paid = paid.unwrap_or_default();
    PartyShare {
        party: party.id.clone(),
        share,
        paid,
        balance: paid.minus(share).unwrap_or_default(),
        unpaid,
        alone: party.alone,
        saving: party.alone.and_then(|alone| alone.minus(share)),
    }
}
