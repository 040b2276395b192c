//! From a problem as stated to the space that is searched, and back.
//!
//! Fixed channels are taken out, spends are counted in steps, weights and bases go into the curves and an offset.
//! What cannot be is found here, by sums.

use super::branch::{AFTER, search};
use super::curve::Curve;
use super::majorant::Domain;
use super::multiplier::Limits;
use super::search::{After, Found, Until};
use super::space::Space;
use super::tolerance::above;
use super::{Aim, Answer, Candidate, Clash, Control, Limit, Per, Problem, Spend};
use crate::calc::curve::Response;

/// More than any amount: a limit that is none.
pub(super) const UNLIMITED: f64 = 1e15;

/// The most steps that are counted: up to here one step more is always another number.
const MOST_STEPS: f64 = 1e15;

/// The finest step: a hundredth of the smallest unit that any currency has.
pub const FINEST_STEP: f64 = 1e-6;

/// A problem with its space.
pub(super) struct Prepared<'a> {
    pub(super) problem: &'a Problem,
    pub(super) space: Space,
    /// Response whatever is spent: bases, fixed channels, and what is won already.
    pub(super) offset: f64,
    /// Spend of the fixed channels of each group, and what is spent already on the others; the last is that of channels without a
    /// group.
    pub(super) fixed: Vec<f64>,
    /// Currency units a step; 1 where spends are continuous.
    pub(super) unit: f64,
    /// After how many parts of the space the search goes other ways.
    pub(super) after: After,
    /// Number in the problem of each channel of the space.
    variable: Vec<usize>,
}

impl Problem {
    /// The largest amount that must or may be spent in one sum.
    fn most_needed(&self) -> f64 {
        let budget = self.aim.budget();
        let least = self.channels.iter().map(|channel| match channel.spend {
            Spend::Between { min, .. } | Spend::OffOr { min, .. } => min,
            Spend::Fixed(_) => 0.0,
        });
        let amounts = least.chain(self.groups.iter().map(|group| group.min)).chain([budget]);
        amounts.filter(|amount| amount.is_finite()).fold(0.0, f64::max)
    }

    /// Whether the steps in these amounts can be counted.
    ///
    /// # Errors
    /// Says how fine they may be.
    pub(super) fn check_step(&self) -> Result<(), Vec<Clash>> {
        let (step, least) = (self.step, FINEST_STEP.max(self.most_needed() / MOST_STEPS));
        if step > 0.0 && step < least { Err(vec![Clash::StepTooFine { step, least }]) } else { Ok(()) }
    }
}

impl<'a> Prepared<'a> {
    pub(super) fn of(problem: &'a Problem) -> Result<Self, Vec<Clash>> {
        let whole = problem.step > 0.0;
        let unit = if whole { problem.step } else { 1.0 };
        let budget = problem.aim.budget().min(UNLIMITED);
        problem.check_step()?;
        let no_group = problem.groups.len();
        let mut fixed = vec![0.0; no_group + 1];
        let mut space = Space { curves: vec![], domains: vec![], groups: vec![], limits: vec![], budget: 0.0, whole };
        let (mut variable, mut clashes, mut offset) = (Vec::new(), Vec::new(), 0.0);
        for (channel, candidate) in problem.channels.iter().enumerate() {
            let group = candidate.group.filter(|group| *group < no_group).unwrap_or(no_group);
            if let Spend::Fixed(spend) = candidate.spend {
                fixed[group] += spend;
                offset += candidate.value(spend);
                continue;
            }
            fixed[group] += candidate.before.spent;
            offset += candidate.value(candidate.before.spent);
            match domain(channel, candidate, problem.step) {
                Ok(domain) => space.domains.push(domain),
                Err(clash) => clashes.push(clash),
            }
            space.curves.push(scaled(candidate, unit));
            space.groups.push(group);
            variable.push(channel);
        }
        if !clashes.is_empty() {
            return Err(clashes);
        }
        let all_fixed: f64 = fixed.iter().sum();
        space.budget = most((budget - all_fixed) / unit, whole);
        let group_limits = problem.groups.iter().zip(&fixed).map(|(limits, fixed)| Limits {
            min: ceil((limits.min - fixed) / unit, whole).max(0.0),
            max: most((limits.max - fixed) / unit, whole),
        });
        space.limits = group_limits.chain([Limits { min: 0.0, max: f64::INFINITY }]).collect();
        let mut prepared = Self { problem, space, offset, fixed, unit, after: AFTER, variable };
        prepared.check(budget)?;
        prepared.tighten();
        // Channels that must be off after all may leave a group too little.
        prepared.check(budget)?;
        Ok(prepared)
    }

