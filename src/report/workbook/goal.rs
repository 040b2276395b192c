//! The goal and the chain to it, live all the way: money → registrations → leads → customers → revenue → goal.

mod sub_goals;

use super::Book;
use super::assumptions::Assumptions;
use super::channels::{Channels, Col};
use super::happened::{Col as Change, HappenedSheet};
use super::pyramid::Pyramid;
use super::ripples::{RippleCells, Ripples};
use super::sheet::{At, Kind, Place, Plot, Rank, Series, Shape, Sheet, at};
use crate::calc::chain::{Flow, Source};
use crate::calc::numbers::count;
use crate::plan::allocation::Class;
use crate::plan::goal::Measure;
use crate::plan::{Money, Task};
use crate::report::pages::Ink;
use crate::words::Named;

/// What the goal is reached by.
pub(super) struct Parts<'a> {
    pub(super) assumptions: &'a Assumptions,
    pub(super) channels: &'a Channels,
    /// What happened changes what the plan has.
    pub(super) happened: Option<&'a HappenedSheet>,
    pub(super) ripples: &'a Ripples,
    pub(super) pyramid: &'a Pyramid,
}

/// The sheet, and where its figures stand.
pub(super) struct GoalSheet {
    pub(super) sheet: Sheet,
    pub(super) names: Vec<(&'static str, Place)>,
    /// Revenue of the baseline.
    pub(super) baseline_revenue: Place,
    /// Revenue of class A and B.
    pub(super) class_revenue: [Place; 2],
}

/// Columns of the table of the goal, and of its figures.
const BEFORE: u16 = 1;
const EXPECTED: u16 = 2;
const TARGET: u16 = 3;
const REACHED: u16 = 4;

/// Rows of the goal's figures.
const CUSTOMERS: u32 = 4;
const VALUE: u32 = 5;
const REVENUE: u32 = 6;
const TOTAL: u32 = 7;
const SHARE: u32 = 8;

/// Rows of the tables below.
const CHAIN: u32 = 11;
const CLASSES: u32 = 19;

pub(super) fn sheet(book: Book<'_>, parts: &Parts<'_>) -> GoalSheet {
    let mut sheet = book.sheet("workbook-sheet-goal", &book.plan.title);
    sheet.is_landscape = true;
    let statement = &book.plan.goal.statement;
    if !statement.trim().is_empty() {
        sheet.paragraph(1, statement);
    }
    sheet.note(2, &book.text("workbook-legend"));
    let writer = Writer { book, parts };
    let total = writer.chain(&mut sheet);
    writer.goal(&mut sheet, total);
    let class_revenue = writer.classes(&mut sheet);
    let after = writer.sub_goals(&mut sheet);
    writer.drawing(&mut sheet, after + 1);
    let place = |row, col| sheet.place(at(row, col));
    let headline = match book.plan.goal.headline {
        Measure::Customers => CUSTOMERS,
        Measure::Revenue => REVENUE,
        Measure::Share => SHARE,
    };
    let names = vec![
        ("Attainment", place(headline, REACHED)),
        ("Allocated", parts.channels.allocated.clone()),
        ("Budget", parts.channels.budget.clone()),
        ("Customers_expected", place(CUSTOMERS, EXPECTED)),
        ("Customers_won", place(total, 5)),
        ("Leads_A", place(CLASSES + 2, 1)),
        ("Leads_B", place(CLASSES + 3, 1)),
        ("Registrations", parts.channels.total(Col::Registrations)),
        ("Revenue_expected", place(REVENUE, EXPECTED)),
        ("Revenue_won", place(total, 6)),
        ("Share_expected", place(SHARE, EXPECTED)),
    ];
    let baseline_revenue = place(REVENUE, BEFORE);
    GoalSheet { sheet, names, baseline_revenue, class_revenue }
}

/// One result of a ripple.
type Cell = fn(&RippleCells) -> &Place;

struct Writer<'a> {
    book: Book<'a>,
    parts: &'a Parts<'a>,
}

