//! Contributed revenue month by month: what is expected, and the goal's path.

use crate::plan::allocation::Class;
use crate::plan::goal::Milestone;
use crate::plan::{Money, Period, Plan, Ripple};

use super::allocation::AllocationReport;
use super::numbers::{count, quotient};
use super::ripple::RippleReport;

pub use super::period::{MOST_MONTHS, period};

/// Where things stand at the end of a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthPoint {
    /// Contributed revenue expected so far.
    pub expected: Money,
    /// Where the goal's path is; `None` without a path.
    pub path: Option<Money>,
}

/// One point at the end of each month of the period.
#[must_use]
pub fn cumulative(
    plan: &Plan,
    expected: &AllocationReport,
    known: &Known,
    ripples: &[RippleReport],
) -> Vec<MonthPoint> {
    let period = period(plan);
    let currency = &plan.currency;
    let baseline = plan.goal.baseline.revenue.map_or(0.0, |revenue| currency.units(revenue));
    let classes = [0, 1].map(|class| expected.revenue[class] - known.of_class(class));
    let ripples = ripples.iter().map(|report| report.last().map_or(0.0, |step| step.revenue));
    let revenues = std::iter::once(baseline).chain(classes).chain(ripples);
    let spreads = spreads(plan, expected, known);
    let mut monthly: Vec<f64> = (0..period.months as usize).map(|month| known.in_month(month)).collect();
    for (revenue, spread) in revenues.zip(spreads) {
        for (sum, part) in monthly.iter_mut().zip(spread) {
            *sum += revenue * part;
        }
    }
    let milestone = |milestone: &Milestone| (months_in(period, milestone.day), currency.units(milestone.revenue));
    let milestones: Vec<(f64, f64)> = plan.goal.path.iter().map(milestone).collect();
    let mut so_far = 0.0;
    monthly
        .iter()
        .enumerate()
        .map(|(month, part)| {
            so_far += part;
            MonthPoint {
                expected: currency.amount(so_far).unwrap_or_default(),
                path: (!milestones.is_empty()).then(|| currency.amount(path(&milestones, month + 1))).flatten(),
            }
        })
        .collect()
}

/// The month in which expected lies furthest below the path, and by how much.
#[must_use]
pub fn widest_gap(months: &[MonthPoint]) -> Option<(usize, Money)> {
    let gap = |(month, point): (usize, &MonthPoint)| Some((month, point.path?.minus(point.expected)?));
    months.iter().enumerate().filter_map(gap).filter(|(_, gap)| *gap > Money::ZERO).max_by_key(|(_, gap)| *gap)
}

/// Revenue that is known to be won by channels, in currency units.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// Of class A and B, for each month of the period; `None` where it is not known, and nothing at all where no month is over.
    pub classes: [Vec<Option<f64>>; 2],
}

impl Known {
    /// What is known of a month.
    #[must_use]
    pub fn in_month(&self, month: usize) -> f64 {
        self.classes.iter().filter_map(|months| *months.get(month)?).sum()
    }

    /// What is known of a class.
    #[must_use]
    pub fn of_class(&self, class: usize) -> f64 {
        self.classes[class].iter().flatten().sum()
    }
}

/// Which part of a revenue comes in each month: of the baseline, of class A, of class B, then of each ripple.
#[must_use]
pub fn spreads(plan: &Plan, allocation: &AllocationReport, known: &Known) -> Vec<Vec<f64>> {
    let period = period(plan);
    let steady = weights(plan, allocation, known).map(|weights| fractions(&weights));
    steady.into_iter().chain(plan.ripples.iter().map(|ripple| ripple_spread(ripple, period))).collect()
}

/// The weights of the months, in parts of any sum above zero: of the baseline, of class A, of class B. What is known of a class
/// stands in its own months, so that the rest of it comes in the others.
#[must_use]
pub fn weights(plan: &Plan, allocation: &AllocationReport, known: &Known) -> [Vec<f64>; 3] {
    let (months, timing) = (period(plan).months as usize, &plan.goal.timing);
    let class = |stated: &Vec<f64>, class| {
        if stated.is_empty() { by_channels(plan, allocation, class) } else { stated.clone() }
    };
    let (class_a, class_b) = (class(&timing.class_a, Class::A), class(&timing.class_b, Class::B));
    let is_open = |class: usize| move |month: usize| known.classes[class].get(month).is_none_or(Option::is_none);
    [
        open_weights(&timing.baseline, months, |_| true),
        open_weights(&class_a, months, is_open(0)),
        open_weights(&class_b, months, is_open(1)),
    ]
}

