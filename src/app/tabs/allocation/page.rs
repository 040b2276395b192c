//! The two pages of the tab, and the switch between them.

use eframe::egui::Ui;

use crate::app::context::Cx;
use crate::app::widgets::Segmented;

/// The two pages of the tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Money by channel.
    #[default]
    Channels,
    /// Shared events.
    Events,
}

/// The switch between the pages, first in the head of both.
pub fn page_switch(ui: &mut Ui, cx: &Cx, page: &mut Page) {
    let (channels, events) = (cx.words.text("allocation-channels"), cx.words.text("event-shared-events"));
    let parts = [(Page::Channels, channels.as_str()), (Page::Events, events.as_str())];
    if let Some(chosen) = Segmented::new(&parts, *page).show(ui) {
        *page = chosen;
    }
}
