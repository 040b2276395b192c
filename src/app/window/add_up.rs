//! Adding plans up: those that were opened last stand to be chosen, others come by the file dialog.

use std::path::PathBuf;

use eframe::egui::Context;

use super::{Ask, PlannerApp, Purpose};
use crate::app::adding_up::{AddingUp, Reader};
use crate::app::shell::add_up::{self, Wish};
use crate::app::widgets::copied::Copied;

/// Plans that are added up in the window.
#[derive(Debug)]
pub(super) struct Adding {
    plans: AddingUp,
    copied: Copied,
}

impl PlannerApp {
    /// Shows the dialog; one that is put aside for a file dialog goes on.
    pub(super) fn begin_adding_up(&mut self) {
        if self.adding.is_none() {
            let recent = self.settings.recent.iter().map(|recent| recent.path.clone());
            let plans = AddingUp::of(recent, self.services.draws);
            self.adding = Some(Adding { plans, copied: Copied::default() });
        }
        self.ask = Some(Ask::AddUp);
    }

    /// Adds the plans of these files, too.
    pub(super) fn add_up_files(&mut self, ctx: &Context, paths: &[PathBuf]) {
        self.begin_adding_up();
        let reader = Reader { ctx, files: &self.services.files, background: self.services.background };
        if let Some(adding) = &mut self.adding {
            adding.plans.add(paths, &reader);
        }
        ctx.request_repaint();
    }

    /// Draws the dialog and does what is wanted in it.
    pub(super) fn draw_adding_up(&mut self, ctx: &Context) {
        let words = self.words();
        let reader = Reader { ctx, files: &self.services.files, background: self.services.background };
        let Some(Adding { plans, copied }) = &mut self.adding else {
            self.ask = None;
            return;
        };
        match add_up::ui(ctx, words, (plans, copied), &reader) {
            None => {}
            Some(Wish::Files) => self.ask_for_file(ctx, Purpose::AddUp),
            Some(Wish::Close) => (self.ask, self.adding) = (None, None),
        }
    }
}
