//! Unsaved work: kept while the window runs, offered by the next one, and nothing left behind otherwise.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use crate::app::{App, Start, WORKED_CASES, click, plan, press, type_into, words};
use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::document::Document;
use ripple_planner::app::window::Ask;
use ripple_planner::app::worker::Background;
use ripple_planner::file::recovery::{About, Slot};
use ripple_planner::file::{self, settings::Language};
use ripple_planner::plan::Plan;
use ripple_planner::t;

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

/// As a window leaves it that was killed.
fn leave_behind(folder: &Path, plan: &Plan, path: Option<&Path>) -> PathBuf {
    let base = path.map(|path| file::open_known(path).unwrap().1);
    let about = About { kept: jiff::Timestamp::now(), path: path.map(Path::to_owned), base };
    let mut slot = Slot::new(&state(folder));
    slot.keep(plan, &about).unwrap();
    let left = state(folder).join("unsaved/killed.ron");
    fs::copy(&kept(folder)[0], &left).unwrap();
    slot.forget().unwrap();
    left
}

fn titled(path: &Path, title: &str) -> Plan {
    Plan { title: title.to_owned(), ..file::open(path).unwrap() }
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
fn work_that_was_left_behind_is_recovered_from_the_start_page() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(saved_plan);
        drop(Start::with_plan(folder.path(), saved_plan, language));
        let before = file::open(&path).unwrap();
        let left = leave_behind(folder.path(), &titled(&path, "Of last night"), Some(&path));
        let mut app = open(Start::empty(folder.path(), language));
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        click(&mut app, Role::Button, &t!(words(language), "recovery-row-name", plan = name));
        assert!(matches!(app.state().asking(), Some(Ask::Recover(_))), "{:?}", app.state().asking());
        last_button(&mut app, language, "recovery-recover");
        assert_eq!(app.state().asking(), None);
        assert_eq!(plan(&app).title, "Of last night");
        let document = app.state().document().unwrap();
        assert_eq!((document.path(), document.is_unsaved()), (Some(path.as_path()), true));
        assert!(!left.exists(), "it is this window's now");
        assert_eq!(file::open(&kept(folder.path())[0]).unwrap().title, "Of last night");
        press(&mut app, Command::Undo);
        assert_eq!(*plan(&app), before, "one step back is what the file holds");
        press(&mut app, Command::Redo);
        press(&mut app, Command::Save);
        assert_eq!(file::open(&path).unwrap().title, "Of last night");
        assert_eq!(kept(folder.path()), Vec::<PathBuf>::new());
    }
}

#[test]
fn work_in_no_file_yet_is_recovered_and_counts_as_unsaved() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        drop(Start::with_plan(folder.path(), saved_plan, language));
        leave_behind(folder.path(), &titled(&folder.path().join(saved_plan), "Never saved"), None);
        let mut app = open(Start::empty(folder.path(), language));
        click(&mut app, Role::Button, &t!(words(language), "recovery-row-name", plan = "Never saved"));
        last_button(&mut app, language, "recovery-recover");
        let document = app.state().document().unwrap();
        assert_eq!((document.path(), document.is_unsaved()), (None, true));
        assert_eq!(kept(folder.path()).len(), 1, "kept by this window");
    }
}

#[test]
fn opening_the_very_file_asks_and_later_is_an_answer() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let start = Start::with_plan(folder.path(), saved_plan, language);
        let path = folder.path().join(saved_plan);
        let left = leave_behind(folder.path(), &titled(&path, "Of last night"), Some(&path));
        let mut app = open(start);
        assert!(matches!(app.state().asking(), Some(Ask::Recover(_))), "{:?}", app.state().asking());
        last_button(&mut app, language, "recovery-later");
        app.run();
        assert_eq!(app.state().asking(), None, "asked once");
        assert!(left.exists());
        assert!(!app.state().document().is_some_and(Document::is_unsaved));

        let mut app = open(Start { plan: Some(path.clone()), ..Start::empty(folder.path(), language) });
        last_button(&mut app, language, "recovery-discard");
        app.run();
        assert_eq!((app.state().asking(), left.exists()), (None, false));
        assert_ne!(plan(&app).title, "Of last night");

        leave_behind(folder.path(), &titled(&path, "Of last night"), Some(&path));
        let mut app = open(Start { plan: Some(path.clone()), ..Start::empty(folder.path(), language) });
        // What loses nothing has the focus, although the question stands there from the first frame on.
        app.key_press(Key::Enter);
        app.run();
        assert_eq!(plan(&app).title, "Of last night");
        press(&mut app, Command::Undo);
        assert_eq!(*plan(&app), file::open(&path).unwrap());
    }
}

#[test]
fn the_question_keeps_the_focus_while_what_differs_is_still_found_out() {
    let folder = tempfile::tempdir().unwrap();
    let start = Start::with_plan(folder.path(), "worked-case.ron", Language::English);
    let path = folder.path().join("worked-case.ron");
    leave_behind(folder.path(), &titled(&path, "Of last night"), Some(&path));
    let mut app = open(Start { background: Background::Threads, ..start });
    for _ in 0..1_000 {
        app.step();
        if app.query_by_label("One thing differs").is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    assert!(app.query_by_label("One thing differs").is_some());
    app.key_press(Key::Enter);
    app.step();
    app.step();
    assert_eq!(plan(&app).title, "Of last night");
}

#[test]
fn what_another_window_left_meanwhile_is_offered_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(Start::with_plan(folder.path(), "worked-case.ron", Language::English));
    let path = folder.path().join("worked-case.ron");
    leave_behind(folder.path(), &titled(&path, "Of the other window"), None);
    press(&mut app, Command::Close);
    app.run();
    assert!(app.query_by_role_and_label(Role::Button, "Recover Of the other window…").is_some());
}

