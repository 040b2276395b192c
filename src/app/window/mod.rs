//! The window: start page or open document, commands, dialogs, closing.

mod add_up;
mod both;
mod calendar;
mod changing;
pub mod chooser;
mod drawing;
mod files;
mod find;
pub mod fit;
pub mod folders;
mod import;
mod merging;
mod next;
mod opening;
mod outside;
pub mod place;
mod purpose;
mod question;
pub mod reading;
mod recovery;
mod saving;
mod scenarios;
mod typing;
mod versions;
pub mod writing;
pub mod zoom;

pub use both::{BothChanged, Cause, Clashes};
pub use outside::Outside;
pub use purpose::Purpose;
pub use question::{Ask, Naming, Next, Other, Removal};

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc::Receiver;

use eframe::egui::{self, ThemePreference, ViewportCommand};

use self::add_up::Adding;
use self::chooser::Chooser;
use self::folders::Folders;
use self::import::{Dropped, Importing};
use self::merging::Merging;
use self::reading::Reading;
use self::writing::Writing;
use super::command::{Command, Tab};
use super::dialogs::Answer;
use super::differences;
use super::document::Document;
use super::errand::Awaited;
use super::explain::Explaining;
use super::find::Finder;
use super::keeper::Keeper;
use super::left_behind::Offers;
use super::letters::Letters;
use super::odds::Follower;
use super::services::Services;
use super::settings_file::SettingsFile;
use super::side_by_side::Comparing;
use super::tabs::Views;
use super::versions::Versions;
use super::watch::Watch;
use super::widgets::{draft, order, speak};
use super::{fonts, theme};
use crate::calc::Place;
use crate::file::Settings;
use crate::file::settings::{Language as LanguageChoice, Theme as ThemeChoice};
use crate::words::clean::one_line;
use crate::words::{Language, Words};

struct Pending {
    purpose: Purpose,
    answer: Receiver<Answer>,
}

/// The app.
pub struct PlannerApp {
    ctx: egui::Context,
    services: Services,
    settings: Settings,
    settings_file: SettingsFile,
    watch: Watch,
    outside: Outside,
    /// When the person did something last, in the window's seconds.
    last_input: f64,
    document: Option<Document>,
    odds: Follower,
    tab: Tab,
    views: Views,
    jump: Option<Place>,
    ask: Option<Ask>,
    keeper: Keeper,
    offers: Offers,
    versions: Versions,
    /// What is done beside the window and has a word only where it fails.
    silent: Vec<Awaited<Option<String>>>,
    /// What a question shows of what differs.
    differences: differences::View,
    /// Scenarios side by side.
    side_by_side: Comparing,
    pending: Option<Pending>,
    after_save: Option<Next>,
    /// Two plans that are being made one.
    merging: Option<Merging>,
    /// Reports that are looked at, and files that were dropped.
    import: Option<Importing>,
    dropped: VecDeque<Dropped>,
    /// Plans that are added up.
    adding: Option<Adding>,
    /// The calendar that is being read.
    calendar: Option<calendar::Coming>,
    /// The file that is being read.
    reading: Option<Reading>,
    /// Files on their way to the disk.
    writing: Vec<Writing>,
    /// The dialog in which the file was named that is being opened or saved just now.
    chooser: Option<Chooser>,
    /// What lies where the dialog has been walked to.
    folders: Folders,
    may_close: bool,
    /// The window was looked at once, whether it fits its screen.
    fitted: bool,
    zoom: zoom::Zoom,
    /// The explanation of a number that is pinned.
    explaining: Explaining,
    letters: Letters,
    /// What finds things by their names.
    finder: Finder,
    shown_title: String,
    /// That no earlier versions can be kept was said.
    told_no_version: bool,
    /// The text field that had the focus last.
    typed_in: Option<egui::Id>,
    notice: Option<typing::Notice>,
}

