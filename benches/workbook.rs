//! How long a workbook takes: `cargo bench --bench workbook`.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../tests/common/large_plan.rs"]
mod large_plan;

use divan::Bencher;
use large_plan::large;
use ripple_planner::plan::{Date, Plan};
use ripple_planner::report::{Summary, workbook};
use ripple_planner::words::{Language, Words};
use ripple_planner::{calc, file};

fn main() {
    divan::main();
}

#[divan::bench]
fn workbook_worked_case(bencher: Bencher) {
    write(bencher, &file::read_text(include_str!("../saved_plans/worked-case.zh-CN.ron")).unwrap());
}

#[divan::bench]
fn workbook_200_channels(bencher: Bencher) {
    write(bencher, &large(200));
}

/// As a window does it: the report is there already.
fn write(bencher: Bencher, plan: &Plan) {
    let report = calc::report(plan);
    let summary = Summary::of(plan, &report, Words::of(Language::ZhCn));
    bencher.bench(|| workbook::write(plan, &report, &summary, Date::constant(2026, 4, 10)).unwrap());
}
