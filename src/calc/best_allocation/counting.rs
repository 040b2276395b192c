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
//! multiplier again, see the module above; the sum of the k greatest is what counting adds.) Limits of groups
//! enter with the multipliers they have in the relaxed problem.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::rc::Rc;

use super::Control;
use super::curve::OnCurve;
use super::majorant::{Domain, Majorant};
use super::multiplier::spend_at;
use super::queue::Promised;
use super::search::{Search, Side, Step};

/// A part of the space: a number of channels switched on, and what was split before.
struct Part {
    price: f64,
    count: usize,
    steps: Option<Rc<Step>>,
    /// Where to split it; none while its promise is only a first guess.
    split: Option<(usize, f64)>,
}

/// Searches by counting until the gap is small enough or there were `most_nodes` parts. Gives a bound of the whole
/// space; `None` where counting says nothing: no channel can be switched, or a group has no multiplier.
pub(super) fn search(search: &mut Search<'_>, most_nodes: usize, control: &mut Control<'_>) -> Option<f64> {
    let mut counting = Counting::new(search)?;
    let mut open = counting.first_parts();
    while let Some(Promised { promise, part }) = open.pop() {
        let search = &mut *counting.search;
        let promise = promise.max(search.unsplit);
        if search.is_enough(promise) || search.found.nodes >= most_nodes || search.is_over(control) {
            return Some(promise);
        }
        let Some((channel, point)) = part.split else {
            open.extend(counting.look_at(promise, &part));
            continue;
        };
        let (most, least) = search.halves(point);
        for side in [Side::AtMost(most), Side::AtLeast(least)] {
            let steps = Some(Rc::new(Step { before: part.steps.clone(), channel, side }));
            open.extend(counting.look_at(promise, &Part { steps, split: None, ..part }));
        }
    }
    Some(search.unsplit)
}

/// The two parts of a channel's spends; at least one is there.
#[derive(Clone, Copy)]
struct Pieces {
    off: Option<Majorant>,
    on: Option<Majorant>,
}

/// All parts at one price.
struct Priced {
    promise: f64,
    spent: f64,
}

/// What switching a channel on wins at the present price.
struct Win {
    gain: f64,
    channel: usize,
    spends_more: f64,
}

struct Counting<'s, 'p> {
    search: &'s mut Search<'p>,
    /// Below this a channel is off; none where it has no such place.
    thresholds: Vec<Option<f64>>,
    /// What a unit of money costs a channel more, because of its group.
    dearer: Vec<f64>,
    /// What the limits of groups are worth at these prices.
    worth_of_limits: f64,
    pieces: Vec<Pieces>,
    known: Vec<[OnCurve; 2]>,
    wins: Vec<Win>,
    /// Channels that can only be on.
    always_on: usize,
    /// The price in the relaxed problem.
    price: f64,
}

impl<'s, 'p> Counting<'s, 'p> {
    fn new(search: &'s mut Search<'p>) -> Option<Self> {
        search.restrict(None);
        search.relaxed.log = f64::NAN;
        search.relaxed.solve();
        let space = search.space;
        let price = search.relaxed.log.exp();
        let extra: Vec<f64> = search.relaxed.group_logs.iter().map(|log| log.exp() - price).collect();
        let is_finite = price.is_finite() && price > 0.0;
        let used = |group: usize| !search.relaxed.members[group].is_empty();
        if !is_finite || extra.iter().enumerate().any(|(group, extra)| used(group) && !extra.is_finite()) {
            return None;
        }
        let limits = |(group, extra): (usize, &f64)| match extra.total_cmp(&0.0) {
            _ if !used(group) || *extra == 0.0 => 0.0,
            Ordering::Greater => extra * space.limits[group].max,
            _ => extra * space.limits[group].min,
        };
        let worth_of_limits = extra.iter().enumerate().map(limits).sum();
        let channels = space.curves.len();
        let thresholds: Vec<Option<f64>> = (0..channels)
            .map(|channel| threshold(&space.curves[channel], space.domains[channel], space.whole))
            .collect();
        if thresholds.iter().all(Option::is_none) {
            return None;
        }
        let dearer = space.groups.iter().map(|group| extra[*group]).collect();
        let mut counting = Self {
            search,
            thresholds,
            dearer,
            worth_of_limits,
            pieces: Vec::with_capacity(channels),
            known: vec![[OnCurve::NOWHERE; 2]; channels],
            wins: Vec::with_capacity(channels),
            always_on: 0,
            price,
        };
        counting.take_pieces();
        Some(counting)
    }

