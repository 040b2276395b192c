//! Every text field of every tab: a text that cannot be read changes nothing, says so, and can be cleared; a value that
//! is typed and cancelled leaves no trace.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::path::PathBuf;

use crate::app::{App, Start, WORKED_CASES, click, plan, press, type_into, words};
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Rect};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::file;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::Plan;
use ripple_planner::t;
use ripple_planner::words::{Words, number};

pub(super) type Label = fn(&Words, &Plan) -> String;

/// A place with text fields: a tab, and what is clicked to get there.
pub(super) struct Place {
    tab: Tab,
    way: fn(&Words, &Plan) -> Vec<(Role, String)>,
    /// One of its fields for a number.
    pub(super) field: Label,
}

/// A field of the first channel.
fn of_channel(words: &Words, plan: &Plan, what: &str) -> String {
    t!(words, "allocation-of", what = words.text(what), item = &plan.allocation.channels[0].name)
}

pub(super) const PLACES: [Place; 10] = [
    Place { tab: Tab::Goal, way: |_, _| vec![], field: |words, _| words.text("goal-target-customers") },
    Place {
        tab: Tab::Team,
        way: |_, plan| vec![(Role::Button, plan.team.people[1].name.clone())],
        field: |words, _| words.text("team-capacity"),
    },
    Place { tab: Tab::Pyramid, way: |_, _| vec![], field: |words, _| words.text("pyramid-threshold") },
    Place { tab: Tab::Allocation, way: |_, _| vec![], field: |words, plan| of_channel(words, plan, "common-budget") },
    Place {
        tab: Tab::Allocation,
        way: |_, _| vec![],
        field: |words, plan| of_channel(words, plan, "allocation-ceiling"),
    },
    Place {
        tab: Tab::Allocation,
        way: |words, _| vec![(Role::RadioButton, words.text("months-page"))],
        field: |words, plan| {
            let (channel, month) = (&plan.allocation.channels[0].name, number::month_of(words, &plan.period, 2));
            t!(words, "months-cell", channel = channel, month = month)
        },
    },
    Place {
        tab: Tab::Allocation,
        way: |words, _| vec![(Role::RadioButton, words.text("event-shared-events"))],
        field: |words, plan| {
            t!(words, "event-of", what = words.text("event-amount"), item = &plan.events[0].items[0].label)
        },
    },
    Place { tab: Tab::Ripple, way: |_, _| vec![], field: |words, _| words.text("ripple-lead-rate") },
    Place {
        tab: Tab::Topics,
        way: |words, plan| vec![(Role::Button, t!(words, "topics-edit-named", topic = &plan.topics.list[0].name))],
        field: |words, plan| {
            t!(words, "topics-field-of", field = words.text("topics-spread"), topic = &plan.topics.list[0].name)
        },
    },
    Place { tab: Tab::Settings, way: |_, _| vec![], field: |words, _| words.text("settings-months") },
];

/// The window at a place of a saved plan, and the file.
pub(super) fn at(place: &Place, folder: &tempfile::TempDir, (language, saved): (Language, &str)) -> (App, PathBuf) {
    let path = folder.path().join(saved);
    let mut app = Start::with_plan(folder.path(), saved, language).open();
    press(&mut app, Command::Show(place.tab));
    for (role, label) in (place.way)(words(language), &plan(&app).clone()) {
        click(&mut app, role, &label);
    }
    (app, path)
}

/// Types letter by letter into the field that has the focus.
pub(super) fn type_each(app: &mut App, text: &str) {
    for letter in text.chars() {
        app.event(Event::Text(letter.to_string()));
        app.run();
    }
}

/// The one field of a name.
fn there(app: &App, field: &str) {
    assert!(fields(app).iter().any(|name| name == field), "{field} is none of {:?}", fields(app));
}

pub(super) fn focus(app: &mut App, field: &str) {
    there(app, field);
    app.get_by_role_and_label(Role::TextInput, field).focus();
    app.run();
}

pub(super) fn value(app: &App, field: &str) -> String {
    there(app, field);
    app.get_by_role_and_label(Role::TextInput, field).value().unwrap_or_default()
}

