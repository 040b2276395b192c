//! What stands behind an answer: what more money would buy, what each limit costs, and the frontier.

use super::tolerance::above;
use super::{Aim, Answer, Clash, Control, Limit, Problem, Progress, Spend, solve};

/// Each limit is priced by an answer of its own, so no more than these are.
pub(super) const MOST_PRICED: usize = 12;

/// What one channel's money buys.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// What is spent.
    pub spend: f64,
    /// What it buys, weighted.
    pub response: f64,
    /// What a unit more buys at the margin, weighted; where the slope is unbounded, what the first unit buys.
    pub marginal: f64,
    /// Money a unit of response; `None` where there is none.
    pub average_cost: Option<f64>,
}

/// Where more money is spent best.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Next {
    /// The channel.
    pub channel: usize,
    /// What it buys there, weighted.
    pub gain: f64,
}

/// What is left of a budget.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unspent {
    /// The budget.
    pub budget: f64,
    /// What the allocation leaves of it.
    pub left: f64,
    /// Whether maximums keep it from being spent; otherwise it would win nothing more, or is less than a step.
    pub by_maximum: bool,
}

/// What a binding limit costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cost {
    /// The limit.
    pub limit: Limit,
    /// Response to gain without it, or spend to save where the least spend is asked for.
    pub gain: f64,
    /// Whether the gain is proven to the gap that was asked for.
    pub certified: bool,
}

/// The best response of one budget.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The budget.
    pub budget: f64,
    /// The most response it buys.
    pub response: f64,
    /// No allocation of it has more.
    pub bound: f64,
    /// Whether both are as close as asked for.
    pub certified: bool,
}

/// Best response by budget, and where the present plan lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Frontier {
    /// Budgets that rise, each with its best response.
    pub points: Vec<Point>,
    /// Whether every budget was answered before the search was ended.
    pub complete: bool,
    /// The present plan, where one is known.
    pub present: Option<Present>,
}

/// Where the present plan lies against the frontier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Present {
    /// What it spends.
    pub spend: f64,
    /// What that buys.
    pub response: f64,
    /// What the same money could buy; `None` where the limits leave no allocation of it.
    pub best_response: Option<f64>,
    /// What the same response would cost at least; `None` where the limits leave no way to it.
    pub least_spend: Option<f64>,
    /// Whether both are proven to the gap that was asked for; otherwise they are the best that was found.
    pub certified: bool,
}

impl Problem {
    /// Weighted response of all channels for these spends.
    #[must_use]
    pub fn response(&self, spends: &[f64]) -> f64 {
        self.channels.iter().zip(spends).map(|(one, spend)| one.value(*spend)).sum()
    }

    /// More than this no money wins, weighted.
    pub(super) fn ceiling(&self) -> f64 {
        self.channels.iter().map(|one| one.before.won + one.weight * one.response.ceiling()).sum()
    }

    /// The present spends, fixed channels at what they are fixed at; `None` where they are not known.
    #[must_use]
    pub fn present_spends(&self) -> Option<Vec<f64>> {
        let present = self.present.as_ref().filter(|present| present.len() == self.channels.len())?;
        let spend = |(one, &now): (&super::Candidate, &f64)| match one.spend {
            Spend::Fixed(spend) => spend,
            _ => now,
        };
        Some(self.channels.iter().zip(present).map(spend).collect())
    }

    /// Whether spends keep all limits, whatever the step.
    #[must_use]
    pub fn allows(&self, spends: &[f64]) -> bool {
        let budget = self.aim.budget();
        let within = |x: f64, min: f64, max: f64| !above(min, x) && !above(x, max);
        let fits = |(one, &x): (&super::Candidate, &f64)| match one.spend {
            Spend::Fixed(_) => true,
            Spend::Between { min, max } => within(x, min, max),
            Spend::OffOr { min, max } => !above(x, one.before.spent) || within(x, min, max),
        };
        let mut sums = vec![0.0; self.groups.len()];
        for (one, spend) in self.channels.iter().zip(spends) {
            if let Some(sum) = one.group.and_then(|group| sums.get_mut(group)) {
                *sum += spend;
            }
        }
        let in_groups = |(sum, limits): (&f64, &super::GroupLimits)| within(*sum, limits.min, limits.max);
        self.channels.iter().zip(spends).all(fits)
            && sums.iter().zip(&self.groups).all(in_groups)
            && !above(spends.iter().sum(), budget)
    }

