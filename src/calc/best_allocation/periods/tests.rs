//! Against all grids there are, and against what even spending must give.
#![allow(clippy::float_cmp)] // where nothing is calculated, the very number is expected

mod aims;
mod clashes;
mod explain;

use std::ops::ControlFlow;

use proptest::prelude::*;

use super::super::{Before, Candidate, GroupLimits, Limit, Per, Progress, Spend};
use super::super::{Problem as Whole, solve as solve_whole};
use super::*;
use crate::calc::curve::Response;

fn hill(ceiling: f64, half: f64, shape: f64) -> Response {
    Response::Hill { base: 0.0, ceiling, half, shape }
}

fn candidate(response: Response, spend: Spend, group: Option<usize>) -> Candidate {
    Candidate { response, weight: 1.0, spend, group, before: Before::default() }
}

fn free(response: Response) -> Candidate {
    candidate(response, Spend::Between { min: 0.0, max: f64::INFINITY }, None)
}

fn whole(budget: f64, step: f64, channels: Vec<Candidate>) -> Whole {
    Whole { aim: Aim::MostResponse { budget }, channels, groups: vec![], step, gap: 1e-6, present: None }
}

fn in_periods(whole: Whole, periods: usize) -> Problem {
    let courses = vec![Course::even(periods); whole.channels.len()];
    Problem { whole, most: vec![f64::INFINITY; periods], courses, present: None }
}

fn solved(problem: &Problem) -> Answer {
    solve(problem, &mut Control::unwatched()).unwrap()
}

/// Whether a grid keeps every limit, worked out from the problem alone.
fn is_allowed(problem: &Problem, grid: &[Vec<f64>]) -> bool {
    let tiny = 1e-9;
    let within = |sum: f64, min: f64, max: f64| sum >= min - tiny && sum <= max + tiny;
    let sums: Vec<f64> = grid.iter().map(|row| row.iter().sum()).collect();
    let periods = problem.most.len();
    let channel = |((one, course), row): ((&Candidate, &Course), &Vec<f64>)| {
        let sum: f64 = row.iter().sum();
        let (least, min, max) = match one.spend {
            Spend::Between { min, max } => (0.0, min, max),
            Spend::OffOr { min, max } => (min / f64::from(u32::try_from(periods).unwrap()), 0.0, max),
            Spend::Fixed(spend) => (0.0, spend, spend),
        };
        let cell = |(x, fixed): (&f64, &Option<f64>)| match fixed {
            Some(fixed) => (x - fixed).abs() < tiny,
            None => *x == 0.0 || *x >= least - tiny,
        };
        within(sum, min, max) && row.iter().zip(&course.fixed).all(cell)
    };
    let group = |(number, limits): (usize, &GroupLimits)| {
        let own = problem.whole.channels.iter().zip(&sums).filter(|(one, _)| one.group == Some(number));
        within(own.map(|(_, sum)| sum).sum(), limits.min, limits.max)
    };
    let period = |(number, most): (usize, &f64)| within(grid.iter().map(|row| row[number]).sum(), 0.0, *most);
    problem.whole.channels.iter().zip(&problem.courses).zip(grid).all(channel)
        && problem.whole.groups.iter().enumerate().all(group)
        && problem.most.iter().enumerate().all(period)
        && sums.iter().sum::<f64>() <= problem.whole.aim.budget() + tiny
}

/// The model's own words: what carries over, then s·r(T·z)/T.
fn response(problem: &Problem, grid: &[Vec<f64>]) -> f64 {
    let periods = f64::from(u32::try_from(problem.most.len()).unwrap());
    let mut all = 0.0;
    for ((one, course), row) in problem.whole.channels.iter().zip(&problem.courses).zip(grid) {
        let mean = course.seasons.iter().sum::<f64>() / periods;
        let spent: Vec<f64> = course.before.iter().chain(row).copied().collect();
        for period in 0..row.len() {
            let now = course.before.len() + period;
            let carried = (0..=now).map(|k| course.carry_over.powi(i32::try_from(k).unwrap()) * spent[now - k]);
            let works = (1.0 - course.carry_over) * carried.sum::<f64>();
            let season = if mean > 0.0 { course.seasons[period] / mean } else { 0.0 };
            all += one.weight * season * one.response.value(periods * works) / periods;
        }
    }
    all
}

