//! The Goal tab and the settings, driven in the whole window and in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use crate::app::{Start, WORKED_CASES, plan};
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::{Harness, kittest::Queryable};
use ripple_planner::app::PlannerApp;
use ripple_planner::file;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::Task;
use ripple_planner::plan::goal::SubMeasure;
use ripple_planner::report::lookup::Lookup;

type App = Harness<'static, PlannerApp>;

fn open(folder: &tempfile::TempDir, saved: &str, language: Language, tab: Key) -> App {
    let mut app = Start::with_plan(folder.path(), saved, language).open();
    keys(&mut app, tab);
    app
}

fn keys(app: &mut App, key: Key) {
    app.key_press_modifiers(Modifiers::COMMAND, key);
    app.run();
}

/// Says a word in the language of the window.
fn word(language: Language, english: &'static str, chinese: &'static str) -> &'static str {
    if language == Language::Chinese { chinese } else { english }
}

fn type_into(app: &mut App, field: &str, text: &str) {
    app.get_by_role_and_label(Role::TextInput, field).focus();
    app.run();
    keys(app, Key::A);
    app.get_by_role_and_label(Role::TextInput, field).type_text(text);
    app.run();
}

fn click(app: &mut App, button: &str) {
    app.get_by_role_and_label(Role::Button, button).click();
    app.run();
}

fn choose(app: &mut App, chooser: &str, item: &str) {
    app.get_by_role_and_label(Role::ComboBox, chooser).click();
    app.run();
    app.get_by_role_and_label(Role::ListBoxOption, item).click();
    app.run();
}

#[test]
fn a_figure_is_typed_derived_and_taken_back() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(&folder, saved, language, Key::Num2);
        let before = plan(&app).clone();
        let share = word(language, "Target share", "目标占比");
        type_into(&mut app, share, "20");
        assert_eq!(plan(&app).goal.target.share, Some(0.2));
        assert!(app.query_all_by_label_contains(word(language, "does not tie out", "目标对不上")).count() > 0);
        keys(&mut app, Key::Z);
        assert_eq!(*plan(&app), before);
        // Emptied, the share follows from the other four.
        app.get_by_role_and_label(Role::TextInput, share).focus();
        app.run();
        keys(&mut app, Key::A);
        app.key_press(Key::Delete);
        app.run();
        assert_eq!(plan(&app).goal.target.share, None);
        app.get_by_role_and_label(Role::TextInput, word(language, "Target total revenue", "目标总收入")).focus();
        app.run_steps(4);
        let shown = app.get_by_role_and_label(Role::TextInput, share).value();
        assert_eq!(shown.as_deref(), Some(word(language, "30\u{a0}%", "30%")));
    }
}

#[test]
fn the_sentence_is_edited_where_it_stands() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(&folder, "worked-case.ron", Language::English, Key::Num2);
    type_into(&mut app, "Target customers, in the sentence", "1,800");
    assert_eq!(plan(&app).goal.target.customers, Some(1800.0));
    type_into(&mut app, "The goal in your own words", "Win them");
    assert_eq!(plan(&app).goal.statement, "Win them");
    choose(&mut app, "Headline", "Contribution share");
    assert!(app.query_by_label_contains("of the share goal").is_some());
}

#[test]
fn sub_goals_are_added_moved_measured_and_removed() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(&folder, saved, language, Key::Num2);
        let count = plan(&app).goal.sub_goals.len();
        app.get_all_by_role_and_label(Role::Button, word(language, "Sub-goal", "子目标")).next().unwrap().click();
        app.run();
        let focused = app.ctx.memory(eframe::egui::Memory::focused).unwrap();
        app.get_by(|node| node.role() == Role::TextInput && node.is_focused()).type_text("Media");
        app.run();
        assert_eq!(app.ctx.memory(eframe::egui::Memory::focused), Some(focused));
        assert_eq!(plan(&app).goal.sub_goals[count].name, "Media");
        let measures = word(language, "Measures of Media", "Media的衡量");
        choose(&mut app, measures, word(language, "Registrations, task B", "注册，任务 B"));
        let measure = &plan(&app).goal.sub_goals[count].measure;
        assert_eq!(*measure, SubMeasure::TaskRegistrations { task: Some(Task::B) });
        click(&mut app, word(language, "Move Media up", "上移Media"));
        assert_eq!(plan(&app).goal.sub_goals[count - 1].name, "Media");
        click(&mut app, word(language, "Remove Media", "删除Media"));
        assert_eq!(plan(&app).goal.sub_goals.len(), count);
        keys(&mut app, Key::Z);
        assert_eq!(plan(&app).goal.sub_goals[count - 1].name, "Media");
    }
}

