//! Choosing one of a few: segmented switch, answer switch, radio, check box, lock.

use eframe::egui::{
    Align2, Color32, CornerRadius, CursorIcon, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

use super::button::focus_ring;
use crate::app::{
    icons,
    theme::{self, height, radius, size},
};

/// A switch whose parts stand side by side; exactly one is chosen.
#[must_use]
pub struct Segmented<'a, T> {
    items: &'a [(T, &'a str)],
    current: T,
    height: f32,
    width: Option<f32>,
    filled: bool,
    name: Option<&'a str>,
}

impl<'a, T: PartialEq + Copy> Segmented<'a, T> {
    /// A switch over `items`, each with its word.
    pub const fn new(items: &'a [(T, &'a str)], current: T) -> Self {
        Self { items, current, height: height::FIELD, width: None, filled: false, name: None }
    }

    /// Height 24.
    pub const fn dense(mut self) -> Self {
        self.height = height::DENSE;
        self
    }

    /// Stretches the parts evenly over a width.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Fills the chosen part with the accent, as the answers of the pyramid.
    pub const fn filled(mut self) -> Self {
        self.filled = true;
        self
    }

    /// What is chosen; read aloud before the word of each part.
    pub const fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// Draws the switch; returns the part just chosen, if it is another one.
    pub fn show(self, ui: &mut Ui) -> Option<T> {
        let widths = self.part_widths(ui);
        let (frame, _) = ui.allocate_exact_size(vec2(widths.iter().sum(), self.height), Sense::hover());
        let palette = theme::palette(ui);
        ui.painter().rect(frame, radius::FIELD, palette.raised, palette.hairline(), StrokeKind::Inside);
        let mut chosen = None;
        let mut left = frame.left();
        for (index, (item, word)) in self.items.iter().enumerate() {
            let part = Rect::from_min_size(pos2(left, frame.top()), vec2(widths[index], self.height));
            left += widths[index];
            let on = *item == self.current;
            if self.part(ui, part, (index, word, on)).clicked() && !on {
                chosen = Some(*item);
            }
        }
        chosen
    }

    fn part_widths(&self, ui: &Ui) -> Vec<f32> {
        #[expect(clippy::cast_precision_loss, reason = "a handful of parts")]
        if let Some(width) = self.width {
            return vec![width / self.items.len() as f32; self.items.len()];
        }
        let font = theme::semibold(size::SMALL);
        let measure = |word: &str| ui.painter().layout_no_wrap(word.to_owned(), font.clone(), Color32::WHITE).size().x;
        self.items.iter().map(|(_, word)| (measure(word) + 25.0).round().max(34.0)).collect()
    }

    fn part(&self, ui: &Ui, rect: Rect, (index, word, on): (usize, &str, bool)) -> Response {
        let palette = theme::palette(ui);
        // The frame's id is unique in its parent, so are its parts.
        let id = ui.next_auto_id().with(("part", index));
        let response = ui.interact(rect, id, Sense::click());
        let label = self.name.map_or_else(|| word.to_owned(), |name| format!("{name}: {word}"));
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, &label));
        let (fill, ink) = match (on, self.filled) {
            (true, true) => (palette.accent, palette.on_accent),
            (true, false) => (palette.accent_soft, palette.accent),
            (false, _) if response.hovered() => (palette.zebra, palette.text),
            (false, _) => (Color32::TRANSPARENT, palette.weak),
        };
        let corner = part_corner(index, self.items.len());
        let inner = if on && self.filled { rect } else { rect.shrink2(vec2(0.5, 1.0)) };
        ui.painter().rect_filled(inner, corner, fill);
        if index > 0 && !(on && self.filled) {
            ui.painter().vline(rect.left(), rect.y_range().shrink(1.0), palette.hairline());
        }
        let font = match (self.filled, on) {
            (true, _) => theme::text(size::BODY),
            (false, true) => theme::semibold(size::SMALL),
            (false, false) => theme::text(size::SMALL),
        };
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, word, font, ink);
        focus_ring(ui, &response);
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}

