//! The selected topic close up: its phases, and the shift that would let it carry its event.

use eframe::egui::{Align2, Id, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::{Panel, View};
use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::explain::explains;
use crate::app::icons;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::button::{IconLook, icon_button_colored};
use crate::app::widgets::text::asking_runs;
use crate::app::widgets::{Axis, Button, Canvas, Chart, Dash, Run, Words, beside, runs, section_with, weak, with_room};
use crate::calc::explain::Figure;
use crate::calc::topics::{EventMark, Phase, Shift, attention, day_number, peak, total_attention};
use crate::plan::{Date, Topic, Topics};
use crate::report::lookup;
use crate::t;
use crate::words::{Named, number};

/// How strongly the phases are tinted.
const TINTS: [f32; 6] = [0.06, 0.11, 0.15, 0.22, 0.11, 0.06];

/// The topic and the event it is to carry.
struct Scene<'a> {
    topic: &'a Topic,
    mark: Option<&'a EventMark>,
    peak: f64,
    from: f64,
    to: f64,
}

impl<'a> Scene<'a> {
    /// `None` while the topic has no day and no spread.
    fn of(cx: &Cx<'a>, topic: &'a Topic) -> Option<Self> {
        let peak = peak(cx.plan, topic).filter(|_| topic.spread_days > 0.0)?;
        let marks = &cx.report.topics.marks;
        let moved = marks.iter().find(|mark| mark.shift.as_ref().is_some_and(|shift| shift.topic == topic.id));
        let linked = marks.iter().find(|mark| Some(&mark.id) == topic.event.as_ref());
        let mark = linked.or(moved);
        let spread = topic.spread_days.clamp(0.5, 4_000.0);
        let (mut from, mut to) = (peak - 4.2 * spread, peak + 3.9 * spread);
        if let Some(mark) = mark {
            let day = day_number(cx.plan, mark.day);
            (from, to) = (from.min(day - 1.5 * spread), to.max(day + 1.5 * spread));
        }
        Some(Self { topic, mark, peak, from, to })
    }

    /// The shift of this very topic.
    fn shift(&self) -> Option<(&'a EventMark, &'a Shift)> {
        let mark = self.mark?;
        mark.shift.as_ref().filter(|shift| shift.topic == self.topic.id).map(|shift| (mark, shift))
    }
}

/// Draws the section.
pub fn ui(ui: &mut Ui, topics: &mut Editing<'_, Topics>, (cx, height): (&Cx, f32), view: &mut View) {
    let Some(topic) = super::selected(cx, view) else { return };
    heading(ui, cx, topic, view);
    let Some(scene) = Scene::of(cx, topic) else {
        ui.add_space(space::S);
        weak(ui, &cx.words.text("topics-not-drawn"));
        return;
    };
    let short = |value: f64| number::short(cx.language(), value);
    let top = cx.report.topics.highest.max(topic.peak);
    let chart = Chart::new(&topic.name, dates(cx, &scene), super::attention::scale(top, &short));
    let (hovered, response) = chart.height(height).top(24.0).right(4.0).show(ui, |canvas| {
        phases(canvas, cx, &scene);
        curves(canvas, cx, &scene);
        if let Some(mark) = scene.mark {
            event(canvas, cx, &scene, mark);
        }
        canvas.hovered()
    });
    if let Some(text) = hovered.and_then(|[t, _]| phase_at(cx, &scene, t)) {
        response.on_hover_text(text);
    }
    foot(ui, topics, cx, &scene);
}

