//! The widest instructions that the processor has, chosen while the program runs.
//!
//! They do the same additions and multiplications, each rounded by itself, to more numbers at once: none of them is fused, and
//! none is done in another order, so that every processor comes to the same bits.

use std::sync::LazyLock;

use fearless_simd::{Level, dispatch};

static LEVEL: LazyLock<Level> = LazyLock::new(Level::new);

/// Does a work whose loops are compiled once for each kind of processor; what it calls must be inlined into it.
#[inline]
pub fn widely(work: impl FnOnce()) {
    dispatch!(*LEVEL, _simd => work());
}

#[cfg(test)]
mod tests {
    use super::super::batch::BATCH;
    use super::super::distribution::Distribution;
    use super::super::random;
    use super::*;
    use crate::calc::numbers::Kind;
    use crate::plan::Range;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_processor_comes_to_the_same_bits(
            (seed, stream, batch) in (any::<u64>(), any::<u64>(), 0..4_000_u32),
            (kind, low, likely, high) in prop_oneof![
                (0.0..10.0, 10.0..500.0, 500.0..1e9).prop_map(|(low, likely, high)| (Kind::Count, low, likely, high)),
                (0.0..0.1, 0.1..0.5, 0.5..1.0).prop_map(|(low, likely, high)| (Kind::Rate, low, likely, high)),
                (0.0..0.1, 0.1..0.5).prop_map(|(likely, high)| (Kind::Rate, 0.0, likely, high)),
            ],
        ) {
            let spread = Distribution::of(kind, likely, Range { low, high });
            let draw = || {
                let (mut words, mut column) = ([0; BATCH], [0.0; BATCH]);
                random::fill(&mut words, seed, stream, batch);
                spread.fill(&words, &mut column);
                (words, column.map(f64::to_bits))
            };
            let (plainly, mut wide) = (draw(), ([0; BATCH], [0; BATCH]));
            widely(|| wide = draw());
            prop_assert_eq!(plainly, wide);
        }
    }
}