#[test]
fn timing_and_milestones_are_edited_beside_their_plot() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(&folder, "worked-case.ron", Language::English, Key::Num2);
    click(&mut app, "Timing and path");
    type_into(&mut app, "Weight of Baseline in Mar", "3");
    let weights = &plan(&app).goal.timing.baseline;
    assert_eq!((weights.len(), weights[1], weights[2]), (12, 1.0, 3.0), "without weights every month counted alike");
    click(&mut app, "Spread Class A evenly");
    assert!(plan(&app).goal.timing.class_a.is_empty());
    type_into(&mut app, "Revenue of milestone 2", "10M");
    assert_eq!(plan(&app).goal.path[1].revenue.minor(), 1_000_000_000);
    click(&mut app, "Remove milestone of 2026-03-31");
    assert_eq!(plan(&app).goal.path.len(), 3);
}

#[test]
fn an_empty_goal_teaches_and_begins() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(&folder, "blank.ron", Language::English, Key::Num2);
    assert!(app.query_by_label("What is the one goal?").is_some());
    click(&mut app, "State the goal");
    app.get_by_role_and_label(Role::TextInput, "Target customers").type_text("1500");
    app.run();
    assert_eq!(plan(&app).goal.target.customers, Some(1500.0));
    assert!(app.query_by_label("What is the one goal?").is_none());
}

#[test]
fn every_finding_of_the_goal_leads_to_a_field() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("worked-case.ron");
    let mut app = open(&folder, "worked-case.ron", Language::English, Key::Num2);
    let mut broken = plan(&app).clone();
    let goal = std::sync::Arc::make_mut(&mut broken.goal);
    goal.statement.clear();
    goal.target.value_per_customer = None;
    goal.target.customers = None;
    goal.path.swap(0, 1);
    goal.sub_goals[1].owner = None;
    goal.sub_goals[2].measure = SubMeasure::PeopleReached { ripple: "nowhere".into() };
    ripple_planner::file::save(&path, &broken).unwrap();
    app = Start { plan: Some(path), ..Start::empty(folder.path(), Language::English) }.open();
    keys(&mut app, Key::Num2);
    let places: Vec<_> = app.state().document().unwrap().report().findings.clone();
    let of_goal = places.iter().filter(|finding| finding.place.section == ripple_planner::calc::Section::Goal);
    let mut seen = 0;
    for finding in of_goal {
        let message = ripple_planner::report::sentences::findings::message(&Lookup::new(plan(&app), words()), finding);
        let mend = format!("Mend: {message}");
        if app.query_all_by_role_and_label(Role::Button, &mend).count() == 0 {
            click(&mut app, "All findings");
        }
        // Not by the mouse: the list scrolls.
        app.get_all_by_role_and_label(Role::Button, &mend).last().unwrap().click_accesskit();
        app.run_steps(6);
        let focused = app.query_by(|node| node.is_focused() && matches!(node.role(), Role::TextInput | Role::ComboBox));
        assert!(focused.is_some(), "{} leads to no field", finding.place);
        seen += 1;
    }
    assert_eq!(seen, 5);
}

fn words() -> &'static ripple_planner::words::Words {
    ripple_planner::words::Words::of(ripple_planner::words::Language::En)
}

