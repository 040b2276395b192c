//! Attention over the calendar.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use ripple_planner::calc::topics::{Phase, phase, report, total_attention};
use ripple_planner::plan::topic::Phases;
use ripple_planner::plan::{Event, Id, Period, Plan, Topic};

fn topic(index: usize, day: i16, peak: f64, spread_days: f64) -> Topic {
    Topic {
        id: Id::new(&format!("topic-{index}")),
        name: String::new(),
        owner: None,
        peak_day: jiff::civil::date(2026, 1, 1).checked_add(jiff::Span::new().days(day)).ok(),
        peak,
        spread_days,
        event: None,
        note: String::new(),
    }
}

fn plan(topics: &[(i16, f64, f64)], day: i16) -> Plan {
    let mut plan = Plan::blank("topics", Period { start: jiff::civil::date(2026, 1, 1), months: 12 });
    let list = topics.iter().enumerate().map(|(index, &(day, peak, spread))| topic(index, day, peak, spread));
    Arc::make_mut(&mut plan.topics).list = list.collect();
    let mut event = Event::new(Id::new("event"), "event");
    event.date = jiff::civil::date(2026, 1, 1).checked_add(jiff::Span::new().days(day)).ok();
    plan.events = Arc::new(vec![event]);
    plan
}

fn topics() -> impl Strategy<Value = Vec<(i16, f64, f64)>> {
    vec((0_i16..365, 1.0..1e5, 0.5..60.0), 1..6)
}

proptest! {
    #[test]
    fn every_moment_has_one_phase(z in -4.0..4.0) {
        let phases = Phases::default();
        let holding = Phase::ALL.into_iter().filter(|phase| {
            let (from, to) = phase.bounds(&phases);
            from <= z && z < to
        });
        let holding: Vec<Phase> = holding.collect();
        prop_assert_eq!(holding.first().copied(), phase(z, &phases));
        prop_assert_eq!(holding.len(), usize::from((-3.0..3.0).contains(&z)));
    }

    #[test]
    fn a_shift_lifts_the_event_to_the_topic_s_peak(topics in topics(), day in 0_i16..365) {
        let plan = plan(&topics, day);
        let report = report(&plan);
        let mark = &report.marks[0];
        prop_assert!((0.0..=1.0 + 1e-12).contains(&mark.share));
        prop_assert_eq!(mark.carried, mark.share >= 0.5);
        if let Some(shift) = &mark.shift {
            let index = plan.topics.list.iter().position(|topic| topic.id == shift.topic).unwrap();
            let peak = plan.topics.list[index].peak;
            prop_assert!(shift.attention >= peak * (1.0 - 1e-12));
            prop_assert!(shift.attention >= mark.attention * (1.0 - 1e-12));
            // The same as really moving it.
            let mut moved = topics.clone();
            moved[index].0 += i16::try_from(shift.days).unwrap();
            prop_assert_eq!(moved[index].0, day);
            let after = total_attention(&self::plan(&moved, day), f64::from(day));
            prop_assert!((after - shift.attention).abs() <= 1e-9 * after);
        }
    }

    #[test]
    fn nothing_in_the_period_is_above_the_highest(topics in topics(), days in vec(0.0..364.0, 20)) {
        let plan = plan(&topics, 0);
        let highest = report(&plan).highest;
        for day in days {
            // Between quarters of a day a wide curve hides less than a hundredth.
            prop_assert!(total_attention(&plan, day) <= highest * 1.04);
            prop_assert!(total_attention(&plan, f64::floor(day)) <= highest);
        }
    }
}

#[test]
fn a_topic_that_cannot_rise_is_never_proposed() {
    let plan = plan(&[(100, 5.0, 0.0), (200, 0.0, 5.0)], 100);
    let report = report(&plan);
    assert_eq!((report.highest, report.marks[0].carried), (0.0, false));
    assert_eq!(report.marks[0].shift, None);
}
