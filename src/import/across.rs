//! Tables whose columns are months, or other days: one number a cell, one campaign or channel a row.

use std::collections::HashSet;

use csv::ByteRecord;

use super::columns::{self, Column, Length, MEASURES, Unit};
use super::dates::{self, Order};
use super::totals::says_total;

/// The columns of such a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Across {
    /// Those of days, in order.
    pub cells: Vec<Cell>,
    /// What the days in their headings are written as.
    pub length: Length,
    /// The one that names the campaigns.
    pub name: usize,
    /// The one that says what the numbers of its row are.
    pub measure: Option<usize>,
    /// The one that adds up the others.
    pub total: Option<usize>,
    /// What the headings say about money.
    pub unit: Unit,
    /// Whether the heading of the names is a known one.
    pub is_named: bool,
}

/// A column of days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Where it stands, from 0.
    pub place: usize,
    /// Its days, as they are written.
    pub days: String,
    /// What its heading says that it counts, by its place in [`MEASURES`].
    pub measure: Option<usize>,
}

/// Headings of columns that number the rows.
const NUMBERS: [&str; 7] = ["序号", "编号", "id", "no", "no.", "nr", "#"];

impl Across {
    /// The columns of a row of headings; `None` where it is none: two columns of days stand beside each other, three where
    /// nothing says that the first column names campaigns.
    #[must_use]
    pub fn of(row: &ByteRecord) -> Option<Self> {
        let headings: Vec<&str> = row.iter().map(|cell| std::str::from_utf8(cell).unwrap_or_default().trim()).collect();
        let found: Vec<(Cell, Unit)> = headings.iter().enumerate().filter_map(cell).collect();
        let (first, unit) = found.first().map(|(cell, unit)| (cell.place, *unit))?;
        let known: Vec<Option<Column>> =
            headings.iter().map(|heading| columns::read(heading).map(|(column, _)| column)).collect();
        let place = |wanted: Column| known.iter().position(|column| *column == Some(wanted));
        let said = [Column::Campaign, Column::Channel, Column::Account].into_iter().find_map(place);
        let is_numbering = |heading: &&str| NUMBERS.contains(&heading.to_lowercase().as_str());
        let name = said.or_else(|| headings.iter().take(first).position(|heading| !is_numbering(heading)))?;
        let cells: Vec<Cell> = found.into_iter().map(|(cell, _)| cell).collect();
        let beside = cells.windows(2).any(|pair| pair[0].place + 1 == pair[1].place);
        let mut seen = HashSet::new();
        let are_different = cells.iter().all(|cell| seen.insert((&cell.days, cell.measure)));
        let days: HashSet<&String> = cells.iter().map(|cell| &cell.days).collect();
        let is_table = beside && are_different && days.len() >= if said.is_some() { 2 } else { 3 };
        is_table.then(|| Self {
            length: length(&cells),
            name,
            measure: place(Column::Measure),
            total: headings.iter().position(|heading| says_total(heading)),
            unit: if unit == Unit::default() { unit_of(headings.get(name).unwrap_or(&"")) } else { unit },
            is_named: said.is_some(),
            cells,
        })
    }
}

/// A heading of days, and what it says about money.
fn cell((place, heading): (usize, &&str)) -> Option<(Cell, Unit)> {
    // Nobody writes a longer one.
    if heading.is_empty() || heading.len() > 60 {
        return None;
    }
    let (days, rest) = days_and_rest(heading)?;
    let read = columns::read(rest);
    let unit = read.map_or(Unit::of(rest), |(_, unit)| Unit::of(unit));
    let measure = match read {
        Some((column, _)) => Some(MEASURES.iter().position(|measure| *measure == column)?),
        // What is counted in a currency is money.
        None if unit != Unit::default() => Some(0),
        None if rest.is_empty() => None,
        None => return None,
    };
    Some((Cell { place, days: days.to_owned(), measure }, unit))
}

/// `2026-01`, `1月花费`, `Jan 2026 (CNY)`, `Spend Jan 2026` in two.
fn days_and_rest(heading: &str) -> Option<(&str, &str)> {
    let is_days = |text: &str| dates::is_date(text) || dates::month_alone(text).is_some();
    if is_days(heading) {
        return Some((heading, ""));
    }
    let behind_month = heading.find('月').and_then(|at| heading.split_at_checked(at + '月'.len_utf8()));
    let behind_month = behind_month.map(|(days, rest)| (days, rest.strip_prefix('份').unwrap_or(rest)));
    let turned = |(one, other)| (other, one);
    let splits = [
        behind_month,
        heading.split_once(['(', '（', '[']),
        heading.rsplit_once(' '),
        heading.split_once(' '),
        heading.split_once(' ').map(turned),
        heading.rsplit_once(' ').map(turned),
    ];
    let mut splits = splits.into_iter().flatten().map(|(days, rest)| (days.trim(), rest));
    splits.find(|(days, _)| is_days(days)).map(|(days, rest)| (days, trimmed(rest)))
}

fn trimmed(text: &str) -> &str {
    text.trim_matches([' ', '_', '-', ':', '：', '/', '(', ')', '（', '）', ']'])
}

