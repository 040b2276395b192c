//! `--from`: the first of the months that are left.

use crate::calc::track::ledger::ledger;
use crate::calc::{Report, Rest, months};
use crate::plan::{Date, Plan};
use crate::t;
use crate::words::Words;

use crate::cli::failure::Failure;

/// What is left from a month on, written as `2026-06`; `None` from the first month of the plan on.
///
/// # Errors
/// Says which months there are to begin with.
pub(super) fn from(month: &str, plan: &Plan, report: &Report, words: &Words) -> Result<Option<Rest>, Failure> {
    let period = months::period(plan);
    let over = u32::try_from(report.track.months.len()).unwrap_or(period.months).min(period.months);
    let name = |number: u32| period.month_start(number).strftime("%Y-%m").to_string();
    if over >= period.months {
        return Err(Failure::Input(words.text("terminal-from-none-left")));
    }
    let first_day: Option<Date> = format!("{month}-01").parse().ok();
    let found = first_day.and_then(|day| {
        (over..period.months).find(|number| {
            let start = period.month_start(*number);
            (start.year(), start.month()) == (day.year(), day.month())
        })
    });
    let Some(from) = found else {
        let (first, last) = (name(over), name(period.months - 1));
        return Err(Failure::Input(t!(words, "terminal-from-outside", month = month, first = first, last = last)));
    };
    Ok(Rest::of(plan, &report.allocation, &ledger(plan), from))
}
