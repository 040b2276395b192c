//! Pieces of a page: never broken, put one below the other.

use std::rc::Rc;

use super::typeset::{Line, Typesetter};
use super::{Ink, Mark, Node, Role, Run, Shape, Stroke};
use crate::words::Words;
use crate::words::clean::one_line;

/// Space between the edge of the paper and what stands on it: 16 mm.
pub(super) const MARGIN: f32 = 45.35;

/// Text of paragraphs.
pub(super) const BODY: f32 = 8.5;
/// Second text: headings of columns, remarks, header and footer.
pub(super) const SMALL: f32 = 7.5;
/// Headings of sections.
pub(super) const SECTION: f32 = 9.5;

/// Space between two columns.
pub(super) const BETWEEN: f32 = 22.0;

/// A hairline, and a rule that ends something.
pub(super) const HAIRLINE: f32 = 0.5;
pub(super) const RULE: f32 = 0.75;

/// Something that stands on one page as a whole, from 0 downwards.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    /// Space above it, unless it begins a page.
    pub(super) above: f32,
    pub(super) height: f32,
    pub(super) marks: Vec<Mark>,
    /// Whether the next piece has to stand on the same page.
    pub(super) keeps_next: bool,
    /// What is repeated above it where it begins a page.
    pub(super) head: Option<Rc<Piece>>,
}

impl Piece {
    /// The pieces as one, if they can stand on one page.
    pub(super) fn joined(pieces: Vec<Self>) -> Self {
        let mut joined = Self::default();
        for (index, piece) in pieces.into_iter().enumerate() {
            if index == 0 {
                joined.above = piece.above;
            } else {
                joined.height += piece.above;
            }
            joined.marks.extend(moved(piece.marks, 0.0, joined.height));
            joined.height += piece.height;
        }
        joined
    }
}

/// Marks moved to the right and down.
pub(super) fn moved(marks: Vec<Mark>, right: f32, down: f32) -> impl Iterator<Item = Mark> {
    let shift = move |[x, y]: [f32; 2]| [x + right, y + down];
    marks.into_iter().map(move |mark| {
        let shape = match mark.shape {
            Shape::Text(run) => Shape::Text(Run { x: run.x + right, baseline: run.baseline + down, ..run }),
            Shape::Path { points, is_closed, fill, stroke } => {
                Shape::Path { points: points.into_iter().map(shift).collect(), is_closed, fill, stroke }
            }
            Shape::Circle { center, radius, fill, stroke } => {
                Shape::Circle { center: shift(center), radius, fill, stroke }
            }
        };
        Mark { shape, ..mark }
    })
}

/// What makes pieces of blocks.
pub(super) struct Maker<'a> {
    pub(super) words: &'a Words,
    pub(super) typesetter: Typesetter,
    pub(super) structure: Vec<Node>,
    /// Width and height of the paper.
    pub(super) paper: [f32; 2],
    /// Height of rows, of the space between sections and of the calendar, as a share of the usual one.
    pub(super) row_share: f32,
}

impl<'a> Maker<'a> {
    pub(super) fn new(words: &'a Words, paper: [f32; 2]) -> Self {
        Self { words, typesetter: Typesetter::new(), structure: Vec::new(), paper, row_share: 1.0 }
    }

    /// Width between the margins.
    pub(super) fn width(&self) -> f32 {
        self.paper[0] - 2.0 * MARGIN
    }

    /// A new part of the document.
    pub(super) fn node(&mut self, role: Role, parent: Option<usize>) -> usize {
        // What is read aloud is cleaned as what is shown.
        let role = match role {
            Role::Heading(level, title) => Role::Heading(level, one_line(&title)),
            Role::Figure(alternative) => Role::Figure(one_line(&alternative)),
            Role::Sign(meaning) => Role::Sign(one_line(&meaning)),
            role => role,
        };
        self.structure.push(Node { role, parent });
        self.structure.len() - 1
    }
}

/// Where a line stands from its given place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Middle,
    Right,
}

/// The marks of a line of text at a place on its baseline.
pub(super) fn placed(line: &Line, [x, baseline]: [f32; 2], side: Side, node: Option<usize>) -> Vec<Mark> {
    let begin = match side {
        Side::Left => x,
        Side::Middle => x - line.width / 2.0,
        Side::Right => x - line.width,
    };
    let run = |run: &Run| Mark { node, shape: Shape::Text(Run { x: begin + run.x, baseline, ..run.clone() }) };
    line.runs.iter().map(run).collect()
}

/// A straight line.
pub(super) fn rule(from: [f32; 2], to: [f32; 2], stroke: Stroke) -> Mark {
    path(vec![from, to], false, None, Some(stroke))
}

/// A horizontal line.
pub(super) fn level(y: f32, from: f32, to: f32, ink: Ink, width: f32) -> Mark {
    rule([from, y], [to, y], Stroke::solid(ink, width))
}

/// A filled rectangle from its top left corner.
pub(super) fn filled([x, y]: [f32; 2], [wide, tall]: [f32; 2], ink: Ink) -> Mark {
    path(vec![[x, y], [x + wide, y], [x + wide, y + tall], [x, y + tall]], true, Some(ink), None)
}

/// Lines from point to point.
pub(super) fn path(points: Vec<[f32; 2]>, is_closed: bool, fill: Option<Ink>, stroke: Option<Stroke>) -> Mark {
    Mark { node: None, shape: Shape::Path { points, is_closed, fill, stroke } }
}

/// A circle.
pub(super) fn circle(center: [f32; 2], radius: f32, fill: Option<Ink>, stroke: Option<Stroke>) -> Mark {
    Mark { node: None, shape: Shape::Circle { center, radius, fill, stroke } }
}