pub(super) fn undo_name(app: &App) -> Option<String> {
    let document = app.state().document().unwrap();
    let language = [ripple_planner::words::Language::En, ripple_planner::words::Language::ZhCn];
    language.into_iter().find_map(|language| document.undo_name(language).map(str::to_owned))
}

fn untouched(app: &App, before: &Plan, context: &str) {
    assert!(*plan(app) == *before, "{context}: the plan is another");
    assert_eq!(undo_name(app), None, "{context}: something can be undone");
    assert!(!app.state().document().unwrap().is_unsaved(), "{context}: something is unsaved");
}

#[test]
fn a_text_that_cannot_be_read_changes_nothing_and_saving_says_so() {
    for case in WORKED_CASES {
        let words = words(case.0);
        for place in &PLACES {
            let folder = tempfile::tempdir().unwrap();
            let (mut app, path) = at(place, &folder, case);
            let (before, text) = (plan(&app).clone(), std::fs::read_to_string(&path).unwrap());
            let field = (place.field)(words, &before);
            let shown = value(&app, &field);
            // Each writing in one of the languages.
            for &typed in if case.0 == Language::English { &["1.5e5"][..] } else { &["12x", "1,5"] } {
                let context = format!("{field}: {typed}");
                focus(&mut app, &field);
                type_each(&mut app, typed);
                untouched(&app, &before, &context);
                assert_eq!(value(&app, &field), typed, "{context}: the text stays");

                press(&mut app, Command::Save);
                assert_eq!(std::fs::read_to_string(&path).unwrap(), text, "{context}");
                let quoted = t!(words, "numbers-quoted", text = typed);
                let said = t!(words, "window-saved-without", text = &quoted, field = &field);
                assert!(app.query_by_label_contains(&said).is_some(), "{context}: nothing says so");
                let node = app.get_by_role_and_label(Role::TextInput, &field);
                assert!(node.is_focused() && node.value().as_deref() == Some(typed), "{context}: the field is left");

                app.key_press(Key::Tab);
                app.run();
                let node = app.get_by_role_and_label(Role::TextInput, &field);
                assert!(!node.is_focused() && node.value().as_deref() == Some(&shown), "{context}: {node:?}");
                let said = t!(words, "window-not-taken", text = &quoted, field = &field);
                let noticed = app.get_by_label_contains(&said).value().unwrap_or_default();
                let why = noticed.strip_prefix(&said).unwrap_or_default().trim_start_matches(['.', '。', ' ']);
                assert!(!why.is_empty() && app.query_by_label(why).is_some(), "{context}: nor at the field: {noticed}");
                untouched(&app, &before, &context);
                press(&mut app, Command::Save);
                assert_eq!(file::open(&path).unwrap(), before, "{context}");
            }
        }
    }
}

#[test]
fn escape_and_undo_clear_a_text_that_cannot_be_read() {
    for case in WORKED_CASES {
        let words = words(case.0);
        for place in &PLACES {
            let folder = tempfile::tempdir().unwrap();
            let (mut app, _) = at(place, &folder, case);
            let before = plan(&app).clone();
            let field = (place.field)(words, &before);
            let shown = value(&app, &field);
            for clear in [None, Some(Command::Undo)] {
                focus(&mut app, &field);
                type_each(&mut app, "12x");
                match clear {
                    None => {
                        app.key_press(Key::Escape);
                        app.run();
                    }
                    Some(command) => press(&mut app, command),
                }
                assert_eq!(value(&app, &field), shown, "{field}: {clear:?}");
                untouched(&app, &before, &field);
                app.key_press(Key::Escape);
                app.run();
            }
            assert!(app.query_by_label_contains("12x").is_none(), "{field}: who clears a text knows it");
        }
    }
}

#[test]
fn cancelling_keeps_what_was_done_and_undone_before() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, _) = at(&PLACES[3], &folder, WORKED_CASES[0]);
    let field = (PLACES[3].field)(words(Language::English), plan(&app));
    let spend = |app: &App| plan(app).allocation.channels[0].spend.minor();
    for typed in ["100,000", "200,000"] {
        type_into(&mut app, Role::TextInput, &field, typed);
        app.key_press(Key::Enter);
        app.run();
    }
    press(&mut app, Command::Undo);
    assert_eq!(spend(&app), 10_000_000);
    focus(&mut app, &field);
    type_each(&mut app, "777");
    assert_eq!(spend(&app), 77_700);
    app.key_press(Key::Escape);
    app.run();
    assert_eq!(spend(&app), 10_000_000);
    assert!(value(&app, &field).starts_with("100,000"));
    press(&mut app, Command::Redo);
    assert_eq!(spend(&app), 20_000_000, "what was undone before can still be done again");
    press(&mut app, Command::Undo);
    press(&mut app, Command::Undo);
    assert_eq!(spend(&app), 36_000_000);
}

