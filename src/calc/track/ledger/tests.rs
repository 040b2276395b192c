use std::sync::Arc;

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::plan::{Channel, Task};

fn plan() -> Plan {
    let mut plan = Plan::blank("", Period { start: date(2026, 1, 1), months: 12 });
    let channels = ["sem", "press"].map(|id| Channel::new(id.into(), id, Task::A));
    Arc::make_mut(&mut plan.allocation).channels = channels.into();
    plan
}

fn span(from: Date, to: Date, fen: i64, registrations: f64) -> Span {
    let spend = Money::from_minor(fen);
    Span { from, to, spend, registrations: Some(registrations), clicks: None, impressions: None }
}

fn campaign(name: &str, channel: Option<&str>, spans: Vec<Span>) -> Campaign {
    let (id, channel) = (name.into(), channel.map(Id::from));
    Campaign { id, name: name.into(), source: String::new(), channel, left_out: false, spans }
}

fn typed(month: Date, channel: &str, fen: i64) -> ChannelActual {
    let (spend, channel) = (Money::from_minor(fen), channel.into());
    ChannelActual { month, channel, spend, registrations: None, leads: Some(3.0), customers: None, revenue: None }
}

fn with(campaigns: Vec<Campaign>, rows: Vec<ChannelActual>) -> Plan {
    let mut plan = plan();
    let actuals = Arc::make_mut(&mut plan.actuals);
    (actuals.campaigns, actuals.channels) = (campaigns, rows);
    plan
}

fn fen(month: &Month) -> Option<i64> {
    month.spend.map(Money::minor)
}

#[test]
fn a_plan_of_which_nothing_is_known_has_no_month_over() {
    assert_eq!(ledger(&plan()), Ledger::default());
}

#[test]
fn a_month_is_over_once_its_last_day_is_reported() {
    let over =
        |to| ledger(&with(vec![campaign("a", Some("sem"), vec![span(date(2026, 1, 1), to, 100, 1.0)])], vec![])).over;
    assert_eq!(over(date(2026, 1, 30)), 0);
    assert_eq!(over(date(2026, 1, 31)), 1);
    assert_eq!(over(date(2026, 2, 27)), 1);
    assert_eq!(over(date(2026, 2, 28)), 2);
    assert_eq!(over(date(2027, 3, 1)), 12);
    assert_eq!(over(date(2025, 12, 31)), 0, "reversed days say nothing");
}

#[test]
fn the_plan_may_say_through_which_month_it_counts() {
    let mut plan = with(vec![], vec![typed(date(2026, 5, 1), "sem", 100)]);
    assert_eq!(ledger(&plan).over, 5);
    for (through, over) in [(date(2026, 3, 31), 3), (date(2025, 1, 1), 0), (date(2030, 1, 1), 12)] {
        Arc::make_mut(&mut plan.actuals).through = Some(through);
        assert_eq!(ledger(&plan).over, over);
    }
}

#[test]
fn campaigns_of_a_channel_add_up_and_others_do_not_count() {
    let days = vec![span(date(2026, 1, 1), date(2026, 1, 31), 100, 2.0)];
    let mut left = campaign("left", Some("sem"), days.clone());
    left.left_out = true;
    let campaigns = vec![
        campaign("a", Some("sem"), days.clone()),
        campaign("b", Some("sem"), days.clone()),
        campaign("c", None, days),
        left,
    ];
    let ledger = ledger(&with(campaigns, vec![]));
    assert_eq!(fen(&ledger.channels[0][0]), Some(200));
    assert_eq!(ledger.channels[0][0].registrations, Some(4.0));
    assert!(ledger.channels[1].is_empty());
}

#[test]
fn what_is_typed_goes_before_what_is_reported() {
    let days = vec![span(date(2026, 1, 1), date(2026, 1, 31), 100, 2.0)];
    let ledger = ledger(&with(vec![campaign("a", Some("sem"), days)], vec![typed(date(2026, 1, 1), "sem", 70)]));
    let month = ledger.channels[0][0];
    assert_eq!((fen(&month), month.registrations, month.leads), (Some(70), Some(2.0), Some(3.0)));
}

#[test]
fn typed_months_that_are_not_of_the_period_or_of_no_channel_do_not_count() {
    let rows = vec![
        typed(date(2025, 12, 1), "sem", 1),
        typed(date(2026, 1, 1), "nobody", 2),
        typed(date(2026, 1, 1), "press", 3),
    ];
    let ledger = ledger(&with(vec![], rows));
    assert_eq!(ledger.over, 1);
    assert!(ledger.channels[0].is_empty());
    assert_eq!(fen(&ledger.channels[1][0]), Some(3));
}

#[test]
fn of_a_month_that_is_typed_twice_the_second_counts() {
    let rows = vec![typed(date(2026, 1, 1), "sem", 1), typed(date(2026, 1, 1), "sem", 2)];
    assert_eq!(fen(&ledger(&with(vec![], rows)).channels[0][0]), Some(2));
}

#[test]
fn a_month_between_two_reported_ones_spent_nothing() {
    let days =
        vec![span(date(2026, 1, 1), date(2026, 1, 31), 100, 2.0), span(date(2026, 4, 1), date(2026, 4, 30), 50, 1.0)];
    let ledger = ledger(&with(vec![campaign("a", Some("sem"), days)], vec![]));
    let spends: Vec<Option<i64>> = ledger.channels[0].iter().map(fen).collect();
    assert_eq!(spends, [Some(100), Some(0), Some(0), Some(50)]);
}

proptest! {
    #[test]
    fn a_span_over_several_months_is_divided_without_loss(fen in 0_i64..1_000_000_000, counted in 0_u32..100_000, first in 0_i16..300, length in 0_i16..400) {
        let from = date(2026, 1, 1).checked_add(jiff::Span::new().days(first)).unwrap();
        let to = from.checked_add(jiff::Span::new().days(length)).unwrap().min(date(2026, 12, 31));
        let mut plan = with(vec![campaign("a", Some("sem"), vec![span(from, to, fen, f64::from(counted))])], vec![]);
        Arc::make_mut(&mut plan.actuals).through = Some(date(2026, 12, 1));
        let row = &ledger(&plan).channels[0];
        prop_assert_eq!(row.iter().filter_map(|month| month.spend).map(Money::minor).sum::<i64>(), fen);
        let won: Vec<f64> = row.iter().filter_map(|month| month.registrations).collect();
        prop_assert!(won.iter().all(|won| won.fract() == 0.0 && *won >= 0.0));
        prop_assert!((won.iter().sum::<f64>() - f64::from(counted)).abs() < 1e-9);
    }
}
