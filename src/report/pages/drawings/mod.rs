//! Drawings on paper: from their data to shapes.

mod axes;
mod bars;
mod calendar;
mod curve;
mod histogram;
mod labels;
mod months;
pub(super) mod pyramid;
mod waterfall;

use super::piece::{Maker, Piece, SMALL, Side, moved, placed};
use super::typeset::Style;
use super::{Mark, Role};
use crate::report::document::drawing::{Axis, Drawing, Shape};

/// Height of the line with the caption.
const CAPTION: f32 = 11.0;

impl Maker<'_> {
    /// The heading of a drawing and the drawing.
    pub(super) fn drawing(&mut self, drawing: &Drawing, width: f32) -> Vec<Piece> {
        let mut pieces = Vec::new();
        if !drawing.title.is_empty() {
            pieces.push(self.section(&drawing.title, None, width).0);
        }
        let node = self.node(Role::Figure(drawing.alternative.clone()), None);
        let mut sheet = Sheet { maker: self, marks: Vec::new() };
        let height = match &drawing.shape {
            Shape::Months(months) => sheet.month_by_month(months, width),
            Shape::MonthBars(months) => sheet.month_bars(months, width),
            Shape::Histogram(histogram) => sheet.histogram(histogram, width),
            Shape::Curve(curve) => sheet.curve(curve, width),
            Shape::Pyramid(pyramid) => sheet.pyramid(pyramid, width),
            Shape::Waterfall(waterfall) => sheet.waterfall(waterfall, width),
            Shape::Calendar(calendar) => sheet.calendar(calendar, width),
        };
        let (mut marks, caption) = (sheet.marks, if drawing.caption.is_empty() { 0.0 } else { CAPTION });
        if caption > 0.0 {
            let line = self.typesetter.line(&drawing.caption, Style::weak(SMALL));
            let below = moved(std::mem::take(&mut marks), 0.0, caption);
            marks = placed(&line, [0.0, SMALL], Side::Left, None).into_iter().chain(below).collect();
        }
        let marks = marks.into_iter().map(|mark| Mark { node: Some(node), ..mark }).collect();
        pieces.push(Piece { above: 4.0, height: height + caption, marks, ..Piece::default() });
        pieces
    }
}

/// What a drawing is put on; everything on it is one figure.
struct Sheet<'m, 'a> {
    maker: &'m mut Maker<'a>,
    marks: Vec<Mark>,
}

impl Sheet<'_, '_> {
    /// Writes a short text on a baseline; returns how wide it is.
    fn write(&mut self, text: &str, style: Style, at: [f32; 2], side: Side) -> f32 {
        let line = self.maker.typesetter.line(text, style);
        self.marks.extend(placed(&line, at, side, None));
        line.width
    }

    fn width_of(&mut self, text: &str, style: Style) -> f32 {
        self.maker.typesetter.width(text, style)
    }

    /// A text with an ellipsis where it is wider than asked; drawings stand beside tables that have it in full.
    fn shortened(&mut self, text: &str, style: Style, most: f32) -> String {
        if self.width_of(text, style) <= most {
            return text.to_owned();
        }
        let mut kept = text.to_owned();
        while kept.pop().is_some() {
            let shorter = format!("{}…", kept.trim_end());
            if self.width_of(&shorter, style) <= most {
                return shorter;
            }
        }
        String::new()
    }
}

/// Where values stand on paper.
#[derive(Clone, Copy)]
struct Scale {
    from: f64,
    to: f64,
    begin: f32,
    end: f32,
}

impl Scale {
    fn of(axis: &Axis, begin: f32, end: f32) -> Self {
        Self { from: axis.from, to: axis.to, begin, end }
    }

    #[expect(clippy::cast_possible_truncation, reason = "a place on paper")]
    fn at(self, value: f64) -> f32 {
        let share = (value - self.from) / (self.to - self.from).max(f64::MIN_POSITIVE);
        self.begin + (self.end - self.begin) * share.clamp(-0.1, 1.1) as f32
    }
}
