//! How long a report takes; it is made after every edit: `cargo bench --bench report`.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../tests/common/large_plan.rs"]
mod large_plan;

use std::sync::Arc;

use divan::Bencher;
use large_plan::large;
use ripple_planner::plan::{Estimate, Id, Plan};
use ripple_planner::{calc, file};

fn main() {
    divan::main();
}

#[divan::bench]
fn report_worked_case(bencher: Bencher) {
    let plan = file::read_text(include_str!("../saved_plans/worked-case.ron")).unwrap();
    bencher.bench(|| calc::report(&plan));
}

#[divan::bench]
fn report_10_000_channels(bencher: Bencher) {
    let plan = large(10_000);
    bencher.bench(|| calc::report(&plan));
}

/// As many groups as channels: nothing may look through all of one for each of the other.
#[divan::bench]
fn report_10_000_channels_in_10_000_groups(bencher: Bencher) {
    let plan = own_groups(large(10_000));
    bencher.bench(|| calc::report(&plan));
}

fn own_groups(mut plan: Plan) -> Plan {
    let allocation = Arc::make_mut(&mut plan.allocation);
    let group = allocation.groups[0].clone();
    allocation.groups.clear();
    for (number, channel) in allocation.channels.iter_mut().enumerate() {
        let id = Id::new(&format!("group-{number}"));
        channel.group = Some(id.clone());
        channel.lead_rate = None;
        let mut own = group.clone();
        own.id = id;
        own.lead_rate = Some(Estimate::between(0.05, 0.03, 0.08));
        allocation.groups.push(own);
    }
    plan
}
