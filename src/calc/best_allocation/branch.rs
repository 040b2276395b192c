//! Branch and bound: what the majorants promise too much is taken back, one channel at a time.
//!
//! The relaxed solution is real wherever the majorant is the curve itself. Only a channel that lands inside a straight
//! piece gets less than promised. Its spends are split there into "at most" and "at least": on both halves the
//! majorant is tight at that point, so the promise of both is lower. The half with the greatest promise is split next
//! (best first), until the greatest promise is no more than the best real allocation, but for the gap.

use std::collections::BinaryHeap;
use std::rc::Rc;

use super::Control;
use super::choices;
use super::counting;
use super::queue::Promised;
use super::search::{After, Found, Looked, Search, Side, Step, Until};
use super::space::Space;
use super::steps;

/// A part of the space, and where to split it.
struct Node {
    steps: Option<Rc<Step>>,
    log: f64,
    split: (usize, f64),
}

/// Small problems are solved before there is need to count or to list.
pub(super) const AFTER: After = After { count: 100, list: 100 };

/// The most parts for which channels switched on are counted.
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

/// So many sums are listed for each part that was looked at.
const SUMS_A_PART: f64 = 50_000.0;

/// About how many are listed near the relaxed solution.
const SUMS_NEAR: f64 = 500_000.0;

/// Sums as looks at a channel's curve, which take some thirty times as long.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // about, and above zero
fn worth_looks(sums: f64) -> u64 {
    (sums / 30.0) as u64
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
        let mut listed = false;
        let sums = choices::work(self.search.space);
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
            if !listed && self.is_time_to_list(sums, control) {
                listed = true;
                if self.list(sums, promise, control) {
                    return;
                }
            }
            if !counted && self.search.found.nodes >= self.search.until.after.count {
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

    /// Whether listing sums takes no more time than the search has taken already, or a wink.
    fn is_time_to_list(&self, sums: Option<f64>, control: &Control<'_>) -> bool {
        let Search { found, until, space, .. } = &self.search;
        let most = SUMS_A_PART * steps::count(found.nodes);
        let sums = sums.unwrap_or(if found.best.is_none() { SUMS_NEAR } else { f64::INFINITY });
        space.whole && found.nodes >= until.after.list && sums <= most && worth_looks(sums) < control.most_work
    }

    /// Lists all sums that channels can spend, or some where there are too many; says whether that ended the search.
    fn list(&mut self, sums: Option<f64>, promise: f64, control: &mut Control<'_>) -> bool {
        control.most_work -= worth_looks(sums.unwrap_or(SUMS_NEAR));
        self.search.found.nodes += 1;
        let best = match sums {
            Some(_) => choices::solve(self.search.space),
            None => Ok(self.near_relaxed()),
        };
        let Ok(best) = best else { return false };
        let value = best.as_ref().map(|x| self.search.space.value(x));
        if value > self.search.found.best.as_ref().map(|(_, value)| *value) {
            self.search.found.best = best.zip(value);
        }
        if sums.is_some() {
            // Where there is no allocation there is nothing that bounds it either.
            self.search.found.bound = value.map_or(promise, |value| value.min(promise));
            self.search.finish(true);
        }
        sums.is_some()
    }

    /// An allocation near the relaxed solution: channels that could as well be off as on are decided by listing their sums.
    fn near_relaxed(&mut self) -> Option<Vec<f64>> {
        self.search.restrict(None);
        self.search.relaxed.log = f64::NAN;
        self.search.solve();
        let Search { space, relaxed, .. } = &self.search;
        let undecided =
            |channel: usize| (relaxed.majorants[channel].log_slope - relaxed.group_logs[space.groups[channel]]).abs();
        let mut order: Vec<usize> = (0..space.curves.len()).collect();
        order.sort_by(|a, b| undecided(*a).total_cmp(&undecided(*b)));
        choices::solve_near(space, &relaxed.x, &order)
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
