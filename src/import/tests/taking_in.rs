//! From readings to what the plan has.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::plan::actuals::Span;
use crate::plan::{Actuals, Channel, Date, Id, Money, Period, Plan, Task};

fn plan() -> Plan {
    let mut plan = Plan::blank("p", Period { start: date(2026, 1, 1), months: 12 });
    let channel = |id: &str, name: &str| Channel::new(Id::new(id), name.to_owned(), Task::A);
    Arc::make_mut(&mut plan.allocation).channels = vec![channel("search", "Search"), channel("social", "Social")];
    plan
}

fn previewed(plan: &Plan, texts: &[&str]) -> Preview {
    preview(plan, texts.iter().map(|report| Arc::new(text(report))).collect(), &[], &[]).expect("a preview")
}

fn taken(plan: &mut Plan, texts: &[&str]) {
    let preview = previewed(plan, texts);
    assert!(preview.is_clear(), "{:?}", preview.conflicts);
    plan.actuals = Arc::new(take_in(&plan.actuals, &preview));
}

fn by_day(actuals: &Actuals) -> Vec<(String, Date, Date, i64)> {
    let spans = actuals.campaigns.iter().flat_map(|campaign| campaign.spans.iter().map(move |span| (campaign, span)));
    spans
        .map(|(campaign, span)| (campaign.name.clone(), span.from, span.to, span.spend.map_or(0, Money::minor)))
        .collect()
}

const MAY: &str = "Date,Campaign,Cost,Conversions\n2026-05-01,Search May,10,1\n2026-05-02,Search May,20,2\n2026-05-03,Search May,30,3\n";

#[test]
fn the_same_file_again_changes_nothing() {
    let mut plan = plan();
    taken(&mut plan, &[MAY]);
    let before = plan.actuals.clone();
    assert_eq!(before.campaigns[0].channel, Some(Id::new("search")));
    assert!(!take_in::changes(&plan.actuals, &previewed(&plan, &[MAY])));
    taken(&mut plan, &[MAY]);
    assert_eq!(plan.actuals, before);
}

#[test]
fn an_overlapping_file_replaces_exactly_its_days() {
    let mut plan = plan();
    taken(&mut plan, &[MAY]);
    let later = "Date,Campaign,Cost\n2026-05-02,Search May,21\n2026-05-05,Search May,50\n2026-05-02,Other,1\n";
    let preview = previewed(&plan, &[later]);
    assert_eq!(preview.arrivals[0].replaces.minor(), 2_000);
    taken(&mut plan, &[later]);
    let day = |day| date(2026, 5, day);
    let expected = [(1, 1_000), (2, 2_100), (3, 3_000), (5, 5_000)]
        .map(|(d, cents)| ("Search May".to_owned(), day(d), day(d), cents));
    assert_eq!(by_day(&plan.actuals)[..4], expected);
}

#[test]
fn a_day_taken_out_of_a_month_leaves_the_rest_of_it() {
    let mut plan = plan();
    taken(&mut plan, &["Month,Campaign,Cost\n2026-05,A,31.00\n"]);
    taken(&mut plan, &["Date,Campaign,Cost\n2026-05-10,A,5\n"]);
    let day = |day| date(2026, 5, day);
    let expected = [(1, 9, 900), (10, 10, 500), (11, 31, 2_100)]
        .map(|(from, to, cents)| ("A".to_owned(), day(from), day(to), cents));
    assert_eq!(by_day(&plan.actuals), expected);
}

#[test]
fn two_files_about_the_same_days_are_a_conflict() {
    let plan = plan();
    let preview = previewed(&plan, &[MAY, "Date,Campaign,Cost\n2026-05-03,Search May,99\n"]);
    assert!(!preview.is_clear());
    assert_eq!(preview.conflicts[0].days, Days::one(date(2026, 5, 3)));
    assert!(previewed(&plan, &[MAY, "Date,Campaign,Cost\n2026-05-04,Search May,99\n"]).is_clear());
    // Another account has campaigns of its own.
    assert!(previewed(&plan, &[MAY, "Date,Account,Campaign,Cost\n2026-05-03,Acme,Search May,99\n"]).is_clear());
}

#[test]
fn money_of_other_currencies_needs_a_rate() {
    let plan = plan();
    let dollars = || vec![Arc::new(text("Date,Campaign,Cost (USD)\n2026-05-03,A,10\n"))];
    let refused = preview(&plan, dollars(), &[], &[]).expect_err("no rate");
    assert_eq!(refused, (0, Trouble::OtherCurrency("USD".into(), "CNY".into())));
    let rates = [("USD".to_owned(), exact::Exact::new(71, 1).expect("7.1"))];
    let taken = preview(&plan, dollars(), &[], &rates).expect("a preview");
    assert_eq!(taken.arrivals[0].spans[0].spend.map(Money::minor), Some(7_100));
    let mixed = "Date,Campaign,Cost,Currency\n2026-05-03,A,10,CNY\n2026-05-03,A,5,USD\n2026-05-03,B,1,USD\n";
    let preview = previewed(&plan, &[mixed]);
    assert!(!preview.is_clear());
    let left_out: Vec<_> = preview.files[0].left_out.iter().map(|left_out| (left_out.line, left_out.why)).collect();
    assert_eq!(left_out, [(3, Why::OtherCurrency), (4, Why::OtherCurrency)]);
}

