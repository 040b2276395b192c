//! The relaxed problem in whole steps, solved exactly.
//!
//! The majorant of the points at whole numbers is made of pieces of whole length, each worth less a unit than the one
//! before. Taking pieces in the order of their worth is then the best there is, group limits included (the sets of
//! pieces that fit a budget and limits of groups inside it form a polymatroid, on which the greedy order is optimal;
//! Edmonds, 1970), and whole limits give whole spends. Nobody takes a million pieces one by one: the multiplier leads
//! to within one piece a channel of the answer, and only those last pieces go through the queue. Where it leads less
//! far (numbers so large or small that no multiplier says more), whole stretches of pieces are taken at once.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::multiplier::{Relaxed, Scope};

/// Channels whose spends share a limit, and the room it leaves.
pub(super) struct Pool<'a> {
    pub(super) members: &'a [usize],
    pub(super) room: f64,
}

/// The next piece of a channel, and what a unit of it is worth.
struct Piece {
    worth: f64,
    member: usize,
    pool: usize,
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
        let log = self.find(Scope::All, self.budget - most_missing, self.log).log;
        self.log = log;
        for group in 0..self.members.len() {
            self.settle_group_whole(group, log);
        }
        let left = self.budget - self.x.iter().sum::<f64>();
        let rooms: Vec<f64> = (0..self.members.len()).map(|group| self.limits[group].max - self.spent(group)).collect();
        let members = std::mem::take(&mut self.members);
        let pools = members.iter().zip(rooms).map(|(members, room)| Pool { members, room });
        let mut pools: Vec<Pool<'_>> = pools.collect();
        let left = self.take_best(&mut pools, left);
        // Nothing that is left is worth anything: otherwise it would have been taken.
        let open = pools.iter().filter(|pool| left > 0.0 && pool.room > 0.0).flat_map(|pool| pool.members);
        let next = open.filter_map(|&member| self.next_piece(member, 0)).map(|piece| piece.worth);
        self.beyond = left.max(0.0) * next.fold(0.0, f64::max);
        self.members = members;
    }

    /// Sets the spends of a group to what surely fits, and then up to its minimum.
    fn settle_group_whole(&mut self, group: usize, log: f64) {
        let limits = self.limits[group];
        let most_missing = count(self.members[group].len());
        let sum = self.sum(Scope::Group(group), log);
        let own = if sum.low > limits.max - most_missing {
            self.find(Scope::Group(group), limits.max - most_missing, log).log
        } else if sum.low < limits.min - most_missing {
            self.find(Scope::Group(group), limits.min - most_missing, log).log
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
            let left = self.take_best(&mut [Pool { members: &members, room: f64::INFINITY }], lacking);
            self.members[group] = members;
            self.force(group, left);
        }
    }

    /// Takes the best pieces until `left` is used up, from each pool as much as it has room for. Gives what is left
    /// when no piece is worth anything.
    pub(super) fn take_best(&mut self, pools: &mut [Pool<'_>], left: f64) -> f64 {
        match self.take_pieces(pools, left) {
            Ok(left) => left,
            Err(left) => {
                let left = self.take_stretches(pools, left);
                // No more are left now than go through the queue.
                self.take_pieces(pools, left).unwrap_or_else(|left| left)
            }
        }
    }

    /// Takes the best pieces one by one; an error says how much is left after so many that one by one takes too long.
    fn take_pieces(&mut self, pools: &mut [Pool<'_>], mut left: f64) -> Result<f64, f64> {
        if left <= 0.0 {
            return Ok(left);
        }
        let members = pools.iter().enumerate().flat_map(|(pool, one)| one.members.iter().map(move |&one| (one, pool)));
        let mut queue: BinaryHeap<Piece> = members.filter_map(|(member, pool)| self.next_piece(member, pool)).collect();
        for _ in 0..MOST_PIECES * self.majorants.len() {
            self.work += 1;
            let Some(Piece { member, pool, .. }) = queue.pop().filter(|_| left > 0.0) else { return Ok(left) };
            let (majorant, x) = (&self.majorants[member], self.x[member]);
            let length = if x < majorant.end { majorant.end - x } else { 1.0 };
            let taken = length.min(left).min(pools[pool].room).max(0.0);
            self.x[member] += taken;
            pools[pool].room -= taken;
            left -= taken;
            if taken >= length {
                queue.extend(self.next_piece(member, pool));
            }
        }
        Err(left)
    }

    fn next_piece(&self, member: usize, pool: usize) -> Option<Piece> {
        let (majorant, x) = (&self.majorants[member], self.x[member]);
        if x >= majorant.high {
            return None;
        }
        let worth = if x < majorant.end { majorant.slope } else { majorant.curve.next_unit(x) };
        (worth > 0.0).then_some(Piece { worth, member, pool })
    }
}

/// Pieces a channel after which stretches are taken.
const MOST_PIECES: usize = 8;

#[allow(clippy::cast_precision_loss)] // numbers of channels
pub(super) fn count(items: usize) -> f64 {
    items as f64
}
