//! The goal's figures.

use std::sync::Arc;

use proptest::prelude::*;
use ripple_planner::calc::goal::{TieOut, target};
use ripple_planner::calc::report;
use ripple_planner::plan::goal::{Milestone, Target};
use ripple_planner::plan::{Money, Period, Plan};

fn plan(target: Target) -> Plan {
    let mut plan = Plan::blank("goal", Period { start: jiff::civil::date(2026, 1, 1), months: 12 });
    Arc::make_mut(&mut plan.goal).target = target;
    plan
}

fn yuan(units: i64) -> Option<Money> {
    Money::from_minor(units * 100)
}

proptest! {
    #[test]
    fn each_figure_left_out_is_derived(
        customers in 1_i64..100_000, value in 1_i64..100_000, percent in 1_i64..=100, left_out in 0_usize..5,
    ) {
        let revenue = customers * value;
        let mut typed = Target {
            customers: Some(customers as f64),
            value_per_customer: yuan(value),
            revenue: yuan(revenue),
            share: Some(percent as f64 / 100.0),
            total_revenue: Money::from_minor(revenue * 10_000 / percent),
        };
        match left_out {
            0 => typed.customers = None,
            1 => typed.value_per_customer = None,
            2 => typed.revenue = None,
            3 => typed.share = None,
            _ => typed.total_revenue = None,
        }
        let plan = plan(typed);
        let figures = target(&plan);
        let units = |money: Money| plan.currency.units(money);
        let got = [
            figures.customers.unwrap().value,
            units(figures.value_per_customer.unwrap().value),
            units(figures.revenue.unwrap().value),
            figures.share.unwrap().value,
            units(figures.total_revenue.unwrap().value),
        ];
        let total = revenue as f64 * 100.0 / percent as f64;
        let given = [customers as f64, value as f64, revenue as f64, percent as f64 / 100.0, total];
        for (got, given) in got.into_iter().zip(given) {
            // Amounts are whole fen, so a total may be off by one.
            prop_assert!((got - given).abs() <= 0.02_f64.max(1e-6 * given), "{} for {}", got, given);
        }
        let derived = [
            figures.customers.unwrap().derived,
            figures.value_per_customer.unwrap().derived,
            figures.revenue.unwrap().derived,
            figures.share.unwrap().derived,
            figures.total_revenue.unwrap().derived,
        ];
        prop_assert_eq!(derived, std::array::from_fn(|index| index == left_out));
        let agrees = matches!(report(&plan).goal.tie_out, TieOut::Agrees { .. });
        prop_assert!(agrees || revenue < 1_000);
    }
}

#[test]
fn two_figures_left_out_on_different_sides_are_derived_too() {
    let typed =
        Target { customers: Some(1_500.0), share: Some(0.3), total_revenue: yuan(120_000_000), ..Target::default() };
    let figures = target(&plan(typed));
    assert_eq!(figures.revenue.unwrap().value, yuan(36_000_000).unwrap());
    assert_eq!(figures.value_per_customer.unwrap().value, yuan(24_000).unwrap());
}

#[test]
fn half_a_percent_is_the_tolerance() {
    let ties = |revenue: i64| {
        let typed = Target {
            customers: Some(1_000.0),
            value_per_customer: yuan(1_000),
            revenue: None,
            share: Some(0.5),
            total_revenue: yuan(2 * revenue),
        };
        report(&plan(typed)).goal.tie_out
    };
    assert_eq!(ties(1_000_000), TieOut::Agrees { difference: Money::ZERO });
    assert_eq!(ties(995_000), TieOut::Agrees { difference: yuan(5_000).unwrap() });
    assert!(matches!(ties(994_999), TieOut::Clashes { .. }));
    assert!(matches!(ties(1_005_025), TieOut::Agrees { .. }));
    assert!(matches!(ties(1_005_026), TieOut::Clashes { .. }));
}

#[test]
fn numbers_out_of_all_bounds_do_not_tie_out() {
    let typed = Target {
        customers: Some(f64::MAX),
        value_per_customer: yuan(1_000_000),
        revenue: yuan(1),
        share: Some(0.3),
        total_revenue: yuan(3),
    };
    assert_eq!(report(&plan(typed)).goal.tie_out, TieOut::TooLarge { field: "customers" });
}

#[test]
fn the_path_is_straight_between_milestones() {
    let mut plan = plan(Target { revenue: yuan(120), ..Target::default() });
    let milestone =
        |month, day, units| Milestone { day: jiff::civil::date(2026, month, day), revenue: yuan(units).unwrap() };
    Arc::make_mut(&mut plan.goal).path = vec![milestone(3, 31, 30), milestone(9, 15, 85), milestone(12, 31, 120)];
    let path: Vec<_> = report(&plan).goal.months.iter().map(|point| point.path.unwrap().minor()).collect();
    // Mid-September is eight and a half months in.
    let given = [1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000, 9_000, 10_000, 11_000, 12_000];
    assert_eq!(path, given);
}
