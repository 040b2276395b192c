//! The one team: who answers for the goal, who does each function, whose KPI pulls elsewhere.

use serde::{Deserialize, Serialize};

use super::{Id, is_default};

/// People and the functions they carry.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    /// The one person accountable for the goal.
    #[serde(default, skip_serializing_if = "is_default")]
    pub owner: Option<Id>,
    /// Everybody who works on the plan.
    #[serde(default, skip_serializing_if = "is_default")]
    pub people: Vec<Person>,
    /// The functions that must work together.
    #[serde(default, skip_serializing_if = "is_default")]
    pub functions: Vec<Function>,
}

/// One person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Stable id.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Position in the company.
    #[serde(default, skip_serializing_if = "is_default")]
    pub title: String,
    /// Hours a week this person has for the plan.
    #[serde(default, skip_serializing_if = "is_default")]
    pub capacity: f64,
    /// Hours a week spent on the plan outside the functions, such as answering for the goal.
    #[serde(default, skip_serializing_if = "is_default")]
    pub other_hours: f64,
    /// Sources and assumptions.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

/// A function of the team, who does it and how it is measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Function {
    /// Stable id.
    pub id: Id,
    /// Which function.
    pub kind: FunctionKind,
    /// Who takes part, and how.
    #[serde(default, skip_serializing_if = "is_default")]
    pub assignments: Vec<Assignment>,
    /// What it is measured by.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kpis: Vec<Kpi>,
}

/// The eight functions of the method, or one of the company's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FunctionKind {
    /// Content 内容.
    Content,
    /// Events 活动.
    Events,
    /// Customer service 客服.
    CustomerService,
    /// Loyalty 忠诚度.
    Loyalty,
    /// Sales 销售.
    Sales,
    /// Distribution 分销.
    Distribution,
    /// Community 社区.
    Community,
    /// Advertising 广告投放.
    Advertising,
    /// The company's own, with its name.
    Other(String),
}

impl FunctionKind {
    /// The eight functions of the method.
    pub const METHOD: [Self; 8] = [
        Self::Content,
        Self::Events,
        Self::CustomerService,
        Self::Loyalty,
        Self::Sales,
        Self::Distribution,
        Self::Community,
        Self::Advertising,
    ];
}

/// One person's part in a function.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The person's id.
    pub person: Id,
    /// What part they take.
    pub role: Raci,
    /// Hours a week.
    #[serde(default, skip_serializing_if = "is_default")]
    pub hours: f64,
}

/// Part taken in a function. Accountable is always the owner of the goal, so it is not stated again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Raci {
    /// Does the work.
    Responsible,
    /// Is asked before.
    Consulted,
    /// Is told after.
    Informed,
}

impl Raci {
    /// All parts, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Responsible, Self::Consulted, Self::Informed];
}

/// A measure of a function, and whether it serves the goal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kpi {
    /// Stable id.
    pub id: Id,
    /// What is measured.
    pub name: String,
    /// The value to reach, in words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub target: String,
    /// What it does to the goal.
    #[serde(default)]
    pub effect: KpiEffect,
    /// Why it pulls elsewhere or is not linked.
    #[serde(default, skip_serializing_if = "is_default")]
    pub because: String,
    /// What would mend it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub remedy: String,
}

/// What a KPI does to the goal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum KpiEffect {
    /// Serves the goal.
    Serves,
    /// Pulls against another function, named by its id.
    PullsAgainst(Id),
    /// Nobody has said yet.
    #[default]
    Unlinked,
}
