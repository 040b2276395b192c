//! Words at the right ends of the lines of a plot.

use eframe::egui::{Rangef, Ui, pos2};

use crate::app::theme::{self, Tone, size};
use crate::app::widgets::text::text_width;
use crate::app::widgets::{Canvas, Words, apart};

/// Where a line ends, and its words.
pub(super) struct End {
    pub(super) value: f64,
    pub(super) words: String,
    pub(super) tone: Tone,
}

/// How much room words at the right of a plot take; they are put in order, from the highest end down.
pub(super) fn room(ui: &Ui, ends: &mut [End]) -> f32 {
    ends.sort_by(|one, other| other.value.total_cmp(&one.value));
    let wide = |end: &End| text_width(ui, &end.words, theme::semibold(size::SMALL));
    ends.iter().map(wide).fold(0.0, f32::max) + 14.0
}

/// Writes them, pushed apart where the ends are close.
pub(super) fn write(canvas: &Canvas<'_>, ends: &[End]) {
    let frame = canvas.frame();
    let wanted: Vec<f32> = ends.iter().map(|end| canvas.at(0.0, end.value).y).collect();
    let inside = Rangef::new(frame.top() - 6.0, frame.bottom() + 8.0);
    for (end, y) in ends.iter().zip(apart(&wanted, &|_| 16.0, inside)) {
        let words = Words::right(&end.words, end.tone);
        canvas.words_at(pos2(frame.right(), y), if end.tone == Tone::Weak { words } else { words.semibold() });
    }
}
