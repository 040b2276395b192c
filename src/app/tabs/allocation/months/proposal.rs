//! The best months, while they are shown: below the grid, at its right.

use eframe::egui::Ui;

use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::plan::Allocation;

/// The search for better months, as long as it is open.
#[derive(Debug, Default)]
pub struct Suggest {}

/// Draws the panel; returns the search if it stays.
pub fn ui(_ui: &mut Ui, allocation: &mut Editing<'_, Allocation>, _cx: &Cx, suggest: Suggest) -> Option<Suggest> {
    (!allocation.channels.is_empty()).then_some(suggest)
}
