//! Where steps and bars of the chain stand, and the colours of its sources.

use eframe::egui::Rect;

use crate::app::theme::Tone;
use crate::calc::chain::Source;
use crate::plan::Task;

/// Where the bars begin, below the figures.
pub const TOP: f32 = 76.0;
/// Room for the words below the bars.
pub const BELOW: f32 = 50.0;
/// Width of a bar.
pub const BAR: f32 = 14.0;
/// Where each step stands, as a share of the width.
pub const STEPS: [f32; 6] = [0.0, 0.176, 0.347, 0.5145, 0.6752, 0.841];

/// Height of the bars.
pub fn bars_of(area: Rect) -> f32 {
    area.height() - TOP - BELOW
}

/// The colour of what comes from a source.
pub fn tone(source: Source) -> Tone {
    match source {
        Source::Task(task) => Tone::Task(task),
        Source::Ripple => Tone::Accent,
    }
}

/// From top to bottom.
pub const SOURCES: [Source; 4] = [Source::Task(Task::A), Source::Task(Task::B), Source::Task(Task::W), Source::Ripple];
