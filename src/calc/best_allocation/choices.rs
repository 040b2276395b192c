//! Few choices: all sums that channels can spend in whole steps, each with the most that it wins.
//!
//! Where channels get one amount or nothing and a sum must be met to the step, promises say nothing: nearly every choice
//! promises the same. But there are only so many sums. Half of the channels have a list of them, the other half another,
//! and the best pair of both that keeps the limits is the best of all (Horowitz and Sahni, "Computing partitions with
//! applications to the knapsack problem", Journal of the ACM 21, 1974). No list is longer than the choices of its channels
//! are many, or the steps of the largest sum. Which channels a sum is made of is not remembered: each half is asked again
//! for its sum alone (Hirschberg, "A linear space algorithm for computing maximal common subsequences", Communications of
//! the ACM 18, 1975), which takes as long again in all.

use std::collections::VecDeque;
use std::ops::RangeInclusive;

use super::majorant::Domain;
use super::space::Space;

/// So many sums are listed at once: some hundred MB while two lists are merged.
const MOST_SUMS: f64 = 2e6;

/// So many in all, which takes half a second.
const MOST_WORK: f64 = 1e8;

/// Choices beside which all others are taken for made.
const NEAR: f64 = 2.7e8;

/// A sum, and the most it wins.
#[derive(Clone, Copy)]
struct Sum {
    steps: u64,
    won: f64,
}

/// What may be spent on a channel or on a group of them; sums rise.
struct Item {
    sums: Vec<Sum>,
    of: Of,
}

enum Of {
    Channel(usize),
    Group(Vec<Item>),
}

/// About how many sums are listed for an answer; `None` where they are too many, or steps are not whole.
pub(super) fn work(space: &Space) -> Option<f64> {
    let budget = space.budget;
    let mut work = 0.0;
    let mut items = Vec::new();
    for group in used(space).filter(|_| space.whole) {
        let members = space.groups.iter().zip(&space.domains).filter(|(other, _)| **other == group);
        let choices = members.map(|(_, domain)| (choices_of(domain), domain.high));
        if is_apart(space, group) {
            let own: Vec<(f64, f64)> = choices.collect();
            let listed = listed(&own, space.limits[group].max.min(budget), 1.0);
            work += listed.work;
            items.push((listed.longest, space.limits[group].max.min(budget)));
        } else {
            items.extend(choices);
        }
    }
    items.sort_by(|a, b| b.0.total_cmp(&a.0));
    let Listed { work: of_halves, longest } = listed(&items, budget, 2.0);
    let is_short = longest <= MOST_SUMS && items.first().is_some_and(|(first, _)| *first <= MOST_SUMS);
    // Half of the sums are half as large when halves are asked again, and so on.
    Some(2.0 * (work + of_halves)).filter(|work| is_short && *work <= MOST_WORK)
}

struct Listed {
    work: f64,
    longest: f64,
}

/// Lists of items with so many choices and greatest sums, dealt out to so many parts.
fn listed(items: &[(f64, f64)], most: f64, parts: f64) -> Listed {
    let (mut apart, mut sum) = (1.0, 0.0);
    let mut listed = Listed { work: 0.0, longest: 1.0 };
    for (choices, high) in items {
        apart = f64::min(apart * choices.powf(1.0 / parts), 1e18);
        sum += high / parts;
        listed.work += listed.longest * choices;
        listed.longest = f64::min(apart, sum.min(most) + 1.0);
    }
    listed
}

/// Groups that have channels.
fn used(space: &Space) -> impl Iterator<Item = usize> {
    (0..space.limits.len()).filter(|group| space.groups.contains(group))
}

/// Whether the sums of a group are listed by themselves: it has limits, and is not alone.
fn is_apart(space: &Space, group: usize) -> bool {
    let limits = space.limits[group];
    (limits.min > 0.0 || limits.max < space.budget) && used(space).nth(1).is_some()
}

