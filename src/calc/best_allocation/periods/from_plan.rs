//! A plan's allocation over the months that are left of it.

use super::super::{Aim, Before, Candidate, Problem as Whole, Spend};
use super::Problem;
use crate::calc::curve::Response;
use crate::calc::months;
use crate::calc::numbers::units;
use crate::calc::rest::{self, Basis};
use crate::calc::schedule::{self, Course};
use crate::plan::allocation::Objective;
use crate::plan::{Channel, Currency, Event, Money, Period, Plan};

impl Problem {
    /// The plan's problem over its months: seasons, carry-over, months in which channels cannot run, locked months and the cash of
    /// each month as the plan states them. Own shares of events are spent in the months of the events, or before (in the first month
    /// left where no day is stated, in the first or last one where the day is beyond the period), locked channels keep their money in its months, and a
    /// minimum of what may be off holds for each month by its part. A channel of which nothing is known has spent and won by the plan
    /// in the months that are over. Months go by a finer step, or even spending would seldom lie on steps.
    #[must_use]
    pub fn of_plan(basis: Basis, objective: Objective, aim: Aim) -> Self {
        let plan = basis.plan;
        let rest = basis.rest.map(|rest| rest.by_plan(plan, basis.allocation));
        let mut whole = Whole { aim, ..Whole::of_plan_for(Basis { rest: rest.as_ref(), ..basis }, objective) };
        let period = months::period(plan);
        let from = rest.as_ref().map_or(0, |rest| rest.from).min(period.months.saturating_sub(1));
        let left = period.months - from;
        whole.step = month_step(whole.step, left, &plan.currency);
        let mut courses = vec![Course::even(left as usize); whole.channels.len()];
        let mut present = Vec::with_capacity(courses.len());
        for (index, (candidate, course)) in whole.channels.iter_mut().zip(&mut courses).enumerate() {
            if let Some(channel) = plan.allocation.channels.get(index) {
                part_of_minimum(plan, channel, candidate, left);
                let months = MonthsLeft {
                    plan,
                    channel,
                    from: from as usize,
                    ahead: rest.as_ref().and_then(|rest| rest.ahead(index)),
                };
                *course = months.course(candidate);
                present.push(months.present());
            } else if let Some(event) = plan.events.get(index - plan.allocation.channels.len()) {
                spend_on(event, (period, from), (candidate, course));
                present.push(course.fixed.iter().map(|fixed| fixed.unwrap_or(0.0)).collect());
            }
        }
        let most = schedule::cash(plan).into_iter().skip(from as usize);
        let most = most.map(|cash| cash.map_or(f64::INFINITY, |cash| units(&plan.currency, cash))).collect();
        Self { most, courses, whole, present: Some(present) }
    }

    /// What each channel of the plan gets in each month of the period, to the minor unit: what was spent in months that are over, then
    /// this. A channel that is fixed keeps what it has.
    #[must_use]
    pub fn money_by_month(&self, basis: Basis, periods: &[Vec<f64>]) -> Vec<Vec<Money>> {
        let plan = basis.plan;
        let rest = basis.rest.map(|rest| rest.by_plan(plan, basis.allocation));
        let channel = |(index, (channel, spends)): (usize, (&Channel, &Vec<f64>))| {
            if matches!(self.whole.channels[index].spend, Spend::Fixed(_)) {
                return schedule::spends(plan, channel);
            }
            let before = rest.as_ref().and_then(|rest| rest.ahead(index)).map_or(&[][..], |ahead| &ahead.months);
            let amount = |units: &f64| plan.currency.amount(*units).unwrap_or_default();
            before.iter().copied().chain(spends.iter().map(amount)).collect()
        };
        plan.allocation.channels.iter().zip(periods).enumerate().map(channel).collect()
    }
}

/// A channel and the months that are left of it.
struct MonthsLeft<'a> {
    plan: &'a Plan,
    channel: &'a Channel,
    from: usize,
    ahead: Option<&'a rest::Ahead>,
}

