//! Tables whose columns are months.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::date;
use proptest::prelude::*;
use proptest::sample::select;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::*;
use crate::plan::{Money, Period, Plan};

fn month(number: i8) -> String {
    let Days { from, to } = Days::month(2026, number).expect("a month");
    format!("{from}..{to}")
}

fn spent(name: &str, number: i8, cents: i64) -> (String, String, Option<i64>, Option<f64>) {
    row(name, &month(number), cents, None)
}

fn won(name: &str, number: i8, count: f64) -> (String, String, Option<i64>, Option<f64>) {
    (name.to_owned(), month(number), None, Some(count))
}

const KEPT: &str = "2026年各渠道投放费用（万元）\n\n渠道,1月,2月,3月,4月,合计\n百度,1.5,2,,0,3.5\n微信,0.5,1.25,-,0,1.75\n合计,2,3.25,,0,5.25\n";

#[test]
fn a_table_that_people_keep_by_months() {
    let reading = text(KEPT);
    let expected = [
        spent("百度", 1, 1_500_000),
        spent("百度", 2, 2_000_000),
        spent("微信", 1, 500_000),
        spent("微信", 2, 1_250_000),
    ];
    assert_eq!(found(&reading), expected, "what is to come is not told of");
    assert_eq!(reading.days, [Days { from: date(2026, 1, 1), to: date(2026, 2, 28) }]);
    assert_eq!((reading.header_line, reading.rows, reading.campaigns[0].source.as_str()), (3, 2, "渠道 / 投放费用"));
    let total = reading.total.expect("a total");
    assert_eq!((total.line, total.spend.minor(2), total.agrees), (6, Some(5_250_000), true));
    assert_eq!(why(&reading), [(1, Why::Preamble), (2, Why::Empty), (6, Why::Total)]);
    assert_eq!(reading.currency(), Some("CNY"));
}

#[test]
fn a_column_of_totals_is_held_against_the_rows() {
    let report = |total: &str| format!("Campaign,2026-01,2026-02,Total\nA,1,2,3\nB,4,5,{total}\n");
    let total = text(&report("9")).total.expect("a total");
    assert_eq!((total.line, total.spend.minor(2), total.agrees), (1, Some(1_200), true));
    assert!(!text(&report("10")).total.expect("a total").agrees);
    // A row of totals without a word.
    let blank = text("Campaign,2026-01,2026-02\nA,1,2\nB,4,5\n,5,7\n");
    assert_eq!((blank.rows, why(&blank)), (2, vec![(4, Why::Total)]));
    assert!(blank.total.expect("a total").agrees);
}

#[test]
fn registrations_by_their_title_heading_or_column() {
    let title = "Registrations by channel\n\nChannel;Jan 2026;Feb 2026\nSearch;1.200;31\n";
    assert_eq!(found(&text(title)), [won("Search", 1, 1200.0), won("Search", 2, 31.0)]);
    assert_eq!(text(title).spend(), None);
    let both = "渠道,2026年1月花费,2026年1月注册,2026年2月花费,2026年2月注册\n百度,100,3,200.5,7\n";
    assert_eq!(
        found(&text(both)),
        [row("百度", &month(1), 10_000, Some(3.0)), row("百度", &month(2), 20_050, Some(7.0))]
    );
    let measures = "渠道,指标,2026-01,2026-02\n百度,花费,100,200.5\n百度,注册数,3,7\n百度,单价,33.3,28.6\n";
    assert_eq!(found(&text(measures)), found(&text(both)));
    assert_eq!(why(&text(measures)), [(4, Why::Unreadable)]);
}

#[test]
fn months_without_a_year_are_asked_about() {
    let report = "Channel,Nov,Dec,Jan,Feb\nSearch,1,2,3,4\n";
    assert_eq!(trouble(report), Trouble::NoYear("Nov".into()));
    let answered = |period: &str| {
        let answers = Answers { period: dates::period(period), ..Answers::default() };
        read("x", report.as_bytes(), answers).map(|reading| reading.period)
    };
    let days = Days { from: date(2025, 11, 1), to: date(2026, 2, 28) };
    assert_eq!(answered("2025-11..2026-02"), Ok(days));
    assert_eq!(answered("2026"), Ok(Days { from: date(2026, 1, 1), to: date(2026, 12, 31) }));
    assert_eq!(answered("2026-01"), Err(Trouble::NoYear("Nov".into())), "not all of them are in it");
    assert_eq!(answered("2025-01..2026-12"), Err(Trouble::NoYear("Nov".into())), "each of them is in it twice");
    assert_eq!(trouble("Spend 2025 and 2026\nChannel,Jan,Feb\nSearch,1,2\n"), Trouble::NoYear("Jan".into()));
}

#[test]
fn another_block_below_is_another_table() {
    let report = "渠道,2026-01,2026-02\n百度,1,2\n\n注册\n渠道,2026-01,2026-02\n百度,30,40\n";
    let reading = text(report);
    assert_eq!(found(&reading), [spent("百度", 1, 100), spent("百度", 2, 200)]);
    let lines = [(3, Why::Empty), (4, Why::Footnote), (5, Why::OtherTable), (6, Why::OtherTable)];
    assert_eq!(why(&reading), lines);
    let half_years = "渠道,2026-01,2026-02\n百度,1,2\n渠道,2026-07,2026-08\n百度,3,4\n";
    assert_eq!(why(&text(half_years)), [(3, Why::OtherTable), (4, Why::OtherTable)]);
}

