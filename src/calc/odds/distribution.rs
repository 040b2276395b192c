//! How an uncertain number is spread, given its likely value and its 90 % range: half of the draws are below the likely
//! value, one in twenty below the range, one in twenty above it.
//!
//! On its own scale (plain, logarithm or log odds) the number is normal on either side of the likely value, with a standard
//! deviation of each side's own: u(z) = u(likely) + σ·z, σ₋ for z < 0 and σ₊ for the others. Where the likely value is the
//! middle of the range on that scale, both are the same.

use crate::calc::numbers::{Kind, LARGEST};
use crate::plan::Range;

use super::batch::{BATCH, Column};
use super::normal::{MOST, TABLE, Z_95};
use crate::calc::elementary::{EXPONENTS, exp, ln};

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
    /// What is normal on either side, the number, its logarithm or its log odds: its median, and its standard deviations
    /// below and above it; 0 where the likely value is that end of the range.
    median: f64,
    below: f64,
    above: f64,
    /// What the normal number may be at least and at most; only ranges of silly width come near them.
    limits: Range<f64>,
}

impl Distribution {
    /// The spread of a number of a kind: log-normal for counts, logit-normal for rates. A range that reaches an end of
    /// its kind (0, or 100 %) has no logarithm there: it is normal, and what falls beyond stays at the end. The likely value
    /// lies within the range.
    #[must_use]
    pub fn of(kind: Kind, likely: f64, range: Range<f64>) -> Self {
        let limits = |low, high| Range { low, high };
        match kind {
            Kind::Count if range.low > 0.0 => {
                Self::new(Shape::LogNormal, likely, range, limits(*EXPONENTS.start(), ln(LARGEST)))
            }
            Kind::Rate if range.low > 0.0 && range.high < 1.0 => {
                Self::new(Shape::LogitNormal, likely, range, limits(*EXPONENTS.start(), *EXPONENTS.end()))
            }
            Kind::Count => Self::new(Shape::Normal, likely, range, limits(0.0, LARGEST)),
            Kind::Rate => Self::new(Shape::Normal, likely, range, limits(0.0, 1.0)),
        }
    }

    /// The spread of a number that may be negative.
    #[cfg(test)]
    pub(super) fn normal(likely: f64, range: Range<f64>) -> Self {
        Self::new(Shape::Normal, likely, range, Range { low: -LARGEST, high: LARGEST })
    }

    fn new(shape: Shape, likely: f64, range: Range<f64>, limits: Range<f64>) -> Self {
        let scale = |number: f64| match shape {
            Shape::LogNormal => ln(number),
            Shape::LogitNormal => ln(number) - ln(1.0 - number),
            Shape::Normal => number,
        };
        let [low, median, high] = [range.low, likely, range.high].map(scale);
        Self { shape, median, below: (median - low) / Z_95, above: (high - median) / Z_95, limits }
    }

    /// Turns random words into draws.
    #[inline(always)]
    #[allow(clippy::inline_always)] // into what runs widely
    pub(super) fn fill(&self, words: &[u32; BATCH], column: &mut Column) {
        TABLE.fill(words, column);
        // Numbers of the kind people type stay within the limits by themselves, and that is faster.
        let ends = [-MOST, MOST].map(|z| self.on_scale(z));
        if ends.iter().all(|end| (self.limits.low..=self.limits.high).contains(end)) {
            self.turn(column, |z| self.on_scale(z));
        } else {
            self.turn(column, |z| self.within_limits(z));
        }
    }

    #[inline(always)]
    #[allow(clippy::inline_always)] // into what runs widely
    fn turn(&self, column: &mut Column, spread: impl Fn(f64) -> f64) {
        match self.shape {
            Shape::LogNormal => column.iter_mut().for_each(|z| *z = exp(spread(*z))),
            Shape::LogitNormal => column.iter_mut().for_each(|z| *z = logistic(spread(*z))),
            Shape::Normal => column.iter_mut().for_each(|z| *z = spread(*z)),
        }
    }

    /// The number on its own scale.
    #[inline(always)]
    #[allow(clippy::inline_always)] // into what runs widely
    fn on_scale(&self, z: f64) -> f64 {
        let deviation = if z < 0.0 { self.below } else { self.above };
        self.median + deviation * z
    }

