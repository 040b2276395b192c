//! Topics: attention over the calendar, 7S, media mix, customer loop.

use eframe::egui::Ui;

use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::widgets::{page, strong};
use crate::plan::{Allocation, Content, Topics};

/// What the tab remembers between frames.
#[derive(Debug, Default)]
pub struct View {}

/// The sections of the plan this tab changes.
pub struct Sections<'a> {
    /// Topics.
    pub topics: Editing<'a, Topics>,
    /// 7S and loop.
    pub content: Editing<'a, Content>,
    /// Channels, for the stages of the loop they serve.
    pub allocation: Editing<'a, Allocation>,
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, sections: Sections<'_>, cx: &Cx, view: &mut View) {
    let _ = (sections, view);
    page(ui, |ui| strong(ui, &cx.words.text("topics-tab")));
}
