//! What both plots of attention share: their upright axis, and the level from which an event is carried.

use crate::app::context::Cx;
use crate::app::widgets::{Axis, round_step};
use crate::t;
use crate::words::number;

/// From zero to a little above the highest attention, with about three round ticks.
pub fn scale(highest: f64, short: &dyn Fn(f64) -> String) -> Axis {
    let highest = highest.clamp(1.0, 1e15);
    Axis::new(0.0..=highest * 1.1).every(round_step(highest / 3.3), short)
}

/// "half of the year's peak, 30k".
pub fn level_words(cx: &Cx) -> String {
    let share = cx.plan.topics.carries_from.0;
    let value = number::short(cx.language(), cx.report.topics.highest * share);
    if (share - 0.5).abs() < 1e-9 {
        t!(cx.words, "topics-half", value = value)
    } else {
        t!(cx.words, "topics-level", share = number::percent(cx.language(), share, 0), value = value)
    }
}
