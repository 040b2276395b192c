//! What is said of ways to split the same money: their names, how they were judged, what is proven of them.

use crate::calc::Rest;
use crate::calc::risk::{Best, Measured, Proposal, Proposals, Refusal};
use crate::plan::Plan;
use crate::plan::goal::Measure;
use crate::report::code::Code;
use crate::t;
use crate::words::{Words, number};

use super::clash::Names;
use super::months::month_names;
use super::proposal::{channel_names, group_names};

/// The key of what a way to split the money is called.
#[must_use]
pub fn name(best: Best) -> &'static str {
    match best {
        Best::Average => "risk-average",
        Best::Chance => "risk-chance",
        Best::BadYear => "risk-bad-year",
    }
}

/// By how many draws of how many estimates they are judged.
#[must_use]
pub fn drawn(words: &Words, found: &Proposals) -> String {
    let draws = number::count(f64::from(found.draws), 0);
    t!(words, "risk-drawn", draws = draws, n = found.ranges, ranges = found.ranges.to_string())
}

/// What is known of one: proven, or how much more there may be.
#[must_use]
pub fn proof(words: &Words, measure: Measure, proposal: &Proposal) -> String {
    let bound = match proposal.best {
        Best::Chance => number::chance(words, proposal.bound),
        _ if measure == Measure::Share => number::percent(words.language(), proposal.bound, 1),
        _ => amount(measure, proposal.bound),
    };
    let key = if proposal.proven { "risk-proven" } else { "risk-found" };
    t!(words, key, name = words.text(name(proposal.best)), best = proposal.best.code(), bound = bound)
}

/// An amount of the measure, in as many digits as draws can settle.
#[must_use]
pub fn amount(measure: Measure, value: f64) -> String {
    match measure {
        Measure::Share => number::percent_bare(value, 1),
        _ => number::count(number::drawn(value), 0),
    }
}

/// The same with how far so many draws may be off: `33,430 ± 100`.
#[must_use]
pub fn measured(measure: Measure, measured: Measured) -> String {
    let error = match measure {
        Measure::Share => number::trimmed(number::significant(100.0 * measured.standard_error, 1), 3),
        _ => number::trimmed(number::significant(measured.standard_error, 1), 1),
    };
    let shown = amount(measure, measured.value);
    if measured.standard_error > 0.0 { format!("{shown} ± {error}") } else { shown }
}

/// Why there are no three ways, one sentence a reason.
#[must_use]
pub fn refused(plan: &Plan, words: &Words, rest: Option<&Rest>, refusal: &Refusal) -> Vec<String> {
    let (channels, groups) = (channel_names(plan), group_names(words));
    let periods = month_names(words, plan, rest);
    let names = Names { channels: &channels, groups: &groups, periods: &periods };
    match refusal {
        Refusal::Clashes(clashes) => clashes.iter().map(|clash| names.clash(words, *clash)).collect(),
        Refusal::NothingToMove => vec![words.text("risk-nothing-to-move")],
        Refusal::NothingToWin => vec![words.text("risk-nothing-to-win")],
        Refusal::Stopped => vec![words.text("risk-stopped")],
    }
}
