//! The money that can move: a problem of the best allocation, whose channels may be weighted anew.

use std::ops::ControlFlow;

use crate::calc::best_allocation::{Answer, Candidate, Clash, Control, Problem, Spend, solve};

/// Parts of the space that one of the many searches looks at.
const MOST_PARTS: usize = 200;

/// A problem, and which of its channels are free.
pub(super) struct Money<'a> {
    pub(super) problem: &'a Problem,
    /// Numbers of the channels whose money can move.
    pub(super) free: Vec<usize>,
    /// Registrations that these win with their present money.
    pub(super) present_won: Vec<f64>,
    stop: &'a (dyn Fn() -> bool + Sync),
}

impl<'a> Money<'a> {
    /// The first `channels` candidates are the plan's channels, those behind them are fixed.
    pub(super) fn of(problem: &'a Problem, channels: usize, stop: &'a (dyn Fn() -> bool + Sync)) -> Self {
        let can_move = |candidate: &Candidate| !matches!(candidate.spend, Spend::Fixed(_));
        let numbered = problem.channels.iter().enumerate().take(channels);
        let free = numbered.filter(|(_, candidate)| can_move(candidate)).map(|(number, _)| number).collect();
        let mut money = Self { problem, free, present_won: Vec::new(), stop };
        money.present_won = money.won(problem.present.as_deref().unwrap_or_default());
        money
    }

    /// Registrations that each free channel wins with these spends.
    pub(super) fn won(&self, spends: &[f64]) -> Vec<f64> {
        self.free.iter().map(|&channel| self.won_by(channel, spends.get(channel).copied().unwrap_or(0.0))).collect()
    }

    /// Registrations that a channel of the problem wins with this spend.
    pub(super) fn won_by(&self, channel: usize, spend: f64) -> f64 {
        let candidate = &self.problem.channels[channel];
        candidate.response.value(spend - candidate.before.spent)
    }

    /// The best split where a registration of each free channel is worth so much.
    ///
    /// # Errors
    /// Says which sums clash where there is no split at all.
    pub(super) fn best_for(&self, worths: &[f64], most_nodes: usize) -> Result<Answer, Vec<Clash>> {
        let mut problem = self.problem.clone();
        for candidate in &mut problem.channels {
            candidate.weight = 0.0;
            candidate.before.won = 0.0;
        }
        for (&channel, &worth) in self.free.iter().zip(worths) {
            problem.channels[channel].weight = worth.max(0.0);
        }
        let mut watch = |_: &_| if (self.stop)() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        solve(&problem, &mut Control { most_nodes, watch: Some(&mut watch), ..Control::unwatched() })
    }

    /// The spends of [`Self::best_for`], if they are found soon.
    pub(super) fn split_for(&self, worths: &[f64]) -> Option<Vec<f64>> {
        self.best_for(worths, MOST_PARTS).ok().map(|answer| answer.spends)
    }

    /// The most that may be spent in all.
    pub(super) fn budget(&self) -> f64 {
        self.problem.aim.budget()
    }

    /// What is left of it for the free channels beside what is spent already.
    pub(super) fn budget_of_free(&self) -> f64 {
        let gone = self.problem.channels.iter().map(|candidate| match candidate.spend {
            Spend::Fixed(spend) => spend,
            _ => candidate.before.spent,
        });
        (self.budget() - gone.sum::<f64>()).max(0.0)
    }

    pub(super) fn stopped(&self) -> bool {
        (self.stop)()
    }
}
