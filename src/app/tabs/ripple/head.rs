//! What it comes to in one sentence, which ripple, and a new one.

use std::cell::RefCell;

use eframe::egui::{self, Ui};

use super::{Desk, View, empty, shown_name};
use crate::app::icons;
use crate::app::tabs::fields::{RowAction, dated_chooser, row_menu};
use crate::app::theme::{Tone, size};
use crate::app::widgets::{Button, mark, marked, runs, tab_head};
use crate::calc::removal::Target;
use crate::calc::ripple::{Step, StepKind};
use crate::plan::{Id, Ripple};
use crate::t;
use crate::words::number;

/// The head of the tab.
pub(super) fn ui(ui: &mut Ui, desk: &mut Desk, view: &mut View) {
    let sentence = sentence(desk);
    let (desk, view) = (RefCell::new(desk), RefCell::new(view));
    tab_head(
        ui,
        |ui| runs(ui, &marked(&sentence), size::FIGURE),
        |ui| {
            let (desk, view): (&mut Desk, &mut View) = (&mut desk.borrow_mut(), &mut view.borrow_mut());
            let (word, name) = (desk.cx.words.text("ripple-tab"), desk.cx.words.text("ripple-step-add"));
            if Button::plain(&word).icon(icons::PLUS).name(&name).show(ui).clicked() {
                empty::add(&mut desk.ripples, desk.cx, view);
            }
            arrange(ui, desk);
            choose(ui, desk, view);
        },
    );
}

fn choose(ui: &mut Ui, desk: &Desk, view: &mut View) {
    let cx = desk.cx;
    let date = |ripple: &Ripple| ripple.date.map(|date| number::date(cx.words, date)).unwrap_or_default();
    let choice = |ripple: &Ripple| (ripple.id.clone(), shown_name(cx, &ripple.name), date(ripple));
    let items: Vec<(Id, String, String)> = desk.ripples.iter().map(choice).collect();
    let name = cx.words.text("ripple-which");
    if let Some(id) = dated_chooser(ui, (egui::Id::unique("which ripple"), &name), &items, &desk.ripple.id) {
        view.ripple = Some(id);
    }
}

fn arrange(ui: &mut Ui, desk: &mut Desk) {
    let id = desk.ripple.id.clone();
    let count = desk.ripples.len();
    let Some(index) = desk.ripples.iter().position(|ripple| ripple.id == id) else { return };
    let name = desk.name();
    if let Some(action) = row_menu(ui, desk.cx.words, (desk.field("arrange"), &name), (index, count)) {
        if action == RowAction::Remove {
            return desk.cx.remove(Target::Ripple(id));
        }
        desk.ripples.change(action.step(desk.cx.words, &name), |ripples| action.apply(ripples, index));
    }
}

/// What the last step makes of the return on investment and of the customers.
fn sentence(desk: &Desk) -> String {
    let words = desk.cx.words;
    let steps = &desk.report.outcome.steps;
    let (Some(funnel), Some(last)) = (steps.first(), steps.last()) else { return String::new() };
    let Some(from) = funnel.roi() else { return words.text("ripple-sentence-no-cost") };
    let to = last.roi().unwrap_or(from);
    let (from_shown, to_shown) = (number::roi(from), mark(&number::roi(to), Tone::Accent));
    let more = mark(&number::expected((last.customers - funnel.customers).max(0.0)), Tone::Accent);
    let same = number::roi(to) == from_shown && last.customers - funnel.customers < 0.05;
    match (last.kind, to >= from) {
        (StepKind::Follow | StepKind::Share, _) if same => t!(words, "ripple-sentence-same", roi = to_shown),
        (StepKind::Funnel, _) => t!(words, "ripple-sentence-funnel", roi = mark(&from_shown, Tone::Accent)),
        (StepKind::Follow, true) => t!(words, "ripple-sentence-follow", from = from_shown, to = to_shown, more = more),
        (StepKind::Share, true) => {
            t!(words, "ripple-sentence-share", from = from_shown, to = to_shown, more = offsite(last))
        }
        (_, false) => t!(words, "ripple-sentence-lowers", from = from_shown, to = to_shown),
    }
}

fn offsite(last: &Step) -> String {
    mark(&number::expected(last.offsite_customers), Tone::Accent)
}
