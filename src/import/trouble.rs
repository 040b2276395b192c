//! Why a report cannot be taken in: where, what was expected, and how to mend it.

use crate::t;
use crate::words::Words;
use crate::words::clean::{excerpt, one_line};

/// Why a file gives no reading, or nothing that can be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It holds nothing.
    Empty,
    /// Its bytes are no text and no workbook; holds the encoding that was tried last, empty for zeros in the text.
    NoText(&'static str),
    /// It holds no table with money or results; holds the headings that were found instead, as far as there are any.
    NoTable(Vec<String>),
    /// A row of more cells than a sheet has.
    TooWide {
        /// The line.
        line: u64,
        /// Its number of cells.
        columns: usize,
    },
    /// A row that does not end: a quotation mark is opened and never closed.
    LongRow {
        /// The line it begins on.
        line: u64,
    },
    /// A cell that is no number.
    NoNumber {
        /// The line.
        line: u64,
        /// The column's heading.
        column: String,
        /// What stands there.
        text: String,
    },
    /// A number too large or too fine to be money or a count.
    OutOfBounds {
        /// The line.
        line: u64,
        /// The column's heading.
        column: String,
        /// What stands there.
        text: String,
    },
    /// Numbers of a column of which some have a point before their fraction and some a comma.
    BothMarks {
        /// The column's heading.
        column: String,
    },
    /// Dates that can be read in two ways; holds one of them.
    OpenDates(String),
    /// Dates that begin with the day and dates that begin with the month; holds one of each.
    BothOrders(String, String),
    /// A date that no calendar has.
    NoDate(String),
    /// Neither a column nor the lines above the table say which days it is about.
    NoDays,
    /// Columns of months without a year; holds one of their headings.
    NoYear(String),
    /// A table without a row that counts.
    NothingCounted,
    /// A workbook with a password.
    Locked,
    /// A workbook that cannot be read; holds why.
    Damaged(String),
    /// A workbook that unpacks to more than a gibibyte.
    TooLargeUnpacked,
    /// All money is in a currency without a rate; holds it and the plan's.
    OtherCurrency(String, String),
    /// A sum beyond the largest amount; holds the campaign.
    SumTooLarge(String),
}

/// A cell may be a whole file.
const LONGEST_CELL: usize = 60;

impl Trouble {
    /// The sentence, without the file's name.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        let short = |text: &str| excerpt(&one_line(text), LONGEST_CELL).into_owned();
        match self {
            Self::Empty => words.text("import-empty-file"),
            Self::NoText("") => words.text("import-binary"),
            Self::NoText(encoding) => t!(words, "import-no-text", encoding = *encoding),
            Self::NoTable(headings) if headings.is_empty() => words.text("import-no-table"),
            Self::NoTable(headings) => {
                let all = headings.iter().take(8).map(|text| short(text)).collect::<Vec<_>>();
                t!(words, "import-no-money", headings = all.join(&words.text("files-list-comma")))
            }
            Self::TooWide { line, columns } => {
                t!(words, "import-too-wide", line = line.to_string(), columns = columns.to_string())
            }
            Self::LongRow { line } => t!(words, "import-long-row", line = line.to_string()),
            Self::NoNumber { line, column, text } => {
                t!(words, "import-no-number", line = line.to_string(), column = short(column), text = short(text))
            }
            Self::OutOfBounds { line, column, text } => {
                t!(words, "import-out-of-bounds", line = line.to_string(), column = short(column), text = short(text))
            }
            Self::BothMarks { column } => t!(words, "import-both-marks", column = short(column)),
            Self::OpenDates(text) => t!(words, "import-open-dates", text = short(text)),
            Self::BothOrders(one, other) => t!(words, "import-both-orders", one = short(one), other = short(other)),
            Self::NoDate(text) => t!(words, "import-no-date", text = short(text)),
            Self::NoDays => words.text("import-no-days"),
            Self::NoYear(text) => t!(words, "import-no-year", text = short(text)),
            Self::NothingCounted => words.text("import-nothing-counted"),
            Self::Locked => words.text("import-locked"),
            Self::Damaged(why) if why.is_empty() => words.text("import-broken"),
            Self::Damaged(why) => t!(words, "import-damaged", why = short(why)),
            Self::TooLargeUnpacked => words.text("import-too-large-unpacked"),
            Self::OtherCurrency(found, own) => {
                t!(words, "import-other-currency", found = short(found), own = short(own))
            }
            Self::SumTooLarge(campaign) => t!(words, "import-sum-too-large", campaign = short(campaign)),
        }
    }
}
