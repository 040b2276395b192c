//! The other direction: the least spend that reaches a target.
//!
//! The best response grows with the budget, so the least budget that reaches the target is bracketed: below, budgets
//! for which the search proves the target out of reach; above, an allocation that reaches it. Each search stops as
//! soon as it knows which. The first bracket comes from the majorants alone, whose best response is concave in the
//! budget, with the multiplier as its slope.

use super::branch::search;
use super::prepare::Prepared;
use super::search::{Found, Until};
use super::space::Space;
use super::{Answer, Clash, Control};

/// What is known of the least spend, in steps.
struct Bracket {
    /// Out of reach with this budget.
    low: f64,
    low_response: f64,
    /// What a unit more buys there, if the majorants are right.
    slope: f64,
    /// Reached with this spend.
    high: f64,
    best: Vec<f64>,
    response: f64,
    nodes: usize,
    /// Whether every search came to its end.
    decided: bool,
}

pub(super) fn solve(prepared: &Prepared<'_>, target: f64, control: &mut Control<'_>) -> Result<Answer, Vec<Clash>> {
    let wanted = target - prepared.offset;
    // The last digit of a target must not decide.
    let wanted = wanted - 1e-12 * target.abs();
    let space = &prepared.space;
    let least = space.least();
    let Some(mut bracket) = start(prepared, wanted, control) else {
        return Err(out_of_reach(prepared, target, control));
    };
    (bracket.low, bracket.slope) = least_promising(space, wanted, (least, bracket.high), control);
    // Says how far the response stays below there; and nothing is known yet of the least budget of all.
    let low = bracket.low;
    let found = probe(prepared, wanted, low, control);
    bracket.learn(low, found, wanted);
    narrow(prepared, wanted, &mut bracket, control);
    Ok(bracket.answer(prepared))
}

/// An allocation that reaches the target, whatever it costs.
fn start(prepared: &Prepared<'_>, wanted: f64, control: &mut Control<'_>) -> Option<Bracket> {
    let space = &prepared.space;
    let known = prepared.present().filter(|present| space.value(present) >= wanted);
    let (best, nodes) = if let Some(known) = known {
        (known, 0)
    } else {
        let found = probe(prepared, wanted, space.budget, control);
        (found.best.filter(|(_, value)| *value >= wanted)?.0, found.nodes)
    };
    let response = space.value(&best);
    let high = best.iter().sum();
    Some(Bracket { low: 0.0, low_response: 0.0, slope: 0.0, high, best, response, nodes, decided: true })
}

/// Says how much there is instead.
fn out_of_reach(prepared: &Prepared<'_>, target: f64, control: &mut Control<'_>) -> Vec<Clash> {
    match prepared.most_response(control) {
        Ok(_) if prepared.is_cut_off() && target <= prepared.problem.ceiling() => {
            vec![Clash::StepTooFine { step: prepared.unit, least: 10.0 * prepared.unit }]
        }
        Ok(answer) if answer.certified => vec![Clash::Target { target, most: answer.response }],
        Ok(_) => vec![Clash::NotFound],
        Err(clashes) => clashes,
    }
}

/// The search for one budget, which ends as soon as it knows whether the target is reached.
fn probe(prepared: &Prepared<'_>, wanted: f64, budget: f64, control: &mut Control<'_>) -> Found {
    let space = Space { budget, ..prepared.space.clone() };
    // The gap of the response says nothing here; only the comparison with the target ends the search.
    let (offset, after) = (prepared.offset, prepared.after);
    search(&space, None, Until { gap: 0.0, offset, target: Some(wanted), after }, control)
}

/// The least budget for which the majorants promise the target: Newton from below on a concave function never goes
/// too far, so that each step is itself a proof.
fn least_promising(
    space: &Space,
    wanted: f64,
    (mut low, mut high): (f64, f64),
    control: &mut Control<'_>,
) -> (f64, f64) {
    let mut relaxed = space.relaxed();
    let mut budget = low;
    for _ in 0..80 {
        relaxed.budget = budget;
        if space.whole {
            relaxed.solve_whole();
        } else {
            relaxed.solve();
        }
        control.work_off(&mut relaxed);
        let promise = relaxed.bound();
        if promise >= wanted {
            high = budget;
        } else {
            low = low.max(budget);
        }
        if high - low <= if space.whole { 1.0 } else { 1e-9 * high } {
            break;
        }
        let newton = budget + (wanted - promise) / relaxed.log.exp();
        let inside = newton > low && newton < high;
        budget = if inside { newton } else { f64::midpoint(low, high) };
        if space.whole {
            budget = budget.floor().clamp(low + 1.0, high - 1.0);
        }
    }
    (low, relaxed.log.exp())
}

/// Makes the bracket as narrow as asked for.
fn narrow(prepared: &Prepared<'_>, wanted: f64, bracket: &mut Bracket, control: &mut Control<'_>) {
    let space = &prepared.space;
    let scale = |spend: f64| spend + prepared.all_fixed() / prepared.unit;
    for round in 0..200 {
        let apart = bracket.high - bracket.low;
        let wide = if space.whole { 1.0 } else { prepared.problem.gap.max(1e-9) * scale(bracket.low) };
        if apart <= wide || !bracket.decided {
            return;
        }
        let guess = bracket.guess(wanted, round);
        let budget = if space.whole {
            guess.floor().clamp(bracket.low + 1.0, bracket.high - 1.0)
        } else {
            guess.clamp(bracket.low + 0.4 * wide, bracket.high - 0.4 * wide)
        };
        let found = probe(prepared, wanted, budget, control);
        bracket.learn(budget, found, wanted);
    }
}

impl Bracket {
    /// Along the slope at first, a little too far so that the target is reached; then between the two responses, and
    /// in the middle every third time.
    fn guess(&self, wanted: f64, round: usize) -> f64 {
        let missing = wanted - self.low_response;
        let along = self.low + 1.05 * missing / self.slope * 4.0_f64.powi(i32::try_from(round).unwrap_or(9));
        let part = missing / (self.response - self.low_response);
        let between = self.low + (self.high - self.low) * part.clamp(0.02, 0.98);
        let middle = f64::midpoint(self.low, self.high);
        if along < between && along > self.low {
            along
        } else if part.is_finite() && round % 3 != 2 {
            between
        } else {
            middle
        }
    }

    fn learn(&mut self, budget: f64, found: Found, wanted: f64) {
        self.nodes += found.nodes;
        match found.best {
            Some((x, value)) if value >= wanted => {
                let spent: f64 = x.iter().sum();
                if spent <= self.high {
                    (self.high, self.response) = (spent, value);
                    self.best = x;
                }
            }
            best if found.done => {
                self.low = self.low.max(budget);
                self.low_response = best.map_or(0.0, |(_, value)| value);
            }
            _ => self.decided = false,
        }
    }

    fn answer(&self, prepared: &Prepared<'_>) -> Answer {
        // In whole steps the next spend after one that is out of reach is the least.
        let next = if prepared.space.whole { self.low + 1.0 } else { self.low };
        let bound = next.min(self.high) * prepared.unit + prepared.all_fixed();
        let spend = self.high * prepared.unit + prepared.all_fixed();
        let found = Found { best: None, bound, nodes: self.nodes, done: self.decided };
        let answer = prepared.describe(&self.best, (spend, bound), &found);
        // The same sums in another order differ in the last digit.
        Answer { bound: bound.min(answer.total_spend), ..answer }
    }
}
