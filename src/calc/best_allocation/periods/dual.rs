//! A price for every limit, and the bound they give.
//!
//! At any prices y the best allocation is worth no more than
//!
//! ```text
//! Σ cells max over z of (f̂(z) − q·z)  +  Σ limits (y·max where y > 0, y·min where y < 0)
//! ```
//!
//! f̂ being the least concave majorant of a cell and q the price of working money in it. What is spent in period m is
//! paid p = Σ of the prices of its limits, and works θ times as much in the next: with `xₘ = (zₘ − θ·zₘ₋₁)/(1−θ)` the
//! sum Σ p·x is Σ q·z for `qₘ = (pₘ − θ·pₘ₊₁)/(1−θ)`. That no month spends less than nothing is a limit of its own.
//! The least bound is sought one price after the other, each set to where its sum keeps its limit.

use super::super::counting::best_at;
use super::super::curve::OnCurve;
use super::super::majorant::{Domain, Majorant};
use super::grid::{Cell, Grid};
use super::pace::Pace;
use super::prices::Prices;

/// A limit with a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    All,
    Group(usize),
    Row(usize),
    Period(usize),
    /// A cell in which money carries over: its spend is not below zero, or just what is fixed.
    Cell(usize),
}

/// Prices, what they lead to, and what they cost to find.
pub(super) struct Dual<'g> {
    grid: &'g Grid<'g>,
    majorants: Vec<Majorant>,
    known: Vec<OnCurve>,
    /// Of sums.
    pub(super) prices: Prices,
    /// Of cells in which money carries over.
    cells: Vec<f64>,
    /// What all is worth per unit of all money.
    average: f64,
    /// What works in each cell at these prices, and what it wins over its price.
    works: Vec<f64>,
    nets: Vec<f64>,
    /// While the price of the budget moves, what a limited period pays in all stands still.
    levels: Vec<f64>,
    /// Looks at a cell so far.
    work: u64,
}

/// Rounds over all prices for a bound that is near the least there is.
pub(super) const MOST_SWEEPS: usize = 40;
/// The part of all that is added up that sums may lose.
pub(super) const LOST: f64 = 1e-14;
/// What inverting a slope takes, in looks at a curve.
const LOOKS: u64 = 2;
/// A bound that falls by less than this part of the gap that is asked for is the least.
const STANDS: f64 = 1e-2;

/// The part of the cells that is looked at: the spends of each cell lie between.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    pub(super) low: Vec<f64>,
    pub(super) high: Vec<f64>,
}

impl Part {
    pub(super) fn whole(grid: &Grid<'_>) -> Self {
        let bound = |of: fn(&Cell) -> f64| grid.cells.iter().map(of).collect();
        Self { low: bound(|cell| cell.fixed.unwrap_or(0.0)), high: bound(|cell| cell.fixed.unwrap_or(cell.high)) }
    }
}

impl<'g> Dual<'g> {
    pub(super) fn of(grid: &'g Grid<'g>) -> Self {
        let cells = grid.cells.len();
        let mut dual = Self {
            grid,
            majorants: Vec::with_capacity(cells),
            known: vec![OnCurve::NOWHERE; cells],
            prices: Prices::none(grid),
            cells: vec![0.0; cells],
            average: 0.0,
            works: vec![0.0; cells],
            nets: vec![0.0; cells],
            levels: vec![f64::NEG_INFINITY; grid.periods],
            work: 0,
        };
        dual.restrict(&Part::whole(grid));
        dual
    }

    /// Looks at a part of the cells from here on.
    pub(super) fn restrict(&mut self, part: &Part) {
        let grid = self.grid;
        self.majorants.clear();
        self.work += 8 * LOOKS * grid.cells.len() as u64;
        for (number, row) in grid.rows.iter().enumerate() {
            let (mut least, mut most) = (row.start, row.start);
            for cell in grid.row_cells(number) {
                let (low, high) = (part.low[cell], part.high[cell]);
                let works = |before: f64, spend: f64| row.carry_over * before + (1.0 - row.carry_over) * spend;
                (least, most) = (works(least, low), works(most, high));
                let open = &grid.cells[cell];
                let domain = if row.carry_over > 0.0 {
                    Domain { off: false, low: least, high: most }
                } else if low <= 0.0 && high > 0.0 {
                    Domain { off: open.low > 0.0, low: open.low.min(high), high }
                } else {
                    Domain { off: false, low: low.max(if high > 0.0 { open.low } else { 0.0 }).min(high), high }
                };
                let whole = grid.whole && row.carry_over <= 0.0 && open.fixed.is_none();
                self.majorants.push(Majorant::of(open.curve, domain, whole));
            }
        }
        let most: f64 = self.majorants.iter().map(|majorant| majorant.value(majorant.high)).sum();
        let average = most / grid.budget.max(1.0);
        self.average = if average > 0.0 && average.is_finite() { average } else { 1e-9 };
    }