/// How good an allocation is for what is asked: more is better; `None` where it does not do.
fn score(problem: &Problem, grid: &[Vec<f64>]) -> Option<f64> {
    let (value, spend) = (response(problem, grid), grid.iter().flatten().sum::<f64>());
    match problem.whole.aim {
        Aim::MostResponse { .. } => Some(value),
        Aim::LeastSpend { target, .. } => (value >= target - 1e-12 * target.abs()).then_some(-spend),
        Aim::CostTarget { cost, per: Per::Average, .. } => (spend <= cost * value * (1.0 + 1e-12)).then_some(value),
        Aim::CostTarget { cost, per: Per::Last, .. } => Some(value - spend / cost),
    }
}

/// The score of the best of all grids of whole steps up to a few a cell.
fn best_of_all(problem: &Problem, few: u32) -> Option<f64> {
    let periods = problem.most.len();
    let cells = periods * problem.courses.len();
    let choices = |cell: usize| match problem.courses[cell / periods].fixed[cell % periods] {
        Some(fixed) => vec![fixed],
        None => (0..=few).map(f64::from).collect(),
    };
    let choices: Vec<Vec<f64>> = (0..cells).map(choices).collect();
    let mut at = vec![0; cells];
    let mut best: Option<f64> = None;
    loop {
        let flat: Vec<f64> = at.iter().zip(&choices).map(|(at, choices)| choices[*at]).collect();
        let grid: Vec<Vec<f64>> = flat.chunks(periods).map(<[f64]>::to_vec).collect();
        if let Some(score) = is_allowed(problem, &grid).then(|| score(problem, &grid)).flatten() {
            best = Some(best.map_or(score, |best| best.max(score)));
        }
        let Some(place) = (0..cells).find(|&place| at[place] + 1 < choices[place].len()) else { return best };
        at[place] += 1;
        at[..place].fill(0);
    }
}

#[test]
fn even_spending_without_season_gives_just_the_numbers_of_the_whole() {
    let curves = [hill(900.0, 5_000.0, 1.0), Response::Linear { base: 7.0, cost: 3.0, ceiling: 400.0 }];
    let problem = in_periods(whole(f64::INFINITY, 0.0, curves.map(free).to_vec()), 12);
    let spends = [6_000.0, 900.0];
    let even = problem.evenly(&spends);
    let each = problem.whole.response(&spends);
    assert!((problem.response(&even) - each).abs() < 1e-9 * each);
    assert!((response(&problem, &even) - each).abs() < 1e-9 * each);
}

#[test]
fn concave_curves_are_spent_on_evenly() {
    let curves = [hill(900.0, 5_000.0, 1.0), hill(700.0, 9_000.0, 0.8), hill(90.0, 300.0, 1.0)];
    let plan = whole(10_000.0, 0.0, curves.map(free).to_vec());
    let all = solve_whole(&plan, &mut Control::unwatched()).unwrap();
    let answer = solved(&in_periods(plan, 12));
    assert!(answer.whole.certified && (answer.whole.response / all.response - 1.0).abs() < 1e-6);
    for (row, spend) in answer.periods.iter().zip(&all.spends) {
        for x in row {
            assert!((x - spend / 12.0).abs() < 1e-3 * spend, "{x} of {spend}");
        }
    }
}

#[test]
fn a_steep_curve_is_spent_on_in_half_of_the_months() {
    // At most half of what brings it past its bend in all months: better past it in six.
    let steep = hill(1_200.0, 12_000.0, 4.0);
    let bend = 12_000.0 * 3.0_f64.powf(0.25);
    let plan = whole(bend / 2.0, 0.0, vec![free(steep)]);
    let evenly = solve_whole(&plan, &mut Control::unwatched()).unwrap().response;
    let answer = solved(&in_periods(plan.clone(), 12));
    let on = answer.periods[0].iter().filter(|x| **x > 0.0).count();
    assert_eq!(on, 6);
    assert!(answer.whole.certified && answer.whole.response > 1.5 * evenly, "{evenly} {answer:?}");
    // With limits that cross it is found as well: as much a month as the bend asks for.
    let mut limited = in_periods(plan, 12);
    limited.most = vec![bend / 12.0; 12];
    limited.courses[0].carry_over = 1e-9;
    let answer = solved(&limited);
    assert_eq!(answer.periods[0].iter().filter(|x| **x > 1.0).count(), 6);
    assert!(answer.whole.gap < 1e-3, "{answer:?}");
}

