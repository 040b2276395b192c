//! The base plan and its scenarios side by side: what `compare` prints as JSON, and a part of the summary.

use schemars::JsonSchema;
use serde::Serialize;

use crate::calc::scenario::alternatives::Alternative;
use crate::plan::goal::Measure;
use crate::plan::{Money, Scenario, Task};
use crate::report::code::Coded;
use crate::report::versions;
use crate::words::Words;

use super::ScenarioName;
use super::figure::{Amount, Number, by_class};
use super::odds::{ChancePart, SpreadPart};

/// The base plan and scenarios side by side. Names are fixed: fields are added, never renamed or removed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CompareAnswer {
    /// The goal's headline measure, which attainment and chance are about.
    pub measure: Coded<Measure>,
    /// ISO 4217 code of every amount.
    pub currency: String,
    /// How many draws judge each of them, the same for all.
    pub draws: u32,
    /// Their seed.
    pub seed: u64,
    /// The base plan, then the scenarios.
    pub scenarios: Vec<ScenarioPart>,
    /// Scenarios of the plan that do not stand here.
    pub left_out: Vec<ScenarioName>,
}

/// The base plan or a scenario.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ScenarioPart {
    /// Its id in the plan; null for the base plan.
    pub id: Option<String>,
    /// What it is called.
    pub name: String,
    /// What it is for; may be empty.
    pub note: String,
    /// Money there is.
    pub budget: Option<Amount>,
    /// Money that is allocated, own shares of events included.
    pub allocated: Amount,
    /// Registrations of all channels, by the plan.
    pub registrations: Number,
    /// Leads by class: "A" and "B".
    pub leads: std::collections::BTreeMap<&'static str, Number>,
    /// Expected mobile-social customers, baseline included.
    pub customers: Number,
    /// Expected contributed revenue, baseline included.
    pub revenue: Amount,
    /// Contributed ÷ total revenue; null without a total.
    pub share: Option<Number>,
    /// Expected ÷ target of the headline measure; null without a target.
    pub attainment: Option<Number>,
    /// The chance of reaching the headline's target; null without one, and where nothing varies.
    pub chance: Option<ChancePart>,
    /// By how much likelier than the base plan, −1 to 1, in the same draws; null for the base plan, without a target, and where nothing
    /// varies.
    pub likelier: Option<ChancePart>,
    /// Where the headline measure lies; null where nothing varies.
    pub odds: Option<SpreadPart>,
    /// The tasks A, B and W, own shares of events included.
    pub tasks: Vec<ScenarioTask>,
    /// The channels, in the plan's order.
    pub channels: Vec<ScenarioChannel>,
    /// What differs from the base plan, in words; empty for the base plan.
    pub differences: Vec<String>,
}

/// A task in a scenario.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct ScenarioTask {
    /// The task.
    pub task: Coded<Task>,
    /// Money it gets.
    pub budget: Amount,
    /// Registrations.
    pub registrations: Number,
}

/// A channel in a scenario.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ScenarioChannel {
    /// Its id in the plan.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The task it serves.
    pub task: Coded<Task>,
    /// Money it gets.
    pub budget: Amount,
    /// Registrations this money buys.
    pub registrations: Number,
}

impl CompareAnswer {
    /// The answer about alternatives, the first of which is the base plan; `None` without any.
    #[must_use]
    pub fn of(alternatives: &[Alternative], left_out: &[&Scenario], words: &Words) -> Option<Self> {
        let base = alternatives.first()?;
        Some(Self {
            measure: Coded(base.report.goal.headline),
            currency: base.plan.currency.code.clone(),
            draws: base.odds.draws,
            seed: base.odds.seed,
            scenarios: ScenarioPart::all(alternatives, words),
            left_out: left_out.iter().copied().map(ScenarioName::from).collect(),
        })
    }
}

impl From<&Scenario> for ScenarioName {
    fn from(scenario: &Scenario) -> Self {
        Self { id: scenario.id.to_string(), name: scenario.name.clone() }
    }
}

impl ScenarioPart {
    /// All alternatives, the first of which is the base plan; names and differences are in the language of `words`.
    #[must_use]
    pub fn all(alternatives: &[Alternative], words: &Words) -> Vec<Self> {
        let Some(base) = alternatives.first() else { return Vec::new() };
        alternatives.iter().map(|alternative| Self::of(base, alternative, words)).collect()
    }

    fn of(base: &Alternative, Alternative { scenario, plan, report, odds }: &Alternative, words: &Words) -> Self {
        let amount = |money: Option<Money>| Amount::of(&plan.currency, money);
        let (allocation, goal) = (&report.allocation, &report.goal);
        let varies = odds.ranges > 0;
        let id = scenario.as_ref().map(|scenario| scenario.id.to_string());
        let task = |task: Task| {
            let all = allocation.task(task);
            let budget = amount((!all.too_large).then_some(all.spend));
            ScenarioTask { task: Coded(task), budget, registrations: Number(all.won.registrations) }
        };
        let rows = plan.allocation.channels.iter().zip(&allocation.channels);
        let channels = rows.map(|(channel, row)| ScenarioChannel {
            id: channel.id.to_string(),
            name: channel.name.clone(),
            task: Coded(channel.task),
            budget: amount(Some(channel.spend)),
            registrations: Number(row.won.registrations),
        });
        Self {
            name: scenario.as_ref().map_or_else(|| words.text("scenario-base"), |scenario| name(scenario, words)),
            id,
            note: scenario.as_ref().map(|scenario| scenario.note.trim().to_owned()).unwrap_or_default(),
            budget: plan.allocation.budget.map(|budget| amount(Some(budget))),
            allocated: amount((!allocation.too_large).then_some(allocation.total.spend)),
            registrations: Number(allocation.total.won.registrations),
            leads: by_class(allocation.leads),
            customers: Number(goal.expected.customers),
            revenue: amount((!goal.too_large).then_some(goal.expected.revenue)),
            share: goal.expected.share.map(Number),
            attainment: goal.headline_attainment().map(Number),
            chance: odds.headline_chance().filter(|_| varies).map(ChancePart::from),
            likelier: scenario
                .as_ref()
                .and_then(|_| odds.likelier_than(&base.odds))
                .filter(|_| varies)
                .map(ChancePart::from),
            odds: odds.spread(goal.headline).filter(|_| varies).map(SpreadPart::from),
            tasks: Task::ALL.map(task).to_vec(),
            channels: channels.collect(),
            differences: versions::sentences(&base.plan, plan, words),
        }
    }
}

/// What a scenario is called; where it has no name, that it has none.
#[must_use]
pub fn name(scenario: &Scenario, words: &Words) -> String {
    let name = scenario.name.trim();
    if name.is_empty() { words.text("scenario-unnamed") } else { name.to_owned() }
}
