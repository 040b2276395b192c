//! The odds of the whole plan: how often the headline measure comes out how high, and whether it reaches the goal.

use std::sync::Arc;

use eframe::egui::{Align2, Galley, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::Desk;
use crate::app::context::Cx;
use crate::app::theme::{self, size};
use crate::app::widgets::text::paint_galley;
use crate::app::widgets::{Axis, Canvas, Chart, round_step, weak};
use crate::calc::odds::{Histogram, Odds, Spread};
use crate::plan::goal::Measure;
use crate::t;
use crate::words::names::currency_name;
use crate::words::number;

/// Room below the plot for the marks of the percentiles.
const MARKS: f32 = 20.0;
/// Room above the bars for the words about the goal.
const WORDS: f32 = 10.0;
/// About how high the words about the goal are.
const GOAL_WORDS: f32 = 56.0;
/// Room between these words and the goal's line, and between figure and words.
const GAP: f32 = 8.0;

/// In what the plot counts, how often it was drawn and how sure it is; a narrow window has room for one of them.
pub(super) fn subtitle(cx: &Cx, narrow: bool) -> String {
    let Some(shown) = cx.drawn_odds() else { return String::new() };
    let drawn = t!(cx.words, "odds-subtitle-drawn", draws = number::count(f64::from(shown.odds.draws), 0));
    let error = cx.headline_chance().map(|chance| number::chance_error(chance.standard_error));
    // What is the same in every draw is not a little sure.
    let error = error.filter(|_| cx.headline_chance().is_some_and(|chance| chance.standard_error > 0.0));
    match error {
        Some(error) if narrow => t!(cx.words, "odds-subtitle-sure", error = error),
        None if narrow => drawn,
        Some(error) => {
            let sure = t!(cx.words, "odds-subtitle-sure", error = error);
            t!(cx.words, "odds-subtitle", unit = unit(cx), drawn = drawn, sure = sure)
        }
        None => t!(cx.words, "odds-subtitle-no-goal", unit = unit(cx), drawn = drawn),
    }
}

/// What the headline measure is counted in.
fn unit(cx: &Cx) -> String {
    match cx.report.goal.headline {
        Measure::Customers => cx.words.text("odds-unit-customers"),
        Measure::Revenue => currency_name(&cx.currency().code, cx.words),
        Measure::Share => "%".to_owned(),
    }
}

/// A value of the headline measure as short as plots want it.
pub(super) fn short(cx: &Cx, value: f64) -> String {
    match cx.report.goal.headline {
        Measure::Share => number::percent_bare(value, 1),
        Measure::Customers | Measure::Revenue => number::short(cx.language(), value),
    }
}

/// A value of the headline measure in full.
fn full(cx: &Cx, value: f64) -> String {
    match cx.report.goal.headline {
        Measure::Share => number::percent(cx.language(), value, 1),
        Measure::Customers => number::expected(value),
        Measure::Revenue => number::count(value, 0),
    }
}

/// Draws the plot, as tall as there is room within reason; without ranges, what to do to get one.
pub(super) fn ui(ui: &mut Ui, desk: &Desk, room: f32) {
    let cx = desk.cx;
    let drawn = cx.odds.and_then(|shown| Some((shown, shown.odds.histogram.as_ref()?)));
    let Some((shown, histogram)) = drawn else {
        let key = if cx.odds.is_some() { "odds-write-a-range" } else { "odds-drawing" };
        weak(ui, &cx.words.text(key));
        return;
    };
    shown.dimmed(ui, |ui| plot(ui, cx, (shown.odds, histogram), room));
}

fn plot(ui: &mut Ui, cx: &Cx, (odds, histogram): (&Odds, &Histogram), room: f32) {
    let (low, mut high) = (histogram.start, histogram.begin(histogram.counts.len()));
    let mut low = low;
    // A goal that is far off stands at the end, with room for its words.
    if let Some(target) = odds.target {
        let reach = high - low;
        high = high.max(target.min(high + reach) + 0.04 * reach);
        low = low.min(target.max(low - reach) - 0.04 * reach);
    }
    let short = |value: f64| short(cx, value);
    let x = axis(low, high, &short);
    let name = cx.words.text("odds-of-plan");
    let height = (room - MARKS).clamp(170.0, 560.0);
    let goal = GoalWords::of(ui, cx, odds);
    let wide = goal.as_ref().map_or(0.0, |goal| GAP + goal.width());
    let top = top_of_plot((odds, histogram), (low, high), (wide / ui.available_width().max(1.0), height));
    let chart = Chart::new(&name, x, Axis::new(0.0..=top)).no_grid().left(0.0).right(0.0);
    let ((), response) = chart.top(WORDS).height(height).show(ui, |canvas| {
        bars(canvas, (odds, histogram));
        percentiles(canvas, cx, odds);
        if let Some(goal) = &goal {
            goal.paint(canvas);
        }
        beyond(canvas, cx, (odds, histogram));
        hovered(canvas, histogram);
    });
    response.on_hover_text(in_words(cx, (odds, histogram)));
    ui.add_space(MARKS);
}

/// How many draws the plot reaches up to: a little more than the highest bar, and enough that the words about the goal
/// stand above the bars behind them. They take a part of its width.
fn top_of_plot((odds, histogram): (&Odds, &Histogram), (low, high): (f64, f64), (part, height): (f32, f32)) -> f64 {
    let most = histogram.counts.iter().copied().max().unwrap_or(1).max(1);
    let top = f64::from(most) * 1.16;
    let Some(target) = odds.target else { return top };
    let room = f64::from(part) * (high - low);
    let start = target.clamp(low, high);
    let behind = if start + room <= high { start..start + room } else { start - room..start };
    let bars = histogram.counts.iter().enumerate();
    let hidden = bars.filter(|(bar, _)| histogram.begin(bar + 1) > behind.start && histogram.begin(*bar) < behind.end);
    let highest = hidden.map(|(_, count)| *count).max().unwrap_or(0);
    let free = 1.0 - f64::from(GOAL_WORDS / (height - WORDS - MARKS).max(2.0 * GOAL_WORDS));
    top.max(f64::from(highest) / free)
}

/// Ticks at round numbers, but none so near an end that its label would be cut.
fn axis(low: f64, high: f64, label: &dyn Fn(f64) -> String) -> Axis {
    let reach = high - low;
    let step = round_step(reach / 6.0);
    let (first, last) = (low + 0.05 * reach, high - 0.05 * reach);
    let ticks = (0..20).map(|tick| ((first / step).ceil() + f64::from(tick)) * step);
    ticks.take_while(|at| *at <= last).fold(Axis::new(low..=high), |axis, at| axis.tick(at, label(at), false))
}

/// Bars that reach the goal in accent, the others in grey.
fn bars(canvas: &Canvas<'_>, (odds, histogram): (&Odds, &Histogram)) {
    let below = canvas.palette.faint.gamma_multiply(0.55);
    for (number, count) in histogram.counts.iter().enumerate() {
        let (start, end) = (histogram.begin(number), histogram.begin(number + 1));
        let reaches = odds.target.is_some_and(|target| start >= target - 1e-6 * histogram.width);
        let (foot, head) = (canvas.at(start, 0.0), canvas.at(end, f64::from(*count)));
        let bar = Rect::from_two_pos(foot, pos2(head.x - 1.5, head.y));
        canvas.painter.rect_filled(bar, 0.0, if reaches { canvas.palette.accent } else { below });
    }
}

/// Small uprights under the axis at P10, P50 and P90, their words below the ticks and clear of each other.
fn percentiles(canvas: &Canvas<'_>, cx: &Cx, odds: &Odds) {
    let Some(Spread { p10, p50, p90, .. }) = odds.spread(odds.headline) else { return };
    let frame = canvas.frame();
    let font = theme::semibold(size::SMALL);
    let mut left = frame.left();
    for (name, value) in [("P10", p10), ("P50", p50), ("P90", p90)] {
        let at = pos2(canvas.at(value, 0.0).x, frame.bottom() + 1.5);
        let corners = vec![at, at + vec2(4.5, 7.0), at + vec2(-4.5, 7.0)];
        canvas.painter.add(Shape::convex_polygon(corners, canvas.palette.text, Stroke::NONE));
        let words = format!("{name} {}", short(cx, value));
        let galley = canvas.painter.layout_no_wrap(words, font.clone(), canvas.palette.text);
        let wide = galley.size().x;
        let start = (at.x - wide / 2.0).clamp(left, (frame.right() - wide).max(left));
        left = start + wide + 6.0;
        paint_galley(&canvas.painter, pos2(start, frame.bottom() + 22.0), Align2::LEFT_TOP, galley);
    }
}

/// The words about the goal: how much it is, how likely it is reached, and who falls short.
struct GoalWords {
    target: f64,
    goal: Arc<Galley>,
    figure: Arc<Galley>,
    reach: Arc<Galley>,
    short: Arc<Galley>,
}

impl GoalWords {
    fn of(ui: &Ui, cx: &Cx, odds: &Odds) -> Option<Self> {
        let (target, chance) = (odds.target?, odds.headline_chance()?.value);
        let palette = theme::palette(ui);
        let short = t!(cx.words, "odds-fall-short", percent = number::chance(cx.words, 1.0 - chance));
        let goal = t!(cx.words, "odds-goal", amount = full(cx, target));
        let reached = number::chance(cx.words, chance);
        let galley = |text: String, font, color| ui.painter().layout_no_wrap(text, font, color);
        Some(Self {
            target,
            goal: galley(goal, theme::semibold(size::SMALL), palette.text),
            figure: galley(reached, theme::semibold(size::HERO), palette.accent),
            reach: galley(cx.words.text("odds-reach"), theme::text(size::BODY), palette.text),
            short: galley(short, theme::text(size::SMALL), palette.weak),
        })
    }

    fn width(&self) -> f32 {
        self.goal.size().x.max(self.figure.size().x + GAP + self.reach.size().x)
    }

    /// The goal's line; at its left who falls short, at its right how likely it is reached.
    fn paint(&self, canvas: &Canvas<'_>) {
        let frame = canvas.frame();
        let [left, right] = [frame.left(), frame.right()];
        let x = canvas.at(self.target, 0.0).x;
        if (left - 1.0..=right + 1.0).contains(&x) {
            canvas.painter.vline(x, frame.y_range(), Stroke::new(2.0, canvas.palette.text));
        }
        let (x, wide, top) = (x.clamp(left, right), self.width(), frame.top());
        // Where the line stands far at the right, its words stand at the left.
        let start = if x + GAP + wide <= right { x + GAP } else { x - GAP - wide };
        let words = |at, align, galley: &Arc<Galley>| {
            paint_galley(&canvas.painter, at, align, Arc::clone(galley));
        };
        if start > x && x - GAP - self.short.size().x >= left {
            words(pos2(x - GAP, top), Align2::RIGHT_TOP, &self.short);
        }
        let below = top + self.goal.size().y;
        let baseline = below + self.figure.size().y;
        let beside = start + self.figure.size().x + GAP;
        words(pos2(start, top), Align2::LEFT_TOP, &self.goal);
        words(pos2(start, below - 2.0), Align2::LEFT_TOP, &self.figure);
        words(pos2(beside, baseline - 8.0), Align2::LEFT_BOTTOM, &self.reach);
    }
}

/// How many draws lie beyond the last bar, above the bars there; the odd one that always does needs no words.
fn beyond(canvas: &Canvas<'_>, cx: &Cx, (odds, histogram): (&Odds, &Histogram)) {
    let part = beyond_part(odds, histogram);
    if part < 0.0075 {
        return;
    }
    let text = t!(cx.words, "odds-beyond", percent = number::percent(cx.language(), part, 1));
    let galley = canvas.painter.layout_no_wrap(text, theme::text(size::SMALL), canvas.palette.weak);
    let end = canvas.at(histogram.begin(histogram.counts.len()), 0.0).x;
    let start = end - galley.size().x;
    let bars = histogram.counts.iter().enumerate();
    let below = bars.filter(|(bar, _)| canvas.at(histogram.begin(bar + 1), 0.0).x > start).map(|(_, count)| *count);
    let foot = canvas.at(0.0, f64::from(below.max().unwrap_or(0))).y - 2.0;
    paint_galley(&canvas.painter, pos2(end, foot), Align2::RIGHT_BOTTOM, galley);
}

/// The part of all draws that lies beyond the last bar.
fn beyond_part(odds: &Odds, histogram: &Histogram) -> f64 {
    f64::from(histogram.outside[1]) / f64::from(odds.draws.max(1))
}

/// Marks the bar under the mouse at its foot.
fn hovered(canvas: &Canvas<'_>, histogram: &Histogram) {
    let Some([x, _]) = canvas.hovered() else { return };
    let bar = (0..histogram.counts.len()).find(|bar| x < histogram.begin(bar + 1));
    let Some(bar) = bar.filter(|_| x >= histogram.start) else { return };
    let (left, right) = (canvas.at(histogram.begin(bar), 0.0), canvas.at(histogram.begin(bar + 1), 0.0));
    let foot = Rect::from_min_max(left, pos2(right.x - 1.5, left.y + 2.0));
    canvas.painter.rect_filled(foot, 0.0, canvas.palette.text);
}

/// What the plot says, for whoever cannot see it or wants the figures.
fn in_words(cx: &Cx, (odds, histogram): (&Odds, &Histogram)) -> String {
    let Some(spread) = odds.spread(odds.headline) else { return String::new() };
    let [low, middle, high] = [spread.p10, spread.p50, spread.p90]
        .map(|value| if odds.headline == Measure::Share { value } else { number::significant(value, 4) })
        .map(|value| full(cx, value));
    let end = full(cx, histogram.begin(histogram.counts.len()));
    let beyond = number::percent(cx.language(), beyond_part(odds, histogram), 1);
    t!(cx.words, "odds-in-words", low = low, middle = middle, high = high, beyond = beyond, end = end)
}