#[test]
fn seasons_move_money_and_limits_of_a_month_keep_it() {
    let plan = whole(1_200.0, 1.0, vec![free(hill(900.0, 500.0, 1.0)), free(hill(500.0, 900.0, 1.0))]);
    let mut problem = in_periods(plan, 4);
    for course in &mut problem.courses {
        course.seasons = vec![2.0, 6.0, 2.0, 2.0];
    }
    let answer = solved(&problem);
    assert!(answer.periods[0][1] > answer.periods[0][0] && answer.whole.certified);
    problem.most = vec![400.0; 4];
    let limited = solved(&problem);
    assert!(limited.whole.binding.contains(&Limit::Period(1)) && limited.whole.certified, "{limited:?}");
    assert!(limited.whole.response < answer.whole.response);
    problem.courses[0].fixed[1] = Some(0.0);
    let closed = solved(&problem);
    assert_eq!(closed.periods[0][1], 0.0);
    assert!(closed.whole.response <= limited.whole.response);
}

#[test]
fn what_is_fixed_stays_and_sums_are_exact() {
    let locked = candidate(hill(400.0, 500.0, 2.0), Spend::Fixed(1_234.5), Some(0));
    let mut plan = whole(5_000.0, 10.0, vec![locked, free(hill(900.0, 900.0, 3.0))]);
    plan.groups = vec![GroupLimits { min: 0.0, max: 2_000.0 }];
    let mut problem = in_periods(plan, 12);
    problem.courses[1].fixed[2] = Some(100.0);
    let answer = solved(&problem);
    assert!((answer.periods[0].iter().sum::<f64>() - 1_234.5).abs() < 1e-9);
    assert_eq!(answer.periods[1][2], 100.0);
    assert!(answer.whole.total_spend <= 5_000.0 && is_allowed(&problem, &answer.periods));
    assert!((answer.whole.response - response(&problem, &answer.periods)).abs() < 1e-9 * answer.whole.response);
}

#[test]
fn what_was_spent_before_still_works() {
    let mut problem = in_periods(whole(600.0, 1.0, vec![free(hill(900.0, 500.0, 1.0))]), 6);
    problem.courses[0].carry_over = 0.5;
    let without = solved(&problem);
    problem.courses[0].before = vec![50.0, 200.0];
    let with = solved(&problem);
    assert!(with.whole.response > without.whole.response + 1.0);
    assert!((with.whole.response - response(&problem, &with.periods)).abs() < 1e-9 * with.whole.response);
    for answer in [&with, &without] {
        assert!(answer.whole.gap < 1e-3, "{answer:?}");
        // What works only later is not counted, so that the last month gets less.
        assert!(answer.periods[0][5] < answer.periods[0][3]);
    }
    assert!(problem.courses[0].to_come(&with.periods[0]) > 0.0);
}

#[test]
fn an_answer_is_never_worse_than_the_even_spread() {
    let mut problem = in_periods(whole(1_000.0, 1.0, vec![free(hill(900.0, 500.0, 1.0)); 2]), 12);
    problem.whole.gap = 0.5;
    let (answer, even) = solve_beside_even(&problem, &mut Control::unwatched()).unwrap();
    assert!(answer.whole.response >= even.unwrap());
    // It goes by the same steps as the answer does.
    let best = solve_whole(&problem.whole, &mut Control::unwatched()).unwrap();
    assert_eq!(even, Some(problem.response(&problem.evenly(&best.spends))));
    // What is fixed in a month stays there.
    problem.courses[0].fixed[3] = Some(0.0);
    let (_, even) = solve_beside_even(&problem, &mut Control::unwatched()).unwrap();
    assert!(even.unwrap() < answer.whole.response);
    // Nothing is said of an even spread that the limits do not leave: off for the whole time, or at least 600.
    let off = candidate(hill(900.0, 500.0, 1.0), Spend::OffOr { min: 600.0, max: 700.0 }, Some(0));
    let plan = whole(1_000.0, 1.0, vec![off, free(hill(900.0, 500.0, 1.0))]);
    let mut problem = in_periods(plan, 12);
    problem.whole.groups = vec![GroupLimits { min: 300.0, max: 500.0 }];
    let (answer, even) = solve_beside_even(&problem, &mut Control::unwatched()).unwrap();
    assert!(answer.whole.response > 0.0 && even.is_none(), "{even:?}");
}

