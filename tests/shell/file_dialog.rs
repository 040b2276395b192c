//! The program's own file dialog and its questions, driven by keyboard alone, in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::path::{Path, PathBuf};

use crate::app::{App, Start, WORKED_CASES, plan, press, type_into, words};
use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable, by};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::dialogs::Answer;
use ripple_planner::app::window::Ask;
use ripple_planner::file::settings::Language;

/// The window without native dialogs, with a copy of the worked case.
fn open(folder: &Path, (language, file): (Language, &str)) -> App {
    Start { dialogs: Answer::Unavailable, ..Start::with_plan(folder, file, language) }.open()
}

fn key(app: &mut App, key: Key) {
    app.key_press(key);
    app.run();
}

/// Types where the focus is.
fn type_text(app: &mut App, text: &str) {
    app.event(eframe::egui::Event::Text(text.to_owned()));
    app.run();
}

/// The path as it stands in the dialog.
fn typed(app: &App) -> PathBuf {
    match app.state().asking() {
        Some(Ask::Path(chooser)) => chooser.path(),
        other => panic!("the dialog is not shown: {other:?}"),
    }
}

/// The name of what has the focus.
fn focused(app: &App) -> String {
    let node = app.query_all(by()).find(|node| node.accesskit_node().is_focused()).expect("something has the focus");
    node.accesskit_node().label().unwrap_or_default()
}

#[test]
fn saving_under_another_name_needs_only_the_name_and_enter() {
    for case in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(folder.path(), case);
        press(&mut app, Command::SaveAs);
        app.run();
        assert_eq!(typed(&app), folder.path().join(case.1), "the whole path stands there, with the file's own name");
        assert_eq!(focused(&app), words(case.0).text("window-path"));
        type_text(&mut app, "another");
        assert_eq!(typed(&app), folder.path().join("another.ron"), "the name alone is typed over");
        key(&mut app, Key::Enter);
        assert_eq!(app.state().asking(), None);
        assert!(folder.path().join("another.ron").is_file());
    }
}

#[test]
fn escape_leaves_everything_as_it_is() {
    for case in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(folder.path(), case);
        press(&mut app, Command::SaveAs);
        app.run();
        type_text(&mut app, "another");
        key(&mut app, Key::Escape);
        app.run();
        assert_eq!(app.state().asking(), None);
        assert!(!folder.path().join("another.ron").exists());
    }
}

#[test]
fn a_refused_path_stays_with_its_reason() {
    for case in WORKED_CASES {
        for (command, name) in
            [(Command::SaveAs, "gone/plan.ron"), (Command::Open, "missing.ron"), (Command::Open, "broken.ron")]
        {
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join("broken.ron"), "Plan(").unwrap();
            let mut app = open(folder.path(), case);
            press(&mut app, command);
            app.run();
            let path = folder.path().join(name);
            type_into(&mut app, Role::TextInput, &words(case.0).text("window-path"), &path.display().to_string());
            key(&mut app, Key::Enter);
            app.run();
            assert_eq!(typed(&app), path, "what was typed stays");
            let Some(Ask::Path(chooser)) = app.state().asking() else { panic!("the dialog stays") };
            let reason = chooser.refused.clone().expect("it says why");
            assert!(app.query_by_label(&reason).is_some(), "{reason} is shown");
            assert_eq!(focused(&app), words(case.0).text("window-path"), "and can be mended at once");
            let mended = folder.path().join(case.1);
            type_into(&mut app, Role::TextInput, &words(case.0).text("window-path"), &mended.display().to_string());
            let Some(Ask::Path(chooser)) = app.state().asking() else { panic!("the dialog stays") };
            assert_eq!(chooser.refused, None, "the reason goes with its path");
        }
    }
}

#[test]
fn folders_are_walked_by_keyboard() {
    for case in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("2027");
        std::fs::create_dir(&inner).unwrap();
        std::fs::write(inner.join("notes.txt"), "").unwrap();
        std::fs::copy(format!("saved_plans/{}", case.1), inner.join("next.ron")).unwrap();
        let mut app = open(folder.path(), case);
        press(&mut app, Command::Open);
        app.run();
        assert_eq!(typed(&app), folder.path());
        assert!(app.query_by_label("notes.txt").is_none(), "only plans are listed");
        // Down to the list: parent, home, then the folder.
        for _ in 0..3 {
            key(&mut app, Key::ArrowDown);
        }
        assert_eq!(focused(&app), "2027");
        key(&mut app, Key::Enter);
        assert_eq!(typed(&app), inner);
        for _ in 0..2 {
            key(&mut app, Key::ArrowDown);
        }
        assert_eq!(focused(&app), "next.ron");
        key(&mut app, Key::Enter);
        app.run();
        assert_eq!(app.state().asking(), None);
        assert_eq!(app.state().document().unwrap().path(), Some(inner.join("next.ron").as_path()));
    }
}

#[test]
fn the_parent_and_home_are_one_step_away() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), WORKED_CASES[0]);
    press(&mut app, Command::SaveAs);
    app.run();
    let name = typed(&app).file_name().unwrap().to_owned();
    key(&mut app, Key::ArrowDown);
    key(&mut app, Key::Enter);
    assert_eq!(typed(&app), folder.path().parent().unwrap().join(&name), "the name walks along");
    app.get_by_role_and_label(Role::ListBoxOption, "Home folder").click();
    app.run();
    assert_eq!(typed(&app), std::env::home_dir().unwrap().join(&name));
}

#[test]
fn enter_saves_the_changes_that_are_asked_about() {
    for case in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(folder.path(), case);
        press(&mut app, Command::Show(Tab::Settings));
        let title = words(case.0).text("settings-title");
        type_into(&mut app, Role::TextInput, &title, "Changed");
        press(&mut app, Command::Close);
        assert!(matches!(app.state().asking(), Some(Ask::Unsaved(_))));
        assert_eq!(focused(&app), Command::Save.label(words(case.0)));
        key(&mut app, Key::Enter);
        app.run();
        assert_eq!(app.state().asking(), None);
        assert!(app.state().document().is_none(), "the plan is closed");
        assert_eq!(ripple_planner::file::open(folder.path().join(case.1)).unwrap().title, "Changed");
    }
}

#[test]
fn keys_do_not_reach_the_page_below_a_question() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), WORKED_CASES[0]);
    press(&mut app, Command::Show(Tab::Settings));
    type_into(&mut app, Role::TextInput, "Title", "Changed");
    press(&mut app, Command::Close);
    type_text(&mut app, "x");
    app.key_press_modifiers(Modifiers::NONE, Key::Backspace);
    app.run();
    assert_eq!(plan(&app).title, "Changed");
}
