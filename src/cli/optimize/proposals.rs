//! `--proposals`: three ways to split the same money, by how much one dares.

use std::num::NonZero;

use crate::calc::best_allocation::periods::Problem;
use crate::calc::odds::{DRAWS, SEED, Settings};
use crate::calc::risk::{proposals, proposals_over_months};
use crate::calc::schedule::is_by_month;
use crate::report::document::risk::ThreeWays;
use crate::report::formats::{json, text};
use crate::report::sentences::risk::refused;
use crate::report::summary::proposals::ProposalsAnswer;
use crate::words::Words;
use crate::words::clean::one_line;

use super::Asked;
use super::by_month::month_ids;
use crate::cli::arguments::Given;
use crate::cli::deadline::Deadline;
use crate::cli::failure::Failure;
use crate::cli::patience::with_a_word;
use crate::cli::{Answer, Streams};

/// What asks for something else.
pub(super) fn check(given: &Given) -> Result<(), Failure> {
    let option =
        ["target", "max-cost", "max-marginal", "objective"].into_iter().find(|name| given.option(name).is_some());
    let flag = ["write", "months"].into_iter().find(|name| given.flag(name));
    match option.or(flag) {
        Some(other) => Err(Failure::Unexpected(format!("--{other}"))),
        None => Ok(()),
    }
}

/// Prints the three.
pub(super) fn run(
    asked: &Asked,
    as_json: bool,
    deadline: Deadline,
    (words, streams): (&Words, &mut Streams),
) -> Result<Answer, Failure> {
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    let settings = Settings { draws: DRAWS, seed: SEED, threads, stop: &|| deadline.is_over() };
    let (plan, measure, rest) = (asked.plan, asked.report.goal.headline, asked.rest.as_ref());
    let by_month = is_by_month(plan);
    let search = || {
        if !by_month {
            return proposals(plan, asked.report, &asked.problem, &settings);
        }
        let problem = Problem::of_plan(asked.basis(), asked.objective, asked.problem.aim);
        proposals_over_months(plan, asked.report, &problem, &settings)
    };
    let found = match with_a_word(words, search) {
        Ok(found) => found,
        Err(refusal) => {
            let said = refused(plan, words, rest, &refusal);
            let text = said.iter().map(|line| one_line(line) + "\n").collect();
            let text = if as_json { json::pretty(&ProposalsAnswer::infeasible(said))? } else { text };
            streams.print(&text)?;
            return Ok(Answer::No);
        }
    };
    streams.print(&if as_json {
        let answer = ProposalsAnswer::of(plan, &asked.problem, measure, &found);
        json::pretty(&if by_month { answer.over(month_ids(asked)) } else { answer })?
    } else {
        text::write(&ThreeWays { plan, problem: &asked.problem, measure, found: &found, rest }.document(words))
    })?;
    Ok(Answer::Yes)
}
