//! What the next amount buys, spent in the proportion of the months.

use super::super::money_cells::{KIND, SUM, col};
use super::super::sheet::{Kind, at};
use super::Writer;
use super::rows::carried;
use crate::calc::numbers::quotient;
use crate::calc::schedule::{self, Course};
use crate::t;
use crate::words::{names::currency_name, number};

impl Writer<'_> {
    /// What works in addition in each month, and what is won then.
    pub(super) fn next(&mut self) {
        let (book, layout) = (self.book, self.layout);
        if layout.next_works.is_empty() {
            return;
        }
        let amount = number::amount(&book.plan.currency, book.report.allocation.next_amount);
        let unit = currency_name(&book.plan.currency.code, book.words);
        let title = |key| t!(book.words, key, amount = amount.as_str(), unit = unit.as_str());
        let carried = Some(book.number_head("workbook-money-carried"));
        self.head(&layout.next_works, &title("workbook-money-next-works"), [carried, None], Vec::new());
        let total = Some(book.number_head("workbook-total"));
        self.head(&layout.next_won, &title("workbook-money-next-won"), [None, total], Vec::new());
        for index in 0..layout.own.len() {
            self.next_works(index);
            self.next_won(index);
        }
    }

    /// Which part of more money each month gets: in the proportion of the months, evenly over the open ones where nothing is spent.
    fn proportions(&self, index: usize) -> (Vec<f64>, Vec<f64>) {
        let channel = &self.book.plan.allocation.channels[index];
        let parts = |all: Vec<f64>| -> Vec<f64> {
            let sum: f64 = all.iter().sum();
            all.iter().map(|part| quotient(*part, sum).unwrap_or(0.0)).collect()
        };
        let open = self.course(index).fixed.iter().map(|fixed| if fixed.is_none() { 1.0 } else { 0.0 }).collect();
        (parts(self.units(&schedule::spends(self.book.plan, channel))), parts(open))
    }

    /// What works of the next amount alone in each month.
    fn more(&self, index: usize) -> Vec<f64> {
        let (stated, open) = self.proportions(index);
        let parts = if stated.iter().any(|part| *part > 0.0) { stated } else { open };
        let next = self.book.units(self.book.report.allocation.next_amount);
        let spends: Vec<f64> = parts.into_iter().map(|part| part * next).collect();
        Course { before: Vec::new(), ..self.course(index) }.effective(&spends)
    }

    fn next_works(&mut self, index: usize) {
        let layout = self.layout;
        let rows = [&layout.next_works, &layout.works, &layout.money].map(|block| block.row(index));
        let [Some(row), Some(works), Some(money)] = rows else { return };
        self.name(row, index);
        let next = self.book.units(self.book.report.allocation.next_amount);
        let (_, open) = self.proportions(index);
        self.sheet.live(at(row, KIND), at(works, KIND).to_string(), self.course(index).carry_over, Kind::Rate);
        let all = at(money, SUM).fixed();
        for (month, (result, open)) in self.more(index).into_iter().zip(open).enumerate() {
            let spend = format!("{next}*IF({all}>0,{}/{all},{open})", at(money, col(month)));
            // Nothing of it worked before.
            let formula =
                if month == 0 { format!("(1-{})*{spend}", at(row, KIND)) } else { carried(row, month, &spend) };
            self.sheet.live(at(row, col(month)), formula, result, Kind::Money);
        }
        self.fill(row);
    }

    fn next_won(&mut self, index: usize) {
        let (book, layout) = (self.book, self.layout);
        let rows = [&layout.next_won, &layout.next_works, &layout.works].map(|block| block.row(index));
        let [Some(row), Some(more), Some(works)] = rows else { return };
        self.name(row, index);
        let channel = &book.plan.allocation.channels[index];
        let course = self.course(index);
        let works_now = course.effective(&self.units(&schedule::spends(book.plan, channel)));
        let response = book.report.allocation.channels.get(index).and_then(|row| row.response.ok());
        let months = u32::from(layout.months);
        let mut sum = 0.0;
        let cells = works_now.into_iter().zip(self.more(index)).zip(course.weights());
        for (month, ((now, then), weight)) in cells.enumerate() {
            let place = at(row, col(month));
            let both = format!("({}+{})", at(works, col(month)), at(more, col(month)));
            let result = response.map_or(0.0, |response| weight * response.in_month(now + then, months));
            sum += result;
            match self.in_month(index, &both, month) {
                Some(formula) => self.sheet.live(place, formula, result, Kind::Count),
                None => self.sheet.number(place, 0.0, Kind::Count),
            }
        }
        self.sum(row, sum, Kind::Whole);
        self.fill(row);
    }
}
