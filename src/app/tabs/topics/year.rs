//! The planned time: all topics, their sum, and the events they are to carry.

use std::sync::Arc;

use eframe::egui::{Align2, CursorIcon, Galley, Pos2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::View;
use super::attention::{level_words, scale};
use crate::app::context::Cx;
use crate::app::icons;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::plot::marks::dashed;
use crate::app::widgets::text::{elided, paint_galley};
use crate::app::widgets::{Axis, Canvas, Chart, Dash, apart, clear_of, focus_ring, section_with, weak};
use crate::calc::topics::{EventMark, Phase, attention, day_number, total_attention};
use crate::plan::{Id as ItemId, Topic};
use crate::report::lookup;
use crate::t;
use crate::words::number;

/// How strongly the phases of the selected topic are filled.
const FILLS: [f32; 6] = [0.22, 0.32, 0.40, 0.52, 0.32, 0.22];

/// The name of a topic is at most this wide.
const NAME_WIDTH: f32 = 160.0;

/// Draws the section.
pub fn ui(ui: &mut Ui, cx: &Cx, view: &mut View, height: f32) {
    let words = cx.words;
    let title = words.text(if cx.plan.period.months == 12 { "topics-year" } else { "topics-period" });
    section_with(ui, &title, &words.text("topics-year-words"), |ui| key(ui, cx));
    let short = |value: f64| number::short(cx.language(), value);
    let highest = cx.plan.topics.list.iter().map(|topic| topic.peak).fold(cx.report.topics.highest, f64::max);
    let y = scale(highest, &short);
    let chart = Chart::new(&title, months(cx), y).height(height).top(28.0).right(2.0);
    let (labels, _) = chart.show(ui, |canvas| {
        others(canvas, cx, view);
        sum(canvas, cx);
        chosen(canvas, cx, view);
        level(canvas, cx);
        marks(canvas, cx);
        names(canvas, cx, view)
    });
    for (id, rect) in labels {
        pick(ui, cx, (&id, rect), view);
    }
}

/// What the lines mean, from the right.
fn key(ui: &mut Ui, cx: &Cx) {
    let palette = theme::palette(ui);
    let lines = [
        ("topics-key-sum", palette.text, Dash::Dotted),
        ("topics-key-others", palette.faint, Dash::Solid),
        ("topics-key-selected", palette.accent, Dash::Solid),
    ];
    ui.spacing_mut().item_spacing.x = space::XS;
    for (word, color, dash) in lines {
        weak(ui, &cx.words.text(word));
        let (rect, _) = ui.allocate_exact_size(vec2(18.0, 12.0), Sense::hover());
        let line = vec![rect.left_center(), rect.right_center()];
        ui.painter().extend(dashed(line, Stroke::new(2.0, color), dash));
        ui.add_space(space::S);
    }
}

fn days(cx: &Cx) -> f64 {
    day_number(cx.plan, cx.plan.period.end()).max(1.0)
}

/// Month names between ticks; at most a dozen of them, with the year where there are several.
fn months(cx: &Cx) -> Axis {
    let period = &cx.plan.period;
    let months = period.months.min(120);
    let every = months.div_ceil(12).max(1);
    let start = |index: u32| day_number(cx.plan, period.month_start(index));
    let mut axis = Axis::new(0.0..=days(cx)).tick(0.0, "", false);
    for index in (0..months).step_by(every as usize) {
        let (from, to) = (start(index), start((index + every).min(months)));
        let day = period.month_start(index);
        let name = number::month_short(cx.words, day.month());
        let name = if months > 12 { format!("{name} {:02}", day.year() % 100) } else { name };
        axis = axis.tick(to.min(days(cx)), "", false).label(f64::midpoint(from, to), name);
    }
    axis
}

fn curve(cx: &Cx, topic: &Topic, (from, to): (f64, f64)) -> Vec<[f64; 2]> {
    let peak = day_number(cx.plan, topic.peak_day);
    let from = from.max(-days(cx));
    (0..=96_u8)
        .map(|step| {
            let t = from + (to - from) * f64::from(step) / 96.0;
            [t, attention(topic, t, peak)]
        })
        .collect()
}

/// Where a topic is worth drawing: four spreads to either side, inside the planned time.
fn reach(cx: &Cx, topic: &Topic) -> (f64, f64) {
    let peak = day_number(cx.plan, topic.peak_day);
    let wide = 4.0 * topic.spread_days.max(0.0);
    ((peak - wide).clamp(0.0, days(cx)), (peak + wide).clamp(0.0, days(cx)))
}

fn filled(points: &[[f64; 2]]) -> Vec<(f64, f64, f64)> {
    points.iter().map(|[x, y]| (*x, 0.0, *y)).collect()
}

fn others(canvas: &Canvas<'_>, cx: &Cx, view: &View) {
    for topic in cx.plan.topics.list.iter().filter(|topic| Some(&topic.id) != view.selected.as_ref()) {
        let points = curve(cx, topic, reach(cx, topic));
        canvas.filled_band(&filled(&points), canvas.palette.faint.gamma_multiply(0.22));
        canvas.line(&points, Stroke::new(2.0, canvas.palette.faint), Dash::Solid);
    }
}

fn chosen(canvas: &Canvas<'_>, cx: &Cx, view: &View) {
    let Some(topic) = super::selected(cx, view) else { return };
    let peak = day_number(cx.plan, topic.peak_day);
    for (phase, share) in Phase::ALL.into_iter().zip(FILLS) {
        let (from, to) = phase.bounds(&cx.plan.topics.phases);
        let at = |z: f64| (peak + z * topic.spread_days).clamp(0.0, days(cx));
        if at(to) > at(from) {
            let points = curve(cx, topic, (at(from), at(to)));
            canvas.filled_band(&filled(&points), canvas.palette.accent.gamma_multiply(share));
        }
    }
    let points = curve(cx, topic, reach(cx, topic));
    canvas.line(&points, canvas.stroke(Tone::Accent, 2.5), Dash::Solid);
}

fn sum(canvas: &Canvas<'_>, cx: &Cx) {
    let (last, steps) = (days(cx), 600_u16);
    let points: Vec<[f64; 2]> = (0..=steps)
        .map(|step| {
            let t = last * f64::from(step) / f64::from(steps);
            [t, total_attention(cx.plan, t)]
        })
        .collect();
    canvas.filled_band(&filled(&points), canvas.palette.text.gamma_multiply(0.09));
    canvas.line(&points, Stroke::new(1.2, canvas.palette.text), Dash::Dotted);
}

/// From which attention on an event is carried.
fn level(canvas: &Canvas<'_>, cx: &Cx) {
    let (highest, share) = (cx.report.topics.highest, cx.plan.topics.carries_from.0);
    if highest > 0.0 {
        canvas.dashed_level(highest * share, &level_words(cx));
    }
}

/// Events with their state and share above the plot.
fn marks(canvas: &Canvas<'_>, cx: &Cx) {
    let mut marks: Vec<&EventMark> = cx.report.topics.marks.iter().collect();
    marks.sort_by_key(|mark| mark.day);
    let day = |mark: &EventMark| day_number(cx.plan, mark.day);
    for mark in &marks {
        canvas.event(day(mark), canvas.palette.text);
        canvas.dot(day(mark), mark.attention, canvas.palette.text);
    }
    let words = mark_words(canvas, cx, &marks);
    let wanted: Vec<f32> = marks.iter().map(|mark| canvas.at(day(mark), 0.0).x).collect();
    let extent = |index: usize| words[index].width() + space::L;
    for (words, middle) in words.iter().zip(apart(&wanted, &extent, canvas.area().x_range().expand(space::S))) {
        words.paint(canvas, middle);
    }
}

/// Name, icon and share of an event.
struct MarkWords {
    name: Arc<Galley>,
    share: Arc<Galley>,
    carried: bool,
}

/// The words of all events. Where they do not fit beside each other, each name gets an equal part of the width.
fn mark_words(canvas: &Canvas<'_>, cx: &Cx, marks: &[&EventMark]) -> Vec<MarkWords> {
    let (palette, painter) = (canvas.palette, &canvas.painter);
    let font = theme::semibold(size::SMALL);
    let words = |mark: &&EventMark, most: f32| {
        let share = number::percent(cx.language(), mark.share, 0);
        let share = painter.layout_no_wrap(share, font.clone(), palette.ink(tone(mark.carried)));
        let room = most - MarkWords::ICON - share.size().x;
        let name = elided(painter, &lookup::event(cx.plan, &mark.id), font.clone(), palette.text, room);
        MarkWords { name, share, carried: mark.carried }
    };
    let whole: Vec<MarkWords> = marks.iter().map(|mark| words(mark, f32::INFINITY)).collect();
    let room = canvas.area().width();
    if whole.iter().map(|words| words.width() + space::L).sum::<f32>() <= room + space::L {
        return whole;
    }
    #[allow(clippy::cast_precision_loss)] // a few events
    let each = (room + space::L) / marks.len() as f32 - space::L;
    marks.iter().map(|mark| words(mark, each)).collect()
}

impl MarkWords {
    /// Room for the icon between name and share.
    const ICON: f32 = 24.0;

    fn width(&self) -> f32 {
        self.name.size().x + Self::ICON + self.share.size().x
    }

    fn paint(&self, canvas: &Canvas<'_>, middle: f32) {
        let (y, ink) = (canvas.frame().top() - 16.0, canvas.palette.ink(tone(self.carried)));
        let left = pos2(middle - self.width() / 2.0, y);
        let name = paint_galley(&canvas.painter, left, Align2::LEFT_CENTER, Arc::clone(&self.name));
        let square = Rect::from_center_size(pos2(name.right() + Self::ICON / 2.0, y), vec2(13.0, 13.0));
        icons::paint(&canvas.painter, if self.carried { icons::GOOD } else { icons::WARN }, square, ink);
        let share = pos2(name.right() + Self::ICON, y);
        paint_galley(&canvas.painter, share, Align2::LEFT_CENTER, Arc::clone(&self.share));
    }
}

fn tone(carried: bool) -> Tone {
    if carried { Tone::Good } else { Tone::Warn }
}

/// The names of the topics at their curves; returns where they stand, to be clicked.
fn names(canvas: &Canvas<'_>, cx: &Cx, view: &View) -> Vec<(ItemId, Rect)> {
    let (mut named, mut placed): (Vec<(ItemId, Rect)>, Vec<Rect>) = Default::default();
    for topic in &cx.plan.topics.list {
        let on = Some(&topic.id) == view.selected.as_ref();
        let font = if on { theme::semibold(size::SMALL) } else { theme::text(size::SMALL) };
        let ink = if on { canvas.palette.accent } else { canvas.palette.text };
        let day = number::day_and_month(cx.words, topic.peak_day);
        let detail = match &topic.owner {
            Some(owner) => t!(cx.words, "topics-day-and-owner", day = day, owner = cx.person(owner)),
            None => day,
        };
        let name = elided(&canvas.painter, &topic.name, font, ink, NAME_WIDTH);
        let detail = elided(&canvas.painter, &detail, theme::text(size::SMALL), canvas.palette.weak, NAME_WIDTH);
        let extent = vec2(name.size().x.max(detail.size().x), 32.0);
        let (corner, align) = beside_curve(canvas, cx, topic, extent);
        let corner = clear_of_level(corner, extent.y, canvas, cx);
        // Where the plot is full of words the curve alone has to do; the arrows of the close-up lead to it as well.
        let wanted = Rect::from_min_size(pos2(corner.x, corner.y.max(canvas.frame().top() - 2.0)), extent);
        let Some(rect) = clear_of(&placed, wanted, canvas.frame().bottom()) else { continue };
        let corner = rect.min;
        let x = if align == Align2::CENTER_TOP { corner.x + extent.x / 2.0 } else { corner.x };
        canvas.painter.rect_filled(rect.expand2(vec2(2.0, 0.0)), 2.0, canvas.palette.panel.gamma_multiply(0.66));
        paint_galley(&canvas.painter, pos2(x, corner.y), align, name);
        paint_galley(&canvas.painter, pos2(x, corner.y + 16.0), align, detail);
        placed.push(rect);
        named.push((topic.id.clone(), rect));
    }
    named
}

/// At the right of a narrow curve, above the peak of a wide one.
fn beside_curve(canvas: &Canvas<'_>, cx: &Cx, topic: &Topic, extent: eframe::egui::Vec2) -> (Pos2, Align2) {
    let peak = day_number(cx.plan, topic.peak_day).clamp(0.0, days(cx));
    let top = canvas.at(peak, topic.peak);
    let spread = canvas.at(peak + topic.spread_days, 0.0).x - top.x;
    if spread > 34.0 {
        let centre = top.x.clamp(
            canvas.frame().left() + extent.x / 2.0,
            (canvas.frame().right() - extent.x / 2.0).max(canvas.frame().left() + extent.x / 2.0),
        );
        return (pos2(centre - extent.x / 2.0, top.y - 37.0), Align2::CENTER_TOP);
    }
    let y = canvas.at(peak, topic.peak * 0.82).y - 16.0;
    let right = top.x + spread * 0.75 + 9.0;
    let fits = right + extent.x <= canvas.area().right();
    (pos2(if fits { right } else { top.x - spread * 0.75 - 9.0 - extent.x }, y), Align2::LEFT_TOP)
}

/// Moves a name up where it would stand on the level from which events are carried.
fn clear_of_level(corner: Pos2, tall: f32, canvas: &Canvas<'_>, cx: &Cx) -> Pos2 {
    let level = canvas.at(0.0, cx.report.topics.highest * cx.plan.topics.carries_from.0).y;
    let crosses = corner.y < level + 2.0 && corner.y + tall > level - 2.0;
    if crosses { pos2(corner.x, level - tall - 3.0) } else { corner }
}

/// A name selects its topic.
fn pick(ui: &mut Ui, cx: &Cx, (id, rect): (&ItemId, Rect), view: &mut View) {
    let on = view.selected.as_ref() == Some(id);
    let response = ui.interact(rect.expand(2.0), eframe::egui::Id::unique(("topic", id, "name")), Sense::click());
    let name = t!(cx.words, "topics-select", topic = lookup::topic(cx.plan, id));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &name));
    focus_ring(ui, &response);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        view.selected = Some(id.clone());
    }
}
