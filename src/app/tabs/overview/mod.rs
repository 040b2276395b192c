//! Overview: from money to goal on one page, and the eight questions a plan must answer.

mod chain;
mod measures;
mod questions;

use eframe::egui::{Id, Ui};

use crate::app::context::Cx;
use crate::app::shell::top_bar::measure_goal;
use crate::app::theme::{size, space};
use crate::app::widgets::{Begin, EmptyState, Run, beside, page, rule, runs, section, weak};
use crate::t;
use crate::words::number;
use questions::Question;
pub use questions::is_begun;

/// Draws the tab.
pub fn ui(ui: &mut Ui, cx: &Cx) {
    let questions = questions::answers(cx);
    let flows = has_flow(cx);
    page(ui, |ui| {
        let bars = if flows { (ui.available_height() - 500.0).clamp(116.0, 220.0) } else { 34.0 };
        page::scrolled(ui, Id::unique("overview_page"), |ui| {
            match cx.report.goal.headline_attainment() {
                Some(reached) if flows => hero(ui, cx, reached),
                _ => begin(ui, cx, &questions),
            }
            rule(ui);
            ui.add_space(space::S);
            chain::ui(ui, cx, bars);
            ui.add_space(space::M);
            below(ui, cx, &questions);
        });
    });
}

/// Whether anything flows from money to revenue.
fn has_flow(cx: &Cx) -> bool {
    let total = &cx.report.chain.total;
    cx.currency().units(total.money) > 0.0 || total.reached > 0.0
}

/// "This plan reaches 86 % of the revenue goal", and the goal in the planner's words.
fn hero(ui: &mut Ui, cx: &Cx, reached: f64) {
    let figure = number::percent(cx.language(), reached, 0);
    let goal = measure_goal(cx.words, cx.report.goal.headline);
    let sentence = t!(cx.words, "overview-reaches", percent = &figure, goal = goal);
    runs(ui, &around(&sentence, &figure), size::HERO);
    let statement = cx.plan.goal.statement.trim();
    if !statement.is_empty() {
        runs(ui, &[Run::weak(statement)], size::BODY);
    }
    ui.add_space(space::XS);
}

/// A sentence with one figure in it in the accent.
fn around(sentence: &str, figure: &str) -> Vec<Run> {
    match sentence.split_once(figure) {
        Some((before, after)) => vec![Run::plain(before), Run::accent(figure), Run::plain(after)],
        None => vec![Run::plain(sentence)],
    }
}

/// While something is missing that the chain needs: which question to answer first, and the way there.
fn begin(ui: &mut Ui, cx: &Cx, questions: &[Question; 8]) {
    let words = cx.words;
    let Some((index, first)) = questions.iter().enumerate().find(|(_, question)| question.is_open()) else { return };
    let title = t!(words, "overview-begin", number = index + 1, question = &first.asked);
    let (lines, primary) = first.begin;
    let state = EmptyState {
        id: Id::unique("overview_begin"),
        question: &title,
        lines: &words.text(lines),
        primary: &words.text(primary),
        secondary: "",
    };
    if state.show(ui) == Some(Begin::Primary) {
        first.go(cx);
    }
}

fn below(ui: &mut Ui, cx: &Cx, questions: &[Question; 8]) {
    let width = ui.available_width();
    let goal = (width - space::COLUMNS - 690.0).clamp(404.0, 430.0).min(width);
    let widths = [(width - goal - space::COLUMNS).floor(), goal.floor()];
    beside(ui, Id::unique("overview_below"), &widths, space::COLUMNS, |ui, side| {
        if side == 0 {
            section(ui, &cx.words.text("overview-questions"), "");
            questions::table(ui, cx, questions);
        } else {
            section(ui, &cx.words.text("overview-goal"), "");
            measures::ui(ui, cx);
            ui.add_space(space::S);
            weak(ui, &cx.words.text("overview-likely"));
        }
    });
}
