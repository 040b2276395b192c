//! A channel whose money carries over, bounded as a whole.
//!
//! Cells that are bounded one by one may stop at once where in truth what was spent dies away. At given prices the
//! best course of one channel is found exactly instead, period by period from the last one (dynamic programming): what
//! works in a period may be anything from θ times what worked before. What works is cut into intervals; on each the
//! curve is no more than its chord and a little (the tangents at both ends where it is concave), so that what is found
//! is a bound, and near its true value. The prices follow the sums that are spent (subgradient steps as long as Polyak's).

use super::super::curve::Curve;
use super::super::steps::count;
use super::dual::Dual;
use super::grid::{Cell, Grid, Sums};
use super::pace::Pace;
use super::prices::Prices;

/// Intervals of what works.
const PIECES: usize = 400;
/// Steps of the prices.
const STEPS: usize = 100;

/// A bound with prices for all limits, and what is spent at them.
pub(super) struct Chains<'g> {
    grid: &'g Grid<'g>,
    rows: Vec<Option<Chain>>,
}

/// One channel, cut into intervals.
struct Chain {
    edges: Vec<f64>,
    /// The curve of each cell at the edges, and how far it rises above its chord between them.
    values: Vec<Vec<f64>>,
    rises: Vec<Vec<f64>>,
    /// The interval in which θ times an edge lies.
    left: Vec<usize>,
}

impl<'g> Chains<'g> {
    pub(super) fn of(grid: &'g Grid<'g>, pace: &mut Pace<'_, '_>) -> Self {
        let chain = |row: usize| (grid.rows[row].carry_over > 0.0).then(|| Chain::of(grid, row));
        let rows = (0..grid.rows.len()).map(chain).collect();
        pace.goes_on((PIECES * grid.cells.len()) as u64);
        Self { grid, rows }
    }

    /// The least bound that steps from the prices of `dual` come to, with what is spent at its prices; `known` is a real
    /// response.
    pub(super) fn least(&self, dual: &mut Dual<'_>, known: f64, pace: &mut Pace<'_, '_>) -> (f64, Vec<f64>) {
        let grid = self.grid;
        let mut prices = dual.prices.clone();
        let mut best = (f64::INFINITY, vec![0.0; grid.cells.len()]);
        let mut part = 1.0;
        let mut stood = 0;
        for _ in 0..STEPS {
            let (bound, spends) = self.at(&prices, dual);
            let sums = grid.sums(&spends);
            let slopes = Slopes::of(grid, &sums, &prices);
            if bound < best.0 {
                stood = if best.0 - bound < 1e-5 * best.0.abs() { stood + 1 } else { 0 };
                best = (bound, spends);
            } else {
                stood += 1;
                part *= 0.7;
            }
            let length = slopes.squared();
            let looks = (grid.cells.len() * PIECES) as u64 / 20;
            let ends = stood > 8 || length <= 0.0 || best.0 - known <= 1e-9 * known.abs();
            if !pace.goes_on(looks) || ends {
                break;
            }
            slopes.take(&mut prices, part * (bound - known) / length);
        }
        best
    }

    /// The bound at prices, and what is spent.
    fn at(&self, prices: &Prices, dual: &mut Dual<'_>) -> (f64, Vec<f64>) {
        let grid = self.grid;
        let mut spends = Vec::with_capacity(grid.cells.len());
        let mut bound = grid.offset + prices.worth_of_limits(grid);
        for row in 0..grid.rows.len() {
            if let Some(chain) = &self.rows[row] {
                bound += chain.best(grid, row, prices, &mut spends);
            } else {
                for period in 0..grid.periods {
                    let (net, spend) = dual.best_at(row * grid.periods + period, prices.of(grid, row, period));
                    bound += net;
                    spends.push(spend);
                }
            }
        }
        (bound, spends)
    }
}

