//! The events that topics are to carry, above the plot of the planned time.

use std::sync::Arc;

use eframe::egui::{Align2, Galley, Rect, pos2, vec2};

use super::super::View;
use crate::app::context::Cx;
use crate::app::icons;
use crate::app::theme::{self, Tone, size, space};
use crate::app::widgets::text::{elided, paint_galley};
use crate::app::widgets::{Canvas, apart};
use crate::calc::topics::{EventMark, day_number};
use crate::report::lookup;
use crate::words::number;

/// An event's words are not narrower than this; where all need more room than there is, some stand only at their lines.
const LEAST: f32 = 84.0;
/// How wide the words of one are where there are too many for all.
const AMONG_MANY: f32 = 130.0;

/// Events with their state and share above the plot.
pub fn marks(canvas: &Canvas<'_>, cx: &Cx, view: &View) {
    let mut marks: Vec<&EventMark> = cx.report.topics.marks.iter().collect();
    marks.sort_by_key(|mark| mark.day);
    let day = |mark: &EventMark| day_number(cx.plan, mark.day);
    for mark in &marks {
        canvas.event(day(mark), canvas.palette.text);
        canvas.dot(day(mark), mark.attention, canvas.palette.text);
    }
    let (marks, words) = named(canvas, cx, marks, view);
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

/// The events that are named, with their words. Where these do not fit beside each other, each gets an equal part of the
/// width; where that is too narrow, the event of the selected topic and those that nothing carries come first.
fn named<'m>(
    canvas: &Canvas<'_>,
    cx: &Cx,
    marks: Vec<&'m EventMark>,
    view: &View,
) -> (Vec<&'m EventMark>, Vec<MarkWords>) {
    let words = |mark: &&EventMark, most: f32| MarkWords::of(canvas, cx, mark, most);
    let room = canvas.area().width();
    let whole: Vec<MarkWords> = marks.iter().map(|mark| words(mark, f32::INFINITY)).collect();
    if whole.iter().map(|words| words.width() + space::L).sum::<f32>() <= room + space::L {
        return (marks, whole);
    }
    #[expect(clippy::cast_precision_loss, reason = "far fewer than a float can count")]
    let each = (room + space::L) / marks.len() as f32 - space::L;
    if each >= LEAST {
        let words = marks.iter().map(|mark| words(mark, each)).collect();
        return (marks, words);
    }
    let mut marks = first(cx, marks, view, room);
    marks.sort_by_key(|mark| mark.day);
    let words = marks.iter().map(|mark| words(mark, AMONG_MANY)).collect();
    (marks, words)
}

/// As many events as there is room for, those that matter most.
fn first<'m>(cx: &Cx, mut marks: Vec<&'m EventMark>, view: &View, room: f32) -> Vec<&'m EventMark> {
    let chosen = super::super::selected(cx, view).and_then(|topic| topic.event.as_ref());
    marks.sort_by(|one, other| {
        let rank = |mark: &EventMark| (Some(&mark.id) != chosen, mark.carried);
        rank(one).cmp(&rank(other)).then(other.share.total_cmp(&one.share))
    });
    let mut left = room + space::L;
    marks.retain(|_| {
        left -= AMONG_MANY + space::L;
        left >= 0.0
    });
    marks
}

impl MarkWords {
    /// Room for the icon between name and share.
    const ICON: f32 = 24.0;

    /// The words of an event, together at most so wide.
    fn of(canvas: &Canvas<'_>, cx: &Cx, mark: &EventMark, most: f32) -> Self {
        let (palette, painter) = (canvas.palette, &canvas.painter);
        let font = theme::semibold(size::SMALL);
        let share = number::percent(cx.language(), mark.share, 0);
        let share = painter.layout_no_wrap(share, font.clone(), palette.ink(tone(mark.carried)));
        let room = most - Self::ICON - share.size().x;
        let name = elided(painter, &lookup::event(cx.plan, cx.words, &mark.id), font, palette.text, room);
        Self { name, share, carried: mark.carried }
    }

    fn width(&self) -> f32 {
        self.name.size().x + Self::ICON + self.share.size().x
    }

    fn paint(&self, canvas: &Canvas<'_>, middle: f32) {
        let (y, ink) = (canvas.frame().top() - 16.0, canvas.palette.ink(tone(self.carried)));
        let left = pos2(middle - self.width() / 2.0, y);
        canvas.say(self.name.text());
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
