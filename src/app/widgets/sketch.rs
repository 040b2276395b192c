//! Sketches above the steps of empty pages: what the page will show, in a few strokes, another for every step.

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::plot::marks::{Dash, dashed};
use crate::app::theme::{self, Palette};

/// A sketch, 112 wide and 52 high.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sketch {
    /// Two areas of the same size.
    Products,
    /// What is there, within what is wanted.
    Standing,
    /// A whole in parts.
    Parts,
    /// People side by side.
    People,
    /// A grid in which some cells are filled.
    Grid,
    /// Arrows to one mark.
    Aims,
    /// A hill.
    Hill,
    /// Two days on a line of months.
    Days,
    /// A hill that moves.
    Shift,
    /// Rows of a list.
    Rows,
    /// A curve through two points.
    Curve,
    /// Bars to both sides.
    Changes,
    /// Amounts that are paid, and one that comes in.
    Bill,
    /// Those who sit around a table.
    Table,
    /// The same whole, divided in three ways.
    Rules,
    /// Fewer from step to step.
    Funnel,
    /// More that comes later.
    Later,
    /// Rings around where something fell.
    Rings,
    /// A bar for each month that is over, none for those to come.
    Months,
    /// What happened, below and above what was planned.
    Against,
    /// Points, and the curve that they make of a guess.
    Learned,
}

impl Sketch {
    /// Paints it.
    pub fn paint(self, ui: &Ui, rect: Rect) {
        let pen = Pen { painter: ui.painter(), palette: theme::palette(ui), rect };
        match self {
            Self::Products => pen.products(),
            Self::Standing => pen.standing(),
            Self::Parts => pen.parts(),
            Self::People => pen.people(),
            Self::Grid => pen.grid(),
            Self::Aims => pen.aims(),
            Self::Hill => pen.hill(56.0, Dash::Solid),
            Self::Days => pen.days(),
            Self::Shift => pen.shift(),
            Self::Rows => pen.rows(),
            Self::Curve => pen.curve(),
            Self::Changes => pen.changes(),
            Self::Bill => pen.bill(),
            Self::Table => pen.table(),
            Self::Rules => pen.rules(),
            Self::Funnel => pen.funnel(),
            Self::Later => pen.later(),
            Self::Rings => pen.rings(),
            Self::Months => pen.months(),
            Self::Against => pen.against(),
            Self::Learned => pen.learned(),
        }
    }
}

/// Draws into a sketch, from its top left corner.
struct Pen<'a> {
    painter: &'a Painter,
    palette: &'a Palette,
    rect: Rect,
}

