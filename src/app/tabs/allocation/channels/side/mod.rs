//! The column beside the table: the curve of the selected channel, and the parts of the selected thing to edit.

pub mod channel;
pub mod group;
pub mod several;
pub mod task;

use eframe::egui::{Align, Id as UiId, Layout, Ui, vec2};

use super::curve::{editor, response};
use super::layout;
use super::sheet::{Part, Selection, Sheet};
use super::{blank, edit};
use crate::app::context::field_id;
use crate::app::icons::{self, Icon};
use crate::app::theme::{self, Tone, height, size, space};
use crate::app::widgets::button::{IconLook, icon_button_colored};
use crate::app::widgets::page::scrolled;
use crate::app::widgets::text::{Line, line};
use crate::app::widgets::{
    Column, RowSpec, Segmented, Side, Split, Table, columns, head_row, is_narrow, section, task_chip,
};
use crate::calc::Section;
use crate::calc::allocation::Subtotal;
use crate::calc::removal::Target;
use crate::plan::{Id, Task};
use crate::t;
use crate::words::names::currency_name;
use crate::words::{Named, number};

/// Draws the column.
pub fn ui(ui: &mut Ui, sheet: &mut Sheet<'_>) {
    let Some(selection) = sheet.view.selected.clone() else {
        blank::help(ui, sheet);
        return;
    };
    if sheet.view.are_several() {
        return scrolled(ui, UiId::unique("several channels"), |ui| several::ui(ui, sheet));
    }
    if is_narrow(ui) {
        let width = ui.available_width();
        switch(ui, sheet, &selection, Some(width));
        ui.add_space(space::S);
        scrolled(ui, UiId::unique("allocation side"), |ui| {
            let part = part(sheet, &selection);
            head(ui, sheet, &selection);
            if part == Part::Curve || (part == Part::Item && !matches!(selection, Selection::Channel(_))) {
                picture(ui, sheet, &selection);
                ui.add_space(space::M);
            }
            content(ui, sheet, &selection);
        });
        return;
    }
    head(ui, sheet, &selection);
    picture(ui, sheet, &selection);
    ui.add_space(space::M);
    layout::panel(ui, |ui| match &selection {
        Selection::Channel(id) if layout::shows_both(ui) => both(ui, sheet, id),
        _ => {
            switch(ui, sheet, &selection, None);
            ui.add_space(space::S);
            scrolled(ui, UiId::unique("allocation side"), |ui| content(ui, sheet, &selection));
        }
    });
}

fn both(ui: &mut Ui, sheet: &mut Sheet<'_>, id: &Id) {
    let words = sheet.cx.words;
    columns(ui, UiId::unique("allocation side"), Split::Share(0.5), |ui, side| match side {
        Side::Left => {
            section(ui, &words.text("allocation-part-curve"), "");
            ui.add_space(space::S);
            editor::ui(ui, sheet, id);
        }
        Side::Right => {
            section(ui, &words.text("allocation-part-channel"), "");
            ui.add_space(space::S);
            channel::ui(ui, sheet, id);
        }
    });
}

/// What is shown: only channels have a curve.
fn part(sheet: &Sheet<'_>, selection: &Selection) -> Part {
    match (sheet.view.part, selection) {
        (Part::Curve, Selection::Channel(_)) => Part::Curve,
        (Part::Curve, _) => Part::Item,
        (part, _) => part,
    }
}

fn switch(ui: &mut Ui, sheet: &mut Sheet<'_>, selection: &Selection, width: Option<f32>) {
    let words = sheet.cx.words;
    let item = words.text(match selection {
        Selection::Channel(_) => "allocation-part-channel",
        Selection::Group(_) => "allocation-part-group",
        Selection::Task(_) => "allocation-part-task",
    });
    let curve = words.text("allocation-part-curve");
    let all = [(Part::Curve, curve.as_str()), (Part::Item, item.as_str())];
    let parts = if matches!(selection, Selection::Channel(_)) { &all[..] } else { &all[1..] };
    let mut switch = Segmented::new(parts, part(sheet, selection));
    if let Some(width) = width {
        switch = switch.width(width);
    }
    if let Some(chosen) = switch.show(ui) {
        sheet.view.part = chosen;
    }
}

