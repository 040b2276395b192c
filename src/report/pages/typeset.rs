//! Letters: shaped, broken into lines and measured with the program's own fonts, so that a page is the same on every
//! machine. Only for characters they lack (rare names, other scripts) the fonts of the system are asked.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride};
use parley::{FontContext, FontData, FontFamily, FontFamilyName, FontWeight, Layout, LayoutContext};
use parley::{OverflowWrap, StyleProperty};

use super::{Glyph, Ink, Run};
use crate::fonts;
use crate::words::clean::one_line;

/// The family of both weights, and the regular weight by itself: it has letters that the semibold one lacks.
const FAMILY: &str = "Paper";
const REGULAR: &str = "Paper Regular";

const SEMIBOLD: f32 = 600.0;

/// How letters look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub(super) size: f32,
    pub(super) is_semibold: bool,
    pub(super) ink: Ink,
}

impl Style {
    pub(super) const fn plain(size: f32) -> Self {
        Self { size, is_semibold: false, ink: Ink::TEXT }
    }

    pub(super) const fn weak(size: f32) -> Self {
        Self { size, is_semibold: false, ink: Ink::WEAK }
    }

    pub(super) const fn strong(size: f32) -> Self {
        Self { size, is_semibold: true, ink: Ink::TEXT }
    }

    pub(super) const fn inked(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    /// From one line to the next.
    pub(super) const fn leading(self) -> f32 {
        self.size * 1.36
    }
}

/// A line of letters that begins at 0 and stands on 0.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) runs: Vec<Run>,
    /// Its width without the space at its end.
    pub(super) width: f32,
}

/// Makes lines of text.
pub(super) struct Typesetter {
    context: FontContext,
    layouts: LayoutContext<()>,
    /// The fonts that were used.
    pub(super) fonts: Vec<FontData>,
    /// Characters without a font.
    pub(super) missing: BTreeSet<char>,
    asked_system: bool,
    /// Widths at size 1 of what was measured, regular and semibold.
    widths: [HashMap<String, f32>; 2],
}

impl Typesetter {
    pub(super) fn new() -> Self {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let files =
            [(FAMILY, fonts::REGULAR, 400.0), (FAMILY, fonts::SEMIBOLD, SEMIBOLD), (REGULAR, fonts::REGULAR, 400.0)];
        for (family, bytes, weight) in files {
            let weight = Some(FontWeight::new(weight));
            let named = FontInfoOverride { family_name: Some(family), weight, ..FontInfoOverride::default() };
            collection.register_fonts(Blob::new(Arc::new(bytes)), Some(named));
        }
        Self {
            context: FontContext { collection, ..FontContext::default() },
            layouts: LayoutContext::new(),
            fonts: Vec::new(),
            missing: BTreeSet::new(),
            asked_system: false,
            widths: [HashMap::new(), HashMap::new()],
        }
    }

    /// A text on one line.
    pub(super) fn line(&mut self, text: &str, style: Style) -> Line {
        self.lines(text, style, None).into_iter().next().unwrap_or_default()
    }

    /// How wide a text is on one line.
    pub(super) fn width(&mut self, text: &str, style: Style) -> f32 {
        if text.is_empty() {
            return 0.0;
        }
        let known = &mut self.widths[usize::from(style.is_semibold)];
        if let Some(width) = known.get(text) {
            return width * style.size;
        }
        // Letters are not fitted to a grid, so that a text is as wide as it is large.
        let unit = Style { size: 1.0, ..style };
        let width = self.laid(&one_line(text), unit, &[], None).0.full_width();
        self.widths[usize::from(style.is_semibold)].insert(text.to_owned(), width);
        width * style.size
    }

    /// A text in lines no wider than asked.
    pub(super) fn lines(&mut self, text: &str, style: Style, width: Option<f32>) -> Vec<Line> {
        self.broken(&one_line(text), style, &[], width)
    }

    /// The same with its figures semibold.
    pub(super) fn emphasised(&mut self, text: &str, style: Style, width: Option<f32>) -> Vec<Line> {
        let text = one_line(text);
        self.broken(&text, style, &figures_in(&text), width)
    }

    fn broken(&mut self, text: &str, style: Style, strong: &[Range<usize>], width: Option<f32>) -> Vec<Line> {
        let (mut layout, mut missing) = self.laid(text, style, strong, width);
        if !missing.is_empty() && !self.asked_system {
            self.asked_system = true;
            self.context.collection.load_system_fonts();
            (layout, missing) = self.laid(text, style, strong, width);
        }
        self.missing.extend(missing);
        layout.lines().map(|line| self.taken(text, style, &line)).collect()
    }