/// The topic's name, as a choice where there are several, and the way to its details.
fn heading(ui: &mut Ui, cx: &Cx, topic: &Topic, view: &mut View) {
    let words = cx.words;
    let peak = number::count(topic.peak, 0);
    let days = number::trimmed(topic.spread_days, 1);
    let subtitle =
        if topic.is_blank() { String::new() } else { t!(words, "topics-close-up", peak = peak, days = days) };
    let title = if topic.name.trim().is_empty() { words.text("topics-unnamed") } else { topic.name.clone() };
    section_with(ui, &title, &subtitle, |ui| {
        let name = t!(words, "topics-edit-named", topic = &topic.name);
        let edit = words.text("topics-edit");
        if Button::quiet(&edit).icon(icons::PENCIL).dense().name(&name).show(ui).clicked() {
            view.toggle(Panel::Topic);
        }
        let topics = &cx.plan.topics.list;
        let at = topics.iter().position(|other| other.id == topic.id).unwrap_or(0);
        let neighbours = [
            (icons::CHEVRON_RIGHT, "topics-next", topics.get(at + 1)),
            (icons::CHEVRON_LEFT, "topics-previous", at.checked_sub(1).and_then(|before| topics.get(before))),
        ];
        for (icon, key, neighbour) in neighbours.into_iter().filter(|_| topics.len() > 1) {
            let look = IconLook { icon: 14.0, side: 24.0, enabled: neighbour.is_some(), on: false };
            let pressed = icon_button_colored(ui, icon, &words.text(key), look).clicked();
            if let Some(neighbour) = neighbour.filter(|_| pressed) {
                view.selected = Some(neighbour.id.clone());
            }
        }
    });
}

/// The event's day semibold, the peak, and what else has room.
fn dates(cx: &Cx, scene: &Scene<'_>) -> Axis {
    let apart = (scene.to - scene.from) * 0.115;
    let mut axis = Axis::new(scene.from..=scene.to);
    let event = scene.mark.map(|mark| mark.day);
    let period = &cx.plan.period;
    let firsts = (0..=period.months.min(120)).map(|index| period.month_start(index));
    let peak_day = scene.topic.peak_day;
    let wide = |z: f64| days_after(peak_day?, z * scene.topic.spread_days);
    let around = [wide(-3.0), wide(3.0)].into_iter().flatten();
    let days = event.into_iter().chain(peak_day).chain(firsts).chain(around);
    let inside = |t: f64| t > scene.from + apart * 0.5 && t < scene.to - apart * 0.5;
    let days: Vec<(Date, f64)> = days.map(|day| (day, day_number(cx.plan, day))).filter(|(_, t)| inside(*t)).collect();
    let labelled = with_room(&days.iter().map(|(_, t)| *t).collect::<Vec<_>>(), apart);
    for ((day, t), _) in days.into_iter().zip(labelled).filter(|(_, labelled)| *labelled) {
        axis = axis.tick(t, number::day_and_month(cx.words, day), Some(day) == event);
    }
    axis
}

fn phases(canvas: &Canvas<'_>, cx: &Cx, scene: &Scene<'_>) {
    let frame = canvas.frame();
    for (phase, tint) in Phase::ALL.into_iter().zip(TINTS) {
        let (from, to) = bounds(cx, scene, phase);
        canvas.stripe((from, to), canvas.palette.accent.gamma_multiply(tint));
        let (left, right) = (canvas.at(from, 0.0).x, canvas.at(to, 0.0).x);
        if left > frame.left() {
            canvas.painter.vline(left, frame.y_range(), Stroke::new(1.0, canvas.palette.panel));
        }
        let strong = phase == Phase::Climax;
        let font = if strong { theme::semibold(size::SMALL) } else { theme::text(size::SMALL) };
        let ink = if strong { canvas.palette.text } else { canvas.palette.weak };
        let name = canvas.painter.layout_no_wrap(phase_name(cx, phase), font, ink);
        // A name wider than its phase begins with it, below those of its neighbours.
        let (at, anchor) = if name.size().x <= right - left + 10.0 {
            (pos2(f32::midpoint(left, right), frame.top() - 11.0), Align2::CENTER_CENTER)
        } else {
            (pos2(left + 4.0, frame.top() + 10.0), Align2::LEFT_CENTER)
        };
        canvas.say(name.text());
        crate::app::widgets::text::paint_galley(&canvas.painter, at, anchor, name);
    }
}

fn phase_name(cx: &Cx, phase: Phase) -> String {
    phase.name(cx.words).to_lowercase()
}

fn bounds(cx: &Cx, scene: &Scene<'_>, phase: Phase) -> (f64, f64) {
    let (from, to) = phase.bounds(&cx.plan.topics.phases);
    (scene.peak + from * scene.topic.spread_days, scene.peak + to * scene.topic.spread_days)
}

