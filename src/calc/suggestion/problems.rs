//! When the split of the money could be better.

use crate::calc::finding::{Finding, Place, Problem, Section, Severity, Value, Values};
use crate::plan::Money;
use crate::plan::allocation::Objective;

use super::Suggestion;

/// The same money, split differently, wins noticeably more.
#[derive(Clone, Copy, Debug)]
pub struct BetterSplit {
    /// The money that is split.
    pub spend: Money,
    /// What is counted.
    pub objective: Objective,
    /// How much more of it.
    pub gain: f64,
}

impl Problem for BetterSplit {
    fn kind(&self) -> (Severity, &'static str) {
        (Severity::Advice, "better-split")
    }

    fn values(self) -> Values {
        vec![("spend", Value::Money(self.spend)), ("more", Value::Gain(self.objective, self.gain))]
    }
}

/// Advises a better split.
pub(in crate::calc) fn findings(same_money: Option<&Suggestion>, out: &mut Vec<Finding>) {
    let Some(suggestion) = same_money.filter(|suggestion| suggestion.is_worth_it()) else { return };
    let problem = BetterSplit { spend: suggestion.present, objective: suggestion.objective, gain: suggestion.gain() };
    out.push(Finding::new(Place::of(Section::Allocation, "suggestion"), problem));
}
