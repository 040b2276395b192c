//! Cells that are typed into as in a spreadsheet: a click selects a cell and typing replaces what it holds, F2 or another click edits
//! it, keys go from cell to cell, Shift with them selects a block, and blocks are copied, pasted, filled and cleared.
//!
//! Each grid says where its cells are ([`Cells`]), calls [`Grid::keys`] before its cells see the keys, [`Grid::begin`] before and
//! [`Grid::end`] after they are drawn, and [`Grid::touched`] for each. What is put into cells is the grid's own: it is asked to take
//! a [`Block`] at a cell.

mod block;
mod put;
mod walk;

use eframe::egui::{Event, EventFilter, FocusDirection, Id, Key, Modifiers, TextEdit, Ui, text::CCursorRange, vec2};

use super::caret::at_edges;
use super::draft;
use super::field::Edited;
use crate::app::{keys, theme};

pub use block::{Block, Refused, optional};
pub use put::Put;
use walk::{Step, next, pressed, takes};

/// A cell with a field, by its place among such rows and in its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its row.
    pub row: usize,
    /// Its place in it.
    pub column: usize,
}

/// Where the cells of a grid are, and what they hold.
pub trait Cells {
    /// How many rows have cells.
    fn rows(&self) -> usize;
    /// How many cells a row has.
    fn columns(&self, row: usize) -> usize;
    /// The id of a cell's field; `None` where there is none to type into.
    fn id(&self, cell: Cell) -> Option<Id>;
    /// What a cell holds, as it is read when it is typed; empty for nothing.
    fn text(&self, cell: Cell) -> String;
    /// What a cell holds once it is cleared, as it is read: nothing, or 0; `None` where it cannot be without a value.
    fn cleared(&self, cell: Cell) -> Option<&'static str>;
    /// Whether Tab stops at a cell.
    fn is_stop(&self, _: Cell) -> bool {
        true
    }
}

/// What a grid remembers between frames.
#[derive(Clone, Copy, Debug, Default)]
pub struct Grid {
    /// The cell that had the focus in the last frame, and in the one before.
    cell: Option<Cell>,
    before: Option<Cell>,
    /// The other corner of a block that is selected.
    corner: Option<Cell>,
    aim: Option<Aim>,
    /// The cell that the focus goes to.
    arrives: Option<Cell>,
    /// What is typed goes into the whole block as soon as it is read.
    fills: bool,
}

/// A cell to focus: its row and column come into sight first, and the focus in the frame after, since a field that gains it while it
/// is drawn selects its text.
#[derive(Clone, Copy, Debug)]
struct Aim {
    cell: Cell,
    in_sight: bool,
}