/// The phase on a day, with its days.
fn phase_at(cx: &Cx, scene: &Scene<'_>, t: f64) -> Option<String> {
    let within = |phase: &Phase| {
        let (from, to) = bounds(cx, scene, *phase);
        (from..to).contains(&t)
    };
    let phase = Phase::ALL.into_iter().find(within)?;
    let (from, to) = bounds(cx, scene, phase);
    let day = |t: f64| days_after(cx.plan.period.start, t).map(|day| number::day_and_month(cx.words, day));
    Some(t!(cx.words, "topics-phase", phase = phase.name(cx.words), from = day(from)?, to = day(to)?))
}

#[expect(clippy::cast_possible_truncation, reason = "days; what is beyond the calendar is none")]
fn days_after(day: Date, days: f64) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_days(days.round() as i64).ok()?).ok()
}

fn sampled(scene: &Scene<'_>, value: impl Fn(f64) -> f64) -> Vec<[f64; 2]> {
    (0..=200_u8)
        .map(|step| {
            let t = scene.from + (scene.to - scene.from) * f64::from(step) / 200.0;
            [t, value(t)]
        })
        .collect()
}

fn curves(canvas: &Canvas<'_>, cx: &Cx, scene: &Scene<'_>) {
    let palette = canvas.palette;
    let total = sampled(scene, |t| total_attention(cx.plan, t));
    canvas.line(&total, Stroke::new(1.2, palette.text), Dash::Dotted);
    let own = sampled(scene, |t| attention(scene.topic, t, scene.peak));
    let level = cx.report.topics.highest * cx.plan.topics.carries_from.0;
    if level > 0.0 {
        canvas.line(&[[scene.from, level], [scene.to, level]], Stroke::new(1.2, palette.weak), Dash::Dashed);
        let words = number::short(cx.language(), level);
        let at = pos2(canvas.frame().right() - 2.0, canvas.at(scene.from, level).y - 9.0);
        let font = theme::text(size::SMALL);
        canvas.painter.text(at, Align2::RIGHT_CENTER, words, font, palette.weak);
    }
    if let Some((mark, _)) = scene.shift() {
        let day = day_number(cx.plan, mark.day);
        let shifted = sampled(scene, |t| attention(scene.topic, t, day));
        canvas.line(&shifted, canvas.stroke(Tone::Accent, 1.5), Dash::Dashed);
    }
    canvas.line(&own, canvas.stroke(Tone::Accent, 2.5), Dash::Solid);
}

/// The event's day, what it gets now, and what the shift would give it.
fn event(canvas: &Canvas<'_>, cx: &Cx, scene: &Scene<'_>, mark: &EventMark) {
    let day = day_number(cx.plan, mark.day);
    let short = |value: f64| number::short(cx.language(), value);
    canvas.event(day, canvas.palette.text);
    canvas.dot(day, mark.attention, canvas.palette.text);
    let now = t!(cx.words, "topics-now", value = short(mark.attention));
    // Clear of the curve: above it on the side away from the peak, or below it on the other while the shift stands above.
    let (is_after, is_shifted) = (day >= scene.peak, scene.shift().is_some());
    let place = if is_after == is_shifted { Words::left(&now, Tone::Plain) } else { Words::right(&now, Tone::Plain) };
    let down = if is_shifted { 20.0 } else { -12.0 };
    canvas.words(day, mark.attention, Words { offset: (place.offset.0, down), ..place });
    let Some((_, shift)) = scene.shift() else { return };
    let then = t!(cx.words, "topics-then", value = short(shift.attention));
    canvas.ring(day, shift.attention);
    let at_left = shift.days < 0;
    let words = if at_left { Words::left(&then, Tone::Accent) } else { Words::right(&then, Tone::Accent) };
    canvas.words(day, shift.attention, words.semibold());
    arrow(canvas, cx, scene, (day, shift));
}

