//! How long it takes to compare scenarios: `cargo bench --bench scenarios`.
//!
//! The base plan and as many scenarios as can stand beside it, each with odds of its own; `benches/rollup.sh` times the whole
//! process of plans that are added up.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../tests/common/large_plan.rs"]
mod large_plan;

use std::num::NonZero;
use std::sync::Arc;
use std::thread;

use divan::Bencher;
use large_plan::large;
use ripple_planner::calc::odds::{DRAWS, SEED, Settings};
use ripple_planner::calc::scenario::alternatives::{MOST, alternatives, first_scenarios};
use ripple_planner::file;
use ripple_planner::plan::{Id, Plan, Scenario};

fn main() {
    divan::main();
}

#[divan::bench]
fn compare_five_scenarios_of_the_worked_case(bencher: Bencher) {
    let plan = file::read_text(include_str!("../saved_plans/worked-case.ron")).unwrap();
    compare(bencher, &with_scenarios(plan));
}

#[divan::bench]
fn compare_five_scenarios_of_300_channels(bencher: Bencher) {
    compare(bencher, &with_scenarios(large(300)));
}

fn compare(bencher: Bencher, plan: &Plan) {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let settings = Settings { draws: DRAWS, seed: SEED, threads, stop: &|| false };
    let (scenarios, _) = first_scenarios(plan);
    bencher.bench(|| alternatives(plan, &scenarios, &settings).unwrap());
}

/// Each scenario swaps the money of two neighbours, others in each.
fn with_scenarios(mut plan: Plan) -> Plan {
    let channels = &plan.allocation.channels;
    let scenario = |number: usize| {
        let [one, other] = [number, number + 1].map(|place| &channels[place % channels.len()]);
        let mut scenario = Scenario::new(Id::new(&format!("scenario-{number}")), format!("Scenario {number}"));
        scenario.spend = [(one.id.clone(), other.spend), (other.id.clone(), one.spend)].into();
        scenario
    };
    let scenarios = (0..MOST).map(scenario).collect();
    plan.scenarios = Arc::new(scenarios);
    plan
}