    /// What an answer leaves of the budget; `None` where nothing limits the sum.
    #[must_use]
    pub fn unspent(&self, answer: &Answer) -> Option<Unspent> {
        let budget = self.aim.budget();
        let left = budget - answer.total_spend;
        // The last digits of a sum are no money.
        let left = if above(budget, answer.total_spend) { left } else { 0.0 };
        let is_maximum = |limit: &Limit| matches!(limit, Limit::GroupMax(_) | Limit::ChannelMax(_));
        let by_maximum = left > 0.0 && answer.binding.iter().any(is_maximum);
        budget.is_finite().then_some(Unspent { budget, left, by_maximum })
    }

    /// What each channel buys for these spends.
    #[must_use]
    pub fn rows(&self, spends: &[f64]) -> Vec<Row> {
        let row = |(one, &spend): (&super::Candidate, &f64)| {
            let (response, slope) = (one.value(spend), one.slope(spend));
            Row {
                spend,
                response,
                marginal: if slope.is_finite() { slope } else { one.value(spend + 1.0) - response },
                average_cost: super::super::numbers::quotient(spend, response),
            }
        };
        self.channels.iter().zip(spends).map(row).collect()
    }

    /// The channel that gains most from `amount` more than these spends, among those whose limits leave room for it.
    #[must_use]
    pub fn next(&self, spends: &[f64], amount: f64) -> Option<Next> {
        let tiny = |limit: f64| 1e-9 * limit.abs();
        let in_group = |group: usize| {
            let own = self.channels.iter().zip(spends).filter(|(one, _)| one.group == Some(group));
            own.map(|(_, spend)| spend).sum::<f64>()
        };
        let spare: Vec<f64> =
            self.groups.iter().enumerate().map(|(group, limits)| limits.max - in_group(group)).collect();
        let gain = |(channel, (one, &spend)): (usize, (&super::Candidate, &f64))| {
            let more = spend + amount;
            let fits = match one.spend {
                Spend::Fixed(_) => false,
                Spend::Between { max, .. } => more <= max + tiny(max),
                Spend::OffOr { min, max } => more <= max + tiny(max) && more >= min - tiny(min),
            };
            let room = one.group.and_then(|group| spare.get(group)).is_none_or(|room| amount <= room + tiny(*room));
            let gain = one.value(more) - one.value(spend);
            (fits && room && gain > 0.0).then_some(Next { channel, gain })
        };
        let gains = self.channels.iter().zip(spends).enumerate().filter_map(gain);
        gains.max_by(|a, b| a.gain.total_cmp(&b.gain).then(b.channel.cmp(&a.channel)))
    }

    /// What each binding limit of an answer costs, worst first: the answer without it, solved anew. The budget's price
    /// is the answer's multiplier. Of very many limits only those are priced that promise most at the margin.
    #[must_use]
    pub fn costs(&self, answer: &Answer, control: &mut Control<'_>) -> Vec<Cost> {
        let mut costs = Vec::new();
        for limit in self.promising(answer) {
            // The answer is possible without the limit too, so that nothing is lost by lifting it.
            let lifted = Self { present: Some(answer.spends.clone()), ..self.without(limit) };
            let Ok(better) = solve(&lifted, control) else { continue };
            let gain = match self.aim {
                Aim::MostResponse { .. } | Aim::CostTarget { .. } => better.response - answer.response,
                Aim::LeastSpend { .. } => answer.total_spend - better.total_spend,
            };
            if gain > 1e-9 * answer.bound.abs() {
                costs.push(Cost { limit, gain, certified: better.certified && answer.certified });
            }
        }
        costs.sort_by(|a, b| b.gain.total_cmp(&a.gain));
        costs
    }

