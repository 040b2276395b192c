//! The summary: every figure of a plan that goes on paper, and what other programs read as JSON.
//!
//! Names are fixed: others build on them. Fields are added, never renamed or removed. Money is a number in currency
//! units, rates and shares are fractions, dates are ISO 8601. What has no value is null.

pub mod answer;
pub mod better;
mod build;
pub mod calculations;
pub mod event;
pub mod figure;
pub mod frontier;
pub mod goal;
pub mod import;
pub mod months;
pub mod odds;
pub mod proposals;
pub mod rollup;
pub mod scenarios;
pub mod track;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::calc::finding::Severity;
use crate::calc::ripple::StepKind;
use crate::plan::allocation::Media;
use crate::plan::{Currency, Task};
use crate::words::Language;

use self::better::BetterPart;
use self::calculations::Calculation;
use self::event::EventPart;
use self::figure::{Amount, Number};
use self::frontier::FrontierPart;
use self::goal::GoalPart;
use self::months::MonthsPart;
use self::odds::{OddsPart, RangePart};
use self::scenarios::ScenarioPart;
use self::track::{ReadingPart, TrackPart};
use crate::report::code::Coded;

/// The version of the summary's form.
pub const FORMAT: u32 = 1;

/// The summary of a plan.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Summary {
    /// Version of this form, 1.
    pub format: u32,
    /// Language of names and messages.
    pub language: Coded<Language>,
    /// What is planned.
    pub plan: PlanPart,
    /// The scenario that all of this is about; null where it is the base plan.
    pub scenario: Option<ScenarioName>,
    /// What the planner says to the person who decides; null where nothing is written.
    pub handover: Option<HandoverPart>,
    /// The goal, and how far the plan gets.
    pub goal: GoalPart,
    /// Who answers for what.
    pub team: TeamPart,
    /// The pyramid of customer relations.
    pub pyramid: PyramidPart,
    /// Money to channels.
    pub allocation: AllocationPart,
    /// What is spent and won in each month; null where all months are alike.
    pub months: Option<MonthsPart>,
    /// The same money, split better; null where no other split can be searched for or none keeps the limits.
    pub proposal: Option<BetterPart>,
    /// The most that other budgets buy; null where it was not asked for or there is none.
    pub frontier: Option<FrontierPart>,
    /// The odds of it all, from always the same draws; null where they were not asked for.
    pub odds: Option<OddsPart>,
    /// The base plan and its scenarios side by side, the base plan first; empty where they were not asked for or there are none.
    pub scenarios: Vec<ScenarioPart>,
    /// Scenarios of the plan that do not stand there.
    pub scenarios_left_out: Vec<ScenarioName>,
    /// What happened in the months that are over; null where none is.
    pub track: Option<TrackPart>,
    /// What was read last of what is watched beside money and registrations.
    pub readings: Vec<ReadingPart>,
    /// Shared events.
    pub events: Vec<EventPart>,
    /// Ripples.
    pub ripples: Vec<RipplePart>,
    /// Topics.
    pub topics: Vec<TopicPart>,
    /// All topics together, and the events they are to carry.
    pub calendar: CalendarPart,
    /// What a person should mend, worst first.
    pub findings: Vec<FindingPart>,
    /// How its main numbers come about; empty where it was not asked for.
    #[serde(skip)]
    pub calculations: Vec<Calculation>,
    /// The currency, to show amounts with.
    #[serde(skip)]
    pub currency: Currency,
}

/// What is planned.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PlanPart {
    /// What the plan is called.
    pub title: String,
    /// The company that plans.
    pub company: String,
    /// ISO 4217 code of every amount.
    pub currency: String,
    /// The planned time.
    pub period: PeriodPart,
    /// Sources and assumptions.
    pub note: String,
}

/// A scenario of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ScenarioName {
    /// Its id in the plan.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// The planned time.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct PeriodPart {
    /// First day.
    #[schemars(with = "String")]
    pub start: jiff::civil::Date,
    /// Length in months.
    pub months: u32,
}

