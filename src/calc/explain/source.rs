//! What the numbers of a formula stand for, and where they come from.

use crate::calc::finding::{Place, Section};
use crate::plan::Id;

use super::figure::Figure;

/// A number of a formula: what it is, and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// What it is called.
    pub label: Label,
    /// The letter it has in the formula; none where its name stands there.
    pub symbol: &'static str,
    /// How much it is.
    pub value: f64,
    /// In which unit.
    pub unit: Unit,
    /// Where it comes from.
    pub kind: Kind,
    /// Where it leads to.
    pub lead: Option<Lead>,
}

/// What a number is called.
#[derive(Clone, Debug, PartialEq)]
pub enum Label {
    /// A word of the program, by its key.
    Words(&'static str),
    /// A word of the program, and the item of a section it is about.
    Of(&'static str, Section, Id),
    /// What an item of a section is called.
    Item(Section, Id),
    /// A party of an event, and what about it.
    Party(&'static str, Id, Id),
    /// An item of an event.
    EventItem(Id, Id),
    /// A month of the period, 0 for the first.
    Month(usize),
    /// What a figure is called.
    Figure(Figure),
    /// So many others of the same kind.
    Others(usize),
}

/// In which unit a number is, and so how it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// So many of something.
    Count,
    /// Currency units.
    Money,
    /// Currency units for one of something.
    Price,
    /// A fraction, shown in percent.
    Percent,
    /// A bare number.
    Factor,
    /// Hours a week.
    Hours,
}

/// Where a number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A person typed it.
    Typed,
    /// It follows from other numbers.
    Calculated,
    /// It is the same everywhere.
    Fixed,
    /// Nobody said it, or what was said cannot be: this is used instead.
    Assumed,
    /// It happened.
    Happened,
}

impl Kind {
    /// Typed, unless another number is used than the one that was.
    #[must_use]
    pub fn used(typed: f64, used: f64) -> Self {
        // Exactly: a number that is used as it is was not touched.
        #[allow(clippy::float_cmp)]
        if typed == used { Self::Typed } else { Self::Assumed }
    }
}

/// Where a number leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum Lead {
    /// The field in which it is typed.
    Field(Place),
    /// How it is calculated in its turn.
    Figure(Figure),
}

impl Source {
    /// A number a person types.
    #[must_use]
    pub fn typed(label: Label, place: Place, value: f64, unit: Unit) -> Self {
        Self { label, symbol: "", value, unit, kind: Kind::Typed, lead: Some(Lead::Field(place)) }
    }

    /// A number that is the same everywhere.
    #[must_use]
    pub fn fixed(label: &'static str, value: f64, unit: Unit) -> Self {
        Self { label: Label::Words(label), symbol: "", value, unit, kind: Kind::Fixed, lead: None }
    }

    /// A number that follows from others, without an explanation of its own.
    #[must_use]
    pub fn calculated(label: Label, value: f64, unit: Unit) -> Self {
        Self { label, symbol: "", value, unit, kind: Kind::Calculated, lead: None }
    }

    /// The same of another kind.
    #[must_use]
    pub fn of_kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// The same under a letter.
    #[must_use]
    pub fn as_letter(mut self, symbol: &'static str) -> Self {
        self.symbol = symbol;
        self
    }

    /// The same, leading somewhere.
    #[must_use]
    pub fn leading_to(mut self, place: Place) -> Self {
        self.lead = Some(Lead::Field(place));
        self
    }

    /// Whether its number says more in a formula than its name: the next thousand.
    #[must_use]
    pub fn is_shown_by_value(&self) -> bool {
        self.kind == Kind::Fixed && self.symbol.is_empty() && self.unit == Unit::Money
    }
}
