//! Where the parts of the page stand: the table with its head, and the column beside it.

use eframe::egui::{Frame, Margin, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::app::theme::{self, space};
use crate::app::widgets::{is_narrow, page};

/// The table is at most this wide, with all its columns; what a larger window has besides goes to the curve, not between
/// names and numbers.
const WIDEST_TABLE: f32 = 1_160.0;

/// The page and the column beside it.
pub fn halves(ui: &Ui) -> (Rect, Rect) {
    let area = page::middle_with_margins(ui.max_rect());
    let side =
        if is_narrow(ui) { 360.0 } else { (area.width() * 0.3).clamp(417.0, 520.0).max(area.width() - WIDEST_TABLE) };
    let middle = (area.right() - side).round();
    (Rect::from_min_max(area.min, pos2(middle, area.bottom())), Rect::from_min_max(pos2(middle, area.top()), area.max))
}

/// From this width on curve and channel stand beside each other.
const WIDTH_OF_BOTH: f32 = 800.0;

/// Whether the column beside the table is wide enough for curve and channel beside each other, without a switch.
#[must_use]
pub fn shows_both(ui: &Ui) -> bool {
    ui.available_width() >= WIDTH_OF_BOTH
}

/// A half of the tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Half {
    /// Head and table.
    Page,
    /// What is selected.
    Side,
    /// Help beside an empty page, on the ground of the window.
    Help,
}

/// Draws into one half.
pub fn half(ui: &mut Ui, rect: Rect, half: Half, content: impl FnOnce(&mut Ui)) {
    let (left, right) = match half {
        Half::Page => (24, if is_narrow(ui) { 24 } else { 17 }),
        Half::Side | Half::Help => (16, 16),
    };
    let palette = theme::palette(ui);
    let window = ui.max_rect().right();
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt(half), |ui| {
        if half == Half::Help {
            ui.painter().rect_filled(rect, 0.0, palette.bg);
        }
        if half != Half::Page {
            ui.painter().vline(rect.left() + 0.5, rect.y_range(), palette.hairline());
            if rect.right() < window - 1.0 {
                ui.painter().vline(rect.right() + 0.5, rect.y_range(), palette.hairline());
            }
        }
        Frame::NONE.inner_margin(Margin { left, right, top: 12, bottom: 12 }).show(ui, |ui| {
            ui.set_min_size(ui.available_size() - vec2(0.5, 0.5));
            content(ui);
        });
    });
}

/// A raised panel with 2 px accent on top, down to the bottom and from edge to edge of the column.
pub fn panel<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let palette = theme::palette(ui);
    let inner = Rect::from_min_max(ui.cursor().min, ui.max_rect().max);
    let outer = Rect::from_min_max(inner.min - vec2(15.0, 0.0), inner.max + vec2(16.0, 12.0));
    ui.painter().rect_filled(outer, 0.0, palette.raised);
    ui.painter().hline(outer.x_range(), outer.top(), Stroke::new(2.0, palette.accent));
    let inside = Rect::from_min_max(pos2(inner.left(), inner.top() + space::M), inner.max);
    ui.scope_builder(UiBuilder::new().max_rect(inside).id_salt("panel"), content).inner
}
