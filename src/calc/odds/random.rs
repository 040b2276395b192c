//! Random numbers from counters: a draw is a function of the seed, the input's name and the draw's number, so neither
//! threads nor other inputs move it.
//!
//! Philox4x32-10: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011).

use super::batch::BATCH;

/// Ten rounds of Philox over some counters of four words with a key of two: the first words of all, then the second, and so on.
#[inline(always)]
#[allow(clippy::inline_always)] // into what runs widely
#[allow(clippy::cast_possible_truncation)] // a product is taken apart into its halves
fn philox<const LANES: usize>(counters: [[u32; LANES]; 4], key: [u32; 2]) -> [[u32; LANES]; 4] {
    const WORD: u64 = 0xFFFF_FFFF;
    // A word stands in the lower half of 64 bits; what comes into the upper half counts for nothing.
    let [mut a, mut b, mut c, mut d] = counters.map(|words| words.map(u64::from));
    let [mut first, mut second] = key;
    for _ in 0..10 {
        for lane in 0..LANES {
            let left = (a[lane] & WORD) * 0xD251_1F53;
            let right = (c[lane] & WORD) * 0xCD9E_8D57;
            a[lane] = (right >> 32) ^ b[lane] ^ u64::from(first);
            b[lane] = right;
            c[lane] = (left >> 32) ^ d[lane] ^ u64::from(second);
            d[lane] = left;
        }
        first = first.wrapping_add(0x9E37_79B9);
        second = second.wrapping_add(0xBB67_AE85);
    }
    [a, b, c, d].map(|words| words.map(|word| word as u32))
}

/// The stream of one input: its name as a number, always the same for the same name (FNV-1a, 64 bits).
#[must_use]
pub fn stream(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The random words of one batch of draws: word i of the whole stream belongs to draw i.
#[inline(always)]
#[allow(clippy::inline_always)] // into what runs widely
#[allow(clippy::cast_possible_truncation)] // numbers are taken apart into their halves
pub fn fill(words: &mut [u32; BATCH], seed: u64, stream: u64, batch: u32) {
    let halves = |number: u64| [number as u32, (number >> 32) as u32];
    let ([low, high], key) = (halves(stream), halves(seed));
    let mut block = batch.wrapping_mul(BLOCKS);
    for words in words.as_chunks_mut::<{ 4 * LANES }>().0 {
        let blocks = std::array::from_fn(|lane| block + lane as u32);
        let four = philox([blocks, [low; LANES], [high; LANES], [0; LANES]], key);
        for (lane, words) in words.as_chunks_mut::<4>().0.iter_mut().enumerate() {
            *words = [four[0][lane], four[1][lane], four[2][lane], four[3][lane]];
        }
        block += LANES as u32;
    }
}

/// Each block of Philox serves four draws.
#[allow(clippy::cast_possible_truncation)] // 64
const BLOCKS: u32 = (BATCH / 4) as u32;

/// So many blocks are calculated at once.
const LANES: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;

    /// From `kat_vectors` of Random123, the authors' own library.
    #[test]
    fn known_answers() {
        let philox = |counter: [u32; 4], key| super::philox(counter.map(|word| [word]), key).map(|[word]| word);
        let zeros = philox([0; 4], [0; 2]);
        assert_eq!(zeros, [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
        let ones = philox([u32::MAX; 4], [u32::MAX; 2]);
        assert_eq!(ones, [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]);
        let pi = philox([0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0]);
        assert_eq!(pi, [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]);
    }

    /// From the authors of FNV: <http://www.isthe.com/chongo/tech/comp/fnv/>.
    #[test]
    fn streams_are_fnv_1a() {
        assert_eq!(stream(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(stream("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(stream("foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn a_batch_is_a_part_of_one_stream() {
        let mut batch = [0; BATCH];
        fill(&mut batch, 7, 9, 3);
        let block = philox([[3 * 64 + 5], [9], [0], [0]], [7, 0]).map(|[word]| word);
        assert_eq!(batch[20..24], block);
    }
}
