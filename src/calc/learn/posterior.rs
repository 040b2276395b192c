//! What is likely of level, half spend and steepness once months are known.
//!
//! 1. Newton's steps lead to where it is about likeliest ([`mode`]).
//! 2. There, each likely scatter and each sureness of the guess has a normal distribution by Laplace's approximation. All of
//!    them together say where to look ([`Look`]).
//! 3. Half spend and steepness are integrated by the rule of Gauss and Hermite about there, with what is really likely at each
//!    of its points; the level at each of them by Laplace's approximation again ([`nodes`]).

use crate::calc::elementary::{exp, ln};

use super::evidence::{Evidence, Months};
use super::family::{Family, Member};
use super::prior::{Before, NOTHING, Prior};
use super::symmetric::{Root, Symmetric, Vector, along, dot};

/// A share of the mean by which months scatter beyond counting, and its prior weight.
#[derive(Clone, Copy)]
pub(super) struct Scatter {
    pub(super) share: f64,
    pub(super) weight: f64,
}

/// Half a normal distribution with standard deviation 0.15.
pub(super) const SCATTERS: [Scatter; 7] = [
    Scatter { share: 0.0, weight: 0.5 },
    Scatter { share: 0.05, weight: 0.946 },
    Scatter { share: 0.1, weight: 0.881 },
    Scatter { share: 0.16, weight: 0.792 },
    Scatter { share: 0.24, weight: 0.556 },
    Scatter { share: 0.36, weight: 0.202 },
    Scatter { share: 0.6, weight: 0.001 },
];

/// The scatter by which the likeliest place is looked for first, and the least one.
const MIDDLE: f64 = 0.12;
const LITTLE: f64 = 0.001;

/// Scatters that are so many times less likely than the likeliest are left out, as a logarithm.
const UNLIKELY: f64 = 4.0;

/// The rule of Gauss and Hermite with four points for a normal distribution: points and weights.
const RULE: [(f64, f64); 4] = [
    (-2.334_414_218_338_977, 0.045_875_854_768_068),
    (-0.741_963_784_302_726, 0.454_124_145_231_932),
    (0.741_963_784_302_726, 0.454_124_145_231_932),
    (2.334_414_218_338_977, 0.045_875_854_768_068),
];

/// Newton's steps end where the next one would gain half of this in the logarithm, or moves by nothing, or after so many.
const CLOSE: f64 = 0.1;
const STILL: f64 = 1e-9;
const MOST_STEPS: u32 = 60;

/// A place that was looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Node {
    /// How likely it is; all nodes together 1.
    pub(super) weight: f64,
    /// The mean level of this half spend and steepness, and these two.
    pub(super) at: Vector,
    /// Of the level.
    pub(super) variance: f64,
    /// The mean scatter.
    pub(super) scatter: f64,
    /// The curve there.
    pub(super) curve: Member,
}

/// Nodes of half spend and steepness that stand for all that is likely.
pub(super) fn posterior(family: &Family, months: &mut Months, prior: &Prior) -> Vec<Node> {
    let (at, scatters) = mode(family, months, prior);
    let look = Look::from(months, prior, (&at, scatters));
    nodes(family, months, prior, &look)
}

/// About where the posterior is highest, and the scatters that are likely there. The months end up there too.
fn mode(family: &Family, months: &mut Months, prior: &Prior) -> (Vector, Vec<Scatter>) {
    let (mut at, mut scatter) = ([0.0; 3], MIDDLE);
    loop {
        at = top(family, months, prior, (&at, scatter));
        let scatters = likely_scatters(months);
        let likely = scatters.iter().map(|scatter| scatter.share).fold(0.0, f64::max);
        // Months that scatter less than was thought say more, so what was close is not any more.
        if likely > 0.5 * scatter || scatter <= LITTLE {
            return (at, scatters);
        }
        scatter = likely.max(LITTLE);
    }
}

/// About where it is highest by one scatter, from `start` on: Newton's steps, bounded, and halved where they do not climb.
fn top(family: &Family, months: &mut Months, prior: &Prior, (start, scatter): (&Vector, f64)) -> Vector {
    let mut climb = |at: &Vector| {
        let (evidence, before) = (months.evidence_at(&family.member(at), scatter), prior.at(at));
        (evidence, before, evidence.log + before.log + ln(before.share))
    };
    let mut at = *start;
    let (mut evidence, mut before, mut height) = climb(&at);
    for _ in 0..MOST_STEPS {
        let Some(Newton { step, gain, .. }) = Newton::of(&evidence, &before, &at) else { break };
        if gain < CLOSE {
            break;
        }
        let mut times = 1.0 / step.iter().map(|part| part.abs()).fold(1.0, f64::max);
        loop {
            let next = along(&at, times, &step);
            let there = climb(&next);
            if there.2 >= height {
                (at, (evidence, before, height)) = (next, there);
                break;
            }
            times *= 0.5;
            if times < STILL {
                return at;
            }
        }
    }
    at
}

/// A step to where a posterior that is normal would be highest.
struct Newton {
    step: Vector,
    /// Twice what the logarithm gains by it.
    gain: f64,
    root: Root,
}

impl Newton {
    fn of(evidence: &Evidence, before: &Before, at: &Vector) -> Option<Self> {
        let slope: Vector =
            std::array::from_fn(|number| evidence.slope[number] - before.precision[number] * at[number]);
        let root = evidence.information.plus_diagonal(&before.precision).root()?;
        let step = root.solve(&slope);
        Some(Self { step, gain: dot(&step, &slope), root })
    }
}

