//! What every search of the space needs: a part of it, its relaxed solution, and the best real allocation so far.
//!
//! Channels that are alike in everything may be exchanged without any change. Of all the ways to exchange them only
//! the one with falling spends is searched: "at most" then also holds for the later ones, "at least" for the earlier.

use std::ops::ControlFlow;
use std::rc::Rc;

use super::majorant::{Domain, Majorant};
use super::multiplier::Relaxed;
use super::space::Space;
use super::tolerance::above;
use super::{Control, Progress};

/// When the search may stop.
#[derive(Clone, Copy, Debug)]
pub(super) struct Until {
    /// Greatest gap, as a part of the bound with `offset`.
    pub(super) gap: f64,
    /// What is won whatever is spent; the gap is measured with it.
    pub(super) offset: f64,
    /// Stops as soon as this is reached, or proven to be out of reach.
    pub(super) target: Option<f64>,
    /// After how many parts it goes other ways.
    pub(super) after: After,
}

/// After how many parts a search goes other ways than splitting single channels.
#[derive(Clone, Copy, Debug)]
pub(super) struct After {
    /// Counts the channels switched on.
    pub(super) count: usize,
    /// Lists the sums that channels can spend.
    pub(super) list: usize,
}

/// Looks at a curve that its majorant takes.
const MAJORANT: u64 = 8;

/// What a search found.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// The best allocation and its value; none where there is none, or none was found in time.
    pub(super) best: Option<(Vec<f64>, f64)>,
    /// Nothing is better than this.
    pub(super) bound: f64,
    pub(super) nodes: usize,
    /// Whether the search came to its end.
    pub(super) done: bool,
}

/// One restriction of a channel, and those before it.
pub(super) struct Step {
    pub(super) before: Option<Rc<Step>>,
    pub(super) channel: usize,
    pub(super) side: Side,
}

#[derive(Clone, Copy)]
pub(super) enum Side {
    AtMost(f64),
    AtLeast(f64),
}

/// Values this close are the same, as a part of the bound: sums of thousands of numbers keep no more digits.
const SAME: f64 = 1e-12;

/// What a relaxed solution comes to.
pub(super) struct Looked {
    /// Nothing in its part of the space is better.
    pub(super) promise: f64,
    /// The channel of which it promises most too much; none where it promises no more than it holds.
    pub(super) worst: Option<usize>,
}

pub(super) struct Search<'a> {
    pub(super) space: &'a Space,
    pub(super) until: Until,
    pub(super) relaxed: Relaxed,
    root: Vec<Majorant>,
    pub(super) domains: Vec<Domain>,
    pub(super) changed: Vec<usize>,
    next_twin: Vec<Option<usize>>,
    last_twin: Vec<Option<usize>>,
    /// The greatest promise of parts that no split makes any smaller.
    pub(super) unsplit: f64,
    pub(super) found: Found,
}

impl<'a> Search<'a> {
    pub(super) fn new(space: &'a Space, until: Until) -> Self {
        let relaxed = space.relaxed();
        let next_twin = space.twins();
        let mut last_twin = vec![None; next_twin.len()];
        for (channel, next) in next_twin.iter().enumerate() {
            if let Some(next) = next {
                last_twin[*next] = Some(channel);
            }
        }
        let root = relaxed.majorants.clone();
        let domains = space.domains.clone();
        let (changed, found) = (Vec::new(), Found { bound: f64::NEG_INFINITY, ..Found::default() });
        Self { space, until, relaxed, root, domains, changed, next_twin, last_twin, unsplit: f64::NEG_INFINITY, found }
    }

    /// Whether the search must end here.
    pub(super) fn is_over(&mut self, control: &mut Control<'_>) -> bool {
        control.work_off(&mut self.relaxed);
        control.most_work == 0
            || self.found.nodes >= control.most_nodes
            || control.tell(&self.progress()) == ControlFlow::Break(())
    }

    /// Both halves keep the point, where the majorant is now tight; whole numbers need it only once.
    pub(super) fn halves(&self, point: f64) -> (f64, f64) {
        if self.space.whole { (point, point + 1.0) } else { (point, point) }
    }

    /// Takes the search for done, or for ended early.
    pub(super) fn finish(&mut self, done: bool) {
        self.found.done = done;
        if let Some((_, value)) = &self.found.best {
            self.found.bound = self.found.bound.max(*value);
        }
    }

    fn progress(&self) -> Progress {
        let offset = self.until.offset;
        Progress {
            nodes: self.found.nodes,
            response: self.found.best.as_ref().map(|(_, value)| value + offset),
            bound: self.found.bound + offset,
        }
    }

