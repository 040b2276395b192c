//! What can be wrong with a team, and with who owns what.

use crate::calc::finding::Severity::{Advice, Error, Warning};
use crate::calc::finding::{Finding, Place, Problem, Section, Severity, Value, Values};
use crate::plan::Id;
use crate::plan::team::{Function, KpiEffect, Team};

use super::TeamReport;

/// What can be wrong with a team, and with who owns what.
#[derive(Clone, Debug)]
pub enum TeamProblem {
    /// Nobody owns the item, whatever it is.
    NoOwner,
    /// No person is in the plan yet.
    NoTeam,
    /// People are named, but nobody answers for the goal or has a part in a function yet.
    NotBegun,
    /// Nobody is accountable for the goal.
    NoAccountable,
    /// Functions nobody has a part in yet, and that have no KPI.
    OpenFunctions {
        /// How many.
        functions: usize,
    },
    /// Nobody does a function.
    NobodyResponsible,
    /// A KPI pulls against another function.
    KpiPullsAway {
        /// The KPI.
        kpi: Id,
        /// The function it pulls against.
        against: Id,
    },
    /// A KPI's effect on the goal is not said.
    KpiUnlinked {
        /// The KPI.
        kpi: Id,
    },
    /// A person has more to do than hours.
    Overloaded {
        /// Hours of work a week.
        effort: f64,
        /// Hours a week to do it.
        capacity: f64,
    },
}

impl Problem for TeamProblem {
    fn kind(&self) -> (Severity, &'static str) {
        match self {
            Self::NoOwner => (Warning, "no-owner"),
            Self::NoTeam => (Advice, "no-team"),
            Self::NotBegun => (Advice, "team-not-begun"),
            Self::NoAccountable => (Error, "no-accountable"),
            Self::OpenFunctions { .. } => (Advice, "open-functions"),
            Self::NobodyResponsible => (Error, "nobody-responsible"),
            Self::KpiPullsAway { .. } => (Warning, "kpi-pulls-away"),
            Self::KpiUnlinked { .. } => (Advice, "kpi-unlinked"),
            Self::Overloaded { .. } => (Warning, "overloaded"),
        }
    }

    fn values(self) -> Values {
        match self {
            Self::KpiPullsAway { kpi, against } => {
                vec![("kpi", Value::Kpi(kpi)), ("against", Value::Function(against))]
            }
            Self::OpenFunctions { functions } => vec![("functions", Value::Count(functions))],
            Self::KpiUnlinked { kpi } => vec![("kpi", Value::Kpi(kpi))],
            Self::Overloaded { effort, capacity } => {
                vec![("effort", Value::Hours(effort)), ("capacity", Value::Hours(capacity))]
            }
            _ => Vec::new(),
        }
    }
}

/// What to mend in the team.
pub(in crate::calc) fn findings(team: &Team, report: &TeamReport, out: &mut Vec<Finding>) {
    let at = |field| Place::of(Section::Team, field);
    if team.people.is_empty() {
        out.push(Finding::new(at("people"), TeamProblem::NoTeam));
        return;
    }
    let nobody_has_a_part = team.functions.iter().all(|function| function.assignments.is_empty());
    let open: Vec<&Function> = team.functions.iter().filter(|function| is_open(function)).collect();
    if report.owner.is_none() {
        let problem = if nobody_has_a_part { TeamProblem::NotBegun } else { TeamProblem::NoAccountable };
        out.push(Finding::new(at("owner"), problem));
    }
    if let Some(first) = open.first().filter(|_| report.owner.is_some() || !nobody_has_a_part) {
        let problem = TeamProblem::OpenFunctions { functions: open.len() };
        out.push(Finding::new(Place::item(Section::Team, &first.id, "assignments"), problem));
    }
    for (function, row) in team.functions.iter().zip(&report.functions) {
        let mut add = |field, problem| out.push(Finding::new(Place::item(Section::Team, &function.id, field), problem));
        if row.responsible.is_empty() && !is_open(function) {
            add("assignments", TeamProblem::NobodyResponsible);
        }
        for kpi in &function.kpis {
            let id = kpi.id.clone();
            match &kpi.effect {
                KpiEffect::Serves => {}
                KpiEffect::PullsAgainst(against) => {
                    add("kpis", TeamProblem::KpiPullsAway { kpi: id, against: against.clone() });
                }
                KpiEffect::Unlinked => add("kpis", TeamProblem::KpiUnlinked { kpi: id }),
            }
        }
    }
    for load in report.loads.iter().filter(|load| load.over()) {
        let problem = TeamProblem::Overloaded { effort: load.effort, capacity: load.capacity };
        out.push(Finding::new(Place::item(Section::Team, &load.person, "capacity"), problem));
    }
}

/// Whether nothing is said of a function yet.
fn is_open(function: &Function) -> bool {
    function.assignments.is_empty() && function.kpis.is_empty()
}
