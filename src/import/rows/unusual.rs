//! Rows that are not as most are: totals, headings again, other tables, footnotes.

use csv::ByteRecord;

use crate::import::columns::Length;
use crate::import::exact::Exact;
use crate::import::number;
use crate::import::table::Columns;
use crate::import::totals::{Sums, says_total};

use super::tally::{END, Partial, TotalRow, names_a_campaign, says_days};
use super::{Walk, Why};

/// Cells that are looked at for words of a total.
const LOOKED_AT: usize = 16;

impl Walk<'_> {
    /// The campaign of a row: account, name and currency, and whether they name one.
    pub(super) fn campaign(&mut self, row: &ByteRecord, sign: Option<&'static str>) -> (u32, bool) {
        let columns = &self.table.columns;
        let cell = |place: Option<usize>| place.and_then(|place| row.get(place)).unwrap_or_default();
        let name = cell(columns.campaign.or(columns.account));
        let currency = self.currency(row, sign);
        self.key.clear();
        for part in [cell(columns.account), cell(columns.campaign), currency] {
            self.key.extend_from_slice(part);
            self.key.push(END);
        }
        let needs_name = columns.campaign.or(columns.account).is_some();
        let is_named = || !needs_name || names_a_campaign(&String::from_utf8_lossy(name));
        self.tally.campaigns.number(&self.key, is_named)
    }

    /// The currency that a row names, or whose sign stands at its money.
    pub(super) fn currency<'r>(&self, row: &'r ByteRecord, sign: Option<&'static str>) -> &'r [u8] {
        let named = self.table.columns.currency.and_then(|place| row.get(place));
        if self.table.columns.currency.is_some() {
            named.unwrap_or_default()
        } else {
            sign.unwrap_or_default().as_bytes()
        }
    }

    /// The days of a row, and whether they can be read.
    pub(super) fn days(&mut self, row: &ByteRecord) -> (u32, bool) {
        let columns = &self.table.columns;
        self.key.clear();
        let Some((place, length)) = columns.days else { return self.tally.days.number(&self.key, || true) };
        let cell = row.get(place).unwrap_or_default();
        self.key.extend_from_slice(without_time(cell));
        self.key.push(END);
        if let Some(to) = columns.to.and_then(|place| row.get(place)) {
            self.key.extend_from_slice(without_time(to));
        }
        let text = || String::from_utf8_lossy(cell);
        self.tally.days.number(&self.key, || match length {
            Length::Nth => text().trim().parse::<u16>().is_ok(),
            _ => says_days(&text()),
        })
    }

    /// Why a row does not count that lacks something, or whose cells are no numbers.
    pub(super) fn why_unusual(&mut self, line: u64, row: &ByteRecord, read: Option<(u32, u32, Sums)>) -> Option<Why> {
        let filled = row.iter().filter(|cell| !is_blank(cell)).count();
        if filled == 0 {
            return Some(Why::Empty);
        }
        if self.repeats_headings(row) {
            // Where days stand in the headings, the same ones further down mostly are about another measure.
            self.tally.elsewhere = self.table.columns.across.is_some();
            return Some(if self.tally.elsewhere { Why::OtherTable } else { Why::Repeated });
        }
        if is_total(row) {
            self.note_total(line, row, read.map(|(.., sums)| sums));
            return Some(Why::Total);
        }
        if self.begins_another_table(row, filled) {
            self.tally.elsewhere = true;
            return Some(Why::OtherTable);
        }
        let Some((campaign, days, sums)) = read else {
            return Some(match filled {
                1 | 2 => Why::Footnote,
                _ if self.has_no_numbers(row) => Why::Empty,
                _ => Why::Unreadable,
            });
        };
        let is_named = self.tally.campaigns.all.get(campaign as usize).is_some_and(|name| name.is_right);
        self.tally.partial.push(Partial { line, campaign, days, is_named, sums });
        // Whether it is a total shows when all rows are added up.
        None
    }

    /// Why a row does not count in another table: only the headings of the first one lead back to it.
    pub(super) fn why_elsewhere(&mut self, row: &ByteRecord) -> Why {
        if row.iter().all(is_blank) {
            return Why::Empty;
        }
        if self.table.columns.across.is_none() && self.repeats_headings(row) {
            self.tally.elsewhere = false;
            return Why::Repeated;
        }
        Why::OtherTable
    }

    /// Whether it says of every measure that there is none.
    fn has_no_numbers(&self, row: &ByteRecord) -> bool {
        let across = self.table.columns.across.iter().flat_map(|across| &across.cells).map(|cell| &cell.place);
        let cells = self.table.columns.measures.iter().flatten().chain(across).filter_map(|place| row.get(*place));
        cells.into_iter().all(|cell| std::str::from_utf8(cell).is_ok_and(number::is_missing))
    }

    pub(super) fn repeats_headings(&self, row: &ByteRecord) -> bool {
        let same = |(cell, heading): (&[u8], &String)| trimmed(cell) == heading.as_bytes();
        row.len() >= self.table.columns.width && row.iter().zip(&self.table.headings).all(same)
    }

    fn note_total(&mut self, line: u64, row: &ByteRecord, sums: Option<Sums>) {
        let mark = self.marks.first().copied().unwrap_or(number::Mark::Point);
        let read = |cell: &[u8]| {
            let decimal = number::read(&String::from_utf8_lossy(cell), mark).ok().flatten()?;
            Some(self.in_units(0, Exact::of(&decimal)?))
        };
        let numbers = row.iter().filter_map(read).collect();
        let is_whole = row.len() >= self.table.columns.width;
        self.tally.totals.push(TotalRow { line, sums: sums.unwrap_or_default(), numbers, is_whole });
    }

    /// Other headings, or behind a blank line several cells without a digit.
    fn begins_another_table(&self, row: &ByteRecord, filled: usize) -> bool {
        let wordy = || row.iter().filter(|cell| !is_blank(cell)).all(|cell| !cell.iter().any(u8::is_ascii_digit));
        Columns::of(row).is_some() || (self.after_blank && filled > 1 && wordy())
    }
}

/// Whether one of its first cells says so.
fn is_total(row: &ByteRecord) -> bool {
    row.iter().take(LOOKED_AT).any(|cell| std::str::from_utf8(cell).is_ok_and(says_total))
}

fn is_blank(cell: &[u8]) -> bool {
    trimmed(cell).is_empty()
}

fn trimmed(cell: &[u8]) -> &[u8] {
    std::str::from_utf8(cell).map_or(cell, |text| text.trim().as_bytes())
}

/// `2026-05-01 13:00:00` as `2026-05-01`: hours of a day are added up.
fn without_time(cell: &[u8]) -> &[u8] {
    match cell {
        [y, _, _, _, _, _, _, _, _, _, b' ' | b'T', hour, _, b':', ..]
            if y.is_ascii_digit() && hour.is_ascii_digit() && cell.len() <= 25 =>
        {
            cell.get(..10).unwrap_or(cell)
        }
        cell => cell,
    }
}
