//! Opening, comparing and recovering beside the window: a disk that takes its time or never answers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::fs;
use std::path::Path;

use crate::app::{App, Start, WORKED_CASES, click, plan, press, type_into, words};
use crate::slow_disk::Slow;
use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::dialogs::Answer;
use ripple_planner::app::document::Document;
use ripple_planner::app::window::Ask;
use ripple_planner::file::recovery::{About, Slot};
use ripple_planner::file::settings::{Language, Recent, Theme};
use ripple_planner::file::{self, Settings};
use ripple_planner::t;

/// The start page; every dialog picks the plan on the slow disk.
fn on_start_page(case: (Language, &str)) -> Slow {
    let slow =
        Slow::new(case, |_, start| Start { dialogs: Answer::Picked(start.plan.clone().unwrap()), plan: None, ..start });
    slow.slow_down();
    slow
}

/// Another plan is open, on a fast disk; every dialog picks the plan on the slow one.
fn with_another(case: (Language, &str)) -> Slow {
    let slow = Slow::new(case, |folder, start| {
        let dialogs = Answer::Picked(start.plan.clone().unwrap());
        Start { dialogs, ..Start { plan: Start::with_plan(folder, "blank.ron", case.0).plan, ..start } }
    });
    slow.slow_down();
    slow
}

/// Asks for the plan on the slow disk, and comes back in the frame in which reading it has begun; that frame runs this command.
fn begin_to_open(slow: &mut Slow, meanwhile: Option<Command>) {
    slow.press_once(Command::Open);
    match meanwhile {
        Some(command) => slow.press_once(command),
        None => slow.app.step(),
    }
    assert!(meanwhile.is_some() || slow.app.state().is_reading());
    slow.until_the_disk_is_asked();
}

fn until_told(slow: &mut Slow) {
    slow.until("told", |app| matches!(app.state().asking(), Some(Ask::Reading(_))));
    let words = words(slow.language);
    slow.app.get_by_label(&words.text("window-opening"));
    let path = slow.path.display().to_string();
    slow.app.get_by_label(&t!(words, "window-opening-text", path = path));
}

fn path(app: &App) -> Option<&Path> {
    app.state().document().and_then(Document::path)
}

#[test]
fn the_window_lives_while_a_disk_takes_its_time_and_shows_the_plan_when_it_has_come() {
    for case in WORKED_CASES {
        let mut slow = on_start_page(case);
        begin_to_open(&mut slow, None);
        until_told(&mut slow);
        assert!(slow.app.state().document().is_none());
        slow.let_go();
        slow.until("opened", |app| app.state().document().is_some());
        assert_eq!((path(&slow.app), slow.app.state().asking()), (Some(&*slow.path), None));
        assert_eq!(slow.app.state().settings().recent[0].path, slow.path);
    }
}

#[test]
fn who_does_not_wait_goes_on_where_they_were() {
    for case in WORKED_CASES {
        let mut slow = with_another(case);
        let before = path(&slow.app).map(Path::to_owned);
        begin_to_open(&mut slow, None);
        until_told(&mut slow);
        slow.click_last("window-do-not-wait");
        assert_eq!(slow.app.state().asking(), None);
        slow.retitle("Worked on");
        slow.let_go();
        slow.rest();
        assert_eq!((path(&slow.app), slow.app.state().asking()), (before.as_deref(), None));
        assert_eq!(plan(&slow.app).title, "Worked on");
    }
}

#[test]
fn the_newest_wish_counts() {
    for meanwhile in [Command::New, Command::Close, Command::Open] {
        let mut slow = with_another(WORKED_CASES[0]);
        begin_to_open(&mut slow, Some(meanwhile));
        slow.let_go();
        if meanwhile == Command::Open {
            // Asked twice, opened once.
            slow.until_the_disk_is_asked();
            slow.let_go();
            slow.until("opened", |app| path(app).is_some_and(|path| path.parent().unwrap().ends_with("slow")));
        }
        slow.rest();
        let expected = (meanwhile == Command::Open).then_some(&*slow.path);
        assert_eq!((path(&slow.app), slow.app.state().asking()), (expected, None), "{meanwhile:?}");
        assert_eq!(slow.app.state().document().is_some(), meanwhile != Command::Close, "{meanwhile:?}");
        assert!(!slow.app.state().is_reading());
    }
}

