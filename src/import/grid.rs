//! Rows of cells, which can be walked as often as needed: a text with a delimiter between its cells, or the rows of a sheet.
//! A text is never held as cells, so that a large report takes little more memory than its file.

use std::borrow::Cow;

use csv::ByteRecord;

use super::trouble::Trouble;

/// A row of more cells is no table of a report: as many columns as a sheet can have.
pub const MOST_COLUMNS: usize = 16_384;

/// A row of more bytes is none either: somewhere a quotation mark is opened and never closed.
const LONGEST_ROW: usize = 1 << 20;

/// A file's cells.
pub enum Grid<'a> {
    /// Text, and what stands between its cells.
    Text(&'a str, u8),
    /// Rows with their numbers, from 1.
    Rows(Cow<'a, [(u64, ByteRecord)]>),
}

/// A run of rows: bytes of a text or rows of a sheet, and the number of its first line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it begins.
    pub begin: usize,
    /// Where it ends.
    pub end: usize,
    /// The number of its first line, from 1.
    pub line: u64,
}

/// What a walk meets.
pub enum Met<'r> {
    /// Lines without anything, from the first to the last.
    Blank(u64, u64),
    /// A row: its line, its cells, and where the next one begins.
    Row(u64, &'r ByteRecord, Part),
}

impl Grid<'_> {
    /// All rows.
    #[must_use]
    pub fn all(&self) -> Part {
        let end = match self {
            Self::Text(text, _) => text.len(),
            Self::Rows(rows) => rows.len(),
        };
        Part { begin: 0, end, line: 1 }
    }

    /// Walks over the rows of a part until `visit` says that it has seen enough.
    ///
    /// # Errors
    /// A row that belongs to no table; what `visit` finds.
    pub fn walk(&self, part: Part, visit: impl FnMut(Met<'_>) -> Result<bool, Trouble>) -> Result<(), Trouble> {
        match self {
            Self::Text(text, delimiter) => walk_text(text.as_bytes(), *delimiter, part, visit),
            Self::Rows(rows) => walk_rows(rows, part, visit),
        }
    }

    /// A part in two halves that can be walked at the same time; only itself where that is not worth it.
    #[must_use]
    pub fn halves(&self, part: Part) -> (Part, Option<Part>) {
        let Self::Text(text, _) = self else { return (part, None) };
        let bytes = text.as_bytes().get(part.begin..part.end).unwrap_or_default();
        if bytes.len() < 1 << 20 {
            return (part, None);
        }
        // A line break inside quotes is none: behind an even number of them it is one.
        let mut at = bytes.len() / 2;
        let mut quotes = count(bytes.get(..at).unwrap_or_default(), b'"');
        while let Some(next) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == b'\n')) {
            quotes += count(bytes.get(at..at + next).unwrap_or_default(), b'"');
            at += next + 1;
            if quotes.is_multiple_of(2) {
                let lines = count(bytes.get(..at).unwrap_or_default(), b'\n');
                let middle = part.begin + at;
                let second = Part { begin: middle, end: part.end, line: part.line + lines };
                return (Part { end: middle, ..part }, Some(second));
            }
        }
        (part, None)
    }
}

fn count(bytes: &[u8], wanted: u8) -> u64 {
    // In blocks whose counts fit a byte, which compilers turn into a few instructions.
    bytes.chunks(255).map(|block| u64::from(block.iter().map(|byte| u8::from(*byte == wanted)).sum::<u8>())).sum()
}

fn walk_text(
    text: &[u8],
    delimiter: u8,
    part: Part,
    mut visit: impl FnMut(Met<'_>) -> Result<bool, Trouble>,
) -> Result<(), Trouble> {
    let bytes = text.get(part.begin..part.end).unwrap_or_default();
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(bytes);
    let mut row = ByteRecord::new();
    // The reader counts lines otherwise than people do: it skips those without anything, and ends a row before its line feed.
    let (mut line, mut at) = (part.line, 0);
    let mut has_ended = part.begin == 0 || text.get(part.begin - 1) != Some(&b'\r');
    while reader.read_byte_record(&mut row).unwrap_or(false) {
        let next = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let taken = bytes.get(at..next).unwrap_or_default();
        let length = taken.iter().position(|byte| !matches!(byte, b'\r' | b'\n')).unwrap_or(taken.len());
        let (ends, own) = taken.split_at(length);
        let first_blank = line + u64::from(!has_ended);
        line += count(ends, b'\n');
        if line > first_blank && !visit(Met::Blank(first_blank, line - 1))? {
            return Ok(());
        }
        check_size(&row, line)?;
        let begun = line;
        line += count(own, b'\n');
        (at, has_ended) = (next, own.last() != Some(&b'\r'));
        if !visit(Met::Row(begun, &row, Part { begin: part.begin + next, end: part.end, line }))? {
            return Ok(());
        }
    }
    Ok(())
}

fn walk_rows(
    rows: &[(u64, ByteRecord)],
    part: Part,
    mut visit: impl FnMut(Met<'_>) -> Result<bool, Trouble>,
) -> Result<(), Trouble> {
    let mut next = part.line;
    for (at, (line, row)) in rows.iter().enumerate().take(part.end).skip(part.begin) {
        if *line > next && !visit(Met::Blank(next, line - 1))? {
            return Ok(());
        }
        next = line + 1;
        if !visit(Met::Row(*line, row, Part { begin: at + 1, end: part.end, line: next }))? {
            return Ok(());
        }
    }
    Ok(())
}

fn check_size(row: &ByteRecord, line: u64) -> Result<(), Trouble> {
    if row.len() > MOST_COLUMNS {
        return Err(Trouble::TooWide { line, columns: row.len() });
    }
    if row.as_slice().len() > LONGEST_ROW { Err(Trouble::LongRow { line }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(grid: &Grid<'_>, part: Part) -> Vec<(u64, Vec<String>)> {
        let mut found = Vec::new();
        let cells = |row: &ByteRecord| row.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
        let walked = grid.walk(part, |met| {
            found.push(match met {
                Met::Blank(first, last) => (first, vec![format!("blank to {last}")]),
                Met::Row(line, row, _) => (line, cells(row)),
            });
            Ok(true)
        });
        assert!(walked.is_ok());
        found
    }

    #[test]
    fn lines_are_numbered_as_an_editor_does() {
        let grid = Grid::Text("a,b\r\n\r\n\n\"x\ny\",2\nc", b',');
        let found = lines(&grid, grid.all());
        let expected: [(u64, &[&str]); 4] = [(1, &["a", "b"]), (2, &["blank to 3"]), (4, &["x\ny", "2"]), (6, &["c"])];
        assert_eq!(found.len(), expected.len());
        for ((line, cells), (right_line, right)) in found.iter().zip(expected) {
            assert_eq!((*line, cells.iter().map(String::as_str).collect::<Vec<_>>()), (right_line, right.to_vec()));
        }
    }

    #[test]
    fn halves_hold_what_the_whole_holds() {
        let row = |row: u32| format!("{row},\"a \"\"b\"\"\r\n, {row}\",\"1,234\"\n");
        let text: String = (0..60_000).map(row).collect::<Vec<_>>().concat();
        let grid = Grid::Text(&text, b',');
        let whole = lines(&grid, grid.all());
        let (first, second) = grid.halves(grid.all());
        let first = lines(&grid, first);
        let second = lines(&grid, second.expect("large"));
        assert!(first.len() > 20_000 && second.len() > 20_000);
        assert!(first.iter().chain(&second).eq(whole.iter()));
    }
}
