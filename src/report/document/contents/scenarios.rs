//! The base plan and its scenarios side by side.

use super::super::Block;
use super::super::scenarios::SideBySide;
use super::Write;

impl Write<'_> {
    /// Figures, money and differences; nothing where the plan has no scenarios.
    pub(super) fn scenarios(&self) -> Vec<Block> {
        let all = &self.summary.scenarios;
        if all.len() < 2 {
            return Vec::new();
        }
        let measure = self.summary.goal.headline.0;
        let side_by_side = SideBySide { all, measure, currency: self.currency, words: self.words };
        let left_out = &self.summary.scenarios_left_out;
        [self.heading("scenario-heading")].into_iter().chain(side_by_side.blocks(left_out)).collect()
    }
}
