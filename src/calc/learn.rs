//! Curves that learn: what a planner guessed, corrected by what months really won.
//!
//! The guess is a response curve r for all T months, and how sure the planner is of the registrations it gives at the present
//! spend. A month that spends x is to win m(x) = r(T·x)/T. Two things may be wrong with it, both in the log:
//!
//! - the level u, normal with the standard deviation of the stated range: everything times eᵘ;
//! - the half spend v, normal with [`HALF_SPEND_SPREAD`]: the curve bends earlier or later, turned about the present spend, so
//!   that the stated range goes on saying how sure the planner is there.
//!
//! What a month wins scatters about its mean μ with variance μ + (c·μ)²: at least as counts do, and by a share c of it that the
//! months themselves show ([`SCATTER`]). Its tails are those of Student's distribution with [`FREEDOM`] degrees of freedom, so
//! that one odd month does not rule. The posterior is integrated, not only maximised: v and c on grids, u by Laplace's
//! approximation at each of their points (Tierney and Kadane, "Accurate approximations for posterior moments and marginal
//! densities", 1986). No random numbers: the same months give the same curve.

use crate::plan::Range;

use super::curve::Response;
use super::odds::Z_95;

/// Standard deviation of the logarithm of the half spend: 90 % within a factor of 1.64.
pub const HALF_SPEND_SPREAD: f64 = 0.3;

/// The range of a guess that states none.
pub const UNSTATED: Range<f64> = Range { low: 0.6, high: 1.0 / 0.6 };

/// Degrees of freedom of a month's scatter.
pub const FREEDOM: f64 = 5.0;

/// One more than the degrees of freedom: the power that a month's distance is raised to.
const TAIL_POWER: i32 = 6;

/// The square of the scale of that distribution times its degrees of freedom, as a share of the variance: chosen so that a month
/// says as much of the mean as one of a normal distribution does, ν(ν + 1)/(ν + 3). With the same variance it would say a quarter
/// more, and ranges would be too narrow wherever months are not odd at all.
const SCALE: f64 = FREEDOM * (FREEDOM + 1.0) / (FREEDOM + 3.0);

/// Shares of the mean by which months scatter beyond counting, each with its prior weight: half a normal distribution with
/// standard deviation 0.15.
const SCATTER: [(f64, f64); 7] =
    [(0.0, 0.5), (0.05, 0.946), (0.1, 0.881), (0.16, 0.792), (0.24, 0.556), (0.36, 0.202), (0.6, 0.001)];

/// How far grids of half spends go to each side, in standard deviations.
const REACH: f64 = 3.5;

/// Points to each side of the grids that close in on the half spend, and of the last one.
const COARSE: i32 = 4;
const FINE: i32 = 7;

/// No grid of half spends needs smaller steps.
const FINEST: f64 = 1e-4;

/// What a month spent and won.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Money spent, in currency units.
    pub spend: f64,
    /// Registrations won.
    pub registrations: f64,
}

/// What was guessed of a channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guess {
    /// The curve of all months.
    pub curve: Response,
    /// 90 % range of the registrations at the present spend, as factors.
    pub range: Option<Range<f64>>,
    /// How many months the curve is for, at least 1.
    pub months: u32,
    /// What a month spends at present, in currency units.
    pub present: f64,
}

/// What was learned of a channel.
#[derive(Clone, Debug, PartialEq)]
pub struct Learned {
    /// The curve of all months, at the middle of what is likely.
    pub curve: Response,
    /// 90 % range of the registrations at the present spend, as factors of that curve.
    pub range: Range<f64>,
    /// The share of its mean by which a month scatters beyond counting.
    pub scatter: f64,
    guess: Guess,
    nodes: Vec<Node>,
}

/// A half spend and a scatter, how likely they are, and the level that goes with them.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Node {
    bend: f64,
    scatter: f64,
    weight: f64,
    level: f64,
    variance: f64,
}

/// The 5, 50 and 95 % points of what a month is to win on average.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prediction {
    /// One time in twenty it is less.
    pub p5: f64,
    /// As often more as less.
    pub p50: f64,
    /// One time in twenty it is more.
    pub p95: f64,
}

/// Learns from months; without any the guess stays as it is.
#[must_use]
pub fn learn(guess: &Guess, points: &[Point]) -> Learned {
    let spread = level_spread(guess.range);
    let months: Vec<Month> = points.iter().filter_map(|point| Month::of(guess, point)).collect();
    let nodes = posterior_nodes(guess, &months, spread);
    let mean = |of: fn(&Node) -> f64| moments(nodes.iter().map(|node| (node.weight, of(node), 0.0))).0;
    let (level, bend, scatter) = (mean(|node| node.level), mean(|node| node.bend), mean(|node| node.scatter));
    let curve = bent(guess, bend).times(level.exp());
    let mut learned = Learned { curve, range: Range { low: 1.0, high: 1.0 }, scatter, guess: *guess, nodes };
    let (present, now) = (learned.prediction(guess.present), curve.in_month(guess.present, guess.months));
    if now > 0.0 {
        learned.range = Range { low: present.p5 / now, high: present.p95 / now };
    }
    learned
}

