//! One thing wrong in the worked case gives one finding more, at its place.

use std::sync::Arc;

use ripple_planner::calc::backwards::Way;
use ripple_planner::calc::finding::Value;
use ripple_planner::calc::goal::TieOut;
use ripple_planner::calc::{Report, report};
use ripple_planner::file::read_text;
use ripple_planner::plan::actuals::ChannelActual;
use ripple_planner::plan::allocation::ClassRates;
use ripple_planner::plan::goal::Target;
use ripple_planner::plan::scenario::Scenario;
use ripple_planner::plan::{Curve, Estimate, Id, Money, Plan, Ripple};

fn worked_case() -> Plan {
    read_text(include_str!("../../saved_plans/worked-case.ron")).unwrap()
}

fn findings(report: &Report) -> Vec<String> {
    report.findings.iter().map(|finding| format!("{} {}", finding.code(), finding.place)).collect()
}

/// What a change adds to the findings of the worked case.
fn added(change: impl FnOnce(&mut Plan)) -> Vec<String> {
    let mut plan = worked_case();
    let before = findings(&report(&plan));
    change(&mut plan);
    let after = findings(&report(&plan));
    after.into_iter().filter(|finding| !before.contains(finding)).collect()
}

#[track_caller]
fn adds(finding: &str, change: impl FnOnce(&mut Plan)) {
    assert_eq!(added(change), [finding]);
}

#[test]
fn numbers_that_cannot_be() {
    adds("rate-out-of-range allocation/class_a", |plan| {
        Arc::make_mut(&mut plan.allocation).class_a.close_rate = Estimate::exactly(1.1);
    });
    adds("rate-out-of-range allocation/class_b", |plan| {
        Arc::make_mut(&mut plan.allocation).class_b.close_rate = Estimate::exactly(f64::NAN);
    });
    adds("range-upside-down allocation/search/lead_rate", |plan| {
        Arc::make_mut(&mut plan.allocation).groups[0].lead_rate = Some(Estimate::between(0.055, 0.06, 0.05));
    });
    adds("likely-outside-range events/developer-day/contacts", |plan| {
        Arc::make_mut(&mut plan.events)[0].contacts = Estimate::between(220.0, 230.0, 300.0);
    });
    adds("negative team/he-ping/capacity", |plan| {
        let person = &mut Arc::make_mut(&mut plan.team).people[5];
        (person.capacity, person.other_hours) = (-1.0, 0.0);
        for function in &mut Arc::make_mut(&mut plan.team).functions {
            function.assignments.iter_mut().for_each(|part| part.hours = part.hours.min(0.0));
        }
    });
    adds("negative ripples/sponsored-launch/vouchers", |plan| {
        Arc::make_mut(&mut plan.ripples)[0].share.as_mut().unwrap().vouchers = -100.0;
    });
    adds("negative goal/timing", |plan| Arc::make_mut(&mut plan.goal).timing.class_a[3] = -8.0);
    adds("money-too-large ripples/sponsored-launch/audience_limit", |plan| {
        Arc::make_mut(&mut plan.ripples)[0].share.as_mut().unwrap().audience_limit = Some(1e20);
    });
}

