//! When each channel spends its money, and what that wins in each month.
//!
//! A channel's curve r is for its whole period of T months. A month's response to what works in it, z, is s·r(T·z)/T, with s the
//! month's season weight (1 on average), so that even spending gives the curve's own numbers. With carry-over θ what works is
//! z = (1 − θ)·(x of this month + θ·x of the one before + θ²·…), see [`Course`].

pub mod compared;
pub mod course;
pub mod edit;
pub mod problems;
mod spread;

use crate::plan::{Channel, Date, Money, Period, Plan, Schedule, Task};

use super::curve::Response;
use super::numbers::{count, units};
use super::period::period;
use super::track::ledger::spent_before;

pub use course::Course;
pub use spread::spread;

/// What a channel spends and wins in each month, where months are not all alike.
#[derive(Clone, Debug, PartialEq)]
pub struct InMonths {
    /// Money of each month, in all what the channel gets.
    pub spends: Vec<Money>,
    /// Registrations of each month, in all what its money buys.
    pub registrations: Vec<f64>,
    /// Money that works only after the last month, in currency units: it is stated, not counted.
    pub later: f64,
}

/// The greatest part of an effect that can be left a month later.
pub const MOST_CARRY_OVER: f64 = 0.99;

/// Whether money goes to months in the plan: then a better split of it is sought over channels and months.
#[must_use]
pub fn is_by_month(plan: &Plan) -> bool {
    let own = |channel: &Channel| !is_even(channel);
    plan.allocation.cash.iter().any(Option::is_some) || plan.allocation.channels.iter().any(own)
}

/// Whether a channel spends evenly in all months and all of it works at once, so that its curve holds as it is.
#[must_use]
pub fn is_even(channel: &Channel) -> bool {
    let schedule = &channel.schedule;
    schedule.spend.is_empty() && schedule.off.is_empty() && carry_over(channel) == 0.0
}

/// What is left of an effect a month later, as far as one can calculate with it.
#[must_use]
pub fn carry_over(channel: &Channel) -> f64 {
    count(channel.schedule.carry_over).min(MOST_CARRY_OVER)
}

/// Money of each month of the period, in all what the channel gets.
#[must_use]
pub fn spends(plan: &Plan, channel: &Channel) -> Vec<Money> {
    spread(&channel.schedule, channel.spend, length(plan))
}

/// What was spent in the months before the period, the latest last: as it is stated, otherwise as far as it is known; only where
/// anything is carried over.
#[must_use]
pub fn before(plan: &Plan, channel: &Channel) -> Vec<Money> {
    match channel.schedule.before.as_slice() {
        [] if carry_over(channel) > 0.0 => spent_before(plan, &channel.id),
        stated => stated.to_vec(),
    }
}

/// Gives a channel so much money. Its months, where they have any of their own, share it as [`spread()`] says, over a period of so
/// many.
pub fn give(channel: &mut Channel, spend: Money, months: usize) {
    if channel.spend != spend && !channel.schedule.spend.is_empty() {
        channel.schedule.spend = spread(&channel.schedule, spend, months);
    }
    channel.spend = spend;
}

/// So much money over the months from `from` on, in the proportion the schedule has for them.
#[must_use]
pub fn rest_of(plan: &Plan, channel: &Channel, left: Money, from: usize) -> Vec<Money> {
    let own = &channel.schedule;
    let later = |months: &std::collections::BTreeSet<u32>| {
        let before = u32::try_from(from).unwrap_or(u32::MAX);
        months.iter().filter_map(|month| month.checked_sub(before).filter(|month| *month > 0)).collect()
    };
    let spend = if own.spend.is_empty() { Vec::new() } else { spends(plan, channel).into_iter().skip(from).collect() };
    let own = Schedule { spend, locked: later(&own.locked), off: later(&own.off), ..Schedule::default() };
    spread(&own, left, length(plan).saturating_sub(from))
}

/// How much each month counts for a channel, 1 on average: as it says itself, otherwise as its task says, otherwise all the same.
#[must_use]
pub fn season(plan: &Plan, channel: &Channel) -> Vec<f64> {
    let stated = stated_season(plan, channel);
    let weights: Vec<f64> = (0..length(plan)).map(|month| stated.get(month).copied().map_or(0.0, count)).collect();
    let sum: f64 = weights.iter().sum();
    if sum <= 0.0 || !sum.is_finite() {
        return vec![1.0; weights.len()];
    }
    #[allow(clippy::cast_precision_loss)] // at most 120 months
    let mean = sum / weights.len() as f64;
    weights.into_iter().map(|weight| weight / mean).collect()
}

fn stated_season<'a>(plan: &'a Plan, channel: &'a Channel) -> &'a [f64] {
    let own = &channel.schedule.season;
    if own.is_empty() { &plan.allocation.tasks.of(channel.task).season } else { own }
}

/// The most that may be spent in each month, own shares of events included; `None` where nothing limits it.
#[must_use]
pub fn cash(plan: &Plan) -> Vec<Option<Money>> {
    (0..length(plan)).map(|month| plan.allocation.cash.get(month).copied().flatten()).collect()
}

