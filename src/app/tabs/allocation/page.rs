//! The pages of the tab, and the switch between them.

use eframe::egui::Ui;

use crate::app::context::Cx;
use crate::app::widgets::Segmented;

/// The pages of the tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Money by channel.
    #[default]
    Channels,
    /// Money by month.
    Months,
    /// Shared events.
    Events,
}

/// The switch between the pages, first in the head of each.
pub fn page_switch(ui: &mut Ui, cx: &Cx, page: &mut Page) {
    let [channels, months, events] =
        ["allocation-channels", "months-page", "event-shared-events"].map(|key| cx.words.text(key));
    let parts = [(Page::Channels, &*channels), (Page::Months, &*months), (Page::Events, &*events)];
    if let Some(chosen) = Segmented::new(&parts, *page).show(ui) {
        *page = chosen;
    }
}
