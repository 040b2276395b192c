//! Why the cost of an event cannot be shared, in words.

use crate::calc::event::NotSplit;
use crate::calc::split::SplitProblem;
use crate::plan::event::SplitRule;
use crate::plan::{Currency, Event, Id, Money};
use crate::t;
use crate::words::{Words, number};

use crate::report::lookup;

/// Says it of one event.
#[derive(Clone, Copy)]
pub struct Reasons<'a> {
    /// The language.
    pub words: &'a Words,
    /// The currency of missing amounts.
    pub currency: &'a Currency,
    /// The event.
    pub event: &'a Event,
}

impl Reasons<'_> {
    /// All reasons after one another, each with its items where these are not all of the event.
    #[must_use]
    pub fn all(&self, problems: &[NotSplit]) -> String {
        let one = |problem: &NotSplit| match self.items(problem) {
            Some(items) => t!(self.words, "event-why-items", items = items, why = self.why(problem)),
            None => self.why(problem),
        };
        problems.iter().map(one).collect::<Vec<_>>().join(&self.words.text("settlement-semicolon"))
    }

    /// Names of the items in question, the first of many; `None` where these are all of the event.
    #[must_use]
    pub fn items(&self, problem: &NotSplit) -> Option<String> {
        const NAMED: usize = 2;
        let all = problem.items.len();
        if all == self.event.items.len() {
            return None;
        }
        let name = |id: &Id| {
            let item = self.event.items.iter().find(|item| item.id == *id);
            let name = self.named(item.map(|item| item.label.clone()).unwrap_or_default());
            t!(self.words, "event-why-item", item = name)
        };
        let first = problem.items.iter().take(NAMED).map(name).collect::<Vec<_>>();
        let names = first.join(&self.words.text("report-comma"));
        let more = all - first.len();
        Some(if more > 0 { t!(self.words, "event-why-more", items = names, more = more, all = all) } else { names })
    }

    /// The reason alone.
    #[must_use]
    pub fn why(&self, problem: &NotSplit) -> String {
        let words = self.words;
        match problem.problem {
            SplitProblem::NoParties => words.text("event-why-no-parties"),
            SplitProblem::NoWeight => words.text(match problem.rule {
                SplitRule::Benefit => "event-why-no-benefit",
                SplitRule::Alone | SplitRule::EqualSavings | SplitRule::Airport => "event-why-no-cost-alone",
                _ => "event-why-no-weight",
            }),
            SplitProblem::Lacks(index) => {
                let party = self.event.parties.get(index).map(|party| lookup::party(self.event, &party.id));
                t!(words, "event-why-lacks", party = self.named(party.unwrap_or_default()))
            }
            SplitProblem::DoesNotAddUp(missing) if missing > Money::ZERO => {
                t!(words, "event-why-missing", amount = self.amount(missing))
            }
            SplitProblem::DoesNotAddUp(missing) => {
                let surplus = Money::ZERO.minus(missing).unwrap_or_default();
                t!(words, "event-why-surplus", amount = self.amount(surplus))
            }
        }
    }

    fn amount(&self, amount: Money) -> String {
        number::amount_named(self.words, self.currency, amount)
    }

    fn named(&self, name: String) -> String {
        if name.trim().is_empty() { self.words.text("event-unnamed") } else { name }
    }
}
