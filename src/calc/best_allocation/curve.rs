//! The curves of the search: weight times response, less what comes without any spend, in steps of money.
//!
//! A Hill curve is handled through `v = a·ln(x/k)`, its own natural scale: the share of the ceiling that is reached
//! is `y = 1/(1+e⁻ᵛ)`, and
//!
//! ```text
//! ln f′(x) = ln(c·a/k) + b·v − 2·ln(1+eᵛ)        b = (a−1)/a
//! ```
//!
//! is a concave function of `v` that rises up to the inflection `eᵛ = b/(2−b)` and falls behind it. Finding the spend
//! of a given marginal is therefore one Newton search on a concave falling function: from any point right of the
//! root it comes down without ever overshooting, and no power is taken until the root is found.

/// A curve that starts at 0 for no spend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Curve {
    /// Nothing, whatever is spent.
    Flat,
    /// `slope·min(x, end)`.
    Line { slope: f64, end: f64 },
    /// `ceiling / (1 + (half/x)^shape)`.
    Hill(Hill),
}

/// A Hill curve with what is needed again and again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Hill {
    pub(super) ceiling: f64,
    pub(super) half: f64,
    pub(super) shape: f64,
    /// `(a−1)/a`: above 0 the curve is S-shaped.
    bend: f64,
    /// `ln(c·a/k)`.
    log_scale: f64,
    /// The greatest ln f′; infinite for shapes below 1, which start with an unbounded slope.
    pub(super) log_peak: f64,
    /// The spend behind which the curve is concave; 0 where it is concave from the start.
    pub(super) inflection: f64,
}

impl Curve {
    pub(super) fn line(slope: f64, end: f64) -> Self {
        if slope > 0.0 && end > 0.0 { Self::Line { slope, end } } else { Self::Flat }
    }

    pub(super) fn hill(ceiling: f64, half: f64, shape: f64) -> Self {
        let log_scale = (ceiling * shape / half).ln();
        let usable = ceiling > 0.0 && half > 0.0 && log_scale.is_finite();
        if usable {
            let bend = (shape - 1.0) / shape;
            let inflection = if bend > 0.0 { half * (bend / (2.0 - bend)).powf(1.0 / shape) } else { 0.0 };
            Self::Hill(Hill { ceiling, half, shape, bend, log_scale, log_peak: log_scale + log_peak(bend), inflection })
        } else {
            Self::Flat
        }
    }

    pub(super) fn value(&self, x: f64) -> f64 {
        match *self {
            Self::Flat => 0.0,
            Self::Line { slope, end } => slope * x.min(end),
            Self::Hill(hill) => hill.value(x),
        }
    }

    /// What one unit more than `x` buys, without the loss of digits of a difference.
    pub(super) fn next_unit(&self, x: f64) -> f64 {
        match *self {
            Self::Flat => 0.0,
            Self::Line { slope, end } => slope * (end - x).clamp(0.0, 1.0),
            Self::Hill(hill) => hill.next_unit(x),
        }
    }

    /// f′(x), to the right.
    pub(super) fn slope(&self, x: f64) -> f64 {
        match *self {
            Self::Flat => 0.0,
            Self::Line { slope, end } => {
                if x < end {
                    slope
                } else {
                    0.0
                }
            }
            Self::Hill(hill) => hill.slope(x),
        }
    }
}

impl Hill {
    pub(super) fn value(&self, x: f64) -> f64 {
        if x <= 0.0 { 0.0 } else { self.ceiling / (1.0 + (self.half / x).powf(self.shape)) }
    }

    /// With z = (k/x)ᵃ: f(x+1) − f(x) = c·(z₀ − z₁) / ((1+z₀)(1+z₁)), and z₀ − z₁ = z₁·((1+1/x)ᵃ − 1).
    fn next_unit(&self, x: f64) -> f64 {
        if x <= 0.0 {
            return self.value(1.0);
        }
        let after = (self.half / (x + 1.0)).powf(self.shape);
        let growth = (self.shape * (1.0 / x).ln_1p()).exp_m1();
        let before = after * (1.0 + growth);
        // Where a power is beyond all numbers, the curve is all but 0 on both sides.
        if before.is_finite() { self.ceiling * after * growth / ((1.0 + before) * (1.0 + after)) } else { 0.0 }
    }

    pub(super) fn slope(&self, x: f64) -> f64 {
        if x <= 0.0 {
            return match self.shape {
                shape if shape > 1.0 => 0.0,
                shape if shape < 1.0 => f64::INFINITY,
                _ => self.ceiling / self.half,
            };
        }
        // c·a·y·(1−y)/x with y = 1/(1+z).
        let z = (self.half / x).powf(self.shape);
        let slope = self.ceiling * self.shape * z / ((1.0 + z) * (1.0 + z)) / x;
        if slope.is_finite() { slope } else { 0.0 }
    }

    /// f″(x), for x above 0.
    pub(super) fn bending(&self, x: f64) -> f64 {
        let reached = self.value(x) / self.ceiling;
        self.slope(x) * ((self.shape - 1.0) - 2.0 * self.shape * reached) / x
    }

