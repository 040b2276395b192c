//! What clashes is said with the right numbers.

use super::*;

/// Whether what clashes really does, by the numbers that are said.
pub(super) fn check_all(clashes: &[Clash]) -> Result<(), TestCaseError> {
    let clash_of = |clash: &Clash| match *clash {
        Clash::Channel { min, max, .. } => max < min,
        Clash::NoStep { min, max, .. } => min <= max,
        Clash::GroupMax { least, max, .. } | Clash::Period { least, max, .. } => max < least,
        Clash::GroupMin { min, most, .. } => most < min,
        Clash::Budget { least, budget } => budget < least,
        Clash::Periods { least, most } => most < least,
        Clash::Target { target, most } => most < target,
        Clash::Cost { cost, least } => cost < least,
        Clash::GroupChoice { min, max, below, above, .. } => below < min && max < above,
        Clash::NoChoice => true,
        Clash::NotFound | Clash::LastInPeriods | Clash::StepTooFine { .. } => false,
    };
    prop_assert!(!clashes.is_empty() && clashes.iter().all(clash_of), "{clashes:?}");
    Ok(())
}

fn clashes(problem: &Problem) -> Vec<Clash> {
    solve(problem, &mut Control::unwatched()).unwrap_err()
}

fn carrying(whole: Whole) -> Problem {
    let mut problem = in_periods(whole, 4);
    problem.courses.iter_mut().for_each(|course| course.carry_over = 0.3);
    problem
}

#[test]
fn what_clashes_says_so() {
    let needs = candidate(hill(90.0, 50.0, 1.0), Spend::Between { min: 500.0, max: 900.0 }, None);
    let mut problem = in_periods(whole(1_000.0, 1.0, vec![needs]), 4);
    problem.most = vec![100.0; 4];
    let clashes = solve(&problem, &mut Control::unwatched()).unwrap_err();
    assert!(clashes.contains(&Clash::Periods { least: 500.0, most: 400.0 }), "{clashes:?}");
    problem.most = vec![f64::INFINITY; 4];
    problem.whole.aim = Aim::MostResponse { budget: 400.0 };
    let clashes = solve(&problem, &mut Control::unwatched()).unwrap_err();
    assert!(
        matches!(clashes[..], [Clash::Budget { .. } | Clash::GroupMin { .. } | Clash::Channel { .. }]),
        "{clashes:?}"
    );
    problem.courses[0].fixed = vec![Some(200.0), None, None, None];
    problem.most[0] = 150.0;
    problem.whole.aim = Aim::MostResponse { budget: 900.0 };
    let clashes = solve(&problem, &mut Control::unwatched()).unwrap_err();
    assert!(matches!(clashes[..], [Clash::Period { period: 0, .. }]), "{clashes:?}");
}

#[test]
fn what_is_not_worth_its_cost_says_what_it_costs() {
    let needs = candidate(hill(90.0, 50.0, 1.0), Spend::Between { min: 500.0, max: 900.0 }, None);
    let mut problem = carrying(Whole { gap: 1e-3, ..whole(0.0, 1.0, vec![needs]) });
    problem.whole.aim = Aim::CostTarget { cost: 2.0, per: Per::Average, budget: f64::INFINITY };
    let [Clash::Cost { cost, least }] = clashes(&problem)[..] else { panic!("{:?}", clashes(&problem)) };
    problem.whole.aim = Aim::MostResponse { budget: 500.0 };
    let cheapest = 500.0 / solved(&problem).whole.response;
    assert!(cost == 2.0 && (least / cheapest - 1.0).abs() < 1e-2, "{least} {cheapest}");
    // What must be spent costs more than what is best: about where a line from nothing touches the curve, 500 for 45.
    let needs = candidate(hill(90.0, 500.0, 2.0), Spend::Between { min: 50.0, max: f64::INFINITY }, None);
    let mut problem = carrying(Whole { gap: 1e-3, ..whole(0.0, 1.0, vec![needs]) });
    problem.whole.aim = Aim::CostTarget { cost: 5.0, per: Per::Average, budget: f64::INFINITY };
    let found = clashes(&problem);
    assert!(matches!(found[..], [Clash::Cost { least, .. }] if least > 8.0 && least < 14.0), "{found:?}");
}

#[test]
fn what_is_fixed_above_a_maximum_says_how_much_it_is() {
    let few = candidate(hill(90.0, 50.0, 1.0), Spend::Between { min: 100.0, max: 500.0 }, None);
    let mut problem = carrying(whole(2_000.0, 1.0, vec![few]));
    problem.courses[0].fixed = vec![Some(300.0), Some(400.0), None, None];
    assert_eq!(clashes(&problem), [Clash::Channel { channel: 0, min: 700.0, max: 500.0 }]);
    problem.courses[0].fixed = vec![Some(30.0), Some(40.0), Some(0.0), Some(0.0)];
    assert_eq!(clashes(&problem), [Clash::Channel { channel: 0, min: 100.0, max: 70.0 }]);
}

#[test]
fn a_group_that_cannot_reach_its_minimum_says_so() {
    let small = candidate(hill(90.0, 50.0, 1.0), Spend::Between { min: 0.0, max: 200.0 }, Some(0));
    let mut problem = carrying(whole(2_000.0, 1.0, vec![small, small]));
    problem.whole.groups = vec![GroupLimits { min: 900.0, max: 1_000.0 }];
    assert_eq!(clashes(&problem), [Clash::GroupMin { group: 0, min: 900.0, most: 400.0 }]);
    problem.whole.groups = vec![GroupLimits { min: 0.0, max: 100.0 }];
    problem.courses[0].fixed[2] = Some(150.0);
    assert_eq!(clashes(&problem), [Clash::GroupMax { group: 0, least: 150.0, max: 100.0 }]);
}

#[test]
fn a_step_that_is_too_fine_is_said_with_carry_over_too() {
    let problem = carrying(whole(1e12, 1e-5, vec![free(hill(90.0, 50.0, 1.0))]));
    assert_eq!(clashes(&problem), [Clash::StepTooFine { step: 1e-5, least: 1e-3 }]);
}
