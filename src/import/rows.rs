//! The rows of a table, added up: what each campaign spent and won by what its days are called, and which rows do not count.
//! One walk over all rows, in two halves at once where they are many.

mod across;
mod tally;
mod unusual;

use std::thread;

use csv::ByteRecord;

use super::grid::{Grid, Met, Part};
use super::number::{self, Mark};
use super::table::Table;
use super::totals::Sums;
use super::trouble::Trouble;
use super::{columns::Column, columns::MEASURES, exact::Exact};

pub use tally::{Lines, Name, Partial, Proofs, Tally, TotalRow};

/// Why a line does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// It is the sum of others.
    Total,
    /// It stands above the table.
    Preamble,
    /// It stands below the table.
    Footnote,
    /// It holds nothing.
    Empty,
    /// It repeats the headings.
    Repeated,
    /// It belongs to another table.
    OtherTable,
    /// Its money is in a currency without a rate.
    OtherCurrency,
    /// It has no date.
    NoDate,
    /// It has no campaign, and is no total of the others.
    NoCampaign,
    /// It is no row of the table.
    Unreadable,
}

/// A line that does not count, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its number in the file, from 1.
    pub line: u64,
    /// Why.
    pub why: Why,
}

/// Adds up all rows. Numbers are read with the mark that their column proves, the others with that of the file.
///
/// # Errors
/// A cell that is no number; a column whose numbers have both marks; a row that belongs to no table.
pub fn add_up(grid: &Grid<'_>, table: &Table) -> Result<Tally, Trouble> {
    // Where commas separate no cells they are often in the numbers.
    let usual = if matches!(grid, Grid::Text(_, b';')) { Mark::Comma } else { Mark::Point };
    let first = walked(grid, table, [usual; 4])?;
    let marks = marks(first.proofs, table, usual)?;
    let tally = if marks == [usual; 4] { first } else { walked(grid, table, marks)? };
    match tally.fault {
        Some(fault) => Err(fault),
        None => Ok(tally),
    }
}

fn marks(proofs: [Proofs; 4], table: &Table, usual: Mark) -> Result<[Mark; 4], Trouble> {
    if let Some(at) = proofs.iter().position(|proofs| proofs.point && proofs.comma) {
        return Err(Trouble::BothMarks { column: heading(table, at) });
    }
    let of_file = match proofs.iter().fold((false, false), |all, one| (all.0 || one.point, all.1 || one.comma)) {
        (true, false) => Mark::Point,
        (false, true) => Mark::Comma,
        _ => usual,
    };
    Ok(proofs.map(|proofs| match (proofs.point, proofs.comma) {
        (true, _) => Mark::Point,
        (_, true) => Mark::Comma,
        _ => of_file,
    }))
}

/// The heading of a measure; of the first that has no other where the columns are days.
fn heading(table: &Table, measure: usize) -> String {
    let place = table.columns.measures.get(measure).copied().flatten();
    let place = place.or_else(|| table.columns.across.as_ref()?.cells.first().map(|cell| cell.place));
    place.and_then(|place| table.headings.get(place)).cloned().unwrap_or_default()
}

/// Two halves at once; the second again where the first ended elsewhere than in the table.
fn walked(grid: &Grid<'_>, table: &Table, marks: [Mark; 4]) -> Result<Tally, Trouble> {
    let walk = |part: Part, elsewhere: bool| {
        let mut walk = Walk::new(table, marks, elsewhere);
        grid.walk(part, |met| {
            walk.take(&met);
            Ok(true)
        })?;
        Ok(walk.tally)
    };
    let (first, second) = grid.halves(table.body);
    let Some(second) = second else { return walk(first, false) };
    let (one, other) = thread::scope(|scope| {
        let other = scope.spawn(|| walk(second, false));
        (walk(first, false), other.join())
    });
    let mut tally = one?;
    let other = other.map_err(|_| Trouble::LongRow { line: second.line })?;
    tally.absorb(if tally.elsewhere { walk(second, true)? } else { other? });
    Ok(tally)
}

/// A walk over rows.
struct Walk<'a> {
    table: &'a Table,
    marks: [Mark; 4],
    tally: Tally,
    /// What the numbers below days are that no heading says.
    counted: usize,
    /// Whether the line before held nothing.
    after_blank: bool,
    /// The bytes by which a campaign or its days are known.
    key: Vec<u8>,
}

