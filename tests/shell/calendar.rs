//! The market's calendar in the window: days chosen from a month, and a calendar from a file, in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, pos2};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::dialogs::Answer;
use ripple_planner::app::window::Ask;
use ripple_planner::plan::{Date, MarketCalendar};
use ripple_planner::t;
use ripple_planner::words::number;

use crate::app::{App, Start, WORKED_CASES, click, press, type_into, words, worked_case};
use crate::painted;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn start_of(app: &App) -> Date {
    app.state().document().unwrap().plan.period.start
}

fn has(app: &App, text: &str) -> bool {
    app.query_all_by_label_contains(text).next().is_some()
}

#[test]
fn a_day_is_chosen_from_a_month_that_knows_its_holidays() {
    for (language, case) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let words = words(language);
        let mut app = Start::with_plan(folder.path(), case, language).open();
        press(&mut app, Command::Show(Tab::Settings));
        let start = words.text("settings-start");
        click(&mut app, Role::Button, &t!(words, "calendar-choose", field = start));
        click(&mut app, Role::Button, &words.text("calendar-month-after"));
        let holiday = t!(
            words,
            "calendar-day-of",
            day = number::date(words, day("2026-02-17")),
            occasion = if case.contains("zh") { "春节" } else { "Spring Festival" }
        );
        assert!(has(&app, &holiday), "the month says what the day is");
        assert!(has(&app, &t!(words, "calendar-workdays", days = 16_usize)));
        let worked = t!(words, "calendar-day-worked", day = number::date(words, day("2026-02-28")));
        click(&mut app, Role::Button, &worked);
        assert_eq!(start_of(&app), day("2026-02-28"));
        assert!(!has(&app, &holiday), "a choice closes it");
        press(&mut app, Command::Undo);
        assert_eq!(start_of(&app), day("2026-01-01"), "one step");
    }
}

#[test]
fn the_month_is_walked_by_keys_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (language, case) = WORKED_CASES[0];
    let mut app = Start::with_plan(folder.path(), case, language).open();
    press(&mut app, Command::Show(Tab::Settings));
    app.get_by_role_and_label(Role::TextInput, &words(language).text("settings-start")).focus();
    app.run();
    app.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    app.run();
    for key in [Key::PageDown, Key::ArrowDown, Key::ArrowRight, Key::ArrowRight, Key::ArrowUp, Key::ArrowLeft] {
        app.key_press(key);
        app.run();
        app.run();
    }
    app.key_press(Key::Enter);
    app.run();
    assert_eq!(start_of(&app), day("2026-02-02"));
    app.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    app.run();
    app.key_press(Key::Escape);
    app.run();
    app.run();
    assert_eq!(start_of(&app), day("2026-02-02"), "Esc chooses nothing");
    assert!(!has(&app, &words(language).text("calendar-month-after")));
}

/// What is painted, to the last letter.
fn is_painted(app: &App, text: &str) -> bool {
    painted::lines(app).iter().any(|line| line.text == text && !line.elided)
}

#[test]
fn holidays_and_sales_stand_behind_the_topics_unless_there_is_no_calendar() {
    for (language, case) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let holiday = if case.contains("zh") { "春节" } else { "Spring Festival" };
        let sales = if case.contains("zh") { "双十一" } else { "11.11 sales" };
        let key = words(language).text("calendar-marks");
        let size = [1366.0, 768.0];
        let mut app = Start { size, ..Start::with_plan(folder.path(), case, language) }.open();
        press(&mut app, Command::Show(Tab::Topics));
        assert!([holiday, sales, &key].into_iter().all(|text| is_painted(&app, text)));
        let mut without = app.state().document().unwrap().plan.clone();
        without.calendar = MarketCalendar::None;
        let mut app = Start { size, ..Start::of(folder.path(), &without, language) }.open();
        press(&mut app, Command::Show(Tab::Topics));
        assert!(![holiday, sales, &key].into_iter().any(|text| is_painted(&app, text)));
    }
}