/// What the planner says to the person who decides.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct HandoverPart {
    /// Who is to read it and decide; may be empty.
    pub to: String,
    /// The day by which a decision is needed.
    #[schemars(with = "Option<String>")]
    pub decide_by: Option<jiff::civil::Date>,
    /// What to know before reading, line by line; may be empty.
    pub remark: String,
}

/// The team.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TeamPart {
    /// Name of the person accountable for the goal.
    pub owner: Option<String>,
    /// The functions.
    pub functions: Vec<FunctionPart>,
}

/// A function of the team.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FunctionPart {
    /// What it is called.
    pub name: String,
    /// Names of the people who do it.
    pub responsible: Vec<String>,
    /// What it is measured by; several are joined by semicolons.
    pub kpi: Option<String>,
    /// Whether every KPI serves the goal; null without KPIs.
    pub serves_goal: Option<bool>,
}

/// The pyramid.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PyramidPart {
    /// The level reached, 0 to 5.
    pub reached: u8,
    /// Mean of the scores of all levels that have one.
    pub mean: Option<Number>,
    /// Score from which a level holds.
    pub threshold: Number,
    /// The levels, bottom first.
    pub levels: Vec<LevelPart>,
    /// The criterion that blocks the next level.
    pub blocker: Option<String>,
    /// The cheapest next step: the criterion with the most score for its cost.
    pub next_step: Option<String>,
    /// What that step costs.
    pub next_step_cost: Option<Amount>,
}

/// A level of the pyramid.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct LevelPart {
    /// 1 (bottom) to 5 (top).
    pub level: u8,
    /// Mean of its answers, 0 to 1; null where nothing is answered.
    pub score: Option<Number>,
    /// Whether all its criteria are answered and the score is at or above the threshold.
    pub holds: bool,
    /// Criteria it asks.
    pub criteria: usize,
    /// How many of them are answered, "not applicable" included.
    pub answered: usize,
}

/// Money to channels.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AllocationPart {
    /// Money there is.
    pub budget: Option<Amount>,
    /// Money that is allocated, own shares of events included.
    pub allocated: Amount,
    /// Budget less allocated.
    pub unallocated: Option<Amount>,
    /// Registrations of all channels.
    pub registrations: Number,
    /// Leads by class: "A" and "B".
    pub leads: BTreeMap<&'static str, Number>,
    /// Customers by class, without ripples: "A" and "B".
    pub customers: BTreeMap<&'static str, Number>,
    /// Allocated money, own shares of events included, ÷ registrations; contacts of events are no registrations.
    pub cost_per_registration: Option<Number>,
    /// The money that `next` of the channels is about.
    pub next_amount: Amount,
    /// The tasks A, B and W.
    pub tasks: Vec<TaskPart>,
    /// The channels, in the plan's order.
    pub channels: Vec<ChannelPart>,
    /// The own shares of events, in the plan's order: with the channels all that is allocated.
    pub events: Vec<OwnSharePart>,
}

/// Subtotals of a task, events included.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct TaskPart {
    /// The task it serves.
    pub task: Coded<Task>,
    /// Money it gets.
    pub budget: Amount,
    /// Share of all allocated money.
    pub share: Number,
    /// Registrations.
    pub registrations: Number,
    /// Leads.
    pub leads: Number,
    /// Money ÷ registrations; null where events or the lack of registrations would mix two things.
    pub average_cost: Option<Number>,
}

