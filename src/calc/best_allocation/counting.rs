//! Counting: the space is split by how many channels are switched on.
//!
//! Where many channels are all but alike and steep, splitting the spends of one changes next to nothing: another takes
//! its place, and the promise stays. What decides is *how many* of them get past their inflection. Below it a channel
//! counts as off, above it as on. For just `k` on and a price λ of money, what is won over its price is at most
//!
//! ```text
//! λ·budget + Σᵢ offᵢ(λ) + the k greatest of onᵢ(λ) − offᵢ(λ),    offᵢ(λ), onᵢ(λ) = max over that part of w·r(x) − λ·x
//! ```
//!
//! a promise for every λ ≥ 0, and the least of them is nearly kept: on the on side curves are concave. (Everett's
//! multiplier again, see the module above; the sum of the k greatest is what counting adds.) A group whose limit binds in
//! the relaxed problem has a price of its own, so that its channels are counted by themselves: see [`pool`].

mod pool;

use std::collections::BinaryHeap;
use std::rc::Rc;

use super::Control;
use super::curve::{Curve, OnCurve};
use super::majorant::{Domain, Majorant};
use super::queue::Promised;
use super::search::{Search, Side, Step};

pub(super) use pool::best_at;
use pool::{Pool, Win};

/// A part of the space: how many channels of each pool are switched on, and what was split before.
#[derive(Clone)]
struct Part {
    /// Of each pool.
    prices: Vec<f64>,
    /// Of each pool.
    counts: Vec<usize>,
    steps: Option<Rc<Step>>,
    stage: Stage,
}

#[derive(Clone)]
enum Stage {
    /// Its promise is a first guess; how many better counts each pool has.
    Guessed(Vec<usize>),
    /// Its promise is the least there is; where to split it.
    Looked(usize, f64),
}

/// Searches by counting until the gap is small enough or there were `most_nodes` parts. Gives a bound of the whole
/// space; `None` where counting says nothing: no channel can be switched, or a group has no multiplier.
pub(super) fn search(search: &mut Search<'_>, most_nodes: usize, control: &mut Control<'_>) -> Option<f64> {
    let mut counting = Counting::new(search)?;
    let guesses = counting.guesses();
    let mut open = BinaryHeap::from_iter(guesses.part(vec![0; counting.pools.len()]));
    while let Some(Promised { promise, part }) = open.pop() {
        let search = &mut *counting.search;
        let promise = promise.max(search.unsplit);
        if search.is_enough(promise) || search.found.nodes >= most_nodes || search.is_over(control) {
            return Some(promise);
        }
        match &part.stage {
            Stage::Guessed(ranks) => {
                open.extend(guesses.after(ranks));
                open.extend(counting.look_at(promise, &part));
            }
            &Stage::Looked(channel, point) => {
                let (most, least) = search.halves(point);
                for side in [Side::AtMost(most), Side::AtLeast(least)] {
                    let steps = Some(Rc::new(Step { before: part.steps.clone(), channel, side }));
                    open.extend(counting.look_at(promise, &Part { steps, ..part.clone() }));
                }
            }
        }
    }
    Some(search.unsplit)
}

/// What each number of channels that may be on in each pool promises at the prices of the relaxed problem.
struct Guesses {
    prices: Vec<f64>,
    /// Of the best counts.
    promise: f64,
    /// For each pool its counts, best first, and how much less than the first they promise.
    pools: Vec<Vec<(usize, f64)>>,
}

impl Guesses {
    /// The part in which each pool has the count of this rank.
    fn part(&self, ranks: Vec<usize>) -> Option<Promised<Part>> {
        let of_pools = self.pools.iter().zip(&ranks);
        let (counts, less): (Vec<usize>, Vec<f64>) =
            of_pools.map(|(pool, rank)| pool.get(*rank).copied()).collect::<Option<Vec<_>>>()?.into_iter().unzip();
        let promise = self.promise - less.iter().sum::<f64>();
        let part = Part { prices: self.prices.clone(), counts, steps: None, stage: Stage::Guessed(ranks) };
        Some(Promised { promise, part })
    }

    /// The parts behind this one. Each is behind just one other: a later pool than its last changed one counts next.
    fn after(&self, ranks: &[usize]) -> impl Iterator<Item = Promised<Part>> {
        let last = ranks.iter().rposition(|rank| *rank > 0).unwrap_or(0);
        (last..ranks.len()).filter_map(move |pool| {
            let mut ranks = ranks.to_vec();
            ranks[pool] += 1;
            self.part(ranks)
        })
    }
}

/// The two parts of a channel's spends; at least one is there.
#[derive(Clone, Copy)]
struct Pieces {
    off: Option<Majorant>,
    on: Option<Majorant>,
}

struct Counting<'s, 'p> {
    search: &'s mut Search<'p>,
    /// Below this a channel is off; none where it has no such place.
    thresholds: Vec<Option<f64>>,
    pieces: Vec<Pieces>,
    known: Vec<[OnCurve; 2]>,
    /// First the channels that share the price of the budget.
    pools: Vec<Pool>,
}

impl<'s, 'p> Counting<'s, 'p> {
    fn new(search: &'s mut Search<'p>) -> Option<Self> {
        search.restrict(None);
        search.relaxed.log = f64::NAN;
        search.relaxed.solve();
        let space = search.space;
        let channels = space.curves.len();
        let thresholds: Vec<Option<f64>> = (0..channels)
            .map(|channel| threshold(&space.curves[channel], space.domains[channel], space.whole))
            .collect();
        if thresholds.iter().all(Option::is_none) {
            return None;
        }
        let pools = Pool::all(space, &search.relaxed)?;
        let pieces = Vec::with_capacity(channels);
        let mut counting = Self { search, thresholds, pieces, known: vec![[OnCurve::NOWHERE; 2]; channels], pools };
        counting.take_pieces();
        Some(counting)
    }

