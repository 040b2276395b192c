//! One thing that differs, or two sides that clash, in words.

use crate::compare::{Change, Conflict, Difference, Place, Step, Tree};
use crate::t;
use crate::words::Words;

use super::fields;
use super::months;
use super::values::Shown;

/// One thing that differs, in words that stand beside each other as in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The section of the plan.
    pub section: String,
    /// What differs.
    pub what: What,
    /// How.
    pub kind: Kind,
    /// The value before; empty for what came or moved.
    pub before: String,
    /// The value after; empty for what went or moved.
    pub after: String,
}

/// What a row is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct What {
    /// The item, such as "Search advertising", or an item of an item; empty for a field of the section itself.
    pub item: String,
    /// Its field, such as "budget"; empty where the item as a whole came, went or moved.
    pub field: String,
}

impl What {
    /// Both in one: "Search advertising, budget".
    #[must_use]
    pub fn whole(&self, words: &Words) -> String {
        match (self.item.as_str(), self.field.as_str()) {
            (item, "") => item.to_owned(),
            ("", field) => field.to_owned(),
            (item, field) => t!(words, "versions-of", item = item, field = field),
        }
    }
}

/// How something differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Only the new version has it.
    Added,
    /// Only the old version has it.
    Removed,
    /// It has another value.
    Changed,
    /// It stands at another place of its list.
    Moved,
}

impl Kind {
    /// Its name in JSON.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Moved => "moved",
        }
    }
}

impl Row {
    /// The row as a sentence.
    pub(super) fn sentence(&self, words: &Words) -> String {
        let what = self.what.whole(words);
        match self.kind {
            Kind::Added => t!(words, "versions-added", what = what),
            Kind::Removed => t!(words, "versions-removed", what = what),
            Kind::Moved => t!(words, "versions-moved", what = what),
            Kind::Changed => t!(words, "versions-became", what = what, from = &self.before, to = &self.after),
        }
    }
}

/// A conflict in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The section of the plan.
    pub section: String,
    /// What both sides changed.
    pub what: What,
    /// What both began with.
    pub base: String,
    /// Our value.
    pub ours: String,
    /// Their value.
    pub theirs: String,
}

impl Clash {
    /// The conflict as a sentence.
    pub(super) fn sentence(&self, words: &Words) -> String {
        let Self { base, ours, theirs, .. } = self;
        let what = self.what.whole(words);
        t!(words, "versions-conflict", what = what, base = base, ours = ours, theirs = theirs)
    }
}

/// Both versions, each with the names it knows.
pub(super) struct Told<'a> {
    pub(super) old: Shown<'a>,
    pub(super) new: Shown<'a>,
}

impl Told<'_> {
    pub(super) fn row(&self, difference: &Difference) -> Row {
        let Difference { place, change } = difference;
        let nothing = String::new;
        let (kind, before, after) = match change {
            Change::Added(_) => (Kind::Added, nothing(), nothing()),
            Change::Removed(_) => (Kind::Removed, nothing(), nothing()),
            Change::Moved => (Kind::Moved, nothing(), nothing()),
            Change::Became { from, to } => {
                let (from, to) = excerpts(from, to);
                let of_months = months::that_differ([&self.old, &self.new], place, [&from, &to]);
                let whole = || [self.old.value(place, &from), self.new.value(place, &to)];
                let [before, after] = of_months.unwrap_or_else(whole);
                (Kind::Changed, before, after)
            }
        };
        Row { section: section(self.new.words, place), what: self.what(place), kind, before, after }
    }

    pub(super) fn clash(&self, conflict: &Conflict) -> Clash {
        let place = &conflict.place;
        let value = |value| self.new.version(place, value);
        Clash {
            section: section(self.new.words, place),
            what: self.what(place),
            base: value(&conflict.base),
            ours: value(&conflict.ours),
            theirs: value(&conflict.theirs),
        }
    }

    /// "Search advertising" and "budget"; "Channel Podcasts" for an item.
    fn what(&self, place: &Place) -> What {
        let words = self.new.words;
        let mut items = Vec::new();
        let mut field = String::new();
        let mut way = Place::default();
        let last = place.0.len();
        for (index, step) in place.0.iter().enumerate() {
            way.0.push(step.clone());
            match step {
                Step::Item { key, name } if index + 1 == last => {
                    let kind = fields::item(words, &way);
                    items.push(t!(words, "versions-kind-of", kind = kind, name = self.item(&way, key, name.as_ref())));
                }
                Step::Item { key, name } => items.push(self.item(&way, key, name.as_ref())),
                Step::Field(_) if index + 1 == last => field = fields::field(words, &way),
                Step::Field(_) => {}
            }
        }
        let item = items.into_iter().reduce(|item, part| t!(words, "versions-of", item = item, field = part));
        What { item: item.unwrap_or_default(), field }
    }

    /// What an item is called: by what it is about, or else as it says itself.
    fn item(&self, place: &Place, key: &str, name: Option<&String>) -> String {
        let about = |shown: &Shown| shown.item(place, key);
        let known = about(&self.new).or_else(|| about(&self.old)).or_else(|| name.cloned());
        known.or_else(|| self.new.nowhere(place, key)).unwrap_or_else(|| key.to_owned())
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