impl Pen<'_> {
    fn at(&self, x: f32, y: f32) -> Pos2 {
        self.rect.min + vec2(x, y)
    }

    fn bar(&self, [x, y]: [f32; 2], [wide, tall]: [f32; 2], color: Color32) {
        self.painter.rect_filled(Rect::from_min_size(self.at(x, y), vec2(wide, tall)), 0.0, color);
    }

    fn line(&self, points: Vec<Pos2>, color: Color32) {
        self.painter.add(Shape::line(points, Stroke::new(2.0, color)));
    }

    fn ground(&self) {
        self.painter.hline(self.rect.x_range(), self.rect.bottom() - 1.5, self.palette.rule_line());
    }

    fn dot(&self, [x, y]: [f32; 2], radius: f32, color: Color32) {
        self.painter.circle_filled(self.at(x, y), radius, color);
    }

    fn ring(&self, at: Pos2, radius: f32) {
        self.painter.circle(at, radius, self.palette.panel, Stroke::new(2.0, self.palette.accent));
    }

    fn products(&self) {
        self.bar([0.0, 6.0], [32.0, 44.0], self.palette.bar);
        self.bar([56.0, 24.5], [54.0, 25.5], self.palette.bar);
        for y in [26.0, 33.0] {
            self.bar([39.0, y], [10.0, 2.0], self.palette.accent);
        }
    }

    fn standing(&self) {
        self.bar([0.0, 18.0], [112.0, 16.0], self.palette.line);
        self.bar([0.0, 18.0], [62.0, 16.0], self.palette.bar);
        self.bar([110.0, 8.0], [2.0, 36.0], self.palette.accent);
    }

    fn parts(&self) {
        self.bar([0.0, 6.0], [112.0, 10.0], self.palette.bar);
        for (x, wide) in [(0.0, 46.0), (50.0, 34.0), (88.0, 24.0)] {
            self.bar([x, 24.0], [wide, 10.0], self.palette.line);
            self.dot([x + 6.0, 44.0], 4.0, self.palette.accent);
        }
    }

    fn people(&self) {
        for (index, color) in [self.palette.accent, self.palette.bar, self.palette.bar].into_iter().enumerate() {
            let x = [18.0, 54.0, 90.0][index];
            self.dot([x, 15.0], 8.0, color);
            self.painter.rect_filled(
                Rect::from_min_max(self.at(x - 13.0, 27.0), self.at(x + 13.0, 48.0)),
                theme::radius::FIELD,
                color,
            );
        }
    }

    fn grid(&self) {
        let filled = [[0, 0], [2, 1], [4, 1], [1, 2], [3, 0]];
        for column in 0..5_u8 {
            for row in 0..3_u8 {
                let is_filled = filled.contains(&[column, row]);
                let color = if is_filled { self.palette.accent } else { self.palette.line };
                self.bar([f32::from(column) * 23.0, 2.0 + f32::from(row) * 17.0], [19.0, 13.0], color);
            }
        }
    }

    fn aims(&self) {
        let aim = self.at(92.0, 26.0);
        self.ring(aim, 16.0);
        self.painter.circle_filled(aim, 6.0, self.palette.accent);
        for (y, to) in [(6.0, 18.0), (26.0, 26.0), (46.0, 34.0)] {
            self.line(vec![self.at(4.0, y), self.at(66.0, to)], self.palette.bar);
        }
    }

    fn hill(&self, middle: f32, dash: Dash) {
        self.ground();
        let height = |x: f32| 42.0 * (-((x - middle) / 17.0).powi(2) / 2.0).exp();
        let points: Vec<Pos2> =
            (0..=56_u8).map(|step| f32::from(step) * 2.0).map(|x| self.at(x, 50.0 - height(x))).collect();
        let color = if dash == Dash::Solid { self.palette.accent } else { self.palette.faint };
        self.painter.extend(dashed(points, Stroke::new(2.0, color), dash));
    }

    fn days(&self) {
        self.ground();
        for x in (0..=8_u8).map(|step| f32::from(step) * 14.0) {
            self.bar([x, 44.0], [1.0, 6.0], self.palette.line);
        }
        for x in [34.0, 82.0] {
            let points = vec![self.at(x, 10.0), self.at(x, 50.0)];
            self.painter.extend(dashed(points, Stroke::new(1.5, self.palette.text), Dash::Dotted));
            self.dot([x, 8.0], 5.0, self.palette.accent);
        }
    }

    fn shift(&self) {
        self.hill(40.0, Dash::Dashed);
        self.hill(74.0, Dash::Solid);
        self.painter.arrow(self.at(66.0, 4.0), vec2(-22.0, 0.0), Stroke::new(2.0, self.palette.accent));
    }

    fn rows(&self) {
        for row in 0..3_u8 {
            let color = if row == 0 { self.palette.bar } else { self.palette.line };
            for (left, width) in [(0.0, 44.0), (54.0, 26.0), (90.0, 22.0)] {
                self.bar([left, 6.0 + 17.0 * f32::from(row)], [width, 8.0], color);
            }
        }
    }

    fn curve(&self) {
        let at =
            |t: f32| pos2(self.rect.left() + self.rect.width() * t, self.rect.bottom() - 2.0 - 40.0 * t.powf(0.45));
        self.ground();
        self.line((0..=24_u8).map(|step| at((f32::from(step) / 24.0).powi(2))).collect(), self.palette.accent);
        for t in [0.16, 0.64] {
            self.ring(at(t), 4.75);
        }
    }

    fn changes(&self) {
        for (row, reach) in [(0_u8, 44.0), (1, 28.0), (2, 14.0), (3, -22.0), (4, -40.0_f32)] {
            let color = if reach > 0.0 { self.palette.accent } else { self.palette.faint };
            self.bar([56.0_f32.min(56.0 + reach), 2.0 + 10.0 * f32::from(row)], [reach.abs(), 7.0], color);
        }
        self.painter.vline(self.rect.left() + 56.0, self.rect.y_range(), self.palette.rule_line());
    }

    fn bill(&self) {
        for (row, (name, amount)) in [(58.0, 22.0), (44.0, 30.0), (50.0, 16.0)].into_iter().enumerate() {
            let y = [4.0, 20.0, 36.0][row];
            self.bar([0.0, y], [name, 8.0], self.palette.line);
            let color = if row == 2 { self.palette.accent } else { self.palette.bar };
            self.bar([112.0 - amount, y], [amount, 8.0], color);
        }
        self.painter.hline(self.rect.x_range(), self.rect.bottom() - 1.5, self.palette.rule_line());
    }

    fn table(&self) {
        self.painter.rect_filled(Rect::from_center_size(self.at(56.0, 26.0), vec2(60.0, 18.0)), 9.0, self.palette.line);
        for (x, y) in [(38.0, 7.0), (74.0, 7.0), (38.0, 45.0), (74.0, 45.0)] {
            self.dot([x, y], 6.0, self.palette.bar);
        }
        self.dot([14.0, 26.0], 6.0, self.palette.accent);
        self.dot([98.0, 26.0], 6.0, self.palette.bar);
    }

    fn rules(&self) {
        for (row, [first, second]) in [[37.0, 74.0], [56.0, 90.0], [28.0, 50.0]].into_iter().enumerate() {
            let y = [4.0, 21.0, 38.0][row];
            self.bar([0.0, y], [first - 2.0, 12.0], self.palette.accent);
            self.bar([first, y], [second - first - 2.0, 12.0], self.palette.bar);
            self.bar([second, y], [112.0 - second, 12.0], self.palette.line);
        }
    }

    fn funnel(&self) {
        for (row, wide) in [112.0, 66.0, 30.0].into_iter().enumerate() {
            let color = if row == 2 { self.palette.accent } else { self.palette.bar };
            self.bar([56.0 - wide / 2.0, [3.0, 20.0, 37.0][row]], [wide, 12.0], color);
        }
    }

    fn later(&self) {
        self.ground();
        for (x, tall, color) in
            [(8.0, 14.0, self.palette.bar), (48.0, 14.0, self.palette.bar), (48.0, 22.0, self.palette.accent)]
        {
            let bottom = if color == self.palette.accent { 36.0 } else { 50.0 };
            self.bar([x, bottom - tall], [24.0, tall], color);
        }
        let points = vec![self.at(20.0, 30.0), self.at(48.0, 30.0), self.at(88.0, 8.0)];
        self.painter.extend(dashed(points, Stroke::new(1.5, self.palette.faint), Dash::Dotted));
    }

    fn rings(&self) {
        let middle = self.at(56.0, 26.0);
        for (radius, strength) in [(25.0, 0.35), (17.0, 0.6), (9.0, 1.0)] {
            let color = self.palette.accent.gamma_multiply(strength);
            self.painter.circle_stroke(middle, radius, Stroke::new(2.0, color));
        }
        self.painter.circle_filled(middle, 3.5, self.palette.accent);
    }

    fn months(&self) {
        self.ground();
        for (x, tall) in [(2.0, 16.0), (22.0, 26.0), (42.0, 36.0)] {
            self.bar([x, 50.0 - tall], [14.0, tall], self.palette.accent);
        }
        for x in [62.0, 82.0, 102.0] {
            self.bar([x, 47.0], [10.0, 3.0], self.palette.line);
        }
    }

    fn against(&self) {
        for (y, planned, happened) in [(4.0, 78.0, 96.0), (21.0, 92.0, 64.0), (38.0, 60.0, 62.0)] {
            self.bar([0.0, y], [happened, 10.0], self.palette.bar);
            self.bar([planned, y - 3.0], [2.0, 16.0], self.palette.accent);
        }
    }

    fn learned(&self) {
        self.ground();
        let curve = |most: f32| -> Vec<Pos2> {
            (0..=28_u8).map(|step| f32::from(step) * 4.0).map(|x| self.at(x, 50.0 - most * x / (x + 40.0))).collect()
        };
        self.painter.extend(dashed(curve(64.0), Stroke::new(1.5, self.palette.faint), Dash::Dashed));
        self.line(curve(46.0), self.palette.accent);
        for at in [[20.0, 37.0], [48.0, 23.0], [76.0, 21.0]] {
            self.dot(at, 3.5, self.palette.text);
        }
    }
}
