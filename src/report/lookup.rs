//! Names of what a plan refers to by id. An id that leads nowhere is said to be no longer in the plan, and never shown.
//!
//! Whoever shows a few names asks the functions, which look through the plan. Whoever names everything in it asks
//! [`Lookup::indexed`], which finds each name in the same time however many there are.

use std::collections::HashMap;

use crate::calc::finding::Section;
use crate::calc::odds::Input;
use crate::plan::team::FunctionKind;
use crate::plan::{Event, Id, Plan};
use crate::t;
use crate::words::{Words, names};

/// Names by id.
pub struct Lookup<'a> {
    plan: &'a Plan,
    words: &'a Words,
    index: Option<Index<'a>>,
}

/// What stands under each id; one that is used twice belongs to what stands first.
struct Index<'a> {
    names: HashMap<(Kind, &'a Id), Name<'a>>,
    events: HashMap<&'a Id, &'a Event>,
    /// An event by where it lies, as two may have the same id.
    parts: HashMap<(Part, *const Event, &'a Id), &'a str>,
}

/// What ids are unique among.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    SubGoal,
    Person,
    Function,
    Kpi,
    Criterion,
    /// Channels and their groups.
    Channel,
    /// Events and ripples.
    Occasion,
    Topic,
    Scenario,
}

/// What ids are unique among within an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Part {
    Party,
    Item,
}

