//! The most at a cost target, against all allocations there are.

use super::*;

fn aimed(problem: &Problem, cost: f64, per: Per) -> Problem {
    Problem { aim: Aim::CostTarget { cost, per, budget: problem.aim.budget() }, ..problem.clone() }
}

/// Within the target but for the last digits; a little more is left to numbers.
fn is_affordable(problem: &Problem, cost: f64, spends: &[f64]) -> bool {
    spends.iter().sum::<f64>() <= cost * response(problem, spends) * (1.0 + 1e-11) + 1e-300
}

/// Three channels that a person can check: one dear, one cheap, one S-shaped.
fn three() -> Problem {
    let linear = |cost, ceiling| Response::Linear { base: 0.0, cost, ceiling };
    most(
        f64::INFINITY,
        vec![
            candidate(linear(2.0, 50.0), f64::INFINITY),
            candidate(linear(8.0, 100.0), f64::INFINITY),
            candidate(hill(100.0, 300.0, 3.0), f64::INFINITY),
        ],
    )
}

#[test]
fn on_average_the_cheap_pays_for_the_dear() {
    let linear = Problem { channels: three().channels[..2].to_vec(), ..three() };
    // 100 for 50 at 2 each, and at 8 each as many that the average is 4: 100 + 8n = 4·(50 + n), n = 25.
    let answer = solved(&aimed(&linear, 4.0, Per::Average));
    assert!((answer.response - 75.0).abs() < 1e-4 && (answer.total_spend - 300.0).abs() < 1e-3, "{answer:?}");
    assert!(answer.certified && answer.binding.contains(&Limit::Cost), "{answer:?}");
    assert!((answer.multiplier - 1.0 / 8.0).abs() < 1e-9);
}

#[test]
fn the_last_one_costs_no_more() {
    let answer = solved(&aimed(&three(), 7.0, Per::Last));
    // The dear channel gets nothing; the S-shaped one stops where its next unit costs 7.
    let curve = hill(100.0, 300.0, 3.0);
    assert!((answer.spends[0] - 100.0).abs() < 1e-6 && answer.spends[1] == 0.0, "{answer:?}");
    assert!((curve.slope(answer.spends[2]) - 1.0 / 7.0).abs() < 1e-5, "{answer:?}");
    assert!(answer.certified && answer.binding.contains(&Limit::Cost), "{answer:?}");
    let dear = solved(&aimed(&three(), 9.0, Per::Last));
    assert!((dear.spends[1] - 800.0).abs() < 1e-6, "{dear:?}");
    // With less money the budget decides.
    let budget = Aim::CostTarget { cost: 7.0, per: Per::Last, budget: 60.0 };
    let poor = solved(&Problem { aim: budget, ..three() });
    assert!((poor.total_spend - 60.0).abs() < 1e-6 && poor.binding.contains(&Limit::Budget), "{poor:?}");
}

#[test]
fn what_cannot_cost_so_little_says_what_it_costs() {
    let mut problem = most(f64::INFINITY, vec![candidate(hill(100.0, 100.0, 2.0), f64::INFINITY)]);
    // The tangent from zero: at x = k the average cost is 2k/c = 2, and nothing is cheaper.
    let none = solved(&aimed(&problem, 1.9, Per::Average));
    assert!(none.response == 0.0 && none.total_spend == 0.0 && none.certified, "{none:?}");
    problem.channels[0].spend = Spend::Between { min: 10.0, max: f64::INFINITY };
    let clashes = solve(&aimed(&problem, 1.9, Per::Average), &mut Control::unwatched()).unwrap_err();
    let [Clash::Cost { cost, least }] = clashes[..] else { panic!("{clashes:?}") };
    assert!(cost == 1.9 && (least - 2.0).abs() < 1e-9, "{clashes:?}");
    problem.channels[0].weight = 0.0;
    let clashes = solve(&aimed(&problem, 1.9, Per::Average), &mut Control::unwatched()).unwrap_err();
    assert!(matches!(clashes[..], [Clash::Cost { least: f64::INFINITY, .. }]), "{clashes:?}");
}