#[test]
fn money_that_ends_before_it_is_revenue() {
    adds("no-close-rate allocation/class_a", |plan| {
        Arc::make_mut(&mut plan.allocation).class_a.close_rate = Estimate::exactly(0.0);
    });
    adds("no-value allocation/value_b", |plan| {
        Arc::make_mut(&mut plan.allocation).class_b.value = Estimate::exactly(Money::ZERO);
    });
    adds("buys-nothing allocation/qa-communities/curve", |plan| {
        Arc::make_mut(&mut plan.allocation).channels[5].curve = Curve::default();
    });
    adds("no-lead-rate allocation/qa-communities/lead_rate", |plan| {
        Arc::make_mut(&mut plan.allocation).channels[5].lead_rate = Some(Estimate::exactly(0.0));
    });
    adds("event-brings-nothing events/developer-day/lead_rate", |plan| {
        Arc::make_mut(&mut plan.events)[0].lead_rate = Estimate::exactly(0.0);
    });
    adds("event-brings-nothing events/developer-day/contacts", |plan| {
        Arc::make_mut(&mut plan.events)[0].contacts = Estimate::exactly(0.0);
    });
    for (field, spoil) in [
        ("audience", (|ripple| ripple.funnel.audience = Estimate::exactly(0.0)) as fn(&mut Ripple)),
        ("value", |ripple| ripple.funnel.value = Estimate::exactly(Money::ZERO)),
    ] {
        adds(&format!("ripple-brings-nothing ripples/sponsored-launch/{field}"), |plan| {
            let ripple = &mut Arc::make_mut(&mut plan.ripples)[0];
            ripple.share = None;
            ripple.follow = None;
            spoil(ripple);
        });
    }
}

/// The same people, in the event and in the ripple that belongs to it.
#[test]
fn people_who_are_counted_in_an_event_and_in_its_ripple() {
    let found = |contacts: f64, belongs: bool, audience: f64| {
        let mut plan = worked_case();
        let event = &mut Arc::make_mut(&mut plan.events)[0];
        event.contacts = Estimate::exactly(contacts);
        let ripple = &mut Arc::make_mut(&mut plan.ripples)[0];
        ripple.event = belongs.then(|| event.id.clone());
        ripple.funnel.audience = Estimate::exactly(audience);
        let findings = report(&plan).findings;
        let found = findings.into_iter().find(|finding| finding.code() == "ripple-counts-contacts-twice")?;
        assert_eq!(found.place.to_string(), "ripples/sponsored-launch/event");
        found.values().iter().find(|(name, _)| *name == "people").map(|(_, people)| people.clone())
    };
    assert_eq!(found(220.0, true, 200.0), Some(Value::Expected(200.0)));
    assert_eq!(found(150.0, true, 200.0), Some(Value::Expected(150.0)), "at most so many are the same");
    assert_eq!(found(220.0, false, 220.0), None, "another event");
    assert_eq!(found(0.0, true, 200.0), None, "the event counts nobody");
    assert_eq!(found(220.0, true, 0.0), None, "the ripple counts nobody");
}

/// 580,000 CNY become leads, and nobody has said what becomes of those.
#[test]
fn leads_without_rates_and_values_are_no_revenue_and_no_secret() {
    let mut plan = worked_case();
    let allocation = Arc::make_mut(&mut plan.allocation);
    (allocation.class_a, allocation.class_b) = (ClassRates::default(), ClassRates::default());
    plan.ripples = Arc::default();
    let report = report(&plan);
    assert_eq!(report.chain.total.revenue, 0.0);
    let found = findings(&report);
    for place in ["no-close-rate allocation/class_a", "no-value allocation/value_a"] {
        assert!(found.contains(&place.to_owned()), "{found:?}");
    }
    assert!(found.contains(&"no-close-rate allocation/class_b".to_owned()), "{found:?}");
}

#[test]
fn nothing_is_no_goal_that_ties_out() {
    let mut plan = worked_case();
    let zero = Some(Money::ZERO);
    let target =
        Target { customers: Some(0.0), value_per_customer: zero, revenue: zero, share: Some(0.0), total_revenue: zero };
    Arc::make_mut(&mut plan.goal).target = target;
    let report = report(&plan);
    assert_eq!(report.goal.tie_out, TieOut::Incomplete);
    assert!(report.backwards.is_none(), "a goal of nothing is not reached");
}

#[test]
fn a_gap_that_nothing_can_close_stays_a_gap() {
    let mut plan = worked_case();
    (plan.allocation, plan.events, plan.ripples) = (Arc::default(), Arc::default(), Arc::default());
    let backwards = report(&plan).backwards.unwrap();
    assert!(backwards.ways.is_empty());
    assert_eq!(backwards.gap(), Some(28_740_000.0));
}

