//! Against all allocations there are, closed forms, and awkward problems.
#![allow(clippy::float_cmp)] // where nothing is calculated, the very number is expected

use proptest::prelude::*;

use super::*;

fn hill(ceiling: f64, half: f64, shape: f64) -> Response {
    Response::Hill { base: 0.0, ceiling, half, shape }
}

fn candidate(response: Response, max: f64) -> Candidate {
    Candidate { response, weight: 1.0, spend: Spend::Between { min: 0.0, max }, group: None }
}

fn most(budget: f64, channels: Vec<Candidate>) -> Problem {
    Problem { aim: Aim::MostResponse { budget }, channels, groups: vec![], step: 0.0, gap: 1e-6, present: None }
}

fn solved(problem: &Problem) -> Answer {
    solve(problem, &mut Control::unwatched()).unwrap()
}

fn response(problem: &Problem, spends: &[f64]) -> f64 {
    problem.channels.iter().zip(spends).map(|(one, x)| one.weight * one.response.value(*x)).sum()
}

/// Whether the spends keep every limit, worked out from the problem alone.
fn is_allowed(problem: &Problem, spends: &[f64]) -> bool {
    let (Aim::MostResponse { budget } | Aim::LeastSpend { budget, .. }) = problem.aim;
    let tiny = |limit: f64| 1e-9 * limit.abs() + 1e-9;
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
            Spend::Between { min, max } => whole(min, max),
            Spend::OffOr { min, max } if min > 0.0 => [vec![0.0], whole(min, max)].concat(),
            Spend::OffOr { max, .. } => whole(0.0, max),
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

/// The steps of 1 between two limits.
fn whole(min: f64, max: f64) -> Vec<f64> {
    (0..=12_u32).map(f64::from).filter(|step| (min..=max).contains(step)).collect()
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
    })
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, ..ProptestConfig::default() })]

    #[test]
    fn whole_steps_are_solved_exactly(problem in any_problem(4)) {
        let mut best: Option<f64> = None;
        for_all(&problem, |spends| {
            let value = response(&problem, spends);
            best = Some(best.map_or(value, |best| best.max(value)));
        });
        match (solve(&problem, &mut Control::unwatched()), best) {
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
            let answer = solve(&problem, &mut Control { most_nodes: nodes, watch: None }).unwrap();
            prop_assert!(answer.response >= now * (1.0 - 1e-12));
            prop_assert!(answer.bound >= answer.response);
            prop_assert_eq!(answer.certified, answer.gap <= 2e-12, "{:?}", answer);
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
        prop_assert!(least.bound <= most.total_spend * (1.0 + 1e-9) && least.bound <= least.total_spend);
        prop_assert!(least.certified && least.gap <= 1.1e-6, "{least:?}");
    }
}

#[test]
fn concave_curves_have_a_closed_form() {
    // Hill with shape 1, all interior: x + k = √(c·k/λ), so √(1/λ) = (B + Σk) / Σ√(c·k).
    let curves = [(300.0, 40.0), (500.0, 90.0), (200.0, 10.0)];
    let budget = 400.0;
    let channels = curves.iter().map(|&(ceiling, half)| candidate(hill(ceiling, half, 1.0), budget)).collect();
    let answer = solved(&most(budget, channels));
    let halves: f64 = curves.iter().map(|(_, half)| half).sum();
    let roots: f64 = curves.iter().map(|(ceiling, half): &(f64, f64)| (ceiling * half).sqrt()).sum();
    let scale = (budget + halves) / roots;
    for ((ceiling, half), spend) in curves.iter().zip(&answer.spends) {
        assert!(((ceiling * half).sqrt() * scale - half - spend).abs() < 1e-6, "{answer:?}");
    }
    assert!((answer.multiplier * scale * scale - 1.0).abs() < 1e-6);
    assert_eq!((answer.nodes, answer.binding), (1, vec![Limit::Budget]));
}

