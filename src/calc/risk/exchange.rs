//! Money moved from one channel to another, or from what is not spent, as long as that makes a level more likely.
//!
//! Where money goes to months, a channel's money moves in the proportion of its months, and then from month to month.

use crate::calc::best_allocation::Spend;

use super::money::{Ask, Money};
use super::sample::{Sample, Step};
use super::split::Split;

/// Parts of the budget that are moved at a time, from the largest on.
const PARTS: [f64; 4] = [1.0 / 32.0, 1.0 / 128.0, 1.0 / 512.0, 1.0 / 2048.0];

/// Moves of one size.
const MOST_MOVES: usize = 12;

/// Givers and takers that are tried in a round, those that promise most.
const PROMISING: usize = 6;

/// Who gives or takes.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// A free channel as a whole.
    Channel(usize),
    /// A cell of a free channel.
    Cell(usize, usize),
}

impl Place {
    fn free(self) -> usize {
        match self {
            Self::Channel(free) | Self::Cell(free, _) => free,
        }
    }
}

/// Money that moves; `None` stands for what is not spent.
#[derive(Clone, Copy)]
struct Move {
    from: Option<Place>,
    to: Place,
    amount: f64,
    /// By how much the level becomes more likely, but for a common factor, as long as worths near the level stay.
    promise: f64,
}

/// The split after all exchanges that help.
pub(super) fn exchange(money: &Money, sample: &Sample, mut split: Split, step: Step) -> Split {
    let mut height = step.mean(&split.results);
    let places = places(money);
    for size in sizes(money) {
        for places in &places {
            for _ in 0..MOST_MOVES {
                let better = better((money, sample), &split, (step, height), (places, size));
                let Some((raised, next)) = better.filter(|_| !money.stopped()) else { break };
                (height, split) = (raised, next);
            }
        }
    }
    split
}

/// Those among which money moves, in turn.
fn places(money: &Money) -> Vec<Vec<Place>> {
    let channels = (0..money.free.len()).map(Place::Channel).collect();
    let Ask::Months(problem) = money.ask else { return vec![channels] };
    let open = |(free, channel): (usize, &usize)| {
        let first = money.cells(*channel).start;
        let fixed = problem.courses[*channel].fixed.iter().enumerate();
        let cells: Vec<Place> =
            fixed.filter(|(_, fixed)| fixed.is_none()).map(|(month, _)| Place::Cell(free, first + month)).collect();
        cells
    };
    vec![channels, money.free.iter().enumerate().flat_map(open).collect()]
}

/// Amounts on steps.
fn sizes(money: &Money) -> Vec<f64> {
    let step = money.whole().step;
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
    (places, size): (&[Place], f64),
) -> Option<(f64, Split)> {
    let worths = sample.worths_near(&split.results, step)?;
    let mut moves = moves(money, split, &worths, (places, size));
    moves.sort_by(|one, other| other.promise.total_cmp(&one.promise));
    moves.into_iter().take_while(|one| one.promise > 0.0).find_map(|one| {
        let next = moved((money, sample), split, one)?;
        let raised = step.mean(&next.results);
        (raised > height + 1e-9).then_some((raised, next))
    })
}

/// Moves between those who lose least by giving and those who gain most by taking.
fn moves(money: &Money, split: &Split, worths: &[f64], (places, size): (&[Place], f64)) -> Vec<Move> {
    let difference = |place: Place, more: f64| {
        let free = place.free();
        let channel = money.free[free];
        let mut spends = split.spends.clone();
        give(money, &mut spends, place, more);
        worths[free] * (money.won_by(channel, money.course(&spends, channel)) - split.won[free])
    };
    let mut takers: Vec<(Place, f64)> = places.iter().map(|place| (*place, difference(*place, size))).collect();
    takers.sort_by(|one, other| other.1.total_cmp(&one.1));
    let mut givers = vec![(None, size, 0.0)];
    for &place in places {
        let own = amounts(money, split, place, size);
        givers.extend(own.map(|amount| (Some(place), amount, difference(place, -amount) / amount)));
    }
    givers.sort_by(|one, other| other.2.total_cmp(&one.2));
    let mut moves = Vec::new();
    for &(from, amount, loss) in givers.iter().take(PROMISING) {
        for &(to, _) in takers.iter().take(PROMISING).filter(|(to, _)| Some(*to) != from) {
            moves.push(Move { from, to, amount, promise: difference(to, amount) + loss * amount });
        }
    }
    moves
}

