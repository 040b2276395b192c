//! Random S-curve channels, the same everywhere, for the benches of the best allocation.

use ripple_planner::calc::best_allocation::{Before, Candidate, Spend};
use ripple_planner::calc::curve::Response;

/// Numbers from a counter (`SplitMix64`).
pub struct Draws(pub u64);

impl Draws {
    /// Those of a problem.
    pub fn of(channels: usize, seed: u64) -> Self {
        Self(seed.wrapping_mul(0x1234_5678_9ABC_DEF1) ^ channels as u64)
    }

    /// From `low` to `high`, evenly.
    pub fn uniform(&mut self, low: f64, high: f64) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^= bits >> 31;
        low + (high - low) * ((bits >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// With median 1.
    pub fn log_normal(&mut self, spread: f64) -> f64 {
        let radius = (-2.0 * self.uniform(0.0, 1.0).ln()).sqrt();
        (spread * radius * (std::f64::consts::TAU * self.uniform(0.0, 1.0)).cos()).exp()
    }

    /// A channel of the family of the documentation, and its size c, by which budgets go.
    pub fn channel(&mut self) -> (f64, Candidate) {
        let size = self.log_normal(0.8) * 10_000.0;
        let ceiling = self.log_normal(0.5) * size / 5.0;
        (size, channel(ceiling, size * self.uniform(0.6, 2.0), self.uniform(0.5, 3.0)))
    }
}

/// A channel that may spend anything.
pub fn channel(ceiling: f64, half: f64, shape: f64) -> Candidate {
    Candidate {
        response: Response::Hill { base: 0.0, ceiling, half, shape },
        weight: 1.0,
        spend: Spend::Between { min: 0.0, max: f64::INFINITY },
        group: None,
        before: Before::default(),
    }
}
