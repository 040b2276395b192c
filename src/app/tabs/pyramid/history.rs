//! How the levels came along, assessment by assessment.

use std::ops::RangeInclusive;

use eframe::egui::{Align2, Rangef, Ui, pos2, vec2};

use super::Desk;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::plot::marks::Words;
use crate::app::widgets::{Axis, Canvas, Chart, Dash, apart, with_room};
use crate::calc::pyramid::Dated;
use crate::plan::Date;
use crate::plan::pyramid::LEVELS;
use crate::t;
use crate::words::number;

/// Height of the levels reached below the plot.
pub(super) const REACHED: f32 = 18.0;
/// Height of the plot: from `room` on it grows with the window.
const PLOT: RangeInclusive<f32> = 150.0..=400.0;
const TALL: f32 = 552.0;
/// Room for a date below the plot.
const DATE: f32 = 76.0;
/// From one name of a line to the next.
const LINE: f32 = 15.0;
const LEFT: f32 = 64.0;
const RIGHT: f32 = 68.0;

/// How tall the plot is in a column that has this room for it and the pyramid.
pub(super) fn height(room: f32) -> f32 {
    (PLOT.start() + (room - TALL) * 0.5).clamp(*PLOT.start(), *PLOT.end())
}

impl Desk<'_, '_> {
    /// The scores of all days, and below each day the level reached; the plot as tall as told.
    pub(super) fn history(&self, ui: &mut Ui, height: f32) {
        let history = &self.cx.report.pyramid.history;
        let (Some(first), Some(last)) = (history.first(), history.last()) else { return };
        ui.add_space(space::M);
        let days = |day: Date| f64::from((day - first.day).get_days());
        let span = days(last.day);
        let range = if span > 0.0 { 0.0..=span } else { -1.0..=1.0 };
        #[allow(clippy::cast_possible_truncation)] // pixels
        let per_day = (ui.available_width() - LEFT - RIGHT) / span.max(1.0) as f32;
        let labelled = labelled(history, &|day| days(day) * f64::from(per_day));
        let shown = self.assessment().map(|assessment| assessment.day);
        let mut x = Axis::new(range);
        for dated in history {
            let label = if labelled.contains(&dated.day) { number::date_iso(dated.day) } else { String::new() };
            x = x.tick(days(dated.day), label, !self.is_latest() && shown == Some(dated.day));
        }
        let y = Axis::new(0.0..=1.0).every(0.5, &|value| number::count(value, 2));
        let name = self.text("pyramid-history");
        let chart = Chart::new(&name, x, y).height(height).left(LEFT).right(RIGHT);
        chart.show(ui, |canvas| {
            let threshold = number::count(self.pyramid.threshold, 2);
            let word = t!(self.cx.words, "pyramid-threshold-at", threshold = &threshold);
            canvas.dashed_level(self.pyramid.threshold, &word);
            if let Some(day) = shown.filter(|_| !self.is_latest()) {
                canvas.event(days(day), canvas.palette.weak);
            }
            for level in 1..=LEVELS {
                self.level_line(canvas, level, &days);
            }
            self.line_names(canvas, days(last.day), last);
            self.reached_below(canvas, &labelled, &days);
        });
        ui.add_space(REACHED - space::XS);
    }

    /// Reached levels in accent, the next one in the colour of text, the others faint.
    fn tone_of(&self, level: u8) -> Tone {
        let reached = self.cx.report.pyramid.reached;
        match level {
            level if level <= reached => Tone::Accent,
            level if level == reached + 1 => Tone::Plain,
            _ => Tone::Faint,
        }
    }

    fn level_line(&self, canvas: &Canvas<'_>, level: u8, days: &dyn Fn(Date) -> f64) {
        let index = usize::from(level) - 1;
        let history = &self.cx.report.pyramid.history;
        let scored = history.iter().filter_map(|dated| Some([days(dated.day), dated.levels[index].score?]));
        let points: Vec<[f64; 2]> = scored.collect();
        let width = if level == self.level() { 2.5 } else { 2.0 };
        let stroke = canvas.stroke(self.tone_of(level), width);
        if points.len() > 1 {
            canvas.line(&points, stroke, Dash::Solid);
        }
        for [x, y] in points {
            canvas.painter.circle_filled(canvas.at(x, y), 3.5, canvas.palette.panel);
            canvas.painter.circle_filled(canvas.at(x, y), 2.75, stroke.color);
        }
    }

    /// "Level 1" at the end of each line, pushed apart where lines end close together.
    fn line_names(&self, canvas: &Canvas<'_>, x: f64, last: &Dated) {
        let mut ends: Vec<(u8, f32)> = (1..=LEVELS)
            .filter_map(|level| Some((level, canvas.at(x, last.levels[usize::from(level) - 1].score?).y)))
            .collect();
        ends.sort_by(|(one, a), (other, b)| a.total_cmp(b).then(other.cmp(one)));
        let wanted: Vec<f32> = ends.iter().map(|(_, y)| *y).collect();
        let inside = Rangef::new(f32::NEG_INFINITY, canvas.frame().bottom() + 4.0 + LINE / 2.0);
        for ((level, _), y) in ends.into_iter().zip(apart(&wanted, &|_| LINE, inside)) {
            let word = t!(self.cx.words, "pyramid-level", level = level.to_string());
            let tone = if self.tone_of(level) == Tone::Faint { Tone::Weak } else { Tone::Plain };
            let words = Words::right(&word, tone);
            let words = if level == self.level() { words.semibold() } else { words };
            canvas.words_at(pos2(canvas.at(x, 0.0).x + 3.0, y), words);
        }
    }

    fn reached_below(&self, canvas: &Canvas<'_>, labelled: &[Date], days: &dyn Fn(Date) -> f64) {
        let y = canvas.frame().bottom() + 32.0;
        let (painter, palette) = (&canvas.painter, canvas.palette);
        let painter = painter.with_clip_rect(painter.clip_rect().union(canvas.area().expand2(vec2(0.0, REACHED))));
        let word = self.text("pyramid-reached-short");
        let at = pos2(canvas.area().left(), y);
        painter.text(at, Align2::LEFT_CENTER, word, theme::text(size::SMALL), palette.weak);
        for dated in &self.cx.report.pyramid.history {
            if labelled.contains(&dated.day) {
                let color = if dated.reached > 0 { palette.accent } else { palette.text };
                let at = pos2(canvas.at(days(dated.day), 0.0).x, y);
                let font = theme::semibold(size::SMALL);
                painter.text(at, Align2::CENTER_CENTER, dated.reached.to_string(), font, color);
            }
        }
    }
}

/// The days whose dates fit below the plot: the latest first, then every one that keeps its distance.
fn labelled(history: &[Dated], pixels: &dyn Fn(Date) -> f64) -> Vec<Date> {
    let days = || history.iter().rev().map(|dated| dated.day);
    let labelled = with_room(&days().map(pixels).collect::<Vec<_>>(), f64::from(DATE));
    days().zip(labelled).filter_map(|(day, labelled)| labelled.then_some(day)).collect()
}
