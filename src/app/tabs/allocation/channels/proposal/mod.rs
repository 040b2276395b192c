//! The column beside the table while a better allocation is suggested: response curve, frontier, proposal.

pub mod changes;
mod dare;
pub mod frontier;
pub mod panel;
pub mod proof;
pub mod question;
mod three_ways;
mod wish;

use eframe::egui::Ui;

use super::curve::response;
use super::layout;
use super::sheet::{Selection, Sheet};
use crate::app::theme::space;
use crate::app::widgets::{Segmented, is_narrow, plot_heading};
use crate::report::code::Code;
use crate::t;
use crate::words::names::currency_name;
use question::{Given, Shown, Suggest};

/// What the proposal needs so that nine changes stand without scrolling.
const PROPOSAL: f32 = 376.0;

/// The part of the frontier in the room of both plots: three marks stand close to each other on it.
const FRONTIER: f32 = 0.56;

/// Draws the column; returns the suggestion if it stays.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet<'_>, mut suggest: Suggest) -> Option<Suggest> {
    suggest.ask(ui, sheet.cx);
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
    layout::panel(ui, |ui| panel::ui(ui, sheet, suggest))
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
            panel::headline(ui, sheet, suggest);
        }
        Shown::Proposal => return panel::ui(ui, sheet, suggest),
    }
    true
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
