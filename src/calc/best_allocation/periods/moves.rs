//! Money is moved from cell to cell, large amounts first, as long as that wins.

use super::super::steps::count;
use super::super::tolerance::above;
use super::grid::{Grid, Sums};
use super::pace::Pace;

/// How many of the best and of the worst cells of a period are compared with those of the others.
const TOPS: usize = 3;
/// Grids with no more cells than this also move all of a cell's money to any other.
const FEW_CELLS: usize = 150;
/// Halvings of the amount that is moved where there are no steps.
const HALVINGS: usize = 26;

/// An allocation that climbs.
pub(super) struct Climb<'g> {
    grid: &'g Grid<'g>,
    pub(super) x: Vec<f64>,
    sums: Sums,
    /// What works in each cell, and what that wins.
    works: Vec<f64>,
    values: Vec<f64>,
    value: f64,
    ups: Vec<f64>,
    downs: Vec<f64>,
    /// Looks at a cell so far, and how many there may be.
    work: u64,
    most_work: u64,
}

/// Some money from one cell, or from what is left, to another.
#[derive(Clone, Copy, Debug)]
struct Move {
    to: usize,
    from: Option<usize>,
    amount: f64,
    gain: f64,
}

impl<'g> Climb<'g> {
    /// Begins at an allocation that keeps all limits.
    pub(super) fn at(grid: &'g Grid<'g>, x: Vec<f64>) -> Self {
        let (sums, cells) = (grid.sums(&x), x.len());
        let none = vec![0.0; cells];
        let mut climb = Self {
            grid,
            x,
            sums,
            works: none.clone(),
            values: none.clone(),
            value: grid.offset,
            ups: none.clone(),
            downs: none,
            work: 0,
            most_work: u64::MAX,
        };
        (0..grid.rows.len()).for_each(|row| climb.work_out(row));
        climb
    }

    /// What works in a channel and what that wins, after its spends have changed.
    fn work_out(&mut self, row: usize) {
        let one = &self.grid.rows[row];
        let mut works = one.start;
        for cell in self.grid.row_cells(row) {
            works = one.carry_over * works + (1.0 - one.carry_over) * self.x[cell];
            self.works[cell] = works;
            self.value -= self.values[cell];
            self.values[cell] = self.grid.cells[cell].curve.value(works);
            self.value += self.values[cell];
        }
    }

    /// Moves money until nothing wins any more, or so much work is done.
    pub(super) fn run(&mut self, most_work: u64, pace: &mut Pace<'_, '_>) {
        self.most_work = most_work;
        let largest = self.grid.cells.iter().map(|cell| cell.high).fold(0.0, f64::max).min(self.grid.budget);
        if largest <= 0.0 {
            return;
        }
        let mut amount = if self.grid.whole { largest.log2().floor().exp2() } else { largest };
        let mut told = 0;
        for halving in 0.. {
            if halving % 4 == 0 {
                self.switch();
            }
            self.exchange(amount);
            let looks = self.work - std::mem::replace(&mut told, self.work);
            let last = if self.grid.whole { amount <= 1.0 } else { halving >= HALVINGS };
            if !pace.goes_on(looks) || last || self.is_tired() {
                break;
            }
            amount /= 2.0;
        }
        self.switch();
        self.exchange(amount);
        pace.goes_on(self.work - told);
    }

    fn is_tired(&self) -> bool {
        self.work >= self.most_work
    }

    /// Moves this amount wherever it wins most.
    fn exchange(&mut self, amount: f64) {
        for row in 0..self.grid.rows.len() {
            self.look(row, amount);
        }
        while !self.is_tired() {
            let Some(best) = self.best(amount) else { return };
            self.make(best);
            self.look(best.to / self.grid.periods, amount);
            if let Some(from) = best.from {
                self.look(from / self.grid.periods, amount);
            }
        }
    }

    /// What so much more and so much less does in each cell of a channel.
    fn look(&mut self, row: usize, amount: f64) {
        for cell in self.grid.row_cells(row) {
            let x = self.x[cell];
            self.ups[cell] =
                if self.may_have(cell, x + amount) { self.gain(&[(cell, x + amount)]) } else { f64::NEG_INFINITY };
            self.downs[cell] = if x >= amount && self.may_have(cell, x - amount) {
                -self.gain(&[(cell, x - amount)])
            } else {
                f64::INFINITY
            };
        }
    }

