//! What differs between two versions of a plan.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::Serialize;
use serde_json::Map;

use super::order::moved;
use super::tree::{self, Place, Tree, by_key, elements, has_entries, is_optional, is_whole};
use crate::plan::allocation::{Allocation, Channel};
use crate::plan::{Id, Plan};

/// One thing that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Where.
    pub place: Place,
    /// How.
    pub change: Change,
}

/// How a value differs.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// An item, or a part that can be left out, that only the new version has.
    Added(Tree),
    /// One that only the old version has.
    Removed(Tree),
    /// Another value; null for one that is not set, or at its default.
    Became {
        /// The old one.
        from: Tree,
        /// The new one.
        to: Tree,
    },
    /// The same item at another place of its list.
    Moved,
}

/// What differs, in the order of the plan file; empty only for plans that are equal.
#[must_use]
pub fn differences(old: &Plan, new: &Plan) -> Vec<Difference> {
    let digits = old.currency.digits.max(new.currency.digits);
    // Amounts that cannot be counted that finely are beyond what a plan holds; then each is read as it stands.
    let [old, new] = [old, new].map(|plan| tree::in_digits(plan, digits).unwrap_or(Cow::Borrowed(plan)));
    let mut found = Found { digits, list: Vec::new() };
    found.part("title", &old.title, &new.title);
    found.part("company", &old.company, &new.company);
    found.part("note", &old.note, &new.note);
    found.part("currency", &old.currency, &new.currency);
    found.part("period", &old.period, &new.period);
    found.part("calendar", &old.calendar, &new.calendar);
    found.part("goal", &old.goal, &new.goal);
    found.part("team", &old.team, &new.team);
    found.part("pyramid", &old.pyramid, &new.pyramid);
    found.allocation(&old.allocation, &new.allocation);
    found.part("events", &old.events, &new.events);
    found.part("ripples", &old.ripples, &new.ripples);
    found.part("content", &old.content, &new.content);
    found.part("topics", &old.topics, &new.topics);
    found.part("actuals", &old.actuals, &new.actuals);
    found.part("scenarios", &old.scenarios, &new.scenarios);
    found.part("handover", &old.handover, &new.handover);
    found.list
}

struct Found {
    digits: u8,
    list: Vec<Difference>,
}

impl Found {
    fn add(&mut self, place: Place, change: Change) {
        self.list.push(Difference { place, change });
    }

    fn part<T: Serialize + PartialEq>(&mut self, name: &str, old: &T, new: &T) {
        if old != new {
            self.value(&Place::of(name), &tree::of(old, self.digits), &tree::of(new, self.digits));
        }
    }

    /// Only channels that differ become trees: a plan may have thousands.
    fn allocation(&mut self, old: &Allocation, new: &Allocation) {
        if old == new {
            return;
        }
        let Some(channels) = Channels::of(&old.channels, &new.channels) else {
            return self.part("allocation", old, new);
        };
        let with = |allocation: &Allocation, channels: &[&Channel]| {
            let mut rest = tree::of(&Allocation { channels: Vec::new(), ..allocation.clone() }, self.digits);
            rest["channels"] = tree::of(&channels, self.digits);
            rest
        };
        let (old, new) = (with(old, &channels.old), with(new, &channels.new));
        let place = Place::of("allocation");
        self.value(&place, &old, &new);
        for channel in channels.moved {
            let item = place.field("channels").item(channel.id.as_str(), &serde_json::json!({"name": channel.name}));
            self.add(item, Change::Moved);
        }
    }

    fn value(&mut self, place: &Place, old: &Tree, new: &Tree) {
        if old == new {
            return;
        }
        let field = place.own_field();
        if is_whole(field, old) || is_whole(field, new) {
            return self.add(place.clone(), Change::Became { from: old.clone(), to: new.clone() });
        }
        match (old, new) {
            (Tree::Object(_), Tree::Null) if is_optional(field) => {
                self.add(place.clone(), Change::Removed(old.clone()));
            }
            (Tree::Null, Tree::Object(_)) if is_optional(field) => self.add(place.clone(), Change::Added(new.clone())),
            (Tree::Object(_), _) | (_, Tree::Object(_)) => {
                let nothing = Map::new();
                self.fields(place, old.as_object().unwrap_or(&nothing), new.as_object().unwrap_or(&nothing));
            }
            _ => self.elements(place, &elements(old), &elements(new)),
        }
    }

    fn fields(&mut self, place: &Place, old: &Map<String, Tree>, new: &Map<String, Tree>) {
        let entries = has_entries(place.own_field(), old) || has_entries(place.own_field(), new);
        let names = old.keys().chain(new.keys().filter(|name| !old.contains_key(*name)));
        for name in names {
            let [old, new] = [old, new].map(|fields| fields.get(name).unwrap_or(&Tree::Null));
            let child = if entries { place.item(name, &Tree::Null) } else { place.field(name) };
            self.value(&child, old, new);
        }
    }

    fn elements(&mut self, place: &Place, old: &[(String, &Tree)], new: &[(String, &Tree)]) {
        let (in_old, in_new) = (by_key(old), by_key(new));
        for (key, item) in old.iter().filter(|(key, _)| !in_new.contains_key(key.as_str())) {
            self.add(place.item(key, item), Change::Removed((*item).clone()));
        }
        for (key, item) in new {
            match in_old.get(key.as_str()) {
                None => self.add(place.item(key, item), Change::Added((*item).clone())),
                Some(before) => self.value(&place.item(key, item), before, item),
            }
        }
        let keys = |list: &'_ [(String, &Tree)], other: &HashMap<&str, &Tree>| -> Vec<String> {
            list.iter().map(|(key, _)| key).filter(|key| other.contains_key(key.as_str())).cloned().collect()
        };
        let (old, new) = (keys(old, &in_new), keys(new, &in_old));
        for key in moved(&old, &new) {
            self.add(place.item(&key, in_new[key.as_str()]), Change::Moved);
        }
    }
}

/// The channels of two versions that differ.
struct Channels<'a> {
    old: Vec<&'a Channel>,
    /// Those that the old version has too in its order, then the others.
    new: Vec<&'a Channel>,
    moved: Vec<&'a Channel>,
}

impl<'a> Channels<'a> {
    /// `None` where ids are used twice.
    fn of(old: &'a [Channel], new: &'a [Channel]) -> Option<Self> {
        let [in_old, in_new] =
            [old, new].map(|list| list.iter().map(|item| (&item.id, item)).collect::<HashMap<_, _>>());
        if in_old.len() < old.len() || in_new.len() < new.len() {
            return None;
        }
        let differs = |item: &&Channel| in_new.get(&item.id).is_none_or(|other| *other != *item);
        let changed: Vec<&Channel> = old.iter().filter(differs).collect();
        let added = new.iter().filter(|item| !in_old.contains_key(&item.id));
        let again = changed.iter().filter_map(|item| in_new.get(&item.id).copied());
        let ids = |list: &'a [Channel], other: &HashMap<&Id, &Channel>| -> Vec<&'a Id> {
            list.iter().map(|item| &item.id).filter(|id| other.contains_key(*id)).collect()
        };
        let moved = moved(&ids(old, &in_new), &ids(new, &in_old));
        let moved = moved.into_iter().filter_map(|id| in_new.get(id).copied()).collect();
        Some(Self { new: again.chain(added).collect(), old: changed, moved })
    }
}
