//! Three ways to split the same money, found beside the window.

use std::num::NonZero;
use std::sync::Arc;
use std::thread;

use crate::app::context::Cx;
use crate::app::worker::Cancel;
use crate::calc::Report;
use crate::calc::best_allocation::{Aim, Problem, periods};
use crate::calc::odds::{SEED, Settings};
use crate::calc::risk::{Best, Proposal, Proposals, Refusal, proposals, proposals_over_months};
use crate::calc::schedule::is_by_month;
use crate::calc::suggestion::Change;
use crate::plan::allocation::Objective;
use crate::plan::goal::Measure;
use crate::plan::{Money, Plan};

/// The three ways, or why there are none.
pub type Dare = Result<Ways, Refusal>;

/// Three ways to split the same money.
#[derive(Debug)]
pub struct Ways {
    /// Each with how it does.
    pub found: Proposals,
    /// What each changes, in the same order.
    pub changes: Vec<Change>,
    /// Whose money is split.
    pub problem: Problem,
    /// The same over months, where the money goes to months.
    pub over_months: Option<periods::Problem>,
}

impl Ways {
    /// The chosen one with what it changes: where none was chosen, the likeliest to reach the goal; without a goal, the most on average.
    #[must_use]
    pub fn chosen(&self, way: Option<Best>) -> Option<(&Proposal, &Change)> {
        let all = || self.found.proposals.iter().zip(&self.changes);
        let by = |best: Best| all().find(|(proposal, _)| proposal.best == best);
        way.and_then(by).or_else(|| by(Best::Chance)).or_else(|| all().next())
    }
}

/// The money of a plan that is to be split.
#[derive(Clone)]
pub struct Dared {
    plan: Plan,
    report: Arc<Report>,
    budget: Money,
    over_months: bool,
    draws: u32,
}

impl PartialEq for Dared {
    fn eq(&self, other: &Self) -> bool {
        let asked = |dared: &Self| (dared.budget, dared.over_months, dared.draws);
        asked(self) == asked(other) && self.plan.same_as(&other.plan)
    }
}

impl Dared {
    /// So much of the plan as it stands; over months where that is asked for or its money goes to months.
    #[must_use]
    pub fn of(cx: &Cx, budget: Money, over_months: bool) -> Self {
        let over_months = over_months || is_by_month(cx.plan);
        Self { plan: cx.plan.clone(), report: Arc::clone(cx.report), budget, over_months, draws: cx.draws }
    }
}

/// Finds them.
pub fn dare(dared: &Dared, cancel: &Cancel) -> Dare {
    let (plan, report) = (&dared.plan, &*dared.report);
    let basis = report.basis(plan);
    let aim = Aim::MostResponse { budget: plan.currency.units(dared.budget).max(0.0) };
    // What each channel brings is told in what the goal is about.
    let objective = match report.goal.headline {
        Measure::Customers => Objective::Customers,
        Measure::Revenue | Measure::Share => Objective::Revenue,
    };
    let problem = Problem { aim, ..Problem::of_plan_for(basis, objective) };
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let settings = Settings { draws: dared.draws, seed: SEED, threads, stop: &|| cancel.is_cancelled() };
    if dared.over_months {
        let over_months = periods::Problem::of_plan(basis, objective, aim);
        let found = proposals_over_months(plan, report, &over_months, &settings)?;
        let months = found.proposals.iter().filter_map(|proposal| proposal.months.as_ref());
        let changes = months.map(|months| Change::over_months(basis, (&over_months, objective), months)).collect();
        return Ok(Ways { found, changes, problem: over_months.whole.clone(), over_months: Some(over_months) });
    }
    let found = proposals(plan, report, &problem, &settings)?;
    let change = |proposal: &Proposal| Change::of(basis, (&problem, objective), &proposal.spends);
    let changes = found.proposals.iter().map(change).collect();
    Ok(Ways { found, changes, problem, over_months: None })
}
