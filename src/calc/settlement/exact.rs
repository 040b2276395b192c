//! Few parties: every division is looked at, through a table of all their subsets.
//!
//! Let the parties stand in a row, and count the places where the sum of all so far is zero: between two such places
//! stands a set that sums to zero. So the most sets are the most such places, over all orders of the row. For a
//! subset of the parties, standing first in whatever order,
//!
//! ```text
//! most(subset) = max over its members i of most(subset without i) + (1 if the subset sums to zero)
//! ```
//!
//! where i stands last. That is 2ⁿ entries of n steps each. A row that sums to zero may end with any of its members,
//! so the table is about all parties but the last: 2ⁿ⁻¹ bytes. It also answers for any part of the parties that sums
//! to zero, which is how groups are kept together for no more time than one table takes.

use super::{Open, Set};

/// The most sets that sum to zero; `open` must do so as a whole and be few. `groups` are parts of `open`, as bits, that
/// sum to zero and do not overlap: the sets of each by itself are kept wherever that leaves as many sets in all.
pub(super) fn divide(open: &[Open], groups: &[usize]) -> Vec<Set> {
    let Some((_, others)) = open.split_last() else { return Vec::new() };
    let sums = Sums::new(others);
    let table = Table { open, most: most_sets(others.len(), &sums), sums };
    let mut left = (1 << open.len()) - 1;
    let mut sets = Vec::new();
    for set in groups.iter().flat_map(|group| table.sets(*group)) {
        if table.most_sets(left ^ set) + 1 == table.most_sets(left) {
            sets.push(set);
            left ^= set;
        }
    }
    sets.extend(table.sets(left));
    sets.into_iter().map(|set| table.members(set).collect()).collect()
}

struct Table<'a> {
    open: &'a [Open],
    /// For every subset of all parties but the last.
    most: Vec<u8>,
    sums: Sums,
}

impl Table<'_> {
    fn members(&self, subset: usize) -> impl Iterator<Item = Open> {
        let open = self.open.iter().enumerate();
        open.filter(move |(place, _)| subset & (1 << place) != 0).map(|(_, open)| *open)
    }

    /// The most sets of a subset that sums to zero.
    fn most_sets(&self, subset: usize) -> u8 {
        match self.most.get(subset) {
            Some(most) => *most,
            None => 1 + self.most[subset - self.most.len()],
        }
    }

    /// Such sets of a subset that sums to zero: from the end of its row, where its last party stands, back to the
    /// beginning, always by the first party that fits.
    fn sets(&self, subset: usize) -> Vec<usize> {
        let Some(last) = subset.checked_ilog2() else { return Vec::new() };
        let mut sets = vec![1 << last];
        let mut left = subset ^ (1 << last);
        while left != 0 {
            let closes = self.sums.of(left) == 0;
            if closes {
                sets.push(0);
            }
            let before = self.most[left] - u8::from(closes);
            let fits = |member: &usize| left & member != 0 && self.most[left ^ member] == before;
            let Some(member) = (0..last).map(|place| 1 << place).find(fits) else { break };
            if let Some(set) = sets.last_mut() {
                *set |= member;
            }
            left ^= member;
        }
        sets
    }
}

/// The table: for every subset, as bits, the most places where a row of it sums to zero.
fn most_sets(count: usize, sums: &Sums) -> Vec<u8> {
    let mut most = vec![0_u8; 1 << count];
    for subset in 1..most.len() {
        let mut members = subset;
        let mut best = 0;
        while members != 0 {
            let member = members & members.wrapping_neg();
            best = best.max(most[subset ^ member]);
            members ^= member;
        }
        most[subset] = best + u8::from(sums.of(subset) == 0);
    }
    most
}

/// Sums of subsets, from two small tables: one for the first half of the parties, one for the second.
struct Sums {
    half: usize,
    first: Vec<i64>,
    second: Vec<i64>,
}

impl Sums {
    fn new(open: &[Open]) -> Self {
        let half = open.len() / 2;
        let (first, second) = open.split_at(half);
        Self { half, first: all_sums(first), second: all_sums(second) }
    }

    fn of(&self, subset: usize) -> i64 {
        self.first[subset & ((1 << self.half) - 1)] + self.second[subset >> self.half]
    }
}

fn all_sums(open: &[Open]) -> Vec<i64> {
    let mut sums = vec![0];
    for member in open {
        let with: Vec<i64> = sums.iter().map(|sum| sum + member.minor).collect();
        sums.extend(with);
    }
    sums
}
