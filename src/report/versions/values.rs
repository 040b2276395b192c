//! A value of a plan in words, by the field it stands in.

use serde::de::DeserializeOwned;

use crate::calc::finding::Section;
use crate::compare::{self, Place, Step, Tree};
use crate::plan::allocation::{Class, Media, Objective};
use crate::plan::content::{Circle, SevenS, Stage};
use crate::plan::event::SplitRule;
use crate::plan::goal::Measure;
use crate::plan::pyramid::Score;
use crate::plan::ripple::OnSite;
use crate::plan::team::{FunctionKind, KpiEffect, Raci};
use crate::plan::{Currency, Curve, Date, Event, Id, Plan, Task};
use crate::report::lookup::Lookup;
use crate::t;
use crate::words::names::{Named, function_name};
use crate::words::{Words, number};

/// How values of one version of a plan are shown.
pub(super) struct Shown<'a> {
    pub(super) words: &'a Words,
    pub(super) plan: &'a Plan,
    /// The version knows the names of people and channels.
    lookup: Lookup<'a>,
}

/// Fields with fractions that are shown in percent.
const RATES: [&str; 11] = [
    "carry_over",
    "share",
    "threshold",
    "close_rate",
    "lead_rate",
    "sign_rate",
    "conversion",
    "reshare_rate",
    "carries_from",
    "online",
    "offline",
];

/// Fields with texts that are amounts of money.
const MONEY: [&str; 20] = [
    "months",
    "cash",
    "before",
    "value_per_customer",
    "revenue",
    "total_revenue",
    "cost_to_full",
    "budget",
    "step",
    "min",
    "max",
    "spend",
    "amount",
    "alone",
    "cost",
    "unit_cost",
    "value",
    "cost_per_registration",
    "first_cost",
    "half_spend",
];

impl<'a> Shown<'a> {
    pub(super) fn of(plan: &'a Plan, words: &'a Words) -> Self {
        Self { words, plan, lookup: Lookup::indexed(plan, words) }
    }

    /// A value; what is not set is said to be that.
    pub(super) fn value(&self, place: &Place, value: &Tree) -> String {
        let field = place.fields().last().unwrap_or_default();
        let named = self.by_month(place, value).or_else(|| self.named(place, field, value));
        named.unwrap_or_else(|| self.plain(field, value))
    }

    /// A version of something that may be a whole item: that one is there, or gone.
    pub(super) fn version(&self, place: &Place, value: &Tree) -> String {
        match (place.0.last(), value) {
            (Some(Step::Item { .. }), Tree::Null) => self.words.text("versions-gone"),
            (Some(Step::Item { .. }), Tree::Object(_)) => self.words.text("versions-there"),
            _ => self.value(place, value),
        }
    }

    pub(super) fn plain(&self, field: &str, value: &Tree) -> String {
        match value {
            Tree::Null => self.words.text("versions-not-set"),
            Tree::Bool(true) => self.words.text("versions-yes"),
            Tree::Bool(false) => self.words.text("versions-no"),
            Tree::Number(value) => self.number(field, value.as_f64().unwrap_or_default()),
            Tree::String(text) => self.text(field, text),
            Tree::Array(list) if list.is_empty() => self.words.text("versions-none"),
            Tree::Array(list) => list.iter().map(|value| self.plain(field, value)).collect::<Vec<_>>().join(", "),
            Tree::Object(parts) => match (parts.get("likely"), parts.get("low"), parts.get("high")) {
                (likely, Some(low), Some(high)) => {
                    let range = number::range(&self.plain(field, low), &self.plain(field, high));
                    match likely {
                        None => range,
                        Some(likely) => {
                            t!(self.words, "versions-range", likely = self.plain(field, likely), range = range)
                        }
                    }
                }
                _ => parts.iter().map(|(name, value)| self.plain(name, value)).collect::<Vec<_>>().join(", "),
            },
        }
    }

    fn number(&self, field: &str, value: f64) -> String {
        if RATES.contains(&field) {
            return number::percent(self.words.language(), value, 2);
        }
        if field == "year" { format!("{value}") } else { number::trimmed(value, 4) }
    }

    fn text(&self, field: &str, text: &str) -> String {
        let id = || Id::new(text);
        match field {
            "owner" | "person" => self.lookup.person(&id()),
            "event" | "ripple" => self.lookup.event(&id()),
            "group" | "channel" => self.lookup.channel(&id()),
            "date" | "due" | "peak_day" | "day" | "start" | "through" | "learned_through" => {
                self.day(text).unwrap_or_else(|| text.to_owned())
            }
            field if MONEY.contains(&field) => {
                let currency = &self.plan.currency;
                currency.parse(text).map_or_else(|_| text.to_owned(), |money| number::amount(currency, money))
            }
            "code" => text.to_owned(),
            _ if text.is_empty() => self.words.text("versions-not-set"),
            _ => t!(self.words, "versions-quoted", text = text),
        }
    }

