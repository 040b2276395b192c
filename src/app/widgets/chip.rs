//! Chips: a letter or a word on its soft ground, 18 high.

use eframe::egui::{Align2, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::theme::{self, Tone, height, radius, size};
use crate::plan::Task;

/// The letter chip of a task: A, B or W on its soft colour, 18×18.
pub fn task_chip(ui: &mut Ui, task: Task) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(height::CHIP, height::CHIP), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, task.letter()));
    paint_task_chip(ui, rect, task);
    response
}

/// Paints the letter chip of a task into a rectangle.
pub fn paint_task_chip(ui: &Ui, rect: Rect, task: Task) {
    paint_chip(ui, rect, task.letter(), Tone::Task(task));
}

/// A word on its soft ground, such as "blocker" or "derived".
pub fn word_chip(ui: &mut Ui, word: &str, tone: Tone) -> Response {
    let color = theme::palette(ui).ink(tone);
    let galley = ui.painter().layout_no_wrap(word.to_owned(), theme::semibold(size::SMALL), color);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 10.0, height::CHIP), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
    paint_chip(ui, rect, word, tone);
    response
}

fn paint_chip(ui: &Ui, rect: Rect, word: &str, tone: Tone) {
    let palette = theme::palette(ui);
    ui.painter().rect_filled(rect, radius::CHIP, palette.soft(tone));
    let font = theme::semibold(size::SMALL);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, word, font, palette.ink(tone));
}

/// A round badge with a count, 16 high, its right edge at `right_center`.
pub fn paint_badge(ui: &Ui, right_center: eframe::egui::Pos2, count: usize, tone: Tone) {
    let palette = theme::palette(ui);
    let galley = ui.painter().layout_no_wrap(count.to_string(), theme::semibold(size::SMALL), palette.ink(tone));
    let width = (galley.size().x + 8.0).max(16.0);
    let center = pos2(right_center.x - width / 2.0, right_center.y);
    let rect = Rect::from_center_size(center, vec2(width, 16.0));
    ui.painter().rect_filled(rect, 8.0, palette.soft(tone));
    super::text::paint_galley(ui.painter(), rect.center(), Align2::CENTER_CENTER, galley);
}

/// A key or key combination in its little frame, such as "Ctrl K".
pub fn key_chip(ui: &mut Ui, keys: &str) -> Response {
    let palette = theme::palette(ui);
    let galley = ui.painter().layout_no_wrap(keys.to_owned(), theme::text(size::SMALL), palette.weak);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 8.0, height::CHIP), Sense::hover());
    ui.painter().rect(rect, radius::CHIP, palette.bg, palette.hairline(), eframe::egui::StrokeKind::Inside);
    super::text::paint_galley(ui.painter(), rect.center(), Align2::CENTER_CENTER, galley);
    response
}
