//! A curve over its axes, with points that stand out.

use super::labels::{Area, Taken};
use super::{Scale, Sheet};
use crate::report::document::drawing::{Curve, Point, Tone};
use crate::report::pages::piece::{HAIRLINE, RULE, SMALL, Side, circle, level, path, rule};
use crate::report::pages::typeset::Style;
use crate::report::pages::{Ink, Stroke};

const HEIGHT: f32 = 124.0;

impl Sheet<'_, '_> {
    /// Draws it over the width; returns its height.
    pub(super) fn curve(&mut self, curve: &Curve, width: f32) -> f32 {
        let style = Style::weak(SMALL);
        let (top, bottom) = (4.0, HEIGHT - 14.0);
        let (y, left) = self.upward(&curve.y, [bottom, top], width);
        let x = Scale::of(&curve.x, left, width - 12.0);
        self.marks.push(level(bottom, left, width, Ink::RULE, RULE));
        let mut free_from = 0.0;
        for tick in &curve.x.ticks {
            let at = x.at(tick.at);
            self.marks.push(rule([at, bottom], [at, bottom + 2.5], Stroke::solid(Ink::RULE, HAIRLINE)));
            let wide = self.width_of(&tick.label, style);
            // The last label stays on the sheet; one that would run into its neighbour is left out.
            let middle = at.min(width - wide / 2.0);
            if middle - wide / 2.0 >= free_from {
                self.write(&tick.label, style, [middle, bottom + 10.5], Side::Middle);
                free_from = middle + wide / 2.0 + 4.0;
            }
        }
        let line: Vec<[f32; 2]> = curve.line.iter().map(|[right, up]| [x.at(*right), y.at(*up)]).collect();
        let mut taken = Taken::inside(Area::new([left + 1.0, 0.0], [width - left - 1.0, bottom - 1.0]));
        taken.take_line(&line);
        self.marks.push(path(line, false, None, Some(Stroke::solid(Ink::ACCENT, 1.4))));
        for point in &curve.points {
            let at = [x.at(point.at[0]), y.at(point.at[1])];
            let ink = Ink::tone(point.tone);
            // Of points above one another the lowest has the line down to the axis.
            let is_above = |other: &Point| other.at[0].total_cmp(&point.at[0]).is_eq() && other.at[1] < point.at[1];
            if !curve.points.iter().any(is_above) {
                self.marks.push(rule(at, [at[0], bottom], Stroke::dashed(ink, HAIRLINE, [1.5, 1.5])));
            }
            taken.take_line(&[at, [at[0], bottom]]);
            taken.take(Area::new([at[0] - 3.5, at[1] - 3.5], [7.0, 7.0]));
        }
        for point in &curve.points {
            let at = [x.at(point.at[0]), y.at(point.at[1])];
            let ink = Ink::tone(point.tone);
            let (fill, outline) = match point.tone {
                Tone::Plain => (ink, None),
                _ => (Ink::WHITE, Some(Stroke::solid(ink, 1.2))),
            };
            self.marks.push(circle(at, 2.5, Some(fill), outline));
        }
        let rightmost = curve.points.iter().map(|point| x.at(point.at[0])).fold(0.0, f32::max);
        for point in &curve.points {
            let at = [x.at(point.at[0]), y.at(point.at[1])];
            self.label_at(&point.label, Ink::tone(point.tone), (at, rightmost), &mut taken);
        }
        HEIGHT
    }

    /// Words near a point, where there is room for them: beside it, or right of all points.
    fn label_at(&mut self, label: &str, ink: Ink, ([x, y], rightmost): ([f32; 2], f32), taken: &mut Taken) {
        if label.is_empty() {
            return;
        }
        let style = Style::plain(SMALL).inked(ink);
        let size = [self.width_of(label, style), SMALL * 1.3];
        let (right, left) = (x + 6.0, x - 6.0 - size[0]);
        let downs: Vec<f32> = [5.0, 15.0, 25.0, 35.0, 45.0].iter().map(|down| y + down).collect();
        let ups: Vec<f32> = [3.0, 13.0, 23.0, 33.0].iter().map(|up| y - up - size[1]).collect();
        let below = downs.iter().flat_map(|top| [[right, *top], [rightmost + 6.0, *top]]);
        let above = ups.iter().map(|top| [left, *top]);
        let across = ups.iter().map(|top| [(x - size[0] / 2.0).max(taken.left()), *top]);
        let rest = ups.iter().map(|top| [right, *top]).chain(downs.iter().map(|top| [left, *top]));
        let corners: Vec<[f32; 2]> = if ink == Ink::ACCENT {
            // Words too wide for the room at the left stay above those of the present.
            above.chain(across).chain(below).chain(rest).collect()
        } else {
            below.chain(above).chain(rest).collect()
        };
        if let Some([left, top]) = taken.place(&corners, size) {
            self.write(label, style, [left, top + SMALL], Side::Left);
        }
    }
}
