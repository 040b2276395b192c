//! Unsaved work: kept while the window runs, offered again after one that ended without a word.

use eframe::egui::Context;

use super::reading::Wanted;
use super::{Ask, PlannerApp};
use crate::app::document::Document;
use crate::file::recovery::Left;
use crate::plan::Plan;

impl PlannerApp {
    /// Keeps what is unsaved, and asks about what was left behind of the file that is open.
    pub(super) fn follow_unsaved(&mut self, ctx: &Context) {
        self.keeper.follow(self.document.as_ref());
        let path = self.document.as_ref().and_then(Document::path);
        self.offers.look((self.services.state_folder.as_deref(), path), ctx, self.services.background);
        if self.ask.is_some() || self.pending.is_some() || self.merging.is_some() {
            return;
        }
        if let Some(left) = path.and_then(|path| self.offers.of_file(path)) {
            self.ask = Some(Ask::Recover(Box::new(left.clone())));
            ctx.request_repaint();
        }
    }

    /// Goes on with work that was left behind: in the document if it is of that file, else in a new one. `merges` if what the
    /// file holds by now is to be in it, too.
    pub(super) fn recover(&mut self, ctx: &Context, left: Box<Left>, merges: bool) {
        match (&self.document, left.about.path.clone()) {
            (Some(_), _) => self.recover_here(ctx, left, merges),
            (None, Some(path)) => self.read(ctx, &path, Wanted::Recover { left, merges }),
            (None, None) => self.recover_alone(&left),
        }
    }

    /// Goes on with it in the open document.
    pub(super) fn recover_here(&mut self, ctx: &Context, left: Box<Left>, merges: bool) {
        if merges {
            self.merge_left(ctx, left);
        } else {
            let plan = left.plan.clone();
            self.go_on_with(&left, plan);
        }
    }

    /// Goes on with it in a document of its own; its file is gone, or it never had one.
    pub(super) fn recover_alone(&mut self, left: &Left) {
        self.show_document(Document::recovered(left));
        self.go_on_with(left, left.plan.clone());
    }

    /// Puts the plan that was made of it in the place of the open one, in one step; it is this window's from now on.
    pub(super) fn go_on_with(&mut self, left: &Left, plan: Plan) {
        let step = self.words().text("recovery-step");
        self.take_over(plan, step);
        self.keeper.take_over(left.file.clone());
        self.offers.settle(left);
    }
}
