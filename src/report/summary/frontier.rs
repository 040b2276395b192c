//! The most that other budgets buy, as a part of the summary.

use schemars::JsonSchema;
use serde::Serialize;

use crate::calc::Suggestion;
use crate::calc::best_allocation::{Control, Point, Present, frontier};
use crate::plan::allocation::Objective;

use super::answer::{PointPart, PresentPart};
use crate::report::code::Coded;

/// Budgets from 60 % to 140 % of what is spent now, in so many steps.
const STEPS: u32 = 24;
const AROUND: (f64, f64) = (0.6, 1.4);

/// Parts of one budget's problem that are looked at; what is not proven then is the best found.
const MOST_NODES: usize = 200;

/// Looks at a channel over all budgets: a tenth of a second at most.
const MOST_WORK: u64 = 1_000_000;

/// The best of other budgets, and where the plan lies.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FrontierPart {
    /// What is counted.
    pub objective: Coded<Objective>,
    /// The plan as it is, and the best in its place.
    pub present: PresentPart,
    /// Budgets that rise, each with the most it buys; those for which the limits leave no allocation are left out.
    pub points: Vec<PointPart>,
}

impl FrontierPart {
    /// The frontier around the money of a plan; `None` where nothing is spent or fewer than two budgets keep the limits.
    #[must_use]
    /// `None` also where money goes to months: what a budget buys then hangs on its months, and the plan would lie beside the curve.
    pub fn of(suggestion: &Suggestion) -> Option<Self> {
        if suggestion.by_month.is_some() {
            return None;
        }
        let problem = &suggestion.problem;
        let now: f64 = problem.present.as_ref()?.iter().sum();
        let step = problem.step.max(f64::MIN_POSITIVE);
        let budget = |number: u32| {
            let share = AROUND.0 + (AROUND.1 - AROUND.0) * f64::from(number) / f64::from(STEPS);
            (now * share / step).round() * step
        };
        let mut budgets: Vec<f64> = (0..=STEPS).map(budget).collect();
        budgets.dedup();
        if !(now > 0.0 && budgets.len() > 1 && budgets.iter().all(|budget| budget.is_finite())) {
            return None;
        }
        let found =
            frontier(problem, &budgets, &mut Control { most_nodes: MOST_NODES, most_work: MOST_WORK, watch: None });
        let points: Vec<PointPart> = found.points.iter().map(point).collect();
        (points.len() > 1).then_some(())?;
        Some(Self { objective: Coded(suggestion.change.objective), present: present(found.present?), points })
    }
}

fn point(point: &Point) -> PointPart {
    let Point { budget, response, bound, certified } = *point;
    PointPart { budget: budget.into(), response: response.into(), bound: bound.into(), certified }
}

fn present(present: Present) -> PresentPart {
    PresentPart {
        spend: present.spend.into(),
        response: present.response.into(),
        best_response: present.best_response.map(Into::into),
        least_spend: present.least_spend.map(Into::into),
        certified: present.certified,
    }
}
