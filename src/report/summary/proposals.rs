//! Three ways to split the same money as JSON: what `optimize --proposals` prints.

use schemars::JsonSchema;
use serde::Serialize;

use crate::calc::best_allocation::Problem;
use crate::calc::risk::{Best, Measured, Proposal, Proposals, Standing};
use crate::plan::Plan;
use crate::plan::goal::Measure;

use super::figure::Number;
use super::odds::ChancePart;
use crate::report::code::Coded;
use crate::report::sentences::proposal::channel_names;

/// Three ways to split the same money. Names are fixed: fields are added, never renamed or removed.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct ProposalsAnswer {
    /// The goal's headline measure, which all amounts below are of, baseline included.
    pub measure: Option<Coded<Measure>>,
    /// What of it is to be reached; null without a target.
    pub target: Option<Number>,
    /// How many draws judge each split, the same for all.
    pub draws: u32,
    /// Their seed.
    pub seed: u64,
    /// How many estimates with a range move the splits; without any, all three are the proven best.
    pub ranges: usize,
    /// The plan as it is; null where nothing is feasible.
    pub present: Option<StandingPart>,
    /// Most on average, most likely (only with a target), best bad year; empty where nothing is feasible.
    pub proposals: Vec<ProposalPart>,
    /// From the best average to the best bad year: splits of which none does worse in both than another.
    pub frontier: Vec<StandingPart>,
    /// The months over which they spread money, where money goes to months: what `periods` of each spend holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub periods: Option<Vec<String>>,
    /// Which sums clash and by how much, in words; empty where there is an allocation.
    pub infeasible: Vec<String>,
}

/// One way to split the money.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ProposalPart {
    /// What it is best at.
    pub best: Coded<Best>,
    /// In these draws no split has more of what this one is best at.
    pub bound: Number,
    /// Whether that is proven of this one; otherwise it is the best that was found.
    pub proven: bool,
    /// How it does.
    #[serde(flatten)]
    pub standing: StandingPart,
    /// What each channel gets, then each event.
    pub spend: Vec<ProposedSpend>,
}

/// How a split does.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct StandingPart {
    /// What it costs in all.
    pub total_spend: Number,
    /// The mean of all draws.
    pub average: MeasuredPart,
    /// One draw in ten is below.
    pub p10: MeasuredPart,
    /// The chance of reaching the target; null without one.
    pub chance: Option<ChancePart>,
}

/// A number found by drawing.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct MeasuredPart {
    /// The number.
    pub value: Number,
    /// How far so many draws usually are from the true one.
    pub standard_error: Number,
}

/// What a channel gets.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ProposedSpend {
    /// Its id.
    pub id: String,
    /// Its name in the plan.
    pub name: String,
    /// What it gets.
    pub spend: Number,
    /// What it has at present.
    pub present: Number,
    /// What it gets in each month that is left, where money goes to months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub periods: Option<Vec<Number>>,
}

impl From<Measured> for MeasuredPart {
    fn from(measured: Measured) -> Self {
        Self { value: Number(measured.value), standard_error: Number(measured.standard_error) }
    }
}

impl From<Standing> for StandingPart {
    fn from(standing: Standing) -> Self {
        Self {
            total_spend: Number(standing.spend),
            average: standing.average.into(),
            p10: standing.bad_year.into(),
            chance: standing.chance.map(ChancePart::from),
        }
    }
}

impl ProposalsAnswer {
    /// What was found for a plan.
    #[must_use]
    pub fn of(plan: &Plan, problem: &Problem, measure: Measure, found: &Proposals) -> Self {
        let part = |proposal: &Proposal| ProposalPart {
            best: Coded(proposal.best),
            bound: Number(proposal.bound),
            proven: proposal.proven,
            standing: proposal.standing.into(),
            spend: spends(plan, problem, proposal),
        };
        Self {
            measure: Some(Coded(measure)),
            target: found.target.map(Number),
            draws: found.draws,
            seed: found.seed,
            ranges: found.ranges,
            present: Some(found.present.into()),
            proposals: found.proposals.iter().map(part).collect(),
            frontier: found.frontier.iter().copied().map(StandingPart::from).collect(),
            periods: None,
            infeasible: Vec::new(),
        }
    }

    /// The same with the months that are left, as `2026-06`.
    #[must_use]
    pub fn over(self, periods: Vec<String>) -> Self {
        Self { periods: Some(periods), ..self }
    }

    /// Where no split keeps all limits.
    #[must_use]
    pub fn infeasible(clashes: Vec<String>) -> Self {
        Self { infeasible: clashes, ..Self::default() }
    }
}

fn spends(plan: &Plan, problem: &Problem, proposal: &Proposal) -> Vec<ProposedSpend> {
    let ids = plan.allocation.channels.iter().map(|channel| &channel.id);
    let ids = ids.chain(plan.events.iter().map(|event| &event.id));
    let present = problem.present_spends().unwrap_or_default();
    let numbers = |months: &Vec<f64>| months.iter().copied().map(Number).collect();
    let row = |(index, ((id, name), present)): (usize, ((&crate::plan::Id, String), &f64))| {
        Some(ProposedSpend {
            id: id.to_string(),
            name,
            spend: Number(*proposal.spends.get(index)?),
            present: Number(*present),
            periods: proposal.months.as_ref().and_then(|months| months.get(index)).map(numbers),
        })
    };
    ids.zip(channel_names(plan)).zip(&present).enumerate().filter_map(row).collect()
}
