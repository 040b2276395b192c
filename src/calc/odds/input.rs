//! An uncertain number of a calculation.

use crate::calc::finding::Place;
use crate::calc::numbers::Kind;
use crate::plan::{Estimate, Range};

use super::distribution::Distribution;

/// An uncertain number.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// Its stable name, on which its draws depend: `channel/sem/registrations`.
    pub name: String,
    /// Where it is typed; none outside a plan.
    pub place: Option<Place>,
    /// What the report calculates with, and the median of the draws.
    pub likely: f64,
    /// Its 90 % range: one draw in twenty is below it, one in twenty above.
    pub range: Range<f64>,
    pub(super) distribution: Distribution,
    pub(super) stream: u64,
}

impl Input {
    /// An uncertain number; none where the range is missing, a single point or wrong in itself.
    #[must_use]
    pub fn new(name: String, kind: Kind, estimate: Estimate<f64>) -> Option<Self> {
        let range = estimate.range.filter(|range| range.low < range.high)?;
        if crate::calc::numbers::problems::wrong(kind, estimate).is_some() {
            return None;
        }
        let (distribution, stream) = (Distribution::of(kind, estimate.likely, range), super::random::stream(&name));
        Some(Self { name, place: None, likely: estimate.likely, range, distribution, stream })
    }

    /// The same input, whose name says its numbers, too. It is drawn by the same stream: two of the same name and other
    /// numbers are different inputs that are high and low together.
    pub(super) fn with_numbers(self) -> Self {
        let numbers = [self.likely, self.range.low, self.range.high].map(f64::to_bits);
        Self { name: format!("{} {numbers:x?}", self.name), ..self }
    }

    /// The same input, with the place where it is typed.
    #[must_use]
    pub fn at(self, place: Place) -> Self {
        Self { place: Some(place), ..self }
    }
}
