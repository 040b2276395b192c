//! A channel whose money carries over, bounded as a whole.
//!
//! Cells that are bounded one by one may stop at once where in truth what was spent dies away. At given prices the
//! best course of one channel is found exactly instead, period by period from the last one (dynamic programming): what
//! works in a period may be anything from θ times what worked before. What works is cut into intervals; on each the
//! curve is no more than its chord and a little (the tangents at both ends where it is concave), so that what is found
//! is a bound, and near its true value. The prices follow the sums that are spent (subgradient steps as long as Polyak's).

use super::super::curve::Curve;
use super::super::steps::count;
use super::dual::{Dual, LOST};
use super::grid::{Grid, Sums};
use super::pace::Pace;
use super::prices::Prices;

/// Intervals of what works while prices are sought, and for the bound at the best of them.
const PIECES: usize = 128;
const FINE: usize = 1_024;
/// Steps of the prices.
const STEPS: usize = 100;
/// Steps whose spends are made real, the last ones that bring the bound down.
const TRIED: usize = 8;

/// A bound with prices for all limits, and what is spent at them.
pub(super) struct Chains<'g> {
    grid: &'g Grid<'g>,
    rows: Vec<Option<Chain>>,
    room: Room,
}

/// One channel, cut into intervals. Its periods differ by how much they count alone.
struct Chain {
    edges: Vec<f64>,
    /// The curve at the edges, and how far it rises above its chord between them, each for a period that counts 1.
    values: Vec<f64>,
    rises: Vec<f64>,
    /// How much each period counts.
    counts: Vec<f64>,
    /// The interval in which θ times an edge lies.
    left: Vec<usize>,
}

/// Room for the numbers of one channel.
#[derive(Default)]
struct Room {
    nets: Vec<f64>,
    best: Vec<f64>,
    after: Vec<f64>,
    /// The best interval from each one on.
    from: Vec<usize>,
    /// For each period and interval before, the interval that is best.
    choices: Vec<usize>,
    paid: Vec<f64>,
}

/// What steps of the prices came to.
pub(super) struct Least {
    pub(super) bound: f64,
    /// What is spent at prices that nearly bring it, the best bound last.
    pub(super) spends: Vec<Vec<f64>>,
}

impl<'g> Chains<'g> {
    pub(super) fn of(grid: &'g Grid<'g>) -> Self {
        Self::cut(grid, PIECES)
    }

    fn cut(grid: &'g Grid<'g>, pieces: usize) -> Self {
        let chain = |row: usize| (grid.rows[row].carry_over > 0.0).then(|| Chain::of(grid, row, pieces));
        Self { grid, rows: (0..grid.rows.len()).map(chain).collect(), room: Room::default() }
    }

    /// The least bound that steps from the prices of `dual` come to, with what is spent at its prices; `known` is a real
    /// response.
    pub(super) fn least(&mut self, dual: &mut Dual<'_>, known: f64, pace: &mut Pace<'_, '_>) -> Least {
        let grid = self.grid;
        let mut prices = dual.prices.clone();
        let mut best = prices.clone();
        let mut least = Least { bound: f64::INFINITY, spends: vec![] };
        let mut part = 1.0;
        let mut stood = 0;
        for _ in 0..STEPS {
            let (bound, spends) = self.at(&prices, dual);
            let sums = grid.sums(&spends);
            let slopes = Slopes::of(grid, &sums, &prices);
            if bound < least.bound {
                stood = if least.bound - bound < 1e-5 * least.bound.abs() { stood + 1 } else { 0 };
                least.bound = bound;
                best = prices.clone();
                least.spends.push(spends);
                if least.spends.len() > TRIED {
                    least.spends.remove(0);
                }
            } else {
                stood += 1;
                part *= 0.7;
            }
            let length = slopes.squared();
            let looks = (grid.cells.len() * PIECES) as u64 / 20;
            let ends = stood > 8 || length <= 0.0 || least.bound - known <= 1e-9 * known.abs();
            if !pace.goes_on(looks) || ends {
                break;
            }
            slopes.take(&mut prices, part * (bound - known) / length);
        }
        let (bound, spends) = Self::cut(grid, FINE).at(&best, dual);
        pace.goes_on((grid.cells.len() * FINE) as u64 / 20);
        least.bound = least.bound.min(bound);
        least.spends.push(spends);
        least
    }

