//! What sharing adds, and what it would be if friends passed it on more or less often.

use crate::calc::numbers::count;

use super::{Generation, Inputs, ShareInputs, Step, generations, onsite_step, outcome};

/// What the share step adds to what the people on site bring anyway.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sharing {
    /// The people on site alone, at the cost of all steps before.
    pub without: Step,
    /// With those reached off site.
    pub with: Step,
    /// What one reward may cost at most so that the return on investment stays at the funnel's; `None` where no
    /// reward is handed out or the funnel returns nothing.
    pub dearest_reward: Option<f64>,
}

impl Sharing {
    /// Money the rewards cost, in currency units.
    #[must_use]
    pub fn added_cost(&self) -> f64 {
        self.with.cost - self.without.cost
    }

    /// Customers won off site.
    #[must_use]
    pub fn added_customers(&self) -> f64 {
        self.with.offsite_customers
    }

    /// Revenue from customers won off site, in currency units.
    #[must_use]
    pub fn added_revenue(&self) -> f64 {
        self.with.revenue - self.without.revenue
    }

    /// What one customer won off site costs in rewards; `None` without such customers.
    #[must_use]
    pub fn cost_per_added(&self) -> Option<f64> {
        (self.added_customers() > 0.0).then(|| self.added_cost() / self.added_customers())
    }
}

/// What sharing adds; `None` without a share step.
///
/// The dearest reward u solves revenue ÷ (cost before + rewards·u) = ROI of the funnel.
#[must_use]
pub fn sharing(inputs: &Inputs) -> Option<Sharing> {
    let share = inputs.share?;
    let steps = outcome(inputs).steps;
    let (before, with) = (steps.get(..steps.len() - 1)?, *steps.last()?);
    let without = onsite_step(before, share.onsite);
    let funnel_roi = steps.first().and_then(Step::roi).filter(|roi| *roi > 0.0);
    let dearest_reward = funnel_roi
        .filter(|_| share.vouchers > 0.0)
        .map(|roi| count((with.revenue / roi - without.cost) / share.vouchers));
    Some(Sharing { without, with, dearest_reward })
}

/// The rounds as they would be if people passed it on more or less often.
#[derive(Clone, Debug, PartialEq)]
pub struct PassOn {
    /// R: how many more people each person reached brings.
    pub reproduction: f64,
    /// How many people can be reached at all.
    pub audience_limit: Option<f64>,
    /// Its rounds.
    pub generations: Vec<Generation>,
}

/// Reproduction numbers that are compared with the plan's: one that fades soon, one that barely fades, one that
/// grows until everybody is reached.
const OTHER_REPRODUCTIONS: [f64; 3] = [0.5, 0.9, 1.2];

/// Where the plan states no audience limit, what grows is compared with this many times the first round.
const AUDIENCE_IN_FIRST_ROUNDS: f64 = 12.0;

/// Rounds that are enough to see where a chain goes.
const ROUNDS_TO_COMPARE: u32 = 10;

/// The rounds of a share step if each person reached brought `reproduction` more. Always some rounds, even where the
/// plan counts only one.
#[must_use]
pub fn if_passed_on(share: &ShareInputs, reproduction: f64) -> PassOn {
    let reshare_rate = if share.contacts > 0.0 { reproduction / share.contacts } else { 0.0 };
    let whole_audience = || count(AUDIENCE_IN_FIRST_ROUNDS * share.sharers * share.contacts);
    let audience_limit = share.audience_limit.map(count).or_else(|| (reproduction >= 1.0).then(whole_audience));
    let rounds = share.generations.clamp(ROUNDS_TO_COMPARE, 3 * ROUNDS_TO_COMPARE);
    let changed = ShareInputs { reshare_rate, audience_limit, generations: rounds, ..*share };
    PassOn { reproduction, audience_limit, generations: generations(&changed) }
}

/// The plan's rounds under other reproduction numbers, but not under one as good as its own.
#[must_use]
pub fn other_pass_ons(share: &ShareInputs) -> Vec<PassOn> {
    let own = share.reshare_rate * share.contacts;
    let differs = |other: &f64| (other - own).abs() > 0.05;
    OTHER_REPRODUCTIONS.into_iter().filter(differs).map(|other| if_passed_on(share, other)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calc::ripple::{FollowInputs, FunnelInputs};
    use crate::plan::ripple::OnSite;

    /// The method's example: an event sponsored for leads.
    fn example() -> Inputs {
        Inputs {
            funnel: FunnelInputs {
                cost: 500_000.0,
                audience: 200.0,
                lead_rate: 0.1,
                sign_rate: 0.1,
                value: 1_000_000.0,
            },
            follow: Some(FollowInputs { cost: 0.0, conversion: 0.02 }),
            share: Some(ShareInputs {
                vouchers: 100.0,
                unit_cost: 500.0,
                sharers: 100.0,
                contacts: 50.0,
                lead_rate: 0.05,
                sign_rate: 0.05,
                reshare_rate: 0.0,
                audience_limit: None,
                generations: 10,
                onsite: OnSite::Funnel,
            }),
        }
    }

    #[test]
    fn sharing_adds_customers_for_the_price_of_the_rewards() {
        let sharing = sharing(&example()).unwrap();
        assert!((sharing.added_customers() - 12.5).abs() < 1e-9);
        assert!((sharing.added_revenue() - 12_500_000.0).abs() < 1e-3);
        assert!((sharing.added_cost() - 50_000.0).abs() < 1e-9);
        assert!((sharing.cost_per_added().unwrap() - 4_000.0).abs() < 1e-9);
    }

    #[test]
    fn at_the_dearest_reward_sharing_returns_what_the_funnel_does() {
        let mut inputs = example();
        let dearest = sharing(&inputs).unwrap().dearest_reward.unwrap();
        assert!((dearest - 31_250.0).abs() < 1e-6);
        inputs.share.as_mut().unwrap().unit_cost = dearest;
        let roi: Vec<f64> = outcome(&inputs).steps.iter().filter_map(Step::roi).collect();
        assert!((roi[2] - roi[0]).abs() < 1e-9);
    }

    #[test]
    fn without_rewards_or_return_there_is_no_dearest_reward() {
        let mut inputs = example();
        inputs.share.as_mut().unwrap().vouchers = 0.0;
        assert_eq!(sharing(&inputs).unwrap().dearest_reward, None);
        let mut inputs = example();
        inputs.funnel.value = 0.0;
        assert_eq!(sharing(&inputs).unwrap().dearest_reward, None);
        inputs.share = None;
        assert_eq!(sharing(&inputs), None);
    }

    #[test]
    fn other_pass_on_rates_reach_what_the_picture_shows() {
        let share = example().share.unwrap();
        let reached: Vec<f64> = other_pass_ons(&share)
            .iter()
            .map(|other| other.generations.last().map_or(0.0, |last| last.reached.round()))
            .collect();
        assert_eq!(reached, [9_990.0, 32_566.0, 31_065.0]);
        let own = ShareInputs { reshare_rate: 0.01, ..share };
        assert_eq!(other_pass_ons(&own).len(), 2, "its own rate of 0.5 is not compared with itself");
    }
}
