//! The plans of these tests.

use std::sync::Arc;

use ripple_planner::file;
use ripple_planner::plan::actuals::ChannelActual;
use ripple_planner::plan::curve::Point;
use ripple_planner::plan::event::{Item, ItemKind, Party, Payment, SplitRule};
use ripple_planner::plan::goal::Target;
use ripple_planner::plan::{Channel, Currency, Curve, Estimate, Event, Id, Money, Plan};

/// Sixty Chinese characters.
pub const LONG: &str = "面向开发者的即时通讯云市场推广与社区运营年度重点渠道之超长名称用来检验纸面排版是否会被截断或溢出到页边之外的各种情况";

pub fn money(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

pub fn english() -> Plan {
    file::read_text(include_str!("../../saved_plans/worked-case.ron")).unwrap()
}

pub fn chinese() -> Plan {
    file::read_text(include_str!("../../saved_plans/worked-case.zh-CN.ron")).unwrap()
}

pub fn blank() -> Plan {
    file::read_text(include_str!("../../saved_plans/blank.ron")).unwrap()
}

/// Every kind of curve, a currency without digits, amounts of twelve digits, long names, words that look like formulas,
/// targets that follow from others.
pub fn odd() -> Plan {
    let mut plan = chinese();
    plan.currency = Currency { code: "JPY".into(), digits: 0 };
    plan.title = "=1+1 & <b>".into();
    plan.company = LONG.into();
    let goal = Arc::make_mut(&mut plan.goal);
    goal.target = Target { revenue: None, share: None, ..goal.target.clone() };
    let allocation = Arc::make_mut(&mut plan.allocation);
    let curves = [
        Curve::Fixed { registrations: 120.5 },
        Curve::Linear { cost_per_registration: money(7), ceiling: 5_000.25, base: 12.0 },
        Curve::Saturating { first_cost: money(11), ceiling: 90_000.0, base: 3.0 },
        Curve::TwoPoints {
            first: Point { spend: money(100_000), registrations: 900.0 },
            second: Point { spend: money(300_000), registrations: 1_900.0 },
        },
        Curve::SShaped { ceiling: 30_000.0, half_spend: money(98_765_432_101), shape: 2.75, base: 0.5 },
        Curve::Fitted { ceiling: 20_000.0, half_spend: money(90_000), shape: 0.6, base: 1.0, residual: 12.0, rows: 9 },
        // None of these can be used.
        Curve::Fitted { ceiling: 20_000.0, half_spend: money(90_000), shape: 60.0, base: 1.0, residual: 12.0, rows: 9 },
        Curve::SShaped { ceiling: 0.0, half_spend: money(0), shape: 1.0, base: 0.0 },
    ];
    let names = ["=SUM(A1:A9)", "+1", "-1", "@x", LONG, "a\nb\tc", "'quoted'", "&amp; <x>"];
    for (index, channel) in allocation.channels.iter_mut().enumerate() {
        channel.curve = curves[index % curves.len()];
        channel.name = names[index % names.len()].into();
        channel.spend =
            money(if index % curves.len() == 4 { 123_456_789_012 } else { 150_000 * i64::try_from(index).unwrap() });
    }
    let events = Arc::make_mut(&mut plan.events);
    events[0].parties[0].name = LONG.into();
    plan
}

/// An event by each rule, with incomes, items of few parties, amounts that do not divide, and one that gains.
pub fn rules(digits: u8) -> Plan {
    let mut plan = english();
    plan.currency.digits = digits;
    let events = Arc::make_mut(&mut plan.events);
    events.clear();
    for rule in SplitRule::ALL {
        for total in [1_000_001, 7, 123_456_789_017, -100_003] {
            events.push(event(rule, total));
        }
    }
    // More decimals than are counted, and more digits than a spreadsheet keeps.
    let mut thirds = event(SplitRule::Weights, 100_001);
    for (index, party) in thirds.parties.iter_mut().enumerate() {
        party.weight = 1.0 / (3.0 + f64::from(u32::try_from(index).unwrap()));
    }
    let mut long = event(SplitRule::Alone, 99_999_999_999_999);
    for (index, party) in long.parties.iter_mut().enumerate() {
        party.alone = Some(money(99_999_999_999_001 + 2 * i64::try_from(index).unwrap()));
    }
    let mut own_rules = event(SplitRule::Equal, 40_001);
    own_rules.items[1].rule = Some(SplitRule::Airport);
    own_rules.items[1].shared_by = vec![own_rules.parties[1].id.clone(), own_rules.parties[3].id.clone()];
    events.extend([thirds, long, own_rules]);
    for (number, event) in events.iter_mut().enumerate() {
        event.id = format!("event-{number}").as_str().into();
    }
    plan
}

fn event(rule: SplitRule, total: i64) -> Event {
    let mut event = Event::new("event".into(), format!("{rule:?} {total}"));
    event.rule = rule;
    event.us = Some("party-1".into());
    event.contacts = Estimate::exactly(200.0);
    event.lead_rate = Estimate::exactly(0.25);
    let weights = [3.0, 1.5, 0.25, 3.0, 2.0];
    let percent = [20.0, 12.5, 33.333_333, 14.166_667, 20.0];
    let alone = [50_000, 120_000, 30_000, 120_000, 7];
    for index in 0..5 {
        let id = format!("party-{index}");
        let mut party = Party::new(id.as_str().into(), format!("Party {index}"));
        party.weight = weights[index];
        party.percent = Some(percent[index]);
        party.benefit = Some(weights[index] * 7.0);
        party.alone = Some(money(alone[index] * if total > 1_000_000_000 { 1_000_000 } else { 1 }));
        let part = i64::try_from(index).unwrap() * (total / 10);
        party.amount = Some(money(if index == 4 { total - 6 * (total / 10) } else { part }));
        event.parties.push(party);
    }
    let mut cost = Item::new("cost".into(), "Hall");
    cost.amount = money(total.max(0) + 2);
    cost.payments = vec![Payment { party: "party-0".into(), amount: money(1) }];
    let mut income = Item::new("income".into(), "Sponsor");
    income.kind = ItemKind::Income;
    income.amount = money(2 - total.min(0));
    let small = Item::new("nothing".into(), "Nothing yet");
    event.items = vec![cost, small, income];
    event
}

/// 200 channels of all kinds in a dozen groups.
pub fn large() -> Plan {
    let mut plan = chinese();
    let allocation = Arc::make_mut(&mut plan.allocation);
    let some = allocation.channels.clone();
    let more = (some.len()..200).map(|number| {
        let mut channel = some[number % some.len()].clone();
        channel.id = format!("channel-{number}").as_str().into();
        channel.name = if number % 3 == 0 { LONG.to_owned() } else { format!("{} {number}", channel.name) };
        channel.spend = money(1_000_000 + 123_457 * i64::try_from(number).unwrap());
        channel
    });
    allocation.channels.extend(more.collect::<Vec<_>>());
    plan
}

/// The worked case with months that are over: of some channels money and registrations, of one what became of them too, of one
/// money alone, of one the whole year.
pub fn happened() -> Plan {
    let mut plan = chinese();
    let ids: Vec<Id> = plan.allocation.channels.iter().map(|channel| channel.id.clone()).collect();
    let mut rows = Vec::new();
    let mut month = |number: u32, channel: usize, spend: i64| {
        rows.push(ChannelActual {
            month: plan.period.month_start(number),
            channel: ids[channel].clone(),
            spend: Some(money(spend)),
            registrations: None,
            leads: None,
            customers: None,
            revenue: None,
        });
        rows.len() - 1
    };
    let counted: Vec<usize> = (0..5).map(|number| month(number, 0, 2_345_678 + i64::from(number))).collect();
    let became: Vec<usize> = (0..3).map(|number| month(number, 1, 1_000_001)).collect();
    for number in 0..4 {
        month(number, 2, 333_333);
    }
    let year: Vec<usize> = (0..12).map(|number| month(number, 5, 99_999)).collect();
    for (number, row) in (0_u32..).zip(counted.into_iter().chain(became.clone()).chain(year.clone())) {
        rows[row].registrations = Some(101.0 + 7.0 * f64::from(number));
    }
    for (number, row) in (0_u32..).zip(became) {
        rows[row].leads = (number != 1).then_some(12.0);
        rows[row].customers = (number != 2).then_some(3.0);
        rows[row].revenue = (number == 0).then(|| money(7_777_777));
    }
    for row in year {
        rows[row].revenue = Some(money(123_456));
    }
    Arc::make_mut(&mut plan.actuals).channels = rows;
    plan
}

/// The worked case by month.
pub fn by_month() -> Plan {
    in_months(chinese())
}

/// Every kind of curve by month, without digits.
pub fn odd_by_month() -> Plan {
    let mut plan = in_months(odd());
    // What a little more buys on a curve that is all but flat is what floats leave of it.
    let curve = Curve::SShaped { ceiling: 30_000.0, half_spend: money(90_000), shape: 2.75, base: 0.5 };
    Arc::make_mut(&mut plan.allocation).channels[4].curve = curve;
    plan
}

/// A plan of a year with money that goes to months: pulses, months in which a channel cannot run or keeps its money, seasons of a task
/// and of a channel, effects that carry over from before the period, cash by month, a channel without any money.
fn in_months(mut plan: Plan) -> Plan {
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.tasks.a.season = vec![1.0, 0.5, 1.0, 1.5, 2.0, 1.0, 1.0, 0.0, 1.0, 1.0, 3.0, 1.0];
    allocation.cash = (0..12).map(|month| (month % 3 != 1).then(|| money(15_000_000 + 100_000 * month))).collect();
    let pulse = |spend: i64, months: [i64; 12]| {
        let sum: i64 = months.iter().sum();
        let mut parts: Vec<i64> = months.iter().map(|part| spend * part / sum).collect();
        parts[0] += spend - parts.iter().sum::<i64>();
        parts.into_iter().map(money).collect::<Vec<Money>>()
    };
    let months = [[1, 0, 0, 2, 0, 0, 3, 0, 0, 1, 0, 0], [3, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 5], [1; 12]];
    for (index, channel) in allocation.channels.iter_mut().enumerate() {
        let schedule = &mut channel.schedule;
        match index {
            0 => {
                schedule.spend = pulse(channel.spend.minor(), months[0]);
                schedule.carry_over = 0.45;
                schedule.before = vec![money(123_456), money(0), money(7_777_701)];
                schedule.locked = [1, 7, 10].into();
            }
            1 => {
                schedule.spend = pulse(channel.spend.minor(), months[1]);
                schedule.season = vec![2.0, 1.0, 1.0];
            }
            2 => schedule.off = [2, 8, 9].into(),
            3 => schedule.carry_over = 0.3,
            4 => {
                channel.spend = Money::ZERO;
                schedule.off = [1, 2].into();
                schedule.carry_over = 0.6;
            }
            _ => {}
        }
    }
    plan
}

/// The same when some months are over: their money and registrations are known of some channels, of others one of the two, of
/// others nothing.
pub fn by_month_happened() -> Plan {
    let (mut plan, lived) = (by_month(), happened());
    let mut actuals = (*lived.actuals).clone();
    let ids: Vec<Id> = plan.allocation.channels.iter().map(|channel| channel.id.clone()).collect();
    for row in &mut actuals.channels {
        let month = plan.period.month_of(row.month).unwrap();
        // Of the first channel one month's money is not known, of another its registrations.
        if row.channel == ids[0] && month == 1 {
            row.spend = None;
        }
        if row.channel == ids[0] && month == 3 {
            row.registrations = None;
        }
    }
    plan.actuals = Arc::new(actuals);
    plan
}

/// Sums beyond the largest amount that is calculated with. The curves are flat: of two numbers that are all but equal,
/// the difference is what floats leave of it.
pub fn too_large() -> Plan {
    let mut plan = large();
    let allocation = Arc::make_mut(&mut plan.allocation);
    for channel in &mut allocation.channels {
        channel.spend = money(100_000_000_000_001);
        channel.curve = Curve::Fixed { registrations: 1_234.5 };
    }
    plan
}

/// Other money in one month, another season, another carry-over, where these are stated at all.
fn change_months(channel: &mut Channel) {
    let schedule = &mut channel.schedule;
    if !schedule.spend.is_empty() {
        let before: i64 = schedule.spend.iter().map(|month| month.minor()).sum();
        schedule.spend[4] = money(schedule.spend[4].minor() + channel.spend.minor() - before);
    }
    if let Some(weight) = schedule.season.first_mut() {
        *weight += 0.4;
    }
    if schedule.carry_over > 0.0 {
        schedule.carry_over += 0.07;
    }
    if let Some(month) = schedule.before.last_mut() {
        *month = money(month.minor() + 54_321);
    }
}

/// The same plan with another number wherever a person might type one.
pub fn changed(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    let allocation = Arc::make_mut(&mut plan.allocation);
    for (index, channel) in allocation.channels.iter_mut().enumerate() {
        channel.spend = money(channel.spend.minor() + 1_234 * (1 + i64::try_from(index % 5).unwrap()));
        if let Some(rate) = &mut channel.lead_rate {
            rate.likely *= 0.9;
        }
        change_months(channel);
    }
    for task in [&mut allocation.tasks.a, &mut allocation.tasks.b, &mut allocation.tasks.w] {
        if let Some(weight) = task.season.get_mut(3) {
            *weight += 0.7;
        }
    }
    for cash in allocation.cash.iter_mut().flatten() {
        *cash = money(cash.minor() + 12_345);
    }
    for group in &mut allocation.groups {
        if let Some(rate) = &mut group.lead_rate {
            rate.likely *= 1.1;
        }
    }
    for class in [&mut allocation.class_a, &mut allocation.class_b] {
        class.close_rate.likely *= 0.97;
        class.value.likely = money(class.value.likely.minor() + 777);
    }
    for event in Arc::make_mut(&mut plan.events) {
        if event.rule != SplitRule::Amounts {
            event.items[0].amount = money(event.items[0].amount.minor() + 1);
        }
        event.contacts.likely += 11.0;
    }
    for ripple in Arc::make_mut(&mut plan.ripples) {
        ripple.funnel.audience.likely += 17.0;
        ripple.funnel.cost = money(ripple.funnel.cost.minor() + 30_001);
        if let Some(share) = &mut ripple.share {
            share.contacts.likely += 1.0;
            share.vouchers += 3.0;
        }
    }
    let goal = Arc::make_mut(&mut plan.goal);
    goal.baseline.customers = goal.baseline.customers.map(|customers| customers + 5.0);
    goal.baseline.revenue = goal.baseline.revenue.map(|revenue| money(revenue.minor() + 99));
    goal.target.customers = goal.target.customers.map(|customers| customers + 10.0);
    plan
}
