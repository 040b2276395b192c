//! The market's calendar, and what it knows.

use eframe::egui::Ui;

use super::Head;
use crate::app::context::{Cx, Request, field_id};
use crate::app::widgets::{Button, Dropdown, weak};
use crate::calc::Section;
use crate::calc::calendar::{self, Known};
use crate::plan::MarketCalendar;
use crate::plan::calendar::Calendar;
use crate::t;
use crate::words::{Words, names};

/// Draws the chooser, the way to a file, and what the chosen calendar knows.
pub fn ui(ui: &mut Ui, head: &mut Head<'_>, cx: &Cx) {
    let words = cx.words;
    let now = head.plan.calendar.clone();
    let mut choices = vec![MarketCalendar::OfCurrency, MarketCalendar::China, MarketCalendar::None];
    if matches!(now, MarketCalendar::Own(_)) {
        choices.push(now.clone());
    }
    let named: Vec<(MarketCalendar, String)> =
        choices.into_iter().map(|choice| (choice.clone(), names::calendar(&choice, words))).collect();
    ui.horizontal(|ui| {
        let (name, shown) = (words.text("settings-calendar"), names::calendar(&now, words));
        let dropdown = Dropdown::new(field_id(Section::Plan, None, "calendar"), &name, &shown).large().width(260.0);
        if let Some(chosen) = dropdown.show(ui, &named, Some(&now)) {
            head.change(words.text("settings-step-calendar"), |plan| plan.calendar = chosen);
        }
        if Button::quiet(&words.text("calendar-from-file")).show(ui).clicked() {
            cx.requests.push(Request::ChooseCalendar);
        }
    });
    match calendar::of(head.plan) {
        Some(calendar) => knows(ui, words, calendar),
        None => drop(weak(ui, &words.text("calendar-without"))),
    }
}

/// The years it knows, and where its days are from.
fn knows(ui: &mut Ui, words: &Words, calendar: &Calendar) {
    let years = |known: Known| -> String {
        let years = calendar.years.iter().map(|year| year.year).filter(|year| calendar.known(*year) == known);
        years.map(|year| year.to_string()).collect::<Vec<_>>().join(&words.text("calendar-comma"))
    };
    let (announced, by_law) = (years(Known::Announced), years(Known::ByLaw));
    if !announced.is_empty() {
        weak(ui, &t!(words, "calendar-knows", years = announced));
    }
    if !by_law.is_empty() {
        weak(ui, &t!(words, "calendar-knows-law", years = by_law));
    }
    weak(ui, &t!(words, "calendar-source", source = &calendar.source));
}
