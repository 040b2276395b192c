//! Items that are split together, and what each payment for them means between the parties.
//!
//! A pool is split by what it costs less what it brings in. Who pays and who receives is looked at from both sides:
//! each party's share is its part of the costs less its part of the income ([`Pool::sides`]).

use std::collections::{HashMap, HashSet};

use crate::calc::split::{SplitProblem, in_proportion, split};
use crate::plan::event::{Item, ItemKind, Party, SplitRule};
use crate::plan::{Event, Money};

use super::{Debts, MOST_PARTS, NotSplit};

/// Items with the same rule and the same parties. Rules such as equal savings are not additive over items, so these
/// are split as one amount.
pub struct Pool<'a> {
    /// Their rule.
    pub rule: SplitRule,
    /// Places of the parties that share them.
    pub parties: Vec<usize>,
    /// What is split.
    pub items: Vec<&'a Item>,
    /// The share of each of `parties`; below zero what it gains.
    pub shares: Vec<Money>,
}

/// What each party of a pool shares of its costs and of its income, neither below zero.
struct Sides {
    costs: Vec<Money>,
    income: Vec<Money>,
}

/// The pools of an event with their shares. With `everywhere` the rule also replaces the items' own rules.
pub(super) fn pools(event: &Event, rule: SplitRule, everywhere: bool) -> Result<Vec<Pool<'_>>, Vec<NotSplit>> {
    if parts(event) > MOST_PARTS {
        return Err(vec![too_many(event, rule)]);
    }
    let mut pools: Vec<Pool> = Vec::new();
    let mut known = HashMap::new();
    for item in &event.items {
        let rule = if everywhere { rule } else { item.rule.unwrap_or(rule) };
        let named = named(event, item);
        let place = *known.entry((rule, named.clone())).or_insert(pools.len());
        if let Some(pool) = pools.get_mut(place) {
            pool.items.push(item);
        } else {
            let parties = named.unwrap_or_else(|| (0..event.parties.len()).collect());
            pools.push(Pool { rule, parties, items: vec![item], shares: Vec::new() });
        }
    }
    let split = pools.iter_mut().enumerate().map(|(turn, pool)| pool.split(event, turn));
    let problems: Vec<NotSplit> = split.filter_map(Result::err).collect();
    if problems.is_empty() { Ok(pools) } else { Err(problems) }
}

/// In how many parts an event is shared: each item, and each payment, among the parties.
fn parts(event: &Event) -> usize {
    let items_and_payments = event.items.iter().map(|item| 1 + item.payments.len()).sum::<usize>();
    event.parties.len().saturating_mul(items_and_payments)
}

fn too_many(event: &Event, rule: SplitRule) -> NotSplit {
    let total = Money::total(event.items.iter().map(Item::cost)).unwrap_or_default();
    let items = event.items.iter().map(|item| item.id.clone()).collect();
    NotSplit { rule, items, total, problem: SplitProblem::TooMany }
}

/// Places of the parties that share an item; `None` where all do, as where none is named.
fn named(event: &Event, item: &Item) -> Option<Vec<usize>> {
    if item.shared_by.is_empty() {
        return None;
    }
    let named: HashSet<_> = item.shared_by.iter().collect();
    let parties = event.parties.iter().enumerate().filter(|(_, party)| named.contains(&party.id));
    let places: Vec<usize> = parties.map(|(index, _)| index).collect();
    (places.len() < event.parties.len()).then_some(places)
}

