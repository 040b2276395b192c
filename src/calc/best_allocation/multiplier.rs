//! The relaxed problem, every curve replaced by its least concave majorant: one multiplier does it.
//!
//! At a multiplier λ each channel by itself spends as long as the next unit buys at least λ. The total falls as λ
//! rises, so one search finds the λ that spends the budget. A group whose own sum leaves its limits stands still at
//! the limit meanwhile, and gets a multiplier of its own afterwards. The logarithm of λ is searched: totals of Hill
//! curves are close to powers of λ, so that Newton on logarithms needs few steps. Where a straight piece begins to
//! pay, the total jumps; these places are known, and are tried themselves when a step comes near one.

// A jump is found when the multiplier is the very slope of a straight piece, bit by bit.
#![allow(clippy::float_cmp)]

mod bracket;

use super::curve::OnCurve;
use super::majorant::Majorant;
use super::tolerance::above;
use bracket::Bracket;

/// Limits of the sum of a group's spends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    pub(super) min: f64,
    pub(super) max: f64,
}

/// The relaxed problem and what is kept between two solutions of it.
pub(super) struct Relaxed {
    pub(super) budget: f64,
    /// Channels of each group; the last group holds those without one and has no limits.
    pub(super) members: Vec<Vec<usize>>,
    pub(super) limits: Vec<Limits>,
    pub(super) majorants: Vec<Majorant>,
    /// The solution.
    pub(super) x: Vec<f64>,
    /// ln λ of the budget; −∞ where the budget does not bind.
    pub(super) log: f64,
    /// ln λ of each group, the budget's where its limits do not bind.
    pub(super) group_logs: Vec<f64>,
    /// What is promised beyond the solution's own value on the majorants, because it was not found to the last digit.
    pub(super) beyond: f64,
    known: Vec<OnCurve>,
    /// Looks at a channel's curve so far.
    pub(super) work: u64,
}

/// A multiplier that is found, as its logarithm.
#[derive(Clone, Copy)]
pub(super) struct Multiplier {
    /// Here no more is spent than there is.
    pub(super) log: f64,
    /// Here no less, counting the straight pieces that just pay; the same, or as close below as numbers come.
    below: f64,
}

impl Multiplier {
    fn just(log: f64) -> Self {
        Self { log, below: log }
    }
}

/// Which sum is searched for.
#[derive(Clone, Copy)]
pub(super) enum Scope {
    All,
    Group(usize),
}

/// A sum at a multiplier: without and with the straight pieces that just pay there, and its fall with ln λ.
#[derive(Clone, Copy, Default)]
pub(super) struct Sum {
    pub(super) low: f64,
    pub(super) high: f64,
    fall: f64,
}

/// How close a sum of continuous spends comes to its limit, as a part of it; the rest is put right by hand.
const CLOSE: f64 = 1e-13;

/// How close it must come where all curves may follow the last step of the multiplier without being looked at again: they differ from it
/// by the square of that.
const NEAR: f64 = 1e-6;

/// From so many channels on, some are asked where the multiplier lies before all are.
const SAMPLED: usize = 64;
const MOST_ROUNDS: usize = 200;
const SAMPLED_ROUNDS: usize = 12;

impl Relaxed {
    pub(super) fn new(budget: f64, members: Vec<Vec<usize>>, limits: Vec<Limits>, majorants: Vec<Majorant>) -> Self {
        let (channels, groups) = (majorants.len(), limits.len());
        Self {
            budget,
            members,
            limits,
            majorants,
            x: vec![0.0; channels],
            log: f64::NAN,
            group_logs: vec![f64::NAN; groups],
            beyond: 0.0,
            known: vec![OnCurve::NOWHERE; channels],
            work: 0,
        }
    }

    /// Whether the sums leave room for any solution.
    pub(super) fn is_possible(&self) -> bool {
        let mut least = 0.0;
        for (members, limits) in self.members.iter().zip(&self.limits) {
            let low: f64 = members.iter().map(|&member| self.majorants[member].start).sum();
            let high: f64 = members.iter().map(|&member| self.majorants[member].high).sum();
            if above(low, limits.max) || above(limits.min, high) {
                return false;
            }
            least += low.max(limits.min);
        }
        !above(least, self.budget)
    }

