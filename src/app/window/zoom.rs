//! How large everything is drawn: as the person asks, and never larger than fits the window.
//!
//! Pages are laid out for [`LEAST`]. A smaller window (or a laptop whose system draws everything larger) shows the same
//! page smaller, so that nothing is cut and nothing lies over anything else.

use eframe::egui::{self, Vec2};

use crate::app::command::zoom_keys;

/// What the pages need, in points.
pub const LEAST: Vec2 = Vec2::new(1280.0, 640.0);

/// The smallest window, in points before any zoom: a 1366×768 screen on which the system draws everything half as large
/// again still holds it.
pub const SMALLEST_WINDOW: [f32; 2] = [896.0, 480.0];

const STEP: f32 = 0.1;
const ASKED: std::ops::RangeInclusive<f32> = 0.5..=3.0;
/// Smaller changes are rounding, and must not draw the window again for ever.
const NOTICED: f32 = 0.001;

/// What the person asks for; 1 is the size the system asks for.
#[derive(Clone, Copy, Debug)]
pub struct Zoom(f32);

impl Default for Zoom {
    fn default() -> Self {
        Self(1.0)
    }
}

impl Zoom {
    /// As was asked for before.
    #[must_use]
    pub fn asked(factor: f32) -> Self {
        if factor.is_finite() { Self(factor.clamp(*ASKED.start(), *ASKED.end())) } else { Self::default() }
    }

    /// What is asked for, where it is not the usual.
    #[must_use]
    pub fn wish(self) -> Option<f32> {
        ((self.0 - 1.0).abs() > NOTICED).then_some(self.0)
    }

    /// Takes the keys of this frame, and draws the next one as large as asked and possible.
    pub fn follow(&mut self, ctx: &egui::Context) {
        // Its own keys would draw one frame too large before it is fitted.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        self.take_keys(ctx);
        let now = ctx.zoom_factor();
        let zoom = self.fitted(ctx.content_rect().size() * now);
        if (zoom - now).abs() > NOTICED {
            ctx.set_zoom_factor(zoom);
        }
    }

    fn take_keys(&mut self, ctx: &egui::Context) {
        let pressed = |shortcut| ctx.input_mut(|input| input.consume_shortcut(shortcut));
        if pressed(&zoom_keys::USUAL) {
            *self = Self::default();
        }
        if zoom_keys::LARGER.iter().any(pressed) {
            self.change_by(STEP, ctx.zoom_factor());
        }
        if pressed(&zoom_keys::SMALLER) {
            self.change_by(-STEP, ctx.zoom_factor());
        }
    }

    /// Larger than fits is not remembered, so that one key always shows.
    fn change_by(&mut self, step: f32, now: f32) {
        let asked = if step < 0.0 { self.0.min(now) } else { self.0 };
        let tenths = ((asked + step) * 10.0).round() / 10.0;
        self.0 = tenths.clamp(*ASKED.start(), *ASKED.end());
    }

    /// For a window of this size, in points before any zoom.
    fn fitted(self, window: Vec2) -> f32 {
        // A minimised window has no size.
        if window.min_elem() < 1.0 {
            return self.0;
        }
        let (across, down) = (window.x / LEAST.x, window.y / LEAST.y);
        self.0.min(across).min(down)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::vec2;

    #[test]
    fn pages_have_the_room_they_are_laid_out_for_whatever_the_window_and_the_wish() {
        for window in [SMALLEST_WINDOW.into(), vec2(1024.0, 640.0), vec2(1366.0, 768.0), vec2(2560.0, 1440.0)] {
            for asked in [0.5, 1.0, 1.4, 3.0] {
                let room = window / Zoom(asked).fitted(window);
                assert!(room.x > LEAST.x - 0.01 && room.y > LEAST.y - 0.01, "{window}, {asked}: {room}");
            }
        }
    }

    #[test]
    fn a_window_that_is_large_enough_shows_what_is_asked_for() {
        assert!((Zoom(1.0).fitted(vec2(1280.0, 680.0)) - 1.0).abs() < f32::EPSILON);
        assert!((Zoom(1.5).fitted(vec2(2560.0, 1440.0)) - 1.5).abs() < f32::EPSILON);
        assert!((Zoom(1.0).fitted(Vec2::ZERO) - 1.0).abs() < f32::EPSILON, "minimised");
    }

    #[test]
    fn letters_stay_readable_in_the_smallest_window() {
        assert!(Zoom(1.0).fitted(SMALLEST_WINDOW.into()) >= 0.7);
    }
}
