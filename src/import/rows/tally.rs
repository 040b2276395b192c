//! What rows add up to.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::import::dates;
use crate::import::number::Mark;
use crate::import::totals::{Sums, says_total};
use crate::import::trouble::Trouble;

use super::LeftOut;

/// Runs of line numbers, from the first to the last of each.
pub type Lines = Vec<(u64, u64)>;

/// A campaign or its days as they are written: a key, and whether it is one that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The cells it is known by, each ended by [`END`].
    pub key: Box<[u8]>,
    /// Whether it names a campaign, or says which days.
    pub is_right: bool,
}

/// What ends a cell in a key.
pub const END: u8 = 0x1f;

impl Name {
    /// The cells of the key.
    pub fn cells(&self) -> impl Iterator<Item = String> {
        self.key.split(|byte| *byte == END).map(|cell| String::from_utf8_lossy(cell).trim().to_owned())
    }
}

/// Names, each with the number it got when it was first met.
#[derive(Default)]
pub struct Names {
    numbers: HashMap<Box<[u8]>, u32>,
    /// In the order in which they were met.
    pub all: Vec<Name>,
    last: Option<u32>,
}

impl Names {
    /// The number of a key, and whether it is right; a new one is looked at once.
    pub fn number(&mut self, key: &[u8], is_right: impl FnOnce() -> bool) -> (u32, bool) {
        let last = self.last.and_then(|number| Some((number, self.all.get(number as usize)?)));
        if let Some((number, name)) = last.filter(|(_, name)| *name.key == *key) {
            return (number, name.is_right);
        }
        let next = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let number = self.numbers.get(key).copied().unwrap_or(next);
        if number == next {
            self.numbers.insert(key.into(), next);
            self.all.push(Name { key: key.into(), is_right: is_right() });
        }
        self.last = Some(number);
        (number, self.all.get(number as usize).is_some_and(|name| name.is_right))
    }
}

/// What the numbers of a column prove of its marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proofs {
    /// Some have a point before their fraction.
    pub point: bool,
    /// Some have a comma there.
    pub comma: bool,
}

/// A row that says that it is a total.
#[derive(Clone, Debug, PartialEq)]
pub struct TotalRow {
    /// Its line.
    pub line: u64,
    /// Its numbers where the columns have them.
    pub sums: Sums,
    /// All its numbers, for a row with fewer cells than the headings.
    pub numbers: Vec<crate::import::exact::Exact>,
    /// Whether it has as many cells as the headings.
    pub is_whole: bool,
}

/// A row that may be a total: it lacks a campaign or days, or is the first or the last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Partial {
    /// Its line.
    pub line: u64,
    /// Its campaign.
    pub campaign: u32,
    /// Its days.
    pub days: u32,
    /// Whether it names a campaign.
    pub is_named: bool,
    /// Its numbers.
    pub sums: Sums,
}

/// Rows at either end of a table that may be a total.
const ENDS: usize = 2;

/// What the rows of a table add up to.
#[derive(Default)]
pub struct Tally {
    /// Campaigns: account, name, currency.
    pub campaigns: Names,
    /// Days as they are written.
    pub days: Names,
    groups: HashMap<(u32, u32), usize, BuildHasherDefault<Mixed>>,
    /// What was spent and won, by campaign and days, in the order in which they were met.
    pub sums: Vec<((u32, u32), Sums)>,
    /// How many rows count.
    pub rows: u64,
    /// The lines that do not.
    pub left_out: Vec<LeftOut>,
    /// Rows that say that they are totals.
    pub totals: Vec<TotalRow>,
    /// What a column says that the rows add up to.
    pub column_total: Sums,
    /// Rows without a campaign or days.
    pub partial: Vec<Partial>,
    /// The first rows.
    pub first: Vec<Partial>,
    /// The last rows.
    pub last: Vec<Partial>,
    /// The currencies that rows name, and the lines of each.
    pub lines: Vec<(Box<[u8]>, Lines)>,
    /// What the columns prove.
    pub proofs: [Proofs; 4],
    /// The first cell that cannot be read.
    pub fault: Option<Trouble>,
    /// Whether the rows ended in another table.
    pub elsewhere: bool,
    last_group: Option<((u32, u32), usize)>,
}

impl Tally {
    /// Counts a row.
    pub fn count(&mut self, line: u64, campaign: u32, days: u32, sums: &Sums) {
        self.rows += 1;
        let partial = || Partial { line, campaign, days, is_named: true, sums: *sums };
        if self.first.len() < ENDS {
            self.first.push(partial());
        } else if self.last.len() < ENDS {
            self.last.push(partial());
        } else {
            self.last.rotate_left(1);
            if let Some(last) = self.last.last_mut() {
                *last = partial();
            }
        }
        self.add((campaign, days), sums);
    }

