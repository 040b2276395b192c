//! The editor behind the months: how results spread over them, and the milestones of the goal's path.

use eframe::egui::{self, Ui};

use super::{View, goal_field};
use crate::app::context::Cx;
use crate::app::editing::Editing;
use crate::app::icons;
use crate::app::theme::{self, Tone, height, size, space};
use crate::app::widgets::text::text_width;
use crate::app::widgets::{
    Button, Column, Field, RowSpec, Run, Table, accent_panel, icon_button, panel_head, parsed_field, required_day, weak,
};
use crate::plan::goal::{Milestone, Timing};
use crate::plan::{Goal, Money, Period};
use crate::t;
use crate::words::names::{Named, currency_name};
use crate::words::typed::Entry;
use crate::words::{number, parse};

/// Draws the editor.
pub fn ui(ui: &mut Ui, goal: &mut Editing<'_, Goal>, cx: &Cx, view: &mut View) {
    accent_panel(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let title =
            [Run::strong(cx.words.text("goal-path")), Run::weak(cx.words.text("goal-path-subtitle")).sized(12.0)];
        if panel_head(ui, &title, &cx.words.text("goal-path-close")) {
            view.path_open = false;
        }
        ui.add_space(space::XS);
        ui.spacing_mut().item_spacing.x = space::PAGE;
        ui.columns(2, |sides| {
            for side in &mut *sides {
                side.spacing_mut().item_spacing.x = space::S;
            }
            weights(&mut sides[0], goal, cx);
            milestones(&mut sides[1], goal, cx, view);
        });
    });
}

/// The day to mend first: one outside the period or not after the one before; otherwise the first.
pub fn wrong_day(goal: &Goal, period: Period) -> egui::Id {
    let wrong = |index: usize| {
        let this = goal.path[index];
        let outside = this.day < period.start || this.day > period.end();
        outside || (index > 0 && (this.day <= goal.path[index - 1].day || this.revenue < goal.path[index - 1].revenue))
    };
    day_id((0..goal.path.len()).find(|&index| wrong(index)).unwrap_or(0))
}

/// Milestones have no id of their own; the first one stands for the path as a whole.
fn day_id(index: usize) -> egui::Id {
    let path = goal_field("path");
    if index == 0 { path } else { path.with(index) }
}

/// One of the three series of weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Series {
    Baseline,
    A,
    B,
}

impl Series {
    const ALL: [Self; 3] = [Self::Baseline, Self::A, Self::B];

    fn of(self, timing: &Timing) -> &[f64] {
        match self {
            Self::Baseline => &timing.baseline,
            Self::A => &timing.class_a,
            Self::B => &timing.class_b,
        }
    }

    fn of_mut(self, timing: &mut Timing) -> &mut Vec<f64> {
        match self {
            Self::Baseline => &mut timing.baseline,
            Self::A => &mut timing.class_a,
            Self::B => &mut timing.class_b,
        }
    }

    fn name(self, cx: &Cx) -> String {
        match self {
            Self::Baseline => cx.words.text("goal-baseline"),
            Self::A => crate::plan::allocation::Class::A.name(cx.words),
            Self::B => crate::plan::allocation::Class::B.name(cx.words),
        }
    }
}

fn weights(ui: &mut Ui, goal: &mut Editing<'_, Goal>, cx: &Cx) {
    let number = || Column::fixed(56.0).right();
    let columns = [Column::flex(1.0, 40.0), number(), number(), number()];
    let mut table = Table::new(ui, egui::Id::unique("goal_weights"), &columns).row_height(height::DENSE).gap(6.0);
    let names = Series::ALL.map(|series| series.name(cx));
    table.header(ui, &[&cx.words.text("goal-month"), &names[0], &names[1], &names[2]]);
    for month in 0..cx.plan.period.months.clamp(1, 120) {
        let name = number::month_of(cx.words, &cx.plan.period, month);
        let spec = RowSpec::plain().id(egui::Id::unique(("goal_weight_row", month))).no_line();
        table.row(ui, spec, |row| {
            row.styled(&name, theme::text(size::SMALL), Tone::Plain);
            for series in Series::ALL {
                row.cell(|ui| weight(ui, goal, cx, (series, month, &name)));
            }
        });
    }
    let spec = RowSpec::plain().id(egui::Id::unique("goal_weights_evenly")).no_line().height(height::ROW);
    table.row(ui, spec, |row| {
        row.skip(1);
        for series in Series::ALL {
            row.cell(|ui| evenly(ui, goal, cx, series));
        }
    });
}

fn weight(ui: &mut Ui, goal: &mut Editing<'_, Goal>, cx: &Cx, (series, month, name): (Series, u32, &str)) {
    let index = usize::try_from(month).unwrap_or(0);
    let weights = series.of(&goal.timing);
    let shown = match weights.get(index) {
        Some(weight) => number::trimmed(*weight, 4),
        None if weights.is_empty() => String::new(),
        None => "0".to_owned(),
    };
    let words = t!(cx.words, "goal-weight-of", series = series.name(cx), month = name);
    let timing = goal_field("timing");
    // The first field stands for the timing as a whole.
    let id = if series == Series::Baseline && month == 0 { timing } else { timing.with((series, month)) };
    // Without weights every month counts alike, as if each had a 1.
    let field = Field::number(id, &words).dense().width(56.0).hint("1").font(theme::text(size::SMALL));
    let read = |text: &str| {
        if text.trim().is_empty() { Ok(0.0) } else { parse::count(text).map_err(|problem| problem.say(cx.words)) }
    };
    let months = usize::try_from(cx.plan.period.months).unwrap_or(1);
    if let Some(weight) = parsed_field(ui, field, &shown, &read).value {
        goal.change(t!(cx.words, "goal-step-timing", series = series.name(cx)), |goal| {
            let weights = series.of_mut(&mut goal.timing);
            if weights.is_empty() {
                weights.resize(months, 1.0);
            }
            weights.resize(weights.len().max(index + 1), 0.0);
            weights[index] = weight;
        });
    }
}

