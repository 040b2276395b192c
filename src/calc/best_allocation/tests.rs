//! Against all allocations there are.
#![allow(clippy::float_cmp)] // where nothing is calculated, the very number is expected

mod alike;
mod cost_target;
mod known;

use proptest::prelude::*;
use proptest::sample::select;

use super::*;

fn hill(ceiling: f64, half: f64, shape: f64) -> Response {
    Response::Hill { base: 0.0, ceiling, half, shape }
}

fn candidate(response: Response, max: f64) -> Candidate {
    Candidate { response, weight: 1.0, spend: Spend::Between { min: 0.0, max }, group: None, before: Before::default() }
}

fn most(budget: f64, channels: Vec<Candidate>) -> Problem {
    Problem { aim: Aim::MostResponse { budget }, channels, groups: vec![], step: 0.0, gap: 1e-6, present: None }
}

fn solved(problem: &Problem) -> Answer {
    solve(problem, &mut Control::unwatched()).unwrap()
}

/// As [`solve`], but counting the channels that are switched on from the first part on, which small problems never
/// need.
fn solve_by_counting(problem: &Problem) -> Result<Answer, Vec<Clash>> {
    solve_after(problem, search::After { count: 0, list: usize::MAX })
}

/// As [`solve`], but listing all sums from the first part on.
fn solve_by_listing(problem: &Problem) -> Result<Answer, Vec<Clash>> {
    solve_after(problem, search::After { count: usize::MAX, list: 0 })
}

fn solve_after(problem: &Problem, after: search::After) -> Result<Answer, Vec<Clash>> {
    let mut prepared = prepare::Prepared::of(problem)?;
    prepared.after = after;
    prepared.most_response(&mut Control::unwatched())
}

fn response(problem: &Problem, spends: &[f64]) -> f64 {
    problem.channels.iter().zip(spends).map(|(one, x)| one.weight * one.response.value(*x)).sum()
}

/// Whether the spends keep every limit, worked out from the problem alone.
fn is_allowed(problem: &Problem, spends: &[f64]) -> bool {
    let budget = problem.aim.budget();
    let tiny = |limit: f64| 1e-9 * limit.abs() + 1e-9 * if problem.step > 0.0 { problem.step } else { 1.0 };
    let channel_fits = |(one, &x): (&Candidate, &f64)| match one.spend {
        Spend::Fixed(spend) => x == spend,
        Spend::OffOr { min, max } => x == 0.0 || (x >= min - tiny(min) && x <= max + tiny(max)),
        Spend::Between { min, max } => x >= min - tiny(min) && x <= max + tiny(max),
    };
    let on_step = |(one, &x): (&Candidate, &f64)| {
        let steps = x / problem.step;
        matches!(one.spend, Spend::Fixed(_)) || problem.step == 0.0 || (steps - steps.round()).abs() < 1e-6
    };
    let group_fits = |(group, limits): (usize, &GroupLimits)| {
        let own = problem.channels.iter().zip(spends).filter(|(one, _)| one.group == Some(group));
        let sum: f64 = own.map(|(_, x)| x).sum();
        sum >= limits.min - tiny(limits.min) && sum <= limits.max + tiny(limits.max)
    };
    problem.channels.iter().zip(spends).all(channel_fits)
        && problem.channels.iter().zip(spends).all(on_step)
        && problem.groups.iter().enumerate().all(group_fits)
        && spends.iter().sum::<f64>() <= budget + tiny(budget)
}

/// All allocations in whole steps, one after the other.
fn for_all(problem: &Problem, mut look: impl FnMut(&[f64])) {
    let choices: Vec<Vec<f64>> = problem
        .channels
        .iter()
        .map(|one| match one.spend {
            Spend::Fixed(spend) => vec![spend],
            Spend::Between { min, max } => whole(problem.step, min, max),
            Spend::OffOr { min, max } if min > 0.0 => [vec![0.0], whole(problem.step, min, max)].concat(),
            Spend::OffOr { max, .. } => whole(problem.step, 0.0, max),
        })
        .collect();
    if choices.iter().any(Vec::is_empty) {
        return;
    }
    let mut at = vec![0; choices.len()];
    let mut spends: Vec<f64> = choices.iter().map(|choices| choices[0]).collect();
    loop {
        if is_allowed(problem, &spends) {
            look(&spends);
        }
        let Some(place) = (0..at.len()).find(|&place| at[place] + 1 < choices[place].len()) else { return };
        at[place] += 1;
        at[..place].fill(0);
        for (spend, (choices, at)) in spends.iter_mut().zip(choices.iter().zip(&at)).take(place + 1) {
            *spend = choices[*at];
        }
    }
}

