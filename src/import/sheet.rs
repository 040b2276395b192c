//! What a file is, by its bytes: a workbook, tables in markup, or a text with delimiters.

use std::borrow::Cow;

use csv::ByteRecord;

use super::grid::Grid;
use super::markup;
use super::table::{self, Table};
use super::text::{NoText, text_of};
use super::trouble::Trouble;
use super::workbook;

/// A file's content, with the table it holds.
pub enum Sheet<'a> {
    /// A text, and its encoding.
    Text(Cow<'a, str>, &'static str),
    /// The rows of a sheet and their table, and what they stand in.
    Rows(Vec<(u64, ByteRecord)>, Box<Table>, &'static str),
}

/// Looks what bytes are. Of the sheets of a workbook the one is taken whose table says most.
///
/// # Errors
/// Where they are neither text nor a workbook, or nothing at all.
pub fn open(bytes: &[u8]) -> Result<Sheet<'_>, Trouble> {
    if workbook::is_workbook(bytes) {
        return best_sheet(bytes);
    }
    let (text, encoding) = text_of(bytes).map_err(|why| match why {
        NoText::Unreadable(encoding) => Trouble::NoText(encoding),
        NoText::Binary => Trouble::NoText(""),
    })?;
    if text.trim().is_empty() {
        return Err(Trouble::Empty);
    }
    if markup::is_markup(&text) {
        let grid = Grid::Rows(Cow::Owned(markup::rows(&text)?));
        let table = table::find(&grid)?;
        let Grid::Rows(rows) = grid else { return Err(Trouble::Empty) };
        return Ok(Sheet::Rows(rows.into_owned(), Box::new(table), encoding));
    }
    Ok(Sheet::Text(text, encoding))
}

fn best_sheet(bytes: &[u8]) -> Result<Sheet<'_>, Trouble> {
    let (sheets, kind) = workbook::sheets(bytes)?;
    let mut best: Option<(Vec<(u64, ByteRecord)>, Table)> = None;
    let mut trouble = Trouble::Empty;
    for sheet in sheets {
        match table::find(&Grid::Rows(Cow::Borrowed(&sheet.rows))) {
            Ok(table) => {
                let worth = table.columns.worth();
                if best.as_ref().is_none_or(|(_, other)| worth > other.columns.worth()) {
                    best = Some((sheet.rows, table.named(sheet.name)));
                }
            }
            Err(other) => trouble = other,
        }
    }
    let (rows, table) = best.ok_or(trouble)?;
    Ok(Sheet::Rows(rows, Box::new(table), kind))
}

impl Sheet<'_> {
    /// Its table, and the rows it stands in.
    ///
    /// # Errors
    /// Where there is none.
    pub fn table(&self) -> Result<(Grid<'_>, Table), Trouble> {
        match self {
            // Some files begin with blanks before the first quotation mark.
            Self::Text(text, _) => table::find_in_text(text.trim_start_matches(' ')),
            Self::Rows(rows, table, _) => Ok((Grid::Rows(Cow::Borrowed(rows)), Table::clone(table))),
        }
    }

    /// How it is written.
    #[must_use]
    pub fn encoding(&self) -> &'static str {
        match self {
            Self::Text(_, encoding) | Self::Rows(_, _, encoding) => encoding,
        }
    }
}
