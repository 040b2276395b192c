//! How far the plan gets with each figure of the goal, measured against its target.

use crate::plan::{Currency, Money};

use super::goal::{GoalReport, Standing};

/// A figure of the goal in its own unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quantity {
    /// A number of customers.
    Count(f64),
    /// Money.
    Amount(Money),
    /// A fraction of total revenue.
    Share(f64),
}

impl Quantity {
    /// As a number to compare with, money in currency units.
    #[must_use]
    pub fn units(self, currency: &Currency) -> f64 {
        match self {
            Self::Count(number) | Self::Share(number) => number,
            Self::Amount(money) => currency.units(money),
        }
    }

    fn less(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Count(all), Self::Count(part)) => (all > part).then_some(Self::Count(all - part)),
            (Self::Share(all), Self::Share(part)) => (all > part).then_some(Self::Share(all - part)),
            (Self::Amount(all), Self::Amount(part)) if all > part => all.minus(part).map(Self::Amount),
            _ => None,
        }
    }
}

/// One figure: before the plan, with the plan, and as it should be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// Before the plan.
    pub baseline: Option<Quantity>,
    /// With the plan.
    pub expected: Option<Quantity>,
    /// The target.
    pub goal: Option<Quantity>,
    /// Baseline ÷ target.
    pub begun: Option<f64>,
    /// Expected ÷ target.
    pub reached: Option<f64>,
    /// Target less expected, where something is missing.
    pub missing: Option<Quantity>,
}

/// Customers, value per customer, contributed revenue, total revenue, share.
#[must_use]
pub fn report(goal: &GoalReport, currency: &Currency) -> [Progress; 5] {
    let (target, before, then) = (&goal.target, &goal.baseline, &goal.expected);
    let line = |baseline, expected, goal| progress(baseline, expected, goal, currency);
    let count = |number: f64| Some(Quantity::Count(number)).filter(|_| number > 0.0);
    let amount = |money: Money| Some(Quantity::Amount(money)).filter(|_| money > Money::ZERO);
    // Customers before their revenue is known are not worth nothing.
    let value = |at: &Standing| at.value_per_customer.map(Quantity::Amount).filter(|_| at.revenue > Money::ZERO);
    let share = |at: &Standing| at.share.map(Quantity::Share).filter(|_| at.revenue > Money::ZERO);
    [
        line(
            count(before.customers),
            count(then.customers),
            target.customers.map(|figure| Quantity::Count(figure.value)),
        ),
        line(value(before), value(then), target.value_per_customer.map(|figure| Quantity::Amount(figure.value))),
        line(amount(before.revenue), amount(then.revenue), target.revenue.map(|figure| Quantity::Amount(figure.value))),
        line(
            amount(before.total_revenue),
            amount(then.total_revenue),
            target.total_revenue.map(|figure| Quantity::Amount(figure.value)),
        ),
        line(share(before), share(then), target.share.map(|figure| Quantity::Share(figure.value))),
    ]
}

fn progress(
    baseline: Option<Quantity>,
    expected: Option<Quantity>,
    goal: Option<Quantity>,
    currency: &Currency,
) -> Progress {
    let part = |quantity: Option<Quantity>| {
        let whole = goal?.units(currency);
        (whole > 0.0).then_some(quantity?.units(currency) / whole)
    };
    Progress {
        baseline,
        expected,
        goal,
        begun: part(baseline),
        reached: part(expected),
        missing: goal.zip(expected).and_then(|(goal, expected)| goal.less(expected)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn customers_without_revenue_have_no_value_yet() {
        let mut plan = crate::plan::Plan::blank(
            "",
            crate::plan::Period { start: crate::plan::Date::constant(2027, 1, 1), months: 12 },
        );
        let goal = std::sync::Arc::make_mut(&mut plan.goal);
        goal.baseline.customers = Some(800.0);
        goal.baseline.total_revenue = plan.currency.whole(1_000_000);
        goal.target.value_per_customer = plan.currency.whole(12_000);
        let [customers, value, _, _, share] = report(&crate::calc::report(&plan).goal, &plan.currency);
        assert_eq!(customers.baseline, Some(Quantity::Count(800.0)));
        for line in [value, share] {
            assert_eq!((line.baseline, line.expected, line.reached, line.missing), (None, None, None, None));
        }
    }

    #[test]
    fn what_is_reached_is_not_missing() {
        let currency = Currency::default();
        let money = |units| currency.whole(units).map(Quantity::Amount);
        let short = progress(money(10), money(30), money(40), &currency);
        assert_eq!((short.begun, short.reached, short.missing), (Some(0.25), Some(0.75), money(10)));
        let beyond = progress(None, money(50), money(40), &currency);
        assert_eq!((beyond.begun, beyond.reached, beyond.missing), (None, Some(1.25), None));
        assert_eq!(progress(None, money(50), None, &currency).reached, None);
    }
}
