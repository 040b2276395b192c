//! A least spend and a cost on average where limits cross or money carries over: one budget after the other.
//!
//! Both follow the solver of the whole time (`least_spend`, `cost_target` above), but what one budget wins has a gap here.
//! So a bracket of the least spend keeps apart what is proven out of reach and what is only not known to be reached.

use super::super::tolerance::above;
use super::super::{Aim, Clash, Control, Per};
use super::answer::Found;
use super::exact::Tried;
use super::search::most;
use super::{Answer, Problem};

/// Budgets that are tried for a least spend or a cost target.
const MOST_BUDGETS: usize = 60;
/// Costs that are tried for the least there is, and how near to it is enough, as a part of it.
const MOST_COSTS: usize = 8;
const CLOSE_COST: f64 = 1e-2;

/// The answer for each aim.
///
/// # Errors
/// Says which sums clash where there is no allocation at all.
pub(super) fn solve(problem: &Problem, tried: &Tried, control: &mut Control<'_>) -> Result<Answer, Vec<Clash>> {
    let found = match problem.whole.aim {
        Aim::MostResponse { budget } => most(problem, budget, tried, control)?,
        Aim::LeastSpend { target, .. } => least_spend(problem, target, tried, control)?,
        Aim::CostTarget { cost, per: Per::Average, .. } => on_average(problem, cost, control)?,
        Aim::CostTarget { per: Per::Last, .. } => return Err(vec![Clash::LastInPeriods]),
    };
    Ok(problem.stated(found))
}

/// What is known of the least spend.
struct Bracket<'p> {
    problem: &'p Problem,
    target: f64,
    /// Proven out of reach with this budget, and what it wins.
    low: f64,
    low_response: f64,
    /// From here on it is not known whether it is reached; from here on it is worth trying.
    open: f64,
    sought: f64,
    /// Reached.
    best: Found,
    spend: f64,
    response: f64,
}

/// The least budget whose best reaches a target, between one that is proven not to and an allocation that does.
fn least_spend(problem: &Problem, target: f64, tried: &Tried, control: &mut Control<'_>) -> Result<Found, Vec<Clash>> {
    let best = most(problem, problem.whole.aim.budget(), &Tried::nothing(), control)?;
    let (spend, response) = (problem.spend(&best.periods), problem.response(&best.periods));
    // The last digit of a target must not decide.
    let wanted = target - 1e-12 * target.abs();
    if response < wanted {
        let out_of_reach = Clash::Target { target, most: best.bound };
        return Err(vec![if best.bound < wanted { out_of_reach } else { Clash::NotFound }]);
    }
    let step = problem.whole.step;
    // Before anything is proven even nothing may be enough.
    let low = tried.bound.map_or(-step, |bound| (bound - step).min(spend));
    let (open, sought) = (spend, low.max(0.0));
    let mut bracket = Bracket { problem, target: wanted, low, low_response: 0.0, open, sought, best, spend, response };
    if low < 0.0 {
        bracket.learn(0.0, most(problem, 0.0, &Tried::nothing(), control));
    }
    for round in 0..MOST_BUDGETS {
        let Some(budget) = bracket.next(round) else { break };
        let asked = most(problem, budget, &Tried::nothing(), control);
        bracket.learn(budget, asked);
    }
    let Bracket { low, best, spend, .. } = bracket;
    Ok(Found { bound: (low + step).clamp(0.0, spend), ..best })
}

impl Bracket<'_> {
    /// The budget to ask for next; none where the bracket is narrow enough.
    fn next(&self, round: usize) -> Option<f64> {
        let step = self.problem.whole.step;
        let close = step.max(self.problem.whole.gap * self.spend);
        let wide = self.spend - self.sought > close;
        let (from, to) = if wide { (self.sought, self.spend) } else { (self.low, self.open.min(self.spend)) };
        let part = (self.target - self.low_response) / (self.response - self.low_response);
        let between = from + (to - from) * part.clamp(0.02, 0.98);
        let budget = if round.is_multiple_of(3) && between.is_finite() { between } else { f64::midpoint(from, to) };
        let budget = if step > 0.0 { ((budget / step).floor() * step).max(from + step) } else { budget };
        (to - from > close && budget < to).then_some(budget)
    }

    fn learn(&mut self, budget: f64, asked: Result<Found, Vec<Clash>>) {
        match asked {
            Ok(found) if self.problem.response(&found.periods) >= self.target => {
                self.spend = self.problem.spend(&found.periods);
                self.response = self.problem.response(&found.periods);
                self.best = found;
            }
            Ok(found) if found.bound < self.target => {
                (self.low, self.sought) = (budget.max(self.low), budget.max(self.sought));
                self.low_response = self.problem.response(&found.periods);
            }
            Err(clashes) if !clashes.contains(&Clash::NotFound) => {
                (self.low, self.sought) = (budget.max(self.low), budget.max(self.sought));
            }
            _ => (self.open, self.sought) = (self.open.min(budget), budget.max(self.sought)),
        }
    }
}

