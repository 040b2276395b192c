//! What can be wrong with a number or an estimate.

use crate::calc::finding::Severity::Error;
use crate::calc::finding::{Problem, Severity};
use crate::plan::{Estimate, Range};

use super::{Kind, LARGEST};

/// What can be wrong with a number or an estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberProblem {
    /// An amount, a sum or a count is beyond the largest that can be calculated with.
    MoneyTooLarge,
    /// A number must be above zero.
    NotPositive,
    /// A number must not be negative.
    Negative,
    /// A rate lies outside 0 to 100 %.
    RateOutOfRange,
    /// The low end of a range is above its high end.
    RangeUpsideDown,
    /// The likely value lies outside its range.
    LikelyOutsideRange,
}

impl Problem for NumberProblem {
    fn kind(&self) -> (Severity, &'static str) {
        match self {
            Self::MoneyTooLarge => (Error, "money-too-large"),
            Self::NotPositive => (Error, "not-positive"),
            Self::Negative => (Error, "negative"),
            Self::RateOutOfRange => (Error, "rate-out-of-range"),
            Self::RangeUpsideDown => (Error, "range-upside-down"),
            Self::LikelyOutsideRange => (Error, "likely-outside-range"),
        }
    }
}

/// What is wrong with an estimate; one that is wrong takes no part in the odds.
#[must_use]
pub fn wrong(kind: Kind, estimate: Estimate<f64>) -> Option<NumberProblem> {
    let range = estimate.range.unwrap_or(Range { low: estimate.likely, high: estimate.likely });
    if range.low > range.high {
        return Some(NumberProblem::RangeUpsideDown);
    }
    if estimate.likely < range.low || estimate.likely > range.high {
        return Some(NumberProblem::LikelyOutsideRange);
    }
    // What is no number at all is neither above nor below anything; it ends here.
    let ends = [estimate.likely, range.low, range.high];
    match kind {
        Kind::Rate => (!ends.iter().all(|end| (0.0..=1.0).contains(end))).then_some(NumberProblem::RateOutOfRange),
        Kind::Count if !ends.iter().all(|end| *end >= 0.0) => Some(NumberProblem::Negative),
        Kind::Count => (range.high > LARGEST).then_some(NumberProblem::MoneyTooLarge),
    }
}
