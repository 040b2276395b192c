//! Registrations of each month, as the money is spent, against the same money spent evenly.

use eframe::egui::{Sense, Ui, vec2};

use super::cells::month_name;
use super::lines::Lines;
use crate::app::context::Cx;
use crate::app::theme::{self, Tone};
use crate::app::widgets::button::mix;
use crate::app::widgets::page::room_left;
use crate::app::widgets::text::{mark, marked, runs, small};
use crate::app::widgets::{Axis, Bar, Chart, month_axis, section_with};
use crate::calc::months::period;
use crate::t;
use crate::words::number;

/// The plot is as tall as there is room, within this.
const TALL: std::ops::RangeInclusive<f32> = 110.0..=340.0;

/// From so many months on, bars take most of the room of their month.
const FEW: f64 = 8.0;

/// Draws it.
pub(super) fn ui(ui: &mut Ui, cx: &Cx, lines: &Lines) {
    let words = cx.words;
    let compared = &lines.compared;
    let differs = compared.these != compared.even;
    let palette = theme::palette(ui);
    let colors = [palette.accent, mix(palette.panel, palette.accent, 0.35)];
    let key = if differs { "months-plot" } else { "months-plot-even" };
    section_with(ui, &words.text(key), &words.text("months-plot-says"), |ui| {
        if differs {
            // From the right.
            for (color, key) in colors.into_iter().zip(["months-these", "months-evenly"]).rev() {
                small(ui, &words.text(key), Tone::Weak);
                let (square, _) = ui.allocate_exact_size(vec2(10.0, 10.0), Sense::hover());
                ui.painter().rect_filled(square, 0.0, color);
            }
        }
    });
    runs(ui, &marked(&gain(cx, lines)), theme::size::SMALL);
    let most = compared.these.iter().chain(&compared.even).copied().fold(1.0, f64::max);
    let short = |value: f64| number::short(cx.language(), value);
    let name = words.text("months-plot");
    let period = period(cx.plan);
    let chart = Chart::new(&name, month_axis(words, period, &f64::from), Axis::nice(0.0, most, 4, &short));
    let height = room_left(ui).min(ui.available_height()).clamp(*TALL.start(), *TALL.end());
    let (hovered, response) = chart.height(height).right(4.0).show(ui, |canvas| {
        let even = compared.even.iter().filter(|_| differs);
        // Of a few months, bars that are as wide as their share would be walls.
        let wide = (f64::from(period.months) / FEW).min(1.0);
        let [at, half, third] = [0.5, 0.36 * wide, 0.3 * wide];
        let places =
            if differs { [(at - half, at), (at + 0.02 * wide, at + half)] } else { [(at - third, at + third); 2] };
        canvas.bars(&bars(compared.these.iter(), places[0], colors[0]));
        canvas.bars(&bars(even, places[1], colors[1]));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a month of the plan")]
        canvas.hovered().map(|[at, _]| at.max(0.0) as usize)
    });
    if let Some(month) = hovered.filter(|month| *month < compared.these.len()) {
        let [these, even] = [compared.these[month], compared.even[month]].map(|value| number::count(value, 0));
        let key = if differs { "months-plot-tip" } else { "months-plot-tip-even" };
        response.on_hover_text_at_pointer(t!(words, key, month = month_name(cx, month), these = these, even = even));
    }
}

fn bars<'a>(values: impl Iterator<Item = &'a f64>, place: (f64, f64), color: eframe::egui::Color32) -> Vec<Bar> {
    #[expect(clippy::cast_precision_loss, reason = "months of a plan")]
    let bar = |(month, value): (usize, &f64)| {
        let month = month as f64;
        Bar { x: (month + place.0, month + place.1), y: (0.0, *value), color }
    };
    values.enumerate().map(bar).collect()
}

/// What these months win beside even ones, in a sentence.
fn gain(cx: &Cx, lines: &Lines) -> String {
    let sum = |months: &[f64]| months.iter().sum::<f64>();
    let (these, even) = (sum(&lines.compared.these), sum(&lines.compared.even));
    let shown = number::count((these - even).abs(), 0);
    let key = match these - even {
        _ if lines.compared.these == lines.compared.even => "months-gain-even",
        _ if shown == "0" => "months-gain-none",
        more if more > 0.0 => "months-gain-more",
        _ => "months-gain-less",
    };
    t!(cx.words, key, n = mark(&shown, Tone::Accent), sum = number::count(these, 0))
}
