//! Everything that can be found, and looking through it. Pure.

use std::collections::HashSet;

use super::matching::{AtPlace, Fit, Reached, Score, Typed};
use super::spelling::{Letters, Name};
use crate::app::command::Command;
use crate::app::context::Scenarios;
use crate::calc::{Finding, Place, Severity};
use crate::words::Language;

/// What sort of thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the things themselves
pub enum Kind {
    Command,
    Tab,
    Page,
    Field,
    SubGoal,
    Person,
    Function,
    Kpi,
    Criterion,
    Task,
    Group,
    Channel,
    Event,
    Item,
    Party,
    Ripple,
    Topic,
    SevenS,
    Scenario,
    Finding(Severity),
}

/// What choosing it does.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// Runs a command.
    Run(Command),
    /// Shows a place of the plan and puts the focus there.
    GoTo(Place),
    /// Does something with scenarios.
    Scenario(Scenarios),
    /// Leads to where a finding is mended, or mends it where no field does.
    Mend(Box<Finding>),
}

/// One thing that can be found.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// What choosing it does.
    pub target: Target,
    /// In the order of the languages; one that the person typed has the same name in both.
    names: Vec<Name>,
    /// Which of the places it stands at.
    place: usize,
    /// Its fields: which of the lists.
    fields: Option<usize>,
}

/// A field that every item of a kind has.
#[derive(Clone, Debug)]
pub(super) struct ItemField {
    pub(super) names: Vec<Name>,
    pub(super) field: &'static str,
    pub(super) place: usize,
}

/// Everything that can be found.
#[derive(Clone, Debug, Default)]
pub struct Index {
    entries: Vec<Entry>,
    places: Vec<Vec<Name>>,
    fields: Vec<Vec<ItemField>>,
    /// The entries that have the fields of each list.
    items: Vec<Vec<usize>>,
}

/// One thing that was found: an entry, or a field of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hit {
    entry: usize,
    field: Option<usize>,
}

/// How many of the items whose fields bear a name are shown, where no item is named.
const FIELDS_WITHOUT_ITEM: usize = 20;

fn in_language(names: &[Name], language: Language) -> &Name {
    static NONE: std::sync::LazyLock<Name> = std::sync::LazyLock::new(|| Name::new(""));
    names.get(language as usize).or(names.first()).unwrap_or(&NONE)
}

impl Index {
    /// Adds a place that things may stand at; returns its number.
    pub(super) fn add_place(&mut self, names: Vec<Name>) -> usize {
        self.places.push(names);
        self.places.len() - 1
    }

    /// Adds a list of fields that items may have; returns its number.
    pub(super) fn add_fields(&mut self, fields: Vec<ItemField>) -> usize {
        self.fields.push(fields);
        self.items.push(Vec::new());
        self.fields.len() - 1
    }

    pub(super) fn add(&mut self, (kind, target): (Kind, Target), names: Vec<Name>, at: (usize, Option<usize>)) {
        if let Some(items) = at.1.and_then(|list| self.items.get_mut(list)) {
            items.push(self.entries.len());
        }
        self.entries.push(Entry { kind, target, names, place: at.0, fields: at.1 });
    }

    /// How many things there are, without the fields of items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Everything that is no part of a plan, and pages: what is shown before anything is typed.
    pub fn at_first(&self) -> impl Iterator<Item = Hit> {
        let is_general = |entry: &Entry| matches!(entry.kind, Kind::Command | Kind::Tab | Kind::Page);
        let general = self.entries.iter().enumerate().filter(move |(_, entry)| is_general(entry));
        general.map(|(entry, _)| Hit { entry, field: None })
    }

    /// Every entry, and the fields of each kind of item at its first one.
    #[must_use]
    pub fn samples(&self) -> Vec<Hit> {
        let mut seen = vec![false; self.fields.len()];
        let mut samples = Vec::new();
        for (at, entry) in self.entries.iter().enumerate() {
            samples.push(Hit { entry: at, field: None });
            let Some(list) = entry.fields.filter(|list| !std::mem::replace(&mut seen[*list], true)) else { continue };
            samples.extend((0..self.fields[list].len()).map(|field| Hit { entry: at, field: Some(field) }));
        }
        samples
    }