/// The most for a cost on average.
fn on_average(problem: &Problem, cost: f64, control: &mut Control<'_>) -> Result<Found, Vec<Clash>> {
    let mut descent = Descent::of(problem, cost);
    descent.run(control)?;
    match descent {
        Descent { best: Some((found, _)), bound, .. } => Ok(Found { bound, ..found }),
        Descent { done: false, .. } => Err(vec![Clash::NotFound]),
        descent => Err(vec![least_cost(&descent, control)]),
    }
}

/// Budgets that fall until what they can buy is affordable (see `cost_target` above).
struct Descent<'p> {
    problem: &'p Problem,
    cost: f64,
    /// Nothing affordable spends more.
    top: f64,
    /// Nothing affordable has more.
    bound: f64,
    /// The best affordable allocation so far, and its response.
    best: Option<(Found, f64)>,
    /// The least that a unit of response costs in any allocation so far.
    cheapest: f64,
    /// What must be spent, where that is not affordable.
    needed: Option<f64>,
    /// Whether nothing is left open.
    done: bool,
}

impl<'p> Descent<'p> {
    fn of(problem: &'p Problem, cost: f64) -> Self {
        let top = problem.whole.aim.budget().min(cost * problem.whole.ceiling());
        Self {
            problem,
            cost,
            top,
            bound: f64::INFINITY,
            best: None,
            cheapest: f64::INFINITY,
            needed: None,
            done: false,
        }
    }

    /// # Errors
    /// Says which sums clash whatever it costs.
    fn run(&mut self, control: &mut Control<'_>) -> Result<(), Vec<Clash>> {
        for _ in 0..MOST_BUDGETS {
            let (bound, value) = match self.ask(self.top, control) {
                Ok(asked) => asked,
                Err(clashes) => return self.end_at(clashes),
            };
            self.bound = self.bound.min(bound);
            let next = self.cost * self.bound;
            if self.is_enough() || next >= self.top {
                self.done = self.is_enough();
                return Ok(());
            }
            let below = (self.cost * value).min(next) * (1.0 - 1e-9);
            // What it finds counts; what it does not says nothing.
            let _ = self.ask(below, control);
            self.top = next;
        }
        Ok(())
    }

    /// Where no allocation of the budget is left: everything affordable is known, unless that is no matter of cost.
    fn end_at(&mut self, clashes: Vec<Clash>) -> Result<(), Vec<Clash>> {
        match clashes[..] {
            [Clash::Budget { least, .. }] if self.top < self.problem.whole.aim.budget() => {
                (self.done, self.needed) = (true, Some(least));
                self.bound = self.best.as_ref().map_or(f64::NEG_INFINITY, |(_, value)| *value);
                Ok(())
            }
            _ if self.best.is_none() => Err(clashes),
            _ => Ok(()),
        }
    }

    /// Bound and response of a budget; keeps what is affordable.
    fn ask(&mut self, budget: f64, control: &mut Control<'_>) -> Result<(f64, f64), Vec<Clash>> {
        let found = most(self.problem, budget, &Tried::nothing(), control)?;
        let (spend, value) = (self.problem.spend(&found.periods), self.problem.response(&found.periods));
        let bound = found.bound.max(value);
        if value > 0.0 {
            self.cheapest = self.cheapest.min(spend / value);
        }
        if !above(spend, self.cost * value) && self.best.as_ref().is_none_or(|(_, best)| value > *best) {
            self.best = Some((found, value));
        }
        Ok((bound, value))
    }

    fn is_enough(&self) -> bool {
        let gap = self.problem.whole.gap.max(1e-12);
        self.best.as_ref().is_some_and(|(_, value)| self.bound - value <= gap * self.bound.abs())
    }
}

/// Why nothing is affordable: the least that a unit of response costs, to a hundredth.
fn least_cost(descent: &Descent<'_>, control: &mut Control<'_>) -> Clash {
    let mut problem = descent.problem.clone();
    problem.whole.gap = problem.whole.gap.max(CLOSE_COST);
    let mut any = Descent { cheapest: descent.cheapest, ..Descent::of(&problem, f64::INFINITY) };
    if let Some(needed) = descent.needed {
        // What it finds counts; what it does not says nothing.
        let _ = any.ask(needed, control);
    }
    let (mut low, mut high) = (descent.cost, any.cheapest);
    for _ in 0..MOST_COSTS {
        let between = (low * high).sqrt();
        if !between.is_finite() || high - low <= CLOSE_COST * high {
            break;
        }
        let mut descent = Descent::of(&problem, between);
        match descent.run(control) {
            Ok(()) if descent.best.is_some() => high = descent.cheapest.min(between),
            Ok(()) if descent.done => low = between,
            _ => break,
        }
    }
    Clash::Cost { cost: descent.cost, least: high }
}
