//! The third direction: the most for at most so much money a unit of response.
//!
//! **On average**: `Σ xᵢ ≤ X·V(x)`. What this allows may have holes, as the best response `best(B)` of a budget is not
//! concave in it. But `best` never falls, so that whatever is affordable and spends at most `B` spends at most
//! `X·best(B)` too. Beginning with all the money there may be, `B ← X·bound(B)` therefore comes down to the largest
//! affordable spend and never passes it (Knaster and Tarski: the greatest fixed point of a rising map); its best
//! response is the answer, and each bound on the way is one of the whole problem. The majorants, whose best response
//! is concave, take the first steps by secants, which do not pass it either.
//!
//! **For the last unit**: money that is kept is worth `1/X`. A channel that is a straight line of that slope keeps it,
//! and the best allocation of all money leaves to it whatever would cost more elsewhere.

use super::branch::search;
use super::curve::{Curve, OnCurve};
use super::majorant::Domain;
use super::multiplier::spend_at;
use super::prepare::{Prepared, floor};
use super::search::{Found, Until};
use super::space::Space;
use super::tolerance::above;
use super::{Answer, Clash, Control, Per};

/// Budgets that are tried at most.
const MOST_ROUNDS: usize = 500;
/// Rounds in which the least average cost is found; each at least doubles the digits.
const MOST_RATIOS: usize = 50;

pub(super) fn solve(
    prepared: &Prepared<'_>,
    (cost, per): (f64, Per),
    control: &mut Control<'_>,
) -> Result<Answer, Vec<Clash>> {
    match per {
        Per::Average => on_average(prepared, cost, control),
        Per::Last => for_the_last(prepared, cost, control),
    }
}

/// What is known of the largest spend that is affordable, in steps.
struct Descent<'a, 'p> {
    prepared: &'a Prepared<'p>,
    cost: f64,
    /// Nothing affordable spends more.
    top: f64,
    /// Nothing affordable has more, fixed responses apart.
    bound: f64,
    /// The best affordable allocation so far.
    best: Option<(Vec<f64>, f64)>,
    nodes: usize,
    /// Whether every search came to its end.
    done: bool,
}

fn on_average(prepared: &Prepared<'_>, cost: f64, control: &mut Control<'_>) -> Result<Answer, Vec<Clash>> {
    let most = prepared.affordable(cost, prepared.problem.ceiling() - prepared.offset);
    let top = prepared.space.budget.min(most);
    let known = prepared.present().map(|x| (prepared.space.value(&x), x));
    let best = known.filter(|(value, x)| prepared.is_affordable(cost, x, *value)).map(|(value, x)| (x, value));
    let mut descent = Descent { prepared, cost, top, bound: f64::INFINITY, best, nodes: 0, done: true };
    // What must be spent may be all that is affordable; a last digit must not take it away.
    descent.ask(prepared.space.least(), 0.0, control);
    descent.along_majorants(control);
    descent.run(control);
    let Descent { bound, best, nodes, done, .. } = descent;
    let Some((_, value)) = best else {
        if !done {
            return Err(vec![Clash::NotFound]);
        }
        let least = least_average(prepared, control)?;
        return Err(vec![Clash::Cost { cost, least }]);
    };
    prepared.answer(&Found { best, bound: bound.max(value), nodes, done })
}

impl Descent<'_, '_> {
    /// What is spent in any case.
    fn least(&self) -> f64 {
        self.prepared.space.least()
    }

    fn along_majorants(&mut self, control: &mut Control<'_>) {
        let space = &self.prepared.space;
        let mut relaxed = space.relaxed();
        let mut before: Option<(f64, f64)> = None;
        for _ in 0..60 {
            if self.top < self.least() || !self.top.is_finite() {
                break;
            }
            relaxed.budget = self.top;
            if space.whole {
                relaxed.solve_whole();
            } else {
                relaxed.solve();
            }
            let excess = self.top - self.prepared.affordable_exactly(self.cost, relaxed.bound());
            if excess <= 1e-9 * self.top.abs() {
                break;
            }
            let secant = before.map_or(f64::INFINITY, |(top, more)| {
                self.top - excess * (top - self.top) / (more - excess).max(f64::MIN_POSITIVE)
            });
            before = Some((self.top, excess));
            let next = secant.min(self.top - excess);
            self.top = if space.whole { floor(next + 1e-9 * next.abs(), true).min(self.top) } else { next };
        }
        control.work_off(&mut relaxed);
    }

    fn run(&mut self, control: &mut Control<'_>) {
        let mut before: Option<(f64, f64)> = None;
        let mut gap = self.prepared.problem.gap * 0.1;
        for _ in 0..MOST_ROUNDS {
            if self.top < self.least() {
                return self.only_what_is_known();
            }
            let Some((value, bound, done)) = self.ask(self.top, gap, control) else {
                if self.done {
                    self.only_what_is_known();
                }
                return;
            };
            self.bound = self.bound.min(bound);
            if self.is_enough() || !done {
                return;
            }
            let next = self.prepared.affordable(self.cost, bound);
            if next >= self.top {
                // Nothing more is excluded by a bound that is not closer.
                if gap <= 0.0 {
                    return;
                }
                gap = 0.0;
                continue;
            }
            let excess = self.top - self.prepared.affordable_exactly(self.cost, value);
            if let Some((top, more)) = before.filter(|(_, more)| *more > excess) {
                let meets = self.top - excess * (top - self.top) / (more - excess);
                self.try_below(meets - 0.02 * (self.top - meets), gap, control);
                if self.is_enough() {
                    return;
                }
            }
            before = Some((self.top, excess));
            self.top = next;
        }
        self.done = false;
    }

