//! The Ripple tab, driven as a person would: edit, undo, add and remove steps and ripples, in both languages.
#![allow(clippy::float_cmp, clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use crate::app::{App, Start, WORKED_CASES, plan, press, type_into, words};
use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::Command;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::{Range, Ripple};

fn open(folder: &tempfile::TempDir, language: Language, plan: &str) -> App {
    let mut harness = Start::with_plan(folder.path(), plan, language).open();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num6);
    harness.run();
    harness
}

fn ripple(harness: &App) -> &Ripple {
    &plan(harness).ripples[0]
}

#[test]
fn a_rate_is_typed_in_percent_and_keeps_its_range() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved);
        let label = words(language).text("ripple-lead-rate");
        type_into(&mut harness, Role::TextInput, &label, "12");
        let rate = ripple(&harness).funnel.lead_rate;
        assert_eq!((rate.likely, rate.range), (0.12, Some(Range { low: 0.07, high: 0.14 })));
        press(&mut harness, Command::Undo);
        assert_eq!(ripple(&harness).funnel.lead_rate.likely, 0.1);
        let range = ripple_planner::t!(words(language), "ripple-range-of", what = label);
        type_into(&mut harness, Role::TextInput, &range, "8..20");
        assert_eq!(ripple(&harness).funnel.lead_rate.range, Some(Range { low: 0.08, high: 0.2 }));
    }
}

#[test]
fn a_value_outside_its_range_is_not_taken() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, Language::English, "worked-case.ron");
    type_into(&mut harness, Role::TextInput, "Lead rate, %", "40");
    assert_eq!(ripple(&harness).funnel.lead_rate.likely, 0.1);
    assert!(harness.query_by_label_contains("lies outside 7 to 14").is_some());
}

#[test]
fn steps_come_and_go() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, Language::English, "worked-case.ron");
    harness.get_by_label("Remove share step").click();
    harness.run();
    assert_eq!(ripple(&harness).share, None);
    assert!(harness.query_by_label("Following lifts ROI from 4 to 8 and brings 2 more customers").is_some());
    press(&mut harness, Command::Undo);
    assert!(ripple(&harness).share.is_some());
    harness.get_by_label("Remove follow step").click();
    harness.run();
    harness.get_by_label("Add follow step").click();
    harness.run();
    let conversion = ripple(&harness).follow.unwrap().conversion.likely;
    assert!((conversion - 0.01).abs() < 1e-12, "a new follow step converts as the funnel does");
}

#[test]
fn a_ripple_is_added_named_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, Language::English, "worked-case.ron");
    harness.get_by_label("Add ripple").click();
    harness.run();
    let name = harness.get_by_role_and_label(Role::TextInput, "Name");
    assert!(name.is_focused(), "the new name has the focus");
    name.type_text("Meet-up");
    harness.run();
    assert_eq!(plan(&harness).ripples[1].name, "Meet-up");
    harness.get_by_label("More for Meet-up").click();
    harness.run();
    harness.get_by_role_and_label(Role::ListBoxOption, "Move up").click();
    harness.run();
    assert_eq!(ripple(&harness).name, "Meet-up");
    harness.get_by_label("More for Meet-up").click();
    harness.run();
    harness.get_by_role_and_label(Role::ListBoxOption, "Remove").click();
    harness.run();
    assert_eq!(plan(&harness).ripples.len(), 1);
}

#[test]
fn months_and_the_first_ripple() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, Language::English, "worked-case.ron");
    harness.get_by_role_and_label(Role::RadioButton, "Details").click();
    harness.run();
    type_into(&mut harness, Role::TextInput, "Part of Oct", "40");
    assert_eq!(ripple(&harness).timing, [20.0, 40.0, 28.0, 17.0]);
    let mut blank = open(&folder, Language::English, "blank.ron");
    blank.get_by_role_and_label(Role::Button, "Add the first ripple").click();
    blank.run();
    assert_eq!(plan(&blank).ripples.len(), 1);
}
