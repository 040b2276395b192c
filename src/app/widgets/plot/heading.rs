//! What stands above a plot.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::text::{self, strong};

/// The heading of a plot, without a rule; what it says is cut where there is no room.
pub fn plot_heading(ui: &mut Ui, title: &str, says: &str) {
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 20.0), Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        strong(ui, title);
        let spec = text::Line { width: ui.available_width(), height: 20.0, align: Align::LEFT, tone: Tone::Weak };
        text::line(ui, says, theme::text(size::SMALL), spec);
    });
}
