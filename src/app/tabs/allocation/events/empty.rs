//! The page before there is an event.

use eframe::egui::{self, Ui};

use super::{Detail, View};
use crate::app::context::{Cx, field_id};
use crate::app::editing::Editing;
use crate::app::tabs::allocation::{Page, page_switch};
use crate::app::theme::{Tone, space};
use crate::app::widgets::{EmptyState, Figure, Sketch, Step, figures, section, steps, tab_head};
use crate::calc::Section;
use crate::plan::event::{Party, SplitRule};
use crate::plan::{Event, Id};
use crate::words::{Named, names, number};

/// Draws the question, how to begin, and what comes of it.
pub(super) fn ui(ui: &mut Ui, events: &mut Editing<'_, Vec<Event>>, cx: &Cx, view: &mut View, shown: &mut Page) {
    let words = cx.words;
    tab_head(ui, |ui| page_switch(ui, cx, shown), |_| ());
    let unit = names::currency_name(&cx.currency().code, words);
    let money =
        |label: String| Figure::new(format!("{label}{}{unit}", words.text("event-unit-comma")), number::NOTHING);
    let labels = ["event-total", "event-our-share", "event-alone", "event-we-save"].map(|key| words.text(key));
    let mut cells: Vec<Figure> = labels.into_iter().map(money).collect();
    cells.push(Figure::new(words.text("event-contacts"), number::NOTHING));
    cells.push(money(words.text("event-cost-per-lead")));
    figures(ui, &cells.into_iter().map(|cell| cell.tone(Tone::Weak)).collect::<Vec<_>>());
    crate::app::widgets::hairline(ui);
    let question = EmptyState {
        id: field_id(Section::Event, None, "events"),
        question: &words.text("event-empty-question"),
        lines: &words.text("event-empty-lines"),
        primary: &words.text("event-empty-begin"),
        secondary: "",
    };
    if question.show(ui).is_some() {
        add(events, cx, view);
    }
    ways(ui, cx);
    ui.add_space(space::L);
    let step = |sketch, title, about| Step::new(sketch, words.text(title), words.text(about));
    steps(
        ui,
        &[
            step(Sketch::Bill, "event-empty-step-1", "event-empty-about-1"),
            step(Sketch::Table, "event-empty-step-2", "event-empty-about-2"),
            step(Sketch::Rules, "event-empty-step-3", "event-empty-about-3"),
        ],
    );
}

/// The rules there are, as rows of what they mean.
fn ways(ui: &mut Ui, cx: &Cx) {
    let words = cx.words;
    section(ui, &words.text("event-ways"), "");
    let known = [
        (SplitRule::Equal, "event-way-equal"),
        (SplitRule::Benefit, "event-way-benefit"),
        (SplitRule::Alone, "event-way-alone"),
        (SplitRule::EqualSavings, "event-way-equal-savings"),
        (SplitRule::Airport, "event-way-airport"),
    ];
    let columns = [crate::app::widgets::Column::fixed(190.0), crate::app::widgets::Column::flex(1.0, 300.0)];
    let mut table = crate::app::widgets::Table::new(ui, egui::Id::unique("ways to share"), &columns);
    for (rule, key) in known {
        table.row(ui, crate::app::widgets::RowSpec::plain(), |row| {
            row.text(&rule.name(words));
            row.weak(&words.text(key));
        });
    }
}

/// Adds an event with us in it, and shows it with the focus on its name.
pub(super) fn add(events: &mut Editing<'_, Vec<Event>>, cx: &Cx, view: &mut View) {
    let words = cx.words;
    // A topic names an event or a ripple by its id, so the two may not share one.
    let taken = events.now();
    let id = Id::fresh("event", taken.iter().map(|event| &event.id).chain(cx.plan.ripples.iter().map(|r| &r.id)));
    let us = Id::new("party-1");
    let mut event = Event::new(id.clone(), words.text("event-new-name"));
    event.parties.push(Party::new(us.clone(), words.text("event-us")));
    event.us = Some(us);
    events.change(words.text("event-step-add-event"), |events| events.push(event));
    view.event = Some(id.clone());
    view.detail = Detail::Event;
    view.item = None;
    view.fresh = Some(id);
}