/// Where to look for what is likely.
struct Look {
    mean: Vector,
    covariance: Symmetric,
    scatters: Vec<Scatter>,
}

impl Look {
    /// From about the likeliest place, where the months are.
    fn from(months: &mut Months, prior: &Prior, (at, scatters): (&Vector, Vec<Scatter>)) -> Self {
        let mut parts = Vec::with_capacity(SCATTERS.len() * prior.sureness.len());
        for scatter in &scatters {
            let evidence = months.evidence(scatter.share);
            for sureness in prior.sureness {
                let before = prior.with(sureness, at);
                let Some(Newton { step, gain, root }) = Newton::of(&evidence, &before, at) else { continue };
                let share = scatter.weight * before.share * root.inverse_determinant();
                parts.push(((evidence.log + before.log + 0.5 * gain, share), step, root.inverse()));
            }
        }
        let weights = weights(parts.iter().map(|part| part.0));
        let weighted = || parts.iter().zip(&weights);
        let middle = weighted().fold([0.0; 3], |sum, ((_, step, _), weight)| along(&sum, *weight, step));
        let covariance = weighted().fold(Symmetric::default(), |sum, ((_, step, covariance), weight)| {
            sum.plus(*weight, covariance).plus(*weight, &Symmetric::square(&along(step, -1.0, &middle)))
        });
        Self { mean: along(at, 1.0, &middle), covariance, scatters }
    }

    /// How far to go from the mean for each of two independent standard normal numbers: the first moves the half spend and, with
    /// it, the steepness, the second the steepness alone; the level goes along with both.
    fn ways(&self) -> [Vector; 2] {
        let [uu, uv, vv, us, vs, ss] = self.covariance.0;
        let root = Symmetric([vv, vs, ss, uv, us, uu]).root();
        root.map_or([[0.0; 3]; 2], |Root { lower: [v, s, s_alone, u, u_alone, _], .. }| {
            [[u, v, s], [u_alone, 0.0, s_alone]]
        })
    }
}

/// The scatters that months do not rule out at the curve they took in last.
fn likely_scatters(months: &mut Months) -> Vec<Scatter> {
    let logs = SCATTERS.map(|scatter| months.level(scatter.share).log + ln(scatter.weight));
    let highest = logs.into_iter().fold(f64::NEG_INFINITY, f64::max);
    SCATTERS.into_iter().zip(logs).filter(|(_, log)| *log >= highest - UNLIKELY).map(|(scatter, _)| scatter).collect()
}

fn nodes(family: &Family, months: &mut Months, prior: &Prior, look: &Look) -> Vec<Node> {
    let [first, second] = look.ways();
    let mut nodes = Vec::with_capacity(RULE.len() * RULE.len());
    let mut logs = Vec::with_capacity(RULE.len() * RULE.len());
    for (x, one) in RULE {
        for (y, other) in RULE {
            let at = along(&along(&look.mean, x, &first), y, &second);
            let (node, log, share) = node(family, months, prior, (&at, &look.scatters));
            // The rule holds the density of the normal distribution that was looked about.
            logs.push((log + 0.5 * (x * x + y * y), share * one * other));
            nodes.push(node);
        }
    }
    for (node, weight) in nodes.iter_mut().zip(weights(logs.into_iter())) {
        node.weight = weight;
    }
    nodes
}

/// The level of a half spend and a steepness, from about where it is likely; and how likely these two are: share·e^log.
fn node(
    family: &Family,
    months: &mut Months,
    prior: &Prior,
    (at, scatters): (&Vector, &[Scatter]),
) -> (Node, f64, f64) {
    let curve = family.member(at);
    months.expect(&curve);
    let before = prior.at(at);
    let mut parts = [(0.0, 0.0, 0.0, 0.0); SCATTERS.len()];
    let mut highest = f64::NEG_INFINITY;
    for (part, scatter) in parts.iter_mut().zip(scatters) {
        let said = months.level(scatter.share);
        let slope = said.slope - before.precision[0] * at[0];
        let variance = 1.0 / (said.information + before.precision[0]);
        let log = said.log + 0.5 * slope * slope * variance;
        *part = (log, scatter.weight * variance.sqrt(), slope * variance, variance);
        highest = highest.max(log);
    }
    let [mut all, mut moved, mut square, mut share] = [0.0; 4];
    for ((log, weight, step, variance), scatter) in parts.into_iter().zip(scatters) {
        let weight = weight * exp((log - highest).max(NOTHING));
        all += weight;
        moved += weight * step;
        square += weight * (step * step + variance);
        share += weight * scatter.share;
    }
    let moved = moved / all;
    let at = [at[0] + moved, at[1], at[2]];
    let variance = square / all - moved * moved;
    let node = Node { weight: 0.0, at, variance, scatter: share / all, curve: curve.raised(moved) };
    (node, highest + before.log, all * before.share)
}

/// Weights with the sum 1 from shares times powers of e.
fn weights(parts: impl Iterator<Item = (f64, f64)> + Clone) -> Vec<f64> {
    let highest = parts.clone().map(|(log, _)| log).fold(f64::NEG_INFINITY, f64::max);
    let mut weights: Vec<f64> = parts.map(|(log, share)| share * exp((log - highest).max(NOTHING))).collect();
    let all: f64 = weights.iter().sum();
    for weight in &mut weights {
        *weight /= all;
    }
    weights
}
