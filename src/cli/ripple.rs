//! `solve ripple`: from funnel to ripple, as a filter.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::calc::numbers::Kind;
use crate::calc::ripple::{
    FollowInputs, FunnelInputs, Inputs, MOST_GENERATIONS, Outcome, ShareInputs, StepKind, outcome,
};
use crate::plan::ripple::OnSite;
use crate::report::code::Coded;
use crate::report::formats::json;
use crate::report::summary::figure::Number;
use crate::words::Words;

use super::failure::Failure;
use super::question::{LARGEST, check_amount, check_rate, outside, read_json};
use super::{Answer, Streams};

pub(super) fn run(words: &Words, streams: &mut Streams) -> Result<Answer, Failure> {
    let question: RippleQuestion = read_json("ripple", words, streams)?;
    let inputs = question.inputs(words).map_err(Failure::Input)?;
    let answer =
        RippleAnswer::of(&outcome(&inputs)).ok_or_else(|| Failure::Input(words.text("terminal-ripple-endless")))?;
    streams.print(&json::pretty(&answer)?)?;
    Ok(Answer::Yes)
}

/// What `solve ripple` reads.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RippleQuestion {
    funnel: Funnel<f64>,
    follow: Option<Follow<f64>>,
    share: Option<Share<f64>>,
}

impl RippleQuestion {
    /// The inputs, or what is wrong with one of them.
    fn inputs(self, words: &Words) -> Result<Inputs, String> {
        let inputs = inputs(words, self.funnel, self.follow, self.share)?;
        inputs.try_map(|field, number| {
            match field.kind {
                Kind::Rate => check_rate(words, field.path, number)?,
                Kind::Count => check_amount(words, field.path, number)?,
            }
            Ok(number)
        })
    }
}

/// The event as a funnel.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Funnel<N> {
    cost: N,
    audience: N,
    lead_rate: N,
    sign_rate: N,
    value: N,
}

/// What keeping the audience as followers adds.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Follow<N> {
    /// On top of the funnel; left out: 0.
    cost: Option<N>,
    /// Long-run share of the whole audience that signs.
    conversion: N,
}

/// What rewarding them for telling friends adds.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Share<N> {
    vouchers: N,
    unit_cost: N,
    sharers: N,
    contacts: N,
    lead_rate: N,
    sign_rate: N,
    /// Left out: 0.
    reshare_rate: Option<N>,
    /// Left out: none.
    audience_limit: Option<N>,
    #[serde(default = "ten")]
    generations: u32,
    #[serde(default)]
    onsite: Site,
}

fn ten() -> u32 {
    10
}

#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Site {
    #[default]
    Funnel,
    Follow,
}

/// The parts of a question as inputs, their numbers not looked at yet.
pub(super) fn inputs<N: Default>(
    words: &Words,
    funnel: Funnel<N>,
    follow: Option<Follow<N>>,
    share: Option<Share<N>>,
) -> Result<Inputs<N>, String> {
    if let Some(share) = &share {
        if !(1..=MOST_GENERATIONS).contains(&share.generations) {
            return Err(outside(words, "share.generations", share.generations.to_string(), 1, MOST_GENERATIONS));
        }
        if matches!(share.onsite, Site::Follow) && follow.is_none() {
            return Err(words.text("terminal-ripple-no-follow"));
        }
    }
    let Funnel { cost, audience, lead_rate, sign_rate, value } = funnel;
    Ok(Inputs {
        funnel: FunnelInputs { cost, audience, lead_rate, sign_rate, value },
        follow: follow.map(|Follow { cost, conversion }| FollowInputs { cost: cost.unwrap_or_default(), conversion }),
        share: share.map(Share::inputs),
    })
}

impl<N: Default> Share<N> {
    fn inputs(self) -> ShareInputs<N> {
        ShareInputs {
            vouchers: self.vouchers,
            unit_cost: self.unit_cost,
            sharers: self.sharers,
            contacts: self.contacts,
            lead_rate: self.lead_rate,
            sign_rate: self.sign_rate,
            reshare_rate: self.reshare_rate.unwrap_or_default(),
            audience_limit: self.audience_limit,
            generations: self.generations,
            onsite: match self.onsite {
                Site::Funnel => OnSite::Funnel,
                Site::Follow => OnSite::Follow,
            },
        }
    }
}

/// What `solve ripple` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct RippleAnswer {
    steps: Vec<StepAnswer>,
    reproduction: Number,
    generations: Vec<GenerationAnswer>,
    dies_out: Number,
}

#[derive(Debug, Serialize, JsonSchema)]
struct StepAnswer {
    name: Coded<StepKind>,
    cost: Number,
    customers: Number,
    revenue: Number,
    roi: Option<Number>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct GenerationAnswer {
    generation: u32,
    exposures: Number,
    customers: Number,
}

impl RippleAnswer {
    /// The answer, unless a figure in it is beyond all numbers.
    pub(super) fn of(outcome: &Outcome) -> Option<Self> {
        // The calculation stays finite by stopping at the largest number; an answer of that size is none.
        let small = |number: f64| number < LARGEST;
        let steps = outcome.steps.iter().all(|step| small(step.cost) && small(step.people) && step.revenue.is_finite());
        let sound = steps && outcome.generations.iter().all(|generation| small(generation.reached));
        sound.then(|| Self {
            steps: outcome
                .steps
                .iter()
                .map(|step| StepAnswer {
                    name: Coded(step.kind),
                    cost: Number(step.cost),
                    customers: Number(step.customers),
                    revenue: Number(step.revenue),
                    roi: step.roi().map(Number),
                })
                .collect(),
            reproduction: Number(outcome.reproduction),
            generations: outcome
                .generations
                .iter()
                .map(|generation| GenerationAnswer {
                    generation: generation.number,
                    exposures: Number(generation.exposures),
                    customers: Number(generation.customers),
                })
                .collect(),
            dies_out: Number(outcome.dies_out),
        })
    }
}