#[test]
fn work_whose_file_is_gone_keeps_its_path() {
    let folder = tempfile::tempdir().unwrap();
    drop(Start::with_plan(folder.path(), "worked-case.ron", Language::English));
    let path = folder.path().join("worked-case.ron");
    leave_behind(folder.path(), &titled(&path, "Of last night"), Some(&path));
    fs::remove_file(&path).unwrap();
    let mut app = open(Start::empty(folder.path(), Language::English));
    click(&mut app, Role::Button, "Recover worked-case…");
    last_button(&mut app, Language::English, "recovery-recover");
    assert_eq!(app.state().document().unwrap().path(), Some(path.as_path()));
    press(&mut app, Command::Save);
    assert_eq!(file::open(&path).unwrap().title, "Of last night");
}

#[test]
fn a_cut_file_is_said_and_stays() {
    for language in [Language::English, Language::Chinese] {
        let folder = tempfile::tempdir().unwrap();
        let unsaved = state(folder.path()).join("unsaved");
        fs::create_dir_all(&unsaved).unwrap();
        let cut = unsaved.join("cut.ron");
        fs::write(&cut, "Plan(\n  format: 1,\n  title: \"Cu").unwrap();
        let app = open(Start::empty(folder.path(), language));
        let said = if language == Language::English { "Kept work that cannot be read" } else { "无法读取" };
        assert!(app.query_all_by_label_contains(said).next().is_some());
        assert!(cut.exists());
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

/// Work on a file that this program has saved again since: titled, as begun, and what the file holds now.
fn changed_since(folder: &Path, saved_plan: &str, title: &str) -> (PathBuf, Plan, Plan) {
    drop(Start::with_plan(folder, saved_plan, Language::English));
    let path = folder.join(saved_plan);
    let mine = titled(&path, title);
    leave_behind(folder, &mine, Some(&path));
    let theirs = Plan { company: "Theirs Ltd".to_owned(), note: "Theirs".to_owned(), ..file::open(&path).unwrap() };
    file::save_keeping(&path, &theirs, file::Over::Anything, Some(&state(folder))).unwrap();
    (path, mine, theirs)
}

#[test]
fn work_is_merged_with_what_its_file_holds_by_now() {
    for (language, saved_plan) in WORKED_CASES {
        for opens in [false, true] {
            let folder = tempfile::tempdir().unwrap();
            let (path, mine, theirs) = changed_since(folder.path(), saved_plan, "Of last night");
            let start = Start::empty(folder.path(), language);
            let mut app = open(Start { plan: opens.then(|| path.clone()), ..start });
            if !opens {
                let name = path.file_stem().unwrap().to_string_lossy().into_owned();
                click(&mut app, Role::Button, &t!(words(language), "recovery-row-name", plan = name));
            }
            assert!(app.query_by_label(&words(language).text("recovery-file-changed-merge")).is_some());
            // What loses nothing has the focus.
            app.key_press(Key::Enter);
            app.run();
            let both = Plan { title: mine.title.clone(), ..theirs.clone() };
            assert_eq!((app.state().asking(), plan(&app)), (None, &both), "{opens}");
            assert_eq!(kept(folder.path()).len(), 1, "it is this window's now");
            press(&mut app, Command::Undo);
            assert_eq!(*plan(&app), theirs, "one step back is what the file holds");
            press(&mut app, Command::Redo);
            press(&mut app, Command::Save);
            assert_eq!((app.state().asking(), file::open(&path).unwrap()), (None, both));
            assert_eq!(kept(folder.path()), Vec::<PathBuf>::new());
        }
    }
}

#[test]
fn where_work_and_file_clash_each_is_chosen_and_putting_it_off_loses_nothing() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let (path, mut mine, theirs) = changed_since(folder.path(), saved_plan, "Of last night");
        mine.company = "Mine Ltd".to_owned();
        for left in kept(folder.path()) {
            let text = fs::read_to_string(&left).unwrap();
            let about = text.lines().next().unwrap();
            fs::write(&left, format!("{about}\n{}", file::write_text(&mine).unwrap())).unwrap();
        }
        let mut app = open(Start { plan: Some(path), ..Start::empty(folder.path(), language) });
        last_button(&mut app, language, "window-merge");
        assert!(matches!(app.state().asking(), Some(Ask::Clashes(clashes)) if clashes.rows.len() == 1));
        assert!(app.query_by_label(&words(language).text("recovery-work")).is_some(), "whose is whose");
        last_button(&mut app, language, "window-later");
        app.run();
        assert!(matches!(app.state().asking(), Some(Ask::Recover(_))));
        assert_eq!((plan(&app), kept(folder.path()).len()), (&theirs, 1));

        last_button(&mut app, language, "window-merge");
        last_button(&mut app, language, "recovery-all-work");
        last_button(&mut app, language, "window-merge");
        let both = Plan { title: mine.title.clone(), company: mine.company.clone(), ..theirs };
        assert_eq!((app.state().asking(), plan(&app)), (None, &both));
    }
}

#[test]
fn nothing_is_merged_where_it_is_not_known_what_both_come_from() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let (path, ..) = changed_since(folder.path(), saved_plan, "Of last night");
        fs::remove_dir_all(state(folder.path()).join("versions")).unwrap();
        let app = open(Start { plan: Some(path), ..Start::empty(folder.path(), language) });
        assert!(app.query_by_label(&words(language).text("recovery-file-changed")).is_some());
        assert!(app.query_by_role_and_label(Role::Button, &words(language).text("window-merge")).is_none());
    }
}
