//! The empty state: a question, two lines, one button that has the focus, sketches of the steps.

use eframe::egui::{Align2, Id, Pos2, Rect, Sense, Ui, pos2, vec2};

use super::{
    button::Button,
    sketch::Sketch,
    text::{label, paint_galley, runs},
};
use crate::app::{
    icons,
    theme::{self, Tone, size, space},
};

/// The question of an empty tab and how to begin.
#[must_use]
#[derive(Clone, Copy, Debug)]
pub struct EmptyState<'a> {
    /// Stable id; whoever asks for its focus gets the primary button.
    pub id: Id,
    /// 20 px.
    pub question: &'a str,
    /// One or two lines of 14.
    pub lines: &'a str,
    /// The one primary button.
    pub primary: &'a str,
    /// A plain button beside it, or empty.
    pub secondary: &'a str,
}

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begin {
    /// The primary button.
    Primary,
    /// The plain one.
    Secondary,
}

impl EmptyState<'_> {
    /// Draws it. The primary button takes the focus once, when the tab is first seen.
    pub fn show(self, ui: &mut Ui) -> Option<Begin> {
        ui.add_space(space::L);
        label(ui, self.question, theme::text(size::FIGURE), Tone::Plain);
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width().min(620.0));
            runs(ui, &[super::text::Run::weak(self.lines)], size::BODY);
        });
        ui.add_space(space::M);
        let mut begin = None;
        ui.horizontal(|ui| {
            let primary = Button::primary(self.primary).icon(icons::PLUS).show(ui);
            self.take_focus(ui, &primary);
            super::form::takes_focus_of(ui, self.id, &primary);
            if primary.clicked() {
                begin = Some(Begin::Primary);
            }
            if !self.secondary.is_empty() && Button::plain(self.secondary).show(ui).clicked() {
                begin = Some(Begin::Secondary);
            }
        });
        ui.add_space(space::L);
        begin
    }

    fn take_focus(&self, ui: &Ui, primary: &eframe::egui::Response) {
        let seen = self.id.with("seen");
        let passes = ui.data_mut(|data| {
            let passes = data.get_temp_mut_or(seen, 0_u8);
            *passes = passes.saturating_add(1);
            *passes
        });
        // What had the focus on the tab before loses it only a pass after it is gone.
        if passes <= 3 {
            if ui.memory(|memory| memory.focused().is_none()) {
                primary.request_focus();
                ui.data_mut(|data| data.insert_temp(seen, 3_u8));
            }
            ui.request_repaint();
        }
    }
}

/// One step: sketch, title, words.
#[derive(Clone, Debug)]
pub struct Step {
    sketch: Sketch,
    title: String,
    words: String,
}

impl Step {
    /// A step with its title, 14 semibold, and what it means, 12 weak.
    #[must_use]
    pub fn new(sketch: Sketch, title: String, words: String) -> Self {
        Self { sketch, title, words }
    }
}

/// Steps side by side over the width.
pub fn steps(ui: &mut Ui, steps: &[Step]) {
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), 128.0), Sense::hover());
    #[expect(clippy::cast_precision_loss, reason = "three steps")]
    let pitch = area.width() / steps.len().max(1) as f32;
    for (index, step) in steps.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "three steps")]
        let at = pos2(area.left() + pitch * index as f32, area.top());
        step.sketch.paint(ui, Rect::from_min_size(at, vec2(112.0, 52.0)));
        paint_step(ui, at + vec2(0.0, 64.0), pitch - space::L, (index + 1, step));
    }
}

fn paint_step(ui: &Ui, at: Pos2, width: f32, (number, step): (usize, &Step)) {
    let (palette, painter) = (theme::palette(ui), ui.painter());
    let font = theme::semibold(size::FIGURE);
    painter.text(at + vec2(0.0, 9.0), Align2::LEFT_CENTER, number.to_string(), font, palette.accent);
    let beside = at + vec2(22.0, 9.0);
    painter.text(beside, Align2::LEFT_CENTER, &step.title, theme::semibold(size::BODY), palette.text);
    let words = painter.layout(step.words.clone(), theme::text(size::SMALL), palette.weak, width - 22.0);
    paint_galley(painter, beside + vec2(0.0, 10.0), Align2::LEFT_TOP, words);
}
