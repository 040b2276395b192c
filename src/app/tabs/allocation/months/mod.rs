//! Money by month: what each channel spends when.

mod head;
mod proposal;

use eframe::egui::{self, Ui};

use super::Page;
use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::theme::space;
use crate::app::widgets::{Side, Split, columns, page};
use crate::calc::Place;
use crate::plan::Allocation;

use proposal::Suggest;

/// What the page remembers between frames.
#[derive(Debug, Default)]
pub struct View {
    /// The best months, while they are shown.
    suggest: Option<Suggest>,
}

/// The section in hand, the surroundings, and what the page remembers.
struct Desk<'a> {
    allocation: Editing<'a, Allocation>,
    cx: &'a Cx<'a>,
    view: &'a mut View,
}

/// Whether the page has the field of a place.
#[must_use]
pub fn has(place: &Place) -> bool {
    matches!(place.field, "months" | "season" | "carry_over" | "cash")
}

/// Draws the page.
pub fn ui(ui: &mut Ui, allocation: Editing<'_, Allocation>, cx: &Cx, view: &mut View, shown: &mut Page) {
    page(ui, |ui| {
        let mut desk = Desk { allocation, cx, view };
        head::ui(ui, &mut desk, shown);
        ui.add_space(space::S);
        columns(ui, egui::Id::unique("months below"), Split::Left(420.0), |ui, side| match side {
            Side::Left => {}
            Side::Right => suggested(ui, &mut desk),
        });
    });
}

/// The best months, if they are asked for.
fn suggested(ui: &mut Ui, desk: &mut Desk<'_>) {
    if let Some(suggest) = desk.view.suggest.take() {
        desk.view.suggest = proposal::ui(ui, &mut desk.allocation, desk.cx, suggest);
    }
}
