//! The relaxed problem in whole steps, solved exactly.
//!
//! The majorant of the points at whole numbers is made of pieces of whole length, each worth less a unit than the one
//! before. Taking pieces in the order of their worth is then the best there is, group limits included (the sets of
//! pieces that fit a budget and limits of groups inside it form a polymatroid, on which the greedy order is optimal;
//! Edmonds, 1970), and whole limits give whole spends. Nobody takes a million pieces one by one: the multiplier leads
//! to within one piece a channel of the answer, and only those last pieces go through the queue.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::multiplier::{Relaxed, Scope};

/// The next piece of a channel, and what a unit of it is worth.
struct Piece {
    worth: f64,
    member: usize,
}

impl PartialEq for Piece {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Piece {}

impl PartialOrd for Piece {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Piece {
    /// The first of equal channels comes first.
    fn cmp(&self, other: &Self) -> Ordering {
        self.worth.total_cmp(&other.worth).then(other.member.cmp(&self.member))
    }
}

impl Relaxed {
    /// Solves the problem in whole steps into `x`.
    pub(super) fn solve_whole(&mut self) {
        let most_missing = count(self.majorants.len());
        let log = self.find(Scope::All, self.budget - most_missing, self.log);
        self.log = log;
        for group in 0..self.members.len() {
            self.settle_group_whole(group, log);
        }
        let everyone: Vec<usize> = (0..self.x.len()).collect();
        let mut spare: Vec<f64> =
            (0..self.members.len()).map(|group| self.limits[group].max - self.spent(group)).collect();
        let left = self.budget - self.x.iter().sum::<f64>();
        let group_of = self.group_of();
        self.take_best(&everyone, left, |member, wish| {
            let spare = &mut spare[group_of[member]];
            let taken = wish.min(*spare);
            *spare -= taken;
            taken
        });
    }

    fn group_of(&self) -> Vec<usize> {
        let mut group_of = vec![0; self.x.len()];
        for (group, members) in self.members.iter().enumerate() {
            for &member in members {
                group_of[member] = group;
            }
        }
        group_of
    }

    /// Sets the spends of a group to what surely fits, and then up to its minimum.
    fn settle_group_whole(&mut self, group: usize, log: f64) {
        let limits = self.limits[group];
        let most_missing = count(self.members[group].len());
        let sum = self.sum(Scope::Group(group), log);
        let own = if sum.low > limits.max - most_missing {
            self.find(Scope::Group(group), limits.max - most_missing, log)
        } else if sum.low < limits.min - most_missing {
            self.find(Scope::Group(group), limits.min - most_missing, log)
        } else {
            log
        };
        self.group_logs[group] = own;
        for position in 0..self.members[group].len() {
            let member = self.members[group][position];
            self.x[member] = self.spend_of(member, own).floor();
        }
        let lacking = limits.min - self.spent(group);
        if lacking > 0.0 {
            let members = std::mem::take(&mut self.members[group]);
            let left = self.take_best(&members, lacking, |_, wish| wish);
            self.members[group] = members;
            self.force(group, left);
        }
    }

    /// Takes the best pieces until `left` is used up; `allow` says how much of a piece may be taken. Gives what is
    /// left when no piece is worth anything.
    fn take_best(&mut self, members: &[usize], mut left: f64, mut allow: impl FnMut(usize, f64) -> f64) -> f64 {
        if left <= 0.0 {
            return left;
        }
        let mut queue: BinaryHeap<Piece> = members.iter().filter_map(|&member| self.next_piece(member)).collect();
        while left > 0.0 {
            let Some(Piece { member, .. }) = queue.pop() else { break };
            let (majorant, x) = (&self.majorants[member], self.x[member]);
            let length = if x < majorant.end { majorant.end - x } else { 1.0 };
            let taken = allow(member, length.min(left));
            self.x[member] += taken;
            left -= taken;
            if taken >= length {
                queue.extend(self.next_piece(member));
            }
        }
        left
    }

    fn next_piece(&self, member: usize) -> Option<Piece> {
        let (majorant, x) = (&self.majorants[member], self.x[member]);
        if x >= majorant.high {
            return None;
        }
        let worth = if x < majorant.end { majorant.slope } else { majorant.curve.next_unit(x) };
        (worth > 0.0).then_some(Piece { worth, member })
    }
}

#[allow(clippy::cast_precision_loss)] // numbers of channels
fn count(items: usize) -> f64 {
    items as f64
}
