//! A better split, held against the plan that has adopted it.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use ripple_planner::calc::best_allocation::won;
use ripple_planner::calc::{Report, Suggestion, report, schedule};
use ripple_planner::file::read_text;
use ripple_planner::plan::actuals::ChannelActual;
use ripple_planner::plan::allocation::Objective;
use ripple_planner::plan::{Estimate, Money, Plan};

use crate::common::plans::plan;

/// What the allocation of a plan brings in revenue, in currency units, calculated from its budgets and from what happened.
fn revenue(plan: &Plan) -> f64 {
    report(plan).expected().revenue.iter().sum()
}

fn adopted(plan: &Plan, suggestion: &Suggestion) -> Plan {
    let mut plan = plan.clone();
    let months = schedule::length(&plan);
    suggestion.change.put_into(Arc::make_mut(&mut plan.allocation), months);
    plan
}

/// Customers of class B are worth ten times as much, and nothing keeps money with them.
fn dear_class_b() -> Plan {
    let mut plan: Plan = read_text(include_str!("../../saved_plans/worked-case.ron")).unwrap();
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.class_b.value = Estimate::exactly(Money::from_minor(200_000_000).unwrap());
    allocation.tasks.b.min = None;
    plan
}

#[test]
fn more_registrations_for_less_revenue_are_no_plain_advice() {
    let mut plan = dear_class_b();
    let codes = |plan: &Plan| report(plan).findings.iter().map(|finding| finding.code().to_owned()).collect::<Vec<_>>();
    let advised = codes(&plan);
    assert!(advised.contains(&"better-split-less-revenue".to_owned()), "{advised:?}");
    assert!(!advised.contains(&"better-split".to_owned()));
    Arc::make_mut(&mut plan.allocation).objective = Some(Objective::Revenue);
    let suggestion = report(&plan).same_money.unwrap();
    assert_eq!(suggestion.revenue_lost, Money::ZERO);
    assert!(revenue(&adopted(&plan, &suggestion)) > revenue(&plan));
}

/// Months of channels of the worked case: how much more or less than planned is spent, and won.
fn happened(over: u32, months: &[(f64, f64)]) -> Plan {
    let mut plan: Plan = read_text(include_str!("../../saved_plans/worked-case.ron")).unwrap();
    let report = report(&plan);
    let channels = plan.allocation.channels.iter().zip(&report.allocation.channels);
    let rows = channels.zip(months.iter().cycle()).filter(|(_, (spend, _))| *spend > 0.1);
    let rows = rows.flat_map(|((channel, row), (spend, won))| {
        let month = |number| ChannelActual {
            month: plan.period.month_start(number),
            channel: channel.id.clone(),
            spend: plan.currency.amount(plan.currency.units(channel.spend) / 12.0 * spend),
            registrations: Some((row.won.registrations / 12.0 * won).round()),
            leads: None,
            customers: (number == 0).then_some(2.0),
            revenue: None,
        };
        (0..over).map(month).collect::<Vec<_>>()
    });
    let rows = rows.collect();
    Arc::make_mut(&mut plan.actuals).channels = rows;
    plan
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// What is proposed for the months that are left is what the plan then expects, and nothing that is spent is taken back.
    #[test]
    fn what_is_replanned_is_what_is_expected(
        over in 1_u32..=11,
        months in vec((0.0..1.6, 0.4..1.5), 1..9),
        objective in select(Objective::ALL.to_vec()),
    ) {
        let mut plan = happened(over, &months);
        Arc::make_mut(&mut plan.allocation).objective = Some(objective);
        let before = report(&plan);
        let Some(suggestion) = &before.same_money else { return Ok(()) };
        let then = report(&adopted(&plan, suggestion));
        let result = |report: &Report| won(&report.expected().total.won, objective);
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 * b.abs();
        prop_assert!(near(suggestion.change.present_response(), result(&before)), "{} {}", suggestion.change.present_response(), result(&before));
        prop_assert!(near(suggestion.answer.response, result(&then)), "{} {}", suggestion.answer.response, result(&then));
        prop_assert!(suggestion.answer.certified && suggestion.change.gain() >= -1e-9 * result(&before));
        let ahead = before.rest.iter().flat_map(|rest| &rest.channels);
        for ((row, amount), channel) in ahead.zip(&suggestion.change.amounts).zip(&plan.allocation.channels) {
            prop_assert!(channel.locked || row.as_ref().is_none_or(|ahead| *amount >= ahead.spent));
        }
        prop_assert!(then.expected().total.spend <= before.expected().total.spend);
    }

    #[test]
    fn the_revenue_that_a_split_loses_is_what_the_adopted_plan_lacks(plan in prop_oneof![plan(), Just(dear_class_b())]) {
        let Some(suggestion) = report(&plan).same_money else { return Ok(()) };
        let (before, after) = (revenue(&plan), revenue(&adopted(&plan, &suggestion)));
        let lost = plan.currency.units(suggestion.revenue_lost);
        let error = 1.0 + 1e-9 * before.abs().max(after.abs());
        let most = plan.currency.units(Money::LARGEST);
        prop_assert!((lost - (before - after).clamp(0.0, most)).abs() <= error, "{lost}, from {before} to {after}");
    }
}
