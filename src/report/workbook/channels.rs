//! Money to channels: a row each, by task, from the budget to the revenue.

use super::Book;
use super::assumptions::{Assumptions, CurveCells};
use super::events::Events;
use super::money_cells::Layout;
use super::sheet::{At, Kind, Place, Rank, Sheet, at};
use crate::calc::allocation::{Subtotal, Won, group_numbers};
use crate::calc::numbers::rate;
use crate::plan::allocation::Class;
use crate::plan::{Money, Task};
use crate::t;
use crate::words::{Named, number};

/// The sheet, and where its sums stand.
pub(super) struct Channels {
    pub(super) sheet: Sheet,
    /// Row of the subtotals of A, B and W.
    tasks: [u32; 3],
    total: u32,
    /// Row of each channel.
    rows: Vec<u32>,
    /// First and last row between headings and total.
    body: (u32, u32),
    pub(super) budget: Place,
    pub(super) allocated: Place,
}

/// The columns.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Col {
    Name,
    Group,
    Media,
    Owner,
    Budget,
    Share,
    Registrations,
    AverageCost,
    Next,
    Contacts,
    LeadRate,
    Class,
    Leads,
    Customers,
    Revenue,
    Remark,
}

impl Col {
    const ALL: [Self; 16] = [
        Self::Name,
        Self::Group,
        Self::Media,
        Self::Owner,
        Self::Budget,
        Self::Share,
        Self::Registrations,
        Self::AverageCost,
        Self::Next,
        Self::Contacts,
        Self::LeadRate,
        Self::Class,
        Self::Leads,
        Self::Customers,
        Self::Revenue,
        Self::Remark,
    ];

    const fn at(self, row: u32) -> At {
        at(row, self as u16)
    }
}

/// One number of what is won.
type Part = fn(&Won) -> f64;

/// What a subtotal sums, with the value of ours and how it is shown.
const SUMMED: [(Col, Kind, Part); 5] = [
    (Col::Registrations, Kind::Whole, |won| won.registrations),
    (Col::Contacts, Kind::Count, |won| won.contacts),
    (Col::Leads, Kind::Count, |won| won.leads),
    (Col::Customers, Kind::Count, |won| won.customers),
    (Col::Revenue, Kind::Money, |won| won.revenue),
];

impl Channels {
    pub(super) fn task(&self, task: Task, col: Col) -> Place {
        self.sheet.place(col.at(self.tasks[task as usize]))
    }

    pub(super) fn total(&self, col: Col) -> Place {
        self.sheet.place(col.at(self.total))
    }

    pub(super) fn channel(&self, index: usize, col: Col) -> Place {
        self.sheet.place(col.at(self.rows[index]))
    }

