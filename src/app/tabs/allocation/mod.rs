//! Allocation: channels and shared events.

use eframe::egui::Ui;

use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::widgets::{page, strong};
use crate::plan::{Allocation, Event};

/// What the tab remembers between frames.
#[derive(Debug, Default)]
pub struct View {}

/// Draws the tab.
pub fn ui(ui: &mut Ui, allocation: Editing<'_, Allocation>, events: Editing<'_, Vec<Event>>, cx: &Cx, view: &mut View) {
    let _ = (allocation, events, view);
    page(ui, |ui| strong(ui, &cx.words.text("allocation-tab")));
}
