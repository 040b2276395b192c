//! Columns as wide as their figures, which are set small before any of them is cut.

use eframe::egui::Ui;

use crate::app::theme::{self, size};
use crate::app::widgets::text::widest;

/// A column of figures.
pub struct Figures<'a> {
    /// Words above it.
    pub heading: &'a str,
    /// What stands in it.
    pub texts: Vec<&'a str>,
    /// Whether they are semibold.
    pub strong: bool,
    /// How wide it is where there is room.
    pub least: f32,
    /// Room around a figure, such as a field's.
    pub pad: f32,
}

impl Figures<'_> {
    fn width(&self, ui: &Ui, text_size: f32) -> f32 {
        let font = if self.strong { theme::semibold(text_size) } else { theme::text(text_size) };
        let full_size = text_size >= size::BODY;
        let least = if full_size { self.least } else { widest(ui, [self.heading], &theme::text(size::SMALL)) };
        (widest(ui, self.texts.iter().copied(), &font) + self.pad).max(least)
    }
}

/// The size of text at which a table with these names fits into `room`, and the widths of its columns.
pub fn fit(ui: &Ui, room: f32, names: &[String], columns: &[Figures<'_>]) -> (f32, Vec<f32>) {
    let at = |text_size: f32| -> Vec<f32> { columns.iter().map(|column| column.width(ui, text_size)).collect() };
    let full = at(size::BODY);
    let name = widest(ui, names.iter().map(String::as_str), &theme::text(size::BODY));
    if full.iter().sum::<f32>() + name <= room { (size::BODY, full) } else { (size::SMALL, at(size::SMALL)) }
}