/// The first steps between two limits.
fn whole(step: f64, min: f64, max: f64) -> Vec<f64> {
    (0..=12_u32).map(|number| f64::from(number) * step).filter(|spend| (min..=max).contains(spend)).collect()
}

fn any_response() -> impl Strategy<Value = Response> {
    let base = prop_oneof![Just(0.0), 0.0..5.0];
    prop_oneof![
        6 => (base.clone(), 1.0..100.0, 0.3..15.0, prop_oneof![0.2..10.0, Just(1.0), Just(2.0)])
            .prop_map(|(base, ceiling, half, shape)| Response::Hill { base, ceiling, half, shape }),
        2 => (base.clone(), 0.05..2.0, 1.0..60.0)
            .prop_map(|(base, cost, ceiling)| Response::Linear { base, cost, ceiling }),
        1 => base.prop_map(|registrations| Response::Fixed { registrations }),
    ]
}

fn any_candidate(groups: usize) -> impl Strategy<Value = Candidate> {
    let limits = (0.0..8.0, 0.0..12.0).prop_map(|(a, b): (f64, f64)| (a.min(b), a.max(b)));
    let spend = prop_oneof![
        4 => (0.0..12.0).prop_map(|max| Spend::Between { min: 0.0, max }),
        2 => limits.clone().prop_map(|(min, max)| Spend::Between { min, max }),
        3 => limits.prop_map(|(min, max)| Spend::OffOr { min, max }),
        1 => (0.0..6.0).prop_map(Spend::Fixed),
    ];
    let group = prop_oneof![Just(None), (0..groups).prop_map(Some)];
    let weight = prop_oneof![3 => Just(1.0), 2 => 0.0..4.0];
    (any_response(), weight, spend, group).prop_map(|(response, weight, spend, group)| Candidate {
        response,
        weight,
        spend,
        group,
        before: Before::default(),
    })
}

/// The same problem after `spent` was spent on each channel and won `won`: what can still be decided is the same.
fn later(problem: &Problem, before: &[(u32, f64)]) -> Problem {
    let before: Vec<Before> =
        before.iter().map(|(spent, won)| Before { spent: 0.25 * f64::from(*spent), won: *won }).collect();
    let sum = |is_in: &dyn Fn(&Candidate) -> bool| -> f64 {
        let own = problem.channels.iter().zip(&before).filter(|(one, _)| is_in(one));
        own.map(|(_, before)| before.spent).sum()
    };
    let channel = |(one, before): (&Candidate, &Before)| {
        let spend = match one.spend {
            Spend::Between { min, max } => Spend::Between { min: min + before.spent, max: max + before.spent },
            Spend::OffOr { min, max } => Spend::OffOr { min: min + before.spent, max: max + before.spent },
            Spend::Fixed(spend) => Spend::Fixed(spend + before.spent),
        };
        Candidate { spend, before: *before, ..*one }
    };
    let group = |(number, limits): (usize, &GroupLimits)| {
        let spent = sum(&|one| one.group == Some(number));
        GroupLimits { min: if limits.min > 0.0 { limits.min + spent } else { 0.0 }, max: limits.max + spent }
    };
    let all = sum(&|_| true);
    let aim = match problem.aim {
        Aim::MostResponse { budget } => Aim::MostResponse { budget: budget + all },
        Aim::LeastSpend { target, budget } => {
            let won: f64 = before.iter().map(|before| before.won).take(problem.channels.len()).sum();
            Aim::LeastSpend { target: target + won, budget: budget + all }
        }
        Aim::CostTarget { cost, per, budget } => Aim::CostTarget { cost, per, budget: budget + all },
    };
    let present =
        problem.present.as_ref().map(|present| present.iter().zip(&before).map(|(x, b)| x + b.spent).collect());
    Problem {
        aim,
        channels: problem.channels.iter().zip(&before).map(channel).collect(),
        groups: problem.groups.iter().enumerate().map(group).collect(),
        present,
        ..problem.clone()
    }
}

