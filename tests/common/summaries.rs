//! Summaries whose figures are looked for in every format: the worked case, a blank plan, odd ones, a large one.
#![allow(dead_code, clippy::unwrap_used)] // each test uses its part

use std::sync::Arc;

use ripple_planner::calc::scenario::alternatives::{alternatives, first_scenarios};
use ripple_planner::calc::{self, odds};
use ripple_planner::file;
use ripple_planner::plan::actuals::{ChannelActual, Reading};
use ripple_planner::plan::event::{Item, ItemKind};
use ripple_planner::plan::{Currency, Money, Plan, Scenario};
use ripple_planner::report::Summary;
use ripple_planner::words::{Language, Words};

/// Sixty Chinese characters.
pub const LONG: &str = "面向开发者的即时通讯云市场推广与社区运营年度重点渠道之超长名称用来检验纸面排版是否会被截断或溢出到页边之外的各种情况";

/// A summary with a name.
pub struct Case {
    pub name: &'static str,
    pub summary: Summary,
    pub language: Language,
}

/// The summary as the command line makes it, from so many draws.
pub fn drawn(plan: &Plan, language: Language, draws: u32) -> Summary {
    let (report, words) = (calc::report(plan), Words::of(language));
    let summary = Summary::of(plan, &report, words).with_frontier(&report);
    let settings = odds::Settings { draws, seed: odds::SEED, threads: 2, stop: &|| false };
    let odds = odds::odds(plan, &report, &settings).unwrap();
    let summary = summary.with_odds(plan, &report, &odds, words);
    if plan.scenarios.is_empty() {
        return summary;
    }
    let (shown, left_out) = first_scenarios(plan);
    summary.with_scenarios(&alternatives(plan, &shown, &settings).unwrap(), &left_out, words)
}

