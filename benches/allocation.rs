//! How long the best allocation takes to find and to prove: `cargo bench --bench allocation`.
//!
//! Random S-curve channels from zero: ceilings log-normal(0, 0.5)·c/5, half spends uniform(0.6, 2)·c, shapes
//! uniform(0.5, 3), c log-normal(0, 0.8)·10,000, budget uniform(0.4, 1)·Σc, bounds 0..budget, gap 1e-6; and harder
//! ones. With `-- --problems FILE` the random problems and the answers to them are written as JSON, one a line, for
//! `benches/allocation_slsqp.py`, which solves the same with `SciPy`.
#![allow(clippy::unwrap_used, clippy::cast_precision_loss, missing_docs)]

#[path = "../tests/common/large_plan.rs"]
mod large_plan;
#[path = "common/random_curves.rs"]
mod random_curves;

use std::fmt::Write;
use std::time::Instant;

use divan::Bencher;
use large_plan::large;
use random_curves::{Draws, channel};
use ripple_planner::calc::best_allocation::{
    Aim, Answer, Candidate, Control, GroupLimits, Problem, Spend, frontier, solve,
};
use ripple_planner::calc::curve::Response;
use ripple_planner::calc::rest::Sought;
use ripple_planner::calc::suggestion::{Question, Suggestion};

/// How many random problems of each size.
const PROBLEMS: u64 = 100;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(place) = arguments.iter().position(|argument| argument == "--problems") {
        return write_problems(&arguments[place + 1]);
    }
    println!("random problems, best of 5 runs each:");
    for (channels, problems) in [(10, PROBLEMS), (100, PROBLEMS), (300, PROBLEMS), (1_000, 30), (10_000, 10)] {
        println!("{}", table_row(&format!("{channels} channels"), (0..problems).map(|seed| random(channels, seed))));
    }
    println!("harder problems:");
    for (name, problem) in harder() {
        println!("{}", table_row(&name, std::iter::once(problem)));
    }
    divan::main();
}

fn most(budget: f64, channels: Vec<Candidate>) -> Problem {
    Problem { aim: Aim::MostResponse { budget }, channels, groups: vec![], step: 0.0, gap: 1e-6, present: None }
}

/// The family of the documentation.
fn random(channels: usize, seed: u64) -> Problem {
    let mut draws = Draws::of(channels, seed);
    let (sizes, channels): (Vec<f64>, Vec<Candidate>) = (0..channels).map(|_| draws.channel()).unzip();
    let budget = sizes.iter().sum::<f64>() * draws.uniform(0.4, 1.0);
    most(budget, channels)
}

/// Problems that need more than a handful of parts.
fn harder() -> Vec<(String, Problem)> {
    let mut all = Vec::new();
    for channels in [10_usize, 100, 10_000] {
        let budget = channels as f64 * 45.55;
        all.push((
            format!("{channels} identical, shape 10"),
            most(budget, vec![channel(100.0, 100.0, 10.0); channels]),
        ));
    }
    for (channels, apart, shape) in
        [(10, 1e-4, 2.0), (10, 0.01, 10.0), (100, 0.1, 10.0), (100, 0.01, 2.0), (20, 1e-4, 10.0)]
    {
        let mut draws = Draws(7);
        let mut one = || channel(100.0 * draws.log_normal(apart), 100.0 * draws.log_normal(apart), shape);
        let problem = most(f64::from(channels) * 45.55, (0..channels).map(|_| one()).collect());
        all.push((format!("{channels} alike within {apart}, shape {shape}"), problem));
    }
    for channels in [20, 100] {
        let mut draws = Draws(7);
        let mut one = || {
            let min = draws.uniform(50.0, 150.0);
            let curve = channel(draws.uniform(50.0, 150.0), min / 3.0, 3.0);
            Candidate { spend: Spend::OffOr { min, max: 1.02 * min }, ..curve }
        };
        let problem = most(f64::from(channels) * 37.0, (0..channels).map(|_| one()).collect());
        all.push((format!("{channels} off or one amount"), problem));
    }
    for others in [0, 5] {
        all.push((format!("20 alike under a minimum, {others} others"), under_a_minimum(others)));
    }
    for channels in [30, 60, 200] {
        all.push((format!("{channels} off or all, a sum to meet"), sum_to_meet(channels)));
    }
    for channels in [100, 10_000] {
        all.push((format!("{channels} in groups, steps of 1,000"), Problem { step: 1_000.0, ..grouped(channels) }));
        let Aim::MostResponse { budget } = random(channels, 1).aim else { continue };
        let target = 0.9 * solved(&random(channels, 1)).response;
        let problem = Problem { aim: Aim::LeastSpend { target, budget }, ..random(channels, 1) };
        all.push((format!("{channels}, least spend"), problem));
    }
    all
}

/// Near twins in a group that must get more than it would, and steady channels outside.
fn under_a_minimum(others: u32) -> Problem {
    let mut draws = Draws(7);
    let mut alike = |ceiling: f64, half: f64, shape: f64, apart: f64| {
        channel(ceiling * draws.log_normal(apart), half * draws.log_normal(apart), shape)
    };
    let mut channels: Vec<Candidate> =
        (0..20).map(|_| Candidate { group: Some(0), ..alike(100.0, 100.0, 10.0, 1e-4) }).collect();
    channels.extend((0..others).map(|_| alike(2_000.0, 500.0, 1.0, 0.2)));
    let groups = vec![GroupLimits { min: 911.0, max: f64::INFINITY }];
    Problem { groups, ..most(911.0 + 200.0 * f64::from(others), channels) }
}

