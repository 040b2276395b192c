//! How large the sheets are shown, and the keys that change it.

use eframe::egui::{Context, Key, Modifiers, Vec2, gui_zoom::kb_shortcuts, vec2};

use crate::report::pages::Paper;

/// Points of the window to a point of the paper where a sheet is as large as on paper.
const TRUE_SIZE: f32 = 96.0 / 72.0;
/// Between two sheets.
pub const GAP: f32 = 24.0;

/// The sizes between which the keys step, in percent.
const STEPS: [f32; 10] = [25.0, 33.0, 50.0, 67.0, 75.0, 100.0, 125.0, 150.0, 175.0, 200.0];

/// How large the sheets are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Zoom {
    /// One sheet as a whole.
    OnePage,
    /// Two sheets as a whole, side by side.
    #[default]
    TwoPages,
    /// So many percent of their true size, one below the other.
    Percent(f32),
}

impl Zoom {
    /// Points of the window to a point of the paper, in a room.
    pub fn scale(self, paper: Paper, room: Vec2) -> f32 {
        let [width, height] = paper.size();
        let across = |sheets: f32| (room.x - GAP * (sheets - 1.0)) / (sheets * width);
        let scale = match self {
            Self::OnePage => across(1.0).min(room.y / height),
            Self::TwoPages => across(2.0).min(room.y / height),
            Self::Percent(percent) => percent / 100.0 * TRUE_SIZE,
        };
        scale.max(0.05)
    }

    /// How many sheets stand side by side and are turned at once.
    pub const fn abreast(self) -> usize {
        if matches!(self, Self::TwoPages) { 2 } else { 1 }
    }

    /// Takes what was pressed, before the program takes it to make the whole window larger.
    pub fn take_keys(&mut self, ctx: &Context, shown: f32) {
        let pressed = |shortcut| ctx.input_mut(|input| input.consume_shortcut(shortcut));
        let percent = percent(shown);
        if pressed(&kb_shortcuts::ZOOM_RESET) {
            *self = Self::default();
        } else if pressed(&kb_shortcuts::ZOOM_IN) || pressed(&kb_shortcuts::ZOOM_IN_SECONDARY) {
            *self =
                Self::Percent(STEPS.into_iter().find(|step| *step > percent + 0.5).unwrap_or(STEPS[STEPS.len() - 1]));
        } else if pressed(&kb_shortcuts::ZOOM_OUT) {
            *self = Self::Percent(STEPS.into_iter().rfind(|step| *step < percent - 0.5).unwrap_or(STEPS[0]));
        }
    }

    /// Follows the wheel with Ctrl, or two fingers.
    pub fn take_wheel(&mut self, ctx: &Context, shown: f32) {
        let by = ctx.input(egui_zoom);
        if (by - 1.0).abs() > 0.001 {
            *self = Self::Percent((percent(shown) * by).clamp(STEPS[0], STEPS[STEPS.len() - 1]));
        }
    }
}

fn egui_zoom(input: &eframe::egui::InputState) -> f32 {
    input.zoom_delta()
}

/// A scale in percent of the true size.
pub fn percent(scale: f32) -> f32 {
    scale / TRUE_SIZE * 100.0
}

/// A key that turns the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    Back,
    On,
    First,
    Last,
}

impl Turn {
    /// The key that was pressed, unless somebody is typing.
    pub fn of_keys(ctx: &Context) -> Option<Self> {
        let keys =
            [(Key::PageUp, Self::Back), (Key::PageDown, Self::On), (Key::Home, Self::First), (Key::End, Self::Last)];
        if ctx.text_edit_focused() {
            return None;
        }
        let pressed = |(key, turn)| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key)).then_some(turn);
        keys.into_iter().find_map(pressed)
    }

    /// The first page that is seen afterwards.
    pub fn from(self, page: usize, abreast: usize, count: usize) -> usize {
        let last = count.saturating_sub(1);
        let to = match self {
            Self::Back => page.saturating_sub(abreast),
            Self::On => page + abreast,
            Self::First => 0,
            Self::Last => last,
        };
        let to = if to > last { page } else { to };
        to - to % abreast
    }
}

/// The size of a sheet in the window.
pub fn sheet_size(size: [f32; 2], scale: f32) -> Vec2 {
    vec2(size[0], size[1]) * scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_turned_in_pairs_and_never_beyond_the_last() {
        assert_eq!(Turn::On.from(0, 2, 5), 2);
        assert_eq!(Turn::On.from(2, 2, 5), 4);
        assert_eq!(Turn::On.from(4, 2, 5), 4);
        assert_eq!(Turn::Last.from(0, 2, 5), 4);
        assert_eq!(Turn::Last.from(0, 2, 4), 2);
        assert_eq!(Turn::Back.from(1, 1, 5), 0);
        assert_eq!(Turn::Back.from(0, 2, 5), 0);
        assert_eq!(Turn::On.from(0, 1, 0), 0);
    }

    #[test]
    fn a_sheet_in_true_size_is_as_wide_as_paper_at_96_dots_an_inch() {
        let scale = Zoom::Percent(100.0).scale(Paper::Letter, Vec2::ZERO);
        assert!((sheet_size(Paper::Letter.size(), scale) - vec2(816.0, 1056.0)).length() < 0.01);
        let two = Zoom::TwoPages.scale(Paper::A4, vec2(800.0, 10_000.0));
        assert!((sheet_size(Paper::A4.size(), two).x * 2.0 + GAP - 800.0).abs() < 0.01);
    }
}
