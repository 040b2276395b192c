//! Passing on, generation by generation.

use proptest::prelude::*;
use ripple_planner::calc::ripple::{FollowInputs, FunnelInputs, Inputs, ShareInputs, extinction, generations, outcome};

fn share(sharers: f64, contacts: f64, reshare_rate: f64, generations: u32) -> ShareInputs {
    ShareInputs { sharers, contacts, reshare_rate, generations, ..ShareInputs::default() }
}

/// The smallest root of q = exp(R(q − 1)) by halving: below the smaller root the right side is the larger.
fn bisected(reproduction: f64) -> f64 {
    let above = |q: f64| (reproduction * (q - 1.0)).exp() > q;
    // Where exp(R(q−1)) − q is least, between both roots.
    let (mut low, mut high) = (0.0, 1.0 - reproduction.ln() / reproduction);
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if above(middle) { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

proptest! {
    #[test]
    fn generations_sum_to_the_closed_form(
        sharers in 1.0..1e4, contacts in 1.0..200.0, reproduction in 0.0..1.5_f64, count in 1_u32..30,
    ) {
        prop_assume!((reproduction - 1.0).abs() > 1e-3);
        let share = share(sharers, contacts, (reproduction / contacts).min(1.0), count);
        let ratio = share.reshare_rate * contacts;
        let first = sharers * contacts;
        let n = i32::try_from(count).unwrap();
        let closed = if (ratio - 1.0).abs() < 1e-9 { first * f64::from(n) } else { first * (1.0 - ratio.powi(n)) / (1.0 - ratio) };
        let rounds = generations(&share);
        prop_assert_eq!(rounds.len(), count as usize);
        prop_assert!((rounds.last().unwrap().reached - closed).abs() <= 1e-9 * closed);
        // (1 + R)ⁿ, which others use, is something else.
        if ratio > 0.01 && count > 2 {
            prop_assert!((first * (1.0 + ratio).powi(n) - closed).abs() > 1e-6 * closed);
        }
    }

    #[test]
    fn never_more_than_the_audience(
        sharers in 0.0..1e5, contacts in 0.0..1e3, reshare in 0.0..1.0, count in 0_u32..2_000, limit in 0.0..1e6,
    ) {
        let rounds = generations(&ShareInputs { audience_limit: Some(limit), ..share(sharers, contacts, reshare, count) });
        let mut reached = 0.0;
        for round in &rounds {
            prop_assert!(round.exposures >= 0.0);
            reached += round.exposures;
            prop_assert!(round.reached <= limit * (1.0 + 1e-12));
            prop_assert!((round.reached - reached).abs() <= 1e-9 * reached.max(1.0));
        }
    }

    #[test]
    fn a_chain_dies_out_with_the_smallest_root(reproduction in 1.01_f64..50.0) {
        let q = extinction(reproduction);
        prop_assert!((q - (reproduction * (q - 1.0)).exp()).abs() < 1e-12);
        prop_assert!((q - bisected(reproduction)).abs() < 1e-9, "{} but {}", q, bisected(reproduction));
        prop_assert!(q < 1.0);
    }

    #[test]
    fn up_to_one_it_dies_out_for_certain(reproduction in 0.0..=1.0) {
        prop_assert_eq!(extinction(reproduction), 1.0);
    }

    #[test]
    fn just_above_one_it_all_but_dies_out(above in 1e-9..1e-2_f64) {
        let q = extinction(1.0 + above);
        prop_assert!((0.0..=1.0).contains(&q));
        // q ≈ 1 − 2ε for small ε.
        prop_assert!((1.0 - q - 2.0 * above).abs() <= 1e-6 + 4.0 * above * above);
    }

    #[test]
    fn steps_add_up(audience in 0.0..1e4, lead in 0.0..1.0, sign in 0.0..1.0, long_run in 0.0..1.0, off in 0.0..1.0) {
        let inputs = Inputs {
            funnel: FunnelInputs { cost: 1_000.0, audience, lead_rate: lead, sign_rate: sign, value: 10.0 },
            follow: Some(FollowInputs { cost: 50.0, conversion: long_run }),
            share: Some(ShareInputs { lead_rate: off, sign_rate: off, vouchers: 3.0, unit_cost: 7.0, ..share(10.0, 5.0, 0.1, 3) }),
        };
        let outcome = outcome(&inputs);
        let [funnel, follow, last] = outcome.steps[..] else { panic!() };
        let off_site = (50.0 + 25.0 + 12.5) * off * off;
        prop_assert!((funnel.customers - audience * lead * sign).abs() < 1e-9);
        prop_assert!((follow.customers - audience * long_run).abs() < 1e-9);
        prop_assert!((last.customers - funnel.customers - off_site).abs() < 1e-9);
        prop_assert_eq!([funnel.cost, follow.cost, last.cost], [1_000.0, 1_050.0, 1_071.0]);
    }
}
