//! The last step of the chain: what the goal is made of, and what is missing.

use eframe::egui::{Align, Align2, Color32, Painter, Rangef, Rect, Stroke, Ui, pos2, vec2};

use super::places::{SOURCES, STEPS, TOP, bars_of, tone};
use crate::app::context::Cx;
use crate::app::theme::{self, Tone, size};
use crate::app::widgets::apart;
use crate::app::widgets::plot::marks::{Dash, dashed};
use crate::app::widgets::text::{fitted, paint_galley};
use crate::calc::goal::Figure;
use crate::plan::Money;
use crate::words::number;

/// Width of the bar.
const GOAL_BAR: f32 = 22.0;

/// The last step: what the goal is made of.
pub struct Goal {
    /// Where the source bars stand, in the order of the sources.
    pub sources: Vec<Rect>,
    baseline: Rect,
    line: Option<f32>,
    missing: Option<Rect>,
    area: Rect,
}

/// Words and an amount at a height of the last bar.
struct GoalRow {
    y: f32,
    word: String,
    amount: String,
    tone: Tone,
}

impl Goal {
    /// Places everything in the chain's area.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "heights on screen")]
    pub fn of(cx: &Cx, area: Rect) -> Self {
        let (report, currency) = (cx.report, cx.currency());
        let expected = currency.units(report.goal.expected.revenue);
        let target = report.goal.target.revenue.map(|figure| currency.units(figure.value));
        let full = target.unwrap_or(0.0).max(expected);
        let height = |value: f64| if full > 0.0 { (value / full) as f32 * bars_of(area) } else { 0.0 };
        let left = (area.left() + area.width() * STEPS[5]).round();
        let bottom = area.top() + TOP + bars_of(area);
        let bar = |top: f32, tall: f32| Rect::from_min_size(pos2(left, top), vec2(GOAL_BAR, tall));
        let mut top = bottom - height(expected);
        let mut sources = Vec::new();
        for flow in &report.chain.flows {
            sources.push(bar(top, height(flow.revenue)));
            top += height(flow.revenue);
        }
        let line = target.map(|target| bottom - height(target));
        let missing = target.filter(|target| *target > expected).map(|target| {
            Rect::from_min_max(pos2(left, bottom - height(target)), pos2(left + GOAL_BAR, bottom - height(expected)))
        });
        Self { sources, baseline: bar(top, (bottom - top).max(0.0)), line, missing, area }
    }

    /// Paints it.
    pub fn paint(&self, ui: &Ui, cx: &Cx) {
        let (palette, painter) = (theme::palette(ui), ui.painter());
        for (rect, source) in self.sources.iter().zip(SOURCES) {
            painter.rect_filled(*rect, 0.0, palette.mark(tone(source)));
        }
        painter.rect_filled(self.baseline, 0.0, palette.faint);
        if let Some(missing) = self.missing {
            let inside = missing.shrink(0.75);
            let outline = [inside.left_top(), inside.right_top(), inside.right_bottom(), inside.left_bottom()];
            let outline = outline.into_iter().chain([inside.left_top()]).collect();
            painter.extend(dashed(outline, Stroke::new(1.5, palette.warn), Dash::Dotted));
        }
        let left = self.baseline.left();
        let mut rows = self.rows(cx);
        rows.sort_by(|one, other| one.y.total_cmp(&other.y));
        let room = Rangef::new(self.area.top() + TOP, self.area.top() + TOP + bars_of(self.area) + 2.0);
        let wanted: Vec<f32> = rows.iter().map(|row| row.y).collect();
        for (row, y) in rows.iter().zip(apart(&wanted, &|_| 17.0, room)) {
            let look = (palette.ink(row.tone), row.tone != Tone::Weak);
            self.row(painter, (left + GOAL_BAR + 8.0, y), (&row.word, &row.amount), look);
        }
        let Some(line) = self.line else { return };
        let right = if self.is_surpassed() { left + GOAL_BAR + 4.0 } else { self.area.right() };
        painter.hline(left..=right, line, Stroke::new(2.0, palette.text));
        if let Some(target) = cx.report.goal.target.revenue.filter(|_| !self.is_surpassed()) {
            let (word, amount) = (cx.words.text("overview-goal-short"), figure_shown(cx, target));
            self.row(painter, (left, line - 11.0), (&word, &amount), (palette.text, true));
        }
    }

    /// Whether more is expected than the goal asks for: its line then crosses the bar, and its words stand beside it.
    fn is_surpassed(&self) -> bool {
        self.line.is_some_and(|line| line > self.area.top() + TOP + 0.5)
    }

    /// The words at the bar: what is missing, what this plan adds, what there was; the goal, if it is surpassed.
    fn rows(&self, cx: &Cx) -> Vec<GoalRow> {
        let report = &cx.report.goal;
        let row = |y: f32, key: &str, amount: String, tone: Tone| GoalRow { y, word: cx.words.text(key), amount, tone };
        let estimate = |amount: Money| number::estimate(cx.currency(), amount);
        let mut rows = Vec::new();
        if let (Some(missing), Some(amount)) = (self.missing, report.missing_revenue) {
            rows.push(row(missing.top() + 10.0, "overview-missing", estimate(amount), Tone::Warn));
        }
        let won = report.expected.revenue.minus(report.baseline.revenue).unwrap_or_default();
        let sources = self.sources.iter().copied().fold(Rect::NOTHING, Rect::union);
        if sources.height() > 0.5 {
            rows.push(row(sources.center().y, "overview-this-plan", estimate(won), Tone::Plain));
        }
        if self.baseline.height() > 0.5 {
            let y = self.baseline.center().y;
            let baseline = number::amount(cx.currency(), report.baseline.revenue);
            rows.push(row(y, "overview-baseline", baseline, Tone::Weak));
        }
        if let (Some(line), Some(target), true) = (self.line, report.target.revenue, self.is_surpassed()) {
            rows.push(row(line, "overview-goal-short", figure_shown(cx, target), Tone::Plain));
        }
        rows
    }

    fn row(&self, painter: &Painter, (x, y): (f32, f32), (word, amount): (&str, &str), (ink, bold): (Color32, bool)) {
        let font = if bold { theme::semibold(size::SMALL) } else { theme::text(size::SMALL) };
        let word = painter.layout_no_wrap(word.to_owned(), theme::text(size::SMALL), ink);
        let room = self.area.right() - x - word.size().x - 6.0;
        let amount = fitted(painter, amount, font, ink, room);
        paint_galley(painter, pos2(self.area.right(), y), Align2::RIGHT_CENTER, amount);
        paint_galley(painter, pos2(x, y), Align2([Align::Min, Align::Center]), word);
    }
}

/// A figure of the goal: exact as typed, in whole units where it follows from others.
pub fn figure_shown(cx: &Cx, figure: Figure<Money>) -> String {
    if figure.derived {
        number::estimate(cx.currency(), figure.value)
    } else {
        number::amount(cx.currency(), figure.value)
    }
}
