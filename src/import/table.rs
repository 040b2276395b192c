//! Finds the table in a file that was never seen before: the row whose cells are headings of a report, whatever stands above.

use csv::ByteRecord;

use super::across::{Across, counted, unit_of};
use super::columns::{self, Column, Length, MEASURES, Unit};
use super::grid::{Grid, Met, Part};
use super::trouble::Trouble;

/// Where the table stands, and which of its columns are needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The line of the headings.
    pub line: u64,
    /// The headings as they stand there.
    pub headings: Vec<String>,
    /// The columns.
    pub columns: Columns,
    /// The rows below the headings.
    pub body: Part,
    /// What stands above them, by lines; blank lines have no text.
    pub above: Vec<(u64, String)>,
}

/// Where the columns stand, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The row's days, or the first of them.
    pub days: Option<(usize, Length)>,
    /// The last of them.
    pub to: Option<usize>,
    /// The campaign.
    pub campaign: Option<usize>,
    /// The account.
    pub account: Option<usize>,
    /// The currency.
    pub currency: Option<usize>,
    /// The columns of [`MEASURES`].
    pub measures: [Option<usize>; 4],
    /// What the heading of the money says about it, otherwise a line above.
    pub unit: Unit,
    /// Where the days stand in the headings: the columns of those.
    pub across: Option<Across>,
    /// The number of all columns.
    pub width: usize,
}

impl Columns {
    /// The columns of a row of headings; `None` where it is none: a table says what was spent or won, and in what.
    #[must_use]
    pub fn of(row: &ByteRecord) -> Option<Self> {
        let found: Vec<(usize, Column, &str)> = row.iter().enumerate().filter_map(heading).collect();
        let rank =
            |at: usize| row.get(at).and_then(|cell| std::str::from_utf8(cell).ok()).map_or(usize::MAX, columns::rank);
        let place = |wanted| {
            let places = found.iter().filter(|(_, column, _)| *column == wanted).map(|(at, ..)| *at);
            places.min_by_key(|at| rank(*at))
        };
        let days = [
            (Column::From, Length::Written),
            (Column::NthDay, Length::Nth),
            (Column::Week, Length::Week),
            (Column::Month, Length::Month),
        ];
        let columns = Self {
            days: days.into_iter().find_map(|(column, length)| Some((place(column)?, length))),
            to: place(Column::To).filter(|_| place(Column::From).is_some()),
            campaign: place(Column::Campaign).or_else(|| place(Column::Channel)),
            account: place(Column::Account),
            currency: place(Column::Currency),
            measures: MEASURES.map(place),
            unit: found
                .iter()
                .find(|(at, ..)| place(Column::Spend) == Some(*at))
                .map_or_else(Unit::default, |f| Unit::of(f.2)),
            width: row.len(),
            across: None,
        };
        if let Some(across) = Across::of(row).filter(|_| columns.days.is_none()) {
            return Some(columns.with_days_across(across));
        }
        let said = columns.days.is_some() || columns.campaign.is_some() || columns.account.is_some();
        let won = matches!(columns.measures, [Some(_), ..] | [_, Some(_), ..]);
        (said && won).then_some(columns)
    }

    /// The same of a table whose days stand in the headings: its numbers stand below those.
    fn with_days_across(self, across: Across) -> Self {
        let (campaign, unit) = (Some(across.name).filter(|name| self.account != Some(*name)), across.unit);
        Self { to: None, campaign, measures: [None; 4], unit, across: Some(across), ..self }
    }

    /// What days are written as, wherever they stand.
    #[must_use]
    pub fn length(&self) -> Option<Length> {
        self.days.map(|(_, length)| length).or_else(|| Some(self.across.as_ref()?.length))
    }

    /// How much a row of headings tells.
    pub(super) fn worth(&self) -> usize {
        if let Some(across) = &self.across {
            return 12 + 4 * usize::from(across.is_named);
        }
        let [spend, results, clicks, seen] = self.measures.map(|place| usize::from(place.is_some()));
        let names = 4 * usize::from(self.campaign.is_some()) + usize::from(self.account.is_some());
        8 * spend + 2 * results + clicks + seen + names + 4 * usize::from(self.days.is_some())
    }
}

fn heading((at, cell): (usize, &[u8])) -> Option<(usize, Column, &str)> {
    let (column, unit) = columns::read(std::str::from_utf8(cell).ok()?)?;
    Some((at, column, unit))
}

impl Table {
    /// What the numbers below days are whose headings do not say it, by its place in [`MEASURES`], and the word that says so.
    #[must_use]
    pub fn counted(&self) -> (usize, &'static str) {
        let name = self.columns.across.as_ref().and_then(|across| self.headings.get(across.name));
        counted(name.map_or("", String::as_str), &self.above)
    }

    /// The same under the name of its sheet, which may be its month.
    #[must_use]
    pub fn named(mut self, sheet: String) -> Self {
        self.above.push((0, sheet));
        self
    }
}

/// How many rows are looked at for headings.
const LOOKED_AT: u64 = 2_000;

