//! Where limits cross or money carries over: allocations that keep all limits, and prices that bound them; the part
//! of the cells that promises most is split while that closes the gap.

use std::collections::BinaryHeap;

use super::super::curve::Curve;
use super::super::queue::Promised;
use super::super::tolerance::above;
use super::super::{Aim, Answer as Whole, Clash, Control, Per, Progress, solve as solve_whole};
use super::chains::Chains;
use super::dual::{Dual, Part};
use super::exact::Tried;
use super::grid::Grid;
use super::improve::repaired;
use super::moves::Climb;
use super::{Answer, Problem};

/// Looks at cells that a search may take: some tenths of a second.
const MOST_WORK: u64 = 3_000_000;
/// Of these a climb may take so many.
const MOST_CLIMB: u64 = 600_000;
/// Starts that are climbed from, the best ones.
const STARTS: usize = 2;
/// With carry-over only grids with no more cells than this are split.
const FEW_CELLS: usize = 60;
/// Parts after each of which a real allocation is sought; later only now and then.
const FIRST_PARTS: usize = 200;
/// Budgets that are tried for a least spend or a cost target.
const MOST_BUDGETS: usize = 60;

pub(super) fn solve(problem: &Problem, tried: &Tried, control: &mut Control<'_>) -> Result<Answer, Vec<Clash>> {
    match problem.whole.aim {
        Aim::MostResponse { budget } => most(problem, budget, tried, control),
        Aim::LeastSpend { target, budget } => least_spend(problem, target, budget, control),
        Aim::CostTarget { cost, per: Per::Average, budget } => on_average(problem, cost, budget, control),
        Aim::CostTarget { per: Per::Last, .. } => Err(vec![Clash::NotFound]),
    }
}

/// The search for one budget.
struct Search<'g> {
    grid: &'g Grid<'g>,
    gap: f64,
    best: Option<(Vec<f64>, f64)>,
    bound: f64,
    work: u64,
    nodes: usize,
}

fn most(problem: &Problem, budget: f64, tried: &Tried, control: &mut Control<'_>) -> Result<Answer, Vec<Clash>> {
    let grid = Grid::of(problem, budget);
    grid.check()?;
    let mut search =
        Search { grid: &grid, gap: problem.whole.gap, best: None, bound: tried.bound, work: 0, nodes: tried.nodes };
    let mut dual = Dual::of(&grid);
    let promise = dual.least();
    search.bound = search.bound.min(promise);
    search.start(problem, &dual, tried, control);
    search.chains(&mut dual);
    if !problem.carries_over() || grid.cells.len() <= FEW_CELLS {
        let mut dual = Dual::of(&grid);
        dual.least();
        search.branch(dual, promise, control);
    }
    let Some((x, value)) = search.best else { return Err(vec![Clash::NotFound]) };
    let bound = search.bound.max(value);
    let periods = grid.units(&x);
    let gap = if bound > value { (bound - value) / bound.abs() } else { 0.0 };
    let next = Climb::at(&grid, x, 0).next_unit();
    let binding = problem.binding(&periods, false);
    let spends = problem.sums(&periods);
    let at_budget = binding.contains(&super::super::Limit::Budget);
    let whole = Whole {
        total_spend: spends.iter().sum(),
        response: value,
        bound,
        gap,
        certified: gap <= problem.whole.gap.max(2e-12),
        multiplier: if at_budget { next } else { 0.0 },
        binding,
        nodes: search.nodes,
        spends,
    };
    Ok(Answer { whole, periods })
}