    /// No channel can get more than the minimums of the others leave; tighter intervals give tighter majorants.
    fn tighten(&mut self) {
        let mut lows = vec![0.0; self.space.limits.len()];
        for (group, domain) in self.space.groups.iter().zip(&self.space.domains) {
            lows[*group] += domain.start();
        }
        let least = |group: usize| f64::max(lows[group], self.space.limits[group].min);
        let all: f64 = (0..lows.len()).map(least).sum();
        for (group, domain) in self.space.groups.iter().zip(&mut self.space.domains) {
            let in_group = self.space.limits[*group].max - (lows[*group] - domain.start());
            let in_budget = self.space.budget - (all - least(*group)) - (lows[*group] - domain.start());
            let high = domain.high.min(in_group).min(in_budget);
            *domain = if domain.off && high < domain.low {
                Domain { off: false, low: 0.0, high: 0.0 }
            } else {
                Domain { high: high.max(domain.low), ..*domain }
            };
        }
    }

    /// Whether more could be spent on a channel than steps can be counted.
    pub(super) fn is_cut_off(&self) -> bool {
        self.space.whole && self.space.domains.iter().any(|domain| domain.high >= MOST_STEPS)
    }

    /// Spend of all fixed channels.
    pub(super) fn all_fixed(&self) -> f64 {
        self.fixed.iter().sum()
    }

    /// The search for one budget, in steps.
    pub(super) fn most_response(&self, control: &mut Control<'_>) -> Result<Answer, Vec<Clash>> {
        let until = Until { gap: self.problem.gap, offset: self.offset, target: None, after: self.after };
        let found = search(&self.space, self.present(), until, control);
        self.answer(&found)
    }

    /// The present spends of the variable channels in steps, if they keep all limits.
    pub(super) fn present(&self) -> Option<Vec<f64>> {
        let present = self.problem.present.as_ref()?;
        let spend = |channel: &usize| {
            let spend = present.get(*channel)? - self.spent(*channel);
            Some(near_whole(spend / self.unit, self.space.whole))
        };
        let x: Vec<f64> = self.variable.iter().map(spend).collect::<Option<_>>()?;
        self.space.allows(&x).then_some(x)
    }

    /// The answer, or the present where it lies between steps and is better than everything on them.
    pub(super) fn or_present(&self, answer: Answer) -> Answer {
        let Some(spends) = self.problem.present_spends().filter(|spends| self.problem.allows(spends)) else {
            return answer;
        };
        let (response, spend) = (self.problem.response(&spends), spends.iter().sum::<f64>());
        let proof = match self.problem.aim {
            Aim::MostResponse { .. } if response > answer.response => (response, answer.bound.max(response)),
            Aim::LeastSpend { target, .. } if response >= target && spend < answer.total_spend => {
                (spend, answer.bound.min(spend))
            }
            Aim::CostTarget { cost, per: Per::Average, .. }
                if response > answer.response && !above(spend, cost * response) =>
            {
                (response, answer.bound.max(response))
            }
            Aim::CostTarget { cost, per: Per::Last, .. }
                if response - spend / cost > answer.response - answer.total_spend / cost =>
            {
                (response, (answer.bound + (spend - answer.total_spend) / cost).max(response))
            }
            _ => return answer,
        };
        let x: Vec<f64> =
            self.variable.iter().map(|channel| (spends[*channel] - self.spent(*channel)) / self.unit).collect();
        let found = Found { best: None, bound: proof.1, nodes: answer.nodes, done: true };
        Answer { spends, response, ..self.describe(&x, proof, &found) }
    }

