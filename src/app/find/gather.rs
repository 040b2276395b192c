//! Collects everything that can be found: of the program, and of a plan. Pure; done once for a plan, beside the window.

use std::collections::HashMap;
use std::sync::Arc;

use super::fields::{self, ItemFields, Where};
use super::index::{Index, ItemField, Kind, Target};
use super::spelling::Name;
use crate::app::command::{self, Command};
use crate::app::context::{Scenarios, part_id, seven_s_id};
use crate::app::worker::Cancel;
use crate::calc::allocation::task_id;
use crate::calc::finding::by_kind;
use crate::calc::{Finding, Place, Report, Section};
use crate::plan::allocation::Class;
use crate::plan::content::SevenS;
use crate::plan::team::FunctionKind;
use crate::plan::{Id, Plan, Ripple, Task};
use crate::report::lookup::Lookup;
use crate::report::sentences::findings;
use crate::words::names::function_name;
use crate::words::{Language, Named, Words};

/// What can be found is of the program and, where one is open, of a plan: the base plan, with what it means.
#[derive(Clone, Default)]
pub struct Question {
    /// The plan.
    pub plan: Option<(Plan, Arc<Report>)>,
}

impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        match (&self.plan, &other.plan) {
            (Some((plan, report)), Some((other, their_report))) => {
                plan.same_as(other) && Arc::ptr_eq(report, their_report)
            }
            (plan, other) => plan.is_none() && other.is_none(),
        }
    }
}

/// Of findings of one kind no more are found one by one; the bar below the page lists all.
const ALIKE: usize = 100;

/// Collects it all.
#[must_use]
pub fn gather(question: &Question, cancel: &Cancel) -> Arc<Index> {
    let mut gathering = Gathering::default();
    gathering.commands();
    if let Some((plan, report)) = &question.plan {
        gathering.pages();
        gathering.of_plan();
        gathering.people(plan);
        gathering.allocation(plan, cancel);
        gathering.occasions(plan);
        gathering.scenarios(plan);
        gathering.findings(plan, report, cancel);
    }
    Arc::new(gathering.index)
}

/// Words of a key in both languages.
fn names(key: &str) -> Vec<Name> {
    both(|words| words.text(key))
}

fn both(say: impl Fn(&Words) -> String) -> Vec<Name> {
    Language::ALL.map(|language| Name::new(say(Words::of(language)))).into()
}

#[derive(Default)]
struct Gathering {
    index: Index,
    /// Places that were added.
    places: HashMap<Vec<&'static str>, usize>,
}

/// An item: its kind, its place, its name.
type Item<'a> = (Kind, Place, &'a str);

impl Gathering {
    /// The number of a place: the words of its keys, one behind the other.
    fn place(&mut self, keys: Where) -> usize {
        if let Some(place) = self.places.get(keys) {
            return *place;
        }
        let say = |words: &Words| keys.iter().map(|key| words.text(key)).collect::<Vec<_>>().join(" › ");
        let place = self.index.add_place(both(say));
        self.places.insert(keys.to_vec(), place);
        place
    }

    fn fields(&mut self, lists: &[ItemFields]) -> usize {
        let of_list = |&(field, label, place): &(&'static str, &'static str, Where)| ItemField {
            names: names(label),
            field,
            place: self.place(place),
        };
        let fields = lists.iter().copied().flatten().map(of_list).collect();
        self.index.add_fields(fields)
    }

    /// Adds an item; where it has no name yet, that is said.
    fn item(&mut self, (kind, target, typed): Item<'_>, at: (usize, Option<usize>)) {
        let named = if typed.trim().is_empty() { names("find-unnamed") } else { vec![Name::new(typed)] };
        self.index.add((kind, Target::GoTo(target)), named, at);
    }

    fn commands(&mut self) {
        let nowhere = self.place(&[]);
        for (_, commands) in command::groups() {
            for command in commands {
                let kind = if matches!(command, Command::Show(_)) { Kind::Tab } else { Kind::Command };
                self.index.add((kind, Target::Run(command)), both(|words| command.label(words)), (nowhere, None));
            }
        }
    }

