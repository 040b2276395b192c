//! Splitting one amount among parties, exact to the minor unit.
//!
//! Largest remainder (Hamilton's method): everyone gets the whole minor units of their exact share, the units left
//! over go to the largest remainders. Airport rule: Littlechild and Owen, "A simple expression for the Shapley value
//! in a special case" (1973).
//!
//! An amount below zero is income: it is split as a cost of that size is, and everybody gains what they would pay.

use crate::plan::Money;
use crate::plan::event::{Party, SplitRule};

/// Why an amount cannot be split by a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitProblem {
    /// Nobody shares it.
    NoParties,
    /// A party lacks the number this rule needs; holds its index.
    Lacks(usize),
    /// All weights are zero.
    NoWeight,
    /// Percent or amounts do not add up: the total less what they make of it. Of a cost this is missing (below zero: too
    /// much), of a gain it is too much (below zero: missing).
    DoesNotAddUp(Money),
    /// An event has more parties, items and payments than can be shared out: see [`MOST_PARTS`](super::event::MOST_PARTS).
    TooMany,
}

/// Weights and percent keep six decimals: enough for what a person types, and exact from there on.
const DECIMALS: f64 = 1_000_000.0;

/// Weights with more decimals are measured in parts of the largest, small enough not to move a minor unit.
const PARTS: f64 = 1_152_921_504_606_846_976.0;

/// The largest number of parties for which the airport rule is exact: the least common multiple of 1..=16 still
/// leaves room for the amounts in 128 bits.
const EXACT_AIRPORT_PARTIES: usize = 16;

/// The share of each party in `total` by `rule`; below zero what it gains. Shares sum to `total` exactly. `turn` decides who is first when
/// remainders tie: give each split of an event another number and the same party is not always favoured.
///
/// # Errors
/// Says why the rule gives no split, with the missing or surplus amount.
pub fn split(total: Money, parties: &[&Party], rule: SplitRule, turn: usize) -> Result<Vec<Money>, SplitProblem> {
    if parties.is_empty() {
        return Err(SplitProblem::NoParties);
    }
    match rule {
        SplitRule::Equal => proportional(total, &vec![1; parties.len()], turn),
        SplitRule::Weights => proportional(total, &weights(parties, |party| Some(party.weight))?, turn),
        SplitRule::Benefit => proportional(total, &weights(parties, |party| party.benefit)?, turn),
        SplitRule::Percent => by_percent(total, &decimals(&typed(parties, |party| party.percent)?), turn),
        SplitRule::Amounts => by_amounts(total, parties),
        SplitRule::Alone => proportional(total, &costs_alone(parties)?, turn),
        SplitRule::EqualSavings => proportional(total, &equal_savings(total, &costs_alone(parties)?), turn),
        SplitRule::Airport => proportional(total, &airport(&costs_alone(parties)?), turn),
    }
}

/// Splits in proportion to amounts that are not negative; each gets the whole units of its exact part, or one more.
///
/// # Errors
/// There is something to split, but all amounts are zero.
pub fn in_proportion(total: Money, amounts: &[Money], turn: usize) -> Result<Vec<Money>, SplitProblem> {
    let weights: Vec<i128> = amounts.iter().map(|amount| i128::from(amount.minor())).collect();
    proportional(total, &weights, turn)
}