    #[inline(always)]
    #[allow(clippy::inline_always)] // into what runs widely
    fn within_limits(&self, z: f64) -> f64 {
        self.on_scale(z).clamp(self.limits.low, self.limits.high)
    }

    /// The number with the fraction `p` of all draws below it, 0 < p < 1.
    #[must_use]
    pub fn quantile(&self, p: f64) -> f64 {
        let spread = self.within_limits(super::normal::quantile(p));
        match self.shape {
            Shape::LogNormal => exp(spread),
            Shape::LogitNormal => logistic(spread),
            Shape::Normal => spread,
        }
    }
}

#[inline(always)]
#[allow(clippy::inline_always)] // into what runs widely
fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}

#[cfg(test)]
mod tests {
    use super::super::random;
    use super::*;
    use proptest::prelude::*;

    fn close(left: f64, right: f64) -> bool {
        (left - right).abs() <= 1e-10 * right.abs().max(1e-3)
    }

    /// Every kind: likely value, low, high. In the middle of its scale, far from it, and at either end.
    const CASES: [(Kind, f64, f64, f64); 14] = [
        (Kind::Count, 212.132_034_355_964_27, 150.0, 300.0),
        (Kind::Count, 290.0, 150.0, 300.0),
        (Kind::Count, 150.0, 150.0, 300.0),
        (Kind::Count, 300.0, 150.0, 300.0),
        (Kind::Count, 3.0, 1e-6, 1e9),
        (Kind::Count, 1.0, 0.88, 1.14),
        (Kind::Count, 1.0, 0.0, 4.0),
        (Kind::Count, 0.0, 0.0, 4.0),
        (Kind::Rate, 0.05, 0.0001, 0.6),
        (Kind::Rate, 0.02, 0.02, 0.05),
        (Kind::Rate, 0.05, 0.02, 0.05),
        (Kind::Rate, 0.15, 0.0, 0.2),
        (Kind::Rate, 0.95, 0.7, 1.0),
        (Kind::Rate, 1.0, 0.7, 1.0),
    ];

    fn of((kind, likely, low, high): (Kind, f64, f64, f64)) -> Distribution {
        Distribution::of(kind, likely, Range { low, high })
    }

    #[test]
    fn three_numbers_are_three_quantiles() {
        for case in CASES {
            let (_, likely, low, high) = case;
            for (p, expected) in [(0.05, low), (0.5, likely), (0.95, high)] {
                let found = of(case).quantile(p);
                assert!(close(found, expected), "{case:?} at {p}: {found}");
            }
        }
        let signed = Distribution::normal(1.5, Range { low: -3.0, high: 5.0 });
        for (p, expected) in [(0.05, -3.0), (0.5, 1.5), (0.95, 5.0)] {
            assert!(close(signed.quantile(p), expected), "{p}");
        }
    }

    /// By Python: `statistics.NormalDist().inv_cdf` and the formula of the module, in the scale of each kind.
    #[test]
    fn between_the_three_each_side_has_its_own_deviation() {
        let known = [
            (
                (Kind::Rate, 0.05, 0.0001, 0.6),
                [7.457_510_501_012_72e-6, 0.004_014_589_216_986_487, 0.172_105_919_460_457_67, 0.857_342_923_537_386_3],
            ),
            (
                (Kind::Count, 290.0, 150.0, 300.0),
                [114.148_159_506_829_57, 221.306_856_803_897_1, 294.059_643_365_515_9, 304.243_550_761_098_56],
            ),
            (
                (Kind::Count, 1.0, 0.0, 4.0),
                [0.0, 0.589_939_348_313_829_4, 2.230_181_955_058_512, 5.242_957_250_279_648],
            ),
        ];
        for (case, expected) in known {
            for (p, expected) in [0.01, 0.25, 0.75, 0.99].into_iter().zip(expected) {
                let found = of(case).quantile(p);
                assert!(close(found, expected), "{case:?} at {p}: {found}");
            }
        }
    }

