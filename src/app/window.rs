//! The window: start page or open document, commands, dialogs, closing.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;

use eframe::egui::{self, CentralPanel, Panel, ThemePreference, ViewportCommand};

use super::command::{Command, Tab};
use super::context::{Cx, Request, Requests, field_id};
use super::dialogs::{Answer, Dialogs, Native, Question};
use super::document::Document;
use super::editing::{Editing, Steps};
use super::history::Gesture;
use super::shell::{ask, findings_bar, rail, start, top_bar};
use super::tabs::{self, Views};
use super::{fonts, theme};
use crate::calc::Place;
use crate::file::Settings;
use crate::file::settings::{Language as LanguageChoice, Theme as ThemeChoice, WindowSize};
use crate::plan::{Date, Period, Plan};
use crate::words::{Language, Words};

/// What the app needs from outside, so that tests can stand in for it.
pub struct Services {
    /// File dialogs.
    pub dialogs: Box<dyn Dialogs>,
    /// Where settings are kept; `None` keeps them for this run only.
    pub settings_path: Option<PathBuf>,
    /// Today.
    pub today: Date,
}

impl Services {
    /// The real ones.
    #[must_use]
    pub fn native() -> Self {
        Self { dialogs: Box::new(Native), settings_path: Settings::default_path(), today: jiff::Zoned::now().date() }
    }

    /// The settings as they are on disk.
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.settings_path.as_deref().map(|path| Settings::load(path).settings).unwrap_or_default()
    }
}

/// What is done once nothing can be lost any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Leave the program.
    Quit,
    /// Show the start page.
    Start,
    /// A new blank plan.
    New,
    /// A new plan from the worked case.
    NewFromWorkedCase,
    /// Ask which file to open.
    AskOpen,
    /// Open this file.
    Open(PathBuf),
}

/// A question in the window that must be answered before anything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// The plan is not saved.
    Unsaved(Next),
    /// Somebody else changed the file.
    ChangedOutside(PathBuf),
    /// Something went wrong.
    Trouble(String),
    /// The path, where the system has no file dialog.
    Path {
        /// What for.
        purpose: Purpose,
        /// As typed.
        text: String,
    },
}

/// What a file is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To open it.
    Open,
    /// To save the plan in it.
    Save,
    /// To write this text into it.
    Export {
        /// The suggested name.
        name: String,
        /// What to write.
        text: String,
    },
}

impl Purpose {
    /// Key of the title of its dialog.
    #[must_use]
    pub fn title(&self) -> &'static str {
        match self {
            Self::Open => "window-open-title",
            Self::Save => "window-save-title",
            Self::Export { .. } => "window-export-title",
        }
    }
}

struct Pending {
    purpose: Purpose,
    answer: Receiver<Answer>,
}

/// The app.
pub struct PlannerApp {
    services: Services,
    settings: Settings,
    document: Option<Document>,
    tab: Tab,
    views: Views,
    jump: Option<Place>,
    ask: Option<Ask>,
    pending: Option<Pending>,
    after_save: Option<Next>,
    may_close: bool,
    shown_title: String,
}

impl PlannerApp {
    /// The app with a plan to open, or with the start page.
    #[must_use]
    pub fn new(cc: &eframe::CreationContext<'_>, services: Services, plan: Option<PathBuf>) -> Self {
        fonts::install(&cc.egui_ctx);
        theme::apply(&cc.egui_ctx);
        let settings = services.settings();
        let mut app = Self {
            services,
            settings,
            document: None,
            tab: Tab::default(),
            views: Views::default(),
            jump: None,
            ask: None,
            pending: None,
            after_save: None,
            may_close: false,
            shown_title: String::new(),
        };
        app.apply_theme(&cc.egui_ctx);
        if let Some(path) = plan {
            app.open(&path);
        }
        app
    }

    /// The open document.
    #[must_use]
    pub fn document(&self) -> Option<&Document> {
        self.document.as_ref()
    }