#[test]
fn fractions_of_a_cent_add_up_to_the_files_sum() {
    let row = |day| format!("2026-06-{day:02},A,0.0333\n2026-06-{day:02},B,0.0333\n");
    let report = format!("Date,Campaign,Cost\n{}", (1..=30).map(row).collect::<Vec<_>>().concat());
    let preview = previewed(&plan(), &[&report]);
    let all = preview.arrivals.iter().flat_map(|arrival| &arrival.spans).filter_map(|span| span.spend);
    assert_eq!(Money::total(all).map(Money::minor), Some(200));
}

#[test]
fn months_divide_a_span_by_its_days() {
    let preview = previewed(
        &plan(),
        &["Campaign,Reporting starts,Reporting ends,Amount spent (CNY),Results\nA,2026-05-30,2026-06-02,0.10,3\n"],
    );
    let months: Vec<_> = preview
        .months()
        .iter()
        .map(|row| (row.month.month(), row.part.spend.map(Money::minor), row.part.registrations))
        .collect();
    assert_eq!(months, [(5, Some(5), Some(1.0)), (6, Some(5), Some(2.0))]);
}

/// A report of these days above a table of some rows.
fn stated(days: &str, rows: &str) -> String {
    format!("{days}\nDate,Campaign,Cost\n{rows}")
}

fn through(plan: &mut Plan, report: &str) -> Option<Date> {
    taken(plan, &[report]);
    plan.actuals.through
}

#[test]
fn a_stated_month_is_over_even_where_its_last_days_have_no_rows() {
    let end = |month: i8| date(2026, month, 1).last_of_month();
    let may = stated("2026-05-01 - 2026-05-31", "2026-05-03,Search,10\n");
    let mut plan = plan();
    assert_eq!(through(&mut plan, &may), Some(end(5)));
    assert!(!take_in::changes(&plan.actuals, &previewed(&plan, &[&may])), "again");
    let half = stated("2026-06-01 - 2026-06-15", "2026-06-03,Search,10\n");
    assert_eq!(through(&mut plan, &half), Some(end(5)), "no month ends");
    let april = stated("2026-04-01 - 2026-04-30", "2026-04-03,Search,10\n");
    assert_eq!(through(&mut plan, &april), Some(end(5)), "never back");
    assert_eq!(through(&mut plan, "Date,Campaign,Cost\n2026-06-30,Search,10\n"), Some(end(6)), "rows to the last day");
    let beyond = stated("2026-12-01 - 2027-02-15", "2026-12-03,Search,10\n");
    assert_eq!(through(&mut plan, &beyond), Some(end(12)), "the plan ends there");
}

#[test]
fn what_is_known_by_itself_needs_no_word_and_what_counts_for_nothing_has_none() {
    let mut plan = plan();
    assert_eq!(through(&mut plan, "Month,Campaign,Cost\n2026-05,Search,10\n"), None, "the last day is known");
    assert_eq!(through(&mut plan, &stated("2026-04-01 - 2026-04-30", "2026-04-03,Search,1\n")), None);
    assert_eq!(through(&mut plan, &stated("2026-06-01 - 2026-06-30", "2026-06-03,Brand,1\n")), None, "no channel");
    assert_eq!(through(&mut plan, &stated("2025-11-01 - 2025-12-31", "2025-12-03,Search,1\n")), None, "before it");
    assert_eq!(through(&mut plan, &stated("2027-01-01 - 2027-01-31", "2027-01-03,Search,1\n")), None, "after it");
    assert_eq!(
        through(&mut plan, &stated("2026-06-01 - 2026-06-30", "2026-06-03,Search,1\n")),
        Some(date(2026, 6, 30))
    );
}

#[test]
fn months_of_a_plan_need_not_begin_on_the_first() {
    let mut plan = plan();
    plan.period = Period { start: date(2026, 4, 15), months: 6 };
    let may = stated("2026-05-01 - 2026-05-31", "2026-05-03,Search,10\n");
    assert_eq!(through(&mut plan, &may), Some(date(2026, 5, 14)));
}

proptest! {
    /// No import moves back which months are over, and none changes it twice.
    #[test]
    fn months_stay_over(first in 0i64..400, length in 0i64..200, said in prop::option::of(0i64..400), row in 0i64..200) {
        let on = |days: i64| date(2025, 12, 1).checked_add(jiff::Span::new().days(days)).expect("a day");
        let mut plan = plan();
        Arc::make_mut(&mut plan.actuals).through = said.map(on);
        let report = stated(&format!("{} - {}", on(first), on(first + length)), &format!("{},Search,1\n", on(first + row.min(length))));
        let after = through(&mut plan, &report);
        prop_assert!(after >= said.map(on));
        prop_assert!(!take_in::changes(&plan.actuals, &previewed(&plan, &[&report])));
    }

    /// The parts of a span add up to it, wherever it is cut.
    #[test]
    fn no_cent_is_lost_at_a_cut(cents in -1_000_000i64..1_000_000, won in 0u32..1000, length in 0i64..100, cut in 0i64..100) {
        let from = date(2026, 1, 1);
        let on = |days: i64| from.checked_add(jiff::Span::new().days(days)).expect("a day");
        let span = Span { from, to: on(length), spend: Money::from_minor(cents), registrations: Some(f64::from(won)), clicks: None, impressions: None };
        let parts = [span.part(from, on(cut)), span.part(on(cut + 1), on(200))];
        let sum: i64 = parts.iter().flatten().filter_map(|part| part.spend).map(Money::minor).sum();
        let counted: f64 = parts.iter().flatten().filter_map(|part| part.registrations).sum();
        prop_assert_eq!((sum, counted), (cents, f64::from(won)));
    }
}
