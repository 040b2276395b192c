//! What stands behind an answer over periods: other budgets, what limits cost, where more money goes.

use super::super::explain::{Cost, Frontier, MOST_PRICED, Next, Present, best_points};
use super::super::{Aim, Control, Limit};
use super::grid::evenly;
use super::{Answer, Problem, solve};

/// How much the search for one of the many may look at: some tens of milliseconds.
const MOST_WORK: u64 = 400_000;

impl Problem {
    /// What each binding limit costs, worst first: the answer without it, sought anew.
    #[must_use]
    pub fn costs(&self, answer: &Answer, control: &mut Control<'_>) -> Vec<Cost> {
        let binding = answer.whole.binding.iter().filter(|limit| !matches!(limit, Limit::Budget | Limit::Cost));
        let cost = |limit: &Limit| {
            let lifted = Self { present: Some(answer.periods.clone()), ..self.without(*limit) };
            let better = briefly(&lifted, control)?.whole;
            let gain = match self.whole.aim {
                Aim::MostResponse { .. } | Aim::CostTarget { .. } => better.response - answer.whole.response,
                Aim::LeastSpend { .. } => answer.whole.total_spend - better.total_spend,
            };
            let is_one = gain > 1e-9 * answer.whole.bound.abs();
            is_one.then_some(Cost { limit: *limit, gain, certified: better.certified && answer.whole.certified })
        };
        let mut costs: Vec<Cost> = binding.take(MOST_PRICED).filter_map(cost).collect();
        costs.sort_by(|a, b| b.gain.total_cmp(&a.gain));
        costs
    }

    /// What `amount` more than an answer wins where it is sought anew, and the channel that gets most of it.
    #[must_use]
    pub fn next(&self, answer: &Answer, amount: f64, control: &mut Control<'_>) -> Option<Next> {
        let budget = answer.whole.total_spend + amount;
        let present = Some(answer.periods.clone());
        let better = briefly(&Self { present, ..self.with_aim(Aim::MostResponse { budget }) }, control)?.whole;
        let more = better.spends.iter().zip(&answer.whole.spends).map(|(then, now)| then - now);
        let (channel, _) = more.enumerate().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
        let gain = better.response - answer.whole.response;
        (gain > 0.0).then_some(Next { channel, gain })
    }

    /// What a channel wins, weighted, when `amount` more is spent in the proportion of its periods; evenly where nothing is spent.
    #[must_use]
    pub fn with_more(&self, channel: usize, spends: &[f64], amount: f64) -> f64 {
        let (candidate, fixed) = (&self.whole.channels[channel], &self.courses[channel].fixed);
        let sum: f64 = spends.iter().sum();
        let spends = if sum > 0.0 {
            spends.iter().map(|spend| spend * (1.0 + amount / sum)).collect()
        } else {
            evenly(amount, fixed, 0.0)
        };
        candidate.before.won + candidate.weight * self.registrations(channel, &spends)
    }

    /// The problem with one limit lifted.
    fn without(&self, limit: Limit) -> Self {
        let mut lifted = Self { whole: self.whole.without(limit), ..self.clone() };
        if let Limit::Period(period) = limit {
            lifted.most[period] = f64::INFINITY;
        }
        lifted
    }

    fn with_aim(&self, aim: Aim) -> Self {
        Self { whole: super::super::Problem { aim, ..self.whole.clone() }, ..self.clone() }
    }
}

/// An answer that is found soon.
fn briefly(problem: &Problem, control: &mut Control<'_>) -> Option<Answer> {
    let most_work = control.most_work;
    control.most_work = most_work.min(MOST_WORK);
    let found = solve(problem, control).ok();
    control.most_work = most_work.saturating_sub(most_work.min(MOST_WORK).saturating_sub(control.most_work));
    found
}

/// The best response for each budget over periods, and how far the present lies below. Budgets for which there is no allocation are
/// left out; where the work that may be done is not enough for all, none is known.
#[must_use]
pub fn frontier(problem: &Problem, budgets: &[f64], control: &mut Control<'_>) -> Frontier {
    let mut solved = |aim, control: &mut Control<'_>| solve(&problem.with_aim(aim), control).map(|answer| answer.whole);
    let (points, complete) = best_points(budgets, control, &mut solved);
    if control.most_work == 0 {
        return Frontier { points: Vec::new(), complete: false, present: None };
    }
    let present = problem.present.as_ref().map(|present| {
        let (spend, response) = (problem.spend(present), problem.response(present));
        let best = solved(Aim::MostResponse { budget: spend }, control).ok();
        // With limits that cross a least spend asks many budgets.
        let simple = !problem.carries_over() && problem.most.iter().all(|most| most.is_infinite());
        let least = Aim::LeastSpend { target: response, budget: f64::INFINITY };
        let least = if simple { solved(least, control).ok() } else { None };
        let certified = [&best, &least].into_iter().flatten().all(|answer| answer.certified);
        let (best_response, least_spend) = (best.map(|best| best.response), least.map(|least| least.total_spend));
        Present { spend, response, best_response, least_spend, certified }
    });
    Frontier { points, complete, present }
}
