//! `simulate PLAN` and `solve simulate`: the odds of a plan, and those of a ripple as a filter.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::num::NonZero;
use std::thread;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::calc::numbers::Kind;
use crate::calc::odds::{self, Builder, Chance, Drawn, Input, Mover, Odds, Settings, Spread, Value};
use crate::calc::ripple::{Field, Inputs, outcome};
use crate::calc::{self, Report};
use crate::file;
use crate::plan::{Estimate, Plan};
use crate::report::document::Document;
use crate::report::formats::{json, text};
use crate::report::summary::figure::Number;
use crate::report::summary::odds::{ChancePart, SpreadPart};
use crate::report::{Part, Summary};
use crate::t;
use crate::words::{Words, parse};

use super::arguments::{Arguments, Given};
use super::failure::Failure;
use super::question::{check_amount, check_rate, outside, read_json};
use super::ripple::{Follow, Funnel, RippleAnswer, Share, inputs};
use super::{Answer, Streams};

/// The most draws of one ripple; a whole plan keeps many more numbers of each, see [`odds::MOST_DRAWS`].
const MOST_DRAWS: u32 = 10_000_000;

/// So many draws of such a seed, on all processors.
pub(super) fn settings(draws: u32, seed: u64) -> Settings<'static> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    Settings { draws, seed, threads, stop: &|| false }
}

/// The odds of a plan as a summary shows them: always the same draws.
pub(super) fn usual_odds(plan: &Plan, report: &Report) -> Option<Odds> {
    odds::odds(plan, report, &settings(odds::DRAWS, odds::SEED))
}

/// Prints the odds of a plan.
pub(super) fn run(arguments: Arguments, streams: &mut Streams) -> Result<Answer, Failure> {
    let given = arguments.read(&["draws", "seed", "format", "lang"])?;
    let words = streams.language_of(&given)?;
    let as_json = given.as_json()?;
    let draws = draws(&given, words)?;
    let seed = match given.option("seed").map(OsStr::to_string_lossy) {
        None => odds::SEED,
        Some(text) => text.parse().map_err(|_| Failure::NoNumber { option: "seed", value: text.into_owned() })?,
    };
    let plan = file::open(&given.only("PLAN")?)?;
    let report = calc::report(&plan);
    let never = || Failure::Input(words.text("terminal-ripple-endless"));
    let odds = odds::odds(&plan, &report, &settings(draws, seed)).ok_or_else(never)?;
    let summary = Summary::of(&plan, &report, words).with_odds(&plan, &report, &odds, words);
    let answer =
        if as_json { json::pretty(&summary.odds)? } else { text::write(&Document::with(&summary, &[Part::Odds])) };
    streams.print(&answer)?;
    Ok(Answer::Yes)
}

fn draws(given: &Given, words: &Words) -> Result<u32, Failure> {
    let Some(text) = given.option("draws").map(OsStr::to_string_lossy) else { return Ok(odds::DRAWS) };
    let draws = parse::whole(&text).map_err(|problem| Failure::number("draws", &text, problem))?;
    if (1..=odds::MOST_DRAWS).contains(&draws) {
        Ok(draws)
    } else {
        Err(Failure::Input(outside(words, "--draws", draws.to_string(), 1, odds::MOST_DRAWS)))
    }
}

/// A number, or an estimate with its 90 % range.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(transparent)]
pub(super) struct Uncertain(Estimate<f64>);

impl JsonSchema for Uncertain {
    fn schema_name() -> Cow<'static, str> {
        "Uncertain".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let number = || json_schema!({ "type": "number" });
        json_schema!({
            "description": "A number, or an estimate with its 90 % range.",
            "anyOf": [
                number(),
                {
                    "type": "object",
                    "properties": { "likely": number(), "low": number(), "high": number() },
                    "required": ["likely"],
                    "additionalProperties": false,
                },
            ],
        })
    }
}