/// Days that are all the first of a month, in either order, stand for their months, as in the cells of a spreadsheet.
fn length(cells: &[Cell]) -> Length {
    let is_first = |cell: &Cell, order: Order| {
        dates::days_of(&cell.days, order).is_some_and(|days| days.from == days.to && days.from.day() == 1)
    };
    let are_first = |order: Order| cells.iter().all(|cell| is_first(cell, order));
    if are_first(Order::DayFirst) || are_first(Order::MonthFirst) { Length::Month } else { Length::Written }
}

/// What a text says about the money below it, in brackets or behind 单位.
#[must_use]
pub fn unit_of(text: &str) -> Unit {
    let said = text.split_once("单位").map(|(_, unit)| unit.trim_start_matches([':', '：', ' ']));
    let bracketed = || text.rsplit_once(['(', '（', '[']).map(|(_, unit)| unit);
    let unit = said.or_else(bracketed).unwrap_or_default();
    Unit::of(unit.split([')', '）', ']', ',', '，', ' ', '；']).next().unwrap_or_default())
}

/// What a table counts whose headings do not say it, by its place in [`MEASURES`], and the word that says so: the heading of
/// the names, the sheet's name, the lines above from below. Money where nothing does.
#[must_use]
pub fn counted<'a>(heading: &'a str, above: &'a [(u64, String)]) -> (usize, &'static str) {
    let texts = std::iter::once(heading).chain(above.iter().rev().map(|(_, line)| line.as_str()));
    let named = texts.into_iter().find_map(columns::named_in);
    let place = |column: Column| MEASURES.iter().position(|measure| *measure == column);
    named.and_then(|(column, name)| Some((place(column)?, name))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn across(headings: &str) -> Option<Across> {
        Across::of(&ByteRecord::from(headings.split('|').collect::<Vec<_>>()))
    }

    #[test]
    fn months_in_every_writing_are_columns() {
        for headings in [
            "Channel|2026-01|2026-02|2026-03",
            "渠道|1月|2月|3月|合计",
            "渠道|2026年1月|2026年2月|2026年3月",
            "|一月|二月|三月",
            "Name|Jan 2026|Feb 2026|Mar 2026",
            "Campaign|Jan|Feb|Total",
            "Kampagne|Januar|Februar|März",
            "序号|项目|202601|202602|202603",
            "Channel|2026-01-01|2026-02-01|2026-03-01",
        ] {
            let found = across(headings).expect(headings);
            assert_eq!(found.name, usize::from(headings.starts_with('序')), "{headings}");
            assert!(found.cells.iter().all(|cell| cell.measure.is_none()), "{headings}");
            let first_days = headings.contains("-01-01");
            assert_eq!(found.length, if first_days { Length::Month } else { Length::Written }, "{headings}");
        }
        assert_eq!(across("渠道|1月|2月|3月|合计").expect("a table").total, Some(4));
    }

    #[test]
    fn a_heading_may_say_what_is_counted() {
        let found = across("渠道|1月花费（万元）|1月注册|2月花费（万元）|2月注册").expect("a table");
        assert_eq!(
            found.cells.iter().map(|cell| cell.measure).collect::<Vec<_>>(),
            [Some(0), Some(1), Some(0), Some(1)]
        );
        assert_eq!((found.cells[2].days.as_str(), found.unit), ("2月", Unit::of("万元")));
        let found = across("Channel|Jan 2026 Leads|Feb 2026 Leads").expect("a table");
        assert!(found.cells.iter().all(|cell| cell.measure == Some(1)));
        let found = across("Channel|Spend 2026-01|Spend 2026-02").expect("a table");
        assert_eq!((found.cells[1].days.as_str(), found.cells[1].measure), ("2026-02", Some(0)));
        assert_eq!(across("Channel|Jan 2026 (USD)|Feb 2026 (USD)").expect("a table").unit, Unit::of("USD"));
        assert_eq!(across("渠道 / 费用（万元）|1月|2月|3月").expect("a table").unit, Unit::of("万元"));
    }

    #[test]
    fn other_rows_are_none() {
        for row in [
            "2026-05-01|Brand|10|3",
            "Brand|2026-05|2026-06|100",
            "Channel|Marketing|Sales|Mayor",
            "Channel|2026-01|Cost|2026-02",
            "Channel|2026-01|2026-01",
            "2026-01|2026-02|2026-03",
            "Channel|2026-01",
            "",
        ] {
            assert_eq!(across(row), None, "{row}");
        }
    }

    #[test]
    fn what_is_counted_is_said_nearby() {
        let above = |lines: &[&str]| (1..).zip(lines.iter().map(|line| (*line).to_owned())).collect::<Vec<_>>();
        assert_eq!(counted("渠道", &above(&["2026年各渠道注册人数"])), (1, "注册人数"));
        assert_eq!(counted("Channel", &above(&["Registrations by channel", "Acme"])), (1, "registrations"));
        assert_eq!(counted("渠道/花费", &above(&["注册"])), (0, "花费"));
        assert_eq!(counted("Channel", &above(&["Costa Rica, a lead-free year"])).0, 1);
        assert_eq!(counted("Channel", &above(&["Costa Rica"])), (0, ""));
        assert_eq!(counted("渠道", &above(&["展现量"])), (3, "展现量"));
    }
}
