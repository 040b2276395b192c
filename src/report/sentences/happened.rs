//! Which months count by what happened, where a result rests on them.

use crate::plan::Period;
use crate::t;
use crate::words::{Words, number};

/// The last of the months that are over, in words: "May"; `None` where none is.
#[must_use]
pub fn last_month(words: &Words, period: &Period, over: usize) -> Option<String> {
    let last = u32::try_from(over).ok()?.checked_sub(1)?;
    Some(number::month_of(words, period, last))
}

/// One sentence for those who see a result that rests on what happened; `None` where no month is over.
#[must_use]
pub fn counts(words: &Words, period: &Period, over: usize) -> Option<String> {
    last_month(words, period, over).map(|month| t!(words, "report-happened-counts", month = month))
}
