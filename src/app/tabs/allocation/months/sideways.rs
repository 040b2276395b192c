//! Months of a long period go by sideways, below names that stay: a bar under the grid, and the wheel.

use eframe::egui::{CursorIcon, EventFilter, Id, Key, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::Desk;
use super::cells::month_name;
use super::shown::Shown;
use crate::app::theme;
use crate::app::widgets::focus_ring;
use crate::t;

/// Height of the bar's row, and of the bar.
pub(super) const HEIGHT: f32 = 16.0;
const THICK: f32 = 6.0;

/// Draws the bar between `left` and `right` of the page; over the grid, from `top` on, the wheel moves it too.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "at most 120 months"
)]
pub(super) fn ui(ui: &mut Ui, desk: &mut Desk<'_>, shown: &Shown, (left, right, top): (f32, f32, f32)) {
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let months = desk.months();
    let most = months - shown.count;
    let bar = Rect::from_x_y_ranges(
        row.left() + left..=row.left() + right,
        row.center().y - THICK / 2.0..=row.center().y + THICK / 2.0,
    );
    let response = ui.interact(bar.expand2(vec2(0.0, 5.0)), Id::unique("months sideways"), Sense::click_and_drag());
    let [from, to] = [shown.first, shown.first + shown.count - 1].map(|month| month_name(desk.cx, month));
    let name = t!(desk.cx.words, "months-shown", from = from, to = to, all = months);
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, &name));
    let mut first = shown.first;
    if let Some(at) = response.interact_pointer_pos() {
        let middle = (at.x - bar.left()) / bar.width() * months as f32;
        first = (middle - shown.count as f32 / 2.0).round().clamp(0.0, most as f32) as usize;
    }
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        first = match () {
            () if pressed(Key::ArrowRight) => (first + 1).min(most),
            () if pressed(Key::ArrowLeft) => first.saturating_sub(1),
            () if pressed(Key::Home) => 0,
            () if pressed(Key::End) => most,
            () => first,
        };
    }
    if ui.rect_contains_pointer(Rect::from_min_max(pos2(row.left(), top), row.max)) {
        let pitch = bar.width() / shown.count as f32;
        desk.view.turned -= ui.input(|input| input.smooth_scroll_delta.x);
        let steps = (desk.view.turned / pitch).trunc();
        desk.view.turned -= steps * pitch;
        first = first.saturating_add_signed(steps as isize).min(most);
    }
    desk.view.first = first;
    let palette = theme::palette(ui);
    ui.painter().rect_filled(bar, THICK / 2.0, palette.line);
    let at = |month: usize| bar.left() + bar.width() * month as f32 / months as f32;
    let thumb = Rect::from_x_y_ranges(at(first)..=at(first + shown.count), bar.y_range());
    let lively = response.hovered() || response.dragged();
    ui.painter().rect_filled(thumb, THICK / 2.0, if lively { palette.weak } else { palette.faint });
    focus_ring(ui, &response);
    response.on_hover_text(&name).on_hover_cursor(CursorIcon::ResizeHorizontal);
}
