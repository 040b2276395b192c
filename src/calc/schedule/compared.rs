//! The months of a plan against even ones.

use crate::calc::allocation::AllocationReport;
use crate::calc::curve::Response;
use crate::plan::{Channel, Plan};

use super::{edit, in_months, length};

/// Registrations of each month over all channels: as their money is spent, and if each spent the same evenly over the months in
/// which it can run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compared {
    /// As the money is spent.
    pub these: Vec<f64>,
    /// Spent evenly.
    pub even: Vec<f64>,
}

/// The months of the plan against even ones.
#[must_use]
pub fn of(plan: &Plan, report: &AllocationReport) -> Compared {
    let length = length(plan);
    let mut compared = Compared { these: vec![0.0; length], even: vec![0.0; length] };
    let add = |sums: &mut [f64], won: &[f64]| sums.iter_mut().zip(won).for_each(|(sum, won)| *sum += won);
    #[allow(clippy::cast_precision_loss)] // at most 120 months
    let alike = |won: f64| vec![won / length as f64; length];
    for (channel, row) in plan.allocation.channels.iter().zip(&report.channels) {
        let these = row.months.as_ref().map_or_else(|| alike(row.won.registrations), |own| own.registrations.clone());
        let even = match row.response {
            Ok(response) if !channel.schedule.spend.is_empty() => {
                evenly(plan, channel, response).unwrap_or_else(|| {
                    let spend = plan.currency.units(channel.spend);
                    alike(response.value(spend))
                })
            }
            _ => these.clone(),
        };
        add(&mut compared.these, &these);
        add(&mut compared.even, &even);
    }
    compared
}

/// Registrations of each month of a channel without months of its own; `None` where they are all the same.
fn evenly(plan: &Plan, channel: &Channel, response: Response) -> Option<Vec<f64>> {
    let mut channel = channel.clone();
    edit::forget(&mut channel);
    in_months(plan, &channel, response).map(|months| months.registrations)
}