#[test]
fn who_looks_on_may_end_the_search() {
    let curves = [hill(900.0, 500.0, 3.0), hill(500.0, 900.0, 2.5), hill(700.0, 300.0, 4.0)];
    let mut problem = in_periods(whole(900.0, 1.0, curves.map(free).to_vec()), 12);
    problem.most = vec![90.0; 12];
    problem.courses.iter_mut().for_each(|course| course.carry_over = 0.4);
    let best = solved(&problem);
    let mut seen = 0;
    let mut watch = |_: &Progress| {
        seen += 1;
        ControlFlow::Break(())
    };
    let mut control = Control { watch: Some(&mut watch), ..Control::unwatched() };
    let ended = solve(&problem, &mut control).unwrap();
    assert!(is_allowed(&problem, &ended.periods) && ended.whole.response <= best.whole.response);
    assert!(ended.whole.bound >= best.whole.response && !ended.whole.certified, "{ended:?}");
    assert!((1..40).contains(&seen), "{seen}");
    // Work counts down over all questions.
    let mut control = Control::unwatched();
    solve(&problem, &mut control).unwrap();
    let worked = u64::MAX - control.most_work;
    assert!(worked > 10_000);
    let mut control = Control { most_work: worked / 100, ..Control::unwatched() };
    problem.whole.aim = Aim::LeastSpend { target: 0.5 * best.whole.response, budget: f64::INFINITY };
    let _ = solve(&problem, &mut control);
    assert_eq!(control.most_work, 0);
}

/// No price makes a first period spend just what is fixed there but for a last digit: it must not grow until it bounds less
/// than there is.
#[test]
fn a_bound_holds_where_a_fixed_spend_is_met_but_for_a_digit() {
    let off = candidate(hill(48.6, 14.4, 1.0), Spend::OffOr { min: 1.0, max: 5.0 }, None);
    let steep = candidate(hill(62.3, 7.5, 4.35), Spend::Between { min: 0.0, max: f64::INFINITY }, None);
    let course = |carry_over, before, fixed| Course { carry_over, before, fixed, ..Course::even(2) };
    for (digit, budget) in (0..40_u32).flat_map(|digit| (3..8_u32).map(move |budget| (digit, budget))) {
        let before = vec![2.65 + f64::from(digit) * 1e-3, 2.448_634_781_861_686];
        let courses = vec![
            course(0.460_993_359_427_947_9, before, vec![Some(1.0), None]),
            course(0.268_904_941_841_902_3, vec![], vec![None, Some(1.0)]),
        ];
        let plan = Whole { gap: 0.0, ..whole(budget.into(), 1.0, vec![off, steep]) };
        check(&Problem { whole: plan, most: vec![4.0; 2], courses, present: None }).unwrap();
    }
}

fn any_candidate() -> impl Strategy<Value = Candidate> {
    let curve = prop_oneof![
        4 => (5.0..100.0, 1.0..20.0, prop_oneof![0.5..5.0, Just(1.0)])
            .prop_map(|(ceiling, half, shape)| hill(ceiling, half, shape)),
        1 => (0.1..2.0, 5.0..60.0).prop_map(|(cost, ceiling)| Response::Linear { base: 1.0, cost, ceiling }),
    ];
    let spend = prop_oneof![
        3 => Just(Spend::Between { min: 0.0, max: f64::INFINITY }),
        1 => (0_u32..3, 3_u32..7).prop_map(|(min, max)| Spend::Between { min: min.into(), max: max.into() }),
        1 => (1_u32..5, 5_u32..9).prop_map(|(min, max)| Spend::OffOr { min: min.into(), max: max.into() }),
    ];
    (curve, spend, prop_oneof![Just(None), Just(Some(0))], 0.5..2.0)
        .prop_map(|(curve, spend, group, weight)| Candidate { weight, ..candidate(curve, spend, group) })
}

