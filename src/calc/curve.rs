//! Response curves: registrations bought by spend.
//!
//! Source of the Hill curve `c·xᵃ/(xᵃ+kᵃ)` in media planning: Jin et al., "Bayesian methods for media mix modeling
//! with carryover and shape effects" (2017). Here every way of stating a curve becomes one of three forms.

use crate::plan::{Currency, Curve};

use super::numbers::LARGEST;

/// The least and greatest steepness of a Hill curve.
pub const SHAPES: std::ops::RangeInclusive<f64> = 0.2..=10.0;

/// A curve ready to be evaluated; spend in currency units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Response {
    /// The same registrations whatever is spent.
    Fixed {
        /// Registrations.
        registrations: f64,
    },
    /// `base + min(x / cost, ceiling)`.
    Linear {
        /// Registrations without spend.
        base: f64,
        /// Currency units a registration.
        cost: f64,
        /// The most registrations money buys.
        ceiling: f64,
    },
    /// `base + ceiling·xᵃ / (xᵃ + halfᵃ)`.
    Hill {
        /// Registrations without spend.
        base: f64,
        /// The most registrations money buys.
        ceiling: f64,
        /// Spend that buys half of the ceiling.
        half: f64,
        /// Steepness a.
        shape: f64,
    },
}

/// Why a stated curve cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CurveProblem {
    /// A number that must not be negative is, or is no number one can calculate with.
    Negative,
    /// A cost, half spend or ceiling that must be above zero is not.
    NotPositive,
    /// The steepness lies outside 0.2 to 10.
    ShapeOutOfRange,
    /// The second of two points is not to the right of the first.
    PointsNotInOrder,
    /// The second point is not above the first: a fixed curve says that better.
    PointsNotRising,
    /// The second point costs no more a registration than the first: S-shaped or linear says that better.
    PointsNotSaturating,
}

impl CurveProblem {
    /// Its name in the words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Negative => "negative",
            Self::NotPositive => "not-positive",
            Self::ShapeOutOfRange => "shape",
            Self::PointsNotInOrder => "not-in-order",
            Self::PointsNotRising => "not-rising",
            Self::PointsNotSaturating => "not-saturating",
        }
    }
}

impl Response {
    /// Buys nothing, whatever is spent.
    pub const NOTHING: Self = Self::Fixed { registrations: 0.0 };

    /// The curve a person stated, in currency units.
    ///
    /// # Errors
    /// Says which of the stated numbers makes no curve.
    pub fn of(curve: &Curve, currency: &Currency) -> Result<Self, CurveProblem> {
        let units = |amount| currency.units(amount);
        match *curve {
            Curve::Fixed { registrations } => {
                not_negative(&[registrations])?;
                Ok(Self::Fixed { registrations })
            }
            Curve::Linear { cost_per_registration, ceiling, base } => {
                not_negative(&[base, ceiling])?;
                let cost = units(cost_per_registration);
                positive(&[cost])?;
                Ok(Self::Linear { base, cost, ceiling })
            }
            Curve::Saturating { first_cost, ceiling, base } => {
                // r′(0) = ceiling / half, so the first registration costs half / ceiling.
                hill(base, ceiling, ceiling * units(first_cost), 1.0)
            }
            Curve::TwoPoints { first, second } => {
                through((units(first.spend), first.registrations), (units(second.spend), second.registrations))
            }
            Curve::SShaped { ceiling, half_spend, shape, base }
            | Curve::Fitted { ceiling, half_spend, shape, base, .. } => hill(base, ceiling, units(half_spend), shape),
        }
    }

    /// Registrations bought by spending `x` currency units; below zero counts as zero.
    #[must_use]
    pub fn value(&self, x: f64) -> f64 {
        let x = x.max(0.0);
        match *self {
            Self::Fixed { registrations } => registrations,
            Self::Linear { base, cost, ceiling } => base + (x / cost).min(ceiling),
            Self::Hill { base, ceiling, half, shape } => base + ceiling * reached(x, half, shape),
        }
    }

    /// Registrations of a month that spends `x` currency units, if this is the curve r of `months` months (at least 1):
    /// r(T·x)/T, so that months of even spending give what the curve gives.
    #[must_use]
    pub fn in_month(&self, x: f64, months: u32) -> f64 {
        let months = f64::from(months.max(1));
        self.value(x * months) / months
    }

