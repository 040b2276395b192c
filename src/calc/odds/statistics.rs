//! What many draws of a number come to.

use super::run::Drawn;

/// The sum of numbers, always added in the same order: eight sums side by side, then those.
#[must_use]
pub fn sum(values: &[f64]) -> f64 {
    let mut sums = [0.0; 8];
    let chunks = values.chunks_exact(8);
    let rest: f64 = chunks.remainder().iter().sum();
    for chunk in chunks {
        for (sum, value) in sums.iter_mut().zip(chunk) {
            *sum += value;
        }
    }
    sums.iter().sum::<f64>() + rest
}

impl Drawn {
    /// The mean.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // far below 2^53 draws
    pub fn mean(&self) -> f64 {
        match self {
            Self::Fixed(number) => *number,
            Self::Values(values) => sum(values) / values.len() as f64,
        }
    }

    /// The numbers with the given fractions of all draws below them; straight lines between neighbours, as in `NumPy`.
    #[must_use]
    pub fn quantiles<const N: usize>(&self, fractions: [f64; N]) -> [f64; N] {
        match self {
            Self::Fixed(number) => [*number; N],
            Self::Values(values) => quantiles(values, fractions),
        }
    }

    /// The number in one draw.
    #[must_use]
    pub fn at(&self, draw: usize) -> f64 {
        match self {
            Self::Fixed(number) => *number,
            Self::Values(values) => values[draw],
        }
    }

    /// The fraction of all draws for which something holds.
    #[must_use]
    #[allow(clippy::cast_precision_loss)]
    pub fn fraction(&self, holds: impl Fn(f64) -> bool) -> f64 {
        match self {
            Self::Fixed(number) => f64::from(u8::from(holds(*number))),
            Self::Values(values) => values.iter().filter(|value| holds(**value)).count() as f64 / values.len() as f64,
        }
    }
}

/// How many equal classes numbers are counted in.
const CLASSES: usize = 4096;

/// Exact order statistics without sorting everything: all numbers are counted by class, and only the classes that hold
/// what is looked for are sorted.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // counts of draws
fn quantiles<const N: usize>(values: &[f64], fractions: [f64; N]) -> [f64; N] {
    let last = values.len().saturating_sub(1);
    let positions = fractions.map(|fraction| fraction * last as f64);
    let classes = classes(values);
    let mut counts = vec![0_usize; CLASSES];
    for class in &classes {
        counts[usize::from(*class)] += 1;
    }

    let neighbours = positions.iter().flat_map(|position| [*position as usize, (*position as usize + 1).min(last)]);
    let mut neighbours: Vec<usize> = neighbours.collect();
    neighbours.sort_unstable();
    let mut wanted = vec![false; CLASSES];
    // How many numbers stand before each class, and how many of them are not kept.
    let (mut before, mut left_out) = (0, 0);
    let mut skipped = Vec::with_capacity(neighbours.len());
    let mut next = neighbours.iter().peekable();
    for (wanted, count) in wanted.iter_mut().zip(&counts) {
        while next.next_if(|rank| **rank < before + count).is_some() {
            *wanted = true;
            skipped.push(left_out);
        }
        before += count;
        left_out += if *wanted { 0 } else { *count };
    }
    let kept = values.iter().zip(&classes).filter(|(_, class)| wanted[usize::from(**class)]);
    let mut kept: Vec<f64> = kept.map(|(value, _)| *value).collect();
    kept.sort_unstable_by(f64::total_cmp);
    let number = |rank: usize| {
        let skipped = neighbours.iter().position(|other| *other == rank).and_then(|place| skipped.get(place));
        skipped.and_then(|skipped| kept.get(rank - skipped)).copied().unwrap_or(f64::NAN)
    };
    positions.map(|position| {
        let rank = position as usize;
        let (low, high) = (number(rank), number((rank + 1).min(last)));
        low + position.fract() * (high - low)
    })
}

