//! What happened, channel by channel: the plan is taken out, and what was counted, with the rest of the plan, put in its place.
//! What the rows sum to is what the goal changes by.

use super::Book;
use super::assumptions::Assumptions;
use super::channels::{Channels, Col as PlanCol};
use super::money_cells::Layout;
use super::sheet::{At, Kind, Rank, Sheet, at};
use crate::calc::Happened;
use crate::calc::allocation::Won;
use crate::calc::happened::{Part, Spent};
use crate::plan::Task;
use crate::plan::allocation::Class;

/// The sheet, and where its rows stand.
pub(super) struct HappenedSheet {
    pub(super) sheet: Sheet,
    /// First and last row.
    body: (u32, u32),
    /// First and last row of each channel; `None` where the plan alone counts.
    channels: Vec<Option<(u32, u32)>>,
}

/// The columns.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Col {
    Name,
    What,
    Task,
    Class,
    Months,
    Spent,
    Left,
    Money,
    Counted,
    Planned,
    Registrations,
    LeadRate,
    Leads,
    Customers,
    Revenue,
}

impl Col {
    const COUNT: u16 = 15;

    const fn at(self, row: u32) -> At {
        at(row, self as u16)
    }
}

const HEAD: u32 = 3;

impl HappenedSheet {
    /// What a column changes by for the rows that have a letter in another one, as a part of a sum.
    fn change(&self, key: Col, letter: &str, col: Col) -> String {
        let (first, last) = self.body;
        let column = |col: Col| format!("{}:{}", self.sheet.place(col.at(first)), col.at(last).fixed());
        format!("+SUMIF({},\"{letter}\",{})", column(key), column(col))
    }

    pub(super) fn of_task(&self, task: Task, col: Col) -> String {
        self.change(Col::Task, task.letter(), col)
    }

    pub(super) fn of_class(&self, class: Class, col: Col) -> String {
        self.change(Col::Class, letter(class), col)
    }

    pub(super) fn of_all(&self, col: Col) -> String {
        let (first, last) = self.body;
        format!("+SUM({}:{})", self.sheet.place(col.at(first)), col.at(last).fixed())
    }

    pub(super) fn of_channel(&self, index: usize, col: Col) -> String {
        let rows = self.channels.get(index).copied().flatten();
        rows.map_or_else(String::new, |(first, last)| {
            format!("+SUM({}:{})", self.sheet.place(col.at(first)), col.at(last).fixed())
        })
    }
}

fn letter(class: Class) -> &'static str {
    match class {
        Class::A => "A",
        Class::B => "B",
    }
}

/// What the sheet is made from; `money` where money goes to months.
#[derive(Clone, Copy)]
pub(super) struct Parts<'a> {
    pub(super) assumptions: &'a Assumptions,
    pub(super) channels: &'a Channels,
    pub(super) money: Option<&'a Layout>,
}

/// The sheet; `None` where nothing is known.
pub(super) fn sheet(book: Book<'_>, parts: Parts<'_>) -> Option<HappenedSheet> {
    let happened = book.report.happened.as_ref()?;
    let mut sheet = book.sheet("workbook-sheet-happened", &book.text("workbook-happened-title"));
    sheet.is_landscape = true;
    sheet.heading = Some(HEAD);
    sheet.note(1, &book.text("workbook-happened-say"));
    sheet.head(
        HEAD,
        &[
            book.words_head("report-channel"),
            book.words_head("workbook-happened-what"),
            book.words_head("workbook-task"),
            book.words_head("workbook-class"),
            book.number_head("workbook-months-count"),
            book.money_head("workbook-spent"),
            book.money_head("workbook-to-spend"),
            book.money_head("workbook-money"),
            book.number_head("workbook-counted"),
            book.number_head("workbook-by-plan"),
            book.number_head("workbook-registrations"),
            book.number_head("workbook-lead-rate"),
            book.number_head("workbook-leads"),
            book.number_head("workbook-customers"),
            book.money_head("workbook-revenue"),
        ],
    );
    let mut writer = Writer { book, happened, parts, sheet, row: HEAD + 1 };
    let count = book.plan.allocation.channels.len();
    let rows = (0..count).map(|index| writer.channel(index)).collect();
    let body = (HEAD + 1, writer.row - 1);
    Some(HappenedSheet { sheet: writer.sheet, body, channels: rows })
}

struct Writer<'a> {
    book: Book<'a>,
    happened: &'a Happened,
    parts: Parts<'a>,
    sheet: Sheet,
    row: u32,
}

