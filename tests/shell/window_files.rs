//! Saving and exporting from the window: what is asked before a file is replaced, and what is said afterwards.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use crate::app::{App, Start, WORKED_CASES, click, plan, press, type_into, words};
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::dialogs::Answer;
use ripple_planner::app::window::Ask;
use ripple_planner::file::{self, settings::Language};

fn title_of(path: &Path) -> String {
    file::open(path).unwrap().title
}

/// Changes the plan's title as a person would.
fn retitle(app: &mut App, language: Language, title: &str) {
    press(app, Command::Show(Tab::Settings));
    type_into(app, Role::TextInput, &words(language).text("settings-title"), title);
}

/// Types the path that the window asks for.
fn type_path(app: &mut App, language: Language, path: &Path) {
    let Some(Ask::Path(_)) = app.state().asking() else { panic!("{:?}", app.state().asking()) };
    type_into(app, Role::TextInput, &words(language).text("window-path"), &path.display().to_string());
    last_button(app, language, "command-save");
}

/// Clicks the button of the question, which stands above everything else.
fn last_button(app: &mut App, language: Language, key: &str) {
    app.get_all_by_role_and_label(Role::Button, &words(language).text(key)).last().unwrap().click();
    app.run();
}

#[test]
fn save_as_asks_before_it_replaces() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let other = folder.path().join("other.ron");
        fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/saved_plans/blank.ron"), &other).unwrap();
        let theirs = title_of(&other);
        let start = Start { dialogs: Answer::Unavailable, ..Start::with_plan(folder.path(), saved_plan, language) };
        let mut app = start.open();
        for (answer, title) in [("common-cancel", &theirs), ("window-overwrite", &plan(&app).title.clone())] {
            press(&mut app, Command::SaveAs);
            app.run();
            type_path(&mut app, language, &other);
            let Some(Ask::Replace { path, .. }) = app.state().asking() else { panic!("{:?}", app.state().asking()) };
            assert_eq!(path, &other);
            last_button(&mut app, language, answer);
            assert_eq!((app.state().asking(), &title_of(&other)), (None, title), "{answer}");
        }
    }
}

#[test]
fn a_name_that_gets_its_extension_is_another_file() {
    let folder = tempfile::tempdir().unwrap();
    let there = folder.path().join("mine.ron");
    fs::write(&there, "precious").unwrap();
    let dialogs = Answer::Picked(folder.path().join("mine"));
    let mut app = Start { dialogs, ..Start::with_plan(folder.path(), "worked-case.ron", Language::English) }.open();
    press(&mut app, Command::SaveAs);
    app.run();
    assert!(matches!(app.state().asking(), Some(Ask::Replace { path, .. }) if *path == there));
    assert_eq!(fs::read(&there).unwrap(), b"precious");
}

#[test]
fn save_as_under_a_name_of_the_plans_own_file_still_sees_what_others_did() {
    for name in ["worked-case.ron", "link.ron"] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("worked-case.ron");
        let dialogs = Answer::Picked(folder.path().join(name));
        let mut app = Start { dialogs, ..Start::with_plan(folder.path(), "worked-case.ron", Language::English) }.open();
        std::os::unix::fs::symlink(&path, folder.path().join("link.ron")).unwrap();
        if name == "worked-case.ron" {
            press(&mut app, Command::SaveAs);
            app.run();
            assert_eq!(app.state().asking(), None);
        }
        // Without a change of one's own theirs would be taken in.
        retitle(&mut app, Language::English, "Mine");
        fs::write(&path, fs::read_to_string(&path).unwrap().replace("IM cloud 2026", "Theirs")).unwrap();
        press(&mut app, Command::SaveAs);
        app.run();
        assert!(matches!(app.state().asking(), Some(Ask::ChangedOutside(_))), "{name}");
        assert_eq!(title_of(&path), "Theirs");
    }
}

#[test]
fn who_saves_to_leave_and_takes_theirs_has_left() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(saved_plan);
        let mut app = Start::with_plan(folder.path(), saved_plan, language).open();
        retitle(&mut app, language, "Mine");
        let theirs = fs::read_to_string(&path).unwrap().replacen("title: \"", "title: \"Theirs ", 1);
        fs::write(&path, &theirs).unwrap();
        press(&mut app, Command::Close);
        last_button(&mut app, language, "command-save");
        app.run_steps(3);
        assert!(matches!(app.state().asking(), Some(Ask::ChangedOutside(both)) if both.saving));
        last_button(&mut app, language, "window-take-theirs");
        assert!(app.state().document().is_none() && app.state().asking().is_none());
        assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    }
}

#[test]
fn an_export_asks_before_it_replaces_and_never_replaces_a_plan() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("summary.txt");
        fs::write(&output, "last month").unwrap();
        let start = Start { dialogs: Answer::Unavailable, ..Start::with_plan(folder.path(), saved_plan, language) };
        let mut app = start.open();
        press(&mut app, Command::Show(Tab::Summary));
        let write = ripple_planner::t!(words(language), "summary-write", kind = "TXT");
        for answer in ["common-cancel", "window-overwrite"] {
            click(&mut app, Role::Button, &write);
            app.run();
            type_path(&mut app, language, &output);
            assert!(matches!(app.state().asking(), Some(Ask::Replace { .. })), "{:?}", app.state().asking());
            assert_eq!(fs::read(&output).unwrap(), b"last month");
            last_button(&mut app, language, answer);
        }
        assert_eq!(app.state().asking(), None);
        assert!(fs::read_to_string(&output).unwrap().starts_with(&plan(&app).title));

        let before = fs::read(folder.path().join(saved_plan)).unwrap();
        click(&mut app, Role::Button, &write);
        app.run();
        type_path(&mut app, language, &folder.path().join(saved_plan));
        let is_plan = if language == Language::English { "this is a plan" } else { "这是一份规划" };
        let Some(Ask::Path(chooser)) = app.state().asking() else { panic!("{:?}", app.state().asking()) };
        assert!(chooser.refused.as_ref().is_some_and(|why| why.contains(is_plan)), "{:?}", chooser.refused);
        assert_eq!(fs::read(folder.path().join(saved_plan)).unwrap(), before);
    }
}