/// From the peak to the event's day, with the days.
fn arrow(canvas: &Canvas<'_>, cx: &Cx, scene: &Scene<'_>, (day, shift): (f64, &Shift)) {
    let (frame, accent) = (canvas.frame(), canvas.palette.accent);
    let highest = scene.topic.peak.max(shift.attention);
    let y = (canvas.at(scene.peak, highest).y - 14.0).max(frame.top() + 8.0);
    let (from, to) = (canvas.at(scene.peak, 0.0).x, canvas.at(day, 0.0).x);
    let sign = (to - from).signum();
    let stroke = Stroke::new(2.0, accent);
    canvas.painter.line_segment([pos2(from, y), pos2(to - sign * 9.0, y)], stroke);
    canvas.painter.vline(from, (y - 6.0)..=(y + 6.0), stroke);
    let tip = vec![pos2(to - sign * 2.0, y), pos2(to - sign * 11.0, y - 5.0), pos2(to - sign * 11.0, y + 5.0)];
    canvas.painter.add(Shape::convex_polygon(tip, accent, Stroke::NONE));
    let words = days_words(cx, shift.days);
    let place = if sign < 0.0 { Words::right(&words, Tone::Accent) } else { Words::left(&words, Tone::Accent) };
    canvas.words_at(pos2(from, y), place.semibold());
}

fn days_words(cx: &Cx, days: i32) -> String {
    let n = days.unsigned_abs();
    if days < 0 { t!(cx.words, "topics-earlier", n = n) } else { t!(cx.words, "topics-later", n = n) }
}

/// What the event gets and needs, and the button that moves the topic.
fn foot(ui: &mut Ui, topics: &mut Editing<'_, Topics>, cx: &Cx, scene: &Scene<'_>) {
    let words = cx.words;
    let Some((mark, shift)) = scene.shift() else {
        state(ui, cx, scene);
        return;
    };
    let button = if shift.days < 0 {
        t!(words, "topics-move-earlier", n = shift.days.unsigned_abs())
    } else {
        t!(words, "topics-move-later", n = shift.days.unsigned_abs())
    };
    let width = ui.available_width();
    let room =
        36.0 + ui.painter().layout_no_wrap(button.clone(), theme::semibold(size::SMALL), theme::LIGHT.text).size().x;
    beside(ui, Id::unique("topics_shift"), &[width - room - space::M, room], space::M, |ui, part| {
        if part == 0 {
            state(ui, cx, scene);
            return;
        }
        ui.add_space(space::S);
        ui.with_layout(eframe::egui::Layout::right_to_left(eframe::egui::Align::Min), |ui| {
            if Button::primary(&button).show(ui).clicked() {
                let name = t!(words, "topics-change-move", topic = &scene.topic.name);
                let (id, day) = (scene.topic.id.clone(), mark.day);
                topics.change(name, |topics| {
                    topics.list.iter_mut().filter(|topic| topic.id == id).for_each(|topic| topic.peak_day = Some(day));
                });
            }
        });
    });
}

fn state(ui: &mut Ui, cx: &Cx, scene: &Scene<'_>) {
    let words = cx.words;
    let Some(mark) = scene.mark else {
        ui.add_space(space::S);
        runs(ui, &[Run::weak(words.text("topics-carries-nothing"))], size::SMALL);
        return;
    };
    let percent = |share: f64| number::percent(cx.language(), share, 0);
    let event = lookup::event(cx.plan, cx.words, &mark.id);
    let need = percent(cx.plan.topics.carries_from.0);
    let first = if mark.carried {
        t!(words, "topics-gets", event = event, share = percent(mark.share), need = need)
    } else {
        t!(words, "topics-gets-but", event = event, share = percent(mark.share), need = need)
    };
    let second = match scene.shift() {
        _ if mark.carried => words.text("topics-carried-words"),
        Some((_, shift)) => {
            let (span, share) = (days_words(cx, shift.days), percent(shift.share));
            if shift.share >= cx.plan.topics.carries_from.0 {
                t!(words, "topics-then-gets", span = span, share = share)
            } else {
                t!(words, "topics-then-too-little", span = span, share = share)
            }
        }
        None => words.text("topics-raise"),
    };
    ui.horizontal_top(|ui| {
        let palette = theme::palette(ui);
        let (icon, color) = if mark.carried { (icons::GOOD, palette.good) } else { (icons::WARN, palette.warn) };
        let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
        icons::paint(ui.painter(), icon, eframe::egui::Rect::from_center_size(rect.center(), vec2(14.0, 14.0)), color);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let said = asking_runs(ui, &[Run::plain(first)], size::SMALL);
            explains(ui, cx, &said, || Some(Figure::Carried(mark.id.clone())));
            runs(ui, &[Run::weak(second)], size::SMALL);
        });
    });
}