#[test]
fn without_a_range_nothing_says_that_a_way_is_possible() {
    let mut plan = worked_case();
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.groups.iter_mut().filter_map(|group| group.lead_rate.as_mut()).for_each(|rate| rate.range = None);
    allocation.channels.iter_mut().filter_map(|one| one.lead_rate.as_mut()).for_each(|rate| rate.range = None);
    Arc::make_mut(&mut plan.events)[0].lead_rate.range = None;
    let ripple = &mut Arc::make_mut(&mut plan.ripples)[0];
    ripple.funnel.lead_rate.range = None;
    if let Some(share) = &mut ripple.share {
        (share.lead_rate.range, share.sharers.range) = (None, None);
    }
    let backwards = report(&plan).backwards.unwrap();
    for way in &backwards.ways {
        let can_tell = matches!(way, Way::Registrations { .. });
        assert_eq!(way.possible().is_some(), can_tell, "{way:?}");
    }
}

#[test]
fn names_that_lead_nowhere() {
    adds("unknown-id allocation/less/scenarios", |plan| {
        let spend = [(Id::new("gone"), Money::ZERO)].into();
        let scenario = Scenario { spend, ..Scenario::new(Id::new("less"), "") };
        plan.scenarios = Arc::new(vec![scenario]);
    });
    adds("unknown-id actuals/channels", |plan| {
        let row = ChannelActual {
            month: plan.period.start,
            channel: Id::new("gone"),
            spend: None,
            registrations: None,
            leads: None,
            customers: None,
            revenue: None,
        };
        Arc::make_mut(&mut plan.actuals).channels = vec![row.clone(), row];
    });
    adds("unknown-id allocation/qa-communities/owner", |plan| {
        Arc::make_mut(&mut plan.allocation).channels[5].owner = Some(Id::new("gone"));
    });
    adds("duplicate-id allocation/stories/id", |plan| {
        Arc::make_mut(&mut plan.allocation).channels[10].id = Id::new("stories");
    });
}

#[test]
fn days_and_sums_out_of_bounds() {
    // Outside the period it is no mark on the calendar any more, so the shift is not proposed either.
    adds("outside-period events/developer-day/date", |plan| {
        Arc::make_mut(&mut plan.events)[0].date = Some(jiff::civil::date(2025, 12, 31));
    });
    adds("over-budget allocation/budget", |plan| {
        Arc::make_mut(&mut plan.allocation).budget = plan.currency.whole(1_199_999);
    });
    let too_large = added(|plan| {
        let largest = Money::from_minor(1_000_000_000_000_000).unwrap();
        Arc::make_mut(&mut plan.allocation).channels[0].spend = largest;
    });
    assert!(too_large.contains(&"money-too-large allocation/budget".to_owned()), "{too_large:?}");
    assert!(!too_large.iter().any(|finding| finding.contains("unallocated") || finding.contains("no-budget")));
}

#[test]
fn a_currency_or_a_limit_that_cannot_be_calculated_with() {
    adds("currency-digits plan/currency", |plan| plan.currency.digits = 9);
    let below = Money::from_minor(-100);
    adds("negative allocation/step", |plan| Arc::make_mut(&mut plan.allocation).step = below);
    adds("negative allocation/stories/min", |plan| {
        let channels = &mut Arc::make_mut(&mut plan.allocation).channels;
        channels.iter_mut().find(|channel| channel.id.as_str() == "stories").unwrap().min = below;
    });
    adds("negative pyramid/group-messages/cost_to_full", |plan| {
        let criteria = &mut Arc::make_mut(&mut plan.pyramid).criteria;
        criteria.iter_mut().find(|one| one.id.as_str() == "group-messages").unwrap().cost_to_full = below;
    });
}

/// The goal of the worked case, raised on both sides of its equation.
fn raise_goal(plan: &mut Plan) {
    let target = &mut Arc::make_mut(&mut plan.goal).target;
    (target.customers, target.share) = (Some(1_750.0), Some(0.35));
}