/// Grids that close in on the half spend until the last one tells its likely values apart.
fn posterior_nodes(guess: &Guess, months: &[Month], spread: f64) -> Vec<Node> {
    let mut grid = Grid { middle: 0.0, deviation: HALF_SPEND_SPREAD, points: COARSE };
    loop {
        let nodes = grid_nodes(guess, months, spread, grid, &SCATTER);
        let (middle, deviation) = moments(nodes.iter().map(|node| (node.weight, node.bend, 0.0)));
        let step = grid.step();
        if deviation >= 0.5 * step || step < FINEST {
            let close = Grid { middle, deviation: deviation.max(0.5 * step), points: FINE };
            return grid_nodes(guess, months, spread, close, &likely_scatter(&nodes));
        }
        grid = Grid { middle, deviation: 0.5 * step, points: COARSE };
    }
}

impl Learned {
    /// What a month that spends so many currency units is to win on average.
    #[must_use]
    pub fn prediction(&self, spend: f64) -> Prediction {
        let of_node = |node: &Node| {
            let mean = bent(&self.guess, node.bend).in_month(spend, self.guess.months);
            (node.weight, node.level + mean.max(f64::MIN_POSITIVE).ln(), node.variance)
        };
        let (middle, deviation) = moments(self.nodes.iter().map(of_node));
        let at = |normal: f64| (middle + normal * deviation).exp();
        Prediction { p5: at(-Z_95), p50: at(0.0), p95: at(Z_95) }
    }
}

/// Standard deviation of the logarithm of the level.
fn level_spread(range: Option<Range<f64>>) -> f64 {
    let usable = |range: &Range<f64>| range.low > 0.0 && range.low <= range.high && range.high.is_finite();
    let range = range.filter(usable).unwrap_or(UNSTATED);
    // Nobody is so sure that a year of months could not teach them better.
    ((range.high / range.low).ln() / (2.0 * Z_95)).max(0.01)
}

/// The guess with its half spend times e^`bend`, turned about the present spend; curves without one cannot bend.
fn bent(guess: &Guess, bend: f64) -> Response {
    let Response::Hill { base, ceiling, half, shape } = guess.curve else { return guess.curve };
    let present = guess.present * f64::from(guess.months.max(1));
    let reached = |half: f64| Response::Hill { base: 0.0, ceiling: 1.0, half, shape }.value(present);
    let moved = half * bend.exp();
    let (before, after) = (reached(half), reached(moved));
    if before > 0.0 && after > 0.0 {
        Response::Hill { base, ceiling: ceiling * before / after, half: moved, shape }
    } else {
        guess.curve
    }
}

/// A month that says something of the curve.
struct Month {
    spend: f64,
    won: f64,
}

impl Month {
    /// `None` for a month that spends nothing where the curve gives nothing, and for numbers that are none.
    fn of(guess: &Guess, point: &Point) -> Option<Self> {
        let is_usable = |number: f64| (0.0..=super::numbers::LARGEST).contains(&number);
        let expected = guess.curve.in_month(point.spend, guess.months);
        (is_usable(point.spend) && is_usable(point.registrations) && expected > 0.0)
            .then_some(Self { spend: point.spend, won: point.registrations })
    }
}

/// Half spends that are tried, as logarithms of factors.
#[derive(Clone, Copy)]
struct Grid {
    middle: f64,
    deviation: f64,
    /// To each side of the middle.
    points: i32,
}

impl Grid {
    fn step(&self) -> f64 {
        REACH * self.deviation / f64::from(self.points)
    }
}

/// The shares of scatter that the first grid has not ruled out.
fn likely_scatter(nodes: &[Node]) -> Vec<(f64, f64)> {
    let all: f64 = nodes.iter().map(|node| node.weight).sum();
    let weight = |scatter: f64| {
        nodes.iter().filter(|node| (node.scatter - scatter).abs() < 1e-9).map(|node| node.weight).sum::<f64>()
    };
    SCATTER.into_iter().filter(|(scatter, _)| weight(*scatter) >= 1e-4 * all).collect()
}

