//! Money over months, to the minor unit.

use crate::plan::{Money, Schedule};

/// So much money over the months of a schedule, in all exactly that.
///
/// As the schedule says where its months come to that sum; otherwise locked months keep theirs and the others share the rest in
/// their proportion (evenly where they have none). What a schedule without money spends, it spends evenly over the months in which
/// the channel can run. Where locked months alone come to more, or none is open, all months share in their proportion.
#[must_use]
pub fn spread(schedule: &Schedule, spend: Money, months: usize) -> Vec<Money> {
    let stated: Vec<i128> = (0..months).map(|month| stated(schedule, month)).collect();
    let sum = i128::from(spend.minor());
    if schedule.spend.len() <= months && stated.iter().sum::<i128>() == sum && !schedule.spend.is_empty() {
        return stated.into_iter().map(amount).collect();
    }
    let can_run: Vec<i128> = (0..months).map(|month| i128::from(!schedule.is_off(month))).collect();
    if schedule.spend.is_empty() {
        return shared(sum, &first_with_any([can_run, vec![1; months]]));
    }
    let open = |weights: &[i128]| -> Vec<i128> {
        let at = |(month, weight): (usize, &i128)| if schedule.is_locked(month) { 0 } else { *weight };
        weights.iter().enumerate().map(at).collect()
    };
    let locked: i128 = stated.iter().sum::<i128>() - open(&stated).iter().sum::<i128>();
    let weights = first_with_any([open(&stated), open(&can_run)]);
    if locked > sum || weights.iter().all(|weight| *weight == 0) {
        return shared(sum, &first_with_any([stated, first_with_any([can_run, vec![1; months]])]));
    }
    let rest = shared(sum - locked, &weights);
    let kept = rest.into_iter().zip(&stated).enumerate();
    kept.map(|(month, (rest, stated))| if schedule.is_locked(month) { amount(*stated) } else { rest }).collect()
}

/// What the schedule states for a month, in minor units.
fn stated(schedule: &Schedule, month: usize) -> i128 {
    schedule.spend.get(month).map_or(0, |amount| i128::from(amount.minor().max(0)))
}

/// The first weights, unless none of them is above zero.
fn first_with_any([first, other]: [Vec<i128>; 2]) -> Vec<i128> {
    if first.iter().any(|weight| *weight > 0) { first } else { other }
}

/// A sum in the proportion of weights: what comes in up to the end of each month is rounded, so that none of it is lost.
fn shared(sum: i128, weights: &[i128]) -> Vec<Money> {
    let all = weights.iter().sum::<i128>().max(1);
    let mut so_far = 0;
    let up_to = |weight: i128| sum * weight / all;
    weights
        .iter()
        .map(|weight| {
            let before = up_to(so_far);
            so_far += weight;
            amount(up_to(so_far) - before)
        })
        .collect()
}

fn amount(minor: i128) -> Money {
    i64::try_from(minor).ok().and_then(Money::from_minor).unwrap_or_default()
}
