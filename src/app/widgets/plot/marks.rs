//! What is drawn into a plot: lines, ranges, bars, and the marks with their meaning.

use eframe::egui::{
    Align2, Color32, FontId, Pos2, Rect, Shape, Stroke, StrokeKind,
    epaint::{BandPoint, BandShape},
    pos2, vec2,
};

use super::chart::Canvas;
use crate::app::theme::{self, Tone, size};

/// How a line is stroked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Dash {
    /// Without gaps.
    #[default]
    Solid,
    /// 5 px dashes.
    Dashed,
    /// 2 px dots.
    Dotted,
}

/// Words beside a point.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The words; a line break makes a second line.
    pub text: &'a str,
    /// Which side of the words stands at the point.
    pub anchor: Align2,
    /// How far they stand from it.
    pub offset: (f32, f32),
    /// Their tone.
    pub tone: Tone,
    /// Semibold.
    pub strong: bool,
}

impl<'a> Words<'a> {
    /// Words at the right of a point.
    #[must_use]
    pub const fn right(text: &'a str, tone: Tone) -> Self {
        Self { text, anchor: Align2::LEFT_CENTER, offset: (9.0, 0.0), tone, strong: false }
    }

    /// Words at the left of a point.
    #[must_use]
    pub const fn left(text: &'a str, tone: Tone) -> Self {
        Self { text, anchor: Align2::RIGHT_CENTER, offset: (-9.0, 0.0), tone, strong: false }
    }

    /// Words above a point.
    #[must_use]
    pub const fn above(text: &'a str, tone: Tone) -> Self {
        Self { text, anchor: Align2::CENTER_BOTTOM, offset: (0.0, -7.0), tone, strong: false }
    }

    /// Words below and to the right of a point.
    #[must_use]
    pub const fn below_right(text: &'a str, tone: Tone) -> Self {
        Self { text, anchor: Align2::LEFT_TOP, offset: (9.0, 1.0), tone, strong: false }
    }

    /// Makes them semibold.
    #[must_use]
    pub const fn semibold(mut self) -> Self {
        self.strong = true;
        self
    }

    fn font(&self) -> FontId {
        if self.strong { theme::semibold(size::SMALL) } else { theme::text(size::SMALL) }
    }
}

/// An upright bar in the units of the axes.
#[derive(Clone, Copy, Debug)]
pub struct Bar {
    /// Left and right edge.
    pub x: (f64, f64),
    /// Bottom and top edge.
    pub y: (f64, f64),
    /// Fill.
    pub color: Color32,
}