impl<'a> Walk<'a> {
    fn new(table: &'a Table, marks: [Mark; 4], elsewhere: bool) -> Self {
        let mut tally = Tally::default();
        tally.elsewhere = elsewhere;
        Self { table, marks, tally, counted: table.counted().0, after_blank: false, key: Vec::new() }
    }

    fn take(&mut self, met: &Met<'_>) {
        match *met {
            Met::Blank(first, last) => {
                self.tally.left_out.extend((first..=last).map(|line| LeftOut { line, why: Why::Empty }));
                self.after_blank = true;
            }
            Met::Row(line, row, _) => {
                let why = if self.tally.elsewhere { Some(self.why_elsewhere(row)) } else { self.why_not(line, row) };
                self.after_blank = matches!(why, Some(Why::Empty | Why::Footnote));
                if let Some(why) = why {
                    self.tally.left_out.push(LeftOut { line, why });
                }
            }
        }
    }

    /// Counts a row, or says why not.
    fn why_not(&mut self, line: u64, row: &ByteRecord) -> Option<Why> {
        if let Some(across) = &self.table.columns.across {
            return self.why_not_across(line, row, across);
        }
        let Ok((sums, currency)) = self.sums(line, row) else { return self.why_unusual(line, row, None) };
        let (campaign, is_named) = self.campaign(row, currency);
        let (days, is_dated) = self.days(row);
        if !is_named || !is_dated || sums.is_empty() {
            return self.why_unusual(line, row, (!sums.is_empty()).then_some((campaign, days, sums)));
        }
        self.tally.count(line, campaign, days, &sums);
        self.tally.note_currency(line, self.currency(row, currency));
        None
    }

    /// The numbers of a row, and the currency that stands at its money. Text where a number should be says that this is no
    /// row of the table; text with digits may be a number that somebody has to look at.
    fn sums(&mut self, line: u64, row: &ByteRecord) -> Result<(Sums, Option<&'static str>), ()> {
        let (mut sums, mut currency) = (Sums::default(), None);
        for (at, place) in self.table.columns.measures.iter().enumerate() {
            let Some(place) = *place else { continue };
            let Some(cell) = row.get(place).filter(|cell| !cell.is_empty()) else { continue };
            let (amount, sign) = self.number(line, (at, place), cell)?;
            if let Some(amount) = amount {
                sums.add(at, amount);
            }
            if at == 0 {
                currency = sign;
            }
        }
        Ok((sums, currency))
    }

    /// The number of a cell of a measure, and the currency that stands at it.
    fn number(
        &mut self,
        line: u64,
        (measure, place): (usize, usize),
        cell: &[u8],
    ) -> Result<(Option<Exact>, Option<&'static str>), ()> {
        let Some(mark) = self.marks.get(measure).copied() else { return Ok((None, None)) };
        let is_count = matches!(MEASURES.get(measure), Some(Column::Clicks | Column::Impressions));
        if let Some(plain) = number::plain(cell, mark, is_count) {
            self.tally.prove(measure, plain.proof);
            return Ok((Some(self.in_units(measure, plain.number)), None));
        }
        let text = String::from_utf8_lossy(cell);
        let amount = self.unusual_number(line, (measure, place), &text)?;
        Ok((amount.map(|amount| self.in_units(measure, amount)), number::currency_at(&text)))
    }

    /// Money may be counted in 万.
    fn in_units(&self, measure: usize, number: Exact) -> Exact {
        let power = if measure == 0 { self.table.columns.unit.power } else { 0 };
        number.many(10_u64.pow(u32::try_from(power).unwrap_or(0)))
    }

    fn unusual_number(&mut self, line: u64, (measure, place): (usize, usize), text: &str) -> Result<Option<Exact>, ()> {
        let Some(mark) = self.marks.get(measure).copied() else { return Ok(None) };
        self.tally.prove(measure, number::proof_of(text));
        let column = || self.table.headings.get(place).cloned().unwrap_or_default();
        match number::read(text, mark) {
            Ok(None) => Ok(None),
            Ok(Some(decimal)) => {
                let exact = Exact::of(&decimal);
                if exact.is_none() {
                    self.tally.fail(Trouble::OutOfBounds { line, column: column(), text: text.to_owned() });
                }
                Ok(exact)
            }
            Err(_) if looks_like_a_number(text) => {
                self.tally.fail(Trouble::NoNumber { line, column: column(), text: text.to_owned() });
                Ok(None)
            }
            Err(_) => Err(()),
        }
    }
}

/// More digits and marks than letters.
fn looks_like_a_number(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    text.bytes().any(|byte| byte.is_ascii_digit()) && letters * 2 < text.chars().count()
}