    /// Nothing is better than this.
    pub(super) fn bound(&self) -> f64 {
        let value: f64 = self.majorants.iter().zip(&self.x).map(|(majorant, x)| majorant.value(*x)).sum();
        value + self.beyond
    }

    /// The sum of a scope at ln λ; a group outside its limits counts with the limit.
    pub(super) fn sum(&mut self, scope: Scope, log: f64) -> Sum {
        match scope {
            Scope::Group(group) => self.group_sum(group, log),
            Scope::All => (0..self.members.len()).fold(Sum::default(), |total, group| {
                let (sum, limits) = (self.group_sum(group, log), self.limits[group]);
                let inside = sum.low < limits.max && sum.high > limits.min;
                Sum {
                    low: total.low + sum.low.min(limits.max).max(limits.min),
                    high: total.high + sum.high.min(limits.max).max(limits.min),
                    fall: total.fall + if inside { sum.fall } else { 0.0 },
                }
            }),
        }
    }

    fn group_sum(&mut self, group: usize, log: f64) -> Sum {
        let members = std::mem::take(&mut self.members[group]);
        let sum = self.sum_of(&members, log);
        self.members[group] = members;
        sum
    }

    fn sum_of(&mut self, members: &[usize], log: f64) -> Sum {
        let mut sum = Sum::default();
        self.work += members.len() as u64;
        for &member in members {
            let one = spend_at(&self.majorants[member], log, &mut self.known[member]);
            sum.low += one.low;
            sum.high += one.high;
            sum.fall += one.fall;
        }
        sum
    }

    /// Where the sum of a scope is `target`: ln λ is +∞ where even the least is that much, −∞ where all that wins
    /// anything is no more. `target` may lie in a jump of the sum, which is then found exactly.
    pub(super) fn find(&mut self, scope: Scope, target: f64, guess: f64) -> Multiplier {
        self.find_within(scope, target, guess, CLOSE)
    }

    /// The same, but where no jump is left the sum may stay `near` to the target, as a part of it.
    fn find_within(&mut self, scope: Scope, target: f64, guess: f64, near: f64) -> Multiplier {
        if self.sum(scope, f64::NEG_INFINITY).low <= target {
            return Multiplier::just(f64::NEG_INFINITY);
        }
        if self.sum(scope, f64::INFINITY).high >= target {
            return Multiplier::just(f64::INFINITY);
        }
        let mut bracket = Bracket::new(target);
        let mut log = if guess.is_finite() { guess } else { self.first_guess(scope, target) };
        for round in 0..MOST_ROUNDS {
            let sum = self.sum(scope, log);
            if bracket.take(log, sum) {
                return Multiplier::just(log);
            }
            let newton = bracket.newton(log, sum);
            let is_near = [sum.low, sum.high].iter().all(|sum| (sum - target).abs() <= near * target);
            if is_near
                && newton.is_finite()
                && sum.fall.is_finite()
                && self.nearest_jump(scope, &bracket.around(log, newton), newton).is_none()
            {
                return Multiplier::just(log);
            }
            let between = bracket.between(newton, round);
            log = match self.nearest_jump(scope, &bracket, between) {
                Some(jump) => jump,
                None if bracket.holds(newton) && round < 30 => newton,
                None if bracket.holds(between) => between,
                None => f64::midpoint(bracket.low, bracket.high),
            };
            if !bracket.holds(log) {
                break;
            }
        }
        Multiplier { log: bracket.high, below: bracket.low }
    }

