//! The cheapest step: what it costs and where it leads.

use eframe::egui::{Align2, Sense, Ui, vec2};

use super::Desk;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::text::{elided, paint_galley};
use crate::app::widgets::{Run, accent_panel, runs, strong};
use crate::calc::pyramid::NextStep;
use crate::t;
use crate::words::number;

impl Desk<'_, '_> {
    /// What to do next, and what it is worth beside the other steps.
    pub(super) fn step(&self, ui: &mut Ui) {
        let report = &self.cx.report.pyramid;
        if report.latest.is_none() {
            return;
        }
        accent_panel(ui, |ui| {
            strong(ui, &self.text("pyramid-cheapest-title"));
            ui.add_space(space::XS);
            match (report.next_level(), report.next_step()) {
                (None, _) => say(ui, &self.text("pyramid-sentence-all")),
                (Some(level), None) if self.is_open(level) => self.answers_first(ui, level),
                (Some(_), None) => say(ui, &self.text("pyramid-no-steps")),
                (Some(level), Some(step)) => {
                    self.step_rows(ui, step);
                    self.whole_way(ui, level);
                    say(ui, &self.worth());
                }
            }
        });
    }

    fn step_rows(&self, ui: &mut Ui, step: &NextStep) {
        let words = self.cx.words;
        let change = t!(words, "pyramid-change", from = step.from.sign(), to = "1");
        let cost = number::amount_named(words, self.cx.currency(), step.cost);
        line(ui, &self.name_of(&step.criterion), &change, (&cost, Tone::Plain));
        let before = self.cx.report.pyramid.score(step.level);
        let after = number::count(step.level_after, 2);
        let change = t!(words, "pyramid-change", from = Self::score(before), to = &after);
        let short = number::count(self.pyramid.threshold - step.level_after, 2);
        let verdict = if self.is_begun(step.level) {
            let (answered, count) = self.answered_of(step.level);
            (t!(words, "pyramid-criteria-open", answered = &answered, count = &count), Tone::Warn)
        } else if step.holds_after {
            (self.text("pyramid-reaches-threshold"), Tone::Good)
        } else {
            (t!(words, "pyramid-level-short", short = &short), Tone::Warn)
        };
        let label = t!(words, "pyramid-score-of", level = step.level.to_string());
        line(ui, &label, &change, (&verdict.0, verdict.1));
    }

    /// What is not answered comes before any step.
    fn answers_first(&self, ui: &mut Ui, level: u8) {
        let (answered, count) = self.answered_of(level);
        let level = level.to_string();
        say(ui, &t!(self.cx.words, "pyramid-answers-first", level = level, answered = answered, count = count));
    }

    /// Where one step is not enough: the cheapest set that is.
    fn whole_way(&self, ui: &mut Ui, level: u8) {
        if self.is_open(level) {
            return self.answers_first(ui, level);
        }
        let Some((cost, steps)) = &self.cx.report.pyramid.cheapest else {
            return say(ui, &t!(self.cx.words, "pyramid-beyond-steps", level = level.to_string()));
        };
        let alone = self.cx.report.pyramid.next_step().is_some_and(|step| steps.as_slice() == [step.criterion.clone()]);
        if alone {
            return;
        }
        let names: Vec<String> = steps.iter().map(|id| self.name_of(id)).collect();
        let cost = number::amount_named(self.cx.words, self.cx.currency(), *cost);
        let list = names.join(&self.text("pyramid-list-comma"));
        say(ui, &t!(self.cx.words, "pyramid-whole-way", level = level.to_string(), list = &list, cost = &cost));
    }

    /// Score for a thousand: this step, then the others.
    fn worth(&self) -> String {
        let words = self.cx.words;
        let currency = self.cx.currency();
        let unit = number::amount_named(words, currency, currency.whole(1_000).unwrap_or_default());
        let worth = |step: &NextStep| {
            step.gain_per_thousand(currency)
                .map_or_else(|| self.text("pyramid-free"), |gain| format!("+{}", number::count(gain, 4)))
        };
        let mut parts = Vec::new();
        for step in &self.cx.report.pyramid.steps {
            let worth = worth(step);
            parts.push(if parts.is_empty() {
                t!(words, "pyramid-worth", unit = &unit, gain = &worth)
            } else {
                t!(words, "pyramid-worth-other", criterion = self.name_of(&step.criterion), gain = &worth)
            });
        }
        parts.join(&self.text("pyramid-list-semicolon"))
    }
}

fn say(ui: &mut Ui, words: &str) {
    runs(ui, &[Run::weak(words)], size::SMALL);
}

/// Name at the left, the change large in the middle, the consequence at the right.
fn line(ui: &mut Ui, name: &str, change: &str, (end, tone): (&str, Tone)) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let (palette, painter) = (theme::palette(ui), ui.painter());
    let end = painter.layout_no_wrap(end.to_owned(), theme::text(size::BODY), palette.ink(tone));
    let change = painter.layout_no_wrap(change.to_owned(), theme::semibold(size::FIGURE), palette.text);
    let middle = (rect.width() * 0.4).min(rect.width() - end.size().x - change.size().x - space::M);
    let name_galley = elided(painter, name, theme::text(size::BODY), palette.weak, middle - space::S);
    let cut = name_galley.elided;
    paint_galley(painter, rect.left_center(), Align2::LEFT_CENTER, name_galley);
    paint_galley(painter, rect.left_center() + vec2(middle, 0.0), Align2::LEFT_CENTER, change);
    paint_galley(painter, rect.right_center(), Align2::RIGHT_CENTER, end);
    if cut {
        response.on_hover_text(name);
    }
}