/// Finds the table of a sheet.
///
/// # Errors
/// Where no row is a row of headings with money or results.
pub fn find(grid: &Grid<'_>) -> Result<Table, Trouble> {
    let mut best: Option<(usize, Table)> = None;
    let (mut above, mut likeliest) = (Vec::new(), Vec::new());
    grid.walk(grid.all(), |met| {
        let (line, row, body) = match met {
            Met::Row(line, row, body) => (line, row, body),
            Met::Blank(first, last) => {
                above.extend((first..=last).take(100).map(|line| (line, String::new())));
                return Ok(true);
            }
        };
        if let Some(columns) = Columns::of(row) {
            let worth = columns.worth();
            if best.as_ref().is_none_or(|(other, _)| worth > *other) {
                best = Some((worth, Table { line, headings: texts(row), columns, body, above: above.clone() }));
            }
        }
        let known = row.iter().enumerate().filter_map(heading).count();
        if known > 0 && likeliest.is_empty() {
            likeliest = texts(row);
        }
        if above.len() < 400 {
            above.push((line, texts(row).join(" ").trim().to_owned()));
        }
        Ok(line < LOOKED_AT)
    })?;
    let (_, mut table) = best.ok_or(Trouble::NoTable(likeliest))?;
    if table.columns.unit == Unit::default() {
        table.columns.unit = unit_above(&table);
    }
    Ok(table)
}

/// What a line above says about the money: of a table whose columns are days the title may.
fn unit_above(table: &Table) -> Unit {
    let is_about_it = |line: &&String| line.contains("单位") || table.columns.across.is_some();
    let lines = table.above.iter().rev().map(|(_, line)| line).filter(is_about_it);
    lines.map(|line| unit_of(line)).find(|unit| *unit != Unit::default()).unwrap_or_default()
}

fn texts(row: &ByteRecord) -> Vec<String> {
    row.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect()
}

/// What may stand between the cells of a text.
const DELIMITERS: [u8; 4] = [b'\t', b',', b';', b'|'];

/// Finds the table of a text, and with it what stands between its cells: above the table that may be something else.
///
/// # Errors
/// As [`find`].
pub fn find_in_text(text: &str) -> Result<(Grid<'_>, Table), Trouble> {
    let (mut best, mut trouble) = (None, None);
    for delimiter in DELIMITERS {
        let grid = Grid::Text(text, delimiter);
        match find(&grid) {
            Ok(table) => {
                let worth = table.columns.worth();
                if best.as_ref().is_none_or(|(other, _, _)| worth > *other) {
                    best = Some((worth, grid, table));
                }
            }
            // Whatever says more than that nothing was found.
            Err(other) if says_more(&other, trouble.as_ref()) => trouble = Some(other),
            Err(_) => {}
        }
    }
    match best {
        Some((_, grid, table)) => Ok((grid, table)),
        None => Err(trouble.unwrap_or(Trouble::NoTable(Vec::new()))),
    }
}

fn says_more(new: &Trouble, old: Option<&Trouble>) -> bool {
    let rank = |trouble: &Trouble| match trouble {
        Trouble::NoTable(headings) => usize::from(headings.len() > 1),
        Trouble::LongRow { .. } => 2,
        _ => 3,
    };
    old.is_none_or(|old| rank(new) > rank(old))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (u64, u8, Columns) {
        let (grid, table) = find_in_text(text).expect("a table");
        let Grid::Text(_, delimiter) = grid else { panic!("text") };
        (table.line, delimiter, table.columns)
    }

    #[test]
    fn headings_are_found_under_anything() {
        let (line, delimiter, columns) = found(
            "Report,May\nReport Time: 6/10/2026,6/16/2026\n\nGregorian date\tCampaign\tSpend\tClicks\n1\t2\t3\t4\n",
        );
        assert_eq!((line, delimiter), (4, b'\t'));
        assert_eq!(columns.days, Some((0, Length::Written)));
        assert_eq!((columns.campaign, columns.measures), (Some(1), [Some(2), None, Some(3), None]));
        let (line, delimiter, _) = found("Kampagne;Kosten (EUR);Klicks\nA;1,5;2\n");
        assert_eq!((line, delimiter), (1, b';'));
    }

    #[test]
    fn the_table_that_says_most_is_the_one() {
        let (line, _, columns) = found("Campaign,Conversions\nA,1\n\nDay,Campaign,Cost\n2026-05-01,A,1\n");
        assert_eq!((line, columns.measures[0]), (4, Some(2)));
    }

    #[test]
    fn what_is_no_table_says_what_was_found() {
        assert_eq!(find_in_text("hello world\n").err(), Some(Trouble::NoTable(Vec::new())));
        let headings = vec!["时间".to_owned(), "阅读次数".to_owned()];
        assert_eq!(find_in_text("时间,阅读次数\n2026-05-01,3\n").err(), Some(Trouble::NoTable(headings)));
        let wide = vec!["Cost"; 1_000_000].join(",");
        assert_eq!(find_in_text(&wide).err(), Some(Trouble::TooWide { line: 1, columns: 1_000_000 }));
    }
}
