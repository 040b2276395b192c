//! Drives the whole app as a person would, without a display and without native dialogs.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)] // each test uses its part

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};

use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable};
use ripple_planner::app::command::Command;
use ripple_planner::app::dialogs::{Answer, Dialogs, Question};
use ripple_planner::app::examples::Examples;
use ripple_planner::app::files::{self, Files};
use ripple_planner::app::merger::Merger;
use ripple_planner::app::worker::Background;
use ripple_planner::app::{PlannerApp, Services, fonts};
use ripple_planner::calc::odds;
use ripple_planner::file::settings::{Language, Theme};
use ripple_planner::file::{self, Settings};
use ripple_planner::plan::{Date, Plan};
use ripple_planner::printing::{Job, Order, Printer, Printing, State, Trouble};
use ripple_planner::words::{self, Words};

/// The window under test.
pub type App = Harness<'static, PlannerApp>;

/// Answers every file dialog at once with the same answer.
pub struct Prepared(pub Answer);

impl Dialogs for Prepared {
    fn ask(&mut self, _question: &Question, _title: &str, wake: Box<dyn FnOnce() + Send>) -> Receiver<Answer> {
        let (to_app, answer) = channel();
        to_app.send(self.0.clone()).unwrap();
        wake();
        answer
    }
}

/// Printers that keep what they get, and go through prepared states.
#[derive(Debug, Default)]
pub struct Printers {
    /// Those that are found; an error where the printing system cannot be asked.
    pub found: Mutex<Option<Result<Vec<Printer>, Trouble>>>,
    /// What came, and what was cancelled.
    pub orders: Mutex<Vec<Order>>,
    pub cancelled: Mutex<Vec<Job>>,
    /// What is answered one after the other, the last one for ever; nothing is done at once.
    pub states: Mutex<VecDeque<State>>,
}

impl Printing for Printers {
    fn has_queues(&self) -> bool {
        true
    }

    fn printers(&self) -> Result<Vec<Printer>, Trouble> {
        self.found.lock().unwrap().clone().unwrap_or_else(|| Ok(Vec::new()))
    }

    fn submit(&self, order: &Order) -> Result<Job, Trouble> {
        self.orders.lock().unwrap().push(order.clone());
        let printer = order.printer.clone().unwrap_or_else(|| "office".to_owned());
        Ok(Job { id: format!("{printer}-1"), printer })
    }

    fn state(&self, _: &Job) -> Result<State, Trouble> {
        if !self.cancelled.lock().unwrap().is_empty() {
            return Ok(State::Cancelled);
        }
        let mut states = self.states.lock().unwrap();
        let next = if states.len() > 1 { states.pop_front() } else { states.front().cloned() };
        Ok(next.unwrap_or(State::Done))
    }

    fn cancel(&self, job: &Job) -> Result<(), Trouble> {
        self.cancelled.lock().unwrap().push(job.clone());
        Ok(())
    }
}

/// How the app is opened.
pub struct Start {
    pub plan: Option<PathBuf>,
    pub language: Language,
    pub theme: Theme,
    pub size: [f32; 2],
    pub dialogs: Answer,
    pub background: Background,
    /// Few: what is drawn takes most of a test's time, and few tests read what comes of it.
    pub draws: u32,
    pub printers: Arc<Printers>,
    pub files: Arc<dyn Files>,
    pub merger: Merger,
    /// What was shown in other programs.
    pub opened: Arc<Mutex<Vec<PathBuf>>>,
    pub folder: PathBuf,
    pub clock: fn() -> Date,
    /// Where unsaved work and earlier versions are kept; nowhere unless a test is about them.
    pub state_folder: Option<PathBuf>,
}