#[test]
fn the_plan_head_is_edited_and_another_currency_keeps_every_figure() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(&folder, saved, language, Key::Comma);
        let before = plan(&app).clone();
        type_into(&mut app, word(language, "Title", "标题"), "Next year");
        type_into(&mut app, word(language, "Number of months", "月数"), "6");
        assert_eq!((plan(&app).title.as_str(), plan(&app).period.months), ("Next year", 6));
        type_into(&mut app, word(language, "Number of months", "月数"), "0");
        assert_eq!(plan(&app).period.months, 6, "the last good value stays");
        choose(&mut app, word(language, "Currency", "货币"), word(language, "JPY  Japanese yen", "JPY  日元"));
        assert_eq!((plan(&app).currency.code.as_str(), plan(&app).currency.digits), ("JPY", 0));
        let total = |plan: &ripple_planner::plan::Plan| plan.currency.units(plan.goal.target.total_revenue.unwrap());
        assert!((total(plan(&app)) - total(&before)).abs() < 1e-9);
        keys(&mut app, Key::Z);
        assert_eq!(plan(&app).currency, before.currency);
    }
}

#[test]
fn a_currency_that_cannot_hold_an_amount_is_refused_with_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(&folder, "worked-case.ron", Language::English, Key::Num2);
    type_into(&mut app, "Target value per customer", "24,000.50");
    keys(&mut app, Key::Comma);
    choose(&mut app, "Currency", "JPY  Japanese yen");
    assert_eq!(plan(&app).currency.code, "CNY");
    assert!(app.query_by_label_contains("the plan holds 24,000.50").is_some());
    keys(&mut app, Key::Z);
    assert!(app.query_by_label_contains("the plan holds 24,000.50").is_none(), "the reason goes with its cause");
}

#[test]
fn language_and_theme_are_chosen_in_the_settings() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(&folder, "worked-case.ron", Language::English, Key::Comma);
    app.get_by_role_and_label(Role::RadioButton, "Theme: Dark").click();
    app.run();
    assert!(app.ctx.global_style().visuals.dark_mode);
    app.get_by_role_and_label(Role::RadioButton, "Language: 中文").click();
    app.run();
    assert_eq!(app.state().settings().language, Language::Chinese);
    assert!(app.query_by_label("整个规划的前提").is_some());
}

#[test]
fn the_first_step_has_the_focus_and_long_periods_name_their_years() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(&folder, "blank.ron", Language::English, Key::Num2);
    assert!(app.get_by_role_and_label(Role::Button, "State the goal").is_focused());
    type_into(&mut app, "Target contributed revenue", "1M");
    keys(&mut app, Key::Comma);
    type_into(&mut app, "Number of months", "18");
    keys(&mut app, Key::Num2);
    click(&mut app, "Timing and path");
    type_into(&mut app, "Weight of Class A in Jan 2027", "2");
    let weights = &plan(&app).goal.timing.class_a;
    assert_eq!((weights.len(), weights[0], weights[12]), (18, 1.0, 2.0));
}

/// A goal of 24,000,000 of which 58 % stand already, and no rate that would win more.
#[test]
fn a_gap_that_nothing_can_close_is_no_reached_goal() {
    for language in [Language::English, Language::Chinese] {
        let folder = tempfile::tempdir().unwrap();
        let start = Start::with_plan(folder.path(), "blank.ron", language);
        let path = start.plan.clone().unwrap();
        let mut blank = file::open(&path).unwrap();
        let goal = std::sync::Arc::make_mut(&mut blank.goal);
        goal.target.revenue = blank.currency.whole(24_000_000);
        goal.baseline.revenue = blank.currency.whole(13_920_000);
        file::save(&path, &blank).unwrap();
        let mut app = start.open();
        keys(&mut app, Key::Num2);
        let reached = word(language, "The plan reaches the revenue goal", "规划可以达到收入目标");
        assert!(app.query_by_label_contains(reached).is_none());
        let short = word(language, "10,080,000\u{a0}CNY short", "还差 10,080,000\u{a0}元");
        assert!(app.query_by_label_contains(short).is_some());
    }
}
