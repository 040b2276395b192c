//! The names of the topics at their curves, and what is said on hover.

use eframe::egui::{Align2, Pos2, Rect, pos2, vec2};

use super::super::View;
use super::{calendar, days};
use crate::app::context::Cx;
use crate::app::theme::{self, size};
use crate::app::widgets::text::{elided, paint_galley};
use crate::app::widgets::{Canvas, clear_of};
use crate::calc::topics::{attention_on, day_number};
use crate::plan::{Date, Id as ItemId, Topic};
use crate::report::lookup;
use crate::t;
use crate::words::number;

/// The name of a topic is at most this wide.
const NAME_WIDTH: f32 = 160.0;
/// So many topics all have their names.
const FEW: usize = 12;
/// How many have theirs where there are more.
const NAMED_AMONG_MANY: usize = 6;
/// How many topics and how many events are named on hover.
const ON_HOVER: usize = 5;

/// What happens around a day: what the market does, its events, then the topics with the most attention on it.
pub fn around(cx: &Cx, t: f64, reach: f64) -> Option<String> {
    let marks = cx.report.topics.marks.iter().filter(|mark| (day_number(cx.plan, mark.day) - t).abs() <= reach);
    let event = |mark: &crate::calc::topics::EventMark| {
        let share = number::percent(cx.language(), mark.share, 0);
        format!(
            "{}  {}  {share}",
            lookup::event(cx.plan, cx.words, &mark.id),
            number::day_and_month(cx.words, mark.day)
        )
    };
    let mut events: Vec<String> = marks.map(event).collect();
    let further = events.len().saturating_sub(ON_HOVER);
    events.truncate(ON_HOVER);
    if further > 0 {
        events.push(t!(cx.words, "common-further-events", n = further));
    }
    let on_day = |topic: &Topic| attention_on(cx.plan, topic, t);
    let mut topics: Vec<(&Topic, f64)> = cx.plan.topics.list.iter().map(|topic| (topic, on_day(topic))).collect();
    topics.retain(|(topic, now)| *now >= topic.peak * 0.05 && *now > 0.0);
    topics.sort_by(|one, other| other.1.total_cmp(&one.1));
    let topic = |(topic, now): &(&Topic, f64)| {
        let name = if topic.name.trim().is_empty() { cx.words.text("topics-unnamed") } else { topic.name.clone() };
        format!("{name}  {}", number::short(cx.language(), *now))
    };
    let topics = topics.iter().take(ON_HOVER).map(topic);
    let lines: Vec<String> = calendar::around(cx, t).into_iter().chain(events).chain(topics).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The names of the topics at their curves; returns where they stand, to be clicked.
pub fn names(canvas: &Canvas<'_>, cx: &Cx, view: &View) -> Vec<(ItemId, Rect)> {
    let (mut named, mut placed): (Vec<(ItemId, Rect)>, Vec<Rect>) = Default::default();
    let drawn = cx.plan.topics.list.iter().filter_map(|topic| Some((topic, topic.peak_day?)));
    let mut topics: Vec<(&Topic, Date)> = drawn.collect();
    let many = topics.len() > FEW;
    if many {
        // Names on every curve would bury them: the selected and the highest have theirs, the others on hover.
        let rank = |topic: &Topic| Some(&topic.id) != view.selected.as_ref();
        topics.sort_by(|(one, _), (other, _)| rank(one).cmp(&rank(other)).then(other.peak.total_cmp(&one.peak)));
    }
    for (topic, peak_day) in topics {
        if many && placed.len() >= NAMED_AMONG_MANY {
            break;
        }
        let on = Some(&topic.id) == view.selected.as_ref();
        let font = if on { theme::semibold(size::SMALL) } else { theme::text(size::SMALL) };
        let ink = if on { canvas.palette.accent } else { canvas.palette.text };
        let day = number::day_and_month(cx.words, peak_day);
        let detail = match &topic.owner {
            Some(owner) => t!(cx.words, "topics-day-and-owner", day = day, owner = cx.person(owner)),
            None => day,
        };
        let name = elided(&canvas.painter, &topic.name, font, ink, NAME_WIDTH);
        let detail = elided(&canvas.painter, &detail, theme::text(size::SMALL), canvas.palette.weak, NAME_WIDTH);
        let extent = vec2(name.size().x.max(detail.size().x), 32.0);
        let (corner, align) =
            beside_curve(canvas, cx, (topic, day_number(cx.plan, peak_day).clamp(0.0, days(cx))), extent);
        let corner = clear_of_level(corner, extent.y, canvas, cx);
        // Where the plot is full of words the curve alone has to do; the arrows of the close-up lead to it as well.
        let wanted = Rect::from_min_size(pos2(corner.x, corner.y.max(canvas.frame().top() - 2.0)), extent);
        let Some(rect) = clear_of(&placed, wanted, canvas.frame().bottom()) else { continue };
        // Far from its curve a name would be read as another's.
        if many && rect.top() - wanted.top() > extent.y {
            continue;
        }
        let corner = rect.min;
        let x = if align == Align2::CENTER_TOP { corner.x + extent.x / 2.0 } else { corner.x };
        canvas.painter.rect_filled(rect.expand2(vec2(2.0, 0.0)), 2.0, canvas.palette.panel.gamma_multiply(0.66));
        canvas.say(name.text());
        paint_galley(&canvas.painter, pos2(x, corner.y), align, name);
        paint_galley(&canvas.painter, pos2(x, corner.y + 16.0), align, detail);
        placed.push(rect);
        named.push((topic.id.clone(), rect));
    }
    named
}

/// At the side of a narrow curve, the one where no event stands, or above the peak of a wide one.
fn beside_curve(
    canvas: &Canvas<'_>,
    cx: &Cx,
    (topic, peak): (&Topic, f64),
    extent: eframe::egui::Vec2,
) -> (Pos2, Align2) {
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
    let left = top.x - spread * 0.75 - 9.0 - extent.x;
    // Beside the dot of an event the day of the topic would be read as that of the event.
    let is_beside = |day: f64| day > peak && day < peak + 3.0 * topic.spread_days;
    let event = cx.report.topics.marks.iter().any(|mark| is_beside(day_number(cx.plan, mark.day)));
    // Among many each name is one of several beside events; at the left end stand the words of the level.
    let few = cx.plan.topics.list.len() <= FEW;
    let has_room = left > canvas.frame().left() + NAME_WIDTH;
    let at_left = right + extent.x > canvas.area().right() || (event && few && has_room);
    (pos2(if at_left { left } else { right }, y), Align2::LEFT_TOP)
}

/// Moves a name up where it would stand on the level from which events are carried.
fn clear_of_level(corner: Pos2, tall: f32, canvas: &Canvas<'_>, cx: &Cx) -> Pos2 {
    let level = canvas.at(0.0, cx.report.topics.highest * cx.plan.topics.carries_from.0).y;
    let crosses = corner.y < level + 2.0 && corner.y + tall > level - 2.0;
    if crosses { pos2(corner.x, level - tall - 3.0) } else { corner }
}
