//! How much memory the steps of the history really take, beside what is estimated, and how long a step takes:
//! `cargo bench --bench history` (Linux). What it says of memory holds in any build: `cargo test --bench history`.
#![allow(clippy::unwrap_used, missing_docs, clippy::cast_precision_loss)]

#[path = "../tests/common/large_plan.rs"]
mod large_plan;

use std::sync::Arc;
use std::time::Instant;

use large_plan::large;
use ripple_planner::app::document::Document;
use ripple_planner::app::history::{Gesture, StepName, weight};
use ripple_planner::plan::Plan;

/// Kilobytes of memory this process holds.
fn held() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim_end_matches("kB").trim().parse().unwrap()
}

fn main() {
    for (channels, steps) in [(15, 450), (200, 450), (10_000, 20), (10_000, 60)] {
        measure(channels, steps);
    }
}

/// Every step changes one channel.
fn measure(channels: usize, steps: usize) {
    let mut document = Document::new(large(channels));
    let change = |plan: &mut Plan, step: usize| {
        let channel = &mut Arc::make_mut(&mut plan.allocation).channels[step % channels];
        channel.locked = !channel.locked;
    };
    let mut other = document.plan.clone();
    change(&mut other, 0);
    let estimated = weight::bytes(&other, &document.plan) as f64 / 1024.0;
    let (before, begun) = (held(), Instant::now());
    let mut slowest = 0.0_f64;
    for step in 0..steps {
        let begun = Instant::now();
        let plan = document.plan.clone();
        change(&mut document.plan, step);
        document.observe(plan, Some(StepName::default()), Gesture { released: true, ..Gesture::default() });
        slowest = slowest.max(begun.elapsed().as_secs_f64() * 1e3);
    }
    let took = begun.elapsed().as_secs_f64() * 1e3 / steps as f64;
    let grown = held().saturating_sub(before);
    println!(
        "{channels} channels, {steps} steps: {grown} kB more in all, {:.1} kB a step, estimated {estimated:.1}; \
         {took:.2} ms a step with its report, at most {slowest:.2}",
        grown as f64 / steps as f64
    );
}
