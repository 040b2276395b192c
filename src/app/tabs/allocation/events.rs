//! Shared events: who pays what.

use eframe::egui::Ui;

use super::{Page, page_switch};
use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::widgets::page;
use crate::plan::Event;

/// What the page remembers between frames.
#[derive(Debug, Default)]
pub struct View {}

/// Draws the page.
pub fn ui(ui: &mut Ui, events: Editing<'_, Vec<Event>>, cx: &Cx, view: &mut View, shown: &mut Page) {
    let _ = (events, view);
    page(ui, |ui| page_switch(ui, cx, shown));
}
