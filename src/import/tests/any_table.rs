//! Any table, written in any way, comes back as the same months.

use std::collections::BTreeMap;

use jiff::civil::date;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::plan::{Date, Money, Period, Plan};

/// What happened: day, campaign, cents, clicks.
type Happened = Vec<(i64, usize, i64, i64)>;

const CAMPAIGNS: [&str; 4] = ["Brand, \"exact\"", "品牌词", "Total Protection", "2026 spring; all"];

#[derive(Clone, Copy, Debug)]
enum Dates {
    Iso,
    Compact,
    Chinese,
    Points,
    DayFirst,
    MonthFirst,
    Named,
}

#[derive(Clone, Copy, Debug)]
enum Sum {
    None,
    FirstInWords,
    LastInWords,
    FirstWithoutWords,
    LastWithoutWords,
}

#[derive(Clone, Debug)]
struct Writing {
    delimiter: char,
    encoding: &'static str,
    dates: Dates,
    /// Between thousands, and before the fraction.
    marks: (&'static str, char),
    headings: [&'static str; 4],
    sum: Sum,
    /// Rotates the columns.
    turn: usize,
    above: Vec<&'static str>,
    end: &'static str,
    quotes_all: bool,
}

fn writing() -> impl Strategy<Value = Writing> {
    let headings = [
        ["Day", "Campaign", "Cost", "Clicks"],
        ["日期", "推广计划", "消费", "点击"],
        ["Tag", "Kampagne", "Kosten", "Klicks"],
        ["Start Date (in UTC)", "Campaign Name", "Total Spent", "clicks"],
    ];
    let dates =
        [Dates::Iso, Dates::Compact, Dates::Chinese, Dates::Points, Dates::DayFirst, Dates::MonthFirst, Dates::Named];
    let sums = [Sum::None, Sum::FirstInWords, Sum::LastInWords, Sum::FirstWithoutWords, Sum::LastWithoutWords];
    let above = ["Report", "数据生成时间：2026年6月10日 10:22", "", "Rows: 3, all", "a\tb"];
    (
        (select(vec!['\t', ',', ';', '|']), select(vec!["utf-8", "bom", "utf-16le", "utf-16be", "gb18030"])),
        (select(dates.to_vec()), select(vec![("", '.'), (",", '.'), (".", ','), (" ", ','), ("'", '.')])),
        (select(headings.to_vec()), select(sums.to_vec()), 0..5_usize),
        (prop::collection::vec(select(above.to_vec()), 0..4), select(vec!["\n", "\r\n"]), any::<bool>()),
    )
        .prop_map(|((delimiter, encoding), (dates, marks), (headings, sum, turn), (above, end, quotes_all))| {
            Writing { delimiter, encoding, dates, marks, headings, sum, turn, above, end, quotes_all }
        })
}

fn day(offset: i64) -> Date {
    date(2026, 1, 1).checked_add(jiff::Span::new().days(offset)).expect("a day")
}

impl Writing {
    fn date(&self, day: Date) -> String {
        let (y, m, d) = (day.year(), day.month(), day.day());
        match self.dates {
            Dates::Iso => format!("{y}-{m:02}-{d:02}"),
            Dates::Compact => format!("{y}{m:02}{d:02}"),
            Dates::Chinese => format!("{y}年{m}月{d}日"),
            Dates::Points => format!("{d:02}.{m:02}.{y}"),
            Dates::DayFirst => format!("{d}/{m}/{y}"),
            Dates::MonthFirst => format!("{m:02}/{d:02}/{y}"),
            Dates::Named => day.strftime("%b %-d, %Y").to_string(),
        }
    }

    fn grouped(&self, whole: i64) -> String {
        let digits = whole.to_string();
        let first = digits.len() % 3;
        let mut groups: Vec<&str> = if first > 0 { vec![&digits[..first]] } else { Vec::new() };
        groups.extend((first..digits.len()).step_by(3).map(|at| &digits[at..at + 3]));
        groups.join(self.marks.0)
    }

    fn money(&self, cents: i64) -> String {
        format!("{}{}{:02}", self.grouped(cents / 100), self.marks.1, cents % 100)
    }

    fn line(&self, mut cells: Vec<String>) -> String {
        let turn = self.turn % cells.len();
        cells.rotate_left(turn);
        let quoted = |cell: &String| {
            let needs = self.quotes_all || cell.contains([self.delimiter, '"', '\n']);
            if needs { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
        };
        cells.iter().map(quoted).collect::<Vec<_>>().join(&self.delimiter.to_string()) + self.end
    }

    fn row(&self, name: &str, day: String, cents: i64, clicks: i64) -> String {
        self.line(vec![day, name.to_owned(), self.money(cents), self.grouped(clicks), "x".to_owned()])
    }

    fn report(&self, happened: &Happened) -> Vec<u8> {
        let mut text = self.above.iter().flat_map(|line| [*line, self.end]).collect::<String>();
        text += &self.line(self.headings.iter().map(|cell| (*cell).to_owned()).chain(["Rate".to_owned()]).collect());
        let (cents, clicks) = happened.iter().fold((0, 0), |sum, row| (sum.0 + row.2, sum.1 + row.3));
        let total = |name: &str| self.row(name, "--".to_owned(), cents, clicks);
        let blank = || self.row("", self.date(day(0)), cents, clicks);
        text += &match self.sum {
            Sum::FirstInWords => total("总计"),
            Sum::FirstWithoutWords => blank(),
            _ => String::new(),
        };
        for (offset, campaign, cents, clicks) in happened {
            text += &self.row(CAMPAIGNS[*campaign], self.date(day(*offset)), *cents, *clicks);
        }
        text += &match self.sum {
            Sum::LastInWords => total("Total: Campaigns"),
            Sum::LastWithoutWords => blank(),
            _ => String::new(),
        };
        match self.encoding {
            "bom" => format!("\u{feff}{text}").into_bytes(),
            "utf-16le" => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "utf-16be" => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect(),
            "gb18030" => GB18030.encode(&text).0.into_owned(),
            _ => text.into_bytes(),
        }
    }

    fn answers(&self) -> Answers {
        let order = if matches!(self.dates, Dates::MonthFirst) { Order::MonthFirst } else { Order::DayFirst };
        Answers { order: Some(order), period: None }
    }
}

proptest! {
    #[test]
    fn any_table_comes_back_as_the_same_months(
        happened in prop::collection::vec((0_i64..365, 0..4_usize, 1_i64..100_000_000_000, 0_i64..10_000_000), 1..30),
        writing in writing(),
    ) {
        let mut expected: BTreeMap<(i8, &str), (i64, i64)> = BTreeMap::new();
        for (offset, campaign, cents, clicks) in &happened {
            let sum = expected.entry((day(*offset).month(), CAMPAIGNS[*campaign])).or_default();
            (sum.0, sum.1) = (sum.0 + cents, sum.1 + clicks);
        }
        let report = writing.report(&happened);
        let reading = read("x", &report, writing.answers());
        let reading = reading.map_err(|trouble| TestCaseError::fail(format!("{trouble:?}\n{}", String::from_utf8_lossy(&report))))?;
        prop_assert_eq!(reading.rows, happened.len() as u64);
        prop_assert_eq!(reading.total.map(|total| total.agrees), (!matches!(writing.sum, Sum::None)).then_some(true));
        let plan = Plan::blank("p", Period { start: date(2026, 1, 1), months: 12 });
        let preview = preview(&plan, vec![std::sync::Arc::new(reading)], &[], &[]).expect("a preview");
        let mut found: BTreeMap<(i8, &str), (i64, i64)> = BTreeMap::new();
        for row in preview.months() {
            #[allow(clippy::cast_possible_truncation)] // whole and small
            let sums = (row.part.spend.map_or(0, Money::minor), row.part.clicks.unwrap_or(0.0) as i64);
            found.insert((row.month.month(), row.arrival.name.as_str()), sums);
        }
        prop_assert_eq!(found, expected);
    }

    /// Whatever the bytes are, reading ends, and what it counts it does not leave out.
    #[test]
    fn any_bytes_end(text in "([日期,Cost;\t\"\n]|Date|Campaign|2026-05-0[1-9]|[0-9.,]{1,6}|Total){0,60}") {
        if let Ok(reading) = read("x", text.as_bytes(), Answers::default()) {
            prop_assert!(reading.rows > 0 && reading.left_out.iter().all(|left_out| left_out.line != reading.header_line));
        }
    }
}
