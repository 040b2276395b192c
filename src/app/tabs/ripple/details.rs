//! What else there is to say of a ripple: name, date, event, owner, months, stages, note.

use eframe::egui::{Align, Layout, Ui, vec2};

use super::{Desk, View};
use crate::app::icons;
use crate::app::tabs::fields::{caption, stage_toggles};
use crate::app::theme::{Tone, height, space};
use crate::app::widgets::{Button, Dropdown, Field, day_field, parsed_field, text::small, text_area, text_field, weak};
use crate::plan::{Id, Money};
use crate::t;
use crate::words::{number, parse};

/// Draws the column.
pub(super) fn ui(ui: &mut Ui, desk: &mut Desk, view: &mut View) {
    let words = desk.cx.words;
    ui.add_space(2.0);
    let label = words.text("common-name");
    caption(ui, &label);
    name(ui, desk, view, &label);
    let label = words.text("ripple-date");
    caption(ui, &label);
    let field = Field::new(desk.field("date"), &label).fill().hint("2026-09-09");
    if let Some(date) = day_field(ui, field, &desk.cx.almanac(), desk.ripple.date) {
        desk.change(desk.step(&label), |ripple| ripple.date = date);
    }
    owner(ui, desk);
    event(ui, desk);
    months(ui, desk);
    let label = words.text("ripple-stages");
    caption(ui, &label);
    if let Some(stages) = stage_toggles(ui, words, desk.field("stages"), &desk.ripple.stages) {
        desk.change(desk.step(&label), |ripple| ripple.stages = stages);
    }
    let label = words.text("common-note");
    caption(ui, &label);
    if let Some(note) = text_area(ui, Field::new(desk.field("note"), &label).fill(), &desk.ripple.note, 6).value {
        desk.change(desk.step(&label), |ripple| ripple.note = note);
    }
}

fn name(ui: &mut Ui, desk: &mut Desk, view: &mut View, label: &str) {
    let id = desk.field("name");
    // Asked for before the field is drawn, so that it selects its text.
    if view.fresh.as_ref() == Some(&desk.ripple.id) {
        view.fresh = None;
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    if let Some(name) = text_field(ui, Field::new(id, label).fill(), &desk.ripple.name).value {
        desk.change(desk.cx.words.text("ripple-step-rename"), |ripple| ripple.name = name);
    }
}

fn owner(ui: &mut Ui, desk: &mut Desk) {
    let (cx, ripple) = (desk.cx, desk.ripple);
    let label = cx.words.text("common-owner");
    caption(ui, &label);
    let shown = ripple.owner.as_ref().map_or_else(|| cx.words.text("common-nobody"), |owner| cx.person(owner));
    let dropdown = Dropdown::new(desk.field("owner"), &label, &shown).width(ui.available_width());
    if let Some(owner) = dropdown.show(ui, &cx.owner_choices(), Some(&ripple.owner)) {
        desk.change(desk.step(&label), |ripple| ripple.owner = owner);
    }
}

/// The event of the plan the ripple belongs to.
fn event(ui: &mut Ui, desk: &mut Desk) {
    let (cx, ripple) = (desk.cx, desk.ripple);
    let label = cx.words.text("ripple-event");
    caption(ui, &label);
    let none = (None, cx.words.text("ripple-no-event"));
    let events = cx.plan.events.iter().map(|event| (Some(event.id.clone()), event.name.clone()));
    let choices: Vec<(Option<Id>, String)> = std::iter::once(none).chain(events).collect();
    let known = choices.iter().find(|(id, _)| *id == ripple.event).map(|(_, name)| name.clone());
    let shown = known.unwrap_or_else(|| ripple.event.as_ref().map(ToString::to_string).unwrap_or_default());
    let dropdown = Dropdown::new(desk.field("event"), &label, &shown).width(ui.available_width());
    if let Some(event) = dropdown.show(ui, &choices, Some(&ripple.event)) {
        desk.change(desk.step(&label), |ripple| ripple.event = event);
    }
    let of_plan = cx.plan.events.iter().position(|event| Some(&event.id) == ripple.event.as_ref());
    let share = of_plan.and_then(|index| cx.report.allocation.events.get(index)).map(|row| row.spend);
    if let Some(share) = share.filter(|share| *share > Money::ZERO) {
        let share = number::amount_named(cx.words, cx.currency(), share);
        weak(ui, &t!(cx.words, "ripple-event-counted", share = share));
    }
}

/// How the revenue spreads over the months, three beside each other.
fn months(ui: &mut Ui, desk: &mut Desk) {
    let words = desk.cx.words;
    let label = words.text("ripple-timing");
    caption(ui, &label);
    if desk.ripple.timing.is_empty() {
        small(ui, &words.text("ripple-all-at-once"), Tone::Weak);
    }
    let width = (ui.available_width() - 2.0 * space::S) / 3.0;
    let months: Vec<usize> = (0..desk.ripple.timing.len()).collect();
    for three in months.chunks(3) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            for &month in three {
                ui.allocate_ui_with_layout(vec2(width, height::DENSE), Layout::left_to_right(Align::Center), |ui| {
                    ui.set_min_width(width);
                    ui.spacing_mut().item_spacing.x = 4.0;
                    part(ui, desk, month);
                });
            }
        });
    }
    ui.horizontal(|ui| {
        let (more, fewer) = (words.text("ripple-more-months"), words.text("ripple-fewer-months"));
        if Button::quiet(&more).icon(icons::PLUS).dense().show(ui).clicked() {
            desk.change(desk.step(&label), |ripple| {
                ripple.timing.push(if ripple.timing.is_empty() { 100.0 } else { 0.0 });
            });
        }
        if !desk.ripple.timing.is_empty() && Button::quiet(&fewer).icon(icons::MINUS).dense().show(ui).clicked() {
            desk.change(desk.step(&label), |ripple| {
                ripple.timing.pop();
            });
        }
    });
}

/// The part of one month, counted from the ripple's own.
fn part(ui: &mut Ui, desk: &mut Desk, month: usize) {
    let words = desk.cx.words;
    let start = desk.ripple.date.unwrap_or(desk.cx.plan.period.start);
    let later = i8::try_from(month % 12).unwrap_or(0);
    let shown_month = number::month_short(words, (start.month() - 1 + later) % 12 + 1);
    let weight = desk.ripple.timing.get(month).copied().unwrap_or_default();
    ui.allocate_ui_with_layout(vec2(28.0, height::DENSE), Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_width(28.0);
        weak(ui, &shown_month);
    });
    let name = t!(words, "ripple-part-of", month = shown_month);
    // A finding about the months leads to the first one below zero.
    let to_mend = desk.ripple.timing.iter().position(|weight| *weight < 0.0).unwrap_or_default();
    let id = if month == to_mend { desk.field("timing") } else { desk.field("timing of").with(month) };
    let field = Field::number(id, &name).fill().right().dense();
    let read = |typed: &str| parse::count(typed).map_err(|problem| problem.say(words));
    if let Some(value) = parsed_field(ui, field, &number::trimmed(weight, 4), &read).value {
        desk.change(desk.step(&words.text("ripple-timing")), |ripple| {
            if let Some(part) = ripple.timing.get_mut(month) {
                *part = value;
            }
        });
    }
}
