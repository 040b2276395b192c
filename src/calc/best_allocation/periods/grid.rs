//! Channels × periods in steps, for the search: what may be spent where, and what works.

use super::super::curve::Curve;
use super::super::multiplier::Limits;
use super::super::prepare::{UNLIMITED, ceil, floor, most, scaled};
use super::super::steps::count;
use super::super::tolerance::above;
use super::super::{Before, Candidate, GroupLimits, Spend};
use super::Problem;

/// A channel: its cells stand one after the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) carry_over: f64,
    /// What still works from before, at its first period.
    pub(super) start: f64,
    pub(super) group: usize,
    /// Limits of what its open cells get together.
    pub(super) limits: Limits,
}

/// One period of a channel.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    /// What working money wins, weighted.
    pub(super) curve: Curve,
    /// What it has and keeps; none where that is open.
    pub(super) fixed: Option<f64>,
    /// The least it gets if anything, and the most.
    pub(super) low: f64,
    pub(super) high: f64,
    /// The most by its channel's own limits.
    pub(super) own_high: f64,
}

/// All cells and all sums, in steps.
pub(super) struct Grid<'a> {
    pub(super) problem: &'a Problem,
    pub(super) periods: usize,
    pub(super) whole: bool,
    pub(super) unit: f64,
    pub(super) rows: Vec<Row>,
    pub(super) cells: Vec<Cell>,
    /// Limits of what open cells get together: of groups (the last one is of channels without), periods, all.
    pub(super) groups: Vec<Limits>,
    pub(super) most: Vec<f64>,
    pub(super) budget: f64,
    /// Response whatever is spent.
    pub(super) offset: f64,
    /// What is spent already or fixed, in currency units.
    pub(super) kept: Sums,
}

/// The sums of open cells.
#[derive(Clone, Debug)]
pub(super) struct Sums {
    pub(super) rows: Vec<f64>,
    pub(super) groups: Vec<f64>,
    pub(super) periods: Vec<f64>,
    pub(super) all: f64,
}

impl<'a> Grid<'a> {
    pub(super) fn of(problem: &'a Problem, budget: f64) -> Self {
        let whole = problem.whole.step > 0.0;
        let unit = if whole { problem.whole.step } else { 1.0 };
        let periods = problem.periods();
        let no_group = problem.whole.groups.len();
        let mut grid = Self {
            problem,
            periods,
            whole,
            unit,
            rows: vec![],
            cells: vec![],
            groups: vec![],
            most: vec![],
            budget: 0.0,
            offset: 0.0,
            kept: Sums { rows: vec![], groups: vec![0.0; no_group + 1], periods: vec![0.0; periods], all: 0.0 },
        };
        for channel in 0..problem.courses.len() {
            let group = problem.whole.channels[channel].group.filter(|group| *group < no_group).unwrap_or(no_group);
            grid.add_row(channel, group);
        }
        let limits = |(limits, kept): (&GroupLimits, &f64)| grid.limits(limits.min, limits.max, *kept);
        grid.groups = problem.whole.groups.iter().zip(&grid.kept.groups).map(limits).collect();
        grid.groups.push(Limits { min: 0.0, max: f64::INFINITY });
        let room = |(max, kept): (&f64, &f64)| grid.limits(0.0, *max, *kept).max;
        grid.most = problem.most.iter().zip(&grid.kept.periods).map(room).collect();
        grid.budget = grid.limits(0.0, budget.min(UNLIMITED), grid.kept.all).max;
        let (all, most) = (grid.budget, grid.most.clone());
        for (row, cells) in grid.rows.iter().zip(grid.cells.chunks_mut(periods.max(1))) {
            let group = grid.groups[row.group].max;
            for (cell, most) in cells.iter_mut().zip(&most) {
                cell.high = cell.high.min(row.limits.max).min(group).min(*most).min(all).max(0.0);
                // What cannot get its least gets nothing.
                cell.high = if cell.high < cell.low { 0.0 } else { cell.high };
            }
        }
        grid
    }

    fn add_row(&mut self, channel: usize, group: usize) {
        let (problem, unit) = (self.problem, self.unit);
        let (candidate, course) = (&problem.whole.channels[channel], &problem.courses[channel]);
        let response = candidate.response.of_months(1, problem.months());
        let (low, high) = match problem.cell(channel) {
            Spend::OffOr { min, max } => (ceil(min / unit, self.whole).max(0.0), max / unit),
            Spend::Between { max, .. } => (0.0, max / unit),
            Spend::Fixed(_) => (0.0, 0.0),
        };
        let mut kept = candidate.before.spent;
        for (period, (season, fixed)) in course.weights().into_iter().zip(&course.fixed).enumerate() {
            let weight = candidate.weight * season;
            let one =
                Candidate { response, weight, spend: problem.cell(channel), group: None, before: Before::default() };
            kept += fixed.unwrap_or(0.0);
            self.kept.periods[period] += fixed.unwrap_or(0.0);
            self.offset += one.value(0.0);
            let (low, high) = if fixed.is_some() { (0.0, 0.0) } else { (low, most(high, self.whole)) };
            let fixed = fixed.map(|fixed| fixed / unit);
            let own_high = if high < low { 0.0 } else { high };
            self.cells.push(Cell { curve: scaled(&one, unit), fixed, low, high, own_high });
        }
        self.offset += candidate.before.won;
        let own = problem.own_limits(channel);
        let start = course.still_works() / unit;
        self.rows.push(Row {
            carry_over: course.carry_over,
            start,
            group,
            limits: self.limits(own.min, own.max, kept),
        });
        self.kept.rows.push(kept);
        self.kept.groups[group] += kept;
        self.kept.all += kept;
    }

