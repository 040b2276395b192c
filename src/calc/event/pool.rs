//! Items that are split together, and what each payment for them means between the parties.

use std::collections::BTreeMap;

use crate::calc::settlement::Transfer;
use crate::calc::split::{SplitProblem, in_proportion, split};
use crate::plan::event::{Item, Party, SplitRule};
use crate::plan::{Event, Money};

use super::NotSplit;

/// Items with the same rule and the same parties. Rules such as equal savings are not additive over items, so these
/// are split as one amount.
pub(super) struct Pool<'a> {
    rule: SplitRule,
    /// Places of the parties that share it.
    parties: Vec<usize>,
    items: Vec<&'a Item>,
    /// The share of each of `parties`.
    shares: Vec<Money>,
}

/// The pools of an event with their shares. With `everywhere` the rule also replaces the items' own rules.
pub(super) fn pools(event: &Event, rule: SplitRule, everywhere: bool) -> Result<Vec<Pool<'_>>, Vec<NotSplit>> {
    let mut pools: Vec<Pool> = Vec::new();
    for item in &event.items {
        let rule = if everywhere { rule } else { item.rule.unwrap_or(rule) };
        let parties = sharing(event, item);
        match pools.iter_mut().find(|pool| pool.rule == rule && pool.parties == parties) {
            Some(pool) => pool.items.push(item),
            None => pools.push(Pool { rule, parties, items: vec![item], shares: Vec::new() }),
        }
    }
    let split = pools.iter_mut().enumerate().map(|(turn, pool)| pool.split(event, turn));
    let problems: Vec<NotSplit> = split.filter_map(Result::err).collect();
    if problems.is_empty() { Ok(pools) } else { Err(problems) }
}

/// Places of the parties that share an item: all where none is named.
fn sharing(event: &Event, item: &Item) -> Vec<usize> {
    let shares = |party: &Party| item.shared_by.is_empty() || item.shared_by.contains(&party.id);
    event.parties.iter().enumerate().filter(|(_, party)| shares(party)).map(|(index, _)| index).collect()
}

impl Pool<'_> {
    fn split(&mut self, event: &Event, turn: usize) -> Result<(), NotSplit> {
        let total = Money::total(self.items.iter().map(|item| item.amount)).unwrap_or_default();
        let parties: Vec<&Party> = self.parties.iter().map(|&index| &event.parties[index]).collect();
        self.shares = split(total, &parties, self.rule, turn).map_err(|problem| NotSplit {
            rule: self.rule,
            items: self.items.iter().map(|item| item.id.clone()).collect(),
            problem: match problem {
                SplitProblem::Lacks(index) => SplitProblem::Lacks(self.parties[index]),
                other => other,
            },
        })?;
        Ok(())
    }
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

/// What the payments so far leave to be paid, between the parties and to the suppliers.
pub(super) struct PaidFor {
    /// What each party owes each payer, with nothing set off.
    pub(super) transfers: Vec<Transfer>,
    /// The part of each share that nobody has paid yet.
    pub(super) unpaid: Vec<Money>,
}

/// Every payment is made for all who share its pool, in proportion to what their shares still lack. Nobody's part is
/// above what it lacks, the parts of a payment sum to it exactly, and once all is paid nothing is lacking. Payments
/// of strangers do not count. `None` where more is paid than there is to share.
pub(super) fn paid_for(event: &Event, pools: &[Pool]) -> Option<PaidFor> {
    let mut owed: BTreeMap<(usize, usize), Money> = BTreeMap::new();
    let mut unpaid = vec![Money::ZERO; event.parties.len()];
    for pool in pools {
        let mut lacking = pool.shares.clone();
        for (turn, payment) in pool.items.iter().flat_map(|item| &item.paid_by).enumerate() {
            let Some(payer) = event.parties.iter().position(|party| party.id == payment.party) else { continue };
            let parts = in_proportion(payment.amount, &lacking, turn).ok()?;
            for ((&party, lacking), part) in pool.parties.iter().zip(&mut lacking).zip(parts) {
                *lacking = lacking.minus(part)?;
                let sum = owed.entry((party, payer)).or_default();
                *sum = sum.plus(part)?;
            }
        }
        for (&party, lacking) in pool.parties.iter().zip(lacking) {
            unpaid[party] = unpaid[party].plus(lacking)?;
        }
    }
    let between_two = owed.into_iter().filter(|((from, to), amount)| from != to && *amount > Money::ZERO);
    let transfers = between_two.map(|((from, to), amount)| Transfer { from, to, amount }).collect();
    Some(PaidFor { transfers, unpaid })
}
