//! Formulas as they are written by hand: stacked fractions, raised exponents, lines that break before a sign.

use std::sync::Arc;

use eframe::egui::{Align2, Color32, FontId, Galley, Painter, Pos2, Response, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::text::paint_galley;
use crate::app::theme::{self, size};
use crate::report::sentences::explained::Piece;

/// A formula to be shown.
#[must_use]
pub struct Notation<'a> {
    pieces: Vec<(&'a Piece, bool)>,
    spoken: &'a str,
}

impl<'a> Notation<'a> {
    /// These pieces; read aloud as `spoken`.
    pub fn new(pieces: &'a [Piece], spoken: &'a str) -> Self {
        Self { pieces: pieces.iter().map(|piece| (piece, false)).collect(), spoken }
    }

    /// With these behind them, as the result of it.
    pub fn result(mut self, pieces: &'a [Piece]) -> Self {
        self.pieces.extend(pieces.iter().map(|piece| (piece, true)));
        self
    }

    /// Shows it on as many lines as it needs.
    pub fn show(self, ui: &mut Ui) -> Response {
        let width = ui.available_width();
        // Where one piece is wider than the line, all get smaller.
        let sizes = [size::BODY, size::SMALL, SMALLEST];
        let fits = |laid: &Vec<Laid>| laid.iter().all(|laid| laid.width <= width);
        let laid = sizes.map(|size| self.laid(ui, size));
        let laid = laid.iter().find(|laid| fits(laid)).or(laid.last());
        let lines = lines(laid.map(Vec::as_slice).unwrap_or_default(), width);
        let height: f32 = lines.iter().map(|line| line.above + line.below + GAP).sum();
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let mut top = rect.top();
        for line in &lines {
            let mut at = Pos2::new(rect.left(), top + line.above);
            for piece in &line.pieces {
                piece.paint(ui.painter(), at);
                at.x += piece.width;
            }
            top += line.above + line.below + GAP;
        }
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.spoken));
        response
    }

    fn laid(&self, ui: &Ui, size: f32) -> Vec<Laid> {
        let palette = theme::palette(ui);
        let lay = |(piece, is_result): &(&Piece, bool)| {
            let (font, color) =
                if *is_result { (theme::semibold(size), palette.accent) } else { (theme::text(size), palette.text) };
            Laid::of(ui.painter(), piece, &Hand { font, color })
        };
        self.pieces.iter().map(lay).collect()
    }
}

/// Between lines.
const GAP: f32 = 3.0;
/// Between a fraction and what stands beside it.
const BESIDE: f32 = 3.0;
const SMALLEST: f32 = 10.0;
/// Exponents against what they stand behind.
const RAISED: f32 = 0.72;
/// What a line may break before.
const SIGNS: [&str; 5] = [" + ", " − ", " × ", " · ", " = "];

/// What a piece is written with.
#[derive(Clone)]
struct Hand {
    font: FontId,
    color: Color32,
}

/// A piece with its size; heights are above and below the line on which fractions have their bars.
struct Laid {
    width: f32,
    above: f32,
    below: f32,
    marks: Vec<Mark>,
    begins_line: bool,
}

/// What is painted, from the left end of that line.
enum Mark {
    Words(Arc<Galley>, Vec2),
    Bar(f32, Vec2, Color32),
}

impl Laid {
    fn of(painter: &Painter, piece: &Piece, hand: &Hand) -> Self {
        match piece {
            Piece::Text(text) => Self::words(painter, text, hand),
            Piece::Fraction(above, below) => Self::fraction(painter, (above, below), hand),
            Piece::Raised(pieces) => Self::raised(painter, pieces, hand),
        }
    }

    fn words(painter: &Painter, text: &str, hand: &Hand) -> Self {
        let galley = painter.layout_no_wrap(text.to_owned(), hand.font.clone(), hand.color);
        let (width, half) = (galley.size().x, galley.size().y / 2.0);
        let begins_line = SIGNS.contains(&text);
        Self { width, above: half, below: half, marks: vec![Mark::Words(galley, vec2(0.0, -half))], begins_line }
    }

