//! Overview: from money to goal on one page, and the eight questions a plan must answer.

mod chain;
mod measures;
mod question_table;
mod questions;

use eframe::egui::{Id, Ui};

use crate::app::context::Cx;
use crate::app::explain::explains;
use crate::app::shell::next::{asked, says_and_go};
use crate::app::shell::top_bar::measure_goal;
use crate::app::theme::{Tone, size, space};
use crate::app::widgets::text::{asking_runs, mark, marked};
use crate::app::widgets::{Begin, EmptyState, Run, beside, page, rule, runs, section, weak};
use crate::calc::explain::{Figure, Standing};
use crate::calc::odds::Odds;
use crate::plan::goal::Measure;
use crate::t;
use crate::words::names::currency_name;
use crate::words::{Named, number};
use questions::Question;
pub use questions::is_begun;

/// The questions are at most this wide: their answers lead somewhere, at the right end.
const WIDEST_QUESTIONS: f32 = 1_080.0;

/// Draws the tab.
pub fn ui(ui: &mut Ui, cx: &Cx) {
    let questions = questions::answers(cx);
    let flows = has_flow(cx);
    page(ui, |ui| {
        let bars = if flows { (ui.available_height() - 500.0).clamp(116.0, 760.0) } else { 34.0 };
        page::scrolled(ui, Id::unique("overview_page"), |ui| {
            match cx.report.goal.headline_attainment() {
                Some(reached) if flows && !is_being_begun(cx) => hero(ui, cx, reached),
                _ => begin(ui, cx),
            }
            rule(ui);
            ui.add_space(space::S);
            chain::ui(ui, cx, bars);
            ui.add_space(space::M);
            below(ui, cx, &questions);
        });
    });
}

/// Whether a link from money to goal is missing that no plan can do without.
fn is_being_begun(cx: &Cx) -> bool {
    cx.next.is_some_and(|next| !next.step.is_optional())
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
    let percent = mark(&figure, Tone::Accent);
    let sentence = if let Some(chance) = cx.headline_chance() {
        let tone = if cx.odds.is_some_and(|shown| shown.is_fresh) { Tone::Accent } else { Tone::Plain };
        let likely = mark(&number::chance_figure(cx.words, chance.value), tone);
        let chance = number::chance_is(cx.words, chance.value, &likely);
        t!(cx.words, "overview-reaches-likely", percent = percent, goal = goal, chance = chance)
    } else {
        t!(cx.words, "overview-reaches", percent = percent, goal = goal)
    };
    let said = asking_runs(ui, &marked(&sentence), size::HERO);
    explains(ui, cx, &said, || Some(Figure::Goal(Standing::Reached, cx.report.goal.headline.into())));
    let statement = cx.plan.goal.statement.trim();
    if !statement.is_empty() {
        runs(ui, &[Run::weak(statement)], size::BODY);
    }
    if let Some(counts) = cx.counts_happened() {
        runs(ui, &[Run::weak(counts)], size::SMALL);
    }
    ui.add_space(space::XS);
}

/// While something is missing that the chain needs: what to do next, and the way there.
fn begin(ui: &mut Ui, cx: &Cx) {
    let Some(next) = cx.next else { return };
    let title = t!(cx.words, "next-title", step = asked(cx, next));
    let (lines, primary) = says_and_go(cx, next.step);
    let id = Id::unique("overview_begin");
    let state = EmptyState { id, question: &title, lines: &lines, primary: &primary, secondary: "" };
    if state.show(ui) == Some(Begin::Primary) {
        cx.go_to(&next.place);
    }
}

fn below(ui: &mut Ui, cx: &Cx, questions: &[Question; 8]) {
    let width = ui.available_width();
    let goal = (width - space::COLUMNS - 690.0).clamp(404.0, 430.0).max(width - space::COLUMNS - WIDEST_QUESTIONS);
    let goal = goal.max(measures::least_width(ui, cx)).min(width / 2.0);
    let widths = [(width - goal - space::COLUMNS).floor(), goal.floor()];
    beside(ui, Id::unique("overview_below"), &widths, space::COLUMNS, |ui, side| {
        if side == 0 {
            section(ui, &cx.words.text("overview-questions"), "");
            question_table::ui(ui, cx, questions);
        } else {
            section(ui, &cx.words.text("overview-goal"), "");
            measures::ui(ui, cx);
            ui.add_space(space::S);
            if let Some(shown) = cx.drawn_odds() {
                shown.dimmed(ui, |ui| drawn(ui, cx, shown.odds));
            } else {
                weak(ui, &cx.words.text("overview-likely"));
            }
        }
    });
}

/// Where the odds come from, and where the headline measure lies.
fn drawn(ui: &mut Ui, cx: &Cx, odds: &Odds) {
    let draws = number::count(f64::from(odds.draws), 0);
    let source = Run::weak(t!(cx.words, "overview-drawn", draws = draws));
    let said = asking_runs(ui, &[source], size::SMALL);
    explains(ui, cx, &said, || Some(Figure::Chance(Some(cx.report.goal.headline))));
    let Some(spread) = odds.spread(cx.report.goal.headline) else { return };
    let shown = |value: f64| match cx.report.goal.headline {
        Measure::Share => number::percent(cx.language(), value, 1),
        Measure::Customers | Measure::Revenue => number::count(number::significant(value, 4), 0),
    };
    let [p10, p50, p90] = [spread.p10, spread.p50, spread.p90].map(shown);
    let measure = match cx.report.goal.headline {
        Measure::Revenue => {
            let unit = currency_name(&cx.currency().code, cx.words);
            t!(cx.words, "overview-revenue-in", unit = unit)
        }
        measure => measure.name(cx.words),
    };
    weak(ui, &t!(cx.words, "overview-spread", measure = measure, p10 = p10, p50 = p50, p90 = p90));
}
