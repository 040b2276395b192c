//! `--months`: when to spend a plan's money.

use crate::calc::best_allocation::periods::{Answer as Found, Problem, solve};
use crate::calc::best_allocation::{Aim, Problem as Whole, solve as solve_whole};
use crate::calc::months;
use crate::report::document::months::ByMonth;
use crate::report::formats::{json, text};
use crate::report::sentences::proposal::channel_names;
use crate::report::summary::answer::{AllocationAnswer, Ids};
use crate::report::summary::figure::Number;
use crate::words::Words;

use super::Asked;
use crate::cli::deadline::Deadline;
use crate::cli::failure::Failure;
use crate::cli::{Answer, Streams};

/// Prints the best allocation over the months of a plan that are left.
pub(super) fn run(
    asked: &Asked<'_>,
    as_json: bool,
    deadline: Deadline,
    (words, streams): (&Words, &mut Streams),
) -> Result<Answer, Failure> {
    let problem = Problem::of_plan(asked.basis(), asked.problem.clone());
    let answer = match deadline.watch(|control| solve(&problem, control)) {
        Ok(answer) => answer,
        Err(clashes) => {
            streams.print(&asked.refusal(&clashes, as_json, words)?)?;
            return Ok(Answer::No);
        }
    };
    let even = evenly(&problem, &answer, deadline);
    let text = if as_json {
        json::pretty(&shown(asked, &problem, &answer, even))?
    } else {
        let (plan, objective, rest) = (asked.plan, asked.objective, asked.rest.as_ref());
        let by_month = ByMonth { plan, problem: &problem, objective, answer: &answer, even, rest };
        text::write(&by_month.document(words))
    };
    streams.print(&text)?;
    Ok(Answer::Yes)
}

/// What the best split of the same money wins when each channel spends evenly, in whole steps of every month: the answer
/// by month is never worse.
fn evenly(problem: &Problem, answer: &Found, deadline: Deadline) -> f64 {
    let same_money = match problem.whole.aim {
        Aim::LeastSpend { .. } | Aim::CostTarget { .. } => Aim::MostResponse { budget: answer.whole.total_spend },
        most @ Aim::MostResponse { .. } => most,
    };
    let months = u32::try_from(problem.len()).map_or(1.0, f64::from);
    let whole = Whole { aim: same_money, step: problem.whole.step * months, ..problem.whole.clone() };
    let even = deadline.watch(|control| solve_whole(&whole, control));
    even.map_or(0.0, |even| even.response)
}

fn shown(asked: &Asked<'_>, problem: &Problem, answer: &Found, even: f64) -> AllocationAnswer {
    let channel_ids = asked.plan.allocation.channels.iter().map(|channel| channel.id.to_string());
    let channels: Vec<String> = channel_ids.chain(asked.plan.events.iter().map(|event| event.id.to_string())).collect();
    let groups = ["A", "B", "W"].map(str::to_owned);
    let period = months::period(asked.plan);
    let left = u32::try_from(problem.len()).unwrap_or(period.months).min(period.months);
    let name = |month: u32| period.month_start(month).strftime("%Y-%m").to_string();
    let periods: Vec<String> = (period.months - left..period.months).map(name).collect();
    let mut shown =
        AllocationAnswer::over(problem, answer, Ids { channels: &channels, groups: &groups, periods: &periods });
    for (row, name) in shown.spend.iter_mut().zip(channel_names(asked.plan)) {
        row.name = Some(name);
    }
    shown.from = asked.rest.as_ref().map(|rest| asked.plan.period.month_start(rest.from));
    shown.periods = Some(periods);
    shown.even_response = Some(Number(even));
    shown
}
