//! Sharing an event: who pays what, against what it would cost each alone.

use crate::calc::split::{SplitProblem, split};
use crate::plan::event::{Item, Party, SplitRule};
use crate::plan::{Currency, Event, Id, Money};

use super::finding::{Finding, Problem, Section};
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
    /// Why there is no split.
    pub problem: Option<SplitProblem>,
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
    /// Our share of the total, 0 to 1; `None` without costs.
    #[must_use]
    pub fn own_fraction(&self) -> Option<f64> {
        ratio(self.own_share, self.total)
    }

    /// What we save against going alone: cost alone less our share.
    #[must_use]
    pub fn own_saving(&self) -> Option<Money> {
        self.own_alone?.minus(self.own_share).filter(|_| self.problem.is_none())
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
    /// What the event would cost it alone.
    pub alone: Option<Money>,
    /// Alone less share: what it saves.
    pub saving: Option<Money>,
}

impl PartyShare {
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
    pub shares: Result<Vec<Money>, SplitProblem>,
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
    let total = Money::total(event.items.iter().map(|item| item.amount)).unwrap_or_default();
    let outcome = shares(event, event.rule, false);
    let problem = outcome.as_ref().err().copied();
    let shares_by_party = outcome.unwrap_or_default();
    let rows: Vec<PartyShare> =
        event.parties.iter().zip(&shares_by_party).map(|(party, share)| row(event, party, *share)).collect();
    let own = event.us.as_ref().and_then(|us| rows.iter().find(|row| row.party == *us));
    let own_party = event.us.as_ref().and_then(|us| event.parties.iter().find(|party| party.id == *us));
    EventReport {
        id: event.id.clone(),
        total,
        own_share: own.map(|row| row.share).unwrap_or_default(),
        own_alone: own_party.and_then(|party| party.alone),
        shares: rows,
        problem,
        rules: SplitRule::ALL.map(|rule| RuleResult { rule, shares: shares(event, rule, true) }).into(),
        leads: count(event.contacts.likely) * rate(event.lead_rate.likely),
    }
}

/// Items that are split together: the same rule among the same parties.
struct Pool<'a> {
    rule: SplitRule,
    parties: Vec<usize>,
    items: Vec<&'a Item>,
}

/// Share of each party, in the plan's order. With `everywhere` the rule also replaces the items' own rules.
fn shares(event: &Event, rule: SplitRule, everywhere: bool) -> Result<Vec<Money>, SplitProblem> {
    let mut sums = vec![Money::ZERO; event.parties.len()];
    if event.items.is_empty() {
        return Ok(sums);
    }
    for (turn, pool) in pools(event, rule, everywhere).iter().enumerate() {
        let total = Money::total(pool.items.iter().map(|item| item.amount)).unwrap_or_default();
        let parties: Vec<&Party> = pool.parties.iter().map(|&index| &event.parties[index]).collect();
        let lacking = |problem| match problem {
            SplitProblem::Lacks(index) => SplitProblem::Lacks(pool.parties[index]),
            other => other,
        };
        for (&index, share) in pool.parties.iter().zip(split(total, &parties, pool.rule, turn).map_err(lacking)?) {
            sums[index] = sums[index].plus(share).unwrap_or_default();
        }
    }
    Ok(sums)
}

/// Rules such as equal savings are not additive over items, so equal items are pooled before they are split.
fn pools(event: &Event, rule: SplitRule, everywhere: bool) -> Vec<Pool<'_>> {
    let mut pools: Vec<Pool> = Vec::new();
    for item in &event.items {
        let rule = if everywhere { rule } else { item.rule.unwrap_or(rule) };
        let parties = sharing(event, item);
        match pools.iter_mut().find(|pool| pool.rule == rule && pool.parties == parties) {
            Some(pool) => pool.items.push(item),
            None => pools.push(Pool { rule, parties, items: vec![item] }),
        }
    }
    pools
}

/// Indices of the parties that share an item: all where none is named.
fn sharing(event: &Event, item: &Item) -> Vec<usize> {
    let shares = |party: &Party| item.shared_by.is_empty() || item.shared_by.contains(&party.id);
    event.parties.iter().enumerate().filter(|(_, party)| shares(party)).map(|(index, _)| index).collect()
}

fn row(event: &Event, party: &Party, share: Money) -> PartyShare {
    let payments = event.items.iter().flat_map(|item| &item.paid_by);
    let paid = Money::total(payments.filter(|payment| payment.party == party.id).map(|payment| payment.amount));
    let paid = paid.unwrap_or_default();
    PartyShare {
        party: party.id.clone(),
        share,
        paid,
        balance: paid.minus(share).unwrap_or_default(),
        alone: party.alone,
        saving: party.alone.and_then(|alone| alone.minus(share)),
    }
}

/// What to mend in an event.
pub(super) fn findings(event: &Event, report: &EventReport, out: &mut Vec<Finding>) {
    let mut add = |field, problem| out.push(Finding::new(Section::Event, Some(&event.id), field, problem));
    if event.owner.is_none() {
        add("owner", Problem::NoOwner);
    }
    if event.parties.is_empty() && event.items.is_empty() {
        return;
    }
    if event.us.is_none() {
        add("us", Problem::EventWithoutUs);
    }
    if Money::total(event.items.iter().map(|item| item.amount)).is_none() {
        add("items", Problem::MoneyTooLarge);
    }
    if let Some(problem) = report.problem {
        add("rule", Problem::EventNotSplit(problem));
    }
    for row in &report.shares {
        if let Some(over_by) = row.over_by() {
            add("rule", Problem::UnfairShare { party: row.party.clone(), over_by });
        }
    }
    for item in &event.items {
        let paid = paid(item);
        if paid > item.amount {
            add("items", Problem::PaidTooMuch { item: item.id.clone(), paid, amount: item.amount });
        }
    }
}
