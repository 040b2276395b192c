//! Many plans added up: money, what it brings, goals, and the odds of the sum.
//!
//! A plan counts towards a goal only if it has one: what is reached of the sum is about the plans that aim at something.

use std::collections::BTreeMap;

use crate::plan::{Currency, Money, Period, Plan};

use super::Report;
use super::numbers::quotient;
use super::odds::{Chance, Settings, Spread, Together, reaches};

/// Why plans cannot be added up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherCurrency {
    /// The number of the first plan that has another currency than the first.
    pub plan: usize,
    /// The currency of the first plan.
    pub first: Currency,
    /// The other one.
    pub other: Currency,
}

/// Of what is aimed at, the goal and what is expected by the plans that have one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aim<T> {
    /// The sum of the targets.
    pub target: T,
    /// What those plans are expected to bring, baselines included.
    pub expected: T,
    /// How many plans have a target.
    pub plans: usize,
}

/// What plans come to together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sums {
    /// How many plans.
    pub plans: usize,
    /// Money that is allocated; `None` where it is too large.
    pub money: Option<Money>,
    /// Registrations, by the plans.
    pub registrations: f64,
    /// Expected customers, baselines included.
    pub customers: f64,
    /// Expected contributed revenue, baselines included; `None` where it is too large.
    pub revenue: Option<Money>,
    /// The goal for customers.
    pub customer_goal: Aim<f64>,
    /// The goal for contributed revenue; `None` where it is too large.
    pub revenue_goal: Option<Aim<Money>>,
}

impl Sums {
    fn of(report: &Report) -> Self {
        let (allocation, goal) = (&report.allocation, &report.goal);
        let revenue = (!goal.too_large).then_some(goal.expected.revenue);
        let customers = goal.expected.customers;
        let aimed = goal.target.customers.map(|figure| Aim { target: figure.value, expected: customers, plans: 1 });
        let earns = match goal.target.revenue {
            None => Some(Aim { target: Money::ZERO, expected: Money::ZERO, plans: 0 }),
            Some(figure) => revenue.map(|expected| Aim { target: figure.value, expected, plans: 1 }),
        };
        Self {
            plans: 1,
            money: (!allocation.too_large).then_some(allocation.total.spend),
            registrations: allocation.total.won.registrations,
            customers,
            revenue,
            customer_goal: aimed.unwrap_or(Aim { target: 0.0, expected: 0.0, plans: 0 }),
            revenue_goal: earns,
        }
    }

    /// All of them together; money is added up as a whole, so that its order does not matter.
    fn total(all: &[&Self]) -> Self {
        let money = |of: fn(&Self) -> Option<Money>| {
            let amounts: Option<Vec<Money>> = all.iter().map(|one| of(one)).collect();
            amounts.and_then(Money::total)
        };
        let number = |of: fn(&Self) -> f64| all.iter().map(|one| of(one)).sum();
        let count = |of: fn(&Self) -> usize| all.iter().map(|one| of(one)).sum();
        let target = money(|one| Some(one.revenue_goal?.target));
        let expected = money(|one| Some(one.revenue_goal?.expected));
        let plans = count(|one| one.revenue_goal.map_or(0, |goal| goal.plans));
        Self {
            plans: count(|one| one.plans),
            money: money(|one| one.money),
            registrations: number(|one| one.registrations),
            customers: number(|one| one.customers),
            revenue: money(|one| one.revenue),
            customer_goal: Aim {
                target: number(|one| one.customer_goal.target),
                expected: number(|one| one.customer_goal.expected),
                plans: count(|one| one.customer_goal.plans),
            },
            revenue_goal: target.zip(expected).map(|(target, expected)| Aim { target, expected, plans }),
        }
    }

    /// Expected ÷ goal of contributed revenue; `None` where nobody has such a goal.
    #[must_use]
    pub fn revenue_attainment(&self, currency: &Currency) -> Option<f64> {
        let goal = self.revenue_goal.filter(|goal| goal.plans > 0)?;
        quotient(currency.units(goal.expected), currency.units(goal.target))
    }

    /// Expected ÷ goal of customers; `None` where nobody has such a goal.
    #[must_use]
    pub fn customer_attainment(&self) -> Option<f64> {
        let goal = Some(self.customer_goal).filter(|goal| goal.plans > 0)?;
        quotient(goal.expected, goal.target)
    }
}

