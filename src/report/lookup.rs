//! Names of what a plan refers to by id. An id that leads nowhere is said to be unknown, in words.

use crate::calc::finding::Section;
use crate::calc::odds::Input;
use crate::plan::{Event, Id, Plan};
use crate::t;
use crate::words::{Words, names};

/// The name of a person.
#[must_use]
pub fn person(plan: &Plan, words: &Words, id: &Id) -> String {
    let found = plan.team.people.iter().find(|person| person.id == *id);
    found.map_or_else(|| unknown(words, "names-unknown-person", id), |person| person.name.clone())
}

/// The name of a function.
#[must_use]
pub fn function(plan: &Plan, words: &Words, id: &Id) -> String {
    let found = plan.team.functions.iter().find(|function| function.id == *id);
    found.map_or_else(
        || unknown(words, "names-unknown-function", id),
        |function| names::function_name(&function.kind, words),
    )
}

/// The name of a criterion of the pyramid.
#[must_use]
pub fn criterion(plan: &Plan, words: &Words, id: &Id) -> String {
    let found = plan.pyramid.criteria.iter().find(|criterion| criterion.id == *id);
    found.map_or_else(|| unknown(words, "names-unknown-criterion", id), |criterion| criterion.name.clone())
}

/// The name of a KPI of a function.
#[must_use]
pub fn kpi(plan: &Plan, id: &Id) -> String {
    let found = plan.team.functions.iter().flat_map(|function| &function.kpis).find(|kpi| kpi.id == *id);
    found.map_or_else(|| id.to_string(), |kpi| kpi.name.clone())
}

/// What an item of an event is called.
#[must_use]
pub fn event_item(event: &Event, id: &Id) -> String {
    let found = event.items.iter().find(|item| item.id == *id);
    found.map_or_else(|| id.to_string(), |item| item.label.clone())
}

/// The name of a party of an event.
#[must_use]
pub fn party(event: &Event, words: &Words, id: &Id) -> String {
    let found = event.parties.iter().find(|party| party.id == *id);
    found.map_or_else(|| unknown(words, "names-unknown-party", id), |party| party.name.clone())
}

/// The name of an event or of a ripple.
#[must_use]
pub fn event(plan: &Plan, words: &Words, id: &Id) -> String {
    let events = plan.events.iter().map(|event| (&event.id, &event.name));
    let ripples = plan.ripples.iter().map(|ripple| (&ripple.id, &ripple.name));
    let found = events.chain(ripples).find(|(other, _)| *other == id);
    found.map_or_else(|| unknown(words, "names-unknown-event", id), |(_, name)| name.clone())
}

/// The name of a topic.
#[must_use]
pub fn topic(plan: &Plan, id: &Id) -> String {
    let found = plan.topics.list.iter().find(|topic| topic.id == *id);
    found.map_or_else(|| id.to_string(), |topic| topic.name.clone())
}

/// The name of an item of a section, as findings refer to it.
#[must_use]
pub fn item(plan: &Plan, words: &Words, section: Section, id: &Id) -> String {
    let named = |name: Option<String>| name.filter(|name| !name.trim().is_empty());
    let found = match section {
        Section::Plan => None,
        Section::Goal => plan.goal.sub_goals.iter().find(|sub| sub.id == *id).map(|sub| sub.name.clone()),
        Section::Team if plan.team.functions.iter().any(|function| function.id == *id) => {
            Some(function(plan, words, id))
        }
        Section::Team => Some(person(plan, words, id)),
        // What names a criterion that is not there is an answer to it.
        Section::Pyramid if plan.pyramid.criteria.iter().all(|criterion| criterion.id != *id) => {
            Some(words.text("names-answer"))
        }
        Section::Pyramid => Some(criterion(plan, words, id)),
        Section::Allocation => {
            let channels = plan.allocation.channels.iter().map(|channel| (&channel.id, &channel.name));
            let groups = plan.allocation.groups.iter().map(|group| (&group.id, &group.name));
            channels.chain(groups).find(|(other, _)| *other == id).map(|(_, name)| name.clone())
        }
        Section::Topics if plan.topics.list.iter().any(|topic| topic.id == *id) => Some(topic(plan, id)),
        Section::Event | Section::Ripple | Section::Topics => Some(event(plan, words, id)),
    };
    named(found).unwrap_or_else(|| t!(words, "names-unnamed", section = words.text(self::section(section))))
}

/// What a section of the plan is called.
#[must_use]
pub fn section(section: Section) -> &'static str {
    match section {
        Section::Plan => "findings-section-plan",
        Section::Goal => "goal-tab",
        Section::Team => "team-tab",
        Section::Pyramid => "pyramid-tab",
        Section::Allocation => "allocation-tab",
        Section::Event => "event-tab",
        Section::Ripple => "ripple-tab",
        Section::Topics => "topics-tab",
    }
}

/// "unknown person (li-wei)": the plan names somebody or something that it does not hold.
#[must_use]
pub fn unknown(words: &Words, key: &str, id: &Id) -> String {
    t!(words, key, id = id.to_string())
}

/// What an uncertain number is called: the number alone where there is just one of its kind, otherwise with its item.
#[must_use]
pub fn input(plan: &Plan, words: &Words, input: &Input) -> String {
    let Some(place) = &input.place else { return input.name.clone() };
    let Some(key) = input_key(place.section, place.field) else { return input.name.clone() };
    let what = words.text(key);
    let only_ripple = place.section == Section::Ripple && plan.ripples.len() == 1;
    match &place.item {
        Some(id) if !only_ripple => {
            let item = item(plan, words, place.section, id);
            t!(words, "odds-input-of", what = what, item = item)
        }
        _ => what,
    }
}

fn input_key(section: Section, field: &str) -> Option<&'static str> {
    Some(match (section, field) {
        (Section::Allocation, "registrations_range") => "odds-input-registrations",
        (Section::Allocation | Section::Event, "lead_rate") => "odds-input-lead-rate",
        (Section::Allocation, "class_a") => "odds-input-close-a",
        (Section::Allocation, "value_a") => "odds-input-value-a",
        (Section::Allocation, "class_b") => "odds-input-close-b",
        (Section::Allocation, "value_b") => "odds-input-value-b",
        (Section::Event, "contacts") => "odds-input-contacts",
        (Section::Ripple, "audience") => "odds-input-audience",
        (Section::Ripple, "lead_rate") => "odds-input-onsite-lead-rate",
        (Section::Ripple, "sign_rate") => "odds-input-onsite-sign-rate",
        (Section::Ripple, "value") => "odds-input-value",
        (Section::Ripple, "conversion") => "odds-input-conversion",
        (Section::Ripple, "sharers") => "odds-input-sharers",
        (Section::Ripple, "contacts") => "odds-input-friends",
        (Section::Ripple, "offsite_lead_rate") => "odds-input-offsite-lead-rate",
        (Section::Ripple, "offsite_sign_rate") => "odds-input-offsite-sign-rate",
        (Section::Ripple, "reshare_rate") => "odds-input-reshare-rate",
        _ => return None,
    })
}
