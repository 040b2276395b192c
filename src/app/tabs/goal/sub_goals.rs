//! Smaller goals on the way, each with an owner and a date. A row unfolds into what it measures and its note.

use eframe::egui::{self, Ui, vec2};

use super::View;
use crate::app::context::{Cx, field_id};
use crate::app::editing::Editing;
use crate::app::icons;
use crate::app::theme::{self, Tone, height, size};
use crate::app::widgets::button::{IconLook, icon_button_colored};
use crate::app::widgets::text::{text_width, widest};
use crate::app::widgets::{
    Button, Column, Dropdown, Field, Progress, Row, RowKind, RowSpec, Table, day_field, icon_button, is_narrow, order,
    parsed_field, section, text_field, weak,
};
use crate::calc::Section;
use crate::calc::goal::SubGoalReport;
use crate::plan::goal::{SubGoal, SubMeasure};
use crate::plan::{Goal, Id};
use crate::t;
use crate::words::{number, parse};

mod measure;

/// Draws the section, its rows as tall as told.
pub fn ui(ui: &mut Ui, goal: &mut Editing<'_, Goal>, cx: &Cx, (view, row): (&mut View, f32)) {
    section(ui, &cx.words.text("goal-sub-goals"), &cx.words.text("goal-sub-goals-subtitle"));
    let subs = goal.now();
    if subs.sub_goals.is_empty() {
        return nothing_yet(ui, goal, cx, view);
    }
    let mut table = table(ui, cx, &subs.sub_goals).row_height(row);
    let heading = |key| cx.words.text(key);
    let (name, owner, date) = (heading("goal-sub-goal"), heading("common-owner"), heading("common-date"));
    let (expected, target, reached) = (heading("goal-expected"), heading("goal-goal"), heading("goal-reached"));
    table.header(ui, &[&name, &owner, &date, &expected, &target, "", &reached, ""]);
    for sub in &subs.sub_goals {
        let unfolded = view.unfolded.as_ref() == Some(&sub.id);
        let id = field_id(Section::Goal, Some(&sub.id), "row");
        let spec = RowSpec::plain().id(id);
        table.row(ui, if unfolded { spec.no_line() } else { spec }, |row| cells(row, goal, cx, (sub, view)));
        if unfolded {
            details(ui, &mut table, goal, cx, (sub, view));
        }
    }
}

/// Adds a sub-goal; its name gets the focus.
pub fn add(goal: &mut Editing<'_, Goal>, cx: &Cx, view: &mut View) {
    let id = Id::fresh("sub-goal", goal.sub_goals.iter().map(|sub| &sub.id));
    let sub = SubGoal {
        id: id.clone(),
        name: String::new(),
        measure: SubMeasure::TaskRegistrations { task: None },
        target: 0.0,
        owner: None,
        due: Some(cx.plan.period.end()),
        note: String::new(),
    };
    goal.change(cx.words.text("goal-step-add-sub-goal"), |goal| goal.sub_goals.push(sub));
    view.focus = Some(field_id(Section::Goal, Some(&id), "name"));
    view.unfolded = Some(id);
    view.reveal = true;
}

fn nothing_yet(ui: &mut Ui, goal: &mut Editing<'_, Goal>, cx: &Cx, view: &mut View) {
    ui.add_space(theme::space::S);
    weak(ui, &cx.words.text("goal-sub-goals-none"));
    ui.add_space(theme::space::XS);
    if Button::quiet(&cx.words.text("goal-first-sub-goal")).icon(icons::PLUS).dense().show(ui).clicked() {
        add(goal, cx, view);
    }
}

/// The table, its columns of numbers as wide as their widest.
fn table(ui: &Ui, cx: &Cx, subs: &[SubGoal]) -> Table {
    let expected: Vec<String> = subs.iter().map(|sub| expected_of(cx, sub)).collect();
    let targets: Vec<String> = subs.iter().map(|sub| measure::show_typed(&sub.measure, sub.target)).collect();
    let wide = |texts: &[String], font| widest(ui, texts.iter().map(String::as_str), &font);
    let bar = if is_narrow(ui) { 0.0 } else { 44.0 };
    let columns = [
        Column::flex(1.0, 80.0).at_most(300.0),
        Column::fixed(62.0),
        Column::fixed(68.0),
        Column::fixed(wide(&expected, theme::semibold(size::BODY)).max(56.0)).right(),
        Column::fixed(wide(&targets, theme::text(size::BODY)).max(54.0)).right(),
        Column::fixed(bar),
        Column::fixed(50.0).right(),
        Column::fixed(18.0).right(),
    ];
    Table::new(ui, egui::Id::unique("goal_sub_goals"), &columns).gap(8.0)
}

