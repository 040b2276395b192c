//! Workbooks: XLSX, XLSB, XLS and ODS, read by calamine, within bounds.

use std::io::{self, Cursor, Read};
use std::panic::catch_unwind;

use calamine::{Cell, Data, DataRef, Ods, Reader, SheetVisible, Xls, Xlsb, Xlsx, XlsxError};
use csv::ByteRecord;
use zip::ZipArchive;

use super::grid::MOST_COLUMNS;
use super::markup::tags;
use super::trouble::Trouble;

/// A sheet: its name, and its rows with their numbers from 1.
pub struct Rows {
    /// Its name.
    pub name: String,
    /// Its rows.
    pub rows: Vec<(u64, ByteRecord)>,
}

/// More bytes than any report has, unpacked.
const MOST_UNPACKED: u64 = 1 << 30;

/// How much a packed byte unpacks to at most.
const MOST_FROM_A_BYTE: u64 = 1032;

/// More cells than any report has, the empty ones between others included.
const MOST_CELLS: usize = 40_000_000;

/// What a workbook is, by its first bytes.
#[must_use]
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(OLD)
}

/// How files begin that Office wrote before 2007, and those with a password.
const OLD: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// The sheets of a workbook that are shown, and what kind of workbook it is. Damaged ones can make calamine panic.
///
/// # Errors
/// A workbook with a password, one that cannot be read, one that unpacks to too much.
pub fn sheets(bytes: &[u8]) -> Result<(Vec<Rows>, &'static str), Trouble> {
    catch_unwind(|| read(bytes)).unwrap_or_else(|_| Err(Trouble::Damaged(String::new())))
}

fn read(bytes: &[u8]) -> Result<(Vec<Rows>, &'static str), Trouble> {
    if bytes.starts_with(OLD) {
        return old(bytes).map(|sheets| (sheets, "xls"));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    check_size(&mut archive, bytes.len())?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("xl/workbook.xml") {
        return xlsx(bytes).map(|sheets| (sheets, "xlsx"));
    }
    if has("xl/workbook.bin") {
        return xlsb(bytes).map(|sheets| (sheets, "xlsb"));
    }
    if has("content.xml") {
        check_repeats(&mut archive)?;
        let mut workbook = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
            calamine::OdsError::Password => Trouble::Locked,
            error => damaged(error),
        })?;
        return whole(&mut workbook).map(|sheets| (sheets, "ods"));
    }
    Err(Trouble::Damaged("xl/workbook.xml".to_owned()))
}

#[allow(clippy::needless_pass_by_value)] // as `map_err` gives it
fn damaged(error: impl ToString) -> Trouble {
    Trouble::Damaged(error.to_string())
}

/// What the parts say of their size, and where they could be larger than that, their size itself.
fn check_size(archive: &mut ZipArchive<Cursor<&[u8]>>, packed: usize) -> Result<(), Trouble> {
    // Nothing is declared of parts that were packed while they were made.
    let declared = archive.decompressed_size();
    if declared.is_some_and(|size| size > u128::from(MOST_UNPACKED)) {
        return Err(Trouble::TooLargeUnpacked);
    }
    if u64::try_from(packed).unwrap_or(u64::MAX).saturating_mul(MOST_FROM_A_BYTE) <= MOST_UNPACKED {
        return Ok(());
    }
    let mut unpacked = 0;
    for at in 0..archive.len() {
        let Ok(part) = archive.by_index(at) else { continue };
        unpacked += io::copy(&mut part.take(MOST_UNPACKED + 1 - unpacked), &mut io::sink()).unwrap_or(0);
        if unpacked > MOST_UNPACKED {
            return Err(Trouble::TooLargeUnpacked);
        }
    }
    Ok(())
}

/// A few bytes of an ODS can repeat a cell over a whole sheet: how far the last cells stand is counted before they are made.
fn check_repeats(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), Trouble> {
    let mut xml = Vec::new();
    archive.by_name("content.xml").map_err(damaged)?.read_to_end(&mut xml).map_err(damaged)?;
    // Of a workbook with a password it is no text at all.
    let xml = String::from_utf8_lossy(&xml);
    let (mut rows, mut last_row, mut width, mut column) = (0_usize, 0_usize, 0_usize, 0_usize);
    for tag in tags(&xml) {
        let times = |name: &str| tag.attribute(name).and_then(|value| value.parse::<usize>().ok()).unwrap_or(1);
        match tag.name.as_str() {
            "table-row" => {
                (rows, column) = (rows.saturating_add(times("number-rows-repeated").min(1 << 20)), 0);
            }
            "table-cell" | "covered-table-cell" => {
                column = column.saturating_add(times("number-columns-repeated").min(MOST_COLUMNS));
                if tag.attribute("value-type").is_some() {
                    (last_row, width) = (rows, width.max(column));
                }
            }
            _ => {}
        }
    }
    if last_row.saturating_mul(width) > MOST_CELLS { Err(Trouble::TooLargeUnpacked) } else { Ok(()) }
}