    /// Pieces behind one another.
    fn row(painter: &Painter, pieces: &[Piece], hand: &Hand) -> Self {
        let mut row = Self { width: 0.0, above: 0.0, below: 0.0, marks: Vec::new(), begins_line: false };
        for piece in pieces {
            let laid = Self::of(painter, piece, hand);
            row.take(laid.marks, vec2(row.width, 0.0));
            row.width += laid.width;
            row.above = row.above.max(laid.above);
            row.below = row.below.max(laid.below);
        }
        row
    }

    fn take(&mut self, marks: Vec<Mark>, by: Vec2) {
        self.marks.extend(marks.into_iter().map(|mark| match mark {
            Mark::Words(galley, at) => Mark::Words(galley, at + by),
            Mark::Bar(width, at, color) => Mark::Bar(width, at + by, color),
        }));
    }

    fn fraction(painter: &Painter, (above, below): (&[Piece], &[Piece]), hand: &Hand) -> Self {
        let (above, below) = (Self::row(painter, above, hand), Self::row(painter, below, hand));
        let bar = above.width.max(below.width) + 4.0;
        let width = bar + 2.0 * BESIDE;
        let mut laid = Self {
            width,
            above: above.above + above.below + 1.0,
            below: below.above + below.below + 1.0,
            marks: vec![Mark::Bar(bar, vec2(BESIDE, 0.0), hand.color)],
            begins_line: false,
        };
        let middle = |inner: f32| (width - inner) / 2.0;
        let (over, under) =
            (vec2(middle(above.width), -above.below - 1.0), vec2(middle(below.width), below.above + 1.0));
        laid.take(above.marks, over);
        laid.take(below.marks, under);
        laid
    }

    fn raised(painter: &Painter, pieces: &[Piece], hand: &Hand) -> Self {
        let size = (hand.font.size * RAISED).max(SMALLEST);
        let inside =
            Self::row(painter, pieces, &Hand { font: FontId::new(size, hand.font.family.clone()), ..hand.clone() });
        let up = hand.font.size * 0.42;
        let mut laid = Self {
            width: inside.width + 1.0,
            above: inside.above + up,
            below: 0.0,
            marks: Vec::new(),
            begins_line: false,
        };
        laid.take(inside.marks, vec2(0.5, -up));
        laid
    }

    fn paint(&self, painter: &Painter, at: Pos2) {
        for mark in &self.marks {
            match mark {
                Mark::Words(galley, by) => {
                    paint_galley(painter, at + *by, Align2::LEFT_TOP, Arc::clone(galley));
                }
                Mark::Bar(width, by, color) => {
                    let from = at + *by;
                    let y = from.y.round() + 0.5;
                    painter.hline(from.x..=from.x + width, y, eframe::egui::Stroke::new(1.0, *color));
                }
            }
        }
    }
}

/// One line of a formula.
struct Line<'a> {
    pieces: Vec<&'a Laid>,
    above: f32,
    below: f32,
}

/// Breaks before a sign where what follows up to the next one has no room any more.
fn lines(laid: &[Laid], width: f32) -> Vec<Line<'_>> {
    let mut lines: Vec<Line> = Vec::new();
    let mut used = 0.0;
    let mut rest = laid;
    while !rest.is_empty() {
        let end = rest.iter().skip(1).position(|piece| piece.begins_line).map_or(rest.len(), |at| at + 1);
        let (part, after) = rest.split_at(end);
        let wide: f32 = part.iter().map(|piece| piece.width).sum();
        if lines.is_empty() || used + wide > width {
            lines.push(Line { pieces: Vec::new(), above: 0.0, below: 0.0 });
            used = 0.0;
        }
        if let Some(line) = lines.last_mut() {
            for piece in part {
                line.above = line.above.max(piece.above);
                line.below = line.below.max(piece.below);
                line.pieces.push(piece);
            }
        }
        used += wide;
        rest = after;
    }
    lines
}
