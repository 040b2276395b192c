//! A proposed allocation in words: results, proof, what binds.

use crate::calc::best_allocation::{Aim, Answer, Limit, Problem, step};
use crate::calc::curve::Response;
use crate::plan::allocation::Objective;
use crate::plan::{Money, Plan, Task};
use crate::t;
use crate::words::names::currency_name;
use crate::words::number::{amount_named, count};
use crate::words::{Named, Words};

use crate::report::code::Code;

/// Names of the candidates of a plan's problem: channels, then events.
#[must_use]
pub fn channel_names(plan: &Plan) -> Vec<String> {
    let channels = plan.allocation.channels.iter().map(|channel| channel.name.clone());
    channels.chain(plan.events.iter().map(|event| event.name.clone())).collect()
}

/// Names of the groups of a plan's problem: the tasks.
#[must_use]
pub fn group_names(words: &Words) -> Vec<String> {
    Task::ALL.iter().map(|task| task.name(words)).collect()
}

/// A result by itself, in the decimals of its objective: "1,065".
#[must_use]
pub fn won(objective: Objective, value: f64) -> String {
    match objective {
        Objective::Registrations | Objective::Revenue => count(value, 0),
        Objective::Leads | Objective::Customers => count(value, 1),
    }
}

/// A result in words: "38,065 registrations", "9,300,000 CNY of revenue".
#[must_use]
pub fn won_named(plan: &Plan, words: &Words, objective: Objective, shown: &str) -> String {
    let unit = currency_name(&plan.currency.code, words);
    t!(words, "report-won", objective = objective.code(), value = shown, unit = unit)
}

/// A gain in words: "1,065 more registrations", "45,000 CNY more revenue".
#[must_use]
pub fn won_more(plan: &Plan, words: &Words, objective: Objective, shown: &str) -> String {
    let unit = currency_name(&plan.currency.code, words);
    t!(words, "report-won-more", objective = objective.code(), value = shown, unit = unit)
}

/// What little money buys, in one decimal more than results.
#[must_use]
pub fn won_little(objective: Objective, value: f64) -> String {
    match objective {
        Objective::Revenue => count(value, 0),
        Objective::Registrations => count(value, 1),
        Objective::Leads | Objective::Customers => count(value, 2),
    }
}

/// How good an answer is known to be.
#[derive(Clone, Copy, Debug)]
pub struct Proof {
    /// What is counted.
    pub objective: Objective,
    /// What the answer wins.
    pub response: f64,
    /// Nothing wins more.
    pub bound: f64,
    /// Whether both are all but the same.
    pub certified: bool,
}

impl Proof {
    /// The proof in words; where there is none, how much better a split may be.
    #[must_use]
    pub fn say(self, words: &Words) -> String {
        let bound = won(self.objective, self.bound);
        let gap = won(self.objective, (self.bound - self.response).max(0.0));
        let gap = if gap == won(self.objective, 0.0) { "0".to_owned() } else { gap };
        if self.certified {
            t!(words, "proposal-proven", bound = bound, gap = gap)
        } else {
            t!(words, "proposal-unproven", bound = bound, gap = gap)
        }
    }
}

/// Limits or channels that are named before the rest is only counted.
const MOST_NAMED: usize = 3;

/// Which limits bind, in words: "Binding: budget, minimum of B".
#[must_use]
pub fn binds(words: &Words, (channels, months): (&[String], &[String]), limits: &[Limit]) -> Option<String> {
    let limits: Vec<String> = limits.iter().map(|limit| limit_name(words, (channels, months), *limit)).collect();
    first_of(words, &limits).map(|limits| t!(words, "proposal-binds", limits = limits))
}

/// The channels that keep their money because their curves cannot be used, in a sentence.
#[must_use]
pub fn kept(plan: &Plan, words: &Words) -> Option<String> {
    let channels = plan.allocation.channels.iter();
    let kept = channels.filter(|channel| Response::of(&channel.curve, &plan.currency).is_err());
    let names: Vec<String> =
        kept.map(|channel| t!(words, "proposal-kept-name", name = channel.name.as_str())).collect();
    first_of(words, &names).map(|shown| t!(words, "proposal-kept", n = names.len(), names = shown))
}

/// What a proposal leaves of its budget, in a sentence; none where less than a step is left, or the least money was
/// asked for.
#[must_use]
pub fn unspent(plan: &Plan, words: &Words, problem: &Problem, answer: &Answer) -> Option<String> {
    let asks_for_most = matches!(problem.aim, Aim::MostResponse { .. });
    let unspent = problem.unspent(answer).filter(|unspent| asks_for_most && unspent.left >= step(plan))?;
    let amount = |units: f64| Some(amount_named(words, &plan.currency, plan.currency.amount(units)?));
    let why = if unspent.by_maximum { "maximum" } else { "nothing" };
    Some(t!(words, "proposal-unspent", left = amount(unspent.left)?, budget = amount(unspent.budget)?, why = why))
}

/// That a proposal for something else brings less revenue than the plan, in a sentence.
#[must_use]
pub fn less_revenue(plan: &Plan, words: &Words, lost: Money) -> Option<String> {
    let amount = || amount_named(words, &plan.currency, lost);
    (lost > Money::ZERO).then(|| t!(words, "proposal-less-revenue", amount = amount()))
}

/// The first few of a list, and how many more there are.
fn first_of(words: &Words, items: &[String]) -> Option<String> {
    let named = items.iter().take(MOST_NAMED).map(String::as_str).collect::<Vec<_>>().join(&words.text("proposal-and"));
    let rest = items.len().saturating_sub(MOST_NAMED);
    let all = if rest > 0 { t!(words, "proposal-binds-more", limits = named, n = rest) } else { named };
    (!items.is_empty()).then_some(all)
}

/// A limit in few words, tasks by their letter: "minimum of B". Channels and the months that are left have the names given.
#[must_use]
pub fn limit_name(words: &Words, (channels, months): (&[String], &[String]), limit: Limit) -> String {
    let task = |group: usize| Task::ALL.get(group).map_or("", |task| task.letter());
    let channel = |index: usize| channels.get(index).map_or("", String::as_str);
    match limit {
        Limit::Budget => words.text("proposal-limit-budget"),
        Limit::Cost => words.text("proposal-limit-cost"),
        Limit::Period(month) => {
            t!(words, "proposal-limit-cash", month = months.get(month).map_or("", String::as_str))
        }
        Limit::GroupMin(group) => t!(words, "proposal-limit-group-min", name = task(group)),
        Limit::GroupMax(group) => t!(words, "proposal-limit-group-max", name = task(group)),
        Limit::ChannelMin(index) => t!(words, "report-limit-min", name = channel(index)),
        Limit::ChannelMax(index) => t!(words, "report-limit-max", name = channel(index)),
    }
}
