//! How large the letters of a table are and how wide its columns: from what stands in them, measured.

use super::grid::bars_room;
use super::{SMALLER, has_groups, indent, lock_room, style, tail};
use crate::report::document::{Cell, Rank, Row, Table};
use crate::report::pages::piece::Maker;
use crate::report::pages::typeset::Style;
use crate::report::pages::widths::{Slot, Wanted, fit_whole, slots, squeezed};

/// Sizes that are tried where a table is too wide.
const SIZES: [f32; 6] = [7.5, 7.0, 6.5, 6.0, 5.5, 5.0];
/// A word shorter than this is not broken; what names a row is not as long as letters of [`SMALLER`] do.
const SHORT: f32 = 54.0;
const NAME: f32 = 120.0;

impl Maker<'_> {
    /// The largest letters with which a table fits, and where its columns stand then.
    pub(super) fn fitting(&mut self, table: &Table, width: f32, largest: f32) -> (f32, Vec<Slot>) {
        let sizes = std::iter::once(largest).chain(SIZES.into_iter().filter(|size| *size < largest));
        let (readable, tiny): (Vec<f32>, Vec<f32>) = sizes.partition(|size| *size >= SMALLER);
        // Letters a little smaller are better than names on two lines, and these than names on many.
        let mut first = None;
        for size in &readable {
            let wanted = self.all_wanted(table, *size, NAME);
            let placed = slots(&wanted, width).map(|slots| (*size, slots));
            if fit_whole(&wanted, width) && placed.is_some() {
                return placed.unwrap_or_default();
            }
            first = first.or(placed);
        }
        if let Some(placed) = first {
            return placed;
        }
        for size in readable.into_iter().rev() {
            let wanted = self.all_wanted(table, size, SHORT);
            if let Some(slots) = slots(&wanted, width) {
                return (size, slots);
            }
        }
        let mut last = (largest, Vec::new());
        for size in tiny {
            let wanted = self.all_wanted(table, size, SHORT);
            if let Some(slots) = slots(&wanted, width) {
                return (size, slots);
            }
            last = (size, wanted);
        }
        (last.0, squeezed(&last.1, width))
    }

    fn all_wanted(&mut self, table: &Table, size: f32, name: f32) -> Vec<Wanted> {
        let columns = 0..table.columns.len();
        let mut wanted = columns.map(|column| self.wanted(table, column, (size, name))).collect::<Vec<_>>();
        self.make_room_for_remarks(table, size, &mut wanted);
        wanted
    }

    /// The room of a column in letters of a size; names of rows are broken beyond a width.
    fn wanted(&mut self, table: &Table, column: usize, (size, name): (f32, f32)) -> Wanted {
        let heading = &table.columns[column].heading;
        let head = Style::weak(size - 0.5);
        let mut natural = self.halved(heading, head).0;
        let mut least = natural;
        let has_groups = has_groups(table);
        for row in &table.rows {
            let Some(cell) = row.cells.get(column) else { continue };
            if column == 0 && runs_on(row) {
                continue;
            }
            let style = style(row, column, size, has_groups);
            let beside = if column == 0 { indent(row) + lock_room(row) } else { 0.0 };
            let wide = self.typesetter.width(cell.shown(), style) + beside;
            natural = natural.max(wide);
            let unbroken = if column == 0 { name } else { SHORT };
            least = least.max(if is_figure(cell) { wide } else { wide.min(unbroken) });
        }
        if !table.columns[column].is_number {
            natural = natural.max(self.typesetter.width(heading, head));
        }
        let bars = bars_room(table, column);
        Wanted { least: least + bars, natural: natural + bars }
    }

    /// Remarks stand in the empty cells at the end of a row; the last column makes room for them.
    fn make_room_for_remarks(&mut self, table: &Table, size: f32, wanted: &mut [Wanted]) {
        for row in &table.rows {
            let Some(remark) = &row.remark else { continue };
            let first = tail(row);
            let room: f32 = wanted.iter().skip(first).map(|column| column.natural + 8.0).sum::<f32>() - 8.0;
            let wide = self.typesetter.width(remark, Style::weak(size - 0.5));
            if let Some(last) = wanted.last_mut() {
                last.natural += (wide - room).clamp(0.0, 120.0);
            }
        }
    }

    /// The narrowest way to write a heading in at most two lines, broken at a space or before a unit in brackets.
    pub(super) fn halved(&mut self, heading: &str, style: Style) -> (f32, Vec<String>) {
        let mut best = (self.typesetter.width(heading, style), vec![heading.to_owned()]);
        for (at, _) in heading.char_indices().filter(|(at, c)| *at > 0 && matches!(c, ' ' | '（')) {
            let halves = [&heading[..at], heading[at..].trim_start()];
            let width = halves.map(|half| self.typesetter.width(half, style)).into_iter().fold(0.0, f32::max);
            if width < best.0 {
                best = (width, halves.map(str::to_owned).to_vec());
            }
        }
        best
    }
}

/// What heads a group may run over the empty cells behind it.
fn runs_on(row: &Row) -> bool {
    row.rank == Rank::Group && row.cells.get(1) == Some(&Cell::Empty)
}

/// A number or a range, which is never broken; words in a column of numbers are.
fn is_figure(cell: &Cell) -> bool {
    match cell {
        Cell::Number { .. } => true,
        Cell::Text(text) => !text.contains(char::is_alphabetic) && text.contains(|c: char| c.is_ascii_digit()),
        Cell::Empty => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::Column;
    use crate::report::pages::Paper;
    use crate::words::{Language, Words};

    /// How wide the column behind the names becomes where this stands in it.
    fn width_of(cell: Cell) -> f32 {
        let name = Cell::text("A name of about sixty letters, which is more than most of them");
        let columns = vec![Column::words("Channel"), Column::numbers("Budget")];
        let table = Table { columns, rows: vec![Row::item(vec![name, cell])], ..Table::default() };
        let mut maker = Maker::new(Words::of(Language::En), Paper::A4.size());
        let (_, slots) = maker.fitting(&table, 200.0, 8.0);
        slots[1].width
    }

    #[test]
    fn words_in_a_column_of_numbers_give_way_and_figures_do_not() {
        let words = width_of(Cell::text("too large to calculate with"));
        let range = width_of(Cell::text("34,230,000,000\u{2013}40,060,000,000"));
        let number = width_of(Cell::Number { shown: "34,230,000,000,000,000.00".into(), data: String::new() });
        assert!(words < 70.0 && range > 90.0 && number > 80.0, "{words} {range} {number}");
    }
}
