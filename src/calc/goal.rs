//! The goal: what it is, whether it ties out, and how far the plan gets.

pub mod problems;
pub mod target;

use crate::plan::goal::{Goal, Measure, SubGoal, SubMeasure};
use crate::plan::{Currency, Id, Money, Plan};

use super::Results;
use super::chain::ChainReport;
use super::months::{self, MonthPoint};
use super::numbers::{count, quotient};
use super::pyramid::PyramidReport;
use super::ripple::RippleReport;

pub use target::{Figure, TIE_OUT_TOLERANCE, TargetFigures, TieOut, target};

use target::{agree, tie_out};

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
    /// Whether the expected revenue is beyond the largest amount: then nothing is said of reaching a goal by it.
    pub too_large: bool,
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

/// Calculates the goal.
#[must_use]
pub fn report(plan: &Plan, results: &Results, pyramid: &PyramidReport, chain: &ChainReport) -> GoalReport {
    let currency = &plan.currency;
    let goal = &*plan.goal;
    let target = target(plan);
    let baseline = baseline(goal, currency);
    let expected = expected(&baseline, chain, currency);
    let too_large = currency.amount(chain.total.revenue).and_then(|won| baseline.revenue.plus(won)).is_none();
    let reached = |part: f64, whole: f64| quotient(part, whole).filter(|_| !too_large);
    let attainment = [
        target.customers.and_then(|figure| quotient(expected.customers, figure.value)),
        target.revenue.and_then(|figure| reached(currency.units(expected.revenue), currency.units(figure.value))),
        target.share.and_then(|figure| reached(expected.share?, figure.value)),
    ];
    let months = months::cumulative(plan, results.expected(), &results.known_revenue(), results.ripples);
    GoalReport {
        target,
        tie_out: tie_out(&target, currency),
        baseline,
        expected,
        attainment,
        headline: goal.headline,
        missing_revenue: target.revenue.and_then(|figure| figure.value.minus(expected.revenue)).filter(|_| !too_large),
        too_large,
        widest_gap: months::widest_gap(&months),
        months,
        sub_goals: goal.sub_goals.iter().map(|sub| sub_goal(sub, plan, results, pyramid)).collect(),
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

fn sub_goal(sub: &SubGoal, plan: &Plan, results: &Results, pyramid: &PyramidReport) -> SubGoalReport {
    let allocation = results.expected();
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
        SubMeasure::PyramidLevel { level } => pyramid.score(*level),
        SubMeasure::Estimated { expected } => Some(*expected).filter(|expected| expected.is_finite()),
    };
    SubGoalReport {
        id: sub.id.clone(),
        expected,
        attainment: expected.and_then(|expected| quotient(expected, sub.target)),
    }
}
