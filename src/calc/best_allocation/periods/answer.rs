//! What is said of an allocation over periods: whether it keeps all limits, where it stands at one, what it proves.

use super::super::tolerance::above;
use super::super::{Aim, Answer as Whole, Candidate, GroupLimits, Limit, Row, Spend};
use super::grid::Grid;
use super::moves::Climb;
use super::{Answer, Problem};
use crate::calc::numbers::quotient;

/// An allocation and how far it is proven.
pub(super) struct Found {
    pub(super) periods: Vec<Vec<f64>>,
    /// Nothing has more response; with a least spend: nothing that reaches the target costs less.
    pub(super) bound: f64,
    pub(super) nodes: usize,
}

/// A gap of lost digits is none.
const LOST: f64 = 2e-12;

impl Problem {
    /// What may be spent in one period.
    #[must_use]
    pub fn cell(&self, channel: usize) -> Spend {
        let candidate = &self.whole.channels[channel];
        let left = |amount: f64| (amount - candidate.before.spent).max(0.0);
        match candidate.spend {
            Spend::Between { max, .. } => Spend::Between { min: 0.0, max: left(max) },
            Spend::OffOr { min, max } => Spend::OffOr { min: left(min) / f64::from(self.months()), max: left(max) },
            Spend::Fixed(spend) => Spend::Between { min: 0.0, max: left(spend) },
        }
    }

    /// Limits of a channel's sum, with what is spent already.
    #[must_use]
    pub fn own_limits(&self, channel: usize) -> GroupLimits {
        match self.whole.channels[channel].spend {
            Spend::Between { min, max } => GroupLimits { min, max },
            Spend::OffOr { max, .. } => GroupLimits { min: 0.0, max },
            // Its periods are fixed.
            Spend::Fixed(_) => GroupLimits { min: 0.0, max: f64::INFINITY },
        }
    }

    /// Sums of the channels, with what is spent already.
    #[must_use]
    pub fn sums(&self, periods: &[Vec<f64>]) -> Vec<f64> {
        let sum = |(one, periods): (&Candidate, &Vec<f64>)| one.before.spent + periods.iter().sum::<f64>();
        self.whole.channels.iter().zip(periods).map(sum).collect()
    }

    /// What all channels spend, with what is spent already.
    pub(super) fn spend(&self, periods: &[Vec<f64>]) -> f64 {
        self.sums(periods).iter().sum()
    }

    /// Whether all limits are kept; steps apart.
    #[must_use]
    pub fn allows(&self, periods: &[Vec<f64>]) -> bool {
        let within = |sum: f64, min: f64, max: f64| !above(min, sum) && !above(sum, max);
        let spends = self.sums(periods);
        let own = |(channel, sum): (usize, &f64)| {
            let limits = self.own_limits(channel);
            within(*sum, limits.min, limits.max)
        };
        let in_group = |(group, limits): (usize, &GroupLimits)| {
            let own = self.whole.channels.iter().zip(&spends).filter(|(one, _)| one.group == Some(group));
            within(own.map(|(_, spend)| spend).sum(), limits.min, limits.max)
        };
        let in_period = |(period, most): (usize, &f64)| {
            !above(periods.iter().filter_map(|channel| channel.get(period)).sum(), *most)
        };
        let cell = |(channel, periods): (usize, &Vec<f64>)| {
            let fixed = &self.courses[channel].fixed;
            periods.iter().zip(fixed).all(|(spend, fixed)| match (fixed, self.cell(channel)) {
                (Some(fixed), _) => within(*spend, *fixed, *fixed),
                (None, Spend::OffOr { min, max }) => *spend <= 0.0 || within(*spend, min, max),
                (None, _) => *spend >= 0.0,
            })
        };
        spends.iter().enumerate().all(own)
            && self.whole.groups.iter().enumerate().all(in_group)
            && self.most.iter().enumerate().all(in_period)
            && periods.iter().enumerate().all(cell)
            && !above(spends.iter().sum(), self.whole.aim.budget())
    }

