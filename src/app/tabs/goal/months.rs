//! Contributed revenue month by month: what is expected, the goal's path, the dated events.

use std::sync::Arc;

use eframe::egui::{Align2, Galley, Rangef, Rect, Stroke, Ui, pos2, vec2};

use crate::app::context::Cx;
use crate::app::theme::{self, Tone, size};
use crate::app::widgets::text::{elided, paint_galley, text_width};
use crate::app::widgets::{Axis, Canvas, Chart, Dash, Words, apart, clear_of, month_axis};
use crate::calc::odds::Fan;
use crate::plan::{Date, Money, Period};
use crate::t;
use crate::words::number;

/// The name of an event is at most this wide.
const NAME_WIDTH: f32 = 160.0;

/// So many events have their words as far down as they need; more would bury the lines, and keep to the upper third.
const FEW: usize = 6;

/// At most so many names stand in what is said about a day.
const ON_HOVER: usize = 6;

/// How tall the line of an event without words is.
const TICK: f32 = 6.0;

/// A gap is marked from this height on: below it nobody sees what the words speak of.
const LEAST_GAP: f32 = 6.0;

/// Draws the plot, as tall as there is room within reason.
pub fn ui(ui: &mut Ui, cx: &Cx, room: f32) {
    let (goal, currency) = (&cx.report.goal, cx.currency());
    let units = |money: Money| currency.units(money);
    let target = goal.target.revenue.map(|figure| units(figure.value));
    let highest = goal.months.iter().flat_map(|month| [Some(month.expected), month.path]).flatten().map(units);
    let drawn = fan(cx).last().map_or(0.0, |fan| fan.most.high);
    let highest = highest.fold(target.unwrap_or(0.0).max(drawn), f64::max).max(1.0);
    let short = |value: f64| number::short(cx.language(), value);
    let ends = ends(cx, target);
    let wide = |end: &End| text_width(ui, &end.words, theme::semibold(size::SMALL));
    let end_room = ends.iter().map(wide).fold(0.0, f32::max) + 12.0;
    let marks = marks(cx);
    let name = cx.words.text("goal-months");
    let chart =
        Chart::new(&name, month_axis(cx.words, cx.plan.period, &f64::from), Axis::nice(0.0, highest * 1.04, 5, &short));
    let (near, response) = chart.height(room.clamp(160.0, 900.0)).right(end_room).show(ui, |canvas| {
        goal_level(canvas, cx, target);
        let taken = target.and_then(|target| level_of(canvas, cx, target));
        events(canvas, &marks, taken);
        ranges(canvas, cx);
        lines(canvas, cx);
        end_words(canvas, cx, &ends);
        widest_gap(canvas, cx);
        near(canvas, cx, &marks)
    });
    if let Some(near) = near {
        response.on_hover_text_at_pointer(near);
    }
}

/// Something with a date: its name, and its day in words.
struct Mark {
    at: f64,
    name: String,
    day: String,
}

fn marks(cx: &Cx) -> Vec<Mark> {
    let mark = |date: Option<Date>, name: &str, key: &str| {
        let date = date?;
        let day = t!(cx.words, key, day = number::day_and_month(cx.words, date));
        Some(Mark { at: months_until(cx.plan.period, date)?, name: name.to_owned(), day })
    };
    let events = cx.plan.events.iter().filter_map(|event| mark(event.date, &event.name, "goal-mark-event"));
    let ripples = cx.plan.ripples.iter().filter_map(|ripple| mark(ripple.date, &ripple.name, "goal-mark-ripple"));
    let mut marks: Vec<Mark> = events.chain(ripples).collect();
    marks.sort_by(|one, other| one.at.total_cmp(&other.at));
    marks
}

/// Where a day stands on the axis; `None` outside the period.
fn months_until(period: Period, day: Date) -> Option<f64> {
    let month = period.month_of(day)?;
    let (start, next) = (period.month_start(month), period.month_start(month + 1));
    let days = |from: Date, to: Date| f64::from((to - from).get_days());
    Some(f64::from(month) + days(start, day) / days(start, next).max(1.0))
}

/// Words stand at the left of their line, at the right where there is no room, lower where they would meet others.
/// Where there is no room for words, a short line has to do.
fn events(canvas: &Canvas<'_>, marks: &[Mark], level: Option<Rect>) {
    let frame = canvas.frame();
    let bottom = if marks.len() > FEW { frame.top() + frame.height() / 3.0 } else { frame.bottom() };
    // The line of the goal is not broken by words.
    let mut taken: Vec<Rect> = level.into_iter().collect();
    let words: Vec<MarkWords> = marks.iter().map(|mark| MarkWords::of(canvas, mark)).collect();
    let mut placed = Vec::new();
    for (mark, words) in marks.iter().zip(words) {
        match clear_of(&taken, words.wanted, bottom) {
            Some(rect) => {
                canvas.event(mark.at, canvas.palette.weak);
                taken.push(rect.expand2(vec2(6.0, 0.0)));
                placed.push((words, rect));
            }
            None => tick(canvas, mark.at),
        }
    }
    // Over all lines: the ground keeps those of other events out of the words.
    for (words, rect) in placed {
        words.paint(canvas, rect);
    }
}