    /// The curve of `part` of all `months`, for money spent evenly over that part: with p = part ÷ months, p·r(x/p).
    #[must_use]
    pub fn of_months(self, part: u32, months: u32) -> Self {
        let share = f64::from(part) / f64::from(months.max(1));
        match self {
            Self::Fixed { registrations } => Self::Fixed { registrations: registrations * share },
            Self::Linear { base, cost, ceiling } => Self::Linear { base: base * share, cost, ceiling: ceiling * share },
            Self::Hill { base, ceiling, half, shape } => {
                Self::Hill { base: base * share, ceiling: ceiling * share, half: half * share, shape }
            }
        }
    }

    /// Registrations the next currency unit buys, r′(x). At a kink it is the slope to the right.
    #[must_use]
    pub fn slope(&self, x: f64) -> f64 {
        let x = x.max(0.0);
        match *self {
            Self::Fixed { .. } => 0.0,
            Self::Linear { cost, ceiling, .. } => {
                if x / cost < ceiling {
                    1.0 / cost
                } else {
                    0.0
                }
            }
            // At zero: c/k for a = 1, none for a > 1, unbounded for a < 1.
            Self::Hill { ceiling, half, shape, .. } if x == 0.0 => {
                if shape > 1.0 {
                    0.0
                } else if shape < 1.0 {
                    f64::INFINITY
                } else {
                    ceiling / half
                }
            }
            Self::Hill { ceiling, half, shape, .. } => {
                let reached = reached(x, half, shape);
                ceiling * shape * reached * (1.0 - reached) / x
            }
        }
    }

    /// The curve that gives so many times as many registrations for the same money.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        match self {
            Self::Fixed { registrations } => Self::Fixed { registrations: factor * registrations },
            Self::Linear { base, cost, ceiling } => {
                Self::Linear { base: factor * base, cost: cost / factor, ceiling: factor * ceiling }
            }
            Self::Hill { base, ceiling, half, shape } => {
                Self::Hill { base: factor * base, ceiling: factor * ceiling, half, shape }
            }
        }
    }

    /// The most registrations this curve can ever give, base included.
    #[must_use]
    pub fn ceiling(&self) -> f64 {
        match *self {
            Self::Fixed { registrations } => registrations,
            Self::Linear { base, ceiling, .. } | Self::Hill { base, ceiling, .. } => base + ceiling,
        }
    }

    /// The spend up to which each further unit buys more than the one before: k·((a−1)/(a+1))^(1/a).
    /// `None` for a curve that is not S-shaped.
    #[must_use]
    pub fn inflection(&self) -> Option<f64> {
        match *self {
            Self::Hill { half, shape, .. } if shape > 1.0 => {
                Some(half * ((shape - 1.0) / (shape + 1.0)).powf(1.0 / shape))
            }
            _ => None,
        }
    }
}

/// xᵃ/(xᵃ+kᵃ), written so that no power overflows.
fn reached(x: f64, half: f64, shape: f64) -> f64 {
    if x <= 0.0 { 0.0 } else { 1.0 / (1.0 + (half / x).powf(shape)) }
}

fn hill(base: f64, ceiling: f64, half: f64, shape: f64) -> Result<Response, CurveProblem> {
    positive(&[ceiling, half])?;
    not_negative(&[base, ceiling])?;
    if !SHAPES.contains(&shape) {
        return Err(CurveProblem::ShapeOutOfRange);
    }
    Ok(Response::Hill { base, ceiling, half, shape })
}

/// Hill with shape 1 through two points: k = (y₂−y₁)/(y₁/x₁−y₂/x₂), c = y₂(x₂+k)/x₂.
fn through((x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> Result<Response, CurveProblem> {
    positive(&[x1, y1])?;
    if x2 <= x1 {
        return Err(CurveProblem::PointsNotInOrder);
    }
    if y2 <= y1 {
        return Err(CurveProblem::PointsNotRising);
    }
    let bend = y1 / x1 - y2 / x2;
    if bend <= 0.0 {
        return Err(CurveProblem::PointsNotSaturating);
    }
    let half = (y2 - y1) / bend;
    let ceiling = y2 * (x2 + half) / x2;
    // Points all but in line with the origin have no ceiling one could believe in.
    if ceiling > LARGEST { Err(CurveProblem::PointsNotSaturating) } else { hill(0.0, ceiling, half, 1.0) }
}

fn not_negative(numbers: &[f64]) -> Result<(), CurveProblem> {
    let fine = numbers.iter().all(|number| (0.0..=LARGEST).contains(number));
    if fine { Ok(()) } else { Err(CurveProblem::Negative) }
}

fn positive(numbers: &[f64]) -> Result<(), CurveProblem> {
    let fine = numbers.iter().all(|number| number.is_finite() && *number > 0.0);
    if fine { Ok(()) } else { Err(CurveProblem::NotPositive) }
}
