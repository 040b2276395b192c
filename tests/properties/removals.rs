//! Nothing dangles: whatever field of a plan holds the id of something that goes, it is said before, and empty after.
//!
//! Which fields hold ids is not listed here. A text is an id if the plan cannot be read any more once it is blank.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestRunner};
use ripple_planner::calc::removal::{Target, references, remove};
use ripple_planner::plan::allocation::Group;
use ripple_planner::plan::event::Party;
use ripple_planner::plan::pyramid::Criterion;
use ripple_planner::plan::team::{Function, FunctionKind, Person};
use ripple_planner::plan::{Channel, Event, Id, Plan, Ripple, Task};
use serde_json::Value;

use crate::common::plans;

/// What no generated plan refers to.
const GOES: &str = "the-one-that-goes";

/// How many fields of a plan hold the id of something else; all of them are to be met.
const KINDS: usize = 24;

/// The way to a text of the tree: keys and indices; a key of a map is the text itself where `of_key`.
#[derive(Clone, Debug)]
struct Way {
    steps: Vec<String>,
    of_key: bool,
}

impl Way {
    /// The fields on the way, without indices and ids: what kind of field it is.
    fn kind(&self) -> String {
        let steps = if self.of_key { &self.steps[..self.steps.len() - 1] } else { &self.steps[..] };
        steps.iter().filter(|step| step.parse::<usize>().is_err()).cloned().collect::<Vec<_>>().join(".")
    }
}

fn ways(value: &Value, steps: &[String], out: &mut Vec<Way>) {
    let then = |step: &str| [steps, &[step.to_owned()]].concat();
    match value {
        Value::String(_) => out.push(Way { steps: steps.to_vec(), of_key: false }),
        Value::Array(list) => list.iter().enumerate().for_each(|(at, one)| ways(one, &then(&at.to_string()), out)),
        Value::Object(map) => {
            for (key, one) in map {
                out.push(Way { steps: then(key), of_key: true });
                ways(one, &then(key), out);
            }
        }
        _ => {}
    }
}

/// The tree with another text at that way.
fn with(tree: &Value, way: &Way, text: &str) -> Value {
    let mut tree = tree.clone();
    let (own, before) = way.steps.split_last().unwrap();
    let mut at = &mut tree;
    for step in before {
        at = match at {
            Value::Array(list) => &mut list[step.parse::<usize>().unwrap()],
            at => at.get_mut(step.as_str()).unwrap(),
        };
    }
    match at {
        Value::Object(map) if way.of_key => {
            let value = map.remove(own).unwrap();
            map.insert(text.to_owned(), value);
        }
        Value::Object(map) => drop(map.insert(own.clone(), text.into())),
        Value::Array(list) => list[own.parse::<usize>().unwrap()] = text.into(),
        _ => unreachable!(),
    }
    tree
}

fn read(tree: Value) -> Result<Plan, String> {
    serde_json::from_value(tree).map_err(|error| error.to_string())
}

/// One of each kind that nothing refers to, and all targets for it.
fn with_targets(mut plan: Plan) -> (Plan, Vec<Target>) {
    let id = || Id::new(GOES);
    let team = Arc::make_mut(&mut plan.team);
    let person = Person {
        id: id(),
        name: String::new(),
        title: String::new(),
        capacity: 0.0,
        other_hours: 0.0,
        note: String::new(),
    };
    team.people.push(person);
    let kind = FunctionKind::Content;
    team.functions.push(Function { id: id(), kind, assignments: Vec::new(), kpis: Vec::new() });
    let criterion =
        Criterion { id: id(), level: 1, name: String::new(), owner: None, cost_to_full: None, note: String::new() };
    Arc::make_mut(&mut plan.pyramid).criteria.push(criterion);
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.groups.push(Group { id: id(), name: String::new(), lead_rate: None, note: String::new() });
    allocation.channels.push(Channel::new(id(), "", Task::A));
    let mut targets = vec![
        Target::Person(id()),
        Target::Function(id()),
        Target::Criterion(id()),
        Target::Group(id()),
        Target::Channels(vec![id()]),
        Target::Event(id()),
        Target::Ripple(id()),
    ];
    let events = Arc::make_mut(&mut plan.events);
    for (number, event) in events.iter_mut().enumerate() {
        event.id = Id::new(&format!("event-{number}"));
        event.parties.push(Party::new(id(), ""));
        targets.push(Target::Party { event: event.id.clone(), party: id() });
    }
    events.push(Event::new(id(), ""));
    let ripple = Ripple {
        id: id(),
        name: String::new(),
        date: None,
        event: None,
        owner: None,
        funnel: ripple_planner::plan::ripple::Funnel::default(),
        follow: None,
        share: None,
        timing: Vec::new(),
        stages: Vec::new(),
        note: String::new(),
    };
    Arc::make_mut(&mut plan.ripples).push(ripple);
    (plan, targets)
}

/// Whether the text there is an id that refers to something: not the id of an item itself.
fn refers(tree: &Value, way: &Way) -> bool {
    let is_own = way.steps.last().is_some_and(|last| last == "id") && !way.of_key;
    !is_own && read(with(tree, way, " ")).is_err_and(|error| error.contains("an id is empty"))
}

#[test]
fn every_field_that_holds_an_id_is_said_before_what_it_names_goes_and_let_go_after() {
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRunner::deterministic().new_rng());
    let mut kinds = BTreeSet::new();
    for plans in 0..80 {
        if plans >= 12 && kinds.len() >= KINDS {
            break;
        }
        let plan = plans::plan().new_tree(&mut runner).unwrap().current();
        // The kinds of what is generated differ from plan to plan; a plan that cannot be told from its tree says nothing.
        let (plan, targets) = with_targets(plan);
        let tree = serde_json::to_value(&plan).unwrap();
        let Ok(plan) = read(tree.clone()) else { continue };
        for target in &targets {
            assert_eq!(references(&plan, target), [], "nothing refers to {target:?} yet");
        }
        let mut all = Vec::new();
        ways(&tree, &[], &mut all);
        for way in all.iter().filter(|way| refers(&tree, way)) {
            let naming = read(with(&tree, way, GOES)).unwrap_or_else(|error| panic!("{way:?}: {error}"));
            let named: Vec<&Target> = targets.iter().filter(|target| !references(&naming, target).is_empty()).collect();
            assert!(!named.is_empty(), "{}: an id that no removal knows of", way.kind());
            for target in named {
                let mut after = naming.clone();
                remove(&mut after, target, None);
                assert_eq!(references(&after, target), [], "{}: {target:?}", way.kind());
                kinds.insert(way.kind());
            }
            let mut after = naming;
            for target in &targets {
                remove(&mut after, target, None);
            }
            let left = serde_json::to_string(&after).unwrap();
            assert!(!left.contains(GOES), "{}: still named after all of them went", way.kind());
        }
    }
    assert!(kinds.len() >= KINDS, "the generated plans fill every field: {kinds:#?}");
}
