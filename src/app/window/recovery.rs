//! Unsaved work: kept while the window runs, offered again after one that ended without a word.

use eframe::egui::Context;

use super::reading::Wanted;
use super::{Ask, PlannerApp};
use crate::app::document::Document;
use crate::file::recovery::Left;

impl PlannerApp {
    /// Keeps what is unsaved, and asks about what was left behind of the file that is open.
    pub(super) fn follow_unsaved(&mut self, ctx: &Context) {
        self.keeper.follow(self.document.as_ref());
        let path = self.document.as_ref().and_then(Document::path);
        self.offers.look((self.services.state_folder.as_deref(), path), ctx, self.services.background);
        if self.ask.is_some() || self.pending.is_some() {
            return;
        }
        if let Some(left) = path.and_then(|path| self.offers.of_file(path)) {
            self.ask = Some(Ask::Recover(Box::new(left.clone())));
            ctx.request_repaint();
        }
    }

    /// Goes on with work that was left behind: in the document if it is of that file, else in a new one.
    pub(super) fn recover(&mut self, ctx: &Context, left: Box<Left>) {
        match (&self.document, left.about.path.clone()) {
            (Some(_), _) => self.go_on_with(&left),
            (None, Some(path)) => self.read(ctx, &path, Wanted::Recover(left)),
            (None, None) => {
                self.show_document(Document::recovered(&left));
                self.go_on_with(&left);
            }
        }
    }

    /// Puts the work in the place of the open plan, in one step; it is this window's from now on.
    pub(super) fn go_on_with(&mut self, left: &Left) {
        let step = self.words().text("recovery-step");
        self.take_over(left.plan.clone(), step);
        self.keeper.take_over(left.file.clone());
        self.offers.settle(left);
    }
}
