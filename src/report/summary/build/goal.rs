//! The goal, measure by measure and month by month.

use super::Build;
use crate::calc::goal::{Standing, TieOut};
use crate::calc::months::MonthPoint;
use crate::plan::Money;
use crate::plan::goal::Measure;
use crate::report::code::Coded;
use crate::report::summary::figure::{Amount, Number};
use crate::report::summary::goal::{GapPart, GoalMonthPart, GoalPart, Reach};

impl Build<'_> {
    pub(super) fn goal(&self) -> GoalPart {
        let goal = &self.report.goal;
        let typed = &self.plan.goal.baseline;
        let before = |standing: &Standing, is_typed: bool| is_typed.then_some(*standing);
        let amount = |money: Money| self.amount(money);
        let measured = |measure| goal.attainment_of(measure).map(Number);
        GoalPart {
            statement: self.plan.goal.statement.clone(),
            ties_out: match goal.tie_out {
                TieOut::Incomplete | TieOut::TooLarge { .. } => None,
                TieOut::Agrees { .. } => Some(true),
                TieOut::Clashes { .. } => Some(false),
            },
            customers: Reach {
                baseline: typed.customers.map(Number),
                target: goal.target.customers.map(|figure| Number(figure.value)),
                expected: Some(Number(goal.expected.customers)),
                attainment: measured(Measure::Customers),
            },
            revenue: Reach {
                baseline: before(&goal.baseline, typed.revenue.is_some()).map(|standing| amount(standing.revenue)),
                target: goal.target.revenue.map(|figure| amount(figure.value)),
                expected: Some(self.sum((!goal.too_large).then_some(goal.expected.revenue))),
                attainment: measured(Measure::Revenue),
            },
            share: Reach {
                baseline: goal.baseline.share.map(Number),
                target: goal.target.share.map(|figure| Number(figure.value)),
                expected: goal.expected.share.map(Number),
                attainment: measured(Measure::Share),
            },
            value_per_customer: self.money_reach(
                goal.baseline.value_per_customer,
                goal.target.value_per_customer.map(|figure| figure.value),
                goal.expected.value_per_customer,
            ),
            total_revenue: self.money_reach(
                self.plan.goal.baseline.total_revenue,
                goal.target.total_revenue.map(|figure| figure.value),
                Some(goal.expected.total_revenue).filter(|total| *total > Money::ZERO && !goal.too_large),
            ),
            headline: Coded(goal.headline),
            attainment: goal.headline_attainment().map(Number),
            missing_revenue: goal.missing_revenue.map(amount),
            months: goal.months.iter().enumerate().map(|(index, month)| self.month(index + 1, month)).collect(),
            widest_gap: goal.widest_gap.map(|(index, gap)| GapPart { month: index + 1, amount: amount(gap) }),
        }
    }

    fn month(&self, month: usize, point: &MonthPoint) -> GoalMonthPart {
        let is_known = !self.report.goal.too_large;
        GoalMonthPart {
            month,
            expected: self.sum(is_known.then_some(point.expected)),
            path: point.path.map(|path| self.amount(path)),
        }
    }

    fn money_reach(&self, baseline: Option<Money>, target: Option<Money>, expected: Option<Money>) -> Reach<Amount> {
        let units = |money: Money| self.plan.currency.units(money);
        let attainment = match (expected, target) {
            (Some(expected), Some(target)) if target > Money::ZERO => Some(Number(units(expected) / units(target))),
            _ => None,
        };
        let amount = |money: Option<Money>| money.map(|money| self.amount(money));
        Reach { baseline: amount(baseline), target: amount(target), expected: amount(expected), attainment }
    }
}