    /// The formula of a column's sum over all channels and events of a class.
    pub(super) fn of_class(&self, class: Class, col: Col) -> String {
        let (first, last) = self.body;
        let column = |col: Col| {
            let place = self.sheet.place(col.at(first));
            format!("{place}:{}", col.at(last).fixed())
        };
        format!("SUMIF({},\"{}\",{})", column(Col::Class), letter(class), column(col))
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
    pub(super) events: &'a Events,
    pub(super) money: Option<&'a Layout>,
}

pub(super) fn sheet(book: Book<'_>, parts: Parts<'_>) -> Channels {
    const HEAD: u32 = 6;
    let mut sheet = book.sheet("workbook-sheet-channels", &book.text("report-channels"));
    sheet.is_landscape = true;
    sheet.heading = Some(HEAD);
    sheet.note(1, &book.text("workbook-legend"));
    sheet.head(HEAD, &headings(book));
    let rows = book.plan.allocation.channels.len() + book.plan.events.len() + Task::ALL.len();
    let total = HEAD + 1 + u32::try_from(rows).unwrap_or(0);
    let mut writer = Writer { book, parts, sheet, total, next_row: HEAD + 1 };
    let mut channel_rows = vec![0; book.plan.allocation.channels.len()];
    let tasks = Task::ALL.map(|task| writer.task(task, &mut channel_rows));
    writer.total(tasks);
    let [budget, allocated] = writer.budget();
    Channels { sheet: writer.sheet, tasks, total, rows: channel_rows, body: (HEAD + 1, total - 1), budget, allocated }
}

fn headings(book: Book<'_>) -> Vec<(String, Kind)> {
    let next = number::amount(&book.plan.currency, book.report.allocation.next_amount);
    let unit = crate::words::names::currency_name(&book.plan.currency.code, book.words);
    Col::ALL
        .map(|col| match col {
            Col::Name => book.words_head("report-channel"),
            Col::Group => book.words_head("workbook-group"),
            Col::Media => book.words_head("report-media"),
            Col::Owner => book.words_head("workbook-owner"),
            Col::Budget => book.money_head("workbook-budget"),
            Col::Share => book.number_head("report-share"),
            Col::Registrations => book.number_head("workbook-registrations"),
            Col::AverageCost => book.money_head("report-average-cost"),
            Col::Next => (t!(book.words, "report-next", amount = next.clone(), unit = unit.clone()), Kind::Count),
            Col::Contacts => book.number_head("workbook-contacts"),
            Col::LeadRate => book.number_head("workbook-lead-rate"),
            Col::Class => book.words_head("workbook-class"),
            Col::Leads => book.number_head("workbook-leads"),
            Col::Customers => book.number_head("workbook-customers"),
            Col::Revenue => book.money_head("workbook-revenue"),
            Col::Remark => book.words_head("report-remark"),
        })
        .into()
}

struct Writer<'a> {
    book: Book<'a>,
    parts: Parts<'a>,
    sheet: Sheet,
    total: u32,
    next_row: u32,
}

