//! What stands around a plot: values at the left, months below.

use super::{Scale, Sheet};
use crate::report::document::drawing::{Axis, Month};
use crate::report::pages::piece::{HAIRLINE, RULE, SMALL, Side, level, rule};
use crate::report::pages::typeset::Style;
use crate::report::pages::{Ink, Stroke};

impl Sheet<'_, '_> {
    /// Hairlines from the left end of the plot to `right`, values beside them; returns the scale and the left end.
    pub(super) fn upward(&mut self, axis: &Axis, [bottom, top]: [f32; 2], right: f32) -> (Scale, f32) {
        let style = Style::weak(SMALL);
        let widest = axis.ticks.iter().map(|tick| self.width_of(&tick.label, style)).fold(0.0, f32::max);
        let (scale, left) = (Scale::of(axis, bottom, top), widest + 6.0);
        for tick in &axis.ticks {
            let at = scale.at(tick.at);
            self.marks.push(level(at, left, right, Ink::LINE, HAIRLINE));
            self.write(&tick.label, style, [left - 5.0, at + 2.7], Side::Right);
        }
        (scale, left)
    }

    /// The axis line with ticks between the months and their names below.
    pub(super) fn months(&mut self, months: &[Month], x: Scale, bottom: f32) {
        self.marks.push(level(bottom, x.begin, x.end, Ink::RULE, RULE));
        for month in months {
            let (from, to) = (x.at(month.from), x.at(month.to));
            for at in [from, to] {
                self.marks.push(rule([at, bottom], [at, bottom + 2.5], Stroke::solid(Ink::RULE, HAIRLINE)));
            }
            self.write(&month.name, Style::weak(SMALL), [f32::midpoint(from, to), bottom + 10.5], Side::Middle);
        }
    }
}
