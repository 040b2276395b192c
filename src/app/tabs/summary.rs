//! Summary: what is handed to the person who decides.

use eframe::egui::Ui;

use crate::app::context::Cx;
use crate::app::widgets::{page, strong};

/// What the tab remembers between frames.
#[derive(Debug, Default)]
pub struct View {}

/// Draws the tab.
pub fn ui(ui: &mut Ui, cx: &Cx, view: &mut View) {
    let _ = view;
    page(ui, |ui| strong(ui, &cx.words.text("summary-tab")));
}
