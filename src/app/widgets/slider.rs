//! Changing a number by hand: a slider, dragging a place of the screen sideways, and the keys that do the same.

use std::ops::RangeInclusive;

use eframe::egui::{
    CursorIcon, EventFilter, Id, Key, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, accesskit, pos2, vec2,
};

use super::button::focus_ring;
use crate::app::theme::{self, height};

/// A slider of one number.
#[must_use]
pub struct Slider<'a> {
    id: Id,
    name: &'a str,
    value: f64,
    range: RangeInclusive<f64>,
    step: f64,
}

impl<'a> Slider<'a> {
    /// A slider with a name for screen readers; `step` is what a key press changes.
    pub const fn new(id: Id, name: &'a str, value: f64, range: RangeInclusive<f64>, step: f64) -> Self {
        Self { id, name, value, range, step }
    }

    /// Draws it over the width there is; returns the value it is moved to, not rounded to any step, and its response.
    pub fn show(self, ui: &mut Ui) -> (Option<f64>, Response) {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height::FIELD));
        let response = ui.interact(rect, self.id, Sense::click_and_drag());
        slides(ui, &response, (self.name, self.value, &self.range));
        let track = Rect::from_center_size(rect.center(), vec2((rect.width() - 14.0).max(1.0), 4.0));
        let (low, high) = (*self.range.start(), *self.range.end());
        let wide = (high - low).max(f64::MIN_POSITIVE);
        #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
        let part = ((self.value - low) / wide).clamp(0.0, 1.0) as f32;
        paint(ui, track, part, &response);
        let keys = slide_keys(ui, &response);
        let at = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged());
        if response.clicked() {
            response.request_focus();
        }
        let moved = match at {
            Some(at) => Some(low + wide * f64::from(((at.x - track.left()) / track.width()).clamp(0.0, 1.0))),
            None if keys != 0 => Some((self.value + f64::from(keys) * self.step).clamp(low, high)),
            None => None,
        };
        (moved, response.on_hover_cursor(CursorIcon::ResizeHorizontal))
    }
}

fn paint(ui: &Ui, track: Rect, part: f32, response: &Response) {
    let palette = theme::palette(ui);
    let at = pos2(track.left() + track.width() * part, track.center().y);
    ui.painter().rect_filled(track, 2.0, palette.line);
    ui.painter().rect_filled(track.with_max_x(at.x), 2.0, palette.accent);
    let ring = if response.hovered() || response.dragged() { 3.0 } else { 2.0 };
    ui.painter().circle(at, 6.5, palette.raised, Stroke::new(ring, palette.accent));
    focus_ring(ui, response);
}

/// Tells screen readers that a response is a slider, and what it stands at.
pub fn slides(ui: &Ui, response: &Response, (name, value, range): (&str, f64, &RangeInclusive<f64>)) {
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), value, name));
    ui.accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Slider);
        node.set_min_numeric_value(*range.start());
        node.set_max_numeric_value(*range.end());
        node.add_action(accesskit::Action::Increment);
        node.add_action(accesskit::Action::Decrement);
    });
}

/// Steps upwards that the arrow keys ask for while the response has the focus, or a screen reader at any time.
#[must_use]
pub fn slide_keys(ui: &Ui, response: &Response) -> i32 {
    let count = |number: usize| i32::try_from(number).unwrap_or(0);
    let asked = |action| ui.input(|input| count(input.num_accesskit_action_requests(response.id, action)));
    let steps = asked(accesskit::Action::Increment) - asked(accesskit::Action::Decrement);
    if !response.has_focus() {
        return steps;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input(|input| count(input.num_presses(key)));
    steps + pressed(Key::ArrowRight) + pressed(Key::ArrowUp) - pressed(Key::ArrowLeft) - pressed(Key::ArrowDown)
}

/// What happened to a place that can be dragged.
pub struct Scrub<T> {
    /// The number when the drag began, and the points dragged since.
    pub dragged: Option<(T, f32)>,
    /// Whether it was clicked instead.
    pub clicked: bool,
}

/// Dragging sideways over a place changes a number. The place takes no focus: keys have a field for it elsewhere.
pub fn scrub<T>(ui: &Ui, place: Rect, id: Id, value: T) -> Scrub<T>
where
    T: Clone + Send + Sync + 'static,
{
    let response = ui.interact(place, id, Sense::CLICK | Sense::DRAG);
    if response.drag_started() {
        ui.data_mut(|data| data.insert_temp(id, value));
    }
    let moved = response.total_drag_delta().map(|delta| delta.x);
    let begun = ui.data(|data| data.get_temp::<T>(id));
    if response.drag_stopped() {
        ui.data_mut(|data| data.remove::<T>(id));
    }
    let clicked = response.clicked();
    response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    Scrub { dragged: begun.zip(moved), clicked }
}
