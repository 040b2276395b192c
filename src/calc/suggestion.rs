//! A better split of the plan's money: the best allocation for a question, beside the present one.

mod change;
pub mod problems;

use crate::plan::allocation::Objective;
use crate::plan::{Money, Plan};

use super::best_allocation::{Aim, Answer, Clash, Control, Cost, Next, Problem, periods, solve};
use super::rest::Basis;
use super::schedule::{is_by_month, length};

pub use change::Change;

/// Gains below this part of the present result are no reason to move money: guesses are not that exact.
const WORTH: f64 = 0.005;

/// Plans with more channels are not searched for a better split unless somebody asks: every edit would have to wait.
const MOST_CHANNELS: usize = 10_000;

/// The same with each month of a channel.
const MOST_CELLS: usize = 1_200;

/// Moves of more channels are no table to be read.
const MOST_READ: usize = 300;

/// How much a search for a better split may look at while a plan is edited: some twenty milliseconds.
const MOST_WORK: u64 = 200_000;

/// So often it may look at each of very many channels: three times what the first answer takes.
const LOOKS_A_CHANNEL: u64 = 60;

/// What is asked about a plan's money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Question {
    /// The most for this much money.
    Most(Money),
    /// The least money for this much of the plan's objective.
    Least(f64),
}

/// The best allocation for a question, beside the present one.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// What was asked.
    pub question: Question,
    /// What was asked, as a problem: channels in the plan's order, then events.
    pub problem: Problem,
    /// The best allocation with its proof.
    pub answer: Answer,
    /// What it changes.
    pub change: Change,
    /// How much less revenue it brings than the plan at present, for no less money; nothing where it brings as much.
    pub revenue_lost: Money,
    /// The same by month, where it was sought over channels and months.
    pub by_month: Option<ByMonth>,
}

/// A best allocation over channels and months.
#[derive(Clone, Debug, PartialEq)]
pub struct ByMonth {
    /// What was asked: the months that are left.
    pub problem: periods::Problem,
    /// What each channel, then each event, gets in each month that is left, in currency units.
    pub periods: Vec<Vec<f64>>,
    /// What the best even spread of the same money wins; `None` where there is none.
    pub even: Option<f64>,
}

impl Suggestion {
    /// Answers a question about a plan: over channels and months where money goes to months in it.
    ///
    /// # Errors
    /// Says which sums clash where the limits leave no such allocation.
    pub fn of(basis: Basis, question: Question, control: &mut Control<'_>) -> Result<Self, Vec<Clash>> {
        if is_by_month(basis.plan) {
            Self::over_months(basis, question, control)
        } else {
            Self::whole(basis, question, control)
        }
    }

    fn whole(basis: Basis, question: Question, control: &mut Control<'_>) -> Result<Self, Vec<Clash>> {
        let problem = Problem { aim: aim(basis, question), ..Problem::of_plan(basis) };
        let answer = solve(&problem, control)?;
        let change = Change::of(basis, (&problem, basis.allocation.objective), &answer.spends);
        let revenue_lost = revenue_lost(basis, &problem, &answer);
        Ok(Self { question, problem, answer, change, revenue_lost, by_month: None })
    }

    /// Answers it over channels and months, whether or not money goes to months in the plan.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub fn over_months(basis: Basis, question: Question, control: &mut Control<'_>) -> Result<Self, Vec<Clash>> {
        if let Some(rest) = basis.rest.filter(|rest| rest.from >= rest.months) {
            // Nothing is left to be spent: every channel stands by what its months came to.
            let rest = rest.by_plan(basis.plan, basis.allocation);
            return Self::whole(Basis { rest: Some(&rest), ..basis }, question, control);
        }
        let objective = basis.allocation.objective;
        let problem = periods::Problem::of_plan(basis, objective, aim(basis, question));
        let (periods::Answer { whole: answer, periods }, even) = periods::solve_beside_even(&problem, control)?;
        let change = Change::over_months(basis, (&problem, objective), &periods);
        let by_month = ByMonth { problem, periods, even };
        let revenue_lost = by_month.revenue_lost(basis, answer.total_spend);
        let problem = by_month.problem.whole.clone();
        Ok(Self { question, problem, answer, change, revenue_lost, by_month: Some(by_month) })
    }

    /// Whether the least money for a result was asked for.
    #[must_use]
    pub fn is_least(&self) -> bool {
        matches!(self.question, Question::Least(_))
    }

    /// Whether the gain is worth moving money: at least half a percent of the present result.
    #[must_use]
    pub fn is_worth_it(&self) -> bool {
        self.change.gain() > 0.0 && self.change.gain() >= WORTH * self.change.present_response()
    }

    /// Whether it has so few channels that it is told as a whole: a table of what moves, and a curve of what other budgets buy.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.change.amounts.len() <= MOST_READ
    }

    /// Where `amount` more than the suggested money is spent best; over months that is sought anew.
    #[must_use]
    pub fn next(&self, plan: &Plan, amount: Money, control: &mut Control<'_>) -> Option<Next> {
        let amount = plan.currency.units(amount);
        match self.over_its_months() {
            Some((problem, answer)) => problem.next(&answer, amount, control),
            None => self.problem.next(&self.answer.spends, amount),
        }
    }

    /// What each binding limit costs, worst first.
    #[must_use]
    pub fn costs(&self, control: &mut Control<'_>) -> Vec<Cost> {
        match self.over_its_months() {
            Some((problem, answer)) => problem.costs(&answer, control),
            None => self.problem.costs(&self.answer, control),
        }
    }

    /// Question and answer over months, where they were sought.
    fn over_its_months(&self) -> Option<(&periods::Problem, periods::Answer)> {
        let by_month = self.by_month.as_ref()?;
        Some((&by_month.problem, periods::Answer { whole: self.answer.clone(), periods: by_month.periods.clone() }))
    }

    /// Leads at present and then, events included.
    #[must_use]
    pub fn leads(&self, basis: Basis) -> (f64, f64) {
        if let Some(by_month) = &self.by_month {
            return by_month.of(basis, Objective::Leads);
        }
        let leads = Problem::of_plan_for(basis, Objective::Leads);
        let present = self.problem.present.as_deref().unwrap_or_default();
        (leads.response(present), leads.response(&self.answer.spends))
    }
}

