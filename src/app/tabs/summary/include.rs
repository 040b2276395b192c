//! What stands in the summary, each part with the page on which it begins.

use eframe::egui::{Align, Layout, Ui};

use super::View;
use crate::app::context::Cx;
use crate::app::theme::space;
use crate::app::widgets::{Button, checkbox, section, weak};
use crate::report::Part;
use crate::report::summary::months::says_something;
use crate::t;

/// Draws the section.
pub fn ui(ui: &mut Ui, cx: &Cx, view: &mut View) {
    let prepared = view.job.latest().and_then(|(prepared, _)| prepared.as_ref());
    let count = prepared.map(|prepared| prepared.pages.pages.len());
    let begins = prepared.map(|prepared| prepared.begins.clone());
    let says = count.map(|count| t!(cx.words, "summary-pages", n = count, shown = count.to_string()));
    section(ui, &cx.words.text("summary-include"), &says.unwrap_or_default());
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        // Of a plan without months of its own nobody asks for them.
        let has_months = says_something(cx.plan, &cx.report.allocation);
        for part in Part::ALL.into_iter().filter(|part| *part != Part::Months || has_months) {
            let on = view.parts.contains(&part);
            let page_of = |begins: &Vec<(Part, usize)>| {
                begins.iter().find(|(other, _)| *other == part).map_or(Place::Nowhere, |(_, page)| Place::Page(*page))
            };
            // Before the first pages are made nobody knows.
            let place = begins.as_ref().filter(|_| on).map(page_of);
            row(ui, cx, view, (part, on, place));
        }
    });
}

/// Where a part that is included stands.
#[derive(Clone, Copy)]
enum Place {
    Page(usize),
    /// It has nothing to say.
    Nowhere,
}

fn row(ui: &mut Ui, cx: &Cx, view: &mut View, (part, on, place): (Part, bool, Option<Place>)) {
    ui.horizontal(|ui| {
        let name = cx.words.text(key(part));
        if checkbox(ui, on, &name) {
            if on { view.parts.retain(|other| *other != part) } else { view.parts.push(part) }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| match place {
            Some(Place::Page(page)) => {
                let words = t!(cx.words, "summary-on-page", page = (page + 1).to_string());
                let says = t!(cx.words, "summary-show-part", part = name);
                if Button::quiet(&words).name(&says).dense().show(ui).clicked() {
                    view.preview.turn_to(page);
                    view.form = super::Form::Pages;
                }
            }
            Some(Place::Nowhere) => {
                // Ends where the words of the buttons do.
                ui.add_space(space::XS);
                weak(ui, &cx.words.text("summary-nothing-to-say"));
            }
            None => (),
        });
    });
}

fn key(part: Part) -> &'static str {
    match part {
        Part::Goal => "summary-part-goal",
        Part::Allocation => "summary-part-allocation",
        Part::Months => "summary-part-months",
        Part::Proposal => "summary-part-proposal",
        Part::Scenarios => "summary-part-scenarios",
        Part::Track => "summary-part-track",
        Part::Odds => "summary-part-odds",
        Part::Events => "summary-part-events",
        Part::Ripples => "summary-part-ripples",
        Part::Pyramid => "summary-part-pyramid",
        Part::Team => "summary-part-team",
        Part::Topics => "summary-part-topics",
        Part::Findings => "summary-part-findings",
        Part::Assumptions => "summary-part-assumptions",
        Part::Calculations => "explain-appendix",
    }
}
