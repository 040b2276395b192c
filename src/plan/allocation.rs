//! Money to channels: budget, the three tasks, lead classes, groups and channels.

use serde::{Deserialize, Serialize};

use super::{Curve, Date, Estimate, Id, Money, Schedule, Stage, is_default};

/// Where the money goes and what its registrations become.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allocation {
    /// Money to allocate, own shares of events included.
    #[serde(default, skip_serializing_if = "is_default")]
    pub budget: Option<Money>,
    /// The smallest amount worth moving; left out: one currency unit.
    #[serde(default, skip_serializing_if = "is_default")]
    pub step: Option<Money>,
    /// The most that all channels and own shares of events may cost in each month of the period; nothing limits a month that is
    /// left out.
    #[serde(default, skip_serializing_if = "is_default")]
    pub cash: Vec<Option<Money>>,
    /// What the best allocation is to have most of; left out: what the goal's headline counts, as far as it is known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub objective: Option<Objective>,
    /// Class-A leads: what becomes of them.
    #[serde(default)]
    pub class_a: ClassRates,
    /// Class-B leads: what becomes of them.
    #[serde(default)]
    pub class_b: ClassRates,
    /// Limits and KPIs of the three tasks.
    #[serde(default)]
    pub tasks: Tasks,
    /// Channels that belong together inside a task, with their common lead rate.
    #[serde(default, skip_serializing_if = "is_default")]
    pub groups: Vec<Group>,
    /// The channels.
    #[serde(default, skip_serializing_if = "is_default")]
    pub channels: Vec<Channel>,
}

/// What the best allocation maximises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Objective {
    /// Registrations.
    Registrations,
    /// Leads.
    Leads,
    /// Customers.
    Customers,
    /// Revenue.
    Revenue,
}

impl Objective {
    /// All objectives, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::Registrations, Self::Leads, Self::Customers, Self::Revenue];
}

/// The three tasks of the method.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Task {
    /// Class-A customers, online 线上获取A类客户.
    #[default]
    A,
    /// Class-B customers, online and offline together 线上线下共同获取B类客户.
    B,
    /// Word of mouth, online 线上维护用户口碑.
    W,
}

impl Task {
    /// All tasks, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::A, Self::B, Self::W];

    /// The class its leads belong to; word of mouth counts as class A.
    #[must_use]
    pub fn class(self) -> Class {
        match self {
            Self::A | Self::W => Class::A,
            Self::B => Class::B,
        }
    }
}

/// The two classes of leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Class {
    /// Won online alone.
    A,
    /// Won online and offline together.
    #[default]
    B,
}

impl Class {
    /// Both classes.
    pub const ALL: [Self; 2] = [Self::A, Self::B];
}

/// What becomes of the leads of a class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassRates {
    /// Share of leads that become customers, 0 to 1.
    #[serde(default)]
    pub close_rate: Estimate<f64>,
    /// Revenue per customer.
    #[serde(default)]
    pub value: Estimate<Money>,
}

/// The three tasks' limits and KPIs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tasks {
    /// Class-A customers, online.
    #[serde(default, skip_serializing_if = "is_default")]
    pub a: TaskPlan,
    /// Class-B customers, online and offline together.
    #[serde(default, skip_serializing_if = "is_default")]
    pub b: TaskPlan,
    /// Word of mouth, online.
    #[serde(default, skip_serializing_if = "is_default")]
    pub w: TaskPlan,
}

impl Tasks {
    /// The plan of one task.
    #[must_use]
    pub fn of(&self, task: Task) -> &TaskPlan {
        match task {
            Task::A => &self.a,
            Task::B => &self.b,
            Task::W => &self.w,
        }
    }

    /// The plan of one task, to change it.
    pub fn of_mut(&mut self, task: Task) -> &mut TaskPlan {
        match task {
            Task::A => &mut self.a,
            Task::B => &mut self.b,
            Task::W => &mut self.w,
        }
    }
}

