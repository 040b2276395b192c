//! Merging by a click, beside the window: plans that take their time, and somebody who goes on working meanwhile.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::fs;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::app::{App, Start, WORKED_CASES, plan, press, type_into, words};
use crate::slow_disk::until;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::merger::{Merger, Sides};
use ripple_planner::app::window::Ask;
use ripple_planner::app::worker::Background;
use ripple_planner::file::{self, settings::Language};
use ripple_planner::plan::{Money, Plan};

/// A window on a plan that was changed here, title "Mine", and in its file; merging waits until it is let.
struct Slow {
    app: App,
    language: Language,
    theirs: Plan,
    begun: Receiver<Sides>,
    lets: Sender<()>,
    _folder: tempfile::TempDir,
}

impl Slow {
    fn new((language, saved_plan): (Language, &str), change: fn(&mut Plan)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ((tell, begun), (lets, is_let)) = (channel(), channel::<()>());
        let gate = Mutex::new((tell, is_let));
        let merger = Merger::new(move |sides| {
            let gate = gate.lock().unwrap();
            // A test that has ended lets everything.
            let _ = gate.0.send(sides.clone());
            let _ = gate.1.recv();
            sides.merged()
        });
        let start = Start::with_plan(folder.path(), saved_plan, language);
        let path = folder.path().join(saved_plan);
        let mut app = Start { background: Background::Threads, merger, ..start }.open();
        press(&mut app, Command::Show(Tab::Settings));
        type_into(&mut app, Role::TextInput, &words(language).text("settings-title"), "Mine");
        let mut theirs = file::open(&path).unwrap();
        change(&mut theirs);
        file::save(&path, &theirs).unwrap();
        let mut slow = Self { app, language, theirs, begun, lets, _folder: folder };
        slow.until(
            "asked",
            |app| matches!(app.state().asking(), Some(Ask::ChangedOutside(both)) if both.theirs.is_some()),
        );
        slow
    }

    fn until(&mut self, what: &str, holds: impl Fn(&App) -> bool) {
        until(&mut self.app, what, holds);
    }

    /// Presses "Merge"; comes back when merging has begun, with what goes in.
    fn begin(&mut self) -> Sides {
        self.click("window-merge");
        self.begun.recv_timeout(Duration::from_mins(1)).unwrap()
    }

    /// Clicks a button of the question; no more frames than that takes.
    fn click(&mut self, key: &str) {
        let label = words(self.language).text(key);
        self.app.get_all_by_role_and_label(Role::Button, &label).last().unwrap().click();
        self.app.step();
        self.app.step();
    }

    fn until_told(&mut self) {
        self.until("told", |app| app.state().asking() == Some(&Ask::Merging));
        self.app.get_by_label(&words(self.language).text("window-merging"));
    }
}

fn spend(plan: &mut Plan) {
    Arc::make_mut(&mut plan.allocation).channels[0].spend = Money::from_minor(30_600_000).unwrap();
}

#[test]
fn the_window_lives_while_large_plans_are_merged() {
    for case in WORKED_CASES {
        let mut slow = Slow::new(case, spend);
        slow.begin();
        assert_eq!(plan(&slow.app).title, "Mine", "nothing is merged yet");
        slow.until_told();
        slow.lets.send(()).unwrap();
        let both = Plan { title: "Mine".to_owned(), ..slow.theirs.clone() };
        slow.until("merged", |app| *plan(app) == both);
        assert_eq!(slow.app.state().asking(), None);
    }
}

#[test]
fn who_does_not_wait_has_everything_as_it_was() {
    for case in WORKED_CASES {
        let mut slow = Slow::new(case, spend);
        let mine = plan(&slow.app).clone();
        slow.begin();
        slow.until_told();
        slow.click("window-do-not-wait");
        slow.lets.send(()).unwrap();
        for _ in 0..20 {
            slow.app.step();
            std::thread::sleep(Duration::from_millis(5));
        }
        assert!(slow.app.state().asking().is_none() && plan(&slow.app).same_as(&mine));
        slow.app.get_by_label(&words(case.0).text("window-outside-theirs"));
    }
}

#[test]
fn what_was_changed_meanwhile_goes_in_too() {
    let mut slow = Slow::new(WORKED_CASES[0], spend);
    assert_eq!(slow.begin().ours.title, "Mine");
    // Taken back in the frame after the click, before anything is said.
    let undo = Command::Undo.shortcuts()[0];
    slow.app.key_press_modifiers(undo.modifiers, undo.logical_key);
    slow.app.step();
    let before = plan(&slow.app).clone();
    if before.title == "Mine" {
        // On a busy machine a moment had passed, and nothing can be typed any more.
        assert_eq!(slow.app.state().asking(), Some(&Ask::Merging));
        return;
    }
    slow.lets.send(()).unwrap();
    slow.until("anew", |_| true);
    let again = loop {
        slow.app.step();
        if let Ok(again) = slow.begun.recv_timeout(Duration::from_millis(5)) {
            break again;
        }
    };
    assert_eq!(again.ours.title, before.title);
    slow.lets.send(()).unwrap();
    let theirs = slow.theirs.clone();
    slow.until("merged", |app| *plan(app) == theirs);
}

#[test]
fn what_clashes_is_settled_beside_the_window_too() {
    for case in WORKED_CASES {
        let mut slow = Slow::new(case, |plan| plan.title = "Theirs".to_owned());
        slow.begin();
        slow.lets.send(()).unwrap();
        slow.until("clash", |app| matches!(app.state().asking(), Some(Ask::Clashes(_))));
        slow.click("window-all-theirs");
        assert_eq!(slow.begin().chosen.len(), 1);
        assert_eq!(plan(&slow.app).title, "Mine");
        slow.until_told();
        slow.lets.send(()).unwrap();
        slow.until("settled", |app| plan(app).title == "Theirs");
        assert_eq!(slow.app.state().asking(), None);
    }
}

#[test]
fn a_mistake_in_merging_costs_nothing() {
    for (language, saved_plan) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let merger = Merger::new(|_| panic!("a mistake"));
        let start = Start::with_plan(folder.path(), saved_plan, language);
        let mut app = Start { merger, ..start }.open();
        press(&mut app, Command::Show(Tab::Settings));
        type_into(&mut app, Role::TextInput, &words(language).text("settings-title"), "Mine");
        let path = folder.path().join(saved_plan);
        let text = fs::read_to_string(&path).unwrap().replacen("title: \"", "title: \"Theirs ", 1);
        fs::write(&path, &text).unwrap();
        app.run_steps(12);
        app.get_all_by_role_and_label(Role::Button, &words(language).text("window-merge")).last().unwrap().click();
        app.run();
        let said = words(language).text("window-merging-broke-down");
        assert!(matches!(app.state().asking(), Some(Ask::Trouble(why)) if *why == said), "{:?}", app.state().asking());
        assert_eq!((plan(&app).title.as_str(), fs::read_to_string(&path).unwrap()), ("Mine", text));
    }
}
