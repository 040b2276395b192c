//! How far: baseline, expected and goal of each figure.

use eframe::egui::{Align, Id, Layout, Rect, Ui, UiBuilder, pos2, vec2};

use super::figures::optional;
use super::fit::{Figures, fit};
use super::goal_field;
use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::explain::{explained, explains};
use crate::app::theme::{self, Tone, height, size, space};
use crate::app::widgets::text::{asking_runs, mark, marked, runs_job, text_width, widest};
use crate::app::widgets::{
    Column, Field, Progress, Row, RowSpec, Run, Table, is_narrow, runs, section, section_with, weak,
};
use crate::calc::explain::{self, Figure as Asked, Standing};
use crate::calc::odds::{Chance, Odds};
use crate::calc::progress::{self, Quantity};
use crate::plan::Goal;
use crate::plan::goal::{Baseline, Measure};
use crate::t;
use crate::words::names::currency_name;
use crate::words::typed::Entry;
use crate::words::{number, parse};

/// Space between columns.
const GAP: f32 = 7.0;
/// Names are at most as wide, unless they are longer.
const WIDEST_NAME: f32 = 230.0;
/// Width of the bars.
const BAR: f32 = 48.0;
/// What a field needs beside its text.
const FIELD_PAD: f32 = 17.0;

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

/// Draws the section, its rows as tall as told.
pub fn ui(ui: &mut Ui, goal: &mut Editing<'_, Goal>, cx: &Cx, row: f32) {
    head(ui, cx);
    let mut lines: Vec<Line> = progress::report(&cx.report.goal, cx.currency())
        .into_iter()
        .enumerate()
        .map(|(index, progress)| Line::of(cx, goal, (index, progress)))
        .collect();
    let year = cx.plan.period.end().year().to_string();
    let heads = [
        cx.words.text("goal-baseline"),
        t!(cx.words, "goal-expected-year", year = &year),
        t!(cx.words, "goal-goal-year", year = &year),
        cx.words.text("goal-reached"),
        cx.words.text("goal-missing"),
    ];
    let (text_size, columns) = columns(ui, &lines, &heads);
    let mut table = Table::new(ui, Id::unique("goal_progress"), &columns).row_height(row).gap(GAP);
    let top = ui.cursor().min;
    let first = first_heading(ui, cx, &mut lines, (text_size, table.span(0)));
    table.header(ui, &[&first, "", &heads[1], &heads[2], "", &heads[3], &heads[4]]);
    let (left, right) = table.span(1);
    let heading = Rect::from_min_max(top + vec2(left - 20.0, 0.0), pos2(top.x + right, top.y + 24.0));
    baseline_year(ui, goal, cx, heading);
    for line in &lines {
        let spec = RowSpec::plain().id(Id::unique(("goal_progress", line.index))).text_size(text_size);
        table.row(ui, spec, |row| progress_row(row, goal, cx, (line, text_size)));
    }
}

/// The heading of the names. Where one of these has no room for its currency, none has it and the heading has.
fn first_heading(ui: &Ui, cx: &Cx, lines: &mut [Line], (text_size, (left, right)): (f32, (f32, f32))) -> String {
    let first = cx.words.text("goal-mobile-social");
    let wide = |line: &Line| {
        let unit = format!(" {}", line.unit);
        text_width(ui, &line.name, theme::text(text_size)) + text_width(ui, &unit, theme::text(size::SMALL))
    };
    if lines.iter().all(|line| wide(line) <= right - left) {
        return first;
    }
    for line in lines.iter_mut().filter(|line| matches!(ROWS[line.index].1, Unit::Money)) {
        line.unit.clear();
    }
    let unit = currency_name(&cx.currency().code, cx.words);
    let both = t!(cx.words, "report-with-unit", name = first, unit = &unit);
    if text_width(ui, &both, theme::text(size::SMALL)) <= right - left { both } else { unit }
}

