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
    /// How much less revenue it brings.
    pub revenue_lost: Money,
}

impl Problem for BetterSplit {
    fn kind(&self) -> (Severity, &'static str) {
        let loses = self.revenue_lost > Money::ZERO;
        (Severity::Advice, if loses { "better-split-less-revenue" } else { "better-split" })
    }

    fn values(self) -> Values {
        let mut values = vec![("spend", Value::Money(self.spend)), ("more", Value::Gain(self.objective, self.gain))];
        if self.revenue_lost > Money::ZERO {
            values.push(("lost", Value::Money(self.revenue_lost)));
        }
        values
    }
}

/// Advises a better split.
pub(in crate::calc) fn findings(same_money: Option<&Suggestion>, out: &mut Vec<Finding>) {
    let Some(suggestion) = same_money.filter(|suggestion| suggestion.is_worth_it()) else { return };
    let problem = BetterSplit {
        spend: suggestion.change.present,
        objective: suggestion.change.objective,
        gain: suggestion.change.gain(),
        revenue_lost: suggestion.revenue_lost,
    };
    out.push(Finding::new(Place::of(Section::Allocation, "suggestion"), problem));
}
