//! From funnel to ripple: what following and sharing add to a sponsored event.
//!
//! Generations of sharing are a branching process (Galton and Watson, 1875) whose mean number of children is the
//! reproduction number R. The total without an audience limit is e₁/(1−R), not e₁·(1+R)ⁿ.

use crate::plan::ripple::OnSite;
use crate::plan::{Currency, Id, Money, Ripple};

use super::numbers::{LARGEST, quotient};

mod inputs;
mod passing_on;
pub mod problems;
mod sharing;

pub use inputs::{Field, FollowInputs, FunnelInputs, Inputs, ShareInputs};
pub use passing_on::{MOST_ROUNDS, PassingOn, passing_on};
pub use sharing::{PassOn, Sharing, if_passed_on, other_pass_ons, sharing};

/// Which step of the way from funnel to ripple.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// The event alone.
    Funnel,
    /// Its audience follows.
    Follow,
    /// They tell their friends.
    Share,
}

impl StepKind {
    /// All of them, in their order.
    pub const ALL: [Self; 3] = [Self::Funnel, Self::Follow, Self::Share];
}

/// What one step costs and brings, as a whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Which step.
    pub kind: StepKind,
    /// Cost in currency units.
    pub cost: f64,
    /// People reached, on site and off.
    pub people: f64,
    /// Leads, on site and off.
    pub leads: f64,
    /// Customers, on site and off.
    pub customers: f64,
    /// Customers won off site.
    pub offsite_customers: f64,
    /// Revenue in currency units.
    pub revenue: f64,
}

impl Step {
    /// Revenue ÷ cost; `None` without cost.
    #[must_use]
    pub fn roi(&self) -> Option<f64> {
        quotient(self.revenue, self.cost)
    }

    /// Cost ÷ customers; `None` without customers.
    #[must_use]
    pub fn cost_per_customer(&self) -> Option<f64> {
        (self.customers > 0.0).then(|| self.cost / self.customers)
    }
}

/// One round of passing on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Generation {
    /// 1 for the friends of the sharers.
    pub number: u32,
    /// People newly reached in this round.
    pub exposures: f64,
    /// People reached up to this round.
    pub reached: f64,
    /// Customers among those newly reached.
    pub customers: f64,
}

/// What a ripple adds up to.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Funnel, then those of follow and share that are stated.
    pub steps: Vec<Step>,
    /// R = reshare rate · contacts: how many more people each person reached brings.
    pub reproduction: f64,
    /// Rounds of passing on; empty without a share step.
    pub generations: Vec<Generation>,
    /// Chance that passing on ends by itself, 0 to 1.
    pub dies_out: f64,
}

/// Rounds of passing on that are ever calculated; a longer list says nothing more.
pub const MOST_GENERATIONS: u32 = 1_000;

/// Calculates all steps. Counts below zero count as zero, rates stay within 0 to 1.
#[must_use]
pub fn outcome(inputs: &Inputs) -> Outcome {
    let inputs = inputs.usable();
    let funnel = funnel_step(&inputs.funnel);
    let follow = inputs.follow.map(|follow| follow_step(&funnel, &inputs.funnel, &follow));
    let mut steps: Vec<Step> = std::iter::once(funnel).chain(follow).collect();
    let Some(share) = inputs.share else {
        return Outcome { steps, reproduction: 0.0, generations: Vec::new(), dies_out: 1.0 };
    };
    let generations = generations(&share);
    let onsite = onsite_step(&steps, share.onsite);
    steps.push(share_step(&onsite, &inputs.funnel, &share, &generations));
    let reproduction = share.reshare_rate * share.contacts;
    let seeds = generations.first().map_or(0.0, |first| first.exposures);
    Outcome { steps, reproduction, generations, dies_out: extinction(reproduction).powf(seeds) }
}

/// leads = audience·lead rate, customers = leads·sign rate, revenue = customers·value.
fn funnel_step(funnel: &FunnelInputs) -> Step {
    let leads = funnel.audience * funnel.lead_rate;
    let customers = leads * funnel.sign_rate;
    Step {
        kind: StepKind::Funnel,
        cost: funnel.cost,
        people: funnel.audience,
        leads,
        customers,
        offsite_customers: 0.0,
        revenue: customers * funnel.value,
    }
}

/// A second, long-run conversion on the same audience.
fn follow_step(before: &Step, funnel: &FunnelInputs, follow: &FollowInputs) -> Step {
    let customers = funnel.audience * follow.conversion;
    Step {
        kind: StepKind::Follow,
        cost: before.cost + follow.cost,
        customers,
        revenue: customers * funnel.value,
        ..*before
    }
}

/// What the people on site bring while others share: as in the funnel or as in the follow step, at the cost of all
/// steps so far.
fn onsite_step(so_far: &[Step], onsite: OnSite) -> Step {
    let cost = so_far.last().map_or(0.0, |step| step.cost);
    let wanted = if onsite == OnSite::Follow { StepKind::Follow } else { StepKind::Funnel };
    let found = so_far.iter().find(|step| step.kind == wanted).or(so_far.first());
    let nothing = || funnel_step(&FunnelInputs::default());
    Step { cost, ..found.copied().unwrap_or_else(nothing) }
}

