//! Sums by hand: what a formula adds up is every cell it is about.

use std::sync::Arc;

use calamine::Data;
use ripple_planner::plan::{Plan, Task};
use ripple_planner::words::Language;

use crate::cells::Cells;
use crate::plans::{by_month_happened, chinese, english, large, odd, rules};

/// The sheet, row and column of `F5`, `$F$5` or `'Goal chain'!$F$5`.
fn place(own: &str, cell: &str) -> Option<(String, u32, u32)> {
    let (sheet, cell) = cell.rsplit_once('!').unwrap_or((own, cell));
    let cell = cell.replace('$', "");
    let letters = cell.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0)?;
    let (col, row) = cell.split_at(letters);
    let is_name = col.bytes().all(|letter| letter.is_ascii_uppercase());
    let col = col.bytes().fold(0, |col, letter| col * 26 + u32::from(letter.wrapping_sub(b'A')) + 1);
    Some((sheet.trim_matches('\'').to_owned(), row.parse::<u32>().ok()?.checked_sub(1)?, is_name.then_some(col)? - 1))
}

/// The values of a range.
fn values(cells: &Cells, own: &str, range: &str) -> Option<Vec<Data>> {
    let (from, to) = range.split_once(':')?;
    let (sheet, first, col) = place(own, from)?;
    let (_, last, last_col) = place(own, to)?;
    let row = |row| (col..=last_col).map(move |col| (row, col));
    Some((first..=last).flat_map(row).map(|(row, col)| cells.value(&sheet, row, col)).collect())
}

fn number(value: &Data) -> f64 {
    match value {
        Data::Float(number) => *number,
        #[allow(clippy::cast_precision_loss)] // small
        Data::Int(number) => *number as f64,
        _ => 0.0,
    }
}

/// What a formula gives that is a sum, a cell less a sum, or a sum over what is of one kind; `None` for any other.
fn by_hand(cells: &Cells, own: &str, formula: &str) -> Option<f64> {
    if let Some((inside, digits)) = formula.strip_prefix("ROUND(").and_then(|inside| inside.rsplit_once(',')) {
        let unit = 10_f64.powi(digits.strip_suffix(')')?.parse().ok()?);
        return by_hand(cells, own, inside).map(|exact| (exact * unit).round() / unit);
    }
    if let Some(inside) = formula.strip_prefix("SUMIF(").and_then(|rest| rest.strip_suffix(')')) {
        let parts: Vec<&str> = inside.split(',').filter(|part| !part.contains('&')).collect();
        let [kinds, wanted, what] = parts.as_slice() else { return None };
        let is_wanted = |kind: &Data| match kind {
            Data::String(words) => *wanted == format!("\"{words}\""),
            kind => wanted.parse() == Ok(number(kind)),
        };
        let pairs = values(cells, own, kinds)?.into_iter().zip(values(cells, own, what)?);
        return Some(pairs.filter(|(kind, _)| is_wanted(kind)).map(|(_, value)| number(&value)).sum());
    }
    let (less, range) = formula.strip_suffix(')')?.split_once("SUM(")?;
    let sum: f64 = values(cells, own, range)?.iter().map(number).sum();
    match less.strip_suffix('-') {
        Some(cell) => place(own, cell).map(|(sheet, row, col)| number(&cells.value(&sheet, row, col)) - sum),
        None => less.is_empty().then_some(sum),
    }
}

#[test]
fn every_sum_is_the_sum_of_its_cells() {
    // An event for word of mouth stands in the last row, and has leads.
    let mut event_last = english();
    Arc::make_mut(&mut event_last.events)[0].task = Task::W;
    let plans: [(&str, Plan); 8] = [
        ("event last", event_last),
        ("worked case", english()),
        ("范例", chinese()),
        ("odd", odd()),
        ("rules, no digits", rules(0)),
        ("rules, three digits", rules(3)),
        ("200 channels", large()),
        ("by month", by_month_happened()),
    ];
    for (name, plan) in plans {
        let cells = Cells::of(&plan, Language::En);
        let mut checked = 0;
        for (at, formula) in &cells.formulas {
            let Some(sum) = by_hand(&cells, &at.0, formula) else { continue };
            let stored = cells.values.get(at).map_or(0.0, number);
            let close = (sum - stored).abs() <= 1e-9 * sum.abs().max(1.0);
            assert!(close, "{name}: {at:?} {formula}: {stored} stored, {sum} added up");
            checked += 1;
        }
        assert!(checked >= 20, "{name}: {checked}");
    }
}