impl ByMonth {
    /// What is won of an objective at present and then, events included.
    fn of(&self, basis: Basis, objective: Objective) -> (f64, f64) {
        let problem = periods::Problem::of_plan(basis, objective, self.problem.whole.aim);
        let present = problem.present.as_ref().map_or(0.0, |present| problem.response(present));
        (present, problem.response(&self.periods))
    }

    fn revenue_lost(&self, basis: Basis, spend: f64) -> Money {
        lost(basis, (self.problem.whole.aim, spend), || self.of(basis, Objective::Revenue))
    }
}

fn aim(basis: Basis, question: Question) -> Aim {
    match question {
        Question::Most(budget) => Aim::MostResponse { budget: basis.plan.currency.units(budget).max(0.0) },
        Question::Least(target) => Aim::LeastSpend { target, budget: f64::INFINITY },
    }
}

/// How much less revenue an answer brings than the plan at present, for no less money: who counts registrations may
/// move money to channels whose people are worth less. Nothing where it brings as much, or where less money was asked
/// about.
#[must_use]
pub fn revenue_lost(basis: Basis, problem: &Problem, answer: &Answer) -> Money {
    lost(basis, (problem.aim, answer.total_spend), || {
        let revenue = Problem::of_plan_for(basis, Objective::Revenue);
        let present = revenue.response(problem.present.as_deref().unwrap_or_default());
        (present, revenue.response(&answer.spends))
    })
}

fn lost(basis: Basis, (aim, spend): (Aim, f64), revenue: impl FnOnce() -> (f64, f64)) -> Money {
    let plan = basis.plan;
    let present = plan.currency.units(basis.present_total());
    let for_less = match aim {
        Aim::MostResponse { budget } => budget < present,
        Aim::LeastSpend { .. } => false,
        Aim::CostTarget { .. } => spend < present,
    };
    if for_less {
        return Money::ZERO;
    }
    let (present, then) = revenue();
    // In whole units, as less is an error of rounding; more than the largest amount is said to be that much.
    let lost = (present - then).round().min(plan.currency.units(Money::LARGEST));
    plan.currency.amount(lost).filter(|_| lost >= 1.0).unwrap_or_default()
}

/// What the plan as it is wins of its objective.
#[must_use]
pub fn present_result(basis: Basis) -> f64 {
    let problem = Problem::of_plan(basis);
    if is_by_month(basis.plan) {
        let problem = periods::Problem::of_plan(basis, basis.allocation.objective, problem.aim);
        return problem.present.as_ref().map_or(0.0, |present| problem.response(present));
    }
    problem.response(problem.present.as_deref().unwrap_or_default())
}

/// The best split of the very money that is allocated at present. `None` where nothing can be moved: no channels, too
/// many of them, limits that clash.
///
/// The search ends early on plans that are hard to prove; the gap then says so.
pub(super) fn of_same_money(basis: Basis) -> Option<Suggestion> {
    let channels = basis.plan.allocation.channels.len();
    let too_many = if is_by_month(basis.plan) {
        channels > MOST_READ || channels * length(basis.plan) > MOST_CELLS
    } else {
        channels > MOST_CHANNELS
    };
    if channels == 0 || too_many || basis.allocation.too_large {
        return None;
    }
    let most_work = MOST_WORK.max(LOOKS_A_CHANNEL * channels as u64);
    let mut control = Control { most_work, ..Control::unwatched() };
    Suggestion::of(basis, Question::Most(basis.present_total()), &mut control).ok()
}
