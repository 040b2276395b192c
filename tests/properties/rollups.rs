//! Many plans added up: exact sums, what plans share, and what they do not.

use std::sync::Arc;

use proptest::prelude::*;
use ripple_planner::calc::odds::{DRAWS, Drawn, SEED, Settings, Together, odds};
use ripple_planner::calc::rollup::rollup;
use ripple_planner::calc::{Report, report};
use ripple_planner::file::read_text;
use ripple_planner::plan::{Estimate, Money, Plan};

use crate::common::plans;

fn settings(threads: usize) -> Settings<'static> {
    Settings { draws: DRAWS, seed: SEED, threads, stop: &|| false }
}

fn english() -> Plan {
    read_text(include_str!("../../saved_plans/worked-case.ron")).unwrap()
}

fn chinese() -> Plan {
    read_text(include_str!("../../saved_plans/worked-case.zh-CN.ron")).unwrap()
}

fn calculated(plans: &[Plan]) -> Vec<(Plan, Report)> {
    plans.iter().map(|plan| (plan.clone(), report(plan))).collect()
}

fn revenue(plans: &[Plan]) -> Vec<f64> {
    match Together::of(&calculated(plans)).draw(&settings(2)).unwrap().revenue {
        Drawn::Values(values) => values,
        Drawn::Fixed(number) => vec![number; DRAWS as usize],
    }
}

