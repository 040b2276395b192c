//! How often a result comes out how high.

use super::run::Drawn;

/// Bars of equal width. A target stands between two bars, never inside one.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    /// Where the first bar begins.
    pub start: f64,
    /// The width of a bar.
    pub width: f64,
    /// Draws in each bar.
    pub counts: Vec<u32>,
    /// Draws below the first bar and above the last.
    pub outside: [u32; 2],
}

/// About as many bars as are drawn.
const BARS: f64 = 26.0;

/// One draw in two hundred is too low to be shown, and at least as many are too high: the long tail of a product.
const SHOWN: [f64; 2] = [0.005, 0.995];

/// No bar stands farther above the median than so many times the way from P10 to P90, unless the target does: the tail
/// of something that passes itself on would leave no room for all others.
const LONGEST_TAIL: f64 = 2.0;

impl Histogram {
    /// The bars of a result; `None` where it does not vary.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole and small
    pub fn of(drawn: &Drawn, target: Option<f64>) -> Option<Self> {
        let Drawn::Values(values) = drawn else { return None };
        let [low, most] = drawn.quantiles(SHOWN);
        let high = end([low, most], drawn.quantiles([0.1, 0.5, 0.9]), target);
        let width = round_width((high - low) / BARS)?;
        let target = target.unwrap_or(0.0);
        let start = target + ((low - target) / width).floor() * width;
        let bars = ((high - start) / width).ceil().clamp(1.0, 4.0 * BARS) as usize;
        let mut histogram = Self { start, width, counts: vec![0; bars], outside: [0; 2] };
        for value in values {
            let bar = ((value - start) / width).floor();
            match histogram.counts.get_mut(bar.max(0.0) as usize) {
                _ if bar < 0.0 => histogram.outside[0] += 1,
                Some(count) => *count += 1,
                None => histogram.outside[1] += 1,
            }
        }
        Some(histogram)
    }

    /// Where bar `number` begins.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // about thirty bars
    pub fn begin(&self, number: usize) -> f64 {
        self.start + number as f64 * self.width
    }
}

/// Where the last bar ends: past the target if that is not as far again.
fn end([low, most]: [f64; 2], [p10, p50, p90]: [f64; 3], target: Option<f64>) -> f64 {
    let high = most.min(p50 + LONGEST_TAIL * (p90 - p10));
    match target {
        Some(target) if target > high && target < high + (high - low) => most.min(target + 0.1 * (target - low)),
        _ => high,
    }
}

/// The nearest of 1, 2 or 5 times a power of ten; `None` for no width at all.
fn round_width(width: f64) -> Option<f64> {
    if !(width > 0.0 && width.is_finite()) {
        return None;
    }
    #[allow(clippy::cast_possible_truncation)] // at most 308
    let power = 10_f64.powi(width.log10().floor() as i32);
    let steps = [1.0, 2.0, 5.0, 10.0].map(|step| step * power);
    steps.into_iter().min_by(|a, b| (a / width).ln().abs().total_cmp(&(b / width).ln().abs()))
}
