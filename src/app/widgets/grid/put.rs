//! What is put into cells: a block that was pasted, one value over all that is selected, or nothing.

use super::{Block, Cell, Cells, Refused};
use crate::t;
use crate::words::Words;

/// A block to be put into cells.
#[derive(Clone, Debug)]
pub struct Put {
    /// Its first cell.
    pub at: Cell,
    /// What goes there.
    pub block: Block,
    how: How,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Pasted,
    Filled,
    Cleared,
}

impl Put {
    /// A block that comes from elsewhere.
    #[must_use]
    pub const fn pasted(at: Cell, block: Block) -> Self {
        Self { at, block, how: How::Pasted }
    }

    /// What other cells hold.
    pub(super) const fn filled(at: Cell, block: Block) -> Self {
        Self { at, block, how: How::Filled }
    }

    /// The same text in all cells from a first to a last one.
    pub(super) fn everywhere(text: &str, (first, last): (Cell, Cell)) -> Self {
        let row = vec![text.to_owned(); last.column - first.column + 1];
        Self::filled(first, Block::new(vec![row; last.row - first.row + 1]))
    }

    /// Nothing in all cells from a first to a last one.
    ///
    /// # Errors
    /// Says which cell has to hold something.
    pub(super) fn nothing(cells: &dyn Cells, (first, last): (Cell, Cell)) -> Result<Self, Refused> {
        let empty = |row, column| {
            let needed = Refused::Needed { row: row - first.row + 1, column: column - first.column + 1 };
            cells.cleared(Cell { row, column }).map(str::to_owned).ok_or(needed)
        };
        let row = |row| (first.column..=last.column).map(|column| empty(row, column)).collect();
        let rows: Vec<Vec<String>> = (first.row..=last.row).map(row).collect::<Result<_, _>>()?;
        Ok(Self { at: first, block: Block::new(rows).emptying(), how: How::Cleared })
    }

    /// Whether it comes from elsewhere.
    #[must_use]
    pub fn is_pasted(&self) -> bool {
        self.how == How::Pasted
    }

    /// The name of its undo step, for so many cells; `pasted` is that of a block that comes from elsewhere.
    #[must_use]
    pub fn step(&self, words: &Words, cells: usize, pasted: String) -> String {
        match self.how {
            How::Pasted => pasted,
            How::Filled => t!(words, "common-step-fill", n = cells),
            How::Cleared => t!(words, "common-step-clear", n = cells),
        }
    }
}
