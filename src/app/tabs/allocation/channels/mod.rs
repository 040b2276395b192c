//! Money by channel: figures, the table of tasks, groups and channels, and beside it what the selected one is like.

mod blank;
mod block;
mod by_hand;
mod conversion;
mod curve;
mod edit;
pub(super) mod form;
mod head;
mod layout;
mod proposal;
mod sheet;
mod side;
mod table;
mod words;

use eframe::egui::{Key, Modifiers, Rect, Ui, UiBuilder, pos2};

use super::Page;
use crate::app::context::{Cx, field_id};
use crate::app::editing::Editing;
use crate::app::keys;
use crate::app::tabs::allocation::proposal::Suggest;
use crate::app::theme::space;
use crate::app::widgets::problem_line;
use crate::calc::allocation::task_id;
use crate::calc::{Place, Section};
use crate::plan::{Allocation, Id, Task};

pub use sheet::View;
pub(super) use table::line::Line;
pub(super) use table::lines::order;

use curve::editor;
use layout::{Half, half, halves};
use sheet::{Aim, Part, Selection, Sheet};
use table::cells;
use table::choices;
use table::lines::Lines;

/// Draws the page.
pub fn ui(ui: &mut Ui, allocation: Editing<'_, Allocation>, cx: &Cx, view: &mut View, shown: &mut Page) {
    if let Some(place) = cx.arrives_in(Section::Allocation) {
        arrive(cx, view, place);
    }
    settle(cx, view);
    look_for(ui, view);
    walk_by_keys(ui, view);
    take_aim(ui, view);
    let mut sheet = Sheet { allocation, cx, view };
    cells::keys(ui, &mut sheet);
    cells::go_on(ui, &mut sheet);
    let view = &*sheet.view;
    let beside = if view.selected.is_none() { Half::Help } else { Half::Side };
    let (left, right) = halves(ui);
    half(ui, left, Half::Page, |ui| {
        let right = ui.max_rect().right();
        head::ui(ui, &mut sheet, shown);
        if cx.plan.allocation.channels.is_empty() {
            if let Some(refused) = &sheet.view.refused {
                problem_line(ui, &refused.say(cx.words));
            }
            blank::ui(ui, &mut sheet);
        } else {
            let reveal = sheet.view.reveal.take();
            let row = table::ui(ui, &mut sheet, reveal.as_ref(), shown);
            // The bar of the rows that scroll stands outside the page; what follows does not.
            ui.add_space(space::S);
            let below = ui.available_rect_before_wrap();
            let below = Rect::from_min_max(below.min, pos2(right, below.bottom()));
            ui.scope_builder(UiBuilder::new().max_rect(below), |ui| conversion::ui(ui, &mut sheet, row));
        }
    });
    // Escape leaves a field or a list first, then the proposal.
    let escaped = !sheet.view.keys_taken && ui.input(|input| input.key_pressed(Key::Escape));
    half(ui, right, beside, |ui| match sheet.view.suggest.take() {
        Some(_) if escaped => {}
        Some(suggest) => sheet.view.suggest = proposal::ui(ui, &mut sheet, suggest),
        None => side::ui(ui, &mut sheet),
    });
    editor::let_go(ui, &mut sheet);
    let view = sheet.view;
    view.keys_taken = eframe::egui::Popup::is_any_open(ui.ctx())
        || ui.memory(|memory| memory.focused().is_some() || memory.top_modal_layer().is_some());
    if view.aim.is_some() {
        ui.request_repaint();
    }
}

/// Brings the row of an aim into view first and focuses its field in the frame after: a field that gains the focus
/// while it is drawn selects its text, so that typing replaces it.
fn take_aim(ui: &Ui, view: &mut View) {
    let Some(mut aim) = view.aim.take() else { return };
    match aim.channel.take() {
        Some(channel) => {
            view.reveal = Some(channel);
            view.aim = Some(aim);
        }
        None => ui.memory_mut(|memory| memory.request_focus(aim.field)),
    }
}

