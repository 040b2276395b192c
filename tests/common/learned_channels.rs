//! Channels whose truth is known, to judge what is learned of them by.

use ripple_planner::calc::curve::Response;
use ripple_planner::calc::learn::{Guess, HALF_SPEND_SPREAD, Point, STEEPNESS_SPREAD, learn};
use ripple_planner::calc::odds::Z_95;
use ripple_planner::plan::Range;

use super::random::Random;

/// Predictions are judged at so many times the present spend.
pub const TIMES: [f64; 3] = [0.5, 1.0, 2.0];
const MONTHS: u32 = 12;
/// How the truth differs from what is guessed.
pub struct World {
    /// How many times as far from the guess as the guess says.
    pub worse: f64,
    /// Standard deviation of the logarithm of the true steepness about the guessed one, where it is not `worse`.
    pub steepness: f64,
    /// Whether the curve is a straight line.
    pub straight: bool,
}

impl World {
    /// The truth is as far from the guess as the guess says.
    pub const AS_GUESSED: Self = Self { worse: 1.0, steepness: STEEPNESS_SPREAD, straight: false };
}

/// How well channels were learned.
pub struct Judged {
    /// How often the 90 % range holds the true mean, at each of [`TIMES`].
    pub held: [f64; 3],
    /// Root mean square error of the logarithm at half and twice the present spend, learned.
    pub learned: f64,
    /// The same of the guess alone.
    pub guessed: f64,
    /// The same of least squares of the months alone.
    pub least_squares: f64,
}

/// Learns `channels` channels with `length` months each.
pub fn judge(world: &World, channels: u32, length: usize) -> Judged {
    let mut random = Random(20_261_129 + length as u64);
    let (mut held, mut errors) = ([0.0; 3], [0.0; 3]);
    for _ in 0..channels {
        let channel = Channel::of(world, &mut random, length);
        let learned = learn(&channel.guess, &channel.points);
        let peer = channel.least_squares();
        for (held, times) in held.iter_mut().zip(TIMES) {
            let spend = times * channel.guess.present;
            let truth = channel.truth.in_month(spend, MONTHS);
            let said = learned.prediction(spend);
            *held += f64::from(u8::from((said.p5..=said.p95).contains(&truth)));
            let others = [said.p50, channel.guess.curve.in_month(spend, MONTHS), peer.in_month(spend, MONTHS)];
            if (times - 1.0).abs() > 0.1 {
                for (error, said) in errors.iter_mut().zip(others) {
                    *error += (said.max(1e-9) / truth).ln().powi(2) / 2.0;
                }
            }
        }
    }
    let [learned, guessed, least_squares] = errors.map(|error| (error / f64::from(channels)).sqrt());
    Judged { held: held.map(|held| held / f64::from(channels)), learned, guessed, least_squares }
}

/// A channel whose truth is known, and months of it.
pub struct Channel {
    /// What was guessed.
    pub guess: Guess,
    truth: Response,
    /// Its months.
    pub points: Vec<Point>,
}

impl Channel {
    /// A channel of a world with `length` months.
    pub fn of(world: &World, random: &mut Random, length: usize) -> Self {
        let half = random.between(20_000.0, 400_000.0);
        let year = half * random.between(0.4, 1.5);
        let present = year / f64::from(MONTHS);
        let shape = random.between(0.8, 2.5);
        let won = random.between(3.0, 7.5).exp() * f64::from(MONTHS);
        let spread = random.between(0.1, 0.35);
        let range = Range { low: (-Z_95 * spread).exp(), high: (Z_95 * spread).exp() };
        let level = (world.worse * spread * random.normal()).exp();
        let moved = half * (world.worse * HALF_SPEND_SPREAD * random.normal()).exp();
        let steepness = (shape * (world.worse * world.steepness * random.normal()).exp()).clamp(0.2, 10.0);
        let through = |won: f64, half: f64, shape: f64| {
            if world.straight {
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

    /// Least squares of level and half spend without any guess of them, the steepness as guessed: half spends on a grid, the
    /// level in closed form. One month says nothing of the half spend; the guessed one is kept then.
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
        let pairs = self.points.iter().map(|point| (unit.in_month(point.spend, MONTHS), point.registrations));
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
    let mean = truth.in_month(spend, MONTHS);
    let won = mean + (mean + (scatter * mean).powi(2)).sqrt() * random.normal();
    Point { spend, registrations: won.max(0.0).round() }
}
