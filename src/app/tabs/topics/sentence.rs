//! What the calendar comes to, in one sentence.

use crate::app::context::Cx;
use crate::app::widgets::Run;
use crate::calc::topics::EventMark;
use crate::report::lookup::{self, Lookup};
use crate::t;
use crate::words::number;

/// The sentence about the event that is carried worst: as plain text, and as runs with its point set off.
#[must_use]
pub fn sentence(cx: &Cx) -> (String, Vec<Run>) {
    let (words, marks) = (cx.words, &cx.report.topics.marks);
    if cx.plan.topics.list.is_empty() {
        return plain(words.text("topics-none"));
    }
    if cx.report.topics.highest <= 0.0 {
        return plain(words.text("topics-flat"));
    }
    let worst = marks.iter().filter(|mark| !mark.carried).min_by(|a, b| a.share.total_cmp(&b.share));
    match (worst, marks.as_slice()) {
        (Some(mark), _) => uncarried(cx, mark),
        (None, []) => plain(words.text("topics-no-events")),
        (None, [one]) => plain(t!(words, "topics-carried", event = lookup::event(cx.plan, cx.words, &one.id))),
        (None, many) => {
            let is_event = |mark: &&EventMark| cx.plan.events.iter().any(|event| event.id == mark.id);
            let events = many.iter().filter(is_event).count();
            plain(t!(words, "topics-all-carried", events = events, ripples = many.len() - events))
        }
    }
}

fn plain(text: String) -> (String, Vec<Run>) {
    let run = Run::plain(&text);
    (text, vec![run])
}

fn uncarried(cx: &Cx, mark: &EventMark) -> (String, Vec<Run>) {
    let (words, event) = (cx.words, lookup::event(cx.plan, cx.words, &mark.id));
    let Some(shift) = &mark.shift else {
        let share = number::percent(cx.language(), mark.share, 0);
        let text = t!(words, "topics-too-weak", event = event, share = &share);
        return with_point(text, &share);
    };
    let (topic, n) = (Lookup::new(cx.plan, cx.words).topic(&shift.topic), shift.days.unsigned_abs());
    let span = if shift.days < 0 { t!(words, "topics-after", n = n) } else { t!(words, "topics-before", n = n) };
    with_point(t!(words, "topics-peaks", topic = topic, span = &span, event = event), &span)
}

fn with_point(text: String, point: &str) -> (String, Vec<Run>) {
    let runs = match text.split_once(point) {
        Some((before, after)) => vec![Run::plain(before), Run::warn(point), Run::plain(after)],
        None => vec![Run::plain(&text)],
    };
    (text, runs)
}
