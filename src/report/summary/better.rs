//! The same money, split better, as a part of the summary.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use crate::calc::Suggestion;
use crate::calc::best_allocation::Limit;
use crate::calc::months::period;
use crate::plan::allocation::Objective;
use crate::plan::{Money, Plan};

use super::answer::Ids;
use super::figure::{Amount, Number};
use crate::report::code::Coded;

/// The best split of the money that is allocated, beside the present one.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct BetterPart {
    /// What is counted.
    pub objective: Coded<Objective>,
    /// The money, own shares of events included.
    pub spend: Amount,
    /// What it wins at present.
    pub present: Number,
    /// What it could win.
    pub proposed: Number,
    /// Proposed less present.
    pub gain: Number,
    /// No split wins more.
    pub bound: Number,
    /// Whether proposed and bound are all but the same.
    pub certified: bool,
    /// Whether the gain is at least half a percent of the present result; findings advise only then.
    pub worth_it: bool,
    /// How much less revenue it brings, where something else is counted.
    pub revenue_lost: Amount,
    /// Limits at which the proposal stands: "budget", "group:B:min", "channel:sem:max".
    pub binding: Vec<String>,
    /// The channels whose money changes, from the largest gain of money to the largest loss.
    pub channels: Vec<MovePart>,
    /// Whether a locked channel had to keep its money.
    pub has_locked: bool,
    /// The limits, for words.
    #[serde(skip)]
    pub limits: Vec<Limit>,
    /// The months that limits are about, by number.
    #[serde(skip)]
    pub months: Range<u32>,
}

/// A channel whose money changes.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MovePart {
    /// Its id in the plan.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it gets at present.
    pub present: Amount,
    /// What it gets then.
    pub proposed: Amount,
    /// What it wins then less what it wins at present.
    pub change: Number,
}

impl BetterPart {
    /// The part of a plan whose money could be split in another way.
    #[must_use]
    pub fn of(plan: &Plan, suggestion: &Suggestion) -> Self {
        let amount = |money: Money| Amount::new(&plan.currency, money);
        let channels = &plan.allocation.channels;
        let part = |number: usize| MovePart {
            id: channels[number].id.to_string(),
            name: channels[number].name.clone(),
            present: amount(channels[number].spend),
            proposed: amount(suggestion.change.amounts[number]),
            change: Number(suggestion.change.after[number].response - suggestion.change.before[number].response),
        };
        let ids: Vec<String> = channels.iter().map(|channel| channel.id.to_string()).collect();
        let groups = ["A", "B", "W"].map(str::to_owned);
        let months = months_left(plan, suggestion);
        let periods: Vec<String> =
            months.clone().map(|month| plan.period.month_start(month).strftime("%Y-%m").to_string()).collect();
        let ids = Ids { channels: &ids, groups: &groups, periods: &periods };
        let answer = &suggestion.answer;
        Self {
            objective: Coded(suggestion.change.objective),
            spend: amount(suggestion.change.present),
            present: Number(suggestion.change.present_response()),
            proposed: Number(answer.response),
            gain: Number(suggestion.change.gain()),
            bound: Number(answer.bound),
            certified: answer.certified,
            worth_it: suggestion.is_worth_it(),
            revenue_lost: amount(suggestion.revenue_lost),
            binding: answer.binding.iter().map(|limit| ids.limit(*limit)).collect(),
            channels: suggestion.change.moves(plan).into_iter().map(part).collect(),
            has_locked: channels.iter().any(|channel| channel.locked),
            limits: answer.binding.clone(),
            months,
        }
    }
}

/// The months over which money was sought, by number; none where it was not sought over months.
fn months_left(plan: &Plan, suggestion: &Suggestion) -> Range<u32> {
    let left = suggestion.by_month.as_ref().map_or(0, |by_month| by_month.problem.periods());
    let left = u32::try_from(left).unwrap_or(0);
    let months = period(plan).months;
    months.saturating_sub(left)..months
}