/// The line of an event without words.
fn tick(canvas: &Canvas<'_>, at: f64) {
    let (x, foot) = (canvas.at(at, 0.0).x, canvas.frame().bottom());
    canvas.painter.vline(x, Rangef::new(foot - TICK, foot), Stroke::new(1.2, canvas.palette.weak));
}

/// The words of an event: where they want to stand, and on which side of its line.
struct MarkWords {
    name: Arc<Galley>,
    day: Arc<Galley>,
    wanted: Rect,
    at_right: bool,
}

impl MarkWords {
    fn of(canvas: &Canvas<'_>, mark: &Mark) -> Self {
        let frame = canvas.frame();
        let at = pos2(canvas.at(mark.at, 0.0).x, frame.top() - 6.0);
        let font = theme::semibold(size::SMALL);
        let name = elided(&canvas.painter, &mark.name, font, canvas.palette.text, NAME_WIDTH);
        let day = canvas.painter.layout_no_wrap(mark.day.clone(), theme::text(size::SMALL), canvas.palette.weak);
        let wide = name.size().x.max(day.size().x);
        let at_right = at.x - wide - 6.0 < frame.left();
        let left = if at_right { at.x + 6.0 } else { at.x - wide - 6.0 };
        let wanted = Rect::from_min_size(pos2(left, at.y), vec2(wide, name.size().y + day.size().y));
        Self { name, day, wanted, at_right }
    }

    fn paint(self, canvas: &Canvas<'_>, rect: Rect) {
        canvas.painter.rect_filled(rect.expand2(vec2(2.0, -2.0)), 0.0, canvas.palette.panel);
        let (anchor, corner) =
            if self.at_right { (Align2::LEFT_TOP, rect.left_top()) } else { (Align2::RIGHT_TOP, rect.right_top()) };
        let below = corner + vec2(0.0, self.name.size().y);
        canvas.say(self.name.text());
        paint_galley(&canvas.painter, corner, anchor, self.name);
        paint_galley(&canvas.painter, below, anchor, self.day);
    }
}

/// The events within a few pixels of the pointer, as not all of many have their words.
fn near(canvas: &Canvas<'_>, cx: &Cx, marks: &[Mark]) -> Option<String> {
    let [at, _] = canvas.hovered()?;
    let x = canvas.at(at, 0.0).x;
    let close = marks.iter().filter(|mark| (canvas.at(mark.at, 0.0).x - x).abs() <= 5.0);
    let mut lines: Vec<String> = close.map(|mark| format!("{}  {}", mark.name, mark.day)).collect();
    let further = lines.len().saturating_sub(ON_HOVER);
    lines.truncate(ON_HOVER);
    if further > 0 {
        lines.push(t!(cx.words, "common-further-events", n = further));
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// Where contributed revenue may stand each month, as far as it was drawn.
fn fan<'a>(cx: &'a Cx) -> &'a [Fan] {
    cx.drawn_odds().map_or(&[], |shown| &shown.odds.months)
}

/// What stands at the end of a line: where it ends, and its words.
struct End {
    value: f64,
    words: String,
    tone: Tone,
    strong: bool,
}

/// The goal, the end of its path where that is another, what is expected, and the ends of the 90 % range.
fn ends(cx: &Cx, target: Option<f64>) -> Vec<End> {
    let units = |money: Money| cx.currency().units(money);
    let last = cx.report.goal.months.last();
    let apart = target.is_none() || cx.report.goal.path_misses().is_some();
    let path = last.and_then(|month| month.path).filter(|_| apart).map(units);
    let expected = last.map(|month| units(month.expected));
    let most = fan(cx).last().map(|fan| fan.most).filter(|most| most.high > most.low);
    let ends = [
        ("goal-end-goal", target, Tone::Plain),
        ("goal-end-path", path, Tone::Plain),
        ("goal-end-expected", expected, Tone::Accent),
    ];
    let short = |value| number::short(cx.language(), value);
    let end = |(key, value, tone): (&str, Option<f64>, Tone)| {
        let words = t!(cx.words, key, amount = short(value?));
        Some(End { value: value?, words, tone, strong: true })
    };
    let range = most.map(|most| [("P95", most.high), ("P5", most.low)]);
    let edge =
        |(name, value)| End { value, words: format!("{name} {}", short(value)), tone: Tone::Weak, strong: false };
    let mut ends: Vec<End> = ends.into_iter().filter_map(end).chain(range.into_iter().flatten().map(edge)).collect();
    ends.sort_by(|one, other| other.value.total_cmp(&one.value));
    ends
}

