//! Shared events, driven as a person would: edit, undo, add, remove, reorder, in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

#[path = "common/app.rs"]
mod app;

use app::{Start, WORKED_CASES, plan};
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::{Harness, kittest::Queryable};
use ripple_planner::app::PlannerApp;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::Event;
use ripple_planner::plan::event::SplitRule;
use ripple_planner::words::{Language as Spoken, Words};

fn words(language: Language) -> &'static Words {
    Words::of(if language == Language::Chinese { Spoken::ZhCn } else { Spoken::En })
}

/// The second page of Allocation with a saved plan.
fn open(folder: &tempfile::TempDir, language: Language, plan: &str) -> Harness<'static, PlannerApp> {
    let mut harness = Start::with_plan(folder.path(), plan, language).open();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num5);
    harness.run();
    harness.get_by_role_and_label(Role::RadioButton, &words(language).text("event-shared-events")).click();
    harness.run();
    harness
}

fn event<'a>(harness: &'a Harness<'_, PlannerApp>) -> &'a Event {
    &plan(harness).events[0]
}

fn of(language: Language, what: &str, item: &str) -> String {
    ripple_planner::t!(words(language), "event-of", what = words(language).text(what), item = item)
}

fn type_into(harness: &mut Harness<'_, PlannerApp>, field: &str, text: &str) {
    harness.get_by_role_and_label(Role::TextInput, field).focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, field).type_text(text);
    harness.run();
}

fn undo(harness: &mut Harness<'_, PlannerApp>) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
}

/// Opens the menu of a row and picks an entry.
fn pick(harness: &mut Harness<'_, PlannerApp>, language: Language, item: &str, entry: &str) {
    let menu = ripple_planner::t!(words(language), "event-more-for", item = item);
    harness.get_by_label(&menu).click();
    harness.run();
    harness.get_by_role_and_label(Role::ListBoxOption, &words(language).text(entry)).click();
    harness.run();
}

#[test]
fn an_amount_is_typed_and_undone_and_its_payer_follows() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved);
        let venue = event(&harness).items[0].label.clone();
        type_into(&mut harness, &of(language, "event-amount", &venue), "50000");
        let item = &event(&harness).items[0];
        assert_eq!(item.amount.minor(), 5_000_000);
        assert_eq!(item.paid_by[0].amount, item.amount, "who paid all of it still has");
        undo(&mut harness);
        assert_eq!(event(&harness).items[0].amount.minor(), 4_800_000);
    }
}

#[test]
fn an_item_is_added_moved_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let language = Language::English;
    let mut harness = open(&folder, language, "worked-case.ron");
    harness.get_by_role_and_label(Role::Button, "Add item").click();
    harness.run();
    assert_eq!(event(&harness).items.len(), 8);
    let name = of(language, "common-name", "Unnamed");
    assert!(harness.get_by_role_and_label(Role::TextInput, &name).is_focused(), "the new name has the focus");
    harness.get_by_role_and_label(Role::TextInput, &name).type_text("Security");
    harness.run();
    pick(&mut harness, language, "Security", "event-move-up");
    assert_eq!(event(&harness).items[6].label, "Security");
    pick(&mut harness, language, "Security", "common-remove");
    assert_eq!(event(&harness).items.len(), 7);
    undo(&mut harness);
    assert_eq!(event(&harness).items[6].label, "Security");
}

#[test]
fn a_party_leaves_with_its_payments() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved);
        let northpeak = event(&harness).parties[1].name.clone();
        pick(&mut harness, language, &northpeak, "common-remove");
        assert_eq!(event(&harness).parties.len(), 4);
        assert!(event(&harness).items[0].paid_by.is_empty());
        undo(&mut harness);
        assert_eq!(event(&harness).items[0].paid_by.len(), 1);
    }
}

#[test]
fn a_chip_decides_who_shares_and_a_row_the_rule() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, Language::English, "worked-case.ron");
    harness.get_by_label("Quill Docs shares Venue, one day").click();
    harness.run();
    assert_eq!(event(&harness).items[0].shared_by.len(), 4);
    harness.get_by_role_and_label(Role::Row, "Equal").click();
    harness.run();
    assert_eq!(event(&harness).rule, SplitRule::Equal);
    undo(&mut harness);
    undo(&mut harness);
    assert_eq!((event(&harness).rule, event(&harness).items[0].shared_by.len()), (SplitRule::Alone, 0));
}

#[test]
fn the_first_event_begins_with_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, Language::English, "blank.ron");
    harness.get_by_role_and_label(Role::Button, "Add the first event").click();
    harness.run();
    assert_eq!(plan(&harness).events.len(), 1);
    let name = harness.get_by_role_and_label(Role::TextInput, "Name");
    assert!(name.is_focused());
    name.type_text("Fair");
    harness.run();
    assert_eq!(event(&harness).name, "Fair");
}
