//! What is said of a proposal over months beside its figures.

use super::foot::Room;
use crate::app::context::Cx;
use crate::app::icons::{self, Icon};
use crate::app::theme::Tone;
use crate::calc::best_allocation::periods::Problem;
use crate::calc::suggestion::Suggestion;
use crate::report::sentences::months::{Pulse, against_even, month_names, pulses};
use crate::t;

/// How its lines look.
pub const LOOK: (Icon, Tone) = (icons::CALENDAR, Tone::Weak);

/// How much more it wins than the best even spread, and which channels pulse; each with what stands behind it.
pub fn said(cx: &Cx, suggestion: &Suggestion, room: Room) -> Vec<(String, String)> {
    let Some(by_month) = &suggestion.by_month else { return Vec::new() };
    let response = suggestion.answer.response;
    let even = by_month
        .even
        .map(|even| against_even(cx.plan, cx.words, suggestion.change.objective, (response, even)))
        .map(|said| (said, cx.words.text("proposal-over-months")));
    even.into_iter().chain(pulses_said(cx, (&by_month.problem, &by_month.periods), room)).collect()
}

/// The channels that are spent on in some months alone, those that win most by it first, each with its months.
pub fn pulses_said(cx: &Cx, (problem, periods): (&Problem, &[Vec<f64>]), room: Room) -> Vec<(String, String)> {
    let months = month_names(cx.words, cx.plan, cx.report.rest.as_ref());
    let all = pulses(cx.plan, problem, periods);
    let most = room.pulses();
    let one = |pulse: &Pulse| (pulse.say(cx.words, cx.plan, &months), pulse.months(cx.words, &months));
    let mut said: Vec<(String, String)> = all.iter().take(most).map(one).collect();
    let rest = all.get(most..).unwrap_or_default();
    if !rest.is_empty() {
        let tips: Vec<String> = rest.iter().map(|pulse| pulse.say(cx.words, cx.plan, &months)).collect();
        said.push((t!(cx.words, "proposal-pulses-more", n = rest.len()), tips.join("\n")));
    }
    said
}