impl Pool<'_> {
    fn split(&mut self, event: &Event, turn: usize) -> Result<(), NotSplit> {
        let total = Money::total(self.items.iter().map(|item| item.cost())).unwrap_or_default();
        let shares = split(total, &self.named(event), self.rule, turn).and_then(|shares| self.covered(total, shares));
        self.shares = shares.map_err(|problem| NotSplit {
            rule: self.rule,
            items: self.items.iter().map(|item| item.id.clone()).collect(),
            total,
            problem: match problem {
                SplitProblem::Lacks(index) => SplitProblem::Lacks(self.parties[index]),
                other => other,
            },
        })?;
        Ok(())
    }

    fn named<'e>(&self, event: &'e Event) -> Vec<&'e Party> {
        self.parties.iter().map(|&index| &event.parties[index]).collect()
    }

    fn sum(&self, kind: ItemKind) -> Money {
        Money::total(self.items.iter().filter(|item| item.kind == kind).map(|item| item.amount)).unwrap_or_default()
    }

    /// Shares above zero never sum to more than the costs, nor gains to more than the income; typed amounts might.
    fn covered(&self, total: Money, shares: Vec<Money>) -> Result<Vec<Money>, SplitProblem> {
        let left = self.sum(ItemKind::Cost).minus(paying(&shares)).unwrap_or_default();
        if self.rule != SplitRule::Amounts || left >= Money::ZERO {
            return Ok(shares);
        }
        Err(SplitProblem::DoesNotAddUp(if total < Money::ZERO { left.opposite() } else { left }))
    }

    /// A share is a part of the costs less a part of the income. What the income covers of the costs belongs to both
    /// parts: it is spread as the rule spreads the costs, as far as these are above the shares. `None` where the sums
    /// go beyond the largest amount.
    fn sides(&self, event: &Event, turn: usize) -> Option<Sides> {
        let costs = self.sum(ItemKind::Cost);
        let covered = costs.minus(paying(&self.shares)).filter(|covered| *covered >= Money::ZERO)?;
        let before_income = match self.rule {
            SplitRule::Amounts => None,
            rule => split(costs, &self.named(event), rule, turn).ok(),
        };
        let above = |(share, cost): (&Money, &Money)| cost.minus(above_zero(*share)).map_or(Money::ZERO, above_zero);
        let by_rule = before_income.map(|costs| self.shares.iter().zip(&costs).map(above).collect::<Vec<_>>());
        let equally = vec![Money::from_minor(1)?; self.shares.len()];
        let spread = by_rule.and_then(|weights| in_proportion(covered, &weights, turn).ok());
        let spread = spread.or_else(|| in_proportion(covered, &equally, turn).ok())?;
        let side = |part: &dyn Fn(Money) -> Money| -> Option<Vec<Money>> {
            self.shares.iter().zip(&spread).map(|(share, both)| above_zero(part(*share)).plus(*both)).collect()
        };
        Some(Sides { costs: side(&|share| share)?, income: side(&Money::opposite)? })
    }
}

fn above_zero(amount: Money) -> Money {
    amount.max(Money::ZERO)
}

/// What those pay together who do not gain.
fn paying(shares: &[Money]) -> Money {
    Money::total(shares.iter().copied().map(above_zero)).unwrap_or_default()
}

/// Share of each party in all pools, in the plan's order.
pub(super) fn shares(event: &Event, pools: &[Pool]) -> Vec<Money> {
    let mut sums = vec![Money::ZERO; event.parties.len()];
    for pool in pools {
        for (&index, share) in pool.parties.iter().zip(&pool.shares) {
            sums[index] = sums[index].plus(*share).unwrap_or_default();
        }
    }
    sums
}

/// What the payments so far leave to be paid, between the parties, to the suppliers and by those who bring money in.
pub(super) struct PaidFor {
    /// What each party owes each payer, and each receiver each party.
    pub(super) debts: Debts,
    /// The part of each share that nobody has paid yet.
    pub(super) unpaid: Vec<Money>,
    /// The part of each in the income that nobody has received yet.
    pub(super) unreceived: Vec<Money>,
}

/// Every payment is made for all who share its pool, in proportion to what they still lack of the costs; every receipt
/// belongs to them in proportion to what they still lack of the income. Nobody's part is above what it lacks, the parts
/// sum to the payment exactly, and once all is paid nothing is lacking. Payments of strangers do not count. `None`
/// where more is paid than there is to share.
pub(super) fn paid_for(event: &Event, pools: &[Pool]) -> Option<PaidFor> {
    let mut debts = Debts::among(event.parties.len());
    let mut place = HashMap::new();
    for (index, party) in event.parties.iter().enumerate() {
        place.entry(&party.id).or_insert(index);
    }
    let mut unpaid = vec![Money::ZERO; event.parties.len()];
    let mut unreceived = unpaid.clone();
    for (turn, pool) in pools.iter().enumerate() {
        let mut lacking = pool.sides(event, turn)?;
        let payments = pool.items.iter().flat_map(|item| item.payments.iter().map(|payment| (item.kind, payment)));
        for (turn, (kind, payment)) in payments.enumerate() {
            let Some(&payer) = place.get(&payment.party) else { continue };
            // Who received money of others owes it to them.
            let (lacking, owed) = match kind {
                ItemKind::Cost => (&mut lacking.costs, debts.to(payer)),
                ItemKind::Income => (&mut lacking.income, debts.from(payer)),
            };
            let parts = in_proportion(payment.amount, lacking, turn).ok()?;
            for ((&party, lacking), part) in pool.parties.iter().zip(lacking).zip(parts) {
                *lacking = lacking.minus(part)?;
                owed[party] = owed[party].plus(part)?;
            }
        }
        for ((&party, cost), income) in pool.parties.iter().zip(lacking.costs).zip(lacking.income) {
            unpaid[party] = unpaid[party].plus(cost)?;
            unreceived[party] = unreceived[party].plus(income)?;
        }
    }
    Some(PaidFor { debts, unpaid, unreceived })
}