impl Writer<'_> {
    fn take_row(&mut self) -> u32 {
        self.next_row += 1;
        self.next_row - 1
    }

    /// A task with its channels and events; the row of its subtotal.
    fn task(&mut self, task: Task, channel_rows: &mut [u32]) -> u32 {
        let head = self.take_row();
        let Book { plan, report, .. } = self.book;
        let group_of = group_numbers(&plan.allocation);
        for (index, channel) in plan.allocation.channels.iter().enumerate().filter(|(_, channel)| channel.task == task)
        {
            let row = self.take_row();
            channel_rows[index] = row;
            self.channel(row, index, group_of[index]);
            debug_assert_eq!(channel.task, task);
        }
        for (index, _) in plan.events.iter().enumerate().filter(|(_, event)| event.task == task) {
            let row = self.take_row();
            self.event(row, index);
        }
        self.sheet.rank(Rank::Group);
        let name = format!("{} {}", task.letter(), task.name(self.book.words));
        self.sheet.words(Col::Name.at(head), &name);
        let parts = (self.next_row > head + 1).then(|| (head + 1, self.next_row - 1));
        let sum = |col: Col| {
            parts.map_or_else(|| "0".to_owned(), |(first, last)| format!("SUM({}:{})", col.at(first), col.at(last)))
        };
        let has_events = plan.events.iter().any(|event| event.task == task);
        self.sums(head, report.allocation.task(task), &sum, !has_events);
        self.sheet.rank(Rank::Item);
        head
    }

    fn total(&mut self, tasks: [u32; 3]) {
        self.sheet.rank(Rank::Total);
        self.sheet.words(Col::Name.at(self.total), &self.book.text("workbook-total"));
        let sum = |col: Col| tasks.map(|row| col.at(row).to_string()).join("+");
        self.sums(self.total, &self.book.report.allocation.total, &sum, true);
        self.sheet.rank(Rank::Item);
    }

    /// Sums of a task or of all. Money beyond the largest amount is said to be that; what hangs on it is no formula.
    fn sums(&mut self, row: u32, sums: &Subtotal, sum: &dyn Fn(Col) -> String, has_average: bool) {
        let book = self.book;
        let money = (!sums.too_large).then(|| book.units(sums.spend));
        self.sheet.live_or(Col::Budget.at(row), sum(Col::Budget), money, Kind::Money, &book.too_large());
        self.share(row, sums.share);
        for (col, kind, value) in SUMMED {
            self.sheet.live(col.at(row), sum(col), value(&sums.won), kind);
        }
        if has_average && money.is_some() {
            self.average_cost(row, sums.average_cost);
        }
        self.sheet.fill(row, u16::try_from(Col::ALL.len()).unwrap_or(0));
    }

    fn share(&mut self, row: u32, share: f64) {
        let is_known = !self.book.report.allocation.too_large;
        let (part, whole) = (Col::Budget.at(row), Col::Budget.at(self.total).fixed());
        if is_known {
            self.sheet.live(Col::Share.at(row), format!("IF({whole}>0,{part}/{whole},0)"), share, Kind::Percent);
        } else {
            self.sheet.number(Col::Share.at(row), share, Kind::Percent);
        }
    }

    fn average_cost(&mut self, row: u32, cost: Option<f64>) {
        let (money, bought) = (Col::Budget.at(row), Col::Registrations.at(row));
        let formula = format!("IF(AND({bought}>0,{money}>=0),{money}/{bought},\"\")");
        self.sheet.live(Col::AverageCost.at(row), formula, cost, Kind::Money);
    }

    fn channel(&mut self, row: u32, index: usize, group: Option<usize>) {
        let book = self.book;
        let channel = &book.plan.allocation.channels[index];
        let report = &book.report.allocation.channels[index];
        let words = book.words;
        self.sheet.words(Col::Name.at(row), &channel.name);
        let group_name = group.map(|group| book.plan.allocation.groups[group].name.as_str());
        self.sheet.words(Col::Group.at(row), group_name.unwrap_or_default());
        self.sheet.words(Col::Media.at(row), &channel.media.map(|media| media.name(words)).unwrap_or_default());
        let owner = channel.owner.as_ref().map(|owner| book.lookup.person(owner));
        self.sheet.words(Col::Owner.at(row), &owner.unwrap_or_default());
        match self.parts.money.and_then(|money| money.spend(index)) {
            Some(months) => {
                self.sheet.live(Col::Budget.at(row), months.to_string(), book.units(report.spend), Kind::Money);
            }
            None => self.sheet.input(Col::Budget.at(row), book.units(channel.spend), Kind::Money),
        }
        self.share(row, report.share);
        match &self.parts.assumptions.curves[index] {
            Some(curve) => self.bought(row, curve, index),
            None => self.sheet.number(Col::Registrations.at(row), 0.0, Kind::Whole),
        }
        match channel.lead_rate {
            Some(own) => self.sheet.input(Col::LeadRate.at(row), rate(own.likely), Kind::Rate),
            None => match group.and_then(|group| self.parts.assumptions.groups.get(group)) {
                // An empty cell counts as nothing.
                Some(place) => {
                    self.sheet.live(Col::LeadRate.at(row), format!("{place}+0"), report.lead_rate, Kind::Rate);
                }
                None => self.sheet.input(Col::LeadRate.at(row), None, Kind::Rate),
            },
        }
        let leads = format!("{}*{}", Col::Registrations.at(row), Col::LeadRate.at(row));
        self.won(row, leads, &report.won, channel.task.class());
        self.sheet.words(Col::Remark.at(row), &channel.kpi);
        self.sheet.fill(row, u16::try_from(Col::ALL.len()).unwrap_or(0));
    }

    /// Registrations, their average cost, and what the next amount buys: by the months where these have money of their own.
    fn bought(&mut self, row: u32, curve: &CurveCells, index: usize) {
        let report = &self.book.report.allocation.channels[index];
        let spend = Col::Budget.at(row).to_string();
        let bought = Col::Registrations.at(row);
        let next = self.book.units(self.book.report.allocation.next_amount);
        let in_months = self.parts.money.and_then(|money| money.won(index).zip(money.won_with_next(index)));
        let (now, then) = in_months.map_or_else(
            || (curve.bought_by(&spend), curve.bought_by(&format!("{spend}+{next}"))),
            |(now, then)| (now.to_string(), then.to_string()),
        );
        self.sheet.live(bought, now, report.won.registrations, Kind::Whole);
        self.average_cost(row, report.average_cost);
        self.sheet.live(Col::Next.at(row), format!("{then}-{bought}"), report.next, Kind::Count);
    }

    fn won(&mut self, row: u32, leads: String, won: &Won, class: Class) {
        let rates = &self.parts.assumptions.classes[class as usize];
        self.sheet.words(Col::Class.at(row), letter(class));
        self.sheet.live(Col::Leads.at(row), leads, won.leads, Kind::Count);
        let customers = format!("{}*{}", Col::Leads.at(row), rates.close_rate);
        self.sheet.live(Col::Customers.at(row), customers, won.customers, Kind::Count);
        let revenue = format!("{}*{}", Col::Customers.at(row), rates.value);
        self.sheet.live(Col::Revenue.at(row), revenue, won.revenue, Kind::Money);
    }

    /// The own share of an event and the leads it brings.
    fn event(&mut self, row: u32, index: usize) {
        let book = self.book;
        let (event, sums) = (&book.plan.events[index], &book.report.allocation.events[index]);
        let cells = &self.parts.events.cells[index];
        let name = t!(book.words, "report-own-share", name = event.name.as_str());
        self.sheet.words(Col::Name.at(row), &name);
        self.sheet.words(Col::Media.at(row), &event.media.map(|media| media.name(book.words)).unwrap_or_default());
        let owner = event.owner.as_ref().map(|owner| book.lookup.person(owner));
        self.sheet.words(Col::Owner.at(row), &owner.unwrap_or_default());
        let spend = (!sums.too_large).then(|| book.units(sums.spend));
        let place = Col::Budget.at(row);
        if let Some(own_share) = &cells.own_share {
            self.sheet.live_or(place, own_share.to_string(), spend, Kind::Money, &book.too_large());
        } else {
            self.sheet.number_or(place, spend, Kind::Money, &book.too_large());
        }
        self.share(row, sums.share);
        self.sheet.live(Col::Contacts.at(row), cells.contacts.to_string(), sums.won.contacts, Kind::Count);
        let lead_rate = rate(event.lead_rate.likely);
        self.sheet.live(Col::LeadRate.at(row), cells.lead_rate.to_string(), lead_rate, Kind::Rate);
        let leads = format!("{}*{}", Col::Contacts.at(row), Col::LeadRate.at(row));
        self.won(row, leads, &sums.won, event.class);
        self.sheet.fill(row, u16::try_from(Col::ALL.len()).unwrap_or(0));
    }

    /// Above the table: the money there is, what is allocated of it, and what is left.
    fn budget(&mut self) -> [Place; 2] {
        let book = self.book;
        let allocation = &book.report.allocation;
        let money = |money: Option<Money>| money.map(|money| book.units(money));
        let [budget, allocated, left] = [3, 4, 5].map(|row| at(row, 1));
        for (place, key) in [(budget, "workbook-budget"), (allocated, "workbook-allocated"), (left, "workbook-left")] {
            self.sheet.words(at(place.row, 0), &book.in_currency(key));
        }
        self.sheet.input(budget, money(book.plan.allocation.budget), Kind::Money);
        let spend = (!allocation.too_large).then(|| book.units(allocation.total.spend));
        let total = Col::Budget.at(self.total).to_string();
        self.sheet.live_or(allocated, total, spend, Kind::Money, &book.too_large());
        if spend.is_some() {
            // Without a budget nothing is left of it.
            let formula = format!("IF({budget}=\"\",\"\",{budget}-{allocated})");
            self.sheet.live(left, formula, money(allocation.unallocated), Kind::Money);
        }
        [budget, allocated].map(|place| self.sheet.place(place))
    }
}
