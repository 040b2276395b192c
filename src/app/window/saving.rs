//! Saving and exporting: the window hands a file to be written over, goes on, and takes in later how it ended.

use std::path::Path;

use eframe::egui;

use super::chooser::Chooser;
use super::writing::{Consent, Content, Outcome, Writing};
use super::{Ask, Outside, PlannerApp, Purpose};
use crate::app::document::Document;
use crate::app::history::{Gesture, StepName};
use crate::file::{FileError, Note, Saved};
use crate::plan::Plan;
use crate::words::clean::one_line;
use crate::words::{Language, Words};

impl PlannerApp {
    pub(super) fn save(&mut self, ctx: &egui::Context) {
        let Some(document) = &self.document else { return };
        if let Some(writing) = self.writing.iter_mut().find(|writing| writing.content.is_plan()) {
            // What has changed meanwhile is saved as soon as that is done.
            writing.again = true;
            return;
        }
        match document.path().map(Path::to_owned) {
            Some(path) => self.save_to(ctx, &path, Consent::Unasked),
            None => self.ask_for_file(ctx, Purpose::Save),
        }
    }

    /// Saves to a file, which becomes the plan's own once it is written.
    pub(super) fn save_to(&mut self, ctx: &egui::Context, path: &Path, agreed: Consent) {
        let Some(mut plan) = self.document.as_ref().map(|document| document.plan.clone()) else { return };
        if let Some((title, _)) = self.name_of_unnamed(path) {
            plan.title = title;
        }
        // A disk that does not answer keeps nobody from saving elsewhere; what comes of it is then not the plan's state.
        self.writing.retain(|writing| !writing.content.is_plan());
        self.write(ctx, path, agreed, Content::Plan(plan));
    }

    pub(super) fn write(&mut self, ctx: &egui::Context, path: &Path, agreed: Consent, content: Content) {
        let own = self.document.as_ref().and_then(Document::file).filter(|_| content.is_plan());
        let writing = Writing::begin(ctx, &self.services, (path, agreed, own), content, self.chooser.take());
        self.writing.push(writing);
        self.take_written(ctx);
    }

    /// Takes in what has been written, unless another question stands in the window: one after the other.
    pub(super) fn take_written(&mut self, ctx: &egui::Context) {
        while self.may_tell() {
            let done = self.writing.iter().position(|writing| writing.written.outcome().is_some());
            let Some(done) = done.map(|index| self.writing.remove(index)) else { break };
            let Some(outcome) = done.written.outcome() else { break };
            self.ask = None;
            self.written(ctx, done, outcome);
        }
        self.ask_whether_to_wait();
    }

    /// Whether something can be told or asked: nothing is in the way but that somebody waits.
    pub(super) fn may_tell(&self) -> bool {
        self.pending.is_none() && self.ask.as_ref().is_none_or(Ask::only_waits)
    }

    /// Whoever wants to leave and waits for a disk is told for what.
    fn ask_whether_to_wait(&mut self) {
        if self.ask.is_some() || self.pending.is_some() {
            return;
        }
        if let Some(writing) = self.writing.iter().find(|writing| writing.written.is_slow())
            && let Some(next) = self.after_save.clone()
        {
            let (path, is_plan) = (writing.path.clone(), writing.content.is_plan());
            self.ask = Some(Ask::Writing { next, path, is_plan });
        }
    }

    fn written(
        &mut self,
        ctx: &egui::Context,
        Writing { path, content, chooser, again, .. }: Writing,
        outcome: Outcome,
    ) {
        match outcome {
            Ok(saved) => {
                match content {
                    Content::Plan(plan) => self.take_saved(ctx, &path, plan, &saved),
                    Content::Export { .. } => self.views.summary.written(&path),
                }
                self.tell(&path, &saved);
                if self.ask.is_some() {
                    return;
                }
                if again && self.document.as_ref().is_some_and(Document::is_unsaved) {
                    self.save(ctx);
                } else {
                    self.after_saving(ctx);
                }
            }
            Err(error) => self.refused(&error, content, chooser),
        }
    }

    fn take_saved(&mut self, ctx: &egui::Context, path: &Path, plan: Plan, saved: &Saved) {
        // Whoever has typed a title meanwhile has named it.
        let named = self.name_of_unnamed(path).filter(|(title, _)| *title == plan.title);
        let Some(document) = &mut self.document else { return };
        document.was_saved(path, plan, saved.fingerprint);
        if let Some((title, step)) = named {
            let before = document.plan.clone();
            document.plan.title = title;
            document.observe(before, Some(step), Gesture::default());
        }
        self.outside = Outside::AsKnown;
        self.remember(ctx, path);
        self.notice_saved(ctx);
    }

    /// Says why a file was not written, or asks what may go.
    fn refused(&mut self, error: &FileError, content: Content, chooser: Option<Chooser>) {
        let why = error.say(self.words());
        let is_plan = content.is_plan();
        self.ask = Some(match (error, chooser) {
            (FileError::ChangedOutside(_), _) if is_plan => return self.ask_before_saving_over(),
            (FileError::Exists(path), _) => Ask::Replace { purpose: content.into(), path: path.clone() },
            (_, Some(chooser)) => {
                self.folders.begin();
                Ask::Path(chooser.refuse(why))
            }
            // No other place would take it either.
            (FileError::Write { .. }, None) => Ask::Trouble(why),
            (_, None) if is_plan => Ask::NotSaved(why),
            (_, None) => Ask::Trouble(why),
        });
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

    /// What was waiting for the plan to be saved. It may have been changed again meanwhile.
    pub(super) fn after_saving(&mut self, ctx: &egui::Context) {
        if let Some(next) = self.after_save.take() {
            self.guarded(ctx, next);
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
}