/// A name as the plan holds it.
#[derive(Clone, Copy)]
enum Name<'a> {
    Typed(&'a str),
    Function(&'a FunctionKind),
}

impl Kind {
    const ALL: [Self; 9] = [
        Self::SubGoal,
        Self::Person,
        Self::Function,
        Self::Kpi,
        Self::Criterion,
        Self::Channel,
        Self::Occasion,
        Self::Topic,
        Self::Scenario,
    ];

    /// Everything of this kind by its id.
    fn of(self, plan: &Plan) -> Box<dyn Iterator<Item = (&Id, Name<'_>)> + '_> {
        macro_rules! typed {
            ($items:expr) => {
                $items.iter().map(|item| (&item.id, Name::Typed(&item.name)))
            };
        }
        let functions = &plan.team.functions;
        match self {
            Self::SubGoal => Box::new(typed!(plan.goal.sub_goals)),
            Self::Person => Box::new(typed!(plan.team.people)),
            Self::Function => Box::new(functions.iter().map(|item| (&item.id, Name::Function(&item.kind)))),
            Self::Kpi => Box::new(functions.iter().flat_map(|function| typed!(function.kpis))),
            Self::Criterion => Box::new(typed!(plan.pyramid.criteria)),
            Self::Channel => Box::new(typed!(plan.allocation.channels).chain(typed!(plan.allocation.groups))),
            Self::Occasion => Box::new(typed!(plan.events).chain(typed!(plan.ripples))),
            Self::Topic => Box::new(typed!(plan.topics.list)),
            Self::Scenario => Box::new(typed!(plan.scenarios)),
        }
    }
}

impl Part {
    const ALL: [Self; 2] = [Self::Party, Self::Item];

    fn of(self, event: &Event) -> Box<dyn Iterator<Item = (&Id, &str)> + '_> {
        match self {
            Self::Party => Box::new(event.parties.iter().map(|party| (&party.id, party.name.as_str()))),
            Self::Item => Box::new(event.items.iter().map(|item| (&item.id, item.label.as_str()))),
        }
    }
}

impl<'a> Index<'a> {
    fn of(plan: &'a Plan) -> Self {
        let mut index = Self { names: HashMap::new(), events: HashMap::new(), parts: HashMap::new() };
        for kind in Kind::ALL {
            for (id, name) in kind.of(plan) {
                index.names.entry((kind, id)).or_insert(name);
            }
        }
        for event in plan.events.iter() {
            index.events.entry(&event.id).or_insert(event);
            for part in Part::ALL {
                for (id, name) in part.of(event) {
                    index.parts.entry((part, event, id)).or_insert(name);
                }
            }
        }
        index
    }
}

impl<'a> Lookup<'a> {
    /// Looks through the plan for each name.
    #[must_use]
    pub fn new(plan: &'a Plan, words: &'a Words) -> Self {
        Self { plan, words, index: None }
    }

    /// Goes through the plan once, and then finds each name at once.
    #[must_use]
    pub fn indexed(plan: &'a Plan, words: &'a Words) -> Self {
        Self { plan, words, index: Some(Index::of(plan)) }
    }

    /// The plan.
    #[must_use]
    pub fn plan(&self) -> &'a Plan {
        self.plan
    }

    /// The words.
    #[must_use]
    pub fn words(&self) -> &'a Words {
        self.words
    }

    fn find(&self, kind: Kind, id: &Id) -> Option<Name<'a>> {
        match &self.index {
            Some(index) => index.names.get(&(kind, id)).copied(),
            None => kind.of(self.plan).find(|(other, _)| *other == id).map(|(_, name)| name),
        }
    }

    fn name(&self, kind: Kind, id: &Id) -> Option<String> {
        self.find(kind, id).map(|name| match name {
            Name::Typed(name) => name.to_owned(),
            Name::Function(kind) => names::function_name(kind, self.words),
        })
    }

    fn part(&self, part: Part, event: &Event, id: &Id) -> Option<String> {
        let found = match &self.index {
            Some(index) => index.parts.get(&(part, std::ptr::from_ref(event), id)).copied(),
            None => part.of(event).find(|(other, _)| *other == id).map(|(_, name)| name),
        };
        found.map(str::to_owned)
    }

    fn or_unknown(&self, name: Option<String>, key: &str) -> String {
        name.unwrap_or_else(|| self.words.text(key))
    }

    /// The event of this id.
    #[must_use]
    pub fn event_itself(&self, id: &Id) -> Option<&'a Event> {
        match &self.index {
            Some(index) => index.events.get(id).copied(),
            None => self.plan.events.iter().find(|event| event.id == *id),
        }
    }

    /// The name of a person, if there is one of this id.
    #[must_use]
    pub fn known_person(&self, id: &Id) -> Option<String> {
        self.name(Kind::Person, id)
    }

    /// The name of a criterion, if there is one of this id.
    #[must_use]
    pub fn known_criterion(&self, id: &Id) -> Option<String> {
        self.name(Kind::Criterion, id)
    }

    /// The name of a party of an event, if there is one of this id.
    #[must_use]
    pub fn known_party(&self, event: &Event, id: &Id) -> Option<String> {
        self.part(Part::Party, event, id)
    }

    /// The name of a function, if there is one of this id.
    #[must_use]
    pub fn known_function(&self, id: &Id) -> Option<String> {
        self.name(Kind::Function, id)
    }

    /// Whether a channel or a group of channels has this id.
    #[must_use]
    pub fn knows_channel(&self, id: &Id) -> bool {
        self.find(Kind::Channel, id).is_some()
    }

    /// The name of a person.
    #[must_use]
    pub fn person(&self, id: &Id) -> String {
        self.or_unknown(self.known_person(id), "names-unknown-person")
    }

    /// The name of a function.
    #[must_use]
    pub fn function(&self, id: &Id) -> String {
        self.or_unknown(self.known_function(id), "names-unknown-function")
    }

    /// The name of a criterion of the pyramid.
    #[must_use]
    pub fn criterion(&self, id: &Id) -> String {
        self.or_unknown(self.known_criterion(id), "names-unknown-criterion")
    }

    /// The name of an event or of a ripple.
    #[must_use]
    pub fn event(&self, id: &Id) -> String {
        self.or_unknown(self.name(Kind::Occasion, id), "names-unknown-event")
    }

    /// The name of a party of an event.
    #[must_use]
    pub fn party(&self, event: &Event, id: &Id) -> String {
        self.or_unknown(self.known_party(event, id), "names-unknown-party")
    }

    /// What an item of an event is called.
    #[must_use]
    pub fn event_item(&self, event: &Event, id: &Id) -> String {
        self.or_unknown(self.part(Part::Item, event, id), "names-unknown-item")
    }

    /// The name of a KPI of a function.
    #[must_use]
    pub fn kpi(&self, id: &Id) -> String {
        self.or_unknown(self.name(Kind::Kpi, id), "names-unknown-kpi")
    }

    /// The name of a topic.
    #[must_use]
    pub fn topic(&self, id: &Id) -> String {
        self.or_unknown(self.name(Kind::Topic, id), "names-unknown-topic")
    }

    /// The name of a scenario; where it has none, that it has none.
    #[must_use]
    pub fn scenario(&self, id: &Id) -> String {
        let name = self.name(Kind::Scenario, id).filter(|name| !name.trim().is_empty());
        self.or_unknown(name, "scenario-unnamed")
    }

    /// The name of a channel or of a group of channels.
    #[must_use]
    pub fn channel(&self, id: &Id) -> String {
        if self.knows_channel(id) {
            self.item(Section::Allocation, id)
        } else {
            self.words.text("names-unknown-channel")
        }
    }

    /// The name of an item of a section, as findings refer to it.
    #[must_use]
    pub fn item(&self, section: Section, id: &Id) -> String {
        let found = match section {
            Section::Plan => None,
            Section::Goal => self.name(Kind::SubGoal, id),
            Section::Team => self.name(Kind::Function, id).or_else(|| Some(self.person(id))),
            // What names a criterion that is not there is an answer to it.
            Section::Pyramid => self.name(Kind::Criterion, id).or_else(|| Some(self.words.text("names-answer"))),
            Section::Allocation | Section::Track => self.name(Kind::Channel, id),
            Section::Topics => self.name(Kind::Topic, id).or_else(|| Some(self.event(id))),
            Section::Event | Section::Ripple => Some(self.event(id)),
        };
        let found = found.filter(|name| !name.trim().is_empty());
        found.unwrap_or_else(|| t!(self.words, "names-unnamed", section = self.words.text(self::section(section))))
    }

    /// What an uncertain number is called: the number alone where there is just one of its kind, otherwise with its item.
    #[must_use]
    pub fn input(&self, input: &Input) -> String {
        let Some(place) = &input.place else { return input.name.clone() };
        let Some(key) = input_key(place.section, place.field) else { return input.name.clone() };
        let what = self.words.text(key);
        let only_ripple = place.section == Section::Ripple && self.plan.ripples.len() == 1;
        match &place.item {
            Some(id) if !only_ripple => {
                t!(self.words, "odds-input-of", what = what, item = self.item(place.section, id))
            }
            _ => what,
        }
    }
}

