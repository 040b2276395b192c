//! The chain from money to goal, worked out again from its formulas.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use ripple_planner::calc::chain::Link;
use ripple_planner::calc::report;
use ripple_planner::plan::allocation::{Class, ClassRates, Group};
use ripple_planner::plan::event::{Event, Item, Party};
use ripple_planner::plan::goal::Measure;
use ripple_planner::plan::ripple::{Follow, Funnel, OnSite, Ripple, Share};
use ripple_planner::plan::{Channel, Curve, Estimate, Id, Money, Period, Plan, Task};

fn yuan(units: u32) -> Money {
    Money::from_minor(i64::from(units) * 100).unwrap()
}

/// Task, group or none, own lead rate or none, registrations, spend.
type Row = (Task, Option<usize>, Option<f64>, f64, u32);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    vec((select(Task::ALL.to_vec()), of(0_usize..4), of(0.0..1.0), 0.0..1e5, 0_u32..1_000_000), 0..12)
}

/// Task the money counts in, class the leads count in, contacts, lead rate, cost shared by two.
type Meeting = (Task, Class, f64, f64, u32);

fn meetings() -> impl Strategy<Value = Vec<Meeting>> {
    vec((select(Task::ALL.to_vec()), select(Class::ALL.to_vec()), 0.0..1e4, 0.0..1.0, 0_u32..100_000), 0..4)
}

const GROUP_RATES: [f64; 3] = [0.05, 0.2, 0.0];
const CLOSE: [f64; 2] = [0.1, 0.3];
const VALUE: [u32; 2] = [20_000, 70_000];

fn channel(index: usize, row: &Row) -> Channel {
    let &(task, group, rate, registrations, spend) = row;
    let mut channel = Channel::new(Id::new(&format!("channel-{index}")), "", task);
    // The last group does not exist.
    channel.group = group.map(|group| Id::new(&format!("group-{group}")));
    channel.lead_rate = rate.map(Estimate::exactly);
    channel.curve = Curve::Fixed { registrations };
    channel.spend = yuan(spend);
    channel
}

fn event(index: usize, meeting: &Meeting) -> Event {
    let &(task, class, contacts, rate, cost) = meeting;
    let mut event = Event::new(Id::new(&format!("event-{index}")), "");
    (event.task, event.class) = (task, class);
    (event.contacts, event.lead_rate) = (contacts.into(), rate.into());
    event.parties = vec![Party::new(Id::new("us"), ""), Party::new(Id::new("partner"), "")];
    event.us = Some(Id::new("us"));
    let amount = yuan(2 * cost);
    event.items = vec![Item { amount, ..Item::new(Id::new("hall"), "") }];
    event
}

fn plan(rows: &[Row], meetings: &[Meeting]) -> Plan {
    let mut plan = Plan::blank("chain", Period { start: jiff::civil::date(2026, 1, 1), months: 12 });
    let allocation = Arc::make_mut(&mut plan.allocation);
    let rates = |class: usize| ClassRates { close_rate: CLOSE[class].into(), value: yuan(VALUE[class]).into() };
    (allocation.class_a, allocation.class_b) = (rates(0), rates(1));
    let group = |(index, rate): (usize, &f64)| Group {
        id: Id::new(&format!("group-{index}")),
        name: String::new(),
        lead_rate: Some(Estimate::exactly(*rate)),
        note: String::new(),
    };
    allocation.groups = GROUP_RATES.iter().enumerate().map(group).collect();
    allocation.channels = rows.iter().enumerate().map(|(index, row)| channel(index, row)).collect();
    plan.events = Arc::new(meetings.iter().enumerate().map(|(index, meeting)| event(index, meeting)).collect());
    plan
}

fn near(got: f64, given: f64) -> Result<(), TestCaseError> {
    prop_assert!((got - given).abs() <= 1e-9 * given.abs().max(1.0), "{} for {}", got, given);
    Ok(())
}