fn content(ui: &mut Ui, sheet: &mut Sheet<'_>, selection: &Selection) {
    match (part(sheet, selection), selection) {
        (Part::Curve, Selection::Channel(id)) => editor::ui(ui, sheet, id),
        (_, Selection::Channel(id)) => channel::ui(ui, sheet, id),
        (_, Selection::Group(id)) => group::ui(ui, sheet, id),
        (_, Selection::Task(task)) => task::ui(ui, sheet, *task),
    }
}

/// What is drawn of the selected thing: a curve, or what a sum of channels brings.
fn picture(ui: &mut Ui, sheet: &mut Sheet<'_>, selection: &Selection) {
    let report = &sheet.cx.report.allocation;
    match selection {
        Selection::Channel(id) => response::ui(ui, sheet, id),
        Selection::Task(task) => sums(ui, sheet, report.task(*task)),
        Selection::Group(id) => {
            let at = sheet.cx.plan.allocation.groups.iter().position(|group| group.id == *id);
            if let Some(sum) = at.and_then(|at| report.groups.get(at)) {
                sums(ui, sheet, sum);
            }
        }
    }
}

/// What a task or group costs and brings, down to the revenue.
fn sums(ui: &mut Ui, sheet: &Sheet<'_>, sum: &Subtotal) {
    let cx = sheet.cx;
    let unit = currency_name(&cx.currency().code, cx.words);
    section(ui, &cx.words.text("allocation-sums"), "");
    let mut rows = vec![
        (
            t!(cx.words, "allocation-column-budget-plain", unit = &unit),
            if sum.too_large { number::NOTHING.to_owned() } else { number::amount(cx.currency(), sum.spend) },
        ),
        (
            cx.words.text("common-registrations"),
            number::known(sum.won.registrations, number::count(sum.won.registrations, 0)),
        ),
    ];
    if sum.won.contacts > 0.0 {
        rows.push((cx.words.text("allocation-contacts"), number::count(sum.won.contacts, 0)));
    }
    rows.extend([
        (cx.words.text("common-leads"), number::known(sum.won.leads, number::expected(sum.won.leads))),
        (cx.words.text("common-customers"), number::known(sum.won.customers, number::expected(sum.won.customers))),
        (
            t!(cx.words, "allocation-revenue", unit = &unit),
            number::known(sum.won.revenue, number::count(sum.won.revenue, 0)),
        ),
    ]);
    figures_table(ui, "sums", &rows);
}

/// Two columns of words and figures.
fn figures_table(ui: &mut Ui, id: &str, rows: &[(String, String)]) {
    let id = UiId::unique(("allocation", id));
    let mut table = Table::new(ui, id, &[Column::flex(1.0, 100.0), Column::fixed(120.0).right()]);
    for (words, figure) in rows {
        table.row(ui, RowSpec::plain(), |row| {
            row.weak(words);
            row.number(figure);
        });
    }
}

// ── head ──

#[derive(Clone, Copy)]
enum Act {
    Up,
    Down,
    Copy,
    Remove,
}

fn head(ui: &mut Ui, sheet: &mut Sheet<'_>, selection: &Selection) {
    let (task, title) = title(sheet, selection);
    let ((), act) = head_row(
        ui,
        height::DENSE,
        |ui| {
            if let Some(task) = task {
                task_chip(ui, task);
            }
            let spec =
                Line { width: ui.available_width(), height: height::DENSE, align: Align::LEFT, tone: Tone::Plain };
            line(ui, &title, theme::semibold(size::BODY), spec);
        },
        |ui| actions(ui, sheet, selection, &title),
    );
    if let Some(act) = act {
        carry_out(sheet, selection, act, &title);
    }
}

