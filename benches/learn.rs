//! How good and how fast learned curves are: `cargo bench --bench learn`. `learn_scipy.py` runs it beside `SciPy`.
//!
//! For each world and length, of 1,000 channels: how often the 90 % range holds the true mean of a month at half, once and
//! twice the present spend, and the root mean square error of the logarithm at half and twice.

use std::hint::black_box;
use std::time::Instant;

use ripple_planner::calc::learn::learn;

#[path = "../tests/common"]
mod common {
    pub mod learned_channels;
    pub mod random;
}

use common::learned_channels::{Channel, Judged, TIMES, World, judge};
use common::random::Random;

const CHANNELS: u32 = 1_000;
const LENGTHS: [usize; 5] = [1, 3, 6, 12, 36];

/// How often `speed` learns all channels: enough for `learn_scipy.py` to measure.
const RUNS: u32 = 40;

const WORLDS: [(&str, World); 6] = [
    ("as the guess says", World::AS_GUESSED),
    ("straight lines", World { straight: true, ..World::AS_GUESSED }),
    ("steepness right", World { steepness: 0.0, ..World::AS_GUESSED }),
    ("1.5 times worse", World { worse: 1.5, ..World::AS_GUESSED }),
    ("2 times worse", World { worse: 2.0, ..World::AS_GUESSED }),
    ("2, steepness right", World { worse: 2.0, steepness: 0.0, ..World::AS_GUESSED }),
];

fn main() {
    let speed_only = std::env::args().any(|argument| argument == "speed");
    if !speed_only {
        for (name, world) in &WORLDS {
            for length in LENGTHS {
                tell(name, world, length);
            }
        }
    }
    speed();
}

fn tell(name: &str, world: &World, length: usize) {
    let Judged { held, learned, guessed, least_squares } = judge(world, CHANNELS, length);
    let [half, once, twice] = held.map(|held| 100.0 * held);
    println!(
        "{name:18} {length:2} months: held {half:.1} {once:.1} {twice:.1} %; error {learned:.3}, guess {guessed:.3}, least squares {least_squares:.3}"
    );
}

/// Prints seconds for 1,000 channels with 36 months, predictions included: the best of many.
fn speed() {
    let mut random = Random(36);
    let channels: Vec<Channel> = (0..CHANNELS).map(|_| Channel::of(&World::AS_GUESSED, &mut random, 36)).collect();
    let run = |_| {
        let start = Instant::now();
        for channel in &channels {
            let learned = learn(&channel.guess, &channel.points);
            black_box(TIMES.map(|times| learned.prediction(times * channel.guess.present)));
        }
        start.elapsed().as_secs_f64()
    };
    println!("seconds for 1000 channels, 36 months: {:.4}", (0..RUNS).map(run).fold(f64::INFINITY, f64::min));
}