impl MonthsLeft<'_> {
    /// Money of each month that is left, in currency units.
    fn present(&self) -> Vec<f64> {
        let amounts = match self.ahead {
            None => schedule::spends(self.plan, self.channel),
            Some(ahead) => {
                let left = ahead.present.minus(ahead.spent).unwrap_or_default();
                schedule::rest_of(self.plan, self.channel, left, self.from)
            }
        };
        amounts.into_iter().map(|amount| units(&self.plan.currency, amount)).collect()
    }

    /// The months that are left. Seasons are parts of the whole period's: where those that are left count more or less than its
    /// average, the curve does.
    fn course(&self, candidate: &mut Candidate) -> Course {
        let (whole, present) = (schedule::course::of(self.plan, self.channel), self.present());
        let is_locked = matches!(candidate.spend, Spend::Fixed(_));
        let fixed = |(month, present): (usize, &f64)| match whole.fixed.get(self.from + month).copied().flatten() {
            _ if is_locked => Some(*present),
            Some(_) if self.channel.schedule.is_locked(self.from + month) => Some(*present),
            fixed => fixed.map(|_| 0.0),
        };
        let seasons: Vec<f64> = whole.weights().into_iter().skip(self.from).collect();
        let mean = seasons.iter().sum::<f64>() / f64::from(u32::try_from(seasons.len()).unwrap_or(1).max(1));
        candidate.response = if mean > 0.0 { candidate.response.times(mean) } else { Response::NOTHING };
        let before = self.ahead.map_or(&[][..], |ahead| &ahead.months);
        let before = before.iter().map(|amount| units(&self.plan.currency, *amount));
        Course {
            seasons,
            before: whole.before.iter().copied().chain(before).collect(),
            fixed: present.iter().enumerate().map(fixed).collect(),
            ..whole
        }
    }
}

/// Of what may be off, the minimum holds for the months that are left by their part.
fn part_of_minimum(plan: &Plan, channel: &Channel, candidate: &mut Candidate, left: u32) {
    let min = channel.min.map_or(0.0, |min| units(&plan.currency, min));
    if let (true, Spend::OffOr { max, .. } | Spend::Between { max, .. }) = (channel.off_or_min, candidate.spend) {
        let own = min * f64::from(left) / f64::from(months::period(plan).months);
        candidate.spend = Spend::OffOr { min: candidate.before.spent + own, max };
    }
}

/// Puts the own share of an event into its month, or into what is spent before `from`.
fn spend_on(event: &Event, (period, from): (Period, u32), (share, course): (&mut Candidate, &mut Course)) {
    let Spend::Fixed(spend) = share.spend else { return };
    course.fixed.fill(Some(0.0));
    let month = event.date.map_or(from, |day| schedule::month_paid(period, day));
    if let Some(month) = month.checked_sub(from) {
        course.fixed[month as usize] = Some(spend);
    } else {
        share.before = Before { spent: spend, won: share.value(spend) };
        share.response = Response::NOTHING;
    }
}

/// How many steps of a month make its part of the plan's step at least: with coarse ones even spending, which is often
/// best, would lie between steps.
const STEPS: f64 = 50.0;

/// The step of a month: the largest of 1, 2, 5, 10, … minor units that is no more than a fiftieth of its part of the plan's
/// step, at least one.
fn month_step(step: f64, months: u32, currency: &Currency) -> f64 {
    let minor = f64::from(u32::try_from(currency.minor_per_unit()).unwrap_or(1));
    let most = step * minor / f64::from(months) / STEPS;
    let mut tens = 1.0;
    while 10.0 * tens <= most {
        tens *= 10.0;
    }
    let digit = [5.0, 2.0].into_iter().find(|digit| digit * tens <= most).unwrap_or(1.0);
    digit * tens / minor
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_step_of_a_month_is_whole_minor_units() {
        let step = |step, months, digits| month_step(step, months, &Currency { code: String::new(), digits });
        let close = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-12, "{found}, not {expected}");
        close(step(1_000.0, 12, 2), 1.0);
        close(step(1_000.0, 7, 2), 2.0);
        close(step(500_000.0, 12, 2), 500.0);
        close(step(100.0, 12, 2), 0.1);
        close(step(1.0, 12, 2), 0.01);
        close(step(1.0, 12, 4), 0.001);
        // Yen have no digits: no month spends a part of one.
        close(step(1.0, 12, 0), 1.0);
        close(step(1_000.0, 12, 0), 1.0);
        close(step(10_000.0, 12, 0), 10.0);
    }
}
