use std::sync::Arc;

use super::*;
use crate::calc;
use crate::plan::actuals::ChannelActual;

fn worked() -> Plan {
    crate::file::read_text(include_str!("../../../saved_plans/worked-case.ron")).unwrap()
}

/// `months` months of every channel: what the plan has, times a factor for what is won.
fn happened(months: u32, factor: f64) -> Plan {
    let mut plan = worked();
    let report = calc::report(&plan);
    let mut rows = Vec::new();
    for number in 0..months {
        for (channel, row) in plan.allocation.channels.iter().zip(&report.allocation.channels) {
            let planned = Planned { channel, row, months: plan.period.months }.month(number);
            rows.push(ChannelActual {
                month: plan.period.month_start(number),
                channel: channel.id.clone(),
                spend: Some(planned.spend),
                registrations: Some(planned.registrations * factor),
                leads: None,
                customers: None,
                revenue: None,
            });
        }
    }
    Arc::make_mut(&mut plan.actuals).channels = rows;
    plan
}

fn track(plan: &Plan) -> TrackReport {
    calc::report(plan).track
}

#[test]
fn a_plan_without_actuals_says_nothing() {
    let track = track(&worked());
    assert_eq!(TrackReport { kpis: Vec::new(), ..track.clone() }, TrackReport::default());
    assert!(track.kpis.iter().all(|kpi| kpi.reading.is_none()));
}

#[test]
fn a_plan_that_is_kept_is_kept_in_every_figure() {
    let plan = happened(5, 1.0);
    let track = track(&plan);
    assert_eq!(track.months.len(), 5);
    assert_eq!(track.total.real, track.total.planned);
    assert_eq!(track.total.incomplete, 0);
    for (row, channel) in track.channels.iter().zip(&calc::report(&plan).allocation.channels) {
        assert_eq!((row.known, row.real), (5, row.planned));
        // A month's money is the period's, but for the fen that months cannot share.
        assert!((row.by_curve - row.real.registrations).abs() <= 1e-4 * row.real.registrations, "{}", channel.id);
        assert!(!matches!(row.verdict, Verdict::More | Verdict::Less));
    }
}

#[test]
fn a_whole_year_is_the_whole_plan_to_the_fen() {
    let track = track(&happened(12, 1.0));
    assert_eq!(track.total.planned.spend, track.total.whole.spend);
    assert!((track.total.planned.registrations - track.total.whole.registrations).abs() < 1e-6);
    let months = track.months.iter().map(|month| month.planned.spend);
    assert_eq!(Money::total(months), Some(track.total.whole.spend));
}

#[test]
fn channels_that_win_half_are_told_from_chance() {
    let track = track(&happened(6, 0.5));
    let buying = track.channels.iter().filter(|row| row.by_curve >= 40.0);
    let rows: Vec<&ChannelTrack> = buying.collect();
    assert!(rows.len() > 3);
    for row in rows {
        assert_eq!(row.verdict, Verdict::Less);
        assert!((row.of_curve.unwrap() - 0.5).abs() < 1e-3);
    }
}

#[test]
fn months_that_are_not_known_are_counted() {
    let mut plan = happened(3, 1.0);
    let first = plan.allocation.channels[0].id.clone();
    let last = plan.period.month_start(2);
    Arc::make_mut(&mut plan.actuals).channels.retain(|row| row.channel != first || row.month != last);
    let track = track(&plan);
    assert_eq!((track.channels[0].known, track.total.incomplete), (2, 1));
    assert_eq!(track.months[2].channels + 1, track.months[1].channels);
}

#[test]
fn courses_sum_to_the_months_and_end_at_the_plan() {
    let plan = happened(5, 0.5);
    let track = track(&plan);
    let whole = calc::report(&plan).allocation;
    let [spend, registrations, leads, ..] = &track.courses;
    for (month, row) in spend.real.iter().zip(&track.months) {
        assert!((month.unwrap() - plan.currency.units(row.real.spend)).abs() < 1e-6);
    }
    assert!((registrations.so_far().last().unwrap() - track.total.real.registrations).abs() < 1e-6);
    let report = calc::report(&plan);
    let expected = Followed::Registrations.total(&report.expected().channels, &plan.currency);
    let half = 5.0 / 12.0 * 0.5 + 7.0 / 12.0;
    let won: f64 = whole.channels.iter().map(|row| row.won.registrations).sum();
    // The money of the months to come is what is left of it, to the fen.
    assert!((expected - half * won).abs() < 1e-6 * won);
    assert!((registrations.planned_by(12) - won).abs() < 1e-6);
    assert!(!leads.is_known() && leads.planned_by(12) > 0.0);
    let parts: f64 = track.tasks.iter().map(|sum| sum.real.registrations).sum();
    assert!((parts - track.total.real.registrations).abs() < 1e-6);
}
