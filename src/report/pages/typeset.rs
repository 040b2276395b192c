//! Letters: shaped, broken into lines and measured with the program's own fonts, so that a page is the same on every
//! machine. Only for characters they lack (rare names, other scripts) the fonts of the system are asked.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::{FontContext, FontData, FontFamily, FontFamilyName, FontWeight, Layout, LayoutContext};
use parley::{OverflowWrap, StyleProperty};

use super::{Glyph, Ink, Run};
use crate::fonts;
use crate::words::clean::one_line;

/// The family of both weights, and the regular weight by itself: it has letters that the semibold one lacks.
const FAMILY: &str = "Paper";
const REGULAR: &str = "Paper Regular";

const SEMIBOLD: f32 = 600.0;

/// So much wider than its room a line may be, so that what was measured fits.
const HAIR: f32 = 0.01;

/// A longer text is laid out in pieces, each of which begins a line: parley counts the bytes of a run in 16 bits.
const LONGEST: usize = 32_000;

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

/// A text on one line, shaped once at size 1: letters are not fitted to a grid, so that it is as wide as it is large.
struct Shaped {
    line: Line,
    /// Its width with the space at its end.
    whole: f32,
}

impl Shaped {
    fn at(&self, style: Style) -> Line {
        let Style { size, ink, .. } = style;
        let run = |run: &Run| Run { x: run.x * size, width: run.width * size, size, ink, ..run.clone() };
        Line { runs: self.line.runs.iter().map(run).collect(), width: self.line.width * size }
    }
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
    /// What was shaped, regular and semibold.
    known: [HashMap<String, Rc<Shaped>>; 2],
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
            // The default context would look for the fonts of the system.
            context: FontContext { collection, source_cache: SourceCache::default() },
            layouts: LayoutContext::new(),
            fonts: Vec::new(),
            missing: BTreeSet::new(),
            asked_system: false,
            known: [HashMap::new(), HashMap::new()],
        }
    }

    /// A text on one line.
    pub(super) fn line(&mut self, text: &str, style: Style) -> Line {
        self.shaped(text, style.is_semibold).at(style)
    }

    /// How wide a text is on one line.
    pub(super) fn width(&mut self, text: &str, style: Style) -> f32 {
        if text.is_empty() { 0.0 } else { self.shaped(text, style.is_semibold).whole * style.size }
    }

    /// A text in lines no wider than asked.
    pub(super) fn lines(&mut self, text: &str, style: Style, width: Option<f32>) -> Vec<Line> {
        let whole = self.line(text, style);
        match width {
            Some(width) if whole.width > width + HAIR => self.broken(&one_line(text), style, &[], Some(width)),
            _ => vec![whole],
        }
    }

    /// The same with its figures semibold.
    pub(super) fn emphasised(&mut self, text: &str, style: Style, width: Option<f32>) -> Vec<Line> {
        let text = one_line(text);
        self.broken(&text, style, &figures_in(&text), width)
    }

    fn shaped(&mut self, text: &str, is_semibold: bool) -> Rc<Shaped> {
        if let Some(known) = self.known[usize::from(is_semibold)].get(text) {
            return Rc::clone(known);
        }
        let unit = Style { size: 1.0, is_semibold, ink: Ink::TEXT };
        let clean = one_line(text);
        // No page is as wide as what a longer text begins with.
        let clean = &clean[pieces(&clean).swap_remove(0)];
        let layout = self.laid(clean, unit, &[], None);
        let line = layout.lines().next().map(|line| self.taken(clean, unit, &line));
        let shaped = Rc::new(Shaped { line: line.unwrap_or_default(), whole: layout.full_width() });
        self.known[usize::from(is_semibold)].insert(text.to_owned(), Rc::clone(&shaped));
        shaped
    }

    fn broken(&mut self, text: &str, style: Style, strong: &[Range<usize>], width: Option<f32>) -> Vec<Line> {
        let mut lines = Vec::new();
        for piece in pieces(text) {
            let inside = |range: &Range<usize>| range.start.max(piece.start)..range.end.min(piece.end);
            let strong = strong.iter().map(inside).filter(|range| !range.is_empty());
            let strong: Vec<_> = strong.map(|range| range.start - piece.start..range.end - piece.start).collect();
            let text = &text[piece.clone()];
            let layout = self.laid(text, style, &strong, width);
            lines.extend(layout.lines().map(|line| self.taken(text, style, &line)));
        }
        lines
    }

    /// Lays a text out. The first character without a font asks for the fonts of the system.
    fn laid(&mut self, text: &str, style: Style, strong: &[Range<usize>], width: Option<f32>) -> Layout<()> {
        let mut layout = self.built(text, style, strong, width);
        let mut lacking = missing(&layout, text);
        if !lacking.is_empty() && !self.asked_system {
            self.asked_system = true;
            self.context.collection.load_system_fonts();
            layout = self.built(text, style, strong, width);
            lacking = missing(&layout, text);
        }
        self.missing.extend(lacking);
        layout
    }

    fn built(&mut self, text: &str, style: Style, strong: &[Range<usize>], width: Option<f32>) -> Layout<()> {
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
        layout.break_all_lines(width.map(|width| width + HAIR));
        layout
    }

    fn taken(&mut self, text: &str, style: Style, line: &parley::Line<'_, ()>) -> Line {
        let em = |length: f32| length / style.size;
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
                    let offset = [glyph.x, glyph.y].map(em);
                    glyphs.push(Glyph { id: glyph.id, advance: em(glyph.advance), offset, range: bytes.clone() });
                    x += glyph.advance;
                }
            }
            runs.push(Run {
                x: begin,
                baseline: 0.0,
                font: self.font(run.font()),
                is_semibold: run.font_attrs().weight.value() >= SEMIBOLD,
                size: style.size,
                ink: style.ink,
                text: text.get(range).unwrap_or_default().into(),
                glyphs: glyphs.into(),
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

/// Pieces of a text that are short enough, ending at a space where there is one; a text without letters is one piece, too.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while text.len() - start > LONGEST {
        let most = text.floor_char_boundary(start + LONGEST);
        let end = text[start..most].rfind(' ').map_or(most, |space| start + space + 1);
        pieces.push(start..end);
        start = end;
    }
    pieces.push(start..text.len());
    pieces
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
    let mut found = BTreeSet::new();
    for line in layout.lines() {
        for run in line.runs() {
            let without = run.clusters().filter(|cluster| cluster.glyphs().any(|glyph| glyph.id == 0));
            found.extend(without.flat_map(|cluster| text.get(cluster.text_range()).unwrap_or_default().chars()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_any_length_is_laid_out_letter_by_letter() {
        for text in ["永".repeat(30_000), "Wort 12 ".repeat(10_000), "e\u{301}".repeat(25_000), String::new()] {
            let mut typesetter = Typesetter::new();
            let lines = typesetter.emphasised(&text, Style::plain(10.0), Some(300.0));
            let said: String = lines.iter().flat_map(|line| &line.runs).map(|run| &*run.text).collect();
            assert_eq!(said, one_line(&text));
            for line in &lines {
                assert!(line.width <= 301.0);
                let runs =
                    line.runs.iter().flat_map(|run| run.glyphs.iter().map(|glyph| run.text.get(glyph.range.clone())));
                assert!(runs.into_iter().all(|letters| letters.is_some()), "each glyph stands for letters of its run");
            }
        }
    }

    #[test]
    fn figures_are_found_in_both_languages() {
        let found = |text: &'static str| figures_in(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(found("It reaches 86\u{a0}% of 36,000,000, that is 1.5."), ["86\u{a0}%", "36,000,000", "1.5"]);
        assert_eq!(found("可达成目标的 86%，共 1,200,000 元。"), ["86%", "1,200,000"]);
        assert!(found("nothing").is_empty());
    }
}
