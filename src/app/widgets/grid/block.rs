//! A block of cells, as spreadsheets put it on the clipboard: taken whole, or not at all.

use eframe::egui::{Event, Ui};

use super::{Cell, Cells};
use crate::t;
use crate::words::Words;
use crate::words::number::NOTHING;
use crate::words::parse::Problem;

/// Cells as a spreadsheet puts them on the clipboard: tabs between columns, line breaks between rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    rows: Vec<Vec<String>>,
    /// Whether a cell that holds nothing empties its place, which it leaves as it is otherwise.
    empties: bool,
}

/// Why a block was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It has more columns than there are cells from its first one on.
    TooWide {
        /// Its columns.
        columns: usize,
        /// How many fit.
        room: usize,
    },
    /// It has more rows than there are.
    TooTall {
        /// Its rows.
        rows: usize,
        /// How many fit.
        room: usize,
    },
    /// A cell cannot be read.
    Unreadable {
        /// Its row, from 1.
        row: usize,
        /// Its column, from 1.
        column: usize,
        /// What is wrong with it.
        problem: Problem,
        /// How many others cannot be read either.
        others: usize,
    },
    /// A cell cannot be without a value.
    Needed {
        /// Its row, from 1.
        row: usize,
        /// Its column, from 1.
        column: usize,
    },
}

impl Block {
    pub(super) const fn new(rows: Vec<Vec<String>>) -> Self {
        Self { rows, empties: false }
    }

    pub(super) fn emptying(self) -> Self {
        Self { empties: true, ..self }
    }

    /// The block that a text is; `None` for a single value, which goes into the field it is pasted into. A cell in quotes may hold tabs
    /// and line breaks, and two quotes for one.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        if !text.contains(['\t', '\n', '\r']) {
            return None;
        }
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let (mut rows, mut rest) = (vec![Vec::new()], Some(text.as_str()));
        while let Some(text) = rest {
            let (cell, end) = cell(text);
            if let Some(row) = rows.last_mut() {
                row.push(cell);
            }
            rest = match (end.strip_prefix('\t'), end.strip_prefix('\n')) {
                (Some(next), _) => Some(next),
                (_, Some(next)) if !next.is_empty() => {
                    rows.push(Vec::new());
                    Some(next)
                }
                _ => None,
            };
        }
        Some(Self::new(rows))
    }

    /// What cells hold, from a first to a last one.
    #[must_use]
    pub fn of_cells(cells: &dyn Cells, (first, last): (Cell, Cell)) -> Self {
        let row = |row| (first.column..=last.column).map(|column| cells.text(Cell { row, column })).collect();
        Self::new((first.row..=last.row).map(row).collect())
    }

    /// Its first row so many times.
    #[must_use]
    pub fn repeated(self, times: usize) -> Self {
        let first = self.rows.into_iter().next().unwrap_or_default();
        Self::new(vec![first; times])
    }

    /// The block as a text for the clipboard.
    #[must_use]
    pub fn write(&self) -> String {
        let row = |cells: &Vec<String>| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join("\t");
        self.rows.iter().map(row).collect::<Vec<_>>().join("\n")
    }

    /// What its cells hold, by rows.
    #[must_use]
    pub fn cells(&self) -> &[Vec<String>] {
        &self.rows
    }

    /// How many columns its widest row has.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// How many rows it has.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// The block on its way to the focused field, which does not get to see it then.
    #[must_use]
    pub fn pasted(ui: &Ui) -> Option<Self> {
        ui.input_mut(|input| {
            let block = |event: &Event| if let Event::Paste(text) = event { Self::of(text) } else { None };
            let at = input.events.iter().position(|event| block(event).is_some())?;
            block(&input.events.remove(at))
        })
    }

    /// The figures of all cells that hold one, by row and column. A cell that is empty, or a dash, leaves its place as it is,
    /// unless the block is there to empty cells: then nothing is read like all else.
    ///
    /// # Errors
    /// Says why nothing of it is taken.
    pub fn read<T>(
        &self,
        (rows, columns): (usize, usize),
        read: &dyn Fn(&str) -> Result<T, Problem>,
    ) -> Result<Vec<(usize, usize, T)>, Refused> {
        self.read_each((rows, columns), &|_, text| read(text))
    }

    /// What all cells hold, each read as its column is.
    ///
    /// # Errors
    /// Says why nothing of it is taken.
    pub fn read_each<T>(
        &self,
        (rows, columns): (usize, usize),
        read: &dyn Fn(usize, &str) -> Result<T, Problem>,
    ) -> Result<Vec<(usize, usize, T)>, Refused> {
        let widest = self.columns();
        if widest > columns {
            return Err(Refused::TooWide { columns: widest, room: columns });
        }
        if self.rows.len() > rows {
            return Err(Refused::TooTall { rows: self.rows.len(), room: rows });
        }
        let says = |cell: &String| self.empties || (!cell.is_empty() && cell != NOTHING);
        let (mut taken, mut unreadable) = (Vec::new(), Vec::new());
        for (row, cells) in self.rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| says(cell)) {
                match read(column, cell) {
                    Ok(amount) => taken.push((row, column, amount)),
                    Err(problem) => unreadable.push((row, column, problem)),
                }
            }
        }
        let others = unreadable.len().saturating_sub(1);
        match unreadable.into_iter().next() {
            Some((row, column, problem)) => {
                Err(Refused::Unreadable { row: row + 1, column: column + 1, problem, others })
            }
            None => Ok(taken),
        }
    }
}

