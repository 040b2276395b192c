//! How long a report takes, from its bytes to months: `cargo bench --bench import`.
//!
//! A million rows in the layout of a search platform: days, sixty campaigns, thousands in quotation marks, a total row. With `-- --report FILE`
//! the report is written for `benches/import_peers.py`, which adds up the same with Polars and pandas, and the times are printed.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "common/search_report.rs"]
mod search_report;

use std::fs;
use std::sync::Arc;
use std::time::{Duration, Instant};

use divan::Bencher;
use encoding_rs::GB18030;
use jiff::civil::date;
use ripple_planner::import::{Answers, preview, read};
use ripple_planner::plan::{Money, Period, Plan};
use search_report::report;

const ROWS: u32 = 1_000_000;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(place) = arguments.iter().position(|argument| argument == "--report") {
        return beside_others(&arguments[place + 1]);
    }
    divan::main();
}

/// Months of campaigns, and all their money.
fn months(bytes: &[u8]) -> (usize, i64) {
    let reading = read("report.csv", bytes, Answers::default()).unwrap();
    assert!(reading.total.is_some_and(|total| total.agrees));
    let plan = Plan::blank("", Period { start: date(2026, 1, 1), months: 12 });
    let preview = preview(&plan, vec![Arc::new(reading)], &[], &[]).unwrap();
    let months = preview.months();
    let spend = months.iter().filter_map(|row| row.part.spend).map(Money::minor).sum();
    (months.len(), spend)
}

#[divan::bench(args = ["utf-8", "utf-16", "gb18030"], sample_count = 20)]
fn a_million_rows(bencher: Bencher, encoding: &str) {
    let text = report(ROWS, 60);
    let bytes = match encoding {
        "utf-16" => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "gb18030" => GB18030.encode(&text).0.into_owned(),
        _ => text.into_bytes(),
    };
    bencher.bench(|| months(&bytes));
}

/// Reading the file included, as the others do.
fn beside_others(path: &str) {
    fs::write(path, report(ROWS, 60)).unwrap();
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
