//! The goal's headline measure as a function of what is won on top of the baseline.

use crate::calc::Report;
use crate::plan::Plan;
use crate::plan::goal::Measure;

/// How a measure follows from what is won: customers, or currency units of revenue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    /// Customers or contributed revenue before.
    baseline: f64,
    /// Total revenue before, where a share of it is measured.
    total: Option<f64>,
    /// What of the measure is to be reached.
    pub(super) target: Option<f64>,
}

impl Scale {
    pub(super) fn of(plan: &Plan, report: &Report) -> Self {
        let (before, target) = (&plan.goal.baseline, &report.goal.target);
        let units = |money| plan.currency.units(money);
        let revenue = before.revenue.map_or(0.0, units);
        match report.goal.headline {
            Measure::Customers => Self {
                baseline: crate::calc::numbers::count(before.customers.unwrap_or(0.0)),
                total: None,
                target: target.customers.map(|figure| figure.value),
            },
            Measure::Revenue => {
                Self { baseline: revenue, total: None, target: target.revenue.map(|figure| units(figure.value)) }
            }
            Measure::Share => Self {
                baseline: revenue,
                total: before.total_revenue.map(units).filter(|total| *total > 0.0),
                target: target.share.map(|figure| figure.value),
            },
        }
    }

    /// The measure where this much is won.
    pub(super) fn at(&self, won: f64) -> f64 {
        let reached = self.baseline + won;
        self.total.map_or(reached, |total| reached / (total + won))
    }

    /// What must be won for the target; `None` without one, and where no win is enough.
    pub(super) fn needed(&self) -> Option<f64> {
        let target = self.target?;
        match self.total {
            None => Some(target - self.baseline),
            Some(total) => (target < 1.0).then(|| (target * total - self.baseline) / (1.0 - target)),
        }
    }
}
