//! The least concave majorant of one curve on the spends it may have.
//!
//! A Hill curve turns from convex to concave once. Its least concave majorant on an interval is therefore a straight
//! line from the left end to the point where it touches the curve, and the curve itself behind it:
//!
//! ```text
//!            ___________        f(t) − f(a)
//!          t˙                   ─────────── = f′(t)
//!        .´.                       t − a
//!      .´ .
//!    .´ .˙
//!   a.·˙
//! ```
//!
//! With "off or at least" the line starts at 0 and ends no earlier than at the minimum. In whole steps the same holds
//! for the points of the curve at whole numbers, the line ending at the whole number with the steepest line to it.

use super::curve::{Curve, Hill, OnCurve};
use super::tolerance::above;

/// The spends a channel may have: from `low` to `high`, and nothing at all if it may be `off`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Domain {
    pub(super) off: bool,
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Domain {
    pub(super) fn start(&self) -> f64 {
        if self.off { 0.0 } else { self.low }
    }

    /// The part up to `x`; nothing between 0 and the minimum may be spent.
    pub(super) fn at_most(self, x: f64) -> Self {
        if self.off && x < self.low {
            Self { off: false, low: 0.0, high: 0.0 }
        } else {
            Self { high: self.high.min(x), ..self }.closed()
        }
    }

    /// The part from `x` on, which is above 0.
    pub(super) fn at_least(self, x: f64) -> Self {
        Self { off: false, low: self.low.max(x), ..self }.closed()
    }

    /// A last digit must not empty an interval of one point.
    fn closed(self) -> Self {
        if self.low > self.high && !above(self.low, self.high) { Self { high: self.low, ..self } } else { self }
    }

    /// The part on which the curve is concave, as far as there is one.
    pub(super) fn concave(self, curve: &Curve, whole: bool) -> Self {
        let inflection = if let Curve::Hill(hill) = curve { hill.inflection } else { 0.0 };
        let from = if whole { inflection.ceil() } else { inflection };
        Self { off: false, low: self.low.max(from).min(self.high), high: self.high }
    }

    pub(super) fn holds(&self, x: f64) -> bool {
        (self.off && x <= 0.0) || (self.low..=self.high).contains(&x)
    }
}

/// A curve's least concave majorant: straight from `start` to `end`, then the curve up to `high`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Majorant {
    pub(super) curve: Curve,
    pub(super) start: f64,
    pub(super) end: f64,
    pub(super) high: f64,
    start_value: f64,
    /// Slope of the straight piece; infinite where there is none.
    pub(super) slope: f64,
    pub(super) log_slope: f64,
    whole: bool,
}

impl Majorant {
    pub(super) fn of(curve: Curve, domain: Domain, whole: bool) -> Self {
        let (start, high) = (domain.start(), domain.high.max(domain.start()));
        let start_value = curve.value(start);
        let mut majorant =
            Self { curve, start, end: start, high, start_value, slope: f64::INFINITY, log_slope: f64::INFINITY, whole };
        // The straight piece ends no earlier than here.
        let first = if domain.off { domain.low.min(high) } else { start };
        let best = steepest(&curve, start, high);
        let end = if whole { majorant.steeper_whole(best, first) } else { best.clamp(first, high) };
        if end > start {
            majorant.end = end;
            majorant.slope = (curve.value(end) - start_value) / (end - start);
            majorant.log_slope = majorant.slope.ln();
        }
        if majorant.slope <= 0.0 {
            // A line without slope wins nothing: nothing is spent on it unless a minimum of a group asks for it.
            majorant.end = start;
            (majorant.slope, majorant.log_slope) = (f64::INFINITY, f64::INFINITY);
        }
        majorant
    }

    /// Of the whole numbers on both sides of `best` the one with the steeper line to it.
    fn steeper_whole(&self, best: f64, first: f64) -> f64 {
        if best <= self.start && first <= self.start {
            return self.start;
        }
        let least = first.max(self.start + 1.0).min(self.high);
        let [below, above] = [best.floor(), best.ceil()].map(|end| end.clamp(least, self.high));
        let slope = |end: f64| (self.curve.value(end) - self.start_value) / (end - self.start);
        if above > below && slope(above) > slope(below) { above } else { below }
    }

    /// The majorant at `x`.
    pub(super) fn value(&self, x: f64) -> f64 {
        if x > self.start && x < self.end {
            self.start_value + self.slope * (x - self.start)
        } else {
            self.curve.value(x)
        }
    }

    /// How far the curve stays below its majorant at `x`.
    pub(super) fn loss(&self, x: f64) -> f64 {
        if x > self.start && x < self.end { (self.value(x) - self.curve.value(x)).max(0.0) } else { 0.0 }
    }