    /// One part for each number of channels that may be on, all with the promise at the relaxed problem's price.
    fn first_parts(&mut self) -> BinaryHeap<Promised<Part>> {
        let price = self.price;
        let mut promise = self.price_all(price).promise;
        self.wins.sort_unstable_by(|a, b| b.gain.total_cmp(&a.gain));
        let mut parts = BinaryHeap::new();
        for more in 0..=self.wins.len() {
            let part = Part { price, count: self.always_on + more, steps: None, split: None };
            parts.push(Promised { promise, part });
            promise += self.wins.get(more).map_or(0.0, |win| win.gain);
        }
        parts
    }

    /// Finds the least promise of a part, of which `promised` is known, and a real allocation in it. Gives the part back with the place to split it,
    /// unless it is not worth it.
    fn look_at(&mut self, promised: f64, part: &Part) -> Option<Promised<Part>> {
        self.search.found.nodes += 1;
        if !self.search.restrict(part.steps.as_deref()) {
            return None;
        }
        self.take_pieces();
        let more = part.count.checked_sub(self.always_on)?;
        let (promise, price) = self.least_promise(more, part.price)?;
        if promise <= self.search.wanted() {
            return None;
        }
        self.price_all(price);
        self.choose(more);
        let split = self.real(more, price)?;
        let part = Part { price, count: part.count, steps: part.steps.clone(), split: Some(split) };
        // What was promised before the split holds for both halves.
        Some(Promised { promise: promise.min(promised), part })
    }

