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
    /// The lists whose items it is.
    fn lists(self) -> &'static [&'static str] {
        match self {
            Self::Person => &["people"],
            Self::Function => &["functions"],
            Self::Kpi => &["kpis"],
            Self::SubGoal => &["sub_goals"],
            Self::Criterion => &["criteria"],
            Self::Group => &["groups"],
            Self::Channel => &["channels"],
            Self::Dated => &["events", "ripples"],
            Self::Topic => &["list"],
            Self::Scenario => &["scenarios"],
            Self::TaskKpi => &["quantitative", "qualitative"],
            Self::Party => &["parties"],
            Self::Item => &["items"],
        }
    }

    /// Fields that name one.
    fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Person => &["owner", "person"],
            Self::Function => &["PullsAgainst"],
            Self::Group => &["group"],
            Self::Channel => &["channel"],
            Self::Dated => &["event", "ripple"],
            Self::Party => &["us", "party"],
            _ => &[],
        }
    }

    /// Lists of ids, and objects whose fields are ids.
    fn collections(self) -> &'static [&'static str] {
        match self {
            Self::Criterion => &["answers"],
            Self::Channel => &["spend"],
            Self::Party => &["shared_by"],
            _ => &[],
        }
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
    let mut plan = tree::of(plan, digits);
    for renaming in renamings {
        let place = match &renaming.event {
            None => Some(&mut plan),
            Some(event) => plan["events"]
                .as_array_mut()
                .and_then(|events| events.iter_mut().find(|other| other["id"].as_str() == Some(event.as_str()))),
        };
        if let Some(place) = place {
            rename(place, "", renaming);
        }
    }
    tree::read(plan, digits).ok()
}

/// Renames an item wherever `tree`, the value of `field`, holds or names it.
fn rename(tree: &mut Tree, field: &str, renaming: &Renaming) {
    let Renaming { kind, from, to, .. } = renaming;
    let (from, new) = (from.as_str(), || Tree::from(to.as_str()));
    match tree {
        Tree::String(id) if kind.fields().contains(&field) && id == from => *tree = new(),
        Tree::Array(elements) => {
            for element in elements {
                if kind.collections().contains(&field) && element.as_str() == Some(from) {
                    *element = new();
                } else if kind.lists().contains(&field) && element["id"].as_str() == Some(from) {
                    element["id"] = new();
                }
                rename(element, "", renaming);
            }
        }
        Tree::Object(fields) => {
            if kind.collections().contains(&field)
                && let Some(value) = fields.remove(from)
            {
                fields.insert(to.to_string(), value);
            }
            for (name, value) in fields {
                rename(value, name, renaming);
            }
        }
        _ => {}
    }
}
