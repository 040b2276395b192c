//! Why the cost of an event cannot be shared, in words.

use crate::calc::event::NotSplit;
use crate::plan::{Currency, Event, Id};
use crate::t;
use crate::words::{Words, number};

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
        (problem.items.len() < self.event.items.len()).then(|| first_of(self.words, self.event, &problem.items))
    }

    /// The reason alone.
    #[must_use]
    pub fn why(&self, problem: &NotSplit) -> String {
        let party = problem.lacking(self.event).map(|party| named(self.words, &party.name));
        let amount = problem.off_by().map(|amount| number::amount_named(self.words, self.currency, amount));
        t!(
            self.words,
            "event-why",
            why = problem.reason(),
            party = party.unwrap_or_default(),
            amount = amount.unwrap_or_default(),
        )
    }
}

/// Names of the first items of an event, and how many more there are.
#[must_use]
pub fn first_of(words: &Words, event: &Event, items: &[Id]) -> String {
    const NAMED: usize = 2;
    let name = |id: &Id| {
        let item = event.items.iter().find(|item| item.id == *id);
        let name = named(words, item.map(|item| item.label.as_str()).unwrap_or_default());
        t!(words, "event-why-item", item = name)
    };
    let first = items.iter().take(NAMED).map(name).collect::<Vec<_>>();
    let names = first.join(&words.text("report-comma"));
    let (all, more) = (items.len(), items.len() - first.len());
    if more > 0 { t!(words, "event-why-more", items = names, more = more, all = all) } else { names }
}

fn named(words: &Words, name: &str) -> String {
    if name.trim().is_empty() { words.text("event-unnamed") } else { name.to_owned() }
}
