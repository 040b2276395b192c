//! Allocation: channels and shared events.

pub mod channels;
pub mod events;

use eframe::egui::Ui;

use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::widgets::Segmented;
use crate::calc::Section;
use crate::plan::{Allocation, Event};

/// The two pages of the tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Money by channel.
    #[default]
    Channels,
    /// Shared events.
    Events,
}

/// What the tab remembers between frames.
#[derive(Debug, Default)]
pub struct View {
    /// The page that is shown.
    pub page: Page,
    channels: channels::View,
    events: events::View,
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, allocation: Editing<'_, Allocation>, events: Editing<'_, Vec<Event>>, cx: &Cx, view: &mut View) {
    if cx.arrives_in(Section::Allocation).is_some() {
        view.page = Page::Channels;
    }
    if cx.arrives_in(Section::Event).is_some() {
        view.page = Page::Events;
    }
    match view.page {
        Page::Channels => channels::ui(ui, allocation, cx, &mut view.channels, &mut view.page),
        Page::Events => events::ui(ui, events, cx, &mut view.events, &mut view.page),
    }
}

/// The switch between the pages, first in the head of both.
pub(super) fn page_switch(ui: &mut Ui, cx: &Cx, page: &mut Page) {
    let (channels, events) = (cx.words.text("allocation-channels"), cx.words.text("event-shared-events"));
    let parts = [(Page::Channels, channels.as_str()), (Page::Events, events.as_str())];
    if let Some(chosen) = Segmented::new(&parts, *page).show(ui) {
        *page = chosen;
    }
}