/// The columns, as wide as their figures, and the size of text: where there is too little room the bars go first,
/// as they do in a narrow window, then the figures get small.
fn columns(ui: &Ui, lines: &[Line], heads: &[String; 5]) -> (f32, [Column; 7]) {
    let names: Vec<String> = lines.iter().map(|line| line.name.clone()).collect();
    let column = |index: usize, least: f32| Figures {
        heading: &heads[index],
        texts: lines.iter().map(|line| line.texts[index].as_str()).collect(),
        strong: index == 1,
        least,
        pad: if index == 0 { FIELD_PAD } else { 0.0 },
    };
    let figures = [column(0, 88.0), column(1, 86.0), column(2, 80.0), column(3, 50.0), column(4, 66.0)];
    let room = ui.available_width() - 6.0 * GAP;
    let (text_size, widths) = fit(ui, room, &names, &figures);
    let name = widest(ui, names.iter().map(String::as_str), &theme::text(text_size));
    let with_bar = !is_narrow(ui) && widths.iter().sum::<f32>() + name + BAR <= room;
    let number = |index: usize| Column::fixed(widths[index]).right();
    let bar = Column::fixed(if with_bar { BAR } else { 0.0 });
    (
        text_size,
        [Column::flex(1.0, name).at_most(WIDEST_NAME), number(0), number(1), number(2), bar, number(3), number(4)],
    )
}

/// The heading, with the chances beside it or, where they are too long for that, below it.
fn head(ui: &mut Ui, cx: &Cx) {
    let title = cx.words.text("goal-progress");
    let Some(shown) = cx.drawn_odds() else {
        return section(ui, &title, &cx.words.text("goal-progress-subtitle"));
    };
    let sentence = likely(cx, shown.odds);
    let job = runs_job(theme::palette(ui), &sentence, size::SMALL);
    let wide = ui.painter().layout_job(job).size().x + text_width(ui, &title, theme::semibold(size::BODY));
    let say = |ui: &mut Ui| {
        shown.dimmed(ui, |ui| {
            let said = asking_runs(ui, &sentence, size::SMALL);
            explains(ui, cx, &said, || Some(Asked::Chance(Some(cx.report.goal.headline))));
        });
    };
    if wide + space::L <= ui.available_width() {
        section_with(ui, &title, "", |ui| (!sentence.is_empty()).then(|| say(ui)));
    } else {
        section(ui, &title, "");
        ui.add_space(space::XS);
        say(ui);
    }
}

