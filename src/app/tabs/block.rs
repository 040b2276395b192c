//! A block of cells out of a spreadsheet: taken whole, or not at all.

use eframe::egui::{Event, Ui};

use crate::t;
use crate::words::Words;
use crate::words::number::NOTHING;
use crate::words::parse::Problem;

/// Cells as a spreadsheet puts them on the clipboard: tabs between columns, line breaks between rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app::tabs) struct Block(Vec<Vec<String>>);

/// Why a block was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app::tabs) enum Refused {
    /// It has more columns than there are months from its first cell on.
    TooWide { columns: usize, room: usize },
    /// It has more rows than there are channels.
    TooTall { rows: usize, room: usize },
    /// A cell cannot be read.
    Unreadable { row: usize, column: usize, problem: Problem, others: usize },
}

impl Block {
    /// The block that a text is; `None` for a single value, which goes into the field it is pasted into.
    pub(in crate::app::tabs) fn of(text: &str) -> Option<Self> {
        let is_block = text.contains(['\t', '\n', '\r']);
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        let row = |line: &str| line.split('\t').map(|cell| cell.trim().to_owned()).collect();
        is_block.then(|| Self(text.split('\n').map(|line| row(line.trim_end_matches('\r'))).collect()))
    }

    /// How many rows it has.
    pub(in crate::app::tabs) fn rows(&self) -> usize {
        self.0.len()
    }

    /// The block on its way to the focused field, which does not get to see it then.
    pub(in crate::app::tabs) fn pasted(ui: &Ui) -> Option<Self> {
        ui.input_mut(|input| {
            let block = |event: &Event| if let Event::Paste(text) = event { Self::of(text) } else { None };
            let at = input.events.iter().position(|event| block(event).is_some())?;
            block(&input.events.remove(at))
        })
    }

    /// The figures of all cells that hold one, by row and column. A cell that is empty, or a dash, leaves its place as it is.
    pub(in crate::app::tabs) fn read<T>(
        &self,
        (rows, columns): (usize, usize),
        read: &dyn Fn(&str) -> Result<T, Problem>,
    ) -> Result<Vec<(usize, usize, T)>, Refused> {
        let widest = self.0.iter().map(Vec::len).max().unwrap_or(0);
        if widest > columns {
            return Err(Refused::TooWide { columns: widest, room: columns });
        }
        if self.0.len() > rows {
            return Err(Refused::TooTall { rows: self.0.len(), room: rows });
        }
        let (mut taken, mut unreadable) = (Vec::new(), Vec::new());
        for (row, cells) in self.0.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty() && *cell != NOTHING) {
                match read(cell) {
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

impl Refused {
    /// What is wrong, where, and that nothing was taken.
    pub(in crate::app::tabs) fn say(&self, words: &Words) -> String {
        match self {
            Self::TooWide { columns, room } => t!(words, "track-block-too-wide", columns = *columns, room = *room),
            Self::TooTall { rows, room } => t!(words, "track-block-too-tall", rows = *rows, room = *room),
            Self::Unreadable { row, column, problem, others } => {
                let (row, column) = (row.to_string(), column.to_string());
                let why = problem.say(words);
                if *others == 0 {
                    t!(words, "track-block-unreadable", row = row, column = column, why = why)
                } else {
                    t!(words, "track-block-unreadable-more", row = row, column = column, why = why, n = *others)
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
