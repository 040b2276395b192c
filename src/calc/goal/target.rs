//! What the goal is: its figures as typed and as derived, and whether they tie out.

use crate::plan::goal::Target;
use crate::plan::{Currency, Money, Plan};

use crate::calc::numbers::{count, quotient};

/// How far the two sides of an equation of the goal may differ, as a fraction.
pub const TIE_OUT_TOLERANCE: f64 = 0.005;

/// A figure of the goal: typed, or derived from the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure<T> {
    /// The value.
    pub value: T,
    /// Whether it was derived.
    pub derived: bool,
}

impl<T> Figure<T> {
    fn typed(value: T) -> Self {
        Self { value, derived: false }
    }

    fn derived(value: T) -> Self {
        Self { value, derived: true }
    }
}

/// The goal's figures, each where typed or derivable.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TargetFigures {
    /// Mobile-social customers.
    pub customers: Option<Figure<f64>>,
    /// Revenue per customer.
    pub value_per_customer: Option<Figure<Money>>,
    /// Contributed revenue.
    pub revenue: Option<Figure<Money>>,
    /// Share of total revenue, a fraction.
    pub share: Option<Figure<f64>>,
    /// Total revenue.
    pub total_revenue: Option<Figure<Money>>,
}

/// Whether customers × value = revenue = share × total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TieOut {
    /// Too little is typed to compare both sides.
    Incomplete,
    /// A product or quotient of the targets is too large to calculate with.
    TooLarge {
        /// The field to mend.
        field: &'static str,
    },
    /// Both agree within half a percent.
    Agrees {
        /// Customers × value less share × total.
        difference: Money,
    },
    /// The pairs that do not agree.
    Clashes {
        /// Customers × value.
        by_customers: Money,
        /// Contributed revenue as typed or derived.
        revenue: Money,
        /// Share × total.
        by_share: Money,
    },
}

/// The targets as typed, with what can be derived: customers × value = revenue = share × total.
#[must_use]
pub fn target(plan: &Plan) -> TargetFigures {
    let typed: &Target = &plan.goal.target;
    let currency = &plan.currency;
    let units = |figure: Option<Figure<Money>>| figure.map(|figure| currency.units(figure.value));
    let money = |units: f64| currency.amount(units).map(Figure::derived);
    let mut figures = TargetFigures {
        customers: typed.customers.map(count).map(Figure::typed),
        value_per_customer: typed.value_per_customer.map(Figure::typed),
        revenue: typed.revenue.map(Figure::typed),
        share: typed.share.map(count).map(Figure::typed),
        total_revenue: typed.total_revenue.map(Figure::typed),
    };
    let product = |left: Option<f64>, right: Option<f64>| Some(left? * right?);
    let (customers, share) = (figures.customers.map(|figure| figure.value), figures.share.map(|figure| figure.value));
    if figures.revenue.is_none() {
        let by_customers = product(customers, units(figures.value_per_customer));
        figures.revenue = by_customers.or_else(|| product(share, units(figures.total_revenue))).and_then(money);
    }
    let revenue = units(figures.revenue);
    let ratio = |left: Option<f64>, right: Option<f64>| left.zip(right).and_then(|(left, right)| quotient(left, right));
    if figures.customers.is_none() {
        figures.customers = ratio(revenue, units(figures.value_per_customer)).map(Figure::derived);
    }
    if figures.value_per_customer.is_none() {
        figures.value_per_customer = ratio(revenue, customers).and_then(money);
    }
    if figures.share.is_none() {
        figures.share = ratio(revenue, units(figures.total_revenue)).map(Figure::derived);
    }
    if figures.total_revenue.is_none() {
        figures.total_revenue = ratio(revenue, share).and_then(money);
    }
    figures
}

/// The field of a factor, or a divisor, whose result is beyond the largest amount of money.
fn too_large(figures: &TargetFigures, currency: &Currency) -> Option<&'static str> {
    let value = |figure: Option<Figure<f64>>| figure.map(|figure| figure.value).filter(|value| *value > 0.0);
    let product_fits = |count: Option<f64>, amount: Option<Figure<Money>>| match (count, amount) {
        (Some(count), Some(amount)) => currency.amount(count * currency.units(amount.value)).is_some(),
        // The other factor is derived wherever it can be.
        (Some(_), None) => figures.revenue.is_none(),
        (None, _) => true,
    };
    if !product_fits(value(figures.customers), figures.value_per_customer) {
        return Some("customers");
    }
    (!product_fits(value(figures.share), figures.total_revenue)).then_some("share")
}

/// Whether the figures of the goal agree.
#[must_use]
pub fn tie_out(figures: &TargetFigures, currency: &Currency) -> TieOut {
    if let Some(field) = too_large(figures, currency) {
        return TieOut::TooLarge { field };
    }
    let sides = || {
        let by_customers = figures.customers?.value * currency.units(figures.value_per_customer?.value);
        let by_share = figures.share?.value * currency.units(figures.total_revenue?.value);
        Some((by_customers, currency.units(figures.revenue?.value), by_share))
    };
    // Nothing equals nothing, which says nothing about a goal.
    let stated = sides().filter(|(by_customers, revenue, by_share)| by_customers.max(*revenue).max(*by_share) > 0.0);
    let Some((by_customers, revenue, by_share)) = stated else { return TieOut::Incomplete };
    // Both products fit, so nothing is lost here.
    let money = |units: f64| currency.amount(units).unwrap_or_default();
    if agree(by_customers, revenue) && agree(by_share, revenue) && agree(by_customers, by_share) {
        TieOut::Agrees { difference: money(by_customers - by_share) }
    } else {
        TieOut::Clashes { by_customers: money(by_customers), revenue: money(revenue), by_share: money(by_share) }
    }
}

/// Whether two sides of an equation agree.
pub(super) fn agree(left: f64, right: f64) -> bool {
    (left - right).abs() <= TIE_OUT_TOLERANCE * left.abs().max(right.abs())
}
