//! Splitting amounts.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use ripple_planner::calc::split::{SplitProblem, split};
use ripple_planner::plan::event::{Party, SplitRule};
use ripple_planner::plan::{Id, Money};

fn fen(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

fn party(index: usize) -> Party {
    Party::new(Id::new(&format!("party-{index}")), "party")
}

fn parties(count: usize, set: impl Fn(usize, &mut Party)) -> Vec<Party> {
    let one = |index| {
        let mut party = party(index);
        set(index, &mut party);
        party
    };
    (0..count).map(one).collect()
}

fn shares(total: i64, parties: &[Party], rule: SplitRule, turn: usize) -> Result<Vec<i64>, SplitProblem> {
    let parties: Vec<&Party> = parties.iter().collect();
    let shares = split(fen(total), &parties, rule, turn)?;
    Ok(shares.into_iter().map(Money::minor).collect())
}

/// Amounts from nothing to the largest.
fn amount() -> impl Strategy<Value = i64> {
    prop_oneof![0_i64..10_000_000, 0_i64..100, 0_i64..=1_000_000_000_000_000]
}

fn weight() -> impl Strategy<Value = f64> {
    prop_oneof![
        3 => (0_u32..1_000).prop_map(f64::from),
        2 => 0.0..10.0,
        1 => select(vec![0.0, 1e-12, 1e-9, 0.1, 1.0 / 3.0, 1e9, 1e12]),
    ]
}

fn proportional() -> impl Strategy<Value = SplitRule> {
    select(vec![SplitRule::Weights, SplitRule::Benefit])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn shares_sum_to_the_total_by_any_rule(
        total in prop_oneof![3 => amount(), 1 => amount().prop_map(|minor| -minor)],
        given in vec((weight(), amount()), 1..12),
        rule in select(SplitRule::ALL.to_vec()),
        turn in 0_usize..100,
    ) {
        let parties = parties(given.len(), |index, party| {
            let (weight, alone) = given[index];
            party.weight = weight;
            party.benefit = Some(weight);
            party.percent = Some(100.0 / given.len() as f64);
            party.amount = Some(fen(if index == 0 { total } else { 0 }));
            party.alone = Some(fen(alone));
        });
        match shares(total, &parties, rule, turn) {
            Ok(shares) => {
                prop_assert_eq!(shares.iter().map(|share| i128::from(*share)).sum::<i128>(), i128::from(total));
                prop_assert!(total < 0 || shares.iter().all(|share| *share >= 0), "{:?}", shares);
            }
            Err(SplitProblem::NoWeight) => prop_assert!(total != 0),
            Err(SplitProblem::DoesNotAddUp(missing)) => {
                prop_assert_eq!(rule, SplitRule::Percent);
                prop_assert!(missing != Money::ZERO);
                prop_assert!(missing.minor().abs() <= 1 + total.abs() / 10_000_000);
            }
            Err(other) => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn every_share_is_within_a_unit_of_the_exact_one(
        total in amount(), weights in vec(weight(), 1..12), rule in proportional(), turn in 0_usize..100,
    ) {
        let sum: f64 = weights.iter().sum();
        prop_assume!(sum > 0.0);
        let parties = parties(weights.len(), |index, party| {
            party.weight = weights[index];
            party.benefit = Some(weights[index]);
        });
        for (share, weight) in shares(total, &parties, rule, turn).unwrap().into_iter().zip(&weights) {
            let exact = total as f64 * (weight / sum);
            // Floats of the oracle itself are good to about 16 digits.
            prop_assert!((share as f64 - exact).abs() < 1.0 + 1e-14 * total as f64, "{} for {}", share, exact);
        }
    }

    #[test]
    fn what_is_left_over_goes_to_the_largest_remainders(
        total in 0_i64..1_000_000_000, weights in vec(0_u32..1_000, 1..12), rule in proportional(), turn in 0_usize..100,
    ) {
        let sum: i64 = weights.iter().copied().map(i64::from).sum();
        prop_assume!(sum > 0);
        let parties = parties(weights.len(), |index, party| {
            party.weight = f64::from(weights[index]);
            party.benefit = Some(f64::from(weights[index]));
        });
        let shares = shares(total, &parties, rule, turn).unwrap();
        // Of each party: what its whole units leave over, and whether it got one unit more.
        let parts: Vec<(i64, i64)> = shares.iter().zip(&weights).map(|(share, weight)| {
            let exact = total * i64::from(*weight);
            (exact % sum, share - exact / sum)
        }).collect();
        let least_with = parts.iter().filter(|part| part.1 == 1).map(|part| part.0).min();
        let most_without = parts.iter().filter(|part| part.1 == 0).map(|part| part.0).max();
        prop_assert!(least_with.is_none() || most_without.is_none() || least_with >= most_without, "{:?}", parts);
        prop_assert!(parts.iter().all(|part| (0..=1).contains(&part.1)), "{:?}", parts);
    }

    #[test]
    fn equal_shares_differ_by_at_most_one_unit(total in amount(), count in 1_usize..40, turn in 0_usize..100) {
        let shares = shares(total, &parties(count, |_, _| {}), SplitRule::Equal, turn).unwrap();
        prop_assert!(shares.iter().max().unwrap() - shares.iter().min().unwrap() <= 1);
    }

    #[test]
    fn the_odd_unit_goes_round(total in amount(), count in 2_usize..12) {
        prop_assume!(total % i64::try_from(count).unwrap() != 0);
        let parties = parties(count, |_, _| {});
        let times = |party: usize| -> i64 {
            let share = |turn| shares(total, &parties, SplitRule::Equal, turn).unwrap()[party];
            (0..count).map(share).sum()
        };
        // Over as many turns as parties everybody has paid the same.
        prop_assert!((0..count).all(|party| times(party) == total));
    }

    #[test]
    fn equal_savings_are_equal_and_never_below_zero(
        total in 0_i64..100_000_000, costs in vec(0_i64..100_000_000, 1..10), turn in 0_usize..10,
    ) {
        let parties = parties(costs.len(), |index, party| party.alone = Some(fen(costs[index])));
        let shares = shares(total, &parties, SplitRule::EqualSavings, turn).unwrap();
        for (share, oracle) in shares.iter().zip(equal_savings(total, &costs)) {
            prop_assert!(*share >= 0 && (*share as f64 - oracle).abs() <= 1.0, "{} for {}", share, oracle);
        }
    }

    #[test]
    fn the_airport_rule_is_the_shapley_value(
        total in 1_i64..1_000_000_000, costs in vec(0_i64..100_000_000, 1..=6), turn in 0_usize..10,
    ) {
        prop_assume!(costs.iter().any(|cost| *cost > 0));
        let parties = parties(costs.len(), |index, party| party.alone = Some(fen(costs[index])));
        let shares = shares(total, &parties, SplitRule::Airport, turn).unwrap();
        let shapley = shapley(&costs);
        let largest = *costs.iter().max().unwrap() as f64;
        for (share, value) in shares.iter().zip(shapley) {
            let exact = value * total as f64 / largest;
            prop_assert!((*share as f64 - exact).abs() < 1.000_01, "{} for {}", share, exact);
        }
    }
}

/// Takes the saving off everyone's cost; who would fall below zero pays nothing, and the others share anew.
fn equal_savings(total: i64, costs: &[i64]) -> Vec<f64> {
    let mut shares = vec![f64::NAN; costs.len()];
    loop {
        let open: Vec<usize> = (0..costs.len()).filter(|&party| shares[party].is_nan()).collect();
        if open.is_empty() {
            return shares;
        }
        let saving = (open.iter().map(|&party| costs[party]).sum::<i64>() - total) as f64 / open.len() as f64;
        let below: Vec<usize> = open.iter().copied().filter(|&party| costs[party] as f64 - saving < 0.0).collect();
        if below.is_empty() {
            for party in open {
                shares[party] = costs[party] as f64 - saving;
            }
        }
        for party in below {
            shares[party] = 0.0;
        }
    }
}

/// The mean, over all orders of arrival, of what each party adds to the largest need so far.
fn shapley(costs: &[i64]) -> Vec<f64> {
    let mut sums = vec![0.0; costs.len()];
    let mut orders = 0.0;
    permute(&mut (0..costs.len()).collect::<Vec<_>>(), 0, &mut |order| {
        let mut largest = 0;
        for &party in order {
            sums[party] += (costs[party] - largest).max(0) as f64;
            largest = largest.max(costs[party]);
        }
        orders += 1.0;
    });
    sums.into_iter().map(|sum| sum / orders).collect()
}

fn permute(order: &mut Vec<usize>, from: usize, visit: &mut impl FnMut(&[usize])) {
    if from == order.len() {
        return visit(order);
    }
    for other in from..order.len() {
        order.swap(from, other);
        permute(order, from + 1, visit);
        order.swap(from, other);
    }
}

#[test]
fn percent_that_do_not_add_up_say_what_is_missing() {
    let percent = |given: &[f64]| {
        let parties = parties(given.len(), |index, party| party.percent = Some(given[index]));
        shares(14_800_000, &parties, SplitRule::Percent, 0)
    };
    assert_eq!(percent(&[50.0, 30.0, 20.0]), Ok(vec![7_400_000, 4_440_000, 2_960_000]));
    assert_eq!(percent(&[50.0, 30.0, 10.0]), Err(SplitProblem::DoesNotAddUp(fen(1_480_000))));
    assert_eq!(percent(&[50.0, 30.0, 30.0]), Err(SplitProblem::DoesNotAddUp(fen(-1_480_000))));
    assert_eq!(percent(&[33.33, 33.33, 33.33]), Err(SplitProblem::DoesNotAddUp(fen(1_480))));
    let tiny = |total: i64, given: f64| {
        let parties = parties(1, |_, party| party.percent = Some(given));
        shares(total, &parties, SplitRule::Percent, 0)
    };
    assert_eq!((tiny(0, 70.0), tiny(0, 100.0)), (Ok(vec![0]), Ok(vec![0])));
    assert_eq!(tiny(1, 70.0), Err(SplitProblem::DoesNotAddUp(fen(1))));
    assert_eq!(tiny(-1, 70.0), Err(SplitProblem::DoesNotAddUp(fen(-1))));
    assert_eq!(tiny(3, 10.0), Err(SplitProblem::DoesNotAddUp(fen(3))));
    let thirds = percent(&[33.333_333_3, 33.333_333_3, 33.333_333_3]).unwrap();
    assert_eq!(thirds.iter().sum::<i64>(), 14_800_000);
}

#[test]
fn what_is_lacking_is_named() {
    let two = parties(2, |index, party| party.alone = (index == 0).then(|| fen(100)));
    assert_eq!(shares(100, &two, SplitRule::Alone, 0), Err(SplitProblem::Lacks(1)));
    assert_eq!(shares(100, &two, SplitRule::Benefit, 0), Err(SplitProblem::Lacks(0)));
    assert_eq!(shares(100, &[], SplitRule::Equal, 0), Err(SplitProblem::NoParties));
    let weightless = parties(2, |_, party| party.weight = 0.0);
    assert_eq!(shares(100, &weightless, SplitRule::Weights, 0), Err(SplitProblem::NoWeight));
    assert_eq!(shares(0, &weightless, SplitRule::Weights, 0), Ok(vec![0, 0]));
    let wrong = parties(2, |_, party| party.weight = f64::NAN);
    assert_eq!(shares(100, &wrong, SplitRule::Weights, 0), Err(SplitProblem::Lacks(0)));
}

#[test]
fn amounts_must_sum_to_the_total() {
    let given = parties(2, |index, party| party.amount = Some(fen([70, 20][index])));
    assert_eq!(shares(90, &given, SplitRule::Amounts, 0), Ok(vec![70, 20]));
    assert_eq!(shares(100, &given, SplitRule::Amounts, 0), Err(SplitProblem::DoesNotAddUp(fen(10))));
}
