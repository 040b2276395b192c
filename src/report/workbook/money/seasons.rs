//! How much each month counts: as a channel says itself, otherwise as its task says.

use super::super::money_cells::{SUM, col};
use super::super::sheet::{Kind, at};
use super::Writer;
use crate::calc::allocation::task_id;
use crate::calc::numbers::count;
use crate::plan::Task;
use crate::words::Named;

impl Writer<'_> {
    /// The weights.
    pub(super) fn seasons(&mut self) {
        let (book, layout) = (self.book, self.layout);
        if layout.seasons.is_empty() {
            return;
        }
        let total = Some(book.number_head("workbook-total"));
        self.head(&layout.seasons, &book.text("workbook-money-seasons"), [None, total], Vec::new());
        let plan = book.plan;
        let tasks = Task::ALL.map(|task| {
            let name = format!("{} {}", task_id(task), task.name(book.words));
            (name, &plan.allocation.tasks.of(task).season)
        });
        let channels = plan.allocation.channels.iter().map(|channel| (channel.name.clone(), &channel.schedule.season));
        for (index, (name, weights)) in tasks.into_iter().chain(channels).enumerate() {
            let Some(row) = layout.seasons.row(index) else { continue };
            self.sheet.words(at(row, 0), &name);
            let weight = |month: usize| weights.get(month).copied().map_or(0.0, count);
            for month in self.months() {
                self.sheet.input(at(row, col(month)), weight(month), Kind::Factor);
            }
            self.sum(row, self.months().map(weight).sum(), Kind::Factor);
            self.fill(row);
        }
    }

    /// How much a month counts for a channel as a factor of a formula, with its sign; nothing where all months are alike.
    pub(super) fn weight(&self, index: usize, month: usize) -> String {
        let (layout, task) = (self.layout, self.book.plan.allocation.channels[index].task);
        let own = layout.seasons.row(Task::ALL.len() + index);
        let of_task = || layout.in_months[index].then(|| layout.seasons.row(task as usize)).flatten();
        let Some(row) = own.or_else(of_task) else { return String::new() };
        let sum = at(row, SUM).fixed();
        // Weights of nothing count as all the same.
        format!("IF({sum}>0,{}*{}/{sum},1)*", at(row, col(month)), layout.months)
    }
}
