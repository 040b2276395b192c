//! What months say of a curve: how likely they are, and which way and how strongly they pull at its three numbers.
//!
//! Nearly all the time of learning is spent here, so each number of the months has a list of its own: loops over lists run
//! over many months at once.

use crate::calc::elementary::ln_product;
use crate::calc::numbers::LARGEST;

use super::family::{Family, Member};
use super::symmetric::{Symmetric, Vector};
use super::{FREEDOM, Point};

/// The square of the scale of Student's distribution times its degrees of freedom, as a share of the variance: chosen so that a
/// month says as much of the mean as one of a normal distribution does, ν(ν + 1)/(ν + 3). With the same variance it would say a
/// quarter more, and ranges would be too narrow wherever months are not odd at all.
const SCALE: f64 = FREEDOM * (FREEDOM + 1.0) / (FREEDOM + 3.0);

/// What a month says of the mean on average ÷ the weight by which it pulls.
const AVERAGE: f64 = (FREEDOM + 1.0) / (FREEDOM + 3.0);

/// Means are kept within these, so that no square of them leaves what a number can hold.
const LEAST: f64 = 1e-20;
const MOST: f64 = 1e20;

/// Months that are over, and what a curve says of them.
pub(super) struct Months {
    won: Vec<f64>,
    fixed: Vec<f64>,
    bought: f64,
    beyond: Vec<f64>,
    mean: Vec<f64>,
    /// By how much the logarithm of the mean grows with half spend and steepness.
    by_half: Vec<f64>,
    by_shape: Vec<f64>,
    pull: Vec<f64>,
    weight: Vec<f64>,
    spread: Vec<f64>,
}

/// What months say of the three numbers.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    /// Logarithm of how likely they are, but for a constant.
    pub log: f64,
    /// Its slope.
    pub slope: Vector,
    /// How sharply it bends downwards, on average.
    pub information: Symmetric,
}

/// What months say of the level alone.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct LevelEvidence {
    pub log: f64,
    pub slope: f64,
    pub information: f64,
}

impl Months {
    /// Months that say something: not those that spend nothing where the curve gives nothing, and no numbers that are none.
    pub(super) fn of(family: &Family, points: &[Point]) -> Self {
        let is_usable = |number: f64| (0.0..=LARGEST).contains(&number);
        let bought = family.bought();
        let (mut won, mut fixed, mut beyond) = (Vec::new(), Vec::new(), Vec::new());
        for list in [&mut won, &mut fixed, &mut beyond] {
            list.reserve_exact(points.len());
        }
        for point in points.iter().filter(|point| is_usable(point.spend) && is_usable(point.registrations)) {
            let place = family.place(point.spend);
            if place.fixed > 0.0 || (bought > 0.0 && point.spend > 0.0) {
                won.push(point.registrations);
                fixed.push(place.fixed);
                beyond.push(place.beyond);
            }
        }
        let zeros = || vec![0.0; won.len()];
        let (mean, by_half, by_shape) = (zeros(), zeros(), zeros());
        let (pull, weight, spread) = (zeros(), zeros(), zeros());
        Self { won, fixed, bought, beyond, mean, by_half, by_shape, pull, weight, spread }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.won.is_empty()
    }

    /// Takes in what each month is to win by a curve.
    pub(super) fn expect(&mut self, curve: &Member) {
        let (bought, level) = (self.bought * curve.shortfall, curve.level);
        for ((mean, beyond), fixed) in self.mean.iter_mut().zip(&self.beyond).zip(&self.fixed) {
            *mean = (level * (fixed + bought * curve.reached(*beyond))).clamp(LEAST, MOST);
        }
    }

    /// Takes in what each month is to win by a curve, and how that depends on half spend and steepness.
    fn expect_and_turn(&mut self, curve: &Member) {
        let count = self.won.len();
        let (fixed, beyond) = (&self.fixed[..count], &self.beyond[..count]);
        let (mean, by_half, by_shape) =
            (&mut self.mean[..count], &mut self.by_half[..count], &mut self.by_shape[..count]);
        let (bought, present) = (self.bought * curve.shortfall, 1.0 / curve.shortfall);
        let turn = (curve.present - curve.moved) * (1.0 - present);
        for month in 0..count {
            let reached = curve.reached(beyond[month]);
            let risen = bought * reached;
            let all = fixed[month] + risen;
            let share = risen / all;
            mean[month] = (curve.level * all).clamp(LEAST, MOST);
            by_half[month] = share * curve.shape * (reached - present);
            by_shape[month] = share * curve.steepens * ((beyond[month] - curve.moved) * (1.0 - reached) - turn);
        }
    }

    /// What they say at a curve, if they scatter by such a share of their means beyond counting.
    pub(super) fn evidence_at(&mut self, curve: &Member, scatter: f64) -> Evidence {
        self.expect_and_turn(curve);
        self.evidence(scatter)
    }

    /// The same at the curve of the last [`Self::evidence_at`].
    pub(super) fn evidence(&mut self, scatter: f64) -> Evidence {
        let level = self.level(scatter);
        let mut found = Evidence { log: level.log, ..Evidence::default() };
        let months = self.pull.iter().zip(&self.weight).zip(self.by_half.iter().zip(&self.by_shape));
        let [mut v, mut s, mut wv, mut wvv, mut ws, mut wsv, mut wss] = [0.0; 7];
        for ((pull, weight), (half, shape)) in months {
            let (by_half, by_shape) = (weight * half, weight * shape);
            v += pull * half;
            s += pull * shape;
            wv += by_half;
            wvv += by_half * half;
            ws += by_shape;
            wsv += by_shape * half;
            wss += by_shape * shape;
        }
        found.slope = [level.slope, v, s];
        found.information = Symmetric([level.information, wv, wvv, ws, wsv, wss]);
        found
    }

    /// What they say of the level, at the curve they took in last.
    pub(super) fn level(&mut self, scatter: f64) -> LevelEvidence {
        let count = self.won.len();
        let (mean, won) = (&self.mean[..count], &self.won[..count]);
        let (pull, weight, spread) = (&mut self.pull[..count], &mut self.weight[..count], &mut self.spread[..count]);
        let square = scatter * scatter;
        for month in 0..count {
            let mean = mean[month];
            let variance = mean + square * mean * mean;
            let inverse = 1.0 / variance;
            let relative = mean * inverse;
            let distance = won[month] - mean;
            let squared = distance * distance * inverse;
            let growth = 2.0 - relative;
            let tail = (FREEDOM + 1.0) / (SCALE + squared);
            pull[month] = tail * (distance * relative + 0.5 * squared * growth) - 0.5 * growth;
            weight[month] = AVERAGE * tail * mean * relative;
            let beyond = 1.0 + squared * (1.0 / SCALE);
            let cube = beyond * beyond * beyond;
            spread[month] = variance * (cube * cube);
        }
        LevelEvidence { log: -0.5 * ln_product(spread), slope: sum(pull), information: sum(weight) }
    }
}

/// In four parts, which are added at once.
fn sum(numbers: &[f64]) -> f64 {
    let mut parts = [0.0; 4];
    let fours = numbers.chunks_exact(4);
    let rest: f64 = fours.remainder().iter().sum();
    for four in fours {
        for (part, number) in parts.iter_mut().zip(four) {
            *part += number;
        }
    }
    (parts[0] + parts[1]) + (parts[2] + parts[3]) + rest
}
