//! The money that can move: a problem of the best allocation, whose channels may be weighted anew.
//!
//! A split is a number for each *cell*: for each channel of the plan, or, where money goes to months, for each month of each
//! channel, one channel after the other. A channel's cells are its *course*.

use std::ops::{ControlFlow, Range};

use crate::calc::best_allocation::{Answer, Candidate, Clash, Control, Problem, Spend, periods, solve};

/// Parts of the space that one of the many searches looks at.
const MOST_PARTS: usize = 200;

/// Looks at a curve that one of the many searches over months takes: some ten milliseconds.
const MOST_WORK: u64 = 100_000;

/// Whose money is split.
#[derive(Clone, Copy)]
pub(super) enum Ask<'a> {
    /// Over the whole time.
    Whole(&'a Problem),
    /// Over channels and months.
    Months(&'a periods::Problem),
}

/// A problem, and which of its channels are free.
pub(super) struct Money<'a> {
    pub(super) ask: Ask<'a>,
    /// Numbers of the channels whose money can move.
    pub(super) free: Vec<usize>,
    /// Registrations that these win with their present money.
    pub(super) present_won: Vec<f64>,
    stop: &'a (dyn Fn() -> bool + Sync),
}

impl<'a> Money<'a> {
    /// The first `channels` candidates are the plan's channels, those behind them are fixed.
    pub(super) fn of(ask: Ask<'a>, channels: usize, stop: &'a (dyn Fn() -> bool + Sync)) -> Self {
        let mut money = Self { ask, free: Vec::new(), present_won: Vec::new(), stop };
        let all = money.whole().channels.len().min(channels);
        money.free = (0..all).filter(|channel| money.can_move(*channel)).collect();
        money.present_won = money.won(&money.present().unwrap_or_default());
        money
    }

    /// Limits of the whole time.
    pub(super) fn whole(&self) -> &'a Problem {
        match self.ask {
            Ask::Whole(problem) => problem,
            Ask::Months(problem) => &problem.whole,
        }
    }

    fn can_move(&self, channel: usize) -> bool {
        let is_open = match self.ask {
            Ask::Whole(_) => true,
            Ask::Months(problem) => problem.courses[channel].fixed.iter().any(Option::is_none),
        };
        is_open && !matches!(self.candidate(channel).spend, Spend::Fixed(_))
    }

    pub(super) fn candidate(&self, channel: usize) -> &'a Candidate {
        &self.whole().channels[channel]
    }

    /// The cells of a channel.
    pub(super) fn cells(&self, channel: usize) -> Range<usize> {
        let each = match self.ask {
            Ask::Whole(_) => 1,
            Ask::Months(problem) => problem.periods(),
        };
        channel * each..(channel + 1) * each
    }

    /// The plan as it is.
    pub(super) fn present(&self) -> Option<Vec<f64>> {
        match self.ask {
            Ask::Whole(problem) => problem.present_spends(),
            Ask::Months(problem) => problem.present.as_ref().map(|present| present.concat()),
        }
    }

    /// Whether a split keeps all limits, whatever the step.
    pub(super) fn allows(&self, spends: &[f64]) -> bool {
        match self.ask {
            Ask::Whole(problem) => problem.allows(spends),
            Ask::Months(problem) => problem.allows(&in_courses(problem, spends)),
        }
    }

    /// What each channel gets in all, with what is spent before.
    pub(super) fn sums(&self, spends: &[f64]) -> Vec<f64> {
        match self.ask {
            Ask::Whole(_) => spends.to_vec(),
            Ask::Months(problem) => problem.sums(&in_courses(problem, spends)),
        }
    }

    /// What each channel gets in each month, where money goes to months.
    pub(super) fn months(&self, spends: &[f64]) -> Option<Vec<Vec<f64>>> {
        match self.ask {
            Ask::Whole(_) => None,
            Ask::Months(problem) => Some(in_courses(problem, spends)),
        }
    }

    /// Registrations that each free channel wins with these spends.
    pub(super) fn won(&self, spends: &[f64]) -> Vec<f64> {
        self.free.iter().map(|&channel| self.won_by(channel, self.course(spends, channel))).collect()
    }

    /// What a split gives to a channel.
    pub(super) fn course<'s>(&self, spends: &'s [f64], channel: usize) -> &'s [f64] {
        spends.get(self.cells(channel)).unwrap_or_default()
    }

    /// Registrations that a channel of the problem wins with this course.
    pub(super) fn won_by(&self, channel: usize, course: &[f64]) -> f64 {
        match self.ask {
            Ask::Whole(_) => {
                let candidate = self.candidate(channel);
                let spend = course.first().copied().unwrap_or(0.0);
                candidate.response.value(spend - candidate.before.spent)
            }
            Ask::Months(problem) => problem.registrations(channel, course),
        }
    }

    /// The best split where a registration of each free channel is worth so much.
    ///
    /// # Errors
    /// Says which sums clash where there is no split at all.
    pub(super) fn best_for(&self, worths: &[f64], most_nodes: usize) -> Result<Answer, Vec<Clash>> {
        self.solved(worths, &mut |control| control.most_nodes = most_nodes)
    }

    /// The spends of [`Self::best_for`], if they are found soon.
    pub(super) fn split_for(&self, worths: &[f64]) -> Option<Vec<f64>> {
        let soon = |control: &mut Control| {
            control.most_nodes = MOST_PARTS;
            if matches!(self.ask, Ask::Months(_)) {
                control.most_work = MOST_WORK;
            }
        };
        self.solved(worths, &mut { soon }).ok().map(|answer| answer.spends)
    }

    fn solved(&self, worths: &[f64], limit: &mut dyn FnMut(&mut Control)) -> Result<Answer, Vec<Clash>> {
        let mut whole = self.whole().clone();
        for candidate in &mut whole.channels {
            candidate.weight = 0.0;
            candidate.before.won = 0.0;
        }
        for (&channel, &worth) in self.free.iter().zip(worths) {
            whole.channels[channel].weight = worth.max(0.0);
        }
        let mut watch = |_: &_| if (self.stop)() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        let mut control = Control { watch: Some(&mut watch), ..Control::unwatched() };
        limit(&mut control);
        match self.ask {
            Ask::Whole(_) => solve(&whole, &mut control),
            Ask::Months(problem) => {
                let problem = periods::Problem { whole, ..problem.clone() };
                let (answer, _) = periods::solve_beside_even(&problem, &mut control)?;
                Ok(Answer { spends: answer.periods.concat(), ..answer.whole })
            }
        }
    }

    /// The most that may be spent in all.
    fn budget(&self) -> f64 {
        self.whole().aim.budget()
    }

    /// What is left of it for the free channels beside what is spent already.
    pub(super) fn budget_of_free(&self) -> f64 {
        let gone = self.whole().channels.iter().map(|candidate| match candidate.spend {
            Spend::Fixed(spend) => spend,
            _ => candidate.before.spent,
        });
        let in_fixed_months = match self.ask {
            Ask::Whole(_) => 0.0,
            Ask::Months(problem) => {
                self.free.iter().flat_map(|channel| &problem.courses[*channel].fixed).flatten().sum::<f64>()
            }
        };
        (self.budget() - gone.sum::<f64>() - in_fixed_months).max(0.0)
    }

    pub(super) fn stopped(&self) -> bool {
        (self.stop)()
    }
}

/// A split as the problem over months has it.
fn in_courses(problem: &periods::Problem, spends: &[f64]) -> Vec<Vec<f64>> {
    spends.chunks(problem.periods().max(1)).map(<[f64]>::to_vec).collect()
}
