//! A least spend and cost targets over periods.

use super::*;

#[test]
fn the_other_two_questions_are_asked_as_well() {
    let mut plan = whole(f64::INFINITY, 1.0, vec![free(hill(900.0, 500.0, 1.6)), free(hill(500.0, 900.0, 2.5))]);
    plan.gap = 5e-3;
    for carry_over in [0.0, 0.3] {
        let mut problem = in_periods(plan.clone(), 4);
        problem.courses.iter_mut().for_each(|course| course.carry_over = carry_over);
        problem.whole.aim = Aim::LeastSpend { target: 700.0, budget: f64::INFINITY };
        let least = solved(&problem);
        assert!(least.whole.response >= 700.0 && least.whole.gap < 2e-2, "{least:?}");
        problem.whole.aim = Aim::MostResponse { budget: least.whole.total_spend };
        assert!(solved(&problem).whole.response >= least.whole.response - 1e-9);
        problem.whole.aim = Aim::CostTarget { cost: 1.5, per: Per::Average, budget: f64::INFINITY };
        let average = solved(&problem);
        assert!(average.whole.total_spend <= 1.5 * average.whole.response * (1.0 + 1e-9), "{average:?}");
        assert!(average.whole.gap < 2e-2, "{average:?}");
    }
}

#[test]
fn limits_and_price_are_those_of_the_question() {
    let plan = whole(f64::INFINITY, 1.0, vec![free(hill(900.0, 500.0, 1.6)), free(hill(500.0, 900.0, 2.5))]);
    let mut problem = in_periods(Whole { gap: 5e-3, ..plan }, 4);
    problem.courses[0].carry_over = 0.3;
    problem.whole.aim = Aim::LeastSpend { target: 700.0, budget: f64::INFINITY };
    let least = solved(&problem);
    // The budgets it was found with are no limits of the question.
    assert_eq!((least.whole.binding.as_slice(), least.whole.multiplier), (&[][..], 0.0));
    problem.whole.aim = Aim::CostTarget { cost: 1.5, per: Per::Average, budget: f64::INFINITY };
    let average = solved(&problem);
    assert_eq!(average.whole.binding, [Limit::Cost]);
    // One unit more wins less than its money is worth on average.
    assert!(average.whole.multiplier > 0.0 && average.whole.multiplier < 1.0 / 1.5, "{average:?}");
    problem.whole.aim = Aim::MostResponse { budget: least.whole.total_spend };
    let most = solved(&problem);
    assert_eq!(most.whole.binding, [Limit::Budget]);
    problem.whole.aim = Aim::MostResponse { budget: least.whole.total_spend + 10.0 };
    let more = solved(&problem).whole.response - most.whole.response;
    assert!((more / (10.0 * most.whole.multiplier) - 1.0).abs() < 0.05, "{more} {most:?}");
}

#[test]
fn a_marginal_cost_over_crossing_limits_says_that_it_is_not_asked() {
    let mut problem = in_periods(whole(f64::INFINITY, 1.0, vec![free(hill(900.0, 500.0, 1.6))]), 4);
    problem.whole.aim = Aim::CostTarget { cost: 1.5, per: Per::Last, budget: 900.0 };
    assert!(solved(&problem).whole.certified);
    problem.courses[0].carry_over = 0.3;
    assert_eq!(solve(&problem, &mut Control::unwatched()), Err(vec![Clash::LastInPeriods]));
}

/// Aims whose numbers lie about where they are just met; a target as a part of the most there is.
fn any_aim() -> impl Strategy<Value = (usize, f64)> {
    prop_oneof![(Just(0_usize), 0.1..1.1), (Just(1), 0.02..2.0), (Just(2), 0.02..2.0)]
}

fn ask(problem: &Problem, (aim, number): (usize, f64)) -> Problem {
    let budget = problem.whole.aim.budget();
    let aim = match aim {
        0 => Aim::LeastSpend { target: number * best_of_all(problem, 4).unwrap_or(1.0), budget },
        1 => Aim::CostTarget { cost: number, per: Per::Average, budget },
        _ => Aim::CostTarget { cost: number, per: Per::Last, budget },
    };
    Problem { whole: Whole { aim, ..problem.whole.clone() }, ..problem.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn other_aims_find_the_best_of_all(problem in any_problem(2, prop_oneof![Just(0.0), 0.1..0.8]), aim in any_aim()) {
        let problem = ask(&problem, aim);
        let answer = solve(&problem, &mut Control::unwatched());
        if answer != Err(vec![Clash::LastInPeriods]) {
            check(&problem)?;
        }
    }
}