/// How likely each target is reached, and all of them at once.
fn likely(cx: &Cx, odds: &Odds) -> Vec<Run> {
    let names = ["goal-likely-customers", "goal-likely-revenue", "goal-likely-share"];
    let figure = |chance: Chance, tone: Tone| mark(&number::chance(cx.words, chance.value), tone);
    let each = names.into_iter().zip(Measure::ALL).filter_map(|(key, measure)| {
        let tone = if measure == cx.report.goal.headline { Tone::Accent } else { Tone::Plain };
        Some(t!(cx.words, key, chance = figure(odds.chance(measure)?, tone)))
    });
    let all = odds.all_targets.map(|chance| t!(cx.words, "goal-likely-all", chance = figure(chance, Tone::Plain)));
    let parts: Vec<String> = each.chain(all).collect();
    if parts.is_empty() {
        return Vec::new();
    }
    marked(&t!(cx.words, "goal-likely", parts = parts.join(&cx.words.text("goal-likely-comma"))))
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

/// A row of the table in finished figures: baseline, expected, goal, reached, missing.
struct Line {
    index: usize,
    name: String,
    unit: String,
    texts: [String; 5],
    progress: progress::Progress,
}

impl Line {
    fn of(cx: &Cx, goal: &Goal, (index, progress): (usize, progress::Progress)) -> Self {
        let unit = match ROWS[index].1 {
            Unit::Customers => cx.words.text("goal-unit-customers"),
            Unit::Money => currency_name(&cx.currency().code, cx.words),
            Unit::Percent => "%".to_owned(),
        };
        let reached = progress
            .reached
            .map_or(number::NOTHING.to_owned(), |reached| number::percent_bare(reached, usize::from(reached < 10.0)));
        let texts = [
            typed_baseline(cx, &goal.baseline, index).unwrap_or_else(|| shown(cx, progress.baseline)),
            shown(cx, progress.expected),
            shown(cx, progress.goal),
            reached,
            missing(cx, &progress),
        ];
        Self { index, name: cx.words.text(ROWS[index].0), unit, texts, progress }
    }
}

impl Line {
    /// Which figure a side of it is.
    fn figure(&self, side: Standing) -> Option<Asked> {
        Some(Asked::Goal(side, *explain::Quantity::ALL.get(self.index)?))
    }

    /// Whether its goal follows from the others.
    fn is_derived(&self, cx: &Cx) -> bool {
        let target = &cx.report.goal.target;
        let money = [target.value_per_customer, target.revenue, target.total_revenue];
        match self.index {
            0 => target.customers.is_some_and(|figure| figure.derived),
            4 => target.share.is_some_and(|figure| figure.derived),
            index => money.get(index - 1).is_some_and(|figure| figure.is_some_and(|figure| figure.derived)),
        }
    }
}

/// What stands in the field of the baseline; nothing where the baseline follows from other rows.
fn typed_baseline(cx: &Cx, baseline: &Baseline, index: usize) -> Option<String> {
    let amount = |money| number::amount(cx.currency(), money);
    let typed = match index {
        0 => baseline.customers.map(|customers| number::trimmed(customers, 2)),
        2 => baseline.revenue.map(amount),
        3 => baseline.total_revenue.map(amount),
        _ => return None,
    };
    Some(typed.unwrap_or_default())
}

fn progress_row(row: &mut Row<'_>, goal: &mut Editing<'_, Goal>, cx: &Cx, (line, text_size): (&Line, f32)) {
    row.name_and_unit(&line.name, &line.unit);
    row.cell(|ui| match line.index {
        0 | 2 | 3 => baseline_field(ui, goal, cx, (line, text_size)),
        _ => {
            ui.add_space(6.0);
            let shown = Run::weak(&line.texts[0]);
            if line.progress.baseline.is_some() {
                let said = asking_runs(ui, &[shown], text_size);
                explains(ui, cx, &said, || line.figure(Standing::Baseline));
            } else {
                runs(ui, &[shown], text_size);
            }
        }
    });
    let asked = |row: &mut Row<'_>, column: usize, side: Standing| {
        let shown = line.texts[column].as_str();
        let row = row.asking();
        let response = if column == 1 { row.strong(shown, Tone::Plain) } else { row.number(shown) };
        explained(row, cx, (shown, response), || line.figure(side));
    };
    asked(row, 1, Standing::Expected);
    if line.is_derived(cx) {
        asked(row, 2, Standing::Target);
    } else {
        row.number(&line.texts[2]);
    }
    row.cell(|ui| {
        if ui.available_width() > 0.0 {
            bar(ui, &line.name, &line.progress);
        }
    });
    asked(row, 3, Standing::Reached);
    asked(row, 4, Standing::Missing);
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
fn baseline_field(ui: &mut Ui, goal: &mut Editing<'_, Goal>, cx: &Cx, (line, text_size): (&Line, f32)) {
    let (index, shown) = (line.index, &line.texts[0]);
    let (id, name) = match index {
        0 => ("baseline", "goal-baseline-customers"),
        2 => ("baseline_revenue", "goal-baseline-revenue"),
        _ => ("baseline_total", "goal-baseline-total"),
    };
    let name = cx.words.text(name);
    let font = theme::text(text_size);
    let room = ui.available_width();
    let width = (text_width(ui, shown, font.clone()) + FIELD_PAD).clamp(54.0_f32.min(room), room);
    let field = Field::number(goal_field(id), &name).dense().width(width).font(font);
    let step = t!(cx.words, "goal-step-change", what = &name);
    let set = |goal: &mut Editing<'_, Goal>, edit: &dyn Fn(&mut Baseline)| {
        goal.change(step.clone(), |goal| edit(&mut goal.baseline));
    };
    if index == 0 {
        if let Some(customers) = optional(ui, field, shown, cx, &parse::count).value {
            set(goal, &|baseline| baseline.customers = customers);
        }
    } else if let Some(money) =
        optional(ui, field.entry(Entry::money(cx.currency())), shown, cx, &|text| parse::money(text, cx.currency()))
            .value
    {
        set(goal, &|baseline| {
            *(if index == 2 { &mut baseline.revenue } else { &mut baseline.total_revenue }) = money;
        });
    }
}

/// What is missing. Of people so many as the whole ones shown beside it differ by.
fn missing(cx: &Cx, progress: &progress::Progress) -> String {
    match (progress.missing, progress.goal, progress.expected) {
        (Some(Quantity::Count(_)), Some(Quantity::Count(goal)), Some(Quantity::Count(expected))) => {
            number::count(number::rounded(goal, 0) - number::rounded(expected, 0), 0)
        }
        (missing, ..) => shown(cx, missing),
    }
}

fn shown(cx: &Cx, quantity: Option<Quantity>) -> String {
    match quantity {
        None => number::NOTHING.to_owned(),
        Some(Quantity::Count(number)) => number::expected(number),
        Some(Quantity::Amount(money)) => number::money(cx.currency(), money, 0),
        Some(Quantity::Share(share)) => number::percent_bare(share, 1),
    }
}
