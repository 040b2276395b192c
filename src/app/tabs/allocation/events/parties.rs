//! The parties of an event and the numbers the rules need of them.

use eframe::egui::{self, Sense, Ui, Vec2};

use super::needed::Needed;
use super::{Desk, Detail, View, cells, shown_name};
use crate::app::icons;
use crate::app::tabs::fields::{RowAction, optional_amount, optional_count, optional_money, row_menu};
use crate::app::theme::{self, size};
use crate::app::widgets::grid::Cell;
use crate::app::widgets::text::widest;
use crate::app::widgets::{
    Button, Column, Edited, Field, RowSpec, Table, choice::paint_radio, focus_ring, parsed_field, text_field, weak,
};
use crate::calc::removal::Target;
use crate::plan::event::{Event, Party, SplitRule};
use crate::plan::{Id, Money};
use crate::t;
use crate::words::typed::Entry;
use crate::words::{names, number, parse};

impl Needed {
    /// Whether its column is there without being asked for: a rule goes by it, or a party has it already. By what it
    /// costs alone every saving is measured.
    fn is_used(self, event: &Event) -> bool {
        let goes_by = |rule| event.rule == rule || event.items.iter().any(|item| item.rule == Some(rule));
        let has = |has: fn(&Party) -> bool| event.parties.iter().any(has);
        match self {
            Self::Weight => goes_by(SplitRule::Weights) || has(|party| party.weight.total_cmp(&1.0).is_ne()),
            Self::Percent => goes_by(SplitRule::Percent) || has(|party| party.percent.is_some()),
            Self::Amount => goes_by(SplitRule::Amounts) || has(|party| party.amount.is_some()),
            Self::Benefit => goes_by(SplitRule::Benefit) || has(|party| party.benefit.is_some()),
            Self::Alone => true,
        }
    }

    fn column(self, ui: &Ui, desk: &Desk) -> Column {
        let money = |of: fn(&Party) -> Option<Money>, least: f32| {
            let amounts = desk.event.parties.iter().filter_map(of);
            let texts: Vec<String> = amounts.map(|amount| number::amount(desk.cx.currency(), amount)).collect();
            widest(ui, texts.iter().map(String::as_str), &theme::text(size::SMALL)).max(least)
        };
        let width = match self {
            Self::Weight | Self::Benefit => 46.0,
            Self::Percent => 50.0,
            Self::Amount => money(|party| party.amount, 60.0),
            Self::Alone => money(|party| party.alone, 66.0),
        };
        Column::fixed(width).right()
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Weight => "event-weight",
            Self::Percent => "event-percent",
            Self::Amount => "event-amount",
            Self::Benefit => "event-benefit",
            Self::Alone => "event-cost-alone",
        }
    }

    fn heading(self, desk: &Desk) -> String {
        let words = desk.cx.words;
        let name = words.text(self.key());
        match self {
            Self::Weight | Self::Benefit => name,
            Self::Percent => format!("{name}\n%"),
            Self::Amount | Self::Alone => {
                format!("{name}\n{}", names::currency_name(&desk.cx.currency().code, words))
            }
        }
    }
}

/// Draws the table.
pub(super) fn ui(ui: &mut Ui, desk: &mut Desk, view: &mut View) {
    let words = desk.cx.words;
    let is_shown = |needed: &Needed| needed.is_used(desk.event) || view.columns.contains(needed);
    let (needed, others): (Vec<Needed>, Vec<Needed>) = Needed::ALL.into_iter().partition(is_shown);
    cells::party_keys(ui, desk, view, &needed);
    let columns: Vec<Column> = [Column::fixed(24.0), Column::flex(1.0, 74.0)]
        .into_iter()
        .chain(needed.iter().map(|needed| needed.column(ui, desk)))
        .chain([Column::fixed(20.0)])
        .collect();
    let mut table = Table::new(ui, desk.field("party table"), &columns).row_height(26.0).gap(9.0);
    let names = ["event-us", "event-party"].map(|key| words.text(key));
    let heads: Vec<String> =
        names.into_iter().chain(needed.iter().map(|needed| needed.heading(desk))).chain([String::new()]).collect();
    table.header(ui, &heads.iter().map(String::as_str).collect::<Vec<_>>());
    for (index, party) in desk.event.parties.iter().enumerate() {
        row(ui, desk, view, (&mut table, &needed, index, party));
    }
    view.party_cells.end(ui, &cells::parties(desk, &needed));
    ui.add_space(4.0);
    weak(ui, &words.text("event-parties-help"));
    ui.horizontal_wrapped(|ui| {
        for other in others {
            let name = words.text(other.key());
            if Button::quiet(&name).icon(icons::PLUS).dense().show(ui).clicked() {
                view.columns.push(other);
            }
        }
    });
}

