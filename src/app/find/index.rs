//! Everything that can be found, and looking through it. Pure.

use std::collections::HashSet;

use super::matching::{Fit, Reached, Score, Typed};
use super::spelling::Name;
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
    Ripple,
    Topic,
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
        let mut found: Vec<(Rank, Hit)> = Vec::new();
        for (at, entry) in self.entries.iter().enumerate() {
            if let Some(rank) = best(&typed, &entry.names, self.place_names(entry.place), language) {
                found.push((rank, Hit { entry: at, field: None }));
            }
        }
        self.search_fields(&typed, language, &mut found);
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
    fn search_fields(&self, typed: &Typed, language: Language, found: &mut Vec<(Rank, Hit)>) {
        for (list, items) in self.fields.iter().zip(&self.items) {
            for (at, field) in list.iter().enumerate() {
                let hit = |entry: &usize| Hit { entry: *entry, field: Some(at) };
                if let Some(rank) = best(typed, &field.names, self.place_names(field.place), language) {
                    let rank = Rank { is_of_item: true, ..rank };
                    found.extend(items.iter().take(FIELDS_WITHOUT_ITEM).map(|entry| (rank, hit(entry))));
                }
                for (name, is_foreign) in by_language(&field.names, language) {
                    for (entry, score) in self.items_with((typed, name), items) {
                        found.push((Rank { score, is_foreign, is_of_item: true }, hit(&entry)));
                    }
                }
            }
        }
    }

    /// Items whose name, with that of their field before or behind it, is typed.
    fn items_with(&self, (typed, field): (&Typed, &Name), items: &[usize]) -> Vec<(usize, Score)> {
        let term = typed.whole();
        let end = term.length();
        // What is left for the field once the item is typed, and what for the item once the field is.
        let left: Vec<usize> = (1..end).filter(|at| term.reached_from(*at, field.words()).at(end).is_some()).collect();
        let begun = term.reached(field.words(), Reached::START).within(end);
        if left.is_empty() && begun == Reached::NOWHERE {
            return Vec::new();
        }
        let fit = |name: &Name| {
            let own = term.reached(name.words(), Reached::START);
            let item_first = left.iter().filter_map(|at| own.at(*at)).min();
            let field_first = term.reached(name.words(), begun).at(end);
            let fit = item_first.into_iter().chain(field_first).min()?.max(Fit::Beginnings);
            // Two letters begin some words of anything.
            (fit == Fit::Beginnings || end > 2).then_some(fit)
        };
        let score = |entry: &usize| {
            let names = &self.entries.get(*entry)?.names;
            let names = names.iter().filter(|name| term.may_be_in(name.letters().and(field.letters())));
            let scores = names.filter_map(|name| Some(Score { fit: fit(name)?, begins: 0, length: name.length() }));
            Some((*entry, scores.min()?))
        };
        items.iter().filter_map(score).collect()
    }

    fn place_names(&self, place: usize) -> &[Name] {
        self.places.get(place).map_or(&[], Vec::as_slice)
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

fn best(typed: &Typed, names: &[Name], places: &[Name], language: Language) -> Option<Rank> {
    let ranks = by_language(names, language).filter_map(|(name, is_foreign)| {
        Some(Rank { score: typed.score(name, places)?, is_foreign, is_of_item: false })
    });
    ranks.min()
}

#[cfg(test)]
mod tests {
    use super::super::{Question, gather};
    use super::*;
    use crate::app::worker::Cancel;
    use crate::calc::Section;

    /// What is found in the worked case of a language, by name.
    fn found(typed: &str, language: Language) -> Vec<String> {
        let index = of_worked_case(language);
        let hits = index.search(typed, language, 10);
        let shown = hits.into_iter().map(|hit| match index.name(hit, language) {
            (field, Some(item)) => format!("{item}: {field}"),
            (name, None) => name.to_owned(),
        });
        shown.collect()
    }

    fn of_worked_case(language: Language) -> std::sync::Arc<Index> {
        let file = match language {
            Language::En => "saved_plans/worked-case.ron",
            Language::ZhCn => "saved_plans/worked-case.zh-CN.ron",
        };
        let plan = crate::file::open(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
        let report = std::sync::Arc::new(crate::calc::report(&plan));
        gather(&Question { plan: Some((plan, report)) }, &Cancel::default())
    }

    #[test]
    fn commands_are_found_in_both_languages_and_by_pinyin() {
        for (typed, english, chinese) in [
            ("undo", "Undo", "撤销"),
            ("撤销", "Undo", "撤销"),
            ("chexiao", "Undo", "撤销"),
            ("cx", "Undo", "撤销"),
            ("save as", "Save as…", "另存为…"),
            ("ziyuanfenpei", "Allocation", "资源分配"),
            ("zyfp", "Allocation", "资源分配"),
        ] {
            for (language, wanted) in [(Language::En, english), (Language::ZhCn, chinese)] {
                let found = found(typed, language);
                assert!(found.iter().take(3).any(|name| name == wanted), "{typed}: {found:?}");
            }
        }
    }

    #[test]
    fn what_agrees_best_stands_first() {
        assert_eq!(found("goal", Language::En)[0], "Goal");
        assert_eq!(found("目标", Language::ZhCn)[0], "目标");
        assert_eq!(found("budget", Language::En)[0], "Budget");
        assert_eq!(found("redo", Language::En)[0], "Redo");
    }

    #[test]
    fn fields_of_items_are_found_by_both_names_in_any_order() {
        for typed in ["budget search advertising", "search advertising budget", "sear adv budg"] {
            let found = found(typed, Language::En);
            assert_eq!(found[0], "Search advertising: Budget", "{typed}: {found:?}");
        }
        for typed in ["搜索投放预算", "预算 搜索投放", "sousuotoufang yusuan", "sstfys"] {
            let found = found(typed, Language::ZhCn);
            assert_eq!(found[0], "搜索投放: 预算", "{typed}: {found:?}");
        }
    }

    #[test]
    fn a_field_of_an_item_leads_to_it() {
        let index = of_worked_case(Language::En);
        let hit = index.search("search advertising budget", Language::En, 1)[0];
        let Some(Target::GoTo(place)) = index.target(hit) else { panic!("a place") };
        assert_eq!((place.section, place.field), (Section::Allocation, "spend"));
        assert_eq!(index.target(index.find(&Target::GoTo(place.clone())).unwrap()), Some(Target::GoTo(place)));
    }

    #[test]
    fn nothing_is_found_by_nothing_and_no_more_than_asked_for() {
        let index = of_worked_case(Language::En);
        assert!(index.search("  ", Language::En, 10).is_empty());
        assert_eq!(index.search("e", Language::En, 7).len(), 7);
        let all = index.search("a", Language::En, 10_000);
        let once: HashSet<Hit> = all.iter().copied().collect();
        assert_eq!(once.len(), all.len());
    }

    #[test]
    fn every_finding_is_found_by_words_of_it() {
        let index = of_worked_case(Language::En);
        let findings: Vec<Hit> =
            index.samples().into_iter().filter(|hit| matches!(index.kind(*hit), Some(Kind::Finding(_)))).collect();
        assert!(!findings.is_empty());
        for hit in findings {
            let says = index.name(hit, Language::En).0.to_owned();
            assert!(index.search(&says, Language::En, 5).contains(&hit), "{says}");
        }
    }
}
