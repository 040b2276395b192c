//! Where the window stands, how large, and whether it fills its screen: as it was left.
//!
//! Under Wayland no program is told where its window stands, and the desktop places it.

use eframe::egui::{self, Pos2, Rect, Vec2, ViewportBuilder, ViewportCommand, ViewportInfo, pos2, vec2};

use super::{fit, zoom};
use crate::file::settings::WindowPlace;

/// So much of a title bar must be on a screen that the window can be taken hold of, in pixels.
const HOLD: Vec2 = vec2(96.0, 16.0);

/// A window that opens where the last one stood.
#[must_use]
pub fn builder(last: Option<&WindowPlace>) -> ViewportBuilder {
    let size = last.map_or(fit::FIRST, |last| [last.width, last.height]);
    let smallest = zoom::SMALLEST_WINDOW;
    let sane = |i: usize| if size[i].is_finite() { size[i].max(smallest[i]) } else { fit::FIRST[i] };
    let window = ViewportBuilder::default().with_inner_size([sane(0), sane(1)]).with_min_inner_size(smallest);
    match last.and_then(|last| last.corner).filter(|(x, y)| x.is_finite() && y.is_finite()) {
        Some((x, y)) => window.with_position([x, y]),
        None => window,
    }
}

/// What is to be remembered of a window, `zoom` being its factor. While it fills its screen or is put away, its place is the one it goes
/// back to.
#[must_use]
pub fn of(viewport: &ViewportInfo, zoom: f32, last: Option<WindowPlace>) -> Option<WindowPlace> {
    let is = |state: Option<bool>| state.unwrap_or(false);
    let maximized = is(viewport.maximized);
    if maximized || is(viewport.minimized) || is(viewport.fullscreen) {
        let is_put_away = is(viewport.minimized);
        return last
            .map(|last| WindowPlace { maximized: if is_put_away { last.maximized } else { maximized }, ..last });
    }
    let Some(inner) = viewport.inner_rect else { return last };
    // Without the zoom, which the next window begins without.
    let size = (inner.size() * zoom).round();
    let corner = viewport.outer_rect.map(|outer| (outer.min * zoom).round().into());
    Some(WindowPlace { width: size.x, height: size.y, corner, maximized: false })
}

/// Brings a window back that stands where no screen is any more.
pub fn onto_a_screen(ctx: &egui::Context, frame: &eframe::Frame) {
    let Some((window, at)) = frame.winit_window().and_then(|window| Some((window, window.outer_position().ok()?)))
    else {
        return;
    };
    let size = window.outer_size();
    let screens = window.available_monitors().map(|screen| {
        let (at, size) = (screen.position(), screen.size());
        pixels((at.x, at.y), (size.width, size.height))
    });
    if let Some(better) = back(pixels((at.x, at.y), (size.width, size.height)), &screens.collect::<Vec<_>>()) {
        ctx.send_viewport_cmd(ViewportCommand::OuterPosition(better / ctx.pixels_per_point()));
    }
}

#[allow(clippy::cast_precision_loss)] // pixels of a screen
fn pixels((x, y): (i32, i32), (width, height): (u32, u32)) -> Rect {
    Rect::from_min_size(pos2(x as f32, y as f32), vec2(width as f32, height as f32))
}

/// Where a window goes whose title bar is on no screen: into the middle of the first one.
fn back(window: Rect, screens: &[Rect]) -> Option<Pos2> {
    let title = Rect::from_min_size(window.min, vec2(window.width(), HOLD.y));
    let can_be_held = |screen: &Rect| {
        let seen = title.intersect(*screen).size();
        seen.x >= HOLD.x && seen.y >= HOLD.y
    };
    let first = screens.first()?;
    (!screens.iter().any(can_be_held)).then(|| first.min + ((first.size() - window.size()) / 2.0).max(Vec2::ZERO))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const LAPTOP: Rect = Rect { min: Pos2::ZERO, max: pos2(1366.0, 768.0) };
    const BESIDE_IT: Rect = Rect { min: pos2(1366.0, 0.0), max: pos2(3286.0, 1080.0) };

    fn normal() -> ViewportInfo {
        ViewportInfo {
            inner_rect: Some(Rect::from_min_size(pos2(102.0, 84.0), vec2(1000.0, 600.0))),
            outer_rect: Some(Rect::from_min_size(pos2(100.0, 60.0), vec2(1004.0, 626.0))),
            ..ViewportInfo::default()
        }
    }

    #[test]
    fn a_window_opens_as_it_was_left_whatever_its_zoom_was() {
        let place = of(&normal(), 1.2, None).unwrap();
        assert_eq!(place, WindowPlace { width: 1200.0, height: 720.0, corner: Some((120.0, 72.0)), maximized: false });
        let opened = builder(Some(&place));
        assert_eq!((opened.inner_size, opened.position), (Some(vec2(1200.0, 720.0)), Some(pos2(120.0, 72.0))));
    }

    #[test]
    fn one_that_fills_its_screen_or_is_put_away_keeps_the_place_it_goes_back_to() {
        let last = of(&normal(), 1.0, None);
        let all = Rect::from_min_size(Pos2::ZERO, vec2(1366.0, 740.0));
        let full = ViewportInfo { inner_rect: Some(all), outer_rect: Some(all), maximized: Some(true), ..normal() };
        let kept = of(&full, 1.0, last).unwrap();
        assert_eq!(kept, WindowPlace { maximized: true, ..last.unwrap() });
        let away = ViewportInfo { minimized: Some(true), inner_rect: None, outer_rect: None, ..full.clone() };
        assert_eq!(of(&away, 1.0, Some(kept)), Some(kept), "it was as large as its screen when it was put away");
        let without_a_place = ViewportInfo { outer_rect: None, ..normal() };
        assert_eq!(of(&without_a_place, 1.0, last).unwrap().corner, None, "as under Wayland");
    }

    #[test]
    fn a_place_that_is_none_is_not_taken() {
        let odd = WindowPlace { width: f32::NAN, height: 3.0, corner: Some((f32::INFINITY, 0.0)), maximized: false };
        let opened = builder(Some(&odd));
        assert_eq!(opened.inner_size, Some(vec2(fit::FIRST[0], zoom::SMALLEST_WINDOW[1])));
        assert_eq!(opened.position, None);
    }

    #[test]
    fn a_window_comes_back_from_a_screen_that_was_unplugged() {
        let on_the_second = Rect::from_min_size(pos2(1600.0, 40.0), vec2(1280.0, 700.0));
        assert_eq!(back(on_the_second, &[LAPTOP, BESIDE_IT]), None);
        assert_eq!(back(on_the_second, &[LAPTOP]), Some(pos2(43.0, 34.0)));
        let mostly_beside = Rect::from_min_size(pos2(1200.0, 0.0), vec2(1280.0, 700.0));
        assert_eq!(back(mostly_beside, &[LAPTOP]), None, "it can be taken hold of");
        let title_above = Rect::from_min_size(pos2(0.0, -40.0), vec2(1280.0, 700.0));
        assert_eq!(back(title_above, &[LAPTOP]), Some(pos2(43.0, 34.0)), "its title bar cannot");
        let larger = Rect::from_min_size(pos2(5000.0, 0.0), vec2(1920.0, 1000.0));
        assert_eq!(back(larger, &[LAPTOP]), Some(Pos2::ZERO));
        assert_eq!(back(larger, &[]), None);
    }
}