/// Splits in proportion to whole weights: T·wᵢ/Σw, largest remainder, ties from the last party on.
fn proportional(total: Money, weights: &[i128], turn: usize) -> Result<Vec<Money>, SplitProblem> {
    if total == Money::ZERO {
        return Ok(vec![Money::ZERO; weights.len()]);
    }
    if total < Money::ZERO {
        let gains = proportional(total.opposite(), weights, turn)?;
        return Ok(gains.into_iter().map(Money::opposite).collect());
    }
    let sum: i128 = weights.iter().sum();
    if sum <= 0 {
        return Err(SplitProblem::NoWeight);
    }
    // Divide large weights down together, so that amount × weight stays within 128 bits.
    let shift = (sum.ilog2() + 51).saturating_sub(126);
    let weights: Vec<i128> = weights.iter().map(|weight| weight >> shift).collect();
    let sum: i128 = weights.iter().sum();
    let amount = i128::from(total.minor());
    let part = part_of(amount, sum);
    let (mut minor, remainders): (Vec<i128>, Vec<i128>) = weights.iter().map(|weight| part(*weight)).unzip();
    let left = usize::try_from(amount - minor.iter().sum::<i128>()).unwrap_or(0);
    let count = weights.len();
    // Another amount and another turn begin with another party. The planning company mostly stands first: its
    // partners bear the odd unit before it does.
    let first = turn.wrapping_add(usize::try_from(total.minor()).unwrap_or(0) / count) % count;
    let turned = |(party, remainder): (usize, i128)| (-remainder, (count - 1 - party + first) % count, party);
    let mut order: Vec<(i128, usize, usize)> = remainders.into_iter().enumerate().map(turned).collect();
    if left > 0 && left < count {
        order.select_nth_unstable(left);
    }
    for (_, _, party) in order.into_iter().take(left) {
        minor[party] += 1;
    }
    let to_money = |minor: i128| i64::try_from(minor).ok().and_then(Money::from_minor).unwrap_or_default();
    Ok(minor.into_iter().map(to_money).collect())
}

/// The whole part of amount · weight ÷ sum and its remainder. Divided as floating-point numbers, which is right but for a unit
/// or two, and then put right: dividing 128 bits takes ten times as long.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
fn part_of(amount: i128, sum: i128) -> impl Fn(i128) -> (i128, i128) {
    let scale = amount as f64 / sum as f64;
    move |weight| {
        let mut whole = i128::from((weight as f64 * scale) as i64);
        let mut remainder = amount * weight - whole * sum;
        while remainder < 0 {
            (whole, remainder) = (whole - 1, remainder + sum);
        }
        while remainder >= sum {
            (whole, remainder) = (whole + 1, remainder - sum);
        }
        (whole, remainder)
    }
}

fn typed(parties: &[&Party], number: impl Fn(&Party) -> Option<f64>) -> Result<Vec<f64>, SplitProblem> {
    let usable = |number: &f64| (0.0..=1e12).contains(number);
    let one = |(index, party): (usize, &&Party)| number(party).filter(usable).ok_or(SplitProblem::Lacks(index));
    parties.iter().enumerate().map(one).collect()
}

fn weights(parties: &[&Party], weight: impl Fn(&Party) -> Option<f64>) -> Result<Vec<i128>, SplitProblem> {
    let typed = typed(parties, weight)?;
    // A typed decimal such as 0.1 is no exact float: the last bits do not count.
    let whole = |weight: &f64| {
        let scaled = weight * DECIMALS;
        (scaled.round() - scaled).abs() <= 4.0 * f64::EPSILON * scaled
    };
    let largest = typed.iter().copied().fold(0.0, f64::max);
    if largest == 0.0 || typed.iter().all(whole) {
        return Ok(decimals(&typed));
    }
    #[allow(clippy::cast_possible_truncation)] // at most PARTS
    Ok(typed.iter().map(|weight| (weight / largest * PARTS).round() as i128).collect())
}

#[allow(clippy::cast_possible_truncation)] // at most 10¹⁸
fn decimals(numbers: &[f64]) -> Vec<i128> {
    numbers.iter().map(|number| (number * DECIMALS).round() as i128).collect()
}

fn costs_alone(parties: &[&Party]) -> Result<Vec<i128>, SplitProblem> {
    let cost = |party: &Party| party.alone.filter(|alone| *alone >= Money::ZERO).map(|alone| i128::from(alone.minor()));
    parties.iter().enumerate().map(|(index, party)| cost(party).ok_or(SplitProblem::Lacks(index))).collect()
}