#[test]
fn linear_curves_are_filled_in_the_order_of_their_cost() {
    let line = |cost, ceiling| candidate(Response::Linear { base: 1.0, cost, ceiling }, 1e9);
    let answer = solved(&most(100.0, vec![line(3.0, 10.0), line(2.0, 20.0), line(5.0, 100.0)]));
    assert_eq!(answer.spends, [30.0, 40.0, 30.0]);
    assert!((answer.response - 39.0).abs() < 1e-12 && (answer.multiplier - 0.2).abs() < 1e-12);
    // More than anything is worth stays unspent.
    let answer = solved(&most(1e6, vec![line(3.0, 10.0), line(2.0, 20.0)]));
    assert_eq!((answer.spends, answer.multiplier), (vec![30.0, 40.0], 0.0));
    assert!(answer.binding.is_empty());
}

#[test]
fn identical_channels_share_among_as_many_as_pays() {
    for channels in [2_u32, 10, 50] {
        for shape in [1.5, 3.0, 10.0] {
            let (count, budget) = (f64::from(channels), f64::from(channels) * 45.55);
            let curve = hill(100.0, 100.0, shape);
            let all = vec![candidate(curve, budget); channels as usize];
            let answer = solved(&most(budget, all));
            let shared = |among: f64| among * curve.value(budget / among);
            let best = (1..=channels).map(|among| shared(f64::from(among))).fold(0.0, f64::max);
            assert!(answer.certified && answer.response >= best * (1.0 - 1e-6), "{count} {shape}: {answer:?} {best}");
            assert!(answer.nodes < 50, "{channels} {shape}: {}", answer.nodes);
        }
    }
}

#[test]
fn there_may_be_nothing_to_spend_or_to_buy() {
    let channels = vec![candidate(hill(100.0, 50.0, 3.0), 80.0), candidate(hill(10.0, 5.0, 0.5), 80.0)];
    let answer = solved(&most(0.0, channels.clone()));
    assert_eq!((answer.spends, answer.response, answer.certified), (vec![0.0, 0.0], 0.0, true));
    // A budget above all maximums.
    let answer = solved(&most(1e9, channels));
    assert_eq!((answer.spends, answer.multiplier), (vec![80.0, 80.0], 0.0));
    assert_eq!(answer.binding, [Limit::ChannelMax(0), Limit::ChannelMax(1)]);
    assert_eq!(solved(&most(10.0, vec![])).response, 0.0);
}

#[test]
fn currencies_may_be_tiny_or_huge() {
    for scale in [1e-6, 1.0, 1e9] {
        for shape in [0.2, 1.0, 2.5, 10.0] {
            let curves = [(70.0, 30.0), (50.0, 20.0), (90.0, 80.0)];
            let all = curves.map(|(ceiling, half)| candidate(hill(ceiling, half * scale, shape), 100.0 * scale));
            let answer = solved(&most(100.0 * scale, all.into()));
            let plain = curves.map(|(ceiling, half)| candidate(hill(ceiling, half, shape), 100.0));
            let plain = solved(&most(100.0, plain.into()));
            assert!((answer.response / plain.response - 1.0).abs() < 2e-6, "{scale} {shape}");
            assert!(answer.certified);
        }
    }
}

