//! What differs between two versions of a plan, in a planner's words: for the terminal, the window and JSON.

mod fields;
mod months;
mod outcome;
mod told;
mod values;

use schemars::JsonSchema;
use serde::Serialize;

use crate::compare::{Change, Difference, Merged, Tree, differences};
use crate::plan::{Currency, Plan};
use crate::words::Words;
use crate::words::clean::one_line;

pub use outcome::{Outcome, Pair};
use told::Told;
pub use told::{Clash, Kind, Row, What};
use values::Shown;

/// What differs between two plans, and what that does to the goal.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Versions {
    /// Whether anything differs.
    pub differ: bool,
    /// What differs, in the order of the plan file.
    pub differences: Vec<DifferencePart>,
    /// What the plan is expected to bring, before and after.
    pub outcome: Outcome,
}

/// One thing that differs.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DifferencePart {
    /// The section of the plan.
    pub section: String,
    /// The way to it: section, fields and ids, as `allocation/channels/sem/spend`.
    #[serde(rename = "where")]
    pub place: String,
    /// `added`, `removed`, `changed` or `moved`.
    pub change: &'static str,
    /// What it was, as the plan file writes it; null for nothing, or the default.
    #[schemars(with = "Option<serde_json::Value>")]
    pub old: Tree,
    /// What it is now.
    #[schemars(with = "Option<serde_json::Value>")]
    pub new: Tree,
    /// The difference in words.
    pub message: String,
}

impl Versions {
    /// What differs between two plans.
    #[must_use]
    pub fn of(old: &Plan, new: &Plan, words: &Words) -> Self {
        let told = told(old, new, words);
        let part = |difference: &Difference| DifferencePart::of(difference, &told.row(difference), words);
        let differences: Vec<_> = differences(old, new).iter().map(part).collect();
        Self { differ: !differences.is_empty(), differences, outcome: Outcome::of(old, new) }
    }

    /// The differences by section, then what they do to the goal; with the currencies of the old and the new plan.
    #[must_use]
    pub fn text(&self, words: &Words, currencies: [&Currency; 2]) -> String {
        if !self.differ {
            return words.text("versions-same") + "\n";
        }
        let mut text = String::new();
        let mut section = None;
        for difference in &self.differences {
            if section != Some(&difference.section) {
                section = Some(&difference.section);
                text.extend([difference.section.as_str(), "\n"]);
            }
            text.extend(["  ", &one_line(&difference.message), "\n"]);
        }
        text + &self.outcome.text(words, currencies)
    }
}

impl DifferencePart {
    fn of(difference: &Difference, row: &Row, words: &Words) -> Self {
        let (old, new) = match &difference.change {
            Change::Added(item) => (&Tree::Null, item),
            Change::Removed(item) => (item, &Tree::Null),
            Change::Moved => (&Tree::Null, &Tree::Null),
            Change::Became { from, to } => (from, to),
        };
        Self {
            section: row.section.clone(),
            place: difference.place.to_string(),
            change: row.kind.code(),
            old: old.clone(),
            new: new.clone(),
            message: row.sentence(words),
        }
    }
}

/// What differs between two plans, a row each, in the order of the plan file.
#[must_use]
pub fn rows(old: &Plan, new: &Plan, words: &Words) -> Vec<Row> {
    let told = told(old, new, words);
    differences(old, new).iter().map(|difference| told.row(difference)).collect()
}

/// What differs between two plans, a sentence each, in the order of the plan file.
#[must_use]
pub fn sentences(old: &Plan, new: &Plan, words: &Words) -> Vec<String> {
    rows(old, new, words).iter().map(|row| row.sentence(words)).collect()
}

/// Conflicts of a merge, a row each.
#[must_use]
pub fn clashes(merged: &Merged, words: &Words) -> Vec<Clash> {
    let told = told(&merged.plan, &merged.plan, words);
    merged.conflicts.iter().map(|conflict| told.clash(conflict)).collect()
}

/// Conflicts of a merge in words, a line each.
#[must_use]
pub fn conflicts(merged: &Merged, words: &Words) -> Vec<String> {
    clashes(merged, words).iter().map(|clash| clash.sentence(words)).collect()
}

fn told<'a>(old: &'a Plan, new: &'a Plan, words: &'a Words) -> Told<'a> {
    Told { old: Shown::of(old, words), new: Shown::of(new, words) }
}
