//! The items of an event: what they cost or bring in, who paid or received it, who shares.

use eframe::egui::{self, Ui};

use super::cells;
use super::edit::{self, Payer};
use super::{Desk, Detail, View, item_to_mend, shown_name};
use crate::app::icons;
use crate::app::tabs::fields::{Chip, RowAction, row_menu, toggle_chip};
use crate::app::theme::{self, Tone, height, size};
use crate::app::widgets::grid::Cell;
use crate::app::widgets::text::text_width;
use crate::app::widgets::{
    Button, Column, Dropdown, Field, RowKind, RowSpec, Table, parsed_field, problem_line, section_with, takes_focus_of,
    text_field, weak,
};
use crate::plan::event::{Item, ItemKind};
use crate::plan::{Id, Money};
use crate::t;
use crate::words::typed::Entry;
use crate::words::{names, number, parse};

/// More parties than this get a number instead of their chips; the chips then stand in the item's detail.
const MOST_CHIPS: usize = 6;
const CHIP_WIDTH: f32 = 24.0;

/// Draws the table, its rows as tall as told.
pub(super) fn ui(ui: &mut Ui, desk: &mut Desk, view: &mut View, row_height: f32) {
    let words = desk.cx.words;
    let pressed = section_with(ui, &words.text("event-items"), "", |ui| {
        // From the right.
        [ItemKind::Income, ItemKind::Cost].into_iter().fold(None, |pressed, kind| {
            let (what, add) = (words.text(kind_key(kind)), words.text(add_key(kind)));
            let button = Button::quiet(&what).icon(icons::PLUS).name(&add).dense().show(ui);
            if kind == ItemKind::Cost && desk.event.items.is_empty() {
                takes_focus_of(ui, desk.field("items"), &button);
            }
            button.clicked().then_some(kind).or(pressed)
        })
    });
    if let Some(kind) = pressed {
        self::add(desk, view, kind);
    }
    cells::item_keys(ui, desk, view);
    if let Some(refused) = &view.refused {
        problem_line(ui, &refused.say(words));
    }
    let mut table = table(ui, desk).row_height(row_height);
    header(ui, desk, &mut table);
    let short = edit::abbreviations(&desk.event.parties);
    for (index, item) in desk.event.items.iter().enumerate() {
        row(ui, desk, view, (&mut table, index, item, &short));
    }
    view.item_cells.end(ui, &cells::items(desk));
    total(ui, desk, &mut table);
}

/// What a kind of item is called.
pub(super) fn kind_key(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Cost => "event-cost",
        ItemKind::Income => "event-income",
    }
}

fn add_key(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Cost => "event-step-add-item",
        ItemKind::Income => "event-step-add-income",
    }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of parties")]
fn table(ui: &Ui, desk: &Desk) -> Table {
    let parties = desk.event.parties.len();
    let shared = if parties > MOST_CHIPS { 60.0 } else { (CHIP_WIDTH + 3.0) * parties.max(2) as f32 };
    let columns = [
        Column::flex(1.0, 110.0).at_most(260.0),
        Column::fixed(amounts(ui, desk).max(82.0)).right(),
        Column::fixed(116.0),
        Column::fixed(shared),
        Column::fixed(20.0),
    ];
    Table::new(ui, desk.field("item table"), &columns).inset(6.0, 0.0).gap(14.0)
}

/// How wide the widest amount is, the total included.
fn amounts(ui: &Ui, desk: &Desk) -> f32 {
    let currency = desk.cx.currency();
    let decimals = number::money_decimals(currency, desk.event.items.iter().map(|item| item.amount));
    text_width(ui, &number::money(currency, desk.report.total, decimals), theme::semibold(size::BODY)).ceil()
}

fn header(ui: &mut Ui, desk: &Desk, table: &mut Table) {
    let words = desk.cx.words;
    let unit = names::currency_name(&desk.cx.currency().code, words);
    let amount = format!("{}{}{unit}", words.text("event-amount"), words.text("event-unit-comma"));
    let has_income = desk.event.items.iter().any(Item::is_income);
    let by = words.text(if has_income { "event-paid-or-received-by" } else { "event-paid-by" });
    let headings = [words.text("event-item"), amount, by, words.text("event-shared-by")];
    table.header(ui, &[&headings[0], &headings[1], &headings[2], &headings[3], ""]);
}

