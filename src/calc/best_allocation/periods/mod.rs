//! When to spend: the best allocation over channels and periods.
//!
//! ```text
//! maximise  Σᵢ wᵢ Σₘ sᵢₘ·rᵢ(T·zᵢₘ)/T      zᵢₘ = (1−θᵢ)·Σₖ θᵢᵏ·xᵢ,ₘ₋ₖ
//! subject to  budget, groups and each channel's own limits on its sum Σₘ xᵢₘ
//!             Σᵢ xᵢₘ ≤ what may be spent in period m
//!             xᵢₘ in {0} ∪ [minᵢ/T, …] where a channel may be off; 0 in periods in which it cannot run
//! ```
//!
//! A channel's curve r is that of its whole time of T periods; seasons s are divided by their mean, so that even
//! spending without season gives exactly the period's numbers. θ is what carries over from one period to the next
//! (geometric adstock, as in Jin et al. 2017), `x` before the first period counting where it is known.
//!
//! 1. [`exact`]: without carry-over every period of a channel is a curve of its own, and the solver above proves the
//!    best of all of them. It knows one family of sums beside the budget; where more are limited, the family that
//!    binds is tried, and an answer that keeps all others is the best of all.
//! 2. [`dual`]: where limits cross (channels and periods) or money carries over, every limit gets a price, and the
//!    sum over cells of what each is worth at its price bounds everything (Lagrange; Everett 1963). [`chains`] then
//!    bounds channels whose money carries over as a whole, which is closer.
//! 3. [`improve`]: allocations begin where the prices lead, at the answers of 1. and at even spending, and money is moved
//!    between cells as long as that wins. The distance from the bound is the gap.
//! 4. [`aims`]: a least spend and a cost on average ask 1.–3. for one budget after the other.

mod aims;
mod answer;
mod chains;
mod clashes;
mod dual;
mod exact;
mod explain;
mod from_plan;
mod grid;
mod improve;
mod moves;
mod pace;
mod price;
mod prices;
mod search;

#[cfg(test)]
mod tests;

use super::{Aim, Clash, Control};
use crate::calc::schedule::Course;

pub use explain::frontier;

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Channels, groups, aim, step and gap, all for the whole time.
    pub whole: super::Problem,
    /// The most that all channels together may spend in each period; infinite where nothing limits it.
    pub most: Vec<f64>,
    /// When each channel can run, in the order of the channels.
    pub courses: Vec<Course>,
    /// What each channel spends in each period at present. The answer is never worse if this keeps all limits; it may lie between
    /// steps.
    pub present: Option<Vec<Vec<f64>>>,
}

/// The best allocation over periods, with its proof.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The sums of the channels, and all that is said of the whole.
    pub whole: super::Answer,
    /// What each channel gets in each period.
    pub periods: Vec<Vec<f64>>,
}

impl Problem {
    /// How many periods there are.
    #[must_use]
    pub fn periods(&self) -> usize {
        self.most.len()
    }

    /// What each channel wins, weighted, when it spends so much in each period.
    #[must_use]
    pub fn responses(&self, periods: &[Vec<f64>]) -> Vec<f64> {
        let one = |(channel, candidate): (usize, &super::Candidate)| {
            candidate.before.won + candidate.weight * self.registrations(channel, &periods[channel])
        };
        self.whole.channels.iter().enumerate().take(periods.len()).map(one).collect()
    }

    /// What a channel wins, each unit counting one, when it spends so much in each period; what it won before apart.
    #[must_use]
    pub fn registrations(&self, channel: usize, spends: &[f64]) -> f64 {
        let course = &self.courses[channel];
        let month = self.whole.channels[channel].response.of_months(1, self.months());
        let cells = course.weights().into_iter().zip(course.effective(spends));
        cells.map(|(season, works)| season * month.value(works)).sum()
    }

    /// What all channels win, weighted.
    #[must_use]
    pub fn response(&self, periods: &[Vec<f64>]) -> f64 {
        self.responses(periods).iter().sum()
    }

    /// Sums of channels spent evenly over the periods in which they can run, in whole steps where there are any.
    #[must_use]
    pub fn evenly(&self, spends: &[f64]) -> Vec<Vec<f64>> {
        let one = |(number, spend): (usize, &f64)| {
            let (course, candidate) = (&self.courses[number], &self.whole.channels[number]);
            grid::evenly(spend - candidate.before.spent, &course.fixed, self.whole.step)
        };
        spends.iter().enumerate().map(one).collect()
    }

    /// The best even spread of a budget; `None` where the limits leave none, or the search was ended before one was found.
    fn best_even(&self, budget: f64, control: &mut Control<'_>) -> Option<Vec<Vec<f64>>> {
        let whole = super::Problem { aim: Aim::MostResponse { budget }, present: None, ..self.whole.clone() };
        super::solve(&whole, control).ok().map(|best| self.evenly(&best.spends))
    }

    /// The answer, or the present where that is better and keeps all limits.
    fn no_worse_than_present(&self, answer: Answer) -> Answer {
        let Some(present) = self.present.as_ref().filter(|present| self.allows(present)) else { return answer };
        let (spend, response) = (self.spend(present), self.response(present));
        let is_better = match self.whole.aim {
            Aim::MostResponse { .. } => response > answer.whole.response,
            Aim::LeastSpend { target, .. } => response >= target && spend < answer.whole.total_spend,
            // What a cost target forbids is not known of a plan that was made without one.
            Aim::CostTarget { .. } => false,
        };
        let (periods, bound, nodes) = (present.clone(), answer.whole.bound, answer.whole.nodes);
        if is_better { self.stated(answer::Found { periods, bound, nodes }) } else { answer }
    }

    fn months(&self) -> u32 {
        u32::try_from(self.periods()).unwrap_or(u32::MAX)
    }

    fn carries_over(&self) -> bool {
        self.courses.iter().any(|course| course.carry_over > 0.0)
    }
}

/// The best allocation over channels and periods.
///
/// # Errors
/// Says which sums clash and by how much where there is no allocation at all.
pub fn solve(problem: &Problem, control: &mut Control<'_>) -> Result<Answer, Vec<Clash>> {
    problem.whole.check_step()?;
    let problem = &grid::with_fixed_cells(problem);
    let tried = exact::try_all(problem, control)?;
    let answer = match tried.answer {
        Some(answer) => answer,
        None => aims::solve(problem, &tried, control)?,
    };
    Ok(problem.no_worse_than_present(answer))
}

/// The best allocation, and what the best even spread of the same money wins, in the same steps; `None` where there is no
/// such spread. The answer is never worse than that, not even by the gap that was asked for.
///
/// # Errors
/// As [`solve`].
pub fn solve_beside_even(problem: &Problem, control: &mut Control<'_>) -> Result<(Answer, Option<f64>), Vec<Clash>> {
    let answer = solve(problem, control)?;
    let (budget, for_most) = match problem.whole.aim {
        Aim::MostResponse { budget } => (budget, true),
        _ => (answer.whole.total_spend, false),
    };
    let problem = &grid::with_fixed_cells(problem);
    let Some(even) = problem.best_even(budget, control) else { return Ok((answer, None)) };
    let response = problem.response(&even);
    let is_better = for_most && response > answer.whole.response && problem.allows(&even);
    let found = |even| answer::Found { periods: even, bound: answer.whole.bound, nodes: answer.whole.nodes };
    Ok((if is_better { problem.stated(found(even)) } else { answer }, Some(response)))
}