/// A channel.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ChannelPart {
    /// Its id in the plan.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The task it serves.
    pub task: Coded<Task>,
    /// Name of the group it belongs to.
    pub group: Option<String>,
    /// Who speaks through it.
    pub media: Option<Coded<Media>>,
    /// Name of its owner.
    pub owner: Option<String>,
    /// Money it gets.
    pub budget: Amount,
    /// Share of all allocated money.
    pub share: Number,
    /// Registrations this money buys.
    pub registrations: Number,
    /// Their 90 % range; null where none is known.
    pub registrations_range: Option<RangePart>,
    /// Leads they become.
    pub leads: Number,
    /// Money ÷ registrations; null without registrations.
    pub average_cost: Option<Number>,
    /// Registrations that one currency unit more buys.
    pub marginal: Number,
    /// Registrations that `next_amount` more buys.
    pub next: Number,
    /// Whether a better split must leave its money alone.
    pub locked: bool,
    /// What it is measured by where registrations are not the point.
    pub kpi: Option<String>,
}

/// What an event costs the company, and what that brings.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OwnSharePart {
    /// Its id in the plan.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The task its own share counts in.
    pub task: Coded<Task>,
    /// Name of its owner.
    pub owner: Option<String>,
    /// What the planning company pays.
    pub budget: Amount,
    /// Share of all allocated money.
    pub share: Number,
    /// People met who are willing to talk.
    pub contacts: Number,
    /// Leads it brings.
    pub leads: Number,
}

/// A sponsored event told on.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RipplePart {
    /// Its id in the plan.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// When it starts.
    #[schemars(with = "Option<String>")]
    pub date: Option<jiff::civil::Date>,
    /// Name of its owner.
    pub owner: Option<String>,
    /// Funnel, then follow and share where they are planned; each as a whole, not on top of the one before.
    pub steps: Vec<StepPart>,
    /// R: how many more people each person reached off site brings.
    pub reproduction: Number,
    /// Chance that passing on ends by itself, 0 to 1.
    pub dies_out: Number,
    /// The reproduction number in words; null without a share step.
    pub passing_on: Option<String>,
}

/// A step of a ripple.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct StepPart {
    /// Which step.
    pub name: Coded<StepKind>,
    /// What it costs.
    pub cost: Amount,
    /// People reached, on site and off.
    pub people: Number,
    /// Leads.
    pub leads: Number,
    /// Customers.
    pub customers: Number,
    /// Revenue.
    pub revenue: Amount,
    /// Revenue ÷ cost; null without cost.
    pub roi: Option<Number>,
}

/// A topic.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TopicPart {
    /// What it is called.
    pub name: String,
    /// Attention on its best day, in page views a day.
    pub peak: Number,
    /// That day.
    #[schemars(with = "String")]
    pub peak_day: Option<jiff::civil::Date>,
    /// Days from there to where attention is 61 % of the peak.
    pub spread_days: Number,
    /// Name of its owner.
    pub owner: Option<String>,
    /// Name of the event or ripple it is to carry.
    pub event: Option<String>,
    /// Attention of all topics together on the day of that event, in page views.
    pub attention_on_event: Option<Number>,
    /// The same as a share of the period's highest attention.
    pub attention_share: Option<Number>,
    /// Whether that is enough to carry the event.
    pub carried: Option<bool>,
}

/// Attention of all topics over the planned time.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CalendarPart {
    /// The highest attention, in page views a day.
    pub highest: Number,
    /// Share of it from which an event is carried.
    pub carries_from: Number,
    /// Events and ripples with a day in the planned time, earliest first.
    pub events: Vec<CalendarEventPart>,
}

/// An event on the calendar.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CalendarEventPart {
    /// What it is called.
    pub name: String,
    /// Its day.
    #[schemars(with = "String")]
    pub day: jiff::civil::Date,
    /// Attention on that day, in page views.
    pub attention: Number,
    /// The same as a share of the highest.
    pub share: Number,
    /// Whether that is enough to carry it.
    pub carried: bool,
}

/// Something to mend.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FindingPart {
    /// How bad it is.
    pub severity: Coded<Severity>,
    /// Stable code.
    pub code: &'static str,
    /// Section, item and field of the plan, with slashes between.
    #[serde(rename = "where")]
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub remedy: String,
}
