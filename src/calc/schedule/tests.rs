//! Months against what even spending gives, and against sums written out.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::calc;
use crate::plan::actuals::{Campaign, ChannelActual, Span};
use crate::plan::{Curve, Id, Period, Schedule, Task};

fn money(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

/// A plan of some months with one channel on an S-shaped curve.
fn plan(months: u32, spend: i64, schedule: Schedule) -> Plan {
    let mut plan = Plan::blank("", Period { start: jiff::civil::date(2026, 1, 1), months });
    let mut channel = Channel::new(Id::new("search"), "Search", Task::A);
    channel.curve = Curve::SShaped { ceiling: 5_000.0, half_spend: money(20_000_000), shape: 2.5, base: 12.0 };
    channel.spend = money(spend);
    channel.schedule = schedule;
    Arc::make_mut(&mut plan.allocation).channels.push(channel);
    plan
}

fn won(plan: &Plan) -> f64 {
    calc::report(plan).allocation.channels[0].won.registrations
}

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-7 * expected.abs().max(1.0), "{found}, not {expected}");
}

fn months_of(schedule: &Schedule, spend: i64, months: usize) -> Vec<i64> {
    spread(schedule, money(spend), months).into_iter().map(Money::minor).collect()
}

fn stated(months: &[i64]) -> Schedule {
    Schedule { spend: months.iter().copied().map(money).collect(), ..Schedule::default() }
}

#[test]
fn money_goes_to_months_as_stated_otherwise_in_their_proportion() {
    assert_eq!(months_of(&Schedule::default(), 1_000, 3), [333, 333, 334]);
    assert_eq!(months_of(&stated(&[100, 0, 900]), 1_000, 3), [100, 0, 900]);
    assert_eq!(months_of(&stated(&[100, 0, 900]), 2_000, 3), [200, 0, 1_800]);
    // A period that grew: months nobody spoke of get nothing.
    assert_eq!(months_of(&stated(&[100, 900]), 1_000, 3), [100, 900, 0]);
    // One that shrank keeps all of the money.
    assert_eq!(months_of(&stated(&[100, 100, 800]), 1_000, 2), [500, 500]);
    let off = Schedule { off: [2].into(), ..Schedule::default() };
    assert_eq!(months_of(&off, 1_000, 3), [500, 0, 500]);
    let all_off = Schedule { off: [1, 2, 3].into(), ..Schedule::default() };
    assert_eq!(months_of(&all_off, 999, 3), [333, 333, 333]);
    let locked = Schedule { locked: [1].into(), ..stated(&[100, 200, 700]) };
    assert_eq!(months_of(&locked, 1_900, 3), [100, 400, 1_400]);
    // Less than what is locked: all give way.
    assert_eq!(months_of(&locked, 50, 3), [5, 10, 35]);
    let only_locked = Schedule { locked: [1].into(), ..stated(&[100, 0, 0]) };
    assert_eq!(months_of(&only_locked, 300, 3), [100, 100, 100]);
}

#[test]
fn even_months_give_the_numbers_of_the_curve() {
    let even = won(&plan(12, 24_000_000, Schedule::default()));
    close(won(&plan(12, 24_000_000, stated(&[2_000_000; 12]))), even);
    // A season alone moves nothing: what is less in one month is more in another.
    let season = Schedule { season: (1..=12).map(f64::from).collect(), ..Schedule::default() };
    let plan = plan(12, 24_000_000, season);
    close(won(&plan), even);
    let months = calc::report(&plan).allocation.channels[0].months.clone().unwrap();
    close(months.registrations[11], even / 12.0 * 12.0 / 6.5);
    close(months.registrations.iter().sum(), even);
}

#[test]
fn a_month_wins_its_season_times_a_part_of_the_curve() {
    let schedule = Schedule { season: vec![1.0, 3.0], ..stated(&[3_000_000, 9_000_000]) };
    let plan = plan(2, 12_000_000, schedule);
    let response = Response::of(&plan.allocation.channels[0].curve, &plan.currency).unwrap();
    // Two months: weights a half and one and a half, each with the curve of twice its money.
    let expected = 0.5 * response.value(60_000.0) / 2.0 + 1.5 * response.value(180_000.0) / 2.0;
    close(won(&plan), expected);
}

