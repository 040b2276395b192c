//! How long the pages and the PDF of a summary take inside the process: `cargo bench --bench paper`.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../tests/common/summaries.rs"]
mod summaries;

use divan::Bencher;
use ripple_planner::calc::odds;
use ripple_planner::plan::{Date, Plan};
use ripple_planner::report::document::Document;
use ripple_planner::report::formats::pdf;
use ripple_planner::report::pages::{self, Pages, Paper, Setting};
use ripple_planner::words::{Language, Words};

fn main() {
    divan::main();
}

/// Everything the command does between reading the plan and writing the file: report, odds, frontier, pages, PDF.
#[divan::bench(args = ["worked-case", "200-channels"])]
fn pdf_of_a_plan(bencher: Bencher, plan: &str) {
    let plan = plan_of(plan);
    bencher.bench(|| pdf::write(&laid_out(&document(&plan))).unwrap());
}

#[divan::bench(args = ["worked-case", "200-channels"])]
fn pages_of_a_document(bencher: Bencher, plan: &str) {
    let document = document(&plan_of(plan));
    bencher.bench(|| laid_out(&document));
}

#[divan::bench(args = ["worked-case", "200-channels"])]
fn pdf_of_pages(bencher: Bencher, plan: &str) {
    let pages = laid_out(&document(&plan_of(plan)));
    bencher.bench(|| pdf::write(&pages).unwrap());
}

#[divan::bench(args = ["worked-case", "200-channels"])]
fn summary_with_odds_and_frontier(bencher: Bencher, plan: &str) {
    let plan = plan_of(plan);
    bencher.bench(|| summaries::drawn(&plan, Language::ZhCn, odds::DRAWS));
}

fn plan_of(name: &str) -> Plan {
    if name == "200-channels" { summaries::many() } else { summaries::chinese() }
}

fn document(plan: &Plan) -> Document {
    Document::of(&summaries::drawn(plan, Language::ZhCn, odds::DRAWS))
}

fn laid_out(document: &Document) -> Pages {
    let setting = Setting { paper: Paper::A4, printed: Date::constant(2026, 4, 10), file: "plan.ron".to_owned() };
    pages::lay_out(document, &setting, Words::of(Language::ZhCn))
}
