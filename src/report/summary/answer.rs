//! The best allocation as JSON: what `solve allocation` and `optimize` print.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::calc::best_allocation::periods;
use crate::calc::best_allocation::{Answer, Clash, Cost, Frontier, Limit, Problem};
use crate::words::Words;

use super::figure::Number;
use crate::report::sentences::clash;

/// The best allocation with its proof. Names are fixed: fields are added, never renamed or removed.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct AllocationAnswer {
    /// One row a channel, in the order of the question; empty where nothing is feasible.
    pub spend: Vec<SpendPart>,
    /// What is spent in all; null where nothing is feasible.
    pub total_spend: Option<Number>,
    /// What is left of the budget; null without one, and where nothing is feasible.
    pub unspent: Option<Number>,
    /// Response of all channels, each times its weight.
    pub response: Option<Number>,
    /// No allocation has more response; where the least spend is asked for, none that reaches the target costs less;
    /// with a cost of the last unit, none has more response less spend ÷ that cost than this less this answer's.
    pub bound: Option<Number>,
    /// Distance from the bound, as a part of the bound.
    pub gap: Option<Number>,
    /// Whether the gap is as small as asked for.
    pub certified: bool,
    /// Response that one more currency unit buys; 0 where neither the budget nor a cost target binds.
    pub multiplier: Option<Number>,
    /// Limits at which the allocation stands: "budget", "`max_cost`", "period:2026-01:max", "group:A:max", "channel:sem:max".
    pub binding: Vec<String>,
    /// Which sums clash and by how much, in words; empty where there is an allocation.
    pub infeasible: Vec<String>,
    /// Parts of the problem the search looked at.
    pub nodes: usize,
    /// Where more money is spent best.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<NextPart>,
    /// What each binding limit costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub costs: Option<Vec<CostPart>>,
    /// What the present plan spends and wins, and the best in its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub present: Option<PresentPart>,
    /// Best response by budget.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frontier: Option<Vec<PointPart>>,
    /// The first of the months that are left, where some are over: what is spent before is spent, and `spend` holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub from: Option<Date>,
    /// The months over which the answer spreads money, where it does: what `periods` of each row holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub periods: Option<Vec<String>>,
    /// What the best even spread of the same money wins, beside an answer over months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub even_response: Option<Number>,
    /// How far the plan's goal is reached at present and by this answer; only where some months are over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal: Option<GoalChangePart>,
    /// Whether the frontier has all its budgets; otherwise the time was up before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frontier_complete: Option<bool>,
}

/// What a channel gets.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SpendPart {
    /// Its id.
    pub id: String,
    /// Its name in the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it gets.
    pub spend: Number,
    /// What that buys, times its weight.
    pub response: Number,
    /// What one currency unit more buys, times its weight.
    pub marginal: Number,
    /// Spend ÷ response; null without any response.
    pub average_cost: Option<Number>,
    /// What it gets in each period, where the question has periods.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub periods: Option<Vec<Number>>,
    /// Money that works only after the last period, where anything carries over; what it will win is not counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_come: Option<Number>,
    /// What it has at present.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub present: Option<SpendAndResponse>,
    /// What is spent of it before the months that are left, and what that won; only where some months are over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<SpendAndResponse>,
}

/// How far a goal is reached before and after.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct GoalChangePart {
    /// As the plan is.
    pub present: GoalReachedPart,
    /// As the answer has it.
    pub proposed: GoalReachedPart,
}

/// How far a goal is reached.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct GoalReachedPart {
    /// Expected ÷ target of the headline measure.
    pub attainment: Number,
    /// The chance of reaching it, 0 to 1; null where nothing in the plan is drawn.
    pub chance: Option<Number>,
}

/// A spend and what it buys.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct SpendAndResponse {
    /// Money.
    pub spend: Number,
    /// What it buys.
    pub response: Number,
}

/// Where more money is spent best.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct NextPart {
    /// How much more.
    pub amount: Number,
    /// What it buys.
    pub gain: Number,
    /// Id of the channel.
    pub channel: String,
}

/// What a binding limit costs.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CostPart {
    /// The limit, as in `binding`.
    pub limit: String,
    /// Response to gain without it; money to save where the least spend is asked for.
    pub gain: Number,
    /// Whether this is proven.
    pub certified: bool,
}

/// The present plan against the best.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct PresentPart {
    /// What it spends.
    pub spend: Number,
    /// What that wins.
    pub response: Number,
    /// What the same money could win.
    pub best_response: Option<Number>,
    /// What the same result would cost at least.
    pub least_spend: Option<Number>,
    /// Whether both are proven; otherwise they are the best found when the time was up.
    pub certified: bool,
}

/// A budget and the most it buys.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct PointPart {
    /// The budget.
    pub budget: Number,
    /// The most it buys.
    pub response: Number,
    /// No allocation of it has more.
    pub bound: Number,
    /// Whether both are as close as asked for.
    pub certified: bool,
}

