//! The report as a document: what stands above always is the sum of what stands below it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test stops at the first surprise

use std::sync::Arc;

use proptest::prelude::*;
use ripple_planner::calc;
use ripple_planner::file;
use ripple_planner::plan::{Curve, Estimate, Money, Plan};
use ripple_planner::report::Summary;
use ripple_planner::report::document::{Block, Document, Rank, Row, Table};
use ripple_planner::words::{Language, Words};

fn worked_case() -> Plan {
    file::read_text(include_str!("../saved_plans/worked-case.ron")).unwrap()
}

fn channel_table(plan: &Plan) -> Table {
    let summary = Summary::of(plan, &calc::report(plan), Words::of(Language::En));
    let is_channels = |table: &Table| table.columns[0].heading == "Channel";
    let tables = Document::of(&summary).blocks.into_iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.into_iter().find(is_channels).unwrap()
}

/// A shown number in hundredths, so that sums are exact; nothing counts as 0.
fn hundredths(row: &Row, column: usize) -> i64 {
    let shown = row.cells[column].shown().replace(',', "");
    let (whole, fraction) = shown.split_once('.').unwrap_or((&shown, ""));
    if shown.is_empty() { 0 } else { format!("{whole}{fraction:0<2}").parse().unwrap() }
}

/// The rows right below a row.
fn below(rows: &[Row], at: usize) -> impl Iterator<Item = &Row> {
    let depth = rows[at].depth;
    rows[at + 1..].iter().take_while(move |row| row.depth > depth).filter(move |row| row.depth == depth + 1)
}

fn adds_up(table: &Table, column: usize) {
    let rows = &table.rows;
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| matches!(row.rank, Rank::Group | Rank::Part)) {
        let sum: i64 = below(rows, at).map(|row| hundredths(row, column)).sum();
        assert_eq!(sum, hundredths(row, column), "{} in {}", row.cells[0].shown(), table.columns[column].heading);
    }
    let tasks = rows.iter().filter(|row| row.rank == Rank::Group).map(|row| hundredths(row, column)).sum::<i64>();
    let total = rows.iter().find(|row| row.rank == Rank::Total).unwrap();
    assert_eq!(tasks, hundredths(total, column), "total of {}", table.columns[column].heading);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn columns_add_up_whatever_is_planned(
        spends in prop::collection::vec(0_i64..100_000_000, 12),
        ceilings in prop::collection::vec(0.1_f64..5_000.0, 12),
    ) {
        let mut plan = worked_case();
        let allocation = Arc::make_mut(&mut plan.allocation);
        for ((channel, spend), ceiling) in allocation.channels.iter_mut().zip(spends).zip(ceilings) {
            channel.spend = Money::from_minor(spend).unwrap();
            let half_spend = Money::from_minor(1_000_000).unwrap();
            channel.kpi.clear();
            channel.lead_rate = Some(Estimate::exactly(0.1));
            channel.curve = Curve::SShaped { ceiling, half_spend, shape: 1.0, base: 0.3 };
        }
        let table = channel_table(&plan);
        for column in [3, 4, 5] {
            adds_up(&table, column);
        }
    }
}

#[test]
fn a_table_with_one_odd_amount_shows_cents_everywhere() {
    let mut plan = worked_case();
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.channels[0].spend = plan.currency.parse("360000.50").unwrap();
    let table = channel_table(&plan);
    assert!(table.rows.iter().all(|row| row.cells[3].shown().contains('.')));
}

#[test]
fn every_finding_has_words_in_both_languages() {
    for language in Language::ALL {
        let words = Words::of(language);
        let plan = worked_case();
        let summary = Summary::of(&plan, &calc::report(&plan), words);
        for finding in &summary.findings {
            assert!(!finding.message.starts_with("findings-") && !finding.remedy.starts_with("findings-"));
            assert_ne!(finding.message, finding.code);
        }
    }
}
