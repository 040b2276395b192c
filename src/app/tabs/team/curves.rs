//! From the KPIs to the goal: those that serve run to it, those that pull away bend another's line.

use eframe::egui::{Align2, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::Desk;
use super::grid::{Grid, KpiLine};
use crate::app::theme::{self, Tone, size};
use crate::app::widgets::bands::{ease, paint_curve};
use crate::app::widgets::is_narrow;
use crate::app::widgets::plot::marks::{Dash, dashed};
use crate::app::widgets::text::{fitted, paint_galley, text_width};
use crate::calc::goal::Figure;
use crate::plan::team::KpiEffect;
use crate::t;
use crate::words::number;

/// Length of a curve, and in a narrow window.
const REACH: (f32, f32) = (74.0, 52.0);
/// Width of the bar that stands for the goal.
const BAR: f32 = 8.0;

/// A curve as drawn: what pulls away ends on it.
struct Curve {
    from: Pos2,
    to: Pos2,
}

impl Curve {
    fn y_at(&self, x: f32) -> f32 {
        let t = ((x - self.from.x) / (self.to.x - self.from.x)).clamp(0.0, 1.0);
        self.from.y + (self.to.y - self.from.y) * ease(t)
    }
}

impl Desk<'_, '_> {
    /// Curves, arrows, the goal's bar and its words.
    pub(super) fn curves(&self, ui: &Ui, grid: &Grid, lines: &[KpiLine]) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let left = grid.kpi.max + 6.0;
        let bar_left = left + if is_narrow(ui) { REACH.1 } else { REACH.0 };
        let middle = f32::midpoint(first.y, last.y);
        let half = ((last.y - first.y) / 2.0).max(60.0);
        let bar = Rect::from_x_y_ranges(bar_left..=bar_left + BAR, middle - half..=middle + half);
        let curves = serving(ui, lines, (left, bar));
        let mut arrows = 0_u8;
        for line in lines {
            let from = pos2(left + 6.0, line.y);
            match &line.effect {
                KpiEffect::Serves => {}
                KpiEffect::PullsAgainst(other) => {
                    let x = left + (bar_left - left) * 0.43 + 5.0 * f32::from(arrows % 5);
                    arrows = arrows.wrapping_add(1);
                    let target = lines.iter().position(|line| line.function == *other);
                    let to = target.map(|index| curves[index].as_ref().map_or(lines[index].y, |curve| curve.y_at(x)));
                    paint_pull(ui, from, x, to);
                }
                KpiEffect::Unlinked => {
                    let line = vec![pos2(left + 2.0, line.y), pos2(left + 30.0, line.y)];
                    let stroke = Stroke::new(1.5, theme::palette(ui).faint);
                    ui.painter().extend(dashed(line, stroke, Dash::Dotted));
                }
            }
        }
        ui.painter().rect_filled(bar, 2.0, theme::palette(ui).accent);
        let words_left = bar.right() + 14.0;
        self.goal_words(ui, Rect::from_x_y_ranges(words_left..=grid.right, bar.y_range()));
    }

    /// How much of the goal is reached, and what the goal is.
    fn goal_words(&self, ui: &Ui, area: Rect) {
        let goal = &self.cx.report.goal;
        let percent = goal
            .headline_attainment()
            .map_or_else(|| number::NOTHING.to_owned(), |reached| number::percent(self.cx.language(), reached, 0));
        let middle = area.center().y - 8.0;
        let palette = theme::palette(ui);
        let put = |offset: f32, text: &str, font: eframe::egui::FontId, tone: Tone| {
            let galley = fitted(ui.painter(), text, font, palette.ink(tone), area.width());
            paint_galley(ui.painter(), pos2(area.left(), middle + offset), Align2::LEFT_CENTER, galley);
        };
        put(-42.0, &self.text("goal-tab"), theme::semibold(size::BODY), Tone::Plain);
        put(-12.0, &percent, theme::semibold(size::HERO), Tone::Accent);
        let reached = if goal.headline_attainment().is_some() { "team-goal-reached" } else { "team-goal-unknown" };
        put(16.0, &self.text(reached), theme::text(size::SMALL), Tone::Weak);
        put(44.0, &self.goal_share(), theme::text(size::SMALL), Tone::Weak);
        // The amount and its currency on two lines where one is too short.
        let (revenue, small) = (self.goal_revenue(), theme::text(size::SMALL));
        let fits = text_width(ui, &revenue, small.clone()) <= area.width();
        let lines = revenue.split(|c| !fits && c == number::NO_BREAK_SPACE);
        for (line, offset) in lines.zip([61.0, 78.0]) {
            put(offset, line, small.clone(), Tone::Weak);
        }
    }

    /// "30 % of revenue".
    fn goal_share(&self) -> String {
        let share = self.cx.report.goal.target.share;
        share.map_or_else(String::new, |Figure { value, .. }| {
            t!(self.cx.words, "team-goal-share", percent = number::percent(self.cx.language(), value, 0))
        })
    }

    fn goal_revenue(&self) -> String {
        let revenue = self.cx.report.goal.target.revenue;
        revenue.map_or_else(String::new, |Figure { value, .. }| {
            number::amount_named(self.cx.words, self.cx.currency(), value)
        })
    }
}

/// Curves of the KPIs that serve, evenly spread over the goal's bar; one place for every line.
fn serving(ui: &Ui, lines: &[KpiLine], (left, bar): (f32, Rect)) -> Vec<Option<Curve>> {
    let count = lines.iter().filter(|line| line.effect == KpiEffect::Serves).count();
    let mut served = 0_usize;
    let curve = |line: &KpiLine| {
        if line.effect != KpiEffect::Serves {
            return None;
        }
        #[allow(clippy::cast_precision_loss)] // a handful of KPIs
        let share = (served as f32 + 0.5) / count as f32;
        served += 1;
        let to = pos2(bar.left(), bar.top() + bar.height() * share);
        let curve = Curve { from: pos2(left, line.y), to };
        paint_curve(ui.painter(), curve.from, curve.to, Stroke::new(2.5, theme::palette(ui).accent));
        Some(curve)
    };
    lines.iter().map(curve).collect()
}

/// Out of its row, then up or down to the line it pulls away.
fn paint_pull(ui: &Ui, from: Pos2, x: f32, to: Option<f32>) {
    let palette = theme::palette(ui);
    let stroke = Stroke::new(2.0, palette.warn);
    let corner = pos2(x, from.y);
    let Some(y) = to else {
        ui.painter().line_segment([from, corner], stroke);
        return;
    };
    let toward = if y < from.y { 1.0 } else { -1.0 };
    ui.painter().add(Shape::line(vec![from, corner, pos2(x, y + 6.0 * toward)], stroke));
    let head =
        vec![pos2(x, y) - vec2(0.0, 1.0 * toward), pos2(x - 4.5, y + 7.0 * toward), pos2(x + 4.5, y + 7.0 * toward)];
    ui.painter().add(Shape::convex_polygon(head, palette.warn, Stroke::NONE));
}
