//! From an allocation that may break limits to one that keeps them.

use super::super::tolerance::above;
use super::grid::{Grid, Sums};

/// Spends that keep all limits, near the ones that are given; none where that fails.
pub(super) fn repaired(grid: &Grid<'_>, x: &[f64]) -> Option<Vec<f64>> {
    let mut repair = Repair { grid, x: grid.cells.iter().zip(x).map(|(cell, x)| tidy(grid, cell, *x)).collect() };
    repair.raise();
    repair.lower();
    repair.raise();
    grid.allows(&repair.x).then_some(repair.x)
}

/// The nearest spend that a cell may have by itself.
fn tidy(grid: &Grid<'_>, cell: &super::grid::Cell, x: f64) -> f64 {
    if let Some(fixed) = cell.fixed {
        return fixed;
    }
    let x = x.clamp(0.0, cell.high);
    let x = if grid.whole { (x + 1e-9).floor() } else { x };
    if x >= cell.low {
        x
    } else if 2.0 * x > cell.low {
        cell.low
    } else {
        0.0
    }
}

struct Repair<'g> {
    grid: &'g Grid<'g>,
    x: Vec<f64>,
}

impl Repair<'_> {
    /// Gives channels and groups what they need at least, where period and group leave room for it.
    fn raise(&mut self) {
        let grid = self.grid;
        for (number, row) in grid.rows.iter().enumerate() {
            self.raise_to(row.limits.min, grid.row_cells(number).collect(), |sums| sums.rows[number]);
        }
        for (group, limits) in grid.groups.iter().enumerate() {
            let cells = (0..grid.cells.len()).filter(|cell| grid.rows[cell / grid.periods].group == group).collect();
            self.raise_to(limits.min, cells, |sums| sums.groups[group]);
        }
    }

    fn raise_to(&mut self, min: f64, mut cells: Vec<usize>, sum: impl Fn(&Sums) -> f64) {
        let mut sums = self.grid.sums(&self.x);
        if !above(min, sum(&sums)) {
            return;
        }
        // Where money is on already first, then where it wins most by itself.
        let worth = |cell: &usize| {
            let one = &self.grid.cells[*cell];
            let next = self.x[*cell].max(one.low).max(1.0).min(one.high);
            one.curve.value(next) / next.max(f64::MIN_POSITIVE)
        };
        cells.sort_by(|a, b| worth(b).total_cmp(&worth(a)).then(a.cmp(b)));
        for cell in cells {
            let lacking = min - sum(&sums);
            if lacking <= 0.0 {
                return;
            }
            let one = &self.grid.cells[cell];
            let (row, period) = (cell / self.grid.periods, cell % self.grid.periods);
            let limits = &self.grid.rows[row];
            let room = (one.high - self.x[cell])
                .min(self.grid.most[period] - sums.periods[period])
                .min(limits.limits.max - sums.rows[row])
                .min(self.grid.groups[limits.group].max - sums.groups[limits.group]);
            let more = lacking.max(one.low - self.x[cell]).min(room);
            if one.fixed.is_none() && more > 0.0 && self.x[cell] + more >= one.low {
                self.x[cell] += more;
                sums = self.grid.sums(&self.x);
            }
        }
    }

    /// Takes back what is too much, first where it wins least for its money.
    fn lower(&mut self) {
        let grid = self.grid;
        for (number, row) in grid.rows.iter().enumerate() {
            self.lower_to(row.limits.max, grid.row_cells(number).collect(), |sums| sums.rows[number]);
        }
        for (period, most) in grid.most.iter().enumerate() {
            let cells = (0..grid.rows.len()).map(|row| row * grid.periods + period).collect();
            self.lower_to(*most, cells, |sums| sums.periods[period]);
        }
        for (group, limits) in grid.groups.iter().enumerate() {
            let cells = (0..grid.cells.len()).filter(|cell| grid.rows[cell / grid.periods].group == group).collect();
            self.lower_to(limits.max, cells, |sums| sums.groups[group]);
        }
        self.lower_to(grid.budget, (0..grid.cells.len()).collect(), |sums| sums.all);
    }

    fn lower_to(&mut self, max: f64, mut cells: Vec<usize>, sum: impl Fn(&Sums) -> f64) {
        let mut sums = self.grid.sums(&self.x);
        if !above(sum(&sums), max) {
            return;
        }
        let worth = |cell: &usize| self.grid.cells[*cell].curve.value(self.x[*cell]) / self.x[*cell];
        cells.retain(|cell| self.grid.cells[*cell].fixed.is_none() && self.x[*cell] > 0.0);
        cells.sort_by(|a, b| worth(a).total_cmp(&worth(b)).then(a.cmp(b)));
        for cell in cells {
            let too_much = sum(&sums) - max;
            if too_much <= 0.0 {
                return;
            }
            let (row, one) = (cell / self.grid.periods, &self.grid.cells[cell]);
            let limits = &self.grid.rows[row];
            let spare = (sums.rows[row] - limits.limits.min)
                .min(sums.groups[limits.group] - self.grid.groups[limits.group].min);
            let too_much = if self.grid.whole { too_much.ceil() } else { too_much };
            let mut less = too_much.min(self.x[cell]).min(spare);
            let left = self.x[cell] - less;
            if left > 0.0 && left < one.low {
                less = if self.x[cell] <= spare { self.x[cell] } else { (self.x[cell] - one.low).max(0.0).min(less) };
            }
            if less > 0.0 {
                self.x[cell] -= less;
                sums = self.grid.sums(&self.x);
            }
        }
    }
}
