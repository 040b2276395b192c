//! The fields of items and parties as cells of two grids, and what a block that is pasted changes in them.

use eframe::egui::{self, Ui};

use super::edit;
use super::needed::Needed;
use super::{Desk, View};
use crate::app::widgets::grid::{Cell, Cells, Put, Refused, optional};
use crate::plan::event::{Event, Item, Party};
use crate::plan::{Currency, Id};
use crate::t;
use crate::words::number;
use crate::words::parse::{self, Problem};

/// A name and an amount for each item.
const OF_ITEMS: usize = 2;

/// What a cell of a block changes.
type Change<T> = Box<dyn FnOnce(&mut T)>;

/// The cells of the items.
pub(super) struct Items<'a> {
    event: &'a Event,
    currency: &'a Currency,
}

impl Cells for Items<'_> {
    fn rows(&self) -> usize {
        self.event.items.len()
    }

    fn columns(&self, _: usize) -> usize {
        OF_ITEMS
    }

    fn id(&self, cell: Cell) -> Option<egui::Id> {
        let item = self.event.items.get(cell.row)?;
        Some(super::part(self.event, &item.id, if cell.column == 0 { "label" } else { "amount" }))
    }

    fn text(&self, cell: Cell) -> String {
        let Some(item) = self.event.items.get(cell.row) else { return String::new() };
        if cell.column == 0 { item.label.clone() } else { number::amount(self.currency, item.cost()) }
    }

    fn cleared(&self, cell: Cell) -> Option<&'static str> {
        (cell.column > 0).then_some("0")
    }
}

/// The cells of the parties: a name, and what the rules need.
pub(super) struct Parties<'a> {
    event: &'a Event,
    currency: &'a Currency,
    needed: &'a [Needed],
}

impl Cells for Parties<'_> {
    fn rows(&self) -> usize {
        self.event.parties.len()
    }

    fn columns(&self, _: usize) -> usize {
        self.needed.len() + 1
    }

    fn id(&self, cell: Cell) -> Option<egui::Id> {
        let party = self.event.parties.get(cell.row)?;
        let field = match cell.column.checked_sub(1) {
            None => "name",
            Some(column) => self.needed.get(column)?.field(),
        };
        Some(super::part(self.event, &party.id, field))
    }

    fn text(&self, cell: Cell) -> String {
        let Some(party) = self.event.parties.get(cell.row) else { return String::new() };
        let Some(needed) = cell.column.checked_sub(1).and_then(|column| self.needed.get(column)) else {
            return party.name.clone();
        };
        let amount = |amount| number::amount(self.currency, amount);
        let count = |count| number::trimmed(count, 4);
        let shown = match needed {
            Needed::Weight => Some(count(party.weight)),
            Needed::Percent => party.percent.map(count),
            Needed::Benefit => party.benefit.map(count),
            Needed::Amount => party.amount.map(amount),
            Needed::Alone => party.alone.map(amount),
        };
        shown.unwrap_or_default()
    }

    fn cleared(&self, cell: Cell) -> Option<&'static str> {
        let needed = self.needed.get(cell.column.checked_sub(1)?)?;
        Some(if *needed == Needed::Weight { "0" } else { "" })
    }
}

/// The items of the event in hand.
pub(super) fn items<'a>(desk: &Desk<'a, '_>) -> Items<'a> {
    Items { event: desk.event, currency: desk.cx.currency() }
}

/// Its parties, with the columns that are shown.
pub(super) fn parties<'a>(desk: &Desk<'a, '_>, needed: &'a [Needed]) -> Parties<'a> {
    Parties { event: desk.event, currency: desk.cx.currency(), needed }
}

/// Takes the keys of the items before their cells see them.
pub(super) fn item_keys(ui: &Ui, desk: &mut Desk<'_, '_>, view: &mut View) {
    let cells = items(desk);
    if let Some(put) = view.item_cells.keys(ui, &cells) {
        view.refused = put.and_then(|put| put_items(desk, &put)).err();
    }
    view.item_cells.begin(ui, &cells);
}

