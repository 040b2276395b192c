//! How long the odds take: `cargo bench --bench odds`.
//!
//! The window draws the worked case after every edit; `solve simulate` is asked for a million draws of a ripple with
//! eight ranges; and `optimize --proposals` for three ways to split the money of a hundred channels. With `-- --ripple FILE` that ripple, its answer and its times are written as JSON for
//! `benches/odds_numpy.py`, which draws the same with `NumPy`.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[path = "../tests/common/large_plan.rs"]
mod large_plan;

use std::num::NonZero;
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use divan::Bencher;
use large_plan::large;
use ripple_planner::calc;
use ripple_planner::calc::best_allocation::Problem;
use ripple_planner::calc::odds::{self, Builder, Drawn, Input, Mover, Program, Settings, Spread, Value};
use ripple_planner::calc::ripple::{FunnelInputs, Inputs, ShareInputs};
use ripple_planner::calc::risk::proposals;
use ripple_planner::file;
use ripple_planner::plan::allocation::{ClassRates, Objective};
use ripple_planner::plan::ripple::OnSite;
use ripple_planner::plan::{Estimate, Plan, Range};

/// Draws of the ripple.
const DRAWS: u32 = 1_000_000;

/// Revenue to be reached.
const TARGET: f64 = 10_000_000.0;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(place) = arguments.iter().position(|argument| argument == "--ripple") {
        return write_ripple(&arguments[place + 1]);
    }
    divan::main();
}

fn settings(draws: u32, threads: usize) -> Settings<'static> {
    Settings { draws, seed: 1, threads, stop: &|| false }
}

fn processors() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

fn worked_case() -> Plan {
    file::read_text(include_str!("../saved_plans/worked-case.ron")).unwrap()
}

#[divan::bench(args = [20_000, 100_000])]
fn worked_case_on_all_processors(bencher: Bencher, draws: u32) {
    let plan = worked_case();
    let report = calc::report(&plan);
    bencher.bench(|| odds::odds(&plan, &report, &settings(draws, processors())));
}

#[divan::bench(args = [20_000, 100_000])]
fn worked_case_on_one_processor(bencher: Bencher, draws: u32) {
    let plan = worked_case();
    let report = calc::report(&plan);
    bencher.bench(|| odds::odds(&plan, &report, &settings(draws, 1)));
}

/// Channels with ranges of their own in groups with ranges of theirs, and a goal a little above what they bring.
fn uncertain(channels: usize) -> Plan {
    let mut plan = large(channels);
    let whole = |units| plan.currency.whole(units).unwrap();
    let (value, step, each) = (whole(20_000), whole(100), whole(5_000));
    let (values, budget) =
        (Estimate::between(value, whole(16_000), whole(25_000)), whole(5_000 * i64::try_from(channels).unwrap()));
    let allocation = Arc::make_mut(&mut plan.allocation);
    let rates = ClassRates { close_rate: Estimate::between(0.1, 0.07, 0.14), value: values };
    (allocation.class_a, allocation.class_b) = (rates, rates);
    (allocation.step, allocation.budget) = (Some(step), Some(budget));
    for (number, channel) in allocation.channels.iter_mut().enumerate() {
        let wide = if number % 2 == 0 { 0.3 } else { 0.1 };
        channel.registrations_range = Some(Range { low: 1.0 - wide, high: 1.0 + wide });
        channel.spend = each;
    }
    let expected = calc::report(&plan).goal.expected.revenue;
    Arc::make_mut(&mut plan.goal).target.revenue = plan.currency.amount(1.1 * plan.currency.units(expected));
    plan
}

#[divan::bench(args = [20, 100], sample_count = 20)]
fn three_ways_of_20_000_draws(bencher: Bencher, channels: usize) {
    let plan = uncertain(channels);
    let report = calc::report(&plan);
    let problem = Problem::of_plan_for(report.basis(&plan), Objective::Revenue);
    bencher.bench(|| proposals(&plan, &report, &problem, &settings(20_000, processors())).unwrap());
}

#[divan::bench(args = [1, 2])]
fn ripple_of_eight_ranges_a_million_draws(bencher: Bencher, threads: usize) {
    bencher.bench(|| simulated(threads));
}

/// The sponsored launch of the worked case, with a range for its audience too.
fn ripple() -> Inputs<Estimate<f64>> {
    let range = Estimate::between;
    let exactly = Estimate::exactly;
    Inputs {
        funnel: FunnelInputs {
            cost: exactly(500_000.0),
            audience: range(200.0, 150.0, 260.0),
            lead_rate: range(0.1, 0.07, 0.14),
            sign_rate: range(0.1, 0.06, 0.16),
            value: range(1_000_000.0, 800_000.0, 1_250_000.0),
        },
        follow: None,
        share: Some(ShareInputs {
            vouchers: exactly(100.0),
            unit_cost: exactly(500.0),
            sharers: range(100.0, 64.0, 156.0),
            contacts: range(50.0, 32.0, 78.0),
            lead_rate: range(0.05, 0.031, 0.08),
            sign_rate: range(0.05, 0.031, 0.08),
            reshare_rate: exactly(0.0),
            audience_limit: None,
            generations: 10,
            onsite: OnSite::Funnel,
        }),
    }
}

fn program() -> Program {
    let mut builder = Builder::default();
    let values = ripple().map(|field, estimate| {
        let input = Input::new(field.path.to_owned(), field.kind, estimate);
        input.map_or(Value::Fixed(estimate.likely), |input| builder.input(input))
    });
    let step = odds::step(&mut builder, &values);
    builder.finish(&[step.customers, step.revenue])
}

/// What `solve simulate` answers.
struct Simulated {
    customers: Spread,
    revenue: Spread,
    chance: f64,
    movers: Vec<Mover>,
}

fn simulated(threads: usize) -> Simulated {
    let (program, settings) = (program(), settings(DRAWS, threads));
    let drawn = odds::run(&program, &settings).unwrap();
    let Drawn::Values(revenues) = &drawn[1] else { panic!("the revenue varies") };
    Simulated {
        customers: Spread::of(&drawn[0]),
        revenue: Spread::of(&drawn[1]),
        chance: drawn[1].fraction(|revenue| odds::reaches(revenue, TARGET)),
        movers: odds::tornado(&program, 1, revenues, &settings).unwrap(),
    }
}

/// Least of some runs, in milliseconds.
fn least_ms(threads: usize) -> f64 {
    let run = || {
        let start = Instant::now();
        divan::black_box(simulated(threads));
        start.elapsed().as_secs_f64() * 1e3
    };
    (0..20).map(|_| run()).fold(f64::INFINITY, f64::min)
}

fn write_ripple(path: &str) {
    let answer = simulated(processors());
    let spread = |spread: Spread| serde_json::json!([spread.p10, spread.p50, spread.p90, spread.mean]);
    let mut ranges = Vec::new();
    let _ = ripple().map(|field, estimate| {
        let range = estimate.range.map(|range| [range.low, range.high]);
        ranges.push(serde_json::json!({ "input": field.path, "likely": estimate.likely, "range": range }));
    });
    let movers: Vec<_> =
        answer.movers.iter().map(|mover| serde_json::json!([mover.input.name, mover.explains])).collect();
    let all = serde_json::json!({
        "draws": DRAWS, "target": TARGET, "inputs": ranges,
        "ms_on_one": least_ms(1), "ms_on_all": least_ms(processors()), "processors": processors(),
        "customers": spread(answer.customers), "revenue": spread(answer.revenue),
        "chance": answer.chance, "tornado": movers,
    });
    std::fs::write(path, all.to_string()).unwrap();
    println!("{all:#}");
}
