//! What a KPI does to the goal: said in a word, chosen from a list.

use eframe::egui::{Id as EguiId, Ui};

use super::{Desk, edit};
use crate::app::theme::Tone;
use crate::app::widgets::Dropdown;
use crate::plan::Id;
use crate::plan::team::{Kpi, KpiEffect};
use crate::t;
use crate::words::names::Named;

/// The tone of an effect.
pub(super) fn tone(effect: &KpiEffect) -> Tone {
    match effect {
        KpiEffect::Serves => Tone::Accent,
        KpiEffect::PullsAgainst(_) => Tone::Warn,
        KpiEffect::Unlinked => Tone::Weak,
    }
}

impl Desk<'_, '_> {
    /// A KPI's name, or what stands for one without.
    pub(super) fn kpi_name(&self, kpi: &Kpi) -> String {
        if kpi.name.trim().is_empty() { self.text("team-kpi-unnamed") } else { kpi.name.clone() }
    }

    /// The effect in one word, as it stands in the grid.
    fn effect_word(&self, effect: &KpiEffect) -> String {
        self.text(match effect {
            KpiEffect::Serves => "team-serves",
            KpiEffect::PullsAgainst(_) => "team-pulls-away",
            KpiEffect::Unlinked => "team-not-linked",
        })
    }

    /// Serves, not linked, or pulls against one of the other functions.
    fn effects(&self, function: &Id) -> Vec<(KpiEffect, String)> {
        let plain = [KpiEffect::Serves, KpiEffect::Unlinked].map(|effect| {
            let name = effect.name(self.cx.words);
            (effect, name)
        });
        let others = self.team.functions.iter().filter(|other| other.id != *function);
        let pulls = others.map(|other| {
            let name = self.function_within(&other.id);
            let words = t!(self.cx.words, "team-pulls-against", function = &name);
            (KpiEffect::PullsAgainst(other.id.clone()), words)
        });
        plain.into_iter().chain(pulls).collect()
    }

    /// The effect as bare text that opens a list.
    pub(super) fn effect_choice(&mut self, ui: &mut Ui, id: EguiId, function: &Id, kpi: &Kpi) {
        let name = t!(self.cx.words, "team-effect-of", kpi = self.kpi_name(kpi));
        let word = self.effect_word(&kpi.effect);
        let dropdown = Dropdown::new(id, &name, &word).bare().strong().tone(tone(&kpi.effect));
        self.choose_effect(ui, dropdown, function, kpi);
    }

    /// The effect in a framed list, whole.
    pub(super) fn effect_field(&mut self, ui: &mut Ui, id: EguiId, function: &Id, kpi: &Kpi) {
        let name = t!(self.cx.words, "team-effect-of", kpi = self.kpi_name(kpi));
        let effects = self.effects(function);
        let known = effects.iter().find(|(effect, _)| *effect == kpi.effect);
        let shown = known.map_or_else(|| self.effect_word(&kpi.effect), |(_, words)| words.clone());
        let dropdown = Dropdown::new(id, &name, &shown).width(ui.available_width());
        self.choose_effect(ui, dropdown, function, kpi);
    }

    fn choose_effect(&mut self, ui: &mut Ui, dropdown: Dropdown<'_>, function: &Id, kpi: &Kpi) {
        if let Some(effect) = dropdown.show(ui, &self.effects(function), Some(&kpi.effect)) {
            self.change_kpi(kpi, |kpi| kpi.effect = effect);
        }
    }

    /// Changes a KPI as one step.
    pub(super) fn change_kpi(&mut self, kpi: &Kpi, change: impl FnOnce(&mut Kpi)) {
        let step = t!(self.cx.words, "team-step-change-kpi", kpi = self.kpi_name(kpi));
        self.team.change(step, |team| edit::change_kpi(team, &kpi.id, change));
    }
}
