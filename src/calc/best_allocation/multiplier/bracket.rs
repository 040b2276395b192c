//! Where a multiplier lies that makes a sum its target.

// An end of the bracket is the very multiplier that was tried, bit by bit.
#![allow(clippy::float_cmp)]

use super::{CLOSE, Sum};

/// What is known of the multiplier: at `low` too much is spent, at `high` too little.
#[derive(Clone, Copy)]
pub(super) struct Bracket {
    target: f64,
    pub(super) low: f64,
    /// ln of what is spent too much at `low`, as a factor; halved while only the other end moves.
    low_excess: f64,
    pub(super) high: f64,
    high_excess: f64,
    moved: Option<End>,
}

/// An end of a bracket.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Low,
    High,
}

impl Bracket {
    pub(super) fn new(target: f64) -> Self {
        let [low_excess, high_excess] = [f64::NAN; 2];
        Self { target, low: f64::NEG_INFINITY, low_excess, high: f64::INFINITY, high_excess, moved: None }
    }

    pub(super) fn holds(&self, log: f64) -> bool {
        log > self.low && log < self.high
    }

    /// Learns a sum; says whether it is the one that is looked for.
    pub(super) fn take(&mut self, log: f64, sum: Sum) -> bool {
        let close = CLOSE * self.target.abs();
        if sum.low > self.target + close {
            (self.low, self.low_excess) = (log, (sum.low / self.target).ln());
            self.high_excess *= if self.moved == Some(End::Low) { 0.5 } else { 1.0 };
            self.moved = Some(End::Low);
            false
        } else if sum.high < self.target - close {
            (self.high, self.high_excess) = (log, (sum.high / self.target).max(1e-300).ln());
            self.low_excess *= if self.moved == Some(End::High) { 0.5 } else { 1.0 };
            self.moved = Some(End::High);
            false
        } else {
            true
        }
    }

    /// What lies twice as far from a place as a step leads.
    pub(super) fn around(&self, log: f64, step: f64) -> Self {
        let far = 2.0 * (step - log).abs();
        Self { low: log - far, high: log + far, ..*self }
    }

    /// Newton on logarithms, as if there were no jumps.
    pub(super) fn newton(&self, log: f64, sum: Sum) -> f64 {
        let spent = if self.low == log { sum.low } else { sum.high };
        log + (spent / self.target).ln() * spent / sum.fall
    }

    /// Between both ends by what they spend (the Illinois rule), or in the middle when that goes on for long; where
    /// one end is not known yet, Newton's step.
    pub(super) fn between(&self, newton: f64, round: usize) -> f64 {
        match (self.low.is_finite(), self.high.is_finite()) {
            (true, true) if round < 20 || round.is_multiple_of(2) => {
                let part = self.low_excess / (self.low_excess - self.high_excess);
                self.low + (self.high - self.low) * if part.is_finite() { part } else { 0.5 }
            }
            (true, true) => f64::midpoint(self.low, self.high),
            _ if self.holds(newton) => newton,
            (true, false) => self.low + 2.0,
            _ => self.high - 2.0,
        }
    }
}
