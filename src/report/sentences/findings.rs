//! Findings in words: what is wrong, and how to mend it.
//!
//! The words stand under the finding's code, the values under the names the finding gives them; nothing here knows
//! what a finding is about.

use crate::calc::finding::{Finding, Value};
use crate::plan::Event;
use crate::report::lookup::{self, Lookup};
use crate::words::{self, Args, Named, Words, names, number};

use super::{not_split, proposal};

/// What a finding says.
#[must_use]
pub fn message(lookup: &Lookup, finding: &Finding) -> String {
    Say { lookup, finding }.words_of("")
}

/// What mends it.
#[must_use]
pub fn remedy(lookup: &Lookup, finding: &Finding) -> String {
    Say { lookup, finding }.words_of("-mend")
}

/// Puts one finding into words.
struct Say<'a> {
    lookup: &'a Lookup<'a>,
    finding: &'a Finding,
}

impl Say<'_> {
    fn words_of(&self, end: &str) -> String {
        let mut args = Args::default();
        args.set("item", self.item());
        args.set("field", field_name(self.lookup.words(), self.finding.place.field));
        for (name, value) in self.finding.values() {
            args.set(name, self.shown(value));
        }
        self.lookup.words().say(&format!("findings-{}{end}", self.finding.code()), &args)
    }

    /// The name of the item the finding is about, or else of its section.
    fn item(&self) -> String {
        let place = &self.finding.place;
        match &place.item {
            Some(id) if place.field == "scenarios" => self.lookup.scenario(id),
            Some(id) => self.lookup.item(place.section, id),
            None => self.lookup.words().text(lookup::section(place.section)),
        }
    }

    /// The event the finding is about.
    fn event(&self) -> Option<&Event> {
        self.lookup.event_itself(self.finding.place.item.as_ref()?)
    }

    fn shown(&self, value: &Value) -> words::Value<'static> {
        let (lookup, plan, words) = (self.lookup, self.lookup.plan(), self.lookup.words());
        let text = match value {
            Value::Count(count) => return (*count).into(),
            Value::Choice(name) => return (*name).into(),
            Value::Money(amount) => number::amount_named(words, &plan.currency, *amount),
            Value::Percent(fraction) => number::percent(words.language(), *fraction, 0),
            Value::Hours(hours) => number::trimmed(*hours, 1),
            Value::Factor(factor) => number::trimmed(*factor, 2),
            Value::Score(score) => number::count(*score, 2),
            Value::Gain(objective, gain) => {
                proposal::won_more(plan, words, *objective, &proposal::won(*objective, *gain))
            }
            Value::Task(task) => task.name(words),
            Value::Class(class) => class.name(words),
            Value::Expected(count) => number::expected(*count),
            Value::Level(level) => names::level_name(*level, words),
            Value::Function(id) => lookup.function(id),
            Value::Kpi(id) => lookup.kpi(id),
            Value::Criterion(id) => lookup.criterion(id),
            Value::Event(id) => lookup.event(id),
            Value::Topic(id) => lookup.topic(id),
            Value::Channel(id) => lookup.channel(id),
            Value::Month(month) => number::month_of(words, &plan.period, u32::try_from(*month).unwrap_or(0)),
            Value::Party(id) => {
                self.event().map_or_else(|| words.text("names-unknown-party"), |event| lookup.party(event, id))
            }
            Value::EventItem(id) => {
                self.event().map_or_else(|| words.text("names-unknown-item"), |event| lookup.event_item(event, id))
            }
            Value::EventItems(ids) => {
                self.event().map(|event| not_split::first_of(words, event, ids)).unwrap_or_default()
            }
            Value::Day(day) => number::date(words, *day),
            Value::Year(year) => year.to_string(),
            Value::SevenS(kind) => kind.name(words),
            Value::Local { name, english } => names::local(words.language(), (name, english)).to_owned(),
        };
        text.into()
    }
}

/// What a field of the plan is called.
fn field_name(words: &Words, field: &str) -> String {
    let key = format!("findings-field-{field}");
    if words.has(&key) { words.text(&key) } else { field.to_owned() }
}
