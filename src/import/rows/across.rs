//! Rows of tables whose columns are months: a number a cell.

use csv::ByteRecord;

use crate::import::across::Across;
use crate::import::columns::{self, MEASURES};
use crate::import::exact::Exact;
use crate::import::number::{self, Mark};
use crate::import::totals::Sums;

use super::tally::END;
use super::{Walk, Why};

/// What a row holds: its numbers by the numbers of their days, and the currency that stands at its money.
type Cells = (Vec<(u32, Sums)>, Option<&'static str>);

impl Walk<'_> {
    /// Counts a row, or says why not.
    pub(super) fn why_not_across(&mut self, line: u64, row: &ByteRecord, across: &Across) -> Option<Why> {
        // Months among headings look like numbers, or like ones that are wrong.
        if self.repeats_headings(row) || (may_be_headings(row, across) && Across::of(row).is_some()) {
            return self.why_unusual(line, row, None);
        }
        let Ok((cells, currency)) = self.cells(line, row, across) else { return self.why_unusual(line, row, None) };
        let (campaign, is_named) = self.campaign(row, currency);
        let mut sums = Sums::default();
        for (_, cell) in &cells {
            sums.add_all(cell);
        }
        if !is_named || sums.is_empty() {
            let read = cells.first().map(|(days, _)| (campaign, *days, sums));
            return self.why_unusual(line, row, read);
        }
        self.tally.count_across(campaign, &cells);
        self.note_column_total(row, across);
        self.tally.note_currency(line, self.currency(row, currency));
        None
    }

    fn cells(&mut self, line: u64, row: &ByteRecord, across: &Across) -> Result<Cells, ()> {
        let of_row = self.measure_of(row, across)?;
        let (mut found, mut currency) = (Vec::new(), None);
        for column in &across.cells {
            let Some(cell) = row.get(column.place).filter(|cell| !cell.is_empty()) else { continue };
            let measure = column.measure.unwrap_or(of_row);
            let (amount, sign) = self.number(line, (measure, column.place), cell)?;
            currency = currency.or(sign.filter(|_| measure == 0));
            let Some(amount) = amount else { continue };
            self.key.clear();
            self.key.extend_from_slice(column.days.as_bytes());
            self.key.push(END);
            let (days, _) = self.tally.days.number(&self.key, || true);
            let mut sums = Sums::default();
            sums.add(measure, amount);
            found.push((days, sums));
        }
        Ok((found, currency))
    }

    /// What the numbers of a row are that their headings do not say.
    fn measure_of(&self, row: &ByteRecord, across: &Across) -> Result<usize, ()> {
        let Some(place) = across.measure else { return Ok(self.counted) };
        let cell = row.get(place).and_then(|cell| std::str::from_utf8(cell).ok()).unwrap_or_default();
        let column = columns::read(cell).map(|(column, _)| column);
        MEASURES.iter().position(|measure| Some(*measure) == column).ok_or(())
    }

    /// The column that adds up the others says what the rows add up to, as a row of totals does.
    fn note_column_total(&mut self, row: &ByteRecord, across: &Across) {
        let Some(cell) = across.total.and_then(|place| row.get(place)) else { return };
        let mark = self.marks.get(self.counted).copied().unwrap_or(Mark::Point);
        let read = number::read(&String::from_utf8_lossy(cell), mark).ok().flatten();
        if let Some(amount) = read.as_ref().and_then(Exact::of) {
            let amount = self.in_units(self.counted, amount);
            self.tally.column_total.add(self.counted, amount);
        }
    }
}

/// Whether the first cell that should be a number may be a month: it is none, or written as `202601` or `20260101`.
fn may_be_headings(row: &ByteRecord, across: &Across) -> bool {
    let cell = across.cells.iter().filter_map(|cell| row.get(cell.place)).find(|cell| !cell.is_empty());
    let is_compact = |cell: &[u8]| matches!(cell.len(), 6 | 8) && cell.iter().all(u8::is_ascii_digit);
    cell.is_some_and(|cell| is_compact(cell) || number::plain(cell, Mark::Point, false).is_none())
}
