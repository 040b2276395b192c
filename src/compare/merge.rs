//! One plan of two that come from the same one.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Map;

use super::order;
use super::same_ids;
use super::tree::{self, Place, Tree, by_key, elements, has_entries, is_optional, is_whole, keyed};
use crate::plan::allocation::Allocation;
use crate::plan::{Channel, Currency, Plan};

/// One plan of both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// Every change of either side; where they clash, what [`Conflict`] says.
    pub plan: Plan,
    /// Where both sides changed the same thing in different ways.
    pub conflicts: Vec<Conflict>,
}

/// Both sides changed the same thing in different ways. The merged plan holds our value; of an item that one side took
/// away and the other changed, it holds the changed one.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Where.
    pub place: Place,
    /// What both began with; null for nothing, or the default.
    pub base: Tree,
    /// Our value.
    pub ours: Tree,
    /// Their value.
    pub theirs: Tree,
}

/// One of both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Ours.
    Ours,
    /// Theirs.
    Theirs,
}

/// Which side counts at a place where both changed the same thing; `None` for what [`Conflict`] says.
pub type Choice<'a> = &'a dyn Fn(&Place) -> Option<Side>;

/// Three versions of one thing; both sides may have added it.
#[derive(Clone, Copy)]
struct Three<T> {
    base: Option<T>,
    ours: T,
    theirs: T,
}

impl<T> Three<T> {
    fn map<U>(self, f: impl Fn(T) -> U) -> Three<U> {
        Three { base: self.base.map(&f), ours: f(self.ours), theirs: f(self.theirs) }
    }

    fn as_ref(&self) -> Three<&T> {
        Three { base: self.base.as_ref(), ours: &self.ours, theirs: &self.theirs }
    }
}

impl<T: PartialEq + Copy> Three<T> {
    /// What it becomes without a word, where at most one side changed it, or both did the same.
    fn agreed(self) -> Option<T> {
        if self.ours == self.theirs || self.base == Some(self.theirs) {
            Some(self.ours)
        } else {
            (self.base == Some(self.ours)).then_some(self.theirs)
        }
    }
}

/// One plan of `ours` and `theirs`, which both come from `base`. Merging is symmetric but for conflicts, and what is
/// merged can be opened.
#[must_use]
pub fn merge(base: &Plan, ours: &Plan, theirs: &Plan) -> Merged {
    merge_choosing(base, ours, theirs, &|_| None)
}

/// As [`merge()`]; where both sides changed the same thing, the plan has what was chosen. All conflicts are listed all the same,
/// and the finer of two currencies stays whatever is chosen, where an amount needs it.
#[must_use]
pub fn merge_choosing(base: &Plan, ours: &Plan, theirs: &Plan, choice: Choice) -> Merged {
    let digits = [base, ours, theirs].map(|plan| plan.currency.digits).into_iter().max().unwrap_or_default();
    // Amounts that cannot be counted that finely are beyond what a plan holds; then each is read as it stands.
    let fine = |plan| tree::in_digits(plan, digits).unwrap_or(Cow::Borrowed(plan));
    let (base, ours, theirs) = (fine(base), fine(ours), fine(theirs));
    let (ours, theirs) = same_ids::apart(&base, ours, theirs, digits);
    let plans = Three { base: Some(&*base), ours: &*ours, theirs: &*theirs };
    let mut merging = Merging { digits, choice, conflicts: Vec::new() };
    let plan = Plan {
        format: plans.ours.format.max(plans.theirs.format),
        title: merging.part("title", plans.map(|plan| &plan.title)),
        company: merging.part("company", plans.map(|plan| &plan.company)),
        note: merging.part("note", plans.map(|plan| &plan.note)),
        currency: merging.part("currency", plans.map(|plan| &plan.currency)),
        period: merging.part("period", plans.map(|plan| &plan.period)),
        calendar: merging.part("calendar", plans.map(|plan| &plan.calendar)),
        goal: merging.part("goal", plans.map(|plan| &plan.goal)),
        team: merging.part("team", plans.map(|plan| &plan.team)),
        pyramid: merging.part("pyramid", plans.map(|plan| &plan.pyramid)),
        allocation: merging.allocation(plans.map(|plan| &plan.allocation)),
        events: merging.part("events", plans.map(|plan| &plan.events)),
        ripples: merging.part("ripples", plans.map(|plan| &plan.ripples)),
        content: merging.part("content", plans.map(|plan| &plan.content)),
        topics: merging.part("topics", plans.map(|plan| &plan.topics)),
        actuals: merging.part("actuals", plans.map(|plan| &plan.actuals)),
        scenarios: merging.part("scenarios", plans.map(|plan| &plan.scenarios)),
        handover: merging.part("handover", plans.map(|plan| &plan.handover)),
    };
    let plan = merging.in_its_currency(plan, plans.map(|plan| &plan.currency));
    Merged { plan, conflicts: merging.conflicts }
}

