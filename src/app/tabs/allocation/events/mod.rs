//! Shared events: who pays what.

mod cells;
mod detail;
mod direct;
mod edit;
mod empty;
mod flow;
mod head;
mod items;
mod needed;
mod parties;
mod rules;
mod shares;
mod transfers;

use std::sync::Arc;

use eframe::egui::{self, Ui};

use super::Page;
use crate::app::context::{Cx, field_id, part_id};
use crate::app::editing::Editing;
use crate::app::tabs::fields::in_sentence;
use crate::app::theme::height;
use crate::app::widgets::grid::{Grid, Refused};
use crate::app::widgets::{Copied, Side, Split, columns, is_narrow, page};
use crate::calc::event::{is_negative, paid};
use crate::calc::{EventReport, Place, Section};
use crate::plan::event::Party;
use crate::plan::{Event, Id, Money};
use crate::report::sentences::settlement::{Settling, Way};
use crate::t;
use needed::Needed;

/// What stands around the rows of both tables: headings, and sentences below them.
const TABLES: f32 = 190.0;
/// Height of the details below them, where there is room for all.
const DETAILS: f32 = 240.0;

/// What the page remembers between frames.
#[derive(Debug, Default)]
pub struct View {
    event: Option<Id>,
    item: Option<Id>,
    detail: Detail,
    /// How the transfers are shown and copied.
    way: Way,
    /// When the text for partners was copied last.
    copied: Copied,
    /// Columns of the parties that were asked for before a rule goes by them.
    columns: Vec<Needed>,
    /// An item or party just added: shown and focused once.
    fresh: Option<Id>,
    /// The cells of items and of parties.
    item_cells: Grid,
    party_cells: Grid,
    /// Why the last block was not taken.
    refused: Option<Refused>,
}

/// What the panel at the right shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Detail {
    /// Shares against cost alone; in a wide window they always stand above.
    Shares,
    /// Who pays whom.
    #[default]
    Transfers,
    /// The parties and their numbers.
    Parties,
    /// The chosen item.
    Item,
    /// The event.
    Event,
}

/// One event in the hands of the page.
struct Desk<'a, 'e> {
    events: Editing<'e, Vec<Event>>,
    cx: &'a Cx<'a>,
    event: &'a Event,
    report: &'a EventReport,
}

impl Desk<'_, '_> {
    /// Changes the event; `name` names the undo step.
    fn change(&mut self, name: impl Into<String>, edit: impl FnOnce(&mut Event)) {
        let id = self.event.id.clone();
        self.events.change(name, |events| events.iter_mut().find(|event| event.id == id).map(edit));
    }

    /// Changes one item of the event.
    fn change_item(&mut self, name: String, id: &Id, edit: impl FnOnce(&mut crate::plan::event::Item)) {
        self.change(name, |event| {
            event.items.iter_mut().find(|item| item.id == *id).map(edit);
        });
    }

    /// Changes one party of the event.
    fn change_party(&mut self, name: String, id: &Id, edit: impl FnOnce(&mut crate::plan::event::Party)) {
        self.change(name, |event| {
            event.parties.iter_mut().find(|party| party.id == *id).map(edit);
        });
    }

    /// The egui id of a field of the event.
    fn field(&self, name: &str) -> egui::Id {
        field_id(Section::Event, Some(&self.event.id), name)
    }

    /// The egui id of something that belongs to one item or party of the event.
    fn part(&self, part: &Id, name: &str) -> egui::Id {
        self::part(self.event, part, name)
    }

    /// "Amount of Venue": names a field in a row of its own.
    fn of(&self, what: &str, item: &str) -> String {
        t!(self.cx.words, "event-of", what = what, item = item)
    }

    /// The name of the undo step that changes something of an item.
    fn step(&self, what: &str, item: &str) -> String {
        t!(self.cx.words, "event-step-change", what = in_sentence(self.cx.language(), what), item = item)
    }

    /// The event's settlement, to be put into words.
    fn settling(&self) -> Settling<'_> {
        Settling { words: self.cx.words, currency: self.cx.currency(), event: self.event, report: self.report }
    }

    /// The event's name, or words for one without.
    fn name(&self) -> String {
        shown_name(self.cx, &self.event.name)
    }
}

fn part(event: &Event, part: &Id, name: &str) -> egui::Id {
    field_id(Section::Event, Some(&part_id(&event.id, part)), name)
}

/// A name, or words for an empty one.
fn shown_name(cx: &Cx, name: &str) -> String {
    if name.trim().is_empty() { cx.words.text("event-unnamed") } else { name.to_owned() }
}

/// What the columns of the parties are called.
fn party_columns(cx: &Cx, parties: &[Party]) -> Vec<String> {
    edit::column_names(parties).iter().map(|name| shown_name(cx, name)).collect()
}

