//! What the planner says beside the plan: to whom, by when, and a remark.

use super::super::{Block, Cover};
use super::Write;
use crate::t;
use crate::words::number;

impl Write<'_> {
    /// Nothing where the planner has written nothing.
    pub(super) fn cover(&self) -> Option<Block> {
        let handover = self.summary.handover.as_ref()?;
        let to = (!handover.to.is_empty()).then(|| t!(self.words, "report-to", name = handover.to.as_str()));
        let decide_by = handover.decide_by.map(|day| {
            let day = number::date(self.words, day);
            t!(self.words, "report-decide-by", day = day)
        });
        let remark = handover.remark.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
        Some(Block::Cover(Cover { lines: to.into_iter().chain(decide_by).collect(), remark: remark.collect() }))
    }
}