    /// The tab that is shown.
    #[must_use]
    pub fn tab(&self) -> Tab {
        self.tab
    }

    /// The settings as they stand.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The question that stands in the window.
    #[must_use]
    pub fn asking(&self) -> Option<&Ask> {
        self.ask.as_ref()
    }

    fn language(&self) -> Language {
        match self.settings.language {
            LanguageChoice::System => Language::of_system(),
            LanguageChoice::Chinese => Language::ZhCn,
            LanguageChoice::English => Language::En,
        }
    }

    fn words(&self) -> &'static Words {
        Words::of(self.language())
    }

    fn apply_theme(&self, ctx: &egui::Context) {
        ctx.set_theme(match self.settings.theme {
            ThemeChoice::System => ThemePreference::System,
            ThemeChoice::Light => ThemePreference::Light,
            ThemeChoice::Dark => ThemePreference::Dark,
        });
    }

    /// Settings that cannot be saved are no reason to disturb anyone.
    fn save_settings(&self) {
        if let Some(path) = &self.services.settings_path {
            let _ = self.settings.save(path);
        }
    }

    // ── documents ──

    fn show_document(&mut self, document: Document) {
        self.document = Some(document);
        self.views = Views::default();
        self.tab = Tab::default();
        self.jump = None;
    }

    fn open(&mut self, path: &Path) {
        match Document::open(path) {
            Ok(document) => {
                self.show_document(document);
                self.remember(path);
            }
            Err(error) => {
                if error.is_missing() {
                    self.settings.forget(path);
                    self.save_settings();
                }
                self.ask = Some(Ask::Trouble(error.to_string()));
            }
        }
    }

    fn remember(&mut self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.settings.remember(&path, jiff::Timestamp::now());
        self.save_settings();
    }

    fn new_blank(&mut self) {
        let today = self.services.today;
        let start = Date::new(today.year(), today.month(), 1).unwrap_or(today);
        let title = self.words().text("start-new-plan-title");
        self.show_document(Document::new(Plan::blank(title, Period { start, months: 12 })));
        self.tab = Tab::Goal;
    }

    fn new_from_worked_case(&mut self) {
        match crate::file::read_text(worked_case(self.language())) {
            Ok(plan) => self.show_document(Document::new(plan)),
            Err(error) => self.ask = Some(Ask::Trouble(error.to_string())),
        }
    }

    /// Does the next thing, unless something would be lost: then asks first.
    fn guarded(&mut self, ctx: &egui::Context, next: Next) {
        if self.document.as_ref().is_some_and(Document::is_unsaved) {
            self.ask = Some(Ask::Unsaved(next));
        } else {
            self.go_on(ctx, next);
        }
    }

    fn go_on(&mut self, ctx: &egui::Context, next: Next) {
        match next {
            Next::Quit => {
                self.may_close = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            Next::Start => self.document = None,
            Next::New => self.new_blank(),
            Next::NewFromWorkedCase => self.new_from_worked_case(),
            Next::AskOpen => self.ask_for_file(ctx, Purpose::Open),
            Next::Open(path) => self.open(&path),
        }
    }

    // ── saving ──

    fn save(&mut self, ctx: &egui::Context) {
        let Some(document) = &self.document else { return };
        match document.path().map(Path::to_owned) {
            Some(path) if document.changed_outside() => self.ask = Some(Ask::ChangedOutside(path)),
            Some(path) => self.save_to(ctx, &path),
            None => self.ask_for_file(ctx, Purpose::Save),
        }
    }

    fn save_to(&mut self, ctx: &egui::Context, path: &Path) {
        let Some(document) = &mut self.document else { return };
        match document.save_to(path) {
            Ok(durable) => {
                self.remember(path);
                if !durable {
                    self.ask = Some(Ask::Trouble(self.words().text("window-not-durable")));
                } else if let Some(next) = self.after_save.take() {
                    self.go_on(ctx, next);
                }
            }
            Err(error) => self.ask = Some(Ask::Trouble(error.to_string())),
        }
    }

    fn ask_for_file(&mut self, ctx: &egui::Context, purpose: Purpose) {
        let words = self.words();
        let title = words.text(purpose.title());
        let folder = self.folder();
        let question = match self.suggested_name(&purpose) {
            Some(name) => Question::Save { folder, name },
            None => Question::Open { folder },
        };
        let wake = ctx.clone();
        let answer = self.services.dialogs.ask(&question, &title, Box::new(move || wake.request_repaint()));
        self.pending = Some(Pending { purpose, answer });
    }

    /// The name a new file gets unless the person chooses another; none where a file is opened.
    fn suggested_name(&self, purpose: &Purpose) -> Option<String> {
        match purpose {
            Purpose::Open => None,
            Purpose::Save => self.document.as_ref().map(|document| format!("{}.ron", document.plan.title)),
            Purpose::Export { name, .. } => Some(name.clone()),
        }
    }

    fn folder(&self) -> Option<PathBuf> {
        let of_document = self.document.as_ref().and_then(Document::path);
        let of_recent = self.settings.recent.first().map(|recent| recent.path.as_path());
        of_document.or(of_recent).and_then(Path::parent).map(Path::to_owned)
    }

    fn take_answer(&mut self, ctx: &egui::Context) {
        let Some(answer) = self.pending.as_ref().and_then(|pending| pending.answer.try_recv().ok()) else { return };
        let Some(Pending { purpose, .. }) = self.pending.take() else { return };
        match answer {
            Answer::Picked(path) => self.picked(ctx, &purpose, &path),
            Answer::Cancelled => self.after_save = None,
            Answer::Unavailable => {
                let folder = self.folder().unwrap_or_default();
                let path = folder.join(self.suggested_name(&purpose).unwrap_or_default());
                self.ask = Some(Ask::Path { purpose, text: path.display().to_string() });
            }
        }
    }

    fn picked(&mut self, ctx: &egui::Context, purpose: &Purpose, path: &Path) {
        match purpose {
            Purpose::Open => self.open(path),
            Purpose::Save => {
                let path = if path.extension().is_none() { path.with_extension("ron") } else { path.to_owned() };
                self.save_to(ctx, &path);
            }
            Purpose::Export { text, .. } => {
                if let Err(error) = crate::file::export(path, text) {
                    self.ask = Some(Ask::Trouble(error.to_string()));
                }
            }
        }
    }

    // ── commands ──

    fn is_enabled(&self, command: Command) -> bool {
        let Some(document) = &self.document else { return !command.needs_plan() };
        match command {
            Command::Undo => document.undo_name().is_some(),
            Command::Redo => document.redo_name().is_some(),
            _ => true,
        }
    }

    fn run(&mut self, ctx: &egui::Context, command: Command) {
        if !self.is_enabled(command) {
            return;
        }
        match command {
            Command::New => self.guarded(ctx, Next::New),
            Command::NewFromWorkedCase => self.guarded(ctx, Next::NewFromWorkedCase),
            Command::Open => self.guarded(ctx, Next::AskOpen),
            Command::Save => self.save(ctx),
            Command::SaveAs => self.ask_for_file(ctx, Purpose::Save),
            Command::Close => self.guarded(ctx, Next::Start),
            Command::Quit => self.guarded(ctx, Next::Quit),
            Command::Undo => self.document.iter_mut().for_each(Document::undo),
            Command::Redo => self.document.iter_mut().for_each(Document::redo),
            Command::Show(tab) => self.tab = tab,
            Command::SwitchLanguage => {
                self.settings.language = match self.language() {
                    Language::En => LanguageChoice::Chinese,
                    Language::ZhCn => LanguageChoice::English,
                };
                self.save_settings();
            }
            Command::SwitchTheme => {
                let dark = ctx.global_style().visuals.dark_mode;
                self.settings.theme = if dark { ThemeChoice::Light } else { ThemeChoice::Dark };
                self.apply_theme(ctx);
                self.save_settings();
            }
        }
    }

    fn run_shortcuts(&mut self, ctx: &egui::Context) {
        for command in Command::all() {
            let pressed = |shortcut| ctx.input_mut(|input| input.consume_shortcut(&shortcut));
            if command.shortcuts().into_iter().any(pressed) {
                self.run(ctx, command);
            }
        }
    }

    // ── drawing ──

    fn draw_document(&mut self, ui: &mut egui::Ui) {
        let words = self.words();
        let requests = Requests::default();
        let steps = Steps::default();
        let jump = self.jump.take();
        let Some(document) = &mut self.document else { return };
        let before = document.plan.clone();
        let report = document.report();
        let cx = Cx { words, plan: &before, report: &report, jump: jump.as_ref(), requests: &requests };
        let state = top_bar::State {
            path: document.path().map(Path::to_owned),
            unsaved: document.is_unsaved(),
            undo: document.undo_name().map(str::to_owned),
            redo: document.redo_name().map(str::to_owned),
            tab: self.tab,
        };
        Panel::top("top_bar")
            .frame(top_bar::frame(ui))
            .exact_size(theme::height::TOP_BAR)
            .show_separator_line(false)
            .show(ui, |ui| {
                top_bar::ui(ui, &cx, &state);
            });
        Panel::bottom("findings")
            .frame(findings_bar::frame(ui))
            .exact_size(theme::height::FINDINGS)
            .show_separator_line(false)
            .show(ui, |ui| {
                findings_bar::ui(ui, &cx, self.tab);
            });
        let rail = Panel::left("rail")
            .frame(rail::frame(ui))
            .exact_size(theme::height::RAIL_WIDTH)
            .resizable(false)
            .show_separator_line(false);
        rail.show(ui, |ui| rail::ui(ui, &cx, self.tab));
        let settings_before = self.settings.clone();
        CentralPanel::default().frame(egui::Frame::NONE.fill(theme::palette(ui).panel)).show(ui, |ui| {
            draw_tab(ui, self.tab, &mut document.plan, &steps, &cx, &mut self.views, &mut self.settings);
        });
        document.observe(before.clone(), steps.take(), Gesture::of(ui.ctx()));
        if let Some(place) = &jump {
            let id = field_id(place.section, place.item.as_ref(), place.field);
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if self.settings != settings_before {
            self.apply_theme(ui.ctx());
            self.save_settings();
        }
        for request in requests.take() {
            match request {
                Request::Run(command) => self.run(ui.ctx(), command),
                Request::GoTo(place) => {
                    self.tab = Tab::of(place.section);
                    self.jump = Some(place);
                    ui.ctx().request_repaint();
                }
                Request::Export { name, text } => self.ask_for_file(ui.ctx(), Purpose::Export { name, text }),
            }
        }
    }

    fn draw_start(&mut self, ui: &mut egui::Ui) {
        let requests = Requests::default();
        let today = self.services.today;
        let opened = start::ui(ui, self.words(), &self.settings, today, &requests);
        for request in requests.take() {
            if let Request::Run(command) = request {
                self.run(ui.ctx(), command);
            }
        }
        if let Some(path) = opened {
            self.open(&path);
        }
    }

    fn draw_question(&mut self, ctx: &egui::Context) {
        let Some(question) = &mut self.ask else { return };
        let words = match self.settings.language {
            LanguageChoice::System => Words::of(Language::of_system()),
            LanguageChoice::Chinese => Words::of(Language::ZhCn),
            LanguageChoice::English => Words::of(Language::En),
        };
        let title = self.document.as_ref().map(|document| document.plan.title.clone()).unwrap_or_default();
        let Some(reply) = ask::ui(ctx, words, &title, question) else { return };
        let Some(question) = self.ask.take() else { return };
        match (question, reply) {
            (Ask::Unsaved(next), ask::Reply::Save) => {
                self.after_save = Some(next);
                self.save(ctx);
            }
            (Ask::Unsaved(next), ask::Reply::Discard) => {
                self.document = None;
                self.go_on(ctx, next);
            }
            (Ask::ChangedOutside(path), ask::Reply::Save) => self.save_to(ctx, &path),
            (Ask::ChangedOutside(_), ask::Reply::SaveAs) => self.ask_for_file(ctx, Purpose::Save),
            (Ask::Path { purpose, text }, ask::Reply::Save) => self.picked(ctx, &purpose, Path::new(text.trim())),
            _ => self.after_save = None,
        }
    }

    fn show_title(&mut self, ctx: &egui::Context) {
        let program = self.words().text("common-program");
        let title = match &self.document {
            Some(document) if document.is_unsaved() => format!("• {} – {program}", document.plan.title),
            Some(document) => format!("{} – {program}", document.plan.title),
            None => program,
        };
        if title != self.shown_title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.shown_title = title;
        }
    }

    fn take_dropped_file(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
        if let Some(path) = dropped.filter(|_| self.ask.is_none()) {
            self.guarded(ctx, Next::Open(path));
        }
    }
}

