//! Which months count as over: as far as everything is known, or as the plan says.

use eframe::egui::Ui;

use crate::app::context::{Cx, field_id};
use crate::app::editing::Editing;
use crate::app::widgets::Dropdown;
use crate::calc::{Section, months};
use crate::plan::{Actuals, Date};
use crate::report::sentences::happened;
use crate::t;

/// The name of a month of the period, with its year where the period has more than one of that name.
pub(super) fn month_name(cx: &Cx, month: u32) -> String {
    happened::month_name(cx.words, &cx.plan.period, month)
}

/// How many months are over.
pub(super) fn over(cx: &Cx) -> u32 {
    u32::try_from(cx.report.track.months.len()).unwrap_or(0)
}

/// Draws the chooser.
pub(super) fn ui(ui: &mut Ui, actuals: &mut Editing<'_, Actuals>, cx: &Cx) {
    let words = cx.words;
    let period = months::period(cx.plan);
    let last_day = |month: u32| period.month_start(month + 1).yesterday().unwrap_or(Date::MAX);
    let ended = |over: u32| match over.checked_sub(1) {
        Some(last) => t!(words, "track-through-month", month = month_name(cx, last)),
        None => words.text("track-through-none"),
    };
    let before = period.start.yesterday().unwrap_or(period.start);
    let known = t!(words, "track-through-known", month = ended(cx.report.track.known_months));
    let mut items = vec![(None, known), (Some(before), ended(0))];
    items.extend((0..period.months).map(|month| (Some(last_day(month)), ended(month + 1))));
    let current = actuals.through.map(|_| over(cx).checked_sub(1).map_or(before, last_day));
    let shown = items.iter().find(|(item, _)| *item == current).map_or("", |(_, word)| word.as_str());
    let name = words.text("track-through");
    let id = field_id(Section::Track, None, "through");
    if let Some(through) = Dropdown::new(id, &name, shown).dense().show(ui, &items, Some(&current)) {
        actuals.change(words.text("track-step-through"), |actuals| actuals.through = through);
    }
}