    #[test]
    fn a_likely_value_in_the_middle_makes_both_sides_the_same() {
        let count = of((Kind::Count, 200.0, 100.0, 400.0));
        let rate = of((Kind::Rate, 0.5, 0.2, 0.8));
        for p in [0.001, 0.02, 0.3, 0.49] {
            assert!(close(count.quantile(p) * count.quantile(1.0 - p), 40_000.0), "ratios");
            assert!(close(rate.quantile(p) + rate.quantile(1.0 - p), 1.0), "log odds");
        }
    }

    /// Draws as the chain gets them.
    fn draws<const BATCHES: usize>(spread: &Distribution) -> Vec<f64> {
        let mut words = [0; BATCH];
        let mut column = [0.0; BATCH];
        let mut all = Vec::with_capacity(BATCHES * BATCH);
        for batch in (0..).take(BATCHES) {
            random::fill(&mut words, 1, random::stream("a range"), batch);
            spread.fill(&words, &mut column);
            all.extend_from_slice(&column);
        }
        all
    }

    #[test]
    #[allow(clippy::cast_precision_loss)] // 200,192
    fn draws_fall_where_the_range_says() {
        for case in CASES {
            let (_, likely, low, high) = case;
            let drawn = draws::<782>(&of(case));
            let n = drawn.len() as f64;
            for (p, quantile) in [(0.05, low), (0.5, likely), (0.95, high)] {
                let part = |holds: &dyn Fn(f64) -> bool| drawn.iter().filter(|draw| holds(**draw)).count() as f64 / n;
                // Where the likely value is an end of the range, half of the draws are that number.
                let (below, above) =
                    (part(&|draw| draw < quantile * (1.0 - 1e-9)), part(&|draw| draw > quantile * (1.0 + 1e-9)));
                let error = 4.0 * (p * (1.0 - p) / n).sqrt();
                assert!(below < p + error && above < 1.0 - p + error, "{case:?} at {p}: {below} below, {above} above");
                let is_a_point = likely <= low || likely >= high || quantile <= 0.0 || quantile >= 1.0;
                assert!(is_a_point || (below - p).abs() < error, "{case:?} at {p}: {below}");
            }
        }
    }

    #[test]
    fn draws_follow_the_quantiles_and_stay_within_their_kind() {
        let words: [u32; BATCH] = std::array::from_fn(|i| u32::try_from(i).unwrap() << 24);
        for case in CASES {
            let (kind, _, _, high) = case;
            let spread = of(case);
            let mut column = [0.0; BATCH];
            spread.fill(&words, &mut column);
            for (word, draw) in words.iter().zip(column) {
                let p = (f64::from(*word) + 0.5) / 4_294_967_296.0;
                let exact = spread.quantile(p);
                assert!((draw - exact).abs() < 1e-7 * exact.max(high), "{case:?} at {p}: {draw}, not {exact}");
            }
            assert!(column.iter().all(|draw| *draw >= 0.0 && (kind == Kind::Count || *draw <= 1.0)));
        }
    }

    proptest! {
        /// Ranks of draws are ranks of words, which the tornado relies on.
        #[test]
        fn a_draw_rises_with_its_word(
            ends in (1e-6..1.0_f64, 1e-6..1.0_f64, 0.0..=1.0_f64),
            scale in prop_oneof![Just(1.0), 1e-3..1e6_f64],
            from_zero in any::<bool>(),
            words in prop::collection::vec(any::<u32>(), BATCH),
        ) {
            let (one, other, part) = ends;
            let kind = if scale > 1.0 { Kind::Count } else { Kind::Rate };
            let low = if from_zero { 0.0 } else { one.min(other) * scale };
            let high = one.max(other) * scale;
            let likely = (low + part * (high - low)).clamp(low, high);
            let mut words: [u32; BATCH] = words.try_into().unwrap();
            words.sort_unstable();
            let mut column = [0.0; BATCH];
            let spread = of((kind, likely, low, high));
            spread.fill(&words, &mut column);
            // e^x is exact to 1e-11 only, and may step back by as much between neighbours.
            prop_assert!(column.windows(2).all(|pair| pair[1] >= pair[0] * (1.0 - 1e-11)));
            prop_assert!(close(spread.quantile(0.5), likely));
        }
    }
}