fn share_step(onsite: &Step, funnel: &FunnelInputs, share: &ShareInputs, generations: &[Generation]) -> Step {
    let reached: f64 = generations.iter().map(|generation| generation.exposures).sum();
    let offsite_customers = reached * share.lead_rate * share.sign_rate;
    let customers = onsite.customers + offsite_customers;
    Step {
        kind: StepKind::Share,
        cost: onsite.cost + share.vouchers * share.unit_cost,
        people: onsite.people + reached,
        leads: onsite.leads + reached * share.lead_rate,
        customers,
        offsite_customers,
        revenue: customers * funnel.value,
    }
}

/// The rounds that are counted, see [`MOST_GENERATIONS`].
#[must_use]
pub fn generations(share: &ShareInputs) -> Vec<Generation> {
    let share = share.usable();
    rounds(&share).take(share.generations.clamp(1, MOST_GENERATIONS) as usize).collect()
}

/// e₁ = sharers·contacts, then each round the last one's times R; with an audience limit N a new exposure counts
/// with 1 − reached/N. Without a limit the count ends at [`LARGEST`].
fn rounds(share: &ShareInputs) -> impl Iterator<Item = Generation> {
    let share = *share;
    let mut next = share.sharers * share.contacts;
    let mut reached = 0.0;
    (1..).map(move |number| {
        let fresh =
            share.audience_limit.map_or(1.0, |limit| quotient(reached, limit).map_or(1.0, |part| 1.0 - part).max(0.0));
        let room = (share.audience_limit.unwrap_or(LARGEST) - reached).max(0.0);
        let exposures = (next * fresh).min(room);
        reached += exposures;
        next = exposures * share.reshare_rate * share.contacts;
        Generation { number, exposures, reached, customers: exposures * share.lead_rate * share.sign_rate }
    })
}

/// Chance that the chain of one person dies out: the smallest q with q = exp(R·(q−1)).
#[must_use]
pub fn extinction(reproduction: f64) -> f64 {
    if reproduction <= 1.0 {
        return 1.0;
    }
    // From below, Newton on the convex f(q) = exp(R(q−1)) − q rises to the smaller root and never passes it.
    let mut q = 0.0_f64;
    for _ in 0..200 {
        let power = (reproduction * (q - 1.0)).exp();
        let step = (power - q) / (1.0 - reproduction * power);
        if !(step.is_finite() && step.abs() > f64::EPSILON) {
            break;
        }
        q = (q + step).clamp(0.0, 1.0);
    }
    q
}

/// What a ripple of the plan comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct RippleReport {
    /// The ripple.
    pub id: Id,
    /// Steps, generations, chance of dying out.
    pub outcome: Outcome,
    /// Exact cost of each step.
    pub costs: Vec<Money>,
    /// Cost of the rewards.
    pub reward: Money,
    /// What sharing adds.
    pub sharing: Option<Sharing>,
    /// Where passing on leads; `None` where nobody off site is reached.
    pub passing_on: Option<PassingOn>,
    /// The rounds under other reproduction numbers.
    pub pass_ons: Vec<PassOn>,
}

impl RippleReport {
    /// The last stated step: what the ripple contributes to the plan.
    #[must_use]
    pub fn last(&self) -> Option<&Step> {
        self.outcome.steps.last()
    }

    /// Exact cost of the last stated step.
    #[must_use]
    pub fn cost(&self) -> Money {
        self.costs.last().copied().unwrap_or_default()
    }

    /// People reached off site.
    #[must_use]
    pub fn offsite_people(&self) -> f64 {
        self.outcome.generations.last().map_or(0.0, |last| last.reached)
    }
}

/// Calculates one ripple of the plan with its likely values.
#[must_use]
pub fn report(ripple: &Ripple, currency: &Currency) -> RippleReport {
    let reward = ripple.share.and_then(|share| currency.amount(share.vouchers * currency.units(share.unit_cost)));
    let reward = reward.unwrap_or_default();
    let mut so_far = ripple.funnel.cost;
    let mut costs = vec![so_far];
    for more in ripple.follow.map(|follow| follow.cost).into_iter().chain(ripple.share.map(|_| reward)) {
        so_far = so_far.plus(more).unwrap_or_default();
        costs.push(so_far);
    }
    let inputs = Inputs::likely(ripple, currency);
    RippleReport {
        id: ripple.id.clone(),
        outcome: outcome(&inputs),
        costs,
        reward,
        sharing: sharing(&inputs),
        passing_on: inputs.share.as_ref().and_then(passing_on),
        pass_ons: inputs.share.as_ref().map(other_pass_ons).unwrap_or_default(),
    }
}