impl Writer<'_> {
    /// The rows of a channel; none where it is as planned.
    fn channel(&mut self, index: usize) -> Option<(u32, u32)> {
        let known = self.happened.channels.get(index)?;
        let money = known.money?;
        let first = self.row;
        self.plan(index);
        self.money(index, &money);
        let real = self.parts.money.and_then(|layout| layout.real(index));
        let mut by_curve = real.map(|real| real.by_curve()).unwrap_or_default().into_iter();
        for part in &known.parts {
            self.part(index, part, (&money, first + 1), by_curve.next());
            self.sheet.fill(self.row, Col::COUNT);
            self.row += 1;
        }
        Some((first, self.row - 1))
    }

    fn name(&mut self, index: usize, what: &str) {
        let channel = &self.book.plan.allocation.channels[index];
        let row = self.row;
        self.sheet.words(Col::Name.at(row), &channel.name);
        self.sheet.words(Col::What.at(row), &self.book.text(what));
        self.sheet.words(Col::Task.at(row), channel.task.letter());
        self.sheet.words(Col::Class.at(row), letter(channel.task.class()));
    }

    /// The plan of the channel, below zero.
    fn plan(&mut self, index: usize) {
        let (book, row) = (self.book, self.row);
        let report = &book.report.allocation.channels[index];
        self.sheet.rank(Rank::Group);
        self.name(index, "workbook-happened-plan");
        let won = &report.won;
        for (col, of_plan, value, kind) in [
            (Col::Money, PlanCol::Budget, book.units(report.spend), Kind::Money),
            (Col::Registrations, PlanCol::Registrations, won.registrations, Kind::Count),
            (Col::Leads, PlanCol::Leads, won.leads, Kind::Count),
            (Col::Customers, PlanCol::Customers, won.customers, Kind::Count),
            (Col::Revenue, PlanCol::Revenue, won.revenue, Kind::Money),
        ] {
            self.sheet.live(col.at(row), format!("-{}", self.parts.channels.channel(index, of_plan)), -value, kind);
        }
        self.sheet.fill(row, Col::COUNT);
        self.sheet.rank(Rank::Item);
        self.row += 1;
    }

    /// What is spent already, and what the plan has left for the months to come, in the row of the first part.
    fn money(&mut self, index: usize, money: &Spent) {
        let (book, row) = (self.book, self.row);
        let months = crate::calc::months::period(book.plan).months;
        let budget = self.parts.channels.channel(index, PlanCol::Budget);
        let spend = self.happened.allocation.channels[index].spend;
        if let Some(real) = self.parts.money.and_then(|layout| layout.real(index)) {
            self.sheet.live(Col::Spent.at(row), real.known(), book.units(money.known), Kind::Money);
            self.sheet.live(Col::Left.at(row), real.left().to_string(), book.units(money.left), Kind::Money);
            let all = format!("{}+{}", real.committed(), Col::Left.at(row));
            return self.sheet.live(Col::Money.at(row), all, book.units(spend), Kind::Money);
        }
        let [known, left] = [Col::Spent, Col::Left].map(|col| col.at(row));
        let unknown = match money.unknown_months {
            0 => String::new(),
            unknown => format!("+{}", book.rounded(&format!("{budget}*{unknown}/{months}"))),
        };
        self.sheet.input(known, book.units(money.known), Kind::Money);
        let rest = book.rounded(&format!("{budget}-({known}{unknown})"));
        self.sheet.live(left, format!("MAX(0,{rest})"), book.units(money.left), Kind::Money);
        self.sheet.live(Col::Money.at(row), format!("{known}{unknown}+{left}"), book.units(spend), Kind::Money);
    }

    /// A part; `by_curve` where the channel has months of its own.
    fn part(&mut self, index: usize, part: &Part, (money, first): (&Spent, u32), by_curve: Option<String>) {
        let (book, row) = (self.book, self.row);
        let is_to_come = part.months == money.months_left;
        self.name(index, if is_to_come { "workbook-happened-rest" } else { "workbook-happened-counted" });
        let won = self.happened.won(book.plan, &book.report.allocation, index, part);
        self.sheet.number(Col::Months.at(row), f64::from(part.months), Kind::Whole);
        let registrations = match by_curve {
            Some(by_curve) => {
                self.sheet.input(Col::Counted.at(row), part.registrations, Kind::Count);
                format!("{}+{by_curve}", Col::Counted.at(row))
            }
            None => self.evenly(index, part, (money, first)),
        };
        self.sheet.live(Col::Registrations.at(row), registrations, won.registrations, Kind::Count);
        let rate = self.parts.channels.channel(index, PlanCol::LeadRate).to_string();
        let lead_rate = book.report.allocation.channels[index].lead_rate;
        self.sheet.live(Col::LeadRate.at(row), format!("{rate}+0"), lead_rate, Kind::Rate);
        self.become_of(index, part, &won);
    }

    /// The registrations of a part of a channel that spends evenly.
    fn evenly(&mut self, index: usize, part: &Part, (money, first): (&Spent, u32)) -> String {
        let row = self.row;
        let months = crate::calc::months::period(self.book.plan).months;
        self.sheet.input(Col::Counted.at(row), part.registrations + part.by_curve, Kind::Count);
        let mut registrations = Col::Counted.at(row).to_string();
        if part.planned > 0.0 {
            self.sheet.input(Col::Planned.at(row), part.planned, Kind::Percent);
            let of_plan = self.parts.channels.channel(index, PlanCol::Registrations);
            registrations = format!("{registrations}+{}*{of_plan}", Col::Planned.at(row));
        }
        if let Some(curve) = self.parts.assumptions.curves[index].as_ref().filter(|_| part.to_come > 0.0) {
            let spend = format!("{}*{months}/{}", Col::Left.at(first).fixed(), money.months_left);
            registrations = format!("{registrations}+({})*{}/{months}", curve.bought_by(&spend), money.months_left);
        }
        registrations
    }

    /// Leads, customers and revenue: as counted, otherwise by their formulas.
    fn become_of(&mut self, index: usize, part: &Part, won: &Won) {
        let row = self.row;
        let class = self.book.plan.allocation.channels[index].task.class();
        let rates = &self.parts.assumptions.classes[class as usize];
        let times = |col: Col, factor: &str| format!("{}*{factor}", col.at(row));
        let leads = times(Col::Registrations, &Col::LeadRate.at(row).to_string());
        let customers = times(Col::Leads, &rates.close_rate.to_string());
        let revenue = times(Col::Customers, &rates.value.to_string());
        for (col, known, formula, result, kind) in [
            (Col::Leads, part.leads, leads, won.leads, Kind::Count),
            (Col::Customers, part.customers, customers, won.customers, Kind::Count),
            (Col::Revenue, part.revenue, revenue, won.revenue, Kind::Money),
        ] {
            match known {
                Some(known) => self.sheet.input(col.at(row), known, kind),
                None => self.sheet.live(col.at(row), formula, result, kind),
            }
        }
    }
}
