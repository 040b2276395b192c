//! Where limits cross or money carries over: allocations that keep all limits, and prices that bound them; the part
//! of the cells that promises most is split while that closes the gap.

use std::collections::BinaryHeap;

use super::super::curve::Curve;
use super::super::queue::Promised;
use super::super::{Clash, Control};
use super::Problem;
use super::answer::Found;
use super::chains::{Chains, Least};
use super::dual::{Dual, MOST_SWEEPS, Part};
use super::exact::Tried;
use super::grid::Grid;
use super::improve::repaired;
use super::moves::Climb;
use super::pace::Pace;

/// Starts that are climbed from, the best ones.
const STARTS: usize = 2;
/// With carry-over only grids with no more cells than this are split.
const FEW_CELLS: usize = 60;
/// Of larger ones the prices are sought by chains, from where so many rounds lead.
const FIRST_SWEEPS: usize = 6;
/// What chains lead to that is climbed from, the best ones.
const CLIMBS: usize = 3;
/// Looks at a cell that a climb may take, and one that is to close the gap.
const CLIMB: u64 = 400_000;
const LONG_CLIMB: u64 = 2_000_000;
/// Parts after each of which a real allocation is sought; later only now and then.
const FIRST_PARTS: usize = 200;

/// The search for one budget.
struct Search<'g, 'c, 'w> {
    grid: &'g Grid<'g>,
    gap: f64,
    best: Option<(Vec<f64>, f64)>,
    pace: Pace<'c, 'w>,
}

/// The most response for a budget.
///
/// # Errors
/// Says which sums clash where there is no allocation at all, or that none was found.
pub(super) fn most(
    problem: &Problem,
    budget: f64,
    tried: &Tried,
    control: &mut Control<'_>,
) -> Result<Found, Vec<Clash>> {
    let grid = Grid::of(problem, budget);
    grid.check(budget)?;
    let pace = Pace::of(control, grid.cells.len(), tried.bound.unwrap_or(f64::INFINITY), tried.nodes);
    let mut search = Search { grid: &grid, gap: problem.whole.gap, best: None, pace };
    let mut dual = Dual::of(&grid);
    let may_split = !problem.carries_over() || grid.cells.len() <= FEW_CELLS;
    let promise = dual.least(if may_split { MOST_SWEEPS } else { FIRST_SWEEPS }, &mut search.pace);
    search.pace.bound = search.pace.bound.min(promise);
    search.start(budget, &dual, tried);
    search.chains(&mut dual);
    let all = may_split && search.branch(dual, promise);
    let Pace { bound, nodes, .. } = search.pace;
    let Some((x, _)) = search.best else {
        return Err(vec![if all && grid.whole { Clash::NoChoice } else { Clash::NotFound }]);
    };
    Ok(Found { periods: grid.units(&x), bound, nodes })
}