fn grid_nodes(guess: &Guess, months: &[Month], spread: f64, grid: Grid, scatters: &[(f64, f64)]) -> Vec<Node> {
    let can_bend = matches!(guess.curve, Response::Hill { .. });
    let bends = if can_bend { -grid.points..=grid.points } else { 0..=0 };
    let step = grid.step();
    let mut nodes = Vec::new();
    let mut level = 0.0;
    for number in bends {
        let bend = if can_bend { grid.middle + f64::from(number) * step } else { 0.0 };
        let curve = bent(guess, bend);
        let means: Vec<(f64, f64)> =
            months.iter().map(|month| (curve.in_month(month.spend, guess.months), month.won)).collect();
        for &(scatter, prior) in scatters {
            let posterior = Posterior { means: &means, scatter, precision: spread.powi(-2) };
            let peak = posterior.mode(level);
            level = peak.level;
            let curvature = peak.curvature;
            let log = peak.height - 0.5 * (bend / HALF_SPEND_SPREAD).powi(2) + f64::ln(prior) - 0.5 * curvature.ln();
            nodes.push(Node { bend, scatter, weight: log, level, variance: 1.0 / curvature });
        }
    }
    let highest = nodes.iter().map(|node| node.weight).fold(f64::NEG_INFINITY, f64::max);
    for node in &mut nodes {
        node.weight = (node.weight - highest).exp();
    }
    nodes
}

/// Where a posterior is highest, the logarithm of its density there, and how sharply it bends.
struct Peak {
    level: f64,
    height: f64,
    curvature: f64,
}

/// The level, given a half spend and a scatter.
struct Posterior<'a> {
    /// What each month is to win by the guess, and what it won.
    means: &'a [(f64, f64)],
    scatter: f64,
    /// Of the prior of the level.
    precision: f64,
}

impl Posterior<'_> {
    /// The logarithm of its density, but for a constant.
    fn log(&self, level: f64) -> f64 {
        let factor = level.exp();
        // Most of the time goes here: densities are multiplied as long as they fit, so that one logarithm does for many.
        let (mut sum, mut product) = (0.0, 1.0);
        for (mean, won) in self.means {
            let mean = factor * mean;
            let variance = mean + (self.scatter * mean).powi(2);
            let distance = (won - mean).powi(2) / (variance * SCALE);
            let month = variance * (1.0 + distance).powi(TAIL_POWER);
            if (1e-60..1e200).contains(&month) {
                product *= month;
            } else {
                sum += variance.ln() + f64::from(TAIL_POWER) * distance.ln_1p();
            }
            if !(1e-100..1e100).contains(&product) {
                sum += product.ln();
                product = 1.0;
            }
        }
        -0.5 * (sum + product.ln() + self.precision * level * level)
    }

    /// Slope of the logarithm, and the curvature by which a step is measured: never below that of the prior.
    fn slope(&self, level: f64) -> (f64, f64) {
        let factor = level.exp();
        let (mut slope, mut curvature) = (-self.precision * level, self.precision);
        for (mean, won) in self.means {
            let mean = factor * mean;
            let variance = mean + (self.scatter * mean).powi(2);
            let growth = 1.0 + (self.scatter * mean).powi(2) / variance;
            let distance = won - mean;
            let squared = distance * distance / variance;
            let weight = (FREEDOM + 1.0) / (SCALE + squared);
            slope += weight * (distance * mean / variance + 0.5 * squared * growth) - 0.5 * growth;
            curvature += weight * mean * mean / variance;
        }
        (slope, curvature)
    }

    /// The likeliest level near `start`: Newton's steps with a curvature that is never negative, bounded, and halved where
    /// they do not climb.
    fn mode(&self, start: f64) -> Peak {
        let mut level = start;
        let mut height = self.log(level);
        let mut width = 0.0;
        for _ in 0..30 {
            let (slope, curvature) = self.slope(level);
            width = curvature.sqrt().recip();
            let mut step = (slope / curvature).clamp(-1.0, 1.0);
            if step.abs() < 1e-4 * width {
                break;
            }
            let mut next = self.log(level + step);
            while next < height && step.abs() > 1e-9 {
                step *= 0.5;
                next = self.log(level + step);
            }
            (level, height) = (level + step, next.max(height));
        }
        Peak { level, height, curvature: self.curvature(level, height, 0.5 * width) }
    }

    /// Minus the second derivative of the logarithm, never below a quarter of the prior's.
    fn curvature(&self, level: f64, height: f64, step: f64) -> f64 {
        let second = self.log(level + step) - 2.0 * height + self.log(level - step);
        (-second / (step * step)).max(0.25 * self.precision)
    }
}

/// Mean and standard deviation of a mixture: weights, means and variances of its parts.
fn moments(parts: impl Iterator<Item = (f64, f64, f64)>) -> (f64, f64) {
    let sums = parts.fold([0.0; 3], |[all, first, second], (weight, mean, variance)| {
        [all + weight, first + weight * mean, second + weight * (mean * mean + variance)]
    });
    let [all, first, second] = sums;
    if all <= 0.0 {
        return (0.0, 0.0);
    }
    let mean = first / all;
    (mean, (second / all - mean * mean).max(0.0).sqrt())
}

#[cfg(test)]
mod tests;
