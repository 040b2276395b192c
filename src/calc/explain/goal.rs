//! Numbers of the goal: before the plan, with it, and as they should be.

use crate::calc::finding::{Place, Section};
use crate::calc::numbers::count;
use crate::calc::progress;
use crate::plan::Money;

use super::source::{Kind, Label, Source, Unit};
use super::term::Term;
use super::{Asked, Figure, Quantity, Standing, Value, Yield, sum_of};

impl Asked<'_> {
    pub(super) fn goal_value(&self, side: Standing, of: Quantity) -> Option<Value> {
        let (goal, currency) = (&self.report.goal, &self.plan.currency);
        let is_money = of != Quantity::Customers;
        if goal.too_large && is_money && matches!(side, Standing::Expected | Standing::Reached | Standing::Missing) {
            return None;
        }
        let target = &goal.target;
        let amount = |amount: Money| Some(self.units(amount));
        let value = match (side, of) {
            (Standing::Baseline, Quantity::Value) => amount(goal.baseline.value_per_customer?),
            (Standing::Baseline, Quantity::Share) => goal.baseline.share,
            (Standing::Baseline, _) => None,
            (Standing::Expected, Quantity::Customers) => Some(goal.expected.customers),
            (Standing::Expected, Quantity::Value) => amount(goal.expected.value_per_customer?),
            (Standing::Expected, Quantity::Revenue) => amount(goal.expected.revenue),
            (Standing::Expected, Quantity::Total) => {
                amount(goal.expected.total_revenue).filter(|_| goal.expected.total_revenue > Money::ZERO)
            }
            (Standing::Expected, Quantity::Share) => goal.expected.share,
            (Standing::Target, Quantity::Customers) => target.customers.filter(|it| it.derived).map(|it| it.value),
            (Standing::Target, Quantity::Share) => target.share.filter(|it| it.derived).map(|it| it.value),
            (Standing::Target, of) => {
                let figure = match of {
                    Quantity::Value => target.value_per_customer,
                    Quantity::Revenue => target.revenue,
                    _ => target.total_revenue,
                };
                figure.filter(|it| it.derived).map(|it| self.units(it.value))
            }
            (Standing::Reached | Standing::Missing, of) => {
                let line = progress::report(goal, currency)[of as usize];
                if side == Standing::Reached { line.reached } else { line.missing.map(|gap| gap.units(currency)) }
            }
        }?;
        let unit = if side == Standing::Reached { Unit::Percent } else { unit_of(of) };
        Some((value, unit))
    }

    pub(super) fn goal_term(&self, side: Standing, of: Quantity) -> Option<Term> {
        let of_side = |of| self.side(side, of);
        let two_sides = || Some((self.side(Standing::Target, of)?, self.side(Standing::Expected, of)?));
        match (side, of) {
            (Standing::Baseline | Standing::Expected, Quantity::Value) => {
                Some(of_side(Quantity::Revenue)?.over(of_side(Quantity::Customers)?))
            }
            (Standing::Baseline | Standing::Expected, Quantity::Share) => {
                Some(of_side(Quantity::Revenue)?.over(of_side(Quantity::Total)?))
            }
            (Standing::Baseline, _) => None,
            (Standing::Expected, of) => {
                let won = if of == Quantity::Customers { Yield::Customers } else { Yield::Revenue };
                let before = self.side(Standing::Baseline, of);
                Some(sum_of(before.into_iter().chain(self.figure(Figure::Won(won))), unit_of(of)))
            }
            (Standing::Target, of) => self.derived(of),
            (Standing::Reached, _) => two_sides().map(|(target, expected)| expected.over(target)),
            (Standing::Missing, _) => two_sides().map(|(target, expected)| target.less(expected)),
        }
    }

    /// A target that follows from others: customers × value = revenue = share × total.
    fn derived(&self, of: Quantity) -> Option<Term> {
        let target = |of| self.side(Standing::Target, of);
        let typed = &self.plan.goal.target;
        match of {
            Quantity::Revenue if typed.customers.is_some() && typed.value_per_customer.is_some() => {
                Some(Term::Product(vec![target(Quantity::Customers)?, target(Quantity::Value)?]))
            }
            Quantity::Revenue => Some(Term::Product(vec![target(Quantity::Share)?, target(Quantity::Total)?])),
            Quantity::Customers => Some(target(Quantity::Revenue)?.over(target(Quantity::Value)?)),
            Quantity::Value => Some(target(Quantity::Revenue)?.over(target(Quantity::Customers)?)),
            Quantity::Share => Some(target(Quantity::Revenue)?.over(target(Quantity::Total)?)),
            Quantity::Total => Some(target(Quantity::Revenue)?.over(target(Quantity::Share)?)),
        }
    }

    /// A figure of the goal as a part of a formula: typed, or explained in its turn.
    fn side(&self, side: Standing, of: Quantity) -> Option<Term> {
        let units = |amount: Option<Money>| amount.map(|amount| self.units(amount));
        let (goal, baseline) = (&self.plan.goal.target, &self.plan.goal.baseline);
        let typed = match (side, of) {
            (Standing::Target, Quantity::Customers) => Some(("customers", "goal-target-customers", goal.customers)),
            (Standing::Target, Quantity::Value) => {
                Some(("target_value", "goal-target-value", units(goal.value_per_customer)))
            }
            (Standing::Target, Quantity::Revenue) => Some(("target", "goal-target-revenue", units(goal.revenue))),
            (Standing::Target, Quantity::Total) => {
                Some(("target_total", "goal-target-total", units(goal.total_revenue)))
            }
            (Standing::Target, Quantity::Share) => Some(("share", "goal-target-share", goal.share)),
            (Standing::Baseline, Quantity::Customers) => {
                Some(("baseline", "goal-baseline-customers", baseline.customers))
            }
            (Standing::Baseline, Quantity::Revenue) => {
                Some(("baseline_revenue", "goal-baseline-revenue", units(baseline.revenue)))
            }
            (Standing::Baseline, Quantity::Total) => {
                Some(("baseline_total", "goal-baseline-total", units(baseline.total_revenue)))
            }
            _ => None,
        };
        let typed = typed.and_then(|(field, label, value)| Some((field, label, value?)));
        let Some((field, label, typed)) = typed else { return self.figure(Figure::Goal(side, of)) };
        let is_count = matches!(of, Quantity::Customers | Quantity::Share);
        let used = if is_count { count(typed) } else { typed };
        let source = Source::typed(Label::Words(label), Place::of(Section::Goal, field), used, unit_of(of));
        Some(source.of_kind(Kind::used(typed, used)).into())
    }
}

fn unit_of(of: Quantity) -> Unit {
    match of {
        Quantity::Customers => Unit::Count,
        Quantity::Value | Quantity::Revenue | Quantity::Total => Unit::Money,
        Quantity::Share => Unit::Percent,
    }
}
