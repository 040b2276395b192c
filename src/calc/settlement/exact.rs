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
//! where i stands last. That is 2ⁿ entries of n steps each. All parties together sum to zero and one of them may
//! always stand last, so the table is about the others only: 2ⁿ⁻¹ bytes.

use super::{Open, Set};

/// The most sets that sum to zero; `open` must do so as a whole and be few.
pub(super) fn divide(open: &[Open]) -> Vec<Set> {
    let Some((last, others)) = open.split_last() else { return Vec::new() };
    let sums = Sums::new(others);
    let most = most_sets(others.len(), &sums);
    // From the end of the row back to its beginning, always by the first party that fits.
    let mut sets = vec![vec![*last]];
    let mut subset = most.len() - 1;
    while subset != 0 {
        let closes = sums.of(subset) == 0;
        if closes {
            sets.push(Vec::new());
        }
        let before = most[subset] - u8::from(closes);
        let fits = |member: &usize| subset & (1 << member) != 0 && most[subset ^ (1 << member)] == before;
        let Some(member) = (0..others.len()).find(fits) else { break };
        if let Some(set) = sets.last_mut() {
            set.push(others[member]);
        }
        subset ^= 1 << member;
    }
    sets
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
