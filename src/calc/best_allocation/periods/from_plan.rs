//! A plan's allocation over the months that are left of it.

use super::super::{Aim, Before, Candidate, Problem as Whole, Spend};
use super::{Course, Problem};
use crate::calc::curve::Response;
use crate::calc::months;
use crate::calc::rest::Basis;
use crate::plan::allocation::Objective;
use crate::plan::{Currency, Event, Period};

impl Problem {
    /// The plan's problem over its months, without season and carry-over, which a plan does not state. Own shares of
    /// events are spent in the months of the events, or before (in the first month left where no day is stated, in the last
    /// one where the day is later), locked channels keep their money and spend it evenly, and a minimum of what may be off
    /// holds for each month by its part. A channel of which nothing is known has spent and won by the plan in the months
    /// that are over. Months go by a finer step, or even spending would seldom lie on steps.
    #[must_use]
    pub fn of_plan(basis: Basis, objective: Objective, aim: Aim) -> Self {
        let plan = basis.plan;
        let rest = basis.rest.map(|rest| rest.by_plan(plan, basis.allocation));
        let mut whole = Whole { aim, ..Whole::of_plan_for(Basis { rest: rest.as_ref(), ..basis }, objective) };
        let period = months::period(plan);
        let from = rest.map_or(0, |rest| rest.from).min(period.months.saturating_sub(1));
        let left = period.months - from;
        for (channel, candidate) in plan.allocation.channels.iter().zip(&mut whole.channels) {
            let min = channel.min.map_or(0.0, |min| plan.currency.units(min).max(0.0));
            if let (true, Spend::OffOr { max, .. } | Spend::Between { max, .. }) = (channel.off_or_min, candidate.spend)
            {
                let own = min * f64::from(left) / f64::from(period.months);
                candidate.spend = Spend::OffOr { min: candidate.before.spent + own, max };
            }
        }
        whole.step = month_step(whole.step, left, &plan.currency);
        let months = left as usize;
        let mut courses = vec![Course::even(months); whole.channels.len()];
        let shares = courses.iter_mut().zip(&mut whole.channels).skip(plan.allocation.channels.len());
        for ((course, share), event) in shares.zip(plan.events.iter()) {
            spend_on(event, (period, from), (share, course));
        }
        Self { most: vec![f64::INFINITY; months], courses, whole }
    }
}

/// Puts the own share of an event into its month, or into what is spent before `from`.
fn spend_on(event: &Event, (period, from): (Period, u32), (share, course): (&mut Candidate, &mut Course)) {
    let Spend::Fixed(spend) = share.spend else { return };
    course.fixed.fill(Some(0.0));
    let beyond = |day| if day < period.start { None } else { Some(period.months - 1) };
    let month = event.date.map_or(Some(from), |day| period.month_of(day).or_else(|| beyond(day)));
    if let Some(month) = month.and_then(|month| month.checked_sub(from)) {
        course.fixed[month as usize] = Some(spend);
    } else {
        share.before = Before { spent: spend, won: share.value(spend) };
        share.response = Response::Fixed { registrations: 0.0 };
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