fn any_problem(channels: usize) -> impl Strategy<Value = Problem> {
    let group = (prop_oneof![2 => Just(0.0), 1 => 0.0..10.0], prop_oneof![2 => 0.0..25.0, 1 => Just(f64::INFINITY)])
        .prop_map(|(min, max): (f64, f64)| GroupLimits { min: min.min(max), max });
    let channels = prop::collection::vec(any_candidate(2), 1..=channels);
    (channels, [group.clone(), group], 0.0..30.0, any::<bool>()).prop_map(|(mut channels, groups, budget, twins)| {
        if twins && channels.len() > 1 {
            channels[1] = channels[0];
        }
        let aim = Aim::MostResponse { budget };
        Problem { aim, channels, groups: groups.into(), step: 1.0, gap: 0.0, present: None }
    })
}

/// A number whose very size is anything.
fn any_size(sizes: std::ops::Range<i32>) -> impl Strategy<Value = f64> {
    (1.0..10.0, sizes).prop_map(|(digits, size): (f64, i32)| digits * 10.0_f64.powi(size))
}

/// The same kind of problem with numbers of any size: money counted in millionths or in billions, curves that are
/// all but straight, all but steps, or all but nothing.
fn any_size_problem(channels: usize) -> impl Strategy<Value = Problem> {
    let unit = prop_oneof![any_size(-6..13), select(vec![1e-6, 0.01, 1.0, 1e9])];
    let sized = (any_response(), any_size(-12..20), any_size(-15..15), any_size(-12..12));
    (any_problem(channels), unit, prop::collection::vec(sized, channels)).prop_map(|(problem, unit, sized)| {
        let channels = problem.channels.iter().zip(sized).map(|(one, (response, half, ceiling, weight))| {
            let response = match response {
                Response::Hill { base, half: near, shape, .. } if weight > 1.0 => {
                    Response::Hill { base, ceiling, half: half * unit, shape: (shape * near / 15.0).clamp(0.2, 10.0) }
                }
                Response::Hill { base, half, shape, .. } => Response::Hill { base, ceiling, half: half * unit, shape },
                Response::Linear { base, cost, ceiling } => Response::Linear { base, cost: cost * unit, ceiling },
                fixed @ Response::Fixed { .. } => fixed,
            };
            let spend = match one.spend {
                Spend::Between { min, max } => Spend::Between { min: min * unit, max: max * unit },
                Spend::OffOr { min, max } => Spend::OffOr { min: min * unit, max: max * unit },
                Spend::Fixed(spend) => Spend::Fixed(spend * unit),
            };
            Candidate { response, spend, weight: if one.weight == 1.0 { 1.0 } else { weight }, ..*one }
        });
        let limits = |group: &GroupLimits| GroupLimits { min: group.min * unit, max: group.max * unit };
        let Aim::MostResponse { budget } = problem.aim else { unreachable!() };
        Problem {
            aim: Aim::MostResponse { budget: budget * unit },
            channels: channels.collect(),
            groups: problem.groups.iter().map(limits).collect(),
            step: unit,
            ..problem
        }
    })
}