/// Thirds typed as 33.333333 % are a millionth short of the whole: as long as that is no money, they add up. What is
/// missing otherwise is rounded away from zero: it is something, and says in which direction.
fn by_percent(total: Money, percent: &[i128], turn: usize) -> Result<Vec<Money>, SplitProblem> {
    const WHOLE: i128 = 100_000_000;
    const UNTYPED_DECIMALS: u128 = 100;
    let sum: i128 = percent.iter().sum();
    let missing = i128::from(total.minor()) * (WHOLE - sum);
    let is_no_money = missing.abs() < WHOLE && (WHOLE - sum).unsigned_abs() <= UNTYPED_DECIMALS;
    if missing == 0 || is_no_money {
        return proportional(total, percent, turn);
    }
    let missing = missing.signum() * ((missing.abs() + WHOLE - 1) / WHOLE);
    Err(SplitProblem::DoesNotAddUp(i64::try_from(missing).ok().and_then(Money::from_minor).unwrap_or_default()))
}

/// An amount below zero is what the party gains. Where there is only a gain to share, nobody needs to type the minus.
fn by_amounts(total: Money, parties: &[&Party]) -> Result<Vec<Money>, SplitProblem> {
    let one = |(index, party): (usize, &&Party)| party.amount.ok_or(SplitProblem::Lacks(index));
    let mut amounts: Vec<Money> = parties.iter().enumerate().map(one).collect::<Result<_, _>>()?;
    if total < Money::ZERO && amounts.iter().all(|amount| *amount >= Money::ZERO) {
        for amount in &mut amounts {
            *amount = amount.opposite();
        }
    }
    let sum = Money::total(amounts.iter().copied()).unwrap_or_default();
    let missing = total.minus(sum).unwrap_or_default();
    if missing == Money::ZERO { Ok(amounts) } else { Err(SplitProblem::DoesNotAddUp(missing)) }
}

/// Weights proportional to cᵢ − (Σc − T)/n among those for whom that is not negative; the others pay nothing. Where
/// there is a gain to share, nobody pays: those for whom it is above zero, whose event alone was the dearest, gain nothing.
fn equal_savings(total: Money, costs: &[i128]) -> Vec<i128> {
    let total = i128::from(total.minor());
    let mut taking: Vec<usize> = (0..costs.len()).collect();
    loop {
        let count = taking.len() as i128;
        let saved = taking.iter().map(|&party| costs[party]).sum::<i128>() - total;
        let share = |party: usize| (costs[party] * count - saved) * if total < 0 { -1 } else { 1 };
        let still: Vec<usize> = taking.iter().copied().filter(|&party| share(party) > 0).collect();
        if still.len() == taking.len() || still.is_empty() {
            let mut weights = vec![0; costs.len()];
            for &party in &taking {
                weights[party] = share(party).max(0);
            }
            return weights;
        }
        taking = still;
    }
}

/// Weights proportional to the Shapley value of the airport game: with c₁ ≤ … ≤ cₙ,
/// `shareᵢ = Σ_{k≤i} (c_k − c_{k−1}) / (n − k + 1)`.
fn airport(costs: &[i128]) -> Vec<i128> {
    let count = costs.len();
    // A common multiple of all divisors keeps the fractions whole; beyond sixteen parties a large power of two
    // does so to better than a billionth.
    let multiple: i128 = if count <= EXACT_AIRPORT_PARTIES { 720_720 } else { 1 << 40 };
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|&party| costs[party]);
    let mut weights = vec![0; count];
    let (mut below, mut share) = (0, 0);
    for (place, &party) in order.iter().enumerate() {
        share += (costs[party] - below) * multiple / (count - place) as i128;
        below = costs[party];
        weights[party] = share;
    }
    weights
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn parts_are_those_of_a_division(
            (sum, weight) in (1..1_i128 << 75).prop_flat_map(|sum| (Just(sum), 0..=sum)),
            amount in prop_oneof![1..1_000_i128, 1..1_i128 << 50],
        ) {
            prop_assert_eq!(part_of(amount, sum)(weight), (amount * weight / sum, amount * weight % sum));
        }
    }
}
