//! What is decided when all rows are added up: which of them were totals, and whether the sum is what the file says it is.

use super::exact::Exact;
use super::rows::{LeftOut, Partial, Tally, Why};
use super::totals::{Sums, ties};

/// What a file's own total row says was spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileTotal {
    /// Its line.
    pub line: u64,
    /// The money.
    pub spend: Exact,
    /// Whether the counted rows add up to it.
    pub agrees: bool,
}

/// What was decided.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settled {
    /// What the file says of its sum; of several totals the one that agrees.
    pub total: Option<FileTotal>,
    /// Rows that do not count.
    pub left_out: Vec<LeftOut>,
}

/// A total without words stands above or below at least so many rows.
const ROWS_BELOW_A_TOTAL: u64 = 3;

/// Finds the totals that have no words, and takes them out. A column of totals stands in the line of the headings.
#[must_use]
pub fn totals(tally: &mut Tally, header_line: u64) -> Settled {
    let mut settled = Settled::default();
    let mut sum = Sums::default();
    for (_, sums) in &tally.sums {
        sum.add_all(sums);
    }
    let mut totals: Vec<(u64, Option<Exact>)> = Vec::new();
    let ends: Vec<Partial> = tally.first.iter().chain(tally.last.iter().rev()).copied().collect();
    for row in ends {
        let mut others = sum;
        others.take_away(&row.sums);
        if tally.rows > ROWS_BELOW_A_TOTAL && row.sums.weight() > 1 && row.sums.is_total_of(&others, tally.rows - 1) {
            tally.take_out(&row);
            sum = others;
            totals.push((row.line, row.sums.get(0)));
            settled.left_out.push(LeftOut { line: row.line, why: Why::Total });
        }
    }
    let (whole, rest): (Vec<&Partial>, Vec<&Partial>) =
        tally.partial.iter().partition(|row| is_total(row, &sum, tally.rows));
    totals.extend(whole.iter().map(|row| (row.line, row.sums.get(0))));
    let mut of_rest = Sums::default();
    for row in &rest {
        of_rest.add_all(&row.sums);
    }
    // Sums of days or accounts add up to what the rows do.
    let are_sums = rest.iter().all(|row| !row.is_named) && of_rest.is_total_of(&sum, tally.rows);
    let why = |row: &Partial| match (are_sums, row.is_named) {
        (true, _) => Why::Total,
        (false, true) => Why::NoDate,
        (false, false) => Why::NoCampaign,
    };
    settled.left_out.extend(whole.iter().map(|row| LeftOut { line: row.line, why: Why::Total }));
    settled.left_out.extend(rest.iter().map(|row| LeftOut { line: row.line, why: why(row) }));
    let spend = sum.get(0);
    settled.total = file_total(tally, header_line, spend, &totals);
    settled
}

/// Whether a row without a campaign or days is the sum of all others. One with a campaign must be so in two measures:
/// a sum of a few rows is easily met by chance.
fn is_total(row: &Partial, sum: &Sums, rows: u64) -> bool {
    (!row.is_named || row.sums.weight() > 1) && row.sums.is_total_of(sum, rows)
}

/// Of the totals the one that the rows add up to; the first one where none does.
fn file_total(
    tally: &Tally,
    header_line: u64,
    spend: Option<Exact>,
    totals: &[(u64, Option<Exact>)],
) -> Option<FileTotal> {
    let spend = spend?;
    let agrees = |amount: Exact| ties(amount, spend, tally.rows);
    let mut found: Option<FileTotal> = None;
    let mut take = |line: u64, amount: Option<Exact>| {
        let Some(amount) = amount else { return };
        let total = FileTotal { line, spend: amount, agrees: agrees(amount) };
        if found.is_none_or(|other| total.agrees && !other.agrees) {
            found = Some(total);
        }
    };
    for row in &tally.totals {
        // In a row with fewer cells than the headings the money may stand anywhere.
        let shifted = row.numbers.iter().find(|amount| agrees(**amount)).or(row.numbers.first()).copied();
        take(row.line, if row.is_whole { row.sums.get(0) } else { shifted });
    }
    for (line, amount) in totals {
        take(*line, *amount);
    }
    take(header_line, tally.column_total.get(0));
    found
}
