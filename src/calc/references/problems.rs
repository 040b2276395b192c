//! What can be wrong with ids, links and days.

use crate::calc::finding::Severity::{Error, Warning};
use crate::calc::finding::{Problem, Severity, Value, Values};

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
    UnknownId(Referred),
}

/// What an id stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Referred {
    /// A person of the team.
    Person,
    /// A function of the team.
    Function,
    /// A criterion of the pyramid.
    Criterion,
    /// A group of channels.
    Group,
    /// A channel.
    Channel,
    /// An event or a ripple.
    Event,
    /// A party of an event.
    Party,
}

impl Referred {
    /// All kinds.
    pub const ALL: [Self; 7] =
        [Self::Person, Self::Function, Self::Criterion, Self::Group, Self::Channel, Self::Event, Self::Party];

    /// Chooses between the words.
    fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Function => "function",
            Self::Criterion => "criterion",
            Self::Group => "group",
            Self::Channel => "channel",
            Self::Event => "event",
            Self::Party => "party",
        }
    }
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
            Self::UnknownId(kind) => vec![("kind", Value::Choice(kind.name()))],
            _ => Vec::new(),
        }
    }
}
