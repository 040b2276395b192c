//! How long it takes to find when to spend: `cargo bench --bench months`.
//!
//! Channels as in `benches/allocation.rs`, twelve months; seasons uniform(0.6, 1.4), cash of a month 1.1 times a twelfth
//! of the budget, carry-over uniform(0, 0.6). Beside ours stands the rule of others, a greedy climb on a grid of 1e-4 of
//! the budget (as Meridian's optimizer climbs over channels). With `-- --problems FILE` problems and answers are written as
//! JSON, one a line, for `benches/months_highs.py`, which solves the same with `HiGHS`.
#![allow(clippy::unwrap_used, clippy::cast_precision_loss, missing_docs)]

#[path = "common/random_curves.rs"]
mod random_curves;

use std::fmt::Write;
use std::time::Instant;

use divan::Bencher;
use random_curves::Draws;
use ripple_planner::calc::best_allocation::periods::{Answer, Problem, solve};
use ripple_planner::calc::best_allocation::{Aim, Candidate, Control, Problem as Whole};
use ripple_planner::calc::curve::Response;
use ripple_planner::calc::schedule::Course;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(place) = arguments.iter().position(|argument| argument == "--problems") {
        return write_problems(&arguments[place + 1]);
    }
    println!(
        "twelve months, ten problems a line, least time of some runs each; by their climb: how much less it finds"
    );
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
    Problem { whole, most: vec![most; 12], courses, present: None }
}

fn solved(problem: &Problem) -> Answer {
    solve(problem, &mut Control::unwatched()).unwrap()
}

/// Least time of some runs, in milliseconds, and what came of it.
fn timed<T>(runs: usize, run: impl Fn() -> T) -> (f64, T) {
    let one = || {
        let begin = Instant::now();
        let result = run();
        (begin.elapsed().as_secs_f64() * 1e3, result)
    };
    let first = one();
    let more = if first.0 < 20.0 { 20 * runs } else { runs };
    (1..more).map(|_| one()).fold(first, |best, next| if next.0 < best.0 { next } else { best })
}

fn table_row(channels: usize, kind: Kind) -> String {
    let mut rows: [Vec<f64>; 4] = Default::default();
    for seed in 0..10 {
        let problem = random(channels, seed, kind);
        let (ms, answer) = timed(3, || solved(&problem));
        let (climb_ms, spends) = timed(1, || climb(&problem));
        let short = 1.0 - problem.response(&spends) / answer.whole.response;
        rows.iter_mut().zip([ms, answer.whole.gap, climb_ms, short]).for_each(|(row, figure)| row.push(figure));
    }
    for row in &mut rows {
        row.sort_by(f64::total_cmp);
    }
    let [times, gaps, climbs, short] = rows;
    format!(
        "{channels:4} channels, {:26} median {:8.3} ms, worst {:8.3} ms, gap median {:.1e}, worst {:.1e}; \
         their climb {:8.2} ms, median {:5.2} %, worst {:5.2} % less",
        kind.name,
        times[5],
        times[9],
        gaps[5],
        gaps[9],
        climbs[5],
        100.0 * short[5],
        100.0 * short[9]
    )
}

/// Points of the grid on which others climb, over the whole budget.
const POINTS: f64 = 10_000.0;

/// The rule of others, restated: on a grid, from nothing, again and again the one jump of one channel to any higher point
/// that returns most for its money, until one is too much for the budget. Every month of a channel is one of theirs, with
/// its cash; what carries over they do not know.
fn climb(problem: &Problem) -> Vec<Vec<f64>> {
    let (budget, step) = (problem.whole.aim.budget(), problem.whole.aim.budget() / POINTS);
    let courses = problem.whole.channels.iter().zip(&problem.courses);
    let mut cells: Vec<Climbing> = courses
        .flat_map(|(one, course)| {
            let month = one.response.of_months(1, 12);
            course.weights().into_iter().map(move |weight| Climbing { month, weight, spend: 0.0, jump: (0.0, 0.0) })
        })
        .collect();
    let mut months = [0.0; 12];
    for cell in &mut cells {
        cell.look(step, problem.most[0].min(budget));
    }
    loop {
        let best = (0..cells.len()).max_by(|a, b| cells[*a].jump.1.total_cmp(&cells[*b].jump.1)).unwrap();
        let (cell, month) = (&mut cells[best], best % 12);
        let (more, rate) = (cell.jump.0 - cell.spend, cell.jump.1);
        if rate <= 0.0 || months.iter().sum::<f64>() + more > budget {
            break;
        }
        if months[month] + more <= problem.most[month] {
            months[month] += more;
            cell.spend = cell.jump.0;
        }
        cell.look(step, cell.spend + problem.most[month].min(budget) - months[month]);
    }
    cells.chunks(12).map(|cells| cells.iter().map(|cell| cell.spend).collect()).collect()
}

/// A channel in a month on the way: what it spends, and where the best jump from there leads and what a unit of it wins.
struct Climbing {
    month: Response,
    weight: f64,
    spend: f64,
    jump: (f64, f64),
}

impl Climbing {
    /// Finds the best jump up to a spend. What a unit wins rises up to one point of the curve and falls behind it.
    fn look(&mut self, step: f64, most: f64) {
        let now = self.month.value(self.spend);
        self.jump = (self.spend, 0.0);
        let mut to = self.spend + step;
        while to <= most {
            let rate = self.weight * (self.month.value(to) - now) / (to - self.spend);
            if rate < self.jump.1 {
                break;
            }
            self.jump = (to, rate);
            to += step;
        }
    }
}

fn write_problems(file: &str) {
    let mut text = String::new();
    for kind in KINDS {
        for (channels, seeds) in [(10, 2), (100, 1)] {
            for seed in 0..seeds {
                let problem = random(channels, seed, kind);
                let (ms, answer) = timed(3, || solved(&problem));
                let seconds = ms / 1e3;
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
