//! Curves that learn: what a planner guessed, corrected by what months really won.
//!
//! The guess is a response curve r for all T months, and how sure the planner is of the registrations it gives at the present
//! spend. A month that spends x is to win m(x) = r(T·x)/T. Three things may be wrong with it, all in the log (`family`):
//!
//! - the level, with the standard deviation of the stated range: everything times a factor;
//! - the half spend, with [`HALF_SPEND_SPREAD`], and the steepness, with [`STEEPNESS_SPREAD`]: the curve bends earlier or
//!   later, more sharply or less, turned about the present spend, so that the stated range goes on saying how sure the planner
//!   is there.
//!
//! Some guesses are surer than they should be (`prior`). What a month wins scatters about its mean μ with variance μ + (c·μ)²:
//! at least as counts do, and by a share c of it that the months themselves show. Its tails are those of Student's
//! distribution with [`FREEDOM`] degrees of freedom, so that one odd month does not rule (`evidence`). The posterior is
//! integrated, not only maximised (`posterior`). No random numbers, and no function of the system's mathematical library: the
//! same months give the same curve everywhere.

mod evidence;
mod family;
mod posterior;
mod prior;
mod symmetric;

use crate::plan::Range;

use super::curve::Response;
use super::elementary::{EXPONENTS, exp, ln};
use super::odds::Z_95;

use evidence::Months;
use family::Family;
use posterior::{Node, posterior};
use prior::Prior;
use symmetric::along;

/// Standard deviation of the logarithm of the half spend: 90 % within a factor of 1.64.
pub const HALF_SPEND_SPREAD: f64 = 0.3;

/// Standard deviation of the logarithm of the steepness: 90 % within a factor of 1.64.
pub const STEEPNESS_SPREAD: f64 = 0.3;

/// The range of a guess that states none.
pub const UNSTATED: Range<f64> = Range { low: 0.6, high: 1.0 / 0.6 };

/// Degrees of freedom of a month's scatter.
pub const FREEDOM: f64 = 5.0;

/// What a month spent and won.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Money spent, in currency units.
    pub spend: f64,
    /// Registrations won.
    pub registrations: f64,
}

/// What was guessed of a channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guess {
    /// The curve of all months.
    pub curve: Response,
    /// 90 % range of the registrations at the present spend, as factors.
    pub range: Option<Range<f64>>,
    /// How many months the curve is for, at least 1.
    pub months: u32,
    /// What a month spends at present, in currency units.
    pub present: f64,
}

/// What was learned of a channel.
#[derive(Clone, Debug, PartialEq)]
pub struct Learned {
    /// The curve of all months, at the middle of what is likely.
    pub curve: Response,
    /// 90 % range of the registrations at the present spend, as factors of that curve.
    pub range: Range<f64>,
    /// The share of its mean by which a month scatters beyond counting.
    pub scatter: f64,
    family: Family,
    nodes: Vec<Node>,
}

/// The 5, 50 and 95 % points of what a month is to win on average.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prediction {
    /// One time in twenty it is less.
    pub p5: f64,
    /// As often more as less.
    pub p50: f64,
    /// One time in twenty it is more.
    pub p95: f64,
}

/// Learns from months; without any the guess stays as it is.
#[must_use]
pub fn learn(guess: &Guess, points: &[Point]) -> Learned {
    let family = Family::of(guess);
    let mut months = Months::of(&family, points);
    let spreads = [level_spread(guess.range), HALF_SPEND_SPREAD, STEEPNESS_SPREAD];
    let prior = Prior::of(&spreads, !months.is_empty());
    let nodes = posterior(&family, &mut months, &prior);
    let mean = nodes.iter().fold([0.0; 3], |sum, node| along(&sum, node.weight, &node.at));
    let scatter = nodes.iter().map(|node| node.weight * node.scatter).sum();
    let level = nodes.iter().map(|node| (node.weight, node.at[0], node.variance));
    let reach = Z_95 * moments(level).1;
    // At the present spend, which the curve is turned about, the level says all.
    let range = Range { low: exp(-reach), high: exp(reach) };
    Learned { curve: family.curve(&mean), range, scatter, family, nodes }
}

impl Learned {
    /// What a month that spends so many currency units is to win on average.
    #[must_use]
    pub fn prediction(&self, spend: f64) -> Prediction {
        let (place, bought) = (self.family.place(spend), self.family.bought());
        let of_node = |node: &Node| {
            let mean = node.curve.mean(&place, bought).clamp(f64::MIN_POSITIVE, f64::MAX);
            (node.weight, ln(mean), node.variance)
        };
        let (middle, deviation) = moments(self.nodes.iter().map(of_node));
        let at = |normal: f64| exp((middle + normal * deviation).clamp(*EXPONENTS.start(), *EXPONENTS.end()));
        Prediction { p5: at(-Z_95), p50: at(0.0), p95: at(Z_95) }
    }

    /// The same for several spends, from the least to the most. No curve wins less with more money, so that what is
    /// unlikely at one spend is unlikely at every smaller one: far below the months each prediction alone says too much.
    #[must_use]
    pub fn predictions(&self, spends: &[f64]) -> Vec<Prediction> {
        let mut all: Vec<Prediction> = spends.iter().map(|spend| self.prediction(*spend)).collect();
        all.iter_mut().rev().fold(f64::MAX, |most, said| {
            said.p95 = said.p95.min(most);
            said.p95
        });
        all.iter_mut().fold(0.0, |least, said| {
            said.p5 = said.p5.max(least);
            said.p5
        });
        all
    }
}

/// Standard deviation of the logarithm of the level.
fn level_spread(range: Option<Range<f64>>) -> f64 {
    let usable = |range: &Range<f64>| range.low > 0.0 && range.low <= range.high && range.high.is_finite();
    let range = range.filter(usable).unwrap_or(UNSTATED);
    // Nobody is so sure that a year of months could not teach them better.
    (ln((range.high / range.low).min(f64::MAX)) / (2.0 * Z_95)).max(0.01)
}

/// Mean and standard deviation of a mixture: weights, means and variances of its parts.
fn moments(parts: impl Iterator<Item = (f64, f64, f64)>) -> (f64, f64) {
    let [all, first, second] = parts.fold([0.0; 3], |[all, first, second], (weight, mean, variance)| {
        [all + weight, first + weight * mean, second + weight * (mean * mean + variance)]
    });
    let mean = first / all;
    (mean, (second / all - mean * mean).max(0.0).sqrt())
}

#[cfg(test)]
mod tests;