    fn laid(
        &mut self,
        text: &str,
        style: Style,
        strong: &[Range<usize>],
        width: Option<f32>,
    ) -> (Layout<()>, BTreeSet<char>) {
        let families = [FAMILY, REGULAR].map(|name| FontFamilyName::Named(Cow::Borrowed(name)));
        let mut builder = self.layouts.ranged_builder(&mut self.context, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(&families))));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        if style.is_semibold {
            builder.push_default(StyleProperty::FontWeight(FontWeight::new(SEMIBOLD)));
        }
        for range in strong {
            builder.push(StyleProperty::FontWeight(FontWeight::new(SEMIBOLD)), range.clone());
        }
        let mut layout = builder.build(text);
        // A hair more, so that what was measured fits.
        layout.break_all_lines(width.map(|width| width + 0.01));
        let missing = missing(&layout, text);
        (layout, missing)
    }

    fn taken(&mut self, text: &str, style: Style, line: &parley::Line<'_, ()>) -> Line {
        let mut x = 0.0;
        let mut runs = Vec::new();
        for run in line.runs() {
            let range = run
                .clusters()
                .map(|cluster| cluster.text_range())
                .reduce(|a, b| a.start.min(b.start)..a.end.max(b.end));
            let Some(range) = range else { continue };
            let begin = x;
            let mut glyphs: Vec<Glyph> = Vec::new();
            for cluster in run.visual_clusters() {
                let bytes = cluster.text_range();
                let bytes = bytes.start - range.start..bytes.end - range.start;
                if cluster.is_ligature_continuation() {
                    if let Some(last) = glyphs.last_mut() {
                        last.range.end = bytes.end;
                    }
                    continue;
                }
                for glyph in cluster.glyphs() {
                    let (id, advance, offset) = (glyph.id, glyph.advance, [glyph.x, glyph.y]);
                    glyphs.push(Glyph { id, advance, offset, range: bytes.clone() });
                    x += advance;
                }
            }
            runs.push(Run {
                x: begin,
                baseline: 0.0,
                font: self.font(run.font()),
                is_semibold: run.font_attrs().weight.value() >= SEMIBOLD,
                size: style.size,
                ink: style.ink,
                text: text.get(range).unwrap_or_default().to_owned(),
                glyphs,
                width: x - begin,
            });
        }
        let metrics = line.metrics();
        Line { runs, width: metrics.advance - metrics.trailing_whitespace }
    }

    fn font(&mut self, font: &FontData) -> usize {
        let same = |known: &FontData| known.data.id() == font.data.id() && known.index == font.index;
        self.fonts.iter().position(same).unwrap_or_else(|| {
            self.fonts.push(font.clone());
            self.fonts.len() - 1
        })
    }
}

/// Where the figures stand in a sentence: `30,960,000`, `86 %`, `1.5`.
fn figures_in(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(start) = text[rest..].find(|c: char| c.is_ascii_digit()).map(|at| rest + at) {
        let mut end = start;
        let mut chars = text[start..].char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let goes_on = matches!(c, ',' | '.') && chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
            if !c.is_ascii_digit() && !goes_on {
                break;
            }
            end = start + at + c.len_utf8();
        }
        let behind = &text[end..];
        let percent = ["%", "\u{a0}%", " %"].into_iter().find(|sign| behind.starts_with(sign));
        end += percent.map_or(0, str::len);
        found.push(start..end);
        rest = end;
    }
    found
}

/// Characters that no font has a shape for.
fn missing(layout: &Layout<()>, text: &str) -> BTreeSet<char> {
    let clusters = layout.lines().flat_map(|line| {
        let runs: Vec<_> = line.runs().collect();
        runs.iter()
            .flat_map(|run| {
                run.clusters()
                    .filter(|cluster| cluster.glyphs().any(|glyph| glyph.id == 0))
                    .map(|cluster| cluster.text_range())
                    .collect::<Vec<_>>()
            })
            .collect::<Vec<_>>()
    });
    clusters.flat_map(|range| text.get(range).unwrap_or_default().chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_found_in_both_languages() {
        let found = |text: &'static str| figures_in(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(found("It reaches 86\u{a0}% of 36,000,000, that is 1.5."), ["86\u{a0}%", "36,000,000", "1.5"]);
        assert_eq!(found("可达成目标的 86%，共 1,200,000 元。"), ["86%", "1,200,000"]);
        assert!(found("nothing").is_empty());
    }
}
