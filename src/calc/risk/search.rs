//! The split of the money that most likely reaches a level, as good as it is found.
//!
//! The chance of reaching a level rises with a channel's registrations by what these are worth **in the draws that come just
//! near the level**. So where no small change of the money raises the chance, the split is the best one for exactly these worths,
//! and that best split is found and proven by `best_allocation`. Hence: splits for worths of many kinds, then again and again the best
//! split for the worths that the last one has near the level, then exchanges of money between two channels.

use super::exchange::exchange;
use super::money::Money;
use super::sample::{Sample, Step};
use super::split::Split;

/// How far worths near the level are stretched away from their means.
const STRETCHES: [f64; 4] = [0.5, 1.0, 2.0, 4.0];

/// Standard deviations by which all worths are taken above or below their means.
const DEVIATIONS: [f64; 4] = [-1.0, -0.5, 0.5, 1.0];

/// Channels that are tried with a worth far above its mean, each alone.
const MOST_ALONE: usize = 8;

/// Splits that are improved further.
const KEPT: usize = 3;

/// Rounds of the best split for the worths of the last one.
const ROUNDS: usize = 5;

/// How far splits of the frontier lie from the best average to the best bad year.
const BETWEEN: [f64; 5] = [0.2, 0.4, 0.6, 0.8, 1.0];

/// Levels of a bad year that follow one another.
const LEVELS: usize = 4;

/// The money, and the draws by which splits are judged.
#[derive(Clone, Copy)]
pub(super) struct Search<'a> {
    pub(super) money: &'a Money<'a>,
    pub(super) sample: &'a Sample,
}

impl Search<'_> {
    fn split(&self, worths: &[f64]) -> Option<Split> {
        self.money.split_for(worths).map(|spends| Split::of(spends, self.money, self.sample))
    }

    /// The split found that most likely wins `level`; it begins with `from`.
    pub(super) fn most_likely(&self, level: f64, from: &Split) -> Split {
        let step = Step::at(level, &from.results);
        let moments = self.sample.moments();
        let near = self.sample.worths_near(&from.results, step);
        let mut splits = vec![from.clone()];
        for worths in kinds_of_worths(&moments, near.as_deref(), &from.won) {
            if self.money.stopped() {
                break;
            }
            let is_new = |split: &Split| splits.iter().all(|known| known.spends != split.spends);
            splits.extend(self.split(&worths).filter(is_new));
        }
        let mut ranked: Vec<(f64, Split)> =
            splits.into_iter().map(|split| (step.mean(&split.results), split)).collect();
        ranked.sort_by(|one, other| other.0.total_cmp(&one.0));
        let improved = ranked.into_iter().take(KEPT).map(|ranked| self.settled(ranked, step));
        let best = improved.reduce(|best, other| if other.0 > best.0 { other } else { best });
        best.map_or_else(|| from.clone(), |(_, split)| exchange(self.money, self.sample, split, step))
    }

    /// The best split for the worths that the last one has near the level, until it stays or does no better.
    fn settled(&self, (mut height, mut split): (f64, Split), step: Step) -> (f64, Split) {
        for _ in 0..ROUNDS {
            let worths = self.sample.worths_near(&split.results, step);
            let Some(next) = worths.filter(|_| !self.money.stopped()).and_then(|worths| self.split(&worths)) else {
                break;
            };
            let raised = step.mean(&next.results);
            if raised <= height {
                break;
            }
            (height, split) = (raised, next);
        }
        (height, split)
    }

    /// The split found whose worst draws but one in ten win most: of the level that one has, the most likely, which raises the level.
    pub(super) fn best_bad_year(&self, from: &Split) -> Split {
        let mut best = from.clone();
        let mut level = bad_year(&best.results);
        for _ in 0..LEVELS {
            let next = self.most_likely(level, &best);
            let raised = bad_year(&next.results);
            if raised <= level * (1.0 + 1e-9) || self.money.stopped() {
                break;
            }
            (best, level) = (next, raised);
        }
        best
    }

    /// Splits between two: the best ones for worths that lie between their own.
    pub(super) fn between(&self, average: &Split, safe: &Split) -> Vec<Vec<f64>> {
        let means: Vec<f64> = self.sample.moments().iter().map(|(mean, _)| *mean).collect();
        let step = Step::at(bad_year(&safe.results), &safe.results);
        let Some(near) = self.sample.worths_near(&safe.results, step) else { return Vec::new() };
        // A common factor changes no split, but the mixture of two: both are brought to the same worth of all.
        let worth = |worths: &[f64]| worths.iter().zip(&average.won).map(|(worth, won)| worth * won).sum::<f64>();
        let scale = worth(&means) / worth(&near);
        let mixed = |part: f64| -> Vec<f64> {
            means.iter().zip(&near).map(|(mean, near)| mean + part * (scale * near - mean)).collect()
        };
        BETWEEN.into_iter().filter_map(|part| self.money.split_for(&mixed(part))).collect()
    }
}

/// What nine draws in ten exceed.
pub(super) fn bad_year(results: &[f64]) -> f64 {
    let mut results = results.to_vec();
    let rank = results.len() / 10;
    if results.is_empty() { 0.0 } else { *results.select_nth_unstable_by(rank, f64::total_cmp).1 }
}

/// Worths to seek the best split for: those near the level, stretched; all of them higher or lower by what they vary; one of
/// those that matter most far higher, alone.
fn kinds_of_worths(moments: &[(f64, f64)], near: Option<&[f64]>, won: &[f64]) -> Vec<Vec<f64>> {
    let mut kinds = vec![moments.iter().map(|(mean, _)| *mean).collect::<Vec<f64>>()];
    if let Some(near) = near {
        let worth =
            |worth: &dyn Fn(usize) -> f64| (0..won.len()).map(|channel| worth(channel) * won[channel]).sum::<f64>();
        // A common factor changes no split, but it would be stretched too.
        let scale = worth(&|channel| moments[channel].0) / worth(&|channel| near[channel]);
        let scale = if scale.is_finite() { scale } else { 1.0 };
        let stretched =
            |by: f64| moments.iter().zip(near).map(|((mean, _), near)| mean + by * (scale * near - mean)).collect();
        kinds.extend(STRETCHES.map(stretched));
    }
    kinds.extend(DEVIATIONS.map(|by| moments.iter().map(|(mean, deviation)| mean + by * deviation).collect()));
    let mut order: Vec<usize> = (0..moments.len()).collect();
    let matters = |channel: usize| moments[channel].1 * won[channel].max(1.0);
    order.sort_by(|one, other| matters(*other).total_cmp(&matters(*one)).then(one.cmp(other)));
    for &alone in order.iter().take(MOST_ALONE).filter(|channel| moments[**channel].1 > 0.0) {
        let worth = |(channel, (mean, deviation)): (usize, &(f64, f64))| {
            if channel == alone { mean + 2.0 * deviation } else { *mean }
        };
        kinds.push(moments.iter().enumerate().map(worth).collect());
    }
    kinds
}
