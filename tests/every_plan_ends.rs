//! By hand: random plans through everything that is calculated while somebody waits, each under a watchdog.
//!
//! ```text
//! PLANS=2000000 FIRST=0 nice cargo test --test every_plan_ends -- --ignored --nocapture
//! ```
//!
//! Each plan comes from its own number, so that a slow one is found again with `PLANS=1 FIRST=number`. The watchdog
//! looks at the processor time of the one thread that calculates: other work on the machine does not count.
#![allow(clippy::unwrap_used, missing_docs)]

mod common {
    pub mod plans;
}

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::thread;
use std::time::{Duration, Instant};

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use ripple_planner::calc::best_allocation::{Control, Problem, frontier};
use ripple_planner::calc::odds::{Settings, odds};
use ripple_planner::calc::report;
use ripple_planner::calc::suggestion::{Question, Suggestion, present_result};
use ripple_planner::plan::Plan;

/// More processor time than this is a hang, in hundredths of a second.
const LONGEST: u64 = 100;

/// Work for a question beside the report; in the window such a question can be cancelled.
const WORK: u64 = 1_000_000;

fn plan(number: u64) -> Plan {
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&number.to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    common::plans::plan().new_tree(&mut runner).unwrap().current()
}

/// What is calculated about a plan: its report, and now and then what only some ask for.
fn calculate(number: u64, plan: &Plan, step: &dyn Fn()) {
    step();
    let report = report(plan);
    if !number.is_multiple_of(8) || report.allocation.too_large {
        return;
    }
    let control = || Control { most_work: WORK, ..Control::unwatched() };
    step();
    let _ = odds(plan, &report, &Settings { draws: 300, seed: number, threads: 1, stop: &|| false });
    let target = Question::Least(0.9 * present_result(report.basis(plan)));
    let budget = Question::Most(plan.allocation.budget.unwrap_or_default());
    for question in [target, budget] {
        step();
        let mut control = control();
        if let Ok(suggestion) = Suggestion::of(report.basis(plan), question, &mut control) {
            step();
            let _ = suggestion.costs(&mut control);
        }
    }
    step();
    let spend = plan.currency.units(report.allocation.total.spend).max(0.0);
    let budgets = [0.25, 0.5, 0.75, 1.0, 1.5].map(|part| part * spend);
    let _ = frontier(&Problem::of_plan(report.basis(plan)), &budgets, &mut control());
}

/// Where a thread is.
struct Watched {
    /// The plan it calculates.
    number: AtomicU64,
    /// Processor time when it began its present step.
    since: AtomicU64,
    thread: PathBuf,
}

/// Processor time of a thread in hundredths of a second: fields 14 and 15 of its `stat`, behind its name in brackets.
fn processor_time(thread: &Path) -> u64 {
    let text = fs::read_to_string(thread.join("stat")).unwrap();
    let fields = text.rsplit_once(')').unwrap().1.split_whitespace();
    fields.skip(11).take(2).map(|field| field.parse::<u64>().unwrap()).sum()
}

fn work(first: u64, last: u64) -> Arc<Watched> {
    let (tell, told) = std::sync::mpsc::channel();
    thread::spawn(move || {
        let thread = PathBuf::from("/proc").join(fs::read_link("/proc/thread-self").unwrap());
        let watched = Arc::new(Watched { number: first.into(), since: 0.into(), thread });
        tell.send(watched.clone()).unwrap();
        let step = || watched.since.store(processor_time(&watched.thread), SeqCst);
        for number in first..last {
            watched.number.store(number, SeqCst);
            calculate(number, &plan(number), &step);
        }
        watched.number.store(last, SeqCst);
        // The watchdog still reads the time of this thread.
        thread::park();
    });
    told.recv().unwrap()
}

#[test]
#[ignore = "takes hours"]
fn every_plan_ends() {
    let given = |name: &str, otherwise| std::env::var(name).map_or(otherwise, |text| text.parse().unwrap());
    let (count, first): (u64, u64) = (given("PLANS", 10_000), given("FIRST", 0));
    let last = first + count;
    let (begin, mut told, mut slow) = (Instant::now(), Instant::now(), Vec::new());
    let mut watched = work(first, last);
    loop {
        thread::sleep(Duration::from_millis(50));
        let number = watched.number.load(SeqCst);
        if number == last {
            break;
        }
        let spent = processor_time(&watched.thread).saturating_sub(watched.since.load(SeqCst));
        if spent > LONGEST && number == watched.number.load(SeqCst) {
            println!("plan {number} takes longer than a second");
            slow.push(number);
            // A thread cannot be ended; the next plans get another one.
            watched = work(number + 1, last);
        }
        if told.elapsed() > Duration::from_mins(1) {
            told = Instant::now();
            println!("{} plans in {:.0?}, slow: {slow:?}", number - first, begin.elapsed());
        }
    }
    println!("{count} plans from {first} on in {:.0?}, slow: {slow:?}", begin.elapsed());
    assert_eq!(slow, Vec::<u64>::new());
}
