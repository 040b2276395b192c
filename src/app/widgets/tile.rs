//! Tiles with a sketch: one of several ways, chosen by a click.

use eframe::egui::{
    Align2, CursorIcon, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::button::focus_ring;
use crate::app::theme::{self, radius, size};

/// A tile, 82 high and as wide as told, with a sketch and a word.
pub fn tile_of_width(
    ui: &mut Ui,
    (word, chosen): (&str, bool),
    width: f32,
    sketch: impl FnOnce(&Painter, Rect),
) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 82.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, word));
    let palette = theme::palette(ui);
    let (fill, outline) = match (chosen, response.hovered()) {
        (true, _) => (palette.accent_soft, palette.accent),
        (false, true) => (palette.raised, palette.rule),
        (false, false) => (palette.raised, palette.line),
    };
    ui.painter().rect(rect, radius::FIELD, fill, Stroke::new(1.0, outline), StrokeKind::Inside);
    sketch(ui.painter(), Rect::from_min_max(rect.min + vec2(10.0, 10.0), rect.max - vec2(10.0, 28.0)));
    let (font, ink) =
        if chosen { (theme::semibold(size::SMALL), palette.accent) } else { (theme::text(size::SMALL), palette.weak) };
    let at = pos2(rect.center().x, rect.bottom() - 14.0);
    ui.painter().text(at, Align2::CENTER_CENTER, word, font, ink);
    focus_ring(ui, &response);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
