//! Both sides' changes in one plan, made beside the window: of the open plan and its file, or of work that was left behind
//! and its file.

use eframe::egui;

use super::both::{Cause, Clashes};
use super::{Ask, BothChanged, PlannerApp};
use crate::app::errand::Awaited;
use crate::app::merger::Sides;
use crate::compare::{Merged, Place, Side};
use crate::file::recovery::Left;
use crate::plan::Plan;
use crate::report::versions::{self, Clash};

/// Two plans that are being made one.
#[derive(Debug)]
pub(super) struct Merging {
    sides: Sides,
    cause: Cause,
    /// The open plan as it went in.
    present: Plan,
    /// What comes of it, each conflict in words; nothing where it broke down.
    outcome: Awaited<Option<(Merged, Vec<Clash>)>>,
}

impl PlannerApp {
    /// Both sides' changes in one plan; asks about those that clash.
    pub(super) fn merge_both(&mut self, ctx: &egui::Context, both: BothChanged) {
        let Some(theirs) = both.theirs.map(Box::new) else { return };
        self.merge(ctx, both.base, Cause::Outside { theirs, saving: both.saving }, Vec::new());
    }

    /// Work that was left behind, with what others wrote into its file meanwhile.
    pub(super) fn merge_left(&mut self, ctx: &egui::Context, left: Box<Left>) {
        let Some(base) = left.base.clone() else { return };
        self.merge(ctx, base, Cause::Recovery(left), Vec::new());
    }

    /// Both sides' changes in one plan, with what was chosen.
    pub(super) fn settle_clashes(&mut self, ctx: &egui::Context, clashes: Clashes) {
        let chosen = clashes.choices();
        self.merge(ctx, clashes.base, clashes.cause, chosen);
    }

    fn merge(&mut self, ctx: &egui::Context, base: Plan, cause: Cause, chosen: Vec<(Place, Side)>) {
        let Some(present) = self.document.as_ref().map(|document| document.plan.clone()) else { return };
        let (ours, theirs) = match &cause {
            Cause::Outside { theirs, .. } => (present.clone(), theirs.plan.clone()),
            Cause::Recovery(left) => (left.plan.clone(), present.clone()),
        };
        let sides = Sides { base, ours, theirs, chosen };
        let (asked, words, by) = (sides.clone(), self.words(), self.services.merger.clone());
        let outcome = Awaited::begin(ctx, self.services.background, None, move || {
            let merged = by.merge(&asked);
            let rows = versions::clashes(&merged, words);
            Some((merged, rows))
        });
        self.merging = Some(Merging { sides, cause, present, outcome });
        self.take_merged(ctx);
    }

    /// Takes in what was merged, unless another question stands in the window.
    pub(super) fn take_merged(&mut self, ctx: &egui::Context) {
        if !self.may_tell() {
            return;
        }
        let Some(merged) = self.merging.as_ref().and_then(|merging| merging.outcome.outcome()) else { return };
        let Some(Merging { sides, cause, present, .. }) = self.merging.take() else { return };
        self.ask = None;
        let Some(document) = &self.document else { return };
        if !document.plan.same_as(&present) {
            // Somebody went on working meanwhile.
            return self.merge(ctx, sides.base, cause, sides.chosen);
        }
        let Some((merged, rows)) = merged else {
            self.ask = Some(Ask::Trouble(self.words().text("window-merging-broke-down")));
            return;
        };
        let is_settled = |place: &Place| sides.chosen.iter().any(|(at, _)| at == place);
        if merged.conflicts.iter().all(|conflict| is_settled(&conflict.place)) {
            self.adopt(ctx, merged.plan, &cause);
        } else {
            self.ask = Some(Ask::Clashes(Clashes::of(sides, cause, (merged, rows))));
        }
    }

    fn adopt(&mut self, ctx: &egui::Context, plan: Plan, cause: &Cause) {
        match cause {
            Cause::Outside { theirs, saving } => {
                self.take_in(plan, theirs, "window-step-merge");
                if *saving {
                    self.save(ctx);
                }
            }
            Cause::Recovery(left) => self.go_on_with(left, plan),
        }
    }

    /// Whoever waits for large plans is told so.
    pub(super) fn tell_of_merging(&mut self) {
        if self.ask.is_none()
            && self.pending.is_none()
            && self.merging.as_ref().is_some_and(|merging| merging.outcome.is_slow())
        {
            self.ask = Some(Ask::Merging);
        }
    }
}