impl Grid {
    /// The cell that has the focus, unless an input method has not finished a word in it: that has its own use for keys.
    #[must_use]
    pub fn focused(&self, ui: &Ui, cells: &dyn Cells) -> Option<Cell> {
        let composing = || ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Ime(_))));
        let has_focus = |cell: &Cell| cells.id(*cell).is_some_and(|id| ui.memory(|memory| memory.has_focus(id)));
        self.cell.filter(has_focus).filter(|_| !composing())
    }

    /// Whether somebody is in a cell, or on the way to one.
    #[must_use]
    pub fn is_used(&self) -> bool {
        self.cell.is_some() || self.aim.is_some() || self.arrives.is_some()
    }

    /// Brings a cell into sight, and the focus to it.
    pub fn aim(&mut self, cell: Cell) {
        (self.aim, self.corner) = (Some(Aim { cell, in_sight: false }), None);
    }

    /// Takes the keys that are for the grid before the cell with the focus sees them; returns what is to be put into cells, or why
    /// nothing is.
    pub fn keys(&mut self, ui: &Ui, cells: &dyn Cells) -> Option<Result<Put, Refused>> {
        let fills = std::mem::take(&mut self.fills);
        let cell = self.focused(ui, cells)?;
        let id = cells.id(cell)?;
        if fills {
            return self.filled(ui, cells, (cell, id));
        }
        if let Some(block) = Block::pasted(ui) {
            return Some(Ok(Put::pasted(self.first().unwrap_or(cell), block)));
        }
        self.copy(ui, cells);
        if takes(ui, keys::FILL.modifiers, keys::FILL.logical_key) {
            return self.filled_down(cells).map(Ok);
        }
        if takes(ui, keys::FILL_ALL.modifiers, keys::FILL_ALL.logical_key) {
            // What was typed just before is read in this frame.
            self.fills = true;
            ui.request_repaint();
            return None;
        }
        if takes(ui, Modifiers::NONE, keys::EDIT) {
            edit_at_the_end(ui, id);
            return None;
        }
        let edges = at_edges(ui, id);
        if let Some(range) = self.emptied(ui, cells, (cell, edges)) {
            return Some(Put::nothing(cells, range));
        }
        if let Some((step, extends)) = pressed(ui, edges) {
            self.go(ui, cells, (cell, step, extends));
        }
        None
    }

    fn go(&mut self, ui: &Ui, cells: &dyn Cells, (cell, step, extends): (Cell, Step, bool)) {
        let direction = match (next(cell, step, cells), step) {
            (Some(to), _) => {
                let corner = extends.then(|| self.corner.unwrap_or(cell));
                self.aim(to);
                self.corner = corner;
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

    /// First and last row and column of what is selected.
    fn selected(&self) -> Option<(Cell, Cell)> {
        let cell = self.aim.map(|aim| aim.cell).or(self.cell).or(self.before)?;
        let corner = self.corner.unwrap_or(cell);
        let first = Cell { row: cell.row.min(corner.row), column: cell.column.min(corner.column) };
        let last = Cell { row: cell.row.max(corner.row), column: cell.column.max(corner.column) };
        Some((first, last))
    }

    fn first(&self) -> Option<Cell> {
        self.selected().map(|(first, _)| first)
    }

    /// Copies a block of several cells; the text of one is its field's to copy.
    fn copy(&self, ui: &Ui, cells: &dyn Cells) {
        let Some((first, last)) = self.selected().filter(|(first, last)| first != last) else { return };
        let wished = ui.input_mut(|input| {
            let at = input.events.iter().position(|event| matches!(event, Event::Copy))?;
            Some(input.events.remove(at))
        });
        if wished.is_some() {
            ui.copy_text(Block::of_cells(cells, (first, last)).write());
        }
    }

    /// The first row of the block for those below it; of a single row, the row above for it.
    fn filled_down(&self, cells: &dyn Cells) -> Option<Put> {
        let (first, last) = self.selected()?;
        let from = if first.row == last.row { first.row.checked_sub(1)? } else { first.row };
        let source = Block::of_cells(cells, (Cell { row: from, ..first }, Cell { row: from, ..last }));
        Some(Put::filled(Cell { row: from + 1, ..first }, source.repeated(last.row - from)))
    }

    /// What stands in the cell with the focus for the whole block; with what was typed there it is one step. What cannot be read goes
    /// nowhere.
    fn filled(&self, ui: &Ui, cells: &dyn Cells, (cell, id): (Cell, Id)) -> Option<Result<Put, Refused>> {
        let range = self.selected().filter(|(first, last)| first != last)?;
        if draft::unusable(ui.ctx()).is_some() {
            return None;
        }
        draft::end(ui.ctx(), id);
        let text = cells.text(cell);
        Some(if text.is_empty() { Put::nothing(cells, range) } else { Ok(Put::everywhere(&text, range)) })
    }

    /// The cells that a key empties: those of a block, or one that its field cannot leave empty. While a text is typed, such keys are
    /// its own.
    fn emptied(&self, ui: &Ui, cells: &dyn Cells, (cell, edges): (Cell, (bool, bool))) -> Option<(Cell, Cell)> {
        if edges != (true, true) || draft::unusable(ui.ctx()).is_some() {
            return None;
        }
        let (first, last) = self.selected()?;
        let is_block = first != last;
        let may = is_block || cells.cleared(cell).is_some_and(|text| !text.is_empty());
        let pressed =
            || takes(ui, Modifiers::NONE, keys::CLEAR) || (is_block && takes(ui, Modifiers::NONE, Key::Backspace));
        (may && pressed()).then_some((first, last))
    }

    /// Before the cells are drawn: brings an aim into sight in one frame and focuses it in the next. Returns the cell to bring into
    /// view.
    pub fn begin(&mut self, ui: &Ui, cells: &dyn Cells) -> Option<Cell> {
        self.before = self.cell.take();
        let Aim { cell, in_sight } = self.aim.take()?;
        if in_sight {
            if let Some(id) = cells.id(cell) {
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            // The field learns of it while it is drawn.
            (self.cell, self.arrives) = (Some(cell), Some(cell));
            return None;
        }
        self.aim = Some(Aim { cell, in_sight: true });
        ui.request_repaint();
        Some(cell)
    }

    /// What was done with the field of a cell.
    pub fn touched<T>(&mut self, ui: &Ui, edited: &Edited<T>, cell: Cell) {
        if edited.has_focus {
            self.cell = Some(cell);
        }
        // Whoever comes in another way than by the keys of the grid begins another block, unless Shift is held.
        if edited.gained_focus && self.arrives.take() != Some(cell) {
            let by_pointer = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
            let extends = by_pointer && held_at_click(ui).shift;
            self.corner = self.corner.or(self.before).filter(|corner| extends && *corner != cell);
        }
    }

    /// Shows that a cell belongs to the block that is selected; before its field is drawn over it.
    pub fn ground(&self, ui: &Ui, cell: Cell) {
        let Some((first, last)) = self.selected().filter(|(first, last)| first != last) else { return };
        let inside = (first.row..=last.row).contains(&cell.row) && (first.column..=last.column).contains(&cell.column);
        if inside {
            let rect = ui.max_rect().expand2(vec2(6.0, 0.0));
            ui.painter().rect_filled(rect, 0.0, theme::palette(ui).accent_soft);
        }
    }

    /// After the cells are drawn: keeps the keys that go from cell to cell with the one that has the focus.
    pub fn end(&mut self, ui: &Ui, cells: &dyn Cells) {
        let focused = |id: &Id| ui.memory(|memory| memory.has_focus(*id));
        match self.cell.and_then(|cell| cells.id(cell)).filter(focused) {
            Some(id) => {
                let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: false };
                ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
            }
            None if self.aim.is_none() => self.corner = None,
            None => {}
        }
    }
}

/// What was held when the pointer was pressed or let go in this frame; a key may be up again by the end of it.
#[must_use]
pub fn held_at_click(ui: &Ui) -> Modifiers {
    ui.input(|input| {
        let at_click = input.events.iter().find_map(|event| match event {
            Event::PointerButton { modifiers, .. } => Some(*modifiers),
            _ => None,
        });
        at_click.unwrap_or(input.modifiers)
    })
}

/// Puts the cursor behind the text, to change it.
fn edit_at_the_end(ui: &Ui, id: Id) {
    let Some(mut state) = TextEdit::load_state(ui.ctx(), id) else { return };
    let text = draft::typed(ui.ctx(), id).unwrap_or_default();
    let end = CCursorRange::select_all_str(&text).primary;
    state.cursor.set_char_range(Some(CCursorRange::one(end)));
    state.store(ui.ctx(), id);
}