/// Takes the keys of the parties.
pub(super) fn party_keys(ui: &Ui, desk: &mut Desk<'_, '_>, view: &mut View, needed: &[Needed]) {
    let cells = parties(desk, needed);
    if let Some(put) = view.party_cells.keys(ui, &cells) {
        view.refused = put.and_then(|put| put_parties(desk, &put, needed)).err();
    }
    view.party_cells.begin(ui, &cells);
}

/// Rows below the last one are new items, if the block names them.
fn put_items(desk: &mut Desk<'_, '_>, put: &Put) -> Result<(), Refused> {
    let (event, currency, from) = (desk.event, desk.cx.currency(), put.at.column);
    let read = |column: usize, text: &str| item_change(from + column, text, currency);
    let cells = put.block.read_each((room(put, event.items.len()), OF_ITEMS - from), &read)?;
    let words = desk.cx.words;
    let step = put.step(words, cells.len(), t!(words, "event-step-paste", n = cells.len()));
    desk.change(step, |event| {
        let fresh = |items: &[Item]| Item::new(Id::fresh("item", items.iter().map(|item| &item.id)), "");
        put_into(&mut event.items, put.at.row, cells, &fresh);
    });
    Ok(())
}

/// Changes rows from one on; those below the last are made first.
fn put_into<T>(list: &mut Vec<T>, at: usize, cells: Vec<(usize, usize, Change<T>)>, fresh: &dyn Fn(&[T]) -> T) {
    for (down, _, change) in cells {
        let row = at + down;
        while list.len() <= row {
            list.push(fresh(list));
        }
        change(&mut list[row]);
    }
}

fn item_change(column: usize, text: &str, currency: &Currency) -> Result<Change<Item>, Problem> {
    if column == 0 {
        let label = text.replace('\n', " ");
        return Ok(Box::new(move |item| item.label = label));
    }
    let amount = parse::signed_money(text, currency)?;
    Ok(Box::new(move |item| edit::set_amount(item, amount)))
}

/// Rows below the last one are new parties, if the block names them.
fn put_parties(desk: &mut Desk<'_, '_>, put: &Put, needed: &[Needed]) -> Result<(), Refused> {
    let (event, currency, from) = (desk.event, desk.cx.currency(), put.at.column);
    let read = |column: usize, text: &str| party_change((from + column, needed), text, currency);
    let cells = put.block.read_each((room(put, event.parties.len()), needed.len() + 1 - from), &read)?;
    let words = desk.cx.words;
    let step = put.step(words, cells.len(), t!(words, "event-step-paste", n = cells.len()));
    desk.change(step, |event| {
        let fresh = |parties: &[Party]| Party::new(Id::fresh("party", parties.iter().map(|party| &party.id)), "");
        put_into(&mut event.parties, put.at.row, cells, &fresh);
    });
    Ok(())
}

fn party_change(
    (column, needed): (usize, &[Needed]),
    text: &str,
    currency: &Currency,
) -> Result<Change<Party>, Problem> {
    let Some(needed) = column.checked_sub(1).and_then(|column| needed.get(column)) else {
        let name = text.replace('\n', " ");
        return Ok(Box::new(move |party| party.name = name));
    };
    Ok(match needed {
        Needed::Weight => {
            let weight = parse::count(text)?;
            Box::new(move |party| party.weight = weight)
        }
        Needed::Percent => {
            let percent = optional(text.trim_end_matches(['%', '\u{ff05}']), parse::count)?;
            Box::new(move |party| party.percent = percent)
        }
        Needed::Benefit => {
            let benefit = optional(text, parse::count)?;
            Box::new(move |party| party.benefit = benefit)
        }
        Needed::Amount => {
            let amount = optional(text, |text| parse::signed_money(text, currency))?;
            Box::new(move |party| party.amount = amount)
        }
        Needed::Alone => {
            let alone = optional(text, |text| parse::money(text, currency))?;
            Box::new(move |party| party.alone = alone)
        }
    })
}

/// How many rows a block may have: any number where it names them, so that there may be new ones.
fn room(put: &Put, rows: usize) -> usize {
    if put.at.column == 0 { usize::MAX } else { rows - put.at.row }
}
