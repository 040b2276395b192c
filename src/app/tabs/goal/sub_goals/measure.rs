//! What a sub-goal measures.

use eframe::egui::Ui;

use super::{change, field_of, id_of};
use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::widgets::{Dropdown, Field, parsed_field, weak};
use crate::plan::allocation::Class;
use crate::plan::goal::{SubGoal, SubMeasure};
use crate::plan::{Goal, Task};
use crate::t;
use crate::words::names::{Named, level_name};
use crate::words::typed::Entry;
use crate::words::{number, parse};

/// The chooser, and the field of a value estimated by hand.
pub fn chooser(ui: &mut Ui, goal: &mut Editing<'_, Goal>, cx: &Cx, sub: &SubGoal) {
    let what = cx.words.text("goal-measure");
    weak(ui, &what);
    let (words, shown) = (field_of(cx, sub, &what), name(&sub.measure, cx));
    let choices = choices(sub, cx);
    let by_hand = matches!(sub.measure, SubMeasure::Estimated { .. });
    let width = (ui.available_width() - if by_hand { 260.0 } else { 90.0 }).clamp(140.0, 340.0);
    let dropdown = Dropdown::new(id_of(sub, "measure"), &words, &shown).dense().width(width);
    if let Some(measure) = dropdown.show(ui, &choices, Some(&sub.measure)) {
        change(goal, cx, sub, (&what, |sub| sub.measure = measure));
    }
    if let SubMeasure::Estimated { expected } = sub.measure {
        let what = cx.words.text("goal-expected");
        weak(ui, &what);
        let words = field_of(cx, sub, &what);
        let field = Field::number(id_of(sub, "expected"), &words).entry(Entry::NUMBER).dense().width(72.0);
        let read = |text: &str| parse::number(text).map_err(|problem| problem.say(cx.words));
        if let Some(expected) = parsed_field(ui, field, &show_typed(&sub.measure, expected), &read).value {
            change(goal, cx, sub, (&what, |sub| sub.measure = SubMeasure::Estimated { expected }));
        }
    }
}

/// Everything in the plan that can be measured.
fn choices(sub: &SubGoal, cx: &Cx) -> Vec<(SubMeasure, String)> {
    let tasks = std::iter::once(None).chain(Task::ALL.map(Some));
    let groups = cx.plan.allocation.groups.iter().map(|group| group.id.clone());
    let ripples = cx.plan.ripples.iter().map(|ripple| ripple.id.clone());
    let measured = tasks
        .map(|task| SubMeasure::TaskRegistrations { task })
        .chain(groups.map(|group| SubMeasure::GroupRegistrations { group }))
        .chain(Class::ALL.map(|class| SubMeasure::Leads { class }))
        .chain(Class::ALL.map(|class| SubMeasure::Customers { class }))
        .chain(ripples.map(|ripple| SubMeasure::PeopleReached { ripple }))
        .chain((1..=5).map(|level| SubMeasure::PyramidLevel { level }));
    let by_hand = match sub.measure {
        SubMeasure::Estimated { expected } => expected,
        _ => 0.0,
    };
    let all = measured.chain(std::iter::once(SubMeasure::Estimated { expected: by_hand }));
    all.map(|measure| (measure.clone(), name(&measure, cx))).collect()
}

/// What is measured, in words; something that is no longer in the plan keeps its id.
pub fn name(measure: &SubMeasure, cx: &Cx) -> String {
    let words = cx.words;
    match measure {
        SubMeasure::TaskRegistrations { task: None } => words.text("goal-measure-all"),
        SubMeasure::TaskRegistrations { task: Some(task) } => t!(words, "goal-measure-task", task = task.letter()),
        SubMeasure::GroupRegistrations { group } => {
            let found = cx.plan.allocation.groups.iter().find(|other| other.id == *group);
            let name = found.map_or_else(|| group.to_string(), |group| group.name.clone());
            t!(words, "goal-measure-group", name = name)
        }
        SubMeasure::Leads { class } => t!(words, "goal-measure-leads", class = class.name(words)),
        SubMeasure::Customers { class } => t!(words, "goal-measure-customers", class = class.name(words)),
        SubMeasure::PeopleReached { ripple } => {
            let found = cx.plan.ripples.iter().find(|other| other.id == *ripple);
            let name = found.map_or_else(|| ripple.to_string(), |ripple| ripple.name.clone());
            t!(words, "goal-measure-people", name = name)
        }
        SubMeasure::PyramidLevel { level } => {
            t!(words, "goal-measure-level", level = u32::from(*level), name = level_name(*level, words))
        }
        SubMeasure::Estimated { .. } => words.text("goal-measure-estimated"),
    }
}

/// The word Chinese counts it with; nothing in English.
pub fn unit(measure: &SubMeasure, cx: &Cx) -> String {
    let key = match measure {
        SubMeasure::TaskRegistrations { .. } | SubMeasure::GroupRegistrations { .. } => "goal-unit-registrations",
        SubMeasure::Leads { .. } => "goal-unit-leads",
        SubMeasure::Customers { .. } => "goal-unit-customers",
        SubMeasure::PeopleReached { .. } => "goal-unit-people",
        SubMeasure::PyramidLevel { .. } | SubMeasure::Estimated { .. } => return String::new(),
    };
    cx.words.text(key)
}

/// A calculated value of the measure: what is counted whole, scores with two decimals.
pub fn show(measure: &SubMeasure, value: f64) -> String {
    match measure {
        SubMeasure::PyramidLevel { .. } => number::count(value, 2),
        SubMeasure::Customers { .. } => number::expected(value),
        SubMeasure::Estimated { .. } => number::trimmed(value, 2),
        SubMeasure::TaskRegistrations { .. }
        | SubMeasure::GroupRegistrations { .. }
        | SubMeasure::Leads { .. }
        | SubMeasure::PeopleReached { .. } => number::count(value, 0),
    }
}

/// A value of the measure as typed: scores with two decimals, everything else as it needs.
pub fn show_typed(measure: &SubMeasure, value: f64) -> String {
    match measure {
        SubMeasure::PyramidLevel { .. } => number::count(value, 2),
        _ => number::trimmed(value, 2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_expected_has_the_decimals_of_its_kind() {
        let shown = [
            show(&SubMeasure::TaskRegistrations { task: None }, 29_906.65),
            show(&SubMeasure::Leads { class: Class::A }, 2_094.87),
            show(&SubMeasure::Customers { class: Class::B }, 42.25),
            show(&SubMeasure::PyramidLevel { level: 3 }, 0.65),
            show(&SubMeasure::Estimated { expected: 0.125 }, 0.125),
        ];
        assert_eq!(shown, ["29,907", "2,095", "42", "0.65", "0.13"]);
        assert_eq!(show_typed(&SubMeasure::Leads { class: Class::A }, 2_400.5), "2,400.5");
    }
}