#[test]
fn what_was_changed_meanwhile_is_asked_about() {
    for case in WORKED_CASES {
        for (answer, title) in
            [("common-cancel", "Changed"), ("window-discard", "IM cloud 2026"), ("command-save", "IM cloud 2026")]
        {
            let mut slow = with_another(case);
            let other = path(&slow.app).unwrap().to_owned();
            slow.retitle("Changed");
            press(&mut slow.app, Command::Undo);
            begin_to_open(&mut slow, Some(Command::Redo));
            slow.let_go();
            slow.until("asked", |app| matches!(app.state().asking(), Some(Ask::Unsaved(_))));
            assert_eq!((plan(&slow.app).title.as_str(), path(&slow.app)), ("Changed", Some(&*other)));
            slow.click_last(answer);
            if answer != "common-cancel" {
                slow.until_the_disk_is_asked();
                assert_eq!(path(&slow.app), Some(&*other), "the plan stays until the other one is there");
                slow.let_go();
                slow.until("opened", |app| path(app).is_some_and(|path| path.parent().unwrap().ends_with("slow")));
            }
            slow.rest();
            let expected =
                if answer == "common-cancel" { title.to_owned() } else { file::open(&slow.path).unwrap().title };
            assert_eq!((plan(&slow.app).title.as_str(), slow.app.state().asking()), (&*expected, None));
            assert_eq!(file::open(&other).unwrap().title == "Changed", answer == "command-save", "{answer}");
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_takes_nothing_away() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let broken = folder.path().join("broken.ron");
        fs::write(&broken, "Plan(").unwrap();
        let start = Start::with_plan(folder.path(), saved_plan, language);
        let mut app = Start { dialogs: Answer::Picked(broken), ..start }.open();
        press(&mut app, Command::Show(Tab::Settings));
        type_into(&mut app, Role::TextInput, &words(language).text("settings-title"), "Changed");
        press(&mut app, Command::Open);
        let discard = words(language).text("window-discard");
        app.get_all_by_role_and_label(Role::Button, &discard).last().unwrap().click();
        app.run();
        assert!(matches!(app.state().asking(), Some(Ask::Trouble(_))), "{:?}", app.state().asking());
        assert_eq!(plan(&app).title, "Changed");
        assert!(app.state().document().unwrap().is_unsaved());
    }
    let mut slow = on_start_page(WORKED_CASES[0]);
    fs::remove_file(&slow.path).unwrap();
    begin_to_open(&mut slow, None);
    until_told(&mut slow);
    slow.let_go();
    slow.until("refused", |app| matches!(app.state().asking(), Some(Ask::Trouble(_))));
}

#[test]
fn another_file_is_compared_as_soon_as_it_is_read() {
    for case in WORKED_CASES {
        let mut slow = with_another(case);
        let title = t!(words(case.0), "window-plan-menu", title = plan(&slow.app).title.clone());
        click(&mut slow.app, Role::Button, &title);
        click(&mut slow.app, Role::MenuItem, &Command::Compare.label(words(case.0)));
        slow.until_the_disk_is_asked();
        until_told(&mut slow);
        slow.let_go();
        slow.until("compared", |app| matches!(app.state().asking(), Some(Ask::Compare(_))));
    }
}

#[test]
fn work_left_behind_waits_for_its_file_and_stays_for_who_does_not() {
    for case in WORKED_CASES {
        let mut slow = Slow::new(case, |folder, start| {
            let (state, path) = (folder.join("state"), start.plan.clone().unwrap());
            let (plan, known) = file::open_known(&path).unwrap();
            let about = About { kept: jiff::Timestamp::now(), path: Some(path), base: Some(known) };
            let mut slot = Slot::new(&state);
            slot.keep(&ripple_planner::plan::Plan { title: "Of last night".to_owned(), ..plan }, &about).unwrap();
            let kept = fs::read_dir(state.join("unsaved")).unwrap().map(|entry| entry.unwrap().path());
            let kept: Vec<_> = kept.filter(|path| path.extension().is_some_and(|found| found == "ron")).collect();
            fs::copy(&kept[0], kept[0].with_file_name("killed.ron")).unwrap();
            slot.forget().unwrap();
            Start { plan: None, state_folder: Some(state), ..start }
        });
        let name = slow.path.file_stem().unwrap().to_string_lossy().into_owned();
        let offered = t!(words(case.0), "recovery-row-name", plan = name);
        let recover = |slow: &mut Slow| {
            slow.until("offered", |app| app.query_by_role_and_label(Role::Button, &offered).is_some());
            click(&mut slow.app, Role::Button, &offered);
            slow.click_last("recovery-recover");
            slow.until_the_disk_is_asked();
            until_told(slow);
        };
        slow.slow_down();
        recover(&mut slow);
        slow.click_last("window-do-not-wait");
        assert!(slow.app.state().document().is_none());
        slow.let_go();
        recover(&mut slow);
        slow.let_go();
        slow.until("recovered", |app| app.state().document().is_some());
        assert_eq!((plan(&slow.app).title.as_str(), path(&slow.app)), ("Of last night", Some(&*slow.path)));
        press(&mut slow.app, Command::Undo);
        assert_eq!(*plan(&slow.app), file::open(&slow.path).unwrap(), "one step back is what the file holds");
    }
}

#[test]
fn the_programs_own_dialog_lives_while_a_folder_does_not_answer() {
    for case in WORKED_CASES {
        let mut slow = Slow::new(case, |_, start| Start { dialogs: Answer::Unavailable, plan: None, ..start });
        slow.slow_down();
        slow.press_once(Command::Open);
        slow.until("shown", |app| matches!(app.state().asking(), Some(Ask::Path(_))));
        let (field, path) = (words(case.0).text("window-path"), slow.path.clone());
        type_into(&mut slow.app, Role::TextInput, &field, &path.display().to_string());
        slow.until_the_disk_is_asked();
        slow.app.key_press(Key::Enter);
        let looking = words(case.0).text("window-folder-looking");
        slow.until("looking", |app| app.query_by_label(&looking).is_some());
        let Some(Ask::Path(chooser)) = slow.app.state().asking() else { panic!("{:?}", slow.app.state().asking()) };
        assert_eq!((chooser.path(), chooser.taken), (path, true));
        // Where the path leads, what lies beside it, the plan.
        (0..3).for_each(|_| slow.let_go());
        slow.until("opened", |app| app.state().document().is_some());
        assert_eq!(slow.app.state().asking(), None);
    }
}

#[test]
fn settings_are_written_beside_the_window_and_the_newest_win() {
    let mut slow =
        Slow::new(WORKED_CASES[0], |_, start| Start { folder: start.folder.join("slow"), plan: None, ..start });
    slow.slow_down();
    for _ in 0..3 {
        press(&mut slow.app, Command::SwitchTheme);
    }
    slow.until_the_disk_is_asked();
    let shown = slow.app.state().settings().theme;
    let file = slow.path.with_file_name("settings.ron");
    assert_eq!(Settings::load(&file).settings.theme, Theme::Light, "nothing is written yet");
    assert_eq!(shown, Theme::Dark);
    press(&mut slow.app, Command::SwitchLanguage);
    (0..2).for_each(|_| slow.let_go());
    slow.until("written", |_| Settings::load(&file).settings.language == Language::Chinese);
    assert_eq!(Settings::load(&file).settings.theme, shown);
    assert_eq!(Settings::load(&file).settings.recent, Vec::<Recent>::new());
}
