//! Which event, its owner, what may be added, and its figures.

use eframe::egui::{self, Ui};

use super::{Desk, View, empty, shown_name};
use crate::app::explain::explains;
use crate::app::icons;
use crate::app::tabs::allocation::{Page, page_switch};
use crate::app::tabs::fields::{RowAction, dated_chooser, row_menu};
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Button, Dropdown, Figure, figures as figure_row, tab_head, weak};
use crate::calc::explain::{Figure as Asked, OfEvent, OfParty};
use crate::calc::removal::Target;
use crate::plan::{Event, Id, Money};
use crate::t;
use crate::words::{names, number};

/// The head of the page.
pub(super) fn ui(ui: &mut Ui, desk: &mut Desk, view: &mut View, shown: &mut Page) {
    // Both ends change the event, one after the other.
    let desk = std::cell::RefCell::new(desk);
    let view = std::cell::RefCell::new(view);
    tab_head(
        ui,
        |ui| {
            page_switch(ui, desk.borrow().cx, shown);
            ui.add_space(space::S);
            choose(ui, &desk.borrow(), &mut view.borrow_mut());
            arrange(ui, &mut desk.borrow_mut());
            ui.add_space(space::XS);
            owner(ui, &mut desk.borrow_mut());
        },
        |ui| add_buttons(ui, &mut desk.borrow_mut(), &mut view.borrow_mut()),
    );
}

fn choose(ui: &mut Ui, desk: &Desk, view: &mut View) {
    let cx = desk.cx;
    let date = |event: &Event| event.date.map(|date| number::date(cx.words, date)).unwrap_or_default();
    let choice = |event: &Event| (event.id.clone(), shown_name(cx, &event.name), date(event));
    let items: Vec<(Id, String, String)> = desk.events.iter().map(choice).collect();
    let name = cx.words.text("event-which");
    let chosen = dated_chooser(ui, (egui::Id::unique("which event"), &name), &items, &desk.event.id);
    if let Some(id) = chosen {
        view.event = Some(id);
        view.item = None;
    }
}

fn arrange(ui: &mut Ui, desk: &mut Desk) {
    let id = desk.event.id.clone();
    let count = desk.events.len();
    let Some(index) = desk.events.iter().position(|event| event.id == id) else { return };
    let name = desk.name();
    if let Some(action) = row_menu(ui, desk.cx.words, (desk.field("arrange"), &name), (index, count)) {
        if action == RowAction::Remove {
            return desk.cx.remove(Target::Event(id));
        }
        desk.events.change(action.step(desk.cx.words, &name), |events| action.apply(events, index));
    }
}

fn owner(ui: &mut Ui, desk: &mut Desk) {
    let (cx, event) = (desk.cx, desk.event);
    let name = cx.words.text("common-owner");
    weak(ui, &name);
    let shown = event.owner.as_ref().map_or_else(|| cx.words.text("common-nobody"), |owner| cx.person(owner));
    let dropdown = Dropdown::new(desk.field("owner"), &name, &shown);
    if let Some(owner) = dropdown.show(ui, &cx.owner_choices(), Some(&event.owner)) {
        desk.change(desk.step(&name, &desk.name()), |event| event.owner = owner);
    }
}

fn add_buttons(ui: &mut Ui, desk: &mut Desk, view: &mut View) {
    let words = desk.cx.words;
    let (event, party) = (words.text("event-event"), words.text("event-party"));
    let (add_event, add_party) = (words.text("event-step-add-event"), words.text("event-step-add-party"));
    if Button::plain(&event).icon(icons::PLUS).name(&add_event).show(ui).clicked() {
        empty::add(&mut desk.events, desk.cx, view);
    }
    if Button::plain(&party).icon(icons::PLUS).name(&add_party).show(ui).clicked() {
        super::parties::add(desk, view);
    }
}