#[test]
fn text_that_becomes_readable_again_counts_and_is_one_step() {
    for case in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let (mut app, path) = at(&PLACES[3], &folder, case);
        let before = plan(&app).clone();
        let field = (PLACES[3].field)(words(case.0), &before);
        let spend = |app: &App| plan(app).allocation.channels[0].spend.minor();
        focus(&mut app, &field);
        let mut passed = Vec::new();
        for letter in ["1", "2", "x"] {
            type_each(&mut app, letter);
            passed.push(spend(&app));
        }
        app.key_press(Key::Backspace);
        app.run();
        passed.push(spend(&app));
        type_each(&mut app, ",345");
        passed.push(spend(&app));
        assert_eq!(passed, [100, 1_200, 36_000_000, 1_200, 1_234_500]);
        app.key_press(Key::Enter);
        app.run();
        press(&mut app, Command::Save);
        assert_eq!(file::open(&path).unwrap().allocation.channels[0].spend.minor(), 1_234_500);
        press(&mut app, Command::Undo);
        assert_eq!(*plan(&app), before, "one step");
        assert_eq!(undo_name(&app), None);
    }
}

#[test]
fn a_value_that_replaces_another_is_taken_back_alone_and_cancelled_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, _) = at(&PLACES[3], &folder, WORKED_CASES[0]);
    let before = plan(&app).clone();
    let field = (PLACES[3].field)(words(Language::English), &before);
    let spend = |app: &App| plan(app).allocation.channels[0].spend.minor();
    type_into(&mut app, Role::TextInput, &field, "777");
    crate::app::type_here(&mut app, Role::TextInput, &field, "8");
    assert_eq!(spend(&app), 800);
    type_each(&mut app, "x");
    assert_eq!(spend(&app), 77_700, "the value from before the text that cannot be read");
    app.key_press(Key::Escape);
    app.run();
    untouched(&app, &before, "the value from the coming of the focus");
}

#[test]
fn a_tab_that_is_left_ends_the_typing_in_its_fields() {
    for (language, saved) in WORKED_CASES {
        let words = words(language);
        let folder = tempfile::tempdir().unwrap();
        let (mut app, _) = at(&PLACES[3], &folder, (language, saved));
        let before = plan(&app).clone();
        let field = (PLACES[3].field)(words, &before);
        focus(&mut app, &field);
        type_each(&mut app, "12x");
        press(&mut app, Command::Show(Tab::Goal));
        let said = t!(words, "window-not-taken", text = t!(words, "numbers-quoted", text = "12x"), field = &field);
        assert!(app.query_by_label_contains(&said).is_some());
        untouched(&app, &before, &field);
        press(&mut app, Command::Show(Tab::Allocation));
        assert!(app.query_by_label_contains(&said).is_none(), "who goes on has read it");
        assert!(value(&app, &field).starts_with("360,000"), "the field shows its value");
        focus(&mut app, &field);
        type_each(&mut app, "12x");
        app.key_press(Key::Tab);
        app.run();
        assert!(app.query_by_label_contains(&said).is_some() && problem(&app, &field).is_some());
        press(&mut app, Command::Show(Tab::Goal));
        press(&mut app, Command::Show(Tab::Allocation));
        assert_eq!(problem(&app, &field), None, "who went elsewhere and comes back begins anew");
        type_into(&mut app, Role::TextInput, &field, "350,000");
        assert!(app.query_by_label_contains(&said).is_none(), "a change of the plan ends the notice");
    }
}

