//! How far: baseline, expected and goal of each figure.

use eframe::egui::{Align, Id, Layout, Rect, Ui, UiBuilder, pos2, vec2};

use super::figures::optional;
use super::goal_field;
use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::theme::{self, Tone, height, size, space};
use crate::app::widgets::text::{mark, marked, text_width};
use crate::app::widgets::{
    Column, Field, Progress, Row, RowSpec, Run, Table, is_narrow, runs, section, section_with, weak,
};
use crate::calc::odds::{Chance, Odds};
use crate::calc::progress::{self, Quantity};
use crate::plan::Goal;
use crate::plan::goal::{Baseline, Measure};
use crate::t;
use crate::words::names::currency_name;
use crate::words::{number, parse};

/// Names of the five rows and their units.
const ROWS: [(&str, Unit); 5] = [
    ("goal-customers", Unit::Customers),
    ("goal-value", Unit::Money),
    ("goal-revenue", Unit::Money),
    ("goal-total", Unit::Money),
    ("goal-share", Unit::Percent),
];

#[derive(Clone, Copy)]
enum Unit {
    Customers,
    Money,
    Percent,
}

/// Draws the section.
pub fn ui(ui: &mut Ui, goal: &mut Editing<'_, Goal>, cx: &Cx) {
    let title = cx.words.text("goal-progress");
    if let Some(shown) = cx.drawn_odds() {
        section_with(ui, &title, "", |ui| shown.dimmed(ui, |ui| likely(ui, cx, shown.odds)));
    } else {
        section(ui, &title, &cx.words.text("goal-progress-subtitle"));
    }
    // A narrow window gives up the bars.
    let bar = if is_narrow(ui) { 0.0 } else { 48.0 };
    let columns = [
        Column::flex(1.0, 72.0),
        Column::fixed(88.0).right(),
        Column::fixed(86.0).right(),
        Column::fixed(80.0).right(),
        Column::fixed(bar),
        Column::fixed(50.0).right(),
        Column::fixed(66.0).right(),
    ];
    let mut table = Table::new(ui, Id::unique("goal_progress"), &columns).row_height(height::ROW_TIGHT).gap(8.0);
    let top = ui.cursor().min;
    let year = cx.plan.period.end().year().to_string();
    let (expected, target) =
        (t!(cx.words, "goal-expected-year", year = &year), t!(cx.words, "goal-goal-year", year = &year));
    let (reached, missing) = (cx.words.text("goal-reached"), cx.words.text("goal-missing"));
    let first = cx.words.text("goal-mobile-social");
    table.header(ui, &[&first, "", &expected, &target, "", &reached, &missing]);
    let (left, right) = table.span(1);
    let heading = Rect::from_min_max(top + vec2(left - 20.0, 0.0), pos2(top.x + right, top.y + 24.0));
    baseline_year(ui, goal, cx, heading);
    let room = table.span(0).1;
    for (index, line) in progress::report(&cx.report.goal, cx.currency()).iter().enumerate() {
        let name = cx.words.text(ROWS[index].0);
        let spec = RowSpec::plain().id(Id::unique(("goal_progress", index)));
        table.row(ui, spec, |row| progress_row(row, goal, cx, (index, &name, line, room)));
    }
}

/// How likely each target is reached, and all of them at once.
fn likely(ui: &mut Ui, cx: &Cx, odds: &Odds) {
    let names = ["goal-likely-customers", "goal-likely-revenue", "goal-likely-share"];
    let figure = |chance: Chance, tone: Tone| mark(&number::chance(cx.words, chance.value), tone);
    let each = names.into_iter().zip(Measure::ALL).filter_map(|(key, measure)| {
        let tone = if measure == cx.report.goal.headline { Tone::Accent } else { Tone::Plain };
        Some(t!(cx.words, key, chance = figure(odds.chance(measure)?, tone)))
    });
    let all = odds.all_targets.map(|chance| t!(cx.words, "goal-likely-all", chance = figure(chance, Tone::Plain)));
    let parts: Vec<String> = each.chain(all).collect();
    if parts.is_empty() {
        return;
    }
    let sentence = t!(cx.words, "goal-likely", parts = parts.join(&cx.words.text("goal-likely-comma")));
    runs(ui, &marked(&sentence), size::SMALL);
}

/// The heading of the baseline: its year is typed there.
fn baseline_year(ui: &mut Ui, goal: &mut Editing<'_, Goal>, cx: &Cx, rect: Rect) {
    let layout = Layout::right_to_left(Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout).id_salt("baseline_year"));
    child.spacing_mut().item_spacing.x = space::XS;
    let (name, hint) = (cx.words.text("goal-baseline-year"), cx.words.text("goal-year"));
    let shown = goal.baseline.year.map_or(String::new(), |year| year.to_string());
    let width = text_width(ui, if shown.is_empty() { &hint } else { &shown }, theme::text(size::SMALL)) + 1.0;
    let field = Field::number(goal_field("baseline_year"), &name).hint(&hint).bare().width(width);
    let field = field.font(theme::text(size::SMALL)).tone(Tone::Weak);
    let edited = optional(&mut child, field, &shown, cx, &|text| {
        let year = parse::whole(text)?;
        i16::try_from(year).map_err(|_| parse::Problem::TooLarge(text.trim().to_owned()))
    });
    if let Some(year) = edited.value {
        goal.change(cx.words.text("goal-step-baseline-year"), |goal| goal.baseline.year = year);
    }
    weak(&mut child, &cx.words.text("goal-baseline"));
}

