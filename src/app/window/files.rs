//! New plans, opening, and asking for files; asks first where something would be lost.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{self, ViewportCommand};

use super::chooser::Chooser;
use super::purpose::{PLANS, REPORTS};
use super::reading::Wanted;
use super::writing::{Consent, Content};
use super::{Ask, Next, Outside, Pending, PlannerApp, Purpose};
use crate::app::command::Tab;
use crate::app::dialogs::{Answer, Question};
use crate::app::document::Document;
use crate::app::errand::Awaited;
use crate::app::odds::Follower;
use crate::app::side_by_side::Comparing;
use crate::app::tabs::Views;
use crate::app::watch::Watch;
use crate::file::{examples, read_text};
use crate::plan::{Date, Period, Plan};
use crate::t;
use crate::words::clean::{self, one_line};

impl PlannerApp {
    /// Leaves the plan, whatever becomes of it.
    pub(super) fn leave(&mut self) {
        self.keep_tab();
        self.document = None;
        (self.reading, self.merging) = (None, None);
        self.writing.clear();
        self.after_save = None;
        self.import = None;
        self.dropped.clear();
    }

    pub(super) fn show_document(&mut self, document: Document) {
        self.leave();
        self.document = Some(document);
        (self.watch, self.outside) = (Watch::default(), Outside::AsKnown);
        self.odds = Follower::new(self.services.draws);
        self.side_by_side = Comparing::new(self.services.draws);
        self.views = Views::default();
        self.tab = Tab::default();
        self.jump = None;
        (self.typed_in, self.notice) = (None, None);
    }

    pub(super) fn remember(&mut self, ctx: &egui::Context, path: &Path) {
        self.settings.remember(&absolute(path), jiff::Timestamp::now());
        self.save_settings(ctx);
    }

    /// Keeps the tab for the next opening of the plan.
    pub(super) fn keep_tab(&mut self) {
        let path = self.document.as_ref().and_then(|document| document.path()).map(absolute);
        if let Some(recent) = path.and_then(|path| self.settings.recent_file(&path)) {
            recent.tab = Some(self.tab.name().to_owned());
        }
    }

    /// Shows the tab on which the plan was left.
    pub(super) fn show_kept_tab(&mut self, path: &Path) {
        let recent = self.settings.recent_file(&absolute(path));
        let tab = recent.and_then(|recent| Tab::named(recent.tab.as_deref()?));
        self.tab = tab.unwrap_or_default();
    }

    pub(super) fn new_blank(&mut self) {
        let today = self.services.today();
        let start = Date::new(today.year(), today.month(), 1).unwrap_or(today);
        let title = self.words().text("start-new-plan-title");
        self.show_document(Document::new(Plan::blank(title, Period { start, months: 12 })));
        self.tab = Tab::Goal;
    }

    pub(super) fn new_from_worked_case(&mut self) {
        match self.services.examples.worked_case(self.language()) {
            Ok(example) => self.show_document(Document::new(example.plan.clone())),
            Err(error) => self.ask = Some(Ask::Trouble(error.say(self.words()))),
        }
    }

    /// Opens where it is about what happened.
    pub(super) fn new_from_tracked_case(&mut self) {
        match read_text(examples::tracked_case(self.language())) {
            Ok(plan) => {
                self.show_document(Document::new(plan));
                self.tab = Tab::Track;
            }
            Err(error) => self.ask = Some(Ask::Trouble(error.say(self.words()))),
        }
    }

    /// Whether something could be lost by leaving the plan.
    pub(super) fn is_guarded(&self) -> bool {
        !self.writing.is_empty() || self.document.as_ref().is_some_and(Document::is_unsaved)
    }

    /// Does the next thing, unless something would be lost: then waits or asks first.
    pub(super) fn guarded(&mut self, ctx: &egui::Context, next: Next) {
        self.reading = None;
        if !self.writing.is_empty() {
            self.after_save = Some(next);
            ctx.request_repaint();
        } else if self.is_guarded() {
            self.ask = Some(Ask::Unsaved(next));
        } else {
            self.go_on(ctx, next);
        }
    }