/// What a place may give: so much, or all it has where it may be off.
fn amounts(money: &Money, split: &Split, place: Place, size: f64) -> impl Iterator<Item = f64> + use<> {
    let channel = money.free[place.free()];
    let candidate = money.candidate(channel);
    let has = match (place, money.ask) {
        (Place::Cell(_, cell), _) => split.spends[cell],
        (Place::Channel(_), Ask::Whole(_)) => split.spends[channel] - candidate.before.spent,
        (Place::Channel(_), Ask::Months(_)) => open_cells(money, channel).map(|cell| split.spends[cell]).sum(),
    };
    let may_be_off = matches!(place, Place::Cell(..)) || matches!(candidate.spend, Spend::OffOr { .. });
    let all = may_be_off && has > 0.0;
    [Some(size).filter(|size| *size <= has), Some(has).filter(|_| all)].into_iter().flatten()
}

/// Gives so much more to a place: to a channel in months in their proportion, evenly where nothing is spent.
fn give(money: &Money, spends: &mut [f64], place: Place, more: f64) {
    let channel = money.free[place.free()];
    let problem = match (place, money.ask) {
        (Place::Cell(_, cell), _) => {
            spends[cell] += more;
            return;
        }
        (Place::Channel(_), Ask::Whole(_)) => {
            spends[channel] += more;
            return;
        }
        (Place::Channel(_), Ask::Months(problem)) => problem,
    };
    let sum: f64 = open_cells(money, channel).map(|cell| spends[cell]).sum();
    let step = problem.whole.step;
    let on_steps = |amount: f64| if step > 0.0 { (amount / step).round() * step } else { amount };
    let (mut weight, mut given) = (0.0, 0.0);
    #[allow(clippy::cast_precision_loss)] // some hundred months
    let even = 1.0 / open_cells(money, channel).count().max(1) as f64;
    for cell in open_cells(money, channel) {
        weight += if sum > 0.0 { spends[cell] / sum } else { even };
        let so_far = on_steps(more * weight);
        spends[cell] += so_far - given;
        given = so_far;
    }
}

/// Cells of a channel whose money can move.
fn open_cells<'m>(money: &'m Money, channel: usize) -> impl Iterator<Item = usize> + 'm {
    let is_open = move |month: usize| match money.ask {
        Ask::Whole(_) => true,
        Ask::Months(problem) => problem.courses[channel].fixed[month].is_none(),
    };
    money.cells(channel).enumerate().filter(move |(month, _)| is_open(*month)).map(|(_, cell)| cell)
}

/// The split after a move; `None` where that breaks a limit.
fn moved((money, sample): (&Money, &Sample), split: &Split, one: Move) -> Option<Split> {
    let mut spends = split.spends.clone();
    give(money, &mut spends, one.to, one.amount);
    if let Some(from) = one.from {
        give(money, &mut spends, from, -one.amount);
    }
    if !money.allows(&spends) {
        return None;
    }
    let mut next = Split { spends, ..split.clone() };
    for free in one.from.map(Place::free).into_iter().chain([one.to.free()]) {
        let channel = money.free[free];
        let won = money.won_by(channel, money.course(&next.spends, channel));
        sample.moved(&mut next.results, free, won - next.won[free]);
        next.won[free] = won;
    }
    Some(next)
}
