//! Scenarios in the window: which one is looked at, new ones, other names, adopting, deleting.

use std::sync::Arc;

use eframe::egui;

use super::{Ask, Naming, PlannerApp};
use crate::app::context::Scenarios;
use crate::app::document::Document;
use crate::app::history::{Gesture, StepName};
use crate::app::widgets::draft::{self, Typing};
use crate::calc::scenario::{adopted, find, of_present};
use crate::plan::{Allocation, Id, Plan};
use crate::report::summary::scenarios::name;
use crate::t;

impl PlannerApp {
    /// Does what was asked for in the top bar.
    pub(super) fn do_with_scenarios(&mut self, ctx: &egui::Context, asked: Scenarios) {
        match asked {
            Scenarios::Choose(id) => self.choose_scenario(ctx, id),
            Scenarios::New => self.ask = self.new_name().map(|text| Ask::NameScenario(Naming { id: None, text })),
            Scenarios::Rename(id) => {
                let words = self.words();
                let renamed = self.document.as_ref().and_then(|document| find(&document.plan, &id));
                let text = renamed.map(|scenario| name(scenario, words));
                self.ask = text.map(|text| Ask::NameScenario(Naming { id: Some(id), text }));
            }
            Scenarios::Adopt(id) => self.change_scenarios(ctx, "scenario-step-adopt", &id, |plan| adopted(plan, &id)),
            Scenarios::Delete(id) => self.change_scenarios(ctx, "scenario-step-delete", &id, |plan| {
                let mut plan = plan.clone();
                Arc::make_mut(&mut plan.scenarios).retain(|scenario| scenario.id != id);
                Some(plan)
            }),
            Scenarios::Compare => self.ask = Some(Ask::Scenarios),
        }
        ctx.request_repaint();
    }

    /// Looks at a scenario, or at the base plan.
    pub(super) fn choose_scenario(&mut self, ctx: &egui::Context, id: Option<Id>) {
        let withdrawn = draft::clear(ctx);
        let Some(document) = &mut self.document else { return };
        if let Some(edit) = withdrawn {
            document.withdraw(edit);
        }
        document.choose(id);
    }

    /// "Scenario 2", the first that no scenario is called.
    fn new_name(&self) -> Option<String> {
        let plan = &self.document.as_ref()?.plan;
        let of = |number: usize| t!(self.words(), "scenario-numbered", number = number.to_string());
        let count = plan.scenarios.len();
        // One more than there are scenarios to have them.
        (count + 1..=2 * count + 1).map(of).find(|text| plan.scenarios.iter().all(|other| other.name != *text))
    }

    /// Makes a scenario of what is looked at with other money, in one step; the window goes on looking at what it does.
    pub(super) fn keep_as_scenario(&mut self, ctx: &egui::Context, allocation: Arc<Allocation>, text: String) {
        let words = self.words();
        let Some(document) = &mut self.document else { return };
        let before = document.plan.clone();
        let step = StepName { text: t!(words, "scenario-step-new", name = text.as_str()), language: words.language() };
        let scenario = of_present(&before, &Plan { allocation, ..document.shown().clone() }, text);
        Arc::make_mut(&mut document.plan.scenarios).push(scenario);
        document.observe(before, Some(step), Gesture::of(ctx, &Typing::default()));
    }

    /// Gives a scenario the name that was typed; a new one is looked at from here on.
    pub(super) fn name_scenario(&mut self, ctx: &egui::Context, naming: &Naming) {
        let words = self.words();
        let text = naming.text.trim().to_owned();
        let Some(document) = &mut self.document else { return };
        let before = document.plan.clone();
        let key = if naming.id.is_none() { "scenario-step-new" } else { "scenario-step-rename" };
        let step = StepName { text: t!(words, key, name = text.as_str()), language: words.language() };
        let mut chosen = None;
        if let Some(id) = &naming.id {
            let scenarios = Arc::make_mut(&mut document.plan.scenarios);
            scenarios
                .iter_mut()
                .filter(|scenario| scenario.id == *id)
                .for_each(|scenario| scenario.name.clone_from(&text));
        } else {
            let scenario = of_present(&before, document.shown(), text);
            chosen = Some(scenario.id.clone());
            Arc::make_mut(&mut document.plan.scenarios).push(scenario);
        }
        document.observe(before, Some(step), Gesture::of(ctx, &Typing::default()));
        if chosen.is_some() {
            document.choose(chosen);
        }
    }

    /// Makes another plan of the base plan, in one step about a scenario.
    fn change_scenarios(&mut self, ctx: &egui::Context, key: &str, id: &Id, change: impl Fn(&Plan) -> Option<Plan>) {
        let words = self.words();
        self.choose_scenario(ctx, self.document.as_ref().and_then(Document::scenario).map(|one| one.id.clone()));
        let Some(document) = &mut self.document else { return };
        let called = find(&document.plan, id).map(|scenario| name(scenario, words)).unwrap_or_default();
        let step = StepName { text: t!(words, key, name = called), language: words.language() };
        if let Some(plan) = change(&document.plan) {
            document.replace(plan, step);
        }
    }
}