/// What a change of a sub-goal is called, and the change.
fn change(goal: &mut Editing<'_, Goal>, cx: &Cx, sub: &SubGoal, (what, edit): (&str, impl FnOnce(&mut SubGoal))) {
    let step = t!(cx.words, "goal-step-sub-goal", what = what, name = name_of(cx, sub));
    goal.change(step, |goal| {
        if let Some(sub) = goal.sub_goals.iter_mut().find(|other| other.id == sub.id) {
            edit(sub);
        }
    });
}

/// Its name, or what an unnamed one is called.
fn name_of(cx: &Cx, sub: &SubGoal) -> String {
    if sub.name.trim().is_empty() { cx.words.text("goal-sub-goal") } else { sub.name.clone() }
}

/// What a field of a sub-goal is called: "Target of SEM registrations".
fn field_of(cx: &Cx, sub: &SubGoal, what: &str) -> String {
    t!(cx.words, "goal-sub-goal-field", what = what, name = name_of(cx, sub))
}

fn id_of(sub: &SubGoal, field: &str) -> egui::Id {
    field_id(Section::Goal, Some(&sub.id), field)
}

/// What is expected of it, in figures.
fn expected_of(cx: &Cx, sub: &SubGoal) -> String {
    let report = cx.report.goal.sub_goals.iter().find(|report| report.id == sub.id);
    let expected = report.and_then(|report| report.expected);
    expected.map_or(number::NOTHING.to_owned(), |value| measure::show(&sub.measure, value))
}

fn cells(row: &mut Row<'_>, goal: &mut Editing<'_, Goal>, cx: &Cx, (sub, view): (&SubGoal, &mut View)) {
    let report = cx.report.goal.sub_goals.iter().find(|report| report.id == sub.id);
    row.cell(|ui| name(ui, goal, cx, sub));
    row.cell(|ui| owner(ui, goal, cx, sub));
    row.cell(|ui| due(ui, goal, cx, sub));
    row.strong(&expected_of(cx, sub), Tone::Plain);
    row.cell(|ui| target(ui, goal, cx, sub));
    row.cell(|ui| {
        if ui.available_width() > 0.0 {
            bar(ui, &field_of(cx, sub, &cx.words.text("goal-reached")), report);
        }
    });
    let reached = report.and_then(|report| report.attainment);
    row.number(&reached.map_or(number::NOTHING.to_owned(), |reached| number::percent_bare(reached, 1)));
    row.cell(|ui| {
        let unfolded = view.unfolded.as_ref() == Some(&sub.id);
        let icon = if unfolded { icons::CHEVRON_UP } else { icons::CHEVRON_DOWN };
        let look = IconLook { icon: 14.0, side: 20.0, on: unfolded, ..IconLook::default() };
        let words = t!(cx.words, "goal-details", name = name_of(cx, sub));
        if icon_button_colored(ui, icon, &words, look).clicked() {
            view.unfolded = (!unfolded).then(|| sub.id.clone());
            view.reveal = !unfolded;
        }
    });
}

fn name(ui: &mut Ui, goal: &mut Editing<'_, Goal>, cx: &Cx, sub: &SubGoal) {
    let what = cx.words.text("common-name");
    let (words, hint) = (field_of(cx, sub, &what), cx.words.text("goal-name-hint"));
    let edited = text_field(ui, Field::new(id_of(sub, "name"), &words).bare().hint(&hint), &sub.name);
    let rect = edited.response.rect;
    let width = text_width(ui, &sub.name, theme::text(size::BODY));
    let unit = measure::unit(&sub.measure, cx);
    let unit_width = text_width(ui, &unit, theme::text(size::SMALL)) + 6.0;
    if width > rect.width() {
        edited.response.on_hover_text(&sub.name);
    } else if !edited.has_focus && width + unit_width <= rect.width() {
        let at = rect.left_center() + vec2(width + 5.0, 1.0);
        let weak = theme::palette(ui).weak;
        ui.painter().text(at, egui::Align2::LEFT_CENTER, unit, theme::text(size::SMALL), weak);
    }
    if let Some(name) = edited.value {
        change(goal, cx, sub, (&what, |sub| sub.name = name));
    }
}

fn owner(ui: &mut Ui, goal: &mut Editing<'_, Goal>, cx: &Cx, sub: &SubGoal) {
    let what = cx.words.text("common-owner");
    let (words, shown) = (field_of(cx, sub, &what), cx.owner(sub.owner.as_ref()));
    let chooser = Dropdown::new(id_of(sub, "owner"), &words, &shown).bare().tone(Tone::Weak);
    if let Some(owner) = chooser.width(ui.available_width()).show(ui, &cx.owner_choices(), Some(&sub.owner)) {
        change(goal, cx, sub, (&what, |sub| sub.owner = owner));
    }
}

