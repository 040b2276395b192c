//! Whatever stands in a plan, a report comes out and every number in it is one.

use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::select;
use ripple_planner::calc::{Report, report};
use ripple_planner::plan::event::SplitRule;
use ripple_planner::plan::{Date, Estimate, Id, Money, Period, Plan, Range};

use crate::common::plans;

/// Plans no file could hold: no numbers, no months, days at the ends of the calendar.
fn nasty() -> impl Strategy<Value = Plan> {
    let period = (
        select(vec![Date::MIN, Date::MAX, jiff::civil::date(2026, 1, 31), jiff::civil::date(9_999, 1, 1)]),
        select(vec![0, 1, 12, 120, 121, 1_200, u32::MAX]),
    );
    let number = select(vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, 0.0, f64::MAX, 5e-324, 1e15]);
    let money = select(vec![i64::MIN, -1, 0, 1, 1_000_000_000_000_000]);
    let money = money.prop_map(|minor| Money::from_minor(minor).unwrap_or_default());
    (plans::plan(), period, proptest::collection::vec(number, 8), money, any::<bool>()).prop_map(
        |(mut plan, (start, months), numbers, money, link)| {
            plan.period = Period { start, months };
            worsen(&mut plan, &numbers, money);
            if link {
                same_ids(&mut plan);
            }
            plan
        },
    )
}

fn worsen(plan: &mut Plan, numbers: &[f64], money: Money) {
    let estimate = |index: usize| Estimate {
        likely: numbers[index],
        range: Some(Range { low: numbers[(index + 1) % 8], high: numbers[(index + 3) % 8] }),
    };
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.class_a.close_rate = estimate(0);
    allocation.class_b.value = money.into();
    for (index, channel) in allocation.channels.iter_mut().enumerate() {
        channel.lead_rate = Some(estimate(index % 8));
        channel.registrations_range = estimate((index + 2) % 8).range;
    }
    for ripple in Arc::make_mut(&mut plan.ripples) {
        ripple.funnel.audience = estimate(3);
        ripple.funnel.value = money.into();
        ripple.timing.push(numbers[4]);
        if let Some(share) = &mut ripple.share {
            share.contacts = estimate(5);
            share.vouchers = numbers[6];
            share.audience_limit = Some(numbers[7]).filter(|limit| *limit != 0.0);
        }
    }
    let goal = Arc::make_mut(&mut plan.goal);
    goal.target.customers = Some(numbers[1]);
    goal.target.share = Some(numbers[2]);
    goal.baseline.customers = Some(numbers[3]);
    goal.timing.class_a.push(numbers[4]);
    Arc::make_mut(&mut plan.pyramid).threshold = numbers[5];
    Arc::make_mut(&mut plan.topics).list.iter_mut().for_each(|topic| topic.spread_days = numbers[6]);
    Arc::make_mut(&mut plan.team).people.iter_mut().for_each(|person| person.capacity = numbers[7]);
}

/// Everything refers to something, and much of it twice.
fn same_ids(plan: &mut Plan) {
    let id = Id::new("same");
    for channel in &mut Arc::make_mut(&mut plan.allocation).channels {
        channel.id = id.clone();
        channel.group = Some(id.clone());
        channel.lead_rate = None;
    }
    Arc::make_mut(&mut plan.allocation).groups.iter_mut().for_each(|group| group.id = id.clone());
    for event in Arc::make_mut(&mut plan.events) {
        event.us = Some(id.clone());
        event.parties.iter_mut().for_each(|party| party.id = id.clone());
        event.rule = SplitRule::Equal;
    }
    Arc::make_mut(&mut plan.team).people.iter_mut().for_each(|person| person.id = id.clone());
    Arc::make_mut(&mut plan.topics).list.iter_mut().for_each(|topic| topic.event = Some(id.clone()));
    for ripple in Arc::make_mut(&mut plan.ripples) {
        ripple.id = id.clone();
    }
}

/// A report says all its numbers in its debug text; what the plan says wrong stays out of it.
fn is_sound(report: &Report) {
    let mut shown = report.clone();
    // Findings and sub-goals may repeat what was typed.
    shown.findings.clear();
    // The question of a suggestion says "no limit" as infinity; its answer must not.
    if let Some(suggestion) = &mut shown.same_money {
        suggestion.problem.channels.clear();
        suggestion.problem.groups.clear();
        if let Some(by_month) = &mut suggestion.by_month {
            by_month.problem.whole.channels.clear();
            by_month.problem.whole.groups.clear();
            by_month.problem.most.clear();
        }
    }
    let text = format!("{shown:?}");
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '.');
    for word in words {
        assert!(!matches!(word, "NaN" | "inf" | "-inf"), "{word} in {}", around(&text, word));
    }
}

fn around<'a>(text: &'a str, word: &str) -> &'a str {
    let at = [" ", "(", "["].iter().find_map(|before| text.find(&format!("{before}{word}"))).unwrap_or(0);
    let start = (0..=at.saturating_sub(200)).rev().find(|index| text.is_char_boundary(*index)).unwrap_or(0);
    let end = (at + 40..text.len()).find(|index| text.is_char_boundary(*index)).unwrap_or(text.len());
    &text[start..end]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_plan_that_can_be_written_has_a_sound_report(plan in plans::plan()) {
        is_sound(&report(&plan));
    }

    #[test]
    fn so_has_one_that_cannot(plan in nasty()) {
        is_sound(&report(&plan));
    }
}

#[test]
fn months_beyond_the_calendar_are_no_hindrance() {
    for (start, months) in [(Date::MAX, 1), (Date::MIN, u32::MAX), (jiff::civil::date(9_999, 12, 1), 1_200)] {
        let plan = Plan::blank("end of time", Period { start, months });
        is_sound(&report(&plan));
    }
}

#[test]
fn a_month_of_the_period_begins_on_its_first_day() {
    let period = Period { start: jiff::civil::date(2026, 1, 31), months: 3 };
    let month = |month, day| period.month_of(jiff::civil::date(2026, month, day));
    assert_eq!([month(1, 30), month(1, 31), month(2, 27), month(2, 28)], [None, Some(0), Some(0), Some(1)]);
    assert_eq!([month(3, 30), month(3, 31), month(4, 29), month(4, 30)], [Some(1), Some(2), Some(2), None]);
}
