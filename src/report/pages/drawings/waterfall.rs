//! Bars that grow from step to step.

use super::Sheet;
use crate::report::document::drawing::{Step, Waterfall};
use crate::report::pages::piece::{RULE, SMALL, Side, filled, level, rule};
use crate::report::pages::typeset::Style;
use crate::report::pages::{Ink, Stroke};

const HEIGHT: f32 = 94.0;
const TOP: f32 = 18.0;
const BELOW: f32 = 14.0;
const BAR: f32 = 40.0;

impl Sheet<'_, '_> {
    /// Draws it over the width; returns its height.
    pub(super) fn waterfall(&mut self, waterfall: &Waterfall, width: f32) -> f32 {
        let steps = &waterfall.steps;
        let most = steps.iter().map(|step| step.base + step.added).fold(0.0, f64::max);
        let bottom = HEIGHT - BELOW;
        #[expect(clippy::cast_precision_loss, reason = "three steps")]
        let each = (width / steps.len().max(1) as f32).min(110.0);
        let tall = |value: f64| share(value, most) * (bottom - TOP);
        let mut left = 0.0;
        for step in steps {
            self.step(step, [left + each / 2.0, bottom], [tall(step.base), tall(step.added)]);
            left += each;
        }
        self.marks.push(level(bottom, 0.0, left, Ink::RULE, RULE));
        if let Some(first) = steps.first().filter(|_| steps.len() > 1) {
            let y = bottom - tall(first.base);
            let line = Stroke::dashed(Ink::TEXT, RULE, [2.5, 2.0]);
            self.marks.push(rule([each / 2.0 + BAR / 2.0, y], [left - each / 2.0 + BAR / 2.0, y], line));
        }
        HEIGHT
    }

    fn step(&mut self, step: &Step, [middle, bottom]: [f32; 2], [base, added]: [f32; 2]) {
        let left = middle - BAR / 2.0;
        self.marks.push(filled([left, bottom - base], [BAR, base], Ink::FAINT.thinned(0.55)));
        if added > 0.0 {
            let top = bottom - base - added;
            self.marks.push(filled([left, top], [BAR, added], Ink::ACCENT));
            if added > 11.0 {
                let style = Style::strong(SMALL).inked(Ink::WHITE);
                self.write(&step.added_shown, style, [middle, top + added / 2.0 + 2.7], Side::Middle);
            }
        }
        let head = Style::strong(11.0).inked(Ink::tone(step.tone));
        self.write(&step.head, head, [middle, bottom - base - added - 4.0], Side::Middle);
        self.write(&step.name, Style::weak(SMALL), [middle, bottom + 10.5], Side::Middle);
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a share of a small height")]
fn share(value: f64, most: f64) -> f32 {
    if most > 0.0 { (value / most).clamp(0.0, 1.0) as f32 } else { 0.0 }
}
