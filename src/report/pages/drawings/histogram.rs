//! How often a result comes out how high: bars, percentiles below, the goal above.

use super::{Scale, Sheet};
use crate::report::document::drawing::{GoalLine, Histogram};
use crate::report::pages::piece::{HAIRLINE, RULE, SMALL, Side, filled, level, path, rule};
use crate::report::pages::typeset::Style;
use crate::report::pages::{Ink, Stroke};

const HEIGHT: f32 = 118.0;
/// Room above the bars for the words about the goal.
const TOP: f32 = 27.0;
/// Room below for the axis and the percentiles.
const BELOW: f32 = 26.0;
const CHANCE: f32 = 13.0;
/// Space between the words of two percentiles.
const BETWEEN: f32 = 5.0;

impl Sheet<'_, '_> {
    /// Draws it over the width; returns its height.
    pub(super) fn histogram(&mut self, histogram: &Histogram, width: f32) -> f32 {
        let bottom = HEIGHT - BELOW;
        let x = Scale::of(&histogram.x, 0.0, width);
        let most = histogram.bars.iter().map(|bar| bar.count).max().unwrap_or(0).max(1);
        let y = Scale { from: 0.0, to: f64::from(most), begin: bottom, end: TOP };
        for bar in &histogram.bars {
            let (from, to, top) = (x.at(bar.ends[0]), x.at(bar.ends[1]), y.at(f64::from(bar.count)));
            let ink = if bar.reaches { Ink::ACCENT } else { Ink::FAINT.thinned(0.55) };
            self.marks.push(filled([from, top], [(to - from - 0.7).max(0.3), bottom - top], ink));
        }
        self.marks.push(level(bottom, 0.0, width, Ink::RULE, RULE));
        for tick in &histogram.x.ticks {
            let at = x.at(tick.at);
            self.marks.push(rule([at, bottom], [at, bottom + 2.5], Stroke::solid(Ink::RULE, HAIRLINE)));
            // A long label at an end stays on the sheet.
            let half = self.width_of(&tick.label, Style::weak(SMALL)) / 2.0;
            let middle = at.min(width - half).max(half);
            self.write(&tick.label, Style::weak(SMALL), [middle, bottom + 12.0], Side::Middle);
        }
        self.percentiles(histogram, x, bottom, width);
        if let Some(goal) = &histogram.goal {
            self.goal_line(goal, x.at(goal.at), bottom, width);
        }
        HEIGHT
    }

    /// Triangles under the axis, their words below and clear of each other; long ones in smaller letters.
    fn percentiles(&mut self, histogram: &Histogram, x: Scale, bottom: f32, width: f32) {
        let marks = &histogram.percentiles;
        let mut style = Style::strong(SMALL);
        let mut wide: Vec<f32> = Vec::new();
        for size in [SMALL, 6.5, 5.5, 4.5] {
            style = Style::strong(size);
            wide = marks.iter().map(|tick| self.width_of(&tick.label, style) + BETWEEN).collect();
            if wide.iter().sum::<f32>() <= width + BETWEEN {
                break;
            }
        }
        let (mut free_from, mut rest) = (0.0_f32, wide.iter().sum::<f32>());
        for (tick, wide) in marks.iter().zip(wide) {
            let at = x.at(tick.at).clamp(0.0, width);
            let corners = vec![[at, bottom + 0.5], [at + 2.5, bottom + 4.0], [at - 2.5, bottom + 4.0]];
            self.marks.push(path(corners, true, Some(Ink::TEXT), None));
            // Those to the right need their room too.
            let last = width + BETWEEN - rest;
            let begin = (at - (wide - BETWEEN) / 2.0).min(last).max(free_from);
            self.write(&tick.label, style, [begin, bottom + 22.5], Side::Left);
            (free_from, rest) = (begin + wide, rest - wide);
        }
    }

    /// The goal's line; at its right how likely it is reached, at its left who falls short.
    fn goal_line(&mut self, goal: &GoalLine, at: f32, bottom: f32, width: f32) {
        let at = at.clamp(0.0, width);
        self.marks.push(rule([at, 1.0], [at, bottom], Stroke::solid(Ink::TEXT, 1.2)));
        let (label, chance) = (Style::strong(SMALL), Style::strong(CHANCE).inked(Ink::ACCENT));
        let (reach, weak) = (Style::plain(SMALL), Style::weak(SMALL));
        let chance_wide = self.width_of(&goal.chance, chance);
        let wide = self.width_of(&goal.label, label).max(chance_wide + 5.0 + self.width_of(&goal.reach, reach));
        // Where the line stands far at the right, its words stand at the left.
        let at_right = at + 5.0 + wide <= width;
        let begin = if at_right { at + 5.0 } else { (at - 5.0 - wide).max(0.0) };
        self.write(&goal.label, label, [begin, SMALL], Side::Left);
        self.write(&goal.chance, chance, [begin, SMALL + CHANCE + 1.0], Side::Left);
        self.write(&goal.reach, reach, [begin + chance_wide + 5.0, SMALL + CHANCE + 1.0], Side::Left);
        if at_right && self.width_of(&goal.short, weak) + 5.0 <= at {
            self.write(&goal.short, weak, [at - 5.0, SMALL], Side::Right);
        }
    }
}
