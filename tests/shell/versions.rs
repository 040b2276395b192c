//! Earlier versions of the plan: listed, looked at, restored as one step, copied.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::time::{Duration, Instant};

use crate::app::{App, Start, WORKED_CASES, click, plan, press, type_into, words};
use eframe::egui::{
    Key,
    accesskit::{Role, Toggled},
};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::dialogs::Answer;
use ripple_planner::app::window::Ask;
use ripple_planner::app::worker::Background;
use ripple_planner::file::{self, settings::Language};
use ripple_planner::t;

/// Opens the window with a state folder of its own.
fn open(start: Start) -> App {
    let state = start.folder.join("state");
    Start { state_folder: Some(state), ..start }.open()
}

fn save_as_titled(app: &mut App, language: Language, title: &str) {
    press(app, Command::Show(Tab::Settings));
    type_into(app, Role::TextInput, &words(language).text("settings-title"), title);
    press(app, Command::Save);
}

/// Opens the dialog from the menu of the plan.
fn show_versions(app: &mut App, language: Language) {
    let title = plan(app).title.clone();
    click(app, Role::Button, &t!(words(language), "window-plan-menu", title = title));
    click(app, Role::MenuItem, &words(language).text("command-versions"));
    assert!(matches!(app.state().asking(), Some(Ask::Versions)));
}

fn button(app: &mut App, language: Language, key: &str) {
    click(app, Role::Button, &words(language).text(key));
}

#[test]
fn a_version_is_restored_in_one_step_that_can_be_undone() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(saved_plan);
        let mut app = open(Start::with_plan(folder.path(), saved_plan, language));
        let original = plan(&app).clone();
        for title in ["Second", "Third"] {
            save_as_titled(&mut app, language, title);
        }
        show_versions(&mut app, language);
        assert_eq!(app.get_all_by_role(Role::Row).filter(is_time).count(), 2);
        button(&mut app, language, "earlier-restore");
        assert_eq!((app.state().asking(), plan(&app).title.as_str()), (None, "Second"));
        assert!(app.state().document().unwrap().is_unsaved());
        assert_eq!(file::open(&path).unwrap().title, "Third", "the file changes only when the person saves");
        press(&mut app, Command::Undo);
        assert_eq!(plan(&app).title, "Third");
        press(&mut app, Command::Redo);
        assert_eq!(plan(&app).title, "Second");

        // What was there when the plan was opened is the oldest one.
        show_versions(&mut app, language);
        let state = folder.path().join("state");
        let oldest = file::versions(&state, &path).unwrap().pop().unwrap();
        assert_eq!(file::open(&oldest.file).unwrap(), original);
        // One step down and two too many: the list ends there.
        for _ in 0..3 {
            app.key_press(Key::ArrowDown);
            app.run();
        }
        assert_eq!(chosen(&app), Some(1));
        app.key_press(Key::ArrowUp);
        app.run();
        assert_eq!(chosen(&app), Some(0));
        let last = app.get_all_by_role(Role::Row).rfind(is_time).unwrap();
        last.click();
        app.run();
        button(&mut app, language, "earlier-restore");
        assert_eq!(*plan(&app), original);
    }
}

#[test]
fn the_keyboard_alone_restores_a_version_or_closes_the_dialog() {
    let folder = tempfile::tempdir().unwrap();
    let start = Start::with_plan(folder.path(), "worked-case.ron", Language::English);
    let path = folder.path().join("worked-case.ron");
    let mut app = open(Start { background: Background::Threads, ..start });
    let original = plan(&app).clone();
    show_versions(&mut app, Language::English);
    until(&mut app, |app| app.query_by_label(&words(Language::English).text("earlier-none")).is_some());
    app.key_press(Key::Enter);
    until(&mut app, |app| app.state().asking().is_none());
    save_as_titled(&mut app, Language::English, "Second");
    until(&mut app, |app| !app.state().document().unwrap().is_unsaved());
    assert_eq!(file::open(&path).unwrap().title, "Second");
    show_versions(&mut app, Language::English);
    let restore = words(Language::English).text("earlier-restore");
    until(&mut app, |app| {
        let restore = app.query_by_role_and_label(Role::Button, &restore);
        restore.is_some_and(|restore| restore.is_focused() && !restore.accesskit_node().is_disabled())
    });
    app.key_press(Key::Enter);
    until(&mut app, |app| app.state().asking().is_none());
    assert_eq!(*plan(&app), original);
}

