//! From funnel to ripple: a sponsored event, its followers, and those who tell their friends.

use serde::{Deserialize, Serialize};

use super::{Date, Estimate, Id, Money, Stage, is_default};

/// A sponsored event modelled as funnel, follow and share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ripple {
    /// Stable id.
    pub id: Id,
    /// Name.
    pub name: String,
    /// When it starts.
    #[serde(default, skip_serializing_if = "is_default")]
    pub date: Option<Date>,
    /// The event of the plan it belongs to.
    #[serde(default, skip_serializing_if = "is_default")]
    pub event: Option<Id>,
    /// Who owns it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub owner: Option<Id>,
    /// The event as a funnel.
    pub funnel: Funnel,
    /// What keeping the audience as followers adds.
    #[serde(default, skip_serializing_if = "is_default")]
    pub follow: Option<Follow>,
    /// What rewarding them for telling friends adds.
    #[serde(default, skip_serializing_if = "is_default")]
    pub share: Option<Share>,
    /// How its revenue spreads over the months from its own on: weights of any sum. Empty: all at once.
    #[serde(default, skip_serializing_if = "is_default")]
    pub timing: Vec<f64>,
    /// Stages of the customer loop it serves.
    #[serde(default, skip_serializing_if = "is_default")]
    pub stages: Vec<Stage>,
    /// Sources and assumptions.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

/// People on site become leads, leads sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Funnel {
    /// What the event costs.
    pub cost: Money,
    /// People on site.
    pub audience: Estimate<f64>,
    /// Share of them that become leads, 0 to 1.
    pub lead_rate: Estimate<f64>,
    /// Share of leads that sign, 0 to 1.
    pub sign_rate: Estimate<f64>,
    /// Revenue per customer.
    pub value: Estimate<Money>,
}

/// The audience follows and converts in the long run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Follow {
    /// What it costs on top of the funnel.
    #[serde(default)]
    pub cost: Money,
    /// Long-run share of the whole audience that signs, 0 to 1.
    pub conversion: Estimate<f64>,
}

/// Some of the audience tell their friends for a reward.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Rewards handed out.
    pub vouchers: f64,
    /// What one reward costs.
    pub unit_cost: Money,
    /// People who share.
    pub sharers: Estimate<f64>,
    /// Friends each of them reaches.
    pub contacts: Estimate<f64>,
    /// Share of those reached off site that become leads, 0 to 1.
    pub lead_rate: Estimate<f64>,
    /// Share of these leads that sign, 0 to 1.
    pub sign_rate: Estimate<f64>,
    /// Share of those reached that pass it on again, 0 to 1.
    #[serde(default)]
    pub reshare_rate: Estimate<f64>,
    /// How many people can be reached at all; left out: no limit.
    #[serde(default, skip_serializing_if = "is_default")]
    pub audience_limit: Option<f64>,
    /// Rounds of passing on that are counted.
    #[serde(default = "ten")]
    pub generations: u32,
    /// What the people on site do meanwhile.
    #[serde(default)]
    pub onsite: OnSite,
}

fn ten() -> u32 {
    10
}

impl Default for Share {
    fn default() -> Self {
        Self {
            vouchers: 0.0,
            unit_cost: Money::ZERO,
            sharers: Estimate::default(),
            contacts: Estimate::default(),
            lead_rate: Estimate::default(),
            sign_rate: Estimate::default(),
            reshare_rate: Estimate::default(),
            audience_limit: None,
            generations: ten(),
            onsite: OnSite::default(),
        }
    }
}

/// How the people on site convert in the share step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum OnSite {
    /// As in the funnel.
    #[default]
    Funnel,
    /// As in the follow step.
    Follow,
}
