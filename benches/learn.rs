//! How good and how fast learned curves are: `cargo bench --bench learn`. `learn_scipy.py` runs it beside `SciPy`.
//!
//! For each world and length, of 1,000 channels: how often the 90 % range holds the true mean of a month at half, once and
//! twice the present spend, and the root mean square error of the logarithm at half and twice.

use std::hint::black_box;
use std::time::Instant;

use ripple_planner::calc::curve::Response;
use ripple_planner::calc::learn::{Guess, HALF_SPEND_SPREAD, Point, learn};
use ripple_planner::plan::Range;

const CHANNELS: u32 = 1_000;
const LENGTHS: [usize; 5] = [1, 3, 6, 12, 36];
const TIMES: [f64; 3] = [0.5, 1.0, 2.0];
const MONTHS: u32 = 12;
/// Half a 90 % range of a normal distribution, in standard deviations.
const NINETY: f64 = 1.644_853_626_951_472_2;

/// How the truth differs from what is guessed.
struct Kind {
    name: &'static str,
    /// How many times as far from the guess as the guess says.
    worse: f64,
    /// Standard deviation of the logarithm of the true steepness about the guessed one.
    steepness: f64,
    /// Whether the curve is a straight line.
    straight: bool,
}

const WORLDS: [Kind; 5] = [
    Kind { name: "as the guess says", worse: 1.0, steepness: 0.0, straight: false },
    Kind { name: "straight lines", worse: 1.0, steepness: 0.0, straight: true },
    Kind { name: "steepness off", worse: 1.0, steepness: 0.3, straight: false },
    Kind { name: "1.5 times worse", worse: 1.5, steepness: 0.0, straight: false },
    Kind { name: "2 times worse", worse: 2.0, steepness: 0.0, straight: false },
];

fn main() {
    let speed_only = std::env::args().any(|argument| argument == "speed");
    if !speed_only {
        for kind in &WORLDS {
            for length in LENGTHS {
                judge(kind, length);
            }
        }
    }
    speed();
}

/// Prints seconds for 1,000 channels with 36 months, predictions included: the best of five.
fn speed() {
    let mut random = Random(36);
    let channels: Vec<Channel> = (0..CHANNELS).map(|_| Channel::of(&WORLDS[0], &mut random, 36)).collect();
    let run = |_| {
        let start = Instant::now();
        for channel in &channels {
            let learned = learn(&channel.guess, &channel.points);
            black_box(TIMES.map(|times| learned.prediction(times * channel.guess.present)));
        }
        start.elapsed().as_secs_f64()
    };
    println!("seconds for 1000 channels, 36 months: {:.4}", (0..5).map(run).fold(f64::INFINITY, f64::min));
}

fn judge(kind: &Kind, length: usize) {
    let mut random = Random(20_261_129 + length as u64);
    let (mut held, mut errors) = ([0.0; 3], [0.0; 3]);
    for _ in 0..CHANNELS {
        let channel = Channel::of(kind, &mut random, length);
        let learned = learn(&channel.guess, &channel.points);
        let peer = channel.least_squares();
        for (held, times) in held.iter_mut().zip(TIMES) {
            let spend = times * channel.guess.present;
            let truth = of_month(&channel.truth, spend);
            let said = learned.prediction(spend);
            *held += f64::from(u8::from((said.p5..=said.p95).contains(&truth)));
            let others = [said.p50, of_month(&channel.guess.curve, spend), of_month(&peer, spend)];
            if (times - 1.0).abs() > 0.1 {
                for (error, said) in errors.iter_mut().zip(others) {
                    *error += (said.max(1e-9) / truth).ln().powi(2) / 2.0;
                }
            }
        }
    }
    let [half, once, twice] = held.map(|held| 100.0 * held / f64::from(CHANNELS));
    let [learned, guess, peer] = errors.map(|error| (error / f64::from(CHANNELS)).sqrt());
    let name = kind.name;
    println!(
        "{name:18} {length:2} months: held {half:.1} {once:.1} {twice:.1} %; error {learned:.3}, guess {guess:.3}, least squares {peer:.3}"
    );
}

