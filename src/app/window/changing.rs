//! Changes to the plan that no field makes: each is one step to take back.

use eframe::egui;

use super::{Ask, PlannerApp, Removal};
use crate::app::history::{Gesture, StepName};
use crate::app::shell;
use crate::app::widgets::draft::Typing;
use crate::calc::removal::{self, Target};
use crate::plan::Plan;
use crate::t;

impl PlannerApp {
    /// Mends the plan in one step of that name.
    pub(super) fn mend(&mut self, ctx: &egui::Context, step: &str, edit: fn(&mut Plan)) {
        let step = StepName { text: self.words().text(step), language: self.language() };
        if let Some(document) = &mut self.document {
            let before = document.plan.clone();
            edit(&mut document.plan);
            document.observe(before, Some(step), Gesture::of(ctx, &Typing::default()));
        }
    }

    /// Puts another plan in the place of this one, in one step.
    pub(super) fn take_over(&mut self, plan: Plan, step: String) {
        let step = StepName { text: step, language: self.language() };
        if let Some(document) = &mut self.document {
            document.replace(plan, step);
        }
    }

    /// What nothing refers to goes at once.
    pub(super) fn ask_to_remove(&mut self, ctx: &egui::Context, target: Target) {
        let Some(document) = &self.document else { return };
        let is_free = removal::references(&document.plan, &target).is_empty();
        let removal = Removal { target, heir: None };
        if is_free {
            self.remove(ctx, &removal);
        } else {
            self.ask = Some(Ask::Removal(removal));
        }
        ctx.request_repaint();
    }

    /// Takes something out of the plan, in one step with everything that is handed over.
    pub(super) fn remove(&mut self, ctx: &egui::Context, Removal { target, heir }: &Removal) {
        let words = self.words();
        let Some(document) = &mut self.document else { return };
        let before = document.plan.clone();
        let text = t!(words, "removal-title", item = shell::removal::name(&before, words, target));
        removal::remove(&mut document.plan, target, heir.as_ref());
        let step = StepName { text, language: words.language() };
        document.observe(before, Some(step), Gesture::of(ctx, &Typing::default()));
    }
}