/// Limits and KPIs of a task.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskPlan {
    /// At least this much money.
    #[serde(default, skip_serializing_if = "is_default")]
    pub min: Option<Money>,
    /// At most this much money.
    #[serde(default, skip_serializing_if = "is_default")]
    pub max: Option<Money>,
    /// How much each month of the period counts for its channels, at least 0, of any sum above it; left out: all the same.
    #[serde(default, skip_serializing_if = "is_default")]
    pub season: Vec<f64>,
    /// KPIs with numbers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub quantitative: Vec<QuantitativeKpi>,
    /// KPIs in words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub qualitative: Vec<QualitativeKpi>,
}

/// A KPI with numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuantitativeKpi {
    /// Stable id.
    pub id: Id,
    /// What is measured, with its unit.
    pub name: String,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "is_default")]
    pub from: Option<f64>,
    /// Where it is to be.
    #[serde(default, skip_serializing_if = "is_default")]
    pub to: Option<f64>,
}

/// A KPI in words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QualitativeKpi {
    /// Stable id.
    pub id: Id,
    /// What is to be true.
    pub text: String,
}

/// Channels that belong together inside a task.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Stable id.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Share of registrations that become leads, 0 to 1, for its channels without a rate of their own.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lead_rate: Option<Estimate<f64>>,
    /// Sources and assumptions.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

/// Who speaks through a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Media {
    /// Bought: fast, large, limited trust.
    Paid,
    /// The company's own: controlled.
    Owned,
    /// Won from opinion leaders and customers.
    Earned,
}

impl Media {
    /// All media types, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Paid, Self::Owned, Self::Earned];
}

/// One channel money may go to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Stable id.
    pub id: Id,
    /// Name.
    pub name: String,
    /// The task it serves.
    pub task: Task,
    /// The group it belongs to.
    #[serde(default, skip_serializing_if = "is_default")]
    pub group: Option<Id>,
    /// Paid, owned or earned; left out: still open.
    #[serde(default, skip_serializing_if = "is_default")]
    pub media: Option<Media>,
    /// Who owns it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub owner: Option<Id>,
    /// Money it gets.
    pub spend: Money,
    /// At least this much.
    #[serde(default, skip_serializing_if = "is_default")]
    pub min: Option<Money>,
    /// At most this much; left out: the whole budget.
    #[serde(default, skip_serializing_if = "is_default")]
    pub max: Option<Money>,
    /// Whether it may also be left out altogether instead of getting its minimum.
    #[serde(default, skip_serializing_if = "is_default")]
    pub off_or_min: bool,
    /// Whether a better split must leave its spend alone.
    #[serde(default, skip_serializing_if = "is_default")]
    pub locked: bool,
    /// When it spends its money; left out: evenly over the period.
    #[serde(default, skip_serializing_if = "is_default")]
    pub schedule: Schedule,
    /// What money buys.
    #[serde(default)]
    pub curve: Curve,
    /// 90 % range of the registrations, as factors of the curve (0.7 to 1.4); likely is always 1.
    #[serde(default, skip_serializing_if = "is_default")]
    pub registrations_range: Option<super::Range<f64>>,
    /// Any day of the last month that the curve has learned from: later learning begins after it; left out: none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub learned_through: Option<Date>,
    /// Share of registrations that become leads, 0 to 1; left out: the group's, otherwise none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lead_rate: Option<Estimate<f64>>,
    /// What it is measured by where registrations are not the point.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kpi: String,
    /// Stages of the customer loop it serves.
    #[serde(default, skip_serializing_if = "is_default")]
    pub stages: Vec<Stage>,
    /// Sources and assumptions.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

impl Channel {
    /// A channel with nothing spent and no curve yet.
    #[must_use]
    pub fn new(id: Id, name: impl Into<String>, task: Task) -> Self {
        Self {
            id,
            name: name.into(),
            task,
            group: None,
            media: None,
            owner: None,
            spend: Money::ZERO,
            min: None,
            max: None,
            off_or_min: false,
            locked: false,
            schedule: Schedule::default(),
            curve: Curve::default(),
            registrations_range: None,
            learned_through: None,
            lead_rate: None,
            kpi: String::new(),
            stages: Vec::new(),
            note: String::new(),
        }
    }
}
