//! The base plan and scenarios of it, all judged by the same draws: what then differs between them is no noise.

use std::sync::Arc;

use crate::calc::odds::{Odds, Settings, odds};
use crate::calc::{Report, report};
use crate::plan::{Plan, Scenario};

use super::applied;

/// How many scenarios can stand beside the base plan.
pub const MOST: usize = 5;

/// The base plan or one of its scenarios, calculated.
#[derive(Clone, Debug)]
pub struct Alternative {
    /// The scenario; `None` for the base plan.
    pub scenario: Option<Scenario>,
    /// The plan as it then is, without scenarios.
    pub plan: Plan,
    /// What it means.
    pub report: Report,
    /// How likely it is.
    pub odds: Odds,
}

/// The base plan, and after it each of the scenarios; `None` if it was told to stop.
#[must_use]
pub fn alternatives(base: &Plan, scenarios: &[&Scenario], settings: &Settings) -> Option<Vec<Alternative>> {
    let all = std::iter::once(None).chain(scenarios.iter().copied().map(Some));
    all.map(|scenario| {
        let plan = match scenario {
            None => Plan { scenarios: Arc::default(), ..base.clone() },
            Some(scenario) => applied(base, scenario),
        };
        let report = report(&plan);
        let odds = odds(&plan, &report, settings)?;
        Some(Alternative { scenario: scenario.cloned(), plan, report, odds })
    })
    .collect()
}

/// The scenarios that have room side by side, and all others.
#[must_use]
pub fn first_scenarios(base: &Plan) -> (Vec<&Scenario>, Vec<&Scenario>) {
    let (shown, left_out) = base.scenarios.split_at(base.scenarios.len().min(MOST));
    (shown.iter().collect(), left_out.iter().collect())
}
