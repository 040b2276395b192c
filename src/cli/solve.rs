//! `solve`: calculations as filters, JSON on standard input and standard output.

use std::fmt::Display;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::calc::ripple::{
    FollowInputs, FunnelInputs, Inputs, MOST_GENERATIONS, Outcome, ShareInputs, StepKind, outcome,
};
use crate::plan::ripple::OnSite;
use crate::report::code::Coded;
use crate::report::figure::Number;
use crate::t;
use crate::words::Words;

use super::allocation;
use super::arguments::Arguments;
use super::failure::Failure;
use super::split;
use super::{Answer, Streams};

/// Inputs beyond this are typing errors, and results of them no numbers.
const LARGEST: f64 = 1e15;

/// Runs the calculation that is named.
pub(super) fn run(arguments: Arguments, words: &Words, streams: &mut Streams) -> Result<Answer, Failure> {
    let given = arguments.read(&[])?;
    match given.only("allocation|split|ripple")?.to_string_lossy().as_ref() {
        "allocation" => allocation::run(words, streams),
        "split" => split::run(words, streams),
        "ripple" => ripple(words, streams),
        later @ "simulate" => Err(Failure::NotYet(format!("solve {later}"))),
        other => Err(Failure::NotOneOf { value: other.to_owned(), allowed: "allocation, split, ripple" }),
    }
}

fn ripple(words: &Words, streams: &mut Streams) -> Result<Answer, Failure> {
    let mut text = String::new();
    streams.input.read_to_string(&mut text)?;
    let question = RippleQuestion::read(&text, words).map_err(Failure::Input)?;
    let answer = RippleAnswer::of(&outcome(&question.inputs()))
        .ok_or_else(|| Failure::Input(words.text("terminal-ripple-endless")))?;
    streams.print(&(serde_json::to_string_pretty(&answer)? + "\n"))?;
    Ok(Answer::Yes)
}

/// What `solve ripple` reads.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RippleQuestion {
    funnel: Funnel,
    follow: Option<Follow>,
    share: Option<Share>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Funnel {
    cost: f64,
    audience: f64,
    lead_rate: f64,
    sign_rate: f64,
    value: f64,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Follow {
    #[serde(default)]
    cost: f64,
    conversion: f64,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Share {
    vouchers: f64,
    unit_cost: f64,
    sharers: f64,
    contacts: f64,
    lead_rate: f64,
    sign_rate: f64,
    #[serde(default)]
    reshare_rate: f64,
    audience_limit: Option<f64>,
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

impl RippleQuestion {
    /// Reads and checks a question; what is wrong comes back as one line with its place.
    fn read(text: &str, words: &Words) -> Result<Self, String> {
        let question: Self = read_json(text)?;
        question.check(words)?;
        Ok(question)
    }

    fn check(&self, words: &Words) -> Result<(), String> {
        let check_amount = |field, value| check_amount(words, field, value);
        let check_rate = |field, value| check_rate(words, field, value);
        let funnel = &self.funnel;
        check_amount("funnel.cost", funnel.cost)?;
        check_amount("funnel.audience", funnel.audience)?;
        check_rate("funnel.lead_rate", funnel.lead_rate)?;
        check_rate("funnel.sign_rate", funnel.sign_rate)?;
        check_amount("funnel.value", funnel.value)?;
        if let Some(follow) = &self.follow {
            check_amount("follow.cost", follow.cost)?;
            check_rate("follow.conversion", follow.conversion)?;
        }
        self.share.as_ref().map_or(Ok(()), |share| share.check(words, self.follow.is_some()))
    }

    fn inputs(&self) -> Inputs {
        let funnel = &self.funnel;
        Inputs {
            funnel: FunnelInputs {
                cost: funnel.cost,
                audience: funnel.audience,
                lead_rate: funnel.lead_rate,
                sign_rate: funnel.sign_rate,
                value: funnel.value,
            },
            follow: self
                .follow
                .as_ref()
                .map(|follow| FollowInputs { cost: follow.cost, conversion: follow.conversion }),
            share: self.share.as_ref().map(Share::inputs),
        }
    }
}

impl Share {
    fn check(&self, words: &Words, has_follow: bool) -> Result<(), String> {
        let check_amount = |field, value| check_amount(words, field, value);
        let check_rate = |field, value| check_rate(words, field, value);
        check_amount("share.vouchers", self.vouchers)?;
        check_amount("share.unit_cost", self.unit_cost)?;
        check_amount("share.sharers", self.sharers)?;
        check_amount("share.contacts", self.contacts)?;
        check_rate("share.lead_rate", self.lead_rate)?;
        check_rate("share.sign_rate", self.sign_rate)?;
        check_rate("share.reshare_rate", self.reshare_rate)?;
        check_amount("share.audience_limit", self.audience_limit.unwrap_or(0.0))?;
        if !(1..=MOST_GENERATIONS).contains(&self.generations) {
            return Err(outside(words, "share.generations", self.generations.to_string(), 1, MOST_GENERATIONS));
        }
        if matches!(self.onsite, Site::Follow) && !has_follow {
            return Err(words.text("terminal-ripple-no-follow"));
        }
        Ok(())
    }

    fn inputs(&self) -> ShareInputs {
        ShareInputs {
            vouchers: self.vouchers,
            unit_cost: self.unit_cost,
            sharers: self.sharers,
            contacts: self.contacts,
            lead_rate: self.lead_rate,
            sign_rate: self.sign_rate,
            reshare_rate: self.reshare_rate,
            audience_limit: self.audience_limit,
            generations: self.generations,
            onsite: match self.onsite {
                Site::Funnel => OnSite::Funnel,
                Site::Follow => OnSite::Follow,
            },
        }
    }
}

/// Reads a question; what is wrong comes back as one line with its place.
pub(super) fn read_json<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let mut json = serde_json::Deserializer::from_str(text);
    let question = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = error.path().to_string();
        let inner = error.into_inner();
        if path == "." { inner.to_string() } else { format!("{path}: {inner}") }
    })?;
    json.end().map_err(|error| error.to_string())?;
    Ok(question)
}

pub(super) fn check_rate(words: &Words, field: &str, value: f64) -> Result<(), String> {
    if (0.0..=1.0).contains(&value) { Ok(()) } else { Err(outside(words, field, value.to_string(), 0, 1)) }
}

pub(super) fn check_amount(words: &Words, field: &str, value: f64) -> Result<(), String> {
    let fits = (0.0..=LARGEST).contains(&value);
    if fits { Ok(()) } else { Err(outside(words, field, digits(value), 0, "1e15")) }
}

/// A number in as many digits as one reads.
pub(super) fn digits(value: f64) -> String {
    if (1e-6..1e16).contains(&value.abs()) || value == 0.0 { value.to_string() } else { format!("{value:e}") }
}

pub(super) fn outside(words: &Words, field: &str, value: String, low: impl Display, high: impl Display) -> String {
    let (low, high) = (low.to_string(), high.to_string());
    t!(words, "terminal-outside", field = field, value = value, low = low, high = high)
}

/// What `solve ripple` prints.
#[derive(Debug, Serialize, JsonSchema)]
struct RippleAnswer {
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
    fn of(outcome: &Outcome) -> Option<Self> {
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