impl Search<'_> {
    /// Climbs from the best of all places to begin at.
    fn start(&mut self, problem: &Problem, dual: &Dual<'_>, tried: &Tried, control: &mut Control<'_>) {
        let grid = self.grid;
        let even = solve_whole(&problem.whole, control).ok().map(|whole| problem.evenly(&whole.spends));
        let known = tried.starts.iter().chain(&even).chain(&problem.present).map(|periods| grid.steps(periods));
        let all = self.led_by(dual).into_iter().chain(known).chain([vec![0.0; grid.cells.len()]]);
        let mut starts: Vec<(f64, Vec<f64>)> =
            all.filter_map(|x| repaired(grid, &x)).map(|x| (grid.value(&x), x)).collect();
        starts.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (_, x) in starts.into_iter().take(STARTS) {
            self.climb(x);
        }
    }

    /// Bounds channels whose money carries over as a whole, and climbs from what is best for each at its prices.
    fn chains(&mut self, dual: &mut Dual<'_>) {
        let grid = self.grid;
        if !grid.problem.carries_over() || self.is_enough(self.bound) {
            return;
        }
        let known = self.best.as_ref().map_or(0.0, |(_, value)| *value);
        let mut chains = Chains::of(grid);
        let (bound, x) = chains.least(dual.of_limits(), known, |prices, row, period| dual.alone(prices, row, period));
        self.work += chains.work;
        self.bound = self.bound.min(bound);
        if let Some(x) = repaired(grid, &x) {
            self.climb(x);
        }
    }

    fn climb(&mut self, x: Vec<f64>) {
        let mut climb = Climb::at(self.grid, x, MOST_CLIMB.min(MOST_WORK));
        climb.run();
        self.work += climb.work;
        let value = self.grid.value(&climb.x);
        if self.best.as_ref().is_none_or(|(_, best)| value > *best) && self.grid.allows(&climb.x) {
            self.best = Some((climb.x, value));
        }
    }

    /// What is spent at the prices: without straight pieces that just pay, and with them.
    fn led_by(&self, dual: &Dual<'_>) -> Vec<Vec<f64>> {
        let grid = self.grid;
        let place = |cell: usize| (cell / grid.periods, cell % grid.periods);
        let spends = (0..grid.cells.len()).map(place).map(|(row, period)| dual.spend(row, period).max(0.0));
        let low: Vec<f64> = spends.collect();
        let on = |(cell, x): (usize, &f64)| {
            let (start, end) = dual.piece(cell);
            let carried = grid.rows[cell / grid.periods].carry_over > 0.0;
            if *x <= start && end > start && dual.just_pays(cell) && !carried { end } else { *x }
        };
        let high = low.iter().enumerate().map(on).collect();
        vec![high, low]
    }

    fn is_enough(&self, promise: f64) -> bool {
        let Some((_, value)) = &self.best else { return false };
        promise - value <= self.gap.max(1e-12) * promise.abs()
    }

    /// Splits the part that promises most until the gap is closed or the work is done.
    fn branch(&mut self, mut dual: Dual<'_>, promise: f64, control: &mut Control<'_>) {
        let mut open = BinaryHeap::new();
        let ceiling = self.bound;
        let mut closed = f64::NEG_INFINITY;
        open.push(Promised { promise, part: Part::whole(self.grid) });
        let mut looked = 0;
        while let Some(Promised { promise, part }) = open.pop() {
            self.bound = promise.max(closed).min(ceiling);
            let progress = Progress {
                nodes: self.nodes,
                response: self.best.as_ref().map(|(_, value)| *value),
                bound: self.bound,
            };
            let work = self.work + dual.work;
            let over = work >= MOST_WORK.min(control.most_work) || self.nodes >= control.most_nodes;
            if self.is_enough(self.bound) || over || control.tell(&progress).is_break() {
                return;
            }
            dual.restrict(&part);
            let Some((cell, at)) = self.split(&dual, &part) else {
                closed = closed.max(promise);
                continue;
            };
            for side in [true, false] {
                let mut part = part.clone();
                if side {
                    part.high[cell] = at;
                } else {
                    part.low[cell] = if self.grid.whole { at + 1.0 } else { at }.max(self.grid.cells[cell].low);
                }
                if part.low[cell] > part.high[cell] {
                    continue;
                }
                self.nodes += 1;
                looked += 1;
                dual.restrict(&part);
                let least = dual.least().min(promise);
                if looked <= FIRST_PARTS || looked % 32 == 0 {
                    self.real(&dual, &part);
                }
                let wanted = self.best.as_ref().map_or(f64::NEG_INFINITY, |(_, value)| *value);
                if least > wanted {
                    open.push(Promised { promise: least, part });
                }
            }
        }
        let known = self.best.as_ref().map_or(closed, |(_, value)| closed.max(*value));
        self.bound = known.min(ceiling);
    }

    /// A real allocation near what a part's prices lead to.
    fn real(&mut self, dual: &Dual<'_>, part: &Part) {
        for x in self.led_by(dual) {
            let inside = x.iter().zip(part.low.iter().zip(&part.high)).map(|(x, (low, high))| x.clamp(*low, *high));
            let x: Vec<f64> = inside.collect();
            if let Some(x) = repaired(self.grid, &x) {
                let near = self.best.as_ref().is_none_or(|(_, best)| self.grid.value(&x) > 0.9 * best);
                if near && self.work < MOST_WORK / 2 {
                    self.climb(x);
                }
            }
        }
    }

    /// Where a part is best split: the cell whose straight piece promises most too much, at its inflection; otherwise
    /// the one that is open widest, beside what the best allocation has there.
    fn split(&self, dual: &Dual<'_>, part: &Part) -> Option<(usize, f64)> {
        let floor = |x: f64| if self.grid.whole { x.floor() } else { x };
        let inside = |cell: usize, at: f64| {
            let (low, high) = (part.low[cell], part.high[cell]);
            let room = if self.grid.whole { high - low >= 1.0 } else { high - low > 1e-6 * (1.0 + high) };
            room.then(|| (cell, floor(at).clamp(low, if self.grid.whole { high - 1.0 } else { high })))
        };
        let open = |cell: &usize| self.grid.cells[*cell].fixed.is_none() && part.high[*cell] > part.low[*cell];
        let promising = |cell: usize| {
            let at = self.turn(dual, cell, part)?;
            let loss = dual.loss_at(cell, at.1);
            (loss > 0.0).then_some((loss, cell, at.0))
        };
        let piece = (0..self.grid.cells.len()).filter(open).filter_map(promising);
        let piece = piece.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some(split) = piece.and_then(|(_, cell, at)| inside(cell, at)) {
            return Some(split);
        }
        let wide = (0..self.grid.cells.len())
            .filter(open)
            .max_by(|a, b| (part.high[*a] - part.low[*a]).total_cmp(&(part.high[*b] - part.low[*b])).then(b.cmp(a)))?;
        let middle = f64::midpoint(part.low[wide], part.high[wide]);
        let known = self.best.as_ref().map_or(middle, |(x, _)| x[wide]);
        let at = if known > part.low[wide] && known < part.high[wide] { known } else { middle };
        inside(wide, at)
    }

    /// Where the curve of a cell turns, as spend and as working money; none where it is concave on its part.
    fn turn(&self, dual: &Dual<'_>, cell: usize, part: &Part) -> Option<(f64, f64)> {
        let (start, end) = dual.piece(cell);
        if end <= start || !dual.just_pays(cell) {
            return None;
        }
        let inflection = if let Curve::Hill(hill) = self.grid.cells[cell].curve { hill.inflection } else { 0.0 };
        let works = if inflection > start && inflection < end { inflection } else { f64::midpoint(start, end) };
        let row = &self.grid.rows[cell / self.grid.periods];
        let spend = if row.carry_over > 0.0 {
            let share = (works - start) / (end - start);
            part.low[cell] + share * (part.high[cell].min(2.0 * end) - part.low[cell])
        } else {
            works
        };
        Some((spend, works))
    }
}