#[test]
fn a_curve_that_waits_is_not_saved_and_counts_when_its_field_is_left() {
    for case in WORKED_CASES {
        let words = words(case.0);
        let folder = tempfile::tempdir().unwrap();
        let (mut app, path) = at(&PLACES[4], &folder, case);
        let before = plan(&app).clone();
        let field = (PLACES[4].field)(words, &before);
        focus(&mut app, &field);
        type_each(&mut app, "5");
        assert_ne!(*plan(&app), before, "5 makes a curve");
        app.key_press(Key::Backspace);
        app.run();
        type_each(&mut app, "0");
        untouched(&app, &before, "0 makes none");
        press(&mut app, Command::Save);
        assert_eq!(file::open(&path).unwrap(), before);
        let quoted = t!(words, "numbers-quoted", text = "0");
        let said = t!(words, "window-saved-without", text = &quoted, field = &field);
        assert!(app.query_by_label_contains(&said).is_some(), "nothing says so");
        press(&mut app, Command::Undo);
        untouched(&app, &before, "undo clears what waits");
        app.key_press(Key::Tab);
        app.run();
        untouched(&app, &before, "nothing waits any more");
        focus(&mut app, &field);
        type_each(&mut app, "0");
        app.key_press(Key::Tab);
        app.run();
        assert_ne!(*plan(&app), before, "left, it counts");
        press(&mut app, Command::Undo);
        untouched(&app, &before, "as one step");
    }
}

#[test]
fn fields_of_a_blank_plan_keep_nothing_of_a_text_that_cannot_be_read() {
    for language in [Language::English, Language::Chinese] {
        let words = words(language);
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start::with_plan(folder.path(), "blank.ron", language).open();
        let path = folder.path().join("blank.ron");
        let (before, text) = (plan(&app).clone(), std::fs::read_to_string(&path).unwrap());
        press(&mut app, Command::Show(Tab::Goal));
        for label in ["goal-target-customers", "goal-target-revenue"] {
            let field = words.text(label);
            focus(&mut app, &field);
            type_each(&mut app, "2.4e7");
            untouched(&app, &before, &field);
            press(&mut app, Command::Save);
            assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
            app.key_press(Key::Tab);
            app.run();
            assert_eq!(value(&app, &field), "");
        }
    }
}

/// The names of all text fields that are there.
pub(super) fn fields(app: &App) -> Vec<String> {
    app.query_all_by_role(Role::TextInput).filter_map(|node| node.accesskit_node().label()).collect()
}

/// Where the words stand that say what is wrong with a field.
fn problem(app: &App, field: &str) -> Option<(String, Rect)> {
    let node = app.query_by_role_and_label(Role::TextInput, field)?;
    let problem = node.accesskit_node().data().description()?.to_owned();
    let rect = app.query_all_by_label(&problem).next().map(|label| label.rect());
    rect.map(|rect| (problem, rect))
}

#[test]
fn every_field_takes_back_what_is_cancelled_and_covers_no_field_with_its_error() {
    let mut numbers = 0;
    // English has the longer sentences. One way to each page.
    for place in PLACES.into_iter().enumerate().filter(|(index, _)| *index != 4).map(|(_, place)| place) {
        let folder = tempfile::tempdir().unwrap();
        let (mut app, _) = at(&place, &folder, WORKED_CASES[0]);
        let before = plan(&app).clone();
        for field in fields(&app) {
            if app.query_all_by_role_and_label(Role::TextInput, &field).count() != 1 {
                continue;
            }
            focus(&mut app, &field);
            let shown = value(&app, &field);
            type_each(&mut app, "1x");
            if let Some((problem, tip)) = problem(&app, &field) {
                numbers += 1;
                untouched(&app, &before, &field);
                let own = app.get_by_role_and_label(Role::TextInput, &field).rect();
                let window = Rect::from_min_size(eframe::egui::Pos2::ZERO, eframe::egui::vec2(1366.0, 768.0));
                assert!(window.contains_rect(tip), "{field}: {tip:?} is outside the window");
                for other in app.query_all_by_role(Role::TextInput) {
                    let covered = other.rect() != own && other.rect().shrink(1.0).intersects(tip);
                    let next = other.rect().top() > own.top() + 4.0;
                    assert!(!(covered && next), "{field} at {own:?}: {problem} at {tip:?} covers {other:?}");
                }
            }
            app.key_press(Key::Escape);
            app.run();
            untouched(&app, &before, &field);
            assert_eq!(value(&app, &field), shown, "{field}");
        }
    }
    assert!(numbers > 40, "{numbers} fields for numbers");
}
