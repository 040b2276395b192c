//! The column beside the table while a better allocation is suggested: response curve, frontier, proposal.

mod frontier;

use eframe::egui::Ui;

use super::curve::response;
use super::layout;
use super::sheet::{Part, Selection, Sheet};
use crate::app::context::field_id;
use crate::app::tabs::allocation::proposal::{Given, Room, Shown, Suggest, Wish, adopt, headline, panel, place_of};
use crate::app::theme::space;
use crate::app::widgets::{Segmented, is_narrow, plot_heading};
use crate::calc::Section;
use crate::calc::best_allocation::Limit;
use crate::report::code::Code;
use crate::t;
use crate::words::names::currency_name;

/// What the proposal needs so that nine changes stand without scrolling.
const PROPOSAL: f32 = 376.0;

/// The part of the frontier in the room of both plots: three marks stand close to each other on it.
const FRONTIER: f32 = 0.56;

/// Draws the column; returns the suggestion if it stays.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet<'_>, mut suggest: Suggest) -> Option<Suggest> {
    suggest.ask(ui, sheet.cx);
    suggest.ask_for_frontier(ui, sheet.cx);
    let stays = if is_narrow(ui) { one(ui, sheet, &mut suggest) } else { all(ui, sheet, &mut suggest) };
    stays.then_some(suggest)
}

/// All three below each other.
fn all(ui: &mut Ui, sheet: &mut Sheet<'_>, suggest: &mut Suggest) -> bool {
    ui.spacing_mut().item_spacing.y = 0.0;
    let room = ui.available_height() - PROPOSAL - 48.0;
    curve(ui, sheet, suggest, (room * (1.0 - FRONTIER)).clamp(96.0, 190.0));
    // Three ways need its room, and are not about more or less money.
    if suggest.asking.given != Given::Ways {
        line(ui, sheet, suggest, (room * FRONTIER).clamp(112.0, 200.0));
    }
    ui.add_space(space::S);
    let title = sheet.cx.words.text("proposal-title");
    layout::panel(ui, |ui| proposal(ui, sheet, suggest, Some(title)))
}

/// One of the three behind a switch.
fn one(ui: &mut Ui, sheet: &mut Sheet<'_>, suggest: &mut Suggest) -> bool {
    let words = sheet.cx.words;
    let names = ["proposal-response", "proposal-frontier", "proposal-title"].map(|key| words.text(key));
    let parts = [Shown::Response, Shown::Frontier, Shown::Proposal];
    let items: Vec<(Shown, &str)> = parts.into_iter().zip(names.iter().map(String::as_str)).collect();
    let width = ui.available_width();
    if let Some(shown) = Segmented::new(&items, suggest.shown).width(width).show(ui) {
        suggest.shown = shown;
    }
    ui.add_space(space::M);
    match suggest.shown {
        Shown::Response => curve(ui, sheet, suggest, 220.0),
        Shown::Frontier => {
            line(ui, sheet, suggest, 240.0);
            ui.add_space(space::S);
            headline(ui, sheet.cx, suggest);
        }
        // The switch above says what this is.
        Shown::Proposal => return proposal(ui, sheet, suggest, None),
    }
    true
}

/// The proposal itself; returns whether it stays.
fn proposal(ui: &mut Ui, sheet: &mut Sheet<'_>, suggest: &mut Suggest, title: Option<String>) -> bool {
    let wish = panel::ui(ui, sheet.cx, suggest, (Room::Column, title));
    match wish {
        Some(Wish::Adopt) => adopt(sheet.cx, sheet.allocation.lend(), suggest),
        Some(Wish::Limits(limit)) => {
            sheet.view.asked = Some(suggest.asking);
            show_limit(sheet, limit);
        }
        Some(Wish::Discard) => {}
        None | Some(Wish::Keep | Wish::Ask(_)) => return true,
    }
    false
}

/// Goes to the field of a limit; without one, to those of the selected channel.
fn show_limit(sheet: &mut Sheet<'_>, limit: Option<Limit>) {
    let of_channel = matches!(limit, Some(Limit::ChannelMin(_) | Limit::ChannelMax(_)));
    let place = limit.and_then(|limit| place_of(sheet.cx.plan, limit));
    if let Some(place) = place.as_ref().filter(|_| !of_channel) {
        sheet.cx.go_to(place);
        return;
    }
    let channels = &sheet.cx.plan.allocation.channels;
    let selected = match &sheet.view.selected {
        Some(Selection::Channel(id)) => Some(id.clone()),
        _ => channels.first().map(|channel| channel.id.clone()),
    };
    let field = place.as_ref().map_or("max", |place| place.field);
    let Some(id) = place.and_then(|place| place.item).or(selected) else { return };
    sheet.view.aim(field_id(Section::Allocation, Some(&id), field));
    sheet.view.selected = Some(Selection::Channel(id));
    sheet.view.part = Part::Item;
}

/// The response of the selected channel, with the present and the best spend.
fn curve(ui: &mut Ui, sheet: &mut Sheet<'_>, suggest: &Suggest, height: f32) {
    let Some(Selection::Channel(id)) = sheet.view.selected.clone() else { return };
    let best = suggest.change().and_then(|change| {
        let index = sheet.cx.plan.allocation.channels.iter().position(|channel| channel.id == id)?;
        change.after.get(index).map(|row| row.spend)
    });
    response::beside_best(ui, sheet, &id, (best, height));
    ui.add_space(space::XS);
}

/// The frontier; a place on it becomes the budget of the proposal.
fn line(ui: &mut Ui, sheet: &Sheet<'_>, suggest: &mut Suggest, height: f32) {
    let cx = sheet.cx;
    let unit = currency_name(&cx.currency().code, cx.words);
    let says = t!(cx.words, "proposal-frontier-says", objective = cx.report.allocation.objective.code(), unit = unit);
    plot_heading(ui, &cx.words.text("proposal-frontier"), &says);
    if let Some(budget) = frontier::ui(ui, sheet, suggest, height) {
        suggest.asking.budget = Some(budget);
        if suggest.asking.given == Given::Result {
            suggest.asking.given = Given::Budget;
        }
    }
}