impl Chain {
    fn of(grid: &Grid<'_>, row: usize) -> Self {
        let one = &grid.rows[row];
        let cells = &grid.cells[grid.row_cells(row)];
        let mut most = one.start;
        let mut largest = most;
        for cell in cells {
            most = one.carry_over * most + (1.0 - one.carry_over) * cell.fixed.unwrap_or(cell.high);
            largest = f64::max(largest, most);
        }
        let size = cells.iter().find_map(|cell| match cell.curve {
            Curve::Hill(hill) => Some(hill.half),
            Curve::Line { end, .. } => Some(end),
            Curve::Flat => None,
        });
        let edges = edges(size.unwrap_or(1.0), largest);
        let values: Vec<Vec<f64>> =
            cells.iter().map(|cell| edges.iter().map(|edge| cell.curve.value(*edge)).collect()).collect();
        let rise = |cell: &Cell, values: &[f64]| {
            let pairs = edges.windows(2).zip(values.windows(2));
            pairs.map(|(edges, values)| rise(&cell.curve, [edges[0], edges[1]], [values[0], values[1]])).collect()
        };
        let rises = cells.iter().zip(&values).map(|(cell, values)| rise(cell, values)).collect();
        let left = edges.iter().map(|edge| interval(&edges, one.carry_over * edge)).collect();
        Self { edges, values, rises, left }
    }

    /// The most that a channel wins over the prices; adds what it spends for that.
    fn best(&self, grid: &Grid<'_>, row: usize, prices: &Prices, spends: &mut Vec<f64>) -> f64 {
        let (one, periods) = (&grid.rows[row], grid.periods);
        let theta = one.carry_over;
        let paid: Vec<f64> = (0..periods).map(|period| prices.of(grid, row, period)).collect();
        let price = |period: usize| {
            let next = paid.get(period + 1).copied().unwrap_or(0.0);
            (paid[period] - theta * next) / (1.0 - theta)
        };
        let net = |period: usize, edge: usize| self.values[period][edge] - price(period) * self.edges[edge];
        let pieces = self.edges.len() - 1;
        let mut after = vec![0.0; pieces];
        // For each period the interval that is best from each one on.
        let mut choices: Vec<Vec<usize>> = vec![vec![]; periods];
        for period in (0..periods).rev() {
            let rises = &self.rises[period];
            let best = |at: usize| net(period, at).max(net(period, at + 1)) + rises[at] + after[at];
            let best: Vec<f64> = (0..pieces).map(best).collect();
            (after, choices[period]) = furthest(&best, &self.reach(grid, row, period));
        }
        let first = interval(&self.edges, one.start);
        let start = paid.first().map_or(0.0, |paid| paid * theta * one.start / (1.0 - theta));
        let (mut at, mut works) = (first, one.start);
        for (period, choice) in choices.iter().enumerate() {
            at = choice[at];
            let wanted = if net(period, at) >= net(period, at + 1) { self.edges[at] } else { self.edges[at + 1] };
            let fixed = grid.cells[row * periods + period].fixed;
            let spend = fixed.unwrap_or_else(|| ((wanted - theta * works) / (1.0 - theta)).max(0.0));
            works = theta * works + (1.0 - theta) * spend;
            spends.push(spend);
        }
        after[first] + start
    }

    /// The intervals that can work in a period, from each interval before: the first and the last.
    fn reach(&self, grid: &Grid<'_>, row: usize, period: usize) -> Vec<(usize, usize)> {
        let pieces = self.edges.len() - 1;
        let theta = grid.rows[row].carry_over;
        match grid.cells[row * grid.periods + period].fixed {
            None => (0..pieces).map(|at| (self.left[at], pieces - 1)).collect(),
            Some(fixed) => (0..pieces)
                .map(|at| {
                    let [low, high] = [at, at + 1]
                        .map(|edge| interval(&self.edges, theta * self.edges[edge] + (1.0 - theta) * fixed));
                    (low, high)
                })
                .collect(),
        }
    }
}

/// The best of a range for each range; ranges that go to the end share their work.
fn furthest(best: &[f64], reach: &[(usize, usize)]) -> (Vec<f64>, Vec<usize>) {
    let last = best.len() - 1;
    let mut from: Vec<usize> = (0..best.len()).collect();
    for at in (0..last).rev() {
        if best[from[at + 1]] > best[at] {
            from[at] = from[at + 1];
        }
    }
    let choose = |&(first, end): &(usize, usize)| {
        if end == last {
            return from[first];
        }
        (first..=end).max_by(|a, b| best[*a].total_cmp(&best[*b])).unwrap_or(first)
    };
    let choice: Vec<usize> = reach.iter().map(choose).collect();
    (choice.iter().map(|at| best[*at]).collect(), choice)
}