    /// Nothing else is affordable.
    fn only_what_is_known(&mut self) {
        self.bound = self.best.as_ref().map_or(f64::NEG_INFINITY, |(_, value)| *value);
    }

    /// The best response of a budget and its bound, and whether its search came to its end; keeps what is affordable.
    /// None where no allocation is found.
    fn ask(&mut self, budget: f64, gap: f64, control: &mut Control<'_>) -> Option<(f64, f64, bool)> {
        let prepared = self.prepared;
        let space = Space { budget, ..prepared.space.clone() };
        let known = self.best.as_ref().filter(|(x, _)| space.allows(x)).map(|(x, _)| x.clone());
        let until = Until { gap, offset: prepared.offset, target: None, after: prepared.after };
        let found = search(&space, known, until, control);
        self.nodes += found.nodes;
        self.done &= found.done;
        let (x, value) = found.best?;
        let better = self.best.as_ref().is_none_or(|(_, best)| value > *best);
        if better && prepared.is_affordable(self.cost, &x, value) {
            self.best = Some((x, value));
        }
        Some((value, found.bound, found.done))
    }

    /// Looks for an affordable allocation that spends a little less.
    fn try_below(&mut self, budget: f64, gap: f64, control: &mut Control<'_>) {
        let budget = floor(budget, self.prepared.space.whole);
        if budget >= self.least() && budget < self.top {
            let (bound, done) = (self.bound, self.done);
            self.ask(budget, gap, control);
            (self.bound, self.done) = (bound, done);
        }
    }

    fn is_enough(&self) -> bool {
        let Some((_, value)) = &self.best else { return false };
        let scale = (self.bound + self.prepared.offset).abs();
        self.bound - value <= self.prepared.problem.gap.max(1e-12) * scale
    }
}

/// The best of what money may go to, with a channel that keeps it for what it is worth elsewhere.
fn for_the_last(prepared: &Prepared<'_>, cost: f64, control: &mut Control<'_>) -> Result<Answer, Vec<Clash>> {
    let space = &prepared.space;
    let worth = prepared.unit / cost;
    let kept = floor(space.budget.min(most_worthwhile(space, worth)), space.whole);
    let until = Until {
        gap: prepared.problem.gap,
        offset: prepared.offset - worth * kept,
        target: None,
        after: prepared.after,
    };
    let known = prepared.present().map(|mut x| {
        x.push((kept - x.iter().sum::<f64>()).max(0.0));
        x
    });
    let with_kept = keeping(space, worth, kept);
    let found = search(&with_kept, known.filter(|x| with_kept.allows(x)), until, control);
    let best = found.best.map(|(mut x, _)| {
        x.pop();
        let value = space.value(&x);
        (x, value)
    });
    // What is won less what it costs is bounded, so what is won is, at the cost of this answer.
    let spent: f64 = best.iter().flat_map(|(x, _)| x).sum();
    let value = best.as_ref().map_or(f64::NEG_INFINITY, |(_, value)| *value);
    let bound = (found.bound - worth * kept + worth * spent).max(value);
    prepared.answer(&Found { best, bound, ..found })
}

/// More than this no allocation spends as long as the next unit wins more than it is worth elsewhere, but for minimums.
fn most_worthwhile(space: &Space, worth: f64) -> f64 {
    let relaxed = space.relaxed();
    let own = relaxed.majorants.iter().zip(&space.domains).map(|(majorant, domain)| {
        let mut nowhere = OnCurve::NOWHERE;
        let worthwhile = spend_at(majorant, worth.ln(), &mut nowhere).high;
        worthwhile.max(domain.low).ceil() + 1.0
    });
    own.sum::<f64>() + space.limits.iter().map(|limits| limits.min).sum::<f64>()
}

fn keeping(space: &Space, worth: f64, most: f64) -> Space {
    let mut space = space.clone();
    space.curves.push(Curve::line(worth, most));
    space.domains.push(Domain { off: false, low: 0.0, high: most });
    space.groups.push(space.limits.len() - 1);
    space.budget = most;
    space
}

/// The least that a unit of response costs on average (Dinkelbach's method): what is best when money is worth the
/// average cost so far has a lower one, until there is none. Infinite where nothing wins anything.
fn least_average(prepared: &Prepared<'_>, control: &mut Control<'_>) -> Result<f64, Vec<Clash>> {
    let ratio = |answer: &Answer| answer.total_spend / answer.response;
    let mut least = ratio(&prepared.most_response(control)?);
    for _ in 0..MOST_RATIOS {
        if !least.is_finite() || least <= 0.0 {
            break;
        }
        let lower = ratio(&for_the_last(prepared, least, control)?);
        if lower.is_nan() || lower >= least * (1.0 - 1e-12) {
            break;
        }
        least = lower;
    }
    Ok(if least.is_nan() { f64::INFINITY } else { least })
}

impl Prepared<'_> {
    /// The most steps that may be spent with a response, fixed channels apart.
    fn affordable(&self, cost: f64, response: f64) -> f64 {
        floor(self.affordable_exactly(cost, response), self.space.whole)
    }

    fn affordable_exactly(&self, cost: f64, response: f64) -> f64 {
        (cost * (response + self.offset) - self.all_fixed()) / self.unit
    }

    /// Whether an allocation costs no more than that on average, but for lost digits.
    fn is_affordable(&self, cost: f64, x: &[f64], value: f64) -> bool {
        let spent = x.iter().sum::<f64>() * self.unit + self.all_fixed();
        !above(spent, cost * (value + self.offset))
    }
}