    /// Counts a row that tells of several days.
    pub fn count_across(&mut self, campaign: u32, cells: &[(u32, Sums)]) {
        self.rows += 1;
        for (days, sums) in cells {
            self.add((campaign, *days), sums);
        }
    }

    /// Notes in which currency a line is.
    pub fn note_currency(&mut self, line: u64, currency: &[u8]) {
        join(self.lines_of(currency), (line, line));
    }

    fn lines_of(&mut self, currency: &[u8]) -> &mut Lines {
        let at = self.lines.iter().position(|(other, _)| **other == *currency).unwrap_or(self.lines.len());
        if at == self.lines.len() {
            self.lines.push((currency.into(), Lines::new()));
        }
        &mut self.lines[at].1
    }

    fn add(&mut self, group: (u32, u32), sums: &Sums) {
        let at = match self.last_group {
            Some((last, at)) if last == group => at,
            _ => *self.groups.entry(group).or_insert(self.sums.len()),
        };
        if at == self.sums.len() {
            self.sums.push((group, Sums::default()));
        }
        self.last_group = Some((group, at));
        if let Some((_, sum)) = self.sums.get_mut(at) {
            sum.add_all(sums);
        }
    }

    /// Takes a row out again that turned out to be a total. Where nothing is left of what it was counted for, that was no
    /// campaign.
    pub fn take_out(&mut self, row: &Partial) {
        self.rows -= 1;
        if let Some(at) = self.groups.get(&(row.campaign, row.days)).copied()
            && let Some((_, sum)) = self.sums.get_mut(at)
        {
            sum.take_away(&row.sums);
            if sum.weight() == 0 {
                *sum = Sums::default();
            }
        }
    }

    /// Notes what a number proves.
    pub fn prove(&mut self, measure: usize, proof: Option<Mark>) {
        if let (Some(proof), Some(proofs)) = (proof, self.proofs.get_mut(measure)) {
            match proof {
                Mark::Point => proofs.point = true,
                Mark::Comma => proofs.comma = true,
            }
        }
    }

    /// Notes the first cell that cannot be read.
    pub fn fail(&mut self, trouble: Trouble) {
        self.fault.get_or_insert(trouble);
    }

    /// Adds what the rows below add up to.
    pub fn absorb(&mut self, below: Self) {
        let campaigns: Vec<u32> = below.campaigns.all.iter().map(|name| same(&mut self.campaigns, name)).collect();
        let days: Vec<u32> = below.days.all.iter().map(|name| same(&mut self.days, name)).collect();
        let of = |numbers: &[u32], number: u32| numbers.get(number as usize).copied().unwrap_or(number);
        let moved =
            |row: &Partial| Partial { campaign: of(&campaigns, row.campaign), days: of(&days, row.days), ..*row };
        for ((campaign, day), sums) in &below.sums {
            self.add((of(&campaigns, *campaign), of(&days, *day)), sums);
        }
        for (currency, lines) in below.lines {
            let own = self.lines_of(&currency);
            for run in lines {
                join(own, run);
            }
        }
        self.rows += below.rows;
        self.column_total.add_all(&below.column_total);
        self.left_out.extend(below.left_out);
        self.totals.extend(below.totals);
        self.partial.extend(below.partial.iter().map(moved));
        self.last = self.last.iter().copied().chain(below.first.iter().chain(&below.last).map(moved)).collect();
        self.last.drain(..self.last.len().saturating_sub(ENDS));
        for (proofs, other) in self.proofs.iter_mut().zip(below.proofs) {
            proofs.point |= other.point;
            proofs.comma |= other.comma;
        }
        self.fault = self.fault.take().or(below.fault);
        self.elsewhere = below.elsewhere;
    }
}

/// A hash of two small numbers, of which there is one a row.
#[derive(Default)]
pub struct Mixed(u64);

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u32(u32::from(*byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0.rotate_left(5) ^ u64::from(number)).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Adds a run that lies behind all others.
fn join(runs: &mut Lines, run: (u64, u64)) {
    match runs.last_mut() {
        Some((_, last)) if *last + 1 == run.0 => *last = run.1,
        _ => runs.push(run),
    }
}

fn same(names: &mut Names, name: &Name) -> u32 {
    names.number(&name.key, || name.is_right).0
}

/// Whether the cells of a campaign name one.
pub fn names_a_campaign(cell: &str) -> bool {
    !crate::import::number::is_missing(cell) && !says_total(cell)
}

/// Whether cells say which days.
pub fn says_days(cells: &str) -> bool {
    !dates::written(cells).is_empty()
}
