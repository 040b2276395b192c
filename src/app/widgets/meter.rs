//! Bars that say how far something is: meter, progress with its goal, state in four cells.

use eframe::egui::{
    Color32, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::choice::Answer;
use crate::app::theme;

/// The meter of the top bar, 64×6; `None` while there is no goal.
pub fn meter(ui: &mut Ui, share: Option<f32>, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(64.0, 6.0), Sense::hover());
    describe(&response, name, share.unwrap_or(0.0));
    let palette = theme::palette(ui);
    let corner = if share.is_some() { 1.0 } else { 3.0 };
    ui.painter().rect_filled(rect, corner, palette.line);
    let done = Rect::from_min_size(
        rect.min,
        vec2(
            rect.width() * share.unwrap_or(0.0).clamp(0.0, 1.0),
            rect.height(),
        ),
    );
    ui.painter().rect_filled(done, corner, palette.accent);
    response
}

fn describe(response: &Response, name: &str, share: f32) {
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, name);
        info.value = Some(f64::from(share));
        info
    });
}

/// A bar of parts one after the other, over a light track, with a tick where the goal is.
#[must_use]
#[derive(Clone, Debug)]
pub struct Progress<'a> {
    name: &'a str,
    width: f32,
    height: f32,
    parts: Vec<(f32, Color32)>,
    tick: Option<f32>,
    full: f32,
}

impl<'a> Progress<'a> {
    /// An empty bar; amounts are shares of the goal, which stands at 1.
    pub const fn new(name: &'a str, width: f32) -> Self {
        Self {
            name,
            width,
            height: 6.0,
            parts: Vec::new(),
            tick: Some(1.0),
            full: 1.03,
        }
    }

    /// Adds a part that ends at `end` (a share of the goal).
    pub fn part(mut self, end: f32, color: Color32) -> Self {
        self.parts.push((end, color));
        self
    }

    /// What share of the goal the whole width stands for, 1.03 unless told.
    pub const fn full(mut self, full: f32) -> Self {
        self.full = full;
        self
    }

    /// Another height than 6.
    pub const fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// Without the tick at the goal.
    pub const fn no_tick(mut self) -> Self {
        self.tick = None;
        self
    }

    /// Draws the bar, 16 high with its tick.
    pub fn show(self, ui: &mut Ui) -> Response {
        let (area, response) = ui.allocate_exact_size(vec2(self.width, 16.0), Sense::hover());
        describe(
            &response,
            self.name,
            self.parts.last().map_or(0.0, |part| part.0),
        );
        self.paint(ui, area);
        response
    }

    /// Paints the bar into the middle of a rectangle.
    pub fn paint(&self, ui: &Ui, area: Rect) {
        let palette = theme::palette(ui);
        let furthest = self
            .parts
            .iter()
            .map(|part| part.0)
            .fold(self.full, f32::max);
        let bar = Rect::from_center_size(area.center(), vec2(area.width(), self.height));
        let at = |share: f32| bar.left() + bar.width() * (share / furthest).clamp(0.0, 1.0);
        ui.painter().rect_filled(bar, 0.0, palette.line);
        let mut from = 0.0;
        for (end, color) in &self.parts {
            let part = Rect::from_x_y_ranges(at(from)..=at(end.max(from)), bar.y_range());
            ui.painter().rect_filled(part, 0.0, *color);
            from = end.max(from);
        }
        if let Some(tick) = self.tick {
            let x = at(tick).min(bar.right() - 1.0);
            let reach = bar.height() / 2.0 + 4.0;
            let y = (bar.center().y - reach)..=(bar.center().y + reach);
            ui.painter().vline(x, y, Stroke::new(2.0, palette.text));
        }
    }
}

/// A state in four cells of 12×8, filled for ¼ ½ 1 as in the pyramid.
pub fn state_cells(ui: &mut Ui, state: Option<Answer>, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(54.0, 18.0), Sense::hover());
    let filled = match state {
        Some(Answer::Quarter) => 1_u8,
        Some(Answer::Half) => 2,
        Some(Answer::One) => 4,
        _ => 0,
    };
    describe(&response, name, f32::from(filled) / 4.0);
    let palette = theme::palette(ui);
    for index in 0..4_u8 {
        let left = rect.left() + 14.0 * f32::from(index);
        let cell = Rect::from_min_size(pos2(left, rect.center().y - 4.0), vec2(12.0, 8.0));
        if index < filled {
            ui.painter().rect_filled(cell, 0.0, palette.accent);
        } else {
            ui.painter()
                .rect_stroke(cell, 0.0, palette.rule_line(), StrokeKind::Inside);
        }
    }
    response
}
