//! What a file is, by its bytes: a text with delimiters.

use std::borrow::Cow;

use super::grid::Grid;
use super::table::{self, Table};
use super::text::{NoText, text_of};
use super::trouble::Trouble;

/// A file's content, before its table is found.
pub enum Sheet<'a> {
    /// A text, and its encoding.
    Text(Cow<'a, str>, &'static str),
}

/// Looks what bytes are.
///
/// # Errors
/// Where they are neither text nor a workbook, or nothing at all.
pub fn open(bytes: &[u8]) -> Result<Sheet<'_>, Trouble> {
    let (text, encoding) = text_of(bytes).map_err(|why| match why {
        NoText::Unreadable(encoding) => Trouble::NoText(encoding),
        NoText::Binary => Trouble::NoText(""),
    })?;
    if text.trim().is_empty() {
        return Err(Trouble::Empty);
    }
    Ok(Sheet::Text(text, encoding))
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
        }
    }

    /// How it is written.
    #[must_use]
    pub fn encoding(&self) -> &'static str {
        match self {
            Self::Text(_, encoding) => encoding,
        }
    }
}