    /// The bound at prices, and what is spent.
    fn at(&mut self, prices: &Prices, dual: &mut Dual<'_>) -> (f64, Vec<f64>) {
        let grid = self.grid;
        let mut spends = Vec::with_capacity(grid.cells.len());
        let limits = prices.worth_of_limits(grid);
        let mut bound = grid.offset + limits;
        for row in 0..grid.rows.len() {
            if let Some(chain) = &self.rows[row] {
                let one = OneRow { grid, row, chain };
                one.pay(prices, &mut self.room);
                bound += one.best(&mut self.room);
                one.spend(&self.room, &mut spends);
            } else {
                for period in 0..grid.periods {
                    let (net, spend) = dual.best_at(row * grid.periods + period, prices.of(grid, row, period));
                    bound += net;
                    spends.push(spend);
                }
            }
        }
        (bound + LOST * (limits.abs() + bound.abs()), spends)
    }
}

impl Chain {
    fn of(grid: &Grid<'_>, row: usize, pieces: usize) -> Self {
        let one = &grid.rows[row];
        let cells = &grid.cells[grid.row_cells(row)];
        let mut most = one.start;
        let mut largest = most;
        for cell in cells {
            most = one.carry_over * most + (1.0 - one.carry_over) * cell.fixed.unwrap_or(cell.high);
            largest = f64::max(largest, most);
        }
        let height = |curve: &Curve| match *curve {
            Curve::Hill(hill) => hill.ceiling,
            Curve::Line { slope, .. } => slope,
            Curve::Flat => 0.0,
        };
        let curve =
            cells.iter().map(|cell| cell.curve).max_by(|a, b| height(a).total_cmp(&height(b))).unwrap_or(Curve::Flat);
        let size = match curve {
            Curve::Hill(hill) => hill.half,
            Curve::Line { end, .. } => end,
            Curve::Flat => 1.0,
        };
        let edges = edges(size, largest, pieces);
        let values: Vec<f64> = edges.iter().map(|edge| curve.value(*edge)).collect();
        let pairs = edges.windows(2).zip(values.windows(2));
        let rises = pairs.map(|(edges, values)| rise(&curve, [edges[0], edges[1]], [values[0], values[1]])).collect();
        let counts =
            cells.iter().map(|cell| if height(&curve) > 0.0 { height(&cell.curve) / height(&curve) } else { 0.0 });
        let left = edges.iter().map(|edge| interval(&edges, one.carry_over * edge)).collect();
        Self { counts: counts.collect(), edges, values, rises, left }
    }

    fn pieces(&self) -> usize {
        self.edges.len() - 1
    }
}

/// A channel at prices.
#[derive(Clone, Copy)]
struct OneRow<'a> {
    grid: &'a Grid<'a>,
    row: usize,
    chain: &'a Chain,
}