/// Reads a cell that may be without a value.
///
/// # Errors
/// Says why a text cannot be read.
pub fn optional<T>(text: &str, read: impl FnOnce(&str) -> Result<T, Problem>) -> Result<Option<T>, Problem> {
    if text.is_empty() { Ok(None) } else { read(text).map(Some) }
}

/// The cell that a text begins with, and what stands behind it.
fn cell(text: &str) -> (String, &str) {
    if let Some(mut rest) = text.strip_prefix('"') {
        let mut held = String::new();
        while let Some((part, behind)) = rest.split_once('"') {
            held.push_str(part);
            match behind.strip_prefix('"') {
                Some(_) => held.push('"'),
                None if behind.is_empty() || behind.starts_with(['\t', '\n']) => {
                    return (held.trim().to_owned(), behind);
                }
                None => break,
            }
            rest = &behind[1..];
        }
        // A quote that is none: the text stands for itself.
    }
    let end = text.find(['\t', '\n']).unwrap_or(text.len());
    (text[..end].trim().to_owned(), &text[end..])
}

/// A cell as it is written between tabs.
fn quoted(cell: &str) -> String {
    if cell.contains(['\t', '\n', '\r', '"']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

impl Refused {
    /// What is wrong, where, and that nothing was taken.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        match self {
            Self::TooWide { columns, room } => t!(words, "common-block-too-wide", columns = *columns, room = *room),
            Self::Needed { row, column } => {
                t!(words, "common-block-needed", row = row.to_string(), column = column.to_string())
            }
            Self::TooTall { rows, room } => t!(words, "common-block-too-tall", rows = *rows, room = *room),
            Self::Unreadable { row, column, problem, others } => {
                let (row, column) = (row.to_string(), column.to_string());
                let why = problem.say(words);
                if *others == 0 {
                    t!(words, "common-block-unreadable", row = row, column = column, why = why)
                } else {
                    t!(words, "common-block-unreadable-more", row = row, column = column, why = why, n = *others)
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::parse;

    fn read(text: &str, room: (usize, usize)) -> Result<Vec<(usize, usize, f64)>, Refused> {
        Block::of(text).unwrap().read(room, &parse::count)
    }

    #[test]
    fn a_single_value_is_no_block() {
        assert_eq!(Block::of("1,200"), None);
        assert_eq!(Block::of(""), None);
        assert!(Block::of("1,200\n").is_some());
    }

    #[test]
    fn cells_are_read_as_fields_are_and_gaps_stay_as_they_are() {
        let cells = read("1,200\t 3.5 \r\n\t—\r\n1.2万\t0\r\n", (3, 2)).unwrap();
        assert_eq!(cells, [(0, 0, 1200.0), (0, 1, 3.5), (2, 0, 12_000.0), (2, 1, 0.0)]);
    }

    #[test]
    fn quotes_hold_tabs_line_breaks_and_quotes() {
        let block = Block::of("\"Video \"\"A\"\"\"\t\"1,200\"\r\n\"two\nlines\"\t5\r\n\"open\t7\r\n").unwrap();
        assert_eq!(block.cells(), [["Video \"A\"", "1,200"], ["two\nlines", "5"], ["\"open", "7"]]);
        assert_eq!(Block::of(&block.write()), Some(block));
        assert_eq!(Block::of("1\t\n\n2\n").unwrap().cells(), [vec!["1", ""], vec![""], vec!["2"]]);
    }

    #[test]
    fn a_block_that_does_not_fit_is_refused_as_a_whole() {
        assert_eq!(read("1\t2\t3", (9, 2)), Err(Refused::TooWide { columns: 3, room: 2 }));
        assert_eq!(read("1\n2\n3\n", (2, 9)), Err(Refused::TooTall { rows: 3, room: 2 }));
    }

    #[test]
    fn a_cell_that_cannot_be_read_is_said_by_row_and_column() {
        let refused = read("1\t2\n3\tabc\n-4\t5\n", (9, 9)).unwrap_err();
        let Refused::Unreadable { row, column, others, ref problem } = refused else { panic!("{refused:?}") };
        assert_eq!((row, column, others), (2, 2, 1));
        assert!(matches!(problem, Problem::NotANumber(..)));
        for language in crate::words::Language::ALL {
            let said = refused.say(Words::of(language));
            assert!(said.contains("abc") && said.matches('2').count() >= 2, "{said}");
        }
    }
}
