//! Which months count by what happened, where a result rests on them.

use crate::calc::Rest;
use crate::plan::{Money, Period, Plan};
use crate::t;
use crate::words::{Words, number};

/// The last of the months that are over, in words: "May"; `None` where none is.
#[must_use]
pub fn last_month(words: &Words, period: &Period, over: usize) -> Option<String> {
    let last = u32::try_from(over).ok()?.checked_sub(1)?;
    Some(number::month_of(words, period, last))
}

/// What is spent before the months that are left, and how many these are: a better split is about them alone.
#[must_use]
pub fn what_is_left(words: &Words, plan: &Plan, rest: &Rest) -> Option<String> {
    let month = last_month(words, &plan.period, rest.from as usize)?;
    let spent = Money::total(rest.channels.iter().flatten().map(|ahead| ahead.spent)).unwrap_or(Money::LARGEST);
    let spent = number::amount_named(words, &plan.currency, spent);
    let left = rest.months - rest.from;
    Some(t!(words, "report-what-is-left", month = month, spent = spent, n = left, left = left.to_string()))
}

/// One sentence for those who see a result that rests on what happened; `None` where no month is over.
#[must_use]
pub fn counts(words: &Words, period: &Period, over: usize) -> Option<String> {
    last_month(words, period, over).map(|month| t!(words, "report-happened-counts", month = month))
}