/// What things are called in an answer, in the order of the problem.
#[derive(Clone, Copy, Debug)]
pub struct Ids<'a> {
    /// Ids of the channels.
    pub channels: &'a [String],
    /// Ids of the groups.
    pub groups: &'a [String],
    /// Ids of the periods; none where nothing is asked about them.
    pub periods: &'a [String],
}

impl AllocationAnswer {
    /// An answer with its rows.
    #[must_use]
    pub fn of(problem: &Problem, answer: &Answer, ids: Ids<'_>) -> Self {
        let row = |(id, row): (&String, crate::calc::best_allocation::Row)| SpendPart {
            id: id.clone(),
            name: None,
            spend: Number(row.spend),
            response: Number(row.response),
            marginal: Number(row.marginal),
            average_cost: row.average_cost.map(Number),
            periods: None,
            to_come: None,
            present: None,
            before: None,
        };
        Self {
            spend: ids.channels.iter().zip(problem.rows(&answer.spends)).map(row).collect(),
            total_spend: Some(Number(answer.total_spend)),
            unspent: problem.unspent(answer).map(|unspent| Number(unspent.left)),
            response: Some(Number(answer.response)),
            bound: Some(Number(answer.bound)),
            gap: Some(Number(answer.gap)),
            certified: answer.certified,
            multiplier: Some(Number(answer.multiplier)),
            binding: answer.binding.iter().map(|limit| ids.limit(*limit)).collect(),
            nodes: answer.nodes,
            ..Self::default()
        }
    }

    /// An answer over periods.
    #[must_use]
    pub fn over(problem: &periods::Problem, answer: &periods::Answer, ids: Ids<'_>) -> Self {
        let mut all = Self::of(&problem.whole, &answer.whole, ids);
        let rows = problem.rows(&answer.periods).into_iter().zip(&answer.periods).zip(&problem.courses);
        for (part, ((row, spends), course)) in all.spend.iter_mut().zip(rows) {
            (part.spend, part.response, part.marginal) =
                (Number(row.spend), Number(row.response), Number(row.marginal));
            part.average_cost = row.average_cost.map(Number);
            part.periods = Some(spends.iter().copied().map(Number).collect());
            part.to_come = (course.carry_over > 0.0).then(|| Number(course.to_come(spends)));
        }
        all
    }

    /// No answer, and why.
    #[must_use]
    pub fn infeasible(clashes: &[Clash], ids: Ids<'_>, words: &Words) -> Self {
        let names = clash::Names { channels: ids.channels, groups: ids.groups, periods: ids.periods };
        Self { infeasible: clashes.iter().map(|clash| names.clash(words, *clash)).collect(), ..Self::default() }
    }

    /// Adds where `amount` more is spent best.
    #[must_use]
    pub fn with_next(mut self, problem: &Problem, answer: &Answer, amount: f64, ids: Ids<'_>) -> Self {
        self.next = problem.next(&answer.spends, amount).map(|next| NextPart {
            amount: Number(amount),
            gain: Number(next.gain),
            channel: ids.channels.get(next.channel).cloned().unwrap_or_default(),
        });
        self
    }

    /// Adds what each binding limit costs.
    #[must_use]
    pub fn with_costs(mut self, costs: &[Cost], ids: Ids<'_>) -> Self {
        let part =
            |cost: &Cost| CostPart { limit: ids.limit(cost.limit), gain: Number(cost.gain), certified: cost.certified };
        self.costs = Some(costs.iter().map(part).collect());
        self
    }

    /// Adds the frontier and the present plan's place.
    #[must_use]
    pub fn with_frontier(mut self, frontier: &Frontier) -> Self {
        let points = frontier.points.iter().map(|point| PointPart {
            budget: Number(point.budget),
            response: Number(point.response),
            bound: Number(point.bound),
            certified: point.certified,
        });
        self.frontier = Some(points.collect());
        self.frontier_complete = Some(frontier.complete);
        self.present = frontier.present.map(|present| PresentPart {
            spend: Number(present.spend),
            response: Number(present.response),
            best_response: present.best_response.map(Number),
            least_spend: present.least_spend.map(Number),
            certified: present.certified,
        });
        self
    }
}

impl Ids<'_> {
    /// A limit as other programs read it.
    #[must_use]
    pub fn limit(&self, limit: Limit) -> String {
        let id = |ids: &[String], number: usize| ids.get(number).cloned().unwrap_or_default();
        match limit {
            Limit::Budget => "budget".to_owned(),
            Limit::Cost => "max_cost".to_owned(),
            Limit::Period(period) => format!("period:{}:max", id(self.periods, period)),
            Limit::GroupMin(group) => format!("group:{}:min", id(self.groups, group)),
            Limit::GroupMax(group) => format!("group:{}:max", id(self.groups, group)),
            Limit::ChannelMin(channel) => format!("channel:{}:min", id(self.channels, channel)),
            Limit::ChannelMax(channel) => format!("channel:{}:max", id(self.channels, channel)),
        }
    }
}