/// The name of a person.
#[must_use]
pub fn person(plan: &Plan, words: &Words, id: &Id) -> String {
    Lookup::new(plan, words).person(id)
}

/// The name of a function.
#[must_use]
pub fn function(plan: &Plan, words: &Words, id: &Id) -> String {
    Lookup::new(plan, words).function(id)
}

/// The name of a criterion of the pyramid.
#[must_use]
pub fn criterion(plan: &Plan, words: &Words, id: &Id) -> String {
    Lookup::new(plan, words).criterion(id)
}

/// The name of an event or of a ripple.
#[must_use]
pub fn event(plan: &Plan, words: &Words, id: &Id) -> String {
    Lookup::new(plan, words).event(id)
}

/// The name of an item of a section, as findings refer to it.
#[must_use]
pub fn item(plan: &Plan, words: &Words, section: Section, id: &Id) -> String {
    Lookup::new(plan, words).item(section, id)
}

/// What an uncertain number is called: the number alone where there is just one of its kind, otherwise with its item.
#[must_use]
pub fn input(plan: &Plan, words: &Words, input: &Input) -> String {
    Lookup::new(plan, words).input(input)
}

/// The name of a party of an event.
#[must_use]
pub fn party(event: &Event, words: &Words, id: &Id) -> String {
    let found = event.parties.iter().find(|party| party.id == *id);
    found.map_or_else(|| words.text("names-unknown-party"), |party| party.name.clone())
}

/// What an item of an event is called.
#[must_use]
pub fn event_item(event: &Event, words: &Words, id: &Id) -> String {
    let found = event.items.iter().find(|item| item.id == *id);
    found.map_or_else(|| words.text("names-unknown-item"), |item| item.label.clone())
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
        Section::Track => "track-tab",
        Section::Topics => "topics-tab",
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

#[cfg(test)]
#[path = "lookup_tests.rs"]
mod tests;
