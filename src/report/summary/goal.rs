//! The goal as a part of the summary, and how far the plan gets.

use schemars::JsonSchema;
use serde::Serialize;

use super::figure::{Amount, Number};
use crate::plan::goal::Measure;
use crate::report::code::Coded;

/// The goal.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct GoalPart {
    /// The goal in one sentence.
    pub statement: String,
    /// Whether customers × value = revenue = share × total within 0.5 %; null where too little is typed to tell.
    pub ties_out: Option<bool>,
    /// Mobile-social customers.
    pub customers: Reach<Number>,
    /// Revenue they contribute.
    pub revenue: Reach<Amount>,
    /// Contributed revenue as a share of total revenue.
    pub share: Reach<Number>,
    /// Contributed revenue per customer.
    pub value_per_customer: Reach<Amount>,
    /// Total revenue of the company.
    pub total_revenue: Reach<Amount>,
    /// The measure the headline speaks about.
    pub headline: Coded<Measure>,
    /// Expected ÷ target of the headline measure.
    pub attainment: Option<Number>,
    /// Target less expected contributed revenue; below zero when more is expected.
    pub missing_revenue: Option<Amount>,
    /// Contributed revenue so far at the end of each month.
    pub months: Vec<GoalMonthPart>,
    /// The month in which it is expected to lie furthest below the goal's path; null without a path or a gap.
    pub widest_gap: Option<GapPart>,
}

/// Contributed revenue so far at the end of a month.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct GoalMonthPart {
    /// 1 for the first of the period.
    pub month: usize,
    /// Expected of the plan.
    pub expected: Amount,
    /// Where the goal's path is; null without a path.
    pub path: Option<Amount>,
}

/// How far the plan lies below the goal's path.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct GapPart {
    /// 1 for the first month of the period.
    pub month: usize,
    /// Path less expected.
    pub amount: Amount,
}

/// A measure before the plan, as it is to be, and as it is expected.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Reach<T> {
    /// Before the plan.
    pub baseline: Option<T>,
    /// To be reached.
    pub target: Option<T>,
    /// Expected of the plan.
    pub expected: Option<T>,
    /// Expected ÷ target.
    pub attainment: Option<Number>,
}
