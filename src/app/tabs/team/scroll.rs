//! The people of a large team scroll sideways between the names of the functions and their KPIs, which stay.

use eframe::egui::{
    Align2, CursorIcon, EventFilter, Id as EguiId, Key, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::Desk;
use super::grid::Grid;
use crate::app::theme::{self, size};
use crate::app::widgets::focus_ring;
use crate::app::widgets::text::{fitted, paint_galley};
use crate::t;

/// How thick the bar is, and how much taller the place where it can be taken.
const THICK: f32 = 6.0;
const TAKEN: f32 = 5.0;
/// How far it and its words stand above the middle of their row, clear of the rule below.
const ABOVE_RULE: f32 = 3.0;

impl Desk<'_, '_> {
    /// Which people are shown, and the bar below their names: dragged, or moved by arrow keys, Home and End.
    pub(super) fn people_bar(&mut self, ui: &mut Ui, grid: &Grid, row: Rect) {
        let (shown, all) = (grid.people.len(), grid.all);
        let people = grid.cell(0, row).union(grid.cell(shown - 1, row));
        let track = Rect::from_center_size(people.center() - vec2(0.0, ABOVE_RULE), vec2(people.width(), THICK));
        let taken = track.expand2(vec2(0.0, TAKEN));
        let response = ui.interact(taken, EguiId::unique("team_people"), Sense::click_and_drag());
        let (from, to) = (grid.before + 1, grid.before + shown);
        let words = t!(self.cx.words, "team-people-shown", from = from, to = to, all = all);
        response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, &words));
        let dragged = response.interact_pointer_pos().map(|at| (at.x - track.left()) / track.width());
        let before = dragged.map_or(grid.before, |share| nearest(share, all, shown));
        self.view.people_before = by_key(ui, &response, before, all - shown);
        paint(ui, track, (grid.before, shown, all), response.hovered() || response.dragged());
        let name = grid.name(row);
        let galley = fitted(ui.painter(), &words, theme::text(size::SMALL), theme::palette(ui).weak, name.width());
        paint_galley(ui.painter(), pos2(name.left(), track.center().y), Align2::LEFT_CENTER, galley);
        focus_ring(ui, &response);
        response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    }

    /// A turn of the wheel sideways, or with Shift, over the grid moves on by whole people.
    pub(super) fn wheel(&mut self, ui: &Ui, grid: &Grid, area: Rect) {
        if !ui.rect_contains_pointer(area) {
            return;
        }
        self.view.turned -= ui.input(|input| input.smooth_scroll_delta.x);
        let steps = (self.view.turned / grid.cell_width).trunc();
        self.view.turned -= steps * grid.cell_width;
        #[expect(clippy::cast_possible_truncation, reason = "a handful of people")]
        let before = self.view.people_before.saturating_add_signed(steps as isize);
        self.view.people_before = before.min(grid.all - grid.people.len());
    }
}

fn by_key(ui: &Ui, bar: &Response, before: usize, most: usize) -> usize {
    if !bar.has_focus() {
        return before;
    }
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(bar.id, filter));
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    match () {
        () if pressed(Key::ArrowRight) => (before + 1).min(most),
        () if pressed(Key::ArrowLeft) => before.saturating_sub(1),
        () if pressed(Key::End) => most,
        () if pressed(Key::Home) => 0,
        () => before,
    }
}

/// The first person shown when the middle of those shown stands at a share of the bar.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "far fewer people than a float can count"
)]
fn nearest(share: f32, all: usize, shown: usize) -> usize {
    (share * all as f32 - shown as f32 / 2.0).round().clamp(0.0, (all - shown) as f32) as usize
}

#[expect(clippy::cast_precision_loss, reason = "far fewer people than a float can count")]
fn paint(ui: &Ui, track: Rect, (before, shown, all): (usize, usize, usize), hovered: bool) {
    let palette = theme::palette(ui);
    ui.painter().rect_filled(track, THICK / 2.0, palette.line);
    let at = |count: usize| track.left() + track.width() * count as f32 / all as f32;
    let thumb = Rect::from_x_y_ranges(at(before)..=at(before + shown), track.y_range());
    ui.painter().rect_filled(thumb, THICK / 2.0, if hovered { palette.weak } else { palette.faint });
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_bar_reaches_both_ends() {
        assert_eq!((nearest(0.0, 60, 7), nearest(1.0, 60, 7)), (0, 53));
        assert_eq!(nearest(0.5, 60, 7), 27);
    }
}