#[test]
fn what_carries_over_works_later_and_what_works_too_late_is_stated() {
    let mut schedule =
        Schedule { carry_over: 0.5, before: vec![money(4_000_000)], ..stated(&[8_000_000, 0, 2_000_000]) };
    let with = plan(3, 10_000_000, schedule.clone());
    let response = Response::of(&with.allocation.channels[0].curve, &with.currency).unwrap();
    // Half of what was there and half of what comes: 20 of before, then 50, 25, 22.5 thousand.
    let works: [f64; 3] = [50_000.0, 25_000.0, 22_500.0];
    close(won(&with), works.iter().map(|works| response.value(3.0 * works) / 3.0).sum());
    close(calc::report(&with).allocation.channels[0].months.as_ref().unwrap().later, 22_500.0);
    schedule.carry_over = 0.0;
    schedule.before.clear();
    let without: [f64; 3] = [80_000.0, 0.0, 20_000.0];
    let expected = without.iter().map(|spend| response.value(3.0 * spend) / 3.0).sum();
    close(won(&plan(3, 10_000_000, schedule)), expected);
}

#[test]
fn months_are_held_against_even_ones() {
    let season = vec![1.0, 2.0, 3.0];
    let mut plan = plan(3, 30_000_000, Schedule { season, off: [1].into(), ..stated(&[0, 10_000_000, 20_000_000]) });
    let held = |plan: &Plan| compared::of(plan, &calc::report(plan).allocation);
    let response = Response::of(&plan.allocation.channels[0].curve, &plan.currency).unwrap();
    let month = |season: f64, spend: f64| season * response.value(3.0 * spend) / 3.0;
    let found = held(&plan);
    for (found, expected) in [
        (found.these, [month(0.5, 0.0), month(1.0, 100_000.0), month(1.5, 200_000.0)]),
        (found.even, [month(0.5, 0.0), month(1.0, 150_000.0), month(1.5, 150_000.0)]),
    ] {
        found.into_iter().zip(expected).for_each(|(found, expected)| close(found, expected));
    }
    Arc::make_mut(&mut plan.allocation).channels[0].schedule = Schedule::default();
    let even = held(&plan);
    assert_eq!(even.these, even.even);
    close(even.these.iter().sum(), won(&plan));
}

#[test]
fn what_is_known_of_the_time_before_works_on_unless_it_is_stated() {
    let schedule = |before: Vec<Money>| Schedule { carry_over: 0.5, before, ..stated(&[8_000_000, 0, 2_000_000]) };
    // October is typed; of a campaign's two days one is the last of December.
    let mut known = plan(3, 10_000_000, schedule(Vec::new()));
    let actuals = Arc::make_mut(&mut known.actuals);
    actuals.channels.push(ChannelActual {
        month: jiff::civil::date(2025, 10, 1),
        channel: Id::new("search"),
        spend: Some(money(1_000_000)),
        registrations: None,
        leads: None,
        customers: None,
        revenue: None,
    });
    actuals.campaigns.push(Campaign {
        id: Id::new("brand"),
        name: "Brand".into(),
        source: String::new(),
        channel: Some(Id::new("search")),
        left_out: false,
        spans: vec![Span {
            from: jiff::civil::date(2025, 12, 31),
            to: jiff::civil::date(2026, 1, 1),
            spend: Some(money(3_000_000)),
            registrations: None,
            clicks: None,
            impressions: None,
        }],
    });
    assert_eq!(before(&known, &known.allocation.channels[0]), [1_000_000, 0, 1_500_000].map(money));
    close(won(&known), won(&plan(3, 10_000_000, schedule([1_000_000, 0, 1_500_000].map(money).to_vec()))));
    // What is stated goes before it, and without a lasting effect nothing of it counts.
    let mut stated_too = known.clone();
    Arc::make_mut(&mut stated_too.allocation).channels[0].schedule.before = vec![money(400)];
    assert_eq!(before(&stated_too, &stated_too.allocation.channels[0]), [money(400)]);
    Arc::make_mut(&mut known.allocation).channels[0].schedule.carry_over = 0.0;
    assert!(before(&known, &known.allocation.channels[0]).is_empty());
}

