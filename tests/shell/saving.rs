//! Saving beside the window: a disk that takes its time or never answers, and one that refuses.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::{Start, WORKED_CASES, plan, press, type_into, words};
use crate::slow_disk::Slow;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::dialogs::Answer;
use ripple_planner::app::files::Files;
use ripple_planner::app::window::Ask;
use ripple_planner::file::error::Doing;
use ripple_planner::file::settings::Language;
use ripple_planner::file::{self, FileError, Over, Saved};
use ripple_planner::plan::Plan;

/// What only saving asks of a slow disk.
trait Saving {
    fn begin_to_save(&mut self);
    fn until_saved(&mut self);
    fn until_asked_whether_to_wait(&mut self);
    fn is_unsaved(&self) -> bool;
}

impl Saving for Slow {
    /// Saves, and comes back while the disk has not answered.
    fn begin_to_save(&mut self) {
        press(&mut self.app, Command::Save);
        self.until_the_disk_is_asked();
        self.app.get_by_label(&words(self.language).text("window-saving"));
    }

    fn until_saved(&mut self) {
        let saving = words(self.language).text("window-saving");
        self.until("saved", |app| app.query_by_label(&saving).is_none());
    }

    fn until_asked_whether_to_wait(&mut self) {
        self.until("asked", |app| matches!(app.state().asking(), Some(Ask::Writing { is_plan: true, .. })));
    }

    fn is_unsaved(&self) -> bool {
        self.app.state().document().unwrap().is_unsaved()
    }
}

fn title_of(path: &Path) -> String {
    file::open(path).unwrap().title
}

#[test]
fn the_plan_is_edited_on_while_the_disk_takes_its_time() {
    for case in WORKED_CASES {
        let mut slow = Slow::saving(case, |_| Answer::Cancelled);
        slow.retitle("First");
        slow.begin_to_save();
        slow.retitle("Second");
        slow.let_go();
        slow.until_saved();
        assert_eq!((title_of(&slow.path).as_str(), slow.is_unsaved()), ("First", true), "as it was when it was saved");
        slow.begin_to_save();
        slow.let_go();
        slow.until_saved();
        assert_eq!((title_of(&slow.path).as_str(), slow.is_unsaved()), ("Second", false));
        assert_eq!(slow.app.state().asking(), None, "our own file was not changed by others");
    }
}

#[test]
fn what_is_saved_again_meanwhile_is_saved_afterwards() {
    let mut slow = Slow::saving(WORKED_CASES[0], |_| Answer::Cancelled);
    slow.retitle("First");
    slow.begin_to_save();
    slow.retitle("Second");
    press(&mut slow.app, Command::Save);
    slow.let_go();
    slow.let_go();
    slow.until("both", |app| !app.state().document().unwrap().is_unsaved());
    assert_eq!(title_of(&slow.path), "Second");
}

#[test]
fn leaving_waits_for_the_disk_and_asks_after_a_moment() {
    for case in WORKED_CASES {
        let mut slow = Slow::saving(case, |_| Answer::Cancelled);
        slow.retitle("First");
        slow.begin_to_save();
        press(&mut slow.app, Command::Close);
        slow.until_asked_whether_to_wait();
        slow.click_last("common-cancel");
        assert_eq!(slow.app.state().asking(), None);
        assert_eq!(plan(&slow.app).title, "First", "the plan stays");

        press(&mut slow.app, Command::Close);
        slow.until_asked_whether_to_wait();
        slow.let_go();
        slow.until("closed", |app| app.state().document().is_none());
        assert_eq!((title_of(&slow.path).as_str(), slow.app.state().asking()), ("First", None));
    }
}

#[test]
fn leaving_does_not_lose_what_was_changed_while_the_disk_took_its_time() {
    let mut slow = Slow::saving(WORKED_CASES[0], |_| Answer::Cancelled);
    slow.retitle("First");
    press(&mut slow.app, Command::Close);
    slow.click_last("command-save");
    slow.until_the_disk_is_asked();
    slow.until_asked_whether_to_wait();
    slow.click_last("common-cancel");
    slow.retitle("Second");
    press(&mut slow.app, Command::Close);
    slow.let_go();
    slow.until("asked", |app| matches!(app.state().asking(), Some(Ask::Unsaved(_))));
    assert_eq!((title_of(&slow.path).as_str(), plan(&slow.app).title.as_str()), ("First", "Second"));
}

#[test]
fn a_disk_that_never_answers_keeps_nobody() {
    for case in WORKED_CASES {
        let mut slow = Slow::saving(case, |_| Answer::Cancelled);
        let before = title_of(&slow.path);
        slow.retitle("First");
        slow.begin_to_save();
        press(&mut slow.app, Command::Close);
        slow.until_asked_whether_to_wait();
        slow.click_last("window-do-not-wait");
        assert!(slow.app.state().document().is_none() && slow.app.state().asking().is_none());
        assert_eq!(title_of(&slow.path), before);
    }
}