impl Canvas<'_> {
    fn screen(&self, points: &[[f64; 2]]) -> Vec<Pos2> {
        points.iter().map(|[x, y]| self.at(*x, *y)).collect()
    }

    /// A line through points.
    pub fn line(&self, points: &[[f64; 2]], stroke: Stroke, dash: Dash) {
        let frame = self.frame().expand(3.0);
        let painter = self.painter.with_clip_rect(frame.intersect(self.painter.clip_rect()));
        painter.extend(dashed(self.screen(points), stroke, dash));
    }

    /// The curve of a function over the x axis.
    pub fn curve(&self, range: (f64, f64), stroke: Stroke, value: &dyn Fn(f64) -> f64) {
        let points: Vec<[f64; 2]> = (0..=160_u8)
            .map(|step| {
                let x = range.0 + (range.1 - range.0) * f64::from(step) / 160.0;
                [x, value(x)]
            })
            .collect();
        self.line(&points, stroke, Dash::Solid);
    }

    /// The range between two lines, as `(x, low, high)`; 12 % of the colour.
    pub fn band(&self, samples: &[(f64, f64, f64)], color: Color32) {
        self.filled_band(samples, color.gamma_multiply(0.12));
    }

    /// The range between two lines in a fill of its own.
    pub fn filled_band(&self, samples: &[(f64, f64, f64)], fill: Color32) {
        let points = samples
            .iter()
            .map(|(x, low, high)| {
                let (low, high) = (self.at(*x, *low), self.at(*x, *high));
                BandPoint::new(low.x, high.y..=low.y)
            })
            .collect();
        let clip = self.frame().expand(1.0).intersect(self.painter.clip_rect());
        self.painter.with_clip_rect(clip).add(BandShape::filled(points, fill));
    }

    /// Bars with square corners.
    pub fn bars(&self, bars: &[Bar]) {
        for bar in bars {
            let rect = Rect::from_two_pos(self.at(bar.x.0, bar.y.0), self.at(bar.x.1, bar.y.1));
            self.painter.rect_filled(rect, 0.0, bar.color);
        }
    }

    /// A fill between two places of the x axis, such as a phase.
    pub fn stripe(&self, x: (f64, f64), fill: Color32) {
        let frame = self.frame();
        let (left, right) = (self.at(x.0, 0.0).x, self.at(x.1, 0.0).x);
        let rect = Rect::from_x_y_ranges(left..=right, frame.y_range()).intersect(frame);
        self.painter.rect_filled(rect, 0.0, fill);
    }

    /// Words beside a point.
    pub fn words(&self, x: f64, y: f64, words: Words<'_>) {
        self.words_at(self.at(x, y), words);
    }

    /// Words beside a place of the screen.
    pub fn words_at(&self, at: Pos2, words: Words<'_>) {
        self.say(words.text);
        let mut y = at.y + words.offset.1;
        for line in words.text.lines() {
            let ink = self.palette.ink(words.tone);
            self.painter.text(pos2(at.x + words.offset.0, y), words.anchor, line, words.font(), ink);
            y += 16.0;
        }
    }

    /// Words beside a point, moved until they stand within the plot and off the labels of its axes, on the ground of the
    /// page: what runs behind them does not strike them through.
    pub fn words_inside(&self, x: f64, y: f64, words: Words<'_>) {
        self.say(words.text);
        let (frame, area) = (self.frame(), self.area());
        let (font, ink) = (words.font(), self.palette.ink(words.tone));
        let galley = self.painter.layout_no_wrap(words.text.to_owned(), font, ink);
        let anchor = self.at(x, y) + vec2(words.offset.0, words.offset.1);
        let mut rect = words.anchor.anchor_size(anchor, galley.size());
        let right = (area.right() - rect.right()).min(0.0);
        let down = (frame.bottom() - rect.bottom()).min(0.0);
        rect = rect.translate(vec2(right, down));
        let (left, up) = ((frame.left() + 2.0 - rect.left()).max(0.0), (area.top() - rect.top()).max(0.0));
        rect = rect.translate(vec2(left, up));
        self.painter.rect_filled(rect.shrink2(vec2(-1.0, 0.5)), 0.0, self.palette.panel);
        self.painter.galley(rect.min, galley, ink);
    }

    /// Where things stand now: a filled dot in text colour with a dotted drop line.
    pub fn present(&self, x: f64, y: f64, words: Words<'_>) {
        self.drop_line(x, y, self.palette.text);
        self.dot(x, y, self.palette.text);
        self.words(x, y, words);
    }

    /// A filled dot with an edge of the page's colour.
    pub fn dot(&self, x: f64, y: f64, color: Color32) {
        let at = self.at(x, y);
        self.painter.circle_filled(at, 5.5, self.palette.panel);
        self.painter.circle_filled(at, 4.5, color);
    }

    /// A small dot on a line, such as a month.
    pub fn point_mark(&self, x: f64, y: f64, color: Color32) {
        self.painter.circle_filled(self.at(x, y), 2.5, color);
    }

    /// What a person remembers of a curve: a thin ring of the curve's own colour, wide enough to stand around a dot.
    pub fn remembered(&self, x: f64, y: f64, tone: Tone) {
        self.painter.circle_stroke(self.at(x, y), 6.5, self.stroke(tone, 1.5));
    }

    /// The best: a ring in accent with a dotted drop line.
    pub fn best(&self, x: f64, y: f64, words: Words<'_>) {
        self.drop_line(x, y, self.palette.accent);
        self.ring(x, y);
        self.words_inside(x, y, words);
    }

    /// A ring in accent.
    pub fn ring(&self, x: f64, y: f64) {
        let at = self.at(x, y);
        self.painter.circle(at, 4.75, self.palette.panel, Stroke::new(2.5, self.palette.accent));
    }

    /// A dotted line from a point down to the axis.
    pub fn drop_line(&self, x: f64, y: f64, color: Color32) {
        let at = self.at(x, y);
        let foot = pos2(at.x, self.frame().bottom());
        self.painter.extend(dashed(vec![at, foot], Stroke::new(1.2, color), Dash::Dotted));
    }

    /// The goal as a level: 2 px in text colour over the width, its word at the right end above the line.
    pub fn goal_level(&self, y: f64, word: &str) {
        let frame = self.frame();
        let at = pos2(frame.right(), self.at(0.0, y).y);
        self.painter.hline(frame.x_range(), at.y, Stroke::new(2.0, self.palette.text));
        let words = Words { anchor: Align2::RIGHT_BOTTOM, offset: (0.0, -2.0), ..Words::right(word, Tone::Plain) };
        self.words_at(at, words.semibold());
    }

    /// The goal as an amount: 2 px in text colour from top to axis, its word at the right of its head.
    pub fn goal_upright(&self, x: f64, word: &str) {
        let frame = self.frame();
        let at = pos2(self.at(x, 0.0).x, frame.top());
        self.painter.vline(at.x, frame.y_range(), Stroke::new(2.0, self.palette.text));
        let words = Words { anchor: Align2::LEFT_CENTER, offset: (8.0, 7.0), ..Words::right(word, Tone::Plain) };
        self.words_at(at, words.semibold());
    }

    /// The day of an event: a dotted upright from a little above the frame down to the axis.
    pub fn event(&self, x: f64, color: Color32) {
        let frame = self.frame();
        let at = pos2(self.at(x, 0.0).x, frame.top() - 4.0);
        let foot = pos2(at.x, frame.bottom());
        self.painter.extend(dashed(vec![at, foot], Stroke::new(1.2, color), Dash::Dotted));
    }

    /// A dashed level with words at its left end above the line, such as half of the peak.
    pub fn dashed_level(&self, y: f64, word: &str) {
        let frame = self.frame();
        let level = self.at(0.0, y).y;
        let line = vec![pos2(frame.left(), level), pos2(frame.right(), level)];
        self.painter.extend(dashed(line, Stroke::new(1.2, self.palette.weak), Dash::Dashed));
        let words = Words { anchor: Align2::LEFT_BOTTOM, offset: (4.0, -2.0), ..Words::right(word, Tone::Weak) };
        self.words_at(pos2(frame.left(), level), words);
    }

    /// A bracket between two heights, such as the widest gap.
    pub fn bracket(&self, x: f64, y: (f64, f64), tone: Tone) {
        let (low, high) = (self.at(x, y.0), self.at(x, y.1));
        let stroke = Stroke::new(1.5, self.palette.ink(tone));
        self.painter.line_segment([low, high], stroke);
        for end in [low, high] {
            self.painter.hline((end.x - 4.0)..=(end.x + 4.0), end.y, stroke);
        }
    }

    /// A square handle of 10 px for what can be dragged.
    #[must_use]
    pub fn handle(&self, x: f64, y: f64) -> Rect {
        let rect = Rect::from_center_size(self.at(x, y), vec2(10.0, 10.0));
        let stroke = Stroke::new(2.0, self.palette.accent);
        self.painter.rect(rect, 1.0, self.palette.raised, stroke, StrokeKind::Inside);
        rect
    }
}

/// Beyond any screen. A line to a point further out would be cut into dashes without end.
const FAR: f32 = 20_000.0;

/// A polyline with its dashes; a closed shape repeats its first point.
#[must_use]
pub fn dashed(mut points: Vec<Pos2>, stroke: Stroke, dash: Dash) -> Vec<Shape> {
    points.retain(|point| !point.any_nan());
    for point in &mut points {
        *point = point.clamp(pos2(-FAR, -FAR), pos2(FAR, FAR));
    }
    match dash {
        Dash::Solid => vec![Shape::line(points, stroke)],
        Dash::Dashed => Shape::dashed_line(&points, stroke, 5.0, 4.0),
        Dash::Dotted => Shape::dashed_line(&points, stroke, 2.0, 3.0),
    }
}