    /// Where some channels, spread over all, would spend their part of the target; at first the slope from nothing to everything, per
    /// unit of it.
    fn first_guess(&mut self, scope: Scope, target: f64) -> f64 {
        let count = match scope {
            Scope::All => self.majorants.len(),
            Scope::Group(group) => self.members[group].len(),
        };
        let member = |place: usize| if let Scope::Group(group) = scope { self.members[group][place] } else { place };
        let some: Vec<usize> = (0..count).step_by((count / SAMPLED).max(1)).map(member).collect();
        #[allow(clippy::cast_precision_loss)] // numbers of channels
        let target = target * some.len() as f64 / count as f64;
        let gain = |&member: &usize| {
            let majorant = &self.majorants[member];
            majorant.value(majorant.high) - majorant.value(majorant.start)
        };
        let guess = (0.23 * some.iter().map(gain).sum::<f64>() / target).ln();
        let mut log = if guess.is_finite() { guess } else { 0.0 };
        let mut bracket = Bracket::new(target);
        for round in 0..SAMPLED_ROUNDS {
            if some.len() == count {
                break;
            }
            let sum = self.sum_of(&some, log);
            let newton = bracket.newton(log, sum);
            let next = if bracket.take(log, sum) { log } else { bracket.between(newton, round) };
            if !next.is_finite() || (next - log).abs() < 1e-3 {
                break;
            }
            log = next;
        }
        log
    }

    /// The jump inside the bracket that is nearest to `wish`.
    fn nearest_jump(&self, scope: Scope, bracket: &Bracket, wish: f64) -> Option<f64> {
        let mut nearest = None;
        let mut distance = f64::INFINITY;
        let mut look = |majorant: &Majorant| {
            let log = majorant.log_slope;
            let apart = (log - wish).abs();
            if apart < distance && log > bracket.low && log < bracket.high {
                (nearest, distance) = (Some(log), apart);
            }
        };
        match scope {
            Scope::All => self.majorants.iter().for_each(&mut look),
            Scope::Group(group) => self.members[group].iter().for_each(|&member| look(&self.majorants[member])),
        }
        nearest
    }

    /// Solves the continuous problem into `x`.
    pub(super) fn solve(&mut self) {
        if !self.solve_near(NEAR) {
            self.solve_near(CLOSE);
        }
    }

    /// The same with a multiplier that is only near; false where a group came out of its limits by that.
    fn solve_near(&mut self, near: f64) -> bool {
        let all = self.find_within(Scope::All, self.budget, self.log, near);
        self.log = all.log;
        self.beyond = 0.0;
        let mut rest = self.budget;
        for group in 0..self.members.len() {
            rest -= self.settle_group(group, all);
        }
        // What is as close as numbers come is put right below.
        if near > CLOSE && rest.abs() <= 2.0 * near * self.budget {
            let free: Vec<usize> = (0..self.members.len()).filter(|group| self.group_logs[*group] == all.log).collect();
            rest -= self.follow(&free, rest);
            let is_out = |group: &usize| {
                let (spent, limits) = (self.spent(*group), self.limits[*group]);
                above(spent, limits.max) || above(limits.min, spent)
            };
            if free.iter().any(is_out) {
                return false;
            }
        }
        for group in 0..self.members.len() {
            if self.group_logs[group] == all.log && rest > 0.0 {
                let room = self.limits[group].max - self.spent(group);
                rest -= self.fill(group, all, room.min(rest));
            }
        }
        if rest < 0.0 {
            self.trim(-rest);
        } else if all.log.is_finite() {
            self.beyond += all.log.exp() * rest;
        }
        true
    }

    /// Sets the spends of a group at the budget's multiplier, or at its own where a limit binds; gives their sum.
    fn settle_group(&mut self, group: usize, all: Multiplier) -> f64 {
        let limits = self.limits[group];
        let sum = self.group_sum(group, all.log);
        let own = if sum.low > limits.max {
            self.find(Scope::Group(group), limits.max, all.log)
        } else if sum.high < limits.min {
            self.find(Scope::Group(group), limits.min, all.log)
        } else {
            all
        };
        self.group_logs[group] = own.log;
        for position in 0..self.members[group].len() {
            let member = self.members[group][position];
            self.x[member] = self.spend_of(member, own.log);
        }
        let wanted = if sum.low > limits.max { limits.max } else { limits.min };
        let lacking = wanted - self.spent(group);
        if lacking > 0.0 {
            let left = lacking - self.fill(group, own, lacking);
            if own.log == f64::NEG_INFINITY || left > CLOSE * wanted {
                self.force(group, left);
            }
        }
        self.spent(group)
    }

