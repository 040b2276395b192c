//! Earlier versions of the plan, shown and restored.

use eframe::egui::Context;

use super::{Ask, PlannerApp, Purpose};
use crate::app::shell::versions::{self, Choice, Needs};
use crate::file;

impl PlannerApp {
    pub(super) fn show_versions(&mut self) {
        self.versions.begin();
        self.ask = Some(Ask::Versions);
    }

    /// Deletes the earlier versions of all plans, beside the window.
    pub(super) fn remove_versions(&mut self, ctx: &Context) {
        let (words, folder) = (self.words(), self.services.state_folder.clone());
        self.do_silently(ctx, move || {
            let removed = folder.as_deref().map_or(Ok(()), file::remove_versions);
            removed.err().map(|error| error.say(words))
        });
    }

    /// Draws the dialog and does what is wanted in it.
    pub(super) fn draw_versions(&mut self, ctx: &Context) {
        let (words, background) = (self.words(), self.services.background);
        let Some(document) = &self.document else { return };
        let place = self.services.state_folder.as_deref().zip(document.path());
        if let Some(place) = place {
            self.versions.look(place, ctx, background);
        }
        let needs =
            Needs { plan: &document.plan, is_in_file: place.is_some(), today: self.services.today(), background };
        let views = (&mut self.versions, &mut self.differences);
        let Some(choice) = versions::ui(ctx, words, views, &needs) else { return };
        self.ask = None;
        match choice {
            Choice::Restore(plan, step) => self.take_over(*plan, step),
            Choice::Copy(bytes) => self.ask_for_file(ctx, Purpose::Export { extension: "ron", bytes }),
            Choice::Close => {}
        }
    }
}
