//! Events whose cost is shared with partners ("riding the same bus", 搭公车).

use serde::{Deserialize, Serialize};

use super::allocation::{Class, Media, Task};
use super::{Date, Estimate, Id, Money, Stage, is_default};

/// An event, its items and the parties that share them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Stable id.
    pub id: Id,
    /// Name.
    pub name: String,
    /// When it takes place.
    #[serde(default, skip_serializing_if = "is_default")]
    pub date: Option<Date>,
    /// Who owns it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub owner: Option<Id>,
    /// The task its own share counts in.
    #[serde(default = "task_b")]
    pub task: Task,
    /// Paid, owned or earned.
    #[serde(default)]
    pub media: Media,
    /// The party that is the planning company.
    #[serde(default, skip_serializing_if = "is_default")]
    pub us: Option<Id>,
    /// People met there who are willing to talk.
    #[serde(default)]
    pub contacts: Estimate<f64>,
    /// Share of contacts that become leads, 0 to 1.
    #[serde(default)]
    pub lead_rate: Estimate<f64>,
    /// The class of these leads.
    #[serde(default)]
    pub class: Class,
    /// How costs are shared where an item says nothing else.
    #[serde(default)]
    pub rule: SplitRule,
    /// Who takes part.
    #[serde(default, skip_serializing_if = "is_default")]
    pub parties: Vec<Party>,
    /// What costs money.
    #[serde(default, skip_serializing_if = "is_default")]
    pub items: Vec<Item>,
    /// Stages of the customer loop it serves.
    #[serde(default, skip_serializing_if = "is_default")]
    pub stages: Vec<Stage>,
    /// Sources and assumptions.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

fn task_b() -> Task {
    Task::B
}

impl Event {
    /// An event without parties and items.
    #[must_use]
    pub fn new(id: Id, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            date: None,
            owner: None,
            task: Task::B,
            media: Media::default(),
            us: None,
            contacts: Estimate::default(),
            lead_rate: Estimate::default(),
            class: Class::B,
            rule: SplitRule::default(),
            parties: Vec::new(),
            items: Vec::new(),
            stages: Vec::new(),
            note: String::new(),
        }
    }
}

/// How a cost is shared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SplitRule {
    /// The same for everyone.
    #[default]
    Equal,
    /// By the parties' weights.
    Weights,
    /// By percent as typed.
    Percent,
    /// Amounts as typed.
    Amounts,
    /// By what each gains.
    Benefit,
    /// By what the event would cost each alone.
    Alone,
    /// So that each saves the same against going alone.
    EqualSavings,
    /// By the need for the largest (Shapley value of the airport game).
    Airport,
}

impl SplitRule {
    /// All rules, in the order they are shown.
    pub const ALL: [Self; 8] = [
        Self::Equal,
        Self::Weights,
        Self::Percent,
        Self::Amounts,
        Self::Benefit,
        Self::Alone,
        Self::EqualSavings,
        Self::Airport,
    ];
}

/// One of the parties that share an event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// Stable id.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Weight for the rule "weights": size of booth, tier; at least 0.
    #[serde(default = "one")]
    pub weight: f64,
    /// Percent for the rule "percent", 0 to 100.
    #[serde(default, skip_serializing_if = "is_default")]
    pub percent: Option<f64>,
    /// Amount for the rule "amounts".
    #[serde(default, skip_serializing_if = "is_default")]
    pub amount: Option<Money>,
    /// Benefit for the rule "benefit": leads or attendees; at least 0.
    #[serde(default, skip_serializing_if = "is_default")]
    pub benefit: Option<f64>,
    /// What the event would cost this party alone.
    #[serde(default, skip_serializing_if = "is_default")]
    pub alone: Option<Money>,
}

fn one() -> f64 {
    1.0
}

impl Party {
    /// A party with weight 1 and nothing else said.
    #[must_use]
    pub fn new(id: Id, name: impl Into<String>) -> Self {
        Self { id, name: name.into(), weight: 1.0, percent: None, amount: None, benefit: None, alone: None }
    }
}

/// One cost of an event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Stable id.
    pub id: Id,
    /// What it is.
    pub label: String,
    /// What it costs.
    pub amount: Money,
    /// Who paid it so far.
    #[serde(default, skip_serializing_if = "is_default")]
    pub paid_by: Vec<Payment>,
    /// Who shares it; empty: everyone.
    #[serde(default, skip_serializing_if = "is_default")]
    pub shared_by: Vec<Id>,
    /// A rule of its own.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rule: Option<SplitRule>,
}

/// Money a party paid for an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// The party's id.
    pub party: Id,
    /// What it paid.
    pub amount: Money,
}
