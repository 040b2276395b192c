//! The market's calendar behind the plot of the planned time.

use eframe::egui::{Align2, Color32, Rangef, pos2};

use crate::app::context::Cx;
use crate::app::theme::{self, Palette, size, space};
use crate::app::widgets::Canvas;
use crate::app::widgets::almanac::Stretch;
use crate::app::widgets::text::paint_galley;
use crate::calc::months::period;
use crate::calc::topics::day_number;
use crate::plan::Date;

/// Holidays and seasons of the planned time.
fn stretches<'a>(cx: &Cx<'a>) -> Vec<Stretch<'a>> {
    let period = period(cx.plan);
    cx.almanac().stretches(period.start, period.end())
}

/// Where a stretch lies on the axis, its last day included, within the planned time.
fn extent(cx: &Cx, stretch: &Stretch<'_>) -> (f64, f64) {
    let last = super::days(cx);
    let at = |day: Date| day_number(cx.plan, day).clamp(0.0, last);
    (at(stretch.from), at(stretch.to.tomorrow().unwrap_or(stretch.to)))
}

/// How days are filled on which business rests, or else is busy with itself.
pub(super) fn fill(palette: &Palette, rests: bool) -> Color32 {
    if rests { palette.warn.gamma_multiply(0.18) } else { palette.faint.gamma_multiply(0.16) }
}

/// A stripe for each, with its name at the top where it has room: over the stripe, or beginning or ending with it, and across no
/// event's line.
pub(super) fn stripes(canvas: &Canvas<'_>, cx: &Cx) {
    let palette = canvas.palette;
    let events: Vec<f32> =
        cx.report.topics.marks.iter().map(|mark| canvas.at(day_number(cx.plan, mark.day), 0.0).x).collect();
    let mut stretches = stretches(cx);
    // The longest are named first.
    stretches.sort_by_key(|stretch| (stretch.from - stretch.to).get_days());
    let mut named: Vec<Rangef> = Vec::new();
    for stretch in &stretches {
        let (from, to) = extent(cx, stretch);
        canvas.stripe((from, to), fill(palette, stretch.rests));
        let name = canvas.painter.layout_no_wrap(stretch.name.to_owned(), theme::text(size::SMALL), palette.weak);
        let (width, left, right) = (name.size().x, canvas.at(from, 0.0).x, canvas.at(to, 0.0).x);
        let crosses = |place: Rangef| events.iter().any(|event| place.expand(2.0).contains(*event));
        let meets = |place: Rangef| named.iter().any(|other| place.expand(space::S).intersects(*other));
        let frame = canvas.frame().x_range();
        let has_room =
            |place: &Rangef| place.min >= frame.min && place.max <= frame.max && !crosses(*place) && !meets(*place);
        let places = [f32::midpoint(left, right) - width / 2.0, left, right - width];
        let place = places.map(|left| Rangef::new(left, left + width)).into_iter().find(has_room);
        if let Some(place) = place {
            named.push(place);
            paint_galley(&canvas.painter, pos2(place.min, canvas.frame().top() + 9.0), Align2::LEFT_CENTER, name);
        }
    }
}

/// The stretches at a place of the axis, in words, and that its year is not known.
pub(super) fn around(cx: &Cx, t: f64) -> Vec<String> {
    let almanac = cx.almanac();
    let is_here = |stretch: &&Stretch<'_>| {
        let (from, to) = extent(cx, stretch);
        (from..to).contains(&t)
    };
    let mut said: Vec<String> =
        stretches(cx).iter().filter(is_here).map(|stretch| almanac.stretch_words(stretch)).collect();
    // A year without stripes may be one of which nothing is known.
    let (start, last) = (cx.plan.period.start, period(cx.plan).end());
    let years = (start.year()..=last.year()).rev();
    let year = years.into_iter().find(|year| Date::new(*year, 1, 1).is_ok_and(|first| day_number(cx.plan, first) <= t));
    said.extend(almanac.not_known(year.unwrap_or(start.year())));
    said
}
