//! When each phase of a topic begins, and what share of the highest attention carries an event.

use eframe::egui::{Id, Ui};

use super::{Panel, View, labelled};
use crate::app::context::{Cx, field_id};
use crate::app::editing::Editing;
use crate::app::icons;
use crate::app::theme::space;
use crate::app::widgets::{Button, Field, Run, accent_panel, beside, panel_head, parsed_field, weak};
use crate::calc::Section;
use crate::calc::topics::Phase;
use crate::plan::Topics;
use crate::plan::topic::{CarriesFrom, Phases};
use crate::t;
use crate::words::typed::Entry;
use crate::words::{Named, number, parse};

/// Draws the panel.
pub fn ui(ui: &mut Ui, topics: &mut Editing<'_, Topics>, cx: &Cx, view: &mut View) {
    let words = cx.words;
    accent_panel(ui, |ui| {
        if panel_head(ui, &[Run::strong(words.text("topics-rules"))], &words.text("common-done")) {
            view.panel = Panel::Closed;
        }
        let label = words.text("topics-carries-from");
        labelled(ui, &label, |ui| carries_from(ui, topics, cx, &label));
        ui.add_space(space::S);
        weak(ui, &words.text("topics-phases-words"));
        let now = topics.now();
        let values = starts(&now.phases);
        let width = ((ui.available_width() - 3.0 * space::M) / 4.0).floor();
        for (row, from) in [(0_usize, 0_usize), (1, 4)] {
            let widths = vec![width; if row == 0 { 4 } else { 3 }];
            beside(ui, Id::unique(("topics_phases", row)), &widths, space::M, |ui, part| {
                phase(ui, topics, (cx, &values), from + part);
            });
            ui.add_space(space::XS);
        }
        let usual = Topics { list: now.list.clone(), ..Topics::default() };
        let restore = words.text("topics-restore");
        if Button::plain(&restore).icon(icons::ROTATE_CCW).enabled(*now != usual).show(ui).clicked() {
            topics.change(words.text("topics-change-restore"), |topics| *topics = usual);
        }
    });
}

fn carries_from(ui: &mut Ui, topics: &mut Editing<'_, Topics>, cx: &Cx, label: &str) {
    let words = cx.words;
    let shown = number::trimmed(topics.carries_from.0 * 100.0, 2);
    let parse = |typed: &str| parse::rate(typed).map_err(|problem| problem.say(words));
    let field = Field::number(field_id(Section::Topics, None, "carries_from"), label).entry(Entry::RATE).unit("%");
    if let Some(share) = parsed_field(ui, field, &shown, &parse).value {
        let name = words.text("topics-change-carries-from");
        topics.change(name, |topics| topics.carries_from = CarriesFrom(share));
    }
}

/// Where the phases begin, and where the last one ends.
fn starts(phases: &Phases) -> [f64; 7] {
    [phases.warm_up, phases.ignition, phases.spreading, phases.climax, phases.fermentation, phases.close, phases.end]
}

fn set(phases: &mut Phases, index: usize, value: f64) {
    let fields = [
        &mut phases.warm_up,
        &mut phases.ignition,
        &mut phases.spreading,
        &mut phases.climax,
        &mut phases.fermentation,
        &mut phases.close,
        &mut phases.end,
    ];
    if let Some(field) = fields.into_iter().nth(index) {
        *field = value;
    }
}

/// One threshold; it has to stay between its neighbours.
fn phase(ui: &mut Ui, topics: &mut Editing<'_, Topics>, (cx, values): (&Cx, &[f64; 7]), index: usize) {
    let words = cx.words;
    let label = match Phase::ALL.get(index) {
        Some(phase) => phase.name(words),
        None => words.text("topics-phases-end"),
    };
    let below = index.checked_sub(1).and_then(|before| values.get(before)).copied().unwrap_or(f64::NEG_INFINITY);
    let above = values.get(index + 1).copied().unwrap_or(f64::INFINITY);
    let parse = |typed: &str| match parse::number(typed).map_err(|problem| problem.say(words))? {
        value if value >= below && value <= above => Ok(value),
        _ => Err(words.text("topics-phases-in-order")),
    };
    labelled(ui, &label, |ui| {
        let name = t!(words, "topics-phase-begins", phase = &label);
        let id = Id::unique(("topics_phase", index));
        let field = Field::number(id, &name).entry(Entry::NUMBER).unit("σ");
        if let Some(value) = parsed_field(ui, field, &number::trimmed(values[index], 3), &parse).value {
            let step = t!(words, "topics-change-phase", phase = &label);
            topics.change(step, |topics| set(&mut topics.phases, index, value));
        }
    });
}