/// A row of the table: its place, its name, its figures, and room for its name.
type Line<'a> = (usize, &'a str, &'a progress::Progress, f32);

fn progress_row(row: &mut Row<'_>, goal: &mut Editing<'_, Goal>, cx: &Cx, (index, name, line, room): Line<'_>) {
    let unit = match ROWS[index].1 {
        Unit::Customers => cx.words.text("goal-unit-customers"),
        Unit::Money => currency_name(&cx.currency().code, cx.words),
        Unit::Percent => "%".to_owned(),
    };
    name_and_unit(row, (name, &unit), room);
    row.cell(|ui| match index {
        0 | 2 | 3 => baseline_field(ui, goal, cx, index),
        _ => {
            ui.add_space(6.0);
            theme_text(ui, &shown(cx, line.baseline));
        }
    });
    row.strong(&calculated(cx, line.expected), Tone::Plain);
    row.number(&shown(cx, line.goal));
    row.cell(|ui| {
        if ui.available_width() > 0.0 {
            bar(ui, name, line);
        }
    });
    row.number(
        &line
            .reached
            .map_or(number::NOTHING.to_owned(), |reached| number::percent_bare(reached, usize::from(reached < 10.0))),
    );
    row.number(&calculated(cx, line.missing));
}

/// A name with its unit behind it, where there is room for both.
pub(super) fn name_and_unit(row: &mut Row<'_>, (name, unit): (&str, &str), room: f32) {
    let ui = row.ui();
    let wide = text_width(ui, name, theme::text(size::BODY)) + text_width(ui, unit, theme::text(size::SMALL)) + 5.0;
    if unit.is_empty() || wide > room {
        row.text(name);
    } else {
        row.runs(&[Run::plain(name), Run::weak(format!(" {unit}")).sized(size::SMALL)]);
    }
}

fn theme_text(ui: &mut Ui, text: &str) {
    crate::app::widgets::text::label(ui, text, theme::text(size::BODY), Tone::Weak);
}

/// Baseline in faint, then what the plan adds, up to the goal's tick.
#[allow(clippy::cast_possible_truncation)] // shares for drawing
fn bar(ui: &mut Ui, name: &str, line: &progress::Progress) {
    let palette = theme::palette(ui);
    let (begun, reached) = (line.begun.unwrap_or(0.0) as f32, line.reached.unwrap_or(0.0) as f32);
    let bar = Progress::new(name, ui.available_width()).height(height::CELL_BAR);
    let bar = bar.part(begun.min(reached), palette.faint).part(reached, palette.accent);
    if line.goal.is_some() {
        bar.show(ui);
    } else {
        bar.no_tick().show(ui);
    }
}

/// What the company has today; the derived rows follow from it.
fn baseline_field(ui: &mut Ui, goal: &mut Editing<'_, Goal>, cx: &Cx, index: usize) {
    let baseline = &goal.baseline;
    let amount = |money| number::amount(cx.currency(), money);
    let (id, name, shown) = match index {
        0 => ("baseline", "goal-baseline-customers", baseline.customers.map(|n| number::trimmed(n, 2))),
        2 => ("baseline_revenue", "goal-baseline-revenue", baseline.revenue.map(amount)),
        _ => ("baseline_total", "goal-baseline-total", baseline.total_revenue.map(amount)),
    };
    let (name, shown) = (cx.words.text(name), shown.unwrap_or_default());
    let width = (text_width(ui, &shown, theme::text(size::BODY)) + 17.0).clamp(54.0, ui.available_width());
    let field = Field::number(goal_field(id), &name).dense().width(width);
    let step = t!(cx.words, "goal-step-change", what = &name);
    let set = |goal: &mut Editing<'_, Goal>, edit: &dyn Fn(&mut Baseline)| {
        goal.change(step.clone(), |goal| edit(&mut goal.baseline));
    };
    if index == 0 {
        if let Some(customers) = optional(ui, field, &shown, cx, &parse::count).value {
            set(goal, &|baseline| baseline.customers = customers);
        }
    } else if let Some(money) = optional(ui, field, &shown, cx, &|text| parse::money(text, cx.currency())).value {
        set(goal, &|baseline| {
            *(if index == 2 { &mut baseline.revenue } else { &mut baseline.total_revenue }) = money;
        });
    }
}

/// A calculated number of customers always has its decimal; a typed one has what was typed.
fn calculated(cx: &Cx, quantity: Option<Quantity>) -> String {
    match quantity {
        Some(Quantity::Count(number)) => number::count(number, 1),
        quantity => shown(cx, quantity),
    }
}

fn shown(cx: &Cx, quantity: Option<Quantity>) -> String {
    match quantity {
        None => number::NOTHING.to_owned(),
        Some(Quantity::Count(number)) => number::trimmed(number, 1),
        Some(Quantity::Amount(money)) => number::money(cx.currency(), money, 0),
        Some(Quantity::Share(share)) => number::percent_bare(share, 1),
    }
}