fn draw_tab(
    ui: &mut egui::Ui,
    tab: Tab,
    plan: &mut Plan,
    steps: &Steps,
    cx: &Cx,
    views: &mut Views,
    settings: &mut Settings,
) {
    let goal = Editing::new(&mut plan.goal, steps);
    let team = Editing::new(&mut plan.team, steps);
    let pyramid = Editing::new(&mut plan.pyramid, steps);
    let allocation = Editing::new(&mut plan.allocation, steps);
    let events = Editing::new(&mut plan.events, steps);
    let ripples = Editing::new(&mut plan.ripples, steps);
    let content = Editing::new(&mut plan.content, steps);
    let topics = Editing::new(&mut plan.topics, steps);
    match tab {
        Tab::Overview => tabs::overview::ui(ui, cx),
        Tab::Goal => tabs::goal::ui(ui, goal, cx, &mut views.goal),
        Tab::Team => tabs::team::ui(ui, team, cx, &mut views.team),
        Tab::Pyramid => tabs::pyramid::ui(ui, pyramid, cx, &mut views.pyramid),
        Tab::Allocation => tabs::allocation::ui(ui, allocation, events, cx, &mut views.allocation),
        Tab::Ripple => tabs::ripple::ui(ui, ripples, cx, &mut views.ripple),
        Tab::Topics => {
            tabs::topics::ui(ui, tabs::topics::Sections { topics, content, allocation }, cx, &mut views.topics)
        }
        Tab::Summary => tabs::summary::ui(ui, cx, &mut views.summary),
        Tab::Settings => tabs::settings::ui(ui, tabs::settings::Head { plan, steps }, cx, settings),
    }
}

/// The worked case that comes with the program.
#[must_use]
pub fn worked_case(language: Language) -> &'static str {
    match language {
        Language::ZhCn => include_str!("../../saved_plans/worked-case.zh-CN.ron"),
        Language::En => include_str!("../../saved_plans/worked-case.ron"),
    }
}

impl eframe::App for PlannerApp {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        let closing = ctx.input(|input| input.viewport().close_requested());
        if closing && !self.may_close && self.document.as_ref().is_some_and(Document::is_unsaved) {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.ask = Some(Ask::Unsaved(Next::Quit));
        }
        self.take_answer(ctx);
        if let Some(rect) = ctx.input(|input| input.viewport().inner_rect) {
            self.settings.window = Some(WindowSize { width: rect.width(), height: rect.height() });
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.take_dropped_file(&ctx);
        if self.ask.is_none() && self.pending.is_none() {
            self.run_shortcuts(&ctx);
        }
        if self.document.is_some() {
            self.draw_document(ui);
        } else {
            self.draw_start(ui);
        }
        self.draw_question(&ctx);
        self.show_title(&ctx);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.save_settings();
    }
}
