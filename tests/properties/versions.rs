//! Two versions of a plan: what differs, and one plan of both.

use std::sync::Arc;

use proptest::prelude::*;
use ripple_planner::compare::{Merged, Side, differences, merge, merge_choosing};
use ripple_planner::file;
use ripple_planner::plan::{Channel, Id, Money, Plan, Task};
use ripple_planner::report::versions::Versions;
use ripple_planner::words::{Language, Words};

use crate::common::plans;

/// An edit as people make them: some sections rewritten, a channel gone, changed, added, moved.
#[derive(Clone, Debug)]
struct Edit {
    /// Where rewritten sections come from, and which they are.
    other: Plan,
    sections: Vec<bool>,
    gone: Option<usize>,
    changed: usize,
    added: usize,
    moved: Option<usize>,
}

fn edits() -> impl Strategy<Value = Edit> {
    let sections = prop::collection::vec(prop::bool::weighted(0.25), 8);
    let place = || prop::option::weighted(0.3, 0..100_usize);
    (plans::plan(), sections, place(), 0..100_usize, 0..3_usize, place()).prop_map(
        |(other, sections, gone, changed, added, moved)| Edit { other, sections, gone, changed, added, moved },
    )
}

impl Edit {
    fn of(&self, plan: &Plan) -> Plan {
        let (mut plan, other) = (plan.clone(), &self.other);
        let mut is = self.sections.iter().copied();
        let mut rewritten = || is.next().unwrap();
        if rewritten() {
            plan.title.clone_from(&other.title);
        }
        if rewritten() {
            plan.goal = other.goal.clone();
        }
        if rewritten() {
            plan.team = other.team.clone();
        }
        if rewritten() {
            plan.events = other.events.clone();
        }
        if rewritten() {
            plan.ripples = other.ripples.clone();
        }
        if rewritten() {
            plan.pyramid = other.pyramid.clone();
        }
        if rewritten() {
            plan.content = other.content.clone();
        }
        if rewritten() {
            plan.topics = other.topics.clone();
        }
        self.channels(&mut Arc::make_mut(&mut plan.allocation).channels);
        plan
    }

    fn channels(&self, list: &mut Vec<Channel>) {
        if let Some(gone) = self.gone.filter(|_| !list.is_empty()) {
            list.remove(gone % list.len());
        }
        let place = self.changed % list.len().max(1);
        if let Some(channel) = list.get_mut(place) {
            match self.changed % 5 {
                0 => channel.spend = Money::from_minor(i64::try_from(self.changed).unwrap() * 100).unwrap(),
                1 => channel.name = format!("{} {}", channel.name, self.changed),
                2 => channel.locked = !channel.locked,
                3 => channel.note = format!("note {}", self.changed),
                _ => {}
            }
        }
        for number in 0..self.added {
            let id = Id::fresh("channel", list.iter().map(|channel| &channel.id));
            let name = format!("new {number} of {}", self.changed);
            list.insert(self.changed % (list.len() + 1), Channel::new(id, name, Task::A));
        }
        if let Some(moved) = self.moved.filter(|_| !list.is_empty()) {
            let by = moved % list.len();
            list.rotate_left(by);
        }
    }
}

/// A plan in which nothing shares an id with another of its kind, as the program makes them.
fn plan() -> impl Strategy<Value = Plan> {
    plans::plan().prop_map(|mut plan| {
        plan.give_own_ids();
        plan
    })
}

fn no_conflict(merged: Merged) -> Plan {
    assert_eq!(merged.conflicts, []);
    merged.plan
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn nothing_differs_only_where_plans_are_equal(plan in plans::plan(), edit in edits()) {
        prop_assert_eq!(differences(&plan, &plan), []);
        let other = edit.of(&plan);
        prop_assert_eq!(differences(&plan, &other).is_empty(), plan == other);
        prop_assert_eq!(differences(&other, &plan).is_empty(), plan == other);
    }

    #[test]
    fn every_difference_can_be_said(one in plans::plan(), other in plans::plan(), edit in edits()) {
        for language in Language::ALL {
            for (old, new) in [(&one, &other), (&one, &edit.of(&one))] {
                let versions = Versions::of(old, new, Words::of(language));
                prop_assert!(versions.differences.iter().all(|part| !part.message.is_empty()));
                let text = versions.text(Words::of(language), [&old.currency, &new.currency]);
                prop_assert!(text.lines().count() >= versions.differences.len());
            }
        }
    }

    #[test]
    fn a_side_without_changes_leaves_the_other_as_it_is(base in plans::plan(), edit in edits()) {
        let side = edit.of(&base);
        prop_assert_eq!(&no_conflict(merge(&base, &side, &base)), &side);
        prop_assert_eq!(&no_conflict(merge(&base, &base, &side)), &side);
        prop_assert_eq!(&no_conflict(merge(&base, &side, &side)), &side);
    }

    #[test]
    fn merging_is_symmetric_but_for_conflicts_and_can_be_opened(base in plan(), one in edits(), other in edits()) {
        let (ours, theirs) = (one.of(&base), other.of(&base));
        let (there, back) = (merge(&base, &ours, &theirs), merge(&base, &theirs, &ours));
        let mut here: Vec<String> = there.conflicts.iter().map(|c| format!("{} {} {}", c.place, c.ours, c.theirs)).collect();
        let mut turned: Vec<String> = back.conflicts.iter().map(|c| format!("{} {} {}", c.place, c.theirs, c.ours)).collect();
        here.sort();
        turned.sort();
        prop_assert_eq!(here, turned);
        if there.conflicts.is_empty() {
            prop_assert_eq!(&there.plan, &back.plan);
        }
        for side in [Side::Ours, Side::Theirs] {
            let turned = if side == Side::Ours { Side::Theirs } else { Side::Ours };
            let chosen = merge_choosing(&base, &ours, &theirs, &|_| Some(side));
            let back = merge_choosing(&base, &theirs, &ours, &|_| Some(turned));
            prop_assert_eq!(&chosen.plan, &back.plan, "who chooses one side gets the same from either");
            let text = file::write_text(&chosen.plan).unwrap();
            prop_assert_eq!(&file::read_text(&text).unwrap(), &chosen.plan);
        }
        for plan in [&there.plan, &back.plan] {
            let text = file::write_text(plan).unwrap();
            prop_assert_eq!(&file::read_text(&text).unwrap(), plan);
        }
    }
}
