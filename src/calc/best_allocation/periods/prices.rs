//! Prices of the limits of sums.

use super::grid::Grid;

/// Prices of sums: what they get in all, in groups, channels, periods. Above zero they are of a maximum, below of a minimum.
#[derive(Clone, Debug)]
pub(super) struct Prices {
    pub(super) all: f64,
    pub(super) groups: Vec<f64>,
    pub(super) rows: Vec<f64>,
    pub(super) periods: Vec<f64>,
}

impl Prices {
    pub(super) fn none(grid: &Grid<'_>) -> Self {
        let [groups, rows, periods] = [grid.groups.len(), grid.rows.len(), grid.periods].map(|sums| vec![0.0; sums]);
        Self { all: 0.0, groups, rows, periods }
    }

    /// What a unit of a channel costs in a period; nothing where that is fixed.
    pub(super) fn of(&self, grid: &Grid<'_>, row: usize, period: usize) -> f64 {
        if grid.cells[row * grid.periods + period].fixed.is_some() {
            return 0.0;
        }
        self.all + self.groups[grid.rows[row].group] + self.rows[row] + self.periods[period]
    }

    /// What the limits themselves are worth.
    pub(super) fn worth_of_limits(&self, grid: &Grid<'_>) -> f64 {
        let worth = |price: f64, min: f64, max: f64| match price {
            price if price > 0.0 => price * max,
            price if price < 0.0 => price * min,
            _ => 0.0,
        };
        let groups = grid.groups.iter().zip(&self.groups).map(|(limits, price)| worth(*price, limits.min, limits.max));
        let rows = grid.rows.iter().zip(&self.rows).map(|(row, price)| worth(*price, row.limits.min, row.limits.max));
        let periods = grid.most.iter().zip(&self.periods).map(|(most, price)| worth(*price, 0.0, *most));
        worth(self.all, 0.0, grid.budget) + groups.chain(rows).chain(periods).sum::<f64>()
    }
}
