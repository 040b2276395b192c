//! The 90 % range of a channel, typed in registrations, kept as factors of what the curve gives.

use eframe::egui::Ui;

use super::super::form;
use super::super::sheet::Sheet;
use crate::app::context::field_id;
use crate::app::widgets::{Field, parsed_field};
use crate::calc::Section;
use crate::plan::{Channel, Range};
use crate::t;
use crate::words::{number, parse};

/// Draws the field.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet<'_>, channel: &Channel, registrations: f64) {
    let cx = sheet.cx;
    let words = cx.words;
    let label = words.text("common-range");
    let name = form::name(cx, &label, &channel.name);
    let id = field_id(Section::Allocation, Some(&channel.id), "registrations_range");
    // Without registrations the factors themselves are typed.
    let (of, unit) = if registrations > 0.0 {
        (registrations, words.text("allocation-unit-registrations"))
    } else {
        (1.0, words.text("allocation-unit-times"))
    };
    let shown = channel.registrations_range.map(|range| written(range, of)).unwrap_or_default();
    let hint = written(Range { low: 0.7, high: 1.4 }, of);
    let read = |text: &str| {
        read_range(text, of).map_err(|problem| {
            let said = problem.say(words);
            if shown.is_empty() { said } else { t!(words, "allocation-meanwhile", problem = said, value = &shown) }
        })
    };
    let edited = form::labelled(ui, &label, |ui| {
        let field = Field::number(id, &name).width(124.0).unit(&unit).hint(&hint);
        // As in the fields above: while it is typed, what is wrong with it floats.
        if ui.memory(|memory| memory.has_focus(id)) {
            ui.horizontal(|ui| parsed_field(ui, field, &shown, &read)).inner
        } else {
            parsed_field(ui, field, &shown, &read)
        }
    });
    if let Some(range) = edited.value {
        sheet.change_channel(channel, &label, |channel| channel.registrations_range = range);
    }
}

fn written(range: Range<f64>, of: f64) -> String {
    let show = |factor: f64| if of >= 100.0 { number::count(factor * of, 0) } else { number::trimmed(factor * of, 2) };
    format!("{}..{}", show(range.low), show(range.high))
}

/// A range around what is likely, as factors of it; nothing where nothing is written.
fn read_range(text: &str, of: f64) -> Result<Option<Range<f64>>, parse::Problem> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let estimate = parse::estimate(text)?;
    let range = estimate.range.ok_or(parse::Problem::NotANumber(text.trim().to_owned(), "840..1,680"))?;
    // Shown figures are rounded, so half a registration lies within any range.
    if range.low > of + 0.5 || range.high < of - 0.5 {
        let show = |value: f64| number::trimmed(value, 2);
        return Err(parse::Problem::LikelyOutside(show(of), show(range.low), show(range.high)));
    }
    Ok(Some(Range { low: (range.low / of).min(1.0), high: (range.high / of).max(1.0) }))
}
