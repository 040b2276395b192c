//! The team: who answers, who does what, whose KPI pulls elsewhere, who has too much to do.

pub mod problems;

use std::collections::HashMap;

use crate::plan::team::{Function, KpiEffect, Person, Raci, Team};
use crate::plan::{Id, Plan};

use super::numbers::{count, quotient};

/// What one person carries.
#[derive(Clone, Debug, PartialEq)]
pub struct Load {
    /// The person.
    pub person: Id,
    /// Hours a week the plan asks for.
    pub effort: f64,
    /// Hours a week there are.
    pub capacity: f64,
    /// Channels owned.
    pub channels: usize,
    /// Events and ripples owned.
    pub events: usize,
    /// Topics owned.
    pub topics: usize,
    /// Criteria of the pyramid owned.
    pub criteria: usize,
    /// Whether this person is accountable for the goal.
    pub owns_goal: bool,
}

impl Load {
    /// Effort ÷ capacity; `None` without capacity.
    #[must_use]
    pub fn ratio(&self) -> Option<f64> {
        quotient(self.effort, self.capacity)
    }

    /// More effort than capacity.
    #[must_use]
    pub fn over(&self) -> bool {
        self.effort > self.capacity
    }
}

/// A function's people and KPIs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionReport {
    /// The function.
    pub id: Id,
    /// People responsible.
    pub responsible: Vec<Id>,
    /// Whether every KPI serves the goal; `None` without KPIs.
    pub serves_goal: Option<bool>,
}

/// The team, calculated.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamReport {
    /// The accountable person, if there is one among the people.
    pub owner: Option<Id>,
    /// Functions in the plan's order.
    pub functions: Vec<FunctionReport>,
    /// People in the plan's order.
    pub loads: Vec<Load>,
    /// Hours a week of all.
    pub effort: f64,
    /// Capacity of all.
    pub capacity: f64,
}

/// Calculates the team.
#[must_use]
pub fn report(plan: &Plan) -> TeamReport {
    let team = &*plan.team;
    let owner = team.owner.clone().filter(|owner| team.people.iter().any(|person| person.id == *owner));
    let things = OwnedThings::of(plan);
    let hours = hours(team);
    let load = |person: &Person| Load {
        person: person.id.clone(),
        effort: hours.get(&person.id).copied().unwrap_or(0.0) + count(person.other_hours),
        capacity: count(person.capacity),
        channels: of(&things.channels, person),
        events: of(&things.events, person),
        topics: of(&things.topics, person),
        criteria: of(&things.criteria, person),
        owns_goal: team.owner.as_ref() == Some(&person.id),
    };
    let loads: Vec<Load> = team.people.iter().map(load).collect();
    TeamReport {
        owner,
        functions: team.functions.iter().map(function).collect(),
        effort: loads.iter().map(|load| load.effort).sum(),
        capacity: loads.iter().map(|load| load.capacity).sum(),
        loads,
    }
}

fn function(function: &Function) -> FunctionReport {
    let responsible = function.assignments.iter().filter(|part| part.role == Raci::Responsible);
    FunctionReport {
        id: function.id.clone(),
        responsible: responsible.map(|part| part.person.clone()).collect(),
        serves_goal: (!function.kpis.is_empty())
            .then(|| function.kpis.iter().all(|kpi| kpi.effect == KpiEffect::Serves)),
    }
}

/// Hours a week each person spends on the functions.
fn hours(team: &Team) -> HashMap<&Id, f64> {
    let mut hours = HashMap::new();
    for part in team.functions.iter().flat_map(|function| &function.assignments) {
        *hours.entry(&part.person).or_default() += count(part.hours);
    }
    hours
}

/// How many things each person owns.
struct OwnedThings<'a> {
    channels: HashMap<&'a Id, usize>,
    events: HashMap<&'a Id, usize>,
    topics: HashMap<&'a Id, usize>,
    criteria: HashMap<&'a Id, usize>,
}

impl<'a> OwnedThings<'a> {
    fn of(plan: &'a Plan) -> Self {
        let ripples = plan.ripples.iter().map(|ripple| &ripple.owner);
        Self {
            channels: counted(plan.allocation.channels.iter().map(|channel| &channel.owner)),
            events: counted(plan.events.iter().map(|event| &event.owner).chain(ripples)),
            topics: counted(plan.topics.list.iter().map(|topic| &topic.owner)),
            criteria: counted(plan.pyramid.criteria.iter().map(|criterion| &criterion.owner)),
        }
    }
}

fn counted<'a>(owners: impl Iterator<Item = &'a Option<Id>>) -> HashMap<&'a Id, usize> {
    let mut counts = HashMap::new();
    for owner in owners.flatten() {
        *counts.entry(owner).or_default() += 1;
    }
    counts
}

fn of(counts: &HashMap<&Id, usize>, person: &Person) -> usize {
    counts.get(&person.id).copied().unwrap_or(0)
}
