//! Channels that take each other's place, and sums that must be met to the step.

use super::*;

/// Channels all but alike in two groups with limits.
fn near_twins() -> impl Strategy<Value = Problem> {
    let twin = (1.0..1.001, 1.0..1.001, 0..2_usize);
    let group = (0.0..9.0, 0.0..14.0)
        .prop_map(|(a, b): (f64, f64)| GroupLimits { min: a.min(b).floor(), max: a.max(b).ceil() });
    let shape = select(vec![1.5, 3.0, 10.0]);
    (prop::collection::vec(twin, 2..=5), [group.clone(), group], 3..20_u32, shape).prop_map(
        |(twins, groups, budget, shape)| {
            let channels = twins.into_iter().map(|(ceiling, half, group)| Candidate {
                group: Some(group),
                ..candidate(hill(100.0 * ceiling, 2.5 * half, shape), 5.0)
            });
            Problem { groups: groups.into(), step: 1.0, gap: 0.0, ..most(f64::from(budget), channels.collect()) }
        },
    )
}

/// Channels that get one of two amounts or nothing, in two groups with limits that are hard to meet.
fn sums_to_meet() -> impl Strategy<Value = Problem> {
    let one = (1..400_u32, 0..2_u32, 0.5..1.5, 0..3_usize);
    let group = (0..900_u32, prop_oneof![0..3_u32, 0..2_000_u32])
        .prop_map(|(min, wide)| GroupLimits { min: f64::from(min), max: f64::from(min + wide) });
    (prop::collection::vec(one, 1..=9), [group.clone(), group], 0..2_500_u32).prop_map(|(all, groups, budget)| {
        let channels = all.into_iter().map(|(min, wide, cost, group)| Candidate {
            spend: Spend::OffOr { min: f64::from(min), max: f64::from(min + wide) },
            group: Some(group).filter(|group| *group < 2),
            ..candidate(Response::Linear { base: 0.0, cost, ceiling: 1e9 }, 0.0)
        });
        Problem { groups: groups.into(), step: 1.0, gap: 0.0, ..most(f64::from(budget), channels.collect()) }
    })
}

/// The best of all choices of nothing or an amount.
fn best_choice(problem: &Problem) -> Option<f64> {
    let choices: Vec<Vec<f64>> = problem
        .channels
        .iter()
        .map(|one| match one.spend {
            Spend::OffOr { min, max } if max > min => vec![0.0, min, max],
            Spend::OffOr { min, .. } => vec![0.0, min],
            _ => unreachable!(),
        })
        .collect();
    let mut all: Vec<Vec<f64>> = vec![vec![]];
    for choices in choices {
        all = all
            .into_iter()
            .flat_map(|spends| choices.iter().map(move |one| [spends.clone(), vec![*one]].concat()))
            .collect();
    }
    let allowed = all.iter().filter(|spends| is_allowed(problem, spends));
    allowed.map(|spends| response(problem, spends)).max_by(f64::total_cmp)
}

fn is_the_best(problem: &Problem, answer: &Result<Answer, Vec<Clash>>, best: Option<f64>) -> bool {
    match (answer, best) {
        (Ok(answer), Some(best)) => {
            is_allowed(problem, &answer.spends)
                && (answer.response - best).abs() <= 1e-9 * best.abs() + 1e-12
                && answer.bound >= answer.response
                && answer.certified
        }
        (Err(clashes), None) => !clashes.is_empty() && !clashes.contains(&Clash::NotFound),
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn near_twins_in_groups_whose_limits_bind(problem in near_twins()) {
        let best = best_of_all(&problem);
        for answer in [solve_by_counting(&problem), solve_by_listing(&problem)] {
            prop_assert!(is_the_best(&problem, &answer, best), "{best:?} {answer:?}");
        }
        // Any number of money: no less than whole steps win, and no more than is promised.
        let continuous = Problem { step: 0.0, gap: 1e-9, ..problem };
        if let (Ok(answer), Some(best)) = (solve_by_counting(&continuous), best) {
            prop_assert!(is_allowed(&continuous, &answer.spends));
            prop_assert!(answer.bound >= best * (1.0 - 1e-9) && answer.response <= answer.bound);
            prop_assert!(!answer.certified || answer.response >= best * (1.0 - 2e-9));
        }
    }

    #[test]
    fn sums_that_are_listed(problem in sums_to_meet()) {
        let best = best_choice(&problem);
        let answer = solve_by_listing(&problem);
        prop_assert!(is_the_best(&problem, &answer, best), "{best:?} {answer:?}");
    }
}

/// Twenty channels alike within 0.01 %, in a group that must get more than it would.
#[test]
fn near_twins_under_a_minimum_are_proven_in_few_parts() {
    let twin = |number: u32| {
        let apart = 1.0 + 1e-4 * (f64::from(number) * 0.618).fract();
        Candidate { group: Some(0), ..candidate(hill(100.0 * apart, 100.0 / apart, 10.0), f64::INFINITY) }
    };
    for others in [0, 5] {
        let other = |number: u32| candidate(hill(2_000.0 + f64::from(number), 500.0, 1.0), f64::INFINITY);
        let channels = (0..20).map(twin).chain((0..others).map(other)).collect();
        let group = GroupLimits { min: 911.0, max: f64::INFINITY };
        let answer = solved(&Problem { groups: vec![group], ..most(911.0 + 200.0 * f64::from(others), channels) });
        assert!(answer.certified && answer.nodes <= 1_000, "{answer:?}");
    }
}

/// Even amounts never sum to an odd number; odd and even ones do in one of many ways.
#[test]
fn a_sum_is_met_to_the_step_or_not_at_all() {
    for (channels, amounts) in [(30, 1_000_000_u32), (60, 500)] {
        let amount =
            |number: u32| 2.0 * (f64::from(amounts) * (0.3 + 0.7 * (f64::from(number) * 0.618).fract())).round();
        let one = |number| Candidate {
            spend: Spend::OffOr { min: amount(number), max: amount(number) },
            group: Some(0),
            ..candidate(Response::Linear { base: 0.0, cost: 1.0 + f64::from(number % 7), ceiling: 1e9 }, 0.0)
        };
        let all: Vec<Candidate> = (0..channels).map(one).collect();
        let sum: f64 = (0..channels).filter(|number| number % 3 == 0).map(amount).sum();
        let exactly = |sum| {
            let groups = vec![GroupLimits { min: sum, max: sum }];
            solve(&Problem { groups, step: 1.0, ..most(1e12, all.clone()) }, &mut Control::unwatched())
        };
        let answer = exactly(sum).unwrap();
        assert!(answer.certified && answer.total_spend == sum, "{answer:?}");
        assert_eq!(exactly(sum + 1.0), Err(vec![Clash::NoChoice]));
    }
}