fn due(ui: &mut Ui, goal: &mut Editing<'_, Goal>, cx: &Cx, sub: &SubGoal) {
    let what = cx.words.text("common-date");
    let words = field_of(cx, sub, &what);
    let field = Field::new(id_of(sub, "due"), &words).bare().hint(number::NOTHING);
    let field = field.font(theme::text(size::SMALL)).tone(Tone::Weak);
    if let Some(due) = day_field(ui, field, &cx.almanac(), sub.due) {
        change(goal, cx, sub, (&what, |sub| sub.due = due));
    }
}

fn target(ui: &mut Ui, goal: &mut Editing<'_, Goal>, cx: &Cx, sub: &SubGoal) {
    let what = cx.words.text("goal-goal");
    let words = field_of(cx, sub, &what);
    let field = Field::number(id_of(sub, "target"), &words).bare();
    let read = |text: &str| parse::count(text).map_err(|problem| problem.say(cx.words));
    if let Some(target) = parsed_field(ui, field, &measure::show_typed(&sub.measure, sub.target), &read).value {
        change(goal, cx, sub, (&what, |sub| sub.target = target));
    }
}

#[allow(clippy::cast_possible_truncation)] // a share for drawing
fn bar(ui: &mut Ui, name: &str, report: Option<&SubGoalReport>) {
    let accent = theme::palette(ui).accent;
    let bar = Progress::new(name, ui.available_width()).height(height::CELL_BAR);
    match report.and_then(|report| report.attainment) {
        Some(reached) => bar.part(reached as f32, accent).show(ui),
        None => bar.no_tick().show(ui),
    };
}

/// What the sub-goal measures, its note, and its place among the others.
fn details(ui: &mut Ui, table: &mut Table, goal: &mut Editing<'_, Goal>, cx: &Cx, (sub, view): (&SubGoal, &mut View)) {
    let spec = |field| RowSpec::new(RowKind::Detail).id(id_of(sub, field)).height(30.0);
    table.row(ui, spec("measure_row").no_line(), |row| {
        row.span(8, |ui| {
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                measure::chooser(ui, goal, cx, sub);
                let from_right = egui::Layout::right_to_left(egui::Align::Center);
                let at_right = |ui: &mut egui::Ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    place(ui, goal, cx, (sub, view));
                };
                order::from_left(ui, |ui| ui.with_layout(from_right, at_right));
            });
        });
    });
    let last = table.row(ui, spec("note_row"), |row| {
        row.span(8, |ui| {
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let what = cx.words.text("common-note");
                weak(ui, &what);
                let words = field_of(cx, sub, &what);
                let field = Field::new(id_of(sub, "note"), &words).fill().dense().font(theme::text(size::SMALL));
                let edited = text_field(ui, field, &sub.note);
                if let Some(note) = edited.value {
                    change(goal, cx, sub, (&what, |sub| sub.note = note));
                }
                if !sub.note.is_empty() && !edited.has_focus {
                    edited.response.on_hover_text(&sub.note);
                }
            });
        });
    });
    if std::mem::take(&mut view.reveal) {
        last.scroll_to_me(None);
    }
}

/// Up, down and remove; drawn from the right.
fn place(ui: &mut Ui, goal: &mut Editing<'_, Goal>, cx: &Cx, (sub, view): (&SubGoal, &mut View)) {
    let Some(at) = goal.sub_goals.iter().position(|other| other.id == sub.id) else { return };
    let last = goal.sub_goals.len() - 1;
    let name = name_of(cx, sub);
    if icon_button(ui, icons::TRASH_2, &t!(cx.words, "goal-remove", name = &name)).clicked() {
        goal.change(t!(cx.words, "goal-remove", name = &name), |goal| {
            goal.sub_goals.remove(at);
        });
        view.unfolded = None;
        return;
    }
    let mut moved = |icon, enabled, words: String, to: usize| {
        let look = IconLook { enabled, ..IconLook::default() };
        if icon_button_colored(ui, icon, &words, look).clicked() {
            goal.change(words, |goal| goal.sub_goals.swap(at, to));
        }
    };
    moved(icons::ARROW_DOWN, at < last, t!(cx.words, "goal-move-down", name = &name), (at + 1).min(last));
    moved(icons::ARROW_UP, at > 0, t!(cx.words, "goal-move-up", name = &name), at.saturating_sub(1));
}
