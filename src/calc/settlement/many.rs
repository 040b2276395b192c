//! Many parties: small sets that sum to zero, found by looking up what is lacking, and how many sets there can be.
//!
//! All sets of three to six parties that sum to zero are looked for, as two halves with opposite sums. That serves two
//! ends. Sets that do not overlap are taken, small ones first. And for each party the smallest set that it could be
//! in at all becomes known: sᵢ. In any division, a party in a set of k counts for 1/k of a set and k ≥ sᵢ, so there
//! are at most Σ 1/sᵢ sets. Nor can there be more sets than debtors, or than creditors.

use super::{Effort, Open, Set, exact};

/// Sizes of sets that are looked for, each with the sizes of its halves.
const SIZES: [(usize, [usize; 2]); 4] = [(3, [2, 1]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3])];

/// The most halves of a size that are kept, and the most pairs of halves that are compared: about 30 MiB and a few
/// tenths of a second at the very most, for the whole effort.
const MOST_HALVES: usize = 200_000;
const MOST_LOOKS: usize = 20_000_000;

/// Fractions 1/3 to 1/7 are whole numbers of parts of 420.
const WHOLE: usize = 420;

/// Sets that sum to zero, as many as found, and the most there can be. No two parties of `open` cancel out, and all
/// together sum to zero.
pub(super) fn divide(open: &[Open], effort: Effort) -> (Vec<Set>, usize) {
    let mut search = Search::new(open, effort);
    let mut searched = 2;
    for (size, halves) in SIZES {
        if !search.look_for(size, halves) {
            break;
        }
        searched = size;
    }
    let most = search.most_sets(searched);
    (search.finish(), most)
}

struct Search<'a> {
    open: &'a [Open],
    /// Whether a party is in no set yet.
    free: Vec<bool>,
    /// Size of the smallest set a party could be in; 0 where none is found.
    smallest: Vec<usize>,
    sets: Vec<Set>,
    looks: usize,
    effort: Effort,
}

/// One to three different parties, in order; unused places repeat the last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Half([usize; 3]);

impl Half {
    fn overlaps(self, other: Self) -> bool {
        self.0.iter().any(|member| other.0.contains(member))
    }
}

impl<'a> Search<'a> {
    fn new(open: &'a [Open], effort: Effort) -> Self {
        let count = open.len();
        Self { open, free: vec![true; count], smallest: vec![0; count], sets: Vec::new(), looks: 0, effort }
    }

    /// Finds for every party whether it is in a set of this size, and takes such sets. False where that would take
    /// too long.
    fn look_for(&mut self, size: usize, [left, right]: [usize; 2]) -> bool {
        let (Some(lefts), Some(mut rights)) = (self.halves(left), self.halves(right)) else { return false };
        rights.sort_unstable();
        // Any party of a set stands in a left half of it: those say enough.
        for (sum, half) in lefts {
            let from = rights.partition_point(|(other, _)| *other < -sum);
            for (_, other) in rights[from..].iter().take_while(|(other, _)| *other == -sum) {
                let unknown = half.0.iter().any(|&member| self.smallest[member] == 0);
                let is_free = half.0.iter().all(|&member| self.free[member]);
                if !unknown && !is_free {
                    break;
                }
                self.looks += 1;
                if self.looks > MOST_LOOKS / self.effort.part {
                    return false;
                }
                if !half.overlaps(*other) {
                    self.found(size, half, *other);
                }
            }
        }
        true
    }

    fn found(&mut self, size: usize, half: Half, other: Half) {
        let mut members: Vec<usize> = half.0.into_iter().chain(other.0).collect();
        members.sort_unstable();
        members.dedup();
        for &member in &members {
            if self.smallest[member] == 0 {
                self.smallest[member] = size;
            }
        }
        if members.iter().all(|&member| self.free[member]) {
            for &member in &members {
                self.free[member] = false;
            }
            self.sets.push(members.into_iter().map(|member| self.open[member]).collect());
        }
    }

    /// All halves of a size with their sums; `None` where they are too many.
    fn halves(&self, size: usize) -> Option<Vec<(i64, Half)>> {
        let count = self.open.len();
        let many = (1..=size).fold(1_usize, |many, taken| many.saturating_mul(count + 1 - taken) / taken);
        if many > MOST_HALVES / self.effort.part {
            return None;
        }
        let mut halves = Vec::with_capacity(many);
        let minor = |member: usize| self.open[member].minor;
        for first in 0..count {
            if size == 1 {
                halves.push((minor(first), Half([first; 3])));
                continue;
            }
            for second in first + 1..count {
                let sum = minor(first) + minor(second);
                if size == 2 {
                    halves.push((sum, Half([first, second, second])));
                    continue;
                }
                halves.extend((second + 1..count).map(|third| (sum + minor(third), Half([first, second, third]))));
            }
        }
        Some(halves)
    }

    /// The most sets there can be, knowing all sets up to a size.
    fn most_sets(&self, searched: usize) -> usize {
        let least = |smallest: &usize| if *smallest == 0 { searched + 1 } else { *smallest };
        let by_size = self.smallest.iter().map(|smallest| WHOLE / least(smallest)).sum::<usize>() / WHOLE;
        let debtors = self.open.iter().filter(|open| open.minor < 0).count();
        by_size.min(debtors).min(self.open.len() - debtors)
    }

    /// The sets found, and the remaining parties: divided exhaustively, along with as many of the largest sets as
    /// the table holds, or else as one set.
    fn finish(mut self) -> Vec<Set> {
        let left = self.open.iter().zip(&self.free).filter(|(_, free)| **free);
        let mut left: Set = left.map(|(open, _)| *open).collect();
        if left.len() > self.effort.parties {
            self.sets.push(left);
            return self.sets;
        }
        while let Some(set) = self.sets.pop_if(|set| set.len() + left.len() <= self.effort.parties) {
            left.extend(set);
        }
        left.sort_unstable_by_key(|open| open.party);
        self.sets.extend(exact::divide(&left, &[]));
        self.sets
    }
}
