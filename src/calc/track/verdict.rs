//! Whether a channel wins more or less than its curve by more than chance.
//!
//! Registrations of a month scatter at least as counts do (Poisson: variance = mean), and as much more as the months
//! themselves show. With yᵢ won, eᵢ bought by the curve and ρ = Σy/Σe, the dispersion is φ = max(1, Σ(yᵢ − ρeᵢ)²/(ρeᵢ)/(n − 1)):
//! Pearson's, of quasi-likelihood (`McCullagh` and Nelder, "Generalized Linear Models", 1989, section 4.5). The difference
//! counts where |Σy − Σe| > t·√(φΣe), with t the 97.5 % point of Student's distribution with n − 1 degrees of freedom.

/// Fewer months show too little of how they scatter.
const FEWEST_MONTHS: usize = 3;

/// Fewer expected registrations are too few for the normal approximation of counts.
const FEWEST_EXPECTED: f64 = 10.0;

/// What a month won, and what its curve buys for the same money.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pair {
    /// Registrations by the curve.
    pub by_curve: f64,
    /// Registrations won.
    pub won: f64,
}

/// A channel against its curve.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing is known, or there is no curve to hold it against.
    #[default]
    Unknown,
    /// Too few months or registrations to say anything.
    TooLittle,
    /// The difference may be chance.
    WithinChance,
    /// More than its curve, by more than chance.
    More,
    /// Less than its curve, by more than chance.
    Less,
}

impl Verdict {
    /// Whether it says that a channel is off its curve.
    #[must_use]
    pub fn is_beyond_chance(self) -> bool {
        matches!(self, Self::More | Self::Less)
    }
}

impl std::iter::Sum for Pair {
    fn sum<I: Iterator<Item = Self>>(pairs: I) -> Self {
        pairs
            .fold(Self::default(), |sum, pair| Self { by_curve: sum.by_curve + pair.by_curve, won: sum.won + pair.won })
    }
}

/// Judges the months of which both are known.
#[must_use]
pub fn verdict(pairs: &[Pair]) -> Verdict {
    let Pair { by_curve: curve, won } = pairs.iter().copied().sum();
    if pairs.is_empty() || !won.is_finite() || !curve.is_finite() || curve <= 0.0 {
        return Verdict::Unknown;
    }
    if pairs.len() < FEWEST_MONTHS || curve < FEWEST_EXPECTED {
        return Verdict::TooLittle;
    }
    let chance = student(pairs.len() - 1) * (dispersion(pairs, won / curve) * curve).sqrt();
    if (won - curve).abs() <= chance {
        Verdict::WithinChance
    } else if won > curve {
        Verdict::More
    } else {
        Verdict::Less
    }
}

/// How much more the months scatter than counts must, at least 1. A month of which the curve expects nothing says nothing.
fn dispersion(pairs: &[Pair], ratio: f64) -> f64 {
    let expected = pairs.iter().map(|pair| (pair.won, ratio * pair.by_curve)).filter(|(_, expected)| *expected > 0.0);
    let scatter: f64 = expected.map(|(won, expected)| (won - expected).powi(2) / expected).sum();
    #[allow(clippy::cast_precision_loss)] // at most 120 months
    let freedom = (pairs.len() - 1) as f64;
    (scatter / freedom).max(1.0)
}

/// 97.5 % points of Student's distribution with 1, 2, … degrees of freedom.
const STUDENT: [f64; 12] = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179];

/// Beyond the table by its expansion in 1/ν (Abramowitz and Stegun, 26.7.5), within 0.001.
fn student(freedom: usize) -> f64 {
    #[allow(clippy::cast_precision_loss)] // at most 120 months
    let one = 1.0 / freedom.max(1) as f64;
    STUDENT.get(freedom.saturating_sub(1)).copied().unwrap_or(1.95996 + one * (2.37227 + one * 2.8225))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_is_said_of_little() {
        let pair = |by_curve, won| Pair { by_curve, won };
        assert_eq!(verdict(&[]), Verdict::Unknown);
        assert_eq!(verdict(&[pair(0.0, 5.0); 4]), Verdict::Unknown);
        assert_eq!(verdict(&[pair(100.0, 10.0); 2]), Verdict::TooLittle);
        assert_eq!(verdict(&[pair(1.0, 0.0); 4]), Verdict::TooLittle);
        assert_eq!(verdict(&[pair(100.0, 103.0); 4]), Verdict::WithinChance);
        assert_eq!(verdict(&[pair(100.0, 0.0); 4]), Verdict::Less);
        assert_eq!(verdict(&[pair(100.0, 200.0); 4]), Verdict::More);
    }

    #[test]
    fn the_table_goes_on_smoothly() {
        let points: Vec<f64> = (1..=120).map(student).collect();
        assert!(points.is_sorted_by(|one, next| one > next));
        for (freedom, point) in [(13, 2.160), (20, 2.086), (30, 2.042), (60, 2.000), (120, 1.980)] {
            assert!((student(freedom) - point).abs() < 0.003, "{freedom}: {}", student(freedom));
        }
    }
}
