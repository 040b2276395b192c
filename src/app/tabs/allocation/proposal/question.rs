//! What is asked about the best allocation, and the background jobs that answer it.

use eframe::egui::Ui;

use super::dare::{Dare, Dared, dare};
use crate::app::context::Cx;
use crate::app::worker::{Cancel, Job};
use crate::calc::best_allocation::{Clash, Control, Cost, Frontier, Next, Problem, frontier, periods};
use crate::calc::rest::Sought;
use crate::calc::risk::Best;
use crate::calc::schedule::is_by_month;
use crate::calc::suggestion::{Change, Question, Suggestion, present_result};
use crate::plan::{Money, Plan};

use std::ops::ControlFlow;

/// A search beside the window ends after so many parts; hard plans keep their true gap then.
const MOST_PARTS: usize = 20_000;

/// The same for one budget of the frontier.
const MOST_PARTS_OF_A_POINT: usize = 500;

/// Budgets of the frontier.
const POINTS: u32 = 32;

/// The same where money goes to months.
const POINTS_OVER_MONTHS: u32 = 12;

/// How much the frontier over months may look at, some three seconds: where that is not enough there is none.
const MOST_WORK_OVER_MONTHS: u64 = 30_000_000;

/// What is given, so that the rest is sought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Given {
    /// A budget: the most it buys.
    #[default]
    Budget,
    /// A result: the least it costs.
    Result,
    /// A budget: three ways to split it, by how much one dares.
    Ways,
}

/// What of the suggestion is shown where there is room for one thing only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// Response curve of the selected channel.
    Response,
    /// Best result by budget.
    Frontier,
    /// Before and after.
    #[default]
    Proposal,
}

/// The question as the person left it; what is not typed follows the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Asking {
    /// What is given.
    pub given: Given,
    /// A typed budget; otherwise the plan's own, or what is allocated.
    pub budget: Option<Money>,
    /// A typed result; otherwise the present one.
    pub result: Option<f64>,
    /// The way that was chosen; otherwise the likeliest to reach the goal.
    pub way: Option<Best>,
    /// Months are sought even where no money goes to months in the plan.
    pub over_months: bool,
}

impl Asking {
    /// The budget that counts.
    #[must_use]
    pub fn budget(&self, plan: &Plan, allocated: Money) -> Money {
        self.budget.or(plan.allocation.budget).unwrap_or(allocated)
    }
}

/// The suggestion as it stands in the window; dropping it ends what is still searched for.
#[derive(Debug)]
pub struct Suggest {
    /// What of it is shown in a narrow window.
    pub shown: Shown,
    /// What is asked.
    pub asking: Asking,
    /// What was made a scenario last, and of what name.
    pub kept: Option<(Change, String)>,
    answer: Job<Asked, Answer>,
    ways: Job<Dared, Dare>,
    frontier: Job<Span, Frontier>,
}

/// A suggestion with all that is said about it, or the sums that clash.
pub type Answer = Result<Told, Vec<Clash>>;

/// A suggestion with all that is said about it.
#[derive(Debug)]
pub struct Told {
    /// Before and after.
    pub suggestion: Suggestion,
    /// What each binding limit costs.
    pub costs: Vec<Cost>,
    /// Where the next money is spent best.
    pub next: Option<Next>,
    /// Leads at present and then.
    pub leads: (f64, f64),
}

impl Suggest {
    /// A question about a budget; without one, about the plan's own or the money that is allocated.
    #[must_use]
    pub fn about(budget: Option<Money>) -> Self {
        Self::of(Asking { budget, ..Asking::default() })
    }

    /// Three ways to spend the plan's money over channels and months.
    #[must_use]
    pub fn over_months() -> Self {
        Self::of(Asking { given: Given::Ways, over_months: true, ..Asking::default() })
    }

    /// A question as it was left.
    #[must_use]
    pub fn of(asking: Asking) -> Self {
        Self {
            shown: Shown::default(),
            asking,
            kept: None,
            answer: Job::new(answer),
            ways: Job::new(dare),
            frontier: Job::new(line),
        }
    }

    /// Asks the jobs about the plan as it stands; the same question again costs nothing.
    pub fn ask(&mut self, ui: &Ui, cx: &Cx) {
        let asked = Asked { plan: cx.plan.clone(), asking: self.asking };
        match self.asking.given {
            Given::Ways => {
                let budget = self.asking.budget(cx.plan, cx.report.basis(cx.plan).present_total());
                self.ways.ask(Dared::of(cx, budget, self.asking.over_months), ui.ctx(), cx.background);
            }
            Given::Budget | Given::Result => self.answer.ask(asked, ui.ctx(), cx.background),
        }
    }

    /// Asks for the best of other budgets as well.
    pub fn ask_for_frontier(&mut self, ui: &Ui, cx: &Cx) {
        self.frontier.ask(Span::around(cx, &self.asking), ui.ctx(), cx.background);
    }

    /// The last answer, and whether it is that of the plan and question as they stand.
    #[must_use]
    pub fn answer(&self) -> Option<(&Answer, bool)> {
        self.answer.latest()
    }

    /// The last three ways, and whether they are those of the plan and question as they stand.
    #[must_use]
    pub fn ways(&self) -> Option<(&Dare, bool)> {
        self.ways.latest()
    }

    /// What is proposed, whichever was asked for.
    #[must_use]
    pub fn change(&self) -> Option<&Change> {
        match self.asking.given {
            Given::Ways => self.ways()?.0.as_ref().ok()?.chosen(self.asking.way).map(|(_, change)| change),
            Given::Budget | Given::Result => self.answer()?.0.as_ref().ok().map(|told| &told.suggestion.change),
        }
    }

