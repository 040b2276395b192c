//! Budgets changed by the mouse: on the plan's steps, within the channel's limits.

use crate::app::context::Cx;
use crate::plan::{Channel, Currency, Money};

/// An amount moved to the nearest multiple of a step, at least zero.
#[must_use]
pub fn on_steps(currency: &Currency, units: f64, step: Money) -> Option<Money> {
    let step = currency.units(step).max(f64::MIN_POSITIVE);
    currency.amount(((units / step).round() * step).max(0.0))
}

/// What a drag of so many points makes of an amount: a step a point.
#[must_use]
pub fn scrubbed(cx: &Cx, (begun, points): (Money, f32)) -> Money {
    let (currency, step) = (cx.currency(), cx.report.allocation.moved_by);
    let units = currency.units(begun) + f64::from(points.round()) * currency.units(step);
    currency.amount(units.max(0.0)).unwrap_or(begun)
}

/// The spend nearest to a place the mouse points at: on steps, within the channel's limits.
#[must_use]
pub fn settable(cx: &Cx, channel: &Channel, units: f64) -> Money {
    let step = cx.report.allocation.moved_by;
    let spend = on_steps(cx.currency(), units, step).unwrap_or(channel.spend);
    let min = channel.min.unwrap_or_default();
    if channel.off_or_min && spend.minor() * 2 < min.minor() {
        return Money::ZERO;
    }
    let spend = spend.max(min);
    channel.max.map_or(spend, |max| spend.min(max))
}