/// Two channels in up to so many periods, with all that may be stated.
fn any_problem(most_periods: usize, carry_over: impl Strategy<Value = f64> + Clone) -> impl Strategy<Value = Problem> {
    let periods = 1..=most_periods;
    let course = move |periods: usize| {
        let fixed = prop_oneof![6 => Just(None), 1 => Just(Some(0.0)), 1 => Just(Some(1.0))];
        (
            prop::collection::vec(prop_oneof![Just(1.0), 0.0..3.0], periods),
            carry_over.clone(),
            prop::collection::vec(0.0..3.0, 0..3),
            prop::collection::vec(fixed, periods),
        )
            .prop_map(|(seasons, carry_over, before, fixed)| {
                let before = if carry_over > 0.0 { before } else { vec![] };
                Course { seasons, carry_over, before, fixed }
            })
    };
    periods.prop_flat_map(move |periods| {
        let most = prop_oneof![2 => Just(f64::INFINITY), 1 => (1_u32..6).prop_map(f64::from)];
        (
            prop::collection::vec(any_candidate(), 2),
            prop::collection::vec(course(periods), 2),
            prop::collection::vec(most, periods),
            (0_u32..4, 2_u32..9, 1_u32..10),
            prop::option::of(prop::collection::vec(prop::collection::vec((0_u32..4).prop_map(f64::from), periods), 2)),
        )
            .prop_map(move |(channels, courses, most, (min, max, budget), present)| {
                let groups = vec![GroupLimits { min: f64::from(min.min(max)), max: max.into() }];
                // No more than four steps a cell are looked at.
                let most = most.into_iter().map(|most: f64| most.min(4.0)).collect();
                let whole = Whole { groups, gap: 0.0, ..whole(budget.into(), 1.0, channels) };
                Problem { whole, most, courses, present }
            })
    })
}

/// Holds an answer against all grids there are.
fn check(problem: &Problem) -> Result<(), TestCaseError> {
    let best = best_of_all(problem, 4);
    match (solve(problem, &mut Control::unwatched()), best) {
        (Ok(answer), Some(best)) => {
            let Answer { whole, periods } = &answer;
            prop_assert!(is_allowed(problem, periods), "{answer:?}");
            let value = response(problem, periods);
            prop_assert!((whole.response - value).abs() <= 1e-9 * value.abs() + 1e-12, "{value} {answer:?}");
            let bound = match problem.whole.aim {
                Aim::LeastSpend { .. } => -whole.bound,
                Aim::CostTarget { cost, per: Per::Last, .. } => whole.bound - whole.total_spend / cost,
                _ => whole.bound,
            };
            let tiny = 1e-9 * best.abs() + 1e-12;
            prop_assert!(bound >= best - tiny, "{best} {answer:?}");
            // So few cells leave nothing open.
            let own = score(problem, periods);
            prop_assert!(own.is_some_and(|own| own >= best - tiny), "{best} {answer:?}");
            let sums: Vec<f64> = periods.iter().map(|row| row.iter().sum()).collect();
            prop_assert!(sums.iter().zip(&whole.spends).all(|(a, b)| (a - b).abs() < 1e-9));
            let at_budget = whole.total_spend + 1.0 > problem.whole.aim.budget();
            prop_assert_eq!(whole.binding.contains(&Limit::Budget), at_budget, "{:?}", answer);
        }
        (Err(clashes), None) => clashes::check_all(&clashes)?,
        (answer, best) => prop_assert!(false, "{best:?} {answer:?}"),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn without_carry_over_it_is_the_best_of_all(problem in any_problem(3, Just(0.0))) {
        check(&problem)?;
    }

    #[test]
    fn with_carry_over_bound_and_answer_hold_the_best_of_all(problem in any_problem(3, prop_oneof![Just(0.0), 0.1..0.8])) {
        check(&problem)?;
    }
}
