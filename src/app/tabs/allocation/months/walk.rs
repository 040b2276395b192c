//! What keys do in a cell: going on and blocks as in every grid, and marks of the month.

use eframe::egui::Ui;

use super::Desk;
use super::cells::Shape;
use super::lines::Lines;
use super::paste::{self, Refused};
use crate::app::keys;
use crate::app::widgets::grid::Cell;

/// Keys of the cell that has the focus: those of every grid, and Ctrl+L locks its month, Ctrl+M says that the channel cannot run in it.
pub(super) fn keys(ui: &Ui, desk: &mut Desk<'_>, lines: &Lines) {
    let shape = Shape { cx: desk.cx, lines };
    if let Some(cell) = desk.view.grid.focused(ui, &shape) {
        marks(ui, desk, lines, cell);
    }
    if let Some(put) = desk.view.grid.keys(ui, &shape) {
        desk.view.refused = put.map_err(Refused::Block).and_then(|put| paste::take(desk, lines, &put)).err();
    }
}

fn marks(ui: &Ui, desk: &mut Desk<'_>, lines: &Lines, cell: Cell) {
    if cell.column >= lines.months() {
        return;
    }
    let channel = lines.channels.get(cell.row).and_then(|index| desk.cx.plan.allocation.channels.get(*index));
    let Some(channel) = channel.filter(|channel| !channel.locked) else { return };
    let pressed = |keys| {
        ui.input_mut(|input| {
            let with = input.modifiers;
            !with.shift && !with.alt && input.consume_shortcut(&keys)
        })
    };
    if pressed(keys::LOCK) {
        desk.lock(channel, cell.column);
    } else if pressed(keys::SHUT) {
        desk.close(channel, cell.column);
    }
}