/// The best allocation; `None` where there is none.
///
/// # Errors
/// There are too many sums.
pub(super) fn solve(space: &Space) -> Result<Option<Vec<f64>>, TooMany> {
    let mut items = Vec::new();
    let mut range = 0..=as_steps(space.budget);
    for group in used(space) {
        let channels = (0..space.curves.len()).filter(|channel| space.groups[*channel] == group);
        let members: Vec<Item> = channels.map(|channel| channel_item(space, channel)).collect();
        let limits = space.limits[group];
        let own = as_steps(limits.min)..=as_steps(limits.max.min(space.budget));
        if is_apart(space, group) {
            let sums = rising(within(&members.iter().collect::<Vec<_>>(), own)?);
            items.push(Item { sums, of: Of::Group(members) });
        } else {
            items.extend(members);
            range = range.start().max(own.start()).to_owned()..=*range.end().min(own.end());
        }
    }
    let mut x = vec![0.0; space.curves.len()];
    Ok(spend(&items, range, &mut x)?.then_some(x))
}

/// The best allocation in which the channels that stand last in `order` spend what is next to `x`; `None` where there is none.
pub(super) fn solve_near(space: &Space, x: &[f64], order: &[usize]) -> Option<Vec<f64>> {
    let mut near = space.clone();
    let mut apart = 1.0;
    for &channel in order {
        let domain = &mut near.domains[channel];
        apart *= choices_of(domain);
        if apart > NEAR {
            let spend = if domain.off && x[channel] < domain.low / 2.0 {
                0.0
            } else {
                x[channel].round().clamp(domain.low, domain.high)
            };
            *domain = Domain { off: false, low: spend, high: spend };
        }
    }
    work(&near).and_then(|_| solve(&near).ok()?)
}

fn choices_of(domain: &Domain) -> f64 {
    domain.high - domain.low + 1.0 + f64::from(u8::from(domain.off))
}

/// More sums than can be listed.
#[derive(Debug)]
pub(super) struct TooMany;

fn channel_item(space: &Space, channel: usize) -> Item {
    let domain = space.domains[channel];
    let off = (domain.off && domain.low > 0.0).then_some(0);
    let on = as_steps(domain.low)..=as_steps(domain.high);
    let sums = off.into_iter().chain(on).map(|steps| Sum { steps, won: space.curves[channel].value(as_number(steps)) });
    Item { sums: sums.collect(), of: Of::Channel(channel) }
}

/// Spends what is best within a range on the items; says whether anything is possible.
fn spend(items: &[Item], range: RangeInclusive<u64>, x: &mut [f64]) -> Result<bool, TooMany> {
    let mut order: Vec<&Item> = items.iter().collect();
    // Long lists begin halves of their own.
    order.sort_by_key(|item| std::cmp::Reverse(item.sums.len()));
    let Some(chosen) = best(&order, range)? else { return Ok(false) };
    for (item, steps) in order.iter().zip(chosen) {
        match &item.of {
            Of::Channel(channel) => x[*channel] = as_number(steps),
            Of::Group(members) => {
                spend(members, steps..=steps, x)?;
            }
        }
    }
    Ok(true)
}

/// The steps of each item that win most together with a sum within a range.
fn best(items: &[&Item], range: RangeInclusive<u64>) -> Result<Option<Vec<u64>>, TooMany> {
    if let [item] = items {
        let possible = item.sums.iter().filter(|sum| range.contains(&sum.steps));
        return Ok(possible.max_by(|a, b| a.won.total_cmp(&b.won)).map(|sum| vec![sum.steps]));
    }
    let halves = [0, 1].map(|half| items.iter().copied().skip(half).step_by(2).collect::<Vec<_>>());
    let [most, other_most] = halves.each_ref().map(|half| half.iter().map(|item| item.most()).sum::<u64>());
    // A half must leave the other a sum that it can have.
    let [start, end] = [*range.start(), *range.end()];
    let first = within(&halves[0], start.saturating_sub(other_most)..=end)?;
    let second = within(&halves[1], start.saturating_sub(most)..=end)?;
    let Some(pair) = best_pair(&first, &second, range) else { return Ok(None) };
    let mut chosen = vec![0; items.len()];
    for (place, (half, steps)) in halves.iter().zip(pair).enumerate() {
        let of_half = if half.is_empty() { Some(Vec::new()) } else { best(half, steps..=steps)? };
        chosen.iter_mut().skip(place).step_by(2).zip(of_half.into_iter().flatten()).for_each(|(to, steps)| *to = steps);
    }
    Ok(Some(chosen))
}

