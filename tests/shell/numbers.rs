//! Numbers as quick as in a spreadsheet: every field for a number calculates, and says what it reads.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use crate::app::{App, WORKED_CASES, plan, press, type_into, words};
use crate::fields::{PLACES, at, fields, focus, type_each, undo_name, value};
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::Command;
use ripple_planner::t;

/// The field of the first channel's budget.
const BUDGET: usize = 3;

fn description(app: &App, field: &str) -> Option<String> {
    let node = app.get_by_role_and_label(Role::TextInput, field);
    node.accesskit_node().data().description().map(str::to_owned)
}

fn is_invalid(app: &App, field: &str) -> bool {
    app.get_by_role_and_label(Role::TextInput, field).accesskit_node().data().invalid().is_some()
}

fn leave(app: &mut App, key: Key) {
    app.key_press(key);
    app.run();
}

#[test]
fn every_place_takes_a_calculation_as_it_takes_its_result() {
    for case in WORKED_CASES {
        for place in &PLACES {
            let folder = tempfile::tempdir().unwrap();
            let (mut app, _) = at(place, &folder, case);
            let field = (place.field)(words(case.0), plan(&app));
            let shown = value(&app, &field);
            // Of a rate the result is a share of 1.
            let twice = if field.contains(&words(case.0).text("ripple-lead-rate")) { 200 } else { 2 };
            focus(&mut app, &field);
            type_each(&mut app, &format!("=({shown}+{shown})/{twice}"));
            assert!(!is_invalid(&app, &field), "{field}: {:?}", description(&app, &field));
            leave(&mut app, Key::Tab);
            assert_eq!(value(&app, &field), shown, "{field}");
        }
    }
}

#[test]
fn all_fields_for_numbers_take_calculations() {
    let case = WORKED_CASES[0];
    let not_a_number = "is no number";
    for place in &PLACES {
        let folder = tempfile::tempdir().unwrap();
        let (mut app, _) = at(place, &folder, case);
        let is_number = |text: &str| {
            let text = text.split(' ').next().unwrap_or_default().trim_end_matches('%').replace([',', '.'], "");
            !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        let mut all = fields(&app);
        all.retain(|name| app.query_all_by_role_and_label(Role::TextInput, name).count() == 1);
        all.retain(|name| is_number(&value(&app, name)));
        assert!(!all.is_empty());
        for field in all.iter().take(40) {
            // The field of a curve goes with its channel.
            if !fields(&app).contains(field) {
                continue;
            }
            focus(&mut app, field);
            type_into(&mut app, Role::TextInput, field, "=1*1");
            let said = description(&app, field).unwrap_or_default();
            assert!(!said.contains(not_a_number), "{field}: {said}");
            leave(&mut app, Key::Escape);
        }
    }
}

#[test]
fn what_is_typed_is_read_back_beside_its_field() {
    for case in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let (mut app, _) = at(&PLACES[BUDGET], &folder, case);
        let field = (PLACES[BUDGET].field)(words(case.0), plan(&app));
        let readings = [
            ("15w", Some("= 150,000")),
            ("=30000*5", Some("= 150,000")),
            ("三十万", Some("= 300,000")),
            ("150000", Some("= 150,000")),
            ("=100/3", Some("≈ 33.33")),
            ("150,000", None),
            ("150,000.00", None),
            ("500", None),
        ];
        for (typed, reading) in readings {
            type_into(&mut app, Role::TextInput, &field, typed);
            let said = description(&app, &field);
            assert_eq!(said.as_deref().map(|said| said.trim_end_matches(".00")), reading, "{typed}");
            assert_eq!(said.is_some_and(|said| app.query_by_label(&said).is_some()), reading.is_some(), "{typed}");
        }
        leave(&mut app, Key::Enter);
        assert_eq!(description(&app, &field), None);
    }
}

#[test]
fn the_number_that_was_there_is_changed_once_however_it_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, _) = at(&PLACES[BUDGET], &folder, WORKED_CASES[0]);
    let field = (PLACES[BUDGET].field)(words(WORKED_CASES[0].0), plan(&app));
    let spend = |app: &App| plan(app).allocation.channels[0].spend.minor();
    let before = spend(&app);
    for (typed, expected) in
        [("+10%", before * 11 / 10), ("-5%", before * 19 / 20), ("*2", before * 2), ("+5000", before + 500_000)]
    {
        focus(&mut app, &field);
        type_each(&mut app, typed);
        assert_eq!(spend(&app), expected, "{typed}");
        leave(&mut app, Key::Enter);
        assert_eq!(spend(&app), expected, "{typed}: once");
        press(&mut app, Command::Undo);
        assert_eq!(spend(&app), before, "{typed}: one step");
        assert_eq!(undo_name(&app), None);
    }
}

#[test]
fn what_cannot_be_calculated_changes_nothing_and_says_how_to_write_it() {
    for case in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let (mut app, _) = at(&PLACES[BUDGET], &folder, case);
        let words = words(case.0);
        let field = (PLACES[BUDGET].field)(words, plan(&app));
        let before = plan(&app).clone();
        for (typed, key) in
            [("=3*", "numbers-unfinished"), ("=1/0", "numbers-by-nothing"), ("=300+10%", "numbers-percent-of-what")]
        {
            type_into(&mut app, Role::TextInput, &field, typed);
            let quoted = t!(words, "numbers-quoted", text = typed);
            let expected = match key {
                "numbers-unfinished" => t!(words, "numbers-unfinished", text = quoted),
                "numbers-by-nothing" => t!(words, "numbers-by-nothing", text = quoted),
                _ => t!(words, "numbers-percent-of-what", text = quoted),
            };
            assert!(is_invalid(&app, &field) && description(&app, &field).unwrap().contains(&expected), "{typed}");
            assert_eq!(*plan(&app), before, "{typed}");
            leave(&mut app, Key::Escape);
        }
    }
}
