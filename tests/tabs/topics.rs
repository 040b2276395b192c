//! The Topics tab, driven as a person would.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::float_cmp, reason = "tests")]

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::{Harness, kittest::Queryable};
use ripple_planner::app::PlannerApp;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::content::Circle;
use ripple_planner::plan::pyramid::Score;
use ripple_planner::plan::{Date, Stage};

fn open(plan: &str, language: Language) -> (tempfile::TempDir, Harness<'static, PlannerApp>) {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = crate::app::Start::with_plan(folder.path(), plan, language).open();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num8);
    harness.run();
    (folder, harness)
}

fn undo(harness: &mut Harness<'_, PlannerApp>) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
}

fn click(harness: &mut Harness<'_, PlannerApp>, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

#[test]
fn the_button_moves_the_topic_to_its_event_in_one_step() {
    for (plan, language, button) in [
        ("worked-case.ron", Language::English, "Move 6 days earlier"),
        ("worked-case.zh-CN.ron", Language::Chinese, "提前 6 天"),
    ] {
        let (_folder, mut harness) = open(plan, language);
        click(&mut harness, button);
        assert_eq!(crate::app::plan(&harness).topics.list[0].peak_day, Some(Date::constant(2026, 5, 14)));
        assert!(harness.query_by_label(button).is_none(), "the event is carried now");
        undo(&mut harness);
        assert_eq!(crate::app::plan(&harness).topics.list[0].peak_day, Some(Date::constant(2026, 5, 20)));
    }
}

#[test]
fn a_topic_is_added_named_reordered_and_removed() {
    let (_folder, mut harness) = open("worked-case.ron", Language::English);
    click(&mut harness, "Topic");
    assert!(harness.get_by_label("Name of New topic").is_focused());
    harness.get_by_label("Name of New topic").type_text("Autumn fair");
    harness.run();
    let names = |harness: &Harness<'_, PlannerApp>| {
        crate::app::plan(harness).topics.list.iter().map(|topic| topic.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&harness)[3], "Autumn fair", "the new topic's name has the focus");
    click(&mut harness, "Move up: Autumn fair");
    assert_eq!(names(&harness)[2], "Autumn fair");
    click(&mut harness, "Remove: Autumn fair");
    assert_eq!(names(&harness).len(), 3);
    undo(&mut harness);
    assert_eq!(names(&harness)[2], "Autumn fair");
}

#[test]
fn a_spread_of_zero_is_refused_with_a_reason() {
    let (_folder, mut harness) = open("worked-case.ron", Language::English);
    click(&mut harness, "Edit Launch week");
    harness.get_by_label("Spread, days of Launch week").focus();
    harness.run();
    harness.get_by_label("Spread, days of Launch week").type_text("0");
    harness.run();
    assert_eq!(crate::app::plan(&harness).topics.list[0].spread_days, 6.0, "the last good value stays");
    assert!(harness.query_by_label("The spread must be above 0 days").is_some());
    harness.get_by_label("Spread, days of Launch week").type_text("8");
    harness.run();
}

#[test]
fn an_open_place_gets_a_channel_and_a_stage_loses_one() {
    let (_folder, mut harness) = open("worked-case.ron", Language::English);
    click(&mut harness, "Choose a channel for Win-back");
    harness.get_by_role_and_label(Role::ListBoxOption, "Public-account articles").click();
    harness.run();
    let articles = |harness: &Harness<'_, PlannerApp>| {
        let channels = &crate::app::plan(harness).allocation.channels;
        channels.iter().find(|channel| channel.id.as_str() == "articles").unwrap().stages.clone()
    };
    assert_eq!(articles(&harness), [Stage::Awareness, Stage::WinBack]);
    assert!(harness.query_by_label("Choose a channel for Win-back").is_none());
    click(&mut harness, "Awareness");
    harness.get_by_role_and_label(Role::CheckBox, "Public-account articles").click();
    harness.run();
    assert_eq!(articles(&harness), [Stage::WinBack]);
    undo(&mut harness);
    undo(&mut harness);
    assert_eq!(articles(&harness), [Stage::Awareness]);
}

#[test]
fn states_of_the_7s_step_by_keyboard_and_circles_take_numbers() {
    let (_folder, mut harness) = open("worked-case.ron", Language::English);
    harness.get_by_label("State of Site: Half met").focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(crate::app::plan(&harness).content.seven_s[0].state, Score::Full);
    undo(&mut harness);
    assert_eq!(crate::app::plan(&harness).content.seven_s[0].state, Score::Half);
    harness.get_by_label("People in Suspects").focus();
    harness.run();
    harness.get_by_label("People in Suspects").type_text("3.2万");
    harness.run();
    assert_eq!(crate::app::plan(&harness).content.circles[&Circle::Suspects], 32_000.0);
}

#[test]
fn phases_and_what_carries_can_be_changed_and_restored() {
    let (_folder, mut harness) = open("worked-case.ron", Language::English);
    click(&mut harness, "Phases");
    let share = "An event is carried from this share of the highest attention on";
    harness.get_by_role_and_label(Role::TextInput, share).focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, share).type_text("40");
    harness.run();
    assert_eq!(crate::app::plan(&harness).topics.carries_from.0, 0.4);
    harness.get_by_label("Begin of Climax").focus();
    harness.run();
    harness.get_by_label("Begin of Climax").type_text("9");
    harness.run();
    assert_eq!(crate::app::plan(&harness).topics.phases.climax, -0.5, "phases stay in order");
    click(&mut harness, "Restore the method's");
    assert_eq!(crate::app::plan(&harness).topics.carries_from.0, 0.5);
}

#[test]
fn an_empty_plan_begins_with_its_first_topic() {
    let (_folder, mut harness) = open("blank.ron", Language::English);
    click(&mut harness, "Add the first topic");
    assert_eq!(crate::app::plan(&harness).topics.list.len(), 1);
    assert!(harness.query_by_label("Add the first topic").is_none());
}

#[test]
fn mending_leads_to_the_field() {
    let (_folder, mut harness) = open("worked-case.ron", Language::English);
    let mend = "Mend: Developer Day, Hangzhou gets 43\u{a0}% of the highest attention, too little to be carried";
    click(&mut harness, mend);
    assert!(harness.get_by_label("Peak day of Launch week").is_focused());
}

#[test]
fn a_plan_full_of_mistakes_is_still_drawn() {
    let folder = tempfile::tempdir().unwrap();
    let mut start = crate::app::Start::with_plan(folder.path(), "worked-case.ron", Language::English);
    let path = start.plan.take().unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    let broken = text
        .replace("months: 12", "months: 0")
        .replace("spread_days: 6.0", "spread_days: 0.0")
        .replace("spread_days: 30.0", "spread_days: 1e200")
        .replace("peak: 57700.0", "peak: 1e300");
    assert_ne!(text, broken);
    std::fs::write(&path, broken).unwrap();
    start.plan = Some(path);
    let mut harness = start.open();
    for tab in [Key::Num8, Key::Num1, Key::Num8] {
        harness.key_press_modifiers(Modifiers::COMMAND, tab);
        harness.run();
    }
    assert_eq!(crate::app::plan(&harness).period.months, 0);
    click(&mut harness, "Next topic");
    click(&mut harness, "Next topic");
}