    /// The least bound found in so many rounds over all prices, and what is spent at its prices, where the promise is kept
    /// least.
    pub(super) fn least(&mut self, sweeps: usize, pace: &mut Pace<'_, '_>) -> f64 {
        let mut best = f64::INFINITY;
        let mut kept = (self.prices.clone(), self.cells.clone());
        let stands = (STANDS * self.grid.problem.whole.gap).clamp(1e-8, 1e-5);
        let mut stood = 0;
        for _ in 0..sweeps {
            self.sweep();
            let bound = self.bound();
            if bound < best {
                stood = if best - bound <= stands * best.abs() { stood + 1 } else { 0 };
                best = bound;
                kept = (self.prices.clone(), self.cells.clone());
            } else {
                stood += 1;
            }
            if !pace.goes_on(std::mem::take(&mut self.work)) || stood >= 2 {
                break;
            }
        }
        (self.prices, self.cells) = kept;
        self.settle_all();
        best
    }

    fn sweep(&mut self) {
        let grid = self.grid;
        for (level, price) in self.levels.iter_mut().zip(&self.prices.periods) {
            *level = if *price > 0.0 { self.prices.all + price } else { f64::NEG_INFINITY };
        }
        self.balance(Of::All, f64::NEG_INFINITY, grid.budget);
        for (group, limits) in grid.groups.iter().enumerate() {
            if limits.min > 0.0 || limits.max < grid.budget {
                self.balance(Of::Group(group), limits.min, limits.max);
            }
        }
        for (number, row) in grid.rows.iter().enumerate() {
            if row.limits.min > 0.0 || row.limits.max < grid.budget {
                self.balance(Of::Row(number), row.limits.min, row.limits.max);
            }
        }
        for (period, most) in grid.most.iter().enumerate() {
            if *most < grid.budget {
                self.balance(Of::Period(period), f64::NEG_INFINITY, *most);
            }
        }
        for (number, row) in grid.rows.iter().enumerate() {
            if row.carry_over > 0.0 {
                for cell in grid.row_cells(number).rev() {
                    match grid.cells[cell].fixed {
                        Some(fixed) => self.balance(Of::Cell(cell), fixed, fixed),
                        None => self.balance(Of::Cell(cell), 0.0, f64::INFINITY),
                    }
                }
            }
        }
    }

    /// The bound at the present prices.
    fn bound(&mut self) -> f64 {
        self.settle_all();
        let grid = self.grid;
        let mut bound = grid.offset + self.nets.iter().sum::<f64>() + self.prices.worth_of_limits(grid);
        for (number, row) in grid.rows.iter().enumerate() {
            if row.carry_over > 0.0 {
                for cell in grid.row_cells(number) {
                    bound += self.cells[cell] * grid.cells[cell].fixed.unwrap_or(0.0);
                }
                let first = self.paid(number, 0);
                bound += first * row.carry_over * row.start / (1.0 - row.carry_over);
            }
        }
        bound + self.lost_digits()
    }

    /// By how much a bound at these prices may be too small, because sums of numbers lose digits: with prices beyond all
    /// measure it says nothing.
    fn lost_digits(&self) -> f64 {
        let grid = self.grid;
        let in_cell = |cell: usize| {
            let (row, period) = (cell / grid.periods, cell % grid.periods);
            let theta = grid.rows[row].carry_over;
            let next = if period + 1 < grid.periods { self.paid(row, period + 1) } else { 0.0 };
            let before = if period > 0 { self.works[cell - 1] } else { grid.rows[row].start };
            let paid = (self.paid(row, period).abs() + theta * next.abs()) / (1.0 - theta);
            paid * (self.works[cell] + theta * before)
        };
        LOST * ((0..grid.cells.len()).map(in_cell).sum::<f64>() + self.prices.worth_of_limits(grid).abs())
    }

    /// What a unit spent in a period pays.
    fn paid(&self, row: usize, period: usize) -> f64 {
        self.cells[row * self.grid.periods + period] + self.prices.of(self.grid, row, period)
    }

    /// What a unit that works in a period pays.
    fn working_price(&self, row: usize, period: usize) -> f64 {
        let carry_over = self.grid.rows[row].carry_over;
        let next = if period + 1 < self.grid.periods { self.paid(row, period + 1) } else { 0.0 };
        (self.paid(row, period) - carry_over * next) / (1.0 - carry_over)
    }

    /// Finds what works in a cell.
    fn settle(&mut self, row: usize, period: usize) {
        let (cell, price) = (row * self.grid.periods + period, self.working_price(row, period));
        (self.nets[cell], self.works[cell]) = self.best_at(cell, price);
    }