/// The least budget whose best reaches a target, between one that is proven not to and an allocation that does.
fn least_spend(problem: &Problem, target: f64, budget: f64, control: &mut Control<'_>) -> Result<Answer, Vec<Clash>> {
    let nothing = Tried { answer: None, starts: vec![], bound: f64::INFINITY, nodes: 0 };
    let ask = |budget: f64, control: &mut Control<'_>| {
        let aim = Aim::MostResponse { budget };
        let asked = Problem { whole: super::super::Problem { aim, ..problem.whole.clone() }, ..problem.clone() };
        most(&asked, budget, &nothing, control)
    };
    let reached = |answer: &Answer| answer.whole.response >= target - 1e-12 * target.abs();
    let mut best = ask(budget, control)?;
    if !reached(&best) {
        let whole = &best.whole;
        return Err(vec![if whole.bound < target {
            Clash::Target { target, most: whole.bound }
        } else {
            Clash::NotFound
        }]);
    }
    let step = problem.whole.step;
    // Proven out of reach with `low`; from `open` on it is not known, and from `sought` on it is worth trying.
    let (mut low, mut low_response, mut open, mut sought) = (0.0, 0.0, best.whole.total_spend, 0.0);
    for round in 0..MOST_BUDGETS {
        let high = best.whole.total_spend;
        let close = step.max(problem.whole.gap * high);
        let (from, to) = if high - sought > close { (sought, high) } else { (low, open.min(high)) };
        if to - from <= close {
            break;
        }
        let part = (target - low_response) / (best.whole.response - low_response);
        let between = from + (to - from) * part.clamp(0.02, 0.98);
        let budget = if round % 3 == 0 && between.is_finite() { between } else { f64::midpoint(from, to) };
        let budget = if step > 0.0 { ((budget / step).floor() * step).max(from + step) } else { budget };
        if budget >= to {
            break;
        }
        match ask(budget, control) {
            Ok(answer) if reached(&answer) => best = answer,
            Ok(answer) if answer.whole.bound < target => {
                (low, low_response, sought) = (budget, answer.whole.response, budget.max(sought));
            }
            Err(clashes) if !clashes.contains(&Clash::NotFound) => (low, sought) = (budget, budget.max(sought)),
            _ => (open, sought) = (open.min(budget), budget.max(sought)),
        }
    }
    let spend = best.whole.total_spend;
    let bound = (low + step).min(spend);
    let gap = if spend > bound { (spend - bound) / bound.max(f64::MIN_POSITIVE) } else { 0.0 };
    let certified = gap <= problem.whole.gap.max(2e-12);
    Ok(Answer { whole: Whole { bound, gap, certified, ..best.whole }, ..best })
}

