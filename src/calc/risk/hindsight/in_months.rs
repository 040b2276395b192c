//! What a channel can win at a price of money where its money goes to months.
//!
//! What works in a month, z, is what its curve is about; x = (z − θ·z of the month before)/(1−θ) is what is spent in it. So the sum of
//! μ·x over the months is that of q·z less μ·θ·z₀/(1−θ), with q = μ and in the last month μ/(1−θ), z₀ being what still works from
//! before. Every month stands alone then; that none spends less than nothing is left out, which only raises the bound, and so are the
//! cash of a month as a sum and the limits of tasks.
//!
//! Limits of the channel's sum have a price of their own: what is won at the price μ is at most what is won at any other price p,
//! and (p − μ)·(the most that the sum may be), or the least where p is below μ.

use crate::calc::best_allocation::{Spend, periods::Problem};
use crate::calc::curve::Response;

use super::{Conjugate, best_between, price_of};

/// A channel in its months.
pub(super) struct InMonths {
    months: Vec<Month>,
    /// Money that the prices of what works count beside the money that can move.
    beside: f64,
    /// Least and most of the money that can move.
    limits: (f64, f64),
}

/// Months that are alike.
struct Month {
    response: Response,
    /// What may work: least, most, and whether nothing may.
    works: (f64, f64, bool),
    /// What its price is multiplied by.
    price: f64,
    /// How many there are.
    times: f64,
}

impl InMonths {
    /// The months of a channel that may have all of a budget.
    pub(super) fn of(problem: &Problem, channel: usize, budget: f64) -> Self {
        let (course, candidate) = (&problem.courses[channel], &problem.whole.channels[channel]);
        let theta = course.carry_over;
        let response = candidate.response.of_months(1, u32::try_from(problem.periods()).unwrap_or(u32::MAX));
        let start = course.still_works();
        let (mut least, mut most) = (start, start);
        let mut months: Vec<Month> = Vec::new();
        for (month, season) in course.weights().into_iter().enumerate() {
            let (low, high, off) = spends(problem, channel, month, budget);
            // What carries over works in months in which nothing is spent.
            let low_or_off = if off && theta > 0.0 { 0.0 } else { low };
            (least, most) = (theta * least + (1.0 - theta) * low_or_off, theta * most + (1.0 - theta) * high);
            let is_last = month + 1 == problem.periods();
            let one = Month {
                response: if season > 0.0 { response.times(season) } else { Response::NOTHING },
                works: (least, most, off && theta <= 0.0),
                price: if is_last { 1.0 / (1.0 - theta) } else { 1.0 },
                times: 1.0,
            };
            match months.iter_mut().find(|other| other.is_like(&one)) {
                Some(other) => other.times += 1.0,
                None => months.push(one),
            }
        }
        let fixed: f64 = course.fixed.iter().flatten().sum();
        let own = problem.own_limits(channel);
        let left = |limit: f64| (limit - candidate.before.spent - fixed).max(0.0);
        let limits = (left(own.min), left(own.max).min(budget));
        Self { months, beside: theta * start / (1.0 - theta) + fixed, limits }
    }

    /// What it wins less the price of its money, by that price.
    pub(super) fn conjugate(&self, middle: f64) -> Conjugate {
        Conjugate::of(|price| self.most_at(price), middle).within(self.limits)
    }

    /// Limits of its sum apart.
    fn most_at(&self, price: f64) -> f64 {
        let month = |one: &Month| one.times * best_between(&one.response, one.works, price * one.price);
        self.months.iter().map(month).sum::<f64>() + price * self.beside
    }
}

impl Month {
    #[allow(clippy::float_cmp)] // months are alike or not
    fn is_like(&self, other: &Self) -> bool {
        (self.response, self.works, self.price) == (other.response, other.works, other.price)
    }
}

/// What a month may spend: least, most, and whether nothing as well.
fn spends(problem: &Problem, channel: usize, month: usize, budget: f64) -> (f64, f64, bool) {
    if let Some(fixed) = problem.courses[channel].fixed[month] {
        return (fixed, fixed, false);
    }
    let (min, max, off) = match problem.cell(channel) {
        Spend::Between { min, max } => (min, max, false),
        Spend::OffOr { min, max } => (min, max, true),
        Spend::Fixed(fixed) => (fixed, fixed, false),
    };
    let high = max.min(problem.most[month]).min(budget).max(0.0);
    // What cannot get its least gets nothing.
    if min > high { (0.0, 0.0, false) } else { (min, high, off) }
}

impl Conjugate {
    /// The same where all its money lies between two limits.
    fn within(self, (low, high): (f64, f64)) -> Self {
        let prices: Vec<f64> = (self.first..).zip(&self.values).map(|(number, _)| price_of(number)).collect();
        let at = |price: f64| {
            let other = |(other, value): (&f64, &f64)| {
                let more = other - price;
                value + if more > 0.0 { more * high } else { more * low }
            };
            let all = prices.iter().zip(&self.values).map(other);
            all.fold(self.most - price * low, f64::min)
        };
        Self { most: at(0.0), first: self.first, values: prices.iter().map(|price| at(*price)).collect() }
    }
}