    /// The name of one of the method's kinds.
    fn named(&self, place: &Place, field: &str, value: &Tree) -> Option<String> {
        let words = self.words;
        match field {
            "headline" => name::<Measure>(words, value),
            "role" => name::<Raci>(words, value),
            "objective" => name::<Objective>(words, value),
            "task" => name::<Task>(words, value),
            "media" => name::<Media>(words, value),
            "class" => name::<Class>(words, value),
            "rule" => name::<SplitRule>(words, value),
            "onsite" => name::<OnSite>(words, value),
            "score" | "state" => name::<Score>(words, value),
            "stages" => {
                let stages: Vec<Stage> = read(value)?;
                let names: Vec<String> = stages.iter().map(|stage| stage.name(words)).collect();
                (!names.is_empty()).then(|| names.join(", "))
            }
            "kind" => read::<FunctionKind>(value)
                .map(|kind| function_name(&kind, words))
                .or_else(|| name::<SevenS>(words, value)),
            "effect" => match read(value)? {
                KpiEffect::PullsAgainst(function) => Some(self.lookup.function(&function)),
                effect => Some(effect.name(words)),
            },
            "curve" => {
                let curve: Curve = compare::read(value.clone(), self.digits()).ok()?;
                let parts = value.as_object()?.values().next()?;
                Some(format!("{}: {}", curve.name(words), self.plain(field, parts)))
            }
            "shared_by" | "us" => {
                let ids: Vec<Id> = read(value).or_else(|| read(value).map(|id| vec![id]))?;
                let event = self.event(place)?;
                let names: Vec<String> = ids.iter().map(|id| self.lookup.party(event, id)).collect();
                (!names.is_empty()).then(|| names.join(", "))
            }
            "period" => read(value).map(|period| number::period(words, &period)),
            "calendar" => read(value).map(|calendar| crate::words::names::calendar(&calendar, words)),
            _ => None,
        }
    }

    /// The event that a place lies in.
    fn event(&self, place: &Place) -> Option<&Event> {
        self.lookup.event_itself(&Id::new(place.first_item()?))
    }

    /// What an item without a name of its own is called, as far as this version knows.
    pub(super) fn item(&self, place: &Place, key: &str) -> Option<String> {
        let (words, id) = (self.words, Id::new(key));
        match place.fields().last()? {
            "functions" => self.lookup.known_function(&id),
            "assignments" => self.lookup.known_person(&id),
            "answers" => self.lookup.known_criterion(&id),
            "spend" | "months" => self.channel(&id),
            "channels" if place.fields().next() == Some("actuals") => {
                let (month, channel) = key.split_once(' ')?;
                let (channel, month) = (self.channel(&Id::new(channel))?, self.month(month)?);
                Some(t!(words, "versions-of", item = channel, field = month))
            }
            "readings" => {
                let (day, name) = key.split_once(' ')?;
                Some(t!(words, "versions-of", item = name, field = self.day(day)?))
            }
            "spans" => {
                let (from, to) = key.split_once(' ')?;
                Some(number::range(&self.day(from)?, &self.day(to)?))
            }
            "paid_by" | "received_by" => self.lookup.known_party(self.event(place)?, &id),
            "seven_s" => name::<SevenS>(words, &Tree::from(key)),
            "stages" => name::<Stage>(words, &Tree::from(key)),
            "circles" => name::<Circle>(words, &Tree::from(key)),
            "path" | "assessments" => self.day(key),
            _ => None,
        }
    }

    /// What is said of an item that belongs to something neither version has.
    pub(super) fn nowhere(&self, place: &Place, key: &str) -> Option<String> {
        let channel = || self.words.text("names-unknown-channel");
        match place.fields().last()? {
            "assignments" => Some(self.words.text("names-unknown-person")),
            "answers" => Some(self.words.text("names-unknown-criterion")),
            "paid_by" | "received_by" => Some(self.words.text("names-unknown-party")),
            "spend" | "months" => Some(channel()),
            "channels" if place.fields().next() == Some("actuals") => {
                let (month, _) = key.split_once(' ')?;
                Some(t!(self.words, "versions-of", item = channel(), field = self.month(month)?))
            }
            _ => None,
        }
    }

    fn channel(&self, id: &Id) -> Option<String> {
        self.lookup.knows_channel(id).then(|| self.lookup.item(Section::Allocation, id))
    }

    fn day(&self, text: &str) -> Option<String> {
        text.parse().ok().map(|day: Date| number::date(self.words, day))
    }

    /// The month of the period that begins with a day; of other days the day itself.
    fn month(&self, first_day: &str) -> Option<String> {
        let month = self.plan.period.month_of(first_day.parse().ok()?);
        month.map_or_else(|| self.day(first_day), |month| Some(number::month_of(self.words, &self.plan.period, month)))
    }

    fn digits(&self) -> u8 {
        self.plan.currency.digits.min(Currency::MOST_DIGITS)
    }
}

fn read<T: DeserializeOwned>(value: &Tree) -> Option<T> {
    T::deserialize(value).ok()
}

fn name<T: DeserializeOwned + Named>(words: &Words, value: &Tree) -> Option<String> {
    read::<T>(value).map(|kind| kind.name(words))
}
