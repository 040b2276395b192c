//! What a person answers for and takes part in, all over the plan, and handing it over when they go.

use std::sync::Arc;

use crate::plan::content::SevenS;
use crate::plan::team::{Assignment, Raci};
use crate::plan::{Id, Plan};

use super::finding::Section;

/// Something that names a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Duty {
    /// Answers for the goal.
    Goal,
    /// Takes part in a function.
    Function(Id, Raci),
    /// Owns a sub-goal.
    SubGoal(Id),
    /// Owns a criterion of the pyramid.
    Criterion(Id),
    /// Owns a channel.
    Channel(Id),
    /// Owns a shared event.
    Event(Id),
    /// Owns a ripple.
    Ripple(Id),
    /// Owns a topic.
    Topic(Id),
    /// Owns one of the 7S.
    SevenS(SevenS),
}

/// Everything that names a person, in the order of the tabs; parts in functions by their weight.
#[must_use]
pub fn of(plan: &Plan, person: &Id) -> Vec<Duty> {
    let is_theirs = |owner: &Option<Id>| owner.as_ref() == Some(person);
    let mut duties = Vec::new();
    if is_theirs(&plan.team.owner) {
        duties.push(Duty::Goal);
    }
    for role in Raci::ALL {
        let is_part = |part: &Assignment| part.person == *person && part.role == role;
        let functions = plan.team.functions.iter().filter(|function| function.assignments.iter().any(is_part));
        duties.extend(functions.map(|function| Duty::Function(function.id.clone(), role)));
    }
    let sub_goals = plan.goal.sub_goals.iter().filter(|item| is_theirs(&item.owner));
    duties.extend(sub_goals.map(|item| Duty::SubGoal(item.id.clone())));
    let criteria = plan.pyramid.criteria.iter().filter(|item| is_theirs(&item.owner));
    duties.extend(criteria.map(|item| Duty::Criterion(item.id.clone())));
    let channels = plan.allocation.channels.iter().filter(|item| is_theirs(&item.owner));
    duties.extend(channels.map(|item| Duty::Channel(item.id.clone())));
    let events = plan.events.iter().filter(|item| is_theirs(&item.owner));
    duties.extend(events.map(|item| Duty::Event(item.id.clone())));
    let ripples = plan.ripples.iter().filter(|item| is_theirs(&item.owner));
    duties.extend(ripples.map(|item| Duty::Ripple(item.id.clone())));
    let topics = plan.topics.list.iter().filter(|item| is_theirs(&item.owner));
    duties.extend(topics.map(|item| Duty::Topic(item.id.clone())));
    let seven_s = plan.content.seven_s.iter().filter(|item| is_theirs(&item.owner));
    duties.extend(seven_s.map(|item| Duty::SevenS(item.kind)));
    duties
}

/// Takes a person out of the plan. Everything that named them names `heir` afterwards, or nobody.
pub fn remove(plan: &mut Plan, person: &Id, heir: Option<&Id>) {
    let give = |owner: &mut Option<Id>| {
        if owner.as_ref() == Some(person) {
            *owner = heir.cloned();
        }
    };
    let team = Arc::make_mut(&mut plan.team);
    team.people.retain(|other| other.id != *person);
    give(&mut team.owner);
    for function in &mut team.functions {
        hand_over(&mut function.assignments, person, heir);
    }
    for item in &mut Arc::make_mut(&mut plan.goal).sub_goals {
        give(&mut item.owner);
    }
    for item in &mut Arc::make_mut(&mut plan.pyramid).criteria {
        give(&mut item.owner);
    }
    for item in &mut Arc::make_mut(&mut plan.allocation).channels {
        give(&mut item.owner);
    }
    for item in Arc::make_mut(&mut plan.events) {
        give(&mut item.owner);
    }
    for item in Arc::make_mut(&mut plan.ripples) {
        give(&mut item.owner);
    }
    for item in &mut Arc::make_mut(&mut plan.topics).list {
        give(&mut item.owner);
    }
    for item in &mut Arc::make_mut(&mut plan.content).seven_s {
        give(&mut item.owner);
    }
}

/// Gives the person who answers for the goal everything that a finding says nobody owns.
pub fn own_all(plan: &mut Plan) {
    let Some(person) = plan.team.owner.clone() else { return };
    let findings = super::report(plan).findings;
    for place in findings.into_iter().filter(|finding| finding.code() == "no-owner").map(|finding| finding.place) {
        let Some(item) = place.item else { continue };
        if let Some(owner) = owner_of(plan, place.section, &item) {
            owner.get_or_insert_with(|| person.clone());
        }
    }
}