struct Merging<'a> {
    digits: u8,
    choice: Choice<'a>,
    conflicts: Vec<Conflict>,
}

impl Merging<'_> {
    /// Notes a conflict, and says which side was chosen.
    fn conflict(&mut self, place: &Place, versions: Three<&Tree>) -> Option<Side> {
        let Three { base, ours, theirs } = versions.map(Tree::clone);
        self.conflicts.push(Conflict { place: place.clone(), base: base.unwrap_or_default(), ours, theirs });
        (self.choice)(place)
    }

    fn part<T: Clone + PartialEq + Serialize + DeserializeOwned>(&mut self, name: &str, parts: Three<&T>) -> T {
        self.typed(&Place::of(name), parts)
    }

    /// A part of a plan, by its fields where both sides changed it.
    fn typed<T: Clone + PartialEq + Serialize + DeserializeOwned>(&mut self, place: &Place, parts: Three<&T>) -> T {
        if let Some(agreed) = parts.agreed() {
            return agreed.clone();
        }
        let trees = parts.map(|part| tree::of(part, self.digits));
        let before = self.conflicts.len();
        let merged = self.value(place, trees.as_ref());
        tree::read(merged, self.digits).unwrap_or_else(|_| {
            // Fields that are each right, but not together: one conflict about the whole.
            self.conflicts.truncate(before);
            match self.conflict(place, trees.as_ref()) {
                Some(Side::Theirs) => parts.theirs.clone(),
                Some(Side::Ours) | None => parts.ours.clone(),
            }
        })
    }

    /// Channels are merged one by one: only those that both sides changed become trees, as a plan may have thousands.
    fn allocation(&mut self, parts: Three<&Arc<Allocation>>) -> Arc<Allocation> {
        if let Some(agreed) = parts.agreed() {
            return Arc::clone(agreed);
        }
        let place = Place::of("allocation");
        let rest = parts.map(|part| Allocation { channels: Vec::new(), ..(**part).clone() });
        let mut merged = self.typed(&place, rest.as_ref());
        let place = place.field("channels");
        let channels = parts.map(|part| keyed(&part.channels, |channel| channel.id.to_string()));
        merged.channels = self.items(&place, &channels, |merging, key, channels| {
            let name = serde_json::json!({ "name": channels.ours.name });
            merging.channel(&place.item(key, &name), channels)
        });
        Arc::new(merged)
    }

    /// What a channel gets and how its months share it are one thing: a sum of one side does not fit the months of the other.
    fn channel(&mut self, place: &Place, channels: Three<&Channel>) -> Channel {
        let money = channels.map(|channel| (channel.spend, &channel.schedule.spend));
        let months = channels.map(|channel| &channel.schedule.spend);
        let are_alike = months.ours == months.theirs && months.base.is_none_or(|base| base == months.ours);
        if channels.agreed().is_some() || money.agreed().is_some() || are_alike {
            return self.typed(place, channels);
        }
        let side = if channels.ours.spend == channels.theirs.spend {
            let trees = months.map(|months| tree::of(months, self.digits));
            self.conflict(&place.field("schedule").field("spend"), trees.as_ref())
        } else {
            let trees = channels.map(|channel| tree::of(&channel.spend, self.digits));
            self.conflict(&place.field("spend"), trees.as_ref())
        };
        let (spend, by_month) = if side == Some(Side::Theirs) { money.theirs } else { money.ours };
        let with_money = channels.map(|channel| {
            let mut channel = channel.clone();
            channel.spend = spend;
            channel.schedule.spend.clone_from(by_month);
            channel
        });
        self.typed(place, Three { base: channels.base, ..with_money.as_ref() })
    }

    fn value(&mut self, place: &Place, versions: Three<&Tree>) -> Tree {
        if let Some(agreed) = versions.agreed() {
            return agreed.clone();
        }
        let Three { base, ours, theirs } = versions;
        let field = place.own_field();
        match (ours, theirs) {
            _ if is_whole(field, ours) || is_whole(field, theirs) => {}
            (Tree::Object(one), Tree::Object(other)) if one.get("kind") == other.get("kind") => {
                // A part that is left out has its fields at their defaults, but for one that can be absent.
                let nothing = Map::new();
                let left_out = base.filter(|base| base.is_null() && !is_optional(field)).map(|_| &nothing);
                let base = base.and_then(Tree::as_object).or(left_out);
                return self.fields(place, Three { base, ours: one, theirs: other });
            }
            (Tree::Array(_) | Tree::Null, Tree::Array(_) | Tree::Null) => {
                let lists = versions.map(elements);
                let both = |merging: &mut Self, key: &str, items: Three<&Tree>| {
                    merging.value(&place.item(key, items.ours), items)
                };
                return Tree::Array(self.items(place, &lists, both));
            }
            _ => {}
        }
        match self.conflict(place, versions) {
            Some(Side::Theirs) => theirs.clone(),
            // What one side took away and the other changed stays.
            None if ours.is_null() && theirs.is_object() => theirs.clone(),
            Some(Side::Ours) | None => ours.clone(),
        }
    }

    fn fields(&mut self, place: &Place, versions: Three<&Map<String, Tree>>) -> Tree {
        let entries = has_entries(place.own_field(), versions.ours);
        let more = versions.theirs.keys().filter(|name| !versions.ours.contains_key(*name));
        let mut merged = Map::new();
        for name in versions.ours.keys().chain(more) {
            let child = if entries { place.item(name, &Tree::Null) } else { place.field(name) };
            let value = self.value(&child, versions.map(|fields| fields.get(name).unwrap_or(&Tree::Null)));
            if !value.is_null() {
                merged.insert(name.clone(), value);
            }
        }
        Tree::Object(merged)
    }

    /// A list by the keys of its items; `both` merges one that both sides have.
    fn items<T: Clone + PartialEq + Serialize>(
        &mut self,
        place: &Place,
        lists: &Three<Vec<(String, &T)>>,
        mut both: impl FnMut(&mut Self, &str, Three<&T>) -> T,
    ) -> Vec<T> {
        let maps = lists.as_ref().map(|list| by_key(list));
        let base = |key: &str| maps.base.as_ref().and_then(|base| base.get(key).copied());
        let more = lists.theirs.iter().filter(|(key, _)| !maps.ours.contains_key(key.as_str()));
        let mut merged = HashMap::new();
        for (key, _) in lists.ours.iter().chain(more) {
            let item = match (base(key), maps.ours.get(key.as_str()), maps.theirs.get(key.as_str())) {
                (base, Some(ours), Some(theirs)) => Some(both(self, key, Three { base, ours: *ours, theirs: *theirs })),
                (Some(base), Some(kept), None) | (Some(base), None, Some(kept)) => {
                    let is_ours = maps.ours.contains_key(key.as_str());
                    (*kept != base).then(|| self.changed_and_gone(place, key, [base, *kept], is_ours)).flatten()
                }
                (None, Some(added), None) | (None, None, Some(added)) => Some((*added).clone()),
                (_, None, None) => None,
            };
            merged.extend(item.map(|item| (key.as_str(), item)));
        }
        let keys = lists.as_ref().map(|list| list.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>());
        let stay: HashSet<&str> = merged.keys().copied().collect();
        let base = keys.base.as_deref().unwrap_or_default();
        let mut ordered = order::merged(base, &keys.ours, &keys.theirs, &stay);
        if ordered.clash {
            let orders = keys.as_ref().map(|keys| Tree::from(keys.clone()));
            if self.conflict(&place.field("order"), orders.as_ref()) == Some(Side::Theirs) {
                ordered = order::merged(base, &keys.theirs, &keys.ours, &stay);
            }
        }
        ordered.keys.iter().filter_map(|key| merged.remove(key.as_str())).collect()
    }

    /// One side took an item away, the other changed it: it stays unless it is chosen that it goes.
    fn changed_and_gone<T: Clone + Serialize>(
        &mut self,
        place: &Place,
        key: &str,
        [base, kept]: [&T; 2],
        is_ours: bool,
    ) -> Option<T> {
        let [base, changed] = [base, kept].map(|item| tree::of(item, self.digits));
        let place = place.item(key, &changed);
        let (ours, theirs) = if is_ours { (&changed, &Tree::Null) } else { (&Tree::Null, &changed) };
        let (stays, goes) = if is_ours { (Side::Ours, Side::Theirs) } else { (Side::Theirs, Side::Ours) };
        let chosen = self.conflict(&place, Three { base: Some(&base), ours, theirs });
        (chosen.unwrap_or(stays) != goes).then(|| kept.clone())
    }

    /// Amounts were counted as finely as any side counts; back to the digits of the merged currency. Where an amount
    /// does not fit those, the finer currency stays.
    fn in_its_currency(&mut self, mut plan: Plan, sides: Three<&Currency>) -> Plan {
        if plan.currency.digits == self.digits {
            return plan;
        }
        if let Ok(read) = tree::read::<Plan>(tree::of(&plan, self.digits), plan.currency.digits) {
            return read;
        }
        let all = [sides.base, Some(sides.ours), Some(sides.theirs)];
        let finest = all.into_iter().flatten().max_by_key(|currency| currency.digits);
        plan.currency = finest.cloned().unwrap_or(plan.currency);
        let currencies = sides.map(|currency| tree::of(currency, self.digits));
        self.conflict(&Place::of("currency"), currencies.as_ref());
        plan
    }
}
