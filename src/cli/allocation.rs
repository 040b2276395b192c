//! `solve allocation`: the best allocation as a filter.

mod periods;

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::calc::best_allocation::periods as in_time;
use crate::calc::best_allocation::{Aim, Before, Candidate, FINEST_STEP, GroupLimits, Per, Problem, Spend, solve};
use crate::calc::curve::{Response, SHAPES};
use crate::report::formats::json;
use crate::report::summary::answer::{AllocationAnswer, Ids};
use crate::t;
use crate::words::Words;

use super::deadline::Deadline;
use super::failure::Failure;
use super::question::{LARGEST, check_rate, digits, outside, read_json};
use super::{Answer, Streams};
use periods::PeriodQuestion;

/// What `solve allocation` reads.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AllocationQuestion {
    objective: Direction,
    /// The most that may be spent in all.
    budget: Option<f64>,
    /// Response to reach, for `min_spend`.
    target: Option<f64>,
    /// The most a unit of response may cost, for `max_cost`.
    max_cost: Option<f64>,
    /// Which units that is about, for `max_cost`; left out: all of them on average.
    per: Option<PerQuestion>,
    /// Spends are multiples of this, 1e-6 at least; 0: any number.
    #[serde(default = "one")]
    step: f64,
    /// How far the answer may stay below the bound, as a part of the bound.
    #[serde(default = "small_gap")]
    gap: f64,
    channels: Vec<ChannelQuestion>,
    #[serde(default)]
    groups: Vec<GroupQuestion>,
    /// When money is spent: each channel's curve and limits are for all periods together, a minimum of what may be off
    /// holds for each by its part.
    periods: Option<Vec<PeriodQuestion>>,
    /// What part of an effect is left a period later, for channels that do not state their own.
    carry_over: Option<f64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Direction {
    MaxResponse,
    MinSpend,
    MaxCost,
}

/// What a cost target is about: all units on average, or the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum PerQuestion {
    Average,
    Marginal,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ChannelQuestion {
    id: String,
    curve: CurveQuestion,
    #[serde(default)]
    min: f64,
    /// Left out: the budget.
    max: Option<f64>,
    /// Whether nothing at all may be spent instead of the minimum; not beside a fixed spend other than 0.
    #[serde(default)]
    off_or_min: bool,
    /// Just this spend.
    fixed: Option<f64>,
    group: Option<String>,
    #[serde(default = "one")]
    weight: f64,
    /// What part of an effect is left a period later, 0 to 0.99.
    carry_over: Option<f64>,
    /// Ids of periods in which it cannot run.
    #[serde(default)]
    off_periods: Vec<String>,
    /// Its own seasons, one a period.
    seasons: Option<Vec<f64>>,
    /// What was spent in the periods before the first, the latest last; it counts by carry-over.
    #[serde(default)]
    before: Vec<f64>,
    /// What is spent in each period and stays; null where that is open.
    fixed_periods: Option<Vec<Option<f64>>>,
}

/// S-shaped with `half_spend`, linear with `cost`, the same whatever is spent with neither.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CurveQuestion {
    /// The most that money buys.
    #[serde(default)]
    ceiling: f64,
    /// The spend that buys half of the ceiling.
    pub(super) half_spend: Option<f64>,
    /// Steepness, 0.2 to 10; above 1 the curve is S-shaped.
    #[serde(default = "one")]
    shape: f64,
    /// What comes without any spend.
    #[serde(default)]
    base: f64,
    /// Spend a unit of response until the ceiling is reached.
    cost: Option<f64>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct GroupQuestion {
    id: String,
    #[serde(default)]
    min: f64,
    max: Option<f64>,
}

fn one() -> f64 {
    1.0
}

fn small_gap() -> f64 {
    1e-6
}

