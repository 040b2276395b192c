//! How a number comes about, in words: for the window, for whoever has it read aloud, and for paper.

mod names;
mod notation;
mod shown;

use crate::calc::explain::{Explanation, Kind, Lead, Source};
use crate::report::lookup::Lookup;
use crate::t;
use crate::words::{Words, number};

pub use names::{of as subject, title};
pub use notation::Piece;
pub use shown::{unit, value};

use notation::{Form, WIDEST, Write, pieces};

/// How a number comes about, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// What it is.
    pub title: String,
    /// Of what; may be empty.
    pub subject: String,
    /// How much it is.
    pub value: String,
    /// Its unit; may be empty.
    pub unit: String,
    /// Its formula with letters and names.
    pub formula: Vec<Piece>,
    /// The formula of the function in it, if there is one.
    pub function: Option<Vec<Piece>>,
    /// The formula with its numbers.
    pub filled: Vec<Piece>,
    /// What its parts come to, where these are calculated themselves.
    pub steps: Option<Vec<Piece>>,
    /// Where its numbers come from.
    pub sources: Vec<ToldSource>,
    /// What else to know.
    pub note: Option<String>,
}

/// A number of a formula, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldSource {
    /// The letter it has in the formula; may be empty.
    pub symbol: &'static str,
    /// What it is.
    pub name: String,
    /// How much, with its unit.
    pub value: String,
    /// Where it comes from.
    pub kind: Kind,
    /// Where it leads to.
    pub lead: Option<Lead>,
}

/// An explanation in words for a card, which has no room for long names in a formula.
#[must_use]
pub fn told(lookup: &Lookup, explanation: &Explanation) -> Told {
    told_in(lookup, explanation, Some(WIDEST))
}

/// An explanation in words for lines of text.
#[must_use]
pub fn told_at_length(lookup: &Lookup, explanation: &Explanation) -> Told {
    told_in(lookup, explanation, None)
}

fn told_in(lookup: &Lookup, explanation: &Explanation, widest: Option<usize>) -> Told {
    let words = lookup.words();
    let (title, subject) = (title(lookup, &explanation.figure), subject(lookup, &explanation.figure));
    let named = |source: &Source| names::source(lookup, source, (&title, &subject));
    let write = Write { lookup, named: &named, widest };
    let term = &explanation.term;
    let function = term.function();
    let sources = term.sources();
    Told {
        value: value(lookup, explanation.value, explanation.unit),
        unit: unit(lookup, explanation.unit),
        formula: pieces(&write, term, Form::Names),
        function: function.map(|call| notation::definition(&write, call)),
        filled: pieces(&write, term, Form::Values),
        steps: notation::steps(&write, term),
        sources: sources.into_iter().map(|source| told_source(lookup, source, named(source))).collect(),
        note: explanation.note.map(|key| words.text(key)),
        title,
        subject,
    }
}

fn told_source(lookup: &Lookup, source: &Source, name: String) -> ToldSource {
    let unit = unit(lookup, source.unit);
    let shown = value(lookup, source.value, source.unit);
    let value = if unit.is_empty() { shown } else { format!("{shown}{}{unit}", number::NO_BREAK_SPACE) };
    ToldSource { symbol: source.symbol, name, value, kind: source.kind, lead: source.lead.clone() }
}

/// What a source is: typed, calculated, …
#[must_use]
pub fn kind(words: &Words, kind: Kind) -> String {
    words.text(match kind {
        Kind::Typed => "explain-typed",
        Kind::Calculated => "explain-calculated",
        Kind::Fixed => "explain-fixed",
        Kind::Assumed => "explain-assumed",
        Kind::Happened => "explain-happened",
    })
}

impl Told {
    /// What is explained, in one line: "Average cost of Search advertising".
    #[must_use]
    pub fn heading(&self, words: &Words) -> String {
        if self.subject.is_empty() {
            return self.title.clone();
        }
        t!(words, "allocation-of", what = &self.title, item = &self.subject)
    }

    /// The formula in one line of text, with what its function is.
    #[must_use]
    pub fn formula_line(&self, words: &Words) -> String {
        let formula = notation::line(&self.formula);
        match &self.function {
            Some(function) => t!(words, "explain-where", formula = formula, function = notation::line(function)),
            None => formula,
        }
    }

    /// The formula with its numbers, and what it comes to.
    #[must_use]
    pub fn filled_line(&self) -> String {
        let steps = self.steps.iter().map(|steps| notation::line(steps));
        let parts: Vec<String> =
            [notation::line(&self.filled)].into_iter().chain(steps).chain([self.whole()]).collect();
        parts.join(" = ")
    }

    /// The number with its unit.
    #[must_use]
    pub fn whole(&self) -> String {
        if self.unit.is_empty() {
            return self.value.clone();
        }
        format!("{}{}{}", self.value, number::NO_BREAK_SPACE, self.unit)
    }

    /// Its sources, one after the other.
    #[must_use]
    pub fn sources_line(&self, words: &Words) -> String {
        let one = |source: &ToldSource| {
            let name = match source.symbol {
                "" => source.name.clone(),
                symbol => t!(words, "explain-letter", letter = symbol, name = &source.name),
            };
            t!(words, "explain-source", name = name, value = &source.value, kind = kind(words, source.kind))
        };
        let all: Vec<String> = self.sources.iter().map(one).collect();
        all.join(&words.text("explain-comma"))
    }

    /// All of it in sentences, as it is read aloud.
    #[must_use]
    pub fn spoken(&self, words: &Words) -> String {
        let mut text = t!(
            words,
            "explain-spoken",
            what = self.heading(words),
            value = self.whole(),
            formula = self.formula_line(words),
            filled = self.filled_line(),
            sources = self.sources_line(words),
        );
        if let Some(note) = &self.note {
            text.push_str(&words.text("report-space"));
            text.push_str(note);
        }
        text
    }
}