    pub(super) fn answer(&self, found: &Found) -> Result<Answer, Vec<Clash>> {
        let Some((x, value)) = &found.best else {
            return Err(vec![if found.done { self.no_choice() } else { Clash::NotFound }]);
        };
        let (response, bound) = (value + self.offset, found.bound + self.offset);
        let answer = self.describe(x, (response, bound), found);
        // The bound holds whenever the search ends.
        let certified = answer.gap <= self.allowed_gap();
        Ok(Answer { certified, ..answer })
    }

    /// The answer for an allocation; `proof` is its value and bound, responses or spends.
    pub(super) fn describe(&self, x: &[f64], (value, bound): (f64, f64), found: &Found) -> Answer {
        let mut spends: Vec<f64> = self.problem.channels.iter().map(fixed_spend).collect();
        for (channel, x) in self.variable.iter().zip(x) {
            spends[*channel] = self.spent(*channel) + x * self.unit;
        }
        let distance = (value - bound).abs();
        let gap = if distance > 0.0 { distance / bound.abs() } else { 0.0 };
        Answer {
            total_spend: spends.iter().sum(),
            response: self.offset + self.space.value(x),
            bound,
            gap,
            certified: found.done && gap <= self.allowed_gap(),
            multiplier: self.multiplier(x),
            binding: self.binding(x),
            nodes: found.nodes,
            spends,
        }
    }

    /// What is spent already on a channel of the problem.
    fn spent(&self, channel: usize) -> f64 {
        self.problem.channels[channel].before.spent
    }

    /// The gap that is asked for, but for lost digits.
    fn allowed_gap(&self) -> f64 {
        self.problem.gap.max(2e-12)
    }

    /// What the next unit of money buys where it buys most.
    fn multiplier(&self, x: &[f64]) -> f64 {
        let space = &self.space;
        let for_less = matches!(self.problem.aim, Aim::CostTarget { .. });
        if !for_less && !space.at_budget(x) {
            return 0.0;
        }
        let sums = space.sums(x);
        let least_step = if space.whole { 1.0 } else { 0.0 };
        let worth = |channel: usize| {
            let (x, group) = (x[channel], space.groups[channel]);
            // A channel that is off would have to leap to its minimum.
            let leaps = |min: f64| x <= 0.0 && ceil(min / self.unit, space.whole) > least_step;
            let candidate = &self.problem.channels[self.variable[channel]];
            let leaps = matches!(candidate.spend, Spend::OffOr { min, .. } if leaps(min - candidate.before.spent));
            let room = |spent: f64, most: f64| {
                if space.whole { spent + 1.0 <= most } else { above(most.min(UNLIMITED), spent) }
            };
            let may = !leaps && room(x, self.high(channel)) && room(sums[group], space.limits[group].max);
            if may { self.next(channel, x) } else { 0.0 }
        };
        (0..x.len()).map(worth).fold(0.0, f64::max) / self.unit
    }

    /// What the next step wins, or a unit at the margin; where the slope is unbounded, the first unit.
    fn next(&self, channel: usize, x: f64) -> f64 {
        let curve = &self.space.curves[channel];
        let slope = if self.space.whole { f64::INFINITY } else { curve.slope(x) };
        if slope.is_finite() { slope } else { curve.next_unit(x) }
    }