/// The class of each number: equal steps between the ends of a sample, beyond them the first and the last class.
#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)] // the lowest bits are what is wanted
fn classes(values: &[f64]) -> Vec<u16> {
    /// Adding this rounds to a whole number, which then stands in the lowest bits.
    const TO_WHOLE: f64 = 4_503_599_627_370_496.0;
    const LAST: f64 = (CLASSES - 1) as f64;
    let sample = || values.iter().step_by(values.len() / 1_000 + 1);
    let low = sample().copied().fold(f64::INFINITY, f64::min);
    let high = sample().copied().fold(f64::NEG_INFINITY, f64::max);
    let scale = if high > low { LAST / (high - low) } else { 0.0 };
    let class = |value: &f64| (((value - low) * scale).clamp(0.0, LAST) + TO_WHOLE).to_bits() as u16;
    values.iter().map(class).collect()
}

/// Ranks from 0; equal numbers share the middle of their ranks.
#[must_use]
#[allow(clippy::cast_precision_loss)]
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<(f64, usize)> = values.iter().copied().zip(0..).collect();
    order.sort_unstable_by(|left, right| left.0.total_cmp(&right.0));
    let mut ranks = vec![0.0; values.len()];
    let mut start = 0;
    for equal in order.chunk_by(|left, right| left.0.to_bits() == right.0.to_bits()) {
        let shared = start as f64 + (equal.len() - 1) as f64 / 2.0;
        for (_, place) in equal {
            ranks[*place] = shared;
        }
        start += equal.len();
    }
    ranks
}

/// Pearson's correlation of two lists of the same length; 0 where one of them does not vary.
#[must_use]
#[allow(clippy::cast_precision_loss)]
pub fn correlation(left: &[f64], right: &[f64]) -> f64 {
    let count = left.len() as f64;
    let (left_mean, right_mean) = (sum(left) / count, sum(right) / count);
    let mut sums = [0.0; 3];
    for (left, right) in left.iter().zip(right) {
        let (left, right) = (left - left_mean, right - right_mean);
        for (sum, product) in sums.iter_mut().zip([left * right, left * left, right * right]) {
            *sum += product;
        }
    }
    let [both, left, right] = sums;
    let scale = (left * right).sqrt();
    if scale > 0.0 { both / scale } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ranks_share_ties() {
        assert_eq!(ranks(&[3.0, 1.0, 3.0, 2.0]), [2.5, 0.0, 2.5, 1.0]);
        assert_eq!(ranks(&[]), Vec::<f64>::new());
    }

    #[test]
    fn correlations() {
        let close = |left: f64, right: f64| (left - right).abs() < 1e-12;
        assert!(close(correlation(&[1.0, 2.0, 3.0], &[2.0, 4.0, 6.0]), 1.0));
        assert!(close(correlation(&[1.0, 2.0, 3.0], &[3.0, 2.0, 1.0]), -1.0));
        assert!(close(correlation(&[1.0, 2.0, 3.0], &[5.0, 5.0, 5.0]), 0.0));
    }

    /// By sorting everything.
    fn sorted_quantile(values: &[f64], fraction: f64) -> f64 {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let position = fraction * f64::from(u32::try_from(sorted.len() - 1).unwrap());
        let rank = sorted.iter().zip(0_u32..).take_while(|(_, rank)| f64::from(*rank) <= position).count() - 1;
        let next = sorted.get(rank + 1).copied().unwrap_or(sorted[rank]);
        sorted[rank] + position.fract() * (next - sorted[rank])
    }

    proptest! {
        #[test]
        fn quantiles_are_those_of_the_sorted_draws(
            values in prop_oneof![
                prop::collection::vec(-1e6..1e6_f64, 1..3_000),
                prop::collection::vec((0..5_i32).prop_map(f64::from), 1..3_000),
            ],
            fraction in 0.0..=1.0_f64,
        ) {
            let [found] = quantiles(&values, [fraction]);
            prop_assert_eq!(found.to_bits(), sorted_quantile(&values, fraction).to_bits());
        }
    }
}
