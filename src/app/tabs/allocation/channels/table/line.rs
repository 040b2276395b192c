//! A row of the table, and a row with what stands below it.

use crate::calc::explain::{By, Figure, OfChannel, OfEvent, OfParty, OfSum, Whole};
use crate::plan::{Plan, Task};

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

impl Line {
    /// Which figure a number of the row is.
    #[must_use]
    pub fn figure(self, plan: &Plan, of: OfSum) -> Option<Figure> {
        Some(match self {
            Self::Task(task) => Figure::Sum(Whole::Task(task), By::Plan, of),
            Self::Group(index) => {
                Figure::Sum(Whole::Group(plan.allocation.groups.get(index)?.id.clone()), By::Plan, of)
            }
            Self::Channel(index) => {
                let of = match of {
                    OfSum::Spend => OfChannel::Spend,
                    OfSum::Share => OfChannel::Share,
                    OfSum::Yield(of) => OfChannel::Yield(of),
                    OfSum::AverageCost => OfChannel::AverageCost,
                };
                Figure::Channel(plan.allocation.channels.get(index)?.id.clone(), By::Plan, of)
            }
            Self::Event(index) => {
                let event = plan.events.get(index)?;
                match of {
                    OfSum::Spend => Figure::Party(event.id.clone(), event.us.clone()?, OfParty::Share),
                    OfSum::Share => Figure::Event(event.id.clone(), OfEvent::Share),
                    OfSum::Yield(of) => Figure::Event(event.id.clone(), OfEvent::Yield(of)),
                    OfSum::AverageCost => return None,
                }
            }
        })
    }
}

/// A row and the channels below it, if it is a group.
pub struct Node {
    /// The row.
    pub line: Line,
    /// Channels, by index.
    pub members: Vec<usize>,
}