/// What `solve simulate` reads: the question of `solve ripple`, in which any number may be an estimate.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SimulateQuestion {
    funnel: Funnel<Uncertain>,
    follow: Option<Follow<Uncertain>>,
    share: Option<Share<Uncertain>>,
    /// How many draws, 1 to 10,000,000.
    #[serde(default = "usual_draws")]
    #[schemars(range(min = 1, max = MOST_DRAWS))]
    draws: u32,
    /// The same seed gives the same answer.
    #[serde(default = "usual_seed")]
    seed: u64,
    /// What is to be reached.
    #[serde(default)]
    targets: Targets,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Targets {
    customers: Option<f64>,
    revenue: Option<f64>,
    roi: Option<f64>,
}

fn usual_draws() -> u32 {
    odds::DRAWS
}

fn usual_seed() -> u64 {
    odds::SEED
}

/// What `solve simulate` prints, for the last step given.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SimulateAnswer {
    draws: u32,
    seed: u64,
    customers: SpreadPart,
    revenue: SpreadPart,
    /// Null where nothing is spent.
    roi: Option<SpreadPart>,
    /// The chance of reaching each target that was given.
    chance: Chances,
    /// The result the tornado is about.
    tornado_of: Outcome,
    /// The inputs with a range, those that explain most of its spread first.
    tornado: Vec<MoverAnswer>,
}

#[derive(Debug, Default, Serialize, JsonSchema)]
struct Chances {
    #[serde(skip_serializing_if = "Option::is_none")]
    customers: Option<ChancePart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revenue: Option<ChancePart>,
    /// Null where nothing is spent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[allow(clippy::option_option)] // left out without a target, null without a return
    roi: Option<Option<ChancePart>>,
}

/// Results of a ripple.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Outcome {
    Customers,
    Revenue,
    Roi,
}

#[derive(Debug, Serialize, JsonSchema)]
struct MoverAnswer {
    /// Path of the input in the question.
    input: String,
    /// The part of the spread it explains; all inputs together explain 1.
    explains: Number,
    /// The result with this input at the low end of its range, all others at their likely values.
    low_result: Number,
    /// The same at the high end.
    high_result: Number,
}

impl From<Mover> for MoverAnswer {
    fn from(mover: Mover) -> Self {
        Self {
            input: mover.input.name,
            explains: Number(mover.explains),
            low_result: Number(mover.low_result),
            high_result: Number(mover.high_result),
        }
    }
}

/// Answers a question on standard input.
pub(super) fn filter(words: &Words, streams: &mut Streams) -> Result<Answer, Failure> {
    let question: SimulateQuestion = read_json("simulate", words, streams)?;
    let answer = question.answer(words).map_err(Failure::Input)?;
    streams.print(&json::pretty(&answer)?)?;
    Ok(Answer::Yes)
}

impl SimulateQuestion {
    fn answer(self, words: &Words) -> Result<SimulateAnswer, String> {
        let Self { funnel, follow, share, draws, seed, targets } = self;
        if !(1..=MOST_DRAWS).contains(&draws) {
            return Err(outside(words, "draws", draws.to_string(), 1, MOST_DRAWS));
        }
        let given = [("customers", targets.customers), ("revenue", targets.revenue), ("roi", targets.roi)];
        for (name, target) in given {
            check_amount(words, &format!("targets.{name}"), target.unwrap_or(0.0))?;
        }
        let inputs = inputs(words, funnel, follow, share)?.try_map(|field, number| checked(words, field, number))?;
        let likely = inputs.map(|_, estimate| estimate.likely);
        RippleAnswer::of(&outcome(&likely)).ok_or_else(|| words.text("terminal-ripple-endless"))?;
        Simulation::of(&inputs, &settings(draws, seed))
            .and_then(|simulation| simulation.answer(targets))
            .ok_or_else(|| words.text("terminal-ripple-endless"))
    }
}

/// An estimate whose numbers are of their kind and in order.
fn checked(words: &Words, field: Field, Uncertain(estimate): Uncertain) -> Result<Estimate<f64>, String> {
    let check = |name: &str, number| match field.kind {
        Kind::Rate => check_rate(words, name, number),
        Kind::Count => check_amount(words, name, number),
    };
    check(field.path, estimate.likely)?;
    let Some(range) = estimate.range else { return Ok(estimate) };
    check(&format!("{}.low", field.path), range.low)?;
    check(&format!("{}.high", field.path), range.high)?;
    let (low, high) = (range.low.to_string(), range.high.to_string());
    if range.low > range.high {
        return Err(t!(words, "terminal-low-above-high", field = field.path, low = low, high = high));
    }
    if estimate.likely < range.low || estimate.likely > range.high {
        let likely = estimate.likely.to_string();
        return Err(t!(words, "terminal-likely-outside", field = field.path, likely = likely, low = low, high = high));
    }
    Ok(estimate)
}