    /// Where a straight line from zero touches the curve: y = 1 − 1/a, eᵛ = a − 1; 0 for a concave curve.
    pub(super) fn tangent_from_zero(&self) -> f64 {
        if self.shape > 1.0 { self.half * (self.shape - 1.0).powf(1.0 / self.shape) } else { 0.0 }
    }

    /// The point of the falling branch with ln f′ = `log_slope`, beginning at one that is known.
    /// The caller sees to it that the slope is one the falling branch has.
    pub(super) fn invert(&self, log_slope: f64, known: &OnCurve) -> OnCurve {
        let (bend, q) = (self.bend, log_slope - self.log_scale);
        // ln(1+eᵛ) is above both v and 0: where either line reaches q lies right of the root.
        let mut beyond = -q / (2.0 - bend);
        if bend < 0.0 {
            beyond = beyond.min(q / bend);
        }
        // Newton's step from the known point costs no exponential and no logarithm. The curve lies below its tangent, so
        // it ends right of the root, too; where nothing is known it is no number, and `beyond` is the lesser.
        let mut falling = known.falling;
        let mut step = if falling > 0.0 { (known.log_slope - log_slope) / falling } else { f64::NAN };
        let mut v = (known.v + step).min(beyond);
        for _ in 0..MOST_NEWTON_STEPS {
            // The next error is about the square of the last step.
            if step.abs() < 1e-7 {
                break;
            }
            let (grown, log_rest) = if v > 0.0 {
                let small = (-v).exp();
                (1.0 / (1.0 + small), v + (1.0 + small).ln())
            } else {
                let small = v.exp();
                (small / (1.0 + small), (1.0 + small).ln())
            };
            falling = 2.0 * grown - bend;
            step = (bend * v - 2.0 * log_rest - q) / falling;
            v = (v + step).min(beyond);
            if falling <= 0.0 {
                break;
            }
        }
        OnCurve { x: self.half * (v / self.shape).exp(), log_slope, v, falling, fall: 1.0 / (self.shape * falling) }
    }
}

/// A point of the falling branch, found by [`Hill::invert`].
#[derive(Clone, Copy, Debug)]
pub(super) struct OnCurve {
    /// The spend.
    pub(super) x: f64,
    /// ln f′ there.
    pub(super) log_slope: f64,
    /// −d ln x / d ln f′.
    pub(super) fall: f64,
    v: f64,
    /// −d ln f′ / dv.
    falling: f64,
}

impl OnCurve {
    /// No point is known yet.
    pub(super) const NOWHERE: Self =
        Self { x: f64::NAN, log_slope: f64::NAN, fall: f64::NAN, v: f64::NAN, falling: f64::NAN };
}

/// The greatest b·v − 2·ln(1+eᵛ), at eᵛ = b/(2−b).
fn log_peak(bend: f64) -> f64 {
    if bend < 0.0 {
        return f64::INFINITY;
    }
    let peak = bend / (2.0 - bend);
    let risen = if bend > 0.0 { bend * peak.ln() } else { 0.0 };
    risen - 2.0 * peak.ln_1p()
}

const MOST_NEWTON_STEPS: usize = 60;

#[cfg(test)]
mod tests {
    use super::*;

    fn hill(ceiling: f64, half: f64, shape: f64) -> Hill {
        let Curve::Hill(hill) = Curve::hill(ceiling, half, shape) else { panic!("a Hill curve") };
        hill
    }

    #[test]
    fn inverting_gives_the_spend_of_a_slope() {
        for shape in [0.2, 0.5, 0.999, 1.0, 1.001, 1.5, 3.0, 10.0] {
            let hill = hill(3_000.0, 40_000.0, shape);
            let from = hill.inflection.max(1.0) * 1.01;
            for factor in [1.0, 1.5, 4.0, 50.0] {
                let x = from * factor;
                for warm in [None, Some(1.001), Some(1.1), Some(3.0), Some(1_000.0)] {
                    let known = warm
                        .map_or(OnCurve::NOWHERE, |warm| hill.invert(hill.slope(from * warm).ln(), &OnCurve::NOWHERE));
                    let found = hill.invert(hill.slope(x).ln(), &known).x;
                    assert!((found / x - 1.0).abs() < 1e-6, "{shape} {x} {warm:?}: {found}");
                }
            }
        }
    }

    #[test]
    fn the_next_unit_is_exact() {
        for shape in [0.2, 1.0, 2.0, 10.0] {
            let hill = hill(1_000.0, 50.0, shape);
            for x in [0.0, 1.0, 7.0, 50.0, 400.0] {
                let difference = hill.value(x + 1.0) - hill.value(x);
                assert!((hill.next_unit(x) - difference).abs() < 1e-10, "{shape} {x}");
            }
            assert!((hill.next_unit(1e9) / hill.slope(1e9 + 0.5) - 1.0).abs() < 1e-6);
        }
    }

    #[test]
    fn the_tangent_touches() {
        for shape in [1.1, 2.0, 10.0] {
            let hill = hill(1_000.0, 50.0, shape);
            let t = hill.tangent_from_zero();
            assert!((hill.slope(t) * t / hill.value(t) - 1.0).abs() < 1e-9);
            assert!(hill.bending(hill.inflection * 0.99) > 0.0 && hill.bending(hill.inflection * 1.01) < 0.0);
        }
    }
}