    fn may_have(&self, cell: usize, x: f64) -> bool {
        let one = &self.grid.cells[cell];
        one.fixed.is_none() && (x == 0.0 || x >= one.low) && !above(x, one.high)
    }

    /// What other spends in some cells of a channel win.
    fn gain(&mut self, changes: &[(usize, f64)]) -> f64 {
        let grid = self.grid;
        let Some(first) = changes.iter().map(|(cell, _)| *cell).min() else { return 0.0 };
        let row = first / grid.periods;
        let carry_over = grid.rows[row].carry_over;
        if carry_over <= 0.0 {
            self.work += changes.len() as u64;
            return changes.iter().map(|(cell, x)| grid.cells[*cell].curve.value(*x) - self.values[*cell]).sum();
        }
        let cells = first..grid.row_cells(row).end;
        self.work += cells.len() as u64;
        let (mut more, mut gain) = (0.0, 0.0);
        for cell in cells {
            let change = changes.iter().find(|(other, _)| *other == cell).map_or(0.0, |(_, x)| x - self.x[cell]);
            more = carry_over * more + (1.0 - carry_over) * change;
            gain += grid.cells[cell].curve.value(self.works[cell] + more) - self.values[cell];
        }
        gain
    }

    /// The best move of this amount that keeps all limits.
    fn best(&mut self, amount: f64) -> Option<Move> {
        let grid = self.grid;
        self.work += grid.cells.len() as u64 / 4;
        let (mut ups, mut downs) = (Vec::new(), Vec::new());
        for period in 0..grid.periods {
            let cells = || (0..grid.rows.len()).map(move |row| row * grid.periods + period);
            tops(&mut ups, cells(), |cell| self.ups[cell]);
            tops(&mut downs, cells(), |cell| -self.downs[cell]);
        }
        ups.sort_by(|a, b| self.ups[*b].total_cmp(&self.ups[*a]));
        downs.sort_by(|a, b| self.downs[*a].total_cmp(&self.downs[*b]));
        let least = 1e-13 * (self.value.abs() + f64::MIN_POSITIVE);
        let mut best = self.carried(&ups, &downs, amount, least);
        for &to in &ups {
            for from in [None].into_iter().chain(downs.iter().copied().map(Some)) {
                self.work += 1;
                let gain = self.ups[to] - from.map_or(0.0, |from| self.downs[from]);
                if gain <= best.map_or(least, |best| best.gain) {
                    break;
                }
                if from != Some(to) && !self.is_carried(to, from) && self.fits(to, from, amount) {
                    best = Some(Move { to, from, amount, gain });
                }
            }
        }
        best
    }

    /// The best move between cells that work into one another, each looked at as a whole.
    fn carried(&mut self, ups: &[usize], downs: &[usize], amount: f64, least: f64) -> Option<Move> {
        let mut best: Option<Move> = None;
        for &to in ups {
            for &from in downs {
                if from == to || !self.is_carried(to, Some(from)) || !self.fits(to, Some(from), amount) {
                    continue;
                }
                let gain = self.gain(&[(to, self.x[to] + amount), (from, self.x[from] - amount)]);
                if gain > best.map_or(least, |best| best.gain) {
                    best = Some(Move { to, from: Some(from), amount, gain });
                }
            }
        }
        best
    }

    /// Whether two cells work into one another.
    fn is_carried(&self, to: usize, from: Option<usize>) -> bool {
        let row = to / self.grid.periods;
        self.grid.rows[row].carry_over > 0.0 && from.is_some_and(|from| from / self.grid.periods == row)
    }

