//! What two versions of a plan are expected to bring.

use std::panic::resume_unwind;
use std::thread;

use schemars::JsonSchema;
use serde::Serialize;

use crate::calc::{self, Report};
use crate::plan::{Currency, Money, Plan};
use crate::report::summary::figure::{Amount, Number};
use crate::words::{Args, Words, number};

/// What the old and the new plan are expected to bring.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Outcome {
    /// Money that is allocated.
    pub allocated: Pair<Amount>,
    /// Registrations.
    pub registrations: Pair<Number>,
    /// Contributed revenue.
    pub revenue: Pair<Amount>,
    /// Expected ÷ target of the measure the headline speaks about.
    pub attainment: Pair<Option<Number>>,
}

/// The same figure of two plans.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Pair<T> {
    /// The old plan's.
    pub old: T,
    /// The new plan's.
    pub new: T,
}

impl<T> Pair<T> {
    fn of<R>([old, new]: &[R; 2], figure: impl Fn(&R) -> T) -> Self {
        Self { old: figure(old), new: figure(new) }
    }

    fn map<U>(self, shown: impl Fn(T) -> U) -> [U; 2] {
        [shown(self.old), shown(self.new)]
    }
}

impl Outcome {
    /// What two plans are expected to bring.
    #[must_use]
    pub fn of(old: &Plan, new: &Plan) -> Self {
        let reports = thread::scope(|scope| {
            let old = scope.spawn(|| calc::report(old));
            let new = calc::report(new);
            [old.join().unwrap_or_else(|panic| resume_unwind(panic)), new]
        });
        let of_money = |money: fn(&Report) -> Option<Money>| Pair {
            old: Amount::of(&old.currency, money(&reports[0])),
            new: Amount::of(&new.currency, money(&reports[1])),
        };
        let attainment = |report: &Report| report.goal.headline_attainment().map(Number);
        let registrations = |report: &Report| Number(report.allocation.total.won.registrations);
        Self {
            allocated: of_money(|report| (!report.allocation.too_large).then_some(report.allocation.total.spend)),
            registrations: Pair::of(&reports, registrations),
            revenue: of_money(|report| (!report.goal.too_large).then_some(report.goal.expected.revenue)),
            attainment: Pair::of(&reports, attainment),
        }
    }

    /// The figures that change, a line each.
    pub(super) fn text(&self, words: &Words, currencies: [&Currency; 2]) -> String {
        let line = |(key, [from, to]): (&str, [String; 2])| {
            let mut args = Args::default();
            args.set("from", &from);
            args.set("to", &to);
            (from != to).then(|| words.say(key, &args) + "\n")
        };
        let sentences = SENTENCES.into_iter().zip(self.said(words, currencies));
        let lines: String = sentences.filter_map(line).collect();
        if lines.is_empty() { lines } else { format!("\n{lines}") }
    }

    /// Every figure with its name, before and after, changed or not.
    #[must_use]
    pub fn figures(&self, words: &Words, currencies: [&Currency; 2]) -> [(String, [String; 2]); 4] {
        let mut names = NAMES.map(|key| words.text(key)).into_iter();
        self.said(words, currencies).map(|said| (names.next().unwrap_or_default(), said))
    }

    /// Before and after of money, registrations, revenue and goal.
    fn said(&self, words: &Words, currencies: [&Currency; 2]) -> [[String; 2]; 4] {
        let money = |pair: Pair<Amount>, shown: fn(&Words, &Currency, Money) -> String| {
            let said = |amount: Amount, currency| {
                if amount.is_too_large() {
                    words.text("versions-too-large")
                } else {
                    shown(words, currency, amount.money)
                }
            };
            [said(pair.old, currencies[0]), said(pair.new, currencies[1])]
        };
        let count = |Number(value): Number| number::count(value, 0);
        let percent = |value: Option<Number>| {
            let shown = value.map(|Number(value)| number::percent(words.language(), value, 1));
            shown.unwrap_or_else(|| words.text("versions-not-set"))
        };
        [
            money(self.allocated, number::amount_named),
            self.registrations.map(count),
            money(self.revenue, number::estimate_named),
            self.attainment.map(percent),
        ]
    }
}

/// Each figure in a sentence of its own.
const SENTENCES: [&str; 4] = [
    "versions-outcome-allocated",
    "versions-outcome-registrations",
    "versions-outcome-revenue",
    "versions-outcome-attainment",
];

/// What each figure is called.
const NAMES: [&str; 4] = [
    "versions-figure-allocated",
    "versions-figure-registrations",
    "versions-figure-revenue",
    "versions-figure-attainment",
];

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::file::read_text;
    use crate::plan::Estimate;
    use crate::words::Language;

    #[test]
    fn a_sum_that_is_too_large_is_called_that() {
        let plan =
            read_text(include_str!("../../../saved_plans/worked-case.ron")).unwrap_or_else(|error| panic!("{error}"));
        let mut large = plan.clone();
        let allocation = Arc::make_mut(&mut large.allocation);
        allocation.class_a.value = Estimate::exactly(Money::LARGEST);
        for channel in &mut allocation.channels {
            channel.spend = Money::LARGEST;
        }
        let outcome = Outcome::of(&plan, &large);
        let words = Words::of(Language::En);
        let [allocated, _, revenue, _] = outcome.figures(words, [&large.currency; 2]);
        for (name, [before, after]) in [allocated, revenue] {
            assert_ne!(before, after, "{name}");
            assert_eq!(after, words.text("versions-too-large"), "{name}");
        }
    }
}
