//! The best allocation, proven.
//!
//! ```text
//! maximise  Σ wᵢ·rᵢ(xᵢ)    subject to  Σ xᵢ ≤ budget
//!                                      xᵢ in [minᵢ, maxᵢ], or in {0} ∪ [minᵢ, maxᵢ], or fixed
//!                                      group minⱼ ≤ Σ_{i in j} xᵢ ≤ group maxⱼ
//!                                      xᵢ a multiple of the step, or any number (step 0)
//! ```
//!
//! and the other way round: the least spend that reaches a response; and the most for so much money a unit of response. Response curves are S-shaped, so a search that
//! only looks around itself stops wherever more money in one channel and less in another looks worse at first. The
//! method here gives the best of all allocations, and a bound nobody can do better than.
//!
//! 1. [`majorant`]: the least concave function above each curve on its interval, a straight line and then the curve.
//! 2. [`multiplier`] and, for whole steps, [`steps`]: with these the problem is concave and falls apart. What one more
//!    unit of money must buy, one number for the budget and one for each group whose limit binds, decides every
//!    channel by itself. The value is a bound for the real problem.
//! 3. [`branch`]: the bound is too high only by the channels that land inside a straight line, at most one for the
//!    budget and one for each group. Their intervals are split, best first, until bound and best allocation meet.
//! 4. [`counting`]: many channels all but alike and steep take each other's place, and splitting one of them changes
//!    nothing. Then the space is split by how many of them are switched on.
//! 5. [`choices`]: where channels have few choices and a sum must be met to the step, all sums are listed instead.
//! 6. [`least_spend`]: the other direction asks 1–5 for one budget after the other, each time only whether the target
//!    is reached or proven out of reach.
//! 7. [`cost_target`]: the third direction asks 1–5 for budgets that fall until they are affordable.
//! 8. [`periods`]: the same over channels and periods, with seasons, carry-over and limits of each period.
//!
//! The idea is Udell and Boyd, "Maximizing a sum of sigmoids" (2013), <https://web.stanford.edu/~boyd/papers/max_sum_sigmoids.html>,
//! where a linear program bounds the general problem; one budget over groups needs multipliers only, as in Everett,
//! "Generalized Lagrange multiplier method" (Operations Research 11, 1963). Best-first branch and bound: Falk and
//! Soland, "An algorithm for separable nonconvex programming problems" (Management Science 15, 1969). Whole steps:
//! Edmonds, "Submodular functions, matroids, and certain polyhedra" (1970).
//!
//! Pure: no clock, no threads. Whoever calls may look on, stop the search and gets its true gap then.

mod branch;
mod choices;
mod clashes;
mod cost_target;
mod counting;
mod curve;
mod explain;
mod from_plan;
mod least_spend;
mod majorant;
mod multiplier;
pub mod periods;
mod prepare;
mod queue;
mod search;
mod space;
mod steps;
mod stretches;
mod tolerance;

#[cfg(test)]
mod tests;

use std::ops::ControlFlow;

use super::curve::Response;

pub use explain::{Cost, Frontier, Next, Point, Present, Row, Unspent, frontier, present};
pub use from_plan::{GAP, step, won};
pub use prepare::FINEST_STEP;

/// What is asked for, in currency units.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Most response for a budget, or least spend for a response.
    pub aim: Aim,
    /// What money may go to.
    pub channels: Vec<Candidate>,
    /// Groups of channels, by their numbers in [`Candidate::group`].
    pub groups: Vec<GroupLimits>,
    /// Spends are multiples of this; 0: any number.
    pub step: f64,
    /// How far the answer may stay below the bound, as a part of the bound.
    pub gap: f64,
    /// What is spent at present. The answer is never worse if this keeps all limits; it may lie between steps.
    pub present: Option<Vec<f64>>,
}

