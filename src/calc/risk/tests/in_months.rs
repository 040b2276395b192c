//! Money that goes to months: against every grid of small plans, the solver over months, and the odds.

use proptest::prelude::*;

use super::*;
use crate::calc::Basis;
use crate::calc::best_allocation::{Aim, Control, periods};
use crate::calc::schedule::{is_by_month, length};
use crate::calc::suggestion::Change;

const STEP: f64 = 2_500.0;

/// What months are like in a small plan.
#[derive(Clone, Copy, Debug)]
struct Months {
    seasons: [[f64; 3]; 2],
    carry_over: [f64; 2],
    /// The most of the middle month.
    cash: Option<i64>,
    /// The most that the second channel gets.
    most: Option<i64>,
    budget: i64,
}

impl Months {
    const ALIKE: Self = Self { seasons: [[1.0; 3]; 2], carry_over: [0.0; 2], cash: None, most: None, budget: 20_000 };

    /// Two channels over three months, the second one unsure.
    fn plan(self, shapes: [f64; 2], target: i64) -> Plan {
        let mut plan = blank(self.budget, 2_500, target);
        plan.period.months = 3;
        let whole = |plan: &Plan, units| plan.currency.whole(units).unwrap();
        let curves = [(150.0, 14_000, shapes[0]), (190.0, 18_000, shapes[1])];
        let ranges = [Some((0.8, 1.3)), Some((0.3, 3.0))];
        let channels = curves.into_iter().zip(ranges).enumerate().map(|(number, (curve, range))| {
            let mut channel = channel(number, curve, range, &plan);
            channel.schedule.season = self.seasons[number].to_vec();
            channel.schedule.carry_over = self.carry_over[number];
            channel.schedule.off.extend((number == 0).then_some(1));
            channel
        });
        let mut channels: Vec<Channel> = channels.collect();
        channels[1].max = self.most.map(|most| whole(&plan, most));
        let cash = self.cash.map(|cash| whole(&plan, cash));
        let mut plan = with_channels(plan, channels);
        Arc::make_mut(&mut plan.allocation).cash = vec![None, cash, None];
        plan
    }
}

fn in_steps(plan: &Plan, report: &Report) -> periods::Problem {
    let aim = Aim::MostResponse { budget: plan.currency.units(plan.allocation.budget.unwrap()) };
    let mut problem = periods::Problem::of_plan(report.basis(plan), Objective::Revenue, aim);
    problem.whole.step = STEP;
    problem
}

/// Every split of whole steps that keeps the limits.
fn all_grids(problem: &periods::Problem) -> Vec<Vec<f64>> {
    let steps = problem.whole.aim.budget() / STEP;
    let mut grids: Vec<(f64, Vec<f64>)> = vec![(0.0, Vec::new())];
    for _ in 0..problem.courses.len() * problem.periods() {
        let more = |(used, grid): (f64, Vec<f64>)| {
            (0..=8_u32).map(f64::from).take_while(move |now| used + now <= steps).map(move |now| {
                let next: Vec<f64> = grid.iter().copied().chain([now * STEP]).collect();
                (used + now, next)
            })
        };
        grids = grids.into_iter().flat_map(more).collect();
    }
    let courses = |grid: &Vec<f64>| grid.chunks(problem.periods()).map(<[f64]>::to_vec).collect::<Vec<_>>();
    grids.into_iter().map(|(_, grid)| grid).filter(|grid| problem.allows(&courses(grid))).collect()
}

/// The best of all grids by each measure.
fn best_of_all(plan: &Plan, problem: &periods::Problem, draws: u32) -> [f64; 3] {
    let report = calc::report(plan);
    let money = Money::of(Ask::Months(problem), 2, &|| false);
    let worths = Worths::of(plan, &report, Measure::Revenue);
    let shown = Sample::draw(&worths, &money, &settings(draws, 1)).unwrap();
    let desk = Desk { scale: Scale::of(plan, &report), money: &money, shown: &shown };
    let mut best = [f64::NEG_INFINITY; 3];
    for grid in all_grids(problem) {
        let standing = desk.standing(&grid);
        for (best, kind) in best.iter_mut().zip(Best::ALL) {
            *best = best.max(by(kind, &standing).0);
        }
    }
    best
}