/// The most that is affordable: budgets fall until what they can buy is (see `cost_target` above).
fn on_average(problem: &Problem, cost: f64, budget: f64, control: &mut Control<'_>) -> Result<Answer, Vec<Clash>> {
    let nothing = Tried { answer: None, starts: vec![], bound: f64::INFINITY, nodes: 0 };
    let mut top = budget.min(cost * problem.whole.ceiling());
    let (mut bound, mut best): (f64, Option<Answer>) = (f64::INFINITY, None);
    for _ in 0..MOST_BUDGETS {
        let asked = match most(problem, top, &nothing, control) {
            Ok(asked) => asked,
            Err(clashes) if best.is_none() => return Err(clashes),
            Err(_) => break,
        };
        bound = bound.min(asked.whole.bound);
        let (spend, value) = (asked.whole.total_spend, asked.whole.response);
        if !above(spend, cost * value) && best.as_ref().is_none_or(|best| value > best.whole.response) {
            best = Some(asked);
        }
        let enough = |best: &Answer| bound - best.whole.response <= problem.whole.gap * bound.abs();
        let next = cost * bound;
        if best.as_ref().is_some_and(enough) || next >= top {
            break;
        }
        if let Ok(below) = most(problem, (cost * value).min(next) * (1.0 - 1e-9), &nothing, control) {
            let affordable = !above(below.whole.total_spend, cost * below.whole.response);
            if affordable && best.as_ref().is_none_or(|best| below.whole.response > best.whole.response) {
                best = Some(below);
            }
        }
        top = next;
    }
    let Some(best) = best else { return Err(vec![Clash::NotFound]) };
    let bound = bound.max(best.whole.response);
    let gap = if bound > best.whole.response { (bound - best.whole.response) / bound.abs() } else { 0.0 };
    let certified = gap <= problem.whole.gap.max(2e-12);
    let mut binding = problem.binding(&best.periods, true);
    binding.dedup();
    Ok(Answer { whole: Whole { bound, gap, certified, binding, ..best.whole }, ..best })
}
