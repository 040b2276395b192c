//! A plan in a list: a recent one, unsaved work.

use eframe::egui::{Align2, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::theme::{self, size, space};
use crate::app::widgets::text::{elided, paint_galley};
use crate::app::widgets::{focus_ring, hairline};

/// Height of a plan in a list.
pub const HEIGHT: f32 = 48.0;

/// A plan in a list.
pub struct Entry {
    /// What a screen reader says.
    pub spoken: String,
    /// What it is called.
    pub name: String,
    /// In small words below the name.
    pub below: String,
    /// In small words at the right.
    pub right: String,
    /// Whether it stands out.
    pub is_marked: bool,
}

/// Draws it, as a button.
pub fn row(ui: &mut Ui, entry: &Entry) -> Response {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &entry.spoken));
    if response.hovered() || entry.is_marked {
        ui.painter().rect_filled(rect, 0, palette.sel);
    }
    let mut left = rect.left();
    if entry.is_marked {
        ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(3.0, rect.height())), 0, palette.accent);
        left += space::M;
    }
    let width = rect.right() - left - 140.0;
    let line = |text: &str, font, color, y: f32| {
        let galley = elided(ui.painter(), text, font, color, width);
        paint_galley(ui.painter(), pos2(left, y), Align2::LEFT_CENTER, galley);
    };
    line(&entry.name, theme::semibold(size::BODY), palette.text, rect.center().y - 9.0);
    line(&entry.below, theme::text(size::SMALL), palette.weak, rect.center().y + 10.0);
    let at = pos2(rect.right() - 4.0 - if entry.is_marked { space::S } else { 0.0 }, rect.center().y);
    ui.painter().text(at, Align2::RIGHT_CENTER, &entry.right, theme::text(size::SMALL), palette.weak);
    hairline(ui);
    focus_ring(ui, &response);
    response
}
