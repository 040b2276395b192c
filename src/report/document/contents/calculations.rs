//! How the numbers are calculated: an appendix for who wants to follow them.

use crate::t;

use super::super::Block;
use super::Write;
use crate::report::summary::calculations::Calculation;

impl Write<'_> {
    /// One number after the other; nothing where it was not asked for.
    pub(super) fn calculations(&self) -> Vec<Block> {
        let all = &self.summary.calculations;
        if all.is_empty() {
            return Vec::new();
        }
        let says = |of: &Calculation| {
            let says = t!(
                self.words,
                "explain-paper-says",
                heading = &of.heading,
                formula = &of.formula,
                filled = &of.filled,
                sources = &of.sources
            );
            match &of.note {
                Some(note) => format!("{says}{}{note}", self.words.text("report-space")),
                None => says,
            }
        };
        vec![self.heading("explain-appendix"), Block::List(all.iter().map(says).collect())]
    }
}
