//! What becomes of leads: close rate and value per customer of both classes.

use eframe::egui::Ui;

use super::super::form;
use super::super::sheet::Sheet;
use crate::app::context::field_id;
use crate::app::theme::{size, space};
use crate::app::widgets::{Field, Run, parsed_field, runs, section};
use crate::calc::Section;
use crate::calc::allocation::rates;
use crate::plan::allocation::{Allocation, Class, ClassRates};
use crate::t;
use crate::words::names::currency_name;
use crate::words::{Named, number, parse};

/// Draws both classes.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet<'_>) {
    ui.spacing_mut().item_spacing.y = 6.0;
    for class in Class::ALL {
        of_class(ui, sheet, class);
        ui.add_space(space::S);
    }
}

fn of_class(ui: &mut Ui, sheet: &mut Sheet<'_>, class: Class) {
    let cx = sheet.cx;
    let (words, report) = (cx.words, &cx.report.allocation);
    let title = class.name(words);
    let says = match class {
        Class::A => words.text("allocation-class-a-says"),
        Class::B => words.text("allocation-class-b-says"),
    };
    section(ui, &title, &says);
    let at = class as usize;
    let unit = currency_name(&cx.currency().code, words);
    let (rate, value) = match class {
        Class::A => ("class_a", "value_a"),
        Class::B => ("class_b", "value_b"),
    };
    close_rate(ui, sheet, class, rate);
    customer_value(ui, sheet, class, value);
    let outcome = t!(
        words,
        "allocation-outcome",
        leads = number::trimmed(report.leads[at], 1),
        customers = number::trimmed(report.customers[at], 1),
        revenue = number::count(report.revenue[at], 0),
        unit = unit
    );
    form::labelled(ui, &words.text("allocation-now-plain"), |ui| {
        ui.add_space(5.0);
        runs(ui, &[Run::plain(outcome)], size::SMALL)
    });
}

fn close_rate(ui: &mut Ui, sheet: &mut Sheet<'_>, class: Class, field: &str) {
    let cx = sheet.cx;
    let label = cx.words.text("allocation-close-rate");
    let name = form::name(cx, &label, &class.name(cx.words));
    let shown = parse::write_rate_estimate(&rates(&cx.plan.allocation, class).close_rate);
    let edited = form::labelled(ui, &label, |ui| {
        let field = Field::number(field_id(Section::Allocation, None, field), &name).fill();
        parsed_field(ui, field, &shown, &|text| parse::rate_estimate(text).map_err(|problem| problem.say(cx.words)))
    });
    if let Some(rate) = edited.value {
        let step = form::step(cx, &label, &class.name(cx.words));
        sheet.allocation.change(step, |allocation| rates_mut(allocation, class).close_rate = rate);
    }
}

fn customer_value(ui: &mut Ui, sheet: &mut Sheet<'_>, class: Class, field: &str) {
    let cx = sheet.cx;
    let label = cx.words.text("allocation-value");
    let name = form::name(cx, &label, &class.name(cx.words));
    let unit = currency_name(&cx.currency().code, cx.words);
    let shown = parse::write_money_estimate(cx.currency(), &rates(&cx.plan.allocation, class).value);
    let edited = form::labelled(ui, &label, |ui| {
        let field = Field::number(field_id(Section::Allocation, None, field), &name).fill().unit(&unit);
        let read = |text: &str| parse::money_estimate(text, cx.currency()).map_err(|problem| problem.say(cx.words));
        parsed_field(ui, field, &shown, &read)
    });
    if let Some(value) = edited.value {
        let step = form::step(cx, &label, &class.name(cx.words));
        sheet.allocation.change(step, |allocation| rates_mut(allocation, class).value = value);
    }
}

fn rates_mut(allocation: &mut Allocation, class: Class) -> &mut ClassRates {
    match class {
        Class::A => &mut allocation.class_a,
        Class::B => &mut allocation.class_b,
    }
}
