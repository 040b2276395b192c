//! Unsaved work: kept while the window runs, offered by the next one, and nothing left behind otherwise.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use crate::app::{App, Start, WORKED_CASES, plan, press, type_into, words};
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::window::Ask;
use ripple_planner::file::{self, settings::Language};

/// Opens the window with a state folder of its own.
fn open(start: Start) -> App {
    let state = state(&start.folder);
    Start { state_folder: Some(state), ..start }.open()
}

fn state(folder: &Path) -> PathBuf {
    folder.join("state")
}

/// The plans that are kept.
fn kept(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(state(folder).join("unsaved")) else { return Vec::new() };
    let files = entries.map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "ron")).collect()
}

fn retitle(app: &mut App, language: Language, title: &str) {
    press(app, Command::Show(Tab::Settings));
    type_into(app, Role::TextInput, &words(language).text("settings-title"), title);
}

fn last_button(app: &mut App, language: Language, key: &str) {
    app.get_all_by_role_and_label(Role::Button, &words(language).text(key)).last().unwrap().click();
    app.run();
}

#[test]
fn unsaved_work_is_kept_and_nothing_is_once_it_is_saved_undone_or_thrown_away() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(Start::with_plan(folder.path(), saved_plan, language));
        assert_eq!(kept(folder.path()), Vec::<PathBuf>::new());
        let change = |app: &mut App, title: &str| {
            retitle(app, language, title);
            let [file] = &kept(folder.path())[..] else { panic!("one: {:?}", kept(folder.path())) };
            assert_eq!(file::open(file).unwrap(), *plan(app));
            assert_eq!(plan(app).title, title);
        };
        change(&mut app, "Undone");
        press(&mut app, Command::Undo);
        assert_eq!(kept(folder.path()), Vec::<PathBuf>::new(), "undone");
        change(&mut app, "Saved");
        press(&mut app, Command::Save);
        assert_eq!(kept(folder.path()), Vec::<PathBuf>::new(), "saved");
        change(&mut app, "Thrown away");
        press(&mut app, Command::Close);
        last_button(&mut app, language, "window-discard");
        assert!(app.state().document().is_none());
        assert_eq!(kept(folder.path()), Vec::<PathBuf>::new(), "thrown away");
        press(&mut app, Command::New);
        change(&mut app, "In no file yet");
    }
}

#[test]
fn without_room_to_keep_anything_it_is_said_and_work_goes_on() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let start = Start::with_plan(folder.path(), saved_plan, language);
        fs::write(state(folder.path()), "no folder").unwrap();
        let mut app = open(start);
        let said = words(language).text("recovery-not-kept");
        let said = said.split(['：', ':']).next().unwrap();
        assert!(app.query_all_by_label_contains(said).next().is_none());
        retitle(&mut app, language, "Changed");
        assert!(app.query_all_by_label_contains(said).next().is_some());
        assert_eq!(app.state().asking(), None, "nothing stands in the way");
        press(&mut app, Command::Save);
        // That no earlier version could be kept is said once, and the plan is saved.
        assert!(matches!(app.state().asking(), Some(Ask::Notice(_))));
        last_button(&mut app, language, "window-understood");
        assert_eq!(file::open(folder.path().join(saved_plan)).unwrap().title, "Changed");
        retitle(&mut app, language, "Changed again");
        press(&mut app, Command::Save);
        assert_eq!(app.state().asking(), None);
    }
}