    /// The most that is worth spending when money costs nothing.
    pub(super) fn useful(&self) -> f64 {
        match self.curve {
            Curve::Flat => self.end,
            Curve::Line { end, .. } => if self.whole { end.ceil() } else { end }.clamp(self.end, self.high),
            Curve::Hill(_) => self.high,
        }
    }

    /// What is spent behind the straight piece when the last unit must win `exp(log)`, and how fast it falls with
    /// `log`. In whole steps it is the real number below which all whole steps are worth it.
    pub(super) fn tail(&self, log: f64, known: &mut OnCurve) -> (f64, f64) {
        match self.curve {
            Curve::Flat => (self.end, 0.0),
            Curve::Line { end, .. } if !self.whole => (end.clamp(self.end, self.high), 0.0),
            Curve::Line { end, .. } => (end.floor().clamp(self.end, self.high), 0.0),
            Curve::Hill(hill) => self.hill_tail(&hill, log, known),
        }
    }

    fn hill_tail(&self, hill: &Hill, log: f64, known: &mut OnCurve) -> (f64, f64) {
        if self.high <= self.end || log >= hill.log_peak {
            return (self.end, 0.0);
        }
        // The multiplier of a sum that was looked for is asked for again when the spends are set.
        #[allow(clippy::float_cmp)] // the very same number
        if known.log_slope != log {
            *known = hill.invert(log, known);
        }
        let OnCurve { x, fall, .. } = *known;
        if x <= self.end {
            (self.end, 0.0)
        } else if x >= self.high {
            (self.high, 0.0)
        } else {
            (x, x * fall)
        }
    }
}

/// Where the line from the curve's point at `start` to the curve is steepest: `start` itself for a concave curve.
fn steepest(curve: &Curve, start: f64, high: f64) -> f64 {
    match curve {
        Curve::Flat => start,
        Curve::Line { end, .. } => end.max(start),
        Curve::Hill(hill) if start <= 0.0 => hill.tangent_from_zero(),
        Curve::Hill(hill) => tangent(hill, start, high),
    }
}

/// Newton for ψ(t) = f(t) − f(a) − f′(t)·(t − a) = 0, ψ′ = −f″(t)·(t − a), between the inflection and the tangent
/// from zero; a step that leaves the bracket is halved instead.
fn tangent(hill: &Hill, start: f64, high: f64) -> f64 {
    let inflection = hill.inflection;
    if start >= inflection {
        return start;
    }
    let start_value = hill.value(start);
    let psi = |t: f64| hill.value(t) - start_value - hill.slope(t) * (t - start);
    if high <= inflection || psi(high) <= 0.0 {
        return high;
    }
    let (mut low, mut top) = (inflection, hill.tangent_from_zero().min(high));
    let mut t = f64::midpoint(low, top);
    for _ in 0..60 {
        let height = psi(t);
        if height > 0.0 {
            top = t;
        } else {
            low = t;
        }
        let newton = t + height / (hill.bending(t) * (t - start));
        let next = if newton > low && newton < top { newton } else { f64::midpoint(low, top) };
        if (next - t).abs() <= 1e-13 * t {
            return next;
        }
        t = next;
    }
    t
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(curve: Curve, domain: Domain, whole: bool) {
        let majorant = Majorant::of(curve, domain, whole);
        let steps = if whole { majorant.high - majorant.start } else { 2_000.0 };
        let at = |step: f64| majorant.start + (majorant.high - majorant.start) * step / steps;
        let mut last = f64::INFINITY;
        let mut step = 0.0;
        while step < steps {
            let (x, next) = (at(step), at(step + 1.0));
            assert!(
                !domain.holds(x) || majorant.value(x) >= curve.value(x) - 1e-9,
                "above {curve:?} {domain:?} at {x}"
            );
            let slope = (majorant.value(next) - majorant.value(x)) / (next - x);
            assert!(slope <= last * (1.0 + 1e-7) + 1e-9, "concave {curve:?} {domain:?} at {x}: {slope} after {last}");
            last = slope;
            step += 1.0;
        }
    }

    #[test]
    fn majorants_are_concave_and_above() {
        for shape in [0.3, 1.0, 1.2, 2.0, 4.0, 10.0] {
            for half in [3.0, 40.0, 500.0] {
                let curve = Curve::hill(700.0, half, shape);
                for (off, low, high) in
                    [(false, 0.0, 100.0), (false, 13.0, 60.0), (true, 7.0, 100.0), (true, 80.0, 100.0)]
                {
                    for whole in [false, true] {
                        check(curve, Domain { off, low, high }, whole);
                    }
                }
            }
        }
        for end in [0.4, 12.5, 200.0] {
            for whole in [false, true] {
                check(Curve::line(2.0, end), Domain { off: false, low: 3.0, high: 100.0 }, whole);
                check(Curve::line(2.0, end), Domain { off: true, low: 20.0, high: 100.0 }, whole);
            }
        }
    }
}
