//! Overview: from money to goal on one page.

use eframe::egui::Ui;

use crate::app::context::Cx;
use crate::app::widgets::{page, strong};

/// Draws the tab.
pub fn ui(ui: &mut Ui, cx: &Cx) {
    page(ui, |ui| strong(ui, &cx.words.text("overview-tab")));
}
