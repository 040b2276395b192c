//! How an uncertain number is spread, given its 90 % range.
//!
//! The range decides alone, so that one draw in twenty is below it and one in twenty above; the median may then differ
//! from the likely value, which is what the report calculates with.

use crate::calc::numbers::{Kind, LARGEST};
use crate::plan::Range;

use super::batch::{BATCH, Column};
use super::elementary::{EXPONENTS, exp, ln};
use super::normal::{MOST, TABLE, Z_95};

/// The shape of a spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// Positive numbers: their logarithm is normal.
    LogNormal,
    /// Fractions between 0 and 1: their log odds are normal.
    LogitNormal,
    /// Numbers of any sign.
    Normal,
}

/// A spread number as a function of a standard normal one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distribution {
    shape: Shape,
    /// Median and standard deviation of what is normal: the number, its logarithm or its log odds.
    median: f64,
    deviation: f64,
    /// What the normal number may be at least and at most; only ranges of silly width come near them.
    limits: Range<f64>,
}

impl Distribution {
    /// The spread of a number of a kind: log-normal for counts, logit-normal for rates. A range that reaches an end of
    /// its kind (0, or 100 %) has no logarithm there: it is normal, and what falls beyond stays at the end.
    #[must_use]
    pub fn of(kind: Kind, range: Range<f64>) -> Self {
        let limits = |low, high| Range { low, high };
        match kind {
            Kind::Count if range.low > 0.0 => {
                Self::new(Shape::LogNormal, range, limits(*EXPONENTS.start(), ln(LARGEST)))
            }
            Kind::Rate if range.low > 0.0 && range.high < 1.0 => {
                Self::new(Shape::LogitNormal, range, limits(*EXPONENTS.start(), *EXPONENTS.end()))
            }
            Kind::Count => Self::new(Shape::Normal, range, limits(0.0, LARGEST)),
            Kind::Rate => Self::new(Shape::Normal, range, limits(0.0, 1.0)),
        }
    }

    /// The spread of a number that may be negative.
    #[cfg(test)]
    pub(super) fn normal(range: Range<f64>) -> Self {
        Self::new(Shape::Normal, range, Range { low: -LARGEST, high: LARGEST })
    }

    fn new(shape: Shape, range: Range<f64>, limits: Range<f64>) -> Self {
        let scale = |end: f64| match shape {
            Shape::LogNormal => ln(end),
            Shape::LogitNormal => ln(end) - ln(1.0 - end),
            Shape::Normal => end,
        };
        let (low, high) = (scale(range.low), scale(range.high));
        Self { shape, median: f64::midpoint(low, high), deviation: (high - low) / (2.0 * Z_95), limits }
    }

    /// Turns random words into draws.
    pub(super) fn fill(&self, words: &[u32; BATCH], column: &mut Column) {
        TABLE.fill(words, column);
        // Numbers of the kind people type stay within the limits by themselves, and that is faster.
        let ends = [-MOST, MOST].map(|z| self.median + self.deviation * z);
        if ends.iter().all(|end| (self.limits.low..=self.limits.high).contains(end)) {
            self.turn(column, |z| self.median + self.deviation * z);
        } else {
            self.turn(column, |z| self.spread(z));
        }
    }

    #[inline]
    fn turn(&self, column: &mut Column, spread: impl Fn(f64) -> f64) {
        match self.shape {
            Shape::LogNormal => column.iter_mut().for_each(|z| *z = exp(spread(*z))),
            Shape::LogitNormal => column.iter_mut().for_each(|z| *z = logistic(spread(*z))),
            Shape::Normal => column.iter_mut().for_each(|z| *z = spread(*z)),
        }
    }

    /// The normal number within its limits.
    fn spread(&self, z: f64) -> f64 {
        (self.median + self.deviation * z).clamp(self.limits.low, self.limits.high)
    }

    /// The number with the fraction `p` of all draws below it, 0 < p < 1.
    #[must_use]
    pub fn quantile(&self, p: f64) -> f64 {
        let spread = self.spread(super::normal::quantile(p));
        match self.shape {
            Shape::LogNormal => exp(spread),
            Shape::LogitNormal => logistic(spread),
            Shape::Normal => spread,
        }
    }
}

#[inline]
fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(left: f64, right: f64) -> bool {
        (left - right).abs() <= 1e-10 * right.abs().max(1e-3)
    }

    #[test]
    fn the_range_has_nine_in_ten() {
        let cases = [
            (Kind::Count, 150.0, 300.0),
            (Kind::Count, 0.0, 4.0),
            (Kind::Count, 1e-6, 1e9),
            (Kind::Rate, 0.02, 0.05),
            (Kind::Rate, 0.0, 0.2),
            (Kind::Rate, 0.7, 1.0),
        ];
        for (kind, low, high) in cases {
            let spread = Distribution::of(kind, Range { low, high });
            assert!(close(spread.quantile(0.05), low) && close(spread.quantile(0.95), high), "{kind:?} {low}..{high}");
        }
        let signed = Distribution::normal(Range { low: -3.0, high: 5.0 });
        assert!(close(signed.quantile(0.05), -3.0) && close(signed.quantile(0.5), 1.0));
    }

    #[test]
    fn medians_are_the_middle_of_their_own_scale() {
        let count = Distribution::of(Kind::Count, Range { low: 100.0, high: 400.0 });
        assert!(close(count.quantile(0.5), 200.0), "geometric");
        let rate = Distribution::of(Kind::Rate, Range { low: 0.2, high: 0.8 });
        assert!(close(rate.quantile(0.5), 0.5), "logit");
    }

    #[test]
    fn draws_follow_the_quantiles_and_stay_within_their_kind() {
        for (kind, low, high) in [(Kind::Count, 0.0, 9.0), (Kind::Rate, 0.0, 0.4), (Kind::Rate, 0.01, 0.99)] {
            let spread = Distribution::of(kind, Range { low, high });
            let words: [u32; BATCH] = std::array::from_fn(|i| u32::try_from(i).unwrap() << 24);
            let mut column = [0.0; BATCH];
            spread.fill(&words, &mut column);
            for (word, draw) in words.iter().zip(column) {
                let p = (f64::from(*word) + 0.5) / 4_294_967_296.0;
                assert!((draw - spread.quantile(p)).abs() < 1e-8 * high, "{kind:?} at {p}");
            }
            assert!(column.iter().all(|draw| *draw >= 0.0 && (kind == Kind::Count || *draw <= 1.0)));
        }
    }
}
