//! A plan with many channels, for measuring.
//!
//! Use with `mod common { pub mod large_plan; }` or `#[path = "../tests/common/large_plan.rs"] mod large_plan;`.
#![allow(dead_code, clippy::unwrap_used, missing_docs)]

use std::sync::Arc;

use ripple_planner::plan::allocation::{Group, Media};
use ripple_planner::plan::curve::Point;
use ripple_planner::plan::{Channel, Curve, Estimate, Id, Money, Period, Plan, Task};

/// A plan with many channels of all curves, for measuring. The same every time.
pub fn large(channels: usize) -> Plan {
    let mut plan = Plan::blank("大计划 10,000 channels", Period { start: jiff::civil::date(2025, 1, 1), months: 12 });
    let currency = plan.currency.clone();
    let yuan = |units: i64| currency.whole(units).unwrap();
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.budget = Some(yuan(50_000_000));
    allocation.groups = (0..100)
        .map(|i| Group {
            id: Id::new(&format!("group-{i}")),
            name: format!("渠道组 {i}"),
            lead_rate: Some(Estimate::between(0.05, 0.03, 0.08)),
            note: String::new(),
        })
        .collect();
    allocation.channels = (0..channels).map(|i| large_channel(i, &yuan)).collect();
    plan
}

fn large_channel(i: usize, yuan: &impl Fn(i64) -> Money) -> Channel {
    let n = i64::try_from(i).unwrap();
    let x = f64::from(u32::try_from(i % 997).unwrap());
    let task = Task::ALL[i % 3];
    let mut channel = Channel::new(Id::new(&format!("channel-{i}")), format!("渠道 {i}"), task);
    channel.group = Some(Id::new(&format!("group-{}", i % 100)));
    channel.media = Some(Media::ALL[i % 3]);
    channel.owner = Some(Id::new(&format!("person-{}", i % 30)));
    channel.spend = yuan(n % 9000);
    channel.max = Some(yuan(20_000));
    channel.curve = match i % 3 {
        0 => Curve::SShaped { ceiling: 200.5 + x, half_spend: yuan(6000 + n % 70), shape: 1.6, base: 0.0 },
        1 => Curve::Saturating { first_cost: yuan(3 + n % 7), ceiling: 900.0 + x, base: 2.5 },
        _ => Curve::TwoPoints {
            first: Point { spend: yuan(1000), registrations: 90.0 + x / 8.0 },
            second: Point { spend: yuan(3000), registrations: 190.0 + x / 8.0 },
        },
    };
    channel.lead_rate = i.is_multiple_of(2).then_some(Estimate::between(0.052, 0.03, 0.08));
    channel.note = if i.is_multiple_of(5) { format!("来源：2024 年第 {i} 号合同") } else { String::new() };
    channel
}
