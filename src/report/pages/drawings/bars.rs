//! A bar a month, and across each the level it is held against.

use super::{Scale, Sheet};
use crate::report::document::drawing::MonthBars;
use crate::report::pages::piece::{filled, rule};
use crate::report::pages::{Ink, Stroke};

const HEIGHT: f32 = 104.0;
const TOP: f32 = 6.0;
/// Room below for the months, and before what follows.
const BELOW: f32 = 22.0;
/// How much of its month a bar fills.
const FILLED: f32 = 0.62;

impl Sheet<'_, '_> {
    /// Draws it over the width; returns its height.
    pub(super) fn month_bars(&mut self, months: &MonthBars, width: f32) -> f32 {
        let bottom = HEIGHT - BELOW;
        let (y, left) = self.upward(&months.y, [bottom, TOP], width);
        let x = Scale { from: 0.0, to: months.days, begin: left, end: width };
        for bar in &months.bars {
            let [from, to] = bar.ends.map(|end| x.at(end));
            let (wide, top) = ((to - from) * FILLED, y.at(bar.height));
            let begin = f32::midpoint(from, to) - wide / 2.0;
            self.marks.push(filled([begin, top], [wide, (bottom - top).max(0.0)], Ink::ACCENT.thinned(0.7)));
            let level = y.at(bar.level);
            self.marks.push(rule([from, level], [to, level], Stroke::solid(Ink::TEXT, 1.0)));
        }
        self.months(&months.names, x, bottom);
        HEIGHT
    }
}
