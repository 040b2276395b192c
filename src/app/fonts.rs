//! Fonts that come with the program, so that it looks the same on every machine.

use std::sync::Arc;

use eframe::egui::{Context, FontData, FontDefinitions, FontFamily};

use super::theme;
use crate::fonts;

const REGULAR: &str = "noto-sans-sc";
const SEMIBOLD: &str = "noto-sans-sc-semibold";
const LUCIDE: &str = "lucide";

/// Installs the fonts. The window and the tests both call this.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}

/// Noto Sans SC in two weights and the icon font, before egui's own fonts.
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::default();
    let files: [(&str, &'static [u8]); 3] = [
        (REGULAR, fonts::REGULAR),
        (SEMIBOLD, fonts::SEMIBOLD),
        (LUCIDE, include_bytes!("../../assets/fonts/lucide-subset.ttf")),
    ];
    for (name, bytes) in files {
        definitions.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let built_in = definitions.families.remove(&FontFamily::Proportional).unwrap_or_default();
    let with_fallbacks = |first: &[&str]| -> Vec<String> {
        first.iter().map(ToString::to_string).chain(built_in.iter().cloned()).collect()
    };
    let families = [
        (FontFamily::Proportional, with_fallbacks(&[REGULAR, LUCIDE])),
        // The semibold file holds fewer characters: rare ones come from the regular file.
        (FontFamily::Name(theme::SEMIBOLD.into()), with_fallbacks(&[SEMIBOLD, REGULAR, LUCIDE])),
        (FontFamily::Name(theme::ICONS.into()), with_fallbacks(&[LUCIDE, REGULAR])),
    ];
    definitions.families.extend(families);
    definitions.families.entry(FontFamily::Monospace).or_default().push(REGULAR.to_owned());
    definitions
}
