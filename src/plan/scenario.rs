//! Another way to spend, kept beside the base plan.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Id, Money, is_default};

/// A named set of changes to the base plan's spending.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Stable id.
    pub id: Id,
    /// Name.
    pub name: String,
    /// The budget, if it differs.
    #[serde(default, skip_serializing_if = "is_default")]
    pub budget: Option<Money>,
    /// Spend of the channels that differ.
    #[serde(default, skip_serializing_if = "is_default")]
    pub spend: BTreeMap<Id, Money>,
    /// Money of each month of the channels that spend at other times; an empty list: evenly.
    #[serde(default, skip_serializing_if = "is_default")]
    pub months: BTreeMap<Id, Vec<Money>>,
    /// What it is for.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

impl Scenario {
    /// A scenario in which nothing differs from the base plan.
    #[must_use]
    pub fn new(id: Id, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            budget: None,
            spend: BTreeMap::new(),
            months: BTreeMap::new(),
            note: String::new(),
        }
    }
}