    /// All counts at the relaxed problem's prices.
    fn guesses(&mut self) -> Guesses {
        let prices: Vec<f64> = self.pools.iter().map(|pool| pool.price).collect();
        let mut guesses = Guesses { promise: prices[0] * self.search.space.budget, prices, pools: Vec::new() };
        for pool in 0..self.pools.len() {
            let price = guesses.prices[pool];
            guesses.promise += self.price(pool, price).won + self.pools[pool].worth_of_limits(guesses.prices[0]);
            let pool = &mut self.pools[pool];
            pool.wins.sort_unstable_by(|a, b| b.gain.total_cmp(&a.gain));
            let (mut best, mut won) = (0.0, 0.0);
            let mut counts = vec![(pool.always_on, 0.0)];
            for (more, win) in pool.wins.iter().enumerate() {
                won += win.gain;
                best = f64::max(best, won);
                counts.push((pool.always_on + more + 1, won));
            }
            guesses.promise += best;
            for (_, won) in &mut counts {
                *won = best - *won;
            }
            counts.sort_by(|a, b| a.1.total_cmp(&b.1));
            guesses.pools.push(counts);
        }
        guesses
    }

    /// Finds the least promise of a part, of which `promised` is known, and a real allocation in it. Gives the part back with the place to split it,
    /// unless it is not worth it.
    fn look_at(&mut self, promised: f64, part: &Part) -> Option<Promised<Part>> {
        self.search.found.nodes += 1;
        if !self.search.restrict(part.steps.as_deref()) {
            return None;
        }
        self.take_pieces();
        let more = part.counts.iter().zip(&self.pools).map(|(count, pool)| count.checked_sub(pool.always_on));
        let more: Vec<usize> = more.collect::<Option<_>>()?;
        let (promise, prices) = self.least_promise(&more, &part.prices)?;
        if promise <= self.search.wanted() {
            return None;
        }
        for (pool, price) in prices.iter().enumerate() {
            self.at(pool, more[pool], *price);
        }
        let (channel, point) = self.real(&more, prices[0])?;
        let part = Part {
            prices,
            counts: part.counts.clone(),
            steps: part.steps.clone(),
            stage: Stage::Looked(channel, point),
        };
        // What was promised before the split holds for both halves.
        Some(Promised { promise: promise.min(promised), part })
    }

    /// Cuts every channel's spends into off and on.
    fn take_pieces(&mut self) {
        let (space, domains) = (self.search.space, &self.search.domains);
        self.pieces.clear();
        for (channel, domain) in domains.iter().enumerate() {
            let majorant = |domain| Majorant::of(space.curves[channel], domain, space.whole);
            let pieces = match self.thresholds[channel] {
                Some(at) => {
                    // In whole steps the next step is the first that is on; otherwise both share the threshold.
                    let (first_on, is_off) =
                        if space.whole { (at + 1.0, domain.low <= at) } else { (at, domain.low < at) };
                    let on = (domain.high > at).then(|| domain.at_least(first_on));
                    let off = (domain.off || is_off || on.is_none()).then(|| domain.at_most(at));
                    Pieces { off: off.map(majorant), on: on.map(majorant) }
                }
                None => Pieces { off: Some(self.search.relaxed.majorants[channel]), on: None },
            };
            self.pieces.push(pieces);
        }
        for pool in &mut self.pools {
            pool.always_on = pool.members.iter().filter(|&&member| self.pieces[member].off.is_none()).count();
        }
    }

    /// Spends for real what is best with the chosen channels on, and says where the part is best split: where that
    /// promises most too much, or between the channels on and off that win nearly the same. None where nothing is left to choose.
    fn real(&mut self, more: &[usize], price: f64) -> Option<(usize, f64)> {
        for (channel, pieces) in self.pieces.iter().enumerate() {
            if let Some(majorant) = pieces.off.or(pieces.on) {
                self.search.relaxed.majorants[channel] = majorant;
            }
        }
        for win in self.pools.iter().zip(more).flat_map(|(pool, more)| &pool.wins[..*more]) {
            if let Some(on) = self.pieces[win.channel].on {
                self.search.relaxed.majorants[win.channel] = on;
            }
        }
        self.search.changed = (0..self.pieces.len()).collect();
        let mut forced = f64::NEG_INFINITY;
        if self.search.relaxed.is_possible() {
            self.search.relaxed.log = price.ln();
            self.search.solve();
            let looked = self.search.look();
            if let Some(channel) = looked.worst {
                return Some((channel, self.search.relaxed.x[channel]));
            }
            forced = looked.promise;
        }
        let choices = self.pools.iter().zip(more).filter_map(|(pool, more)| pool.choice(*more));
        let nearest: Option<(&Win, f64)> = choices.min_by(|a, b| a.1.total_cmp(&b.1));
        let threshold = nearest.and_then(|(last, _)| Some((last.channel, self.thresholds[last.channel]?)));
        if threshold.is_none() {
            // The choice is forced, and what was found above is the best of this part.
            self.search.unsplit = self.search.unsplit.max(forced);
        }
        threshold
    }
}

/// Where a channel is switched on: at the inflection, or at the minimum of those that may be off.
fn threshold(curve: &Curve, domain: Domain, whole: bool) -> Option<f64> {
    let inflection = if let Curve::Hill(hill) = curve { hill.inflection } else { 0.0 };
    let at = if domain.off && domain.low > 0.0 { inflection.max(domain.low / 2.0) } else { inflection };
    let at = if whole { at.floor() } else { at };
    (at > domain.start() && at < domain.high || domain.off && at < domain.high && at >= 0.0 && domain.low > 0.0)
        .then_some(at)
}