    /// Binding limits but the budget: those of groups, then those of channels whose margin is furthest from what money
    /// buys elsewhere.
    fn promising(&self, answer: &Answer) -> Vec<Limit> {
        let apart = |channel: usize| {
            let (Some(one), Some(spend)) = (self.channels.get(channel), answer.spends.get(channel)) else { return 0.0 };
            (one.slope(*spend) - answer.multiplier).abs()
        };
        let promise = |limit: &Limit| match *limit {
            Limit::Budget | Limit::Cost | Limit::Period(_) | Limit::GroupMin(_) | Limit::GroupMax(_) => f64::INFINITY,
            Limit::ChannelMin(channel) | Limit::ChannelMax(channel) => apart(channel),
        };
        let binding = answer.binding.iter().filter(|limit| !matches!(limit, Limit::Budget | Limit::Cost));
        let mut limits: Vec<(f64, Limit)> = binding.map(|limit| (promise(limit), *limit)).collect();
        limits.sort_by(|a, b| b.0.total_cmp(&a.0));
        limits.into_iter().take(MOST_PRICED).map(|(_, limit)| limit).collect()
    }

    /// The problem with one limit lifted.
    pub(super) fn without(&self, limit: Limit) -> Self {
        let mut lifted = self.clone();
        let spend = |channel: &mut super::Candidate, low: Option<f64>, high: Option<f64>| {
            channel.spend = match channel.spend {
                Spend::Between { min, max } => Spend::Between { min: low.unwrap_or(min), max: high.unwrap_or(max) },
                Spend::OffOr { min, max } => Spend::OffOr { min: low.unwrap_or(min), max: high.unwrap_or(max) },
                fixed @ Spend::Fixed(_) => fixed,
            };
        };
        match limit {
            Limit::Budget | Limit::Cost | Limit::Period(_) => {}
            Limit::GroupMin(group) => lifted.groups[group].min = 0.0,
            Limit::GroupMax(group) => lifted.groups[group].max = f64::INFINITY,
            Limit::ChannelMin(channel) => spend(&mut lifted.channels[channel], Some(0.0), None),
            Limit::ChannelMax(channel) => spend(&mut lifted.channels[channel], None, Some(f64::INFINITY)),
        }
        lifted
    }

    fn with_aim(&self, aim: Aim) -> Self {
        Self { aim, ..self.clone() }
    }
}

/// The best response for each budget, and how far the present plan lies below. Budgets for which there is no
/// allocation are left out.
#[must_use]
pub fn frontier(problem: &Problem, budgets: &[f64], control: &mut Control<'_>) -> Frontier {
    let mut solved = |aim, control: &mut Control<'_>| solve(&problem.with_aim(aim), control);
    let (points, complete) = best_points(budgets, control, &mut solved);
    Frontier { points, complete, present: present(problem, control) }
}

/// Answers one aim.
pub(super) type Solve<'s> = &'s mut dyn FnMut(Aim, &mut Control<'_>) -> Result<Answer, Vec<Clash>>;

/// The best response for each budget, and whether all were answered.
pub(super) fn best_points(budgets: &[f64], control: &mut Control<'_>, solve: Solve<'_>) -> (Vec<Point>, bool) {
    let mut points = Vec::new();
    let mut complete = true;
    for (place, &budget) in budgets.iter().enumerate() {
        match solve(Aim::MostResponse { budget }, control) {
            Ok(Answer { response, bound, certified, nodes, .. }) => {
                points.push(Point { budget, response, bound, certified });
                if control.tell(&Progress { nodes, response: Some(response), bound }).is_break() {
                    complete = place + 1 == budgets.len();
                    break;
                }
            }
            Err(clashes) => complete &= !clashes.contains(&Clash::NotFound),
        }
    }
    (points, complete)
}

/// Where the present plan lies against the best for its money and the least money for its response.
#[must_use]
pub fn present(problem: &Problem, control: &mut Control<'_>) -> Option<Present> {
    let spends = problem.present.as_ref()?;
    let (spend, response) = (spends.iter().sum(), problem.response(spends));
    let mut ask = |aim| solve(&problem.with_aim(aim), control).ok();
    let best = ask(Aim::MostResponse { budget: spend });
    let least = ask(Aim::LeastSpend { target: response, budget: f64::INFINITY });
    let certified = [&best, &least].into_iter().flatten().all(|answer| answer.certified);
    Some(Present {
        spend,
        response,
        certified,
        best_response: best.map(|answer| answer.response),
        least_spend: least.map(|answer| answer.total_spend),
    })
}
