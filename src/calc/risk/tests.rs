//! Proposals against every split of small plans, closed forms, and the odds themselves.

mod in_months;

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::calc;
use crate::calc::odds::{DRAWS, odds};
use crate::generated_plans as plans;
use crate::plan::allocation::{ClassRates, Objective};
use crate::plan::goal::Measure;
use crate::plan::{Channel, Curve, Estimate, Id, Period, Range, Task};

fn settings(draws: u32, threads: usize) -> Settings<'static> {
    Settings { draws, seed: 1, threads, stop: &|| false }
}

fn proposed(plan: &Plan, draws: u32) -> (Problem, Proposals) {
    let report = calc::report(plan);
    let problem = Problem::of_plan_for(report.basis(plan), Objective::Revenue);
    let proposals = proposals(plan, &report, &problem, &settings(draws, 2)).unwrap();
    (problem, proposals)
}

fn worked_case() -> Plan {
    crate::file::read_text(include_str!("../../../saved_plans/worked-case.ron")).unwrap()
}

/// A channel of class A: half of its ceiling, by a spend in units, a shape, and a range of its registrations.
fn channel(number: usize, (ceiling, half, shape): (f64, i64, f64), range: Option<(f64, f64)>, plan: &Plan) -> Channel {
    let mut channel = Channel::new(Id::new(&format!("channel-{number}")), format!("Channel {number}"), Task::A);
    let half_spend = plan.currency.whole(half).unwrap();
    channel.curve = Curve::SShaped { ceiling, half_spend, shape, base: 0.0 };
    channel.registrations_range = range.map(|(low, high)| Range { low, high });
    channel.lead_rate = Some(Estimate::exactly(0.1));
    channel
}

/// A plan in which a lead is a customer and brings 1,000.
fn blank(budget: i64, step: i64, target: i64) -> Plan {
    let mut plan = Plan::blank("", Period { start: jiff::civil::date(2026, 1, 1), months: 12 });
    let whole = |units| plan.currency.whole(units).unwrap();
    let (budget, step, target, value) = (whole(budget), whole(step), whole(target), whole(1_000));
    let allocation = Arc::make_mut(&mut plan.allocation);
    (allocation.budget, allocation.step) = (Some(budget), Some(step));
    allocation.class_a = ClassRates { close_rate: Estimate::exactly(1.0), value: Estimate::exactly(value) };
    let goal = Arc::make_mut(&mut plan.goal);
    (goal.headline, goal.target.revenue) = (Measure::Revenue, Some(target));
    plan
}

fn with_channels(mut plan: Plan, channels: Vec<Channel>) -> Plan {
    Arc::make_mut(&mut plan.allocation).channels = channels;
    plan
}

fn of(proposals: &Proposals, best: Best) -> &Proposal {
    proposals.proposals.iter().find(|proposal| proposal.best == best).unwrap()
}

/// A measure, and how far so many draws may be off.
fn by(best: Best, standing: &Standing) -> (f64, f64) {
    let measured = |measured: Measured| (measured.value, measured.standard_error);
    match best {
        Best::Average => measured(standing.average),
        Best::BadYear => measured(standing.bad_year),
        Best::Chance => standing.chance.map(|chance| (chance.value, chance.standard_error)).unwrap(),
    }
}

/// Four channels with ranges from narrow to wide, some of them off or at least: plans in which the three differ.
fn small(kind: usize) -> Plan {
    let target = [16_000, 21_000, 26_000][kind % 3];
    let plan = blank(60_000, 5_000, target);
    let shapes = [
        [(120.0, 20_000, 1.0), (150.0, 25_000, 1.6), (110.0, 15_000, 1.0), (260.0, 45_000, 2.0)],
        [(200.0, 30_000, 1.0), (190.0, 30_000, 1.0), (205.0, 30_000, 1.2), (180.0, 25_000, 1.0)],
    ][kind / 3 % 2];
    let ranges = [None, Some((0.8, 1.3)), Some((0.4, 2.0)), Some((0.3, 4.0))];
    let mut channels: Vec<Channel> =
        shapes.into_iter().zip(ranges).enumerate().map(|(n, (shape, range))| channel(n, shape, range, &plan)).collect();
    (channels[3].off_or_min, channels[3].min) = (true, plan.currency.whole(20_000));
    with_channels(plan, channels)
}