/// The odds of a sum. Money in currency units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SumOdds {
    /// How many draws.
    pub draws: u32,
    /// Their seed.
    pub seed: u64,
    /// How many uncertain numbers move the sum.
    pub ranges: usize,
    /// How many of their names several plans share.
    pub shared: usize,
    /// Customers of all plans.
    pub customers: Spread,
    /// Contributed revenue of all plans.
    pub revenue: Spread,
    /// The chance that the plans with a goal for customers reach the sum of these goals.
    pub customer_chance: Option<Chance>,
    /// The same of contributed revenue.
    pub revenue_chance: Option<Chance>,
}

/// Plans added up.
#[derive(Clone, Debug)]
pub struct Rollup {
    /// Each plan by itself, in the order given.
    pub plans: Vec<Sums>,
    /// Plans of the same company together, in the order in which companies first occur; empty where there is just one.
    pub units: Vec<(String, Sums)>,
    /// Everything.
    pub total: Sums,
    /// Planned times, with how many plans have each; more than one where they differ.
    pub periods: Vec<(Period, usize)>,
    /// The currency of all amounts.
    pub currency: Currency,
    /// The odds of everything; `None` if it was told to stop.
    pub odds: Option<SumOdds>,
}

/// Adds plans up, each with its report.
///
/// # Errors
/// Names the first plan whose currency is not that of the first plan: no rate between them is known.
pub fn rollup(plans: &[(Plan, Report)], settings: &Settings) -> Result<Rollup, OtherCurrency> {
    let currency = plans.first().map(|(plan, _)| plan.currency.clone()).unwrap_or_default();
    if let Some((number, (plan, _))) = plans.iter().enumerate().find(|(_, (plan, _))| plan.currency != currency) {
        return Err(OtherCurrency { plan: number, first: currency, other: plan.currency.clone() });
    }
    let sums: Vec<Sums> = plans.iter().map(|(_, report)| Sums::of(report)).collect();
    let total = Sums::total(&sums.iter().collect::<Vec<_>>());
    Ok(Rollup {
        units: units(plans, &sums),
        periods: periods(plans),
        odds: odds(plans, &total, settings),
        plans: sums,
        total,
        currency,
    })
}

/// The name of the business unit that a plan belongs to: its company.
#[must_use]
pub fn unit(plan: &Plan) -> &str {
    plan.company.trim()
}

fn units(plans: &[(Plan, Report)], sums: &[Sums]) -> Vec<(String, Sums)> {
    let mut units: Vec<(&str, Vec<&Sums>)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for ((plan, _), one) in plans.iter().zip(sums) {
        let place = *places.entry(unit(plan)).or_insert(units.len());
        match units.get_mut(place) {
            Some((_, sums)) => sums.push(one),
            None => units.push((unit(plan), vec![one])),
        }
    }
    let all = units.iter().map(|(unit, sums)| ((*unit).to_owned(), Sums::total(sums)));
    if units.len() > 1 { all.collect() } else { Vec::new() }
}

fn periods(plans: &[(Plan, Report)]) -> Vec<(Period, usize)> {
    let mut periods: Vec<(Period, usize)> = Vec::new();
    for (plan, _) in plans {
        match periods.iter_mut().find(|(period, _)| *period == plan.period) {
            Some((_, count)) => *count += 1,
            None => periods.push((plan.period, 1)),
        }
    }
    periods
}

fn odds(plans: &[(Plan, Report)], total: &Sums, settings: &Settings) -> Option<SumOdds> {
    let together = Together::of(plans);
    let drawn = together.draw(settings)?;
    let currency = &plans.first()?.0.currency;
    let target = Some(total.customer_goal).filter(|goal| goal.plans > 0).map(|goal| goal.target);
    let revenue = total.revenue_goal.filter(|goal| goal.plans > 0).map(|goal| currency.units(goal.target));
    let chance = |drawn: &super::odds::Drawn, target: f64| {
        Chance::of(drawn.fraction(|value| reaches(value, target)), settings.draws)
    };
    Some(SumOdds {
        draws: settings.draws,
        seed: settings.seed,
        ranges: together.ranges(),
        shared: together.shared(),
        customers: Spread::of(&drawn.customers),
        revenue: Spread::of(&drawn.revenue),
        customer_chance: target.map(|target| chance(&drawn.aimed_customers, target)),
        revenue_chance: revenue.map(|target| chance(&drawn.aimed_revenue, target)),
    })
}
