//! Small marks: of a channel behind its name, of a month in its cell.

use std::sync::Arc;

use eframe::egui::{Align2, Galley, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::context::Cx;
use crate::app::icons;
use crate::app::theme::{self, size};
use crate::app::widgets::Row;
use crate::app::widgets::text::{Run, elided, paint_galley, runs_job, text_width};
use crate::plan::{Channel, Money, Task};
use crate::t;

/// The name of a task where room is short.
pub(super) fn task_name(cx: &Cx, task: Task) -> String {
    cx.words.text(match task {
        Task::A => "allocation-task-a",
        Task::B => "allocation-task-b",
        Task::W => "allocation-task-w",
    })
}

/// How wide the longest name of a task is.
pub(super) fn widest_task(ui: &Ui, cx: &Cx) -> f32 {
    let width = |task| text_width(ui, &task_name(cx, task), theme::semibold(size::BODY)).ceil() + 2.0;
    Task::ALL.map(width).into_iter().fold(0.0, f32::max)
}

/// What stands behind the name of a channel: that it is locked, that it cannot run in some months, that it pulses.
pub(super) fn of(cx: &Cx, channel: &Channel, spends: &[Money]) -> Vec<Run> {
    let words = cx.words;
    let off = (0..spends.len()).filter(|month| channel.schedule.is_off(*month)).count();
    let mut marks = Vec::new();
    if channel.locked {
        marks.push(Run::weak(words.text("months-mark-locked")));
    }
    if off > 0 {
        marks.push(Run::weak(t!(words, "months-mark-off", n = off)));
    }
    if pulses(channel, spends) {
        marks.push(Run::accent(words.text("months-mark-pulses")));
    }
    marks
}

/// Whether a channel spends in some of the months in which it can run, and nothing in others.
fn pulses(channel: &Channel, spends: &[Money]) -> bool {
    let idle = |(month, spend): (usize, &Money)| *spend == Money::ZERO && !channel.schedule.is_off(month);
    channel.spend > Money::ZERO && spends.iter().enumerate().any(idle)
}

/// Marks as they stand behind a name.
fn behind(ui: &Ui, marks: &[Run]) -> Arc<Galley> {
    let runs: Vec<Run> = marks.iter().flat_map(|mark| [Run::plain(" "), mark.clone().sized(size::SMALL)]).collect();
    ui.painter().layout_job(runs_job(theme::palette(ui), &runs, size::SMALL))
}

/// How wide the marks of a channel are.
pub(super) fn width(ui: &Ui, cx: &Cx, channel: &Channel, spends: &[Money]) -> f32 {
    let marks = of(cx, channel, spends);
    if marks.is_empty() { 0.0 } else { behind(ui, &marks).size().x }
}

/// A name and its marks. A long name is cut before them, and whole on hover.
pub(super) fn name(row: &mut Row<'_>, name: &str, marks: &[Run]) {
    if marks.is_empty() {
        row.text(name);
        return;
    }
    row.cell(|ui| {
        let palette = theme::palette(ui);
        let cell = ui.max_rect();
        let marks = behind(ui, marks);
        let room = (cell.width() - marks.size().x - 2.0).max(cell.width() / 2.0);
        let galley = elided(ui.painter(), name, theme::text(size::BODY), palette.text, room);
        let cut = galley.elided;
        let said = format!("{name}{}", marks.text());
        let end = paint_galley(ui.painter(), cell.left_center(), Align2::LEFT_CENTER, galley).right();
        paint_galley(ui.painter(), pos2(end, cell.center().y + 0.5), Align2::LEFT_CENTER, marks);
        let response = ui.interact(cell, ui.scope_id().with("name"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        if cut {
            response.on_hover_text(name);
        }
    });
}

/// The ground of a month in which the channel cannot run, and the lock of one that keeps its money, before its figure.
pub(super) fn ground(ui: &Ui, channel: &Channel, month: usize, figure: &str) {
    let (palette, cell) = (theme::palette(ui), ui.max_rect());
    if channel.schedule.is_off(month) {
        ui.painter().rect_filled(cell.expand2(vec2(4.0, -1.0)), 0.0, palette.zebra);
    }
    if channel.schedule.is_locked(month) {
        let figure = text_width(ui, figure, theme::text(size::BODY)).min(cell.width());
        let lock = Rect::from_center_size(pos2(cell.right() - figure - 7.5, cell.center().y), vec2(9.0, 9.0));
        icons::paint(ui.painter(), icons::LOCK, lock, palette.weak);
    }
}