fn title(sheet: &Sheet<'_>, selection: &Selection) -> (Option<Task>, String) {
    let allocation = &sheet.cx.plan.allocation;
    match selection {
        Selection::Task(task) => (Some(*task), task.name(sheet.cx.words)),
        Selection::Group(id) => {
            let member = allocation.channels.iter().find(|channel| channel.group.as_ref() == Some(id));
            let group = allocation.groups.iter().find(|group| group.id == *id);
            (member.map(|channel| channel.task), group.map(|group| group.name.clone()).unwrap_or_default())
        }
        Selection::Channel(id) => {
            let channel = allocation.channels.iter().find(|channel| channel.id == *id);
            channel.map(|channel| (Some(channel.task), channel.name.clone())).unwrap_or_default()
        }
    }
}

fn actions(ui: &mut Ui, sheet: &Sheet<'_>, selection: &Selection, item: &str) -> Option<Act> {
    let (words, allocation) = (sheet.cx.words, &sheet.cx.plan.allocation);
    let beside = |up: bool| match selection {
        Selection::Channel(id) => edit::channel_beside(allocation, id, up).is_some(),
        Selection::Group(id) => edit::group_beside(allocation, id, up).is_some(),
        Selection::Task(_) => false,
    };
    let mut all: Vec<(Act, Icon, String, bool)> = vec![
        (Act::Up, icons::ARROW_UP, t!(words, "allocation-up", item = item), beside(true)),
        (Act::Down, icons::ARROW_DOWN, t!(words, "allocation-down", item = item), beside(false)),
        (Act::Copy, icons::COPY, t!(words, "allocation-copy", item = item), true),
        (Act::Remove, icons::TRASH_2, t!(words, "allocation-remove", item = item), true),
    ];
    match selection {
        Selection::Channel(_) => {}
        Selection::Group(_) => all.retain(|(act, ..)| !matches!(act, Act::Copy)),
        Selection::Task(_) => all.clear(),
    }
    #[expect(clippy::cast_precision_loss, reason = "four buttons")]
    let width = all.len() as f32 * (height::DENSE + 2.0);
    // From the left, as the focus goes: what removes comes last.
    let from_left = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(width, height::DENSE), from_left, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let mut pressed = None;
        for (act, icon, name, enabled) in all {
            let look = IconLook { icon: 14.0, side: height::DENSE, enabled, on: false };
            if icon_button_colored(ui, icon, &name, look).clicked() {
                pressed = Some(act);
            }
        }
        pressed
    })
    .inner
}

fn carry_out(sheet: &mut Sheet<'_>, selection: &Selection, act: Act, item: &str) {
    match selection {
        Selection::Channel(id) => channel_act(sheet, id, act, item),
        Selection::Group(id) => group_act(sheet, id, act, item),
        Selection::Task(_) => {}
    }
}

fn channel_act(sheet: &mut Sheet<'_>, id: &Id, act: Act, item: &str) {
    let words = sheet.cx.words;
    match act {
        Act::Up | Act::Down => {
            let up = matches!(act, Act::Up);
            sheet.allocation.change(t!(words, "allocation-step-move", item = item), |allocation| {
                if let Some((one, other)) = edit::channel_beside(allocation, id, up) {
                    allocation.channels.swap(one, other);
                }
            });
        }
        Act::Copy => {
            let name = t!(words, "allocation-copy-of", item = item);
            let step = t!(words, "allocation-step-copy", item = item);
            let copy = sheet.allocation.change(step, |allocation| edit::duplicate_channel(allocation, id, name));
            if let Some(copy) = copy {
                sheet.view.aim(field_id(Section::Allocation, Some(&copy), "name"));
                sheet.view.selected = Some(Selection::Channel(copy));
                sheet.view.part = Part::Item;
            }
        }
        Act::Remove => sheet.cx.remove(Target::Channels(vec![id.clone()])),
    }
}

fn group_act(sheet: &mut Sheet<'_>, id: &Id, act: Act, item: &str) {
    let words = sheet.cx.words;
    if matches!(act, Act::Remove) {
        return sheet.cx.remove(Target::Group(id.clone()));
    }
    let up = matches!(act, Act::Up);
    sheet.allocation.change(t!(words, "allocation-step-move", item = item), |allocation| {
        if let Some((one, other)) = edit::group_beside(allocation, id, up) {
            allocation.groups.swap(one, other);
        }
    });
}
