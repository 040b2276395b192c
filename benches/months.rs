//! How long it takes to find when to spend: `cargo bench --bench months`.
//!
//! Channels as in `benches/allocation.rs`, twelve months; seasons uniform(0.6, 1.4), cash of a month 1.1 times a twelfth
//! of the budget, carry-over uniform(0, 0.6). With `-- --problems FILE` problems and answers are written as JSON, one a
//! line, for `benches/months_highs.py`, which solves the same with `HiGHS` and by climbing greedily.
#![allow(clippy::unwrap_used, clippy::cast_precision_loss, missing_docs)]

#[path = "common/random_curves.rs"]
mod random_curves;

use std::fmt::Write;
use std::time::Instant;

use divan::Bencher;
use random_curves::Draws;
use ripple_planner::calc::best_allocation::periods::{Answer, Course, Problem, solve};
use ripple_planner::calc::best_allocation::{Aim, Candidate, Control, Problem as Whole};
use ripple_planner::calc::curve::Response;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(place) = arguments.iter().position(|argument| argument == "--problems") {
        return write_problems(&arguments[place + 1]);
    }
    println!("twelve months, best of 3 runs each:");
    for kind in KINDS {
        for channels in [10, 100] {
            println!("{}", table_row(channels, kind));
        }
    }
    divan::main();
}

/// What a month knows beside the curves.
#[derive(Clone, Copy, Debug)]
struct Kind {
    name: &'static str,
    season: bool,
    cash: bool,
    carries: bool,
}

const KINDS: [Kind; 5] = [
    Kind { name: "alike", season: false, cash: false, carries: false },
    Kind { name: "seasons", season: true, cash: false, carries: false },
    Kind { name: "seasons, cash", season: true, cash: true, carries: false },
    Kind { name: "seasons, carry-over", season: true, cash: false, carries: true },
    Kind { name: "seasons, cash, carry-over", season: true, cash: true, carries: true },
];

fn random(channels: usize, seed: u64, kind: Kind) -> Problem {
    let mut draws = Draws::of(channels, seed);
    let (mut all, mut candidates, mut courses) = (0.0, vec![], vec![]);
    for _ in 0..channels {
        let (size, candidate) = draws.channel();
        all += size;
        candidates.push(candidate);
        let mut course = Course::even(12);
        if kind.season {
            course.seasons = (0..12).map(|_| draws.uniform(0.6, 1.4)).collect();
        }
        if kind.carries {
            course.carry_over = draws.uniform(0.0, 0.6);
        }
        courses.push(course);
    }
    let budget = all * draws.uniform(0.4, 1.0);
    let gap = if kind.cash || kind.carries { 1e-3 } else { 1e-6 };
    let aim = Aim::MostResponse { budget };
    let whole = Whole { aim, channels: candidates, groups: vec![], step: 1.0, gap, present: None };
    let most = if kind.cash { budget / 12.0 * 1.1 } else { f64::INFINITY };
    Problem { whole, most: vec![most; 12], courses }
}

fn solved(problem: &Problem) -> Answer {
    solve(problem, &mut Control::unwatched()).unwrap()
}

fn table_row(channels: usize, kind: Kind) -> String {
    let (mut times, mut gaps) = (vec![], vec![]);
    for seed in 0..10 {
        let problem = random(channels, seed, kind);
        let one = || {
            let begin = Instant::now();
            let answer = solved(&problem);
            (begin.elapsed().as_secs_f64() * 1e3, answer.whole.gap)
        };
        let runs = [one(), one(), one()];
        times.push(runs.iter().map(|run| run.0).fold(f64::INFINITY, f64::min));
        gaps.push(runs[0].1);
    }
    times.sort_by(f64::total_cmp);
    gaps.sort_by(f64::total_cmp);
    format!(
        "{channels:4} channels, {:26} median {:8.3} ms, worst {:8.3} ms, gap median {:.1e}, worst {:.1e}",
        kind.name, times[5], times[9], gaps[5], gaps[9]
    )
}

fn write_problems(file: &str) {
    let mut text = String::new();
    for kind in KINDS {
        for (channels, seeds) in [(5, 3), (10, 3), (30, 2)] {
            for seed in 0..seeds {
                let problem = random(channels, seed, kind);
                let begin = Instant::now();
                let answer = solved(&problem);
                let seconds = begin.elapsed().as_secs_f64();
                let channel = |(one, course): (&Candidate, &Course)| {
                    let Response::Hill { ceiling, half, shape, .. } = one.response else { unreachable!() };
                    let (seasons, carry_over) = (course.weights(), course.carry_over);
                    format!(r#"{{"curve":[{ceiling},{half},{shape}],"seasons":{seasons:?},"carry_over":{carry_over}}}"#)
                };
                let channels: Vec<String> = problem.whole.channels.iter().zip(&problem.courses).map(channel).collect();
                let cash = if kind.cash { problem.most[0].to_string() } else { "null".to_owned() };
                let (budget, whole) = (problem.whole.aim.budget(), answer.whole);
                writeln!(
                    text,
                    r#"{{"name":"{}","budget":{budget},"cash":{cash},"channels":[{}],"response":{},"bound":{},"seconds":{seconds}}}"#,
                    kind.name,
                    channels.join(","),
                    whole.response,
                    whole.bound
                )
                .unwrap();
            }
        }
    }
    std::fs::write(file, text).unwrap();
}

#[divan::bench(args = [10, 100])]
fn seasons(bencher: Bencher<'_, '_>, channels: usize) {
    let problem = random(channels, 1, KINDS[1]);
    bencher.bench_local(|| solved(&problem));
}

#[divan::bench(args = [10, 100], sample_count = 5)]
fn seasons_cash_and_carry_over(bencher: Bencher<'_, '_>, channels: usize) {
    let problem = random(channels, 1, KINDS[4]);
    bencher.bench_local(|| solved(&problem));
}
