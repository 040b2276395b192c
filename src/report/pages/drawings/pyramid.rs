//! The pyramid: five levels filled from below by their scores, their names beside them.

use super::Sheet;
use crate::report::document::drawing::{Level, LevelState, Pyramid};
use crate::report::pages::piece::{HAIRLINE, RULE, SMALL, Side, level as hairline, path, rule};
use crate::report::pages::typeset::Style;
use crate::report::pages::{Ink, Mark, Stroke};

const TALL: f32 = 22.0;
const GAP: f32 = 3.0;
/// The small one beside a figure: height of a level, the gap between two, width at the foot.
const SMALL_TALL: f32 = 6.6;
const SMALL_GAP: f32 = 1.1;
pub(in crate::report::pages) const SMALL_WIDE: f32 = 42.0;
/// How much of the colour of answers the part has that is still to be answered.
const OPEN: f32 = 0.16;
/// Size of what is said about a level.
const REMARK: f32 = 7.0;

impl Sheet<'_, '_> {
    /// Draws it over the width; returns its height.
    pub(super) fn pyramid(&mut self, pyramid: &Pyramid, width: f32) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "five levels")]
        let count = pyramid.levels.len() as f32;
        let height = TALL * count + GAP * (count - 1.0).max(0.0);
        let base = (height * 1.1).min(width * 0.36);
        let mut bottom = height;
        for (index, level) in pyramid.levels.iter().enumerate() {
            let body = Body { base, height, bottom, tall: TALL };
            self.marks.extend(body.filled(level));
            self.threshold(level, body, share(pyramid.threshold));
            self.number(index + 1, level, body);
            self.caption(level, body, width);
            bottom -= TALL + GAP;
        }
        height + 4.0
    }

    fn threshold(&mut self, level: &Level, body: Body, threshold: f32) {
        let line = body.slice(threshold, threshold);
        let ink = if share(level.filled) > threshold { Ink::WHITE } else { Ink::TEXT };
        self.marks.push(rule(line[0], line[1], Stroke::dashed(ink, RULE, [2.0, 1.5])));
    }

    fn number(&mut self, number: usize, level: &Level, body: Body) {
        let covered = level.filled > 0.45 && level.state != LevelState::Locked;
        let ink = if covered { Ink::WHITE } else { Ink::TEXT };
        let at = [body.base / 2.0, body.bottom - TALL / 2.0 + 4.4];
        self.write(&number.to_string(), Style::strong(9.0).inked(ink), at, Side::Middle);
    }

    fn caption(&mut self, level: &Level, body: Body, width: f32) {
        let left = body.base + 12.0;
        let middle = body.bottom - TALL / 2.0;
        let edge = body.slice(0.5, 0.5)[1][0];
        self.marks.push(hairline(middle, edge + 4.0, left - 4.0, Ink::LINE, HAIRLINE));
        let is_open = level.state != LevelState::Locked;
        let (name, score) =
            if is_open { (Style::strong(SMALL), Style::strong(9.0)) } else { (Style::weak(SMALL), Style::weak(9.0)) };
        let wide = self.write(&level.shown, score, [width, middle + 3.2], Side::Right);
        let room = width - left - wide - 8.0;
        // The number stands in the level already.
        let words = level.name.split_once(' ').map_or(level.name.as_str(), |(_, words)| words);
        let words = self.shortened(words, name, room);
        self.write(&words, name, [left, middle - 1.4], Side::Left);
        let remark = self.shortened(&level.remark, Style::weak(REMARK), room);
        self.write(&remark, Style::weak(REMARK), [left, middle + 8.0], Side::Left);
    }
}

/// The pyramid without words, for a place beside them; its top left corner is 0, 0.
pub(in crate::report::pages) fn small(pyramid: &Pyramid) -> Vec<Mark> {
    #[expect(clippy::cast_precision_loss, reason = "five levels")]
    let count = pyramid.levels.len() as f32;
    let height = SMALL_TALL * count + SMALL_GAP * (count - 1.0).max(0.0);
    let mut bottom = height + SMALL_TALL + SMALL_GAP;
    let level = |level: &Level| {
        bottom -= SMALL_TALL + SMALL_GAP;
        Body { base: SMALL_WIDE, height, bottom, tall: SMALL_TALL }.filled(level)
    };
    pyramid.levels.iter().flat_map(level).collect()
}

/// A level of the pyramid.
#[derive(Clone, Copy)]
struct Body {
    /// Width at the foot of the whole.
    base: f32,
    /// Height of the whole.
    height: f32,
    /// Foot of this level, and its height.
    bottom: f32,
    tall: f32,
}

impl Body {
    /// The level, as full as its answers make it.
    fn filled(self, level: &Level) -> Vec<Mark> {
        let fill = match level.state {
            LevelState::Reached => Ink::ACCENT,
            LevelState::Next => Ink::ACCENT.thinned(0.62),
            LevelState::Locked => Ink::FAINT.thinned(0.5),
        };
        let ground = if level.state == LevelState::Locked { Ink::ZEBRA } else { Ink::WHITE };
        let (filled, open) = (share(level.filled), share(level.filled + level.open));
        let parts = [(0.0, 1.0, ground), (0.0, filled, fill), (filled, open, fill.thinned(OPEN))];
        let parts = parts.into_iter().filter(|(low, high, _)| high > low);
        let outline = path(self.slice(0.0, 1.0), true, None, Some(Stroke::solid(Ink::RULE, HAIRLINE)));
        parts.map(|(low, high, ink)| path(self.slice(low, high), true, Some(ink), None)).chain([outline]).collect()
    }

    /// The corners between two shares of the level's height: bottom left, bottom right, top right, top left.
    fn slice(self, low: f32, high: f32) -> Vec<[f32; 2]> {
        let (bottom, top) = (self.bottom - self.tall * low, self.bottom - self.tall * high);
        let half = |y: f32| self.base / 2.0 * y / self.height;
        let middle = self.base / 2.0;
        vec![
            [middle - half(bottom), bottom],
            [middle + half(bottom), bottom],
            [middle + half(top), top],
            [middle - half(top), top],
        ]
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a share of a small height")]
fn share(score: f64) -> f32 {
    score.clamp(0.0, 1.0) as f32
}
