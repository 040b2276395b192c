//! Channels of which is known whether they differ from their curves.

use ripple_planner::calc::track::verdict::{Pair, Verdict, verdict};

use crate::common::random::Random;

fn months(random: &mut Random, count: usize, factor: f64, dispersion: f64) -> Vec<Pair> {
    let month = |_| {
        let by_curve = 200.0 + 200.0 * random.uniform();
        let mean = factor * by_curve;
        Pair { by_curve, won: (mean + (dispersion * mean).sqrt() * random.normal()).max(0.0) }
    };
    (0..count).map(month).collect()
}

/// Of 2,000 channels, how many are said to differ.
fn said_to_differ(count: usize, factor: f64, dispersion: f64) -> usize {
    let mut random = Random(7);
    let differs = |verdict| matches!(verdict, Verdict::More | Verdict::Less);
    (0..2_000).filter(|_| differs(verdict(&months(&mut random, count, factor, dispersion)))).count()
}

#[test]
fn channels_on_their_curve_are_rarely_said_to_differ() {
    for count in [3, 6, 12, 36] {
        for dispersion in [1.0, 2.0, 5.0] {
            let said = said_to_differ(count, 1.0, dispersion);
            // 5 % of 2,000 are 100, give or take 10; a dispersion below 1 is never believed, so that it may be fewer.
            assert!(said <= 140, "{count} months, dispersion {dispersion}: {said}");
        }
    }
    assert!(said_to_differ(36, 1.0, 5.0) >= 60, "not so cautious that it never speaks");
}

#[test]
fn channels_that_differ_are_found() {
    assert!(said_to_differ(3, 0.7, 1.0) > 1_800);
    assert!(said_to_differ(6, 0.8, 2.0) > 1_800);
    assert!(said_to_differ(12, 1.2, 5.0) > 1_900);
}