#[test]
fn clashing_sums_are_named() {
    let between = |min, max, group| Candidate {
        spend: Spend::Between { min, max },
        group: Some(group),
        ..candidate(hill(10.0, 5.0, 2.0), 0.0)
    };
    let clash = |budget, channels: Vec<Candidate>, groups: Vec<GroupLimits>, step| {
        solve(&Problem { groups, step, ..most(budget, channels) }, &mut Control::unwatched()).unwrap_err()
    };
    let free = GroupLimits { min: 0.0, max: f64::INFINITY };
    assert_eq!(
        clash(100.0, vec![between(9.0, 4.0, 0)], vec![free], 1.0),
        [Clash::Channel { channel: 0, min: 9.0, max: 4.0 }]
    );
    assert_eq!(
        clash(100.0, vec![between(4.2, 4.8, 0)], vec![free], 1.0),
        [Clash::NoStep { channel: 0, min: 4.2, max: 4.8 }]
    );
    assert_eq!(
        clash(
            100.0,
            vec![between(30.0, 40.0, 0), between(25.0, 40.0, 0)],
            vec![GroupLimits { min: 0.0, max: 50.0 }],
            0.0
        ),
        [Clash::GroupMax { group: 0, least: 55.0, max: 50.0 }]
    );
    assert_eq!(
        clash(100.0, vec![between(0.0, 40.0, 0)], vec![GroupLimits { min: 60.0, max: 90.0 }], 0.0),
        [Clash::GroupMin { group: 0, min: 60.0, most: 40.0 }]
    );
    assert_eq!(
        clash(50.0, vec![between(30.0, 40.0, 0), between(25.0, 40.0, 1)], vec![free, free], 1.0),
        [Clash::Budget { least: 55.0, budget: 50.0 }]
    );
    // On means at least 60, and the group wants 10 of the 50 there are.
    let off_or = Candidate { spend: Spend::OffOr { min: 60.0, max: 70.0 }, ..between(0.0, 0.0, 0) };
    let wants = GroupLimits { min: 10.0, max: f64::INFINITY };
    assert!(!clash(50.0, vec![off_or], vec![wants], 0.0).is_empty());
    let twice = Candidate { spend: Spend::OffOr { min: 30.0, max: 31.0 }, ..off_or };
    let wants = GroupLimits { min: 40.0, max: 55.0 };
    assert_eq!(clash(500.0, vec![twice; 3], vec![wants], 0.0), [Clash::NoChoice]);
    let far = Problem { aim: Aim::LeastSpend { target: 50.0, budget: 100.0 }, ..most(0.0, vec![between(0.0, 5.0, 9)]) };
    assert_eq!(solve(&far, &mut Control::unwatched()), Err(vec![Clash::Target { target: 50.0, most: 5.0 }]));
}

#[test]
fn a_search_that_is_ended_says_its_true_gap() {
    let alike = |number: u32| candidate(hill(100.0 + 0.01 * f64::from(number), 100.0, 10.0), 1e4);
    let problem = most(911.0, (0..20).map(alike).collect());
    let mut looks = 0;
    let mut watch = |progress: &Progress| {
        looks += 1;
        assert!(progress.response.is_none_or(|response| response <= progress.bound));
        if looks < 5 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    let answer = solve(&problem, &mut Control { most_nodes: 1_000, watch: Some(&mut watch) }).unwrap();
    assert!(!answer.certified && answer.gap > 1e-6, "{answer:?}");
    let gap = (answer.bound - answer.response) / answer.bound;
    assert!((answer.gap - gap).abs() < 1e-12 && is_allowed(&problem, &answer.spends));
}

#[test]
fn limits_have_their_price() {
    let channels = vec![
        Candidate { group: Some(0), ..candidate(hill(100.0, 40.0, 1.0), 1e3) },
        Candidate { spend: Spend::Between { min: 30.0, max: 1e3 }, ..candidate(hill(10.0, 40.0, 1.0), 1e3) },
    ];
    let problem = Problem { groups: vec![GroupLimits { min: 0.0, max: 50.0 }], ..most(100.0, channels) };
    let answer = solved(&problem);
    assert_eq!(answer.binding, [Limit::Budget, Limit::GroupMax(0)]);
    let costs = problem.costs(&answer, &mut Control::unwatched());
    assert_eq!(costs.len(), 1);
    let free = solved(&Problem { groups: vec![GroupLimits { min: 0.0, max: f64::INFINITY }], ..problem.clone() });
    assert!((costs[0].gain - (free.response - answer.response)).abs() < 1e-4 && costs[0].certified);
    let next = problem.next(&answer.spends, 1.0).unwrap();
    assert_eq!(next.channel, 1);
    let frontier = frontier(&problem, &[0.0, 40.0, 80.0, 120.0], &mut Control::unwatched());
    // The minimum of 30 leaves nothing for a budget of 0.
    assert_eq!(frontier.points.len(), 3);
    assert!(frontier.points.is_sorted_by(|a, b| a.response <= b.response));
}
