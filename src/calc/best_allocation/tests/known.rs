//! Problems whose answers are known otherwise, and awkward ones.

use super::*;

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
fn channels_all_but_identical_are_proven_too() {
    for (channels, shape, step) in [(20_u32, 10.0, 0.0), (20, 10.0, 1.0), (50, 3.0, 0.0)] {
        // The n-th channel differs from the others by n hundred-thousandths.
        let alike =
            |n: u32| hill(100.0 * (1.0 + 1e-5 * f64::from(n)), 100.0 * (1.0 - 1e-5 * f64::from(n * n % 17)), shape);
        let budget = f64::from(channels) * 45.55;
        let all = (0..channels).map(|n| candidate(alike(n), budget)).collect();
        let answer = solved(&Problem { step, ..most(budget, all) });
        assert!(answer.certified && answer.nodes < 2_000, "{channels} {shape} {step}: {answer:?}");
        // As many on as pays, each with the same, is all but the best.
        let curve = alike(0);
        let best = (1..=channels).map(|on| f64::from(on) * curve.value(budget / f64::from(on))).fold(0.0, f64::max);
        assert!(
            answer.response >= best && answer.bound <= best * 1.001,
            "{channels} {shape} {step}: {answer:?} {best}"
        );
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

/// Curves so straight that no multiplier tells their spends apart: a search that goes step by step never ends.
#[test]
fn all_but_straight_curves_take_what_there_is() {
    let straight = [
        (112_513_798_723.0, hill(743_663.0, 3.773_797_912_781_156e17, 1.0)),
        (930_492.0, hill(142_100_773_834.0, 1.507_466_889_119_533_6e18, 1.0)),
        (1e15, hill(1e15, 1e26, 1.0)),
        (1e13, hill(1e15, 1e30, 1.5)),
        (895_243.0, hill(112_043.6, 395_135_691_691.2, 1.0)),
    ];
    for (budget, curve) in straight {
        let flat = candidate(Response::Fixed { registrations: 0.0 }, budget);
        for group in [None, Some(0)] {
            for step in [0.0, 1.0] {
                let one = Candidate { group, ..candidate(curve, f64::INFINITY) };
                let groups = vec![GroupLimits { min: 0.4 * budget, max: 1e15 }; usize::from(group.is_some())];
                let problem = Problem { groups, step, ..most(budget, vec![one, flat, one]) };
                let mut control = Control { most_work: 100_000, ..Control::unwatched() };
                let answer = solve(&problem, &mut control).unwrap();
                let all =
                    if curve.inflection().is_some() { curve.value(budget) } else { 2.0 * curve.value(budget / 2.0) };
                assert!(answer.certified && control.most_work > 0, "{budget} {step}: {answer:?}");
                assert!(answer.response >= all * (1.0 - 1e-6), "{budget} {step}: {answer:?} {all}");
                assert!((answer.total_spend / budget - 1.0).abs() < 1e-9, "{budget} {step}: {answer:?}");
            }
        }
    }
}

/// Many near twins under a limit of their own cannot be proven soon.
#[test]
fn work_is_bounded_and_the_gap_is_true() {
    let alike = |number: u32| Candidate {
        group: Some(0),
        ..candidate(hill(100.0 + 0.01 * f64::from(number), 100.0 - 0.02 * f64::from(number * number % 13), 10.0), 1e4)
    };
    for step in [0.0, 1.0] {
        let groups = vec![GroupLimits { min: 1_700.0, max: 1_790.0 }];
        let problem = Problem { groups, step, gap: 0.0, ..most(2_000.0, (0..40).map(alike).collect()) };
        let mut bound = f64::INFINITY;
        for work in [0, 1_000, 30_000, 300_000] {
            let mut control = Control { most_work: work, ..Control::unwatched() };
            let answer = solve(&problem, &mut control).unwrap();
            assert!(is_allowed(&problem, &answer.spends));
            assert_eq!(answer.certified, answer.gap <= 2e-12, "{answer:?}");
            assert!(answer.bound >= answer.response && answer.bound <= bound, "{work}: {answer:?}");
            bound = answer.bound;
        }
    }
}

#[test]
fn steps_too_fine_to_count_are_refused() {
    let channels = vec![candidate(hill(20_000.0, 60_000.0, 1.6), f64::INFINITY)];
    for (step, budget, least) in
        [(5e-324, 150_000.0, FINEST_STEP), (1e-310, 0.0, FINEST_STEP), (1e-7, 1.0, FINEST_STEP), (0.01, 1e14, 0.1)]
    {
        let problem = Problem { step, ..most(budget, channels.clone()) };
        assert_eq!(solve(&problem, &mut Control::unwatched()), Err(vec![Clash::StepTooFine { step, least }]));
    }
    // The finest that are counted, and the widest.
    for (step, budget) in [(FINEST_STEP, 1e9), (0.01, 1e13), (1e15, 1e15), (1e15, 1e14)] {
        let answer = solved(&Problem { step, ..most(budget, channels.clone()) });
        let spent = (budget / step).floor() * step;
        assert!(answer.certified && (answer.total_spend - spent).abs() <= 1e-9 * spent, "{step} {budget}: {answer:?}");
    }
    // What lies beyond the steps that are counted is not called out of reach.
    let far = vec![candidate(hill(100.0, 1e12, 1.0), f64::INFINITY)];
    let aim = |target| Aim::LeastSpend { target, budget: f64::INFINITY };
    let step = FINEST_STEP;
    let problem = Problem { step, aim: aim(50.0), ..most(0.0, far) };
    let refused = solve(&problem, &mut Control::unwatched());
    assert!(matches!(refused, Err(clashes) if matches!(clashes[..], [Clash::StepTooFine { .. }])));
    let beyond = solve(&Problem { aim: aim(101.0), ..problem }, &mut Control::unwatched());
    assert!(matches!(beyond, Err(clashes) if matches!(clashes[..], [Clash::Target { .. }])));
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
    assert_eq!(clash(50.0, vec![off_or], vec![wants], 0.0), [Clash::GroupMin { group: 0, min: 10.0, most: 0.0 }]);
    let twice = Candidate { spend: Spend::OffOr { min: 30.0, max: 31.0 }, ..off_or };
    let wants = GroupLimits { min: 40.0, max: 55.0 };
    let choice = |below, above| [Clash::GroupChoice { group: 0, min: 40.0, max: 55.0, below, above }];
    assert_eq!(clash(500.0, vec![twice; 3], vec![wants], 0.0), choice(31.0, 60.0));
    let locked = Candidate { spend: Spend::Fixed(5.0), ..twice };
    assert_eq!(clash(500.0, vec![twice, locked, twice], vec![wants], 2.0), choice(35.0, 65.0));
    // Each group can be satisfied, but not both with this budget.
    let other = Candidate { group: Some(1), ..twice };
    let (one, two) = (GroupLimits { min: 10.0, max: 31.0 }, GroupLimits { min: 20.0, max: 40.0 });
    assert_eq!(clash(55.0, vec![twice, other], vec![one, two], 0.0), [Clash::NoChoice]);
    let far = Problem { aim: Aim::LeastSpend { target: 50.0, budget: 100.0 }, ..most(0.0, vec![between(0.0, 5.0, 9)]) };
    assert_eq!(solve(&far, &mut Control::unwatched()), Err(vec![Clash::Target { target: 50.0, most: 5.0 }]));
}

/// A company of ten thousand channels gets a proof, too.
#[test]
fn ten_thousand_channels_are_proven() {
    let part = |seed: u32| f64::from(seed * 7_919 % 10_000) / 10_000.0;
    let channel = |seed: u32| {
        let size = 1_000.0 + 50_000.0 * part(seed);
        candidate(hill(size / 4.0, size * (0.6 + part(seed + 3)), 0.5 + 2.5 * part(seed + 5)), f64::INFINITY)
    };
    let problem = most(150e6, (0..10_000).map(channel).collect());
    let answer = solved(&problem);
    assert!(answer.certified && answer.gap <= 1e-6 && answer.bound >= answer.response);
    assert!(is_allowed(&problem, &answer.spends));
    assert!((response(&problem, &answer.spends) / answer.response - 1.0).abs() < 1e-12);
    let even = vec![15_000.0; 10_000];
    assert!(answer.response > 1.05 * response(&problem, &even), "{}", answer.response / response(&problem, &even));
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
    let answer =
        solve(&problem, &mut Control { most_nodes: 1_000, watch: Some(&mut watch), ..Control::unwatched() }).unwrap();
    assert!(!answer.certified && answer.gap > 1e-6, "{answer:?}");
    let gap = (answer.bound - answer.response) / answer.bound;
    assert!((answer.gap - gap).abs() < 1e-12 && is_allowed(&problem, &answer.spends));
}

#[test]
fn a_frontier_that_is_ended_says_so() {
    let problem = most(0.0, vec![candidate(hill(100.0, 40.0, 2.0), 1e3); 2]);
    let ended = |after: usize| {
        let mut left = after;
        let mut watch = |_: &Progress| {
            left = left.saturating_sub(1);
            if left > 0 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        };
        frontier(
            &problem,
            &[50.0, 100.0, 150.0],
            &mut Control { most_nodes: 1_000, watch: Some(&mut watch), ..Control::unwatched() },
        )
    };
    assert!(ended(1_000).complete && ended(1_000).points.len() == 3);
    let cut = ended(2);
    assert!(!cut.complete && cut.points.len() < 3, "{cut:?}");
}

#[test]
fn a_good_present_between_steps_is_kept() {
    let channels = vec![candidate(hill(100.0, 40.0, 2.0), 1e3), candidate(hill(80.0, 40.0, 2.0), 1e3)];
    let free = solved(&most(155.0, channels.clone()));
    let problem = Problem { step: 10.0, present: Some(free.spends.clone()), ..most(155.0, channels) };
    let answer = solved(&problem);
    assert_eq!(answer.spends, free.spends);
    assert!(answer.certified && answer.response >= free.response * (1.0 - 1e-12));
    let worse = Problem { present: Some(vec![1.5, 3.5]), ..problem };
    assert_eq!(solved(&worse).spends.iter().map(|x| x % 10.0).sum::<f64>(), 0.0);
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
    assert!(frontier.complete && frontier.points.len() == 3);
    assert!(frontier.points.is_sorted_by(|a, b| a.response <= b.response));
}
