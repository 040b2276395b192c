//! The 90 % range of a channel, in factors of what the curve gives: they stay what they are when the spend changes. Typed
//! in registrations it is taken too.

use eframe::egui::Ui;

use super::super::form;
use super::super::sheet::Sheet;
use crate::app::context::field_id;
use crate::app::theme::Tone;
use crate::app::widgets::text::small;
use crate::app::widgets::{Field, parsed_field};
use crate::calc::Section;
use crate::plan::{Channel, Range};
use crate::t;
use crate::words::{Words, number, parse};

/// Draws the field.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet<'_>, channel: &Channel, registrations: f64) {
    let cx = sheet.cx;
    let words = cx.words;
    let label = words.text("common-range");
    let name = form::name(cx, &label, &channel.name);
    let id = field_id(Section::Allocation, Some(&channel.id), "registrations_range");
    let unit = words.text("allocation-unit-times");
    let shown = channel.registrations_range.map(factors).unwrap_or_default();
    let hint = factors(Range { low: 0.7, high: 1.4 });
    let read = |text: &str| {
        read_range(text, registrations).map_err(|refusal| {
            let said = refusal.say(words, registrations);
            if shown.is_empty() { said } else { t!(words, "allocation-meanwhile", problem = said, value = &shown) }
        })
    };
    let edited = form::labelled(ui, &label, |ui| {
        let field = Field::number(id, &name).width(124.0).unit(&unit).hint(&hint);
        // As in the fields above: while it is typed, what is wrong with it floats.
        let edited = if ui.memory(|memory| memory.has_focus(id)) {
            ui.horizontal(|ui| parsed_field(ui, field, &shown, &read)).inner
        } else {
            parsed_field(ui, field, &shown, &read)
        };
        if let Some(range) = channel.registrations_range.filter(|_| registrations > 0.0) {
            let spend = number::amount_named(words, cx.currency(), channel.spend);
            let range = counts(range, registrations);
            small(ui, &t!(words, "allocation-range-at", spend = spend, range = range), Tone::Weak);
        }
        edited
    });
    if let Some(range) = edited.value {
        sheet.change_channel(channel, &label, |channel| channel.registrations_range = range);
    }
}

fn factors(range: Range<f64>) -> String {
    format!("{}..{}", number::trimmed(range.low, 4), number::trimmed(range.high, 4))
}

fn counts(range: Range<f64>, of: f64) -> String {
    let places = if of >= 100.0 { 0 } else { 2 };
    let [low, high] = [range.low, range.high].map(|factor| number::trimmed(factor * of, places));
    number::range(&low, &high)
}

/// Why a range is not taken.
enum Refusal {
    Unreadable(parse::Problem),
    /// It holds neither the factor 1 nor what the curve gives; as it was typed.
    Outside(String),
}

impl Refusal {
    fn say(&self, words: &Words, registrations: f64) -> String {
        match self {
            Self::Unreadable(problem) => problem.say(words),
            Self::Outside(range) => {
                let likely = if registrations > 0.0 { number::trimmed(registrations, 2) } else { "none".to_owned() };
                t!(words, "allocation-range-outside", range = range, likely = likely)
            }
        }
    }
}

/// A range around what is likely: factors of it if it holds 1, otherwise registrations around those the curve gives;
/// nothing where nothing is written.
fn read_range(text: &str, registrations: f64) -> Result<Option<Range<f64>>, Refusal> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let range = parse::estimate(text).map_err(Refusal::Unreadable)?.range;
    let no_range = || Refusal::Unreadable(parse::Problem::NotANumber(text.trim().to_owned(), "0.7..1.4"));
    let range = range.ok_or_else(no_range)?;
    if range.low <= 1.0 && range.high >= 1.0 {
        return Ok(Some(range));
    }
    // Shown figures are rounded, so half a registration lies within any range.
    if registrations <= 0.0 || range.low > registrations + 0.5 || range.high < registrations - 0.5 {
        return Err(Refusal::Outside(text.trim().to_owned()));
    }
    Ok(Some(Range { low: (range.low / registrations).min(1.0), high: (range.high / registrations).max(1.0) }))
}
