//! `solve fit`: a guessed curve and months that are over in, a learned curve out.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::calc::curve::Response;
use crate::calc::learn::{Guess, Learned, Point, Prediction, learn};
use crate::calc::months::MOST_MONTHS;
use crate::plan::Range;
use crate::report::formats::json;
use crate::report::summary::figure::Number;
use crate::words::Words;

use super::allocation::CurveQuestion;
use super::failure::Failure;
use super::question::{check_amount, digits, outside, read_json};
use super::{Answer, Streams};

/// Factors of a range beyond this are typing errors.
const LARGEST_FACTOR: f64 = 1e6;

/// Predictions are made at so many times the present spend.
const TIMES: [f64; 3] = [0.5, 1.0, 2.0];

/// What `solve fit` reads.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FitQuestion {
    prior: Prior,
    /// How many months the curve is for, 1 to 120.
    #[schemars(range(min = 1, max = MOST_MONTHS))]
    months: u32,
    /// What is spent in all these months at present; left out: as much as the middle one of the points spends each month, or
    /// without points the half spend.
    present: Option<f64>,
    /// Months that are over.
    points: Vec<PointQuestion>,
}

/// What was guessed.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Prior {
    /// Of all months.
    curve: CurveQuestion,
    /// 90 % range of the registrations at the present spend, as factors; left out: 0.6 to 1.67.
    range: Option<RangeQuestion>,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RangeQuestion {
    low: f64,
    high: f64,
}

/// A month that is over.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PointQuestion {
    spend: f64,
    registrations: f64,
}

/// Learns a curve.
pub(super) fn run(words: &Words, streams: &mut Streams) -> Result<Answer, Failure> {
    let question: FitQuestion = read_json("fit", words, streams)?;
    let (guess, points) = question.read(words).map_err(Failure::Input)?;
    let learned = learn(&guess, &points);
    streams.print(&json::pretty(&FitAnswer::of(&guess, &learned))?)?;
    Ok(Answer::Yes)
}

impl FitQuestion {
    /// What is to be learned from, or what is wrong with a number.
    fn read(&self, words: &Words) -> Result<(Guess, Vec<Point>), String> {
        if !(1..=MOST_MONTHS).contains(&self.months) {
            return Err(outside(words, "months", self.months.to_string(), 1, MOST_MONTHS));
        }
        let at = |field: &str| format!("prior.{field}");
        self.prior.curve.check_fields(words, &at, "prior")?;
        let curve = self.prior.curve.response(words, &at)?;
        let range = self.prior.range.map(|range| range.read(words)).transpose()?;
        check_amount(words, "present", self.present.unwrap_or(0.0))?;
        for (number, point) in self.points.iter().enumerate() {
            check_amount(words, &format!("points[{number}].spend"), point.spend)?;
            check_amount(words, &format!("points[{number}].registrations"), point.registrations)?;
        }
        let months = f64::from(self.months);
        let present = self.present.map(|present| present / months).or_else(|| self.middle_spend());
        let present = present.or(self.prior.curve.half_spend.map(|half| half / months)).unwrap_or(0.0);
        let point = |point: &PointQuestion| Point { spend: point.spend, registrations: point.registrations };
        Ok((Guess { curve, range, months: self.months, present }, self.points.iter().map(point).collect()))
    }

    /// The median of what the points spend.
    fn middle_spend(&self) -> Option<f64> {
        let mut spends: Vec<f64> = self.points.iter().map(|point| point.spend).collect();
        spends.sort_by(f64::total_cmp);
        let upper = *spends.get(spends.len() / 2)?;
        let lower = *spends.get((spends.len() - 1) / 2)?;
        Some(f64::midpoint(lower, upper))
    }
}

impl RangeQuestion {
    fn read(self, words: &Words) -> Result<Range<f64>, String> {
        let least = 1.0 / LARGEST_FACTOR;
        if !(least..=LARGEST_FACTOR).contains(&self.low) {
            return Err(outside(words, "prior.range.low", digits(self.low), least, LARGEST_FACTOR));
        }
        if !(self.low..=LARGEST_FACTOR).contains(&self.high) {
            return Err(outside(words, "prior.range.high", digits(self.high), self.low, LARGEST_FACTOR));
        }
        Ok(Range { low: self.low, high: self.high })
    }
}

/// What `solve fit` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FitAnswer {
    /// Of all months.
    curve: CurveAnswer,
    /// 90 % range of the registrations at the present spend, as factors of this curve.
    range: RangeAnswer,
    /// By what share of its mean a month scatters beyond counting.
    noise: Number,
    /// What a month is to win on average, at half, once and twice the present spend.
    predictions: Vec<PredictionAnswer>,
}

/// A curve as it may be asked with.
#[derive(Debug, Serialize, JsonSchema)]
struct CurveAnswer {
    ceiling: Number,
    half_spend: Option<Number>,
    shape: Number,
    base: Number,
    cost: Option<Number>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct RangeAnswer {
    low: Number,
    high: Number,
}

#[derive(Debug, Serialize, JsonSchema)]
struct PredictionAnswer {
    spend: Number,
    p5: Number,
    p50: Number,
    p95: Number,
}

impl FitAnswer {
    fn of(guess: &Guess, learned: &Learned) -> Self {
        let spends = TIMES.map(|times| times * guess.present);
        let prediction = |(spend, said): (&f64, Prediction)| PredictionAnswer {
            spend: Number(*spend),
            p5: Number(said.p5),
            p50: Number(said.p50),
            p95: Number(said.p95),
        };
        Self {
            curve: CurveAnswer::of(&learned.curve),
            range: RangeAnswer { low: Number(learned.range.low), high: Number(learned.range.high) },
            noise: Number(learned.scatter),
            predictions: spends.iter().zip(learned.predictions(&spends)).map(prediction).collect(),
        }
    }
}

impl CurveAnswer {
    fn of(curve: &Response) -> Self {
        let of = |base, ceiling, half: Option<f64>, shape, cost: Option<f64>| Self {
            ceiling: Number(ceiling),
            half_spend: half.map(Number),
            shape: Number(shape),
            base: Number(base),
            cost: cost.map(Number),
        };
        match *curve {
            Response::Fixed { registrations } => of(0.0, registrations, None, 1.0, None),
            Response::Linear { base, cost, ceiling } => of(base, ceiling, None, 1.0, Some(cost)),
            Response::Hill { base, ceiling, half, shape } => of(base, ceiling, Some(half), shape, None),
        }
    }
}