/// Waits for what is done beside the window.
fn until(app: &mut App, holds: impl Fn(&App) -> bool) {
    let end = Instant::now() + Duration::from_mins(1);
    while !holds(app) {
        assert!(Instant::now() < end, "{:?}", app.state().asking());
        app.step();
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// The place of the chosen version.
fn chosen(app: &App) -> Option<usize> {
    app.get_all_by_role(Role::Row).filter(is_time).position(|row| row.accesskit_node().toggled() == Some(Toggled::True))
}

/// Whether a row is one of the list of versions: it ends with a time of day.
fn is_time(row: &egui_kittest::Node<'_>) -> bool {
    let label = row.accesskit_node().label().unwrap_or_default();
    let time = label.rsplit(' ').next().unwrap_or_default();
    time.contains(':') && time.chars().all(|c| c == ':' || c.is_ascii_digit())
}

#[test]
fn without_versions_there_are_words() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(Start::with_plan(folder.path(), saved_plan, language));
        for _ in 0..2 {
            show_versions(&mut app, language);
            assert!(app.query_by_label(&words(language).text("earlier-none")).is_some());
            button(&mut app, language, "common-close");
            assert_eq!(app.state().asking(), None);
            // A plan in no file has none either.
            press(&mut app, Command::New);
        }
    }
}

#[test]
fn a_copy_holds_exactly_the_bytes_that_were_kept() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("copy.ron");
        let start = Start::with_plan(folder.path(), saved_plan, language);
        let path = folder.path().join(saved_plan);
        // As somebody wrote it by hand.
        let by_hand = format!("// ours\r\n{}", fs::read_to_string(&path).unwrap());
        fs::write(&path, &by_hand).unwrap();
        let mut app = open(Start { dialogs: Answer::Picked(copy.clone()), ..start });
        save_as_titled(&mut app, language, "Changed");
        assert_eq!(file::open(&path).unwrap().title, "Changed");
        show_versions(&mut app, language);
        button(&mut app, language, "earlier-copy");
        app.run();
        assert_eq!(app.state().asking(), None);
        assert_eq!(fs::read_to_string(&copy).unwrap(), by_hand);
    }
}

#[test]
fn a_version_that_is_no_plan_is_said_and_can_be_copied() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("worked-case.ron"), folder.path().join("copy.ron"));
    let start = Start::with_plan(folder.path(), "worked-case.ron", Language::English);
    let mut app = open(Start { dialogs: Answer::Picked(copy.clone()), ..start });
    fs::write(&path, "broken by another program").unwrap();
    save_as_titled(&mut app, Language::English, "Changed");
    click(&mut app, Role::Button, "Overwrite");
    assert_eq!(file::open(&path).unwrap().title, "Changed");
    show_versions(&mut app, Language::English);
    assert!(app.query_all_by_label_contains("expected").next().is_some());
    button(&mut app, Language::English, "earlier-restore");
    assert!(matches!(app.state().asking(), Some(Ask::Versions)), "there is nothing to restore");
    button(&mut app, Language::English, "earlier-copy");
    app.run();
    assert_eq!(fs::read(&copy).unwrap(), b"broken by another program");
}

#[test]
fn all_versions_are_deleted_once_the_person_agrees() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(saved_plan);
        let mut app = open(Start::with_plan(folder.path(), saved_plan, language));
        save_as_titled(&mut app, language, "Changed");
        let count = || file::versions(&folder.path().join("state"), &path).unwrap().len();
        for (answer, left) in [("common-cancel", 1), ("earlier-remove", 0)] {
            press(&mut app, Command::Show(Tab::Settings));
            button(&mut app, language, "settings-versions-remove");
            assert!(matches!(app.state().asking(), Some(Ask::RemoveVersions)));
            button(&mut app, language, answer);
            assert_eq!((app.state().asking(), count()), (None, left), "{answer}");
        }
        assert_eq!(file::open(&path).unwrap().title, "Changed");
    }
}
