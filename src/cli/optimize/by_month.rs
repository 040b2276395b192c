//! `--months`: when to spend a plan's money.

use crate::calc::best_allocation::Clash;
use crate::calc::best_allocation::periods::{Answer as Found, Problem, solve_beside_even};
use crate::calc::months;
use crate::calc::suggestion::Change;
use crate::report::document::months::ByMonth;
use crate::report::formats::{json, text};
use crate::report::summary::answer::AllocationAnswer;
use crate::report::summary::figure::Number;
use crate::words::Words;

use super::{Asked, OwnIds, Told};
use crate::cli::deadline::Deadline;
use crate::cli::failure::Failure;

/// The best allocation over the months of a plan that are left, or the sums that clash.
pub(super) fn found(
    asked: &Asked<'_>,
    as_json: bool,
    deadline: Deadline,
    words: &Words,
) -> Result<Result<Told, Vec<Clash>>, Failure> {
    if asked.rest.as_ref().is_some_and(|rest| rest.from >= rest.months) {
        return Err(Failure::Input(words.text("terminal-from-none-left")));
    }
    let problem = Problem::of_plan(asked.basis(), asked.objective, asked.problem.aim);
    let (answer, even) = match deadline.watch(|control| solve_beside_even(&problem, control)) {
        Ok(found) => found,
        Err(clashes) => return Ok(Err(clashes)),
    };
    let text = if as_json {
        json::pretty(&shown(asked, &problem, &answer, even))?
    } else {
        let (plan, objective, rest) = (asked.plan, asked.objective, asked.rest.as_ref());
        let by_month = ByMonth { plan, problem: &problem, objective, answer: &answer, even, rest };
        text::write(&by_month.document(words))
    };
    let change = Change::over_months(asked.basis(), (&problem, asked.objective), &answer.periods);
    Ok(Ok(Told { text, change }))
}

/// The months that are left, as `2026-06`.
pub(super) fn month_ids(asked: &Asked<'_>) -> Vec<String> {
    let period = months::period(asked.plan);
    let from = asked.rest.as_ref().map_or(0, |rest| rest.from);
    let name = |month: u32| period.month_start(month).strftime("%Y-%m").to_string();
    (from..period.months).map(name).collect()
}

fn shown(asked: &Asked<'_>, problem: &Problem, answer: &Found, even: Option<f64>) -> AllocationAnswer {
    let periods = month_ids(asked);
    let own = OwnIds::of(asked.plan);
    let mut shown = AllocationAnswer::over(problem, answer, own.ids(&periods));
    let present = problem.present.as_ref().map(|present| problem.rows(present)).unwrap_or_default();
    asked.describe_rows(&mut shown, &problem.whole, present);
    shown.periods = Some(periods);
    shown.even_response = even.map(Number);
    shown
}
