//! Bands that flow from bar to bar: money to goal, transfers, media mix.

use eframe::egui::{
    Color32, Painter, Pos2, Rangef, Rect, Shape, Stroke,
    epaint::{BandPoint, BandShape},
    pos2, vec2,
};

/// Quads along one band.
const STEPS: u8 = 24;

/// Gap between bars of one stack.
pub const GAP: f32 = 5.0;

/// A band from the right edge of one bar to the left edge of the next.
#[derive(Clone, Copy, Debug)]
pub struct Band {
    /// x where it begins.
    pub left: f32,
    /// Its extent there.
    pub from: Rangef,
    /// x where it ends.
    pub right: f32,
    /// Its extent there.
    pub to: Rangef,
}

impl Band {
    /// Between two bars, over their whole heights.
    #[must_use]
    pub fn between(from: Rect, to: Rect) -> Self {
        Self { left: from.right(), from: from.y_range(), right: to.left(), to: to.y_range() }
    }

    /// The extent at a share of the way.
    #[must_use]
    pub fn at(&self, t: f32) -> Rangef {
        let eased = ease(t);
        let between = |a: f32, b: f32| a + (b - a) * eased;
        Rangef::new(between(self.from.min, self.to.min), between(self.from.max, self.to.max))
    }

    /// Paints it; `share` of the colour is 0.17 to 0.30.
    pub fn paint(&self, painter: &Painter, color: Color32, share: f32) {
        let points = (0..=STEPS)
            .map(|step| {
                let t = f32::from(step) / f32::from(STEPS);
                BandPoint::new(self.left + (self.right - self.left) * t, self.at(t))
            })
            .collect();
        painter.add(BandShape::filled(points, color.gamma_multiply(share)));
    }
}

/// 3t² − 2t³: level at both ends.
#[must_use]
pub fn ease(t: f32) -> f32 {
    t * t * (3.0 - 2.0 * t)
}

/// Bars of one stack from the top: heights by value, a gap between those that are not zero.
#[must_use]
pub fn stack(top_left: Pos2, width: f32, heights: &[f32]) -> Vec<Rect> {
    let mut top = top_left.y;
    heights
        .iter()
        .map(|height| {
            let rect = Rect::from_min_size(pos2(top_left.x, top), vec2(width, height.max(0.0)));
            if *height > 0.0 {
                top = rect.bottom() + GAP;
            }
            rect
        })
        .collect()
}

/// Heights of a stack of `values` that fills `height`, gaps included.
#[must_use]
pub fn heights(values: &[f64], height: f32) -> Vec<f32> {
    let sum: f64 = values.iter().map(|value| value.max(0.0)).sum();
    let bars = values.iter().filter(|value| **value > 0.0).count();
    #[expect(clippy::cast_precision_loss, reason = "a handful of bars")]
    let room = (height - GAP * bars.saturating_sub(1) as f32).max(0.0);
    #[expect(clippy::cast_possible_truncation, reason = "a share of a screen height")]
    let share = |value: &f64| {
        if sum > 0.0 { (value.max(0.0) / sum) as f32 } else { 0.0 }
    };
    values.iter().map(|value| room * share(value)).collect()
}

/// A curve to the goal: one cubic, level at both ends.
pub fn paint_curve(painter: &Painter, from: Pos2, to: Pos2, stroke: Stroke) {
    let points = (0..=STEPS)
        .map(|step| {
            let t = f32::from(step) / f32::from(STEPS);
            pos2(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * ease(t))
        })
        .collect();
    painter.add(Shape::line(points, stroke));
}
