//! What can be wrong with a goal.

use crate::calc::finding::Severity::{Advice, Error, Warning};
use crate::calc::finding::{Finding, Place, Problem, Section, Severity, Value, Values};
use crate::calc::numbers::problems::NumberProblem;
use crate::calc::team::problems::TeamProblem;
use crate::plan::goal::Target;
use crate::plan::{Date, Money, Plan};

use super::{GoalReport, TieOut};

/// What can be wrong with a goal.
#[derive(Clone, Copy, Debug)]
pub enum GoalProblem {
    /// No target is typed yet.
    NotStated,
    /// Targets stand without a sentence.
    WithoutSentence,
    /// Too few targets to compare both equations.
    Incomplete,
    /// Customers × value, revenue and share × total differ.
    DoesNotTieOut {
        /// Customers × value.
        by_customers: Money,
        /// Revenue as typed.
        revenue: Money,
        /// Share × total.
        by_share: Money,
    },
    /// A milestone lies outside the period.
    MilestoneOutsidePeriod,
    /// A later milestone has an earlier day or less revenue.
    MilestonesNotInOrder,
    /// The path of milestones ends at another revenue than the goal's.
    PathMissesGoal {
        /// Revenue of the last milestone.
        end: Money,
        /// Revenue of the goal.
        goal: Money,
    },
    /// A sub-goal measures something that is not in the plan.
    NothingToMeasure,
}

impl Problem for GoalProblem {
    fn kind(&self) -> (Severity, &'static str) {
        match self {
            Self::NotStated => (Advice, "goal-not-stated"),
            Self::WithoutSentence => (Advice, "goal-without-sentence"),
            Self::Incomplete => (Advice, "goal-incomplete"),
            Self::DoesNotTieOut { .. } => (Error, "goal-does-not-tie-out"),
            Self::MilestoneOutsidePeriod => (Warning, "milestone-outside-period"),
            Self::MilestonesNotInOrder => (Warning, "milestones-not-in-order"),
            Self::PathMissesGoal { .. } => (Warning, "path-misses-goal"),
            Self::NothingToMeasure => (Error, "nothing-to-measure"),
        }
    }

    fn values(self) -> Values {
        match self {
            Self::DoesNotTieOut { by_customers, revenue, by_share } => vec![
                ("customers", Value::Money(by_customers)),
                ("revenue", Value::Money(revenue)),
                ("share", Value::Money(by_share)),
            ],
            Self::PathMissesGoal { end, goal } => vec![("end", Value::Money(end)), ("goal", Value::Money(goal))],
            _ => Vec::new(),
        }
    }
}

/// What to mend in the goal.
pub(in crate::calc) fn findings(plan: &Plan, report: &GoalReport, out: &mut Vec<Finding>) {
    let goal = &*plan.goal;
    let at = |field| Place::of(Section::Goal, field);
    if goal.target == Target::default() {
        out.push(Finding::new(at("statement"), GoalProblem::NotStated));
        return;
    }
    if goal.statement.trim().is_empty() {
        out.push(Finding::new(at("statement"), GoalProblem::WithoutSentence));
    }
    match report.tie_out {
        TieOut::Incomplete => out.push(Finding::new(at("target"), GoalProblem::Incomplete)),
        TieOut::TooLarge { field } => {
            let finding = Finding::new(at(field), NumberProblem::MoneyTooLarge);
            // The number itself may be too large already.
            if !out.contains(&finding) {
                out.push(finding);
            }
        }
        TieOut::Clashes { by_customers, revenue, by_share } => {
            out.push(Finding::new(at("target"), GoalProblem::DoesNotTieOut { by_customers, revenue, by_share }));
        }
        TieOut::Agrees { .. } => {}
    }
    path_findings(plan, report, out);
    for (sub, row) in goal.sub_goals.iter().zip(&report.sub_goals) {
        let at = |field| Place::item(Section::Goal, &sub.id, field);
        if sub.owner.is_none() && sub.target > 0.0 {
            out.push(Finding::new(at("owner"), TeamProblem::NoOwner));
        }
        if row.expected.is_none() {
            out.push(Finding::new(at("measure"), GoalProblem::NothingToMeasure));
        }
    }
}

fn path_findings(plan: &Plan, report: &GoalReport, out: &mut Vec<Finding>) {
    let path = &plan.goal.path;
    let mut add = |problem| out.push(Finding::new(Place::of(Section::Goal, "path"), problem));
    let outside = |day: Date| day < plan.period.start || day > plan.period.end();
    let is_outside = path.iter().any(|milestone| outside(milestone.day));
    let falls = path.windows(2).any(|pair| pair[1].day <= pair[0].day || pair[1].revenue < pair[0].revenue);
    if is_outside {
        add(GoalProblem::MilestoneOutsidePeriod);
    }
    if falls {
        add(GoalProblem::MilestonesNotInOrder);
    }
    // Where the goal does not tie out, or the path goes astray, that comes first.
    let is_one_number = !matches!(report.tie_out, TieOut::Clashes { .. } | TieOut::TooLarge { .. });
    if let Some((end, goal)) = report.path_misses().filter(|_| is_one_number && !is_outside && !falls) {
        add(GoalProblem::PathMissesGoal { end, goal });
    }
}
