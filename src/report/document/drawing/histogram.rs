//! How often a result comes out how high, as data to be drawn.

use super::{Axis, Tick};

/// Bars of equal width.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    /// The axis to the right.
    pub x: Axis,
    /// The bars, from left to right.
    pub bars: Vec<Bar>,
    /// Percentiles with their names, from left to right.
    pub percentiles: Vec<Tick>,
    /// The goal; `None` without one.
    pub goal: Option<GoalLine>,
}

/// How many draws lie between two values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Where it begins and ends.
    pub ends: [f64; 2],
    /// Draws inside.
    pub count: u32,
    /// Whether these draws reach the goal.
    pub reaches: bool,
}

/// The goal on the axis, and how likely it is.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalLine {
    /// Where it stands.
    pub at: f64,
    /// What it is.
    pub label: String,
    /// How likely it is reached, as written.
    pub chance: String,
    /// The words behind that.
    pub reach: String,
    /// How many fall short, in words.
    pub short: String,
}
