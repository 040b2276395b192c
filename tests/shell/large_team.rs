//! A team that is larger than its page: people and functions scroll, names stay.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use crate::app::{App, Start, press, words, worked_case};
use eframe::egui::{self, Key, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, Vec2, accesskit::Role, vec2};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::file::settings::Language;
use ripple_planner::words::names::function_name;

const LANGUAGES: [Language; 2] = [Language::English, Language::Chinese];

/// Turns the wheel where the pointer is.
fn turn_wheel(app: &App, delta: Vec2) {
    let (unit, source) = (MouseWheelUnit::Point, MouseWheelSource::Unknown);
    app.event(egui::Event::MouseWheel { unit, delta, phase: TouchPhase::Move, modifiers: Modifiers::NONE, source });
}

/// The bar below the names of a large team; those of columns that scroll have no name.
fn people_bar(app: &App) -> Node<'_> {
    let mut bars = app.query_all_by_role(Role::ScrollBar);
    bars.find(|bar| bar.accesskit_node().label().is_some()).unwrap()
}

/// Whether a person's name stands over a column.
fn heads(app: &App, name: &str) -> bool {
    app.query_all_by_role(Role::Button).any(|node| node.accesskit_node().label().as_deref() == Some(name))
}

#[test]
fn a_large_team_scrolls_to_its_last_person() {
    for language in LANGUAGES {
        let folder = tempfile::tempdir().unwrap();
        let plan = worked_case(crate::stretched::multiply);
        let mut app = Start::of(folder.path(), &plan, language).open();
        press(&mut app, Command::Show(Tab::Team));
        let people = &plan.team.people;
        let (first, second, last) = (&people[0].name, &people[1].name, &people.last().unwrap().name);
        assert!(heads(&app, first) && !heads(&app, last), "{language:?}: not all fit");
        people_bar(&app).focus();
        app.run();
        let mut press_key = |key, shown: [(&String, bool); 3]| {
            app.key_press(key);
            app.run();
            for (name, there) in shown {
                assert_eq!(heads(&app, name), there, "{language:?}, {key:?}: {name}");
            }
        };
        press_key(Key::ArrowRight, [(first, false), (second, true), (last, false)]);
        press_key(Key::End, [(first, false), (second, false), (last, true)]);
        press_key(Key::Home, [(first, true), (second, true), (last, false)]);
    }
}

#[test]
fn the_people_of_a_large_team_follow_wheel_and_bar() {
    let folder = tempfile::tempdir().unwrap();
    let plan = worked_case(crate::stretched::multiply);
    let mut app = Start::of(folder.path(), &plan, Language::English).open();
    press(&mut app, Command::Show(Tab::Team));
    let (first, last) = (&plan.team.people[0].name, &plan.team.people.last().unwrap().name);
    let bar = people_bar(&app).rect();
    app.hover_at(bar.center() + vec2(0.0, 60.0));
    app.run();
    turn_wheel(&app, vec2(-300.0, 0.0));
    app.run();
    assert!(!heads(&app, first), "turned to the left, people move to the left");
    app.drag_at(bar.center());
    app.drop_at(bar.right_center());
    app.run();
    assert!(heads(&app, last), "dragged to the end");
}

#[test]
fn the_names_of_a_team_stay_in_sight_above_many_functions() {
    let folder = tempfile::tempdir().unwrap();
    let plan = worked_case(crate::stretched::multiply);
    let mut app = Start::of(folder.path(), &plan, Language::English).open();
    press(&mut app, Command::Show(Tab::Team));
    let top = |app: &App| people_bar(app).rect().top();
    let before = top(&app);
    app.hover_at(people_bar(&app).rect().center() + vec2(0.0, 60.0));
    app.run();
    turn_wheel(&app, vec2(0.0, -700.0));
    app.run();
    assert!((top(&app) - before).abs() < 16.0, "from {before} to {}", top(&app));
    let name = function_name(&plan.team.functions[0].kind, words(Language::English));
    let first = app.query_all_by_role(Role::Button).find(|node| node.accesskit_node().label().as_ref() == Some(&name));
    assert!(first.unwrap().rect().bottom() < top(&app), "the functions went up, the names stayed");
}
