//! How cells look: letters, colours, number formats.

use std::collections::HashMap;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::super::sheet::{Cell, Kind, Outcome, Rank, Value};
use crate::plan::Date;
use crate::report::pages::Ink;
use crate::words::Language;

/// What stands on every sheet and in the file's properties.
pub(in super::super) struct About {
    pub(in super::super) title: String,
    pub(in super::super) company: String,
    pub(in super::super) author: String,
    pub(in super::super) program: String,
    pub(in super::super) day: Date,
    pub(in super::super) language: Language,
    /// Digits of the currency.
    pub(in super::super) digits: usize,
    /// What is said where something else than a number of its kind is typed.
    pub(in super::super) mistyped: String,
}

/// Where a person may type.
const INPUT: (Ink, Ink) = (Ink::hex(0x0000_588A), Ink::hex(0x00FF_F9E3));

/// The looks that were needed so far.
pub(super) struct Looks<'a> {
    pub(super) about: &'a About,
    known: HashMap<Key, Format>,
}

/// What decides how a cell looks.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    kind: Kind,
    rank: Rank,
    is_input: bool,
    is_whole: bool,
    is_first: bool,
}

impl<'a> Looks<'a> {
    pub(super) fn new(about: &'a About) -> Self {
        Self { about, known: HashMap::new() }
    }

    pub(super) fn of(&mut self, cell: &Cell, col: u16) -> Format {
        let Cell { kind, rank, is_input, .. } = *cell;
        let key = Key { kind, rank, is_input, is_whole: is_whole(&cell.value), is_first: col == 0 };
        let about = self.about;
        self.known.entry(key).or_insert_with(|| look(key, about)).clone()
    }
}

fn is_whole(value: &Value) -> bool {
    match value {
        Value::Number(number) | Value::Live(_, Outcome::Number(number)) => {
            (number - number.round()).abs() <= 1e-9 * number.abs().max(1.0)
        }
        _ => true,
    }
}

pub(super) fn color(ink: Ink) -> Color {
    let [r, g, b] = ink.rgb.map(u32::from);
    Color::RGB((r << 16) | (g << 8) | b)
}

pub(super) fn font(format: Format, language: Language) -> Format {
    match language {
        Language::ZhCn => format.set_font_name("Microsoft YaHei").set_font_size(10),
        Language::En => format.set_font_name("Calibri").set_font_size(11),
    }
}

fn look(key: Key, about: &About) -> Format {
    let Key { kind, rank, is_input, is_whole, is_first } = key;
    let mut format = font(Format::new(), about.language).set_font_color(color(Ink::TEXT)).set_align(FormatAlign::Top);
    let is_number = kind != Kind::Words;
    // Words behind a number would touch it.
    let is_indented = !is_number && !is_first;
    if is_number && rank != Rank::Head {
        format = format.set_num_format(shown_as(kind, is_whole, about.digits));
    }
    format = format.set_align(if is_number { FormatAlign::Right } else { FormatAlign::Left });
    format = match rank {
        Rank::Title => return format.set_bold().set_font_size(16).set_font_color(color(Ink::ACCENT)),
        Rank::Section => return format.set_bold().set_font_size(12),
        Rank::Note => return format.set_font_color(color(Ink::WEAK)).set_text_wrap(),
        Rank::Head => format
            .set_font_color(color(Ink::WEAK))
            .set_text_wrap()
            .set_align(FormatAlign::Bottom)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(color(Ink::RULE)),
        Rank::Group => format.set_bold().set_background_color(color(Ink::ZEBRA)),
        Rank::Total => format.set_bold().set_border_top(FormatBorder::Thin).set_border_top_color(color(Ink::TEXT)),
        Rank::Item => format.set_border_bottom(FormatBorder::Hair).set_border_bottom_color(color(Ink::LINE)),
    };
    if !is_number {
        format = format.set_text_wrap();
    }
    if is_indented {
        format = format.set_indent(1);
    }
    if is_input {
        let (ink, ground) = INPUT;
        format = format.set_unlocked().set_font_color(color(ink)).set_background_color(color(ground));
    }
    format
}

/// The number format. A whole number keeps the room of a decimal, so that points stand below one another.
pub(super) fn shown_as(kind: Kind, is_whole: bool, digits: usize) -> String {
    let decimals = |count: usize| if count == 0 { String::new() } else { format!(".{}", "0".repeat(count)) };
    match kind {
        Kind::Words => "General".to_owned(),
        Kind::Money => format!("#,##0{}", decimals(digits)),
        Kind::Whole => "#,##0".to_owned(),
        Kind::Count if is_whole => "#,##0_._0".to_owned(),
        Kind::Count => "#,##0.0".to_owned(),
        Kind::Rate => "0.0##%".to_owned(),
        Kind::Percent => "0.0%".to_owned(),
        Kind::Factor | Kind::Answer if is_whole => "#,##0_._0_0".to_owned(),
        Kind::Factor | Kind::Answer => "#,##0.00".to_owned(),
        Kind::Day => "yyyy-mm-dd".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_a_protected_sheet_exactly_the_inputs_may_be_changed() {
        let about = About {
            title: String::new(),
            company: String::new(),
            author: String::new(),
            program: String::new(),
            day: Date::constant(2026, 4, 10),
            language: Language::En,
            digits: 2,
            mistyped: String::new(),
        };
        for (kind, rank) in [(Kind::Money, Rank::Item), (Kind::Rate, Rank::Group), (Kind::Answer, Rank::Total)] {
            for is_input in [true, false] {
                let format = look(Key { kind, rank, is_input, is_whole: true, is_first: false }, &about);
                let unlocked = format.clone().set_unlocked();
                assert_eq!(format == unlocked, is_input, "{kind:?} {rank:?}");
            }
        }
    }
}
