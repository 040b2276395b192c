//! What is added up month by month as data to be drawn.

use super::{Axis, Month, Tone};

/// Revenue or registrations so far over the planned time, in days from its start.
#[derive(Clone, Debug, PartialEq)]
pub struct Months {
    /// Length in days.
    pub days: f64,
    /// Where each named month begins and ends, and its name.
    pub names: Vec<Month>,
    /// The axis upwards.
    pub y: Axis,
    /// Ranges, the widest first: day, low and high end.
    pub ranges: Vec<Vec<[f64; 3]>>,
    /// What is expected; to the end of the months that are over, what came.
    pub expected: Vec<[f64; 2]>,
    /// Where the months that are over end; `None` where none is.
    pub over: Option<Over>,
    /// What it is held against: the way to the goal, its level where no way is planned, or the plan.
    pub goal: Vec<[f64; 2]>,
    /// What stands at the ends of the lines, highest first.
    pub ends: Vec<End>,
    /// Events and ripples with a day, earliest first.
    pub events: Vec<DatedMark>,
    /// Where what is expected lies furthest below the way to the goal.
    pub gap: Option<Gap>,
}

impl Months {
    /// The line to the end of the months that are over, and from there on; all of it is the first where none is.
    #[must_use]
    pub fn came_and_to_come(&self) -> (&[[f64; 2]], &[[f64; 2]]) {
        let Some(over) = &self.over else { return (&self.expected, &[]) };
        let came = self.expected.iter().take_while(|[day, _]| *day <= over.day).count();
        (&self.expected[..came], &self.expected[came.saturating_sub(1)..])
    }
}

/// Where the months that are over end.
#[derive(Clone, Debug, PartialEq)]
pub struct Over {
    /// The day.
    pub day: f64,
    /// How many months are over, in words.
    pub label: String,
}

/// The end of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// Where it ends.
    pub at: f64,
    /// What it is, and the value as written.
    pub label: String,
    /// Muted are the ends of ranges.
    pub tone: Tone,
}

/// Something that happens on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct DatedMark {
    /// Its day.
    pub day: f64,
    /// What it is called.
    pub name: String,
    /// Its day in words.
    pub date: String,
}

/// How far one line lies below another on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// The day.
    pub day: f64,
    /// Its lower and its upper end.
    pub ends: [f64; 2],
    /// How much it is, and when.
    pub label: String,
}
