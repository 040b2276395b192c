//! What a guess says of level, half spend and steepness before months are known.

use crate::calc::elementary::exp;

use super::symmetric::{Vector, along};

/// How far the truth lies from a guess, as a multiple of what the guess says, and how often: one guess in five is twice as far
/// off as the others. Clear months thus win against a guess that is too sure of itself, and a level that is far off makes half
/// spend and steepness doubtful too.
const SURENESS: [Sureness; 2] = [Sureness { times: 0.875, share: 0.8 }, Sureness { times: 1.75, share: 0.2 }];

/// Where no month speaks against it, a guess is as sure as it says.
const AS_STATED: [Sureness; 1] = [Sureness { times: 1.0, share: 1.0 }];

/// No exponent goes further down: what is left is nothing.
pub(super) const NOTHING: f64 = -700.0;

/// How sure a guess really is.
pub(super) struct Sureness {
    times: f64,
    share: f64,
}

/// Normal distributions of the three numbers about the guess, one for each sureness.
pub(super) struct Prior {
    /// 1 ÷ variance of each number, as the guess says.
    precision: Vector,
    pub(super) sureness: &'static [Sureness],
}

/// The prior at a place: its density is `share`·e^`log`, but for a constant.
#[derive(Clone, Copy)]
pub(super) struct Before {
    pub(super) log: f64,
    pub(super) share: f64,
    /// 1 ÷ variance of each number of the one normal distribution that slopes as much here.
    pub(super) precision: Vector,
}

impl Prior {
    /// `spreads` are the standard deviations of the three numbers.
    pub(super) fn of(spreads: &Vector, are_months_known: bool) -> Self {
        let sureness: &[Sureness] = if are_months_known { &SURENESS } else { &AS_STATED };
        Self { precision: spreads.map(|spread| 1.0 / (spread * spread)), sureness }
    }

    /// If the guess is as sure as that.
    pub(super) fn with(&self, sureness: &Sureness, at: &Vector) -> Before {
        let factor = 1.0 / (sureness.times * sureness.times);
        let share = sureness.share * factor / sureness.times;
        let precision = self.precision.map(|precision| precision * factor);
        Before { log: -0.5 * factor * self.distance(at), share, precision }
    }

    /// However sure it is.
    pub(super) fn at(&self, at: &Vector) -> Before {
        let all = self.sureness.iter().map(|sureness| self.with(sureness, at));
        let log = all.clone().map(|before| before.log).fold(f64::NEG_INFINITY, f64::max);
        let (mut share, mut precision) = (0.0, [0.0; 3]);
        for before in all {
            let part = before.share * exp((before.log - log).max(NOTHING));
            share += part;
            precision = along(&precision, part, &before.precision);
        }
        Before { log, share, precision: precision.map(|sum| sum / share) }
    }

    /// Squared distance from the guess, in its standard deviations.
    fn distance(&self, at: &Vector) -> f64 {
        (0..3).map(|number| self.precision[number] * at[number] * at[number]).sum()
    }
}