    /// Lets what the channels of some groups spend follow a last step of their multiplier, so that they spend so much more; gives how
    /// much more they do.
    fn follow(&mut self, groups: &[usize], more: f64) -> f64 {
        let members = || groups.iter().flat_map(|group| &self.members[*group]).copied();
        let falls: Vec<(usize, f64)> = members()
            .map(|member| (member, spend_at(&self.majorants[member], self.log, &mut self.known[member]).fall))
            .filter(|(_, fall)| *fall > 0.0)
            .collect();
        let all: f64 = falls.iter().map(|(_, fall)| fall).sum();
        let mut moved = 0.0;
        for (member, fall) in falls {
            let majorant = &self.majorants[member];
            let x = (self.x[member] + more * (fall / all)).clamp(majorant.end, majorant.high);
            moved += x - self.x[member];
            self.x[member] = x;
        }
        moved
    }

    /// What a channel spends at ln λ, without the straight piece that just pays there.
    pub(super) fn spend_of(&mut self, member: usize, log: f64) -> f64 {
        self.work += 1;
        spend_at(&self.majorants[member], log, &mut self.known[member]).low
    }

    pub(super) fn spent(&self, group: usize) -> f64 {
        self.members[group].iter().map(|&member| self.x[member]).sum()
    }

    /// Puts up to `amount` into what just pays: straight pieces, and what lies between two multipliers that no number
    /// lies between. One channel after the other, so that at most one straight piece stays partly filled; gives how
    /// much went in.
    fn fill(&mut self, group: usize, at: Multiplier, amount: f64) -> f64 {
        let mut left = amount;
        for position in 0..self.members[group].len() {
            if left <= 0.0 {
                break;
            }
            let member = self.members[group][position];
            let (majorant, x) = (&self.majorants[member], self.x[member]);
            let most = spend_at(majorant, at.below, &mut self.known[member]).high;
            let room = most - x;
            if room > 0.0 {
                let more = room.min(left);
                let filled = if more < room { x + more } else { most };
                if at.log.is_finite() {
                    let won = majorant.value(filled) - majorant.value(x);
                    self.beyond += (at.log.exp() * more - won).max(0.0);
                }
                self.x[member] = filled;
                left -= more;
            }
        }
        amount - left
    }

    /// Spends what wins nothing, because the group's minimum asks for it.
    pub(super) fn force(&mut self, group: usize, amount: f64) {
        let mut left = amount;
        for &member in &self.members[group] {
            let more = (self.majorants[member].high - self.x[member]).min(left);
            if more > 0.0 {
                self.x[member] += more;
                left -= more;
            }
        }
    }

    /// Takes back a last digit that was spent too much.
    fn trim(&mut self, amount: f64) {
        let mut left = amount;
        for group in 0..self.members.len() {
            let mut spare = (self.spent(group) - self.limits[group].min).max(0.0);
            for &member in &self.members[group] {
                let less = (self.x[member] - self.majorants[member].start).min(left).min(spare);
                if less > 0.0 && self.x[member] > self.majorants[member].end {
                    self.x[member] -= less;
                    left -= less;
                    spare -= less;
                }
            }
        }
    }
}

/// Spend of one channel at ln λ.
pub(super) fn spend_at(majorant: &Majorant, log: f64, known: &mut OnCurve) -> Sum {
    if log == f64::NEG_INFINITY {
        let useful = majorant.useful();
        return Sum { low: useful, high: useful, fall: 0.0 };
    }
    // Without a straight piece the slope is infinite, and the tail decides.
    if log > majorant.log_slope || log == f64::INFINITY {
        return Sum { low: majorant.start, high: majorant.start, fall: 0.0 };
    }
    if log == majorant.log_slope {
        return Sum { low: majorant.start, high: majorant.end, fall: 0.0 };
    }
    let (x, fall) = majorant.tail(log, known);
    Sum { low: x, high: x, fall }
}