    /// The channel's own maximum, in steps.
    fn high(&self, channel: usize) -> f64 {
        let spent = self.spent(self.variable[channel]);
        match self.problem.channels[self.variable[channel]].spend {
            Spend::Between { max, .. } | Spend::OffOr { max, .. } => most((max - spent) / self.unit, self.space.whole),
            Spend::Fixed(_) => 0.0,
        }
    }

    /// Limits at which the allocation stands, and without which it would be better.
    fn binding(&self, x: &[f64]) -> Vec<Limit> {
        let space = &self.space;
        let sums = space.sums(x);
        let mut binding = Vec::new();
        if space.at_budget(x) {
            binding.push(Limit::Budget);
        } else if matches!(self.problem.aim, Aim::CostTarget { .. }) && self.multiplier(x) > 0.0 {
            binding.push(Limit::Cost);
        }
        let is = |a: f64, b: f64| !above(a, b) && !above(b, a);
        for (group, limits) in space.limits.iter().enumerate().take(self.problem.groups.len()) {
            if is(sums[group], limits.max) {
                binding.push(Limit::GroupMax(group));
            }
            if limits.min > 0.0 && is(sums[group], limits.min) {
                binding.push(Limit::GroupMin(group));
            }
        }
        for (channel, &number) in self.variable.iter().enumerate() {
            let low = space.domains[channel].low;
            if is(x[channel], self.high(channel)) && self.next(channel, x[channel]) > 0.0 {
                binding.push(Limit::ChannelMax(number));
            }
            if low > 0.0 && is(x[channel], low) {
                binding.push(Limit::ChannelMin(number));
            }
        }
        binding
    }
}

fn fixed_spend(candidate: &Candidate) -> f64 {
    if let Spend::Fixed(spend) = candidate.spend { spend } else { 0.0 }
}

/// What may be spent on a channel beside what is spent already, in steps.
fn domain(channel: usize, candidate: &Candidate, step: f64) -> Result<Domain, Clash> {
    let (off, min, max) = match candidate.spend {
        Spend::Between { min, max } => (false, min, max),
        Spend::OffOr { min, max } => (true, min, max),
        Spend::Fixed(spend) => (false, spend, spend),
    };
    let whole = step > 0.0;
    let unit = if whole { step } else { 1.0 };
    let spent = candidate.before.spent;
    let (low, high) = (ceil((min - spent) / unit, whole).max(0.0), most((max - spent) / unit, whole));
    if low <= high {
        return Ok(Domain { off: off && low > 0.0, low, high });
    }
    match off {
        true => Ok(Domain { off: false, low: 0.0, high: 0.0 }),
        false if min > max => Err(Clash::Channel { channel, min, max }),
        false => Err(Clash::NoStep { channel, min, max }),
    }
}

/// The curve without its base, weighted, over steps.
pub(super) fn scaled(candidate: &Candidate, unit: f64) -> Curve {
    let weight = candidate.weight;
    match candidate.response {
        Response::Fixed { .. } => Curve::Flat,
        Response::Linear { cost, ceiling, .. } => Curve::line(weight * unit / cost, ceiling * cost / unit),
        Response::Hill { ceiling, half, shape, .. } => Curve::hill(weight * ceiling, half / unit, shape),
    }
}

/// A quotient that should be whole and is but for its last digits.
fn near_whole(number: f64, whole: bool) -> f64 {
    let nearest = number.round();
    if whole && (number - nearest).abs() <= 1e-9 + 1e-15 * number.abs() { nearest } else { number }
}

pub(super) fn floor(number: f64, whole: bool) -> f64 {
    let number = near_whole(number, whole);
    if whole { number.floor() } else { number }
}

/// A limit from above, in steps; there is always one.
pub(super) fn most(number: f64, whole: bool) -> f64 {
    if whole { floor(number, whole).min(MOST_STEPS) } else { number.min(UNLIMITED) }
}

pub(super) fn ceil(number: f64, whole: bool) -> f64 {
    let number = near_whole(number, whole);
    if whole { number.ceil() } else { number }
}
