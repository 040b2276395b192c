//! A disk that is really full, and a folder that really goes, under an open window.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::fs;
use std::path::Path;

use crate::app::{App, Start, WORKED_CASES, click, plan, press, type_into, words};
use crate::small_disk::SmallDisk;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::dialogs::Answer;
use ripple_planner::app::window::Ask;
use ripple_planner::file::settings::Language;
use ripple_planner::file::{self, Settings};

fn retitle(app: &mut App, language: Language, title: &str) {
    press(app, Command::Show(Tab::Settings));
    type_into(app, Role::TextInput, &words(language).text("settings-title"), title);
}

fn click_last(app: &mut App, language: Language, key: &str) {
    app.get_all_by_role_and_label(Role::Button, &words(language).text(key)).last().unwrap().click();
    app.run();
}

/// Saves, is refused with these words, and saves elsewhere.
fn refused_and_saved_elsewhere(app: &mut App, language: Language, expected: [&str; 2], elsewhere: &Path) {
    retitle(app, language, "Changed");
    press(app, Command::Save);
    let Some(Ask::NotSaved(why)) = app.state().asking() else { panic!("{:?}", app.state().asking()) };
    assert!(why.contains(expected[usize::from(language == Language::Chinese)]), "{why}");
    assert!(app.state().document().unwrap().is_unsaved() && plan(app).title == "Changed");
    click_last(app, language, "command-save-as");
    assert_eq!((app.state().asking(), file::open(elsewhere).unwrap().title.as_str()), (None, "Changed"));
    assert!(!app.state().document().unwrap().is_unsaved());
}

#[test]
fn on_a_full_disk_the_window_keeps_the_work() {
    for (language, saved_plan) in WORKED_CASES {
        let Some(disk) = SmallDisk::new() else { return };
        let other = tempfile::tempdir().unwrap();
        let elsewhere = other.path().join("elsewhere.ron");
        // Its settings lie there, too.
        let dialogs = Answer::Picked(elsewhere.clone());
        let mut app = Start { dialogs, ..Start::with_plan(disk.folder(), saved_plan, language) }.open();
        let (path, settings) = (disk.folder().join(saved_plan), disk.folder().join("settings.ron"));
        let before = (fs::read(&path).unwrap(), fs::read(&settings).unwrap());
        disk.fill();
        // Settings that cannot be saved are no reason to disturb anyone; they stay as they were.
        press(&mut app, Command::SwitchTheme);
        assert_eq!(app.state().asking(), None);
        refused_and_saved_elsewhere(&mut app, language, ["no space left", "磁盘空间不足"], &elsewhere);
        assert_eq!((fs::read(&path).unwrap(), fs::read(&settings).unwrap()), before);
        assert_eq!(Settings::load(&settings).settings.language, language);
        let mut left =
            fs::read_dir(disk.folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        assert!(left.all(|name| [saved_plan, "settings.ron", "filler"].contains(&name.as_str())));
    }
}

#[test]
fn an_export_onto_a_full_disk_is_refused_and_what_was_there_stays() {
    for (language, saved_plan) in WORKED_CASES {
        let Some(disk) = SmallDisk::new() else { return };
        let (other, output) = (tempfile::tempdir().unwrap(), disk.folder().join("summary.txt"));
        fs::write(&output, "last month").unwrap();
        disk.fill();
        let dialogs = Answer::Picked(output.clone());
        let mut app = Start { dialogs, ..Start::with_plan(other.path(), saved_plan, language) }.open();
        press(&mut app, Command::Show(Tab::Summary));
        click(&mut app, Role::Button, &ripple_planner::t!(words(language), "summary-write", kind = "TXT"));
        app.run();
        let expected = if language == Language::English { "no space left" } else { "磁盘空间不足" };
        assert!(
            matches!(app.state().asking(), Some(Ask::Trouble(why)) if why.contains(expected)),
            "{:?}",
            app.state().asking()
        );
        assert_eq!(fs::read(&output).unwrap(), b"last month");
    }
}

#[test]
fn a_folder_that_goes_under_the_window_costs_nothing() {
    for (language, saved_plan) in WORKED_CASES {
        let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (place, elsewhere) = (folder.path().join("place"), other.path().join("elsewhere.ron"));
        fs::create_dir(&place).unwrap();
        let dialogs = Answer::Picked(elsewhere.clone());
        let mut app = Start { dialogs, ..Start::with_plan(&place, saved_plan, language) }.open();
        fs::remove_dir_all(&place).unwrap();
        let expected = ["its folder does not exist", "所在文件夹不存在"];
        refused_and_saved_elsewhere(&mut app, language, expected, &elsewhere);
    }
}