/// The three directions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Aim {
    /// The most response for a budget.
    MostResponse {
        /// The most that may be spent in all.
        budget: f64,
    },
    /// The least spend that reaches a response.
    LeastSpend {
        /// Response to reach, of all channels together.
        target: f64,
        /// The most that may be spent in all; infinite if nothing limits it.
        budget: f64,
    },
    /// The most response that is worth its money.
    CostTarget {
        /// The most a unit of response may cost, above 0.
        cost: f64,
        /// Which units that is about.
        per: Per,
        /// The most that may be spent in all; infinite if nothing limits it.
        budget: f64,
    },
}

impl Aim {
    /// The most that may be spent in all; infinite if nothing limits it.
    #[must_use]
    pub fn budget(self) -> f64 {
        match self {
            Self::MostResponse { budget } | Self::LeastSpend { budget, .. } | Self::CostTarget { budget, .. } => budget,
        }
    }
}

/// What a cost target is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// All spend ÷ all response.
    Average,
    /// The last unit: money is spent as long as more of it wins a unit of response for every so much.
    Last,
}

/// One thing money may go to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// What money buys.
    pub response: Response,
    /// What one unit of it counts, at least 0.
    pub weight: f64,
    /// What may be spent, with what is spent before.
    pub spend: Spend,
    /// Number of its group.
    pub group: Option<usize>,
    /// What is spent and won already: the curve begins behind it.
    pub before: Before,
}

/// What cannot be decided any more.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Before {
    /// What is spent; at least as much stays.
    pub spent: f64,
    /// What it won, weighted.
    pub won: f64,
}

impl Candidate {
    /// What `spend` wins in all, weighted.
    #[must_use]
    pub fn value(&self, spend: f64) -> f64 {
        self.before.won + self.weight * self.response.value(spend - self.before.spent)
    }

    /// What a unit more than `spend` buys at the margin, weighted.
    #[must_use]
    pub fn slope(&self, spend: f64) -> f64 {
        self.weight * self.response.slope(spend - self.before.spent)
    }
}

/// What may be spent on a channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spend {
    /// Anything from `min` to `max`.
    Between {
        /// At least this much.
        min: f64,
        /// At most this much; may be infinite.
        max: f64,
    },
    /// Nothing, or anything from `min` to `max`.
    OffOr {
        /// At least this much if anything.
        min: f64,
        /// At most this much; may be infinite.
        max: f64,
    },
    /// Just this much.
    Fixed(f64),
}

/// Limits of what the channels of a group get together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupLimits {
    /// At least this much.
    pub min: f64,
    /// At most this much; may be infinite.
    pub max: f64,
}

/// The best allocation with its proof.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What each channel gets, in the order of the problem.
    pub spends: Vec<f64>,
    /// Their sum.
    pub total_spend: f64,
    /// Response of all channels, weighted.
    pub response: f64,
    /// No allocation has more response; with [`Aim::LeastSpend`]: none that reaches the target costs less; with
    /// [`Per::Last`]: none has more response less what it costs, so that this less the answer's own cost bounds it.
    pub bound: f64,
    /// Distance of the answer from the bound, as a part of the bound.
    pub gap: f64,
    /// Whether the gap is as small as asked for.
    pub certified: bool,
    /// What one more unit of money buys, or the next step for each unit of it; 0 where the budget does not bind.
    pub multiplier: f64,
    /// Limits that would have to give way for more response.
    pub binding: Vec<Limit>,
    /// Parts of the space that were looked at.
    pub nodes: usize,
}

/// A limit of the problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// The budget.
    Budget,
    /// The cost target.
    Cost,
    /// What may be spent in a period.
    Period(usize),
    /// The least a group gets.
    GroupMin(usize),
    /// The most a group gets.
    GroupMax(usize),
    /// The least a channel gets.
    ChannelMin(usize),
    /// The most a channel gets.
    ChannelMax(usize),
}

