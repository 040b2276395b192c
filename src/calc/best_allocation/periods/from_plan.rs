//! A plan's allocation over the months that are left of it.

use super::super::{Problem as Whole, Spend};
use super::{Course, Problem};
use crate::calc::months;
use crate::calc::rest::Basis;

impl Problem {
    /// The plan's problem over its months, without season and carry-over, which a plan does not state. Own shares of
    /// events are spent in the months of the events (in the first one where none is stated), locked channels keep their money and spend it evenly, and a
    /// minimum of what may be off holds for each month by its part. Months go by a finer step, or even spending would
    /// seldom lie on steps.
    #[must_use]
    pub fn of_plan(basis: Basis, mut whole: Whole) -> Self {
        let plan = basis.plan;
        let period = months::period(plan);
        let from = basis.rest.map_or(0, |rest| rest.from).min(period.months.saturating_sub(1));
        let left = period.months - from;
        for (channel, candidate) in plan.allocation.channels.iter().zip(&mut whole.channels) {
            let min = channel.min.map_or(0.0, |min| plan.currency.units(min).max(0.0));
            if let (true, Spend::OffOr { max, .. } | Spend::Between { max, .. }) = (channel.off_or_min, candidate.spend)
            {
                let own = min * f64::from(left) / f64::from(period.months);
                candidate.spend = Spend::OffOr { min: candidate.before.spent + own, max };
            }
        }
        whole.step = month_step(whole.step, f64::from(left));
        let months = left as usize;
        let mut courses = vec![Course::even(months); whole.channels.len()];
        let shares = courses.iter_mut().zip(&whole.channels).skip(plan.allocation.channels.len());
        for ((course, share), event) in shares.zip(plan.events.iter()) {
            let month = event.date.and_then(|day| period.month_of(day)).and_then(|month| month.checked_sub(from));
            if let Spend::Fixed(spend) = share.spend {
                course.fixed = vec![Some(0.0); months];
                course.fixed[month.unwrap_or(0) as usize] = Some(spend);
            }
        }
        Self { most: vec![f64::INFINITY; months], courses, present: None, whole }
    }
}

/// How many steps of a month make its part of the plan's step at least: with coarse ones even spending, which is often
/// best, would lie between steps.
const STEPS: f64 = 50.0;

/// The step of a month: the largest of 1, 2, 5, 10, … that is no more than a fiftieth of its part of the plan's step.
fn month_step(step: f64, months: f64) -> f64 {
    let part = step / months / STEPS;
    let tens = 10.0_f64.powf(part.log10().floor());
    let round = [5.0, 2.0, 1.0].map(|digit| digit * tens).into_iter().find(|round| *round <= part);
    if part > MIN_STEP { round.unwrap_or(part) } else { step.min(MIN_STEP) }
}

/// No step of a month is finer than the hundredth of a currency unit.
const MIN_STEP: f64 = 0.01;
