//! The market's calendar in the window: days chosen from a month, and a calendar from a file, in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::dialogs::Answer;
use ripple_planner::app::window::Ask;
use ripple_planner::plan::{Date, MarketCalendar};
use ripple_planner::t;
use ripple_planner::words::number;

use crate::app::{App, Start, WORKED_CASES, click, press, words};

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
