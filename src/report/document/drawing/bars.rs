//! What each month brings, as data to be drawn.

use super::{Axis, Month};

/// A bar a month, each with a level to hold it against, in days from the start of the planned time.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthBars {
    /// Length in days.
    pub days: f64,
    /// Where each named month begins and ends, and its name.
    pub names: Vec<Month>,
    /// The axis upwards.
    pub y: Axis,
    /// The months, the first one first.
    pub bars: Vec<MonthBar>,
}

/// A month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthBar {
    /// Where it begins and ends.
    pub ends: [f64; 2],
    /// How high it is.
    pub height: f64,
    /// What it is held against.
    pub level: f64,
}
