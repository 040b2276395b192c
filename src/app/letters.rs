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
    /// Draws the letters of a language beside the window, unless they are: as large as the window shows them now. Says
    /// whether it began.
    pub fn follow(&mut self, ctx: &Context, background: Background, words: &'static Words) -> bool {
        let wanted = (words.language(), ctx.pixels_per_point().to_bits());
        // The first frame makes the fonts.
        if background == Background::AtOnce || ctx.cumulative_frame_nr() == 0 || self.of == Some(wanted) {
            return false;
        }
        self.of = Some(wanted);
        let ctx = ctx.clone();
        thread::spawn(move || draw(&ctx, words));
        true
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

/// The fonts of most words, and of the sentence above each page, which is of the size of figures.
fn fonts() -> impl Iterator<Item = FontId> {
    let sizes = [size::BODY, size::SMALL, size::FIGURE];
    sizes.into_iter().flat_map(|size| [theme::text(size), theme::semibold(size)])
}

fn side_by_side(letter: char) -> usize {
    if u32::from(letter) < 0x2E80 { SIDE_BY_SIDE } else { 1 }
}

#[cfg(test)]
mod tests {
    use eframe::egui::RawInput;

    use super::*;
    use crate::app::fonts;

    const LANGUAGES: [Language; 2] = [Language::ZhCn, Language::En];

    /// A window without anything in it after its first frame.
    fn window() -> Context {
        let ctx = Context::default();
        fonts::install(&ctx);
        frame(&ctx, "");
        ctx
    }

    /// Draws a frame with a text in all fonts; says whether it had to draw letters.
    fn frame(ctx: &Context, text: &str) -> bool {
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            for font in fonts() {
                let _shown = ui.painter().layout_no_wrap(text.to_owned(), font, Color32::WHITE);
            }
        });
        let has_drawn = !output.textures_delta.set.is_empty();
        // Nothing paints it; dropped as it is it would be a mistake to egui.
        output.textures_delta.clear();
        has_drawn
    }

    /// Letters with a square of their own, which stand on whole pixels; some others stand on paper alone.
    fn squares(ctx: &Context, words: &Words) -> String {
        let is_known = |letter: char| ctx.fonts_mut(|known| fonts().all(|font| known.has_glyph(&font, letter)));
        words.letters().into_iter().filter(|letter| side_by_side(*letter) == 1 && is_known(*letter)).collect()
    }

    #[test]
    fn letters_that_are_drawn_ahead_cost_the_frame_nothing() {
        let words = Words::of(Language::ZhCn);
        let late = window();
        let text = squares(&late, words);
        assert!(text.chars().count() > 500);
        assert!(frame(&late, &text), "without them they are drawn by the frame that shows them");
        let early = window();
        draw(&early, words);
        frame(&early, "");
        assert!(!frame(&early, &text));
    }

    #[test]
    fn letters_are_drawn_once_for_a_language_and_a_size_and_never_before_the_first_frame() {
        let mut letters = Letters::default();
        let ctx = Context::default();
        let english = Words::of(Language::En);
        assert!(!letters.follow(&ctx, Background::Threads, english), "the first frame makes the fonts");
        let ctx = window();
        assert!(!letters.follow(&ctx, Background::AtOnce, english), "tests wait for what they show");
        for language in LANGUAGES {
            assert!(letters.follow(&ctx, Background::Threads, Words::of(language)));
            assert!(!letters.follow(&ctx, Background::Threads, Words::of(language)), "once");
        }
        ctx.set_pixels_per_point(2.0);
        frame(&ctx, "");
        assert!(letters.follow(&ctx, Background::Threads, english), "they are of another size");
        assert!(!letters.follow(&ctx, Background::Threads, english));
    }
}
