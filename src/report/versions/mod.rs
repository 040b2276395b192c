//! What differs between two versions of a plan, in a planner's words: for the terminal, the window and JSON.

mod fields;
mod values;

use schemars::JsonSchema;
use serde::Serialize;

use crate::calc::{self, Report};
use crate::compare::{Change, Conflict, Difference, Merged, Place, Step, Tree, differences};
use crate::plan::{Currency, Money, Plan};
use crate::report::summary::figure::{Amount, Number};
use crate::t;
use crate::words::clean::one_line;
use crate::words::{Args, Words, number};

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

impl Versions {
    /// What differs between two plans.
    #[must_use]
    pub fn of(old: &Plan, new: &Plan, words: &Words) -> Self {
        let told = Told { old: Shown { words, plan: old }, new: Shown { words, plan: new } };
        let differences: Vec<_> = differences(old, new).iter().map(|difference| told.part(difference)).collect();
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

impl Outcome {
    fn of(old: &Plan, new: &Plan) -> Self {
        let reports = [calc::report(old), calc::report(new)];
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
    fn text(&self, words: &Words, currencies: [&Currency; 2]) -> String {
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
        let line = |key: &str, [from, to]: [String; 2]| {
            let mut args = Args::default();
            args.set("from", &from);
            args.set("to", &to);
            (from != to).then(|| words.say(key, &args) + "\n")
        };
        let lines = [
            line("versions-outcome-allocated", money(self.allocated, number::amount_named)),
            line("versions-outcome-registrations", self.registrations.map(count)),
            line("versions-outcome-revenue", money(self.revenue, number::estimate_named)),
            line("versions-outcome-attainment", self.attainment.map(percent)),
        ];
        let lines: String = lines.into_iter().flatten().collect();
        if lines.is_empty() { lines } else { format!("\n{lines}") }
    }
}

/// Both versions, each with the names it knows.
struct Told<'a> {
    old: Shown<'a>,
    new: Shown<'a>,
}

impl Told<'_> {
    fn part(&self, difference: &Difference) -> DifferencePart {
        let Difference { place, change } = difference;
        let what = self.what(place);
        let words = self.new.words;
        let nothing = Tree::Null;
        let (change, old, new, message) = match change {
            Change::Added(item) => ("added", &nothing, item, t!(words, "versions-added", what = what)),
            Change::Removed(item) => ("removed", item, &nothing, t!(words, "versions-removed", what = what)),
            Change::Moved => ("moved", &nothing, &nothing, t!(words, "versions-moved", what = what)),
            Change::Became { from, to } => {
                let (short_from, short_to) = excerpts(from, to);
                let (old, new) = (self.old.value(place, &short_from), self.new.value(place, &short_to));
                ("changed", from, to, t!(words, "versions-became", what = what, from = old, to = new))
            }
        };
        let section = section(words, place);
        DifferencePart { section, place: place.to_string(), change, old: old.clone(), new: new.clone(), message }
    }

    /// "Search advertising, budget"; "Channel Podcasts" for an item.
    fn what(&self, place: &Place) -> String {
        let words = self.new.words;
        let mut parts = Vec::new();
        let mut way = Place::default();
        let last = place.0.len();
        for (index, step) in place.0.iter().enumerate() {
            way.0.push(step.clone());
            match step {
                Step::Item { key, name } if index + 1 == last => {
                    let kind = fields::item(words, &way);
                    parts.push(t!(words, "versions-kind-of", kind = kind, name = self.item(&way, key, name.as_ref())));
                }
                Step::Item { key, name } => parts.push(self.item(&way, key, name.as_ref())),
                Step::Field(_) if index + 1 == last => parts.push(fields::field(words, &way)),
                Step::Field(_) => {}
            }
        }
        let all = parts.into_iter().reduce(|item, field| t!(words, "versions-of", item = item, field = field));
        all.unwrap_or_default()
    }

    /// What an item is called; one that does not say so itself by what it is about.
    fn item(&self, place: &Place, key: &str, name: Option<&String>) -> String {
        let named = |shown: &Shown| shown.item(place, key);
        name.cloned().or_else(|| named(&self.new)).or_else(|| named(&self.old)).unwrap_or_else(|| key.to_owned())
    }
}

/// Longer texts are shown where they differ.
const LONGEST_SHOWN: usize = 60;

/// How many letters stand before the first that differs.
const BEFORE: usize = 15;

/// Two long texts from a little before the place where they begin to differ; other values as they are.
fn excerpts(old: &Tree, new: &Tree) -> (Tree, Tree) {
    let (Tree::String(old_text), Tree::String(new_text)) = (old, new) else { return (old.clone(), new.clone()) };
    let same = old_text.chars().zip(new_text.chars()).take_while(|(one, other)| one == other).count();
    let excerpt = |text: &str| {
        if text.chars().count() <= LONGEST_SHOWN {
            return text.to_owned();
        }
        let from = same.saturating_sub(BEFORE);
        let begin = if from > 0 { "…" } else { "" };
        let end = if text.chars().count() > from + LONGEST_SHOWN { "…" } else { "" };
        let shown: String = text.chars().skip(from).take(LONGEST_SHOWN).collect();
        format!("{begin}{shown}{end}")
    };
    (excerpt(old_text).into(), excerpt(new_text).into())
}

/// What the section of a place is called.
fn section(words: &Words, place: &Place) -> String {
    words.text(match place.fields().next().unwrap_or_default() {
        "goal" => "goal-tab",
        "team" => "team-tab",
        "pyramid" => "pyramid-tab",
        "allocation" => "allocation-tab",
        "events" => "event-tab",
        "ripples" => "ripple-tab",
        "content" | "topics" => "topics-tab",
        "actuals" => "track-tab",
        "scenarios" => "versions-scenarios",
        "handover" => "summary-cover",
        _ => "findings-section-plan",
    })
}

/// Conflicts of a merge in words, a line each.
#[must_use]
pub fn conflicts(merged: &Merged, words: &Words) -> Vec<String> {
    let shown = Shown { words, plan: &merged.plan };
    let told = Told { old: shown, new: shown };
    let line = |conflict: &Conflict| {
        let value = |value| shown.version(&conflict.place, value);
        let (base, ours, theirs) = (value(&conflict.base), value(&conflict.ours), value(&conflict.theirs));
        let what = told.what(&conflict.place);
        t!(words, "versions-conflict", what = what, base = base, ours = ours, theirs = theirs)
    };
    merged.conflicts.iter().map(line).collect()
}