    pub(super) fn go_on(&mut self, ctx: &egui::Context, next: Next) {
        match next {
            Next::Quit => {
                self.may_close = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            Next::Start => {
                self.leave();
                self.offers.look_again();
            }
            Next::New => self.new_blank(),
            Next::NewFromWorkedCase => self.new_from_worked_case(),
            Next::NewFromTrackedCase => self.new_from_tracked_case(),
            Next::Open(path) => self.open(ctx, &path, false),
        }
    }

    /// Shows a file or a folder in the program of this system.
    pub(super) fn open_elsewhere(&mut self, ctx: &egui::Context, path: PathBuf) {
        let (words, opener) = (self.words(), Arc::clone(&self.services.opener));
        self.do_silently(ctx, move || {
            let why = opener(&path).err()?.to_string();
            Some(t!(words, "files-no-opener", path = one_line(&path.display().to_string()), why = why))
        });
    }

    /// Does something beside the window that says why not where it fails.
    pub(super) fn do_silently(&mut self, ctx: &egui::Context, what: impl FnOnce() -> Option<String> + Send + 'static) {
        self.silent.push(Awaited::begin(ctx, self.services.background, None, what));
        self.follow_silent();
    }

    /// Takes in what has failed of it.
    pub(super) fn follow_silent(&mut self) {
        while self.may_tell() {
            let Some(done) = self.silent.iter().position(|errand| errand.outcome().is_some()) else { break };
            if let Some(why) = self.silent.remove(done).outcome().flatten() {
                self.ask = Some(Ask::Trouble(why));
            }
        }
    }

    /// Asks for the file that something is written into; says why there is nothing to write.
    pub(super) fn export(&mut self, ctx: &egui::Context, extension: &'static str, made: Result<Vec<u8>, String>) {
        match made {
            Ok(bytes) => self.ask_for_file(ctx, Purpose::Export { extension, bytes }),
            Err(why) => self.ask = Some(Ask::Trouble(why)),
        }
    }

    pub(super) fn ask_for_file(&mut self, ctx: &egui::Context, purpose: Purpose) {
        let words = self.words();
        let title = words.text(purpose.title());
        let folder = self.folder();
        let question = match (self.suggested_name(&purpose), &purpose) {
            (Some(name), _) => Question::Save { folder, name },
            (None, Purpose::Import) => Question::Several { folder, kind: "CSV, XLSX, …", extensions: REPORTS },
            (None, Purpose::AddUp) => Question::Several { folder, kind: "RON", extensions: PLANS },
            (None, _) => Question::Open { folder },
        };
        let wake = ctx.clone();
        let answer = self.services.dialogs.ask(&question, &title, Box::new(move || wake.request_repaint()));
        self.pending = Some(Pending { purpose, answer });
    }

    /// The name a new file gets unless the person chooses another; none where a file is opened.
    pub(super) fn suggested_name(&self, purpose: &Purpose) -> Option<String> {
        match purpose {
            Purpose::Open | Purpose::Compare | Purpose::AddUp | Purpose::Import | Purpose::Calendar => None,
            Purpose::Save => Some(self.own_file_name().unwrap_or_else(|| self.file_name("ron"))),
            Purpose::Export { extension, .. } => Some(self.file_name(extension)),
        }
    }

    /// The name of the plan's file, if it is in one.
    fn own_file_name(&self) -> Option<String> {
        let path = self.document.as_ref().and_then(Document::path)?;
        path.file_name().map(|name| name.to_string_lossy().into_owned())
    }

    /// The plan's title as the name of a file.
    fn file_name(&self, extension: &str) -> String {
        let title = self.document.as_ref().map(|document| clean::file_name(&document.plan.title));
        let name = title.filter(|title| !title.is_empty()).unwrap_or_else(|| self.words().text("window-untitled"));
        format!("{name}.{extension}")
    }

    pub(super) fn folder(&self) -> Option<PathBuf> {
        let of_document = self.document.as_ref().and_then(Document::path);
        let of_recent = self.settings.recent.first().map(|recent| recent.path.as_path());
        let path = of_document.or(of_recent)?;
        // A plan named without its folder lies where the program was started.
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        whole.parent().map(Path::to_owned)
    }

    pub(super) fn take_answer(&mut self, ctx: &egui::Context) {
        let Some(answer) = self.pending.as_ref().and_then(|pending| pending.answer.try_recv().ok()) else { return };
        let Some(Pending { purpose, .. }) = self.pending.take() else { return };
        match answer {
            // The system's dialog has asked before it gave the name of a file that is there.
            Answer::Picked(path) => self.picked(ctx, &purpose, &path, true),
            Answer::Several(paths) if purpose == Purpose::Import => self.import_files(ctx, &paths),
            Answer::Several(paths) if purpose == Purpose::AddUp => self.add_up_files(ctx, &paths),
            Answer::Several(paths) => {
                paths.first().into_iter().for_each(|path| self.picked(ctx, &purpose, path, true));
            }
            Answer::Cancelled => self.after_save = None,
            Answer::Unavailable => {
                let name = self.suggested_name(&purpose);
                self.folders.begin();
                self.ask = Some(Ask::Path(Chooser::new(purpose, self.folder(), name)));
            }
        }
    }

    /// Goes on with a typed path; where it is refused, the dialog stays with what was typed and says why.
    pub(super) fn typed(&mut self, ctx: &egui::Context, chooser: Chooser) {
        let (path, purpose) = (chooser.path(), chooser.purpose.clone());
        self.chooser = Some(chooser);
        self.picked(ctx, &purpose, &path, false);
        self.chooser = None;
    }

    /// Goes on with a file; `agreed` if the person was asked whether it may be replaced.
    pub(super) fn picked(&mut self, ctx: &egui::Context, purpose: &Purpose, path: &Path, agreed: bool) {
        match purpose {
            Purpose::Open => self.guarded(ctx, Next::Open(path.to_owned())),
            Purpose::Compare => self.read(ctx, path, Wanted::Compare),
            Purpose::AddUp => self.add_up_files(ctx, &[path.to_owned()]),
            Purpose::Import => self.import_files(ctx, &[path.to_owned()]),
            Purpose::Calendar => self.read_calendar(ctx, path),
            // With its extension it is another file, which nobody was asked about.
            Purpose::Save if path.extension().is_none() => {
                self.save_to(ctx, &path.with_extension("ron"), Consent::Unasked);
            }
            Purpose::Save => self.save_to(ctx, path, if agreed { Consent::OtherFile } else { Consent::Unasked }),
            Purpose::Export { extension, bytes } => {
                let agreed = if agreed { Consent::Anything } else { Consent::Unasked };
                self.write(ctx, path, agreed, Content::Export { extension, bytes: bytes.clone() });
            }
        }
    }
}

/// As the settings name a file.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