fn evenly(ui: &mut Ui, goal: &mut Editing<'_, Goal>, cx: &Cx, series: Series) {
    let words = cx.words.text("goal-evenly");
    if series.of(&goal.timing).is_empty() {
        weak(ui, &words);
        return;
    }
    let name = t!(cx.words, "goal-evenly-named", series = series.name(cx));
    if Button::quiet(&words).name(&name).dense().show(ui).clicked() {
        goal.change(name, |goal| series.of_mut(&mut goal.timing).clear());
    }
}

fn milestones(ui: &mut Ui, goal: &mut Editing<'_, Goal>, cx: &Cx, view: &mut View) {
    let unit = currency_name(&cx.currency().code, cx.words);
    let heading = t!(cx.words, "goal-milestone-revenue", unit = unit);
    let columns = [Column::fixed(94.0), Column::flex(1.0, 80.0).right(), Column::fixed(24.0)];
    let mut table = Table::new(ui, egui::Id::unique("goal_milestones"), &columns).row_height(height::ROW).gap(6.0);
    table.header(ui, &[&cx.words.text("goal-milestone-day"), &heading, ""]);
    let path = goal.path.clone();
    for (index, milestone) in path.iter().enumerate() {
        let spec = RowSpec::plain().id(egui::Id::unique(("goal_milestone", index))).no_line();
        table.row(ui, spec, |row| {
            row.cell(|ui| day(ui, goal, cx, (index, milestone)));
            row.cell(|ui| revenue(ui, goal, cx, (index, milestone)));
            let name = t!(cx.words, "goal-remove-milestone", day = number::date_iso(milestone.day));
            row.cell(|ui| {
                if icon_button(ui, icons::TRASH_2, &name).clicked() {
                    goal.change(name, |goal| {
                        goal.path.remove(index);
                    });
                }
            });
        });
    }
    if path.is_empty() {
        ui.add_space(space::S);
        weak(ui, &cx.words.text("goal-milestones-none"));
    }
    ui.add_space(space::XS);
    ui.horizontal(|ui| {
        if Button::quiet(&cx.words.text("goal-add-milestone")).icon(icons::PLUS).dense().show(ui).clicked() {
            add(goal, cx, view);
        }
        let sorted = path.is_sorted_by_key(|milestone| milestone.day);
        if !sorted && Button::quiet(&cx.words.text("goal-sort-milestones")).dense().show(ui).clicked() {
            let step = cx.words.text("goal-sort-milestones");
            goal.change(step, |goal| goal.path.sort_by_key(|milestone| milestone.day));
        }
    });
}

/// A milestone at the end, on the last day: the goal itself is what one has to have reached then.
fn add(goal: &mut Editing<'_, Goal>, cx: &Cx, view: &mut View) {
    let target = cx.report.goal.target.revenue.map_or(Money::ZERO, |figure| figure.value);
    let new = Milestone { day: cx.plan.period.end(), revenue: target };
    goal.change(cx.words.text("goal-step-add-milestone"), |goal| goal.path.push(new));
    view.focus = Some(day_id(goal.path.len() - 1));
}

fn at(goal: &mut Goal, index: usize) -> std::slice::IterMut<'_, Milestone> {
    goal.path.get_mut(index..=index).unwrap_or_default().iter_mut()
}

fn day(ui: &mut Ui, goal: &mut Editing<'_, Goal>, cx: &Cx, (index, milestone): (usize, &Milestone)) {
    let name = t!(cx.words, "goal-milestone-day-named", n = index + 1);
    let field = Field::new(day_id(index), &name).dense().width(104.0).font(theme::text(size::SMALL));
    if let Some(day) = required_day(ui, field, &cx.almanac(), milestone.day) {
        goal.change(cx.words.text("goal-step-milestone"), |goal| {
            at(goal, index).for_each(|milestone| milestone.day = day);
        });
    }
}

fn revenue(ui: &mut Ui, goal: &mut Editing<'_, Goal>, cx: &Cx, (index, milestone): (usize, &Milestone)) {
    let shown = number::amount(cx.currency(), milestone.revenue);
    let name = t!(cx.words, "goal-milestone-revenue-named", n = index + 1);
    let width = (text_width(ui, &shown, theme::text(size::BODY)) + 18.0).clamp(96.0, ui.available_width().max(97.0));
    let field =
        Field::number(day_id(index).with("revenue"), &name).entry(Entry::money(cx.currency())).dense().width(width);
    let read = |text: &str| parse::money(text, cx.currency()).map_err(|problem| problem.say(cx.words));
    if let Some(money) = parsed_field(ui, field, &shown, &read).value {
        goal.change(cx.words.text("goal-step-milestone"), |goal| {
            at(goal, index).for_each(|milestone| milestone.revenue = money);
        });
    }
}
