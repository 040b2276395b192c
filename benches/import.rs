//! How long a report takes, from its bytes to months: `cargo bench --bench import`.
//!
//! A million rows in the layout of a search platform: days, sixty campaigns, thousands in quotation marks, a total row. With `-- --report FILE`
//! the report is written for `benches/import_peers.py`, which adds up the same with Polars and pandas, and the times are printed.
#![allow(clippy::unwrap_used, missing_docs)]

use std::fmt::Write;
use std::fs;
use std::time::{Duration, Instant};

use divan::Bencher;
use encoding_rs::GB18030;
use jiff::ToSpan;
use jiff::civil::date;
use ripple_planner::import::{Answers, preview, read};
use ripple_planner::plan::{Money, Period, Plan};

const ROWS: u32 = 1_000_000;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(place) = arguments.iter().position(|argument| argument == "--report") {
        return beside_others(&arguments[place + 1]);
    }
    divan::main();
}

/// Numbers that look drawn, the same each time.
struct Draws(u64);

impl Draws {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

fn with_commas(number: u64) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let groups = (first..digits.len()).step_by(3).map(|at| &digits[at..at + 3]);
    let head = Some(&digits[..first]).filter(|head| !head.is_empty());
    head.into_iter().chain(groups).collect::<Vec<_>>().join(",")
}

fn quoted(text: String) -> String {
    if text.contains(',') { format!("\"{text}\"") } else { text }
}

fn report(rows: u32) -> String {
    let mut draws = Draws(1);
    let mut text = "Campaign report\n\"January 1, 2026 - December 31, 2026\"\n\
        Day,Campaign,Currency code,Cost,Impr.,Clicks,Conversions\n"
        .to_owned();
    let (mut cents, mut seen, mut clicked) = (0, 0, 0);
    for row in 0..u64::from(rows) {
        let day = date(2026, 1, 1) + i32::try_from(row * 365 / u64::from(rows)).unwrap().days();
        let campaign = draws.below(60);
        let size = draws.below(12);
        let (cost, impressions) = (draws.below(100 << size), draws.below(50 << size));
        let clicks = impressions / 30;
        (cents, seen, clicked) = (cents + cost, seen + impressions, clicked + clicks);
        let money = quoted(format!("{}.{:02}", with_commas(cost / 100), cost % 100));
        let impressions = quoted(with_commas(impressions));
        writeln!(text, "{day},Campaign {campaign:03} – Brand,CNY,{money},{impressions},{clicks},1.00").unwrap();
    }
    let money = quoted(format!("{}.{:02}", with_commas(cents / 100), cents % 100));
    let (seen, clicked, won) = (with_commas(seen), with_commas(clicked), with_commas(u64::from(rows)));
    writeln!(text, "Total: Campaigns, --,CNY,{money},\"{seen}\",\"{clicked}\",\"{won}.00\"").unwrap();
    text
}

/// Months of campaigns, and all their money.
fn months(bytes: &[u8]) -> (usize, i64) {
    let reading = read("report.csv", bytes, Answers::default()).unwrap();
    assert!(reading.total.is_some_and(|total| total.agrees));
    let plan = Plan::blank("", Period { start: date(2026, 1, 1), months: 12 });
    let preview = preview(&plan, vec![reading], &[], &[]).unwrap();
    let months = preview.months();
    let spend = months.iter().filter_map(|row| row.part.spend).map(Money::minor).sum();
    (months.len(), spend)
}

#[divan::bench(args = ["utf-8", "utf-16", "gb18030"], sample_count = 20)]
fn a_million_rows(bencher: Bencher, encoding: &str) {
    let text = report(ROWS);
    let bytes = match encoding {
        "utf-16" => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "gb18030" => GB18030.encode(&text).0.into_owned(),
        _ => text.into_bytes(),
    };
    bencher.bench(|| months(&bytes));
}

/// Reading the file included, as the others do.
fn beside_others(path: &str) {
    fs::write(path, report(ROWS)).unwrap();
    let mut least = Duration::MAX;
    let mut answer = (0, 0);
    for _ in 0..7 {
        let begun = Instant::now();
        answer = months(&fs::read(path).unwrap());
        least = least.min(begun.elapsed());
    }
    println!(
        "ours     {:8.0} ms  {} months of campaigns, spend in cents {}",
        least.as_secs_f64() * 1000.0,
        answer.0,
        answer.1
    );
}
