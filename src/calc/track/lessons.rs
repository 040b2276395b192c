//! What months say of the curve of each channel, and taking it over.
//!
//! A curve that was taken over has learned its months: the channel remembers the last of them, and later learning begins after
//! it, so that no month counts twice.

use crate::calc::allocation::ChannelReport;
use crate::calc::curve::Response;
use crate::calc::learn::{Guess, Learned, Point, learn};
use crate::calc::months;
use crate::calc::numbers::count;
use crate::calc::schedule;
use crate::plan::{Channel, Currency, Curve, Date, Money, Period, Plan, Range};

use super::ledger::Month;

/// What the months of a channel say of its curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// The curve as it is stated.
    pub guess: Guess,
    /// What was learned of it.
    pub learned: Learned,
    /// Months that were learned now.
    pub points: Vec<Point>,
    /// Months that the curve as it is stated has learned before.
    pub before: Vec<Point>,
    /// The last day of the last month that was learned now; `None` where none was.
    pub through: Option<Date>,
}

impl Lesson {
    /// Whether something was learned now.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.through.is_some()
    }
}

/// A lesson of each channel, in the plan's order; `None` where no month is known, or there is no curve to begin with.
/// `stop` ends it early, with what was learned by then.
#[must_use]
pub fn lessons(plan: &Plan, channels: &[ChannelReport], stop: &dyn Fn() -> bool) -> Vec<Option<Lesson>> {
    let ledger = super::ledger::ledger(plan);
    let rows = plan.allocation.channels.iter().zip(channels).zip(&ledger.channels);
    let lesson = |((channel, report), months): ((&Channel, &ChannelReport), &Vec<Month>)| {
        if stop() { None } else { lesson(plan, (channel, report), months) }
    };
    rows.map(lesson).collect()
}

fn lesson(plan: &Plan, (channel, report): (&Channel, &ChannelReport), months: &[Month]) -> Option<Lesson> {
    if channel.curve.is_blank() {
        return None;
    }
    let (period, currency) = (months::period(plan), &plan.currency);
    let timed = report.months.as_ref().map(|own| worked(plan, channel, &own.spends, months));
    let point = |number: u32, month: &Month| {
        let (spend, registrations) = month.spend.zip(month.registrations)?;
        let Some(timed) = &timed else { return Some(Point { spend: currency.units(spend), registrations }) };
        // A month in which nothing counts says nothing.
        let (works, season) = timed.get(number as usize).filter(|(_, season)| *season > 0.0)?;
        Some(Point { spend: *works, registrations: registrations / season })
    };
    let known: Vec<(u32, Point)> =
        (0..).zip(months).filter_map(|(number, month)| Some((number, point(number, month)?))).collect();
    let begin = learned_months(channel, period);
    let (before, new): (Vec<_>, Vec<_>) = known.into_iter().partition(|(number, _)| *number < begin);
    if before.is_empty() && new.is_empty() {
        return None;
    }
    let next = new.last().map(|(last, _)| period.month_start(last + 1));
    let through = next.map(|next| next.yesterday().unwrap_or(next));
    let points = |part: Vec<(u32, Point)>| part.into_iter().map(|(_, point)| point).collect::<Vec<_>>();
    let (before, points) = (points(before), points(new));
    let guess = Guess {
        curve: report.response.ok()?,
        range: channel.registrations_range,
        months: period.months,
        present: currency.units(channel.spend) / f64::from(period.months),
    };
    Some(Lesson { learned: learn(&guess, &points), guess, points, before, through })
}

/// What worked in each month, in currency units, and how much the month counts: what was really spent, by the plan where that is
/// not known.
fn worked(plan: &Plan, channel: &Channel, planned: &[Money], months: &[Month]) -> Vec<(f64, f64)> {
    let units = |amount| count(plan.currency.units(amount));
    let spends: Vec<f64> = super::ledger::spent(planned, months).map(units).collect();
    let course = schedule::course::of(plan, channel);
    course.effective(&spends).into_iter().zip(course.weights()).collect()
}

/// How many months the stated curve of a channel has learned already, from the first of the period on.
#[must_use]
pub fn learned_months(channel: &Channel, period: Period) -> u32 {
    match channel.learned_through {
        Some(day) if day >= period.start => period.month_of(day).map_or(period.months, |month| month + 1),
        _ => 0,
    }
}

/// States what was learned as the curve of its channel.
pub fn take_over(channel: &mut Channel, lesson: &Lesson, currency: &Currency) {
    if let Some((curve, through)) = stated(lesson.learned.curve, currency).zip(lesson.through) {
        channel.curve = curve;
        channel.registrations_range = Some(outwards(lesson.learned.range));
        channel.learned_through = Some(through);
    }
}

/// A curve as a plan states it; `None` where its money is too large to be stated.
fn stated(curve: Response, currency: &Currency) -> Option<Curve> {
    let least = Money::from_minor(1)?;
    let amount = |units: f64| currency.amount(units).map(|amount| amount.max(least));
    Some(match curve {
        Response::Fixed { registrations } => Curve::Fixed { registrations: rounded(registrations) },
        Response::Linear { base, cost, ceiling } => {
            Curve::Linear { cost_per_registration: amount(cost)?, ceiling: rounded(ceiling), base: rounded(base) }
        }
        Response::Hill { base, ceiling, half, shape } => {
            Curve::SShaped { ceiling: rounded(ceiling), half_spend: amount(half)?, shape, base: rounded(base) }
        }
    })
}

