//! Adding, removing, copying and moving what stands in the table.

use crate::plan::allocation::{Allocation, Group};
use crate::plan::{Channel, Id, Task};

/// Adds a channel to a task, and to a group of it.
pub fn add_channel(allocation: &mut Allocation, name: String, task: Task, group: Option<Id>) -> Id {
    let id = fresh_channel(allocation);
    let channel = Channel { group, ..Channel::new(id.clone(), name, task) };
    allocation.channels.push(channel);
    id
}

/// The id the next channel gets.
pub fn fresh_channel(allocation: &Allocation) -> Id {
    Id::fresh("channel", allocation.channels.iter().map(|channel| &channel.id))
}

/// Copies a channel; the copy stands below it.
pub fn duplicate_channel(allocation: &mut Allocation, id: &Id, name: String) -> Option<Id> {
    let at = allocation.channels.iter().position(|channel| channel.id == *id)?;
    let copy = Channel { id: fresh_channel(allocation), name, ..allocation.channels[at].clone() };
    let fresh = copy.id.clone();
    allocation.channels.insert(at + 1, copy);
    Some(fresh)
}

/// The channel a channel changes places with: the nearest of its task and group.
pub fn channel_beside(allocation: &Allocation, id: &Id, up: bool) -> Option<(usize, usize)> {
    let at = allocation.channels.iter().position(|channel| channel.id == *id)?;
    let like = |other: &Channel| {
        let this = &allocation.channels[at];
        other.task == this.task && other.group == this.group
    };
    let beside = if up {
        allocation.channels[..at].iter().rposition(like)
    } else {
        allocation.channels[at + 1..].iter().position(like).map(|offset| at + 1 + offset)
    };
    beside.map(|beside| (at, beside))
}

/// Adds a group.
pub fn add_group(allocation: &mut Allocation, name: String) -> Id {
    let id = Id::fresh("group", allocation.groups.iter().map(|group| &group.id));
    allocation.groups.push(Group { id: id.clone(), name, lead_rate: None, note: String::new() });
    id
}

/// The group a group changes places with: the nearest in the same task.
pub fn group_beside(allocation: &Allocation, id: &Id, up: bool) -> Option<(usize, usize)> {
    let task = |group: &Group| {
        let first = allocation.channels.iter().find(|channel| channel.group.as_ref() == Some(&group.id));
        first.map(|channel| channel.task)
    };
    let at = allocation.groups.iter().position(|group| group.id == *id)?;
    let like = |other: &Group| task(other) == task(&allocation.groups[at]);
    let beside = if up {
        allocation.groups[..at].iter().rposition(like)
    } else {
        allocation.groups[at + 1..].iter().position(like).map(|offset| at + 1 + offset)
    };
    beside.map(|beside| (at, beside))
}
