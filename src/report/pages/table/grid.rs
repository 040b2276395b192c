//! A table on its way to paper: where its columns and lines stand, and the bars beside its numbers.

use super::Look;
use crate::report::document::{Bars, Cell, Rank, Row, Table};
use crate::report::pages::piece::{HAIRLINE, RULE, filled, level};
use crate::report::pages::widths::Slot;
use crate::report::pages::{Ink, Mark};

/// Room for bars beside numbers, and for those between two ends.
const BARS: f32 = 40.0;
const WIDE_BARS: f32 = 120.0;

/// A table on its way to paper.
pub(super) struct Grid<'a> {
    pub(super) table: &'a Table,
    pub(super) look: Look,
    pub(super) slots: Vec<Slot>,
    pub(super) node: usize,
    /// Where its lines end.
    pub(super) width: f32,
    /// The largest number of each column with bars.
    pub(super) most: Vec<f64>,
    pub(super) has_groups: bool,
}

impl Grid<'_> {
    /// How wide a cell may be: a group's name runs over the empty cells behind it.
    pub(super) fn room(&self, row: &Row, column: usize) -> f32 {
        let slot = self.slots[column];
        if row.rank != Rank::Group || column > 0 {
            return slot.width - bars_room(self.table, column);
        }
        let next = (1..row.cells.len()).find(|next| row.cells[*next] != Cell::Empty);
        // A number stands at the right of its column.
        next.map_or(self.width, |next| self.slots[next - 1].right())
    }

    /// The bar beside a number.
    pub(super) fn bar(&self, row: &Row, column: usize) -> Vec<Mark> {
        let bars = self.table.columns[column].bars.filter(|_| row.rank == Rank::Item);
        let Some((bars, value)) = bars.zip(value(row, column)) else { return Vec::new() };
        let left = self.slots[column].left + 2.0;
        let share = share(value.abs(), [0.0, self.most[column]]);
        match bars {
            _ if value == 0.0 && !matches!(bars, Bars::Between { .. }) => Vec::new(),
            Bars::Size => {
                let ink = row.task.map_or(Ink::FAINT, Ink::task);
                vec![self.lying(left, ((BARS - 8.0) * share).max(0.6), ink)]
            }
            Bars::Change => {
                let half = (BARS - 8.0) / 2.0;
                let (wide, ink) = ((half * share).max(0.6), if value > 0.0 { Ink::ACCENT } else { Ink::FAINT });
                vec![self.lying(if value > 0.0 { left + half } else { left + half - wide }, wide, ink)]
            }
            Bars::Between { around } => self.between(row, column, around),
        }
    }

    /// The part below the value in the middle in grey, the part above it in accent, and the value itself as a line.
    fn between(&self, row: &Row, column: usize, around: f64) -> Vec<Mark> {
        let ends = |row: &Row| Some([value(row, column.checked_sub(1)?)?, value(row, column)?]);
        let all = self.table.rows.iter().filter_map(ends).flatten().chain([around]);
        let reach = all.fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], end| [low.min(end), high.max(end)]);
        let Some([one, other]) = ends(row) else { return Vec::new() };
        let place = |value: f64| self.slots[column].left + 6.0 + (WIDE_BARS - 16.0) * share(value, reach);
        let middle = place(around);
        let bar = |from: f64, ink: Ink| {
            let from = place(from);
            self.lying(from.min(middle), (from - middle).abs(), ink)
        };
        let line = filled([middle - 0.4, 0.0], [0.8, self.look.row], Ink::TEXT);
        vec![
            bar(one.min(other).min(around), Ink::FAINT.thinned(0.55)),
            bar(one.max(other).max(around), Ink::ACCENT),
            line,
        ]
    }

    fn lying(&self, left: f32, wide: f32, ink: Ink) -> Mark {
        filled([left, self.look.row / 2.0 - 2.5], [wide, 5.0], ink)
    }

    /// What lies under the words of a row.
    pub(super) fn lines(&self, row: &Row, height: f32) -> Vec<Mark> {
        match row.rank {
            Rank::Group => vec![filled([0.0, 0.0], [self.width, height], Ink::ZEBRA)],
            Rank::Total => vec![level(0.0, 0.0, self.width, Ink::RULE, RULE)],
            Rank::Part | Rank::Item => Vec::new(),
        }
    }

    pub(super) fn last_line(&self, row: &Row, height: f32) -> Vec<Mark> {
        let line = |y: f32, ink: Ink, width: f32| level(y, 0.0, self.width, ink, width);
        match row.rank {
            Rank::Group => vec![line(height, Ink::RULE, HAIRLINE)],
            Rank::Total => vec![line(height, Ink::TEXT, HAIRLINE), line(height + 1.8, Ink::TEXT, HAIRLINE)],
            Rank::Part | Rank::Item => vec![line(height, Ink::LINE, HAIRLINE)],
        }
    }
}

