//! The parties of an event and the numbers the rules need of them.

use eframe::egui::{self, Sense, Ui, Vec2};

use super::{Desk, Detail, View, shown_name};
use crate::app::tabs::fields::{RowAction, optional_amount, optional_count, optional_money, row_menu};
use crate::app::theme::{self, size};
use crate::app::widgets::text::widest;
use crate::app::widgets::{
    Column, Field, Row, RowSpec, Table, choice::paint_radio, focus_ring, parsed_field, text_field, weak,
};
use crate::calc::removal::Target;
use crate::plan::event::Party;
use crate::plan::{Id, Money};
use crate::t;
use crate::words::{names, number, parse};

/// Draws the table.
pub(super) fn ui(ui: &mut Ui, desk: &mut Desk, view: &mut View) {
    let words = desk.cx.words;
    let figure = |width: f32| Column::fixed(width).right();
    let money = |of: fn(&Party) -> Option<Money>, least: f32| {
        let amounts = desk.event.parties.iter().filter_map(of);
        let texts: Vec<String> = amounts.map(|amount| number::amount(desk.cx.currency(), amount)).collect();
        figure(widest(ui, texts.iter().map(String::as_str), &theme::text(size::SMALL)).max(least))
    };
    let columns = [
        Column::fixed(24.0),
        Column::flex(1.0, 74.0),
        figure(46.0),
        figure(50.0),
        money(|party| party.amount, 60.0),
        figure(46.0),
        money(|party| party.alone, 66.0),
        Column::fixed(20.0),
    ];
    let mut table = Table::new(ui, desk.field("party table"), &columns).row_height(26.0).gap(9.0);
    let unit = names::currency_name(&desk.cx.currency().code, words);
    let two = |key: &'static str| format!("{}\n{unit}", words.text(key));
    let heads = [
        words.text("event-us"),
        words.text("event-party"),
        words.text("event-weight"),
        format!("{}\n%", words.text("event-percent")),
        two("event-amount"),
        words.text("event-benefit"),
        two("event-cost-alone"),
    ];
    table.header(ui, &[&heads[0], &heads[1], &heads[2], &heads[3], &heads[4], &heads[5], &heads[6], ""]);
    for (index, party) in desk.event.parties.iter().enumerate() {
        row(ui, desk, view, (&mut table, index, party));
    }
    ui.add_space(4.0);
    weak(ui, &words.text("event-parties-help"));
}

fn row(ui: &mut Ui, desk: &mut Desk, view: &mut View, (table, index, party): (&mut Table, usize, &Party)) {
    let label = shown_name(desk.cx, &party.name);
    let response = table.row(ui, RowSpec::plain().id(desk.part(&party.id, "party row")), |row| {
        row.cell(|ui| us(ui, desk, (index, party, &label)));
        row.cell(|ui| name(ui, desk, party, &label));
        numbers(row, desk, party, &label);
        row.cell(|ui| menu(ui, desk, (index, party, &label)));
    });
    if view.fresh.as_ref() == Some(&party.id) {
        view.fresh = None;
        response.scroll_to_me(None);
        let id = desk.part(&party.id, "name");
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

/// Which party is us. The finding that nobody is leads to the first one.
fn us(ui: &mut Ui, desk: &mut Desk, (index, party, label): (usize, &Party, &str)) {
    let on = desk.event.us.as_ref() == Some(&party.id);
    let known = desk.event.parties.iter().any(|party| desk.event.us.as_ref() == Some(&party.id));
    let leads_here = on || (!known && index == 0);
    let id = if leads_here { desk.field("us") } else { desk.part(&party.id, "us") };
    let name = t!(desk.cx.words, "event-is-us", party = label);
    let (_, rect) = ui.allocate_space(Vec2::splat(16.0));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, ui.is_enabled(), on, &name));
    paint_radio(ui, rect, on);
    focus_ring(ui, &response);
    if response.on_hover_text(&name).clicked() && !on {
        let step = t!(desk.cx.words, "event-step-us", party = label);
        desk.change(step, |event| event.us = Some(party.id.clone()));
    }
}

