//! From leads to revenue: close rate and value of each class, typed where they count, below the channels.

use eframe::egui::{self, Response, Ui};

use super::form;
use super::sheet::Sheet;
use crate::app::context::field_id;
use crate::app::explain::explained;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::{Column, Edited, Field, Row, RowSpec, Table, parsed_field};
use crate::calc::Section;
use crate::calc::allocation::rates;
use crate::calc::explain::{By, Figure, OfSum, Whole, Yield};
use crate::plan::allocation::{Allocation, Class, ClassRates};
use crate::plan::{Estimate, Money};
use crate::t;
use crate::words::names::currency_name;
use crate::words::typed::Entry;
use crate::words::{Named, number, parse};

/// How many rows it has.
pub const ROWS: usize = 2;

/// How high it is with rows of this height.
#[must_use]
pub fn height(row: f32) -> f32 {
    space::S + HEADINGS + 2.0 * row + 4.0
}

const HEADINGS: f32 = 26.0;

/// Draws a row a class, as tall as told.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet<'_>, row: f32) {
    let words = sheet.cx.words;
    let unit = currency_name(&sheet.cx.currency().code, words);
    let columns = [
        Column::flex(1.0, 96.0).at_most(330.0),
        Column::fixed(60.0).right(),
        Column::fixed(118.0).right(),
        Column::fixed(68.0).right(),
        Column::fixed(148.0).right(),
        Column::fixed(104.0).right(),
    ];
    let mut table =
        Table::new(ui, egui::Id::unique("allocation conversion"), &columns).gap(8.0).inset(0.0, 6.0).row_height(row);
    let headings = [
        words.text("allocation-part-leads"),
        words.text("common-leads"),
        words.text("allocation-close-rate"),
        words.text("common-customers"),
        t!(words, "allocation-value-in", unit = &unit),
        t!(words, "allocation-revenue", unit = &unit),
    ];
    table.header(ui, &headings.each_ref().map(String::as_str));
    for class in Class::ALL {
        let spec = RowSpec::plain().id(egui::Id::unique(("allocation class", class)));
        table.row(ui, spec, |row| class_row(row, sheet, class));
    }
}

fn class_row(row: &mut Row<'_>, sheet: &mut Sheet<'_>, class: Class) {
    let (words, report) = (sheet.cx.words, &sheet.cx.report.allocation);
    let at = class as usize;
    let (leads, customers, revenue) = (report.leads[at], report.customers[at], report.revenue[at]);
    let says = words.text(match class {
        Class::A => "allocation-class-a-says",
        Class::B => "allocation-class-b-says",
    });
    row.name_and_unit(&class.name(words), &says);
    let cx = sheet.cx;
    let of_class = |row: &mut Row<'_>, shown: &str, response: Response, of: Yield| {
        let figure = || Some(Figure::Sum(Whole::Class(class), By::Plan, OfSum::Yield(of)));
        explained(row, cx, (shown, response), figure);
    };
    let shown = number::known(leads, number::expected(leads));
    let response = row.asking().number(&shown);
    of_class(row, &shown, response, Yield::Leads);
    close_rate(row, sheet, class);
    let shown = number::known(customers, number::expected(customers));
    let response = row.asking().number(&shown);
    of_class(row, &shown, response, Yield::Customers);
    customer_value(row, sheet, class);
    let shown = number::known(revenue, number::count(revenue, 0));
    let response = row.asking().styled(&shown, theme::semibold(size::BODY), Tone::Plain);
    of_class(row, &shown, response, Yield::Revenue);
}

fn close_rate(row: &mut Row<'_>, sheet: &mut Sheet<'_>, class: Class) {
    let cx = sheet.cx;
    let field = match class {
        Class::A => "class_a",
        Class::B => "class_b",
    };
    let rate = rates(&cx.plan.allocation, class).close_rate;
    let text = if rate == Estimate::default() { String::new() } else { parse::write_rate_estimate(&rate) };
    let label = cx.words.text("allocation-close-rate");
    let edited = estimate(row, sheet, (field, &label, class, Entry::RATE), &text, &|text| parse::rate_estimate(text));
    if let Some(rate) = edited.value {
        let step = form::step(cx, &label, &class.name(cx.words));
        sheet.allocation.change(step, |allocation| rates_mut(allocation, class).close_rate = rate);
    }
}

fn customer_value(row: &mut Row<'_>, sheet: &mut Sheet<'_>, class: Class) {
    let cx = sheet.cx;
    let field = match class {
        Class::A => "value_a",
        Class::B => "value_b",
    };
    let value: Estimate<Money> = rates(&cx.plan.allocation, class).value;
    let text =
        if value == Estimate::default() { String::new() } else { parse::write_money_estimate(cx.currency(), &value) };
    let label = cx.words.text("allocation-value");
    let read = |text: &str| parse::money_estimate(text, cx.currency());
    let edited = estimate(row, sheet, (field, &label, class, Entry::money(cx.currency())), &text, &read);
    if let Some(value) = edited.value {
        let step = form::step(cx, &label, &class.name(cx.words));
        sheet.allocation.change(step, |allocation| rates_mut(allocation, class).value = value);
    }
}

/// The field of an estimate; emptied, it is nothing.
fn estimate<T: Default>(
    row: &mut Row<'_>,
    sheet: &Sheet<'_>,
    (field, label, class, entry): (&str, &str, Class, Entry),
    text: &str,
    read: &dyn Fn(&str) -> Result<Estimate<T>, parse::Problem>,
) -> Edited<Estimate<T>> {
    let cx = sheet.cx;
    let name = form::name(cx, label, &class.name(cx.words));
    let field = Field::number(field_id(Section::Allocation, None, field), &name).bare().hint(number::NOTHING);
    let read = |typed: &str| match typed.trim() {
        "" => Ok(Estimate::default()),
        typed => read(typed).map_err(|problem| problem.say(cx.words)),
    };
    row.cell(|ui| parsed_field(ui, field.entry(entry), text, &read))
}

fn rates_mut(allocation: &mut Allocation, class: Class) -> &mut ClassRates {
    match class {
        Class::A => &mut allocation.class_a,
        Class::B => &mut allocation.class_b,
    }
}