fn row(
    ui: &mut Ui,
    desk: &mut Desk,
    view: &mut View,
    (table, index, item, short): (&mut Table, usize, &Item, &[String]),
) {
    let label = shown_name(desk.cx, &item.label);
    let selected = view.item.as_ref() == Some(&item.id);
    // The row of an item that must be mended is the place its finding leads to.
    let to_mend = item_to_mend(desk.event) == Some(&item.id);
    let row_id = if to_mend { desk.field("items") } else { desk.part(&item.id, "row") };
    let (mut touched, mut several) = (false, false);
    let response = table.row(ui, RowSpec::plain().selectable(row_id, &label, selected), |row| {
        touched |= row.cell(|ui| label_field(ui, desk, view, (index, item)));
        touched |= row.cell(|ui| amount_field(ui, desk, view, (index, item, &label)));
        several = row.cell(|ui| payer(ui, desk, item, &label));
        row.cell(|ui| sharers(ui, desk, item, (&label, short)));
        row.cell(|ui| menu(ui, desk, (index, item, &label)));
    });
    if response.clicked() || touched || several {
        view.item = Some(item.id.clone());
    }
    // Whoever types keeps seeing what it does to the transfers.
    if response.clicked() || several {
        view.detail = Detail::Item;
    }
    if view.fresh.as_ref() == Some(&item.id) {
        view.fresh = None;
        response.scroll_to_me(None);
        let id = desk.part(&item.id, "label");
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

fn label_field(ui: &mut Ui, desk: &mut Desk, view: &mut View, (row, item): (usize, &Item)) -> bool {
    let cell = Cell { row, column: 0 };
    view.item_cells.ground(ui, cell);
    let what = desk.cx.words.text("event-item");
    let name = desk.of(&desk.cx.words.text("common-name"), &shown_name(desk.cx, &item.label));
    let field = Field::new(desk.part(&item.id, "label"), &name).bare().cell().hint(&what);
    let edited = text_field(ui, field, &item.label);
    view.item_cells.touched(ui, &edited, cell);
    if let Some(label) = edited.value {
        let step = t!(desk.cx.words, "event-step-rename", what = what.to_lowercase());
        desk.change_item(step, &item.id, |item| item.label = label);
    }
    edited.gained_focus
}

fn amount_field(ui: &mut Ui, desk: &mut Desk, view: &mut View, (row, item, label): (usize, &Item, &str)) -> bool {
    let cell = Cell { row, column: 1 };
    view.item_cells.ground(ui, cell);
    let (words, currency) = (desk.cx.words, desk.cx.currency());
    let what = words.text("event-amount");
    let name = desk.of(&what, label);
    let decimals = number::money_decimals(currency, desk.event.items.iter().map(|item| item.amount));
    let shown = number::money(currency, item.cost(), decimals);
    let field =
        Field::number(desk.part(&item.id, "amount"), &name).entry(Entry::signed_money(currency)).bare().cell().right();
    let read = |typed: &str| parse::signed_money(typed, currency).map_err(|problem| problem.say(words));
    let edited = parsed_field(ui, field, &shown, &read);
    view.item_cells.touched(ui, &edited, cell);
    if let Some(amount) = edited.value {
        view.refused = None;
        desk.change_item(desk.step(&what, label), &item.id, |item| edit::set_amount(item, amount));
    }
    edited.gained_focus
}

/// What the list of payers offers.
#[derive(Clone, PartialEq)]
enum Paid {
    Nobody,
    All(Id),
    /// Each its part, typed in the panel of the item.
    Several,
}

/// Who paid an item; returns whether several did, or are to.
fn payer(ui: &mut Ui, desk: &mut Desk, item: &Item, label: &str) -> bool {
    let (words, currency) = (desk.cx.words, desk.cx.currency());
    let payer = edit::payer(item);
    let keys = PaidWords::of(item.kind);
    let part = |paid: Money| {
        let paid = number::amount(currency, paid);
        match item.kind {
            ItemKind::Cost => t!(words, "event-paid-part", paid = paid),
            ItemKind::Income => t!(words, "event-received-part", received = paid),
        }
    };
    let (shown, tone) = match &payer {
        Payer::Nobody => (words.text(keys.nobody), Tone::Weak),
        Payer::One(party) => (crate::report::lookup::party(desk.event, words, party), Tone::Plain),
        Payer::Part(paid) => (part(*paid), if *paid > item.amount { Tone::Bad } else { Tone::Weak }),
        Payer::Several(count) => (t!(words, "event-several-parties", count = *count), Tone::Plain),
    };
    let current = match payer {
        Payer::Nobody => Some(Paid::Nobody),
        Payer::One(party) => Some(Paid::All(party)),
        _ => None,
    };
    let mut choices = vec![(Paid::Nobody, words.text(keys.nobody))];
    choices.extend(desk.event.parties.iter().map(|party| (Paid::All(party.id.clone()), party.name.clone())));
    choices.push((Paid::Several, words.text(keys.several)));
    let what = words.text(keys.by);
    let name = desk.of(&what, label);
    let dropdown = Dropdown::new(desk.part(&item.id, "payer"), &name, &shown).bare().large().tone(tone);
    let payer = match dropdown.width(ui.available_width()).show(ui, &choices, current.as_ref()) {
        None => return false,
        Some(Paid::Several) => return true,
        Some(Paid::Nobody) => None,
        Some(Paid::All(party)) => Some(party),
    };
    desk.change_item(payer_step(desk, item, label), &item.id, |item| edit::pay_all(item, payer));
    false
}

/// The name of the undo step that changes who paid or received an item.
pub(super) fn payer_step(desk: &Desk, item: &Item, label: &str) -> String {
    match item.kind {
        ItemKind::Cost => t!(desk.cx.words, "event-step-payer", item = label),
        ItemKind::Income => t!(desk.cx.words, "event-step-receiver", item = label),
    }
}

/// Words about who paid a cost, or received an income.
struct PaidWords {
    by: &'static str,
    nobody: &'static str,
    several: &'static str,
}

impl PaidWords {
    fn of(kind: ItemKind) -> Self {
        match kind {
            ItemKind::Cost => Self { by: "event-paid-by", nobody: "event-nobody-yet", several: "event-several-payers" },
            ItemKind::Income => {
                Self { by: "event-received-by", nobody: "event-nobody-received", several: "event-several-receivers" }
            }
        }
    }
}

fn sharers(ui: &mut Ui, desk: &mut Desk, item: &Item, (label, short): (&str, &[String])) {
    let parties = &desk.event.parties;
    if parties.len() > MOST_CHIPS {
        let sharing = edit::sharers(desk.event, item);
        weak(ui, &t!(desk.cx.words, "event-some-of", some = sharing, all = parties.len()));
        return;
    }
    ui.spacing_mut().item_spacing.x = 3.0;
    for (party, short) in parties.iter().zip(short) {
        sharer_chip(ui, desk, (item, label), (party, short, false));
    }
}

/// The chip of one party at an item: pressed, it shares the item or does not. `wide` shows a whole name.
pub(super) fn sharer_chip(
    ui: &mut Ui,
    desk: &mut Desk,
    (item, label): (&Item, &str),
    (party, text, wide): (&crate::plan::event::Party, &str, bool),
) {
    let words = desk.cx.words;
    let party_name = super::shown_name(desk.cx, &party.name);
    // The wide ones stand below the item's own name, and are not called as those in its row.
    let name = if wide {
        t!(words, "event-party-shares-it", party = &party_name)
    } else {
        t!(words, "event-party-shares", party = &party_name, item = label)
    };
    let on = edit::shares(item, &party.id);
    let is_us = desk.event.us.as_ref() == Some(&party.id);
    let (min_width, height) = if wide { (0.0, 22.0) } else { (CHIP_WIDTH, height::CHIP) };
    let chip = Chip { text, name: &name, on, accent: is_us, min_width, height };
    let id = desk.part(&item.id, if wide { "sharer" } else { "chip" }).with(party.id.as_str());
    if toggle_chip(ui, id, chip).on_hover_text(&party_name).clicked() {
        let parties = desk.event.parties.clone();
        let step = t!(words, "event-step-sharers", item = label);
        desk.change_item(step, &item.id, |item| edit::toggle_sharer(item, &parties, &party.id));
    }
}

fn menu(ui: &mut Ui, desk: &mut Desk, (index, item, label): (usize, &Item, &str)) {
    let place = (index, desk.event.items.len());
    let Some(action) = row_menu(ui, desk.cx.words, (desk.part(&item.id, "menu"), label), place) else { return };
    arrange(desk, action, index, label);
}

/// Moves or removes the item at a place of the list.
pub(super) fn arrange(desk: &mut Desk, action: RowAction, index: usize, label: &str) {
    desk.change(action.step(desk.cx.words, label), |event| action.apply(&mut event.items, index));
}

fn add(desk: &mut Desk, view: &mut View, kind: ItemKind) {
    let id = Id::fresh("item", desk.event.items.iter().map(|item| &item.id));
    let item = Item { kind, ..Item::new(id.clone(), "") };
    desk.change(desk.cx.words.text(add_key(kind)), |event| event.items.push(item));
    view.fresh = Some(id.clone());
    view.item = Some(id);
    view.detail = Detail::Item;
}

fn total(ui: &mut Ui, desk: &Desk, table: &mut Table) {
    let (words, currency, event) = (desk.cx.words, desk.cx.currency(), desk.event);
    let decimals = number::money_decimals(currency, event.items.iter().map(|item| item.amount));
    let partly = event.items.iter().filter(|item| edit::sharers(event, item) < event.parties.len()).count();
    table.row(ui, RowSpec::new(RowKind::Total), |row| {
        row.text(&t!(words, "event-count-items", count = event.items.len()));
        row.number(&number::money(currency, desk.report.total, decimals));
        row.skip(1);
        row.span(2, |ui: &mut egui::Ui| {
            let all = words.text("event-shared-by-all");
            weak(ui, &if partly == 0 { all } else { t!(words, "event-shared-partly", count = partly) });
        });
    });
}
