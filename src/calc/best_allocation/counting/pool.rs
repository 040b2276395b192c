//! Channels that share a price of money, and the least promise over all prices.
//!
//! The group of a pool spends no less than its minimum and no more than its maximum. At a price λ of the budget it spends
//! what its channels would if that lies between, and otherwise stands at its limit `s`: then it wins
//! `min over p of (what its channels win over the price p) + p·s`, whatever λ is.

use super::super::curve::OnCurve;
use super::super::majorant::Majorant;
use super::super::multiplier::{Limits, Relaxed, spend_at};
use super::super::space::Space;
use super::Counting;

/// Channels that are counted together.
pub(super) struct Pool {
    pub(super) members: Vec<usize>,
    /// What they may spend together, if that is limited.
    limits: Limits,
    /// In the relaxed problem.
    pub(super) price: f64,
    /// What switching each channel on wins at the price that was asked for last.
    pub(super) wins: Vec<Win>,
    /// Channels that can only be on.
    pub(super) always_on: usize,
}

/// What switching a channel on wins.
pub(super) struct Win {
    pub(super) gain: f64,
    pub(super) channel: usize,
    spends_more: f64,
}

/// What is won over a price, and spent.
#[derive(Clone, Copy, Default)]
pub(super) struct Priced {
    pub(super) won: f64,
    pub(super) spent: f64,
}

/// A group at one of its limits: what it wins over nothing, and from which price on it stands there.
#[derive(Clone, Copy)]
struct AtLimit {
    spent: f64,
    won: f64,
    price: f64,
}

impl Pool {
    /// First all channels whose price is that of the budget, then each group with a price of its own.
    /// `None` where money has no price.
    pub(super) fn all(space: &Space, relaxed: &Relaxed) -> Option<Vec<Self>> {
        let pool =
            |limits, log: f64| Self { members: Vec::new(), limits, price: log.exp(), wins: Vec::new(), always_on: 0 };
        let mut pools = vec![pool(Limits { min: 0.0, max: f64::INFINITY }, relaxed.log)];
        let least = |group: usize| {
            let starts: f64 = relaxed.members[group].iter().map(|&member| relaxed.majorants[member].start).sum();
            starts.max(space.limits[group].min)
        };
        let all: f64 = (0..space.limits.len()).map(least).sum();
        for (group, members) in relaxed.members.iter().enumerate() {
            let log = relaxed.group_logs[group];
            if log.to_bits() == relaxed.log.to_bits() || members.is_empty() {
                pools[0].members.extend(members);
                continue;
            }
            // What the others need at least is not there.
            let max = space.limits[group].max.min(space.budget - (all - least(group)));
            let limits = Limits { min: space.limits[group].min, max: max.max(space.limits[group].min) };
            pools.push(Self { members: members.clone(), ..pool(limits, log) });
        }
        // Where only the least is spent any price that is high enough will do.
        let finite = pools.iter().map(|pool| pool.price).filter(|price| price.is_finite());
        let dearest = finite.max_by(f64::total_cmp).filter(|price| *price > 0.0)?;
        for pool in &mut pools {
            pool.price = pool.price.min(dearest);
        }
        Some(pools)
    }

    /// What the limits are worth at the pool's price when the budget has another.
    pub(super) fn worth_of_limits(&self, price: f64) -> f64 {
        let dearer = self.price - price;
        match dearer {
            _ if dearer > 0.0 => dearer * self.limits.max,
            _ if dearer < 0.0 => dearer * self.limits.min,
            _ => 0.0,
        }
    }

    /// Puts the `more` greatest wins first.
    fn choose(&mut self, more: usize) {
        if more > 0 && more < self.wins.len() {
            self.wins
                .select_nth_unstable_by(more - 1, |a, b| b.gain.total_cmp(&a.gain).then(a.channel.cmp(&b.channel)));
        }
    }

    /// Of `more` chosen channels the one that wins least, and by how much less the best other would; none where nothing is left to
    /// choose.
    pub(super) fn choice(&self, more: usize) -> Option<(&Win, f64)> {
        let last = self.wins[..more].iter().min_by(|a, b| a.gain.total_cmp(&b.gain))?;
        let next = self.wins[more..].iter().max_by(|a, b| a.gain.total_cmp(&b.gain))?;
        Some((last, last.gain - next.gain))
    }
}

impl Counting<'_, '_> {
    /// What a pool wins at a price with as few channels on as there may be; and what switching on each other one wins.
    pub(super) fn price(&mut self, pool: usize, price: f64) -> Priced {
        let whole = self.search.space.whole;
        let Pool { members, wins, .. } = &mut self.pools[pool];
        let mut all = Priced::default();
        wins.clear();
        self.search.relaxed.work += 2 * members.len() as u64;
        for &channel in members.iter() {
            let pieces = &self.pieces[channel];
            let [known_off, known_on] = &mut self.known[channel];
            let off = pieces.off.map(|majorant| best_at(&majorant, price, whole, known_off));
            let on = pieces.on.map(|majorant| best_at(&majorant, price, whole, known_on));
            let (won, spent) = off.or(on).unwrap_or_default();
            all.won += won;
            all.spent += spent;
            if let (Some(off), Some(on)) = (off, on) {
                wins.push(Win { gain: on.0 - off.0, channel, spends_more: on.1 - off.1 });
            }
        }
        all
    }

