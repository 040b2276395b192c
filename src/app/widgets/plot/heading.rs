//! What stands above a plot.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::text::{self, text_width};

/// Room in which a few words can be read.
const LEAST: f32 = 48.0;

/// The heading of a plot, without a rule; what it says is cut where there is no room, then the title.
pub fn plot_heading(ui: &mut Ui, title: &str, says: &str) {
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 20.0), Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let wide = text_width(ui, title, theme::semibold(size::BODY)).ceil() + 1.0;
        let width = wide.min(ui.available_width());
        let spec = text::Line { width, height: 20.0, align: Align::LEFT, tone: Tone::Plain };
        text::line(ui, title, theme::semibold(size::BODY), spec);
        if ui.available_width() < LEAST {
            return;
        }
        let spec = text::Line { width: ui.available_width(), height: 20.0, align: Align::LEFT, tone: Tone::Weak };
        text::line(ui, says, theme::text(size::SMALL), spec);
    });
}
