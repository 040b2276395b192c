//! The plan's period, as one can calculate with it.

use crate::plan::{Period, Plan};

/// The most months that are calculated: ten years.
pub const MOST_MONTHS: u32 = 120;

/// The plan's period, with a length one can calculate with.
#[must_use]
pub fn period(plan: &Plan) -> Period {
    Period { months: plan.period.months.clamp(1, MOST_MONTHS), ..plan.period }
}