    /// What a cell wins over a price of what works in it, and what works there for that.
    pub(super) fn best_at(&mut self, cell: usize, price: f64) -> (f64, f64) {
        self.work += LOOKS;
        let grid = self.grid;
        let (one, carries) = (&grid.cells[cell], grid.rows[cell / grid.periods].carry_over > 0.0);
        let majorant = &self.majorants[cell];
        match one.fixed {
            Some(fixed) if !carries => (one.curve.value(fixed), fixed),
            _ if price > 0.0 => best_at(majorant, price, grid.whole && !carries, &mut self.known[cell]),
            _ => (majorant.value(majorant.high) - price * majorant.high, majorant.high),
        }
    }

    fn settle_all(&mut self) {
        for row in 0..self.grid.rows.len() {
            for period in 0..self.grid.periods {
                self.settle(row, period);
            }
        }
    }

    /// What is spent in a period, below zero where more works than is left to stop.
    pub(super) fn spend(&self, row: usize, period: usize) -> f64 {
        let (cell, one) = (row * self.grid.periods + period, &self.grid.rows[row]);
        let before = if period > 0 { self.works[cell - 1] } else { one.start };
        if one.carry_over > 0.0 {
            (self.works[cell] - one.carry_over * before) / (1.0 - one.carry_over)
        } else {
            self.works[cell]
        }
    }

    /// How far a cell's majorant is above its curve.
    pub(super) fn loss_at(&self, cell: usize, works: f64) -> f64 {
        self.majorants[cell].loss(works)
    }

    /// Whether a cell's straight piece is worth just about its price.
    pub(super) fn just_pays(&self, cell: usize) -> bool {
        let slope = self.majorants[cell].slope;
        let price = self.working_price(cell / self.grid.periods, cell % self.grid.periods);
        (slope / price - 1.0).abs() < 1e-4
    }

    /// Where the straight pieces of a cell's majorant begin and end.
    pub(super) fn piece(&self, cell: usize) -> (f64, f64) {
        (self.majorants[cell].start, self.majorants[cell].end)
    }

    pub(super) fn price(&mut self, of: Of) -> &mut f64 {
        match of {
            Of::All => &mut self.prices.all,
            Of::Group(group) => &mut self.prices.groups[group],
            Of::Row(row) => &mut self.prices.rows[row],
            Of::Period(period) => &mut self.prices.periods[period],
            Of::Cell(cell) => &mut self.cells[cell],
        }
    }

    fn set(&mut self, of: Of, price: f64) {
        *self.price(of) = price;
        if of == Of::All {
            for (period, level) in self.prices.periods.iter_mut().zip(&self.levels) {
                if level.is_finite() {
                    *period = (level - price).max(0.0);
                }
            }
        }
    }

    /// The sum of a limit at a price.
    pub(super) fn sum(&mut self, of: Of, price: f64) -> f64 {
        self.set(of, price);
        let grid = self.grid;
        match of {
            Of::All => (0..grid.rows.len()).map(|row| self.row_sum(row)).sum(),
            Of::Group(group) => {
                let mut sum = 0.0;
                for row in 0..grid.rows.len() {
                    if grid.rows[row].group == group {
                        sum += self.row_sum(row);
                    }
                }
                sum
            }
            Of::Row(row) => self.row_sum(row),
            Of::Period(period) => (0..grid.rows.len()).map(|row| self.cell_sum(row, period)).sum(),
            Of::Cell(cell) => {
                let (row, period) = (cell / grid.periods, cell % grid.periods);
                self.settle_around(row, period);
                self.spend(row, period)
            }
        }
    }

    fn row_sum(&mut self, row: usize) -> f64 {
        for period in 0..self.grid.periods {
            self.settle(row, period);
        }
        let open = |period: &usize| self.grid.cells[row * self.grid.periods + period].fixed.is_none();
        (0..self.grid.periods).filter(open).map(|period| self.spend(row, period)).sum()
    }

    fn cell_sum(&mut self, row: usize, period: usize) -> f64 {
        if self.grid.cells[row * self.grid.periods + period].fixed.is_some() {
            return 0.0;
        }
        self.settle_around(row, period);
        self.spend(row, period)
    }

    /// The price of a period counts in it and in the one before.
    fn settle_around(&mut self, row: usize, period: usize) {
        if period > 0 && self.grid.rows[row].carry_over > 0.0 {
            self.settle(row, period - 1);
        }
        self.settle(row, period);
    }

    /// A price of the right size where none is known: what all is worth per unit of all money.
    pub(super) fn usual(&self) -> f64 {
        if self.prices.all > 0.0 { self.prices.all } else { self.average }
    }
}
