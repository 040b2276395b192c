//! The document as pages: every text, line and shape placed once, so that whoever paints them (the PDF, the window's
//! preview) shows the same. Lengths are points (1/72 inch) from the top left corner of a page.
//!
//! A block of the document becomes [`piece::Piece`]s that are never broken; [`flow`] puts them on pages.

mod drawings;
mod flow;
mod frame;
mod ink;
mod opening;
mod paragraphs;
mod piece;
mod reading;
mod table;
pub mod to_print;
mod typeset;
mod widths;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use parley::FontData;

use crate::plan::Date;
use crate::report::document::Document;
use crate::words::clean::one_line;
use crate::words::{Language, Words};

pub use ink::Ink;
pub use reading::Passage;

/// A size of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl Paper {
    /// Width and height.
    #[must_use]
    pub const fn size(self) -> [f32; 2] {
        match self {
            Self::A4 => [595.28, 841.89],
            Self::Letter => [612.0, 792.0],
        }
    }
}

/// What is not in the document but stands on its pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The paper.
    pub paper: Paper,
    /// The day that is named at the foot.
    pub printed: Date,
    /// The name of the plan's file, at the foot; may be empty.
    pub file: String,
}

/// A document on pages.
#[derive(Clone, Debug)]
pub struct Pages {
    /// Width and height of every page.
    pub size: [f32; 2],
    /// The title of the whole.
    pub title: String,
    /// Who made it; may be empty.
    pub author: String,
    /// The language of its words.
    pub language: Language,
    /// The day it was made.
    pub printed: Date,
    /// The fonts that [`Run::font`] counts.
    pub fonts: Vec<FontData>,
    /// What the marks belong to, in reading order; parents stand before their children.
    pub structure: Vec<Node>,
    /// The pages.
    pub pages: Vec<Page>,
    /// Characters for which there is no font: they show as empty boxes.
    pub missing: BTreeSet<char>,
}

impl Pages {
    /// The same pages without colours.
    #[must_use]
    pub fn in_grey(mut self) -> Self {
        let marks = self.pages.iter_mut().flat_map(|page| &mut page.marks);
        for shape in marks.map(|mark| &mut mark.shape) {
            match shape {
                Shape::Text(run) => run.ink = run.ink.grey(),
                Shape::Path { fill, stroke, .. } | Shape::Circle { fill, stroke, .. } => {
                    *fill = fill.map(Ink::grey);
                    *stroke = stroke.map(|stroke| Stroke { ink: stroke.ink.grey(), ..stroke });
                }
            }
        }
        self
    }
}

/// A page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// What stands on it, in the order in which it is painted.
    pub marks: Vec<Mark>,
}

/// Something that stands on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What it belongs to in [`Pages::structure`]; `None` for what only decorates.
    pub node: Option<usize>,
    /// What is painted.
    pub shape: Shape,
}

/// What is painted.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Letters on a line.
    Text(Run),
    /// Straight lines from point to point.
    Path {
        /// The points.
        points: Vec<[f32; 2]>,
        /// Whether the last one leads back to the first.
        is_closed: bool,
        /// What it is filled with.
        fill: Option<Ink>,
        /// What it is outlined with.
        stroke: Option<Stroke>,
    },
    /// A circle.
    Circle {
        /// Its centre.
        center: [f32; 2],
        /// Its radius.
        radius: f32,
        /// What it is filled with.
        fill: Option<Ink>,
        /// What it is outlined with.
        stroke: Option<Stroke>,
    },
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub ink: Ink,
    /// Its width.
    pub width: f32,
    /// Lengths of a dash and the gap behind it; `None` is a whole line.
    pub dash: Option<[f32; 2]>,
}

impl Stroke {
    /// A whole line.
    #[must_use]
    pub const fn solid(ink: Ink, width: f32) -> Self {
        Self { ink, width, dash: None }
    }

    /// A dashed line.
    #[must_use]
    pub const fn dashed(ink: Ink, width: f32, dash: [f32; 2]) -> Self {
        Self { ink, width, dash: Some(dash) }
    }
}

/// Letters of one font on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Where it begins.
    pub x: f32,
    /// The line its letters stand on.
    pub baseline: f32,
    /// Its font, by number.
    pub font: usize,
    /// Whether its letters are semibold.
    pub is_semibold: bool,
    /// Size of the font.
    pub size: f32,
    /// Colour of the letters.
    pub ink: Ink,
    /// What it says.
    pub text: Arc<str>,
    /// The shapes of its letters; the same text has them once, wherever it stands and however large.
    pub glyphs: Arc<[Glyph]>,
    /// From its beginning to its end.
    pub width: f32,
}

/// The shape of a letter, or of several. Lengths are parts of the size of its run.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Its number in the font.
    pub id: u32,
    /// How far the next one is.
    pub advance: f32,
    /// How far it stands from its place, to the right and up.
    pub offset: [f32; 2],
    /// The bytes of the text it stands for.
    pub range: Range<usize>,
}

/// A part of the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub role: Role,
    /// What it is a part of; `None` at the top.
    pub parent: Option<usize>,
}

/// What a part of the document is.
#[derive(Clone, Debug, PartialEq)]
pub enum Role {
    /// A heading with its words, of a level from 1.
    Heading(u16, String),
    /// A paragraph.
    Paragraph,
    /// A list.
    List,
    /// An item of a list.
    Item,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// The heading of a column.
    ColumnHeading,
    /// The first cell of a row, which names it.
    RowHeading,
    /// A cell, and how many columns it is wide.
    Cell(u32),
    /// A drawing, with what it shows in words.
    Figure(String),
    /// A small drawing within a line, with what it means.
    Sign(String),
}

/// Puts a document on pages.
#[must_use]
pub fn lay_out(document: &Document, setting: &Setting, words: &Words) -> Pages {
    let mut maker = piece::Maker::new(words, setting.paper.size());
    let frame = frame::Frame::of(&mut maker, document, setting);
    let pages = flow::pages(&mut maker, document, &frame);
    let pages = frame.around(&mut maker, pages);
    Pages {
        size: setting.paper.size(),
        title: one_line(&document.title),
        author: one_line(&document.author),
        language: words.language(),
        printed: setting.printed,
        structure: maker.structure,
        missing: maker.typesetter.missing,
        fonts: maker.typesetter.fonts,
        pages,
    }
}