fn name(ui: &mut Ui, desk: &mut Desk, party: &Party, label: &str) {
    let what = desk.cx.words.text("event-party");
    let spoken = desk.of(&desk.cx.words.text("common-name"), label);
    let field = Field::new(desk.part(&party.id, "name"), &spoken).bare().hint(&what);
    if let Some(name) = text_field(ui, field, &party.name).value {
        let step = t!(desk.cx.words, "event-step-rename", what = what.to_lowercase());
        desk.change_party(step, &party.id, |party| party.name = name);
    }
}

fn numbers(row: &mut Row, desk: &mut Desk, party: &Party, label: &str) {
    let words = desk.cx.words;
    row.cell(|ui| weight(ui, desk, party, label));
    let what = words.text("event-percent");
    row.cell(|ui| {
        let name = desk.of(&what, label);
        let field = small_number(desk, party, ("percent", &name));
        if let Some(percent) = optional_count(ui, field, words, party.percent) {
            desk.change_party(desk.step(&what, label), &party.id, |party| party.percent = percent);
        }
    });
    let what = words.text("event-amount");
    row.cell(|ui| {
        let name = desk.of(&what, label);
        let field = small_number(desk, party, ("amount", &name));
        if let Some(amount) = optional_amount(ui, field, (words, desk.cx.currency(), party.amount), parse::signed_money)
        {
            desk.change_party(desk.step(&what, label), &party.id, |party| party.amount = amount);
        }
    });
    let what = words.text("event-benefit");
    row.cell(|ui| {
        let name = desk.of(&what, label);
        let field = small_number(desk, party, ("benefit", &name));
        if let Some(benefit) = optional_count(ui, field, words, party.benefit) {
            desk.change_party(desk.step(&what, label), &party.id, |party| party.benefit = benefit);
        }
    });
    let what = words.text("event-cost-alone");
    row.cell(|ui| {
        let name = desk.of(&what, label);
        let field = small_number(desk, party, ("alone", &name));
        if let Some(alone) = optional_money(ui, field, (words, desk.cx.currency()), party.alone) {
            desk.change_party(desk.step(&what, label), &party.id, |party| party.alone = alone);
        }
    });
}

fn small_number<'a>(desk: &Desk, party: &Party, (field, name): (&str, &'a str)) -> Field<'a> {
    let font = theme::text(size::SMALL);
    Field::number(desk.part(&party.id, field), name).bare().right().font(font).hint(number::NOTHING)
}

fn weight(ui: &mut Ui, desk: &mut Desk, party: &Party, label: &str) {
    let words = desk.cx.words;
    let what = words.text("event-weight");
    let name = desk.of(&what, label);
    let field = small_number(desk, party, ("weight", &name));
    let read = |typed: &str| parse::count(typed).map_err(|problem| problem.say(words));
    if let Some(weight) = parsed_field(ui, field, &number::trimmed(party.weight, 4), &read).value {
        desk.change_party(desk.step(&what, label), &party.id, |party| party.weight = weight);
    }
}

fn menu(ui: &mut Ui, desk: &mut Desk, (index, party, label): (usize, &Party, &str)) {
    let place = (index, desk.event.parties.len());
    let Some(action) = row_menu(ui, desk.cx.words, (desk.part(&party.id, "menu"), label), place) else { return };
    if action == RowAction::Remove {
        return desk.cx.remove(Target::Party { event: desk.event.id.clone(), party: party.id.clone() });
    }
    desk.change(action.step(desk.cx.words, label), |event| action.apply(&mut event.parties, index));
}

/// Adds a party and shows it with the focus on its name. The first party is us.
pub(super) fn add(desk: &mut Desk, view: &mut View) {
    let words = desk.cx.words;
    let id = Id::fresh("party", desk.event.parties.iter().map(|party| &party.id));
    let party = Party::new(id.clone(), String::new());
    desk.change(words.text("event-step-add-party"), |event| {
        if event.parties.is_empty() {
            event.us = Some(party.id.clone());
        }
        event.parties.push(party);
    });
    view.detail = Detail::Parties;
    view.fresh = Some(id);
}