/// Sums that clash, so that there is no allocation at all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Clash {
    /// A channel's minimum is above its maximum.
    Channel {
        /// The channel.
        channel: usize,
        /// Its minimum.
        min: f64,
        /// Its maximum.
        max: f64,
    },
    /// No multiple of the step lies between a channel's minimum and maximum.
    NoStep {
        /// The channel.
        channel: usize,
        /// Its minimum.
        min: f64,
        /// Its maximum.
        max: f64,
    },
    /// So many steps in these amounts are more than can be counted.
    StepTooFine {
        /// The step.
        step: f64,
        /// The least step that can be counted.
        least: f64,
    },
    /// The channels of a group need at least `least`, more than its maximum.
    GroupMax {
        /// The group.
        group: usize,
        /// What its channels need.
        least: f64,
        /// Its maximum.
        max: f64,
    },
    /// The channels of a group may get at most `most`, less than its minimum.
    GroupMin {
        /// The group.
        group: usize,
        /// Its minimum.
        min: f64,
        /// What its channels may get.
        most: f64,
    },
    /// All minimums together need more than the budget.
    Budget {
        /// What they need.
        least: f64,
        /// The budget.
        budget: f64,
    },
    /// No allocation reaches the target.
    Target {
        /// The response to reach.
        target: f64,
        /// The most there is.
        most: f64,
    },
    /// Nothing that may be spent costs so little on average.
    Cost {
        /// The most a unit of response may cost.
        cost: f64,
        /// The least it can; infinite where nothing wins anything.
        least: f64,
    },
    /// What is fixed in a period is more than may be spent in it.
    Period {
        /// The period.
        period: usize,
        /// What is needed in it.
        least: f64,
        /// What may be spent in it.
        max: f64,
    },
    /// All periods together leave too little for what must be spent.
    Periods {
        /// What must be spent.
        least: f64,
        /// What may be spent.
        most: f64,
    },
    /// A cost of the last unit is not asked for over periods whose limits cross, or in which money carries over.
    LastInPeriods,
    /// Whichever channels of a group are off, its sum lies outside its limits.
    GroupChoice {
        /// The group.
        group: usize,
        /// Its minimum.
        min: f64,
        /// Its maximum.
        max: f64,
        /// The greatest sum below the minimum.
        below: f64,
        /// The least sum above the maximum.
        above: f64,
    },
    /// Each limit alone can be met, but no choice of channels to leave out meets all of them.
    NoChoice,
    /// The search was ended before it found any allocation; there may be one.
    NotFound,
}

/// How far a search is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// Parts of the space that were looked at.
    pub nodes: usize,
    /// Response of the best allocation so far.
    pub response: Option<f64>,
    /// Nothing has more.
    pub bound: f64,
}

/// A look at the search: gets its progress, says whether it goes on.
pub type Watch<'a> = &'a mut dyn FnMut(&Progress) -> ControlFlow<()>;

/// What ends a search early.
pub struct Control<'a> {
    /// The most parts of the space to look at.
    pub most_nodes: usize,
    /// The most work: looks at what one channel spends for some worth. Counts down, over all questions that are asked
    /// with it; a question ends a few hundred looks a channel later at most.
    pub most_work: u64,
    /// Is asked after each part.
    pub watch: Option<Watch<'a>>,
}

impl Control<'_> {
    /// Ends a search after a million parts at the latest.
    #[must_use]
    pub fn unwatched() -> Self {
        Self { most_nodes: 1_000_000, most_work: u64::MAX, watch: None }
    }

    fn work_off(&mut self, relaxed: &mut multiplier::Relaxed) {
        self.most_work = self.most_work.saturating_sub(std::mem::take(&mut relaxed.work));
    }

    fn tell(&mut self, progress: &Progress) -> ControlFlow<()> {
        self.watch.as_mut().map_or(ControlFlow::Continue(()), |watch| watch(progress))
    }
}

/// The best allocation.
///
/// # Errors
/// Says which sums clash and by how much where there is no allocation at all.
pub fn solve(problem: &Problem, control: &mut Control<'_>) -> Result<Answer, Vec<Clash>> {
    let prepared = prepare::Prepared::of(problem)?;
    let answer = match problem.aim {
        Aim::MostResponse { .. } => prepared.most_response(control),
        Aim::LeastSpend { target, .. } => least_spend::solve(&prepared, target, control),
        Aim::CostTarget { cost, per, .. } => cost_target::solve(&prepared, (cost, per), control),
    };
    answer.map(|answer| prepared.or_present(answer))
}
