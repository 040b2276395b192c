//! `--scenario ID`: the plan as it is in one of its scenarios.

use std::borrow::Cow;
use std::ffi::OsStr;

use crate::calc::odds::{DRAWS, SEED};
use crate::calc::scenario::alternatives::{alternatives, first_scenarios};
use crate::calc::scenario::{applied, find};
use crate::plan::{Id, Plan, Scenario};
use crate::report::Summary;
use crate::t;
use crate::words::Words;
use crate::words::clean::one_line;

use super::arguments::Given;
use super::failure::Failure;
use super::simulate::settings;

/// The scenario that is asked for; none without the option.
pub(super) fn chosen<'a>(base: &'a Plan, given: &Given, words: &Words) -> Result<Option<&'a Scenario>, Failure> {
    given.option("scenario").map(|id| known(base, id, words)).transpose()
}

/// The plan as it is in a scenario, or as it is.
pub(super) fn plan_in<'a>(base: &'a Plan, scenario: Option<&Scenario>) -> Cow<'a, Plan> {
    scenario.map_or(Cow::Borrowed(base), |scenario| Cow::Owned(applied(base, scenario)))
}

/// The summary of a plan in one of its scenarios, or as it is, with all of them side by side, as many as have room.
pub(super) fn with_scenarios(summary: Summary, (base, chosen): (&Plan, Option<&Scenario>), words: &Words) -> Summary {
    let summary = summary.in_scenario(chosen);
    if base.scenarios.is_empty() {
        return summary;
    }
    let (shown, left_out) = first_scenarios(base);
    match alternatives(base, &shown, &settings(DRAWS, SEED)) {
        Some(all) => summary.with_scenarios(&all, &left_out, words),
        None => summary,
    }
}

/// The scenario of this id.
///
/// # Errors
/// Names those that are there.
pub(super) fn known<'a>(base: &'a Plan, id: &OsStr, words: &Words) -> Result<&'a Scenario, Failure> {
    let id = id.to_string_lossy();
    if let Some(scenario) = find(base, &Id::new(&id)) {
        return Ok(scenario);
    }
    let all: Vec<&str> = base.scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
    let all = one_line(&all.join(", "));
    let key = if all.is_empty() { "terminal-no-scenarios" } else { "terminal-unknown-scenario" };
    Err(Failure::Input(t!(words, key, id = one_line(&id), all = all)))
}
