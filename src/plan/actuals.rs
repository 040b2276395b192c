//! What really happened, month by month.

use serde::{Deserialize, Serialize};

use super::{Date, Id, Money, is_default};

/// Rows of what happened.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actuals {
    /// Results of channels.
    #[serde(default, skip_serializing_if = "is_default")]
    pub channels: Vec<ChannelActual>,
    /// Other readings, such as a search index or page views.
    #[serde(default, skip_serializing_if = "is_default")]
    pub readings: Vec<Reading>,
}

/// What a channel spent and won in a month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChannelActual {
    /// First day of the month.
    pub month: Date,
    /// The channel's id.
    pub channel: Id,
    /// Money spent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub spend: Option<Money>,
    /// Registrations won.
    #[serde(default, skip_serializing_if = "is_default")]
    pub registrations: Option<f64>,
    /// Leads won.
    #[serde(default, skip_serializing_if = "is_default")]
    pub leads: Option<f64>,
    /// Customers won.
    #[serde(default, skip_serializing_if = "is_default")]
    pub customers: Option<f64>,
    /// Revenue won.
    #[serde(default, skip_serializing_if = "is_default")]
    pub revenue: Option<Money>,
}

/// One reading of something that is watched.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The day.
    pub day: Date,
    /// What was read, with its unit.
    pub name: String,
    /// The value.
    pub value: f64,
}
