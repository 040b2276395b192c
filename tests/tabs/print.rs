//! Printing from the Summary tab, driven as a person would, in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::app::{App, Printers, Start, WORKED_CASES, click, press, type_into, words};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use ripple_planner::app::command::{Command, Tab};
use ripple_planner::app::worker::Background;
use ripple_planner::file::settings::Language;
use ripple_planner::printing::{Job, Printer, State, Trouble};
use ripple_planner::report::pages::Paper;

fn printer(name: &str, description: &str, is_default: bool) -> Printer {
    Printer { name: name.to_owned(), description: description.to_owned(), is_default }
}

fn two_printers() -> Arc<Printers> {
    let printers = Printers::default();
    let both = vec![printer("hall", "Hall", false), printer("office", "Office, second floor", true)];
    *printers.found.lock().unwrap() = Some(Ok(both));
    Arc::new(printers)
}

fn open(folder: &tempfile::TempDir, case: (Language, &str), printers: &Arc<Printers>, background: Background) -> App {
    let start = Start::with_plan(folder.path(), case.1, case.0);
    let mut app = Start { printers: Arc::clone(printers), background, size: [1366.0, 1_600.0], ..start }.open();
    press(&mut app, Command::Show(Tab::Summary));
    app
}

fn job(id: &str) -> Job {
    Job { printer: id.split('-').next().unwrap().to_owned(), id: id.to_owned() }
}

