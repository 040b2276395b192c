//! Draws of what money wins: in each of them it is `base` + Σ worth·won over the channels whose money can move.

use crate::calc::odds::{Drawn, Settings, Worths};

use super::money::Money;

/// Draws that count as near a level: this part of all.
const NEAR: usize = 16;

/// What the channels win in each draw.
#[derive(Debug)]
pub(super) struct Sample {
    /// What is won whatever the channels get.
    base: Vec<f64>,
    /// What one registration of each channel is worth; a column a channel.
    worths: Vec<Vec<f64>>,
    /// Whether any of these differs from draw to draw.
    pub(super) varies: bool,
}

impl Sample {
    /// `None` if it was told to stop.
    pub(super) fn draw(worths: &Worths, money: &Money, settings: &Settings) -> Option<Self> {
        let drawn = worths.draw(settings)?;
        let column = |drawn: &Drawn| match drawn {
            Drawn::Fixed(number) => vec![*number; settings.draws as usize],
            Drawn::Values(values) => values.clone(),
        };
        let channels = || money.free.iter().filter_map(|channel| drawn.channels.get(*channel));
        let varies = channels().any(|worth| matches!(worth, Drawn::Values(_)));
        let mut sample = Self { base: column(&drawn.won), worths: channels().map(column).collect(), varies };
        for (worth, won) in sample.worths.iter().zip(&money.present_won) {
            add(&mut sample.base, worth, -won);
        }
        Some(sample)
    }

    pub(super) fn draws(&self) -> usize {
        self.base.len()
    }

    /// What is won in each draw where the channels win so many registrations.
    pub(super) fn results(&self, won: &[f64]) -> Vec<f64> {
        let mut results = self.base.clone();
        for (worth, won) in self.worths.iter().zip(won) {
            add(&mut results, worth, *won);
        }
        results
    }

    /// The results after one channel wins more or less registrations than in `results`.
    pub(super) fn moved(&self, results: &mut [f64], channel: usize, more: f64) {
        add(results, &self.worths[channel], more);
    }

    /// What each channel is worth in one draw, and what is won without them.
    pub(super) fn draw_of(&self, draw: usize) -> (f64, impl Iterator<Item = f64>) {
        (self.base[draw], self.worths.iter().map(move |worth| worth[draw]))
    }

    pub(super) fn mean_base(&self) -> f64 {
        mean(&self.base)
    }

    /// Mean and standard deviation of what each channel is worth.
    pub(super) fn moments(&self) -> Vec<(f64, f64)> {
        let moments = |worth: &Vec<f64>| {
            let mean = mean(worth);
            (mean, mean_of(worth.iter().map(|worth| (worth - mean).powi(2)), worth.len()).sqrt())
        };
        self.worths.iter().map(moments).collect()
    }

    /// What each channel is worth on average in the draws that come near a level: by so much a registration more raises the
    /// chance of reaching it, but for a common factor. `None` where no draw is near.
    pub(super) fn worths_near(&self, results: &[f64], step: Step) -> Option<Vec<f64>> {
        let weights: Vec<(usize, f64)> = results
            .iter()
            .enumerate()
            .map(|(draw, result)| (draw, step.slope(*result)))
            .filter(|(_, weight)| *weight > 0.0)
            .collect();
        let all: f64 = weights.iter().map(|(_, weight)| weight).sum();
        let near = |worth: &Vec<f64>| weights.iter().map(|(draw, weight)| weight * worth[*draw]).sum::<f64>() / all;
        (all > 0.0).then(|| self.worths.iter().map(near).collect())
    }
}

/// A step from 0 to 1 at a level, smooth over a width, so that every draw near it counts: the mean over all draws is nearly
/// the chance of reaching the level, and rises with every registration.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    level: f64,
    width: f64,
}

impl Step {
    /// As wide as it takes for one draw in sixteen.
    pub(super) fn at(level: f64, results: &[f64]) -> Self {
        let mut distances: Vec<f64> = results.iter().map(|result| (result - level).abs()).collect();
        let near = distances.len() / NEAR;
        let width = if distances.is_empty() { 0.0 } else { *distances.select_nth_unstable_by(near, f64::total_cmp).1 };
        Self { level, width: width.max(1e-9 * level.abs()).max(f64::MIN_POSITIVE) }
    }

    /// From 0 half a step below the level to 1 above.
    fn part(self, result: f64) -> f64 {
        (0.5 * ((result - self.level) / self.width + 1.0)).clamp(0.0, 1.0)
    }

    fn slope(self, result: f64) -> f64 {
        let part = self.part(result);
        part * (1.0 - part)
    }

    /// Nearly the chance of reaching the level.
    pub(super) fn mean(self, results: &[f64]) -> f64 {
        let height = |result: &f64| {
            let part = self.part(*result);
            part * part * (3.0 - 2.0 * part)
        };
        mean_of(results.iter().map(height), results.len())
    }
}

/// `sum` + `factor`·`column`, draw by draw.
fn add(sum: &mut [f64], column: &[f64], factor: f64) {
    for (sum, number) in sum.iter_mut().zip(column) {
        *sum += factor * number;
    }
}

pub(super) fn mean(values: &[f64]) -> f64 {
    mean_of(values.iter().copied(), values.len())
}

#[allow(clippy::cast_precision_loss)] // numbers of draws
fn mean_of(values: impl Iterator<Item = f64>, count: usize) -> f64 {
    values.sum::<f64>() / count.max(1) as f64
}
