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
            Self::Hill(Hill { ceiling, half, shape, bend, log_scale, log_peak: log_scale + log_peak(bend) })
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

    /// The spend behind which the curve is concave; 0 where it is concave from the start.
    pub(super) fn inflection(&self) -> f64 {
        if self.bend > 0.0 { self.spend((self.bend / (2.0 - self.bend)).ln()) } else { 0.0 }
    }

    /// Where a straight line from zero touches the curve: y = 1 − 1/a, eᵛ = a − 1; 0 for a concave curve.
    pub(super) fn tangent_from_zero(&self) -> f64 {
        if self.shape > 1.0 { self.half * (self.shape - 1.0).powf(1.0 / self.shape) } else { 0.0 }
    }

    /// The spend at `v`.
    pub(super) fn spend(&self, v: f64) -> f64 {
        self.half * (v / self.shape).exp()
    }

    /// `v` on the falling branch with ln f′ = `log_slope`, and −d ln x / d ln f′ there; `warm` is a guess.
    /// The caller sees to it that the slope is one the falling branch has.
    pub(super) fn invert(&self, log_slope: f64, warm: f64) -> (f64, f64) {
        let (bend, q) = (self.bend, log_slope - self.log_scale);
        // ln(1+eᵛ) is above both v and 0: where either line reaches q lies right of the root.
        let mut beyond = -q / (2.0 - bend);
        if bend < 0.0 {
            beyond = beyond.min(q / bend);
        }
        let mut v = if warm < beyond && self.falls_at(warm) { warm } else { beyond };
        let mut falling = 1.0;
        for _ in 0..MOST_NEWTON_STEPS {
            let (grown, log_rest) = if v > 0.0 {
                let small = (-v).exp();
                (1.0 / (1.0 + small), v + (1.0 + small).ln())
            } else {
                let small = v.exp();
                (small / (1.0 + small), (1.0 + small).ln())
            };
            falling = 2.0 * grown - bend;
            let step = (bend * v - 2.0 * log_rest - q) / falling;
            v = (v + step).min(beyond);
            // The next error is about the square of this step.
            if step.abs() < 1e-7 || falling <= 0.0 {
                break;
            }
        }
        (v, 1.0 / (self.shape * falling))
    }

    /// Whether `v` lies safely on the falling branch.
    fn falls_at(&self, v: f64) -> bool {
        // y > b/2, with a margin so that the first step does not go far.
        v.is_finite() && (self.bend <= 0.0 || v.exp() * (2.0 - self.bend) > 1.2 * self.bend)
    }
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
            let from = hill.inflection().max(1.0) * 1.01;
            for factor in [1.0, 1.5, 4.0, 50.0] {
                let x = from * factor;
                for warm in [f64::NAN, -3.0, 0.0, 5.0] {
                    let (v, _) = hill.invert(hill.slope(x).ln(), warm);
                    let found = hill.spend(v);
                    assert!((found / x - 1.0).abs() < 1e-6, "{shape} {x} {warm}: {found}");
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
            assert!(hill.bending(hill.inflection() * 0.99) > 0.0 && hill.bending(hill.inflection() * 1.01) < 0.0);
        }
    }
}
