//! Allocation: channels, their months, and shared events.

pub mod channels;
pub mod events;
pub mod months;
mod page;
mod proposal;

use eframe::egui::Ui;

use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::calc::Section;
use crate::plan::{Allocation, Event};

pub use page::{Page, page_switch};

/// What the tab remembers between frames.
#[derive(Debug, Default)]
pub struct View {
    /// The page that is shown.
    pub page: Page,
    channels: channels::View,
    months: months::View,
    events: events::View,
}

/// Draws the tab.
pub fn ui(ui: &mut Ui, allocation: Editing<'_, Allocation>, events: Editing<'_, Vec<Event>>, cx: &Cx, view: &mut View) {
    if let Some(place) = cx.arrives_in(Section::Allocation) {
        view.page = if months::has(place) { Page::Months } else { Page::Channels };
    }
    if cx.arrives_in(Section::Event).is_some() {
        view.page = Page::Events;
    }
    match view.page {
        Page::Channels => channels::ui(ui, allocation, cx, &mut view.channels, &mut view.page),
        Page::Months => months::ui(ui, allocation, cx, &mut view.months, &mut view.page),
        Page::Events => events::ui(ui, events, cx, &mut view.events, &mut view.page),
    }
}
