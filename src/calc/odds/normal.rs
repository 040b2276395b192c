//! Standard normal numbers from random words.

use std::sync::LazyLock;

use super::batch::{BATCH, Column};
use crate::calc::elementary::{exp, ln};

/// Where a standard normal has 95 % below it: half of the width of a 90 % range, in standard deviations.
pub const Z_95: f64 = 1.644_853_626_951_472_2;

/// No normal number drawn here is farther from zero.
pub const MOST: f64 = 6.34;

/// The standard normal number with the fraction `p` of all below it, 0 < p < 1; relative error about 1e-16.
///
/// Wichura, "Algorithm AS 241: the percentage points of the normal distribution" (1988).
#[must_use]
pub fn quantile(p: f64) -> f64 {
    let from_middle = p - 0.5;
    if from_middle.abs() <= 0.425 {
        return from_middle * ratio(&MIDDLE, 0.180_625 - from_middle * from_middle);
    }
    let tail = (-ln(p.min(1.0 - p))).sqrt();
    let z = if tail <= 5.0 { ratio(&TAIL, tail - 1.6) } else { ratio(&FAR_TAIL, tail - 5.0) };
    if from_middle < 0.0 { -z } else { z }
}

/// One polynomial divided by another.
fn ratio([above, below]: &[[f64; 8]; 2], x: f64) -> f64 {
    let value = |polynomial: &[f64; 8]| polynomial.iter().rev().fold(0.0, |sum, coefficient| sum * x + coefficient);
    value(above) / value(below)
}

const MIDDLE: [[f64; 8]; 2] = [
    [
        3.387_132_872_796_366_5,
        133.141_667_891_784_38,
        1_971.590_950_306_551_3,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_7,
    ],
    [
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_597,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_854,
    ],
];

const TAIL: [[f64; 8]; 2] = [
    [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        7.745_450_142_783_414e-4,
    ],
    [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
];

const FAR_TAIL: [[f64; 8]; 2] = [
    [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    [
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
];

/// Each doubling of the probability, from half of 2⁻³² to one half, has 64 pieces.
const PIECES: usize = 64;
const ALL_PIECES: usize = 32 * PIECES;
/// Bits of a double below those that name a piece.
const REST_BITS: u32 = 52 - PIECES.trailing_zeros();
/// The leading bits of the smallest number that is looked up, ½.
#[allow(clippy::cast_possible_truncation)] // 18 bits
const FIRST: u32 = (0.5_f64.to_bits() >> REST_BITS) as u32;

/// [`quantile`] of the 2³² probabilities a word can name, in cubic pieces: a small part of the time, and an error
/// below 1e-9.
pub struct Table([[f64; 4]; ALL_PIECES]);

/// The table, made at its first use.
pub static TABLE: LazyLock<Table> = LazyLock::new(|| Table(std::array::from_fn(piece)));

impl Table {
    /// The normal numbers at (word + ½) ÷ 2³². They rise with the words, from −6.34 to 6.34.
    #[inline(always)]
    #[allow(clippy::inline_always)] // into what runs widely
    #[allow(clippy::cast_possible_wrap, clippy::cast_sign_loss, clippy::cast_possible_truncation)] // bits taken apart
    pub fn fill(&self, words: &[u32; BATCH], normals: &mut Column) {
        // First what can be done to several words at once: which piece, and how far into it.
        let mut pieces = [0_u32; BATCH];
        for ((normal, piece), word) in normals.iter_mut().zip(&mut pieces).zip(words) {
            // The upper half mirrors the lower one: all ones there, all zeros here.
            let upper = (*word as i32 >> 31) as u32;
            let bits = (f64::from((word ^ upper) as i32) + 0.5).to_bits();
            *piece = (bits >> REST_BITS) as u32;
            *normal = f64::from_bits((bits & ((1 << REST_BITS) - 1)) | 1_f64.to_bits()) - 1.0;
        }
        for ((normal, piece), word) in normals.iter_mut().zip(pieces).zip(words) {
            let [a, b, c, d] = self.0[piece.wrapping_sub(FIRST) as usize % ALL_PIECES];
            let rest = *normal;
            let lower = a + rest * (b + rest * (c + rest * d));
            *normal = f64::from_bits(lower.to_bits() ^ (u64::from(word & (1 << 31)) << 32));
        }
    }
}

/// The cubic that meets the quantile and its slope at both ends of a piece.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_possible_wrap)] // below 2048
fn piece(number: usize) -> [f64; 4] {
    let width = 1.0 / PIECES as f64;
    let size = 2_f64.powi((number / PIECES) as i32 - 33);
    let start = size * (1.0 + (number % PIECES) as f64 * width);
    let ends = [start, start + size * width].map(quantile);
    let [first, last] = ends.map(|z| size * exp(0.5 * z * z) * std::f64::consts::TAU.sqrt());
    let secant = (ends[1] - ends[0]) / width;
    [ends[0], first, (3.0 * secant - 2.0 * first - last) / width, (first + last - 2.0 * secant) / (width * width)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By Python's `statistics.NormalDist().inv_cdf` and mpmath.
    #[test]
    fn quantiles_of_the_standard_normal() {
        let known = [
            (0.5, 0.0),
            (0.75, 0.674_489_750_196_081_7),
            (0.9, 1.281_551_565_544_600_4),
            (0.95, 1.644_853_626_951_472_2),
            (0.999, 3.090_232_306_167_813_5),
            (1e-10, -6.361_340_902_404_056),
        ];
        for (p, z) in known {
            assert!((quantile(p) - z).abs() < 1e-14 * z.abs().max(1.0), "{p}");
        }
        assert!((quantile(0.95) - Z_95).abs() < 1e-15);
    }

    #[test]
    fn the_table_is_the_quantile() {
        let spread = (0..200_000_u32).map(|number| number.wrapping_mul(2_654_435_761));
        let ends = (0..1_000).flat_map(|number| [number, u32::MAX - number]);
        let words: Vec<u32> = spread.chain(ends).collect();
        let mut normals = [0.0; BATCH];
        for words in words.as_chunks::<BATCH>().0 {
            TABLE.fill(words, &mut normals);
            for (word, normal) in words.iter().zip(normals) {
                let exact = quantile((f64::from(*word) + 0.5) / 4_294_967_296.0);
                assert!((normal - exact).abs() < 1e-9, "{word}");
            }
        }
    }
}