/// By enumeration: every multiple of the step for every channel, judged by the same draws.
#[test]
fn nothing_on_the_grid_is_clearly_better() {
    const DRAWS: u32 = 8_000;
    let mut differ = 0;
    for kind in 0..6 {
        let plan = small(kind);
        let (problem, proposals) = proposed(&plan, DRAWS);
        let report = calc::report(&plan);
        let money = Money::of(Ask::Whole(&problem), 4, &|| false);
        let worths = Worths::of(&plan, &report, Measure::Revenue);
        let shown = Sample::draw(&worths, &money, &settings(DRAWS, 1)).unwrap();
        let desk = Desk { scale: Scale::of(&plan, &report), money: &money, shown: &shown };
        let steps = || (0..=12_u32).map(|steps| 5_000.0 * f64::from(steps));
        let mut best = [f64::NEG_INFINITY; 3];
        for (a, b, c) in steps().flat_map(|a| steps().flat_map(move |b| steps().map(move |c| (a, b, c)))) {
            let spends = [a, b, c, 60_000.0 - a - b - c];
            if spends[3] >= 0.0 && problem.allows(&spends) {
                let standing = desk.standing(&spends);
                for (best, kind) in best.iter_mut().zip(Best::ALL) {
                    *best = best.max(by(kind, &standing).0);
                }
            }
        }
        for (best, kind) in best.into_iter().zip(Best::ALL) {
            let proposal = of(&proposals, kind);
            let (found, error) = by(kind, &proposal.standing);
            assert!(
                best <= found + 2.0 * error,
                "{kind:?} of {kind}: {best}, found {found} ± {error}",
                kind = kind as u8
            );
            assert!(proposal.bound >= best * (1.0 - 1e-9), "{kind:?}: the bound {} is beaten: {best}", proposal.bound);
            assert!(problem.allows(&proposal.spends));
        }
        let [one, other, third] = Best::ALL.map(|best| &of(&proposals, best).spends);
        differ += usize::from(one != other) + usize::from(other != third);
    }
    assert!(differ >= 4, "plans in which it matters what is wanted");
}

/// Two channels for the same money, one sure and one not: for a goal that the sure one cannot reach all is dared.
#[test]
fn a_far_goal_is_dared_and_a_bad_year_is_not() {
    let plan = blank(10_000, 100, 12_000);
    let line = |number, range| {
        let mut channel = channel(number, (1.0, 1, 1.0), range, &plan);
        let cost_per_registration = plan.currency.whole(100).unwrap();
        channel.curve = Curve::Linear { cost_per_registration, ceiling: 1e6, base: 0.0 };
        channel
    };
    // 100 registrations, 10 customers, 10,000; or that times a factor with the median 1 and one in twenty below one half.
    let plan = with_channels(plan.clone(), vec![line(0, None), line(1, Some((0.5, 2.0)))]);
    let (_, proposals) = proposed(&plan, 20_000);
    let likely = of(&proposals, Best::Chance);
    assert_eq!(likely.spends, [0.0, 10_000.0]);
    // ln 1.2 ÷ (ln 2 ÷ 1.6449) = 0.43266 standard deviations: 33.264 % lie above.
    let chance = likely.standing.chance.unwrap();
    assert!((chance.value - 0.332_64).abs() < 4.0 * chance.standard_error, "{chance:?}");
    let safe = of(&proposals, Best::BadYear);
    assert_eq!((&safe.spends, safe.standing.bad_year.value), (&vec![10_000.0, 0.0], 10_000.0));
    assert!(safe.proven, "who knows the draw afterwards has no more in a bad year: {safe:?}");
    // The mean of the factor is e^(σ²/2) = 1.0928, so that all is dared on average too.
    let average = of(&proposals, Best::Average);
    assert_eq!((&average.spends, average.proven), (&vec![0.0, 10_000.0], true));
    let mean = average.standing.average;
    assert!((mean.value - 10_928.0).abs() < 4.0 * mean.standard_error, "{mean:?}");
    let ends = [proposals.frontier.first(), proposals.frontier.last()].map(|end| end.unwrap().average.value);
    assert!((ends[0] - mean.value).abs() < 1e-6 && (ends[1] - 10_000.0).abs() < 1e-6, "{ends:?}");
}

