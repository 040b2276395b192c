//! Months that are over count by what happened: worked out again month by month, channel by channel.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use ripple_planner::calc::odds::{Settings, odds};
use ripple_planner::calc::track::ledger::{Month, ledger};
use ripple_planner::calc::{self, Report};
use ripple_planner::file;
use ripple_planner::plan::actuals::ChannelActual;
use ripple_planner::plan::allocation::Class;
use ripple_planner::plan::{Estimate, Money, Plan};

use crate::common::plans;

fn worked() -> Plan {
    file::read_text(include_str!("../../saved_plans/worked-case.ron")).unwrap()
}

/// Channel, month, money in fen, registrations, leads, customers, revenue in fen.
type Row = (usize, u32, Option<i64>, Option<u32>, Option<u32>, Option<u32>, Option<i64>);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (
        0_usize..9,
        0_u32..12,
        of(0_i64..5_000_000),
        of(0_u32..2_000),
        of(0_u32..200),
        of(0_u32..20),
        of(0_i64..90_000_000),
    );
    vec(row, 1..40)
}

fn with(rows: &[Row]) -> Plan {
    let mut plan = worked();
    let channels = plan.allocation.channels.clone();
    let money = |fen: Option<i64>| fen.and_then(Money::from_minor);
    let typed = rows.iter().map(|&(channel, month, spend, registrations, leads, customers, revenue)| ChannelActual {
        month: plan.period.month_start(month),
        channel: channels[channel % channels.len()].id.clone(),
        spend: money(spend),
        registrations: registrations.map(f64::from),
        leads: leads.map(f64::from),
        customers: customers.map(f64::from),
        revenue: money(revenue),
    });
    let typed = typed.collect();
    Arc::make_mut(&mut plan.actuals).channels = typed;
    plan
}

/// The money of a month to come, in currency units: evenly what the plan has left, to the fen.
fn money_to_come(plan: &Plan, channel: usize, known: &[Month]) -> f64 {
    let of_plan = plan.allocation.channels[channel].spend.minor();
    let known_fen: i64 = known.iter().filter_map(|month| month.spend).map(Money::minor).sum();
    let unknown = known.iter().filter(|month| month.spend.is_none()).count() as f64;
    let evenly = (of_plan as f64 * unknown / 12.0).round();
    (of_plan as f64 - known_fen as f64 - evenly).max(0.0) / 100.0 / (12.0 - known.len() as f64)
}

/// Registrations, leads, customers and revenue of a month: what is known goes before what follows. `to_come` is the money of a
/// month that is not over.
fn month(plan: &Plan, report: &Report, channel: usize, month: &Month, to_come: Option<f64>) -> [f64; 4] {
    let row = &report.allocation.channels[channel];
    let class = plan.allocation.channels[channel].task.class();
    let rates = calc::allocation::rates(&plan.allocation, class);
    let months = f64::from(plan.period.months);
    let evenly = row.won.registrations / months;
    let by_curve = |spend: f64| row.response.unwrap().value(months * spend) / months;
    let spend = month.spend.map(|spend| plan.currency.units(spend)).or(to_come);
    let registrations = month.registrations.or_else(|| spend.map(by_curve)).unwrap_or(evenly);
    let leads = month.leads.unwrap_or(registrations * row.lead_rate);
    let customers = month.customers.unwrap_or(leads * rates.close_rate.likely);
    let value = plan.currency.units(rates.value.likely);
    let revenue = month.revenue.map_or(customers * value, |revenue| plan.currency.units(revenue));
    [registrations, leads, customers, revenue]
}