fn shared(plans: &[Plan]) -> usize {
    Together::of(&calculated(plans)).shared()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn variance(values: &[f64]) -> f64 {
    let mean = mean(values);
    values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / values.len() as f64
}

/// Another unit: nothing in it is called as in the first, and its class rates are of another company.
fn apart(mut plan: Plan) -> Plan {
    plan.company.push_str(" West");
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.channels.iter_mut().for_each(|channel| channel.name.push_str(" West"));
    allocation.groups.iter_mut().for_each(|group| group.name.push_str(" West"));
    for event in Arc::make_mut(&mut plan.events) {
        event.name.push_str(" West");
    }
    for ripple in Arc::make_mut(&mut plan.ripples) {
        ripple.name.push_str(" West");
    }
    plan
}

#[test]
fn a_plan_by_itself_has_its_own_odds_to_the_last_bit() {
    for plan in [english(), chinese()] {
        let all = calculated(std::slice::from_ref(&plan));
        let alone = odds(&plan, &all[0].1, &settings(2)).unwrap();
        let found = rollup(&all, &settings(2)).unwrap().odds.unwrap();
        assert_eq!((found.revenue, found.customers), (alone.revenue, alone.customers));
        let [customers, revenue, _] = alone.chances;
        assert_eq!((found.customer_chance, found.revenue_chance), (customers, revenue));
        assert_eq!((found.ranges, found.shared), (alone.ranges, 0));
    }
}

#[test]
fn plans_that_share_nothing_are_independent() {
    let (one, two) = (english(), apart(english()));
    assert_eq!(shared(&[one.clone(), two.clone()]), 0);
    let together = revenue(&[one.clone(), two.clone()]);
    let (alone, apart) = (revenue(&[one.clone(), one]), revenue(&[two.clone(), two]));
    let half = |values: &[f64]| values.iter().map(|value| value / 2.0).collect::<Vec<_>>();
    let (alone, apart) = (half(&alone), half(&apart));
    assert!((mean(&together) - mean(&alone) - mean(&apart)).abs() < 1e-6 * mean(&together), "draw by draw the sum");
    let ratio = variance(&together) / (variance(&alone) + variance(&apart));
    // Its standard error in so many draws of this lopsided sum is about 2 %.
    assert!((ratio - 1.0).abs() < 0.06, "{ratio}");
}

#[test]
fn plans_that_are_the_same_are_high_and_low_together() {
    let one = revenue(&[english(), english()]);
    let five = revenue(&[english(), english(), english(), english(), english()]);
    for (one, five) in one.iter().zip(&five) {
        assert!((five / 5.0 - one / 2.0).abs() <= 1e-9 * one, "{one} {five}");
    }
    let count = shared(&[english(), english()]);
    assert_eq!(count, odds(&english(), &report(&english()), &settings(2)).unwrap().ranges, "all of them");
    let mut other = english();
    other.company = "Another".to_owned();
    // Close rates and values of two classes are the company's.
    assert_eq!(shared(&[english(), other.clone()]), count - 4);
    (Arc::make_mut(&mut other.allocation).channels[0].name, other.company) = ("Else".to_owned(), english().company);
    assert_eq!(shared(&[english(), other.clone()]), count - 1);
    // Nothing typed is nothing shared.
    other.company.clear();
    let mut blank = other.clone();
    blank.title.clear();
    assert_eq!(shared(&[blank, other]), count - 4, "two plans without a company");
}

/// A plan in which a single number is uncertain.
fn one_range(low: f64, high: f64) -> Plan {
    let mut plan = english();
    let allocation = Arc::make_mut(&mut plan.allocation);
    let sure = |estimate: &mut Estimate<f64>| estimate.range = None;
    for class in [&mut allocation.class_a, &mut allocation.class_b] {
        sure(&mut class.close_rate);
        class.value.range = None;
    }
    allocation.groups.iter_mut().filter_map(|group| group.lead_rate.as_mut()).for_each(sure);
    for channel in &mut allocation.channels {
        channel.lead_rate.iter_mut().for_each(sure);
        channel.registrations_range = None;
    }
    allocation.class_a.close_rate = Estimate::between(0.1, low, high);
    for event in Arc::make_mut(&mut plan.events) {
        sure(&mut event.contacts);
        sure(&mut event.lead_rate);
    }
    plan.ripples = Arc::default();
    plan
}

#[test]
fn the_same_name_with_other_numbers_is_drawn_by_the_same_luck() {
    let (narrow, wide) = (one_range(0.09, 0.11), one_range(0.02, 0.3));
    let pair = [narrow.clone(), wide.clone()];
    assert_eq!((shared(&pair), Together::of(&calculated(&pair)).ranges()), (1, 2));
    let half = |plan: &Plan| revenue(&[plan.clone(), plan.clone()]).iter().map(|sum| sum / 2.0).collect::<Vec<_>>();
    let (narrow, wide, both) = (half(&narrow), half(&wide), revenue(&pair));
    let mut order: Vec<usize> = (0..narrow.len()).collect();
    order.sort_by(|one, other| narrow[*one].total_cmp(&narrow[*other]));
    assert!(order.windows(2).all(|pair| wide[pair[0]] <= wide[pair[1]]), "high and low together");
    for draw in 0..both.len() {
        assert!((narrow[draw] + wide[draw] - both[draw]).abs() <= 1e-9 * both[draw]);
    }
}

#[test]
fn threads_and_the_order_of_files_change_nothing() {
    let plans = [english(), chinese(), apart(english())];
    let all = calculated(&plans);
    let found = |threads| rollup(&all, &settings(threads)).unwrap();
    assert_eq!(found(1).odds, found(3).odds);
    let turned: Vec<Plan> = plans.iter().rev().cloned().collect();
    let turned = rollup(&calculated(&turned), &settings(2)).unwrap();
    assert_eq!(turned.total.money, found(1).total.money);
    let chances = [turned, found(1)].map(|found| found.odds.unwrap().revenue_chance.unwrap().value);
    assert!((chances[0] - chances[1]).abs() < 2e-4, "rounding of sums alone: {chances:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn sums_are_exact_and_units_add_up(plans in prop::collection::vec(plans::plan(), 1..5)) {
        let currency = plans[0].currency.clone();
        let plans: Vec<Plan> = plans.into_iter().map(|plan| Plan { currency: currency.clone(), ..plan }).collect();
        let all = calculated(&plans);
        let few = Settings { draws: 300, ..settings(2) };
        let found = rollup(&all, &few).unwrap();
        let money = |report: &Report| (!report.allocation.too_large).then_some(report.allocation.total.spend);
        let amounts: Option<Vec<Money>> = all.iter().map(|(_, report)| money(report)).collect();
        prop_assert_eq!(found.total.money, amounts.and_then(Money::total));
        prop_assert_eq!(found.plans.len(), plans.len());
        prop_assert_eq!(found.total.plans, plans.len());
        prop_assert_eq!(found.periods.iter().map(|(_, count)| count).sum::<usize>(), plans.len());
        if !found.units.is_empty() {
            prop_assert_eq!(found.units.iter().map(|(_, sums)| sums.plans).sum::<usize>(), plans.len());
            let amounts: Option<Vec<Money>> = found.units.iter().map(|(_, sums)| sums.money).collect();
            prop_assert_eq!(amounts.and_then(Money::total), found.total.money);
        }
        prop_assert!(found.odds.is_some());
    }

    #[test]
    fn other_currencies_are_refused(plan in plans::plan(), digits in 0_u8..=4) {
        let mut other = plan.clone();
        other.currency.digits = digits;
        let all = calculated(&[plan.clone(), plan.clone(), other.clone()]);
        let found = rollup(&all, &Settings { draws: 100, ..settings(1) });
        match found {
            Ok(_) => prop_assert_eq!(plan.currency, other.currency),
            Err(refused) => {
                prop_assert_eq!(refused.plan, 2);
                prop_assert_eq!((refused.first, refused.other), (plan.currency, other.currency));
            }
        }
    }
}
