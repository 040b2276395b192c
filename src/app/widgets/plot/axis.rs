//! The axes of a plot, and the round numbers on them.

use std::ops::RangeInclusive;

/// One axis: its range, its ticks and their labels.
#[must_use]
#[derive(Clone, Debug)]
pub struct Axis {
    pub(super) range: (f64, f64),
    pub(super) ticks: Vec<Tick>,
    pub(super) line: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Tick {
    pub(super) at: f64,
    pub(super) label: String,
    pub(super) strong: bool,
    pub(super) mark: bool,
}

impl Axis {
    /// An axis over a range with ticks of its own.
    pub fn new(range: RangeInclusive<f64>) -> Self {
        let (low, high) = range.into_inner();
        let high = if high > low { high } else { low + 1.0 };
        Self { range: (low, high), ticks: Vec::new(), line: true }
    }

    /// An axis from zero (or `low` if that is less) past `high`, with about `count` ticks at round numbers.
    pub fn nice(low: f64, high: f64, count: u32, label: &dyn Fn(f64) -> String) -> Self {
        let low = low.min(0.0);
        let step = round_step((high - low).max(f64::MIN_POSITIVE) / f64::from(count.max(1)));
        let axis = Self::new((low / step).floor() * step..=(high / step).ceil() * step);
        axis.every(step, label)
    }

    /// Ticks at every multiple of a step.
    pub fn every(mut self, step: f64, label: &dyn Fn(f64) -> String) -> Self {
        let (low, high) = self.range;
        let mut at = (low / step).ceil() * step;
        while step > 0.0 && at <= high + step * 1e-6 && self.ticks.len() < 100 {
            let value = if at.abs() < step * 1e-6 { 0.0 } else { at };
            self.ticks.push(Tick { at: value, label: label(value), strong: false, mark: true });
            at += step;
        }
        self
    }

    /// One tick more; `strong` sets it semibold.
    pub fn tick(mut self, at: f64, label: impl Into<String>, strong: bool) -> Self {
        self.ticks.push(Tick { at, label: label.into(), strong, mark: true });
        self
    }

    /// Its first and its last label, in words.
    pub(super) fn ends(&self) -> Option<String> {
        let by_place = |one: &&Tick, other: &&Tick| one.at.total_cmp(&other.at);
        let labelled = || self.ticks.iter().filter(|tick| !tick.label.is_empty());
        let (first, last) = (labelled().min_by(by_place)?, labelled().max_by(by_place)?);
        Some(format!("{} – {}", first.label, last.label))
    }

    /// How many lines the tallest label has.
    #[expect(clippy::cast_precision_loss, reason = "one or two lines")]
    pub(super) fn lines_of_labels(&self) -> f32 {
        self.ticks.iter().map(|tick| tick.label.lines().count()).fold(1, usize::max) as f32
    }

    /// A label between ticks, such as the name of a month; a line break makes a second line.
    pub fn label(mut self, at: f64, label: impl Into<String>) -> Self {
        self.ticks.push(Tick { at, label: label.into(), strong: false, mark: false });
        self
    }

    /// Leaves out the axis line and the ticks, not the labels.
    pub fn no_line(mut self) -> Self {
        self.line = false;
        self
    }
}

/// 1, 2, 2.5 or 5 times a power of ten, not less than `rough`.
#[must_use]
pub fn round_step(rough: f64) -> f64 {
    let power = 10_f64.powf(rough.log10().floor());
    [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|step| step * power).find(|step| *step >= rough * 0.999).unwrap_or(rough)
}

/// The next number not less than `rough` that reads well at the end of an axis: of finer steps than [`round_step`].
#[must_use]
pub fn neat(rough: f64) -> f64 {
    let power = 10_f64.powf(rough.log10().floor());
    let steps = [1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
    steps.into_iter().map(|neat| neat * power).find(|neat| *neat >= rough * 0.999).unwrap_or(rough)
}