#[test]
fn the_heading_of_a_month_says_what_is_in_it() {
    for (language, case) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let words = words(language);
        let mut app = Start::with_plan(folder.path(), case, language).open();
        press(&mut app, Command::Show(Tab::Allocation));
        click(&mut app, Role::RadioButton, &words.text("months-page"));
        let february = t!(words, "calendar-workdays", days = 16_usize);
        let holiday = if case.contains("zh") { "春节" } else { "Spring Festival" };
        let nodes = app.query_all_by_label_contains(&february);
        let said: Vec<String> =
            nodes.filter_map(|node| node.accesskit_node().label().or_else(|| node.value())).collect();
        assert!(said.len() == 1 && said[0].contains(holiday), "one month has so few: {said:?}");
    }
}

#[test]
fn a_year_that_is_not_announced_says_so_where_its_days_are_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let (language, _) = WORKED_CASES[0];
    let words = words(language);
    let plan = worked_case(|plan| plan.period.start = day("2027-10-01"));
    let mut app = Start::of(folder.path(), &plan, language).open();
    press(&mut app, Command::Show(Tab::Settings));
    click(&mut app, Role::Button, &t!(words, "calendar-choose", field = words.text("settings-start")));
    assert!(has(&app, &words.text("calendar-by-law")));
    app.key_press(Key::Escape);
    app.run();
    type_into(&mut app, Role::TextInput, &words.text("settings-start"), "2029-01-01");
    click(&mut app, Role::Button, &t!(words, "calendar-choose", field = words.text("settings-start")));
    assert!(has(&app, &words.text("calendar-not-known")), "nothing known is not the same as no holidays");
}

#[test]
fn a_year_without_stripes_is_said_to_be_unknown() {
    let folder = tempfile::tempdir().unwrap();
    let (language, _) = WORKED_CASES[0];
    let plan = worked_case(|plan| plan.period.months = 36);
    let size = [1366.0, 768.0];
    let mut app = Start { size, ..Start::of(folder.path(), &plan, language) }.open();
    press(&mut app, Command::Show(Tab::Topics));
    let said = words(language).text("calendar-not-known");
    for (x, is_unknown) in [(760.0, true), (300.0, false)] {
        app.hover_at(pos2(x, 300.0));
        app.run();
        app.run();
        assert_eq!(has(&app, &said), is_unknown, "at {x}");
    }
}

const ELSEWHERE: &str = r#"(
    name: "Elsewhere",
    source: "made up",
    weekend: [friday, saturday],
    years: [(year: 2026, holidays: [(name: "Harvest", from: "2026-05-14", to: "2026-05-15")])],
)"#;

#[test]
fn a_calendar_of_ones_own_is_laid_into_the_plan_in_one_step() {
    for (language, case) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let words = words(language);
        let path = folder.path().join("elsewhere.ron");
        std::fs::write(&path, ELSEWHERE).unwrap();
        let mut app = Start { dialogs: Answer::Picked(path), ..Start::with_plan(folder.path(), case, language) }.open();
        press(&mut app, Command::Show(Tab::Settings));
        click(&mut app, Role::Button, &words.text("calendar-from-file"));
        app.run();
        let plan = &app.state().document().unwrap().plan;
        assert!(matches!(&plan.calendar, MarketCalendar::Own(calendar) if calendar.name == "Elsewhere"));
        let report = app.state().document().unwrap().report();
        let found = &report.findings;
        assert!(found.iter().any(|finding| finding.code() == "on-holiday" && finding.place.field == "date"));
        press(&mut app, Command::Undo);
        assert_eq!(app.state().document().unwrap().plan.calendar, MarketCalendar::OfCurrency);
    }
}

#[test]
fn a_file_that_is_no_calendar_says_where() {
    let folder = tempfile::tempdir().unwrap();
    let (language, case) = WORKED_CASES[0];
    let path = folder.path().join("broken.ron");
    std::fs::write(&path, "(name: \"X\", source: \"s\", years: [(year: 2026, holidays: [(name: \"H\")])])").unwrap();
    let mut app = Start { dialogs: Answer::Picked(path), ..Start::with_plan(folder.path(), case, language) }.open();
    press(&mut app, Command::Show(Tab::Settings));
    click(&mut app, Role::Button, &words(language).text("calendar-from-file"));
    app.run();
    let Some(Ask::Trouble(said)) = app.state().asking() else { panic!("nothing is said") };
    assert!(said.contains("broken.ron") && said.contains("from"), "{said}");
    assert_eq!(app.state().document().unwrap().plan.calendar, MarketCalendar::OfCurrency);
}
