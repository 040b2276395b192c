//! The best months, while they are shown: below the grid, at its right.

use eframe::egui::{Frame, Key, Margin, Popup, Stroke, Ui};

use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::tabs::allocation::proposal::{self, Room, Wish, adopt, panel, place_of};
use crate::app::theme::{self, space};
use crate::calc::best_allocation::Limit;
use crate::plan::Allocation;

/// The search for better months, as long as it is open.
#[derive(Debug)]
pub struct Suggest {
    search: proposal::Suggest,
    /// A field or an open list had the keys in the last frame.
    keys_taken: bool,
}

impl Default for Suggest {
    fn default() -> Self {
        Self { search: proposal::Suggest::over_months(), keys_taken: false }
    }
}

/// Draws the panel; returns the search if it stays.
pub fn ui(ui: &mut Ui, allocation: &mut Editing<'_, Allocation>, cx: &Cx, mut suggest: Suggest) -> Option<Suggest> {
    // Escape leaves a field or a list first, then the proposal.
    if cx.plan.allocation.channels.is_empty() || !suggest.keys_taken && ui.input(|input| input.key_pressed(Key::Escape))
    {
        return None;
    }
    suggest.search.ask(ui, cx);
    let title = cx.words.text("proposal-best-months");
    let wish = raised(ui, |ui| panel::ui(ui, cx, &mut suggest.search, (Room::Below, Some(title))));
    suggest.keys_taken = Popup::is_any_open(ui.ctx())
        || ui.memory(|memory| memory.focused().is_some() || memory.top_modal_layer().is_some());
    match wish {
        None | Some(Wish::Keep | Wish::Ask(_)) => return Some(suggest),
        Some(Wish::Limits(limit)) => {
            go_to(cx, limit);
            return Some(suggest);
        }
        Some(Wish::Adopt) => adopt(cx, allocation.lend(), &suggest.search),
        Some(Wish::Discard) => {}
    }
    None
}

/// Goes to the field of a limit; without one, to the maximum of the first channel.
fn go_to(cx: &Cx, limit: Option<Limit>) {
    let place = limit.and_then(|limit| place_of(cx.plan, limit));
    if let Some(place) = place.or_else(|| place_of(cx.plan, Limit::ChannelMax(0))) {
        cx.go_to(&place);
    }
}

/// A raised panel with 2 px accent on top.
fn raised<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let palette = theme::palette(ui);
    let margin = Margin::symmetric(14, 12);
    let shown = Frame::NONE.fill(palette.raised).inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        content(ui)
    });
    let rect = shown.response.rect;
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(2.0, palette.accent));
    ui.add_space(space::M);
    shown.inner
}