#[test]
fn nothing_on_the_grid_of_months_is_clearly_better() {
    const DRAWS: u32 = 3_000;
    let seasons = [[0.6, 1.0, 1.4], [1.5, 0.5, 1.0]];
    let cases = [
        (Months::ALIKE, [2.5, 3.0], 9_000),
        (Months { seasons, ..Months::ALIKE }, [1.0, 1.0], 11_000),
        (Months { seasons, cash: Some(5_000), ..Months::ALIKE }, [1.0, 2.0], 9_000),
        (Months { carry_over: [0.4, 0.6], ..Months::ALIKE }, [1.0, 2.0], 9_000),
        (Months { seasons, most: Some(10_000), ..Months::ALIKE }, [2.0, 1.0], 8_000),
    ];
    for (months, shapes, target) in cases {
        let plan = months.plan(shapes, target);
        assert!(is_by_month(&plan));
        let report = calc::report(&plan);
        let problem = in_steps(&plan, &report);
        let found = proposals_over_months(&plan, &report, &problem, &settings(DRAWS, 2)).unwrap();
        for (best, kind) in best_of_all(&plan, &problem, DRAWS).into_iter().zip(Best::ALL) {
            let proposal = of(&found, kind);
            let (own, error) = by(kind, &proposal.standing);
            assert!(best <= own + 2.0 * error, "{kind:?} of {months:?}: {best}, found {own} ± {error}");
            assert!(proposal.bound >= best * (1.0 - 1e-9), "{kind:?} of {months:?}: {best} beats {}", proposal.bound);
            let courses = proposal.months.as_ref().unwrap();
            assert!(problem.allows(courses) && problem.sums(courses) == proposal.spends);
        }
    }
}

#[test]
fn without_ranges_all_three_are_the_proven_best_over_months() {
    let mut plan = Months { seasons: [[0.6, 1.0, 1.4]; 2], ..Months::ALIKE }.plan([2.0, 2.5], 9_000);
    Arc::make_mut(&mut plan.allocation).channels.iter_mut().for_each(|channel| channel.registrations_range = None);
    let report = calc::report(&plan);
    let problem = in_steps(&plan, &report);
    let found = proposals_over_months(&plan, &report, &problem, &settings(300, 1)).unwrap();
    let (answer, _) = periods::solve_beside_even(&problem, &mut Control::unwatched()).unwrap();
    assert!(answer.whole.certified && found.are_the_same());
    for proposal in &found.proposals {
        assert!(proposal.proven, "{proposal:?}");
        assert_eq!(proposal.months.as_ref(), Some(&answer.periods));
        assert!((proposal.standing.average.value / answer.whole.response - 1.0).abs() < 1e-9);
    }
}

/// A plan of real size: what is said of a proposal is what the odds say once its months are adopted.
#[test]
fn proposals_over_months_have_the_odds_of_the_plan_that_adopts_them() {
    const DRAWS: u32 = 4_000;
    let mut plan = worked_case();
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.budget = plan.currency.whole(640_000);
    allocation.channels[0].schedule.carry_over = 0.3;
    allocation.channels[2].schedule.off.extend([1, 2]);
    let report = calc::report(&plan);
    let basis: Basis = report.basis(&plan);
    let aim = Aim::MostResponse { budget: 640_000.0 };
    let problem = periods::Problem::of_plan(basis, Objective::Revenue, aim);
    let found = proposals_over_months(&plan, &report, &problem, &settings(DRAWS, 2)).unwrap();
    has_odds_of(&found.present, &plan, DRAWS);
    for proposal in &found.proposals {
        let months = proposal.months.as_ref().unwrap();
        let change = Change::over_months(basis, (&problem, Objective::Revenue), months);
        let mut adopted = plan.clone();
        let length = length(&plan);
        change.put_into(Arc::make_mut(&mut adopted.allocation), length);
        has_odds_of(&proposal.standing, &adopted, DRAWS);
    }
}

prop_compose! {
    fn any_months()(
        seasons in prop::array::uniform2(prop::array::uniform3(0.0..2.0_f64)),
        carry_over in prop::array::uniform2(prop_oneof![Just(0.0), 0.1..0.9_f64]),
        cash in prop::option::of(2_i64..6),
        most in prop::option::of(1_i64..5),
    ) -> Months {
        let whole = |steps: i64| steps * 2_500;
        Months { seasons, carry_over, cash: cash.map(whole), most: most.map(whole), budget: 12_500 }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    /// Whatever carries over, whatever limits there are: no grid is above a bound.
    #[test]
    fn no_grid_of_months_is_above_its_bound(
        months in any_months(),
        shapes in prop::array::uniform2(0.6..3.0_f64),
        target in 3_000_i64..12_000,
    ) {
        let plan = months.plan(shapes, target);
        let report = calc::report(&plan);
        let problem = in_steps(&plan, &report);
        let Ok(found) = proposals_over_months(&plan, &report, &problem, &settings(200, 1)) else { return Ok(()) };
        for (best, kind) in best_of_all(&plan, &problem, 200).into_iter().zip(Best::ALL) {
            let proposal = of(&found, kind);
            prop_assert!(best <= proposal.bound + 1e-9 * best.abs(), "{kind:?}: {best} {proposal:?}");
            prop_assert!(problem.allows(proposal.months.as_ref().unwrap()), "{proposal:?}");
        }
    }
}