    /// A part that promises no more than this is of no use.
    pub(super) fn wanted(&self) -> f64 {
        let known = self.found.best.as_ref().map_or(f64::NEG_INFINITY, |(_, value)| *value);
        self.until.target.map_or(known, |target| known.max(target.next_down()))
    }

    /// Whether nothing that is still promised is worth looking for.
    pub(super) fn is_enough(&self, promise: f64) -> bool {
        if let Some(target) = self.until.target {
            let reached = self.found.best.as_ref().is_some_and(|(_, value)| *value >= target);
            if reached || promise < target {
                return true;
            }
        }
        let Some((_, value)) = &self.found.best else { return false };
        let scale = (promise + self.until.offset).abs();
        promise - value <= self.until.gap.max(SAME) * scale
    }

    /// Looks for a real allocation near the relaxed one: who has nothing keeps nothing, who has something stays where
    /// the curve is concave, and those in between get nothing at all, or are helped over the inflection.
    pub(super) fn try_real(&mut self) {
        let relaxed = self.relaxed.x.clone();
        let promised: Vec<(f64, f64)> =
            self.relaxed.majorants.iter().map(|majorant| (majorant.start, majorant.end)).collect();
        for help in [false, true] {
            self.relaxed.work += MAJORANT * self.space.curves.len() as u64;
            for (channel, &(start, end)) in promised.iter().enumerate() {
                let (x, curve, domain) = (relaxed[channel], self.space.curves[channel], self.domains[channel]);
                let on = x >= end || (help && x > start);
                let domain = if on { domain.concave(&curve, self.space.whole) } else { domain.at_most(start) };
                self.relaxed.majorants[channel] = Majorant::of(curve, domain, self.space.whole);
            }
            if self.relaxed.is_possible() {
                self.solve();
                self.look();
            }
        }
        self.changed = (0..relaxed.len()).collect();
    }

    pub(super) fn solve(&mut self) {
        if self.space.whole {
            self.relaxed.solve_whole();
        } else {
            self.relaxed.solve();
        }
    }

    /// Takes the relaxed solution for what it really is, and keeps it if that is better than what is known.
    pub(super) fn look(&mut self) -> Looked {
        let (mut value, mut too_much) = (0.0, 0.0);
        let (mut worst, mut most) = (None, 0.0);
        let mut is_real = true;
        self.relaxed.work += self.space.curves.len() as u64;
        for (channel, x) in self.relaxed.x.iter().enumerate() {
            value += self.space.curves[channel].value(*x);
            let allowed = self.domains[channel].holds(*x);
            is_real &= allowed;
            let loss = self.relaxed.majorants[channel].loss(*x);
            too_much += loss;
            if (loss > most) || (!allowed && worst.is_none()) {
                (worst, most) = (Some(channel), loss);
            }
        }
        if is_real && self.found.best.as_ref().is_none_or(|(_, best)| value > *best) {
            self.found.best = Some((self.relaxed.x.clone(), value));
        }
        Looked { promise: value + too_much + self.relaxed.beyond, worst }
    }

    /// Puts the majorants of a part of the space in place; false where nothing is left of it.
    pub(super) fn restrict(&mut self, steps: Option<&Step>) -> bool {
        for channel in self.changed.drain(..) {
            self.domains[channel] = self.space.domains[channel];
            self.relaxed.majorants[channel] = self.root[channel];
        }
        let mut step = steps;
        while let Some(one) = step {
            match one.side {
                Side::AtMost(point) => self.apply(one.channel, true, |domain| domain.at_most(point)),
                Side::AtLeast(point) => self.apply(one.channel, false, |domain| domain.at_least(point)),
            }
            step = one.before.as_deref();
        }
        self.changed.sort_unstable();
        self.changed.dedup();
        let mut possible = true;
        self.relaxed.work += MAJORANT * self.changed.len() as u64;
        for &channel in &self.changed {
            let domain = self.domains[channel];
            possible &= domain.off || !above(domain.low, domain.high);
            self.relaxed.majorants[channel] = Majorant::of(self.space.curves[channel], domain, self.space.whole);
        }
        possible
    }

    fn apply(&mut self, first: usize, forwards: bool, change: impl Fn(Domain) -> Domain) {
        let mut channel = Some(first);
        while let Some(one) = channel {
            self.domains[one] = change(self.domains[one]);
            self.changed.push(one);
            channel = if forwards { self.next_twin[one] } else { self.last_twin[one] };
        }
    }
}
