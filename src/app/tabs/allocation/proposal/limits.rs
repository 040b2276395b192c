//! Where the field of a limit is.

use crate::calc::allocation::task_id;
use crate::calc::best_allocation::Limit;
use crate::calc::{Place, Section};
use crate::plan::{Plan, Task};

/// The place of a limit; none of the budget, which the question itself has, and of no limit at all.
#[must_use]
pub fn place_of(plan: &Plan, limit: Limit) -> Option<Place> {
    let task = |group: usize| task_id(Task::ALL.get(group).copied().unwrap_or(Task::A));
    let channel = |index: usize| plan.allocation.channels.get(index).map(|channel| channel.id.clone());
    let (item, field) = match limit {
        Limit::GroupMin(group) => (Some(task(group)), "min"),
        Limit::GroupMax(group) => (Some(task(group)), "max"),
        Limit::ChannelMin(index) => (Some(channel(index)?), "min"),
        Limit::ChannelMax(index) => (Some(channel(index)?), "max"),
        Limit::Period(_) => (None, "cash"),
        Limit::Budget | Limit::Cost => return None,
    };
    Some(Place { section: Section::Allocation, item, field })
}
