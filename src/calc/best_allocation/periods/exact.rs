//! Periods as channels of their own: exact, as long as one family of sums is enough.
//!
//! The solver keeps the budget and the limits of one partition: tasks, channels or periods. Leaving the others out
//! only allows more. So an answer that keeps them all the same is the best, and otherwise its bound is one.

use super::super::{Aim, Before, Candidate, Clash, Control, GroupLimits, Limit, Spend, Watch, solve};
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
    /// and a bound, where there is any: of the response, or of a least spend.
    pub(super) bound: Option<f64>,
    pub(super) nodes: usize,
}

impl Tried {
    pub(super) fn nothing() -> Self {
        Self { answer: None, starts: vec![], bound: None, nodes: 0 }
    }

    fn learn(&mut self, bound: f64, is_least: bool) {
        let nearer = if is_least { f64::max } else { f64::min };
        self.bound = Some(self.bound.map_or(bound, |known| nearer(known, bound)));
    }
}

/// Parts after which one family of sums is given up where others are limited too.
const MOST_PARTS: usize = 1_000;

pub(super) fn try_all(problem: &Problem, control: &mut Control<'_>) -> Result<Tried, Vec<Clash>> {
    let mut tried = Tried::nothing();
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
        let found = solve(&cells, &mut own);
        control.most_work = own.most_work;
        let found = match found {
            Ok(found) => found,
            Err(clashes) if clashes.contains(&Clash::NotFound) => continue,
            Err(clashes) => return Err(clashes.into_iter().map(|clash| problem.clash(clash, family)).collect()),
        };
        let periods: Vec<Vec<f64>> =
            found.spends.chunks(problem.periods().max(1)).take(problem.courses.len()).map(<[f64]>::to_vec).collect();
        tried.nodes += found.nodes;
        if problem.allows(&periods) && (found.certified || !goes_on) {
            tried.answer = Some(problem.answer(periods, &found));
            return Ok(tried);
        }
        tried.learn(found.bound, matches!(problem.whole.aim, Aim::LeastSpend { .. }));
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
        let mut channels = Vec::with_capacity(self.courses.len() * self.periods());
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

    /// The answer for cells that were found.
    fn answer(&self, periods: Vec<Vec<f64>>, found: &super::super::Answer) -> Answer {
        let binding = self.binding(&periods, found.binding.contains(&Limit::Cost));
        let whole = super::super::Answer { spends: self.sums(&periods), binding, ..found.clone() };
        Answer { whole, periods }
    }

    /// A clash of cells as one of what was asked.
    fn clash(&self, clash: Clash, family: Family) -> Clash {
        let periods = self.periods().max(1);
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