pub(super) fn run(words: &Words, streams: &mut Streams) -> Result<Answer, Failure> {
    let question: AllocationQuestion = read_json("allocation", words, streams)?;
    let problem = question.problem(words).map_err(Failure::Input)?;
    let channels: Vec<String> = question.channels.iter().map(|channel| channel.id.clone()).collect();
    let groups: Vec<String> = question.groups.iter().map(|group| group.id.clone()).collect();
    let named: Vec<String> = question.periods.iter().flatten().map(|period| period.id.clone()).collect();
    let ids = Ids { channels: &channels, groups: &groups, periods: &named };
    let in_periods = question.in_periods(&problem, words).map_err(Failure::Input)?;
    let found = Deadline::begin().watch(|control| match &in_periods {
        Some(problem) => in_time::solve(problem, control).map(|found| AllocationAnswer::over(problem, &found, ids)),
        None => solve(&problem, control).map(|found| AllocationAnswer::of(&problem, &found, ids)),
    });
    let (answer, said) = match found {
        Ok(answer) => (answer, Answer::Yes),
        Err(clashes) => (AllocationAnswer::infeasible(&clashes, ids, words), Answer::No),
    };
    streams.print(&json::pretty(&answer)?)?;
    Ok(said)
}

impl AllocationQuestion {
    fn aim(&self, words: &Words) -> Result<Aim, String> {
        check_amount(words, "budget", self.budget.unwrap_or(0.0))?;
        check_amount(words, "target", self.target.unwrap_or(0.0))?;
        check_positive(words, "max_cost", self.max_cost.unwrap_or(1.0))?;
        let needed =
            |field, value: Option<f64>| value.ok_or_else(|| t!(words, "terminal-field-missing", field = field));
        if self.objective != Direction::MinSpend && self.target.is_some() {
            let for_cost = self.objective == Direction::MaxCost;
            return Err(words.text(if for_cost { "terminal-target-not-cost" } else { "terminal-target-without-use" }));
        }
        let without_use = [("max_cost", self.max_cost.is_some()), ("per", self.per.is_some())];
        if let Some((field, _)) =
            without_use.into_iter().find(|(_, given)| *given && self.objective != Direction::MaxCost)
        {
            return Err(t!(words, "terminal-cost-without-use", field = field));
        }
        let budget = self.budget.unwrap_or(f64::INFINITY);
        Ok(match self.objective {
            Direction::MaxResponse => Aim::MostResponse { budget: needed("budget", self.budget)? },
            Direction::MinSpend => Aim::LeastSpend { target: needed("target", self.target)?, budget },
            Direction::MaxCost => {
                let per = if self.per == Some(PerQuestion::Marginal) { Per::Last } else { Per::Average };
                Aim::CostTarget { cost: needed("max_cost", self.max_cost)?, per, budget }
            }
        })
    }

    fn problem(&self, words: &Words) -> Result<Problem, String> {
        check_from(words, "step", self.step, FINEST_STEP)?;
        check_rate(words, "gap", self.gap)?;
        let aim = self.aim(words)?;
        let mut groups = HashMap::new();
        for (number, group) in self.groups.iter().enumerate() {
            check_amount(words, &format!("groups[{number}].min"), group.min)?;
            check_amount(words, &format!("groups[{number}].max"), group.max.unwrap_or(0.0))?;
            if groups.insert(group.id.as_str(), number).is_some() {
                return Err(t!(words, "terminal-twice", field = format!("groups[{number}].id"), id = &group.id));
            }
        }
        let mut channels: Vec<Candidate> = Vec::with_capacity(self.channels.len());
        let mut seen = HashMap::new();
        for (number, channel) in self.channels.iter().enumerate() {
            let at = |field: &str| format!("channels[{number}].{field}");
            if seen.insert(channel.id.as_str(), number).is_some() {
                return Err(t!(words, "terminal-twice", field = at("id"), id = &channel.id));
            }
            channels.push(channel.candidate(words, &at, &groups)?);
            channel.check_fields(words, &at)?;
        }
        let limits = |group: &GroupQuestion| GroupLimits { min: group.min, max: group.max.unwrap_or(f64::INFINITY) };
        let groups = self.groups.iter().map(limits).collect();
        Ok(Problem { aim, channels, groups, step: self.step, gap: self.gap, present: None })
    }
}

