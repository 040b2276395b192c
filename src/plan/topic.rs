//! Topics: attention over the calendar, there to carry events.

use serde::{Deserialize, Serialize};

use super::{Date, Id, is_default};

/// The topics and the thresholds of their phases.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topics {
    /// The topics.
    #[serde(default, skip_serializing_if = "is_default")]
    pub list: Vec<Topic>,
    /// When each phase of a topic's life begins.
    #[serde(default, skip_serializing_if = "is_default")]
    pub phases: Phases,
    /// An event is carried from this share of the period's highest attention on, 0 to 1.
    #[serde(default, skip_serializing_if = "is_default")]
    pub carries_from: CarriesFrom,
}

impl Topic {
    /// Whether none of its numbers is typed yet.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.peak_day.is_none() && self.peak == 0.0 && self.spread_days == 0.0
    }
}

/// Share of the period's highest attention from which an event is carried.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CarriesFrom(pub f64);

impl Default for CarriesFrom {
    fn default() -> Self {
        Self(0.5)
    }
}

/// Where the phases of a topic begin, in spreads (σ) from its peak; the last ends at `end`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phases {
    /// Warm-up 预热期.
    pub warm_up: f64,
    /// Ignition 引爆期.
    pub ignition: f64,
    /// Spreading 扩散期.
    pub spreading: f64,
    /// Climax 高潮期.
    pub climax: f64,
    /// Fermentation 发酵期.
    pub fermentation: f64,
    /// Close 收官期.
    pub close: f64,
    /// End of it.
    pub end: f64,
}

impl Default for Phases {
    fn default() -> Self {
        Self { warm_up: -3.0, ignition: -2.0, spreading: -1.0, climax: -0.5, fermentation: 0.5, close: 2.0, end: 3.0 }
    }
}

/// A topic: attention that rises and falls around its peak.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Stable id.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Who owns it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub owner: Option<Id>,
    /// The day attention is highest; without one it takes no part yet.
    #[serde(default, skip_serializing_if = "is_default")]
    pub peak_day: Option<Date>,
    /// Attention on that day, in page views a day.
    pub peak: f64,
    /// How wide it spreads: the standard deviation σ in days, above 0.
    pub spread_days: f64,
    /// The event or ripple it is to carry.
    #[serde(default, skip_serializing_if = "is_default")]
    pub event: Option<Id>,
    /// Sources and assumptions.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}
