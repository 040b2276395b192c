//! The curves a guess may turn out to be: three numbers tell them apart, each a logarithm of a factor.
//!
//! A month that spends x is to win e^u·(b + g·R(x)/R(p)), where R(x) = 1/(1 + (k·e^v/x)^(a·e^s)), p is the present spend, b
//! what is won without spend and g what the present spend adds to it by the guess. So half spend v and steepness s turn the
//! curve about the present spend, and the level u alone moves what is won there. Curves that do not bend, and those without a
//! present spend to be turned about, have a level alone.

use crate::calc::curve::{Response, SHAPES};
use crate::calc::elementary::{exp, ln};

use super::Guess;
use super::symmetric::Vector;

/// Powers of half spend ÷ spend go no further than e to this: what is beyond is all or nothing.
const FURTHEST: f64 = 300.0;

/// The curves that differ from a guess in level, half spend and steepness.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Family {
    guess: Guess,
    hill: Option<Hill>,
}

/// What a curve that bends wins in a month.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Hill {
    /// Without spend.
    base: f64,
    /// What the present spend adds.
    bought: f64,
    /// Half spend of a month.
    half: f64,
    /// ln(present spend ÷ half spend).
    present: f64,
    shape: f64,
}

/// Where a spend lies, whatever the curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    /// Registrations that depend on the level alone.
    pub fixed: f64,
    /// ln(spend ÷ guessed half spend).
    pub beyond: f64,
}

/// A curve of the family.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Member {
    /// Factor of everything.
    pub level: f64,
    /// Logarithm of the factor of the half spend.
    pub moved: f64,
    /// Steepness.
    pub shape: f64,
    /// By how much it grows with the logarithm of its factor: not at all at the ends of what is possible.
    pub steepens: f64,
    /// ln(present spend ÷ half spend as it is guessed).
    pub present: f64,
    /// 1 ÷ the part of the ceiling that the present spend reaches.
    pub shortfall: f64,
}

impl Family {
    pub(super) fn of(guess: &Guess) -> Self {
        let flat = Self { guess: *guess, hill: None };
        let Response::Hill { base, ceiling, half, shape } = guess.curve else { return flat };
        let months = f64::from(guess.months.max(1));
        let half = half / months;
        let present = logarithm(guess.present / half);
        let bought = ceiling / months / (1.0 + power(-shape * present));
        let hill = Hill { base: base / months, bought, half, present, shape };
        Self { hill: (guess.present > 0.0 && bought > 0.0).then_some(hill), ..flat }
    }

    /// What the present spend adds to a month, by the guess, where the curve bends.
    pub(super) fn bought(&self) -> f64 {
        self.hill.map_or(0.0, |hill| hill.bought)
    }

    pub(super) fn place(&self, spend: f64) -> Place {
        match self.hill {
            None => Place { fixed: self.guess.curve.in_month(spend, self.guess.months), beyond: 0.0 },
            Some(hill) => Place { fixed: hill.base, beyond: logarithm(spend / hill.half) },
        }
    }

    pub(super) fn member(&self, [level, moved, steepness]: &Vector) -> Member {
        let (present, guessed) = self.hill.map_or((0.0, 1.0), |hill| (hill.present, hill.shape));
        let wanted = guessed * power(*steepness);
        let shape = wanted.clamp(*SHAPES.start(), *SHAPES.end());
        let steepens = if SHAPES.contains(&wanted) { shape } else { 0.0 };
        let member = Member { level: power(*level), moved: *moved, shape, steepens, present, shortfall: 1.0 };
        Member { shortfall: 1.0 / member.reached(present), ..member }
    }

    /// The curve of all months.
    pub(super) fn curve(&self, at: &Vector) -> Response {
        let member = self.member(at);
        let months = f64::from(self.guess.months.max(1));
        match self.hill {
            None => self.guess.curve.times(member.level),
            Some(hill) => Response::Hill {
                base: member.level * hill.base * months,
                ceiling: member.level * hill.bought * months * member.shortfall,
                half: hill.half * months * power(member.moved),
                shape: member.shape,
            },
        }
    }
}

impl Member {
    /// The part of the ceiling that is reached.
    #[inline]
    pub(super) fn reached(&self, beyond: f64) -> f64 {
        1.0 / (1.0 + power(-self.shape * (beyond - self.moved)))
    }

    /// The same curve with its level raised by e^`by`.
    pub(super) fn raised(self, by: f64) -> Self {
        Self { level: self.level * power(by), ..self }
    }

    /// What a month wins on average.
    pub(super) fn mean(&self, place: &Place, bought: f64) -> f64 {
        self.level * (place.fixed + bought * self.reached(place.beyond) * self.shortfall)
    }
}

/// e^x, as far as powers go.
#[inline]
fn power(x: f64) -> f64 {
    exp(x.clamp(-FURTHEST, FURTHEST))
}

fn logarithm(x: f64) -> f64 {
    ln(x.clamp(f64::MIN_POSITIVE, f64::MAX))
}