#[test]
fn without_ranges_all_three_are_the_proven_best() {
    let mut plan = small(1);
    Arc::make_mut(&mut plan.allocation).channels.iter_mut().for_each(|channel| channel.registrations_range = None);
    let (problem, proposals) = proposed(&plan, 500);
    let answer = calc::best_allocation::solve(&problem, &mut calc::best_allocation::Control::unwatched()).unwrap();
    assert_eq!((proposals.ranges, proposals.proposals.len(), proposals.frontier.len()), (0, 3, 1));
    for proposal in &proposals.proposals {
        assert!(proposal.proven && answer.certified);
        assert_eq!(proposal.spends, answer.spends);
        let standing = proposal.standing;
        assert!((standing.average.value / answer.response - 1.0).abs() < 1e-9);
        assert!((standing.bad_year.value / answer.response - 1.0).abs() < 1e-9);
        let reached = if answer.response >= 21_000.0 { 1.0 } else { 0.0 };
        assert_eq!(standing.chance, Some(Chance { value: reached, standard_error: 0.0 }));
    }
}

/// A standing is what the odds of its plan say.
fn has_odds_of(standing: &Standing, plan: &Plan, draws: u32) {
    let odds = odds(plan, &calc::report(plan), &settings(draws, 2)).unwrap();
    let near = |found: f64, expected: f64| assert!((found / expected - 1.0).abs() < 1e-9, "{found} is not {expected}");
    near(standing.average.value, odds.revenue.mean);
    near(standing.bad_year.value, odds.revenue.p10);
    assert_eq!(standing.chance, odds.headline_chance());
}

#[test]
fn the_present_and_every_proposal_have_the_odds_of_the_plan() {
    let plan = worked_case();
    let (problem, proposals) = proposed(&plan, DRAWS);
    has_odds_of(&proposals.present, &plan, DRAWS);
    for proposal in &proposals.proposals {
        let mut adopted = plan.clone();
        let amounts = problem.amounts(&plan, &proposal.spends);
        let channels = &mut Arc::make_mut(&mut adopted.allocation).channels;
        channels.iter_mut().zip(amounts).for_each(|(channel, amount)| channel.spend = amount);
        has_odds_of(&proposal.standing, &adopted, DRAWS);
    }
}

#[test]
fn threads_change_nothing_and_it_stops_when_told_to() {
    let plan = small(4);
    let report = calc::report(&plan);
    let problem = Problem::of_plan_for(report.basis(&plan), Objective::Revenue);
    let one = proposals(&plan, &report, &problem, &settings(5_000, 1)).unwrap();
    assert_eq!(proposals(&plan, &report, &problem, &settings(5_000, 3)).unwrap(), one);
    let stop = Settings { stop: &|| true, ..settings(5_000, 1) };
    assert_eq!(proposals(&plan, &report, &problem, &stop), Err(Refusal::Stopped));
}

#[test]
fn what_cannot_be_is_said() {
    let mut plan = small(0);
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.channels[0].min = plan.currency.whole(70_000);
    let report = calc::report(&plan);
    let problem = Problem::of_plan_for(report.basis(&plan), Objective::Revenue);
    let refused = proposals(&plan, &report, &problem, &settings(100, 1));
    assert!(matches!(refused, Err(Refusal::Clashes(clashes)) if !clashes.is_empty()));
    let mut plan = small(0);
    Arc::make_mut(&mut plan.allocation).class_a.close_rate = Estimate::exactly(0.0);
    let report = calc::report(&plan);
    let problem = Problem::of_plan_for(report.basis(&plan), Objective::Revenue);
    assert_eq!(proposals(&plan, &report, &problem, &settings(100, 1)), Err(Refusal::NothingToWin));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Whatever is typed: limits are kept, nothing is above its bound, and none is worse than the plan as it is.
    #[test]
    fn never_worse_than_the_present_plan(plan in plans::plan()) {
        let report = calc::report(&plan);
        let problem = Problem::of_plan_for(report.basis(&plan), Objective::Revenue);
        let Ok(proposals) = proposals(&plan, &report, &problem, &settings(400, 1)) else { return Ok(()) };
        let present = problem.present_spends().filter(|present| problem.allows(present));
        for proposal in &proposals.proposals {
            let (found, _) = by(proposal.best, &proposal.standing);
            prop_assert!(found.is_finite() && problem.allows(&proposal.spends), "{proposal:?}");
            prop_assert!(found <= proposal.bound + 1e-9 * proposal.bound.abs(), "{proposal:?}");
            if present.is_some() {
                prop_assert!(found >= by(proposal.best, &proposals.present).0, "{proposal:?}");
            }
        }
    }
}
