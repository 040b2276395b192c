//! The smaller goals with what is expected of each.

use super::super::channels::Col;
use super::super::happened::Col as Change;
use super::super::sheet::{Kind, Place, Rank, Sheet, at};
use super::{Parts, Writer};
use crate::plan::Task;
use crate::plan::goal::{SubGoal, SubMeasure};

/// The row of their heading.
const SUB_GOALS: u32 = 25;

impl Writer<'_> {
    /// The smaller goals; the row after them.
    pub(super) fn sub_goals(&self, sheet: &mut Sheet) -> u32 {
        let book = self.book;
        let goals = &book.plan.goal.sub_goals;
        if goals.is_empty() {
            return SUB_GOALS;
        }
        sheet.line(SUB_GOALS, &book.text("workbook-sub-goals"), Rank::Section);
        sheet.head(
            SUB_GOALS + 1,
            &[
                book.words_head("workbook-sub-goal"),
                book.number_head("report-goal"),
                book.number_head("report-expected"),
                book.number_head("report-reached"),
                book.words_head("workbook-owner"),
                (book.text("workbook-due"), Kind::Day),
            ],
        );
        for (row, (goal, result)) in (SUB_GOALS + 2..).zip(goals.iter().zip(&book.report.goal.sub_goals)) {
            let kind = if matches!(goal.measure, SubMeasure::PyramidLevel { .. }) { Kind::Factor } else { Kind::Count };
            sheet.words(at(row, 0), &goal.name);
            sheet.fill(row, 6);
            sheet.input(at(row, 1), Some(goal.target).filter(|target| target.is_finite()), kind);
            if let Some(expected) = result.expected {
                match self.measured(goal) {
                    Some(formula) => sheet.live(at(row, 2), formula, expected, kind),
                    None => sheet.input(at(row, 2), expected, kind),
                }
                let formula = format!("IF({0}>0,{1}/{0},\"\")", at(row, 1), at(row, 2));
                sheet.live(at(row, 3), formula, result.attainment, Kind::Percent);
            }
            let owner = goal.owner.as_ref().map(|owner| book.lookup.person(owner));
            sheet.words(at(row, 4), &owner.unwrap_or_default());
            sheet.day(at(row, 5), goal.due);
        }
        SUB_GOALS + 2 + u32::try_from(goals.len()).unwrap_or(0)
    }

    /// The formula of what a sub-goal measures; `None` for what somebody estimates.
    fn measured(&self, goal: &SubGoal) -> Option<String> {
        let Parts { ripples, pyramid, .. } = self.parts;
        let plan = self.book.plan;
        Some(match &goal.measure {
            SubMeasure::TaskRegistrations { task } => self.registrations_of(*task),
            SubMeasure::GroupRegistrations { group } => {
                let group = plan.allocation.groups.iter().position(|other| other.id == *group);
                self.registrations_of_group(group)
            }
            SubMeasure::Leads { class } => self.of_class(*class, Col::Leads, Change::Leads),
            SubMeasure::Customers { class } => self.of_class(*class, Col::Customers, Change::Customers),
            SubMeasure::PeopleReached { ripple } => {
                let index = plan.ripples.iter().position(|other| other.id == *ripple)?;
                ripples.cells[index].offsite.as_ref().map_or_else(|| "0".to_owned(), Place::to_string)
            }
            SubMeasure::PyramidLevel { level } => pyramid.scores.get(usize::from(*level).checked_sub(1)?)?.to_string(),
            SubMeasure::Estimated { .. } => return None,
        })
    }

    /// Registrations of a task, or of all.
    fn registrations_of(&self, task: Option<Task>) -> String {
        let Parts { channels, happened, .. } = self.parts;
        let (plan, changes) = match task {
            Some(task) => (
                channels.task(task, Col::Registrations),
                happened.map(|happened| happened.of_task(task, Change::Registrations)),
            ),
            None => {
                (channels.total(Col::Registrations), happened.map(|happened| happened.of_all(Change::Registrations)))
            }
        };
        format!("{plan}{}", changes.unwrap_or_default())
    }

    fn registrations_of_group(&self, group: Option<usize>) -> String {
        let Parts { channels, happened, .. } = self.parts;
        let group_of = crate::calc::allocation::group_numbers(&self.book.plan.allocation);
        let members = (0..group_of.len()).filter(|index| group.is_some() && group_of[*index] == group);
        let cell = |index: usize| {
            let changes = happened.map(|happened| happened.of_channel(index, Change::Registrations));
            format!("{}{}", channels.channel(index, Col::Registrations), changes.unwrap_or_default())
        };
        let cells: Vec<String> = members.map(cell).collect();
        if cells.is_empty() { "0".to_owned() } else { cells.join("+") }
    }
}
