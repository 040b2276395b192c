//! The team: who answers, who does what, whose KPI pulls elsewhere, who has too much to do.

use crate::plan::team::{Function, KpiEffect, Raci, Team};
use crate::plan::{Id, Plan};

use super::finding::{Finding, Problem, Section};

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
        (self.capacity > 0.0).then(|| self.effort / self.capacity)
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
    let loads: Vec<Load> = team.people.iter().map(|person| load(&person.id, plan)).collect();
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

fn load(id: &Id, plan: &Plan) -> Load {
    let person = plan.team.people.iter().find(|person| person.id == *id);
    let parts = plan.team.functions.iter().flat_map(|function| &function.assignments);
    let hours: f64 = parts.filter(|part| part.person == *id).map(|part| part.hours).sum();
    let owns = |owner: &Option<Id>| owner.as_ref() == Some(id);
    Load {
        person: id.clone(),
        effort: hours + person.map_or(0.0, |person| person.other_hours),
        capacity: person.map_or(0.0, |person| person.capacity),
        channels: plan.allocation.channels.iter().filter(|channel| owns(&channel.owner)).count(),
        events: plan.events.iter().filter(|event| owns(&event.owner)).count()
            + plan.ripples.iter().filter(|ripple| owns(&ripple.owner)).count(),
        topics: plan.topics.list.iter().filter(|topic| owns(&topic.owner)).count(),
        criteria: plan.pyramid.criteria.iter().filter(|criterion| owns(&criterion.owner)).count(),
        owns_goal: owns(&plan.team.owner),
    }
}

/// What to mend in the team.
pub(super) fn findings(team: &Team, report: &TeamReport, out: &mut Vec<Finding>) {
    let at = |field| Finding::at(Section::Team, field);
    if team.people.is_empty() {
        out.push(at("people").with(Problem::NoTeam));
        return;
    }
    if report.owner.is_none() {
        out.push(at("owner").with(Problem::NoAccountable));
    }
    for (function, row) in team.functions.iter().zip(&report.functions) {
        let mut add = |field, problem| out.push(Finding::new(Section::Team, Some(&function.id), field, problem));
        if row.responsible.is_empty() {
            add("assignments", Problem::NobodyResponsible);
        }
        for kpi in &function.kpis {
            match &kpi.effect {
                KpiEffect::Serves => {}
                KpiEffect::PullsAgainst(against) => {
                    add("kpis", Problem::KpiPullsAway { kpi: kpi.id.clone(), against: against.clone() });
                }
                KpiEffect::Unlinked => add("kpis", Problem::KpiUnlinked { kpi: kpi.id.clone() }),
            }
        }
    }
    for load in report.loads.iter().filter(|load| load.over()) {
        let problem = Problem::Overloaded { effort: load.effort, capacity: load.capacity };
        out.push(Finding::new(Section::Team, Some(&load.person), "capacity", problem));
    }
}
