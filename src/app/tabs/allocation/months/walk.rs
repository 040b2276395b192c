//! Going from cell to cell by keyboard, as in a spreadsheet, and what else keys do in a cell.

use eframe::egui::{self, Event, EventFilter, FocusDirection, Key, Modifiers, Ui};

use super::Desk;
use super::cells::Cell;
use super::lines::Lines;
use crate::app::widgets::caret::at_edges;

/// A way to another cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Up,
    Down,
    Left,
    Right,
    /// Right, and from the end of a row to the next.
    Next,
    /// Left, and from the start of a row to the one before.
    Previous,
}

/// Keys of the cell that has the focus: arrows, Tab and Enter go on, Ctrl+L locks its month, Ctrl+M says that the channel cannot run
/// in it.
pub(super) fn keys(ui: &Ui, desk: &mut Desk<'_>, lines: &Lines) {
    let Some(cell) = desk.view.cell else { return };
    let Some(id) = cell.id(desk.cx, lines).filter(|id| ui.memory(|memory| memory.has_focus(*id))) else { return };
    // A word that an input method has not finished has its own use for keys.
    if ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Ime(_)))) {
        return;
    }
    marks(ui, desk, lines, cell);
    let Some(step) = pressed(ui, at_edges(ui, id)) else { return };
    let direction = match (next(cell, step, lines), step) {
        (Some(cell), _) => {
            desk.view.aim(cell);
            ui.request_repaint();
            FocusDirection::None
        }
        // Past the last cell, and before the first, Tab leaves the grid.
        (None, Step::Next) => FocusDirection::Next,
        (None, Step::Previous) => FocusDirection::Previous,
        (None, _) => FocusDirection::None,
    };
    ui.memory_mut(|memory| memory.move_focus(direction));
}

fn marks(ui: &Ui, desk: &mut Desk<'_>, lines: &Lines, cell: Cell) {
    if cell.column >= lines.months() {
        return;
    }
    let channel = lines.channels.get(cell.place).and_then(|index| desk.cx.plan.allocation.channels.get(*index));
    let Some(channel) = channel.filter(|channel| !channel.locked) else { return };
    let pressed = |key| {
        ui.input_mut(|input| {
            let with = input.modifiers;
            with.command && !with.shift && !with.alt && input.consume_key(Modifiers::COMMAND, key)
        })
    };
    if pressed(Key::L) {
        desk.lock(channel, cell.column);
    } else if pressed(Key::M) {
        desk.close(channel, cell.column);
    }
}

/// The way that keys ask for. Sideways arrows are the text's own until its cursor is at that edge.
fn pressed(ui: &Ui, (at_start, at_end): (bool, bool)) -> Option<Step> {
    ui.input_mut(|input| {
        let bare = input.modifiers.is_none();
        let mut pressed = |modifiers, key| input.consume_key(modifiers, key);
        // With Shift first: without, a key counts whatever is held with it.
        match () {
            () if pressed(Modifiers::SHIFT, Key::Tab) => Some(Step::Previous),
            () if pressed(Modifiers::NONE, Key::Tab) => Some(Step::Next),
            () if pressed(Modifiers::SHIFT, Key::Enter) => Some(Step::Up),
            () if pressed(Modifiers::NONE, Key::Enter) => Some(Step::Down),
            () if !bare => None,
            () if pressed(Modifiers::NONE, Key::ArrowUp) => Some(Step::Up),
            () if pressed(Modifiers::NONE, Key::ArrowDown) => Some(Step::Down),
            () if at_start && pressed(Modifiers::NONE, Key::ArrowLeft) => Some(Step::Left),
            () if at_end && pressed(Modifiers::NONE, Key::ArrowRight) => Some(Step::Right),
            () => None,
        }
    })
}

/// The cell a step leads to.
fn next(cell: Cell, step: Step, lines: &Lines) -> Option<Cell> {
    let (rows, months) = (lines.channels.len() + 1, lines.months());
    // The cash has no sum.
    let last = |place: usize| if place + 1 == rows { months - 1 } else { months };
    let at = |place: usize, column: usize| Cell { place, column: column.min(last(place)) };
    let Cell { place, column } = cell;
    match step {
        Step::Up => place.checked_sub(1).map(|place| at(place, column)),
        Step::Down => (place + 1 < rows).then(|| at(place + 1, column)),
        Step::Left => column.checked_sub(1).map(|column| at(place, column)),
        Step::Right => (column < last(place)).then(|| at(place, column + 1)),
        Step::Next if column < last(place) => Some(at(place, column + 1)),
        Step::Next => (place + 1 < rows).then(|| at(place + 1, 0)),
        Step::Previous if column > 0 => Some(at(place, column - 1)),
        Step::Previous => place.checked_sub(1).map(|place| at(place, months)),
    }
}

/// Keeps keys that go from cell to cell with the cell that has the focus.
pub(super) fn hold(ui: &Ui, id: egui::Id) {
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
}