/// How the record of an XLS begins that says how far its cells reach: calamine sets aside as much as it says.
const REACH: [&[u8]; 3] = [&[0x00, 0x02, 0x0a, 0x00], &[0x00, 0x02, 0x0e, 0x00], &[0x00, 0x02, 0x10, 0x00]];

/// Whether such a record reaches further than any XLS does, which has 65,536 rows of 256 cells.
fn reaches_too_far(bytes: &[u8]) -> bool {
    let number = |bytes: &[u8]| bytes.iter().rev().fold(0_usize, |number, byte| number << 8 | usize::from(*byte));
    let cells = |record: &[u8]| {
        let size = if record.starts_with(REACH[0]) { 2 } else { 4 };
        let at = |from: usize, size: usize| record.get(4 + from..4 + from + size).map(number);
        let (first_row, row_end) = (at(0, size)?, at(size, size)?);
        let (first_column, column_end) = (at(2 * size, 2)?, at(2 * size + 2, 2)?);
        let columns = if first_column > 0xff { column_end } else { column_end.saturating_sub(first_column).max(1) };
        let rows = if row_end < first_row { usize::MAX } else { row_end - first_row };
        Some(if row_end == 0 || column_end == 0 { 0 } else { rows.saturating_mul(columns) })
    };
    let begins = |record: &[u8]| REACH.iter().any(|begin| record.starts_with(begin));
    bytes.windows(16).any(|record| begins(record) && cells(record).is_some_and(|cells| cells > MOST_CELLS))
}

/// How the stream of an XLS begins, and the kind of record that says that the records behind it are encrypted.
const BEGIN: &[u8] = &[0x09, 0x08, 0x10, 0x00];
const ENCRYPTED: [u8; 2] = [0x2f, 0x00];

/// Whether one of the first records says that there is a password.
fn is_locked(bytes: &[u8]) -> bool {
    let begin = bytes.windows(BEGIN.len()).position(|record| record == BEGIN);
    let mut rest = begin.and_then(|begin| bytes.get(begin..)).unwrap_or_default();
    for _ in 0..8 {
        match rest {
            [kind, other, ..] if [*kind, *other] == ENCRYPTED => return true,
            [_, _, low, high, records @ ..] => {
                rest = records.get(usize::from(u16::from_le_bytes([*low, *high]))..).unwrap_or_default();
            }
            _ => return false,
        }
    }
    false
}

fn old(bytes: &[u8]) -> Result<Vec<Rows>, Trouble> {
    if is_locked(bytes) {
        return Err(Trouble::Locked);
    }
    if reaches_too_far(bytes) {
        return Err(Trouble::TooLargeUnpacked);
    }
    match Xls::new(Cursor::new(bytes)) {
        Ok(mut workbook) => whole(&mut workbook),
        Err(calamine::XlsError::Password) => Err(Trouble::Locked),
        // A workbook with a password is packed into such a file whole.
        Err(error) => match Xlsx::new(Cursor::new(bytes)) {
            Err(XlsxError::Password) => Err(Trouble::Locked),
            _ => Err(damaged(error)),
        },
    }
}

/// The names of sheets that are shown.
fn shown<R: Reader<Cursor<B>>, B: AsRef<[u8]>>(workbook: &R) -> Vec<String> {
    let sheets = workbook.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    sheets.map(|sheet| sheet.name.clone()).collect()
}

fn xlsx(bytes: &[u8]) -> Result<Vec<Rows>, Trouble> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut left = MOST_CELLS;
    let mut sheets = Vec::new();
    for name in shown(&workbook) {
        // Sheets of charts have no cells.
        let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else { continue };
        let made = Made::of(left, || cells.next_cell())?;
        left = made.left;
        sheets.push(Rows { name, rows: made.finished()? });
    }
    Ok(sheets)
}

