//! How many registrations a channel's money buys, as people state it.

use serde::{Deserialize, Serialize};

use super::{Money, is_default};

/// A response curve: registrations bought by spend. All are non-decreasing and bounded.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Curve {
    /// The same registrations whatever is spent.
    Fixed {
        /// Registrations, at least 0.
        registrations: f64,
    },
    /// Every registration costs the same until the ceiling.
    Linear {
        /// What one registration costs, above 0.
        cost_per_registration: Money,
        /// The most registrations money can buy, at least 0.
        ceiling: f64,
        /// Registrations without any spend, at least 0.
        #[serde(default, skip_serializing_if = "is_default")]
        base: f64,
    },
    /// Each further registration costs more than the one before: Hill with shape 1.
    Saturating {
        /// What the first registration costs, above 0.
        first_cost: Money,
        /// The most registrations money can buy, above 0.
        ceiling: f64,
        /// Registrations without any spend, at least 0.
        #[serde(default, skip_serializing_if = "is_default")]
        base: f64,
    },
    /// Two spends somebody remembers and what each bought: Hill with shape 1 through both.
    TwoPoints {
        /// The smaller spend.
        first: Point,
        /// The larger spend.
        second: Point,
    },
    /// Little money buys little, then it takes off, then it saturates: Hill with a shape of its own.
    SShaped {
        /// The most registrations money can buy, above 0.
        ceiling: f64,
        /// The spend that buys half of the ceiling, above 0.
        half_spend: Money,
        /// Steepness, 0.2 to 10; above 1 the curve is S-shaped.
        shape: f64,
        /// Registrations without any spend, at least 0.
        #[serde(default, skip_serializing_if = "is_default")]
        base: f64,
    },
    /// Hill curve found by least squares from what really happened.
    Fitted {
        /// The most registrations money can buy, above 0.
        ceiling: f64,
        /// The spend that buys half of the ceiling, above 0.
        half_spend: Money,
        /// Steepness, 0.2 to 10.
        shape: f64,
        /// Registrations without any spend, at least 0.
        #[serde(default, skip_serializing_if = "is_default")]
        base: f64,
        /// Root mean square distance of the rows from the curve, in registrations.
        residual: f64,
        /// How many rows the fit used.
        rows: u32,
    },
}

impl Curve {
    /// Whether it states no registrations yet: a way is chosen, and its numbers wait to be typed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let nothing =
            |money: Money, numbers: &[f64]| money >= Money::ZERO && numbers.iter().all(|number| *number == 0.0);
        match *self {
            Self::Fixed { registrations } => nothing(Money::ZERO, &[registrations]),
            Self::Linear { cost_per_registration, ceiling, base } => nothing(cost_per_registration, &[ceiling, base]),
            Self::Saturating { first_cost, ceiling, base } => nothing(first_cost, &[ceiling, base]),
            Self::TwoPoints { first, second } => {
                nothing(first.spend.min(second.spend), &[first.registrations, second.registrations])
            }
            Self::SShaped { ceiling, half_spend, base, .. } | Self::Fitted { ceiling, half_spend, base, .. } => {
                nothing(half_spend, &[ceiling, base])
            }
        }
    }
}

impl Default for Curve {
    fn default() -> Self {
        Self::Fixed { registrations: 0.0 }
    }
}

/// A remembered spend and what it bought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Money spent.
    pub spend: Money,
    /// Registrations it bought.
    pub registrations: f64,
}