fn near(one: f64, other: f64) -> Result<(), TestCaseError> {
    prop_assert!((one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1.0), "{one} and {other}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_month_counts_once_by_what_is_known_of_it(rows in rows()) {
        let plan = with(&rows);
        let (report, ledger) = (calc::report(&plan), ledger(&plan));
        prop_assume!(!ledger.channels.is_empty());
        let expected = report.expected();
        let mut sums = [0.0; 4];
        let mut money = 0_i128;
        for (index, known) in ledger.channels.iter().enumerate() {
            let nothing = Month::default();
            let is_known = known.iter().any(Month::is_known);
            let mut own = [0.0; 4];
            for number in 0..plan.period.months as usize {
                let to_come = (is_known && number >= known.len()).then(|| money_to_come(&plan, index, known));
                let won = month(&plan, &report, index, known.get(number).unwrap_or(&nothing), to_come);
                own.iter_mut().zip(won).for_each(|(sum, won)| *sum += won);
            }
            let row = &expected.channels[index];
            for (ours, theirs) in [row.won.registrations, row.won.leads, row.won.customers, row.won.revenue].into_iter().zip(own) {
                near(ours, theirs)?;
            }
            let spend = i128::from(plan.allocation.channels[index].spend.minor());
            let spent: i128 = known.iter().filter_map(|month| month.spend).map(|spend| i128::from(spend.minor())).sum();
            let unknown = if is_known { known.iter().filter(|month| month.spend.is_none()).count() } else { 0 };
            let counted = i128::from(row.spend.minor());
            // To the fen: what is spent, and evenly what the plan has for months of which that is not known; at least the plan.
            let committed = 12 * spent + spend * i128::try_from(unknown).unwrap();
            prop_assert!(counted == spend || (12 * counted - committed).abs() * 2 <= 12, "{counted} of {spend}");
            prop_assert!(counted >= spend && (counted > spend) == (committed > 12 * spend + 5));
            money += counted;
            sums.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
        }
        let events = &report.allocation.events;
        near(expected.total.won.registrations, sums[0])?;
        near(expected.total.won.leads, sums[1] + events.iter().map(|event| event.won.leads).sum::<f64>())?;
        near(expected.total.won.customers, sums[2] + events.iter().map(|event| event.won.customers).sum::<f64>())?;
        near(expected.total.won.revenue, sums[3] + events.iter().map(|event| event.won.revenue).sum::<f64>())?;
        money += events.iter().map(|event| i128::from(event.spend.minor())).sum::<i128>();
        prop_assert_eq!(i128::from(expected.total.spend.minor()), money);
        let ripples = report.ripples.iter().filter_map(|ripple| ripple.last()).map(|step| step.revenue).sum::<f64>();
        near(report.chain.total.revenue, expected.total.won.revenue + ripples)?;
        let baseline = plan.goal.baseline.revenue.unwrap_or_default();
        near(plan.currency.units(report.goal.expected.revenue), plan.currency.units(baseline) + report.chain.total.revenue)?;
    }

    /// Months end where the goal is expected, and what is known of a month stands in it.
    #[test]
    fn months_end_at_what_is_expected(rows in rows()) {
        let plan = with(&rows);
        let (report, known) = (calc::report(&plan), ledger(&plan));
        let points = &report.goal.months;
        prop_assert!((points.last().unwrap().expected.minor() - report.goal.expected.revenue.minor()).abs() <= 1);
        let mut before = 0.0;
        for (number, point) in points.iter().enumerate() {
            let counted = known.channels.iter().filter_map(|months| months.get(number)?.revenue);
            let counted: f64 = counted.map(|revenue| plan.currency.units(revenue)).sum();
            let so_far = plan.currency.units(point.expected);
            prop_assert!(so_far - before >= counted - 0.02, "month {number}: {} of {counted}", so_far - before);
            before = so_far;
        }
    }

    /// A plan of which nothing happened otherwise is the plan.
    #[test]
    fn what_goes_as_planned_changes_nothing(over in 1_u32..=12) {
        let mut plan = worked();
        let report = calc::report(&plan);
        let mut rows = Vec::new();
        for (channel, row) in plan.allocation.channels.iter().zip(&report.allocation.channels) {
            let up_to = |months: u32| channel.spend.minor() * i64::from(months) / 12;
            rows.extend((0..over).map(|number| ChannelActual {
                month: plan.period.month_start(number),
                channel: channel.id.clone(),
                spend: Money::from_minor(up_to(number + 1) - up_to(number)),
                registrations: Some(row.won.registrations / 12.0),
                leads: None,
                customers: None,
                revenue: None,
            }));
        }
        Arc::make_mut(&mut plan.actuals).channels = rows;
        let happened = calc::report(&plan);
        // Months cannot share a fen: the money of those to come may be some fen more or less.
        for (one, other) in [
            (happened.chain.total.revenue, report.chain.total.revenue),
            (happened.expected().total.won.registrations, report.allocation.total.won.registrations),
        ] {
            prop_assert!((one - other).abs() <= 1e-6 * other, "{one} and {other}");
        }
        prop_assert_eq!(happened.chain.total.money, report.chain.total.money);
    }

    /// What an input is said to move is what it moves.
    #[test]
    fn only_what_has_not_happened_can_be_moved(rows in rows(), index in 0_usize..9, by_customers: bool) {
        let plan = with(&rows);
        let index = index % plan.allocation.channels.len();
        let report = calc::report(&plan);
        let Some(happened) = &report.happened else { return Ok(()) };
        let result = |plan: &Plan| {
            let total = calc::report(plan).chain.total;
            if by_customers { total.customers } else { total.revenue }
        };
        let moved = happened.moved(&plan, &report.allocation, index, by_customers);
        let rate = report.allocation.channels[index].lead_rate;
        let mut better = plan.clone();
        Arc::make_mut(&mut better.allocation).channels[index].lead_rate = Some(Estimate::exactly(rate * 1.5));
        near(result(&better) - result(&plan), 0.5 * moved.lead_rate)?;
        let class = plan.allocation.channels[index].task.class();
        let others: f64 = (0..plan.allocation.channels.len())
            .filter(|other| plan.allocation.channels[*other].task.class() == class)
            .map(|other| happened.moved(&plan, &report.allocation, other, by_customers).close_rate)
            .sum();
        let events = plan.events.iter().zip(&report.allocation.events).filter(|(event, _)| event.class == class);
        let events: f64 = events.map(|(_, row)| if by_customers { row.won.customers } else { row.won.revenue }).sum();
        let mut better = plan.clone();
        let allocation = Arc::make_mut(&mut better.allocation);
        let rates = if class == Class::A { &mut allocation.class_a } else { &mut allocation.class_b };
        rates.close_rate.likely *= 1.5;
        near(result(&better) - result(&plan), 0.5 * (others + events))?;
    }

    /// Whatever is typed, the chain comes out as numbers.
    #[test]
    fn any_plan_comes_out_as_numbers(plan in plans::plan()) {
        let report = calc::report(&plan);
        for row in &report.expected().channels {
            let won = row.won;
            prop_assert!([won.registrations, won.leads, won.customers, won.revenue].iter().all(|number| number.is_finite() && *number >= 0.0));
        }
    }
}

/// All of the year is over, and all of it is known.
#[test]
fn what_is_over_does_not_scatter() {
    let mut plan = worked();
    let rows: Vec<Row> = (0..plan.allocation.channels.len())
        .flat_map(|channel| {
            (0..12).map(move |month| (channel, month, Some(100), Some(10), Some(2), Some(1), Some(500)))
        })
        .collect();
    plan.actuals = with(&rows).actuals;
    (plan.events, plan.ripples) = (Arc::default(), Arc::default());
    let report = calc::report(&plan);
    let odds = odds(&plan, &report, &Settings { draws: 500, seed: 1, threads: 1, stop: &|| false }).unwrap();
    assert_eq!((odds.registrations.p10, odds.registrations.p90), (odds.registrations.mean, odds.registrations.mean));
    assert_eq!((odds.revenue.p10, odds.revenue.p90), (odds.revenue.mean, odds.revenue.mean));
    assert_eq!(report.expected().total.won.customers, 12.0 * plan.allocation.channels.len() as f64);
}