    /// The same with `more` channels on, which then come first among the wins.
    pub(super) fn at(&mut self, pool: usize, more: usize, price: f64) -> Priced {
        let mut all = self.price(pool, price);
        let pool = &mut self.pools[pool];
        pool.choose(more);
        for win in &pool.wins[..more] {
            all.won += win.gain;
            all.spent += win.spends_more;
        }
        all
    }

    /// The least promise over all prices, and those prices; `None` where no pool has so many channels to switch on.
    pub(super) fn least_promise(&mut self, more: &[usize], first: &[f64]) -> Option<(f64, Vec<f64>)> {
        let possible = |pool: &Pool| {
            let pieces = pool.members.iter().map(|&member| &self.pieces[member]);
            pieces.filter(|pieces| pieces.off.is_some() && pieces.on.is_some()).count()
        };
        if self.pools.iter().zip(more).any(|(pool, more)| *more > possible(pool)) {
            return None;
        }
        let (budget, wanted) = (self.search.space.budget, self.search.wanted());
        let mut at_limits: Vec<[Option<AtLimit>; 2]> = vec![[None; 2]; self.pools.len()];
        let (promise, price) = lowest(first[0], wanted, budget, &mut |price| {
            let mut all = self.at(0, more[0], price);
            for pool in 1..more.len() {
                let own = self.in_limits(pool, (more[pool], first[pool]), price, &mut at_limits[pool]);
                all.won += own.won;
                all.spent += own.spent;
            }
            all
        });
        let own_price = |at_limits: &[Option<AtLimit>; 2]| match at_limits {
            [Some(least), _] if price >= least.price => least.price,
            [_, Some(most)] if price <= most.price => most.price,
            _ => price,
        };
        Some((promise, at_limits.iter().map(own_price).collect()))
    }

    /// What a pool with limits wins over the budget's price.
    fn in_limits(
        &mut self,
        pool: usize,
        (more, first): (usize, f64),
        price: f64,
        at_limits: &mut [Option<AtLimit>; 2],
    ) -> Priced {
        let Limits { min, max } = self.pools[pool].limits;
        let stands = |at: AtLimit| Priced { won: at.won - price * at.spent, spent: at.spent };
        let [least, most] = at_limits;
        if min > 0.0 {
            let least = *least.get_or_insert_with(|| self.at_limit(pool, (more, first), min));
            if price >= least.price {
                return stands(least);
            }
        }
        if max.is_finite() {
            let most = *most.get_or_insert_with(|| self.at_limit(pool, (more, first), max));
            if price <= most.price {
                return stands(most);
            }
        }
        self.at(pool, more, price)
    }

    fn at_limit(&mut self, pool: usize, (more, first): (usize, f64), limit: f64) -> AtLimit {
        let (won, price) = lowest(first, f64::NEG_INFINITY, limit, &mut |price| self.at(pool, more, price));
        AtLimit { spent: limit, won, price }
    }
}

/// How close the least promise is found, as a part of it.
const CLOSE: f64 = 1e-13;
const MOST_ROUNDS: usize = 80;

/// The least of price · budget and what is won over the price, and that price. The sum is convex in the price, with slope budget
/// less spends: where the tangents at both ends meet is the next price, until they leave no room, or what is `wanted` is not
/// promised any more.
fn lowest(first: f64, wanted: f64, budget: f64, at: &mut dyn FnMut(f64) -> Priced) -> (f64, f64) {
    const LEAST: f64 = 1e-300;
    let (mut price, mut best) = (first.max(LEAST), (f64::INFINITY, first));
    let [mut cheap, mut dear]: [Option<(f64, f64, f64)>; 2] = [None; 2];
    let mut factor = 1.05;
    for round in 0..MOST_ROUNDS {
        let Priced { won, spent } = at(price);
        let promise = price * budget + won;
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
            _ if price <= LEAST => break,
            _ => (price / factor).max(LEAST),
        };
        factor = (factor * factor).min(1e6);
    }
    best
}

/// Greatest majorant less price, and the spends there.
pub(in super::super) fn best_at(majorant: &Majorant, price: f64, whole: bool, known: &mut OnCurve) -> (f64, f64) {
    let x = spend_at(majorant, price.ln(), known).low;
    let net = |x: f64| (majorant.value(x) - price * x, x);
    if !whole {
        return net(x);
    }
    // The step after may win something still: only a part of it is flat.
    let [below, above] = [net(x.floor().max(majorant.start)), net((x.floor() + 1.0).min(majorant.high))];
    if above.0 > below.0 { above } else { below }
}