#[test]
fn what_more_money_buys_follows_the_months() {
    let schedule = Schedule { carry_over: 0.3, ..stated(&[1_000_000, 0, 5_000_000]) };
    let plan = plan(3, 6_000_000, schedule);
    let row = &calc::report(&plan).allocation.channels[0];
    let months = InProportion::of(&plan, &plan.allocation.channels[0]).unwrap();
    let response = row.response.unwrap();
    close(months.value(response, 60_000.0), row.won.registrations);
    close(row.next, months.value(response, 61_000.0) - row.won.registrations);
    let slope = (months.value(response, 60_001.0) - months.value(response, 59_999.0)) / 2.0;
    assert!((row.marginal / slope - 1.0).abs() < 1e-5, "{} {slope}", row.marginal);
}

#[test]
fn giving_money_keeps_months_in_agreement() {
    let mut plan = plan(3, 1_000, stated(&[100, 0, 900]));
    let channel = &mut Arc::make_mut(&mut plan.allocation).channels[0];
    give(channel, money(3_000), 3);
    assert_eq!(channel.schedule, stated(&[300, 0, 2_700]));
    channel.schedule = Schedule::default();
    give(channel, money(500), 3);
    assert!(channel.schedule.spend.is_empty(), "what is even stays even");
}

#[test]
fn what_is_left_goes_on_in_the_proportion_of_the_months() {
    let plan = plan(4, 1_000, Schedule { locked: [4].into(), ..stated(&[400, 100, 200, 300]) });
    let left: Vec<i64> =
        rest_of(&plan, &plan.allocation.channels[0], money(900), 1).into_iter().map(Money::minor).collect();
    assert_eq!(left, [200, 400, 300]);
}

#[test]
fn months_that_disagree_are_findings() {
    let mut plan = plan(3, 1_000, Schedule { off: [1].into(), ..stated(&[100, 0, 800]) });
    let codes = |plan: &Plan| -> Vec<&'static str> {
        calc::report(plan)
            .findings
            .iter()
            .map(calc::Finding::code)
            .filter(|code| {
                code.starts_with("months")
                    || code.contains("month")
                    || code.contains("cash")
                    || code.contains("season")
                    || code.contains("carry")
            })
            .collect()
    };
    assert_eq!(codes(&plan), ["months-differ", "off-month-spends"]);
    let mut misnumbered = plan.clone();
    Arc::make_mut(&mut misnumbered.allocation).channels[0].schedule.off = [0].into();
    assert_eq!(codes(&misnumbered), ["no-such-month", "months-differ"]);
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.cash = vec![None, None, Some(money(700))];
    allocation.tasks.a.season = vec![0.0; 4];
    let schedule = &mut allocation.channels[0].schedule;
    schedule.off.clear();
    schedule.carry_over = 0.995;
    schedule.spend = vec![money(500), money(500)];
    assert_eq!(codes(&plan), ["carry-over-too-long", "season-count", "season-empty", "months-count"]);
    Arc::make_mut(&mut plan.allocation).channels[0].schedule.spend = vec![money(100), money(0), money(900)];
    assert!(codes(&plan).contains(&"over-cash"));
    let schedule = &mut Arc::make_mut(&mut plan.allocation).channels[0].schedule;
    *schedule = Schedule { off: [1, 2, 3].into(), ..Schedule::default() };
    assert!(codes(&plan).contains(&"no-open-month"), "it is spent evenly all the same");
    Arc::make_mut(&mut plan.allocation).channels[0].schedule.off.remove(&2);
    assert!(!codes(&plan).contains(&"no-open-month"));
}

proptest! {
    #[test]
    fn no_cent_is_lost(
        months in prop::collection::vec(0_i64..2_000, 0..14),
        spend in 0_i64..1_000_000_000_000_000,
        locked in prop::collection::btree_set(1_u32..14, 0..4),
        off in prop::collection::btree_set(1_u32..14, 0..4),
        length in 1_usize..14,
    ) {
        let schedule = Schedule { locked, off, ..stated(&months) };
        let parts = spread(&schedule, money(spend), length);
        prop_assert_eq!(parts.len(), length);
        prop_assert!(parts.iter().all(|part| *part >= Money::ZERO));
        prop_assert_eq!(Money::total(parts.iter().copied()), Some(money(spend)));
        // What was spread once stays as it is.
        let again = Schedule { spend: parts.clone(), ..schedule };
        prop_assert_eq!(spread(&again, money(spend), length), parts);
    }
}