/// A ripple that was drawn.
struct Simulation<'a> {
    program: odds::Program,
    drawn: Vec<Drawn>,
    /// The number every draw's return is divided by, where it is always the same.
    fixed_cost: Option<f64>,
    settings: &'a Settings<'a>,
}

/// Where the results stand in the program.
const CUSTOMERS: usize = 0;
const REVENUE: usize = 1;
const ROI: usize = 2;

impl<'a> Simulation<'a> {
    fn of(inputs: &Inputs<Estimate<f64>>, settings: &'a Settings<'a>) -> Option<Self> {
        let mut builder = Builder::default();
        let values = inputs.map(|field, estimate| match Input::new(field.path.to_owned(), field.kind, estimate) {
            Some(input) => builder.input(input),
            None => Value::Fixed(estimate.likely),
        });
        let step = odds::step(&mut builder, &values);
        let mut results = vec![step.customers, step.revenue];
        let fixed_cost = match step.cost {
            // The return then is the revenue on another scale: no need to keep it for every draw.
            Value::Fixed(cost) => Some(cost),
            Value::Varying(_) => {
                results.push(builder.divide(step.revenue, step.cost));
                None
            }
        };
        let program = builder.finish(&results);
        let drawn = odds::run(&program, settings)?;
        Some(Self { program, drawn, fixed_cost, settings })
    }

    /// Whether there is a return: nothing spent returns nothing.
    fn has_roi(&self) -> bool {
        self.fixed_cost.is_none_or(|cost| cost > 0.0)
    }

    fn answer(&self, targets: Targets) -> Option<SimulateAnswer> {
        let [customers, revenue] = [CUSTOMERS, REVENUE].map(|result| Spread::of(&self.drawn[result]));
        let roi = match self.fixed_cost {
            Some(cost) => revenue.divided(cost),
            None => self.drawn.get(ROI).map(Spread::of),
        };
        let draws = self.settings.draws;
        let chance = |result: usize, target: f64| {
            ChancePart::from(Chance::of(self.drawn[result].fraction(|value| odds::reaches(value, target)), draws))
        };
        let roi_chance = |target: f64| match self.fixed_cost {
            Some(cost) => self.has_roi().then(|| chance(REVENUE, target * cost)),
            None => Some(chance(ROI, target)),
        };
        let tornado_of = match (targets.customers, targets.revenue, targets.roi.filter(|_| self.has_roi())) {
            (None, None, Some(_)) => Outcome::Roi,
            (Some(_), None, None) => Outcome::Customers,
            _ => Outcome::Revenue,
        };
        Some(SimulateAnswer {
            draws,
            seed: self.settings.seed,
            customers: customers.into(),
            revenue: revenue.into(),
            roi: roi.map(SpreadPart::from),
            chance: Chances {
                customers: targets.customers.map(|target| chance(CUSTOMERS, target)),
                revenue: targets.revenue.map(|target| chance(REVENUE, target)),
                roi: targets.roi.map(roi_chance),
            },
            tornado_of,
            tornado: self.tornado(tornado_of)?,
        })
    }

    fn tornado(&self, about: Outcome) -> Option<Vec<MoverAnswer>> {
        let (result, divisor) = match (about, self.fixed_cost) {
            (Outcome::Customers, _) => (CUSTOMERS, 1.0),
            (Outcome::Revenue, _) => (REVENUE, 1.0),
            (Outcome::Roi, Some(cost)) => (REVENUE, cost),
            (Outcome::Roi, None) => (ROI, 1.0),
        };
        let Drawn::Values(values) = &self.drawn[result] else { return Some(Vec::new()) };
        let movers = odds::tornado(&self.program, result, values, self.settings)?.into_iter();
        let scaled = |mover: Mover| {
            let (low_result, high_result) = (mover.low_result / divisor, mover.high_result / divisor);
            Mover { low_result, high_result, ..mover }.into()
        };
        Some(movers.map(scaled).collect())
    }
}
