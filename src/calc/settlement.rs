//! Settling up: who pays whom so that nobody owes anything any more, in the fewest transfers possible.
//!
//! Each party has a balance: what it paid less what it should have paid. Balances sum to zero.
//!
//! **What is to be found.** A set of parties whose balances sum to zero can settle among itself. With k members it
//! needs k − 1 transfers: its debtors, in order, pay its creditors, in order, and every transfer makes at least one
//! more of them even, the last one two. Turned round, the transfers of any settlement join the parties into sets that
//! sum to zero, and joining k parties takes at least k − 1 transfers. So with n parties that are not even
//!
//! ```text
//! fewest transfers = n − (the most sets summing to zero that the parties can be divided into)
//! ```
//!
//! **How.** Parties that owe and are owed the very same are paired off first ([`pairs`]), which never costs a
//! transfer. What is left is divided exhaustively up to [`EXACT_PARTIES`] parties ([`exact`]); above that small sets
//! are searched for, and counted to prove how many sets there can be at most ([`many`]).
//!
//! **Stable.** Parties that no debt links, not even by way of others, have nothing to do with one another: each group
//! of linked parties is settled by itself wherever that takes no more transfers, so that what others owe among
//! themselves changes nothing. A party's place in the given order breaks every tie, never its amount.

mod exact;
mod many;

use std::collections::{BTreeMap, HashMap, VecDeque};

use crate::plan::Money;

/// Up to so many parties (not counting even ones and pairs) the fewest transfers are found and proven in every case:
/// half a MiB of memory, and five million steps at most.
pub const EXACT_PARTIES: usize = 20;

/// So many settlements at once take all the effort that helps; more of them take less each.
const AT_ONCE: usize = 5;

/// Parties that are divided exhaustively however many settlements there are: a thousand steps.
const ALWAYS_EXACT: usize = 8;

/// How far the fewest transfers are searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Up to so many parties are divided exhaustively.
    parties: usize,
    /// The part of the whole effort, as its reciprocal.
    part: usize,
}

impl Effort {
    /// All that helps one settlement.
    pub const WHOLE: Self = Self { parties: EXACT_PARTIES, part: 1 };

    /// For each of so many settlements that somebody waits for together: all of them take no longer than a few.
    #[must_use]
    pub fn among(settlements: usize) -> Self {
        let part = settlements.div_ceil(AT_ONCE).max(1);
        // One party less is half the table.
        let fewer = part.next_power_of_two().ilog2() as usize;
        Self { parties: EXACT_PARTIES.saturating_sub(fewer).max(ALWAYS_EXACT), part }
    }
}

/// One payment from a party to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Transfer {
    /// Who pays: its place among the balances.
    pub from: usize,
    /// Who is paid.
    pub to: usize,
    /// How much, above zero.
    pub amount: Money,
}

/// Transfers after which every balance is zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settlement {
    /// The transfers, by who pays and who is paid.
    pub transfers: Vec<Transfer>,
    /// No settlement of these balances has fewer transfers than this.
    pub lower_bound: usize,
}

impl Settlement {
    /// Whether the transfers are proven to be the fewest.
    #[must_use]
    pub fn is_minimal(&self) -> bool {
        self.transfers.len() == self.lower_bound
    }
}

/// A party that is not even: above zero it is owed money, below zero it owes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Open {
    party: usize,
    minor: i64,
}

/// A set of parties whose balances sum to zero.
type Set = Vec<Open>;

/// Settles balances (paid less share) in the fewest transfers, proven to [`EXACT_PARTIES`] parties; above that the
/// fewest found. `None` where the balances do not sum to zero.
#[must_use]
pub fn settle(balances: &[Money]) -> Option<Settlement> {
    if Money::total(balances.iter().copied())? != Money::ZERO {
        return None;
    }
    Some(settle_groups(vec![open(balances)], Effort::WHOLE))
}

/// Settles what `parties` parties owe one another, nothing set off, as [`settle`] does; parties that no debt links pay
/// each other only where that saves a transfer. `None` where a party's debts sum to more than can be calculated with.
#[must_use]
pub fn settle_debts(parties: usize, debts: impl IntoIterator<Item = Transfer>, effort: Effort) -> Option<Settlement> {
    let mut balances = vec![Money::ZERO; parties];
    let mut group: Vec<usize> = (0..parties).collect();
    for debt in debts {
        balances[debt.from] = balances[debt.from].minus(debt.amount)?;
        balances[debt.to] = balances[debt.to].plus(debt.amount)?;
        let (from, to) = (first_of(&mut group, debt.from), first_of(&mut group, debt.to));
        group[from.max(to)] = from.min(to);
    }
    let mut groups: BTreeMap<usize, Set> = BTreeMap::new();
    for open in open(&balances) {
        groups.entry(first_of(&mut group, open.party)).or_default().push(open);
    }
    Some(settle_groups(groups.into_values().collect(), effort))
}

