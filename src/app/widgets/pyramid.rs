//! The pyramid: five trapezoids filled from below by their scores.

use eframe::egui::{Align2, Color32, Id, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::plot::marks::{Dash, dashed};
use crate::app::{
    icons,
    theme::{self, Tone, size},
};
use crate::report::document::drawing::{self, Level, LevelState};

/// Gap between levels.
const GAP: f32 = 5.5;
/// How much of the colour of answers the part has that is still to be answered.
const OPEN: f32 = 0.16;

/// The pyramid to draw; levels from the lowest up.
#[must_use]
#[derive(Clone, Debug)]
pub struct Pyramid<'a> {
    /// Stable id.
    pub id: Id,
    /// Its levels, and the score from which they hold.
    pub drawn: &'a drawing::Pyramid,
    /// Which level is selected.
    pub selected: Option<usize>,
    /// Height of the drawing.
    pub height: f32,
}

impl Pyramid<'_> {
    /// Draws pyramid and captions over the width; returns the level clicked.
    pub fn show(self, ui: &mut Ui) -> Option<usize> {
        let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), self.height), Sense::hover());
        let width = (self.height * 1.05).min(area.width() * 0.6);
        let body = Rect::from_min_size(area.min, vec2(width, self.height));
        let count = self.drawn.levels.len();
        #[expect(clippy::cast_precision_loss, reason = "five levels")]
        let tall = (self.height - GAP * count.saturating_sub(1) as f32) / count.max(1) as f32;
        let mut clicked = None;
        for (index, level) in self.drawn.levels.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "five levels")]
            let bottom = body.bottom() - (tall + GAP) * index as f32;
            let row = Rect::from_min_max(pos2(area.left(), bottom - tall), pos2(area.right(), bottom));
            let response = ui.interact(row, self.id.with(index), Sense::click());
            let on = self.selected == Some(index);
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, &level.name));
            self.paint_level(ui, body, row, index);
            caption(ui, (body, row), level, (on, response.hovered()));
            super::button::focus_ring(ui, &response);
            if response.clicked() {
                clicked = Some(index);
            }
        }
        clicked
    }

    fn paint_level(&self, ui: &Ui, body: Rect, row: Rect, index: usize) {
        let (palette, painter, level) = (theme::palette(ui), ui.painter(), &self.drawn.levels[index]);
        let cut = |low: f32, high: f32| slice(body, row, low, high);
        let selected = self.selected == Some(index);
        let ground = if level.state == LevelState::Locked { palette.zebra } else { palette.raised };
        painter.add(Shape::convex_polygon(cut(0.0, 1.0), ground, Stroke::NONE));
        let fill = match level.state {
            LevelState::Reached => palette.accent,
            LevelState::Next => super::button::mix(palette.raised, palette.accent, 0.62),
            LevelState::Locked => super::button::mix(palette.raised, palette.faint, 0.5),
        };
        let (filled, open) = (share(level.filled), share(level.filled + level.open));
        let opened = super::button::mix(ground, fill, OPEN);
        for (low, high, ink) in [(0.0, filled, fill), (filled, open, opened)] {
            if high > low {
                painter.add(Shape::convex_polygon(cut(low, high), ink, Stroke::NONE));
            }
        }
        let edge = if selected { Stroke::new(2.0, palette.text) } else { Stroke::new(1.0, palette.rule) };
        painter.add(Shape::closed_line(cut(0.0, 1.0), edge));
        self.paint_threshold(ui, body, row, level);
        let covered = filled > 0.45;
        let ink = if covered { palette.on_accent } else { palette.text };
        if level.state == LevelState::Locked {
            let square = Rect::from_center_size(row_center(body, row), Vec2::splat(14.0));
            icons::paint(painter, icons::LOCK, square, palette.text);
        } else {
            let number = (index + 1).to_string();
            painter.text(row_center(body, row), Align2::CENTER_CENTER, number, theme::semibold(size::HERO), ink);
        }
    }

    fn paint_threshold(&self, ui: &Ui, body: Rect, row: Rect, level: &Level) {
        let palette = theme::palette(ui);
        let threshold = share(self.drawn.threshold);
        let line = slice(body, row, threshold, threshold);
        let on_fill = level.filled > self.drawn.threshold;
        let color = match level.state {
            LevelState::Locked => palette.faint,
            _ if on_fill && !palette.dark => palette.on_accent,
            _ if on_fill => Color32::WHITE,
            _ => palette.text,
        };
        let ends = vec![line[0], line[1]];
        ui.painter().extend(dashed(ends, Stroke::new(1.3, color), Dash::Dashed));
    }
}

/// The colour of what is said about a level.
fn remark_tone(level: &Level) -> Tone {
    match level.state {
        LevelState::Reached => Tone::Good,
        LevelState::Next if level.score.is_some() => Tone::Warn,
        LevelState::Next | LevelState::Locked => Tone::Weak,
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a share for drawing")]
fn share(score: f64) -> f32 {
    score.clamp(0.0, 1.0) as f32
}

fn row_center(body: Rect, row: Rect) -> Pos2 {
    pos2(body.center().x, row.center().y + row.height() * 0.12)
}

/// The corners of a level between two shares of its height: bottom left, bottom right, top right, top left.
fn slice(body: Rect, row: Rect, low: f32, high: f32) -> Vec<Pos2> {
    let half_width = |y: f32| body.width() / 2.0 * (y - body.top()) / body.height();
    let y_at = |share: f32| row.bottom() - row.height() * share;
    let (bottom, top) = (y_at(low), y_at(high));
    let middle = body.center().x;
    vec![
        pos2(middle - half_width(bottom), bottom),
        pos2(middle + half_width(bottom), bottom),
        pos2(middle + half_width(top), top),
        pos2(middle - half_width(top), top),
    ]
}

fn caption(ui: &Ui, (body, row): (Rect, Rect), level: &Level, (on, hovered): (bool, bool)) {
    let (palette, painter) = (theme::palette(ui), ui.painter());
    let left = body.right() + 18.0;
    let middle = row.center().y;
    let edge = slice(body, row, 0.5, 0.5)[1].x;
    painter.hline((edge + 8.0)..=(left - 8.0), middle, palette.hairline());
    let open = level.state != LevelState::Locked;
    let name_font = if open { theme::semibold(size::BODY) } else { theme::text(size::BODY) };
    let ink = if open || hovered || on { palette.text } else { palette.weak };
    let score_font = if open { theme::semibold(size::FIGURE) } else { theme::text(size::FIGURE) };
    let score_at = pos2(row.right(), middle);
    let score = painter.text(score_at, Align2::RIGHT_CENTER, &level.shown, score_font, ink);
    let room = score.left() - left - 8.0;
    let remark =
        super::text::elided(painter, &level.remark, theme::text(size::SMALL), palette.ink(remark_tone(level)), room);
    // A long name takes a second line; the block stays in the middle of its level.
    let mut job = eframe::egui::text::LayoutJob::simple(level.name.clone(), name_font, ink, room);
    job.wrap.max_rows = 2;
    job.sections.iter_mut().for_each(|section| section.format.line_height = Some(18.0));
    let name = painter.layout_job(job);
    let top = middle + 2.0 - f32::midpoint(name.size().y, 18.0);
    let below = top + name.size().y + 9.0;
    super::text::paint_galley(painter, pos2(left, top), Align2::LEFT_TOP, name);
    super::text::paint_galley(painter, pos2(left, below), Align2::LEFT_CENTER, remark);
}