/// The row of a party: its table and columns, its number and itself.
type Placed<'a> = (&'a mut Table, &'a [Needed], usize, &'a Party);

fn row(ui: &mut Ui, desk: &mut Desk, view: &mut View, (table, needed, index, party): Placed<'_>) {
    let label = shown_name(desk.cx, &party.name);
    let response = table.row(ui, RowSpec::plain().id(desk.part(&party.id, "party row")), |row| {
        row.cell(|ui| us(ui, desk, (index, party, &label)));
        let at = |column| Cell { row: index, column };
        row.cell(|ui| {
            view.party_cells.ground(ui, at(0));
            let edited = name(ui, desk, party, &label);
            view.party_cells.touched(ui, &edited, at(0));
        });
        for (column, needed) in needed.iter().enumerate() {
            row.cell(|ui| {
                view.party_cells.ground(ui, at(column + 1));
                let edited = number(ui, desk, (party, &label), *needed);
                view.party_cells.touched(ui, &edited, at(column + 1));
                view.refused.take_if(|_| edited.value.is_some());
            });
        }
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

fn name(ui: &mut Ui, desk: &mut Desk, party: &Party, label: &str) -> Edited<()> {
    let what = desk.cx.words.text("event-party");
    let spoken = desk.of(&desk.cx.words.text("common-name"), label);
    let field = Field::new(desk.part(&party.id, "name"), &spoken).bare().cell().hint(&what);
    let mut edited = text_field(ui, field, &party.name);
    if let Some(name) = edited.value.take() {
        let step = t!(desk.cx.words, "event-step-rename", what = what.to_lowercase());
        desk.change_party(step, &party.id, |party| party.name = name);
    }
    edited.map(|_| ())
}

fn number(ui: &mut Ui, desk: &mut Desk, (party, label): (&Party, &str), needed: Needed) -> Edited<()> {
    let (words, currency) = (desk.cx.words, desk.cx.currency());
    let what = words.text(needed.key());
    let name = desk.of(&what, label);
    let field = small_number(desk, party, (needed.field(), &name));
    let step = desk.step(&what, label);
    let id = &party.id;
    match needed {
        Needed::Weight => {
            let read = |typed: &str| parse::count(typed).map_err(|problem| problem.say(words));
            let edited = parsed_field(ui, field, &number::trimmed(party.weight, 4), &read);
            edited.map(|weight| desk.change_party(step, id, |party| party.weight = weight))
        }
        Needed::Percent => {
            let edited = optional_count(ui, field, words, party.percent);
            edited.map(|percent| desk.change_party(step, id, |party| party.percent = percent))
        }
        Needed::Amount => {
            let field = field.entry(Entry::signed_money(currency));
            let edited = optional_amount(ui, field, (words, currency, party.amount), parse::signed_money);
            edited.map(|amount| desk.change_party(step, id, |party| party.amount = amount))
        }
        Needed::Benefit => {
            let edited = optional_count(ui, field, words, party.benefit);
            edited.map(|benefit| desk.change_party(step, id, |party| party.benefit = benefit))
        }
        Needed::Alone => {
            let edited = optional_money(ui, field, (words, currency), party.alone);
            edited.map(|alone| desk.change_party(step, id, |party| party.alone = alone))
        }
    }
}

fn small_number<'a>(desk: &Desk, party: &Party, (field, name): (&str, &'a str)) -> Field<'a> {
    let font = theme::text(size::SMALL);
    Field::number(desk.part(&party.id, field), name).bare().cell().right().font(font).hint(number::NOTHING)
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
