//! The planned time: all topics, their sum, and the events they are to carry.

mod calendar;
mod events;
mod names;

use eframe::egui::{CursorIcon, FontId, Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::View;
use super::attention::{level_words, scale};
use crate::app::context::Cx;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::plot::marks::dashed;
use crate::app::widgets::text::text_width;
use crate::app::widgets::{Canvas, Chart, Dash, focus_ring, month_axis, section_with, weak};
use crate::calc::topics::{Phase, attention, day_number, peak, total_attention};
use crate::plan::{Id as ItemId, Topic};
use crate::report::lookup::Lookup;
use crate::t;
use crate::words::number;

/// How strongly the phases of the selected topic are filled.
const FILLS: [f32; 6] = [0.22, 0.32, 0.40, 0.52, 0.32, 0.22];

/// Draws the section.
pub fn ui(ui: &mut Ui, cx: &Cx, view: &mut View, height: f32) {
    let words = cx.words;
    let title = words.text(if cx.plan.period.months == 12 { "topics-year" } else { "topics-period" });
    section_with(ui, &title, &words.text("topics-year-words"), |ui| key(ui, cx, &title));
    let short = |value: f64| number::short(cx.language(), value);
    let highest = cx.plan.topics.list.iter().map(|topic| topic.peak).fold(cx.report.topics.highest, f64::max);
    let y = scale(highest, &short);
    let start = |month| day_number(cx.plan, cx.plan.period.month_start(month)).min(days(cx));
    let chart = Chart::new(&title, month_axis(cx.words, cx.plan.period, &start), y).height(height).top(28.0).right(2.0);
    let ((labels, hovered), response) = chart.show(ui, |canvas| {
        calendar::stripes(canvas, cx);
        others(canvas, cx, view);
        sum(canvas, cx);
        chosen(canvas, cx, view);
        level(canvas, cx);
        events::marks(canvas, cx, view);
        let five_pixels =
            (canvas.point(canvas.frame().min + vec2(5.0, 0.0))[0] - canvas.point(canvas.frame().min)[0]).abs();
        let hovered = canvas.hovered().and_then(|[t, _]| names::around(cx, t, five_pixels));
        (names::names(canvas, cx, view), hovered)
    });
    if let Some(hovered) = hovered {
        response.on_hover_text_at_pointer(hovered);
    }
    for (id, rect) in labels {
        pick(ui, cx, (&id, rect), view);
    }
}

/// What the lines mean, from the right.
fn key(ui: &mut Ui, cx: &Cx, title: &str) {
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
    let (word, small) = (cx.words.text("calendar-marks"), theme::text(size::SMALL));
    let width = |text: &str, font: &FontId| text_width(ui, text, font.clone());
    let heading = width(title, &theme::semibold(size::BODY)) + width(&cx.words.text("topics-year-words"), &small);
    let has_room = ui.available_width() - heading > width(&word, &small) + KEY_OF_CALENDAR;
    if cx.almanac().calendar.is_some() && has_room {
        weak(ui, &word);
        let (rect, _) = ui.allocate_exact_size(vec2(18.0, 12.0), Sense::hover());
        ui.painter().rect_filled(rect.with_max_x(rect.center().x), 0.0, calendar::fill(palette, true));
        ui.painter().rect_filled(rect.with_min_x(rect.center().x), 0.0, calendar::fill(palette, false));
        ui.add_space(space::S);
    }
}

/// Room for the mark of the calendar, and between the heading and the key.
const KEY_OF_CALENDAR: f32 = 70.0;

fn days(cx: &Cx) -> f64 {
    day_number(cx.plan, cx.plan.period.end()).max(1.0)
}

fn curve(cx: &Cx, topic: &Topic, (from, to): (f64, f64)) -> Vec<[f64; 2]> {
    let Some(peak) = peak(cx.plan, topic) else { return Vec::new() };
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
    let peak = peak(cx.plan, topic).unwrap_or_default();
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
    let Some(peak) = peak(cx.plan, topic) else { return };
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

/// A name selects its topic.
fn pick(ui: &mut Ui, cx: &Cx, (id, rect): (&ItemId, Rect), view: &mut View) {
    let on = view.selected.as_ref() == Some(id);
    let response = ui.interact(rect.expand(2.0), eframe::egui::Id::unique(("topic", id, "name")), Sense::click());
    let name = t!(cx.words, "topics-select", topic = Lookup::new(cx.plan, cx.words).topic(id));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &name));
    focus_ring(ui, &response);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        view.selected = Some(id.clone());
    }
}
