//! Ways from cell to cell, by keyboard.

use eframe::egui::{Event, Key, Modifiers, Ui};

use super::{Cell, Cells};

/// A way to another cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Up,
    Down,
    Left,
    Right,
    /// Right, and from the end of a row to the next.
    Next,
    /// Left, and from the start of a row to the one before.
    Previous,
    /// To the first cell of the row.
    Start,
    /// To the last cell of the row.
    End,
    /// To the first cell of all.
    First,
    /// To the last cell of all.
    Last,
}

/// The way that keys ask for, and whether what is selected grows by it. Keys that move the cursor are the text's own, until it is at
/// the edge they go to; while all of the text is selected, it is at both.
pub(super) fn pressed(ui: &Ui, (at_start, at_end): (bool, bool)) -> Option<(Step, bool)> {
    let all = at_start && at_end;
    let ways = [
        (Modifiers::SHIFT, Key::Tab, true, Step::Previous, false),
        (Modifiers::NONE, Key::Tab, true, Step::Next, false),
        (Modifiers::SHIFT, Key::Enter, true, Step::Up, false),
        (Modifiers::NONE, Key::Enter, true, Step::Down, false),
        (Modifiers::COMMAND, Key::Home, all, Step::First, false),
        (Modifiers::COMMAND, Key::End, all, Step::Last, false),
        (Modifiers::SHIFT, Key::ArrowUp, all, Step::Up, true),
        (Modifiers::SHIFT, Key::ArrowDown, all, Step::Down, true),
        (Modifiers::SHIFT, Key::ArrowLeft, all, Step::Left, true),
        (Modifiers::SHIFT, Key::ArrowRight, all, Step::Right, true),
        (Modifiers::NONE, Key::ArrowUp, true, Step::Up, false),
        (Modifiers::NONE, Key::ArrowDown, true, Step::Down, false),
        (Modifiers::NONE, Key::ArrowLeft, at_start, Step::Left, false),
        (Modifiers::NONE, Key::ArrowRight, at_end, Step::Right, false),
        (Modifiers::NONE, Key::Home, all, Step::Start, false),
        (Modifiers::NONE, Key::End, all, Step::End, false),
    ];
    let way = ways.into_iter().find(|(modifiers, key, may, ..)| *may && takes(ui, *modifiers, *key));
    way.map(|(.., step, extends)| (step, extends))
}

/// Takes a key that was pressed with just these others held. What is held at the end of a frame may be another matter.
pub(super) fn takes(ui: &Ui, modifiers: Modifiers, wanted: Key) -> bool {
    let is_it = |event: &Event| matches!(event, Event::Key { key, pressed: true, modifiers: held, .. } if *key == wanted && held.matches_exact(modifiers));
    ui.input_mut(|input| {
        let at = input.events.iter().position(is_it);
        at.map(|at| input.events.remove(at)).is_some()
    })
}

/// The cell a step leads to, over those without a field.
pub(super) fn next(cell: Cell, step: Step, cells: &dyn Cells) -> Option<Cell> {
    let mut at = cell;
    loop {
        at = beside(at, step, cells)?;
        let passes = matches!(step, Step::Next | Step::Previous) && !cells.is_stop(at);
        if at == cell || (cells.id(at).is_some() && !passes) {
            return (at != cell).then_some(at);
        }
        if matches!(step, Step::Start | Step::End | Step::First | Step::Last) {
            return None;
        }
    }
}

fn beside(cell: Cell, step: Step, cells: &dyn Cells) -> Option<Cell> {
    let rows = cells.rows();
    let last = |row: usize| cells.columns(row).saturating_sub(1);
    let at = |row: usize, column: usize| Cell { row, column: column.min(last(row)) };
    let Cell { row, column } = cell;
    let below = || (row + 1 < rows).then_some(row + 1);
    match step {
        Step::Up => row.checked_sub(1).map(|row| at(row, column)),
        Step::Down => below().map(|row| at(row, column)),
        Step::Left => column.checked_sub(1).map(|column| at(row, column)),
        Step::Right => (column < last(row)).then(|| at(row, column + 1)),
        Step::Next if column < last(row) => Some(at(row, column + 1)),
        Step::Next => below().map(|row| at(row, 0)),
        Step::Previous if column > 0 => Some(at(row, column - 1)),
        Step::Previous => row.checked_sub(1).map(|row| at(row, usize::MAX)),
        Step::Start => Some(at(row, 0)),
        Step::End => Some(at(row, usize::MAX)),
        Step::First => Some(at(0, 0)),
        Step::Last => rows.checked_sub(1).map(|row| at(row, usize::MAX)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::Id;

    /// Three rows of three, two and three cells; the middle one of the last row has no field.
    struct Three;

    impl Cells for Three {
        fn rows(&self) -> usize {
            3
        }
        fn columns(&self, row: usize) -> usize {
            if row == 1 { 2 } else { 3 }
        }
        fn id(&self, cell: Cell) -> Option<Id> {
            (cell != Cell { row: 2, column: 1 }).then(|| Id::unique((cell.row, cell.column)))
        }
        fn text(&self, _: Cell) -> String {
            String::new()
        }
        fn cleared(&self, _: Cell) -> Option<&'static str> {
            None
        }
    }

    fn to(row: usize, column: usize, step: Step) -> Option<(usize, usize)> {
        next(Cell { row, column }, step, &Three).map(|cell| (cell.row, cell.column))
    }

    #[test]
    fn steps_stay_inside_and_pass_what_has_no_field() {
        assert_eq!(to(0, 2, Step::Down), Some((1, 1)), "a shorter row");
        assert_eq!(to(0, 2, Step::Next), Some((1, 0)));
        assert_eq!(to(1, 0, Step::Previous), Some((0, 2)));
        assert_eq!(to(2, 0, Step::Right), Some((2, 2)));
        assert_eq!(to(2, 2, Step::Left), Some((2, 0)));
        assert_eq!(to(1, 1, Step::Down), None, "nothing below it");
        assert_eq!((to(0, 0, Step::Up), to(0, 0, Step::Previous), to(2, 2, Step::Next)), (None, None, None));
        assert_eq!((to(1, 1, Step::First), to(0, 0, Step::Last)), (Some((0, 0)), Some((2, 2))));
        assert_eq!((to(0, 1, Step::Start), to(0, 1, Step::End)), (Some((0, 0)), Some((0, 2))));
        assert_eq!(to(0, 0, Step::Start), None, "it is there already");
    }
}
