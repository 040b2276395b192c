//! A window that filled its screen does so again, and one that opens larger than its screen too: only the system knows what panels leave of the screen.

use eframe::egui::{self, Vec2, ViewportCommand, ViewportInfo};

/// The size of a first window: with its title bar it fits beside the panel of a 1366×768 screen.
pub const FIRST: [f32; 2] = [1280.0, 680.0];

/// Height of a title bar and a panel, in points; Windows has 32 and 48, GNOME 37 and 32.
const AROUND: f32 = 80.0;

/// Maximises the window if it was left so or does not fit. Says whether the screen is known yet.
#[must_use]
pub fn into_screen(ctx: &egui::Context, was_maximized: bool) -> bool {
    let Some((window, screen)) = ctx.input(|input| sizes(input.viewport())) else { return false };
    if was_maximized || !fits(window, screen) {
        ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
    }
    true
}

fn sizes(viewport: &ViewportInfo) -> Option<(Vec2, Vec2)> {
    Some((viewport.inner_rect?.size(), viewport.monitor_size?))
}

/// Whether a window's content of this size leaves room for what stands around it.
fn fits(window: Vec2, screen: Vec2) -> bool {
    window.x <= screen.x && window.y + AROUND <= screen.y
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::vec2;

    #[test]
    fn the_first_window_fits_a_small_laptop_and_the_old_one_did_not() {
        let laptop = vec2(1366.0, 768.0);
        assert!(fits(FIRST.into(), laptop));
        assert!(!fits(vec2(1366.0, 768.0), laptop));
        assert!(!fits(vec2(1920.0, 900.0), laptop), "remembered from a larger screen");
        assert!(fits(vec2(1366.0, 768.0), vec2(1920.0, 1080.0)));
    }
}
