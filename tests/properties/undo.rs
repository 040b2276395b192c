//! Undo is exact: whatever was done to whichever plan, each step back and each step forth is the very plan of then.

use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;
use ripple_planner::app::document::Document;
use ripple_planner::app::history::{Gesture, StepName};
use ripple_planner::app::widgets::draft::Edit;
use ripple_planner::calc::removal::{self, Target, heirs};
use ripple_planner::plan::{Money, Plan};

use crate::common::plans;

/// What a person does to a plan in one go.
#[derive(Clone, Debug)]
enum Change {
    /// Takes something out of it, with or without an heir.
    Remove(Index, bool),
    /// Gives a channel, counted round, so much money.
    Spend(usize, i64),
    /// Calls it otherwise.
    Title(String),
    /// Rewrites a section.
    Section(usize),
    /// Mends doubled ids.
    OwnIds,
}

/// What a person does in the window.
#[derive(Clone, Debug)]
enum Act {
    /// A click that changes something.
    Click(Change),
    /// A drag: many changes, one step.
    Drag(Vec<i64>),
    /// Typing in a field, value after value, and whether Esc takes it back in the end.
    Type(u64, Vec<Change>, bool),
    Undo,
    Redo,
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        3 => (any::<Index>(), any::<bool>()).prop_map(|(which, heir)| Change::Remove(which, heir)),
        3 => (0..100_usize, 0..1_000_000_i64).prop_map(|(which, fen)| Change::Spend(which, fen)),
        1 => "[a-z涟漪]{0,6}".prop_map(Change::Title),
        3 => (0..9_usize).prop_map(Change::Section),
        1 => Just(Change::OwnIds),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    let values = || prop::collection::vec(change(), 1..4);
    prop_oneof![
        4 => change().prop_map(Act::Click),
        1 => prop::collection::vec(0..1_000_000_i64, 1..5).prop_map(Act::Drag),
        3 => (0..3_u64, values(), any::<bool>()).prop_map(|(field, values, back)| Act::Type(field, values, back)),
        3 => Just(Act::Undo),
        2 => Just(Act::Redo),
    ]
}

/// Everything that can be taken out of a plan.
fn targets(plan: &Plan) -> Vec<Target> {
    let team = plan.team.people.iter().map(|person| Target::Person(person.id.clone()));
    let functions = plan.team.functions.iter().map(|function| Target::Function(function.id.clone()));
    let groups = plan.allocation.groups.iter().map(|group| Target::Group(group.id.clone()));
    let channels = plan.allocation.channels.iter().map(|channel| Target::Channels(vec![channel.id.clone()]));
    let events = plan.events.iter().map(|event| Target::Event(event.id.clone()));
    let ripples = plan.ripples.iter().map(|ripple| Target::Ripple(ripple.id.clone()));
    team.chain(functions).chain(groups).chain(channels).chain(events).chain(ripples).collect()
}

impl Change {
    fn make(&self, plan: &mut Plan, other: &Plan) {
        match self {
            Self::Remove(which, with_heir) => {
                let targets = targets(plan);
                if targets.is_empty() {
                    return;
                }
                let target = which.get(&targets);
                let heir = heirs(plan, target).into_iter().next().filter(|_| *with_heir);
                removal::remove(plan, target, heir.as_ref());
            }
            Self::Spend(which, fen) => {
                let channels = &mut Arc::make_mut(&mut plan.allocation).channels;
                let place = which % channels.len().max(1);
                if let Some(channel) = channels.get_mut(place) {
                    channel.spend = Money::from_minor(*fen).unwrap();
                }
            }
            Self::Title(title) => plan.title.clone_from(title),
            Self::Section(0) => plan.goal = other.goal.clone(),
            Self::Section(1) => plan.team = other.team.clone(),
            Self::Section(2) => plan.pyramid = other.pyramid.clone(),
            Self::Section(3) => plan.allocation = other.allocation.clone(),
            Self::Section(4) => plan.events = other.events.clone(),
            Self::Section(5) => plan.ripples = other.ripples.clone(),
            Self::Section(6) => plan.content = other.content.clone(),
            Self::Section(7) => plan.topics = other.topics.clone(),
            Self::Section(_) => plan.handover = other.handover.clone(),
            Self::OwnIds => plan.give_own_ids(),
        }
    }
}

