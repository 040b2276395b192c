//! New plans, opening, saving, exporting: everything that ends in a file, and asks first where something would be lost.

use std::path::{Path, PathBuf};

use eframe::egui::{self, ViewportCommand};

use super::chooser::Chooser;
use super::{Ask, Next, Other, Outside, Pending, PlannerApp, Purpose};
use crate::app::command::Tab;
use crate::app::dialogs::{Answer, Question};
use crate::app::document::Document;
use crate::app::history::{Gesture, StepName};
use crate::app::odds::Follower;
use crate::app::tabs::Views;
use crate::app::watch::Watch;
use crate::file::{self, FileError, Note, Over, Saved};
use crate::plan::{Date, Period, Plan};
use crate::words::clean::one_line;
use crate::words::{Language, Words, clean};

impl PlannerApp {
    pub(super) fn show_document(&mut self, document: Document) {
        self.document = Some(document);
        (self.watch, self.outside) = (Watch::default(), Outside::AsKnown);
        self.odds = Follower::new(self.services.draws);
        self.views = Views::default();
        self.tab = Tab::default();
        self.jump = None;
        (self.typed_in, self.notice) = (None, None);
    }

    pub(super) fn open(&mut self, path: &Path) {
        self.offers.look_again();
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
                self.ask = Some(Ask::Trouble(error.say(self.words())));
            }
        }
    }

    /// Shows what differs from the plan in another file.
    fn compare(&mut self, path: &Path) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        self.ask = Some(match file::open(path) {
            Ok(plan) => Ask::Compare(Other { name: one_line(&name), plan }),
            Err(error) => Ask::Trouble(error.say(self.words())),
        });
    }

    pub(super) fn remember(&mut self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.settings.remember(&path, jiff::Timestamp::now());
        self.save_settings();
    }

    pub(super) fn new_blank(&mut self) {
        let today = self.services.today;
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

    /// Does the next thing, unless something would be lost: then asks first.
    pub(super) fn guarded(&mut self, ctx: &egui::Context, next: Next) {
        if self.document.as_ref().is_some_and(Document::is_unsaved) {
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
                self.document = None;
                self.offers.look_again();
            }
            Next::New => self.new_blank(),
            Next::NewFromWorkedCase => self.new_from_worked_case(),
            Next::AskOpen => self.ask_for_file(ctx, Purpose::Open),
            Next::Open(path) => self.open(&path),
        }
    }

    pub(super) fn save(&mut self, ctx: &egui::Context) {
        let Some(document) = &self.document else { return };
        match document.path().map(Path::to_owned) {
            Some(path) => self.save_to(ctx, &path, false),
            None => self.ask_for_file(ctx, Purpose::Save),
        }
    }

    /// Saves to a file; `agreed` if the person was asked about the file that is there.
    pub(super) fn save_to(&mut self, ctx: &egui::Context, path: &Path, agreed: bool) {
        let name = self.name_of_unnamed(path);
        let Some(document) = &mut self.document else { return };
        let before = document.plan.clone();
        if let Some((title, _)) = &name {
            document.plan.title.clone_from(title);
        }
        let result = document.save_to(path, agreed, self.services.state_folder.as_deref());
        match (&result, name) {
            (Ok(_), Some((_, step))) => document.observe(before, Some(step), Gesture::default()),
            _ => document.plan.title = before.title,
        }
        match result {
            Ok(saved) => {
                self.remember(path);
                self.outside = Outside::AsKnown;
                self.notice_saved(ctx);
                self.tell(path, &saved);
                if self.ask.is_none() {
                    self.after_saving(ctx);
                }
            }
            Err(FileError::ChangedOutside(path)) => self.ask_before_saving_over(&path),
            Err(FileError::Exists(path)) => self.ask = Some(Ask::Replace { purpose: Purpose::Save, path }),
            // No other place would take it either.
            Err(error @ FileError::Write { .. }) => self.ask = Some(Ask::Trouble(error.say(self.words()))),
            Err(error) => self.ask = Some(Ask::NotSaved(error.say(self.words()))),
        }
    }

    /// A plan that has no title of its own takes that of its new file, as a step that can be undone.
    fn name_of_unnamed(&self, path: &Path) -> Option<(String, StepName)> {
        let document = self.document.as_ref().filter(|document| document.path() != Some(path))?;
        let now = document.plan.title.trim();
        let is_blank = |language: Language| Words::of(language).text("start-new-plan-title") == now;
        if !(now.is_empty() || Language::ALL.into_iter().any(is_blank)) {
            return None;
        }
        let title = one_line(&path.file_stem()?.to_string_lossy());
        let step = StepName { text: self.words().text("window-step-title"), language: self.language() };
        (title != now).then_some((title, step))
    }

    /// What was waiting for the plan to be saved.
    pub(super) fn after_saving(&mut self, ctx: &egui::Context) {
        if let Some(next) = self.after_save.take() {
            self.go_on(ctx, next);
        }
    }

    /// Says what a saving could not keep or met.
    fn tell(&mut self, path: &Path, saved: &Saved) {
        let words = self.words();
        let durable = (!saved.durable).then(|| words.text("window-not-durable"));
        // Once is enough: it would be said at every saving.
        let is_new = |note: &&Note| !matches!(note, Note::NoVersion { .. }) || !self.told_no_version;
        let notes: Vec<String> =
            saved.notes.iter().filter(is_new).map(|note| note.say(path, words)).chain(durable).collect();
        self.told_no_version |= saved.notes.iter().any(|note| matches!(note, Note::NoVersion { .. }));
        if !notes.is_empty() {
            self.ask = Some(Ask::Notice(notes.join("\n\n")));
        }
    }

    /// Writes what was made of the plan; `agreed` as for [`Self::save_to`].
    fn export_to(&mut self, purpose: &Purpose, path: &Path, bytes: &[u8], agreed: bool) {
        match file::export(path, bytes, if agreed { Over::Anything } else { Over::Nothing }) {
            Ok(saved) => self.tell(path, &saved),
            Err(FileError::Exists(path)) => self.ask = Some(Ask::Replace { purpose: purpose.clone(), path }),
            Err(error) => self.ask = Some(Ask::Trouble(error.say(self.words()))),
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
        let question = match self.suggested_name(&purpose) {
            Some(name) => Question::Save { folder, name },
            None => Question::Open { folder },
        };
        let wake = ctx.clone();
        let answer = self.services.dialogs.ask(&question, &title, Box::new(move || wake.request_repaint()));
        self.pending = Some(Pending { purpose, answer });
    }

    /// The name a new file gets unless the person chooses another; none where a file is opened.
    pub(super) fn suggested_name(&self, purpose: &Purpose) -> Option<String> {
        match purpose {
            Purpose::Open | Purpose::Compare => None,
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
        of_document.or(of_recent).and_then(Path::parent).map(Path::to_owned)
    }

    pub(super) fn take_answer(&mut self, ctx: &egui::Context) {
        let Some(answer) = self.pending.as_ref().and_then(|pending| pending.answer.try_recv().ok()) else { return };
        let Some(Pending { purpose, .. }) = self.pending.take() else { return };
        match answer {
            // The system's dialog has asked before it gave the name of a file that is there.
            Answer::Picked(path) => self.picked(ctx, &purpose, &path, true),
            Answer::Cancelled => self.after_save = None,
            Answer::Unavailable => {
                let name = self.suggested_name(&purpose);
                self.ask = Some(Ask::Path(Chooser::new(purpose, self.folder(), name)));
            }
        }
    }

    /// Goes on with a typed path; where it is refused, the dialog stays with what was typed and says why.
    pub(super) fn typed(&mut self, ctx: &egui::Context, chooser: Chooser) {
        let path = chooser.path();
        self.picked(ctx, &chooser.purpose, &path, false);
        if let Some(Ask::Trouble(why) | Ask::NotSaved(why)) =
            self.ask.take_if(|ask| matches!(ask, Ask::Trouble(_) | Ask::NotSaved(_)))
        {
            self.ask = Some(Ask::Path(chooser.refuse(why)));
        }
    }

    /// Goes on with a file; `agreed` if the person was asked whether it may be replaced.
    pub(super) fn picked(&mut self, ctx: &egui::Context, purpose: &Purpose, path: &Path, agreed: bool) {
        match purpose {
            Purpose::Open => self.open(path),
            Purpose::Compare => self.compare(path),
            // With its extension it is another file, which nobody was asked about.
            Purpose::Save if path.extension().is_none() => self.save_to(ctx, &path.with_extension("ron"), false),
            Purpose::Save => self.save_to(ctx, path, agreed && !self.is_own(path)),
            Purpose::Export { bytes, .. } => self.export_to(purpose, path, bytes, agreed),
        }
    }

    /// Whether the plan was opened from or saved to this very file: then what is there is known, unless others changed it.
    fn is_own(&self, path: &Path) -> bool {
        self.document.as_ref().and_then(Document::path).is_some_and(|own| file::same_file(own, path))
    }
}