#[test]
fn a_wrong_cell_is_named_by_its_month() {
    let bad = |cell: &str| trouble(&format!("Channel,2026-01,2026-02\nSearch,1,{cell}\n"));
    assert_eq!(bad("1x2"), Trouble::NoNumber { line: 2, column: "2026-02".into(), text: "1x2".into() });
    assert_eq!(trouble("Channel,2026-01,2026-02\nA,1.5,\"2,5\"\n"), Trouble::BothMarks { column: "2026-01".into() });
    assert_eq!(trouble("Channel,2026-01,2026-02\n"), Trouble::NothingCounted);
    let signs = text("Channel,2026-01,2026-02\nA,\"$1,200.50\",$3\n");
    assert_eq!((signs.currency(), found(&signs).len()), (Some("USD"), 2));
}

#[test]
fn money_and_registrations_of_the_same_channels_come_in_beside_each_other() {
    let plan = Plan::blank("p", Period { start: date(2026, 1, 1), months: 12 });
    let won = "2026年各渠道注册\n渠道,1月,2月\n百度,3,7\n微信,1,2\n";
    let preview = preview(&plan, vec![Arc::new(text(KEPT)), Arc::new(text(won))], &[], &[]).expect("a preview");
    assert!(preview.is_clear() && preview.arrivals.len() == 4, "{:?}", preview.conflicts);
}

#[test]
fn months_of_a_workbook_are_dates() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("注册").expect("a name");
    let format = Format::new().set_num_format("yyyy\"年\"m\"月\"");
    sheet.write(0, 0, "渠道").expect("a heading");
    sheet.write(1, 0, "百度").expect("a name");
    for column in 1..=3_u8 {
        let first = ExcelDateTime::from_ymd(2026, column, 1).expect("a day");
        sheet.write_with_format(0, column.into(), &first, &format).expect("a month");
        sheet.write(1, column.into(), f64::from(column) * 10.0).expect("a number");
    }
    let reading = read("x", &workbook.save_to_buffer().expect("a workbook"), Answers::default()).expect("a reading");
    assert_eq!(found(&reading), [won("百度", 1, 10.0), won("百度", 2, 20.0), won("百度", 3, 30.0)]);
}

/// How the heading of a month is written, and whether its year stands above.
const MONTHS: [(&str, bool); 6] =
    [("%Y-%m", false), ("%b %Y", false), ("%Y年%-m月", false), ("%-m月", true), ("%B", true), ("%Y%m", false)];

proptest! {
    /// Cells in cents by month and campaign; none is nothing.
    #[test]
    fn any_table_by_months_comes_back(
        cents in prop::collection::vec(prop::collection::vec(prop::option::of(1_i64..10_000_000), 12), 1..8),
        ((format, has_year_above), delimiter) in (select(MONTHS.to_vec()), select(vec![',', '\t', ';'])),
        (months, has_totals, has_blank_corner) in (3_usize..=12, any::<bool>(), any::<bool>()),
    ) {
        let line = |cells: Vec<String>| cells.join(&delimiter.to_string()) + "\n";
        let amount = |cents: i64| format!("{}.{:02}", cents / 100, cents % 100);
        let mut report = if has_year_above { "Spend 2026\n".to_owned() } else { String::new() };
        let heading = |number: usize| date(2026, i8::try_from(number + 1).expect("a month"), 1).strftime(format).to_string();
        let total = |word: &str| has_totals.then(|| word.to_owned());
        let corner = if has_blank_corner { "" } else { "Channel" };
        report += &line([corner.to_owned()].into_iter().chain((0..months).map(heading)).chain(total("Total")).collect());
        let mut expected: BTreeMap<(i8, String), i64> = BTreeMap::new();
        let mut sums = vec![0; months];
        for (at, row) in cents.iter().enumerate() {
            let cells = row.iter().take(months);
            let sum: i64 = cells.clone().flatten().sum();
            for (number, cell) in cells.clone().enumerate().filter_map(|(number, cell)| Some((number, (*cell)?))) {
                expected.insert((i8::try_from(number + 1).expect("a month"), format!("Channel {at}")), cell);
                sums[number] += cell;
            }
            let shown = cells.map(|cell| cell.map(amount).unwrap_or_default());
            report += &line([format!("Channel {at}")].into_iter().chain(shown).chain(total(&amount(sum))).collect());
        }
        if has_totals {
            let sum = amount(sums.iter().sum());
            report += &line(["Total".to_owned()].into_iter().chain(sums.iter().map(|sum| amount(*sum))).chain(total(&sum)).collect());
        }
        let reading = read("x", report.as_bytes(), Answers::default());
        if expected.is_empty() {
            prop_assert!(reading.is_err());
            return Ok(());
        }
        let reading = reading.map_err(|trouble| TestCaseError::fail(format!("{trouble:?}\n{report}")))?;
        prop_assert_eq!(reading.total.map(|total| total.agrees), has_totals.then_some(true));
        let plan = Plan::blank("p", Period { start: date(2026, 1, 1), months: 12 });
        let preview = preview(&plan, vec![Arc::new(reading)], &[], &[]).expect("a preview");
        let rows = preview.months();
        let found: BTreeMap<(i8, String), i64> = rows.iter()
            .map(|row| ((row.month.month(), row.arrival.name.clone()), row.part.spend.map_or(0, Money::minor))).collect();
        prop_assert_eq!(found, expected);
    }
}