/// Draws the page.
pub fn ui(ui: &mut Ui, mut events: Editing<'_, Vec<Event>>, cx: &Cx, view: &mut View, shown: &mut Page) {
    page(ui, |ui| {
        let now: Arc<Vec<Event>> = events.now();
        arrive(cx, &now, view);
        let chosen = now.iter().find(|event| Some(&event.id) == view.event.as_ref()).or(now.first());
        let report = chosen.and_then(|event| cx.report.events.iter().find(|report| report.id == event.id));
        let (Some(event), Some(report)) = (chosen, report) else {
            empty::ui(ui, &mut events, cx, view, shown);
            return;
        };
        view.event = Some(event.id.clone());
        let mut desk = Desk { events, cx, event, report };
        head::ui(ui, &mut desk, view, shown);
        head::figures(ui, &desk);
        let id = egui::Id::unique("shared event");
        // Where the tables leave room, nothing needs a click: details stand below them, transfers below the shares.
        let rows = desk.event.items.len() + rules::count(&desk) + 1;
        #[expect(clippy::cast_precision_loss, reason = "rows of two tables")]
        let tall = !is_narrow(ui) && ui.available_height() >= TABLES + DETAILS + height::ROW * rows as f32;
        columns(ui, id, Split::Left(left_width(ui)), |ui, side| match side {
            Side::Left => {
                let around = if tall { TABLES + DETAILS } else { TABLES };
                let row = page::roomy(ui.clip_rect().height() - around, rows, height::ROW..=height::ROW_ROOMY);
                items::ui(ui, &mut desk, view, row);
                ui.add_space(14.0);
                rules::ui(ui, &mut desk, row - 1.0);
                if tall {
                    ui.add_space(14.0);
                    detail::others(ui, &mut desk, view);
                }
            }
            Side::Right if is_narrow(ui) => detail::alone(ui, &mut desk, view),
            Side::Right => {
                shares::ui(ui, &desk);
                ui.add_space(14.0);
                if tall {
                    detail::transfers(ui, &desk, view);
                } else {
                    detail::below(ui, &mut desk, view);
                }
            }
        });
    });
}

/// The tables at the left need their width even in a narrow window; bars at the right can be shorter.
fn left_width(ui: &Ui) -> f32 {
    (ui.available_width() * 0.48).max(582.0)
}

/// Shows the place somebody comes to.
fn arrive(cx: &Cx, events: &[Event], view: &mut View) {
    let Some(place) = cx.arrives_in(Section::Event) else { return };
    if arrive_at_part(events, place, view) {
        return;
    }
    let Some(event) = events.iter().find(|event| Some(&event.id) == place.item.as_ref()) else { return };
    view.event = Some(event.id.clone());
    match place.field {
        "items" => {
            view.detail = Detail::Item;
            view.item = item_to_mend(event).cloned();
            view.fresh.clone_from(&view.item);
        }
        "us" | "rule" | "parties" => view.detail = Detail::Parties,
        "name" | "date" | "task" | "media" | "class" | "contacts" | "lead_rate" | "note" => view.detail = Detail::Event,
        _ => {}
    }
}

/// Shows an item or a party; returns whether the place is one.
fn arrive_at_part(events: &[Event], place: &Place, view: &mut View) -> bool {
    let Some(wanted) = &place.item else { return false };
    let is_it = |event: &Event, part: &Id| part_id(&event.id, part) == *wanted;
    for event in events {
        if let Some(item) = event.items.iter().find(|item| is_it(event, &item.id)) {
            (view.detail, view.item) = (Detail::Item, Some(item.id.clone()));
        } else if event.parties.iter().any(|party| is_it(event, &party.id)) {
            view.detail = Detail::Parties;
            view.columns.extend(Needed::ALL.into_iter().find(|needed| needed.field() == place.field));
        } else {
            continue;
        }
        view.event = Some(event.id.clone());
        return true;
    }
    false
}

/// The first item a finding is about: paid or received too much, below zero, or shared or paid by somebody who takes
/// no part; the first of all where none costs anything yet.
fn item_to_mend(event: &Event) -> Option<&Id> {
    let is_known = |party: &Id| event.parties.iter().any(|known| known.id == *party);
    let wrong = |item: &&crate::plan::event::Item| {
        let named = item.shared_by.iter().chain(item.payments.iter().map(|payment| &payment.party));
        paid(item) > item.amount || is_negative(item) || !named.clone().all(is_known)
    };
    let is_free = || event.items.iter().all(|item| item.amount == Money::ZERO);
    let first = || event.items.first().filter(|_| is_free());
    event.items.iter().find(wrong).or_else(first).map(|item| &item.id)
}