/// Even amounts, each of which wins what it costs, and an odd budget.
fn sum_to_meet(channels: u32) -> Problem {
    let mut draws = Draws(99);
    let amounts: Vec<f64> = (0..channels).map(|_| 2.0 * draws.uniform(150.0, 500.0).round()).collect();
    let all = amounts.iter().map(|amount| Candidate {
        response: Response::Linear { base: 0.0, cost: 1.0, ceiling: *amount },
        spend: Spend::OffOr { min: *amount, max: *amount },
        ..channel(1.0, 1.0, 1.0)
    });
    let budget = 2.0 * (amounts.iter().sum::<f64>() / 4.0).floor() + 1.0;
    Problem { step: 1.0, ..most(budget, all.collect()) }
}

/// One group that must get more than it would, one that may get less.
fn grouped(channels: usize) -> Problem {
    let mut problem = random(channels, 1);
    let Aim::MostResponse { budget } = problem.aim else { return problem };
    for (number, channel) in problem.channels.iter_mut().enumerate() {
        channel.group = Some(number % 3);
    }
    let free = GroupLimits { min: 0.0, max: f64::INFINITY };
    let (more, less) = (GroupLimits { min: 0.45 * budget, ..free }, GroupLimits { max: 0.2 * budget, ..free });
    problem.groups = vec![more, less, free];
    problem
}

fn solved(problem: &Problem) -> Answer {
    solve(problem, &mut Control { most_nodes: 20_000, ..Control::unwatched() }).unwrap()
}

/// Least time of some runs in milliseconds, and the answer.
fn timed(problem: &Problem) -> (f64, Answer) {
    let run = || {
        let start = Instant::now();
        let answer = solved(problem);
        (start.elapsed().as_secs_f64() * 1e3, answer)
    };
    let first = run();
    let more = if first.0 < 200.0 { 4 } else { 0 };
    (0..more).map(|_| run()).fold(first, |best, next| if next.0 < best.0 { next } else { best })
}

fn table_row(name: &str, problems: impl Iterator<Item = Problem>) -> String {
    let mut runs: Vec<(f64, Answer)> = problems.map(|problem| timed(&problem)).collect();
    runs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (median, worst) = (runs[runs.len() / 2].0, runs[runs.len() - 1].0);
    let most = runs.iter().map(|(_, answer)| answer.nodes).max().unwrap();
    let gap = runs.iter().map(|(_, answer)| answer.gap).fold(0.0, f64::max);
    let proven = runs.iter().filter(|(_, answer)| answer.certified).count();
    let all = runs.len();
    format!(
        "{name:36} median {median:9.4} ms  worst {worst:9.4} ms  parts ≤ {most:6}  gap ≤ {gap:.1e}  proven {proven}/{all}"
    )
}

fn write_problems(path: &str) {
    let mut text = String::new();
    for (channels, problems) in [(8, 20), (10, PROBLEMS), (100, 5), (300, 2)] {
        for seed in 0..problems {
            let problem = random(channels, seed);
            let (ms, answer) = timed(&problem);
            let Aim::MostResponse { budget } = problem.aim else { continue };
            let curves: Vec<String> = problem.channels.iter().map(|one| numbers(&one.response)).collect();
            let curves = curves.join(",");
            let (response, bound) = (answer.response, answer.bound);
            let line = format!("\"channels\":{channels},\"budget\":{budget:?},\"ms\":{ms:?},\"response\":{response:?}");
            writeln!(text, "{{{line},\"bound\":{bound:?},\"curves\":[{curves}]}}").unwrap();
        }
    }
    std::fs::write(path, text).unwrap();
}

/// Ceiling, half spend, shape.
fn numbers(response: &Response) -> String {
    let Response::Hill { ceiling, half, shape, .. } = response else { return "[0,1,1]".to_owned() };
    format!("[{ceiling:?},{half:?},{shape:?}]")
}

#[divan::bench(args = [10, 100, 300, 10_000], sample_count = 20)]
fn one_random_problem(bencher: Bencher, channels: usize) {
    let problem = random(channels, 1);
    bencher.bench(|| solved(&problem));
}

#[divan::bench]
fn worked_case(bencher: Bencher) {
    let plan = ripple_planner::file::read_text(include_str!("../saved_plans/worked-case.ron")).unwrap();
    let problem = Problem::of_plan(ripple_planner::calc::report(&plan).basis(&plan));
    bencher.bench(|| solved(&problem));
}

/// What the window calculates anew while a budget is dragged: the suggestion and what its limits cost.
#[divan::bench(args = [20, 200, 1_000], sample_count = 20)]
fn suggestion_with_its_costs(bencher: Bencher, channels: usize) {
    let plan = large(channels);
    let report = Sought::of(&plan);
    bencher.bench(|| {
        let mut control = Control::unwatched();
        let question = Question::Most(report.allocation.total.spend);
        let suggestion = Suggestion::of(report.basis(&plan), question, &mut control).unwrap();
        suggestion.costs(&mut control)
    });
}

/// The frontier beside it, 32 budgets around what is spent.
#[divan::bench(args = [20, 200, 1_000], sample_count = 20)]
fn frontier_of_32_budgets(bencher: Bencher, channels: usize) {
    let plan = large(channels);
    let report = Sought::of(&plan);
    let problem = Problem::of_plan(report.basis(&plan));
    let now = plan.currency.units(report.allocation.total.spend);
    let budgets: Vec<f64> = (0..32).map(|number| (now * (0.75 + f64::from(number) / 64.0)).round()).collect();
    bencher.bench(|| frontier(&problem, &budgets, &mut Control::unwatched()));
}