    /// Limits of what is still open, in steps.
    fn limits(&self, min: f64, max: f64, spent: f64) -> Limits {
        // A last digit must not be too much.
        let left = if above(spent, max) { max - spent } else { (max - spent).max(0.0) };
        Limits { min: ceil((min - spent) / self.unit, self.whole).max(0.0), max: most(left / self.unit, self.whole) }
    }

    pub(super) fn row_cells(&self, row: usize) -> std::ops::Range<usize> {
        row * self.periods..(row + 1) * self.periods
    }

    /// What a channel's cells win with these spends.
    pub(super) fn row_value(&self, row: usize, x: &[f64]) -> f64 {
        let Row { carry_over, start, .. } = self.rows[row];
        let mut works = start;
        let mut value = 0.0;
        for (cell, x) in self.cells[self.row_cells(row)].iter().zip(x) {
            works = carry_over * works + (1.0 - carry_over) * x;
            value += cell.curve.value(works);
        }
        value
    }

    pub(super) fn value(&self, x: &[f64]) -> f64 {
        let rows = x.chunks(self.periods.max(1)).enumerate();
        rows.map(|(row, x)| self.row_value(row, x)).sum::<f64>() + self.offset
    }

    pub(super) fn sums(&self, x: &[f64]) -> Sums {
        let mut sums = Sums {
            rows: vec![0.0; self.rows.len()],
            groups: vec![0.0; self.groups.len()],
            periods: vec![0.0; self.periods],
            all: 0.0,
        };
        for (number, (cell, x)) in self.cells.iter().zip(x).enumerate() {
            if cell.fixed.is_none() {
                let row = number / self.periods;
                sums.rows[row] += x;
                sums.groups[self.rows[row].group] += x;
                sums.periods[number % self.periods] += x;
                sums.all += x;
            }
        }
        sums
    }

    /// Whether spends keep all limits.
    pub(super) fn allows(&self, x: &[f64]) -> bool {
        let sums = self.sums(x);
        let within = |sum: f64, limits: &Limits| !above(sum, limits.max) && !above(limits.min, sum);
        let cell = |(cell, x): (&Cell, &f64)| match cell.fixed {
            Some(_) => true,
            None => *x <= 0.0 || (*x >= cell.low && !above(*x, cell.high) && (!self.whole || x.fract() == 0.0)),
        };
        self.cells.iter().zip(x).all(cell)
            && self.rows.iter().zip(&sums.rows).all(|(row, sum)| within(*sum, &row.limits))
            && self.groups.iter().zip(&sums.groups).all(|(group, sum)| within(*sum, group))
            && self.most.iter().zip(&sums.periods).all(|(most, sum)| !above(*sum, *most))
            && !above(sums.all, self.budget)
    }

    /// Spends of the problem in steps, fixed cells as they are.
    pub(super) fn steps(&self, periods: &[Vec<f64>]) -> Vec<f64> {
        let all = periods.iter().flatten().zip(&self.cells);
        all.map(|(spend, cell)| cell.fixed.unwrap_or_else(|| floor(spend / self.unit, self.whole).max(0.0))).collect()
    }

    /// The same back, in currency units.
    pub(super) fn units(&self, x: &[f64]) -> Vec<Vec<f64>> {
        x.chunks(self.periods.max(1)).map(|row| row.iter().map(|x| x * self.unit).collect()).collect()
    }
}

/// A sum spread evenly over open cells, in whole steps where there are any; the first ones get what does not divide,
/// and the last one what is no step.
pub(super) fn evenly(sum: f64, fixed: &[Option<f64>], step: f64) -> Vec<f64> {
    let open = fixed.iter().filter(|fixed| fixed.is_none()).count();
    let rest = (sum - fixed.iter().flatten().sum::<f64>()).max(0.0);
    let cells = count(open);
    let mut left = if step > 0.0 { floor(rest / step, true) } else { 0.0 };
    let each = if step > 0.0 { (left / cells).floor() } else { rest / cells };
    left -= each * cells;
    let odd = if step > 0.0 { rest - floor(rest / step, true) * step } else { 0.0 };
    let last = fixed.iter().rposition(Option::is_none);
    let one = |(place, fixed): (usize, &Option<f64>)| {
        fixed.unwrap_or_else(|| {
            let more = if left > 0.5 { 1.0 } else { 0.0 };
            left -= more;
            let odd = if Some(place) == last { odd } else { 0.0 };
            if step > 0.0 { (each + more) * step + odd } else { each }
        })
    };
    fixed.iter().enumerate().map(one).collect()
}

/// Channels whose spend is fixed spend it evenly over the periods in which they can run.
pub(super) fn with_fixed_cells(problem: &Problem) -> Problem {
    let mut problem = problem.clone();
    for (candidate, course) in problem.whole.channels.iter().zip(&mut problem.courses) {
        if let Spend::Fixed(spend) = candidate.spend {
            let cells = evenly(spend - candidate.before.spent, &course.fixed, problem.whole.step);
            course.fixed = cells.into_iter().map(Some).collect();
        }
    }
    problem
}
