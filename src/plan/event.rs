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
    /// Paid, owned or earned; left out: still open.
    #[serde(default, skip_serializing_if = "is_default")]
    pub media: Option<Media>,
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
    /// What costs money and what brings some in.
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
            media: None,
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

/// Whether an item costs money or brings some in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ItemKind {
    /// Somebody pays it.
    #[default]
    Cost,
    /// Sponsors, tickets, refunds: somebody receives it, and it makes the event cheaper.
    Income,
}

/// One cost or one income of an event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "WrittenItem", into = "WrittenItem")]
pub struct Item {
    /// Stable id.
    pub id: Id,
    /// What it is.
    pub label: String,
    /// Cost or income.
    pub kind: ItemKind,
    /// What it costs or brings in; never below zero, the kind says which it is.
    pub amount: Money,
    /// Who paid it so far; of an income, who received it.
    pub payments: Vec<Payment>,
    /// Who shares it; empty: everyone.
    pub shared_by: Vec<Id>,
    /// A rule of its own.
    pub rule: Option<SplitRule>,
}

impl Item {
    /// A cost of nothing yet, shared by everyone.
    #[must_use]
    pub fn new(id: Id, label: impl Into<String>) -> Self {
        Self {
            id,
            label: label.into(),
            kind: ItemKind::Cost,
            amount: Money::ZERO,
            payments: Vec::new(),
            shared_by: Vec::new(),
            rule: None,
        }
    }

    /// Whether it brings money in.
    #[must_use]
    pub fn is_income(&self) -> bool {
        self.kind == ItemKind::Income
    }

    /// What it adds to the cost of the event: an income takes its amount off.
    #[must_use]
    pub fn cost(&self) -> Money {
        match self.kind {
            ItemKind::Cost => self.amount,
            ItemKind::Income => self.amount.opposite(),
        }
    }
}

/// What is wrong with an item of which both is said.
pub(crate) const PAID_AND_RECEIVED: &str = "a cost is paid and an income received, never both";

/// The written form of an item: a cost is `paid_by`, an income `received_by` somebody.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Item", deny_unknown_fields)]
struct WrittenItem {
    id: Id,
    label: String,
    #[serde(default, skip_serializing_if = "is_default")]
    kind: ItemKind,
    amount: Money,
    #[serde(default, skip_serializing_if = "is_default")]
    paid_by: Vec<Payment>,
    #[serde(default, skip_serializing_if = "is_default")]
    received_by: Vec<Payment>,
    #[serde(default, skip_serializing_if = "is_default")]
    shared_by: Vec<Id>,
    #[serde(default, skip_serializing_if = "is_default")]
    rule: Option<SplitRule>,
}

impl From<Item> for WrittenItem {
    fn from(item: Item) -> Self {
        let Item { id, label, kind, amount, payments, shared_by, rule } = item;
        let (paid_by, received_by) = match kind {
            ItemKind::Cost => (payments, Vec::new()),
            ItemKind::Income => (Vec::new(), payments),
        };
        Self { id, label, kind, amount, paid_by, received_by, shared_by, rule }
    }
}

impl TryFrom<WrittenItem> for Item {
    type Error = &'static str;

    fn try_from(written: WrittenItem) -> Result<Self, Self::Error> {
        let WrittenItem { id, label, kind, amount, paid_by, received_by, shared_by, rule } = written;
        let (payments, wrong) = match kind {
            ItemKind::Cost => (paid_by, received_by),
            ItemKind::Income => (received_by, paid_by),
        };
        if !wrong.is_empty() {
            return Err(PAID_AND_RECEIVED);
        }
        Ok(Self { id, label, kind, amount, payments, shared_by, rule })
    }
}

/// Money a party paid for an item, or received of an income.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// The party's id.
    pub party: Id,
    /// How much.
    pub amount: Money,
}
