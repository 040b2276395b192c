//! A plan's allocation as a problem, and spends as amounts of money.

use super::{Aim, Before, Candidate, GroupLimits, Problem, Spend};
use crate::calc::allocation::{Won, rates};
use crate::calc::curve::Response;
use crate::calc::numbers::{count, rate, units};
use crate::calc::rest::Basis;
use crate::plan::allocation::{Class, Objective};
use crate::plan::{Channel, Currency, Money, Plan, Task};

/// How far an answer for a plan may stay below the bound, as a part of the bound.
pub const GAP: f64 = 1e-6;

impl Problem {
    /// Most of the plan's own objective for its budget; without a budget, for what is allocated at present.
    ///
    /// Candidates are the channels in the plan's order and then the events in theirs, fixed at the company's own
    /// share. Groups are the three tasks. Locked channels keep their spend, and so do channels whose curve cannot be
    /// used: nothing is known of what their money buys. What is spent in months that are over stays spent.
    #[must_use]
    pub fn of_plan(basis: Basis) -> Self {
        Self::of_plan_for(basis, basis.allocation.objective)
    }

    /// The same for another objective.
    #[must_use]
    pub fn of_plan_for(basis: Basis, objective: Objective) -> Self {
        let Basis { plan, allocation: report, .. } = basis;
        let currency = &plan.currency;
        let channels: Vec<Candidate> =
            (0..report.channels.len()).filter_map(|index| channel(basis, index, objective)).collect();
        let events = plan.events.iter().zip(&report.events).map(|(event, row)| Candidate {
            response: Response::Fixed { registrations: won(&row.won, objective) },
            weight: 1.0,
            // What the company gains by an event is there to be spent.
            spend: Spend::Fixed(currency.units(row.spend)),
            group: Some(event.task as usize),
            before: Before::default(),
        });
        let spends = basis.present().map(|spend| units(currency, spend));
        let shares = report.events.iter().map(|event| currency.units(event.spend));
        let budget = plan.allocation.budget.unwrap_or(basis.present_total());
        Self {
            aim: Aim::MostResponse { budget: units(currency, budget) },
            present: Some(spends.chain(shares).collect()),
            channels: channels.into_iter().chain(events).collect(),
            groups: Task::ALL.map(|task| task_limits(plan, task)).into(),
            step: step(plan),
            gap: GAP,
        }
    }
}

/// A channel of the plan, for the months that are left.
fn channel(basis: Basis, index: usize, objective: Objective) -> Option<Candidate> {
    let Basis { plan, allocation, rest } = basis;
    let (channel, row) = (plan.allocation.channels.get(index)?, allocation.channels.get(index)?);
    let currency = &plan.currency;
    let ahead = rest.and_then(|rest| Some((rest, rest.ahead(index)?)));
    let whole = row.response.unwrap_or(Response::NOTHING);
    let (response, before) = match ahead {
        Some((rest, ahead)) => {
            let before = Before { spent: units(currency, ahead.spent), won: won(&ahead.won, objective) };
            (rest.curve(whole), before)
        }
        None => (whole, Before::default()),
    };
    let spend = if channel.locked || row.response.is_err() {
        Spend::Fixed(units(currency, ahead.map_or(channel.spend, |(_, ahead)| ahead.present)))
    } else {
        limits(channel, currency, before.spent)
    };
    let weight = weight(plan, channel.task.class(), row.lead_rate, objective);
    Some(Candidate { response, weight, spend, group: Some(channel.task as usize), before })
}

impl Problem {
    /// What each channel of the plan gets by these spends, to the minor unit; a channel that is fixed keeps what it has.
    #[must_use]
    pub fn amounts(&self, plan: &Plan, spends: &[f64]) -> Vec<Money> {
        let rows = plan.allocation.channels.iter().zip(&self.channels).zip(spends);
        rows.map(|((channel, candidate), spend)| match candidate.spend {
            Spend::Fixed(_) => channel.spend,
            _ => plan.currency.amount(*spend).unwrap_or(channel.spend),
        })
        .collect()
    }
}

/// The smallest amount worth moving: the plan's step, otherwise one currency unit.
#[must_use]
pub fn step(plan: &Plan) -> f64 {
    let step = plan.allocation.step.filter(|step| *step > Money::ZERO);
    step.map_or(1.0, |step| plan.currency.units(step))
}

/// What one registration counts for an objective.
fn weight(plan: &Plan, class: Class, lead_rate: f64, objective: Objective) -> f64 {
    let rates = rates(&plan.allocation, class);
    let customers = lead_rate * rate(rates.close_rate.likely);
    match objective {
        Objective::Registrations => 1.0,
        Objective::Leads => lead_rate,
        Objective::Customers => customers,
        Objective::Revenue => customers * count(plan.currency.units(rates.value.likely)),
    }
}

/// What is won of an objective.
#[must_use]
pub fn won(won: &Won, objective: Objective) -> f64 {
    match objective {
        Objective::Registrations => won.registrations,
        Objective::Leads => won.leads,
        Objective::Customers => won.customers,
        Objective::Revenue => won.revenue,
    }
}

/// What is spent already, more than the most that may be spent or the least if anything, settles these limits.
fn limits(channel: &Channel, currency: &Currency, spent: f64) -> Spend {
    let min = channel.min.map_or(0.0, |min| units(currency, min));
    let max = channel.max.map_or(f64::INFINITY, |max| units(currency, max)).max(spent);
    if channel.off_or_min && spent < min {
        Spend::OffOr { min, max }
    } else {
        Spend::Between { min: min.max(spent), max }
    }
}

fn task_limits(plan: &Plan, task: Task) -> GroupLimits {
    let limits = plan.allocation.tasks.of(task);
    GroupLimits {
        min: limits.min.map_or(0.0, |min| units(&plan.currency, min)),
        max: limits.max.map_or(f64::INFINITY, |max| units(&plan.currency, max)),
    }
}
