//! Two people who each add an item get the same fresh id for it: `channel-11` here and there, for different channels.
//! Before a merge one of them gets another id, and whatever named it follows.

use std::borrow::Cow;
use std::collections::HashMap;

use super::tree::{self, Tree};
use crate::plan::{Id, Plan, Task};

/// A kind of item that has ids of its own, and where the tree of a plan names one.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Person,
    Function,
    Kpi,
    SubGoal,
    Criterion,
    Group,
    Channel,
    /// An event or a ripple: a topic names either by its id.
    Dated,
    Topic,
    Scenario,
    TaskKpi,
    /// A party of an event.
    Party,
    /// An item of an event.
    Item,
}

impl Kind {
    /// What the items of a list are.
    fn of_list(list: &str) -> Option<Self> {
        Some(match list {
            "people" => Self::Person,
            "functions" => Self::Function,
            "kpis" => Self::Kpi,
            "sub_goals" => Self::SubGoal,
            "criteria" => Self::Criterion,
            "groups" => Self::Group,
            "channels" => Self::Channel,
            "events" | "ripples" => Self::Dated,
            "list" => Self::Topic,
            "scenarios" => Self::Scenario,
            "quantitative" | "qualitative" => Self::TaskKpi,
            "parties" => Self::Party,
            "items" => Self::Item,
            _ => return None,
        })
    }

    /// What a field names.
    fn of_field(field: &str) -> Option<Self> {
        Some(match field {
            "owner" | "person" => Self::Person,
            "PullsAgainst" => Self::Function,
            "group" => Self::Group,
            "channel" => Self::Channel,
            "event" | "ripple" => Self::Dated,
            "us" | "party" => Self::Party,
            _ => return None,
        })
    }

    /// What a list of ids names, or an object whose fields are ids.
    fn of_ids(field: &str) -> Option<Self> {
        Some(match field {
            "answers" => Self::Criterion,
            "spend" | "months" => Self::Channel,
            "shared_by" => Self::Party,
            _ => return None,
        })
    }

    /// Whether its ids are those of one event.
    fn is_of_event(self) -> bool {
        matches!(self, Self::Party | Self::Item)
    }
}

/// An item by its kind, the event it belongs to if it does, and its id.
type Key<'a> = (Kind, Option<&'a Id>, &'a Id);

/// All items of a plan with what they are called.
fn items(plan: &Plan) -> HashMap<Key<'_>, Cow<'_, str>> {
    let mut all = HashMap::with_capacity(plan.allocation.channels.len());
    let mut add = |kind, id, name| all.insert((kind, None, id), name);
    for item in &plan.team.people {
        add(Kind::Person, &item.id, Cow::from(&item.name));
    }
    for item in &plan.team.functions {
        add(Kind::Function, &item.id, format!("{:?}", item.kind).into());
        for kpi in &item.kpis {
            add(Kind::Kpi, &kpi.id, Cow::from(&kpi.name));
        }
    }
    for item in &plan.goal.sub_goals {
        add(Kind::SubGoal, &item.id, Cow::from(&item.name));
    }
    for item in &plan.pyramid.criteria {
        add(Kind::Criterion, &item.id, Cow::from(&item.name));
    }
    for item in &plan.allocation.groups {
        add(Kind::Group, &item.id, Cow::from(&item.name));
    }
    for item in &plan.allocation.channels {
        add(Kind::Channel, &item.id, Cow::from(&item.name));
    }
    for task in Task::ALL.map(|task| plan.allocation.tasks.of(task)) {
        for item in &task.quantitative {
            add(Kind::TaskKpi, &item.id, Cow::from(&item.name));
        }
        for item in &task.qualitative {
            add(Kind::TaskKpi, &item.id, Cow::from(&item.text));
        }
    }
    for item in plan.ripples.iter() {
        add(Kind::Dated, &item.id, Cow::from(&item.name));
    }
    for item in &plan.topics.list {
        add(Kind::Topic, &item.id, Cow::from(&item.name));
    }
    for item in plan.scenarios.iter() {
        add(Kind::Scenario, &item.id, Cow::from(&item.name));
    }
    for event in plan.events.iter() {
        all.insert((Kind::Dated, None, &event.id), Cow::from(&event.name));
        for item in &event.parties {
            all.insert((Kind::Party, Some(&event.id), &item.id), Cow::from(&item.name));
        }
        for item in &event.items {
            all.insert((Kind::Item, Some(&event.id), &item.id), Cow::from(&item.label));
        }
    }
    all
}

