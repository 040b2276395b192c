//! Shared events on the second page of Allocation, driven as a person would.

use super::app::{App, Start, plan, words};
use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::Event;
use ripple_planner::t;

/// The page with a saved plan.
pub fn open(folder: &tempfile::TempDir, language: Language, plan: &str) -> App {
    let mut harness = Start::with_plan(folder.path(), plan, language).open();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num5);
    harness.run();
    harness.get_by_role_and_label(Role::RadioButton, &words(language).text("event-shared-events")).click();
    harness.run();
    harness
}

/// The first event.
pub fn event(harness: &App) -> &Event {
    &plan(harness).events[0]
}

/// The name of a field of an item or a party.
pub fn of(language: Language, what: &str, item: &str) -> String {
    t!(words(language), "event-of", what = words(language).text(what), item = item)
}

/// Shows a part of the panel at the right.
pub fn show(harness: &mut App, language: Language, part: &str) {
    let words = words(language);
    let label = format!("{}: {}", words.text("event-details"), words.text(part));
    harness.get_by_role_and_label(Role::RadioButton, &label).click();
    harness.run();
}
