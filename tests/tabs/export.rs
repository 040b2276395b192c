//! Files that are made of a summary, beside the window.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::app::{App, Start, WORKED_CASES, words};
use crate::small_disk::SmallDisk;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::dialogs::Answer;
use ripple_planner::app::worker::Background;
use ripple_planner::file;
use ripple_planner::t;

/// The worked case with so many channels in a file of its own.
fn with_channels(folder: &tempfile::TempDir, saved: &str, count: usize) -> PathBuf {
    let path = folder.path().join("many.ron");
    let mut plan = file::open(saved_plan(saved)).unwrap();
    let channels = &mut Arc::make_mut(&mut plan.allocation).channels;
    let more = (0..count).map(|number| {
        let mut channel = channels[number % channels.len()].clone();
        channel.id = format!("channel-{number}").as_str().into();
        channel.name = format!("{} {number}", channel.name);
        channel
    });
    let more: Vec<_> = more.collect();
    channels.extend(more);
    file::create_new(&path, &plan).unwrap();
    path
}

fn saved_plan(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("saved_plans").join(name)
}

/// Shows a tab; frames follow on their own.
fn show(app: &mut App, tab: Tab) {
    let shortcut = Command::Show(tab).shortcuts()[0];
    app.key_press_modifiers(shortcut.modifiers, shortcut.logical_key);
    app.step();
    app.step();
}

#[test]
fn a_file_that_takes_long_is_made_beside_the_window_and_can_be_cancelled() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("summary.pdf");
        let start =
            Start { plan: Some(with_channels(&folder, saved, 60)), ..Start::with_plan(folder.path(), saved, language) };
        let dialogs = Answer::Picked(file.clone());
        let opened = Arc::clone(&start.opened);
        let mut app = Start { background: Background::Threads, dialogs, size: [1280.0, 1400.0], ..start }.open();
        show(&mut app, Tab::Summary);
        let until = |app: &mut App, is_so: &dyn Fn(&App) -> bool, what: &str| {
            let end = Instant::now() + Duration::from_mins(1);
            while !is_so(app) {
                assert!(Instant::now() < end, "{what} never came");
                app.step();
            }
        };
        let making = t!(words(language), "summary-making", kind = "PDF");
        let write = t!(words(language), "summary-write", kind = "PDF");
        app.get_by_role_and_label(Role::Button, &write).click();
        until(&mut app, &|app| app.query_by_label(&making).is_some(), "the word that it is being made");
        app.get_by_role_and_label(Role::Button, &words(language).text("common-cancel")).click();
        app.step();
        app.step();
        assert!(app.query_by_label(&making).is_none(), "{language:?}");
        for _ in 0..100 {
            app.step();
            std::thread::sleep(Duration::from_millis(5));
        }
        assert!(!file.exists(), "nobody wants it any more");
        // Made to its end it is asked for, whatever tab is shown by then.
        app.get_by_role_and_label(Role::Button, &write).click();
        app.step();
        show(&mut app, Tab::Team);
        until(&mut app, &|_| file.exists(), "the file");
        assert!(std::fs::read(&file).unwrap().starts_with(b"%PDF"));
        show(&mut app, Tab::Summary);
        let written = t!(words(language), "summary-written", path = file.display().to_string());
        until(&mut app, &|app| app.query_by_label(&written).is_some(), "the word where it lies");
        for key in ["summary-written-open", "summary-written-folder"] {
            app.get_by_role_and_label(Role::Button, &words(language).text(key)).click();
            app.step();
            app.step();
        }
        // Another program is asked beside the window.
        until(&mut app, &|_| opened.lock().unwrap().len() == 2, "both shown elsewhere");
        let mut shown = opened.lock().unwrap().clone();
        shown.sort();
        assert_eq!(shown, [folder.path().to_owned(), file.clone()]);
    }
}

/// Only who may mount a disk sees it happen; CI does.
#[test]
fn a_full_disk_is_said_and_the_old_file_stays() {
    for (language, saved) in WORKED_CASES {
        let Some(disk) = SmallDisk::new() else { return };
        let (folder, file) = (tempfile::tempdir().unwrap(), disk.folder().join("summary.pdf"));
        std::fs::write(&file, "the old one").unwrap();
        disk.fill();
        let files = || std::fs::read_dir(disk.folder()).unwrap().count();
        let before = files();
        let start = Start::with_plan(folder.path(), saved, language);
        let mut app = Start { dialogs: Answer::Picked(file.clone()), size: [1280.0, 1400.0], ..start }.open();
        show(&mut app, Tab::Summary);
        let write = t!(words(language), "summary-write", kind = "PDF");
        app.get_by_role_and_label(Role::Button, &write).click();
        app.run();
        let says = t!(words(language), "files-full", path = file.display().to_string());
        assert!(app.query_all_by_label_contains(&says).count() > 0, "{language:?}: {says}");
        assert_eq!(std::fs::read(&file).unwrap(), b"the old one");
        assert_eq!(files(), before, "nothing half is left");
    }
}

#[test]
fn nothing_is_said_to_have_nothing_to_say_before_the_pages_are_made() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let start = Start::with_plan(folder.path(), saved, language);
        let mut app = Start { background: Background::Threads, size: [1280.0, 1400.0], ..start }.open();
        let shortcut = Command::Show(Tab::Summary).shortcuts()[0];
        app.key_press_modifiers(shortcut.modifiers, shortcut.logical_key);
        app.step();
        let part = words(language).text("summary-part-goal");
        assert!(app.query_by_role_and_label(Role::CheckBox, &part).is_some(), "{language:?}");
        let nothing = words(language).text("summary-nothing-to-say");
        assert_eq!(app.query_all_by_label(&nothing).count(), 0, "{language:?}");
    }
}