    fn pages(&mut self) {
        for (key, section, field, place) in fields::PAGES {
            let place = self.place(place);
            self.index.add((Kind::Page, Target::GoTo(Place::of(section, field))), names(key), (place, None));
        }
    }

    fn of_plan(&mut self) {
        for (section, place, list) in fields::OF_PLAN {
            let place = self.place(place);
            for (field, label) in list {
                let target = Target::GoTo(Place::of(section, field));
                self.index.add((Kind::Field, target), names(label), (place, None));
            }
        }
        let place = self.place(&["allocation-tab", "allocation-channels"]);
        for (class, list) in Class::ALL.into_iter().zip(fields::OF_CLASSES) {
            for (field, label) in list {
                let say =
                    |words: &Words| crate::t!(words, "find-of", item = class.name(words), field = words.text(label));
                let target = Target::GoTo(Place::of(Section::Allocation, field));
                self.index.add((Kind::Field, target), both(say), (place, None));
            }
        }
    }

    fn people(&mut self, plan: &Plan) {
        let at = (self.place(&["goal-tab", "goal-sub-goals"]), Some(self.fields(&[fields::SUB_GOAL])));
        for sub in &plan.goal.sub_goals {
            self.item((Kind::SubGoal, Place::item(Section::Goal, &sub.id, "name"), &sub.name), at);
        }
        let place = self.place(&["team-tab"]);
        let (of_person, of_function, of_kpi) =
            (self.fields(&[fields::PERSON]), self.fields(&[fields::FUNCTION]), self.fields(&[fields::KPI]));
        for person in &plan.team.people {
            let target = Place::item(Section::Team, &person.id, "name");
            self.item((Kind::Person, target, &person.name), (place, Some(of_person)));
        }
        for function in &plan.team.functions {
            let target = Target::GoTo(Place::item(Section::Team, &function.id, "function"));
            let named = match &function.kind {
                FunctionKind::Other(name) if !name.trim().is_empty() => vec![Name::new(name)],
                kind => both(|words| function_name(kind, words)),
            };
            self.index.add((Kind::Function, target), named, (place, Some(of_function)));
            for kpi in &function.kpis {
                let target = Place::item(Section::Team, &kpi.id, "editor_kpi_name");
                self.item((Kind::Kpi, target, &kpi.name), (place, Some(of_kpi)));
            }
        }
        let at = (self.place(&["pyramid-tab"]), Some(self.fields(&[fields::CRITERION])));
        for criterion in &plan.pyramid.criteria {
            self.item((Kind::Criterion, Place::item(Section::Pyramid, &criterion.id, "name"), &criterion.name), at);
        }
    }

    fn allocation(&mut self, plan: &Plan, cancel: &Cancel) {
        let place = self.place(&["allocation-tab", "allocation-channels"]);
        let of_task = self.fields(&[fields::TASK]);
        for task in Task::ALL {
            let target = Target::GoTo(Place::item(Section::Allocation, &task_id(task), "min"));
            self.index.add((Kind::Task, target), both(|words| task.name(words)), (place, Some(of_task)));
        }
        let at = (place, Some(self.fields(&[fields::GROUP])));
        for group in &plan.allocation.groups {
            self.item((Kind::Group, Place::item(Section::Allocation, &group.id, "group-name"), &group.name), at);
        }
        // Channels whose curves are stated alike share a list.
        let mut of_curves: HashMap<&'static str, usize> = HashMap::new();
        for channel in plan.allocation.channels.iter().take_while(|_| !cancel.is_cancelled()) {
            let of_curve = fields::of_curve(&channel.curve);
            let list = *of_curves
                .entry(of_curve.first().map_or("", |field| field.1))
                .or_insert_with(|| self.fields(&[fields::CHANNEL, of_curve]));
            let at = (place, Some(list));
            self.item((Kind::Channel, Place::item(Section::Allocation, &channel.id, "spend"), &channel.name), at);
        }
    }

