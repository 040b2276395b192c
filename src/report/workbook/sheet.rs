//! A sheet as plain data: what stands in which cell. [`paint`](super::paint) turns it into a file.

use std::collections::BTreeMap;
use std::fmt;

use crate::plan::Date;
use crate::report::pages::Ink;

/// A cell of a sheet; row and column are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct At {
    pub(super) row: u32,
    pub(super) col: u16,
}

/// The cell in a row and a column.
pub(super) const fn at(row: u32, col: u16) -> At {
    At { row, col }
}

impl At {
    /// With the marks that keep it where it is: `$F$5`.
    pub(super) fn fixed(self) -> String {
        format!("${}${}", letters(self.col), self.row + 1)
    }
}

/// `F5`.
impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", letters(self.col), self.row + 1)
    }
}

/// A, …, Z, AA, …
fn letters(col: u16) -> String {
    let (before, last) = (col / 26, u8::try_from(col % 26).unwrap_or(0));
    let last = char::from(b'A' + last);
    if before == 0 { last.to_string() } else { format!("{}{last}", letters(before - 1)) }
}

/// `F5:F9`, fixed: a range of one sheet for its own formulas.
pub(super) fn range(from: At, to: At) -> String {
    format!("{}:{}", from.fixed(), to.fixed())
}

/// A cell as formulas of any sheet refer to it: `'Goal chain'!$F$5`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) sheet: String,
    pub(super) at: At,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "'{}'!{}", self.sheet, self.at.fixed())
    }
}

/// What the number of a cell is, which says how it is shown and what may be typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Words.
    Words,
    /// Money of the plan's currency, whose unit stands in the heading.
    Money,
    /// Something counted, shown whole.
    Whole,
    /// Something counted, shown with one decimal where it has any.
    Count,
    /// A share or a rate of 0 to 1.
    Rate,
    /// A share that may be any size.
    Percent,
    /// Any number of two decimals at most.
    Factor,
    /// An answer to a criterion: 0, a quarter, a half, 1, or a sign that it is not applicable.
    Answer,
    /// A day.
    Day,
}

/// What a row is, which says how its cells look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum Rank {
    /// One of many.
    #[default]
    Item,
    /// What items belong to.
    Group,
    /// The sum of a table.
    Total,
    /// Headings of columns.
    Head,
    /// What a table is about.
    Section,
    /// What the sheet is about.
    Title,
    /// A remark.
    Note,
}

/// What a formula is known to give.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Outcome {
    Number(f64),
    Words(String),
}

impl From<f64> for Outcome {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

/// Nothing is shown as an empty cell.
impl From<Option<f64>> for Outcome {
    fn from(number: Option<f64>) -> Self {
        number.map_or_else(|| Self::Words(String::new()), Self::Number)
    }
}

impl From<String> for Outcome {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Empty,
    Words(String),
    Number(f64),
    Day(Date),
    /// A formula without its leading `=`, and our own result of it.
    Live(String, Outcome),
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    pub(super) value: Value,
    pub(super) kind: Kind,
    pub(super) rank: Rank,
    /// Whether a person may change it.
    pub(super) is_input: bool,
}

/// Cells of one sheet that a drawing shows.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub(super) sheet: String,
    pub(super) from: At,
    pub(super) to: At,
}

/// One line, or one set of bars.
#[derive(Clone, Debug)]
pub(super) struct Series {
    pub(super) name: String,
    pub(super) labels: Span,
    pub(super) values: Span,
    pub(super) ink: Ink,
    /// Colours of single bars.
    pub(super) inks: Vec<Ink>,
}

/// How a drawing shows its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Bars,
    Lines,
    Curves,
}

/// A drawing beside or below the cells.
#[derive(Clone, Debug)]
pub(super) struct Plot {
    pub(super) shape: Shape,
    pub(super) title: String,
    pub(super) corner: At,
    /// How many drawings stand before it in the same row.
    pub(super) before: u32,
    pub(super) series: Vec<Series>,
    /// What runs to the right and what upwards.
    pub(super) axes: [String; 2],
    pub(super) kind: Kind,
}

/// A sheet of the workbook.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) cells: BTreeMap<At, Cell>,
    /// Long words over all columns: their row.
    pub(super) paragraphs: BTreeMap<u32, (String, Rank)>,
    pub(super) plots: Vec<Plot>,
    /// The row of headings that stays in view and is printed again on every page.
    pub(super) heading: Option<u32>,
    pub(super) is_landscape: bool,
    /// Columns of words behind the first are at most this wide, in characters.
    pub(super) widest: usize,
    rank: Rank,
}

