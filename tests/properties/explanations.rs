//! An explanation never tells what is not so: its formula, with its values put in, comes to the number that is explained.

use std::sync::Arc;

use proptest::prelude::*;
use ripple_planner::calc::explain::{Asked, Explanation, Figure, Kind, Lead, OfChannel, OfParty, Term, Unit};
use ripple_planner::calc::odds::{Settings, odds};
use ripple_planner::calc::{self, Place};
use ripple_planner::file;
use ripple_planner::plan::{Period, Plan};

use crate::common::plans;

const SAVED: [&str; 4] = [
    include_str!("../../saved_plans/worked-case.ron"),
    include_str!("../../saved_plans/worked-case.zh-CN.ron"),
    include_str!("../../saved_plans/worked-case-track.ron"),
    include_str!("../../saved_plans/blank.ron"),
];

/// The largest number on the way to a result: what is lost in rounding is measured by it.
fn largest(term: &Term, argument: f64) -> f64 {
    let inner = if let Term::Call(call) = term { call.argument.with(argument) } else { argument };
    let parts = term.parts().into_iter().map(|part| largest(part, inner));
    parts.fold(term.with(argument).abs(), |most, part| if part.is_nan() { most } else { most.max(part) })
}

/// How far a formula may be off: by the last bits of what it adds up, and where an amount is rounded, by that.
fn tolerance(plan: &Plan, explanation: &Explanation) -> f64 {
    let unit = 1.0 / plan.currency.minor_per_unit() as f64;
    let rounded = match (&explanation.figure, explanation.unit) {
        // So that all shares add up to the total, each is up to a minor unit away from its exact part, for each rule.
        (Figure::Party(_, _, OfParty::Share) | Figure::Pool(..), _) => {
            unit * plan.events.iter().map(|event| event.items.len()).max().unwrap_or(0) as f64
        }
        (_, Unit::Money) => 0.51 * unit,
        _ => 0.0,
    };
    rounded + 1e-9 * largest(&explanation.term, f64::NAN).max(explanation.value.abs())
}

/// Checks every figure of a plan; returns how many are explained.
fn check(plan: &Plan, draws: Option<u32>) -> usize {
    let report = calc::report(plan);
    let odds = draws.and_then(|draws| odds(plan, &report, &Settings { draws, seed: 1, threads: 1, stop: &|| false }));
    let asked = Asked { plan, report: &report, odds: odds.as_ref() };
    let mut explained = 0;
    for figure in Figure::all(plan) {
        let Some(explanation) = asked.explain(&figure) else { continue };
        let (says, is) = (explanation.term.value(), explanation.value);
        let off = (says - is).abs();
        assert!(
            off <= tolerance(plan, &explanation),
            "{figure:?} is {is}, but its formula says {says}: {:#?}",
            explanation.term
        );
        for source in explanation.term.sources() {
            if let Some(Lead::Figure(other)) = &source.lead {
                assert_eq!(asked.value(other).map(|(value, _)| value), Some(source.value), "{figure:?}");
                assert_ne!(other, &figure, "a figure that explains itself by itself");
            }
        }
        explained += 1;
    }
    explained
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_formula_comes_to_the_number_it_explains(plan in plans::plan()) {
        check(&plan, None);
    }
}

#[test]
fn every_number_of_the_saved_plans_is_what_its_formula_says() {
    let explained = SAVED.map(|text| check(&file::read_text(text).unwrap(), Some(500)));
    assert!(explained[0] > 250 && explained[1] == explained[0] && explained[2] > explained[0], "{explained:?}");
}

#[test]
fn a_blank_plan_has_nothing_to_explain_but_zeros() {
    let plan = Plan::blank("", Period { start: jiff::civil::date(2026, 1, 1), months: 12 });
    check(&plan, None);
}

#[test]
fn what_is_typed_leads_to_its_field_and_what_follows_leads_on() {
    let plan: Plan = file::read_text(SAVED[0]).unwrap();
    let report = calc::report(&plan);
    let asked = Asked { plan: &plan, report: &report, odds: None };
    let channel = &plan.allocation.channels[0].id;
    let next = asked.explain(&Figure::Channel(channel.clone(), calc::explain::By::Plan, OfChannel::Next)).unwrap();
    let sources = next.term.sources();
    let spend = Place::item(calc::Section::Allocation, channel, "spend");
    let typed = sources.iter().find(|source| source.lead == Some(Lead::Field(spend.clone()))).unwrap();
    assert_eq!((typed.symbol, typed.kind), ("x", Kind::Typed));
    assert!(sources.iter().any(|source| source.kind == Kind::Fixed), "the next amount is the same in all rows");
}

#[test]
fn of_two_channels_with_one_id_nobody_says_which_is_meant() {
    let mut plan: Plan = file::read_text(SAVED[0]).unwrap();
    let twin = plan.allocation.channels[0].clone();
    Arc::make_mut(&mut plan.allocation).channels.push(twin.clone());
    let report = calc::report(&plan);
    let asked = Asked { plan: &plan, report: &report, odds: None };
    let figure = Figure::Channel(twin.id, calc::explain::By::Plan, OfChannel::Share);
    assert_eq!(asked.explain(&figure), None);
}