/// Frames until a label is there.
fn wait_for(app: &mut App, label: &str) {
    let end = Instant::now() + Duration::from_mins(1);
    while app.query_by_label(label).is_none() {
        assert!(Instant::now() < end, "\"{label}\" never came");
        app.step();
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn what_is_chosen_is_what_is_printed() {
    for (language, plan) in WORKED_CASES {
        let (folder, printers, words) = (tempfile::tempdir().unwrap(), two_printers(), words(language));
        let mut app = open(&folder, (language, plan), &printers, Background::AtOnce);
        let print = words.text("summary-print-now");
        click(&mut app, Role::Button, &print);
        let done = State::Done.say(&job("office-1"), words);
        app.get_by_label(&done);
        type_into(&mut app, Role::TextInput, &words.text("summary-copies"), "2");
        type_into(&mut app, Role::TextInput, &words.text("summary-which-pages"), "1");
        click(&mut app, Role::CheckBox, &words.text("summary-two-sided"));
        click(&mut app, Role::RadioButton, &words.text("summary-in-grey"));
        click(&mut app, Role::RadioButton, "Letter");
        click(&mut app, Role::Button, &print);
        let orders = printers.orders.lock().unwrap();
        let shown: Vec<_> = orders.iter().map(|order| (order.paper, order.two_sided, order.grey)).collect();
        assert_eq!(shown, [(Paper::A4, false, false), (Paper::Letter, true, true)], "{language:?}");
        assert!(orders.iter().all(|order| order.pdf.starts_with(b"%PDF")));
        assert!(orders.iter().all(|order| order.title.is_ascii() && !order.title.is_empty()));
        assert!(!app.state().document().unwrap().is_unsaved(), "printing changes no plan");
    }
}

#[test]
fn ctrl_p_goes_to_the_button_and_enter_prints() {
    for (language, plan) in WORKED_CASES {
        let (folder, printers) = (tempfile::tempdir().unwrap(), two_printers());
        let mut app = open(&folder, (language, plan), &printers, Background::AtOnce);
        press(&mut app, Command::Show(Tab::Team));
        app.key_press_modifiers(Modifiers::COMMAND, Key::P);
        app.run();
        assert_eq!(app.state().tab(), Tab::Summary);
        assert_eq!(printers.orders.lock().unwrap().len(), 0, "nothing is printed before somebody says so");
        let print = words(language).text("summary-print-now");
        let button = app.get_by_role_and_label(Role::Button, &print);
        assert!(button.accesskit_node().is_focused());
        app.key_press(Key::Enter);
        app.run();
        assert_eq!(printers.orders.lock().unwrap().len(), 1);
    }
}

#[test]
fn the_way_of_a_job_is_shown_and_it_can_be_cancelled() {
    for (language, plan) in WORKED_CASES {
        let (folder, printers, words) = (tempfile::tempdir().unwrap(), two_printers(), words(language));
        let stopped = State::Stopped("paper is out".to_owned());
        printers.states.lock().unwrap().extend([State::Waiting(String::new()), stopped.clone()]);
        let mut app = open(&folder, (language, plan), &printers, Background::Threads);
        app.step();
        let print = words.text("summary-print-now");
        let end = Instant::now() + Duration::from_mins(1);
        while app.query_by_role_and_label(Role::Button, &print).is_none_or(|node| node.accesskit_node().is_disabled()) {
            assert!(Instant::now() < end);
            app.step();
        }
        app.get_by_role_and_label(Role::Button, &print).click();
        app.step();
        wait_for(&mut app, &stopped.say(&job("office-1"), words));
        app.get_by_role_and_label(Role::Button, &words.text("printing-cancel")).click();
        wait_for(&mut app, &State::Cancelled.say(&job("office-1"), words));
        assert_eq!(*printers.cancelled.lock().unwrap(), [job("office-1")]);
        app.get_by_role_and_label(Role::Button, &print);
    }
}

#[test]
fn without_a_printer_it_says_so_and_looks_again() {
    for (language, plan) in WORKED_CASES {
        let (folder, printers, words) = (tempfile::tempdir().unwrap(), Arc::new(Printers::default()), words(language));
        *printers.found.lock().unwrap() = Some(Err(Trouble::NotRunning));
        let mut app = open(&folder, (language, plan), &printers, Background::AtOnce);
        let says = |app: &App, trouble: &Trouble| {
            // A sentence of its own begins with a capital.
            let said: String = trouble.say(words).chars().skip(1).collect();
            app.query_all_by_label_contains(&said).count()
        };
        assert_eq!(says(&app, &Trouble::NotRunning), 1, "{language:?}");
        let name = words.text("summary-print-now");
        let print = app.get_by_role_and_label(Role::Button, &name);
        assert!(print.accesskit_node().is_disabled());
        *printers.found.lock().unwrap() = Some(Ok(Vec::new()));
        click(&mut app, Role::Button, &words.text("printing-look-again"));
        assert_eq!(says(&app, &Trouble::NoPrinter), 1, "{language:?}");
        *printers.found.lock().unwrap() = Some(Ok(vec![printer("hall", "Hall", true)]));
        click(&mut app, Role::Button, &words.text("printing-look-again"));
        click(&mut app, Role::Button, &words.text("summary-print-now"));
        app.get_by_label(&State::Done.say(&job("office-1"), words));
        // A default that is not written down is the system's to know.
        assert_eq!(printers.orders.lock().unwrap()[0].printer, None);
    }
}

#[test]
fn pages_that_are_not_there_are_refused() {
    for (language, plan) in WORKED_CASES {
        let (folder, printers, words) = (tempfile::tempdir().unwrap(), two_printers(), words(language));
        let mut app = open(&folder, (language, plan), &printers, Background::AtOnce);
        type_into(&mut app, Role::TextInput, &words.text("summary-which-pages"), "999");
        click(&mut app, Role::Button, &words.text("summary-print-now"));
        let said = if language == Language::English { "no page 999" } else { "没有第 999 页" };
        assert_eq!(app.query_all_by_label_contains(said).count(), 1, "{language:?}");
        assert_eq!(printers.orders.lock().unwrap().len(), 0, "{language:?}");
    }
}

#[test]
fn on_a_low_screen_ctrl_p_shows_why_nothing_can_be_printed() {
    for (language, plan) in WORKED_CASES {
        let (folder, printers, words) = (tempfile::tempdir().unwrap(), Arc::new(Printers::default()), words(language));
        *printers.found.lock().unwrap() = Some(Err(Trouble::NotRunning));
        let start = Start::with_plan(folder.path(), plan, language);
        let mut app = Start { printers, size: [1280.0, 720.0], ..start }.open();
        app.key_press_modifiers(Modifiers::COMMAND, Key::P);
        app.run();
        let why: String = Trouble::NotRunning.say(words).chars().skip(1).collect();
        let place = app.get_by_label_contains(&why).rect();
        assert!(place.top() > 100.0 && place.bottom() < 692.0, "{language:?}: {place:?}");
    }
}

#[test]
fn what_becomes_of_a_job_comes_into_sight_on_a_low_screen() {
    for (language, plan) in WORKED_CASES {
        let (folder, printers, words) = (tempfile::tempdir().unwrap(), two_printers(), words(language));
        let start = Start::with_plan(folder.path(), plan, language);
        let mut app = Start { printers, size: [1280.0, 720.0], ..start }.open();
        app.key_press_modifiers(Modifiers::COMMAND, Key::P);
        app.run();
        app.key_press(Key::Enter);
        app.run();
        let place = app.get_by_label(&State::Done.say(&job("office-1"), words)).rect();
        assert!(place.top() > 100.0 && place.bottom() < 692.0, "{language:?}: {place:?}");
    }
}
