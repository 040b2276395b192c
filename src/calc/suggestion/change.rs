//! What another split of the plan's money changes.

use crate::calc::best_allocation::{Problem, Row, periods};
use crate::calc::rest::Basis;
use crate::calc::schedule::{give, spends, spread};
use crate::plan::allocation::{Allocation, Objective};
use crate::plan::{Money, Plan};

/// Another split of the plan's money, beside the present one.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What is counted.
    pub objective: Objective,
    /// What each channel of the plan gets.
    pub amounts: Vec<Money>,
    /// What each channel gets in each month of the period, where months were sought.
    pub months: Option<Vec<Vec<Money>>>,
    /// What all of it costs, own shares of events included.
    pub total: Money,
    /// What it costs at present.
    pub present: Money,
    /// What every candidate of the problem buys at present: channels in the plan's order, then events.
    pub before: Vec<Row>,
    /// What every candidate buys then.
    pub after: Vec<Row>,
}

impl Change {
    /// To these spends, one for each candidate of the plan's problem for an objective.
    #[must_use]
    pub fn of(basis: Basis, (problem, objective): (&Problem, Objective), spends: &[f64]) -> Self {
        let rows = [problem.rows(problem.present.as_deref().unwrap_or_default()), problem.rows(spends)];
        Self::between(basis, objective, problem.amounts(basis.plan, spends), rows)
    }

    /// To these spends of the months that are left, one for each candidate of the plan's problem over months.
    #[must_use]
    pub fn over_months(
        basis: Basis,
        (problem, objective): (&periods::Problem, Objective),
        periods: &[Vec<f64>],
    ) -> Self {
        let months = problem.money_by_month(basis, periods);
        let amounts =
            months.iter().map(|months| Money::total(months.iter().copied()).unwrap_or(Money::LARGEST)).collect();
        let present = problem.present.as_ref().map(|present| problem.rows(present)).unwrap_or_default();
        let change = Self::between(basis, objective, amounts, [present, problem.rows(periods)]);
        Self { months: Some(months), ..change }
    }

    fn between(basis: Basis, objective: Objective, amounts: Vec<Money>, [before, after]: [Vec<Row>; 2]) -> Self {
        let shares = basis.allocation.events.iter().map(|event| event.spend);
        let total = Money::total(amounts.iter().copied().chain(shares)).unwrap_or_default();
        Self { objective, amounts, months: None, total, present: basis.present_total(), before, after }
    }

    /// Result at present.
    #[must_use]
    pub fn present_response(&self) -> f64 {
        self.before.iter().map(|row| row.response).sum()
    }

    /// Result less the present result; below zero where there is less money.
    #[must_use]
    pub fn gain(&self) -> f64 {
        let response: f64 = self.after.iter().map(|row| row.response).sum();
        response - self.present_response()
    }

    /// Puts the amounts into a plan over so many months. A budget that is too small for them grows to their sum.
    pub fn put_into(&self, allocation: &mut Allocation, months: usize) {
        for (channel, amount) in allocation.channels.iter_mut().zip(&self.amounts) {
            give(channel, *amount, months);
        }
        for (channel, by_month) in allocation.channels.iter_mut().zip(self.months.iter().flatten()) {
            channel.schedule.spend.clear();
            // What is spent evenly needs no months of its own.
            if spread(&channel.schedule, channel.spend, months) != *by_month {
                channel.schedule.spend.clone_from(by_month);
            }
        }
        allocation.budget = allocation.budget.map(|budget| budget.max(self.total));
    }

    /// The channels whose money changes, by number, from the largest gain of money to the largest loss.
    #[must_use]
    pub fn moves(&self, plan: &Plan) -> Vec<usize> {
        let channels = plan.allocation.channels.iter().zip(&self.amounts).enumerate();
        let mut moves: Vec<(usize, Money)> = channels
            .filter_map(|(number, (channel, amount))| Some((number, amount.minus(channel.spend)?)))
            .filter(|(_, change)| *change != Money::ZERO)
            .collect();
        moves.sort_by_key(|(number, change)| (std::cmp::Reverse(*change), *number));
        moves.into_iter().map(|(number, _)| number).collect()
    }

    /// Money that is given to one channel and taken from another, or spent anew, in all; over months also what a channel spends in
    /// another month.
    #[must_use]
    pub fn moved(&self, plan: &Plan) -> Option<Money> {
        let more = |then: Money, now: Money| then.minus(now).unwrap_or_default().max(Money::ZERO);
        let channels = plan.allocation.channels.iter();
        let Some(months) = &self.months else {
            return Money::total(channels.zip(&self.amounts).map(|(channel, amount)| more(*amount, channel.spend)));
        };
        let by_month = channels.zip(months).flat_map(|(channel, then)| {
            then.iter().zip(spends(plan, channel)).map(|(then, now)| more(*then, now)).collect::<Vec<Money>>()
        });
        Money::total(by_month)
    }

    /// Whether anything is spent elsewhere, or in another month, than in the plan as it is.
    #[must_use]
    pub fn differs(&self, plan: &Plan) -> bool {
        self.moved(plan) != Some(Money::ZERO) || !self.moves(plan).is_empty()
    }
}