/// Where nothing has the focus, the arrow keys go from channel to channel and F2 edits the budget of the selected one.
fn walk_by_keys(ui: &Ui, view: &mut View) {
    if eframe::egui::Popup::is_any_open(ui.ctx()) || ui.memory(|memory| memory.focused().is_some()) {
        return;
    }
    // With Shift, those on the way are selected too.
    let extends = ui.input(|input| input.modifiers.matches_exact(Modifiers::SHIFT));
    let pressed = |key: Key| ui.input(|input| (input.modifiers.is_none() || extends) && input.key_pressed(key));
    let (Some(lines), Some(Selection::Channel(id))) = (&view.lines, &view.selected) else { return };
    let Some(row) = lines.row_of(id) else { return };
    if pressed(keys::EDIT) {
        let field = field_id(Section::Allocation, Some(id), "spend");
        view.aim = Some(Aim { channel: Some(id.clone()), field });
    } else if (pressed(Key::ArrowUp) || pressed(Key::ArrowDown))
        && let Some(next) = lines.neighbour(row, pressed(Key::ArrowUp)).cloned()
    {
        view.reveal = Some(next.clone());
        let before = id.clone();
        if extends {
            view.also.retain(|other| *other != next);
            view.also.push(before);
        } else {
            view.also.clear();
        }
        view.selected = Some(Selection::Channel(next));
    }
}

/// The field in which channels are looked for, by its keys.
fn look_for(ui: &Ui, view: &mut View) {
    if ui.input_mut(|input| input.consume_shortcut(&keys::SEARCH)) {
        view.browse.is_open = true;
        view.aim(choices::search_id());
        ui.request_repaint();
    }
}

/// Follows the plan: rows laid out anew after a change, something always selected.
fn settle(cx: &Cx, view: &mut View) {
    let mut beside = None;
    if !view.lines.as_ref().is_some_and(|lines| lines.are_of(cx)) {
        let mut lines = Lines::new(cx);
        if let Some(before) = view.lines.take() {
            beside = beside_selected(&before, view.selected.as_ref());
            lines.keep_rows(before);
        }
        view.lines = Some(lines);
    }
    if let Some(lines) = view.lines.as_mut().filter(|_| !view.grid.is_used()) {
        lines.show(cx, &view.browse);
    }
    let allocation = &cx.plan.allocation;
    view.also.retain(|id| allocation.channels.iter().any(|channel| channel.id == *id));
    let there = match &view.selected {
        Some(Selection::Channel(id)) => allocation.channels.iter().any(|channel| channel.id == *id),
        Some(Selection::Group(id)) => allocation.groups.iter().any(|group| group.id == *id),
        Some(Selection::Task(_)) => true,
        None => false,
    };
    if !there {
        let beside = beside.filter(|id| allocation.channels.iter().any(|channel| channel.id == *id));
        let first = view.lines.as_ref().and_then(|lines| lines.neighbour(0, false));
        view.selected = beside.or_else(|| first.cloned()).map(Selection::Channel);
    }
}

/// The channel below the selected one, or above it: it is selected where that one goes.
fn beside_selected(lines: &Lines, selected: Option<&Selection>) -> Option<Id> {
    let Some(Selection::Channel(id)) = selected else { return None };
    let row = lines.row_of(id)?;
    lines.neighbour(row, false).or_else(|| lines.neighbour(row, true)).cloned()
}

/// Shows what a finding names; its field then gets the focus.
fn arrive(cx: &Cx, view: &mut View, place: &Place) {
    view.suggest = None;
    let field = field_id(place.section, place.item.as_ref(), place.field);
    match (&place.item, place.field) {
        (None, "search") => view.browse.is_open = true,
        (None, "suggestion") => {
            // The finding is about the money that is allocated, which need not be the budget.
            let spend = cx.report.basis(cx.plan).present_total();
            view.suggest = Some(Suggest::about(Some(spend).filter(|spend| cx.plan.allocation.budget != Some(*spend))));
        }
        (Some(id), "lead_rate" | "group-name" | "note")
            if cx.plan.allocation.groups.iter().any(|group| group.id == *id) =>
        {
            view.select(Selection::Group(id.clone()));
            view.part = Part::Item;
        }
        (Some(id), "min" | "max") if Task::ALL.iter().any(|task| task_id(*task) == *id) => {
            view.selected = Task::ALL.into_iter().find(|task| task_id(*task) == *id).map(Selection::Task);
            view.part = Part::Item;
        }
        (Some(id), name) => {
            view.browse.show_all();
            view.selected = Some(Selection::Channel(id.clone()));
            view.aim = Some(Aim { channel: Some(id.clone()), field });
            view.part = match name {
                "registrations_range" => Part::Curve,
                name if name.starts_with("curve") => Part::Curve,
                "name" | "lead_rate" | "group" | "media" | "min" | "max" | "kpi" | "note" => Part::Item,
                _ => view.part,
            };
        }
        _ => {}
    }
}
