//! What is wrong with a field that has no room of its own for it: beside the field in its own row where that covers no
//! other field, otherwise above it. Never below, where one types next.

use eframe::egui::{Area, Frame, Id, Margin, Order, Rect, Stroke, Ui, Vec2, vec2};

use super::text::{self, state_line};
use crate::app::icons;
use crate::app::theme::{self, Tone, radius, size, space};

/// As wide as a sentence is read well.
const WIDEST: f32 = 420.0;
const MARGIN: Margin = Margin::symmetric(8, 4);
const OUTLINE: f32 = 1.0;
/// The icon of a problem and the gap behind it.
const ICON: f32 = 20.0;

/// Where the fields of the last frame lie, and those of this one so far.
#[derive(Clone, Default)]
struct Fields {
    frame: u64,
    now: Vec<Rect>,
    before: Vec<Rect>,
}

/// Notes where a field lies, so that no tip covers it.
pub(super) fn keep_clear_of(ui: &Ui, field: Rect) {
    let frame = ui.cumulative_frame_nr();
    let visible = field.intersect(ui.clip_rect());
    ui.data_mut(|data| {
        let fields: &mut Fields = data.get_temp_mut_or_default(Id::unique("fields"));
        if fields.frame != frame {
            *fields = Fields { frame, before: std::mem::take(&mut fields.now), now: Vec::new() };
        }
        if visible.is_positive() {
            fields.now.push(visible);
        }
    });
}

/// Shows what is wrong with a field.
pub(super) fn show(ui: &Ui, id: Id, field: Rect, problem: &str) {
    let palette = theme::palette(ui);
    let size = size_of(ui, problem, ICON);
    let inside = size.x - MARGIN.sum().x - 2.0 * OUTLINE;
    Area::new(id.with("problem")).order(Order::Tooltip).fixed_pos(place(ui, field, size).min).interactable(false).show(
        ui.ctx(),
        |ui| {
            Frame::NONE
                .fill(palette.raised)
                .stroke(Stroke::new(OUTLINE, palette.bad))
                .corner_radius(radius::FIELD)
                .inner_margin(MARGIN)
                .show(ui, |ui| {
                    ui.set_width(inside);
                    state_line(ui, (icons::BAD, palette.bad), problem, Tone::Bad);
                });
        },
    );
}

/// Shows what the text in a field is read as.
pub(super) fn show_reading(ui: &Ui, id: Id, field: Rect, reading: &str) {
    let palette = theme::palette(ui);
    let place = place(ui, field, size_of(ui, reading, 0.0));
    Area::new(id.with("reading")).order(Order::Tooltip).fixed_pos(place.min).interactable(false).show(ui.ctx(), |ui| {
        let frame = Frame::NONE.fill(palette.raised).stroke(Stroke::new(OUTLINE, palette.line));
        frame.corner_radius(radius::FIELD).inner_margin(MARGIN).show(ui, |ui| text::small(ui, reading, Tone::Plain));
    });
}

fn place(ui: &Ui, field: Rect, size: Vec2) -> Rect {
    let window = ui.ctx().content_rect().shrink(space::XS);
    let left = field.left().min(window.right() - size.x).max(window.left());
    let above = Rect::from_min_size(vec2(left - 6.0, field.top() - size.y - 3.0).to_pos2(), size);
    let beside = Rect::from_min_size(vec2(field.right() + space::S, field.center().y - size.y / 2.0).to_pos2(), size);
    let in_its_row = size.y <= field.height() + 6.0 && window.contains_rect(beside);
    let covers_none = |tip: Rect| {
        let fields: Fields = ui.data(|data| data.get_temp(Id::unique("fields"))).unwrap_or_default();
        fields.before.iter().all(|other| !other.intersects(tip) || other.intersects(field))
    };
    if in_its_row && covers_none(beside) { beside } else { above }
}

fn size_of(ui: &Ui, problem: &str, icon: f32) -> Vec2 {
    let font = theme::text(size::SMALL);
    let galley = ui.painter().layout(problem.to_owned(), font, theme::palette(ui).bad, WIDEST - icon);
    // A pixel more, so that nothing wraps for a rounding.
    galley.size() + vec2(icon + 1.0, 2.0) + MARGIN.sum() + Vec2::splat(2.0 * OUTLINE)
}