    /// Whether just this was made a scenario that is there still.
    #[must_use]
    pub fn is_kept(&self, cx: &Cx, change: &Change) -> bool {
        let is_there = |name: &str| cx.base.scenarios.iter().any(|scenario| scenario.name == name);
        self.kept.as_ref().is_some_and(|(kept, name)| {
            (&kept.amounts, &kept.months) == (&change.amounts, &change.months) && is_there(name)
        })
    }

    /// Whether what was found last is about the plan and question as they stand; `None` before anything was found.
    #[must_use]
    pub fn is_fresh(&self) -> Option<bool> {
        match self.asking.given {
            Given::Ways => self.ways().map(|(_, fresh)| fresh),
            Given::Budget | Given::Result => self.answer().map(|(_, fresh)| fresh),
        }
    }

    /// Whether an answer is still to come.
    #[must_use]
    pub fn is_working(&self) -> bool {
        match self.asking.given {
            Given::Ways => self.ways.is_working(),
            Given::Budget | Given::Result => self.answer.is_working(),
        }
    }

    /// The last frontier, and whether it is that of the plan as it stands.
    #[must_use]
    pub fn frontier(&self) -> Option<(&Frontier, bool)> {
        self.frontier.latest()
    }
}

#[derive(Clone)]
struct Asked {
    plan: Plan,
    asking: Asking,
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        self.asking == other.asking && self.plan.same_as(&other.plan)
    }
}

fn answer(asked: &Asked, cancel: &Cancel) -> Answer {
    let (plan, sought) = (&asked.plan, Sought::of(&asked.plan));
    let basis = sought.basis(plan);
    let question = match asked.asking.given {
        Given::Budget | Given::Ways => Question::Most(asked.asking.budget(plan, basis.present_total())),
        Given::Result => Question::Least(asked.asking.result.unwrap_or_else(|| present_result(basis))),
    };
    let mut watch = |_: &_| go_on(cancel);
    let mut control = Control { most_nodes: MOST_PARTS, watch: Some(&mut watch), ..Control::unwatched() };
    let suggestion = if asked.asking.over_months {
        Suggestion::over_months(basis, question, &mut control)?
    } else {
        Suggestion::of(basis, question, &mut control)?
    };
    Ok(Told {
        costs: suggestion.costs(&mut control),
        next: suggestion.next(plan, sought.allocation.next_amount, &mut control),
        leads: suggestion.leads(basis),
        suggestion,
    })
}

fn go_on(cancel: &Cancel) -> ControlFlow<()> {
    if cancel.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}

/// The budgets of the frontier, in currency units.
#[derive(Clone)]
struct Span {
    plan: Plan,
    from: f64,
    to: f64,
}

impl PartialEq for Span {
    fn eq(&self, other: &Self) -> bool {
        (self.from, self.to) == (other.from, other.to) && self.plan.same_as(&other.plan)
    }
}

impl Span {
    /// A quarter less than is spent now to a quarter more; wider where another budget is asked for.
    fn around(cx: &Cx, asking: &Asking) -> Self {
        let now = cx.currency().units(cx.report.basis(cx.plan).present_total()).max(0.0);
        let (mut from, mut to) = (0.75 * now, 1.25 * now);
        let asked = cx.currency().units(asking.budget(cx.plan, cx.report.basis(cx.plan).present_total()));
        while asked > to && to > 0.0 {
            to *= 1.25;
        }
        while asked < from && from > 1.0 {
            from *= 0.75;
        }
        Self { plan: cx.plan.clone(), from, to: if to > from { to } else { asked.max(1.0) } }
    }
}

/// The frontier over the span, and down to the least money for the present result where that is less.
fn line(span: &Span, cancel: &Cancel) -> Frontier {
    let sought = Sought::of(&span.plan);
    let basis = sought.basis(&span.plan);
    let problem = Problem::of_plan(basis);
    let mut watch = |_: &_| go_on(cancel);
    let mut control = Control { most_nodes: MOST_PARTS_OF_A_POINT, watch: Some(&mut watch), ..Control::unwatched() };
    if is_by_month(&span.plan) {
        control.most_work = MOST_WORK_OVER_MONTHS;
        let budgets = budgets(problem.step, (span.from, span.to), POINTS_OVER_MONTHS);
        let problem = periods::Problem::of_plan(basis, basis.allocation.objective, problem.aim);
        return periods::frontier(&problem, &budgets, &mut control);
    }
    let mut line = frontier(&problem, &budgets(problem.step, (span.from, span.to), POINTS), &mut control);
    let least = line.present.and_then(|present| present.least_spend).filter(|least| *least < span.from);
    if let Some(least) = least {
        let mut below = budgets(problem.step, (least, span.from), POINTS / 4);
        below.pop();
        let below = frontier(&Problem { present: None, ..problem }, &below, &mut control);
        line.complete &= below.complete;
        line.points.splice(..0, below.points);
    }
    line
}

/// Budgets at even distances, on steps.
fn budgets(step: f64, (from, to): (f64, f64), parts: u32) -> Vec<f64> {
    let step = step.max(1.0);
    let at = |number: u32| from + (to - from) * f64::from(number) / f64::from(parts);
    let mut budgets: Vec<f64> = (0..=parts).map(|number| (at(number) / step).round() * step).collect();
    budgets.dedup();
    budgets
}
