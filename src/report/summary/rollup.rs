//! Many plans added up as JSON: what `rollup` prints.

use schemars::JsonSchema;
use serde::Serialize;

use crate::calc::Report;
use crate::calc::numbers::quotient;
use crate::calc::rollup::{Aim, Rollup, SumOdds, Sums};
use crate::plan::{Currency, Money, Plan};

use super::PeriodPart;
use super::figure::{Amount, Number};
use super::odds::{ChancePart, SpreadPart};

/// Plans added up. Names are fixed: fields are added, never renamed or removed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RollupAnswer {
    /// ISO 4217 code of every amount.
    pub currency: String,
    /// Each plan by itself, in the order given.
    pub plans: Vec<PlanRow>,
    /// Plans of the same company together; empty where there is just one company.
    pub units: Vec<UnitRow>,
    /// Everything.
    pub total: SumsPart,
    /// Planned times; more than one where they differ.
    pub periods: Vec<PeriodRow>,
    /// The odds of everything.
    pub odds: Option<SumOddsPart>,
}

/// A plan among others.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PlanRow {
    /// Its file, as it was given.
    pub file: String,
    /// What it is called.
    pub title: String,
    /// The company that plans: the business unit.
    pub company: String,
    /// The planned time.
    pub period: PeriodPart,
    /// What it comes to.
    #[serde(flatten)]
    pub sums: SumsPart,
}

/// A business unit.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct UnitRow {
    /// The company; empty for plans that name none.
    pub unit: String,
    /// What its plans come to.
    #[serde(flatten)]
    pub sums: SumsPart,
}

/// A planned time.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct PeriodRow {
    /// The time.
    #[serde(flatten)]
    pub period: PeriodPart,
    /// How many plans have it.
    pub plans: usize,
}

/// What plans come to together. Shares are of everything.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct SumsPart {
    /// How many plans.
    pub count: usize,
    /// Money that is allocated.
    pub money: Amount,
    /// Share of all money.
    pub money_share: Option<Number>,
    /// Registrations, by the plans.
    pub registrations: Number,
    /// Share of all registrations.
    pub registrations_share: Option<Number>,
    /// Expected customers, baselines included.
    pub customers: Number,
    /// Share of all customers.
    pub customers_share: Option<Number>,
    /// Expected contributed revenue, baselines included.
    pub revenue: Amount,
    /// Share of all revenue.
    pub revenue_share: Option<Number>,
    /// The goal for customers; null where no plan has one.
    pub customer_goal: Option<AimPart>,
    /// The goal for contributed revenue; null where no plan has one.
    pub revenue_goal: Option<AimPart<Amount>>,
}

/// A goal, and what the plans that have one are expected to bring.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct AimPart<T = Number> {
    /// The sum of the targets.
    pub target: T,
    /// What the plans that have a target are expected to bring.
    pub expected: T,
    /// How many plans have one.
    pub plans: usize,
    /// Expected ÷ target.
    pub attainment: Option<Number>,
}

/// The odds of a sum.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct SumOddsPart {
    /// How many draws.
    pub draws: u32,
    /// Their seed.
    pub seed: u64,
    /// How many uncertain numbers move the sum.
    pub ranges: usize,
    /// How many of their names several plans share.
    pub shared: usize,
    /// Customers of all plans.
    pub customers: SpreadPart,
    /// Contributed revenue of all plans.
    pub revenue: SpreadPart,
    /// The chance of reaching the sum of the goals for customers.
    pub customer_chance: Option<ChancePart>,
    /// The chance of reaching the sum of the goals for contributed revenue.
    pub revenue_chance: Option<ChancePart>,
}

impl From<SumOdds> for SumOddsPart {
    fn from(odds: SumOdds) -> Self {
        Self {
            draws: odds.draws,
            seed: odds.seed,
            ranges: odds.ranges,
            shared: odds.shared,
            customers: odds.customers.into(),
            revenue: odds.revenue.into(),
            customer_chance: odds.customer_chance.map(ChancePart::from),
            revenue_chance: odds.revenue_chance.map(ChancePart::from),
        }
    }
}

impl RollupAnswer {
    /// The plans of these files added up.
    #[must_use]
    pub fn of(files: &[String], plans: &[(Plan, Report)], rollup: &Rollup) -> Self {
        let period = |plan: &Plan| PeriodPart { start: plan.period.start, months: plan.period.months };
        let part = |sums: &Sums| SumsPart::of(sums, &rollup.total, &rollup.currency);
        let rows = files.iter().zip(plans).zip(&rollup.plans);
        let row = |((file, (plan, _)), sums): ((&String, &(Plan, Report)), &Sums)| PlanRow {
            file: file.clone(),
            title: plan.title.clone(),
            company: plan.company.clone(),
            period: period(plan),
            sums: part(sums),
        };
        let unit = |(unit, sums): &(String, Sums)| UnitRow { unit: unit.clone(), sums: part(sums) };
        let periods = rollup.periods.iter().map(|(period, plans)| PeriodRow {
            period: PeriodPart { start: period.start, months: period.months },
            plans: *plans,
        });
        Self {
            currency: rollup.currency.code.clone(),
            plans: rows.map(row).collect(),
            units: rollup.units.iter().map(unit).collect(),
            total: part(&rollup.total),
            periods: periods.collect(),
            odds: rollup.odds.map(SumOddsPart::from),
        }
    }
}

impl SumsPart {
    fn of(sums: &Sums, total: &Sums, currency: &Currency) -> Self {
        let share = |part: f64, whole: f64| quotient(part, whole).map(Number);
        let of_money = |part: Option<Money>, whole: Option<Money>| {
            part.zip(whole).and_then(|(part, whole)| share(currency.units(part), currency.units(whole)))
        };
        let aim = Some(sums.customer_goal).filter(|goal| goal.plans > 0);
        let earns = match sums.revenue_goal {
            Some(goal) if goal.plans == 0 => None,
            goal => Some(goal),
        };
        let amount = |money: Option<Money>| Amount::of(currency, money);
        Self {
            count: sums.plans,
            money: amount(sums.money),
            money_share: of_money(sums.money, total.money),
            registrations: Number(sums.registrations),
            registrations_share: share(sums.registrations, total.registrations),
            customers: Number(sums.customers),
            customers_share: share(sums.customers, total.customers),
            revenue: amount(sums.revenue),
            revenue_share: of_money(sums.revenue, total.revenue),
            customer_goal: aim.map(|goal: Aim<f64>| AimPart {
                target: Number(goal.target),
                expected: Number(goal.expected),
                plans: goal.plans,
                attainment: sums.customer_attainment().map(Number),
            }),
            revenue_goal: earns.map(|goal| AimPart {
                target: amount(goal.map(|goal| goal.target)),
                expected: amount(goal.map(|goal| goal.expected)),
                plans: goal.map_or(0, |goal| goal.plans),
                attainment: sums.revenue_attainment(currency).map(Number),
            }),
        }
    }
}