/// One item that gets another id.
struct Renaming {
    kind: Kind,
    event: Option<Id>,
    from: Id,
    to: Id,
}

/// Both sides, with own ids for different items that each of them added under the same id. The item whose name comes
/// first keeps the id, so that it does not matter whose side is whose.
pub(super) fn apart<'a>(
    base: &Plan,
    ours: Cow<'a, Plan>,
    theirs: Cow<'a, Plan>,
    digits: u8,
) -> (Cow<'a, Plan>, Cow<'a, Plan>) {
    let (in_base, in_ours, in_theirs) = (items(base), items(&ours), items(&theirs));
    let in_both = |event: Option<&Id>| event.is_none_or(|event| in_base.contains_key(&(Kind::Dated, None, event)));
    let (mut of_ours, mut of_theirs) = (Vec::new(), Vec::new());
    for (key, name) in &in_ours {
        let (kind, event, id) = *key;
        let Some(other) = in_theirs.get(key).filter(|other| *other != name) else { continue };
        if in_base.contains_key(key) || !in_both(event) {
            continue;
        }
        let is_free = |own: &Id| {
            let key = (kind, event, own);
            !in_base.contains_key(&key) && !in_ours.contains_key(&key) && !in_theirs.contains_key(&key)
        };
        let numbered = (2_u32..).map(|number| Id::new(&format!("{id}-{number}")));
        if let Some(to) = numbered.into_iter().find(is_free) {
            let renaming = Renaming { kind, event: event.cloned(), from: id.clone(), to };
            if name > other { of_ours.push(renaming) } else { of_theirs.push(renaming) }
        }
    }
    let (ours_renamed, theirs_renamed) = (renamed(&ours, &of_ours, digits), renamed(&theirs, &of_theirs, digits));
    (ours_renamed.map_or(ours, Cow::Owned), theirs_renamed.map_or(theirs, Cow::Owned))
}

/// `None` where nothing gets another id.
fn renamed(plan: &Plan, renamings: &[Renaming], digits: u8) -> Option<Plan> {
    if renamings.is_empty() {
        return None;
    }
    let new_ids = renamings.iter().map(|Renaming { kind, event, from, to }| {
        let event = event.as_ref().map(Id::as_str);
        ((*kind, event, from.as_str()), to.as_str())
    });
    let new_ids = new_ids.collect();
    let mut plan = tree::of(plan, digits);
    rename(&mut plan, "", None, &new_ids);
    tree::read(plan, digits).ok()
}

/// New ids by kind, event and old id.
type NewIds<'old, 'new> = HashMap<(Kind, Option<&'old str>, &'old str), &'new str>;

/// Renames items wherever `tree`, the value of `field`, holds or names them; `event` is the id of the one around it.
fn rename(tree: &mut Tree, field: &str, event: Option<&str>, new_ids: &NewIds) {
    let new = |kind: Option<Kind>, id: Option<&str>| {
        let (kind, id) = (kind?, id?);
        new_ids.get(&(kind, event.filter(|_| kind.is_of_event()), id)).map(|new| (*new).to_owned())
    };
    match tree {
        Tree::String(id) => *id = new(Kind::of_field(field), Some(id)).unwrap_or_else(|| std::mem::take(id)),
        Tree::Array(elements) => {
            for element in elements {
                let id = element.get("id").and_then(Tree::as_str).map(str::to_owned);
                if let Some(new) = new(Kind::of_ids(field), element.as_str()) {
                    *element = new.into();
                } else if let Some(new) = new(Kind::of_list(field), id.as_deref()) {
                    element["id"] = new.into();
                }
                rename(element, "", if field == "events" { id.as_deref() } else { event }, new_ids);
            }
        }
        Tree::Object(fields) => {
            if let Some(kind) = Kind::of_ids(field) {
                let renamed = |(id, value): (String, Tree)| (new(Some(kind), Some(&id)).unwrap_or(id), value);
                *fields = std::mem::take(fields).into_iter().map(renamed).collect();
            }
            for (name, value) in fields {
                rename(value, name, event, new_ids);
            }
        }
        _ => {}
    }
}