    /// Cuts every channel's spends into off and on.
    fn take_pieces(&mut self) {
        let (space, domains) = (self.search.space, &self.search.domains);
        self.pieces.clear();
        self.always_on = 0;
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
            self.always_on += usize::from(pieces.off.is_none());
            self.pieces.push(pieces);
        }
    }

    /// Promise and spends with as few channels on as there may be, and what switching on each other one wins.
    fn price_all(&mut self, price: f64) -> Priced {
        let mut all = Priced { promise: price * self.search.space.budget + self.worth_of_limits, spent: 0.0 };
        self.wins.clear();
        self.search.relaxed.work += 2 * self.pieces.len() as u64;
        for (channel, pieces) in self.pieces.iter().enumerate() {
            let price = price + self.dearer[channel];
            let [known_off, known_on] = &mut self.known[channel];
            let whole = self.search.space.whole;
            let off = pieces.off.map(|majorant| best_at(&majorant, price, whole, known_off));
            let on = pieces.on.map(|majorant| best_at(&majorant, price, whole, known_on));
            let (won, spent) = off.or(on).unwrap_or_default();
            all.promise += won;
            all.spent += spent;
            if let (Some(off), Some(on)) = (off, on) {
                self.wins.push(Win { gain: on.0 - off.0, channel, spends_more: on.1 - off.1 });
            }
        }
        all
    }

    /// Puts the `more` greatest wins first.
    fn choose(&mut self, more: usize) {
        if more > 0 && more < self.wins.len() {
            self.wins
                .select_nth_unstable_by(more - 1, |a, b| b.gain.total_cmp(&a.gain).then(a.channel.cmp(&b.channel)));
        }
    }

    fn at(&mut self, more: usize, price: f64) -> Priced {
        let mut all = self.price_all(price);
        self.choose(more);
        for win in &self.wins[..more] {
            all.promise += win.gain;
            all.spent += win.spends_more;
        }
        all
    }

    /// The least promise over all prices, and its price. The promise is convex in the price, with slope budget less
    /// spends: where the tangents at both ends meet is the next price, until they leave no room.
    fn least_promise(&mut self, more: usize, first: f64) -> Option<(f64, f64)> {
        if more > self.wins_possible() {
            return None;
        }
        let wanted = self.search.wanted();
        let budget = self.search.space.budget;
        let least = self.dearer.iter().fold(0.0, |least: f64, dearer| least.max(-dearer)) + 1e-300;
        let (mut price, mut best) = (first.max(least), (f64::INFINITY, first));
        let [mut cheap, mut dear]: [Option<(f64, f64, f64)>; 2] = [None; 2];
        let mut factor = 1.05;
        for round in 0..MOST_ROUNDS {
            let Priced { promise, spent } = self.at(more, price);
            if promise < best.0 {
                best = (promise, price);
            }
            let slope = budget - spent;
            if best.0 <= wanted || slope.abs() <= CLOSE * budget {
                break;
            }
            if slope < 0.0 {
                cheap = Some((price, promise, slope));
            } else {
                dear = Some((price, promise, slope));
            }
            price = match (cheap, dear) {
                (Some(cheap), Some(dear)) => {
                    let meets = cheap.0 + (dear.1 - cheap.1 - dear.2 * (dear.0 - cheap.0)) / (cheap.2 - dear.2);
                    let lowest = cheap.1 + cheap.2 * (meets - cheap.0);
                    if best.0 - lowest <= CLOSE * best.0.abs() || dear.0 - cheap.0 <= CLOSE * dear.0 {
                        break;
                    }
                    let inside = meets > cheap.0 && meets < dear.0;
                    if inside && round % 3 != 2 { meets } else { f64::midpoint(cheap.0, dear.0) }
                }
                (Some(_), None) => price * factor,
                _ if price <= least => break,
                _ => (price / factor).max(least),
            };
            factor = (factor * factor).min(1e6);
        }
        Some(best)
    }

    fn wins_possible(&self) -> usize {
        self.pieces.iter().filter(|pieces| pieces.off.is_some() && pieces.on.is_some()).count()
    }

    /// Spends for real what is best with the chosen channels on, and says where the part is best split: where that
    /// promises most too much, or between the channels on that win least. None where nothing is left to choose.
    fn real(&mut self, more: usize, price: f64) -> Option<(usize, f64)> {
        for (channel, pieces) in self.pieces.iter().enumerate() {
            if let Some(majorant) = pieces.off.or(pieces.on) {
                self.search.relaxed.majorants[channel] = majorant;
            }
        }
        for win in &self.wins[..more] {
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
        let last = self.wins[..more].iter().min_by(|a, b| a.gain.total_cmp(&b.gain));
        let next = self.wins[more..].iter().max_by(|a, b| a.gain.total_cmp(&b.gain));
        let threshold =
            last.filter(|_| next.is_some()).and_then(|last| Some((last.channel, self.thresholds[last.channel]?)));
        if threshold.is_none() {
            // The choice is forced, and what was found above is the best of this part.
            self.search.unsplit = self.search.unsplit.max(forced);
        }
        threshold
    }
}

/// How close the least promise is found, as a part of it.
const CLOSE: f64 = 1e-13;
const MOST_ROUNDS: usize = 80;

/// Greatest majorant less price, and the spends there.
pub(super) fn best_at(majorant: &Majorant, price: f64, whole: bool, known: &mut OnCurve) -> (f64, f64) {
    let x = spend_at(majorant, price.ln(), known).low;
    let net = |x: f64| (majorant.value(x) - price * x, x);
    if !whole {
        return net(x);
    }
    // The step after may win something still: only a part of it is flat.
    let [below, above] = [net(x.floor().max(majorant.start)), net((x.floor() + 1.0).min(majorant.high))];
    if above.0 > below.0 { above } else { below }
}

/// Where a channel is switched on: at the inflection, or at the minimum of those that may be off.
fn threshold(curve: &super::curve::Curve, domain: Domain, whole: bool) -> Option<f64> {
    let inflection = if let super::curve::Curve::Hill(hill) = curve { hill.inflection } else { 0.0 };
    let at = if domain.off && domain.low > 0.0 { inflection.max(domain.low / 2.0) } else { inflection };
    let at = if whole { at.floor() } else { at };
    (at > domain.start() && at < domain.high || domain.off && at < domain.high && at >= 0.0 && domain.low > 0.0)
        .then_some(at)
}