/// Room for the bars of a column.
pub(super) fn bars_room(table: &Table, column: usize) -> f32 {
    match table.columns[column].bars {
        Some(Bars::Between { .. }) => WIDE_BARS,
        Some(Bars::Size | Bars::Change) => BARS,
        None => 0.0,
    }
}

/// Where a value lies between two others, 0 to 1.
#[expect(clippy::cast_possible_truncation, reason = "a share of a small width")]
fn share(value: f64, [low, high]: [f64; 2]) -> f32 {
    if high > low { ((value - low) / (high - low)).clamp(0.0, 1.0) as f32 } else { 0.0 }
}

fn value(row: &Row, column: usize) -> Option<f64> {
    match row.cells.get(column) {
        Some(Cell::Number { data, .. }) => data.parse().ok().filter(|value: &f64| value.is_finite()),
        _ => None,
    }
}

/// The largest of a column's numbers in ordinary rows, whatever their sign.
pub(super) fn most(table: &Table, column: usize) -> f64 {
    let rows = table.rows.iter().filter(|row| row.rank == Rank::Item);
    rows.filter_map(|row| value(row, column)).map(f64::abs).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::Column;
    use crate::report::pages::Shape;

    /// From where to where the bars of a column of such numbers reach, and in which ink.
    fn bars(bars: Bars, rows: &[[&str; 2]]) -> Vec<Vec<([f32; 2], Ink)>> {
        let number = |data: &&str| Cell::Number { shown: (*data).to_owned(), data: (*data).to_owned() };
        let table = Table {
            columns: vec![Column::numbers("low"), Column::numbers("high").with_bars(bars)],
            rows: rows.iter().map(|row| Row::item(row.iter().map(number).collect())).collect(),
            ..Table::default()
        };
        let slots = vec![Slot { left: 0.0, width: 50.0 }, Slot { left: 50.0, width: 200.0 }];
        let most = vec![0.0, most(&table, 1)];
        let grid = Grid { table: &table, look: Look::PLAIN, slots, node: 0, width: 250.0, most, has_groups: false };
        let reach = |mark: Mark| match mark.shape {
            Shape::Path { points, fill: Some(ink), .. } => ([points[0][0], points[1][0]], ink),
            shape => panic!("{shape:?}"),
        };
        table.rows.iter().map(|row| grid.bar(row, 1).into_iter().map(reach).collect()).collect()
    }

    #[test]
    fn more_stands_at_the_right_of_less() {
        let rows = bars(Bars::Change, &[["", "50"], ["", "-100"], ["", "0"]]);
        let ([([zero, more], won)], [([less, end], lost)]) = (&rows[0][..], &rows[1][..]) else { panic!("{rows:?}") };
        assert!((zero - end).abs() < 0.01 && less < zero && zero < more, "{rows:?}");
        assert!(((end - less) - 2.0 * (more - zero)).abs() < 0.01, "as long as they are large, whatever their sign");
        assert_eq!((*won, *lost, rows[2].len()), (Ink::ACCENT, Ink::FAINT, 0));
    }

    #[test]
    fn what_lies_below_the_middle_and_above_it_meets_there() {
        let rows = bars(Bars::Between { around: 10.0 }, &[["5", "20"], ["12", "15"]]);
        let [([low, middle], _), ([from, high], _), ([line, _], _)] = rows[0][..] else { panic!("{rows:?}") };
        assert!((middle - from).abs() < 0.01 && low < middle && from < high && (line - middle).abs() < 1.0, "{rows:?}");
        assert!(((high - from) - 2.0 * (middle - low)).abs() < 0.01, "10 above, 5 below");
        let [([low, middle], _), ..] = rows[1][..] else { panic!("{rows:?}") };
        assert!((middle - low).abs() < 0.01, "nothing of it lies below");
    }
}