fn part_corner(index: usize, count: usize) -> CornerRadius {
    let (west, east) = (if index == 0 { radius::FIELD } else { 0 }, if index + 1 == count { radius::FIELD } else { 0 });
    CornerRadius { nw: west, sw: west, ne: east, se: east }
}

/// An answer to a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Not at all.
    Zero,
    /// A quarter.
    Quarter,
    /// Half.
    Half,
    /// Fully.
    One,
    /// Does not apply.
    NotApplicable,
}

/// The answer switch 0 ¼ ½ 1 n/a, each part 34×28; `current` is `None` while not answered.
pub fn answer_switch(ui: &mut Ui, name: &str, not_applicable: &str, current: Option<Answer>) -> Option<Answer> {
    let items = [
        (Some(Answer::Zero), "0"),
        (Some(Answer::Quarter), "¼"),
        (Some(Answer::Half), "½"),
        (Some(Answer::One), "1"),
        (Some(Answer::NotApplicable), not_applicable),
    ];
    Segmented::new(&items, current).filled().width(34.0 * 5.0).name(name).show(ui).flatten()
}

/// A lock: closed in text colour, open in faint. Returns whether it was pressed.
pub fn lock_toggle(ui: &mut Ui, locked: bool, name: &str) -> bool {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(18.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), locked, name));
    let palette = theme::palette(ui);
    let color = if locked || response.hovered() { palette.text } else { palette.faint };
    let icon = if locked { icons::LOCK } else { icons::LOCK_OPEN };
    icons::paint(ui.painter(), icon, Rect::from_center_size(rect.center(), Vec2::splat(13.0)), color);
    focus_ring(ui, &response);
    response.on_hover_text(name).clicked()
}

/// A radio button with its words; returns whether it was just chosen.
pub fn radio(ui: &mut Ui, on: bool, words: &str) -> bool {
    radio_named(ui, on, (words, words))
}

/// The same with a name for screen readers, where the words alone do not say enough.
pub fn radio_named(ui: &mut Ui, on: bool, (words, name): (&str, &str)) -> bool {
    let response = marked_words(ui, words);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, name));
    paint_radio(ui, icons::square_at_left(response.rect, 14.0), on);
    focus_ring(ui, &response);
    response.clicked() && !on
}

/// Paints a radio circle into a square.
pub fn paint_radio(ui: &Ui, square: Rect, on: bool) {
    let palette = theme::palette(ui);
    let circle = square.center();
    if on {
        ui.painter().circle(circle, 4.5, palette.raised, Stroke::new(3.0, palette.accent));
    } else {
        ui.painter().circle(circle, 5.5, palette.raised, palette.rule_line());
    }
}

/// A check box with its words; returns whether it was pressed.
pub fn checkbox(ui: &mut Ui, on: bool, words: &str) -> bool {
    let response = marked_words(ui, words);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, words));
    let palette = theme::palette(ui);
    let square = icons::square_at_left(response.rect, 16.0);
    if on {
        ui.painter().rect_filled(square, radius::CHIP, palette.accent);
        icons::paint(ui.painter(), icons::CHECK, square.shrink(2.0), palette.on_accent);
    } else {
        ui.painter().rect(square, radius::CHIP, palette.raised, palette.rule_line(), StrokeKind::Inside);
    }
    focus_ring(ui, &response);
    response.clicked()
}

/// Words of 14 behind a 24 px place for a mark, pressed as one.
fn marked_words(ui: &mut Ui, words: &str) -> Response {
    let palette = theme::palette(ui);
    let color = if ui.is_enabled() { palette.text } else { palette.faint };
    let room = (ui.available_width() - 24.0).max(1.0);
    let galley = super::text::elided(ui.painter(), words, theme::text(size::BODY), color, room + 0.5);
    let cut = galley.elided;
    let wanted = vec2(24.0 + galley.size().x, height::DENSE);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    let at = pos2(rect.left() + 24.0, rect.center().y);
    super::text::paint_galley(ui.painter(), at, Align2::LEFT_CENTER, galley);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if cut { response.on_hover_text(words) } else { response }
}
