//! What the uncertain numbers of a plan are called: by ids within one plan, by words across several.

use std::collections::HashMap;

use crate::plan::allocation::{Class, Group};
use crate::plan::{Id, Plan};

/// What the inputs of each item are named after.
pub(super) struct Names {
    pub(super) channels: Vec<String>,
    pub(super) events: Vec<String>,
    pub(super) ripples: Vec<String>,
    groups: HashMap<Id, String>,
    /// What stands before the rates of a class.
    classes: String,
    /// Whether a number of the same name may have another range, in another plan.
    pub(super) across_plans: bool,
}

impl Names {
    /// `channel/sem` for each item, by its id.
    pub(super) fn of_ids(plan: &Plan) -> Self {
        let groups = plan.allocation.groups.iter().map(|group| (group.id.clone(), format!("group/{}", group.id)));
        Self {
            channels: numbered("channel", plan.allocation.channels.iter().map(|item| item.id.to_string())),
            events: numbered("event", plan.events.iter().map(|item| item.id.to_string())),
            ripples: numbered("ripple", plan.ripples.iter().map(|item| item.id.to_string())),
            groups: groups.collect(),
            classes: "class".to_owned(),
            across_plans: false,
        }
    }

    /// `channel/Search advertising`, by what items are called. What has no name, and the classes of a plan without a company,
    /// have the plan's number, so that no other plan has the same.
    pub(super) fn in_words(plan: &Plan, number: usize) -> Self {
        let word = |name: &str, id: &Id| match name.trim() {
            "" => format!("{number}#{id}"),
            name => name.to_owned(),
        };
        let groups = plan.allocation.groups.iter();
        let named = numbered("group", groups.clone().map(|item| word(&item.name, &item.id)));
        let company = match plan.company.trim() {
            "" => format!("{number}#"),
            company => company.to_owned(),
        };
        Self {
            channels: numbered("channel", plan.allocation.channels.iter().map(|item| word(&item.name, &item.id))),
            events: numbered("event", plan.events.iter().map(|item| word(&item.name, &item.id))),
            ripples: numbered("ripple", plan.ripples.iter().map(|item| word(&item.name, &item.id))),
            groups: groups.map(|group| group.id.clone()).zip(named).collect(),
            classes: format!("class/{company}"),
            across_plans: true,
        }
    }

    /// What a group's numbers are named after.
    pub(super) fn group(&self, group: &Group) -> String {
        self.groups.get(&group.id).cloned().unwrap_or_else(|| format!("group/{}", group.id))
    }

    /// What the rates of a class are named after.
    pub(super) fn class(&self, class: Class) -> String {
        let letter = match class {
            Class::A => "A",
            Class::B => "B",
        };
        format!("{}/{letter}", self.classes)
    }
}

/// `channel/sem` for each item. Items that share an id are a finding, but still different items with numbers of their
/// own: the second is `channel-2/sem`.
fn numbered(kind: &str, words: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    words
        .map(|word| {
            let times = seen.entry(word.clone()).and_modify(|times| *times += 1).or_insert(1);
            if *times == 1 { format!("{kind}/{word}") } else { format!("{kind}-{times}/{word}") }
        })
        .collect()
}