/// Registrations to hundredths: nobody knows them better.
fn rounded(registrations: f64) -> f64 {
    (registrations * 100.0).round() / 100.0
}

/// The ends of a range with three decimals; it never gets narrower and holds 1.
fn outwards(range: Range<f64>) -> Range<f64> {
    let low = (range.low * 1000.0).floor() / 1000.0;
    let high = (range.high * 1000.0).ceil() / 1000.0;
    Range { low: low.min(1.0), high: high.max(1.0) }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::calc;
    use crate::plan::actuals::ChannelActual;

    fn worked() -> Plan {
        crate::file::read_text(include_str!("../../../saved_plans/worked-case.ron")).unwrap()
    }

    /// So many months in which each channel spends as planned and wins so many times what its curve gives.
    fn happened(months: u32, factor: f64) -> Plan {
        let mut plan = worked();
        let report = calc::report(&plan);
        let parts = f64::from(plan.period.months);
        let mut rows = Vec::new();
        for number in 0..months {
            for (channel, row) in plan.allocation.channels.iter().zip(&report.allocation.channels) {
                rows.push(ChannelActual {
                    month: plan.period.month_start(number),
                    channel: channel.id.clone(),
                    spend: plan.currency.amount(plan.currency.units(channel.spend) / parts),
                    registrations: Some(row.won.registrations * factor / parts),
                    leads: None,
                    customers: None,
                    revenue: None,
                });
            }
        }
        Arc::make_mut(&mut plan.actuals).channels = rows;
        plan
    }

    fn learned(plan: &Plan) -> Vec<Option<Lesson>> {
        lessons(plan, &calc::report(plan).allocation.channels, &|| false)
    }

    #[test]
    fn nothing_is_learned_of_nothing() {
        assert!(learned(&worked()).iter().all(Option::is_none));
        assert!(
            lessons(&happened(5, 1.0), &calc::report(&worked()).allocation.channels, &|| true)
                .iter()
                .all(Option::is_none)
        );
    }

    #[test]
    fn a_curve_that_is_taken_over_gives_what_was_learned_and_learns_no_month_twice() {
        let mut plan = happened(5, 0.8);
        let lesson = learned(&plan)[0].clone().unwrap();
        assert_eq!((lesson.points.len(), lesson.before.len()), (5, 0));
        let currency = plan.currency.clone();
        take_over(&mut Arc::make_mut(&mut plan.allocation).channels[0], &lesson, &currency);
        let channel = &plan.allocation.channels[0];
        assert_eq!(channel.learned_through, Some(plan.period.month_start(5).yesterday().unwrap()));
        let (stated, spend) = (Response::of(&channel.curve, &currency).unwrap(), currency.units(channel.spend));
        let wanted = lesson.learned.curve.value(spend);
        assert!((stated.value(spend) - wanted).abs() < 1e-4 * wanted);
        assert!(wanted < 0.95 * lesson.guess.curve.value(spend) && wanted > 0.75 * lesson.guess.curve.value(spend));
        let range = channel.registrations_range.unwrap();
        assert!(range.low <= lesson.learned.range.low && range.high >= lesson.learned.range.high);
        let again = learned(&plan)[0].clone().unwrap();
        assert!(!again.is_new() && again.before.len() == 5, "its months are learned");
        assert_eq!(again.learned.curve, again.guess.curve);
        let unchanged = plan.clone();
        take_over(&mut Arc::make_mut(&mut plan.allocation).channels[0], &again, &currency);
        assert_eq!(plan, unchanged);
        assert!(learned(&plan)[1].as_ref().unwrap().is_new(), "those of others are not");
        let more = happened(6, 0.8);
        plan.actuals = Arc::clone(&more.actuals);
        let next = learned(&plan)[0].clone().unwrap();
        assert_eq!((next.points.len(), next.before.len()), (1, 5), "the sixth month alone is new");
    }

    #[test]
    fn every_curve_can_be_stated_again() {
        let mut plan = happened(4, 1.1);
        let (currency, lessons) = (plan.currency.clone(), learned(&plan));
        for (channel, lesson) in Arc::make_mut(&mut plan.allocation).channels.iter_mut().zip(&lessons) {
            if let Some(lesson) = lesson {
                take_over(channel, lesson, &currency);
            }
        }
        let report = calc::report(&plan);
        assert!(report.allocation.channels.iter().all(|row| row.response.is_ok()));
        let errors = |findings: &[calc::Finding]| {
            findings.iter().filter(|finding| finding.severity() == calc::Severity::Error).count()
        };
        assert_eq!(errors(&report.findings), errors(&calc::report(&worked()).findings));
        let taken = plan.allocation.channels.iter().filter(|channel| channel.learned_through.is_some()).count();
        assert_eq!(taken, lessons.iter().flatten().count());
        assert!(taken >= 10, "{taken}");
    }

    #[test]
    fn a_day_outside_the_period_means_all_months_or_none() {
        let mut channel = worked().allocation.channels[0].clone();
        let period = worked().period;
        for (day, months) in [("2025-12-31", 0), ("2026-01-01", 1), ("2026-05-31", 5), ("2027-01-01", 12)] {
            channel.learned_through = Some(day.parse().unwrap());
            assert_eq!(learned_months(&channel, period), months, "{day}");
        }
    }
}