impl Search<'_, '_, '_> {
    /// Climbs from the best of all places to begin at.
    fn start(&mut self, budget: f64, dual: &Dual<'_>, tried: &Tried) {
        let grid = self.grid;
        let even = grid.problem.best_even(budget, self.pace.control());
        let known = tried.starts.iter().chain(&even).chain(&grid.problem.present);
        let known = known.map(|periods| grid.steps(periods));
        let all = self.led_by(dual).into_iter().chain(known).chain([vec![0.0; grid.cells.len()]]);
        self.climb_from(all.filter_map(|x| repaired(grid, &x)), (STARTS, CLIMB));
    }

    /// Climbs from the best of some allocations.
    fn climb_from(&mut self, starts: impl Iterator<Item = Vec<f64>>, (most, looks): (usize, u64)) {
        let mut starts: Vec<(f64, Vec<f64>)> = starts.map(|x| (self.grid.value(&x), x)).collect();
        starts.sort_by(|a, b| b.0.total_cmp(&a.0));
        starts.dedup_by(|a, b| a.1 == b.1);
        for (_, x) in starts.into_iter().take(most) {
            if !self.is_enough(self.pace.bound) {
                self.climb(x, looks);
            }
        }
    }

    /// Bounds channels whose money carries over as a whole, and climbs from what is best for each at its prices.
    fn chains(&mut self, dual: &mut Dual<'_>) {
        let grid = self.grid;
        if !grid.problem.carries_over() || self.is_enough(self.pace.bound) || self.pace.is_over() {
            return;
        }
        let known = self.pace.response.unwrap_or(0.0);
        let Least { bound, spends } = Chains::of(grid).least(dual, known, &mut self.pace);
        self.pace.bound = self.pace.bound.min(bound);
        self.climb_from(spends.iter().filter_map(|x| repaired(grid, x)), (CLIMBS, CLIMB));
        // What takes too long for every question may close the gap of this one.
        let best = self.best.as_ref().map(|(x, _)| x.clone());
        self.climb_from(best.into_iter().chain(spends.iter().filter_map(|x| repaired(grid, x))), (CLIMBS, LONG_CLIMB));
    }

    /// Keeps what it comes to, if that is the best so far.
    fn climb(&mut self, x: Vec<f64>, looks: u64) {
        let mut climb = Climb::at(self.grid, x);
        if !self.pace.is_over() {
            climb.run(looks, &mut self.pace);
        }
        let value = self.grid.value(&climb.x);
        if self.pace.response.is_none_or(|best| value > best) && self.grid.allows(&climb.x) {
            self.best = Some((climb.x, value));
            self.pace.response = Some(value);
        }
    }

    /// What is spent at the prices: without straight pieces that just pay, and with them.
    fn led_by(&self, dual: &Dual<'_>) -> Vec<Vec<f64>> {
        let grid = self.grid;
        let place = |cell: usize| (cell / grid.periods, cell % grid.periods);
        let spends = (0..grid.cells.len()).map(place).map(|(row, period)| dual.spend(row, period).max(0.0));
        let low: Vec<f64> = spends.collect();
        let on = |(cell, x): (usize, &f64)| {
            let (start, end) = dual.piece(cell);
            let carried = grid.rows[cell / grid.periods].carry_over > 0.0;
            if *x <= start && end > start && dual.just_pays(cell) && !carried { end } else { *x }
        };
        let high = low.iter().enumerate().map(on).collect();
        vec![high, low]
    }

    fn is_enough(&self, promise: f64) -> bool {
        self.pace.response.is_some_and(|value| promise - value <= self.gap.max(1e-12) * promise.abs())
    }

    /// Splits the part that promises most until the gap is closed or the work is done; says whether all was looked at.
    fn branch(&mut self, mut dual: Dual<'_>, promise: f64) -> bool {
        let mut open = BinaryHeap::new();
        let ceiling = self.pace.bound;
        let mut closed = f64::NEG_INFINITY;
        open.push(Promised { promise, part: Part::whole(self.grid) });
        let mut looked = 0;
        while let Some(Promised { promise, part }) = open.pop() {
            self.pace.bound = promise.max(closed).min(ceiling);
            if self.is_enough(self.pace.bound) || !self.pace.goes_on(0) {
                return false;
            }
            dual.restrict(&part);
            let Some(split) = self.split(&dual, &part) else {
                self.real(&dual, &part);
                closed = closed.max(promise);
                continue;
            };
            for part in self.halves(&part, split) {
                self.pace.nodes += 1;
                looked += 1;
                dual.restrict(&part);
                let least = dual.least(MOST_SWEEPS, &mut self.pace).min(promise);
                if looked <= FIRST_PARTS || looked % 32 == 0 {
                    self.real(&dual, &part);
                }
                if self.pace.response.is_none_or(|best| least > best) {
                    open.push(Promised { promise: least, part });
                }
            }
        }
        let known = self.pace.response.map_or(closed, |value| closed.max(value));
        self.pace.bound = known.min(ceiling);
        true
    }

    /// A part split at a spend of a cell: what may be up to there, and what lies behind.
    fn halves(&self, part: &Part, (cell, at): (usize, f64)) -> impl Iterator<Item = Part> + use<> {
        let (mut below, mut above) = (part.clone(), part.clone());
        below.high[cell] = at;
        above.low[cell] = if self.grid.whole { at + 1.0 } else { at }.max(self.grid.cells[cell].low);
        [below, above].into_iter().filter(move |part| part.low[cell] <= part.high[cell])
    }

    /// A real allocation near what a part's prices lead to.
    fn real(&mut self, dual: &Dual<'_>, part: &Part) {
        for x in self.led_by(dual) {
            let inside = x.iter().zip(part.low.iter().zip(&part.high)).map(|(x, (low, high))| x.clamp(*low, *high));
            let x: Vec<f64> = inside.collect();
            if let Some(x) = repaired(self.grid, &x) {
                let near = self.pace.response.is_none_or(|best| self.grid.value(&x) > 0.9 * best);
                if near && !self.pace.is_late() {
                    self.climb(x, CLIMB);
                }
            }
        }
    }

    /// Where a part is best split: the cell whose straight piece promises most too much, at its inflection; otherwise
    /// the one that is open widest, beside what the best allocation has there.
    fn split(&self, dual: &Dual<'_>, part: &Part) -> Option<(usize, f64)> {
        let floor = |x: f64| if self.grid.whole { x.floor() } else { x };
        let inside = |cell: usize, at: f64| {
            let (low, high) = (part.low[cell], part.high[cell]);
            let room = if self.grid.whole { high - low >= 1.0 } else { high - low > 1e-6 * (1.0 + high) };
            room.then(|| (cell, floor(at).clamp(low, if self.grid.whole { high - 1.0 } else { high })))
        };
        let open = |cell: &usize| self.grid.cells[*cell].fixed.is_none() && part.high[*cell] > part.low[*cell];
        let promising = |cell: usize| {
            let at = self.turn(dual, cell, part)?;
            let loss = dual.loss_at(cell, at.1);
            (loss > 0.0).then_some((loss, cell, at.0))
        };
        let piece = (0..self.grid.cells.len()).filter(open).filter_map(promising);
        let piece = piece.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some(split) = piece.and_then(|(_, cell, at)| inside(cell, at)) {
            return Some(split);
        }
        let wide = (0..self.grid.cells.len())
            .filter(open)
            .max_by(|a, b| (part.high[*a] - part.low[*a]).total_cmp(&(part.high[*b] - part.low[*b])).then(b.cmp(a)))?;
        let middle = f64::midpoint(part.low[wide], part.high[wide]);
        let known = self.best.as_ref().map_or(middle, |(x, _)| x[wide]);
        let at = if known > part.low[wide] && known < part.high[wide] { known } else { middle };
        inside(wide, at)
    }

    /// Where the curve of a cell turns, as spend and as working money; none where it is concave on its part.
    fn turn(&self, dual: &Dual<'_>, cell: usize, part: &Part) -> Option<(f64, f64)> {
        let (start, end) = dual.piece(cell);
        if end <= start || !dual.just_pays(cell) {
            return None;
        }
        let inflection = if let Curve::Hill(hill) = self.grid.cells[cell].curve { hill.inflection } else { 0.0 };
        let works = if inflection > start && inflection < end { inflection } else { f64::midpoint(start, end) };
        let row = &self.grid.rows[cell / self.grid.periods];
        let spend = if row.carry_over > 0.0 {
            let share = (works - start) / (end - start);
            part.low[cell] + share * (part.high[cell].min(2.0 * end) - part.low[cell])
        } else {
            works
        };
        Some((spend, works))
    }
}
