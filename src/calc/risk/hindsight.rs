//! What no split of the money can exceed: the best one of each draw, known afterwards.
//!
//! In one draw a channel's registrations are worth F. For any price λ ≥ 0 of money, Σ F·r(x) ≤ λ·budget + Σ F·g(λ/F) with
//! g(μ) = max r(x) − μ·x over what the channel may get (weak duality; limits of tasks are left out, which only raises the bound). g is
//! convex, so between two prices it lies below the chord: a table a channel does for all draws. Where money goes to months, g is that of
//! a channel's whole course ([`in_months`]).

mod in_months;

use crate::calc::best_allocation::{Candidate, Spend};
use crate::calc::curve::Response;
use crate::calc::odds::{Settings, deal_out};

use super::money::{Ask, Money};
use super::sample::Sample;
use in_months::InMonths;

/// Doublings of the price that a table spans to either side of its middle.
const DOUBLINGS: i32 = 4;

/// Pieces of each doubling.
const PIECES: i32 = 8;

/// Bits of a double below those that name a piece.
const REST_BITS: u32 = 52 - PIECES.trailing_zeros();

/// Prices that are tried in a draw, as factors of the one at which the average is best.
const PRICES: [f64; 3] = [0.8, 1.0, 1.25];

/// Draws that are dealt out together.
const CHUNK: usize = 1_024;

/// What a channel can win less the price of its money, by that price.
struct Conjugate {
    /// What it wins where money costs nothing.
    most: f64,
    first: u64,
    values: Vec<f64>,
}

/// The most that can be won in each draw; `None` if it was told to stop. `won` are the registrations of the split that is best on
/// average, `price` what the last money buys there.
pub(super) fn bounds(
    money: &Money,
    sample: &Sample,
    (won, price): (&[f64], f64),
    settings: &Settings,
) -> Option<Vec<f64>> {
    let means: Vec<f64> = sample.moments().into_iter().map(|(mean, _)| mean).collect();
    let budget = money.budget_of_free();
    let price = if budget < 1e15 { price } else { 0.0 };
    let channels = money.free.iter().zip(&means);
    let table = |(&channel, mean): (&usize, &f64)| match money.ask {
        Ask::Whole(problem) => Conjugate::of(|price| best_at(&problem.channels[channel], budget, price), price / mean),
        Ask::Months(problem) => InMonths::of(problem, channel, budget).conjugate(price / mean),
    };
    let prices = Prices {
        tables: channels.map(table).collect(),
        won,
        worth_on_average: means.iter().zip(won).map(|(mean, won)| mean * won).sum(),
        budget,
        price,
    };
    let mut bounds = vec![0.0; sample.draws()];
    let chunks = (0..).step_by(CHUNK).zip(bounds.chunks_mut(CHUNK)).collect();
    deal_out(chunks, settings, || {
        |(first, bounds): (usize, &mut [f64])| {
            for (draw, bound) in (first..).zip(bounds) {
                let (base, worths) = sample.draw_of(draw);
                *bound = base + prices.bound(&worths.collect::<Vec<f64>>());
            }
        }
    })?;
    Some(bounds)
}

/// What all draws are bounded with.
struct Prices<'a> {
    tables: Vec<Conjugate>,
    /// Registrations of the split that is best on average, and what they are worth on average.
    won: &'a [f64],
    worth_on_average: f64,
    budget: f64,
    /// Of money, on average.
    price: f64,
}

impl Prices<'_> {
    /// The most that the channels win in a draw.
    fn bound(&self, worths: &[f64]) -> f64 {
        // All prices rise with what everything is worth.
        let scale = worths.iter().zip(self.won).map(|(worth, won)| worth * won).sum::<f64>() / self.worth_on_average;
        let scale = if scale.is_finite() && scale > 0.0 { scale } else { 1.0 };
        let at = |factor: f64| {
            let price = self.price * scale * factor;
            let rows = self.tables.iter().zip(worths).filter(|(_, worth)| **worth > 0.0);
            let spent = if price > 0.0 { price * self.budget } else { 0.0 };
            spent + rows.map(|(table, worth)| worth * table.at(price / worth)).sum::<f64>()
        };
        PRICES.map(at).into_iter().fold(f64::INFINITY, f64::min)
    }
}

impl Conjugate {
    /// Of a channel that wins at most so much at a price, for prices around `middle`.
    #[allow(clippy::cast_sign_loss)] // more than nothing
    fn of(most_at: impl Fn(f64) -> f64, middle: f64) -> Self {
        let most = most_at(0.0);
        if !(middle.is_finite() && middle > 1e-250) {
            return Self { most, first: 0, values: Vec::new() };
        }
        let first = (middle * 2_f64.powi(-DOUBLINGS)).to_bits() >> REST_BITS;
        let numbers = first..=first + (2 * DOUBLINGS * PIECES) as u64;
        // What is left out by rounding lies within a billionth.
        let values = numbers.map(|number| {
            let value = most_at(price_of(number));
            value + 1e-9 * value.abs()
        });
        Self { most, first, values: values.collect() }
    }

    /// At a price, or a little above.
    fn at(&self, price: f64) -> f64 {
        let bits = price.to_bits();
        let number = bits >> REST_BITS;
        let Some(place) = number.checked_sub(self.first).and_then(|place| usize::try_from(place).ok()) else {
            return self.most;
        };
        match (self.values.get(place), self.values.get(place + 1)) {
            (Some(low), Some(high)) => {
                let [from, to] = [number, number + 1].map(price_of);
                low + (high - low) * ((price - from) / (to - from))
            }
            // A price beyond the table: it wins less there than at its end.
            _ => self.values.last().copied().unwrap_or(self.most),
        }
    }
}

/// The price that a number of a table stands for.
fn price_of(number: u64) -> f64 {
    f64::from_bits(number << REST_BITS)
}

/// The most that registrations less the price of their money come to, for what a channel may get beside what is spent.
fn best_at(candidate: &Candidate, budget: f64, price: f64) -> f64 {
    let before = candidate.before.spent;
    let (low, high, off) = match candidate.spend {
        Spend::Between { min, max } => (min - before, max - before, false),
        Spend::OffOr { min, max } => (min - before, max - before, true),
        Spend::Fixed(fixed) => (fixed - before, fixed - before, false),
    };
    let (low, high) = (low.max(0.0), high.min(budget).max(low.max(0.0)));
    best_between(&candidate.response, (low, high, off), price)
}

/// The same between two spends, and where that is allowed for nothing.
fn best_between(response: &Response, (low, high, off): (f64, f64, bool), price: f64) -> f64 {
    let gain = |x: f64| response.value(x) - price * x;
    let ends = [gain(low), gain(high), if off { gain(0.0) } else { gain(low) }];
    let inside = turning_point(response, price, low, high).map_or(ends[0], gain);
    ends.into_iter().fold(inside, f64::max)
}

/// Where the slope falls to a price, between two spends.
fn turning_point(response: &Response, price: f64, low: f64, high: f64) -> Option<f64> {
    if let Response::Linear { cost, ceiling, .. } = response {
        return Some((cost * ceiling).clamp(low, high));
    }
    let mut from = response.inflection().unwrap_or(0.0).max(low);
    let mut to = high;
    if !(price > 0.0 && from < to && response.slope(from) > price) {
        return None;
    }
    for _ in 0..60 {
        let middle = f64::midpoint(from, to);
        if response.slope(middle) > price { from = middle } else { to = middle }
    }
    Some(from)
}
