//! The rows of what differs, as a table by section.

use eframe::egui::{Align, Id, Ui};
use unicode_width::UnicodeWidthStr;

use super::FOOT;
use crate::app::icons::{self, Icon};
use crate::app::theme::{self, Tone, height, size, space};
use crate::app::widgets::text::{Line, line, text_width};
use crate::app::widgets::{Column, Row as Cells, RowKind, RowSpec, Table, fair, strong};
use crate::report::versions::{Kind, Row, What};
use crate::words::Words;
use crate::words::clean::one_line;

/// A line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// The name of the section that this row and those after it belong to.
    Section(usize),
    /// A row, by its place in the list.
    Row(usize),
}

/// The lines of some rows: each section has its name above it.
pub(super) fn lines(rows: &[Row]) -> Vec<Entry> {
    let mut lines = Vec::with_capacity(rows.len() + 12);
    for (index, row) in rows.iter().enumerate() {
        if index == 0 || rows[index - 1].section != row.section {
            lines.push(Entry::Section(index));
        }
        lines.push(Entry::Row(index));
    }
    lines
}

/// Room for the mark of what came, went or moved.
const MARK: f32 = 16.0;

/// The least width of item and field, value before, value after.
const NARROWEST: [f32; 3] = [120.0, 90.0, 90.0];
/// So many letters of a text are measured; no column is wider.
const MOST_LETTERS: usize = 200;

/// A text of a cell, or two that stand beside each other.
pub type Texts = [String; 2];

/// The longest of some texts, or pairs of texts.
pub fn longest<'a>(texts: impl Iterator<Item = [&'a str; 2]>) -> Texts {
    let width = |pair: &[&str; 2]| pair.iter().map(|text| text.width()).sum::<usize>();
    let longest = texts.max_by_key(width).unwrap_or_default();
    longest.map(|text| one_line(&text.chars().take(MOST_LETTERS).collect::<String>()))
}

/// How wide texts are beside each other.
pub fn width_of(ui: &Ui, texts: &Texts) -> f32 {
    let width = |text: &str| text_width(ui, text, theme::text(size::BODY));
    let gap = if texts.iter().any(String::is_empty) { 0.0 } else { space::S };
    texts.iter().map(|text| width(text)).sum::<f32>() + gap + 1.0
}

/// The longest texts of the columns: item and field, before, after.
pub(super) fn longest_of(rows: &[Row]) -> [Texts; 3] {
    [
        longest(rows.iter().map(|row| [&*row.what.item, &*row.what.field])),
        longest(rows.iter().map(|row| [&*row.before, ""])),
        longest(rows.iter().map(|row| [&*row.after, ""])),
    ]
}

/// Nothing is cut while there is room elsewhere.
fn columns(ui: &Ui, longest: &[Texts; 3]) -> [Column; 4] {
    let wanted: [f32; 3] = std::array::from_fn(|index| width_of(ui, &longest[index]).max(NARROWEST[index]));
    let [what, before, after] = fair(wanted, ui.available_width() - MARK - 3.0 * space::M);
    [Column::fixed(MARK), Column::flex(5.0, what), Column::flex(4.0, before), Column::flex(4.0, after)]
}

/// The least height of the rows, however low the window.
pub(super) const LEAST: f32 = 4.0 * height::ROW_TIGHT;

/// Draws the lines that are in sight.
pub(super) fn ui(
    ui: &mut Ui,
    words: &Words,
    (rows, lines, longest): (&[Row], &[Entry], &[Texts; 3]),
    headings: [&str; 2],
) {
    let mut table =
        Table::new(ui, Id::unique("differences"), &columns(ui, longest)).row_height(height::ROW_TIGHT).paged();
    let [before, after] = headings;
    table.header(ui, &["", &words.text("versions-what"), before, after]);
    let room = (ui.available_height() - FOOT).max(LEAST);
    table.rows(ui, lines.len(), room, |table, ui, index| {
        let spec = RowSpec::plain().id(Id::unique(("difference", index)));
        match lines[index] {
            Entry::Section(first) => {
                let spec = RowSpec::new(RowKind::Group).id(Id::unique(("difference", index)));
                table.row(ui, spec, |cells| cells.span(2, |ui| drop(strong(ui, &rows[first].section))));
            }
            Entry::Row(index) => drop(table.row(ui, spec, |cells| fill(cells, words, &rows[index]))),
        }
    });
}

fn fill(cells: &mut Cells, words: &Words, row: &Row) {
    let (mark, said) = match row.kind {
        Kind::Changed => (None, None),
        Kind::Added => (Some((icons::PLUS, Tone::Good)), Some("versions-mark-added")),
        Kind::Removed => (Some((icons::MINUS, Tone::Bad)), Some("versions-mark-removed")),
        Kind::Moved => (Some((icons::GRIP_VERTICAL, Tone::Weak)), Some("versions-mark-moved")),
    };
    cells.cell(|ui| mark.iter().for_each(|(icon, tone)| show(ui, *icon, *tone)));
    what(cells, &row.what);
    cells.toned(&one_line(&row.before), Tone::Weak);
    match (mark, said) {
        (Some((_, tone)), Some(key)) => cells.toned(&words.text(key), tone),
        _ => cells.text(&one_line(&row.after)),
    };
}

/// An item and its field; where both are too long the item is cut, as the field says what differs.
pub fn what(cells: &mut Cells, what: &What) {
    let (item, field) = (one_line(&what.item), one_line(&what.field));
    cells.cell(|ui| {
        let font = theme::text(size::BODY);
        let gap = if item.is_empty() || field.is_empty() { 0.0 } else { space::S };
        let room = (ui.available_width() - text_width(ui, &field, font.clone()) - gap).max(0.0);
        ui.spacing_mut().item_spacing.x = gap;
        for (text, tone, room) in [(item, Tone::Plain, room), (field, Tone::Weak, ui.available_width())] {
            let width = text_width(ui, &text, font.clone()).min(room);
            if width > 0.0 {
                line(ui, &text, font.clone(), Line { width, height: height::DENSE, align: Align::Min, tone });
            }
        }
    });
}

fn show(ui: &mut Ui, icon: Icon, tone: Tone) {
    let color = theme::palette(ui).ink(tone);
    icons::show(ui, icon, MARK, color);
}
