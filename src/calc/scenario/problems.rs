//! What can be wrong with a scenario: what its numbers break that the base plan's do not.

use std::collections::{HashMap, HashSet};

use crate::calc::allocation::AllocationReport;
use crate::calc::finding::Severity::{Advice, Warning};
use crate::calc::finding::{Finding, Place, Problem, Section, Severity, Value, Values};
use crate::plan::{Channel, Id, Money, Plan, Scenario};

/// What can be wrong with a scenario.
#[derive(Clone, Debug)]
pub enum ScenarioProblem {
    /// More is allocated than its budget holds; by how much.
    OverBudget(Money),
    /// Gives a channel less than its minimum.
    BelowMin(Beyond),
    /// Gives a channel more than its maximum.
    AboveMax(Beyond),
    /// Is called like another one before it.
    SameName,
}

/// A channel whose money is beyond a limit.
#[derive(Clone, Debug)]
pub struct Beyond {
    /// The channel.
    pub channel: Id,
    /// What it gets.
    pub spend: Money,
    /// The least or the most that it may get.
    pub limit: Money,
}

impl Problem for ScenarioProblem {
    fn kind(&self) -> (Severity, &'static str) {
        match self {
            Self::OverBudget(_) => (Warning, "scenario-over-budget"),
            Self::BelowMin(_) => (Warning, "scenario-below-min"),
            Self::AboveMax(_) => (Warning, "scenario-above-max"),
            Self::SameName => (Advice, "scenario-same-name"),
        }
    }

    fn values(self) -> Values {
        match self {
            Self::OverBudget(by) => vec![("by", Value::Money(by))],
            Self::BelowMin(Beyond { channel, spend, limit }) | Self::AboveMax(Beyond { channel, spend, limit }) => {
                vec![
                    ("channel", Value::Channel(channel)),
                    ("spend", Value::Money(spend)),
                    ("limit", Value::Money(limit)),
                ]
            }
            Self::SameName => Vec::new(),
        }
    }
}

/// What to mend in a plan's scenarios.
pub(in crate::calc) fn findings(plan: &Plan, report: &AllocationReport, out: &mut Vec<Finding>) {
    if plan.scenarios.is_empty() {
        return;
    }
    let channels: HashMap<&Id, &Channel> =
        plan.allocation.channels.iter().rev().map(|channel| (&channel.id, channel)).collect();
    let mut names = HashSet::new();
    for scenario in plan.scenarios.iter() {
        let mut add =
            |problem| out.push(Finding::new(Place::item(Section::Allocation, &scenario.id, "scenarios"), problem));
        if !scenario.name.trim().is_empty() && !names.insert(scenario.name.trim()) {
            add(ScenarioProblem::SameName);
        }
        over_budget(plan, report, scenario).map(ScenarioProblem::OverBudget).into_iter().for_each(&mut add);
        for (id, spend) in &scenario.spend {
            channels.get(id).and_then(|channel| beyond(channel, *spend)).into_iter().for_each(&mut add);
        }
    }
}

/// By how much more is allocated than the scenario's budget holds. One that has only the base's numbers repeats nothing of it.
fn over_budget(plan: &Plan, report: &AllocationReport, scenario: &Scenario) -> Option<Money> {
    if report.too_large || (scenario.budget.is_none() && scenario.spend.is_empty()) {
        return None;
    }
    let shown = super::applied(plan, scenario);
    let channels = Money::total(shown.allocation.channels.iter().map(|channel| channel.spend))?;
    let over = channels.plus(report.events_spend())?.minus(shown.allocation.budget?)?;
    (over > Money::ZERO).then_some(over)
}

fn beyond(channel: &Channel, spend: Money) -> Option<ScenarioProblem> {
    let of = |limit| Beyond { channel: channel.id.clone(), spend, limit };
    let off = channel.off_or_min && spend == Money::ZERO;
    let below = channel.min.filter(|min| spend < *min && !off).map(|min| ScenarioProblem::BelowMin(of(min)));
    below.or_else(|| channel.max.filter(|max| spend > *max).map(|max| ScenarioProblem::AboveMax(of(max))))
}
