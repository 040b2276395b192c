//! A sentence of 20 px whose typed values are edited where they stand.

use eframe::egui::{Shape, Stroke, Ui};

use super::{
    field::{Edited, Field, parsed_field},
    text::{Run, runs},
};
use crate::app::theme::{self, size};

/// Builds a sentence out of words and values.
pub struct Sentence<'u> {
    ui: &'u mut Ui,
}

/// Shows a sentence, wrapped where the page ends.
pub fn sentence<R>(ui: &mut Ui, build: impl FnOnce(&mut Sentence<'_>) -> R) -> R {
    ui.scope(|ui| {
        // Rows as high as the words, so that the sentence stands level with the buttons beside it.
        ui.spacing_mut().interact_size.y = theme::height::FIELD;
        ui.style_mut().wrap_mode = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = eframe::egui::Vec2::ZERO;
            build(&mut Sentence { ui })
        })
        .inner
    })
    .inner
}

impl Sentence<'_> {
    /// Words; spaces around values belong to them.
    pub fn say(&mut self, words: &[Run]) {
        runs(self.ui, words, size::FIGURE);
    }

    /// A typed value, semibold over accent dots; a click edits it there.
    pub fn value<T>(&mut self, field: Field<'_>, shown: &str, parse: &dyn Fn(&str) -> Result<T, String>) -> Edited<T> {
        let font = theme::semibold(size::FIGURE);
        let typed = super::draft::Draft::load(self.ui, (field.id, ""), shown).text;
        let galley = self.ui.painter().layout_no_wrap(typed, font.clone(), theme::LIGHT.text);
        let field = field.bare().tall(theme::height::FIELD).font(font).width(galley.size().x.max(24.0));
        let edited = parsed_field(self.ui, field, shown, parse);
        if !edited.has_focus {
            self.dots(edited.response.rect);
        }
        edited
    }

    fn dots(&self, rect: eframe::egui::Rect) {
        let accent = theme::palette(self.ui).accent;
        let y = rect.bottom() + 2.0;
        let mut x = rect.left() + 1.0;
        while x < rect.right() {
            let line = [eframe::egui::pos2(x - 1.0, y), eframe::egui::pos2(x + 1.0, y)];
            self.ui.painter().add(Shape::line_segment(line, Stroke::new(2.0, accent)));
            x += 4.0;
        }
    }
}