impl Start {
    /// In a folder of its own, with a copy of a saved plan.
    pub fn with_plan(folder: &Path, saved_plan: &str, language: Language) -> Self {
        let plan = folder.join(saved_plan);
        std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("saved_plans").join(saved_plan), &plan).unwrap();
        Self { plan: Some(plan), ..Self::empty(folder, language) }
    }

    /// In a folder of its own, with this plan.
    pub fn of(folder: &Path, plan: &Plan, language: Language) -> Self {
        let path = folder.join("plan.ron");
        file::save(&path, plan).unwrap();
        Self { plan: Some(path), ..Self::empty(folder, language) }
    }

    /// On the start page.
    pub fn empty(folder: &Path, language: Language) -> Self {
        Self {
            plan: None,
            language,
            theme: Theme::Light,
            size: [1366.0, 768.0],
            dialogs: Answer::Cancelled,
            background: Background::AtOnce,
            draws: 500,
            printers: Arc::default(),
            files: Arc::new(files::Native),
            merger: Merger::default(),
            opened: Arc::default(),
            folder: folder.to_owned(),
            clock: || Date::constant(2026, 4, 10),
            state_folder: None,
        }
    }

    /// Drawn as often as in the program, for who reads the odds.
    pub fn drawn(self) -> Self {
        Self { draws: odds::DRAWS, ..self }
    }

    /// Opens the window.
    pub fn open(self) -> Harness<'static, PlannerApp> {
        let settings_path = self.folder.join("settings.ron");
        let settings = Settings { language: self.language, theme: self.theme, ..Settings::default() };
        settings.save(&settings_path).unwrap();
        let (plan, dialogs, background, draws) = (self.plan, self.dialogs, self.background, self.draws);
        let (printing, state_folder, opened): (Arc<dyn Printing>, _, _) =
            (self.printers, self.state_folder, self.opened);
        let (files, merger) = (self.files, self.merger);
        let mut harness = Harness::builder()
            .with_size(self.size)
            .with_max_steps(64)
            .with_theme(if self.theme == Theme::Dark { eframe::egui::Theme::Dark } else { eframe::egui::Theme::Light })
            .with_context_setup(fonts::install)
            .build_eframe(move |cc| {
                let services = Services {
                    dialogs: Box::new(Prepared(dialogs)),
                    files,
                    settings_path: Some(settings_path),
                    state_folder,
                    clock: Box::new(self.clock),
                    background,
                    merger,
                    draws,
                    printing,
                    opener: Arc::new(move |path| {
                        opened.lock().unwrap().push(path.to_owned());
                        Ok(())
                    }),
                    examples: Examples::default(),
                };
                PlannerApp::new(cc, services, plan)
            });
        harness.run();
        if harness.state().is_reading() {
            // On a busy machine a plan may take its time.
            while harness.state().is_reading() {
                std::thread::sleep(std::time::Duration::from_millis(5));
                harness.step();
            }
            harness.run();
        }
        harness
    }
}

/// The plan in the window.
pub fn plan<'a>(harness: &'a Harness<'_, PlannerApp>) -> &'a Plan {
    &harness.state().document().expect("a plan is open").plan
}

/// The worked case in English with one change.
pub fn worked_case(change: fn(&mut Plan)) -> Plan {
    let mut plan = file::open(Path::new(env!("CARGO_MANIFEST_DIR")).join("saved_plans/worked-case.ron")).unwrap();
    change(&mut plan);
    plan
}

/// Both languages with the worked case in each.
pub const WORKED_CASES: [(Language, &str); 2] =
    [(Language::English, "worked-case.ron"), (Language::Chinese, "worked-case.zh-CN.ron")];

/// The words of a window in this language.
pub fn words(language: Language) -> &'static Words {
    Words::of(if language == Language::Chinese { words::Language::ZhCn } else { words::Language::En })
}

/// Runs a command by its shortcut.
pub fn press(app: &mut App, command: Command) {
    let shortcut = command.shortcuts()[0];
    app.key_press_modifiers(shortcut.modifiers, shortcut.logical_key);
    app.run();
}

/// Clicks what has this role and name.
pub fn click(app: &mut App, role: Role, label: &str) {
    app.get_by_role_and_label(role, label).click();
    app.run();
}

/// Types into a field, in place of what stands there.
pub fn type_into(app: &mut App, role: Role, field: &str, text: &str) {
    app.get_by_role_and_label(role, field).focus();
    app.run();
    type_here(app, role, field, text);
}

/// Types into the field that has the focus, in place of what stands there.
pub fn type_here(app: &mut App, role: Role, field: &str, text: &str) {
    app.key_press_modifiers(Modifiers::COMMAND, Key::A);
    app.get_by_role_and_label(role, field).type_text(text);
    app.run();
}
