//! The pyramid of customer relations: five levels, criteria, dated assessments.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Date, Id, Money, is_default};

/// Levels of the pyramid.
pub const LEVELS: u8 = 5;

/// Criteria and the answers given over time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pyramid {
    /// Score from which a level holds, 0 to 1.
    #[serde(default = "default_threshold")]
    pub threshold: f64,
    /// What is asked, level by level.
    #[serde(default, skip_serializing_if = "is_default")]
    pub criteria: Vec<Criterion>,
    /// Answers, each set with its day; the latest counts.
    #[serde(default, skip_serializing_if = "is_default")]
    pub assessments: Vec<Assessment>,
}

impl Default for Pyramid {
    fn default() -> Self {
        Self { threshold: default_threshold(), criteria: Vec::new(), assessments: Vec::new() }
    }
}

fn default_threshold() -> f64 {
    0.75
}

/// One thing a level asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Stable id.
    pub id: Id,
    /// Level, 1 (bottom) to 5 (top).
    pub level: u8,
    /// What is asked.
    pub name: String,
    /// Who sees to it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub owner: Option<Id>,
    /// What it would cost, from today's answer, to answer 1.
    #[serde(default, skip_serializing_if = "is_default")]
    pub cost_to_full: Option<Money>,
    /// Sources and assumptions.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

/// All answers of one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// The day.
    pub day: Date,
    /// Answers by criterion; a criterion without one is not answered yet.
    #[serde(default)]
    pub answers: BTreeMap<Id, Answer>,
}

/// The answer to one criterion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// How far it is met.
    pub score: Score,
    /// For a full score its evidence; for "not applicable" the reason.
    #[serde(default, skip_serializing_if = "is_default")]
    pub evidence: String,
}

/// How far something is met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Score {
    /// 0.
    #[default]
    None,
    /// ¼.
    Quarter,
    /// ½.
    Half,
    /// 1.
    Full,
    /// Left out of the mean.
    NotApplicable,
}

impl Score {
    /// The scores that count, in order.
    pub const STEPS: [Self; 4] = [Self::None, Self::Quarter, Self::Half, Self::Full];

    /// 0, 0.25, 0.5 or 1; `None` where it does not count.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        match self {
            Self::None => Some(0.0),
            Self::Quarter => Some(0.25),
            Self::Half => Some(0.5),
            Self::Full => Some(1.0),
            Self::NotApplicable => None,
        }
    }
}