proptest! {
    #[test]
    fn leads_customers_and_revenue_follow_the_formulas(rows in rows(), meetings in meetings()) {
        let report = report(&plan(&rows, &meetings));
        let mut leads = [0.0; 2];
        for (task, group, rate, registrations, _) in &rows {
            let group_rate = group.and_then(|group| GROUP_RATES.get(group).copied());
            // Word of mouth counts as class A.
            let class = usize::from(*task == Task::B);
            leads[class] += registrations * rate.or(group_rate).unwrap_or(0.0);
        }
        for (_, class, contacts, rate, _) in &meetings {
            leads[*class as usize] += contacts * rate;
        }
        let (mut customers, mut revenue) = (0.0, 0.0);
        for class in 0..2 {
            near(report.allocation.leads[class], leads[class])?;
            near(report.allocation.customers[class], leads[class] * CLOSE[class])?;
            near(report.allocation.revenue[class], leads[class] * CLOSE[class] * f64::from(VALUE[class]))?;
            customers += leads[class] * CLOSE[class];
            revenue += leads[class] * CLOSE[class] * f64::from(VALUE[class]);
        }
        near(report.chain.total.customers, customers)?;
        near(report.chain.total.revenue, revenue)?;
        near(report.goal.expected.customers, customers)?;
        for task in Task::ALL {
            let channels = rows.iter().filter(|row| row.0 == task).map(|row| i64::from(row.4));
            let events = meetings.iter().filter(|meeting| meeting.0 == task).map(|meeting| i64::from(meeting.4));
            prop_assert_eq!(report.allocation.task(task).spend.minor(), 100 * channels.chain(events).sum::<i64>());
            let registrations = rows.iter().filter(|row| row.0 == task).map(|row| row.3).sum();
            near(report.allocation.task(task).won.registrations, registrations)?;
        }
        for group in 0..GROUP_RATES.len() {
            let registrations = rows.iter().filter(|row| row.1 == Some(group)).map(|row| row.3).sum();
            near(report.allocation.groups[group].won.registrations, registrations)?;
        }
        let shares = report.allocation.channels.iter().map(|row| row.share);
        let shares: f64 = shares.chain(report.allocation.events.iter().map(|row| row.share)).sum();
        prop_assert!(report.allocation.total.spend == Money::ZERO || (shares - 1.0).abs() < 1e-9);
    }

    /// Read backwards, money stands with the people it brings: word of mouth that brings some counts as class A like
    /// them, an event by its class, and word of mouth that brings nobody stands apart.
    #[test]
    fn money_stands_with_the_people_it_brings(mut rows in rows(), meetings in meetings()) {
        rows.iter_mut().step_by(2).for_each(|row| row.3 = 0.0);
        let mut plan = plan(&rows, &meetings);
        Arc::make_mut(&mut plan.goal).target.revenue = Some(yuan(4_000_000_000));
        let backwards = report(&plan).backwards.unwrap();
        let (mut money, mut apart) = ([0; 2], 0);
        for (task, _, _, registrations, spend) in &rows {
            match task {
                Task::W if *registrations == 0.0 => apart += spend,
                _ => money[usize::from(*task == Task::B)] += spend,
            }
        }
        for (_, class, _, _, cost) in &meetings {
            money[*class as usize] += cost;
        }
        for (column, money) in backwards.columns.iter().zip(money) {
            near(column.1.money, f64::from(money))?;
        }
        prop_assert_eq!(backwards.apart, yuan(apart));
        near(backwards.total.money, f64::from(money[0] + money[1] + apart))?;
    }

    /// Whatever the narrowest place asks for reaches the goal when it is done.
    #[test]
    fn the_needed_lead_rate_reaches_the_goal(
        rows in rows(), measure in select(Measure::ALL.to_vec()), ahead in 1.01..1.5_f64, followers in any::<bool>(),
    ) {
        let mut plan = plan(&rows, &[]);
        plan.ripples = Arc::new(vec![ripple(followers)]);
        set_goal(&mut plan, measure, ahead);
        let before = report(&plan);
        let narrowest = before.chain.narrowest.unwrap();
        prop_assume!(narrowest.link == Link::LeadRate && narrowest.needed.is_some());
        let needed = narrowest.needed.unwrap();
        let factor = needed / narrowest.now;
        prop_assume!(rows.iter().all(|row| row.2.unwrap_or(0.2) * factor <= 1.0));
        raise_lead_rates(&mut plan, factor);
        let attainment = report(&plan).goal.headline_attainment().unwrap();
        prop_assert!((attainment - 1.0).abs() < 1e-6, "{} by {}", attainment, factor);
    }
}

fn ripple(followers: bool) -> Ripple {
    let share = Share {
        sharers: 10.0.into(),
        contacts: 20.0.into(),
        lead_rate: Estimate::exactly(0.05),
        sign_rate: Estimate::exactly(0.5),
        onsite: if followers { OnSite::Follow } else { OnSite::Funnel },
        ..Share::default()
    };
    Ripple {
        id: Id::new("ripple"),
        name: String::new(),
        date: None,
        event: None,
        owner: None,
        funnel: Funnel {
            cost: yuan(1_000),
            audience: 100.0.into(),
            // The one range in the plan: the lead rate is the narrowest place.
            lead_rate: Estimate::between(0.1, 0.05, 0.4),
            sign_rate: Estimate::exactly(0.5),
            value: yuan(10_000).into(),
        },
        follow: Some(Follow { cost: Money::ZERO, conversion: Estimate::exactly(0.3) }),
        share: Some(share),
        timing: vec![],
        stages: vec![],
        note: String::new(),
    }
}

/// A goal a little above what the plan reaches.
fn set_goal(plan: &mut Plan, measure: Measure, ahead: f64) {
    let goal = Arc::make_mut(&mut plan.goal);
    goal.headline = measure;
    goal.baseline.customers = Some(50.0);
    goal.baseline.revenue = Some(yuan(300_000));
    goal.baseline.total_revenue = Some(yuan(4_000_000_000));
    let expected = report(plan).goal.expected;
    let goal = Arc::make_mut(&mut plan.goal);
    goal.target.customers = Some(expected.customers * ahead);
    goal.target.revenue = plan.currency.amount(plan.currency.units(expected.revenue) * ahead);
    goal.target.share = expected.share.map(|share| share * ahead);
}

fn raise_lead_rates(plan: &mut Plan, factor: f64) {
    let allocation = Arc::make_mut(&mut plan.allocation);
    for rate in allocation.channels.iter_mut().filter_map(|channel| channel.lead_rate.as_mut()) {
        rate.likely *= factor;
    }
    for rate in allocation.groups.iter_mut().filter_map(|group| group.lead_rate.as_mut()) {
        rate.likely *= factor;
    }
    let ripple = &mut Arc::make_mut(&mut plan.ripples)[0];
    ripple.funnel.lead_rate.likely *= factor;
    ripple.share.as_mut().unwrap().lead_rate.likely *= factor;
}
