//! Opening, comparing, recovering: the window asks for a file to be read, goes on, and takes in later what came of it.
//! The newest wish counts: whoever opens something else meanwhile, or leaves, no longer waits for the first.

use std::path::Path;

use eframe::egui;

use super::reading::{Read, Reading, Wanted};
use super::{Ask, Next, Other, PlannerApp};
use crate::app::document::Document;
use crate::file::FileError;
use crate::words::clean::one_line;

impl PlannerApp {
    /// Opens a plan in place of the one that is open; `agreed` if the person said that what is unsaved may go.
    pub(super) fn open(&mut self, ctx: &egui::Context, path: &Path, agreed: bool) {
        self.offers.look_again();
        self.read(ctx, path, Wanted::Open { agreed });
    }

    pub(super) fn read(&mut self, ctx: &egui::Context, path: &Path, wanted: Wanted) {
        self.reading = Some(Reading::begin(ctx, &self.services, (path, wanted), self.chooser.take()));
        self.take_read(ctx);
    }

    /// Takes in what was read, unless another question stands in the window: one after the other.
    pub(super) fn take_read(&mut self, ctx: &egui::Context) {
        if !self.may_tell() {
            return;
        }
        let Some(read) = self.reading.as_ref().and_then(|reading| reading.read.outcome()) else { return };
        let Some(Reading { path, wanted, chooser, .. }) = self.reading.take() else { return };
        self.ask = None;
        self.chooser = chooser;
        self.was_read(ctx, (&path, wanted), read);
        self.chooser = None;
    }

    fn was_read(&mut self, ctx: &egui::Context, (path, wanted): (&Path, Wanted), read: Read) {
        match (wanted, read) {
            (Wanted::Compare, Ok((plan, _))) => {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                self.ask = Some(Ask::Compare(Other { name: one_line(&name), plan }));
            }
            // Somebody went on working meanwhile.
            (Wanted::Open { agreed: false }, Ok(_)) if self.is_guarded() => {
                self.guarded(ctx, Next::Open(path.to_owned()));
            }
            (Wanted::Recover { .. }, _) if self.is_guarded() => {}
            (Wanted::Open { .. }, Ok((plan, fingerprint))) => {
                self.show_document(Document::opened(path, plan, fingerprint));
                self.show_kept_tab(path);
                self.remember(ctx, path);
            }
            (Wanted::Recover { left, merges }, Ok((plan, fingerprint))) => {
                self.show_document(Document::opened(path, plan, fingerprint));
                self.recover_here(ctx, left, merges);
            }
            (Wanted::Recover { left, .. }, Err(_)) => self.recover_alone(&left),
            (_, Err(error)) => self.not_read(ctx, path, &error),
        }
    }

    /// Says why a file was not read, in the dialog in which its name was typed.
    fn not_read(&mut self, ctx: &egui::Context, path: &Path, error: &FileError) {
        if error.is_missing() {
            self.settings.forget(path);
            self.save_settings(ctx);
        }
        let why = error.say(self.words());
        self.ask = Some(match self.chooser.take() {
            Some(chooser) => {
                self.folders.begin();
                Ask::Path(chooser.refuse(why))
            }
            None => Ask::Trouble(why),
        });
    }

    /// Whoever waits for a disk is told for what.
    pub(super) fn tell_of_reading(&mut self) {
        if self.ask.is_none()
            && self.pending.is_none()
            && let Some(reading) = self.reading.as_ref().filter(|reading| reading.read.is_slow())
        {
            self.ask = Some(Ask::Reading(reading.path.clone()));
        }
    }
}
