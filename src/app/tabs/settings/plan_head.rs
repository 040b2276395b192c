//! The plan's title, company, period, currency and note.

use eframe::egui::Ui;

use super::{Head, calendar, currency, labelled};
use crate::app::context::{Cx, field_id};
use crate::app::widgets::{Field, parsed_field, required_day, section, text_area, text_field, weak};
use crate::calc::Section;
use crate::t;
use crate::words::{number, parse};

const MOST_MONTHS: u32 = 120;

/// Draws the left column.
pub fn ui(ui: &mut Ui, head: &mut Head<'_>, cx: &Cx) {
    let words = cx.words;
    section(ui, &words.text("settings-plan"), &words.text("settings-plan-subtitle"));
    labelled(ui, &words.text("settings-title"), |ui| title(ui, head, cx));
    labelled(ui, &words.text("settings-company"), |ui| company(ui, head, cx));
    labelled(ui, &words.text("settings-period"), |ui| period(ui, head, cx));
    labelled(ui, &words.text("settings-currency"), |ui| currency::ui(ui, head, cx));
    labelled(ui, &words.text("settings-calendar"), |ui| calendar::ui(ui, head, cx));
    labelled(ui, &words.text("common-note"), |ui| note(ui, head, cx));
}

fn id(field: &str) -> eframe::egui::Id {
    field_id(Section::Plan, None, field)
}

fn title(ui: &mut Ui, head: &mut Head<'_>, cx: &Cx) {
    let (name, hint) = (cx.words.text("settings-title"), cx.words.text("settings-title-hint"));
    let field = Field::new(id("title"), &name).fill().hint(&hint);
    if let Some(title) = text_field(ui, field, &head.plan.title).value {
        head.change(cx.words.text("settings-step-title"), |plan| plan.title = title);
    }
}

fn company(ui: &mut Ui, head: &mut Head<'_>, cx: &Cx) {
    let (name, hint) = (cx.words.text("settings-company"), cx.words.text("settings-company-hint"));
    let field = Field::new(id("company"), &name).fill().hint(&hint);
    if let Some(company) = text_field(ui, field, &head.plan.company).value {
        head.change(cx.words.text("settings-step-company"), |plan| plan.company = company);
    }
}

/// First day and length, and the time that makes.
fn period(ui: &mut Ui, head: &mut Head<'_>, cx: &Cx) {
    let words = cx.words;
    ui.horizontal(|ui| {
        weak(ui, &words.text("settings-from"));
        let name = words.text("settings-start");
        let field = Field::new(id("start"), &name).width(108.0);
        if let Some(start) = required_day(ui, field, &cx.almanac(), head.plan.period.start) {
            head.change(words.text("settings-step-start"), |plan| plan.period.start = start);
        }
        weak(ui, &words.text("settings-for"));
        let (name, unit) = (words.text("settings-months"), words.text("settings-months-unit"));
        let field = Field::number(id("period"), &name).width(52.0).unit(&unit);
        let read = |text: &str| match parse::whole(text) {
            Ok(months @ 1..=MOST_MONTHS) => Ok(months),
            Ok(_) => Err(words.text("settings-months-problem")),
            Err(problem) => Err(problem.say(words)),
        };
        if let Some(months) = parsed_field(ui, field, &head.plan.period.months.to_string(), &read).value {
            head.change(words.text("settings-step-months"), |plan| plan.period.months = months);
        }
    });
    let span = number::period(words, &head.plan.period);
    weak(ui, &t!(words, "settings-period-says", period = span));
}

fn note(ui: &mut Ui, head: &mut Head<'_>, cx: &Cx) {
    let (name, hint) = (cx.words.text("settings-note"), cx.words.text("settings-note-hint"));
    let field = Field::new(id("note"), &name).fill().hint(&hint);
    if let Some(note) = text_area(ui, field, &head.plan.note, 6).value {
        head.change(cx.words.text("settings-step-note"), |plan| plan.note = note);
    }
}