impl PlannerApp {
    /// The app with a plan to open, or with the start page.
    #[must_use]
    pub fn new(cc: &eframe::CreationContext<'_>, mut services: Services, plan: Option<PathBuf>) -> Self {
        fonts::install(&cc.egui_ctx);
        theme::apply(&cc.egui_ctx);
        let (settings, draws) = (services.settings(), services.draws);
        let zoom = settings.zoom.map_or_else(zoom::Zoom::default, zoom::Zoom::asked);
        let odds = Follower::new(draws);
        let keeper = Keeper::new(services.state_folder.as_deref(), services.background, &cc.egui_ctx);
        let mut app = Self {
            ctx: cc.egui_ctx.clone(),
            services,
            settings,
            settings_file: SettingsFile::default(),
            watch: Watch::default(),
            outside: Outside::AsKnown,
            last_input: 0.0,
            document: None,
            odds,
            tab: Tab::default(),
            views: Views::default(),
            jump: None,
            ask: None,
            keeper,
            offers: Offers::default(),
            versions: Versions::default(),
            silent: Vec::new(),
            differences: differences::View::default(),
            side_by_side: Comparing::new(draws),
            pending: None,
            after_save: None,
            merging: None,
            import: None,
            dropped: VecDeque::new(),
            adding: None,
            calendar: None,
            reading: None,
            writing: Vec::new(),
            chooser: None,
            folders: Folders::default(),
            may_close: false,
            fitted: false,
            zoom,
            explaining: Explaining::default(),
            letters: Letters::default(),
            finder: Finder::default(),
            shown_title: String::new(),
            told_no_version: false,
            typed_in: None,
            notice: None,
        };
        app.apply_theme(&cc.egui_ctx);
        if let Some(path) = plan {
            app.open(&cc.egui_ctx, &path, false);
            // Mostly the first thing that is shown is the plan.
            app.reading.iter().for_each(|reading| reading.read.wait_a_moment());
            app.take_read(&cc.egui_ctx);
        }
        app
    }

    /// The open document.
    #[must_use]
    pub fn document(&self) -> Option<&Document> {
        self.document.as_ref()
    }

    /// What others did to the plan's file, as far as it is not settled.
    #[must_use]
    pub fn outside(&self) -> &Outside {
        &self.outside
    }

    /// The tab that is shown.
    #[must_use]
    pub fn tab(&self) -> Tab {
        self.tab
    }

    /// The title of the window.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.shown_title
    }

    /// The settings as they stand.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Shows the place of a finding and puts the focus there.
    pub fn go_to(&mut self, place: Place) {
        self.show_tab(Tab::at(&place));
        let scenario = place.item.as_ref().filter(|_| place.field == "scenarios");
        if let Some((document, id)) = self.document.as_mut().zip(scenario) {
            document.choose(Some(id.clone()));
        }
        self.jump = Some(place);
    }

    /// Whether a file is being read.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        self.reading.is_some()
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

    fn save_settings(&mut self, ctx: &egui::Context) {
        if let Some(path) = &self.services.settings_path {
            let Services { files, background, .. } = &self.services;
            self.settings_file.save((path, &self.settings), files, ctx, *background);
        }
    }

    /// Why a command cannot be run, as the key of its words.
    fn hindrance(&self, command: Command) -> Option<&'static str> {
        let Some(document) = &self.document else { return command.needs_plan().then_some("find-needs-plan") };
        let (why, is_hindered) = match command {
            Command::Undo => ("find-nothing-to-undo", document.undo_name(self.language()).is_none()),
            Command::Redo => ("find-nothing-to-redo", document.redo_name(self.language()).is_none()),
            Command::ShowOutside => {
                let differs = matches!(self.outside, Outside::Theirs { .. } | Outside::TakenIn { .. });
                ("find-nothing-outside", !differs)
            }
            Command::Next => ("find-nothing-next", self.what_is_next().is_none()),
            _ => return None,
        };
        is_hindered.then_some(why)
    }

    fn run(&mut self, ctx: &egui::Context, command: Command) {
        // What cannot be used is taken back before anything that was.
        let takes_back = matches!(command, Command::Undo | Command::Redo);
        if let Some(edit) = takes_back.then(|| draft::clear(ctx)).flatten() {
            self.document.iter_mut().for_each(|document| document.withdraw(edit));
            return;
        }
        if self.hindrance(command).is_some() {
            return;
        }
        match command {
            Command::New => self.guarded(ctx, Next::New),
            Command::NewFromWorkedCase => self.guarded(ctx, Next::NewFromWorkedCase),
            Command::NewFromTrackedCase => self.guarded(ctx, Next::NewFromTrackedCase),
            Command::Open => self.ask_for_file(ctx, Purpose::Open),
            Command::Save => self.save(ctx),
            Command::SaveAs => self.ask_for_file(ctx, Purpose::Save),
            Command::Compare => self.ask_for_file(ctx, Purpose::Compare),
            Command::AddUp => self.begin_adding_up(),
            Command::Import => self.begin_import(),
            Command::Versions => self.show_versions(),
            Command::ShowOutside => self.show_outside(),
            Command::Close => self.guarded(ctx, Next::Start),
            Command::Quit => self.guarded(ctx, Next::Quit),
            Command::Undo => self.document.iter_mut().for_each(Document::undo),
            Command::Redo => self.document.iter_mut().for_each(Document::redo),
            Command::Show(tab) => self.show_tab(tab),
            Command::Print => {
                self.tab = Tab::Summary;
                self.views.summary.go_to_print();
                ctx.request_repaint();
            }
            Command::SwitchLanguage => {
                self.settings.language = match self.language() {
                    Language::En => LanguageChoice::Chinese,
                    Language::ZhCn => LanguageChoice::English,
                };
                self.save_settings(ctx);
            }
            Command::Next => self.go_to_next(ctx),
            Command::Find => self.begin_finding(),
            Command::Help => self.ask = Some(Ask::Help(self.document.as_ref().map(|_| self.tab))),
            Command::Keys => self.ask = Some(Ask::Keys),
            Command::SwitchTheme => {
                let dark = ctx.global_style().visuals.dark_mode;
                self.settings.theme = if dark { ThemeChoice::Light } else { ThemeChoice::Dark };
                self.apply_theme(ctx);
                self.save_settings(ctx);
            }
        }
    }

    fn run_shortcuts(&mut self, ctx: &egui::Context) {
        for command in Command::all() {
            let pressed = |shortcut| ctx.input_mut(|input| input.consume_shortcut(&shortcut));
            if command.shortcuts().into_iter().any(pressed) {
                if matches!(command, Command::Show(_) | Command::Print) {
                    clear_focus(ctx);
                }
                self.run(ctx, command);
            }
        }
    }

    /// Puts the window where it was left, and remembers where it stands.
    fn follow_place(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        if !self.fitted {
            let was_maximized = self.settings.window.is_some_and(|last| last.maximized);
            self.fitted = fit::into_screen(ctx, was_maximized);
            if !self.fitted {
                return;
            }
            place::onto_a_screen(ctx, frame);
        }
        // Asked for before: within `input` the context waits for itself.
        let (last, zoom) = (self.settings.window, ctx.zoom_factor());
        self.settings.window = ctx.input(|input| place::of(input.viewport(), zoom, last));
        self.settings.zoom = self.zoom.wish();
    }

    fn show_title(&mut self, ctx: &egui::Context) {
        let program = self.words().text("common-program");
        let title = match &self.document {
            Some(document) if document.is_unsaved() => format!("• {} – {program}", one_line(&document.plan.title)),
            Some(document) => format!("{} – {program}", one_line(&document.plan.title)),
            None => program,
        };
        if title != self.shown_title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.shown_title = title;
        }
    }
}