    /// The best of what agrees with what is typed, best first, no more than `most`.
    #[must_use]
    pub fn search(&self, typed: &str, language: Language, most: usize) -> Vec<Hit> {
        let Some(typed) = Typed::new(typed) else { return Vec::new() };
        let places: Vec<AtPlace> = self.places.iter().map(|names| typed.at_place(names)).collect();
        let looked_for = Looked { typed: &typed, language, places: &places };
        let mut found: Vec<(Rank, Hit)> = Vec::new();
        for (at, entry) in self.entries.iter().enumerate() {
            if let Some(rank) = looked_for.best(&entry.names, entry.place) {
                found.push((rank, Hit { entry: at, field: None }));
            }
        }
        self.search_fields(&looked_for, &mut found);
        // Some are found twice.
        let enough = 2 * most;
        if enough < found.len() {
            found.select_nth_unstable(enough);
            found.truncate(enough);
        }
        found.sort_unstable();
        let mut seen = HashSet::new();
        found.into_iter().map(|(_, hit)| hit).filter(|hit| seen.insert(*hit)).take(most).collect()
    }

    /// Fields of items: by the names of both, in any order, or of the field alone.
    fn search_fields(&self, looked_for: &Looked<'_>, found: &mut Vec<(Rank, Hit)>) {
        let (typed, language) = (looked_for.typed, looked_for.language);
        for (list, items) in self.fields.iter().zip(&self.items) {
            for (at, field) in list.iter().enumerate() {
                if let Some(rank) = looked_for.best(&field.names, field.place) {
                    let (rank, some) = (Rank { is_of_item: true, ..rank }, items.iter().take(FIELDS_WITHOUT_ITEM));
                    found.extend(some.map(|entry| (rank, Hit { entry: *entry, field: Some(at) })));
                }
            }
            let named = list.iter().enumerate().flat_map(|(at, field)| {
                by_language(&field.names, language)
                    .map(move |(name, is_foreign)| Part::of(typed, (at, name), is_foreign))
            });
            let parts: Vec<Part> = named.flatten().collect();
            if !parts.is_empty() {
                for entry in items {
                    self.search_item(typed, *entry, &parts, found);
                }
            }
        }
    }

    /// Fields of an item whose name is typed before or behind theirs.
    fn search_item(&self, typed: &Typed, entry: usize, parts: &[Part], found: &mut Vec<(Rank, Hit)>) {
        let (term, end) = (typed.whole(), typed.whole().length());
        for name in self.entries.get(entry).map_or(&[][..], |entry| &entry.names) {
            // Most names lack a letter, and need no closer look.
            let mut possible = parts.iter().filter(|part| term.may_be_in(name.letters().and(part.letters))).peekable();
            if possible.peek().is_none() {
                continue;
            }
            let own = term.reached(name.words(), Reached::START);
            for part in possible {
                let field_first = || match part.begun {
                    Reached::NOWHERE => None,
                    begun => term.reached(name.words(), begun).at(end),
                };
                let fit = own.at_any(part.left).into_iter().chain(field_first()).min();
                // Two letters begin some words of anything.
                if let Some(fit) = fit.filter(|fit| *fit == Fit::Beginnings || end > 2) {
                    let score = Score { fit, begins: 0, length: name.length() };
                    let rank = Rank { score, is_foreign: part.is_foreign, is_of_item: true };
                    found.push((rank, Hit { entry, field: Some(part.field) }));
                }
            }
        }
    }

    fn entry(&self, hit: Hit) -> Option<&Entry> {
        self.entries.get(hit.entry)
    }

    fn field(&self, hit: Hit) -> Option<&ItemField> {
        self.fields.get(self.entry(hit)?.fields?)?.get(hit.field?)
    }

