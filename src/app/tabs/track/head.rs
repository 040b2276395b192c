//! The head of the tab: the one sentence that matters, and which part is shown.

use eframe::egui::Ui;

use super::{Part, View};
use crate::app::command::Command;
use crate::app::context::Cx;
use crate::app::icons;
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Button, Run, Segmented, head_row, mark, marked, rule, sentence};
use crate::calc::numbers::quotient;
use crate::calc::{Place, Section};
use crate::report::sentences::happened::SoFar;
use crate::words::number;

/// Registrations lag behind the money from this share of the whole on.
const LAG: f64 = 0.02;

/// Draws the head and its rule.
pub(super) fn ui(ui: &mut Ui, cx: &Cx, view: &mut View) {
    let words = cx.words;
    let said = said(cx);
    let left = |ui: &mut Ui| sentence(ui, |sentence| sentence.say(&said));
    head_row(ui, crate::app::theme::height::FIELD, left, |ui| {
        let parts = [
            (Part::SoFar, words.text("track-so-far")),
            (Part::ByMonth, words.text("track-by-month")),
            (Part::Readings, words.text("track-readings")),
        ];
        let parts: Vec<(Part, &str)> = parts.iter().map(|(part, word)| (*part, word.as_str())).collect();
        let name = words.text("track-shows");
        view.part = Segmented::new(&parts, view.part).name(&name).show(ui).unwrap_or(view.part);
        let import = Command::Import.label(words);
        if Button::plain(&import).icon(icons::DOWNLOAD).show(ui).clicked() {
            cx.run(Command::Import);
        }
        // A better split is about the months that are left as soon as something is known of those before.
        let can_replan = cx.report.rest.is_some() && cx.report.same_money.is_some();
        if can_replan && Button::plain(&words.text("track-replan")).show(ui).clicked() {
            cx.go_to(&Place::of(Section::Allocation, "suggestion"));
        }
    });
    ui.add_space(space::M);
    rule(ui);
}

/// What there is to say: how far money and registrations are, and where that leads.
fn said(cx: &Cx) -> Vec<Run> {
    let (words, track) = (cx.words, &cx.report.track);
    let over = u32::try_from(track.months.len()).unwrap_or(0);
    let Some(last) = over.checked_sub(1) else {
        return vec![Run::weak(words.text("track-nothing-yet"))];
    };
    let total = &track.total;
    let percent = |part: f64| number::percent(cx.language(), part, 0);
    let units = |amount| cx.currency().units(amount);
    let spend = quotient(units(total.real.spend), units(total.whole.spend));
    let won = quotient(total.real.registrations, total.whole.registrations);
    let lags = spend.zip(won).is_some_and(|(spend, won)| won < spend - LAG);
    let shown = |part: Option<f64>, tone| mark(&part.map_or_else(|| number::NOTHING.to_owned(), percent), tone);
    let month = super::through::month_name(cx, last);
    let spend = shown(spend, Tone::Accent);
    let won = shown(won, if lags { Tone::Warn } else { Tone::Accent });
    let reached = cx.report.goal.headline_attainment().map(|reached| mark(&percent(reached), Tone::Accent));
    let chance = cx.headline_chance().map(|chance| {
        let likely = mark(&number::chance_figure(words, chance.value), Tone::Accent);
        number::chance_is(words, chance.value, &likely)
    });
    let sentence = SoFar { month, spend, registrations: won, reached, chance }.say(words);
    marked(&sentence)
}