/// The row of figures.
pub(super) fn figures(ui: &mut Ui, desk: &Desk) {
    let (cx, report) = (desk.cx, desk.report);
    let (words, currency) = (cx.words, cx.currency());
    let label = |key: &'static str| {
        let unit = names::currency_name(&currency.code, words);
        format!("{}{}{unit}", words.text(key), words.text("event-unit-comma"))
    };
    let money =
        |amount: Option<Money>| amount.map_or(number::NOTHING.into(), |amount| number::amount(currency, amount));
    let percent = |part: Option<f64>| part.map(|part| number::percent(cx.language(), part, 1));
    let own = Some(report.own_share).filter(|_| report.is_split() && desk.event.us.is_some());
    let of_total = percent(report.own_fraction().filter(|_| own.is_some()));
    let saving = report.own_saving().filter(|_| own.is_some());
    // A figure below zero has a name of its own.
    let named = |amount: Option<Money>, key: &'static str, below_zero: &'static str| {
        let key = if amount.is_some_and(|amount| amount < Money::ZERO) { below_zero } else { key };
        Figure::new(label(key), money(amount.map(|amount| amount.max(amount.opposite()))))
    };
    let cells = [
        named(Some(report.total), "event-total", "event-surplus").remark(about_total(desk)),
        named(own, "event-our-share", "event-our-gain")
            .remark(of_total.map_or_else(String::new, |share| t!(words, "event-of-the-total", share = share)))
            .tone(Tone::Accent),
        Figure::new(label("event-alone"), money(report.own_alone)).remark(words.text("event-alone-remark")),
        Figure::new(label("event-we-save"), money(saving))
            .remark(percent(report.own_saving_fraction().filter(|_| own.is_some())).unwrap_or_default())
            .tone(if saving.is_some_and(|saving| saving < Money::ZERO) { Tone::Bad } else { Tone::Plain }),
        contacts(desk),
        cost_per_lead(desk, label("event-cost-per-lead"), own.is_some()),
    ];
    let (event, us) = (&desk.event.id, desk.event.us.as_ref().filter(|_| own.is_some()));
    let ours = |of| us.map(|us| Asked::Party(event.clone(), us.clone(), of));
    let asked = [
        Some(Asked::Event(event.clone(), OfEvent::Total)),
        ours(OfParty::Share),
        None,
        ours(OfParty::Saving),
        None,
        us.map(|_| Asked::Event(event.clone(), OfEvent::CostPerLead)),
    ];
    let cells = cells.into_iter().zip(&asked).map(|(cell, figure)| cell.asks(figure.is_some()));
    let shown = figure_row(ui, &cells.collect::<Vec<_>>());
    for (cell, figure) in shown.iter().zip(asked) {
        if cell.sense.is_focusable() {
            explains(ui, cx, cell, || figure);
        }
    }
    ui.add_space(6.0);
}

/// How the total comes about: cost less income, or how many share how much.
fn about_total(desk: &Desk) -> String {
    let (words, currency, report) = (desk.cx.words, desk.cx.currency(), desk.report);
    if report.income == Money::ZERO {
        let (items, parties) = (desk.event.items.len(), desk.event.parties.len());
        return t!(words, "event-items-and-parties", items = items, parties = parties);
    }
    let [cost, income] = [report.cost, report.income].map(|amount| number::amount(currency, amount));
    t!(words, "event-less-income", cost = cost, income = income)
}

fn contacts(desk: &Desk) -> Figure {
    use crate::words::Named;
    let words = desk.cx.words;
    let (leads, class) = (desk.report.leads, desk.event.class.name(words));
    let remark = if leads > 0.0 {
        t!(words, "event-leads-of-class", leads = number::expected(leads), class = class)
    } else {
        class
    };
    let contacts = desk.event.contacts.likely;
    Figure::new(words.text("event-contacts"), number::known(contacts, number::expected(contacts))).remark(remark)
}

fn cost_per_lead(desk: &Desk, label: String, split: bool) -> Figure {
    let (words, currency) = (desk.cx.words, desk.cx.currency());
    let shown = |cost: Option<f64>| cost.map(|cost| number::count(cost, 0));
    let now = shown(desk.report.cost_per_lead(currency).filter(|_| split));
    let alone = shown(desk.report.cost_per_lead_alone(currency).filter(|_| split));
    Figure::new(label, now.unwrap_or_else(|| number::NOTHING.into()))
        .remark(alone.map_or_else(String::new, |alone| t!(words, "event-instead-of", alone = alone)))
}