#[test]
fn a_plan_is_saved_elsewhere_while_its_disk_does_not_answer() {
    for case in WORKED_CASES {
        let mut slow = Slow::saving(case, |folder| Answer::Picked(folder.join("elsewhere.ron")));
        let elsewhere = slow.folder.path().join("elsewhere.ron");
        slow.retitle("First");
        slow.begin_to_save();
        press(&mut slow.app, Command::Close);
        slow.until_asked_whether_to_wait();
        slow.click_last("command-save-as");
        slow.until("closed", |app| app.state().document().is_none());
        assert_eq!(title_of(&elsewhere), "First");

        // When its disk answers at last, the plan is the one that was saved elsewhere.
        let mut slow = Slow::saving(case, |folder| Answer::Picked(folder.join("elsewhere.ron")));
        let elsewhere = slow.folder.path().join("elsewhere.ron");
        slow.retitle("First");
        slow.begin_to_save();
        slow.retitle("Second");
        press(&mut slow.app, Command::SaveAs);
        slow.until_saved();
        slow.let_go();
        let path = slow.path.clone();
        slow.until("late", move |_| title_of(&path) == "First");
        let document = slow.app.state().document().unwrap();
        assert_eq!((document.path(), document.is_unsaved()), (Some(elsewhere.as_path()), false));
        assert_eq!((title_of(&elsewhere).as_str(), slow.app.state().asking()), ("Second", None));
    }
}

/// A disk that refuses in the folder of the plan.
#[derive(Debug)]
struct Refusing {
    folder: PathBuf,
    error: Result<io::ErrorKind, i32>,
}

impl Files for Refusing {
    fn save(&self, path: &Path, plan: &Plan, over: Over, keep: Option<&Path>) -> Result<Saved, FileError> {
        if path.parent() == Some(&self.folder) {
            let error = self.error.map_or_else(io::Error::from_raw_os_error, io::Error::from);
            return Err(FileError::System { doing: Doing::Saving, path: path.to_owned(), error });
        }
        file::save_keeping(path, plan, over, keep)
    }
}

#[test]
fn whatever_a_disk_refuses_the_work_stays_and_is_saved_elsewhere() {
    for case in WORKED_CASES {
        for error in [
            Ok(io::ErrorKind::StorageFull),
            Ok(io::ErrorKind::PermissionDenied),
            Ok(io::ErrorKind::ReadOnlyFilesystem),
            Ok(io::ErrorKind::NotFound),
            Ok(io::ErrorKind::InvalidFilename),
            Err(5),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let place = folder.path().join("place");
            std::fs::create_dir(&place).unwrap();
            let start = Start::with_plan(&place, case.1, case.0);
            let elsewhere = folder.path().join("elsewhere.ron");
            let disk = Arc::new(Refusing { folder: place.clone(), error });
            let mut app = Start { files: disk, dialogs: Answer::Picked(elsewhere.clone()), ..start }.open();
            press(&mut app, Command::Show(Tab::Settings));
            type_into(&mut app, Role::TextInput, &words(case.0).text("settings-title"), "Changed");
            press(&mut app, Command::Save);
            let Some(Ask::NotSaved(why)) = app.state().asking() else { panic!("{:?}", app.state().asking()) };
            let (not_saved, elsewhere_word) = if case.0 == Language::English {
                ("not saved: ", "elsewhere")
            } else {
                ("未保存：", "存到别处")
            };
            assert!(why.contains(not_saved) && why.contains(elsewhere_word), "{error:?}: {why}");
            assert!(app.state().document().unwrap().is_unsaved() && plan(&app).title == "Changed");
            app.get_all_by_role_and_label(Role::Button, &words(case.0).text("command-save-as")).last().unwrap().click();
            app.run();
            assert_eq!((app.state().asking(), title_of(&elsewhere)), (None, "Changed".to_owned()));
            let document = app.state().document().unwrap();
            assert_eq!((document.path(), document.is_unsaved()), (Some(elsewhere.as_path()), false));
        }
    }
}

/// A disk that takes everything and confirms nothing.
#[derive(Debug)]
struct Unconfirmed;

impl Files for Unconfirmed {
    fn save(&self, path: &Path, plan: &Plan, over: Over, keep: Option<&Path>) -> Result<Saved, FileError> {
        Ok(Saved { durable: false, ..file::save_keeping(path, plan, over, keep)? })
    }
}

#[test]
fn what_the_disk_has_not_confirmed_is_said() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let start = Start::with_plan(folder.path(), saved_plan, language);
        let mut app = Start { files: Arc::new(Unconfirmed), ..start }.open();
        press(&mut app, Command::Show(Tab::Settings));
        type_into(&mut app, Role::TextInput, &words(language).text("settings-title"), "Changed");
        press(&mut app, Command::Save);
        let said = words(language).text("window-not-durable");
        assert!(matches!(app.state().asking(), Some(Ask::Notice(why)) if *why == said), "{:?}", app.state().asking());
        assert_eq!(title_of(&folder.path().join(saved_plan)), "Changed");
    }
}
