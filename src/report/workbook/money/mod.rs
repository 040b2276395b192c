//! Money by month, where it goes to months: what each channel spends in each, what works of it then, and what that wins.
//!
//! Other sheets take the money and the registrations of such channels from here, and this one takes budgets from them; where
//! everything stands, [`Layout`] knows.

mod next;
mod real;
mod rows;
mod seasons;

use super::Book;
use super::assumptions::Assumptions;
use super::channels::Channels;
use super::events::Events;
use super::happened::HappenedSheet;
use super::money_cells::{Block, FIRST, Layout, SUM};
use super::sheet::{Kind, Plot, Rank, Series, Shape, Sheet, at};
use crate::calc::schedule::{self, Course};
use crate::plan::Money;
use crate::report::pages::Ink;
use crate::t;
use crate::words::number;

/// What the sheet is made from.
#[derive(Clone, Copy)]
pub(super) struct Parts<'a> {
    pub(super) layout: &'a Layout,
    pub(super) assumptions: &'a Assumptions,
    pub(super) events: &'a Events,
    pub(super) channels: &'a Channels,
    pub(super) happened: Option<&'a HappenedSheet>,
}

pub(super) fn sheet(book: Book<'_>, parts: Parts<'_>) -> Sheet {
    let layout = parts.layout;
    let mut sheet = book.sheet("workbook-sheet-money", &book.text("workbook-money-title"));
    sheet.is_landscape = true;
    sheet.heading = Some(layout.money.top + 1);
    sheet.note(1, &book.text("workbook-legend"));
    sheet.note(2, &book.text("workbook-money-say"));
    let mut writer = Writer { book, parts, layout, sheet };
    writer.money();
    writer.seasons();
    writer.works();
    writer.before();
    writer.won();
    writer.next();
    writer.real();
    writer.drawing();
    writer.sheet
}

struct Writer<'a> {
    book: Book<'a>,
    parts: Parts<'a>,
    layout: &'a Layout,
    sheet: Sheet,
}

impl Writer<'_> {
    fn months(&self) -> std::ops::Range<usize> {
        0..usize::from(self.layout.months)
    }

    fn course(&self, index: usize) -> Course {
        schedule::course::of(self.book.plan, &self.book.plan.allocation.channels[index])
    }

    /// Currency units, as they are calculated with.
    fn units(&self, months: &[Money]) -> Vec<f64> {
        months.iter().map(|amount| self.book.units(*amount).max(0.0)).collect()
    }

    /// What a block is about, and its headings: two columns, the months, and more.
    fn head(
        &mut self,
        block: &Block,
        title: &str,
        [kind, sum]: [Option<(String, Kind)>; 2],
        more: Vec<(String, Kind)>,
    ) {
        let (book, period) = (self.book, crate::calc::months::period(self.book.plan));
        let blank = || (String::new(), Kind::Words);
        let months = (0..u32::from(self.layout.months)).map(|month| number::month_of(book.words, &period, month));
        let mut head = vec![book.words_head("report-channel"), kind.unwrap_or_else(blank), sum.unwrap_or_else(blank)];
        head.extend(months.map(|month| (month, Kind::Whole)));
        head.extend(more);
        self.sheet.line(block.top, title, Rank::Section);
        self.sheet.head(block.top + 1, &head);
    }

    fn fill(&mut self, row: u32) {
        self.sheet.fill(row, FIRST + self.layout.months);
    }

    fn name(&mut self, row: u32, index: usize) {
        let name = &self.book.plan.allocation.channels[index].name;
        self.sheet.words(at(row, 0), name);
    }

    /// The sum of a row's months.
    fn sum(&mut self, row: u32, result: f64, kind: Kind) {
        self.sheet.live(at(row, SUM), format!("SUM({})", self.layout.all_months(row)), result, kind);
    }

    /// The registrations of a month in which so much works: s·r(T·z)/T.
    fn in_month(&self, index: usize, works: &str, month: usize) -> Option<String> {
        let curve = self.parts.assumptions.curves[index].as_ref()?;
        let months = self.layout.months;
        let bought = curve.bought_by(&format!("{months}*{works}"));
        Some(format!("{}({bought})/{months}", self.weight(index, month)))
    }

    fn drawing(&mut self) {
        let (layout, last) = (self.layout, FIRST + self.layout.months - 1);
        let span = |row: u32| self.sheet.span(at(row, FIRST), at(row, last));
        let name = self.book.text("workbook-registrations");
        let series = Series {
            name: name.clone(),
            labels: span(layout.won.top + 1),
            values: span(layout.won.after),
            ink: Ink::ACCENT,
            inks: Vec::new(),
        };
        self.sheet.plots.push(Plot {
            shape: Shape::Bars,
            title: t!(self.book.words, "workbook-money-drawn", name = name),
            corner: at(layout.end, 0),
            before: 0,
            series: vec![series],
            axes: [String::new(), String::new()],
            kind: Kind::Whole,
        });
    }
}