/// The simplest history there is: every plan there has been, and where one stands.
struct Model {
    plans: Vec<Plan>,
    at: usize,
}

impl Model {
    fn step(&mut self, plan: &Plan) {
        self.plans.truncate(self.at + 1);
        self.plans.push(plan.clone());
        self.at += 1;
    }
}

/// The document beside its model.
struct Bench {
    document: Document,
    model: Model,
    other: Plan,
    stays: u64,
}

impl Bench {
    fn frame(&mut self, change: &Change, gesture: Gesture) -> bool {
        let before = self.document.plan.clone();
        change.make(&mut self.document.plan, &self.other);
        let changed = !self.document.plan.same_as(&before);
        let name = StepName { text: "Change".to_owned(), ..StepName::default() };
        self.document.observe(before, Some(name), gesture);
        changed
    }

    /// A frame in which nothing is done.
    fn rest(&mut self) {
        self.document.observe(self.document.plan.clone(), None, Gesture::default());
    }

    fn act(&mut self, act: &Act) {
        match act {
            Act::Click(change) => {
                if self.frame(change, Gesture { released: true, ..Gesture::default() }) {
                    self.model.step(&self.document.plan);
                }
            }
            Act::Drag(fen) => {
                let down = Gesture { pointer_down: true, ..Gesture::default() };
                let spend = |fen: &i64| Change::Spend(0, *fen);
                let changed = fen.iter().filter(|fen| self.frame(&spend(fen), down)).count();
                self.document.observe(
                    self.document.plan.clone(),
                    None,
                    Gesture { released: true, ..Gesture::default() },
                );
                if changed > 0 {
                    self.model.step(&self.document.plan);
                }
            }
            Act::Type(field, values, back) => self.type_in(*field, values, *back),
            Act::Undo => {
                self.document.undo();
                self.model.at = self.model.at.saturating_sub(1);
            }
            Act::Redo => {
                self.document.redo();
                self.model.at = (self.model.at + 1).min(self.model.plans.len() - 1);
            }
        }
        self.rest();
    }

    fn type_in(&mut self, field: u64, values: &[Change], back: bool) {
        self.stays += 1;
        let field = eframe::egui::Id::unique(field);
        let edit = Edit::new(field, self.stays);
        let typing = Gesture { typing_in: Some(field), given: Some(edit), ..Gesture::default() };
        let changed = values.iter().filter(|value| self.frame(value, typing)).count();
        let end = if back {
            Gesture { withdrawn: Some(edit.whole_stay()), ..Gesture::default() }
        } else {
            Gesture { entered: true, typing_in: Some(field), ..Gesture::default() }
        };
        self.document.observe(self.document.plan.clone(), None, end);
        if changed > 0 && !back {
            self.model.step(&self.document.plan);
        }
    }

    fn is_as_the_model(&self) -> bool {
        let (model, language) = (&self.model, StepName::default().language);
        self.document.plan == model.plans[model.at]
            && self.document.undo_name(language).is_some() == (model.at > 0)
            && self.document.redo_name(language).is_some() == (model.at + 1 < model.plans.len())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn every_step_back_and_forth_is_the_plan_of_then(
        start in plans::plan(),
        other in plans::plan(),
        acts in prop::collection::vec(act(), 1..30),
    ) {
        let model = Model { plans: vec![start.clone()], at: 0 };
        let mut bench = Bench { document: Document::new(start.clone()), model, other, stays: 0 };
        for (number, act) in acts.iter().enumerate() {
            bench.act(act);
            prop_assert!(bench.is_as_the_model(), "act {number}: {act:?}");
        }
        while bench.model.at + 1 < bench.model.plans.len() {
            bench.act(&Act::Redo);
        }
        let end = bench.document.plan.clone();
        for _ in 0..bench.model.plans.len() {
            bench.act(&Act::Undo);
            prop_assert!(bench.is_as_the_model());
        }
        prop_assert_eq!(&bench.document.plan, &start, "all undone");
        for _ in 0..bench.model.plans.len() {
            bench.act(&Act::Redo);
            prop_assert!(bench.is_as_the_model());
        }
        prop_assert_eq!(&bench.document.plan, &end, "all redone");
    }
}