#[test]
fn what_a_saving_could_not_keep_is_said_and_then_goes_on() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut app = Start::with_plan(folder.path(), saved_plan, language).open();
        fs::hard_link(folder.path().join(saved_plan), folder.path().join("link.ron")).unwrap();
        retitle(&mut app, language, "Changed");
        press(&mut app, Command::Close);
        last_button(&mut app, language, "command-save");
        let said = if language == Language::English { "another name of the file" } else { "硬链接" };
        assert!(matches!(app.state().asking(), Some(Ask::Notice(text)) if text.contains(said)));
        assert!(app.state().document().is_some(), "nobody leaves before it is read");
        last_button(&mut app, language, "window-understood");
        assert!(app.state().document().is_none() && app.state().asking().is_none(), "the start page is shown");
        assert_eq!(title_of(&folder.path().join(saved_plan)), "Changed");
    }
}

#[test]
fn a_plan_that_must_not_be_written_can_be_saved_elsewhere() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let (path, elsewhere) = (folder.path().join(saved_plan), folder.path().join("elsewhere.ron"));
        let dialogs = Answer::Picked(elsewhere.clone());
        let mut app = Start { dialogs, ..Start::with_plan(folder.path(), saved_plan, language) }.open();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        let before = fs::metadata(&path).unwrap().ino();
        retitle(&mut app, language, "Changed");
        press(&mut app, Command::Save);
        assert!(matches!(app.state().asking(), Some(Ask::NotSaved(_))), "{:?}", app.state().asking());
        last_button(&mut app, language, "command-save-as");
        app.run();
        assert_eq!((app.state().asking(), title_of(&elsewhere)), (None, "Changed".to_owned()));
        assert_eq!(fs::metadata(&path).unwrap().ino(), before);
    }
}

#[test]
fn a_pipe_is_refused_and_the_window_stays_awake() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.ron");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let app = Start { plan: Some(pipe), ..Start::empty(folder.path(), Language::English) }.open();
    assert!(matches!(app.state().asking(), Some(Ask::Trouble(text)) if text.contains("not a plan file")));

    // The plan itself turns into one while it is open.
    let mut app = Start::with_plan(folder.path(), "worked-case.ron", Language::English).open();
    let path = folder.path().join("worked-case.ron");
    fs::remove_file(&path).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
    retitle(&mut app, Language::English, "Changed");
    press(&mut app, Command::Save);
    assert!(matches!(app.state().asking(), Some(Ask::NotSaved(text)) if text.contains("not a plan file")));
}

#[test]
fn a_plan_without_a_title_is_called_as_its_first_file_and_that_can_be_undone() {
    for language in [Language::English, Language::Chinese] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("春季 Spring.ron");
        let mut start = Start::empty(folder.path(), language);
        start.dialogs = Answer::Picked(path.clone());
        let mut app = start.open();
        press(&mut app, Command::New);
        let blank = words(language).text("start-new-plan-title");
        assert_eq!(plan(&app).title, blank);
        press(&mut app, Command::Save);
        assert_eq!((plan(&app).title.as_str(), title_of(&path).as_str()), ("春季 Spring", "春季 Spring"));
        assert!(!app.state().document().unwrap().is_unsaved());
        press(&mut app, Command::Undo);
        assert_eq!(plan(&app).title, blank, "the name is a step of its own");
        press(&mut app, Command::Save);
        assert_eq!(title_of(&path), blank, "whoever takes it back means it");

        retitle(&mut app, language, "Our year");
        press(&mut app, Command::SaveAs);
        assert_eq!(title_of(&path), "Our year", "a title of its own stays");
    }
}

#[test]
fn a_plan_that_cannot_be_saved_keeps_its_title() {
    let folder = tempfile::tempdir().unwrap();
    let mut start = Start::empty(folder.path(), Language::English);
    start.dialogs = Answer::Picked(folder.path().join("no folder").join("Spring.ron"));
    let mut app = start.open();
    press(&mut app, Command::New);
    let before = plan(&app).title.clone();
    press(&mut app, Command::Save);
    assert!(app.state().asking().is_some());
    assert_eq!(plan(&app).title, before);
}

#[test]
fn save_as_proposes_the_name_of_the_plans_file() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let start = Start::with_plan(folder.path(), saved_plan, language);
        let mut app = Start { dialogs: Answer::Unavailable, ..start }.open();
        press(&mut app, Command::SaveAs);
        let Some(Ask::Path(chooser)) = app.state().asking() else { panic!("{:?}", app.state().asking()) };
        assert_eq!(chooser.path(), folder.path().join(saved_plan));
    }
}