fn xlsb(bytes: &[u8]) -> Result<Vec<Rows>, Trouble> {
    let mut workbook = Xlsb::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut left = MOST_CELLS;
    let mut sheets = Vec::new();
    for name in shown(&workbook) {
        let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else { continue };
        let made = Made::of(left, || cells.next_cell())?;
        left = made.left;
        sheets.push(Rows { name, rows: made.finished()? });
    }
    Ok(sheets)
}

fn whole<R: Reader<Cursor<B>>, B: AsRef<[u8]>>(workbook: &mut R) -> Result<Vec<Rows>, Trouble>
where
    R::Error: ToString,
{
    let mut left = MOST_CELLS;
    let mut sheets = Vec::new();
    for name in shown(workbook) {
        let range = workbook.worksheet_range(&name).map_err(damaged)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut made = Made::new(left);
        for (row, column, value) in range.used_cells() {
            let place = (u32::try_from(row).ok(), u32::try_from(column).ok());
            let (Some(row), Some(column)) = place else { continue };
            made.put((first_row + row, first_column + column), &text_of(value))?;
        }
        left = made.left;
        sheets.push(Rows { name, rows: made.finished()? });
    }
    Ok(sheets)
}

/// Rows as they are made of cells, which come row by row.
struct Made {
    rows: Vec<(u64, ByteRecord)>,
    number: u64,
    row: ByteRecord,
    left: usize,
}

impl Made {
    fn new(left: usize) -> Self {
        Self { rows: Vec::new(), number: 0, row: ByteRecord::new(), left }
    }

    /// All cells of a sheet that are read one after the other.
    fn of<'a, E: ToString>(
        left: usize,
        mut next: impl FnMut() -> Result<Option<Cell<DataRef<'a>>>, E>,
    ) -> Result<Self, Trouble> {
        let mut made = Self::new(left);
        while let Some(cell) = next().map_err(damaged)? {
            made.put(cell.get_position(), &text_of_ref(cell.get_value()))?;
        }
        Ok(made)
    }

    fn put(&mut self, (row, column): (u32, u32), text: &str) -> Result<(), Trouble> {
        if text.is_empty() {
            return Ok(());
        }
        let (number, column) = (u64::from(row) + 1, usize::try_from(column).unwrap_or(usize::MAX));
        if number != self.number {
            self.end_row()?;
            self.number = number;
        }
        if column >= MOST_COLUMNS {
            return Err(Trouble::TooWide { line: number, columns: column + 1 });
        }
        // A cell that stands twice, or before others that stood before it, is of no workbook.
        if column < self.row.len() {
            return Err(Trouble::Damaged(format!("{number}:{}", column + 1)));
        }
        while self.row.len() < column {
            self.row.push_field(b"");
        }
        self.row.push_field(text.as_bytes());
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Trouble> {
        if self.row.is_empty() {
            return Ok(());
        }
        self.left = self.left.checked_sub(self.row.len()).ok_or(Trouble::TooLargeUnpacked)?;
        self.rows.push((self.number, std::mem::take(&mut self.row)));
        Ok(())
    }

    fn finished(mut self) -> Result<Vec<(u64, ByteRecord)>, Trouble> {
        self.end_row()?;
        Ok(self.rows)
    }
}

fn text_of(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.trim().to_owned(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number_text(*number),
        Data::Bool(truth) => truth.to_string(),
        Data::Error(error) => error.to_string(),
        Data::DateTime(moment) => moment_text(moment),
    }
}

fn text_of_ref(value: &DataRef<'_>) -> String {
    match value {
        DataRef::SharedString(text) => text.trim().to_owned(),
        other => text_of(&Data::from(other.clone())),
    }
}

/// A day, with its time where it has one. A length of time is a number.
fn moment_text(moment: &calamine::ExcelDateTime) -> String {
    if moment.is_duration() {
        return number_text(moment.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) { date } else { format!("{date} {hour:02}:{minute:02}:{second:02}") }
}

/// A number as a spreadsheet means it: fifteen digits, at most twelve behind the point, and never three, for then a
/// column of text beside it could make thousands of them.
fn number_text(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    if rounded.fract() == 0.0 {
        return format!("{rounded:.0}");
    }
    let text = format!("{rounded:.12}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match text.split_once('.') {
        Some((_, fraction)) if fraction.len() == 3 => format!("{text}0"),
        _ => text.to_owned(),
    }
}
