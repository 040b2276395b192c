//! Names by an index against names looked for one by one.

use std::sync::Arc;

use super::*;
use crate::file::{examples::worked_case, read_text};
use crate::words::Language;

/// Every id of a plan, one that leads nowhere, and the empty one.
fn ids(plan: &Plan) -> Vec<Id> {
    let typed = Kind::ALL.into_iter().flat_map(|kind| kind.of(plan)).map(|(id, _)| id);
    let parts = plan.events.iter().flat_map(|event| Part::ALL.into_iter().flat_map(|part| part.of(event)));
    let nowhere = ["nowhere", ""].map(Id::from);
    typed.chain(parts.map(|(id, _)| id)).chain(&nowhere).cloned().collect()
}

#[test]
fn an_index_finds_what_looking_through_the_plan_finds() {
    for language in Language::ALL {
        let mut plan = read_text(worked_case(language)).unwrap();
        // Ids that are used twice, and names that are blank.
        let events = Arc::make_mut(&mut plan.events);
        let mut twice = events[0].clone();
        twice.parties.iter_mut().for_each(|party| party.name += " again");
        twice.name = String::new();
        events.push(twice);
        let people = &mut Arc::make_mut(&mut plan.team).people;
        let mut twice = people[0].clone();
        twice.name += " again";
        people.push(twice);
        Arc::make_mut(&mut plan.allocation).channels[0].name = " ".to_owned();
        let words = Words::of(language);
        let [slow, quick] = [Lookup::new(&plan, words), Lookup::indexed(&plan, words)];
        let sections = [
            Section::Plan,
            Section::Goal,
            Section::Team,
            Section::Pyramid,
            Section::Allocation,
            Section::Event,
            Section::Ripple,
            Section::Track,
            Section::Topics,
        ];
        let of_id = |lookup: &Lookup, id: &Id| {
            let mut said: Vec<String> = sections.iter().map(|section| lookup.item(*section, id)).collect();
            said.extend([lookup.person(id), lookup.function(id), lookup.criterion(id), lookup.event(id)]);
            said.extend([lookup.kpi(id), lookup.topic(id), lookup.knows_channel(id).to_string()]);
            said.extend(plan.events.iter().map(|event| lookup.party(event, id)));
            said.extend(plan.events.iter().map(|event| lookup.event_item(event, id)));
            said.extend(lookup.event_itself(id).map(|event| event.name.clone()));
            said
        };
        for id in ids(&plan) {
            assert_eq!(of_id(&slow, &id), of_id(&quick, &id), "{id}");
        }
    }
}