    /// What sort of thing was found.
    #[must_use]
    pub fn kind(&self, hit: Hit) -> Option<Kind> {
        if hit.field.is_some() { Some(Kind::Field) } else { Some(self.entry(hit)?.kind) }
    }

    /// What choosing it does.
    #[must_use]
    pub fn target(&self, hit: Hit) -> Option<Target> {
        let target = self.entry(hit)?.target.clone();
        match (target, self.field(hit)) {
            (Target::GoTo(place), Some(field)) => Some(Target::GoTo(Place { field: field.field, ..place })),
            (target, _) => Some(target),
        }
    }

    /// Its name in a language, and of a field the item it belongs to.
    #[must_use]
    pub fn name(&self, hit: Hit, language: Language) -> (&str, Option<&str>) {
        let Some(entry) = self.entry(hit) else { return ("", None) };
        let own = in_language(&entry.names, language).text();
        match self.field(hit) {
            Some(field) => (in_language(&field.names, language).text(), Some(own)),
            None => (own, None),
        }
    }

    /// Where it stands.
    #[must_use]
    pub fn place(&self, hit: Hit, language: Language) -> &str {
        let place = self.field(hit).map_or_else(|| self.entry(hit).map_or(0, |entry| entry.place), |field| field.place);
        self.places.get(place).map_or("", |names| in_language(names, language).text())
    }

    /// Where that choice is found in this index.
    #[must_use]
    pub fn find(&self, target: &Target) -> Option<Hit> {
        let is_it = |hit: &Hit| self.target(*hit).as_ref() == Some(target);
        let whole = self.entries.iter().position(|entry| entry.target == *target);
        let whole = whole.map(|entry| Hit { entry, field: None });
        whole.or_else(|| {
            let Target::GoTo(wanted) = target else { return None };
            let is_item = |entry: &&(usize, &Entry)| match &entry.1.target {
                Target::GoTo(place) => place.item == wanted.item && place.section == wanted.section,
                _ => false,
            };
            let (entry, of) = self.entries.iter().enumerate().find(|entry| is_item(&entry))?;
            let fields = self.fields.get(of.fields?)?;
            (0..fields.len()).map(|field| Hit { entry, field: Some(field) }).find(is_it)
        })
    }
}

/// What of what is typed may be the name of a field, the rest being that of its item.
struct Part {
    field: usize,
    is_foreign: bool,
    letters: Letters,
    /// From where on the rest is the field's; see [`super::matching`].
    left: u64,
    /// How far the field's name goes, where it is typed first.
    begun: Reached,
}

impl Part {
    fn of(typed: &Typed, (field, name): (usize, &Name), is_foreign: bool) -> Option<Self> {
        let term = typed.whole();
        let begun = term.reached(name.words(), Reached::START).within(term.length());
        let left = term.left_for(name.words());
        let part = Self { field, is_foreign, letters: name.letters(), left, begun };
        (left != 0 || begun != Reached::NOWHERE).then_some(part)
    }
}

/// What is shown first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    score: Score,
    /// A name in the other language.
    is_foreign: bool,
    /// A field of an item.
    is_of_item: bool,
}

fn by_language(names: &[Name], language: Language) -> impl Iterator<Item = (&Name, bool)> {
    names.iter().enumerate().map(move |(at, name)| (name, names.len() > 1 && at != language as usize))
}

/// What is looked for, and how well the places agree with it.
struct Looked<'a> {
    typed: &'a Typed,
    language: Language,
    places: &'a [AtPlace],
}

impl Looked<'_> {
    /// How well the best of these names agrees, at a place.
    fn best(&self, names: &[Name], place: usize) -> Option<Rank> {
        let place = self.places.get(place)?;
        let ranks = by_language(names, self.language).filter_map(|(name, is_foreign)| {
            Some(Rank { score: self.typed.score(name, place)?, is_foreign, is_of_item: false })
        });
        ranks.min()
    }
}

#[cfg(test)]
mod tests;