/// The 90 % range and, darker inside it, the 50 % range.
#[allow(clippy::cast_precision_loss)] // at most 120 months
fn ranges(canvas: &mut Canvas<'_>, cx: &Cx) {
    let Some(shown) = cx.drawn_odds() else { return };
    let mut color = canvas.palette.accent;
    if !shown.is_fresh {
        color = color.gamma_multiply(0.5);
    }
    for range in [|fan: &Fan| fan.most, |fan: &Fan| fan.half] {
        let months = shown.odds.months.iter().enumerate().map(|(month, fan)| (month as f64 + 1.0, range(fan)));
        let samples = months.map(|(month, range)| (month, range.low, range.high));
        let samples: Vec<_> = std::iter::once((0.0, 0.0, 0.0)).chain(samples).collect();
        canvas.band(&samples, color);
    }
}

/// What the level of the goal takes of the plot, where it is drawn.
fn level_of(canvas: &Canvas<'_>, cx: &Cx, target: f64) -> Option<Rect> {
    let is_drawn = cx.plan.goal.path.is_empty() || cx.report.goal.path_misses().is_some();
    let y = canvas.at(0.0, target).y;
    is_drawn.then(|| Rect::from_x_y_ranges(canvas.frame().x_range(), y - 2.0..=y + 2.0))
}

/// The goal as a level where no path leads to it: without milestones only the end is known, and they may end elsewhere.
#[allow(clippy::cast_precision_loss)] // at most 120 months
fn goal_level(canvas: &Canvas<'_>, cx: &Cx, target: Option<f64>) {
    let Some(target) = target else { return };
    let goal = &cx.report.goal;
    let level = [[0.0, target], [goal.months.len() as f64, target]];
    if cx.plan.goal.path.is_empty() {
        canvas.line(&level, canvas.stroke(Tone::Plain, 2.0), Dash::Solid);
    } else if goal.path_misses().is_some() {
        canvas.line(&level, canvas.stroke(Tone::Plain, 1.0), Dash::Dashed);
    }
}

#[allow(clippy::cast_precision_loss)] // at most 120 months
fn lines(canvas: &Canvas<'_>, cx: &Cx) {
    let units = |money: Money| cx.currency().units(money);
    let months = &cx.report.goal.months;
    let through = |values: Vec<f64>| -> Vec<[f64; 2]> {
        let from_start = std::iter::once(0.0).chain(values);
        from_start.enumerate().map(|(month, value)| [month as f64, value]).collect()
    };
    let path: Option<Vec<f64>> = months.iter().map(|month| month.path.map(units)).collect();
    if let Some(path) = path.filter(|path| !path.is_empty()) {
        canvas.line(&through(path), canvas.stroke(Tone::Plain, 2.0), Dash::Solid);
    }
    let expected = through(months.iter().map(|month| units(month.expected)).collect());
    canvas.line(&expected, canvas.stroke(Tone::Accent, 2.5), Dash::Solid);
    for [month, value] in expected.iter().skip(1) {
        canvas.point_mark(*month, *value, canvas.palette.accent);
    }
}

/// The words at the ends of the lines, pushed apart where the ends are close.
#[allow(clippy::cast_precision_loss)] // at most 120 months
fn end_words(canvas: &Canvas<'_>, cx: &Cx, ends: &[End]) {
    let last = cx.report.goal.months.len() as f64;
    let wanted: Vec<f32> = ends.iter().map(|end| canvas.at(last, end.value).y).collect();
    let frame = canvas.frame();
    let inside = Rangef::new(frame.top() - 6.0, frame.bottom() + 8.0);
    for (end, y) in ends.iter().zip(apart(&wanted, &|_| 16.0, inside)) {
        let words = Words { strong: end.strong, ..Words::right(&end.words, end.tone) };
        canvas.words_at(pos2(frame.right(), y), words);
    }
}

#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)] // at most 120 months
fn widest_gap(canvas: &Canvas<'_>, cx: &Cx) {
    let goal = &cx.report.goal;
    let Some((month, gap)) = goal.widest_gap else { return };
    let Some((expected, Some(path))) = goal.months.get(month).map(|point| (point.expected, point.path)) else { return };
    let units = |money: Money| cx.currency().units(money);
    let x = month as f64 + 1.0;
    let tall = canvas.at(x, units(expected)).y - canvas.at(x, units(path)).y;
    if tall < LEAST_GAP {
        return;
    }
    canvas.bracket(x, (units(expected), units(path)), Tone::Warn);
    let amount = number::short_money(cx.language(), cx.currency(), gap);
    let name = number::month_of(cx.words, &cx.plan.period, u32::try_from(month).unwrap_or(0));
    // What is short of the path is not what is short of the goal where the path leads elsewhere.
    let key = if goal.path_misses().is_some() { "goal-gap-to-path" } else { "goal-gap" };
    let words = t!(cx.words, key, month = name, amount = amount);
    let late = month + 3 > goal.months.len();
    let mut foot = canvas.at(x, units(expected));
    // Above the axis, even where little is expected yet.
    foot.y = foot.y.min(canvas.frame().bottom() - 28.0);
    let at_right = Words { offset: (20.0, 16.0), ..Words::right(&words, Tone::Warn).semibold() };
    let at_left = Words { offset: (-12.0, 18.0), ..Words::left(&words, Tone::Warn).semibold() };
    canvas.words_at(foot, if late { at_left } else { at_right });
}
