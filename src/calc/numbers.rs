//! Numbers as typed, made safe to calculate with.
//!
//! What is out of bounds is a finding (see `estimates`); the calculation then uses the nearest number that makes
//! sense, so that everything that is shown stays finite.

pub mod problems;

use crate::plan::{Currency, Money};

/// The largest count that is calculated with, the same as the largest amount of money in minor units.
pub const LARGEST: f64 = 1e15;

/// A count of people or things: at least 0, at most [`LARGEST`]; what is no number counts as 0.
#[must_use]
pub fn count(number: f64) -> f64 {
    if number > 0.0 { number.min(LARGEST) } else { 0.0 }
}

/// An amount in currency units to calculate with; what is below zero is a finding, and counts as zero.
#[must_use]
pub fn units(currency: &Currency, amount: Money) -> f64 {
    currency.units(amount).max(0.0)
}

/// A share of something: 0 to 1; what is no number counts as 0.
#[must_use]
pub fn rate(number: f64) -> f64 {
    if number > 0.0 { number.min(1.0) } else { 0.0 }
}

/// What a number may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A fraction from 0 to 1.
    Rate,
    /// Zero or more.
    Count,
}

impl Kind {
    /// The nearest number of this kind: see [`count`] and [`rate`].
    #[must_use]
    pub fn usable(self, number: f64) -> f64 {
        match self {
            Self::Rate => rate(number),
            Self::Count => count(number),
        }
    }
}

/// `part` ÷ `whole`; `None` where there is nothing to divide by, or too little for the result to be a number.
#[must_use]
pub fn quotient(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole).filter(|quotient| quotient.is_finite())
}

#[cfg(test)]
#[allow(clippy::float_cmp)] // exact by design
mod tests {
    use super::*;

    #[test]
    fn whatever_is_typed_becomes_a_number_to_calculate_with() {
        let typed = [f64::NAN, f64::NEG_INFINITY, -1.0, -0.0, 0.5, 2.0, f64::INFINITY];
        assert_eq!(typed.map(count), [0.0, 0.0, 0.0, 0.0, 0.5, 2.0, LARGEST]);
        assert_eq!(typed.map(rate), [0.0, 0.0, 0.0, 0.0, 0.5, 1.0, 1.0]);
    }

    #[test]
    fn nothing_is_divided_by_nothing() {
        assert_eq!(quotient(1.0, 0.0), None);
        assert_eq!(quotient(1.0, f64::NAN), None);
        assert_eq!(quotient(1e300, 1e-300), None);
        assert_eq!(quotient(1.0, 4.0), Some(0.25));
    }
}