/// A plan with so many scenarios, each with long words, other money for every third channel, and cents.
pub fn with_scenarios(mut plan: Plan, count: usize) -> Plan {
    let of = |number: usize| {
        let channels = plan.allocation.channels.iter().skip(number % 3).step_by(3);
        let more = Money::from_minor(i64::try_from(number).unwrap() * 1_000_050).unwrap();
        Scenario {
            budget: Money::from_minor(150_000_000).filter(|_| number.is_multiple_of(2)),
            spend: channels.map(|channel| (channel.id.clone(), channel.spend.plus(more).unwrap())).collect(),
            note: if number == 2 { LONG.into() } else { String::new() },
            ..Scenario::new(
                format!("scenario-{number}").as_str().into(),
                if number == 1 { "Autumn push".into() } else { format!("{number} {LONG}") },
            )
        }
    };
    plan.scenarios = Arc::new((1..=count).map(of).collect());
    plan
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

/// A currency without digits, an event that brings in more than it costs, long names that look like formulas.
pub fn odd(digits: u8) -> Plan {
    let mut plan = english();
    let scale = 10_i64.pow(u32::from(digits));
    plan.currency = Currency { code: if digits == 0 { "JPY" } else { "KWD" }.into(), digits };
    // Amounts are counted in the smallest unit: the same number of units whatever the digits.
    let again = |money: Money| Money::from_minor(money.minor() / 100 * scale + i64::from(digits)).unwrap();
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.budget = None;
    for channel in &mut allocation.channels {
        channel.spend = again(channel.spend);
    }
    allocation.channels[0].name = format!("=1+1|*{LONG}*");
    allocation.channels[1].name = "-2, \"quoted\" _and_ `code` <b>".into();
    let events = Arc::make_mut(&mut plan.events);
    let sponsor = Item {
        kind: ItemKind::Income,
        amount: Money::from_minor(9_999_999_999).unwrap(),
        payments: Vec::new(),
        ..events[0].items[0].clone()
    };
    events[0].items.push(sponsor);
    events[0].parties[1].name = format!("@{LONG}");
    plan
}

/// 200 channels with amounts of twelve digits and cents, many with long names.
pub fn many() -> Plan {
    let mut plan = chinese();
    plan.title = LONG.into();
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.budget = None;
    let some = allocation.channels.clone();
    let more = (some.len()..200).map(|number| {
        let mut channel = some[number % some.len()].clone();
        channel.id = format!("channel-{number}").as_str().into();
        channel.name = if number % 3 == 0 { LONG.to_owned() } else { format!("{} {number}", channel.name) };
        channel.spend = Money::from_minor(10_000_000_000_000 + 123_456_789 * i64::try_from(number).unwrap()).unwrap();
        channel
    });
    allocation.channels.extend(more.collect::<Vec<_>>());
    plan
}

/// Four months of half of the channels, a third fewer registrations than planned.
pub fn happened() -> Plan {
    let mut plan = english();
    let (report, start) = (calc::report(&plan), plan.period);
    let rows = plan.allocation.channels.iter().zip(&report.allocation.channels).step_by(2);
    let rows = rows.flat_map(|(channel, row)| {
        (0..4).map(move |month| ChannelActual {
            month: start.month_start(month),
            channel: channel.id.clone(),
            spend: Money::from_minor(channel.spend.minor() / 13),
            registrations: Some((row.won.registrations / 18.0).round()),
            leads: (month == 0).then_some(5.0),
            customers: None,
            revenue: (month == 1).then_some(Money::from_minor(12_345_678).unwrap()),
        })
    });
    let rows = rows.collect();
    Arc::make_mut(&mut plan.actuals).channels = rows;
    plan
}

/// The worked case after five months.
pub fn five_months() -> Plan {
    file::read_text(include_str!("../../saved_plans/worked-case-track.ron")).unwrap()
}

/// The same in Chinese.
pub fn five_months_in_chinese() -> Plan {
    file::read_text(include_str!("../../saved_plans/worked-case-track.zh-CN.ron")).unwrap()
}

/// A plan for so many months of which so many are over: every channel but the third is known, each better or worse than
/// planned in its own way.
pub fn lived(mut plan: Plan, [over, months]: [u32; 2]) -> Plan {
    plan.period.months = months;
    let (report, period) = (calc::report(&plan), plan.period);
    let rows = plan.allocation.channels.iter().zip(&report.allocation.channels).zip(0_u32..);
    let rows = rows.filter(|(_, number)| *number != 2).flat_map(|((channel, row), number)| {
        (0..over).map(move |month| ChannelActual {
            month: period.month_start(month),
            channel: channel.id.clone(),
            spend: Money::from_minor(channel.spend.minor() / i64::from(months) + i64::from(7 * month)),
            registrations: Some(
                (row.won.registrations / f64::from(months) * f64::from(70 + (17 * number + 5 * month) % 60) / 100.0)
                    .round(),
            ),
            leads: (number == 0).then_some(3.0),
            customers: None,
            revenue: None,
        })
    });
    let rows = rows.collect();
    let actuals = Arc::make_mut(&mut plan.actuals);
    actuals.channels = rows;
    actuals.readings = vec![
        Reading { day: period.month_start(0), name: LONG.into(), value: 1234.5 },
        Reading { day: period.month_start(0), name: "Search-interest index".into(), value: 0.0 },
    ];
    plan
}

/// A plan whose money goes to months: one channel pulses, one cannot run in two months, one works on in later months, the tasks have
/// seasons, and some months have less cash than is spent. Amounts of months are multiples of `step` minor units but for the last.
pub fn by_month(mut plan: Plan, step: i64) -> Plan {
    let months = i64::from(plan.period.months);
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.tasks.a.season = (0..plan.period.months).map(|month| 1.0 + f64::from(month % 4)).collect();
    allocation.cash =
        (0..months).map(|month| (month % 2 == 0).then(|| Money::from_minor(9_000_000).unwrap())).collect();
    let pulse = &mut allocation.channels[0];
    let each = pulse.spend.minor() / (months / 3 + 1) / step * step;
    let mut spend: Vec<i64> = (0..months).map(|month| if month % 3 == 0 { each } else { 0 }).collect();
    spend[0] += pulse.spend.minor() - spend.iter().sum::<i64>();
    pulse.schedule.spend = spend.into_iter().map(|minor| Money::from_minor(minor).unwrap()).collect();
    allocation.channels[1].schedule.off = [2, 3].into();
    allocation.channels[2].schedule.carry_over = 0.4;
    plan
}

/// The worked case by month in which every amount is whole thousands.
pub fn by_month_in_thousands() -> Plan {
    let mut plan = english();
    for channel in &mut Arc::make_mut(&mut plan.allocation).channels {
        channel.spend = Money::from_minor(channel.spend.minor() / 6_000_000 * 6_000_000).unwrap();
    }
    let mut plan = by_month(plan, 100_000);
    Arc::make_mut(&mut plan.allocation).channels[1].schedule.off = [2, 3, 4, 5, 6, 7].into();
    plan
}

/// All of them.
pub fn cases() -> Vec<Case> {
    let plans = [
        ("worked case", english(), Language::En),
        ("范例", chinese(), Language::ZhCn),
        ("blank", blank(), Language::En),
        ("no digits", odd(0), Language::En),
        ("three digits", odd(3), Language::ZhCn),
        ("200 channels", many(), Language::ZhCn),
        ("months that are over", happened(), Language::En),
        ("five months", five_months(), Language::En),
        ("五个月之后", five_months_in_chinese(), Language::ZhCn),
        ("one month", lived(english(), [1, 12]), Language::En),
        ("scenarios", with_scenarios(english(), 6), Language::En),
        ("by month", by_month_in_thousands(), Language::En),
        ("按月", by_month(chinese(), 1), Language::ZhCn),
        ("by month, five of 36 over", by_month(lived(english(), [5, 36]), 100), Language::En),
        ("36 of 36 months", lived(english(), [36, 36]), Language::En),
        ("200 channels after a month", lived(many(), [1, 3]), Language::ZhCn),
    ];
    let case = |(name, plan, language)| Case { name, summary: drawn(&plan, language, 500), language };
    plans.into_iter().map(case).collect()
}
