//! A split of the money, and what it wins in each draw.

use super::money::Money;
use super::sample::Sample;

/// A split and how it does in the sample.
#[derive(Clone)]
pub(super) struct Split {
    /// What each cell gets.
    pub(super) spends: Vec<f64>,
    pub(super) won: Vec<f64>,
    pub(super) results: Vec<f64>,
}

impl Split {
    pub(super) fn of(spends: Vec<f64>, money: &Money, sample: &Sample) -> Self {
        let won = money.won(&spends);
        Self { results: sample.results(&won), spends, won }
    }
}
