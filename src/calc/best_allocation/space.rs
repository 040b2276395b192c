//! A prepared problem: what is searched.

use super::curve::Curve;
use super::majorant::{Domain, Majorant};
use super::multiplier::{Limits, Relaxed};
use super::tolerance::above;

/// A prepared problem: variable channels alone, in steps.
#[derive(Clone)]
pub(super) struct Space {
    pub(super) curves: Vec<Curve>,
    pub(super) domains: Vec<Domain>,
    /// The group of each channel; the last one is that of channels without a group.
    pub(super) groups: Vec<usize>,
    pub(super) limits: Vec<Limits>,
    pub(super) budget: f64,
    pub(super) whole: bool,
}

impl Space {
    pub(super) fn value(&self, x: &[f64]) -> f64 {
        self.curves.iter().zip(x).map(|(curve, x)| curve.value(*x)).sum()
    }

    /// The relaxed problem of the whole space.
    pub(super) fn relaxed(&self) -> Relaxed {
        let mut members = vec![Vec::new(); self.limits.len()];
        for (channel, group) in self.groups.iter().enumerate() {
            members[*group].push(channel);
        }
        let majorant = |channel| Majorant::of(self.curves[channel], self.domains[channel], self.whole);
        let majorants = (0..self.curves.len()).map(majorant).collect();
        Relaxed::new(self.budget, members, self.limits.clone(), majorants)
    }

    /// For each channel the next one that is alike in everything.
    pub(super) fn twins(&self) -> Vec<Option<usize>> {
        let mut order: Vec<usize> = (0..self.curves.len()).collect();
        let key = |channel: usize| {
            let domain = self.domains[channel];
            let parts = match self.curves[channel] {
                Curve::Flat => [0.0; 3],
                Curve::Line { slope, end } => [slope, end, -1.0],
                Curve::Hill(hill) => [hill.ceiling, hill.half, hill.shape],
            };
            let [a, b, c] = parts.map(f64::to_bits);
            (self.groups[channel], domain.off, [domain.low, domain.high].map(f64::to_bits), [a, b, c])
        };
        order.sort_by_cached_key(|&channel| (key(channel), channel));
        let mut twins = vec![None; order.len()];
        for pair in order.windows(2) {
            if let &[first, second] = pair {
                twins[first] = (key(first) == key(second)).then_some(second);
            }
        }
        twins
    }

    pub(super) fn sums(&self, x: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.limits.len()];
        for (group, x) in self.groups.iter().zip(x) {
            sums[*group] += x;
        }
        sums
    }

    /// What must be spent in any case.
    pub(super) fn least(&self) -> f64 {
        let lows = self.sums(&self.domains.iter().map(Domain::start).collect::<Vec<f64>>());
        lows.iter().zip(&self.limits).map(|(low, limits)| f64::max(*low, limits.min)).sum()
    }

    pub(super) fn at_budget(&self, x: &[f64]) -> bool {
        let spent: f64 = x.iter().sum();
        if self.whole { spent >= self.budget } else { spent >= self.budget * (1.0 - 1e-9) }
    }

    /// Whether an allocation keeps all limits.
    pub(super) fn allows(&self, x: &[f64]) -> bool {
        let fits = x.iter().zip(&self.domains).all(|(x, domain)| domain.holds(*x) && (!self.whole || x.fract() == 0.0));
        let sums = self.sums(x);
        let in_groups =
            sums.iter().zip(&self.limits).all(|(sum, limits)| !above(*sum, limits.max) && !above(limits.min, *sum));
        fits && in_groups && !above(sums.iter().sum(), self.budget)
    }
}