/// The owner of an item of a section.
fn owner_of<'a>(plan: &'a mut Plan, section: Section, item: &Id) -> Option<&'a mut Option<Id>> {
    macro_rules! in_list {
        ($list:expr) => {
            $list.iter_mut().find(|one| one.id == *item).map(|one| &mut one.owner)
        };
    }
    match section {
        Section::Goal => in_list!(Arc::make_mut(&mut plan.goal).sub_goals),
        Section::Pyramid => in_list!(Arc::make_mut(&mut plan.pyramid).criteria),
        Section::Allocation => in_list!(Arc::make_mut(&mut plan.allocation).channels),
        Section::Event => in_list!(Arc::make_mut(&mut plan.events)),
        Section::Ripple => in_list!(Arc::make_mut(&mut plan.ripples)),
        Section::Topics => in_list!(Arc::make_mut(&mut plan.topics).list),
        Section::Plan | Section::Team | Section::Track => None,
    }
}

/// A part that the heir has already takes the hours too, and the stronger of the two roles.
fn hand_over(parts: &mut Vec<Assignment>, person: &Id, heir: Option<&Id>) {
    let Some(at) = parts.iter().position(|part| part.person == *person) else { return };
    let theirs = heir.and_then(|heir| parts.iter().position(|part| part.person == *heir));
    match (heir, theirs) {
        (None, _) => {
            parts.remove(at);
        }
        (Some(heir), None) => parts[at].person = heir.clone(),
        (Some(_), Some(theirs)) => {
            let given = parts[at].clone();
            parts[theirs].role = parts[theirs].role.min(given.role);
            parts[theirs].hours += given.hours;
            parts.remove(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn worked_case() -> Plan {
        crate::file::read_text(include_str!("../../saved_plans/worked-case.ron")).unwrap()
    }

    #[test]
    fn what_is_handed_over_is_all_there_was_and_nothing_points_nowhere() {
        let plan = worked_case();
        let people: Vec<Id> = plan.team.people.iter().map(|person| person.id.clone()).collect();
        for person in &people {
            for heir in people.iter().filter(|heir| *heir != person).map(Some).chain([None]) {
                let mut after = plan.clone();
                remove(&mut after, person, heir);
                assert!(of(&after, person).is_empty() && after.team.people.len() + 1 == people.len());
                let text = crate::file::write_text(&after).unwrap();
                assert!(!text.contains(&format!("\"{person}\"")), "{person} is still named");
                if let Some(heir) = heir {
                    let owned =
                        |duties: Vec<Duty>| duties.iter().filter(|duty| !matches!(duty, Duty::Function(..))).count();
                    let both = owned(of(&plan, person)) + owned(of(&plan, heir));
                    assert_eq!(owned(of(&after, heir)), both);
                    let hours = |plan: &Plan| -> f64 {
                        plan.team
                            .functions
                            .iter()
                            .flat_map(|function| &function.assignments)
                            .map(|part| part.hours)
                            .sum()
                    };
                    assert!((hours(&plan) - hours(&after)).abs() < 1e-9, "hours of work do not get lost");
                }
            }
        }
    }

    #[test]
    fn whoever_answers_for_the_goal_takes_what_nobody_owns_and_nothing_else() {
        let mut plan = worked_case();
        let owned = plan.allocation.channels[1].owner.clone();
        Arc::make_mut(&mut plan.allocation).channels[0].owner = None;
        Arc::make_mut(&mut plan.goal).sub_goals[0].owner = None;
        Arc::make_mut(&mut plan.events)[0].owner = None;
        Arc::make_mut(&mut plan.ripples)[0].owner = None;
        Arc::make_mut(&mut plan.topics).list[0].owner = None;
        let nobodys = |plan: &Plan| {
            super::super::report(plan).findings.iter().filter(|finding| finding.code() == "no-owner").count()
        };
        assert!(nobodys(&plan) >= 5, "{}", nobodys(&plan));
        own_all(&mut plan);
        assert_eq!(nobodys(&plan), 0);
        assert_eq!(plan.allocation.channels[0].owner, plan.team.owner);
        assert_eq!(plan.allocation.channels[1].owner, owned);
        let mut nobody = worked_case();
        Arc::make_mut(&mut nobody.team).owner = None;
        let before = nobody.clone();
        own_all(&mut nobody);
        assert_eq!(nobody, before, "there is nobody to take it");
    }

    #[test]
    fn the_stronger_of_two_parts_stays() {
        let part = |person: &str, role, hours| Assignment { person: person.into(), role, hours };
        let mut parts = vec![part("a", Raci::Responsible, 4.0), part("b", Raci::Informed, 1.0)];
        hand_over(&mut parts, &"a".into(), Some(&"b".into()));
        assert_eq!(parts, [part("b", Raci::Responsible, 5.0)]);
    }
}