/// Where nothing is stated, a class's revenue comes in the months in which its channels win registrations; nothing is said where
/// these are all alike. Its events bring theirs evenly.
#[must_use]
pub fn by_channels(plan: &Plan, allocation: &AllocationReport, class: Class) -> Vec<f64> {
    let rows = plan.allocation.channels.iter().zip(&allocation.channels);
    let own = rows.filter(|(channel, row)| channel.task.class() == class && row.months.is_some());
    let mut weights = Vec::new();
    let mut in_own_months = 0.0;
    for (_, row) in own {
        let Some(months) = &row.months else { continue };
        let all: f64 = months.registrations.iter().sum();
        weights.resize(months.registrations.len(), 0.0);
        for (weight, month) in weights.iter_mut().zip(&months.registrations) {
            *weight += quotient(row.won.revenue * month, all).unwrap_or(0.0);
        }
        in_own_months += row.won.revenue;
    }
    #[allow(clippy::cast_precision_loss)] // at most 120 months
    let even = (allocation.revenue[class as usize] - in_own_months).max(0.0) / weights.len().max(1) as f64;
    weights.into_iter().map(|weight| weight + even).collect()
}

fn fractions(weights: &[f64]) -> Vec<f64> {
    let sum: f64 = weights.iter().sum();
    weights.iter().map(|weight| weight / sum).collect()
}

/// Weights of the months that are open; where these have none, evenly over them, and over all months if none is open.
fn open_weights(weights: &[f64], months: usize, is_open: impl Fn(usize) -> bool) -> Vec<f64> {
    let stated = |month: usize| if is_open(month) { weights.get(month).copied().map_or(0.0, count) } else { 0.0 };
    let open = |month: usize| if is_open(month) { 1.0 } else { 0.0 };
    let tries = [(0..months).map(stated).collect::<Vec<f64>>(), (0..months).map(open).collect()];
    tries.into_iter().find(|weights| weights.iter().sum::<f64>() > 0.0).unwrap_or_else(|| vec![1.0; months])
}

/// A ripple's weights begin in its own month; what would fall beyond the period is brought forward into it, since
/// the goal counts it. A ripple before the period begins with it, one after it falls into the last month.
fn ripple_spread(ripple: &Ripple, period: Period) -> Vec<f64> {
    let months = period.months as usize;
    let outside = |day| if day < period.start { 0 } else { period.months - 1 };
    let start = ripple.date.map_or(0, |day| period.month_of(day).unwrap_or_else(|| outside(day))) as usize;
    let room = months - start;
    let mut own = fractions(&open_weights(&ripple.timing, room, |_| true));
    if ripple.timing.is_empty() {
        own = vec![0.0; room];
        own[0] = 1.0;
    }
    let mut all = vec![0.0; months - room];
    all.append(&mut own);
    all
}

/// The path in currency units after `month` months, straight between milestones and from zero at the start.
fn path(milestones: &[(f64, f64)], month: usize) -> f64 {
    let mut from = (0.0, 0.0);
    #[allow(clippy::cast_precision_loss)] // at most 120 months
    let at = month as f64;
    for &to in milestones {
        if at <= to.0 {
            let part = if to.0 > from.0 { (at - from.0) / (to.0 - from.0) } else { 1.0 };
            return from.1 + part * (to.1 - from.1);
        }
        from = to;
    }
    from.1
}

/// How many months of the period have passed by the end of a day.
fn months_in(period: Period, day: crate::plan::Date) -> f64 {
    let Some(month) = period.month_of(day) else {
        return if day < period.start { 0.0 } else { f64::from(period.months) };
    };
    let days = |from: crate::plan::Date, to: crate::plan::Date| f64::from((to - from).get_days());
    let (start, next) = (period.month_start(month), period.month_start(month + 1));
    f64::from(month) + (days(start, day) + 1.0) / days(start, next).max(1.0)
}
