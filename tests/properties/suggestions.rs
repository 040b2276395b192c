//! A better split, held against the plan that has adopted it.

use std::sync::Arc;

use proptest::prelude::*;
use ripple_planner::calc::rest::Sought;
use ripple_planner::calc::{Suggestion, report};
use ripple_planner::file::read_text;
use ripple_planner::plan::allocation::Objective;
use ripple_planner::plan::{Estimate, Money, Plan};

use crate::common::plans::plan;

/// What the allocation of a plan brings in revenue, in currency units, calculated from its budgets.
fn revenue(plan: &Plan) -> f64 {
    Sought::of(plan).allocation.revenue.iter().sum()
}

fn adopted(plan: &Plan, suggestion: &Suggestion) -> Plan {
    let mut plan = plan.clone();
    suggestion.put_into(Arc::make_mut(&mut plan.allocation));
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

proptest! {
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
