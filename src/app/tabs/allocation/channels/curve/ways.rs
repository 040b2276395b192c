//! The ways to state a curve, and how one becomes another without forgetting what is known.

use crate::calc::curve::Response;
use crate::plan::curve::Point;
use crate::plan::{Currency, Curve};

/// A way to state a curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The same registrations whatever is spent.
    Fixed,
    /// Every registration costs the same.
    Linear,
    /// Two remembered points.
    TwoPoints,
    /// First cost and ceiling.
    Saturating,
    /// S-shape.
    SShaped,
    /// Fitted to what happened.
    Fitted,
}

impl Way {
    /// The ways a person can choose.
    pub const CHOICES: [Self; 5] = [Self::Fixed, Self::Linear, Self::TwoPoints, Self::Saturating, Self::SShaped];

    /// How a curve is stated.
    #[must_use]
    pub fn of(curve: &Curve) -> Self {
        match curve {
            Curve::Fixed { .. } => Self::Fixed,
            Curve::Linear { .. } => Self::Linear,
            Curve::TwoPoints { .. } => Self::TwoPoints,
            Curve::Saturating { .. } => Self::Saturating,
            Curve::SShaped { .. } => Self::SShaped,
            Curve::Fitted { .. } => Self::Fitted,
        }
    }

    /// The key of what a person remembers who states it so.
    #[must_use]
    pub fn remembers(self) -> &'static str {
        match self {
            Self::Fixed => "allocation-way-fixed-remembers",
            Self::Linear => "allocation-way-linear-remembers",
            Self::TwoPoints => "allocation-way-two-points-remembers",
            Self::Saturating => "allocation-way-saturating-remembers",
            Self::SShaped => "allocation-way-s-shaped-remembers",
            Self::Fitted => "allocation-way-fitted-remembers",
        }
    }

    /// The key of its name on a tile.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Fixed => "allocation-way-fixed",
            Self::Linear => "allocation-way-linear",
            Self::TwoPoints => "allocation-way-two-points",
            Self::Saturating => "allocation-way-saturating",
            Self::SShaped => "allocation-way-s-shaped",
            Self::Fitted => "allocation-way-fitted",
        }
    }
}

/// What any curve tells about any other: registrations at a spend, the most, and the spend of half of it.
struct Known {
    spend: f64,
    bought: f64,
    base: f64,
    most: f64,
    half: f64,
    shape: Option<f64>,
}

impl Known {
    fn of(curve: &Curve, spend: f64, currency: &Currency) -> Self {
        let flat =
            |spend: f64, bought: f64| Self { spend, bought, base: 0.0, most: 2.0 * bought, half: spend, shape: None };
        match (Response::of(curve, currency), curve) {
            (Ok(Response::Fixed { registrations }), _) => flat(spend, registrations),
            (Ok(Response::Linear { base, cost, ceiling }), _) => Self {
                bought: Response::Linear { base, cost, ceiling }.value(spend),
                spend,
                base,
                most: ceiling,
                half: cost * ceiling / 2.0,
                shape: None,
            },
            (Ok(hill @ Response::Hill { base, ceiling, half, shape }), _) => {
                Self { bought: hill.value(spend), spend, base, most: ceiling, half, shape: Some(shape) }
            }
            (Err(_), Curve::TwoPoints { second, .. }) => flat(currency.units(second.spend), second.registrations),
            (Err(_), _) => flat(spend, 0.0),
        }
    }

    /// A spend from which on each registration costs more than before on average.
    fn steepest(&self) -> f64 {
        let turn = self.shape.filter(|shape| *shape > 1.0).map(|shape| self.half * (shape - 1.0).powf(1.0 / shape));
        self.spend.max(turn.unwrap_or_default() * 1.1)
    }
}

/// States a curve in another way, as near to what it was as that way can be.
#[must_use]
pub fn restate(way: Way, curve: &Curve, spend: f64, currency: &Currency) -> Curve {
    let known = Known::of(curve, spend, currency);
    let money = |units: f64| currency.amount(units).unwrap_or_default();
    let whole = |units: f64| money(units.round());
    let ratio = |part: f64, of: f64| if of > 0.0 { part / of } else { 0.0 };
    let base = known.base;
    match way {
        Way::Fixed => Curve::Fixed { registrations: known.bought.round() },
        Way::Linear => {
            let cost = ratio(known.spend, known.bought - base);
            Curve::Linear { cost_per_registration: money(cost), ceiling: known.most.round(), base }
        }
        Way::Saturating => {
            let first_cost = money(ratio(known.half, known.most));
            Curve::Saturating { first_cost, ceiling: known.most.round(), base }
        }
        Way::TwoPoints => {
            let response = Response::of(curve, currency).ok();
            let point = |x: f64| Point {
                spend: whole(x),
                registrations: response.map_or(known.bought, |response| response.value(x)).round(),
            };
            let first = known.steepest();
            Curve::TwoPoints { first: point(first), second: point(first * 2.0) }
        }
        Way::SShaped | Way::Fitted => {
            let saturating = matches!(curve, Curve::Saturating { .. } | Curve::TwoPoints { .. });
            let shape = known.shape.filter(|_| !saturating).unwrap_or(2.0);
            Curve::SShaped { ceiling: known.most.round(), half_spend: whole(known.half), shape, base }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_stated_another_way_buys_the_same_now() {
        let currency = Currency::default();
        let fixed = Curve::Fixed { registrations: 1_200.0 };
        for way in [Way::Fixed, Way::Linear, Way::Saturating, Way::SShaped] {
            let curve = restate(way, &fixed, 30_000.0, &currency);
            let bought = Response::of(&curve, &currency).unwrap().value(30_000.0);
            assert!((bought - 1_200.0).abs() < 1.0, "{way:?} buys {bought}");
            assert_eq!(Way::of(&curve), way);
        }
    }

    #[test]
    fn two_points_of_an_s_shape_make_a_curve() {
        let currency = Currency::default();
        let half_spend = currency.whole(30_000).unwrap();
        let curve = Curve::SShaped { ceiling: 2_400.0, half_spend, shape: 2.0, base: 0.0 };
        let points = restate(Way::TwoPoints, &curve, 10_000.0, &currency);
        assert!(Response::of(&points, &currency).is_ok());
    }
}
