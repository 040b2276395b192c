//! Money by channel.

use eframe::egui::Ui;

use super::{Page, page_switch};
use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::widgets::page;
use crate::plan::Allocation;

/// What the page remembers between frames.
#[derive(Debug, Default)]
pub struct View {}

/// Draws the page.
pub fn ui(ui: &mut Ui, allocation: Editing<'_, Allocation>, cx: &Cx, view: &mut View, shown: &mut Page) {
    let _ = (allocation, view);
    page(ui, |ui| page_switch(ui, cx, shown));
}
