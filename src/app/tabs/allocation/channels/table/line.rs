//! A row of the table, and a row with what stands below it.

use crate::plan::Task;

/// One row of the table, by index into the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A task with its subtotals.
    Task(Task),
    /// A group inside a task.
    Group(usize),
    /// A channel.
    Channel(usize),
    /// The own share of an event.
    Event(usize),
}

/// A row and the channels below it, if it is a group.
pub struct Node {
    /// The row.
    pub line: Line,
    /// Channels, by index.
    pub members: Vec<usize>,
}
