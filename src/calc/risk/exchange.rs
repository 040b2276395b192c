//! Money moved from one channel to another, or from what is not spent, as long as that makes a level more likely.

use crate::calc::best_allocation::Spend;

use super::money::Money;
use super::sample::{Sample, Step};
use super::split::Split;

/// Parts of the budget that are moved at a time, from the largest on.
const PARTS: [f64; 4] = [1.0 / 32.0, 1.0 / 128.0, 1.0 / 512.0, 1.0 / 2048.0];

/// Moves of one size.
const MOST_MOVES: usize = 12;

/// Givers and takers that are tried in a round, those that promise most.
const PROMISING: usize = 6;

/// Money that moves; `None` stands for what is not spent.
#[derive(Clone, Copy)]
struct Move {
    from: Option<usize>,
    to: usize,
    amount: f64,
    /// By how much the level becomes more likely, but for a common factor, as long as worths near the level stay.
    promise: f64,
}

/// The split after all exchanges that help.
pub(super) fn exchange(money: &Money, sample: &Sample, mut split: Split, step: Step) -> Split {
    let mut height = step.mean(&split.results);
    for size in sizes(money) {
        for _ in 0..MOST_MOVES {
            let better = better((money, sample), &split, (step, height), size);
            let Some((raised, next)) = better.filter(|_| !money.stopped()) else { break };
            (height, split) = (raised, next);
        }
    }
    split
}

/// Amounts on steps.
fn sizes(money: &Money) -> Vec<f64> {
    let step = money.problem.step;
    let on_steps = |amount: f64| if step > 0.0 { (amount / step).round().max(1.0) * step } else { amount };
    let budget = money.budget_of_free().min(1e15);
    let mut sizes = PARTS.map(|part| on_steps(budget * part)).to_vec();
    sizes.dedup();
    sizes.retain(|size| *size > 0.0);
    sizes
}

/// The first move of those that promise most that keeps its word.
fn better(
    (money, sample): (&Money, &Sample),
    split: &Split,
    (step, height): (Step, f64),
    size: f64,
) -> Option<(f64, Split)> {
    let worths = sample.worths_near(&split.results, step)?;
    let mut moves = moves(money, split, &worths, size);
    moves.sort_by(|one, other| other.promise.total_cmp(&one.promise));
    moves.into_iter().take_while(|one| one.promise > 0.0).find_map(|one| {
        let next = moved((money, sample), split, one)?;
        let raised = step.mean(&next.results);
        (raised > height + 1e-9).then_some((raised, next))
    })
}

/// Moves between those who lose least by giving and those who gain most by taking.
fn moves(money: &Money, split: &Split, worths: &[f64], size: f64) -> Vec<Move> {
    let difference = |free: usize, more: f64| {
        let channel = money.free[free];
        worths[free] * (money.won_by(channel, split.spends[channel] + more) - split.won[free])
    };
    let mut takers: Vec<(usize, f64)> = (0..worths.len()).map(|free| (free, difference(free, size))).collect();
    takers.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    let mut givers: Vec<(Option<usize>, f64, f64)> = (0..worths.len())
        .flat_map(|free| amounts(money, split, free, size).map(move |amount| (free, amount)))
        .map(|(free, amount)| (Some(free), amount, difference(free, -amount) / amount))
        .collect();
    givers.push((None, size, 0.0));
    givers.sort_by(|one, other| other.2.total_cmp(&one.2).then(one.0.cmp(&other.0)));
    let mut moves = Vec::new();
    for &(from, amount, loss) in givers.iter().take(PROMISING) {
        for &(to, _) in takers.iter().take(PROMISING).filter(|(to, _)| Some(*to) != from) {
            moves.push(Move { from, to, amount, promise: difference(to, amount) + loss * amount });
        }
    }
    moves
}

/// What a channel may give: so much, or all it has where it may be off.
fn amounts(money: &Money, split: &Split, free: usize, size: f64) -> impl Iterator<Item = f64> + use<> {
    let channel = money.free[free];
    let candidate = &money.problem.channels[channel];
    let has = split.spends[channel] - candidate.before.spent;
    let all = matches!(candidate.spend, Spend::OffOr { .. }) && has > 0.0;
    [Some(size).filter(|size| *size <= has), Some(has).filter(|_| all)].into_iter().flatten()
}

/// The split after a move; `None` where that breaks a limit.
fn moved((money, sample): (&Money, &Sample), split: &Split, one: Move) -> Option<Split> {
    let mut spends = split.spends.clone();
    spends[money.free[one.to]] += one.amount;
    if let Some(from) = one.from {
        spends[money.free[from]] -= one.amount;
    }
    if !money.problem.allows(&spends) {
        return None;
    }
    let mut next = Split { spends, ..split.clone() };
    for free in one.from.into_iter().chain([one.to]) {
        let channel = money.free[free];
        let won = money.won_by(channel, next.spends[channel]);
        sample.moved(&mut next.results, free, won - split.won[free]);
        next.won[free] = won;
    }
    Some(next)
}
