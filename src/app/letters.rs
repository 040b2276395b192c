//! Letters are drawn before they are seen: the frame that shows a letter of a size for the first time draws it, and a tab
//! that is opened for the first time has hundreds of them.

use std::thread;
use std::time::Duration;

use eframe::egui::{Color32, Context, FontId};

use super::theme::{self, size};
use super::worker::Background;
use crate::words::{Language, Words};

/// So many letters are drawn while a frame may have to wait for them, with a breath in between.
const AT_ONCE: usize = 8;
const BREATH: Duration = Duration::from_millis(2);
/// A letter without a square of its own is drawn for four places between pixels: so many side by side meet most of them.
const SIDE_BY_SIDE: usize = 4;

/// Which letters are drawn, or being drawn.
#[derive(Debug, Default)]
pub struct Letters {
    of: Option<(Language, u32)>,
}

impl Letters {
    /// Draws the letters of a language beside the window, unless they are: as large as the window shows them now.
    pub fn follow(&mut self, ctx: &Context, background: Background, words: &'static Words) {
        let wanted = (words.language(), ctx.pixels_per_point().to_bits());
        // The first frame makes the fonts.
        if background == Background::AtOnce || ctx.cumulative_frame_nr() == 0 || self.of == Some(wanted) {
            return;
        }
        self.of = Some(wanted);
        let ctx = ctx.clone();
        thread::spawn(move || draw(&ctx, words));
    }
}

fn draw(ctx: &Context, words: &Words) {
    let scale = ctx.pixels_per_point().to_bits();
    let letters: Vec<char> = words.letters().into_iter().collect();
    for font in fonts() {
        for some in letters.chunks(AT_ONCE) {
            if ctx.pixels_per_point().to_bits() != scale {
                return;
            }
            ctx.fonts_mut(|fonts| {
                // Some stand on paper alone, for which there are other fonts.
                let known: Vec<char> = some.iter().copied().filter(|letter| fonts.has_glyph(&font, *letter)).collect();
                let repeated = known.into_iter().flat_map(|letter| std::iter::repeat_n(letter, side_by_side(letter)));
                fonts.layout_no_wrap(repeated.collect(), font.clone(), Color32::WHITE)
            });
            thread::sleep(BREATH);
        }
    }
}

/// The fonts of most words.
fn fonts() -> [FontId; 4] {
    [theme::text(size::BODY), theme::text(size::SMALL), theme::semibold(size::BODY), theme::semibold(size::SMALL)]
}

fn side_by_side(letter: char) -> usize {
    if u32::from(letter) < 0x2E80 { SIDE_BY_SIDE } else { 1 }
}