/// The best of all allocations on steps.
fn best_of_all(problem: &Problem) -> Option<f64> {
    let mut best: Option<f64> = None;
    for_all(problem, |spends| {
        let value = response(problem, spends);
        best = Some(best.map_or(value, |best| best.max(value)));
    });
    best
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, ..ProptestConfig::default() })]

    #[test]
    fn whole_steps_are_solved_exactly(problem in any_problem(4)) {
        let mut best: Option<f64> = None;
        for_all(&problem, |spends| {
            let value = response(&problem, spends);
            best = Some(best.map_or(value, |best| best.max(value)));
        });
        let ways = [solve(&problem, &mut Control::unwatched()), solve_by_counting(&problem), solve_by_listing(&problem)];
        for answer in ways {
            match (answer, best) {
                (Ok(answer), Some(best)) => {
                    prop_assert!(is_allowed(&problem, &answer.spends), "{answer:?}");
                    prop_assert!((answer.response - response(&problem, &answer.spends)).abs() < 1e-9);
                    prop_assert!((answer.response - best).abs() <= 1e-9 * best.abs() + 1e-12, "{best} {answer:?}");
                    prop_assert!(answer.certified && answer.bound >= answer.response);
                }
                (Err(clashes), None) => prop_assert!(!clashes.is_empty()),
                (answer, best) => prop_assert!(false, "{best:?} {answer:?}"),
            }
        }
    }

    #[test]
    fn the_least_spend_in_whole_steps_is_exact(problem in any_problem(4), part in 0.1..1.05) {
        let ceiling: f64 = problem.channels.iter().map(|one| one.weight * one.response.ceiling()).sum();
        let target = ceiling * part;
        let (mut least, mut most): (Option<f64>, Option<f64>) = (None, None);
        let Aim::MostResponse { budget } = problem.aim else { unreachable!() };
        let problem = Problem { aim: Aim::LeastSpend { target, budget }, ..problem };
        for_all(&problem, |spends| {
            let value = response(&problem, spends);
            most = Some(most.map_or(value, |most| most.max(value)));
            if value >= target * (1.0 - 1e-12) {
                let spend: f64 = spends.iter().sum();
                least = Some(least.map_or(spend, |least| least.min(spend)));
            }
        });
        match (solve(&problem, &mut Control::unwatched()), least) {
            (Ok(answer), Some(least)) => {
                prop_assert!(is_allowed(&problem, &answer.spends));
                prop_assert!(answer.response >= target * (1.0 - 1e-9));
                prop_assert!((answer.total_spend - least).abs() < 1e-6, "{least} {answer:?}");
                prop_assert!(answer.certified && (answer.bound - least).abs() < 1e-6, "{least} {answer:?}");
            }
            (Err(clashes), None) => {
                if let ([Clash::Target { most: said, .. }], Some(most)) = (clashes.as_slice(), most) {
                    prop_assert!((said - most).abs() <= 1e-9 * most.abs().max(1.0), "{said} {most}");
                }
            }
            (answer, least) => prop_assert!(false, "{least:?} {answer:?}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    /// Whatever the size of the numbers: what is called proven is, and the bound is one.
    #[test]
    fn numbers_of_any_size_are_solved_exactly(problem in any_size_problem(3)) {
        let best = best_of_all(&problem);
        match (solve(&problem, &mut Control::unwatched()), best) {
            (Ok(answer), Some(best)) => {
                prop_assert!(is_allowed(&problem, &answer.spends), "{answer:?}");
                prop_assert!((answer.response - response(&problem, &answer.spends)).abs() <= 1e-9 * best.abs());
                prop_assert!((answer.response - best).abs() <= 1e-9 * best.abs(), "{best} {answer:?}");
                prop_assert!(answer.certified && answer.bound >= best * (1.0 - 1e-12), "{best} {answer:?}");
            }
            (Err(clashes), None) => prop_assert!(!clashes.is_empty()),
            (answer, best) => prop_assert!(false, "{best:?} {answer:?}"),
        }
    }

    #[test]
    fn the_least_spend_of_any_size_is_exact(problem in any_size_problem(3), part in 0.01..1.2) {
        let Some(most) = best_of_all(&problem) else { return Ok(()) };
        let target = most * part;
        let Aim::MostResponse { budget } = problem.aim else { unreachable!() };
        let problem = Problem { aim: Aim::LeastSpend { target, budget }, ..problem };
        let mut least = f64::INFINITY;
        for_all(&problem, |spends| {
            if response(&problem, spends) >= target * (1.0 - 1e-12) {
                least = least.min(spends.iter().sum());
            }
        });
        match solve(&problem, &mut Control::unwatched()) {
            Ok(answer) => {
                prop_assert!(is_allowed(&problem, &answer.spends) && answer.response >= target * (1.0 - 1e-9));
                prop_assert!((answer.total_spend - least).abs() <= 1e-6 * problem.step, "{least} {answer:?}");
                prop_assert!(answer.certified && answer.bound <= least * (1.0 + 1e-9), "{least} {answer:?}");
            }
            Err(clashes) => prop_assert!(least.is_infinite() && !clashes.is_empty(), "{least} {clashes:?}"),
        }
    }

    /// The same where any amount may be spent.
    #[test]
    fn amounts_of_any_size_keep_their_word(problem in any_size_problem(3)) {
        let best = best_of_all(&problem);
        let step = problem.step;
        let problem = Problem { step: 0.0, gap: 1e-6, ..problem };
        let Ok(answer) = solve(&problem, &mut Control::unwatched()) else {
            prop_assert!(best.is_none());
            return Ok(());
        };
        let on_steps = Problem { step, ..problem.clone() };
        let near = Problem { channels: on_steps.channels.clone(), step: 0.0, ..on_steps };
        prop_assert!(near.allows(&answer.spends), "{answer:?}");
        let best = best.unwrap_or(0.0);
        prop_assert!(answer.bound >= best * (1.0 - 1e-9) && answer.bound >= answer.response, "{best} {answer:?}");
        prop_assert!(answer.certified && answer.response >= best * (1.0 - 1.1e-6), "{best} {answer:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    /// Continuous spends: feasible, valued as said, bounded, never below any allocation on a grid.
    #[test]
    fn continuous_answers_keep_their_word(problem in any_problem(4), more in 0.0..20.0) {
        let problem = Problem { step: 0.0, gap: 1e-6, ..problem };
        let grid = Problem { step: 1.0, ..problem.clone() };
        let mut best = f64::NEG_INFINITY;
        for_all(&grid, |spends| best = best.max(response(&problem, spends)));
        let Ok(answer) = solve(&problem, &mut Control::unwatched()) else {
            prop_assert!(best == f64::NEG_INFINITY);
            return Ok(());
        };
        prop_assert!(is_allowed(&problem, &answer.spends), "{answer:?}");
        prop_assert!((answer.response - response(&problem, &answer.spends)).abs() <= 1e-9 * answer.response);
        prop_assert!(answer.certified && answer.gap <= 1e-6 && answer.bound >= answer.response);
        prop_assert!(answer.bound >= best * (1.0 - 1e-12), "{best} {answer:?}");

        // Counting the channels that are switched on leads to the same.
        let counted = solve_by_counting(&problem).unwrap();
        prop_assert!(is_allowed(&problem, &counted.spends), "{counted:?}");
        prop_assert!(counted.certified && counted.bound >= best.max(answer.response) * (1.0 - 1e-12), "{counted:?}");
        prop_assert!((counted.response - answer.response).abs() <= 1.1e-6 * answer.bound, "{counted:?} {answer:?}");

        // The order of channels is irrelevant.
        let mut turned = problem.clone();
        turned.channels.reverse();
        let other = solved(&turned);
        prop_assert!((other.response - answer.response).abs() <= 2.1e-6 * answer.bound);

        // More money never wins less.
        let Aim::MostResponse { budget } = problem.aim else { unreachable!() };
        let richer = solved(&Problem { aim: Aim::MostResponse { budget: budget + more }, ..problem });
        prop_assert!(richer.bound >= answer.bound * (1.0 - 1.1e-6));
    }

    /// What is spent and won already changes no decision: the same is best for what is left, and both come on top.
    #[test]
    fn what_is_spent_already_stays_and_the_rest_is_split_as_before(
        problem in any_problem(4),
        before in prop::collection::vec((0_u32..40, 0.0..2.0), 4),
        step in select(vec![0.0, 1.0]),
        part in 0.1..1.0,
    ) {
        let most = Problem { step, gap: if step > 0.0 { 0.0 } else { 1e-6 }, ..problem };
        let Ok(best) = solve(&most, &mut Control::unwatched()) else {
            prop_assert!(solve(&later(&most, &before), &mut Control::unwatched()).is_err());
            return Ok(());
        };
        // What was won is of the size of what is still to be won: digits that a sum loses decide nothing.
        let before: Vec<(u32, f64)> = before.iter().map(|(spent, won)| (*spent, won * best.response)).collect();
        let most = Problem { present: Some(best.spends.clone()), ..most };
        let least = Problem { aim: Aim::LeastSpend { target: part * best.response, budget: 1e3 }, ..most.clone() };
        for problem in [most, least] {
            let later = later(&problem, &before);
            let (now, then) = (solved(&problem), solved(&later));
            let spent: f64 = later.channels.iter().map(|one| one.before.spent).sum();
            let won: f64 = later.channels.iter().map(|one| one.before.won).sum();
            let near = |a: f64, b: f64| (a - b).abs() <= 2.1e-6 * a.abs().max(b.abs()).max(1.0);
            prop_assert!(later.allows(&then.spends), "{then:?}");
            prop_assert!((then.response - later.response(&then.spends)).abs() < 1e-9 * then.response.max(1.0));
            if matches!(problem.aim, Aim::MostResponse { .. }) {
                prop_assert!(near(now.response + won, then.response), "{now:?} {then:?}");
                prop_assert!(near(now.bound + won, then.bound) && then.certified, "{now:?} {then:?}");
            } else {
                prop_assert!(near(now.total_spend + spent, then.total_spend), "{now:?} {then:?}");
            }
            for (one, spend) in later.channels.iter().zip(&then.spends) {
                prop_assert!(*spend >= one.before.spent - 1e-9);
            }
        }
    }

    /// What is known to be possible is never given up for something worse, however early the search ends.
    #[test]
    fn never_worse_than_a_feasible_present(problem in any_problem(4), nodes in 0..3_usize, pick in 0..200_usize) {
        let mut allowed = Vec::new();
        for_all(&problem, |spends| allowed.push(spends.to_vec()));
        prop_assume!(!allowed.is_empty());
        let present = allowed[pick % allowed.len()].clone();
        let now = response(&problem, &present);
        for step in [1.0, 0.0] {
            let problem = Problem { present: Some(present.clone()), step, ..problem.clone() };
            let answer = solve(&problem, &mut Control { most_nodes: nodes, ..Control::unwatched() }).unwrap();
            prop_assert!(answer.response >= now * (1.0 - 1e-12));
            prop_assert!(answer.bound >= answer.response);
            prop_assert_eq!(answer.certified, answer.gap <= 2e-12, "{:?}", answer);
        }
    }

    /// As long as a little more money meets no other limit and switches nothing on or off, it buys what is said.
    #[test]
    fn the_multiplier_is_what_more_money_buys(problem in any_problem(4)) {
        let Aim::MostResponse { budget } = problem.aim else { unreachable!() };
        let more = 1e-6 * budget.max(1e-3);
        let problem = Problem { step: 0.0, gap: 0.0, ..problem };
        let Ok(answer) = solve(&problem, &mut Control::unwatched()) else { return Ok(()) };
        prop_assert!(answer.multiplier.is_finite() && answer.multiplier >= 0.0, "{answer:?}");
        let richer = solved(&Problem { aim: Aim::MostResponse { budget: budget + more }, ..problem });
        let near = |(a, b): (&f64, &f64)| (a - b).abs() <= 1_000.0 * more && (*a > 0.0) == (*b > 0.0);
        if richer.binding == answer.binding && richer.spends.iter().zip(&answer.spends).all(near) {
            let bought = (richer.response - answer.response) / more;
            let tiny = 1e-3 * bought + 1e-6 * answer.bound;
            prop_assert!((bought - answer.multiplier).abs() <= tiny, "{bought} {answer:?}");
        }
    }

    /// Both directions meet: the least spend for the best response of a budget is no more than that budget.
    #[test]
    fn both_directions_agree(problem in any_problem(5)) {
        let problem = Problem { step: 0.0, gap: 1e-6, ..problem };
        let Ok(most) = solve(&problem, &mut Control::unwatched()) else { return Ok(()) };
        let aim = Aim::LeastSpend { target: most.response, budget: f64::INFINITY };
        let other_way = Problem { aim, ..problem };
        let least = solved(&other_way);
        prop_assert!(is_allowed(&other_way, &least.spends));
        prop_assert!(least.response >= most.response * (1.0 - 1e-11));
        prop_assert!(least.bound <= most.total_spend * (1.0 + 1e-9), "{most:?} {least:?}");
        prop_assert!(least.bound <= least.total_spend, "{least:?}");
        prop_assert!(least.certified && least.gap <= 1.1e-6, "{least:?}");
    }
}