impl Writer<'_> {
    /// Before the plan, expected of it, to be reached, and how much of that.
    fn goal(&self, sheet: &mut Sheet, total: u32) {
        let book = self.book;
        let report = &book.report.goal;
        sheet.head(
            CUSTOMERS - 1,
            &[
                book.words_head("report-measure"),
                book.number_head("report-baseline"),
                book.number_head("report-expected"),
                book.number_head("report-goal"),
                book.number_head("report-reached"),
            ],
        );
        for (row, name) in [
            (CUSTOMERS, book.text("names-measure-customers")),
            (VALUE, book.in_currency("report-value")),
            (REVENUE, book.in_currency("names-measure-revenue")),
            (TOTAL, book.in_currency("report-total-revenue")),
            (SHARE, book.text("names-measure-share")),
        ] {
            sheet.words(at(row, 0), &name);
            sheet.fill(row, REACHED + 1);
        }
        let baseline = &book.plan.goal.baseline;
        let money = |money: Money| book.units(money);
        sheet.input(at(CUSTOMERS, BEFORE), baseline.customers.map(count), Kind::Count);
        sheet.input(at(REVENUE, BEFORE), baseline.revenue.map(money), Kind::Money);
        sheet.input(at(TOTAL, BEFORE), baseline.total_revenue.map(money), Kind::Money);
        let won = |col| at(total, col);
        let before = |row| at(row, BEFORE);
        let expected = &report.expected;
        let customers = format!("{}+{}", before(CUSTOMERS), won(5));
        sheet.live(at(CUSTOMERS, EXPECTED), customers, expected.customers, Kind::Count);
        let known = !report.too_large;
        let revenue = known.then(|| money(expected.revenue));
        let sum = |row| book.rounded(&format!("{}+{}", before(row), won(6)));
        sheet.live_or(at(REVENUE, EXPECTED), sum(REVENUE), revenue, Kind::Money, &book.too_large());
        let has_total = book.plan.goal.baseline.total_revenue.is_some_and(|total| total > Money::ZERO);
        if known && has_total {
            sheet.live(at(TOTAL, EXPECTED), sum(TOTAL), money(expected.total_revenue), Kind::Money);
        }
        self.parts_of(sheet, BEFORE, report.baseline.value_per_customer, report.baseline.share);
        if known {
            self.parts_of(sheet, EXPECTED, expected.value_per_customer, expected.share);
        }
        self.targets(sheet);
        self.reached(sheet, known);
    }

    /// Revenue per customer and as a share of total revenue.
    fn parts_of(&self, sheet: &mut Sheet, col: u16, value: Option<Money>, share: Option<f64>) {
        let book = self.book;
        let [customers, revenue, total] = [CUSTOMERS, REVENUE, TOTAL].map(|row| at(row, col));
        let quotient = book.rounded(&format!("{revenue}/{customers}"));
        let formula = format!("IF({customers}>0,{quotient},\"\")");
        sheet.live(at(VALUE, col), formula, value.map(|money| book.units(money)), Kind::Money);
        sheet.live(at(SHARE, col), format!("IF({total}>0,{revenue}/{total},\"\")"), share, Kind::Percent);
    }

    /// The targets as typed; what is left open follows from the others, by the formulas of
    /// [`target`](crate::calc::goal::target()).
    fn targets(&self, sheet: &mut Sheet) {
        let book = self.book;
        let (typed, report) = (&book.plan.goal.target, &book.report.goal.target);
        let cell = |row| at(row, TARGET);
        let units = |money: Money| book.units(money);
        let [customers, value, revenue, total, share] = [CUSTOMERS, VALUE, REVENUE, TOTAL, SHARE].map(cell);
        let by_customers = typed.customers.is_some() && typed.value_per_customer.is_some();
        let product = if by_customers { format!("{customers}*{value}") } else { format!("{share}*{total}") };
        let quotient = |part: At, whole: At| format!("IF({whole}>0,{part}/{whole},\"\")");
        let amount = |part: At, whole: At| format!("IF({whole}>0,{},\"\")", book.rounded(&format!("{part}/{whole}")));
        let mut put =
            |cell: At, typed: Option<f64>, derived: Option<f64>, formula: String, kind: Kind| match (typed, derived) {
                (None, Some(derived)) => sheet.live(cell, formula, derived, kind),
                (typed, _) => sheet.input(cell, typed, kind),
            };
        let value_of = |figure: Option<crate::calc::goal::Figure<f64>>| figure.map(|figure| figure.value);
        let money_of = |figure: Option<crate::calc::goal::Figure<Money>>| figure.map(|figure| units(figure.value));
        put(customers, typed.customers.map(count), value_of(report.customers), quotient(revenue, value), Kind::Count);
        let per_customer = amount(revenue, customers);
        put(value, typed.value_per_customer.map(units), money_of(report.value_per_customer), per_customer, Kind::Money);
        put(revenue, typed.revenue.map(units), money_of(report.revenue), book.rounded(&product), Kind::Money);
        put(total, typed.total_revenue.map(units), money_of(report.total_revenue), amount(revenue, share), Kind::Money);
        put(share, typed.share.map(count), value_of(report.share), quotient(revenue, total), Kind::Percent);
    }

    /// Expected ÷ target.
    fn reached(&self, sheet: &mut Sheet, known: bool) {
        let book = self.book;
        let goal = &book.summary.goal;
        let rows = [
            (CUSTOMERS, goal.customers.attainment),
            (VALUE, goal.value_per_customer.attainment),
            (REVENUE, goal.revenue.attainment),
            (TOTAL, goal.total_revenue.attainment),
            (SHARE, goal.share.attainment),
        ];
        for (row, attainment) in rows.into_iter().filter(|(row, _)| known || *row == CUSTOMERS) {
            let (expected, target) = (at(row, EXPECTED), at(row, TARGET));
            let formula = format!("IF(N({target})>0,IF({expected}=\"\",\"\",{expected}/{target}),\"\")");
            sheet.live(at(row, REACHED), formula, attainment.map(|share| share.0), Kind::Percent);
        }
    }

    /// What each source brings, from its money to its revenue; the row of the total.
    fn chain(&self, sheet: &mut Sheet) -> u32 {
        let book = self.book;
        sheet.line(CHAIN, &book.text("workbook-chain"), Rank::Section);
        sheet.head(
            CHAIN + 1,
            &[
                book.words_head("workbook-source"),
                book.money_head("workbook-money"),
                book.number_head("workbook-registrations"),
                book.number_head("workbook-people"),
                book.number_head("workbook-leads"),
                book.number_head("workbook-customers"),
                book.money_head("workbook-revenue"),
            ],
        );
        let first = CHAIN + 2;
        for (row, flow) in (first..).zip(&book.report.chain.flows) {
            match flow.source {
                Source::Task(task) => self.task(sheet, row, task, flow),
                Source::Ripple => self.ripples(sheet, row, flow),
            }
        }
        let row = first + 4;
        let sum = |col| format!("SUM({}:{})", at(first, col), at(row - 1, col));
        let total = &book.report.chain.total;
        let registrations = book.report.expected().total.won.registrations;
        sheet.rank(Rank::Total);
        sheet.words(at(row, 0), &book.text("workbook-total"));
        let money = book.report.chain.flows.iter().try_fold(Money::ZERO, |sum, flow| sum.plus(flow.money));
        let money = money.filter(|_| !book.report.expected().too_large).map(|money| book.units(money));
        sheet.live_or(at(row, 1), sum(1), money, Kind::Money, &book.too_large());
        sheet.live(at(row, 2), sum(2), registrations, Kind::Whole);
        sheet.live(at(row, 3), sum(3), total.reached - registrations, Kind::Count);
        sheet.live(at(row, 4), sum(4), total.leads, Kind::Count);
        sheet.live(at(row, 5), sum(5), total.customers, Kind::Count);
        sheet.live(at(row, 6), sum(6), total.revenue, Kind::Money);
        sheet.rank(Rank::Item);
        row
    }

    fn task(&self, sheet: &mut Sheet, row: u32, task: Task, flow: &Flow) {
        let book = self.book;
        let sums = book.report.expected().task(task);
        let plan = |col| self.parts.channels.task(task, col).to_string();
        let of = |col, change| {
            let changes = self.parts.happened.map(|happened| happened.of_task(task, change));
            plan(col) + &changes.unwrap_or_default()
        };
        sheet.words(at(row, 0), &format!("{} {}", task.letter(), task.name(book.words)));
        let money = (!sums.too_large).then(|| book.units(flow.money));
        sheet.live_or(at(row, 1), of(Col::Budget, Change::Money), money, Kind::Money, &book.too_large());
        sheet.live(at(row, 2), of(Col::Registrations, Change::Registrations), sums.won.registrations, Kind::Whole);
        sheet.live(at(row, 3), plan(Col::Contacts), sums.won.contacts, Kind::Count);
        sheet.live(at(row, 4), of(Col::Leads, Change::Leads), flow.leads, Kind::Count);
        sheet.live(at(row, 5), of(Col::Customers, Change::Customers), flow.customers, Kind::Count);
        sheet.live(at(row, 6), of(Col::Revenue, Change::Revenue), flow.revenue, Kind::Money);
    }

    fn ripples(&self, sheet: &mut Sheet, row: u32, flow: &Flow) {
        let book = self.book;
        sheet.words(at(row, 0), &book.text("ripple-tab"));
        sheet.fill(row, 7);
        let cells = &self.parts.ripples.cells;
        let columns: [(u16, Cell, f64, Kind); 5] = [
            (1, |cells| &cells.money, book.units(flow.money), Kind::Money),
            (3, |cells| &cells.people, flow.reached, Kind::Count),
            (4, |cells| &cells.leads, flow.leads, Kind::Count),
            (5, |cells| &cells.customers, flow.customers, Kind::Count),
            (6, |cells| &cells.revenue, flow.revenue, Kind::Money),
        ];
        for (col, place, result, kind) in columns {
            if cells.is_empty() {
                sheet.number(at(row, col), 0.0, kind);
            } else {
                let sum = cells.iter().map(|cells| place(cells).to_string()).collect::<Vec<_>>().join("+");
                sheet.live(at(row, col), sum, result, kind);
            }
        }
    }

    /// Leads of each class, what becomes of them, and the revenue.
    fn classes(&self, sheet: &mut Sheet) -> [Place; 2] {
        let book = self.book;
        sheet.line(CLASSES, &book.text("workbook-classes"), Rank::Section);
        sheet.head(
            CLASSES + 1,
            &[
                book.words_head("workbook-class"),
                book.number_head("workbook-leads"),
                book.number_head("workbook-close-rate"),
                book.number_head("workbook-customers"),
                book.money_head("report-value"),
                book.money_head("workbook-revenue"),
            ],
        );
        let allocation = book.report.expected();
        Class::ALL.map(|class| {
            let row = CLASSES + 2 + class as u32;
            let number = class as usize;
            let rates = &self.parts.assumptions.classes[number];
            let typed = crate::calc::allocation::rates(&book.plan.allocation, class);
            let sum = |col, change| self.of_class(class, col, change);
            sheet.words(at(row, 0), &class.name(book.words));
            sheet.live(at(row, 1), sum(Col::Leads, Change::Leads), allocation.leads[number], Kind::Count);
            let rate = crate::calc::numbers::rate(typed.close_rate.likely);
            sheet.live(at(row, 2), rates.close_rate.to_string(), rate, Kind::Rate);
            sheet.live(at(row, 3), sum(Col::Customers, Change::Customers), allocation.customers[number], Kind::Count);
            let value = count(book.units(typed.value.likely));
            sheet.live(at(row, 4), rates.value.to_string(), value, Kind::Money);
            sheet.live(at(row, 5), sum(Col::Revenue, Change::Revenue), allocation.revenue[number], Kind::Money);
            sheet.place(at(row, 5))
        })
    }

    /// The formula of a sum over a class, what happened included.
    fn of_class(&self, class: Class, col: Col, change: Change) -> String {
        let changes = self.parts.happened.map(|happened| happened.of_class(class, change));
        self.parts.channels.of_class(class, col) + &changes.unwrap_or_default()
    }

    /// Money by task and ripple.
    fn drawing(&self, sheet: &mut Sheet, row: u32) {
        let book = self.book;
        let (first, last) = (CHAIN + 2, CHAIN + 5);
        let series = Series {
            name: book.text("workbook-money"),
            labels: sheet.span(at(first, 0), at(last, 0)),
            values: sheet.span(at(first, 1), at(last, 1)),
            ink: Ink::ACCENT,
            inks: Task::ALL.map(Ink::task).into_iter().chain([Ink::ACCENT]).collect(),
        };
        let revenue = Series {
            name: book.text("workbook-revenue"),
            labels: sheet.span(at(first, 0), at(last, 0)),
            values: sheet.span(at(first, 6), at(last, 6)),
            ..series.clone()
        };
        for (before, key, series) in [(0, "workbook-money", series), (1, "workbook-revenue", revenue)] {
            sheet.plots.push(Plot {
                shape: Shape::Bars,
                title: book.in_currency(key),
                corner: at(row, 0),
                before,
                series: vec![series],
                axes: [String::new(), String::new()],
                kind: Kind::Whole,
            });
        }
    }
}