#[test]
fn many_channels_meet_a_target_to_the_gap() {
    for shape in [0.7, 1.0, 1.6, 3.0] {
        let channels = (0..30).map(|n| {
            let n = f64::from(n);
            candidate(hill(800.0 + 37.0 * n, 9_000.0 + 700.0 * (n * 1.7).sin().abs() * n, shape), f64::INFINITY)
        });
        let problem = Problem { step: 1.0, ..most(f64::INFINITY, channels.collect()) };
        for cost in [25.0, 40.0, 90.0] {
            for per in [Per::Average, Per::Last] {
                let answer = solved(&aimed(&problem, cost, per));
                assert!(answer.certified && answer.gap <= 1e-6, "{shape} {cost} {per:?} {}", answer.gap);
                assert!(per == Per::Last || answer.total_spend <= cost * answer.response * (1.0 + 1e-12));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn the_most_on_average_is_the_best_of_all(problem in any_problem(4), cost in 0.05..2.0) {
        let aimed = aimed(&problem, cost, Per::Average);
        let mut best: Option<f64> = None;
        for_all(&problem, |spends| {
            if is_affordable(&problem, cost, spends) {
                let value = response(&problem, spends);
                best = Some(best.map_or(value, |best| best.max(value)));
            }
        });
        match (solve(&aimed, &mut Control::unwatched()), best) {
            (Ok(answer), Some(best)) => {
                prop_assert!(is_allowed(&problem, &answer.spends) && is_affordable(&problem, cost, &answer.spends));
                prop_assert!((answer.response - best).abs() <= 1e-9 * best.abs() + 1e-12, "{best} {answer:?}");
                prop_assert!(answer.certified && answer.bound >= answer.response);
            }
            (Err(clashes), None) => prop_assert!(!clashes.is_empty()),
            (answer, best) => prop_assert!(false, "{best:?} {answer:?}"),
        }
    }

    #[test]
    fn the_last_one_is_worth_its_money_in_the_best_of_all(problem in any_problem(4), cost in 0.05..2.0) {
        let aimed = aimed(&problem, cost, Per::Last);
        let left = |spends: &[f64]| response(&problem, spends) - spends.iter().sum::<f64>() / cost;
        let mut best: Option<f64> = None;
        for_all(&problem, |spends| best = Some(best.map_or(left(spends), |best| best.max(left(spends)))));
        match (solve(&aimed, &mut Control::unwatched()), best) {
            (Ok(answer), Some(best)) => {
                prop_assert!(is_allowed(&problem, &answer.spends));
                prop_assert!((left(&answer.spends) - best).abs() <= 1e-9 * answer.response.max(1.0), "{best} {answer:?}");
                prop_assert!(answer.certified && answer.bound >= answer.response, "{answer:?}");
            }
            (Err(clashes), None) => prop_assert!(!clashes.is_empty()),
            (answer, best) => prop_assert!(false, "{best:?} {answer:?}"),
        }
    }

    #[test]
    fn a_present_plan_at_the_target_is_never_beaten_by_the_answer(
        problem in any_problem(5), step in prop_oneof![Just(0.0), Just(0.7)],
    ) {
        // Any real allocation is a present plan; its own average cost is the target.
        let Ok(now) = solve(&Problem { step, ..problem.clone() }, &mut Control::unwatched()) else { return Ok(()) };
        let half: Vec<f64> = now.spends.iter().map(|spend| spend * 0.75).collect();
        let cost = half.iter().sum::<f64>() / response(&problem, &half);
        if !(cost > 0.0 && is_allowed(&Problem { step: 0.0, ..problem.clone() }, &half)) {
            return Ok(());
        }
        for per in [Per::Average, Per::Last] {
            let asked = Problem { step, present: Some(half.clone()), gap: 1e-6, ..aimed(&problem, cost, per) };
            let answer = solve(&asked, &mut Control::unwatched());
            if step > 0.0 && answer.is_err() {
                // It lies between steps, and on them there may be nothing.
                continue;
            }
            let Ok(answer) = answer else { return Err(TestCaseError::fail(format!("{answer:?}"))) };
            let left = |spends: &[f64]| match per {
                Per::Average => response(&problem, spends),
                Per::Last => response(&problem, spends) - spends.iter().sum::<f64>() / cost,
            };
            prop_assert!(left(&answer.spends) >= left(&half) - 1e-9 * left(&half).abs() - 1e-12, "{per:?} {answer:?}");
            prop_assert!(answer.bound >= answer.response);
        }
    }
}