impl OneRow<'_> {
    fn pay(self, prices: &Prices, room: &mut Room) {
        room.paid.clear();
        room.paid.extend((0..self.grid.periods).map(|period| prices.of(self.grid, self.row, period)));
    }

    /// What a unit that works in a period costs.
    fn price(self, room: &Room, period: usize) -> f64 {
        let theta = self.grid.rows[self.row].carry_over;
        let next = room.paid.get(period + 1).copied().unwrap_or(0.0);
        (room.paid[period] - theta * next) / (1.0 - theta)
    }

    /// The most that the channel wins over the prices.
    fn best(self, room: &mut Room) -> f64 {
        let Self { grid, row, chain } = self;
        let (one, pieces) = (&grid.rows[row], chain.pieces());
        room.after.clear();
        room.after.resize(pieces, 0.0);
        room.choices.resize(grid.periods * pieces, 0);
        for period in (0..grid.periods).rev() {
            let (price, count) = (self.price(room, period), chain.counts[period]);
            room.nets.clear();
            room.nets.extend(chain.values.iter().zip(&chain.edges).map(|(value, edge)| count * value - price * edge));
            room.best.clear();
            let ends = room.nets.windows(2).map(|ends| ends[0].max(ends[1]));
            let others = chain.rises.iter().zip(&room.after);
            room.best.extend(ends.zip(others).map(|(net, (rise, after))| net + count * rise + after));
            self.choose(period, room);
        }
        let first = interval(&chain.edges, one.start);
        let theta = one.carry_over;
        let start = room.paid.first().map_or(0.0, |paid| paid * theta * one.start / (1.0 - theta));
        room.after.get(first).copied().unwrap_or(0.0) + start
    }

    /// Chooses the best interval of a period from each one before.
    fn choose(self, period: usize, room: &mut Room) {
        let Self { grid, row, chain } = self;
        let pieces = chain.pieces();
        let choices = &mut room.choices[period * pieces..(period + 1) * pieces];
        if let Some(fixed) = grid.cells[row * grid.periods + period].fixed {
            let theta = grid.rows[row].carry_over;
            for (at, choice) in choices.iter_mut().enumerate() {
                let reached =
                    [at, at + 1].map(|edge| interval(&chain.edges, theta * chain.edges[edge] + (1.0 - theta) * fixed));
                let best = |a: &usize, b: &usize| room.best[*a].total_cmp(&room.best[*b]);
                *choice = (reached[0]..=reached[1]).max_by(best).unwrap_or(reached[0]);
            }
        } else {
            room.from.resize(pieces, 0);
            let (mut best, mut place) = (f64::NEG_INFINITY, pieces - 1);
            for at in (0..pieces).rev() {
                if room.best[at] >= best {
                    (best, place) = (room.best[at], at);
                }
                room.from[at] = place;
            }
            choices.iter_mut().zip(&chain.left).for_each(|(choice, left)| *choice = room.from[*left]);
        }
        room.after.iter_mut().zip(choices.iter()).for_each(|(after, choice)| *after = room.best[*choice]);
    }

    /// Adds what is spent for that.
    fn spend(self, room: &Room, spends: &mut Vec<f64>) {
        let Self { grid, row, chain } = self;
        let (one, pieces) = (&grid.rows[row], chain.pieces());
        let theta = one.carry_over;
        let (mut at, mut works) = (interval(&chain.edges, one.start), one.start);
        for period in 0..grid.periods {
            at = room.choices[period * pieces + at];
            let (price, count) = (self.price(room, period), chain.counts[period]);
            let net = |edge: usize| count * chain.values[edge] - price * chain.edges[edge];
            let wanted = if net(at) >= net(at + 1) { chain.edges[at] } else { chain.edges[at + 1] };
            let fixed = grid.cells[row * grid.periods + period].fixed;
            let spend = fixed.unwrap_or_else(|| ((wanted - theta * works) / (1.0 - theta)).max(0.0));
            works = theta * works + (1.0 - theta) * spend;
            spends.push(spend);
        }
    }
}

/// Intervals that are finest below the size of a curve, up to the largest of all.
fn edges(size: f64, largest: f64, pieces: usize) -> Vec<f64> {
    let all = count(pieces);
    let end = largest / (largest + size).max(f64::MIN_POSITIVE);
    let edge = |piece: usize| {
        let part = end * count(piece) / all;
        size * part / (1.0 - part).max(1e-12)
    };
    let mut edges: Vec<f64> = (0..pieces).map(edge).filter(|edge| *edge <= 0.0 || *edge < largest).collect();
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