/// What a month that spends `spend` wins by the curve of all months: r(T·x)/T.
fn of_month(curve: &Response, spend: f64) -> f64 {
    curve.value(spend * f64::from(MONTHS)) / f64::from(MONTHS)
}

/// A channel whose truth is known, and months of it.
struct Channel {
    guess: Guess,
    truth: Response,
    points: Vec<Point>,
}

impl Channel {
    fn of(kind: &Kind, random: &mut Random, length: usize) -> Self {
        let half = random.between(20_000.0, 400_000.0);
        let year = half * random.between(0.4, 1.5);
        let present = year / f64::from(MONTHS);
        let shape = random.between(0.8, 2.5);
        let won = random.between(3.0, 7.5).exp() * f64::from(MONTHS);
        let spread = random.between(0.1, 0.35);
        let range = Range { low: (-NINETY * spread).exp(), high: (NINETY * spread).exp() };
        let level = (kind.worse * spread * random.normal()).exp();
        let moved = half * (kind.worse * HALF_SPEND_SPREAD * random.normal()).exp();
        let steepness = (shape * (kind.steepness * random.normal()).exp()).clamp(0.2, 10.0);
        let through = |won: f64, half: f64, shape: f64| {
            if kind.straight {
                return Response::Linear { base: 0.0, cost: year / won, ceiling: 1e12 };
            }
            let unit = Response::Hill { base: 0.0, ceiling: 1.0, half, shape };
            Response::Hill { base: 0.0, ceiling: won / unit.value(year), half, shape }
        };
        let guess = Guess { curve: through(won, half, shape), range: Some(range), months: MONTHS, present };
        let truth = through(level * won, moved, steepness);
        let scatter = 0.15 * random.normal().abs();
        let points = (0..length).map(|_| month(&truth, present, scatter, random)).collect();
        Self { guess, truth, points }
    }

    /// Least squares of level and half spend without any guess of them: half spends on a grid, the level in closed form. One
    /// month says nothing of the half spend; the guessed one is kept then.
    fn least_squares(&self) -> Response {
        let Response::Hill { base, half, shape, .. } = self.guess.curve else {
            return self.scaled(Response::Linear { base: 0.0, cost: 1.0, ceiling: 1e12 }).1;
        };
        let bends = if self.points.len() < 2 { 0..=0 } else { -40..=40 };
        bends
            .map(|number| {
                let half = half * (0.05 * f64::from(number)).exp();
                self.scaled(Response::Hill { base, ceiling: 1.0, half, shape })
            })
            .min_by(|(one, _), (other, _)| one.total_cmp(other))
            .map_or(self.guess.curve, |(_, curve)| curve)
    }

    /// The curve at the height with the least squares, and their sum.
    fn scaled(&self, unit: Response) -> (f64, Response) {
        let pairs = self.points.iter().map(|point| (of_month(&unit, point.spend), point.registrations));
        let (cross, square) =
            pairs.clone().fold((0.0, 0.0), |(cross, square), (mean, won)| (cross + mean * won, square + mean * mean));
        let factor = (cross / square).max(1e-9);
        let curve = match unit {
            Response::Hill { base, half, shape, .. } => Response::Hill { base, ceiling: factor, half, shape },
            Response::Linear { base, ceiling, .. } => Response::Linear { base, cost: 1.0 / factor, ceiling },
            fixed @ Response::Fixed { .. } => fixed,
        };
        (pairs.map(|(mean, won)| (won - factor * mean).powi(2)).sum(), curve)
    }
}

/// A month within 30 % of the present spend; counts scatter, and by a share of their mean beyond that.
fn month(truth: &Response, present: f64, scatter: f64, random: &mut Random) -> Point {
    let spend = present * random.between(0.7, 1.3);
    let mean = of_month(truth, spend);
    let won = mean + (mean + (scatter * mean).powi(2)).sqrt() * random.normal();
    Point { spend, registrations: won.max(0.0).round() }
}

/// The same numbers in every run: splitmix64, and twelve uniform ones for a normal one.
struct Random(u64);

impl Random {
    #[allow(clippy::cast_precision_loss)] // 53 bits
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.uniform()
    }

    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0
    }
}