/// The focus of a tab that is left must not keep the next one from placing its own.
fn clear_focus(ctx: &egui::Context) {
    ctx.memory_mut(|memory| {
        if let Some(focused) = memory.focused() {
            memory.surrender_focus(focused);
        }
    });
}

impl eframe::App for PlannerApp {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        let closing = ctx.input(|input| input.viewport().close_requested());
        if closing && !self.may_close && self.is_guarded() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.guarded(ctx, Next::Quit);
        }
        self.take_answer(ctx);
        self.take_read(ctx);
        self.take_written(ctx);
        self.take_merged(ctx);
        self.follow_dropped(ctx);
        self.take_calendar(ctx);
        self.tell_of_reading();
        self.tell_of_merging();
        // Our own writing is no news.
        if !self.writing.iter().any(|writing| writing.content.is_plan()) {
            self.follow_file(ctx);
        }
        self.follow_unsaved(ctx);
        self.follow_silent();
        self.follow_place(ctx, frame);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        if !std::mem::replace(&mut self.views.begun, true) {
            ctx.data_mut(egui::util::IdTypeMap::remove_by_type::<egui::containers::scroll_area::State>);
        }
        speak(&ctx, self.language());
        order::follow(&ctx);
        self.take_dropped_files(&ctx);
        if self.ask.is_none() && self.pending.is_none() {
            self.run_shortcuts(&ctx);
        }
        if self.document.is_some() {
            self.draw_document(ui);
        } else {
            self.draw_start(ui);
        }
        if self.ask.is_none() && self.pending.is_none() && self.import.is_some() {
            self.ask = Some(Ask::Import);
        }
        if self.ask.is_none() && self.pending.is_none() && self.adding.is_some() {
            self.ask = Some(Ask::AddUp);
        }
        self.draw_question(&ctx);
        self.follow_abandoned(&ctx);
        // After the pages, whose own keys come first.
        self.zoom.follow(&ctx);
        self.letters.follow(&ctx, self.services.background, self.words());
        self.show_title(&ctx);
        self.keeper.follow(self.document.as_ref());
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.keeper.finish(self.document.as_ref());
        self.keep_tab();
        self.save_settings(&self.ctx.clone());
        self.settings_file.finish();
    }
}
