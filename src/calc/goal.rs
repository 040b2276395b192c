//! The goal: what it is, whether it ties out, and how far the plan gets.

pub mod problems;

use crate::plan::goal::{Goal, Measure, SubMeasure, Target};
use crate::plan::{Currency, Id, Money, Plan};

use super::allocation::AllocationReport;
use super::chain::ChainReport;
use super::months::{self, MonthPoint};
use super::numbers::{count, quotient};
use super::pyramid::PyramidReport;
use super::ripple::RippleReport;

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

/// Mobile-social customers and revenue at one moment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Standing {
    /// Mobile-social customers.
    pub customers: f64,
    /// Revenue they contribute.
    pub revenue: Money,
    /// Total revenue of the company.
    pub total_revenue: Money,
    /// Contributed ÷ total; `None` without a total.
    pub share: Option<f64>,
    /// Contributed ÷ customers; `None` without customers.
    pub value_per_customer: Option<Money>,
}

/// A sub-goal's expected value.
#[derive(Clone, Debug, PartialEq)]
pub struct SubGoalReport {
    /// The sub-goal.
    pub id: Id,
    /// What the plan is expected to reach; `None` where what it measures is not there.
    pub expected: Option<f64>,
    /// Expected ÷ target.
    pub attainment: Option<f64>,
}

/// The goal, calculated.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalReport {
    /// Targets.
    pub target: TargetFigures,
    /// Whether they agree.
    pub tie_out: TieOut,
    /// Before the plan.
    pub baseline: Standing,
    /// With the plan.
    pub expected: Standing,
    /// Expected ÷ target of each measure, in the order of [`Measure::ALL`].
    pub attainment: [Option<f64>; 3],
    /// The measure the headline speaks about.
    pub headline: Measure,
    /// Target less expected contributed revenue; negative when more is expected.
    pub missing_revenue: Option<Money>,
    /// Contributed revenue so far, month by month.
    pub months: Vec<MonthPoint>,
    /// The month in which expected lies furthest below the path.
    pub widest_gap: Option<(usize, Money)>,
    /// Sub-goals in the plan's order.
    pub sub_goals: Vec<SubGoalReport>,
}

impl GoalReport {
    /// Expected ÷ target of one measure.
    #[must_use]
    pub fn attainment_of(&self, measure: Measure) -> Option<f64> {
        self.attainment[measure as usize]
    }

    /// Expected ÷ target of the headline measure.
    #[must_use]
    pub fn headline_attainment(&self) -> Option<f64> {
        self.attainment_of(self.headline)
    }

    /// Where the path ends and the revenue it should lead to, if these differ by more than [`TIE_OUT_TOLERANCE`].
    #[must_use]
    pub fn path_misses(&self) -> Option<(Money, Money)> {
        let end = self.months.last()?.path?;
        let target = self.target.revenue?.value;
        #[allow(clippy::cast_precision_loss)] // a comparison within half a percent
        let [one, other] = [end, target].map(|amount| amount.minor() as f64);
        (!agree(one, other)).then_some((end, target))
    }
}

/// Whether two sides of an equation agree.
fn agree(left: f64, right: f64) -> bool {
    (left - right).abs() <= TIE_OUT_TOLERANCE * left.abs().max(right.abs())
}

/// What the goal is measured from.
pub struct Results<'a> {
    /// Channels and events.
    pub allocation: &'a AllocationReport,
    /// Ripples.
    pub ripples: &'a [RippleReport],
    /// Pyramid.
    pub pyramid: &'a PyramidReport,
    /// Everything added up.
    pub chain: &'a ChainReport,
}