    /// The answer for an allocation, with what this question's own limits say of it, whichever question found it.
    pub(super) fn stated(&self, found: Found) -> Answer {
        let Found { periods, bound, nodes } = found;
        let spends = self.sums(&periods);
        let (total_spend, response) = (spends.iter().sum(), self.response(&periods));
        let (value, bound) = match self.whole.aim {
            Aim::LeastSpend { .. } => (total_spend, bound.min(total_spend)),
            _ => (response, bound.max(response)),
        };
        let distance = (value - bound).abs();
        let gap = if distance > 0.0 { distance / bound.abs() } else { 0.0 };
        // What the next unit buys is asked whatever the budget.
        let grid = Grid::of(self, f64::INFINITY);
        let next = Climb::at(&grid, grid.steps(&periods)).next_unit();
        let for_cost = matches!(self.whole.aim, Aim::CostTarget { .. });
        let at_budget = self.is_at_budget(&spends);
        let binding = self.binding(&periods, for_cost && !at_budget && next > 0.0);
        let multiplier = if for_cost || at_budget { next } else { 0.0 };
        let certified = gap <= self.whole.gap.max(LOST);
        let whole = Whole { spends, total_spend, response, bound, gap, certified, multiplier, binding, nodes };
        Answer { whole, periods }
    }

    fn is_at_budget(&self, spends: &[f64]) -> bool {
        let budget = self.whole.aim.budget();
        spends.iter().sum::<f64>() + self.whole.step.max(1e-9 * budget) > budget
    }

    /// Limits at which the sums stand, and the cost target if that is one.
    pub(super) fn binding(&self, periods: &[Vec<f64>], by_cost: bool) -> Vec<Limit> {
        let is = |a: f64, b: f64| !above(a, b) && !above(b, a);
        let spends = self.sums(periods);
        let mut binding = Vec::new();
        if self.is_at_budget(&spends) {
            binding.push(Limit::Budget);
        }
        if by_cost {
            binding.push(Limit::Cost);
        }
        let mut limits = |sum: f64, own: GroupLimits, [least, most]: [Limit; 2]| {
            if own.max.is_finite() && is(sum, own.max) {
                binding.push(most);
            }
            if own.min > 0.0 && is(sum, own.min) {
                binding.push(least);
            }
        };
        for (group, own) in self.whole.groups.iter().enumerate() {
            let sum = self.whole.channels.iter().zip(&spends).filter(|(one, _)| one.group == Some(group));
            limits(sum.map(|(_, spend)| spend).sum(), *own, [Limit::GroupMin(group), Limit::GroupMax(group)]);
        }
        for (channel, sum) in spends.iter().enumerate() {
            limits(*sum, self.own_limits(channel), [Limit::ChannelMin(channel), Limit::ChannelMax(channel)]);
        }
        for (period, max) in self.most.iter().enumerate() {
            let sum = periods.iter().filter_map(|channel| channel.get(period)).sum();
            limits(sum, GroupLimits { min: 0.0, max: *max }, [Limit::Period(period); 2]);
        }
        binding
    }

    /// What each channel's money buys: at the margin in the period in which one unit more buys most.
    #[must_use]
    pub fn rows(&self, periods: &[Vec<f64>]) -> Vec<Row> {
        let responses = self.responses(periods);
        let sums = self.sums(periods);
        let row = |channel: usize| {
            let (spend, response) = (sums[channel], responses[channel]);
            let marginal = self.next_unit(channel, &periods[channel]);
            Row { spend, response, marginal, average_cost: quotient(spend, response) }
        };
        (0..self.courses.len()).map(row).collect()
    }

    /// What one unit more wins where it wins most; where all periods are fixed, in any of them.
    fn next_unit(&self, channel: usize, spends: &[f64]) -> f64 {
        let (candidate, course) = (&self.whole.channels[channel], &self.courses[channel]);
        let month = candidate.response.of_months(1, self.months());
        let slopes: Vec<f64> = course
            .weights()
            .into_iter()
            .zip(course.effective(spends))
            .map(|(season, works)| {
                let slope = month.slope(works);
                season * if slope.is_finite() { slope } else { month.value(works + 1.0) - month.value(works) }
            })
            .collect();
        let from = |period: usize| {
            let left = slopes[period..].iter().rev();
            (1.0 - course.carry_over) * left.fold(0.0, |after, slope| slope + course.carry_over * after)
        };
        let is_open = |period: &usize| course.fixed[*period].is_none() || course.fixed.iter().all(Option::is_some);
        candidate.weight * (0..slopes.len()).filter(is_open).map(from).fold(0.0, f64::max)
    }
}
