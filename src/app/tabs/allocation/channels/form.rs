//! Rows of labelled fields, and the kinds of fields this page needs.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::app::context::Cx;
use crate::app::theme::{self, Tone, height, size, space};
use crate::app::widgets::text::{Line, line, text_width};
use crate::app::widgets::{Edited, Field, Side, parsed_field};
use crate::plan::{Estimate, Money};
use crate::t;
use crate::words::typed::Entry;
use crate::words::{number, parse};

/// Room for the label of a field.
const LABEL: f32 = 64.0;

/// The name of a change: "Change lead rate of SEM".
pub fn step(cx: &Cx, what: &str, item: &str) -> String {
    let mut letters = what.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string()).unwrap_or_default();
    // Abbreviations such as KPI keep their capitals.
    let abbreviation = letters.clone().next().is_some_and(char::is_uppercase);
    let what = if abbreviation { what.to_owned() } else { first + letters.as_str() };
    t!(cx.words, "allocation-step-change", what = what, item = item)
}

/// The name of a field for screen readers: "Lead rate of SEM".
pub fn name(cx: &Cx, what: &str, item: &str) -> String {
    t!(cx.words, "allocation-of", what = what, item = item)
}

/// Two labelled fields side by side.
pub fn pair(ui: &mut Ui, mut cell: impl FnMut(&mut Ui, Side)) {
    let gap = space::M;
    let width = ((ui.available_width() - gap) / 2.0).floor();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for side in [Side::Left, Side::Right] {
            ui.allocate_ui_with_layout(vec2(width, height::FIELD), Layout::top_down(Align::LEFT), |ui| {
                ui.set_width(width);
                cell(ui, side);
            });
        }
    });
}

/// A label and behind it a field, with what is wrong with it below.
pub fn labelled<R>(ui: &mut Ui, label: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        // A longer label keeps its letters: its field begins further right.
        let most = ui.available_width() / 2.0;
        let width = text_width(ui, label, theme::text(size::SMALL)).ceil().min(most).max(LABEL);
        let spec = Line { width, height: height::FIELD, align: Align::LEFT, tone: Tone::Weak };
        line(ui, label, theme::text(size::SMALL), spec);
        ui.vertical(content).inner
    })
    .inner
}

/// An amount of money, or nothing.
pub fn optional_money(ui: &mut Ui, cx: &Cx, field: Field<'_>, value: Option<Money>) -> Edited<Option<Money>> {
    let shown = value.map(|value| number::amount(cx.currency(), value)).unwrap_or_default();
    let read = |text: &str| parse::money(text, cx.currency()).map_err(|problem| problem.say(cx.words));
    parsed_field(ui, field.entry(Entry::money(cx.currency())), &shown, &|text| optional(text, &read))
}

/// An amount of money; zero shows the hint.
pub fn money(ui: &mut Ui, cx: &Cx, field: Field<'_>, value: Money) -> Edited<Money> {
    let shown = if value == Money::ZERO { String::new() } else { number::amount(cx.currency(), value) };
    parsed_field(ui, field.entry(Entry::money(cx.currency())), &shown, &|text| {
        let read = |text: &str| parse::money(text, cx.currency()).map_err(|problem| problem.say(cx.words));
        Ok(optional(text, &read)?.unwrap_or_default())
    })
}

/// A number of things; zero shows the hint.
pub fn count(ui: &mut Ui, cx: &Cx, field: Field<'_>, value: f64) -> Edited<f64> {
    let shown = if value == 0.0 { String::new() } else { number::trimmed(value, 6) };
    parsed_field(ui, field.entry(Entry::COUNT), &shown, &|text| {
        let read = |text: &str| parse::count(text).map_err(|problem| problem.say(cx.words));
        Ok(optional(text, &read)?.unwrap_or_default())
    })
}

/// A number of any sign, or nothing.
pub fn optional_number(ui: &mut Ui, cx: &Cx, field: Field<'_>, value: Option<f64>) -> Edited<Option<f64>> {
    let shown = value.map(|value| number::trimmed(value, 6)).unwrap_or_default();
    let read = |text: &str| parse::number(text).map_err(|problem| problem.say(cx.words));
    parsed_field(ui, field.entry(Entry::NUMBER), &shown, &|text| optional(text, &read))
}

/// A rate with its range, or nothing.
pub fn optional_rate(
    ui: &mut Ui,
    cx: &Cx,
    field: Field<'_>,
    value: Option<Estimate<f64>>,
) -> Edited<Option<Estimate<f64>>> {
    let shown = value.map(|value| parse::write_rate_estimate(&value)).unwrap_or_default();
    let read = |text: &str| parse::rate_estimate(text).map_err(|problem| problem.say(cx.words));
    parsed_field(ui, field.entry(Entry::RATE), &shown, &|text| optional(text, &read))
}

/// Nothing where nothing is written.
fn optional<T>(text: &str, read: &dyn Fn(&str) -> Result<T, String>) -> Result<Option<T>, String> {
    if text.trim().is_empty() { Ok(None) } else { read(text).map(Some) }
}