    /// Whether a move keeps all limits of sums.
    fn fits(&self, to: usize, from: Option<usize>, amount: f64) -> bool {
        let (grid, sums) = (self.grid, &self.sums);
        let (row, period) = (to / grid.periods, to % grid.periods);
        let group = grid.rows[row].group;
        let other = from.map(|from| (from / grid.periods, from % grid.periods));
        let same_row = other.is_some_and(|(other, _)| other == row);
        let same_period = other.is_some_and(|(_, other)| other == period);
        let same_group = other.is_some_and(|(other, _)| grid.rows[other].group == group);
        let takes = (same_row || !above(sums.rows[row] + amount, grid.rows[row].limits.max))
            && (same_period || !above(sums.periods[period] + amount, grid.most[period]))
            && (same_group || !above(sums.groups[group] + amount, grid.groups[group].max))
            && (from.is_some() || !above(sums.all + amount, grid.budget));
        let gives = other.is_none_or(|(other, _)| {
            let its = grid.rows[other].group;
            (same_row || !above(grid.rows[other].limits.min, sums.rows[other] - amount))
                && (same_group || !above(grid.groups[its].min, sums.groups[its] - amount))
        });
        takes && gives
    }

    fn make(&mut self, one: Move) {
        self.add(one.to, one.amount);
        if let Some(from) = one.from {
            self.add(from, -one.amount);
        }
    }

    fn add(&mut self, cell: usize, amount: f64) {
        let grid = self.grid;
        let row = cell / grid.periods;
        self.x[cell] += amount;
        if self.x[cell].abs() < 1e-9 * amount.abs() {
            self.x[cell] = 0.0;
        }
        self.work_out(row);
        self.sums.rows[row] += amount;
        self.sums.groups[grid.rows[row].group] += amount;
        self.sums.periods[cell % grid.periods] += amount;
        self.sums.all += amount;
    }

    /// Moves all money of a cell to another one: of the same channel, in small grids of any.
    fn switch(&mut self) {
        let grid = self.grid;
        for from in 0..grid.cells.len() {
            if self.is_tired() {
                return;
            }
            let amount = self.x[from];
            if amount <= 0.0 || grid.cells[from].fixed.is_some() {
                continue;
            }
            let row = from / grid.periods;
            let others = if grid.cells.len() <= FEW_CELLS { 0..grid.cells.len() } else { grid.row_cells(row) };
            let mut best: Option<Move> = None;
            for to in others {
                let least = best.map_or(1e-13 * self.value.abs(), |best| best.gain);
                if to == from || !self.may_have(to, self.x[to] + amount) || !self.fits(to, Some(from), amount) {
                    continue;
                }
                let own = to / grid.periods;
                let gain = if own == row {
                    self.gain(&[(to, self.x[to] + amount), (from, 0.0)])
                } else {
                    self.gain(&[(to, self.x[to] + amount)]) + self.gain(&[(from, 0.0)])
                };
                if gain > least {
                    best = Some(Move { to, from: Some(from), amount, gain });
                }
            }
            if let Some(best) = best {
                self.make(best);
            }
        }
    }

    /// What the next unit of money wins most, whatever the budget, in a cell whose other limits leave room.
    pub(super) fn next_unit(&mut self) -> f64 {
        let amount = if self.grid.whole { 1.0 } else { 1e-6 * (1.0 + self.sums.all / count(self.x.len().max(1))) };
        let mut best = 0.0_f64;
        for to in 0..self.x.len() {
            let all = std::mem::replace(&mut self.sums.all, f64::NEG_INFINITY);
            if self.may_have(to, self.x[to] + amount) && self.fits(to, None, amount) {
                best = best.max(self.gain(&[(to, self.x[to] + amount)]));
            }
            self.sums.all = all;
        }
        best / (amount * self.grid.unit)
    }
}

/// Adds the few cells with the greatest worth above nothing at all.
fn tops(all: &mut Vec<usize>, cells: impl Iterator<Item = usize>, worth: impl Fn(usize) -> f64) {
    let mut best: [Option<(f64, usize)>; TOPS] = [None; TOPS];
    for cell in cells {
        let mut one = Some((worth(cell), cell)).filter(|(worth, _)| *worth > f64::NEG_INFINITY);
        for place in &mut best {
            let Some(new) = one else { break };
            if place.is_none_or(|(worth, _)| new.0 > worth) {
                one = place.replace(new);
            }
        }
    }
    all.extend(best.into_iter().flatten().map(|(_, cell)| cell));
}
