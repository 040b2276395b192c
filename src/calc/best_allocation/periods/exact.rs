//! Periods as channels of their own: exact, as long as one family of sums is enough.
//!
//! The solver keeps the budget and the limits of one partition: tasks, channels or periods. Leaving the others out
//! only allows more. So an answer that keeps them all the same is the best, and otherwise its bound is one.

use super::super::tolerance::above;
use super::super::{Before, Candidate, Clash, Control, GroupLimits, Limit, Spend, Watch, solve};
use super::{Answer, Problem};
use crate::calc::curve::Response;

/// Which sums are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Groups,
    Channels,
    Periods,
}

/// What came of it.
pub(super) struct Tried {
    /// The best allocation, where one family was enough.
    pub(super) answer: Option<Answer>,
    /// Otherwise allocations that may break some limit,
    pub(super) starts: Vec<Vec<Vec<f64>>>,
    /// and a bound; infinite without any.
    pub(super) bound: f64,
    pub(super) nodes: usize,
}

/// Parts after which one family of sums is given up where others are limited too.
const MOST_PARTS: usize = 1_000;

pub(super) fn try_all(problem: &Problem, control: &mut Control<'_>) -> Result<Tried, Vec<Clash>> {
    let mut tried = Tried { answer: None, starts: vec![], bound: f64::INFINITY, nodes: 0 };
    if problem.carries_over() {
        return Ok(tried);
    }
    let families = families(problem);
    // Where the search over prices can go on, splitting does not have to end it.
    let goes_on = families.contains(&Family::Periods) || families.len() > 1;
    for family in families {
        let cells = problem.cells(family);
        let most_nodes = if goes_on { control.most_nodes.min(MOST_PARTS) } else { control.most_nodes };
        let watch = control.watch.as_mut().map(|watch| &mut **watch as Watch<'_>);
        let mut own = Control { most_nodes, most_work: control.most_work, watch };
        let found = match solve(&cells, &mut own) {
            Ok(found) => found,
            Err(clashes) if clashes.contains(&Clash::NotFound) => continue,
            Err(clashes) => return Err(clashes.into_iter().map(|clash| problem.clash(clash, family)).collect()),
        };
        let periods: Vec<Vec<f64>> =
            found.spends.chunks(problem.len()).take(problem.courses.len()).map(<[f64]>::to_vec).collect();
        tried.nodes += found.nodes;
        if problem.allows(&periods) && (found.certified || !goes_on) {
            tried.answer = Some(problem.answer(periods, &found));
            return Ok(tried);
        }
        tried.bound = tried.bound.min(found.bound);
        tried.starts.push(periods);
    }
    Ok(tried)
}

/// The families that limit anything, those with the fewest sums first.
fn families(problem: &Problem) -> Vec<Family> {
    let limited = |min: f64, max: f64| min > 0.0 || max < problem.whole.aim.budget();
    let groups = problem.whole.groups.iter().any(|group| limited(group.min, group.max));
    let periods = problem.most.iter().any(|most| limited(0.0, *most));
    let channels = problem.whole.channels.iter().any(|one| match one.spend {
        Spend::Between { min, max } => limited(min, max),
        Spend::OffOr { max, .. } => limited(0.0, max),
        Spend::Fixed(_) => false,
    });
    let all = [(groups, Family::Groups), (periods, Family::Periods), (channels, Family::Channels)];
    let some: Vec<Family> = all.into_iter().filter_map(|(limits, family)| limits.then_some(family)).collect();
    if some.is_empty() { vec![Family::Groups] } else { some }
}

impl Problem {
    /// Every period of every channel as a channel, and behind them what is spent already.
    fn cells(&self, family: Family) -> super::super::Problem {
        let mut channels = Vec::with_capacity(self.courses.len() * self.len());
        let number = |candidate: &Candidate, channel: usize, period: Option<usize>| match family {
            Family::Groups => candidate.group,
            Family::Channels => Some(channel),
            Family::Periods => period,
        };
        for (channel, (candidate, course)) in self.whole.channels.iter().zip(&self.courses).enumerate() {
            let response = candidate.response.of_months(1, self.months());
            for (period, (season, fixed)) in course.weights().into_iter().zip(&course.fixed).enumerate() {
                channels.push(Candidate {
                    response,
                    weight: candidate.weight * season,
                    spend: fixed.map_or_else(|| self.cell(channel), Spend::Fixed),
                    group: number(candidate, channel, Some(period)),
                    before: Before::default(),
                });
            }
        }
        for (channel, candidate) in self.whole.channels.iter().enumerate() {
            if candidate.before != Before::default() {
                channels.push(Candidate {
                    response: Response::Fixed { registrations: candidate.before.won },
                    weight: 1.0,
                    spend: Spend::Fixed(candidate.before.spent),
                    group: number(candidate, channel, None),
                    before: Before::default(),
                });
            }
        }
        let groups = match family {
            Family::Groups => self.whole.groups.clone(),
            Family::Channels => (0..self.courses.len()).map(|channel| self.own_limits(channel)).collect(),
            Family::Periods => self.most.iter().map(|max| GroupLimits { min: 0.0, max: *max }).collect(),
        };
        super::super::Problem { channels, groups, present: None, ..self.whole.clone() }
    }

    /// What may be spent in one period.
    pub(super) fn cell(&self, channel: usize) -> Spend {
        let candidate = &self.whole.channels[channel];
        let left = |amount: f64| (amount - candidate.before.spent).max(0.0);
        match candidate.spend {
            Spend::Between { max, .. } => Spend::Between { min: 0.0, max: left(max) },
            Spend::OffOr { min, max } => Spend::OffOr { min: left(min) / f64::from(self.months()), max: left(max) },
            Spend::Fixed(spend) => Spend::Between { min: 0.0, max: left(spend) },
        }
    }

    /// Limits of a channel's sum, with what is spent already.
    pub(super) fn own_limits(&self, channel: usize) -> GroupLimits {
        match self.whole.channels[channel].spend {
            Spend::Between { min, max } => GroupLimits { min, max },
            Spend::OffOr { max, .. } => GroupLimits { min: 0.0, max },
            // Its periods are fixed.
            Spend::Fixed(_) => GroupLimits { min: 0.0, max: f64::INFINITY },
        }
    }

    /// Sums of the channels, with what is spent already.
    pub(super) fn sums(&self, periods: &[Vec<f64>]) -> Vec<f64> {
        let sum = |(one, periods): (&Candidate, &Vec<f64>)| one.before.spent + periods.iter().sum::<f64>();
        self.whole.channels.iter().zip(periods).map(sum).collect()
    }

    /// Whether all limits are kept; steps apart.
    pub(super) fn allows(&self, periods: &[Vec<f64>]) -> bool {
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

    /// The answer for cells that were found.
    fn answer(&self, periods: Vec<Vec<f64>>, found: &super::super::Answer) -> Answer {
        let binding = self.binding(&periods, found.binding.contains(&Limit::Cost));
        let whole = super::super::Answer { spends: self.sums(&periods), binding, ..found.clone() };
        Answer { whole, periods }
    }

    /// Limits at which the sums stand.
    pub(super) fn binding(&self, periods: &[Vec<f64>], by_cost: bool) -> Vec<Limit> {
        let is = |a: f64, b: f64| !above(a, b) && !above(b, a);
        let spends = self.sums(periods);
        let mut binding = Vec::new();
        let step = self.whole.step;
        if spends.iter().sum::<f64>() + step.max(1e-9 * self.whole.aim.budget()) > self.whole.aim.budget() {
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

    /// A clash of cells as one of what was asked.
    fn clash(&self, clash: Clash, family: Family) -> Clash {
        let periods = self.len().max(1);
        match (clash, family) {
            (Clash::Channel { channel, min, max }, _) => Clash::Channel { channel: channel / periods, min, max },
            (Clash::NoStep { channel, min, max }, _) => Clash::NoStep { channel: channel / periods, min, max },
            (Clash::GroupMax { group, least, max }, Family::Channels) => {
                Clash::Channel { channel: group, min: least, max }
            }
            (Clash::GroupMin { group, min, most }, Family::Channels) => {
                Clash::Channel { channel: group, min, max: most }
            }
            (Clash::GroupChoice { group, min, max, .. }, Family::Channels) => {
                Clash::NoStep { channel: group, min, max }
            }
            (Clash::GroupMax { group, least, max }, Family::Periods) => Clash::Period { period: group, least, max },
            (clash, _) => clash,
        }
    }
}
