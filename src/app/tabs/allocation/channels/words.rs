//! Words that several parts of the page use.

use crate::app::context::Cx;
use crate::calc::odds::Odds;
use crate::plan::{Range, Task};
use crate::t;
use crate::words::{Named, number};

/// The name of the actions that add a channel to a task.
pub fn add_to(cx: &Cx, task: Task) -> String {
    t!(cx.words, "allocation-add-channel-to", task = task.name(cx.words))
}

/// The 90 % range of a sum of registrations, as exact as the draws are; `None` where nothing in it varies.
pub fn drawn_range(cx: &Cx, of: impl FnOnce(&Odds) -> Option<&Range<f64>>) -> Option<String> {
    let range = of(cx.drawn_odds()?.odds).filter(|range| range.high > range.low)?;
    Some(number::drawn_range(range.low, range.high))
}
