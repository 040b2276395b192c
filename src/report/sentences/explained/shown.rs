//! Numbers of a formula as they are written.

use crate::calc::explain::Unit;
use crate::report::lookup::Lookup;
use crate::words::names::currency_name;
use crate::words::number;

/// A number in its unit, without it; percent carry their sign.
#[must_use]
pub fn value(lookup: &Lookup, value: f64, unit: Unit) -> String {
    let currency = &lookup.plan().currency;
    match unit {
        Unit::Factor if value.abs() >= 1.0 => number::trimmed(value, 2),
        Unit::Count | Unit::Factor => plain(value),
        Unit::Hours => number::trimmed(value, 1),
        Unit::Price => number::count(value, 2),
        Unit::Percent => percent(lookup, value),
        // What is calculated of estimates has no cents to tell of, unless it is small.
        Unit::Money => match currency.amount(value) {
            Some(amount) if value.abs() < 1e6 || value.fract() == 0.0 => number::amount(currency, amount),
            _ => number::count(value, 0),
        },
    }
}

/// The unit beside a number; empty where its name says it.
#[must_use]
pub fn unit(lookup: &Lookup, unit: Unit) -> String {
    match unit {
        Unit::Money | Unit::Price => currency_name(&lookup.plan().currency.code, lookup.words()),
        Unit::Hours => lookup.words().text("explain-hours"),
        Unit::Count | Unit::Factor | Unit::Percent => String::new(),
    }
}

/// A number on the way, in digits that tell it.
pub(super) fn plain(value: f64) -> String {
    match value.abs() {
        0.0 => "0".to_owned(),
        size if size >= 1_000_000.0 => number::trimmed(value, 0),
        size if size >= 10.0 => number::trimmed(value, 1),
        size if size >= 1.0 => number::trimmed(value, 2),
        size if size >= 0.1 => number::trimmed(value, 3),
        _ => small(value),
    }
}

/// A small number with three digits that are not zero.
fn small(value: f64) -> String {
    let shown = number::trimmed(number::significant(value, 3), 9);
    if shown == "0" { format!("{:e}", number::significant(value, 3)).replace('-', "\u{2212}") } else { shown }
}

fn percent(lookup: &Lookup, value: f64) -> String {
    let part = value * 100.0;
    let decimals = match part.abs() {
        0.0 => 0,
        size if size < 0.1 => 4,
        _ => 2,
    };
    let digits = number::trimmed(part, decimals);
    let needed = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    number::percent(lookup.words().language(), value, needed)
}
