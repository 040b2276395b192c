//! Settings: the plan's head, and the program's language and theme.

use eframe::egui::Ui;

use crate::app::context::Cx;
use crate::app::editing::Steps;
use crate::app::widgets::{page, strong};
use crate::file::Settings;
use crate::plan::Plan;

/// The plan's own fields and where their changes are named.
pub struct Head<'a> {
    /// The plan.
    pub plan: &'a mut Plan,
    /// Names of changes.
    pub steps: &'a Steps,
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, head: Head<'_>, cx: &Cx, settings: &mut Settings) {
    let _ = (head, settings);
    page(ui, |ui| strong(ui, &cx.words.text("settings-tab")));
}