/// Intervals that are finest below the size of a curve, up to the largest of all.
fn edges(size: f64, largest: f64) -> Vec<f64> {
    let all = count(PIECES);
    let end = largest / (largest + size).max(f64::MIN_POSITIVE);
    let edge = |piece: usize| {
        let part = end * count(piece) / all;
        size * part / (1.0 - part).max(1e-12)
    };
    let mut edges: Vec<f64> = (0..PIECES).map(edge).filter(|edge| *edge <= 0.0 || *edge < largest).collect();
    edges.push(largest.max(size * 1e-9) * (1.0 + 1e-9));
    edges
}

fn interval(edges: &[f64], at: f64) -> usize {
    edges.partition_point(|edge| *edge <= at).saturating_sub(1).min(edges.len() - 2)
}

/// How far a curve rises above its chord at most.
fn rise(curve: &Curve, [low, high]: [f64; 2], [start, end]: [f64; 2]) -> f64 {
    let inflection = if let Curve::Hill(hill) = curve { hill.inflection } else { 0.0 };
    if high <= inflection {
        return 0.0;
    }
    if low < inflection {
        return end - start;
    }
    let length = high - low;
    let chord = (end - start) / length;
    let [first, last] = [curve.slope(low), curve.slope(high)];
    if first.is_infinite() {
        return (chord - last).max(0.0) * length;
    }
    let apart = first - last;
    let rise = if apart > 0.0 { (first - chord) * (chord - last) / apart * length } else { 0.0 };
    // A line that ends between: its slope to the right says nothing of it.
    let ends = matches!(curve, Curve::Line { end, .. } if *end > low && *end < high);
    if ends { end - start } else { rise.max(0.0) }
}

/// Where the bound falls: what each limit leaves, as prices would have it.
struct Slopes {
    all: f64,
    groups: Vec<f64>,
    rows: Vec<f64>,
    periods: Vec<f64>,
}

impl Slopes {
    fn of(grid: &Grid<'_>, sums: &Sums, prices: &Prices) -> Self {
        let at_most = |max: f64, sum: f64, price: f64| if sum <= max && price <= 0.0 { 0.0 } else { max - sum };
        let between = |min: f64, max: f64, sum: f64, price: f64| match price {
            price if price > 0.0 => max - sum,
            price if price < 0.0 => min - sum,
            _ if sum > max => max - sum,
            _ if sum < min => min - sum,
            _ => 0.0,
        };
        Self {
            all: at_most(grid.budget, sums.all, prices.all),
            groups: grid
                .groups
                .iter()
                .zip(&sums.groups)
                .zip(&prices.groups)
                .map(|((limits, sum), price)| between(limits.min, limits.max, *sum, *price))
                .collect(),
            rows: grid
                .rows
                .iter()
                .zip(&sums.rows)
                .zip(&prices.rows)
                .map(|((row, sum), price)| between(row.limits.min, row.limits.max, *sum, *price))
                .collect(),
            periods: grid
                .most
                .iter()
                .zip(&sums.periods)
                .zip(&prices.periods)
                .map(|((most, sum), price)| at_most(*most, *sum, *price))
                .collect(),
        }
    }

    fn squared(&self) -> f64 {
        let all = self.groups.iter().chain(&self.rows).chain(&self.periods).chain([&self.all]);
        all.map(|slope| slope * slope).sum()
    }

    /// Takes a step against the slopes; prices of what is only limited from above stay at or above zero.
    fn take(&self, prices: &mut Prices, step: f64) {
        let move_all = |prices: &mut [f64], slopes: &[f64]| {
            prices.iter_mut().zip(slopes).for_each(|(price, slope)| *price -= step * slope);
        };
        prices.all = (prices.all - step * self.all).max(0.0);
        move_all(&mut prices.groups, &self.groups);
        move_all(&mut prices.rows, &self.rows);
        move_all(&mut prices.periods, &self.periods);
        prices.periods.iter_mut().for_each(|price| *price = price.max(0.0));
    }
}
