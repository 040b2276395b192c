//! Branch and bound: what the majorants promise too much is taken back, one channel at a time.
//!
//! The relaxed solution is real wherever the majorant is the curve itself. Only a channel that lands inside a straight
//! piece gets less than promised. Its spends are split there into "at most" and "at least": on both halves the
//! majorant is tight at that point, so the promise of both is lower. The half with the greatest promise is split next
//! (best first), until the greatest promise is no more than the best real allocation, but for the gap.

use std::collections::BinaryHeap;
use std::rc::Rc;

use super::Control;
use super::counting;
use super::queue::Promised;
use super::search::{Found, Looked, Search, Side, Step, Until};
use super::space::Space;

/// A part of the space, and where to split it.
struct Node {
    steps: Option<Rc<Step>>,
    log: f64,
    split: (usize, f64),
}

/// Parts after which channels switched on are counted; the most parts that is tried for.
pub(super) const COUNT_AFTER: usize = 100;
const COUNT_MOST: usize = 4_000;

/// Searches the best allocation, starting from one that is known.
pub(super) fn search(space: &Space, known: Option<Vec<f64>>, until: Until, control: &mut Control<'_>) -> Found {
    let mut search = Search::new(space, until);
    if let Some(known) = known {
        let value = space.value(&known);
        search.found.best = Some((known, value));
    }
    let mut branching = Branching { search, open: BinaryHeap::new(), lid: f64::INFINITY };
    branching.run(control);
    control.work_off(&mut branching.search.relaxed);
    branching.search.found
}

struct Branching<'a> {
    search: Search<'a>,
    open: BinaryHeap<Promised<Node>>,
    /// A bound of the whole space found otherwise.
    lid: f64,
}

impl Branching<'_> {
    fn run(&mut self, control: &mut Control<'_>) {
        let mut counted = false;
        self.visit(None, f64::NAN);
        while let Some(Promised { promise, part: node }) = self.open.pop() {
            self.search.found.bound = promise.max(self.search.unsplit).min(self.lid);
            if self.search.is_enough(self.search.found.bound) {
                self.search.finish(true);
                return;
            }
            if self.search.is_over(control) {
                self.search.finish(false);
                return;
            }
            if !counted && self.search.found.nodes >= self.search.until.count_after {
                counted = true;
                if self.count(promise, control) {
                    return;
                }
            }
            let (channel, point) = node.split;
            let (most, least) = self.search.halves(point);
            for side in [Side::AtMost(most), Side::AtLeast(least)] {
                let before = node.steps.clone();
                self.visit(Some(Rc::new(Step { before, channel, side })), node.log);
            }
        }
        self.search.found.bound = self.search.unsplit.min(self.lid);
        let decided = self.search.until.target.is_none() || self.search.is_enough(self.search.found.bound);
        self.search.finish(decided);
    }

    /// Splits the space by the number of channels switched on; says whether that ended the search.
    fn count(&mut self, promise: f64, control: &mut Control<'_>) -> bool {
        let before = self.search.found.nodes;
        let Some(bound) = counting::search(&mut self.search, before + COUNT_MOST, control) else { return false };
        self.search.found.bound = bound.min(promise);
        if self.search.is_enough(self.search.found.bound) {
            self.search.finish(true);
            return true;
        }
        self.lid = self.lid.min(bound);
        false
    }

    /// Solves one part of the space, keeps its allocation if it is real and better, and remembers the part if its
    /// promise is worth splitting it.
    fn visit(&mut self, steps: Option<Rc<Step>>, log: f64) {
        self.search.found.nodes += 1;
        if !self.search.restrict(steps.as_deref()) || !self.search.relaxed.is_possible() {
            return;
        }
        self.search.relaxed.log = log;
        self.search.solve();
        let Looked { promise, worst } = self.search.look();
        let Some(channel) = worst else {
            self.search.unsplit = self.search.unsplit.max(promise);
            return;
        };
        let worth_it = self.search.found.best.as_ref().is_none_or(|(_, value)| promise > *value);
        if worth_it {
            let (log, split) = (self.search.relaxed.log, (channel, self.search.relaxed.x[channel]));
            self.open.push(Promised { promise, part: Node { steps, log, split } });
            // At the start, and now and then later: it costs as much as both halves. What is near enough to the promise is
            // not sought again.
            let now_and_then = self.search.found.nodes <= 3 || self.search.found.nodes.is_multiple_of(16);
            if now_and_then && !self.search.is_enough(promise) {
                self.search.try_real();
            }
        }
    }
}