impl Sheet {
    pub(super) fn new(name: String, title: &str) -> Self {
        let mut sheet = Self {
            name,
            cells: BTreeMap::new(),
            paragraphs: BTreeMap::new(),
            plots: Vec::new(),
            heading: None,
            is_landscape: false,
            widest: 26,
            rank: Rank::Item,
        };
        sheet.line(0, title, Rank::Title);
        sheet
    }

    /// The rows written from here on are of this rank.
    pub(super) fn rank(&mut self, rank: Rank) {
        self.rank = rank;
    }

    fn put(&mut self, at: At, value: Value, kind: Kind, is_input: bool) {
        self.cells.insert(at, Cell { value, kind, rank: self.rank, is_input });
    }

    /// One line that may run over the cells at its right.
    pub(super) fn line(&mut self, row: u32, words: &str, rank: Rank) {
        let cell = Cell { value: Value::Words(words.to_owned()), kind: Kind::Words, rank, is_input: false };
        self.cells.insert(at(row, 0), cell);
    }

    /// Words over the whole width, on as many lines as they need.
    pub(super) fn paragraph(&mut self, row: u32, words: &str) {
        self.paragraphs.insert(row, (words.to_owned(), Rank::Item));
    }

    /// A remark over the whole width.
    pub(super) fn note(&mut self, row: u32, words: &str) {
        self.paragraphs.insert(row, (words.to_owned(), Rank::Note));
    }

    /// Headings of columns from the first column on; those of numbers stand at the right.
    pub(super) fn head(&mut self, row: u32, headings: &[(String, Kind)]) {
        for (col, (heading, kind)) in (0..).zip(headings) {
            let value = Value::Words(heading.clone());
            self.cells.insert(at(row, col), Cell { value, kind: *kind, rank: Rank::Head, is_input: false });
        }
    }

    pub(super) fn words(&mut self, at: At, words: &str) {
        self.put(at, Value::Words(words.to_owned()), Kind::Words, false);
    }

    /// A number that is no formula and not to be changed here.
    pub(super) fn number(&mut self, at: At, number: f64, kind: Kind) {
        self.put(at, Value::Number(number), kind, false);
    }

    /// A number that is too large to calculate with stands as words, and nothing is made of it.
    pub(super) fn number_or(&mut self, at: At, number: Option<f64>, kind: Kind, words: &str) {
        match number {
            Some(number) => self.number(at, number, kind),
            None => self.words(at, words),
        }
    }

    pub(super) fn day(&mut self, at: At, day: Option<Date>) {
        self.put(at, day.map_or(Value::Empty, Value::Day), Kind::Day, false);
    }

    /// A number a person may change; empty where nothing is typed yet.
    pub(super) fn input(&mut self, at: At, number: impl Into<Option<f64>>, kind: Kind) {
        self.put(at, number.into().map_or(Value::Empty, Value::Number), kind, true);
    }

    /// What a person may choose anew.
    pub(super) fn choice(&mut self, at: At, value: Value, kind: Kind) {
        self.put(at, value, kind, true);
    }

    /// A formula with our own result of it.
    pub(super) fn live(&mut self, at: At, formula: impl Into<String>, result: impl Into<Outcome>, kind: Kind) {
        self.put(at, Value::Live(formula.into(), result.into()), kind, false);
    }

    /// A formula; words where the result is too large to calculate with.
    pub(super) fn live_or(&mut self, at: At, formula: String, result: Option<f64>, kind: Kind, words: &str) {
        match result {
            Some(result) => self.live(at, formula, result, kind),
            None => self.words(at, words),
        }
    }

    /// Fills the rest of a row, so that its rule runs through.
    pub(super) fn fill(&mut self, row: u32, columns: u16) {
        for col in 0..columns {
            let cell = Cell { value: Value::Empty, kind: Kind::Words, rank: self.rank, is_input: false };
            self.cells.entry(at(row, col)).or_insert(cell);
        }
    }

    /// A cell of this sheet, for formulas of others.
    pub(super) fn place(&self, at: At) -> Place {
        Place { sheet: self.name.clone(), at }
    }

    /// Cells of this sheet, for a drawing.
    pub(super) fn span(&self, from: At, to: At) -> Span {
        Span { sheet: self.name.clone(), from, to }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        let names = [(0, 0), (4, 25), (99, 26), (0, 701), (1, 702)].map(|(row, col)| at(row, col).to_string());
        assert_eq!(names, ["A1", "Z5", "AA100", "ZZ1", "AAA2"]);
        let place = Place { sheet: "Goal chain".into(), at: at(4, 5) };
        assert_eq!(place.to_string(), "'Goal chain'!$F$5");
        assert_eq!(range(at(0, 0), at(9, 0)), "$A$1:$A$10");
    }
}