/// Money of a channel that is spent in the proportion of its months, and what that wins.
#[derive(Clone, Debug, PartialEq)]
pub struct InProportion {
    /// When money works.
    course: Course,
    /// Which part of the money each month gets, in all 1; nothing where no month is open.
    parts: Vec<f64>,
}

impl InProportion {
    /// The months of a channel, evenly those in which it can run where nothing is spent; `None` where money wins what the curve says
    /// of all of it.
    #[must_use]
    pub fn of(plan: &Plan, channel: &Channel) -> Option<Self> {
        if is_even(channel) {
            return None;
        }
        let course = course::of(plan, channel);
        let spends = in_units(plan, &spends(plan, channel));
        let is_open = |fixed: &Option<f64>| if fixed.is_none() { 1.0 } else { 0.0 };
        let open = course.fixed.iter().map(is_open).collect();
        let weights = if spends.iter().any(|spend| *spend > 0.0) { spends } else { open };
        let all: f64 = weights.iter().sum();
        let parts = weights.iter().map(|weight| if all > 0.0 { weight / all } else { 0.0 }).collect();
        Some(Self { course, parts })
    }

    /// Registrations that so many currency units buy.
    #[must_use]
    pub fn value(&self, response: Response, spend: f64) -> f64 {
        self.course.registrations(response, &self.spends(spend)).iter().sum()
    }

    /// Registrations the next currency unit buys.
    #[must_use]
    pub fn slope(&self, response: Response, spend: f64) -> f64 {
        let works = self.course.effective(&self.spends(spend));
        let of_one = Course { before: Vec::new(), ..self.course.clone() }.effective(&self.parts);
        let months = f64::from(self.course.length());
        let cells = self.course.weights().into_iter().zip(works).zip(of_one);
        let slope = |((season, works), of_one): ((f64, f64), f64)| {
            // Nothing of it works there, however steep the curve begins.
            if season * of_one > 0.0 { season * of_one * response.slope(months * works) } else { 0.0 }
        };
        cells.map(slope).sum()
    }

    fn spends(&self, spend: f64) -> Vec<f64> {
        self.parts.iter().map(|part| spend * part).collect()
    }
}

/// What a channel spends and wins in each month; `None` where every month is the same.
#[must_use]
pub fn in_months(plan: &Plan, channel: &Channel, response: Response) -> Option<InMonths> {
    if is_even(channel) && stated_season(plan, channel).is_empty() {
        return None;
    }
    let (course, spends) = (course::of(plan, channel), spends(plan, channel));
    let money = in_units(plan, &spends);
    let registrations = if is_even(channel) {
        // Without the cents that months cannot share: the sum is the curve's own.
        let each = response.value(plan.currency.units(channel.spend)) / f64::from(course.length());
        course.weights().into_iter().map(|season| season * each).collect()
    } else {
        course.registrations(response, &money)
    };
    Some(InMonths { spends, registrations, later: course.to_come(&money) })
}

fn in_units(plan: &Plan, amounts: &[Money]) -> Vec<f64> {
    amounts.iter().map(|amount| units(&plan.currency, *amount)).collect()
}

/// Own shares of events in their months, and what channels spend there; `None` where a sum is too large.
#[must_use]
pub fn totals(plan: &Plan, shares: impl Iterator<Item = Money>) -> Vec<Option<Money>> {
    totals_where(plan, shares, |_| true)
}

/// The same of one task.
#[must_use]
pub fn task_totals(plan: &Plan, shares: impl Iterator<Item = Money>, task: Task) -> Vec<Option<Money>> {
    totals_where(plan, shares, |other| other == task)
}

fn totals_where(plan: &Plan, shares: impl Iterator<Item = Money>, counts: impl Fn(Task) -> bool) -> Vec<Option<Money>> {
    let mut sums = vec![Some(Money::ZERO); length(plan)];
    let mut add = |month: usize, amount: Money| {
        if let Some(sum) = sums.get_mut(month) {
            *sum = sum.and_then(|sum| sum.plus(amount));
        }
    };
    for channel in plan.allocation.channels.iter().filter(|channel| counts(channel.task)) {
        spends(plan, channel).into_iter().enumerate().for_each(|(month, amount)| add(month, amount));
    }
    for (event, share) in plan.events.iter().zip(shares).filter(|(event, _)| counts(event.task)) {
        add(event_month(plan, event.date), share);
    }
    sums
}

/// The month in which an event's share is paid: its own, the first one where no day is stated or it is before the period, the
/// last one where it is later.
#[must_use]
pub fn event_month(plan: &Plan, date: Option<Date>) -> usize {
    date.map_or(0, |day| month_paid(period(plan), day)) as usize
}

/// The month of a day, 0 for the first; the first or the last one where the day is beyond the period.
#[must_use]
pub fn month_paid(period: Period, day: Date) -> u32 {
    let beyond = || if day < period.start { 0 } else { period.months - 1 };
    period.month_of(day).unwrap_or_else(beyond)
}

/// How many months the plan has.
#[must_use]
pub fn length(plan: &Plan) -> usize {
    period(plan).months as usize
}

#[cfg(test)]
mod tests;
