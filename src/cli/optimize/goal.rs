//! How far the goal is reached with an answer, given what happened already.

use crate::calc::odds::{DRAWS, SEED, Settings, odds};
use crate::calc::suggestion::Change;
use crate::calc::{self, Report};
use crate::plan::Plan;
use crate::report::document::proposal::GoalReached;

use super::adopted;

/// The goal as the plan is and with a change of its money; `None` without a goal.
pub(super) fn goal_change(plan: &Plan, report: &Report, change: &Change) -> Option<[GoalReached; 2]> {
    let then = adopted(plan, change);
    Some([reached(plan, report)?, reached(&then, &calc::report(&then))?])
}

fn reached(plan: &Plan, report: &Report) -> Option<GoalReached> {
    let attainment = report.goal.headline_attainment()?;
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let drawn = odds(plan, report, &Settings { draws: DRAWS, seed: SEED, threads, stop: &|| false });
    let drawn = drawn.filter(|odds| odds.ranges > 0);
    Some(GoalReached { attainment, chance: drawn.and_then(|odds| odds.headline_chance()).map(|chance| chance.value) })
}