    fn occasions(&mut self, plan: &Plan) {
        let at = (self.place(&["allocation-tab", "event-shared-events"]), Some(self.fields(&[fields::EVENT])));
        for event in plan.events.iter() {
            self.item((Kind::Event, Place::item(Section::Event, &event.id, "name"), &event.name), at);
        }
        self.parts_of_events(plan, at.0);
        let place = self.place(&["ripple-tab"]);
        let steps = |follow: bool, share: bool| {
            let lists = [(true, fields::RIPPLE), (follow, fields::FOLLOW), (share, fields::SHARE)];
            lists.into_iter().filter_map(|(has, list)| has.then_some(list)).collect::<Vec<_>>()
        };
        let mut of_steps: HashMap<(bool, bool), usize> = HashMap::new();
        for ripple in plan.ripples.iter() {
            let has = steps_of(ripple);
            let list = *of_steps.entry(has).or_insert_with(|| self.fields(&steps(has.0, has.1)));
            let target = Place::item(Section::Ripple, &ripple.id, "name");
            self.item((Kind::Ripple, target, &ripple.name), (place, Some(list)));
        }
        let at = (self.place(&["topics-tab"]), Some(self.fields(&[fields::TOPIC])));
        for topic in &plan.topics.list {
            self.item((Kind::Topic, Place::item(Section::Topics, &topic.id, "name"), &topic.name), at);
        }
        let at = (self.place(&["topics-tab", "topics-seven-s"]), Some(self.fields(&[fields::SEVEN_S])));
        for kind in SevenS::ALL {
            let target = Target::GoTo(Place::item(Section::Topics, &seven_s_id(kind), "seven_s_next_step"));
            self.index.add((Kind::SevenS, target), both(|words| kind.name(words)), at);
        }
    }

    fn parts_of_events(&mut self, plan: &Plan, place: usize) {
        let of_item = (place, Some(self.fields(&[fields::ITEM])));
        let of_party = (place, Some(self.fields(&[fields::PARTY])));
        for event in plan.events.iter() {
            let place = |part: &Id, field| Place::item(Section::Event, &part_id(&event.id, part), field);
            for item in &event.items {
                self.item((Kind::Item, place(&item.id, "label"), &item.label), of_item);
            }
            for party in &event.parties {
                self.item((Kind::Party, place(&party.id, "name"), &party.name), of_party);
            }
        }
    }

    fn scenarios(&mut self, plan: &Plan) {
        let place = self.place(&["find-scenarios"]);
        let asked = |asked| (Kind::Scenario, Target::Scenario(asked));
        let choose = |id: Option<&Id>| asked(Scenarios::Choose(id.cloned()));
        self.index.add(choose(None), names("scenario-base"), (place, None));
        for scenario in plan.scenarios.iter() {
            self.index.add(choose(Some(&scenario.id)), vec![Name::new(&scenario.name)], (place, None));
        }
        self.index.add(asked(Scenarios::New), names("scenario-new"), (place, None));
        if !plan.scenarios.is_empty() {
            self.index.add(asked(Scenarios::Compare), names("scenario-compare"), (place, None));
        }
    }

    fn findings(&mut self, plan: &Plan, report: &Report, cancel: &Cancel) {
        let lookups = Language::ALL.map(|language| Lookup::indexed(plan, Words::of(language)));
        let place = self.place(&["find-findings"]);
        let kinds = by_kind(&report.findings, Finding::code);
        let shown = kinds.iter().flat_map(|kind| kind.iter().take(ALIKE));
        for finding in shown.take_while(|_| !cancel.is_cancelled()) {
            let says = lookups.each_ref().map(|lookup| Name::sentence(findings::message(lookup, finding)));
            let target = Target::Mend(Box::new((*finding).clone()));
            self.index.add((Kind::Finding(finding.severity()), target), says.into(), (place, None));
        }
    }
}

/// Whether a ripple has the step of followers, and that of sharing.
fn steps_of(ripple: &Ripple) -> (bool, bool) {
    (ripple.follow.is_some(), ripple.share.is_some())
}