/// Calculates the goal.
#[must_use]
pub fn report(plan: &Plan, results: &Results) -> GoalReport {
    let currency = &plan.currency;
    let goal = &*plan.goal;
    let target = target(plan);
    let baseline = baseline(goal, currency);
    let expected = expected(&baseline, results.chain, currency);
    let attainment = [
        target.customers.and_then(|figure| quotient(expected.customers, figure.value)),
        target.revenue.and_then(|figure| quotient(currency.units(expected.revenue), currency.units(figure.value))),
        target.share.and_then(|figure| quotient(expected.share?, figure.value)),
    ];
    let months = months::cumulative(plan, results);
    GoalReport {
        target,
        tie_out: tie_out(&target, currency),
        baseline,
        expected,
        attainment,
        headline: goal.headline,
        missing_revenue: target.revenue.and_then(|figure| figure.value.minus(expected.revenue)),
        widest_gap: months::widest_gap(&months),
        months,
        sub_goals: goal.sub_goals.iter().map(|sub| sub_goal(sub, plan, results)).collect(),
    }
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

fn tie_out(figures: &TargetFigures, currency: &Currency) -> TieOut {
    if let Some(field) = too_large(figures, currency) {
        return TieOut::TooLarge { field };
    }
    let sides = || {
        let by_customers = figures.customers?.value * currency.units(figures.value_per_customer?.value);
        let by_share = figures.share?.value * currency.units(figures.total_revenue?.value);
        Some((by_customers, currency.units(figures.revenue?.value), by_share))
    };
    let Some((by_customers, revenue, by_share)) = sides() else { return TieOut::Incomplete };
    // Both products fit, so nothing is lost here.
    let money = |units: f64| currency.amount(units).unwrap_or_default();
    if agree(by_customers, revenue) && agree(by_share, revenue) && agree(by_customers, by_share) {
        TieOut::Agrees { difference: money(by_customers - by_share) }
    } else {
        TieOut::Clashes { by_customers: money(by_customers), revenue: money(revenue), by_share: money(by_share) }
    }
}

fn baseline(goal: &Goal, currency: &Currency) -> Standing {
    let typed = &goal.baseline;
    standing(
        count(typed.customers.unwrap_or(0.0)),
        typed.revenue.unwrap_or_default(),
        typed.total_revenue.unwrap_or_default(),
        currency,
    )
}

/// expected = baseline + what the plan wins; total revenue grows by as much.
fn expected(baseline: &Standing, chain: &ChainReport, currency: &Currency) -> Standing {
    let won = currency.amount(chain.total.revenue).unwrap_or_default();
    let plus = |amount: Money| amount.plus(won).unwrap_or_default();
    let total = if baseline.total_revenue == Money::ZERO { Money::ZERO } else { plus(baseline.total_revenue) };
    standing(baseline.customers + chain.total.customers, plus(baseline.revenue), total, currency)
}

fn standing(customers: f64, revenue: Money, total_revenue: Money, currency: &Currency) -> Standing {
    let units = currency.units(revenue);
    Standing {
        customers,
        revenue,
        total_revenue,
        share: quotient(units, currency.units(total_revenue)),
        value_per_customer: quotient(units, customers).and_then(|value| currency.amount(value)),
    }
}

fn sub_goal(sub: &crate::plan::goal::SubGoal, plan: &Plan, results: &Results) -> SubGoalReport {
    let allocation = results.allocation;
    let expected = match &sub.measure {
        SubMeasure::TaskRegistrations { task } => {
            Some(task.map_or(allocation.total, |task| *allocation.task(task)).won.registrations)
        }
        SubMeasure::GroupRegistrations { group } => {
            let index = plan.allocation.groups.iter().position(|other| other.id == *group);
            index.and_then(|index| allocation.groups.get(index)).map(|row| row.won.registrations)
        }
        SubMeasure::Leads { class } => Some(allocation.leads[*class as usize]),
        SubMeasure::Customers { class } => Some(allocation.customers[*class as usize]),
        SubMeasure::PeopleReached { ripple } => {
            results.ripples.iter().find(|report| report.id == *ripple).map(RippleReport::offsite_people)
        }
        SubMeasure::PyramidLevel { level } => results.pyramid.score(*level),
        SubMeasure::Estimated { expected } => Some(*expected).filter(|expected| expected.is_finite()),
    };
    SubGoalReport {
        id: sub.id.clone(),
        expected,
        attainment: expected.and_then(|expected| quotient(expected, sub.target)),
    }
}
