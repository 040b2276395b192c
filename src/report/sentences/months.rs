//! Money by month in words: what the months are called, and which channels are better spent on in some of them.

use crate::calc::best_allocation::periods::Problem;
use crate::calc::{Rest, months};
use crate::plan::Plan;
use crate::plan::allocation::Objective;
use crate::t;
use crate::words::Words;
use crate::words::number;

use super::proposal::{channel_names, won, won_more};

/// Names of the months that are left.
#[must_use]
pub fn month_names(words: &Words, plan: &Plan, rest: Option<&Rest>) -> Vec<String> {
    let period = months::period(plan);
    let from = rest.map_or(0, |rest| rest.from).min(period.months.saturating_sub(1));
    (from..period.months).map(|month| number::month_of(words, &period, month)).collect()
}

/// Less than this part of a result is no gain: finer steps alone win about as much.
const WORTH: f64 = 1e-4;

/// How much more months win than the best even spread of the same money, in a sentence.
#[must_use]
pub fn against_even(plan: &Plan, words: &Words, objective: Objective, (response, even): (f64, f64)) -> String {
    let gain = response - even;
    if gain > WORTH * even.abs() {
        let more = won_more(plan, words, objective, &won(objective, gain));
        t!(words, "report-months-wins", more = more)
    } else {
        words.text("report-months-as-even")
    }
}

/// A channel that is spent on in some months alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Pulse {
    /// Number of the channel.
    pub channel: usize,
    /// Numbers of the months in which it is spent on, of those that are left.
    pub on: Vec<usize>,
    /// Registrations that it wins more than with the same money spread evenly over all months in which it can run.
    pub more: f64,
}

/// The channels of a plan that are spent on in some of the months that are left, those that win most by it first.
#[must_use]
pub fn pulses(plan: &Plan, problem: &Problem, periods: &[Vec<f64>]) -> Vec<Pulse> {
    let even = problem.evenly(&problem.sums(periods));
    let pulse = |channel: usize| {
        let course = periods.get(channel)?;
        let on: Vec<usize> = (0..course.len()).filter(|month| course[*month] > 0.0).collect();
        let more = problem.registrations(channel, course) - problem.registrations(channel, even.get(channel)?);
        (!on.is_empty() && on.len() < course.len()).then_some(Pulse { channel, on, more })
    };
    let mut all: Vec<Pulse> = (0..plan.allocation.channels.len()).filter_map(pulse).collect();
    all.sort_by(|one, other| other.more.total_cmp(&one.more).then(one.channel.cmp(&other.channel)));
    all
}

impl Pulse {
    /// In a sentence, with what it wins where that is anything.
    #[must_use]
    pub fn say(&self, words: &Words, plan: &Plan, months: &[String]) -> String {
        let name = channel_names(plan).get(self.channel).cloned().unwrap_or_default();
        let (n, all) = (self.on.len(), months.len());
        if self.more < 1.5 {
            return t!(words, "report-months-pulse", name = name, n = n, months = all);
        }
        let more = number::count(self.more, 0);
        t!(words, "report-months-pulse-wins", name = name, n = n, months = all, more = more)
    }

    /// The months in which it is spent on.
    #[must_use]
    pub fn months(&self, words: &Words, months: &[String]) -> String {
        let on: Vec<&str> = self.on.iter().filter_map(|month| months.get(*month).map(String::as_str)).collect();
        on.join(&words.text("report-comma"))
    }
}
