//! e^x and ln x by fixed sequences of additions and multiplications: draws must be the same numbers on every
//! platform, which the functions of the system's library do not promise, and e^x must run over many draws at once.

/// ln 2 in two parts; the first has so few digits that a product with a small whole number is exact.
const LN_2: [f64; 2] = [6.931_471_803_691_238e-1, 1.908_214_929_270_587_7e-10];

/// The range of x for [`exp`].
pub const EXPONENTS: std::ops::RangeInclusive<f64> = -700.0..=700.0;

/// e^x for x within [`EXPONENTS`]; relative error below 1e-11.
#[inline(always)]
#[allow(clippy::inline_always)] // into what runs widely
#[must_use]
pub fn exp(x: f64) -> f64 {
    /// Adding this rounds to a whole number, which then stands in the lowest bits.
    const TO_WHOLE: f64 = 6_755_399_441_055_744.0;
    /// Taylor series; the rest is at most half of ln 2.
    const SERIES: [f64; 10] = [
        1.0,
        1.0,
        1.0 / 2.0,
        1.0 / 6.0,
        1.0 / 24.0,
        1.0 / 120.0,
        1.0 / 720.0,
        1.0 / 5_040.0,
        1.0 / 40_320.0,
        1.0 / 362_880.0,
    ];
    let shifted = x * std::f64::consts::LOG2_E + TO_WHOLE;
    let whole = shifted - TO_WHOLE;
    let rest = (x - whole * LN_2[0]) - whole * LN_2[1];
    let mut sum = SERIES[9];
    for coefficient in SERIES[..9].iter().rev() {
        sum = sum * rest + coefficient;
    }
    let power_of_two = f64::from_bits(shifted.to_bits().wrapping_add(1023) << 52);
    power_of_two * sum
}

/// ln x for normal positive x, to the last digit or two; after `log` of fdlibm (Sun Microsystems, 1993).
#[must_use]
pub fn ln(x: f64) -> f64 {
    const ROOT_HALF: u64 = 0x3fe6_a09e_667f_3bcd;
    const ONE: u64 = 0x3ff0_0000_0000_0000;
    const SERIES: [f64; 7] = [
        6.666_666_666_666_735e-1,
        3.999_999_999_940_942e-1,
        2.857_142_874_366_239e-1,
        2.222_219_843_214_978_4e-1,
        1.818_357_216_161_805e-1,
        1.531_383_769_920_937_3e-1,
        1.479_819_860_511_658_6e-1,
    ];
    // x = 2^power · m with m from √½ to √2.
    let bits = x.to_bits().wrapping_add(ONE - ROOT_HALF);
    let power = f64::from((bits >> 52) as u32) - 1023.0;
    let f = f64::from_bits((bits & (u64::MAX >> 12)).wrapping_add(ROOT_HALF)) - 1.0;
    let s = f / (2.0 + f);
    let z = s * s;
    let series = SERIES.iter().rev().fold(0.0, |sum, coefficient| sum * z + coefficient) * z;
    let half_square = 0.5 * f * f;
    power * LN_2[0] - ((half_square - (s * (half_square + series) + power * LN_2[1])) - f)
}

/// ln of the product of normal positive numbers, with one logarithm for many of them: their powers of two are added, what is
/// left of them multiplied.
#[must_use]
#[allow(clippy::cast_precision_loss)] // no more than MOST powers below 2,048
pub fn ln_product(numbers: &[f64]) -> f64 {
    const LANES: usize = 4;
    /// So many numbers from 1 to 2 have a product that can be held.
    const MOST: usize = 512;
    const BELOW_POWER: u64 = u64::MAX >> 12;
    const ONE: u64 = 0x3ff0_0000_0000_0000;
    let mut sum = 0.0;
    for part in numbers.chunks(MOST) {
        let (mut products, mut powers) = ([1.0; LANES], [0_u64; LANES]);
        let fours = part.chunks_exact(LANES);
        let rest = fours.remainder();
        for four in fours {
            for lane in 0..LANES {
                let bits = four[lane].to_bits();
                powers[lane] += bits >> 52;
                products[lane] *= f64::from_bits(bits & BELOW_POWER | ONE);
            }
        }
        for (lane, number) in rest.iter().enumerate() {
            let bits = number.to_bits();
            powers[lane] += bits >> 52;
            products[lane] *= f64::from_bits(bits & BELOW_POWER | ONE);
        }
        let power = powers.iter().sum::<u64>() as f64 - 1023.0 * part.len() as f64;
        sum += ln(products.iter().product::<f64>()) + power * std::f64::consts::LN_2;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_of_a_product_is_the_sum_of_the_logarithms() {
        assert_eq!(ln_product(&[]).to_bits(), 0.0_f64.to_bits());
        // As many as one lane holds and more, from the least to the largest that are normal.
        for count in [1, 3, 4, 7, 512, 513, 2_000] {
            let numbers: Vec<f64> = (0..count).map(|number| (f64::from(number) * 7.3).sin().exp() * 1e-3).collect();
            let sum: f64 = numbers.iter().map(|number| number.ln()).sum();
            assert!((ln_product(&numbers) - sum).abs() < 1e-12 * f64::from(count) * sum.abs().max(1.0), "{count}");
        }
        let ends = [f64::MIN_POSITIVE, 1.0, 1.999_999_999_999, f64::MAX, 2.0, 0.5];
        let sum: f64 = ends.iter().map(|number| number.ln()).sum();
        assert!((ln_product(&ends) - sum).abs() < 1e-12 * f64::MAX.ln(), "{}", ln_product(&ends));
        assert!((ln_product(&vec![f64::MAX; 600]) / (600.0 * f64::MAX.ln()) - 1.0).abs() < 1e-14);
    }

    #[test]
    fn as_exact_as_promised() {
        for step in 0..20_000_i32 {
            let x = f64::from(step - 10_000) * 0.0123;
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-11, "e^{x}");
            let y = x.exp();
            assert!((ln(y) - y.ln()).abs() <= 4.0 * f64::EPSILON * y.ln().abs(), "ln {y}");
        }
    }
}