impl Item {
    fn most(&self) -> u64 {
        self.sums.last().map_or(0, |sum| sum.steps)
    }
}

/// All sums of the items within a range.
fn within(items: &[&Item], range: RangeInclusive<u64>) -> Result<Vec<Sum>, TooMany> {
    let mut rest: u64 = items.iter().map(|item| item.most()).sum();
    let mut sums = vec![Sum { steps: 0, won: 0.0 }];
    let mut longer = Vec::new();
    for item in items {
        rest -= item.most();
        // What cannot be made up for any more, and what is too much already, is left out.
        let useful = range.start().saturating_sub(rest)..=*range.end();
        longer.clear();
        for choice in &item.sums {
            let more = sums.iter().map(|sum| Sum { steps: sum.steps + choice.steps, won: sum.won + choice.won });
            longer.extend(more.filter(|sum| useful.contains(&sum.steps)));
        }
        // Each choice has added a rising stretch: a stable sort merges them.
        longer.sort_by_key(|sum: &Sum| sum.steps);
        longer.dedup_by(|next, kept| {
            let same = next.steps == kept.steps;
            kept.won = if same { kept.won.max(next.won) } else { kept.won };
            same
        });
        if as_number(longer.len() as u64) > MOST_SUMS {
            return Err(TooMany);
        }
        std::mem::swap(&mut sums, &mut longer);
    }
    Ok(sums.into_iter().filter(|sum| range.contains(&sum.steps)).collect())
}

/// Only sums that win more than all lesser ones.
fn rising(mut sums: Vec<Sum>) -> Vec<Sum> {
    let mut most = f64::NEG_INFINITY;
    sums.retain(|sum| {
        let more = sum.won > most;
        most = most.max(sum.won);
        more
    });
    sums
}

/// A sum of each list that together lie within a range and win most. Going down the first list, those of the second that fit
/// move up: of these only what wins more than all that come later needs to be remembered.
fn best_pair(first: &[Sum], second: &[Sum], range: RangeInclusive<u64>) -> Option<[u64; 2]> {
    let mut best: Option<(f64, [u64; 2])> = None;
    let mut fitting: VecDeque<Sum> = VecDeque::new();
    let mut next = second.iter().peekable();
    for one in first.iter().rev() {
        let Some(most) = range.end().checked_sub(one.steps) else { continue };
        let least = range.start().saturating_sub(one.steps);
        while let Some(sum) = next.next_if(|sum| sum.steps <= most) {
            while fitting.pop_back_if(|last| last.won <= sum.won).is_some() {}
            fitting.push_back(*sum);
        }
        while fitting.pop_front_if(|sum| sum.steps < least).is_some() {}
        if let Some(other) = fitting.front() {
            let won = one.won + other.won;
            if best.is_none_or(|(most, _)| won > most) {
                best = Some((won, [one.steps, other.steps]));
            }
        }
    }
    best.map(|(_, pair)| pair)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole, at most 10¹⁵
fn as_steps(number: f64) -> u64 {
    number as u64
}

#[allow(clippy::cast_precision_loss)] // at most 10¹⁵
fn as_number(steps: u64) -> f64 {
    steps as f64
}
