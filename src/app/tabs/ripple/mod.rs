//! Tab: ripple.

use eframe::egui::Ui;

use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::widgets::{page, strong};
use crate::plan::Ripple;

/// What the tab remembers between frames.
#[derive(Debug, Default)]
pub struct View {}

/// Draws the tab.
pub fn ui(ui: &mut Ui, section: Editing<'_, Vec<Ripple>>, cx: &Cx, view: &mut View) {
    let _ = (section, view);
    page(ui, |ui| strong(ui, &cx.words.text("ripple-tab")));
}