/// The first party of the group that a party is in: each leads to an earlier one of its group, the first to itself. What
/// is passed leads further from then on.
fn first_of(group: &mut [usize], mut party: usize) -> usize {
    while group[party] != party {
        group[party] = group[group[party]];
        party = group[party];
    }
    party
}

/// The parties that are not even.
fn open(balances: &[Money]) -> Set {
    let parties = balances.iter().enumerate().map(|(party, balance)| Open { party, minor: balance.minor() });
    parties.filter(|open| open.minor != 0).collect()
}

/// Settles groups of parties, each of which sums to zero.
fn settle_groups(groups: Vec<Set>, effort: Effort) -> Settlement {
    let (mut pairs, groups) = paired(groups);
    let (sets, lower_bound) = divide(&groups, effort);
    let lower_bound = pairs.len() + lower_bound;
    pairs.extend(sets);
    let mut transfers: Vec<Transfer> = pairs.into_iter().flat_map(transfers).collect();
    transfers.sort_unstable();
    Settlement { transfers, lower_bound }
}

/// The pairs of each group, and what is left of the groups.
fn paired(groups: Vec<Set>) -> (Vec<Set>, Vec<Set>) {
    let (found, left): (Vec<Vec<Set>>, Vec<Set>) = groups.into_iter().map(pairs).unzip();
    (found.into_iter().flatten().collect(), left.into_iter().filter(|group| !group.is_empty()).collect())
}

/// Divides groups without pairs of their own into sets that sum to zero, and says how many transfers there must be.
fn divide(groups: &[Set], effort: Effort) -> (Vec<Set>, usize) {
    let mut all: Set = groups.iter().flatten().copied().collect();
    all.sort_unstable_by_key(|open| open.party);
    let count = all.len();
    if count <= effort.parties {
        let place = |member: &Open| 1 << all.partition_point(|open| open.party < member.party);
        let groups: Vec<usize> = groups.iter().map(|group| group.iter().map(place).sum()).collect();
        let sets = exact::divide(&all, &groups);
        let least = count - sets.len();
        return (sets, least);
    }
    // Too many to know which sets may be kept: all groups apart, or all together.
    let (mut together, rest) = pairs(all);
    let (sets, most) = divide_group(&rest, effort);
    let least = count - together.len() - most;
    together.extend(sets);
    if let [_, _, ..] = groups {
        let apart: Vec<Set> = groups.iter().flat_map(|group| divide_group(group, effort).0).collect();
        if apart.len() >= together.len() {
            return (apart, least);
        }
    }
    (together, least)
}

/// Sets of one group without pairs, and the most there can be.
fn divide_group(group: &[Open], effort: Effort) -> (Vec<Set>, usize) {
    if group.len() > effort.parties {
        return many::divide(group, effort);
    }
    let sets = exact::divide(group, &[]);
    let most = sets.len();
    (sets, most)
}

/// Parties with opposite balances, each with the first one that waits for it; and the others.
///
/// Pairing never costs a transfer. Take any best division, and x and −x in it. If they stand in the same set of more
/// than two, splitting them off makes one set more, so it was not the best. If they stand in two sets, let them form
/// one set and all other members of both another: that sums to zero too, is not empty (no balance is zero, so no set
/// has one member), and there are as many sets as before. Within a group this keeps apart what was apart: where both
/// sets were of that group alone, so are the pair and the others.
fn pairs(parties: Set) -> (Vec<Set>, Set) {
    let mut pairs = Vec::new();
    let mut waiting: HashMap<i64, VecDeque<Open>> = HashMap::new();
    for open in parties {
        match waiting.get_mut(&-open.minor).and_then(VecDeque::pop_front) {
            Some(other) => pairs.push(vec![other, open]),
            None => waiting.entry(open.minor).or_default().push_back(open),
        }
    }
    let mut alone: Set = waiting.into_values().flatten().collect();
    alone.sort_unstable_by_key(|open| open.party);
    (pairs, alone)
}

/// The transfers of one set: debtors in order pay creditors in order, each as much as one owes and the other lacks.
fn transfers(mut set: Set) -> Vec<Transfer> {
    set.sort_unstable_by_key(|open| open.party);
    let (mut owed, mut owing): (Vec<Open>, Vec<Open>) = set.into_iter().rev().partition(|open| open.minor > 0);
    let mut transfers = Vec::new();
    while let (Some(to), Some(from)) = (owed.last_mut(), owing.last_mut()) {
        let minor = to.minor.min(-from.minor);
        to.minor -= minor;
        from.minor += minor;
        // Never beyond the largest amount: it is a part of a balance.
        let amount = Money::from_minor(minor).unwrap_or_default();
        transfers.push(Transfer { from: from.party, to: to.party, amount });
        owed.pop_if(|open| open.minor == 0);
        owing.pop_if(|open| open.minor == 0);
    }
    transfers
}

#[cfg(test)]
mod tests;