#[test]
fn a_path_that_does_not_lead_to_the_goal() {
    adds("path-misses-goal goal/path", raise_goal);
    assert_eq!(
        added(|plan| {
            raise_goal(plan);
            let revenue = plan.currency.whole(42_000_000).unwrap();
            Arc::make_mut(&mut plan.goal).lead_path_to(revenue, &plan.period);
        }),
        Vec::<String>::new()
    );
    // What comes first is mended first.
    adds("milestones-not-in-order goal/path", |plan| {
        raise_goal(plan);
        Arc::make_mut(&mut plan.goal).path.swap(0, 1);
    });
}

#[test]
fn a_goal_too_large_to_calculate_with() {
    adds("money-too-large goal/customers", |plan| {
        Arc::make_mut(&mut plan.goal).target.customers = Some(1e14);
    });
    adds("money-too-large goal/customers", |plan| {
        let target = &mut Arc::make_mut(&mut plan.goal).target;
        (target.customers, target.revenue) = (Some(1e14), plan.currency.whole(36_000_000));
    });
    adds("money-too-large goal/customers", |plan| {
        Arc::make_mut(&mut plan.goal).target.customers = Some(1e20);
    });
    adds("money-too-large goal/share", |plan| {
        let target = &mut Arc::make_mut(&mut plan.goal).target;
        (target.share, target.total_revenue) = (Some(1e-9), None);
    });
}

#[test]
fn no_way_raises_a_rate_above_all_of_them() {
    let mut plan = worked_case();
    let target = &mut Arc::make_mut(&mut plan.goal).target;
    (target.customers, target.total_revenue) = (Some(500_000.0), plan.currency.whole(40_000_000_000));
    let backwards = report(&plan).backwards.unwrap();
    let rates = backwards.ways.iter().find(|way| matches!(way, Way::LeadRates { .. })).unwrap();
    assert!(matches!(rates, Way::LeadRates { needed: None, .. }) && rates.possible() == Some(false), "{rates:?}");
    assert_eq!(backwards.with(Some(rates)).total, backwards.total);
}

/// Copies all items of a list with their ids, as copied lines of a plan file are.
fn doubled<T: Clone>(list: &mut Vec<T>) {
    list.extend(list.clone());
}

#[test]
fn no_id_is_shared_after_each_item_got_its_own() {
    let mut plan = worked_case();
    doubled(&mut Arc::make_mut(&mut plan.goal).sub_goals);
    let team = Arc::make_mut(&mut plan.team);
    doubled(&mut team.people);
    doubled(&mut team.functions[0].kpis);
    doubled(&mut team.functions);
    doubled(&mut Arc::make_mut(&mut plan.pyramid).criteria);
    let allocation = Arc::make_mut(&mut plan.allocation);
    doubled(&mut allocation.groups);
    doubled(&mut allocation.channels);
    let events = Arc::make_mut(&mut plan.events);
    doubled(&mut events[0].parties);
    doubled(&mut events[0].items);
    doubled(events);
    let ripples = Arc::make_mut(&mut plan.ripples);
    ripples[0].id = events[0].id.clone();
    doubled(ripples);
    doubled(&mut Arc::make_mut(&mut plan.topics).list);
    let (name, spend) = ("More".to_owned(), std::collections::BTreeMap::new());
    let scenario = Scenario { spend, ..Scenario::new(Id::from("more"), name) };
    *Arc::make_mut(&mut plan.scenarios) = vec![scenario.clone(), scenario];

    let shared = |plan: &Plan| {
        let findings = report(plan).findings;
        findings.into_iter().filter(|finding| finding.code() == "duplicate-id").collect::<Vec<_>>()
    };
    assert!(shared(&plan).len() > 60, "{}", shared(&plan).len());
    plan.give_own_ids();
    assert_eq!(shared(&plan), []);
}
