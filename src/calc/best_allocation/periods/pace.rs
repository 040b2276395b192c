//! How much a search may still look at, and whether whoever looks on lets it go on.

use super::super::{Control, Progress};

/// Looks at cells that a search for one budget may take: some tenths of a second; and for each cell of a large grid.
const MOST_WORK: u64 = 6_000_000;
const WORK_A_CELL: u64 = 3_000;

/// The search so far, as whoever looks on sees it.
pub(super) struct Pace<'c, 'w> {
    control: &'c mut Control<'w>,
    /// Looks that there are in all, and that are left.
    most: u64,
    left: u64,
    /// Response of the best allocation so far.
    pub(super) response: Option<f64>,
    /// Nothing has more.
    pub(super) bound: f64,
    /// Parts that were looked at.
    pub(super) nodes: usize,
    over: bool,
}

impl<'c, 'w> Pace<'c, 'w> {
    pub(super) fn of(control: &'c mut Control<'w>, cells: usize, bound: f64, nodes: usize) -> Self {
        let most = MOST_WORK.max(WORK_A_CELL * cells as u64);
        let left = most.min(control.most_work);
        Self { control, most, left, response: None, bound, nodes, over: false }
    }

    /// Takes note of so many looks; says whether there may be more.
    pub(super) fn goes_on(&mut self, looks: u64) -> bool {
        self.left = self.left.saturating_sub(looks);
        self.control.most_work = self.control.most_work.saturating_sub(looks);
        let progress = Progress { nodes: self.nodes, response: self.response, bound: self.bound };
        self.over |= self.left == 0 || self.nodes >= self.control.most_nodes || self.control.tell(&progress).is_break();
        !self.over
    }

    pub(super) fn is_over(&self) -> bool {
        self.over
    }

    /// Whether less than half of the looks are left.
    pub(super) fn is_late(&self) -> bool {
        self.left < self.most / 2
    }

    /// For a question beside this one.
    pub(super) fn control(&mut self) -> &mut Control<'w> {
        self.control
    }
}
