//! What can be wrong with ids, links and days.

use crate::calc::finding::Severity::{Error, Warning};
use crate::calc::finding::{Problem, Severity, Value, Values};
use crate::plan::Id;

/// What can be wrong with ids, links and days.
#[derive(Clone, Debug)]
pub enum ReferenceProblem {
    /// A day outside the period.
    OutsidePeriod,
    /// The period has no months, or more than ten years.
    BadPeriod,
    /// The currency has more digits than can be calculated with.
    CurrencyDigits {
        /// How many.
        digits: u8,
    },
    /// Two items share an id.
    DuplicateId,
    /// An id that leads nowhere.
    UnknownId(Id),
}

impl Problem for ReferenceProblem {
    fn kind(&self) -> (Severity, &'static str) {
        match self {
            Self::OutsidePeriod => (Warning, "outside-period"),
            Self::BadPeriod => (Error, "bad-period"),
            Self::CurrencyDigits { .. } => (Error, "currency-digits"),
            Self::DuplicateId => (Error, "duplicate-id"),
            Self::UnknownId(_) => (Error, "unknown-id"),
        }
    }

    fn values(self) -> Values {
        match self {
            Self::CurrencyDigits { digits } => vec![("digits", Value::Count(digits.into()))],
            Self::UnknownId(id) => vec![("id", Value::Id(id))],
            _ => Vec::new(),
        }
    }
}