impl ChannelQuestion {
    /// Refuses fields of which one would be ignored beside another.
    fn check_fields(&self, words: &Words, at: &dyn Fn(&str) -> String) -> Result<(), String> {
        self.curve.check_fields(words, at, &self.id)?;
        let Some(fixed) = self.fixed else { return Ok(()) };
        let contradicts = |limit: &str, amount: f64| {
            let (field, fixed, amount) = (at("fixed"), digits(fixed), digits(amount));
            t!(
                words,
                "terminal-fixed-against",
                field = field,
                fixed = fixed,
                limit = limit,
                amount = amount,
                id = &self.id
            )
        };
        if self.off_or_min && fixed != 0.0 {
            let fixed = digits(fixed);
            return Err(t!(words, "terminal-off-without-use", field = at("off_or_min"), id = &self.id, fixed = fixed));
        }
        match self.max {
            Some(max) if fixed > max => Err(contradicts("max", max)),
            _ if fixed < self.min && !(self.off_or_min && fixed == 0.0) => Err(contradicts("min", self.min)),
            _ => Ok(()),
        }
    }

    fn candidate(
        &self,
        words: &Words,
        at: &dyn Fn(&str) -> String,
        groups: &HashMap<&str, usize>,
    ) -> Result<Candidate, String> {
        check_amount(words, &at("min"), self.min)?;
        check_amount(words, &at("max"), self.max.unwrap_or(0.0))?;
        check_amount(words, &at("fixed"), self.fixed.unwrap_or(0.0))?;
        check_amount(words, &at("weight"), self.weight)?;
        let (min, max) = (self.min, self.max.unwrap_or(f64::INFINITY));
        let spend = match self.fixed {
            Some(fixed) => Spend::Fixed(fixed),
            None if self.off_or_min => Spend::OffOr { min, max },
            None => Spend::Between { min, max },
        };
        let group = match self.group.as_deref() {
            None => None,
            Some(id) => {
                let number = groups.get(id).copied();
                Some(number.ok_or_else(|| t!(words, "terminal-no-group", field = at("group"), id = id))?)
            }
        };
        Ok(Candidate {
            response: self.curve.response(words, at)?,
            weight: self.weight,
            spend,
            group,
            before: Before::default(),
        })
    }
}

impl CurveQuestion {
    /// Refuses fields of which one would be ignored beside another.
    pub(super) fn check_fields(&self, words: &Words, at: &dyn Fn(&str) -> String, id: &str) -> Result<(), String> {
        if self.half_spend.is_some() && self.cost.is_some() {
            return Err(t!(words, "terminal-two-curves", field = at("curve"), id = id));
        }
        if self.half_spend.is_none() && (self.shape - one()).abs() > 0.0 {
            return Err(t!(words, "terminal-shape-without-use", field = at("curve.shape"), id = id));
        }
        Ok(())
    }

    pub(super) fn response(&self, words: &Words, at: &dyn Fn(&str) -> String) -> Result<Response, String> {
        check_amount(words, &at("curve.ceiling"), self.ceiling)?;
        check_amount(words, &at("curve.base"), self.base)?;
        let positive = |field: &str, value: f64| check_positive(words, &at(field), value);
        if !SHAPES.contains(&self.shape) {
            return Err(outside(words, &at("curve.shape"), self.shape.to_string(), SHAPES.start(), SHAPES.end()));
        }
        let (base, ceiling) = (self.base, self.ceiling);
        Ok(match (self.half_spend, self.cost) {
            (Some(half), _) => {
                Response::Hill { base, ceiling, half: positive("curve.half_spend", half)?, shape: self.shape }
            }
            (None, Some(cost)) => Response::Linear { base, cost: positive("curve.cost", cost)?, ceiling },
            (None, None) => Response::Fixed { registrations: base + ceiling },
        })
    }
}

/// What is smaller than this and not 0 is no amount: its products with others are lost below the smallest number.
const SMALLEST: f64 = 1e-15;

fn check_amount(words: &Words, field: &str, value: f64) -> Result<(), String> {
    check_from(words, field, value, SMALLEST)
}

fn check_positive(words: &Words, field: &str, value: f64) -> Result<f64, String> {
    let fits = (SMALLEST..=LARGEST).contains(&value);
    if fits { Ok(value) } else { Err(outside(words, field, digits(value), "1e-15", "1e15")) }
}

/// A number that is 0, or within bounds that can be calculated with.
fn check_from(words: &Words, field: &str, value: f64, least: f64) -> Result<(), String> {
    let fits = value == 0.0 || (least..=LARGEST).contains(&value);
    let low = if (0.0..least).contains(&value) { format!("{least:e}") } else { "0".to_owned() };
    if fits { Ok(()) } else { Err(outside(words, field, digits(value), low, "1e15")) }
}
