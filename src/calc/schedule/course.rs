//! A channel in time: which periods count how much, and how long money works.

use crate::calc::curve::Response;
use crate::calc::numbers::units;
use crate::plan::{Channel, Plan};

use super::{before, carry_over, season, spends};

/// A channel in time.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// How much a period counts, at least 0; only their proportions matter.
    pub seasons: Vec<f64>,
    /// What part of an effect is left a period later, 0 to less than 1.
    pub carry_over: f64,
    /// What was spent in the periods before the first, the latest last.
    pub before: Vec<f64>,
    /// What a period's spend cannot be changed from; 0 where the channel cannot run.
    pub fixed: Vec<Option<f64>>,
}

impl Course {
    /// Every period alike, nothing carried over, nothing fixed.
    #[must_use]
    pub fn even(periods: usize) -> Self {
        Self { seasons: vec![1.0; periods], carry_over: 0.0, before: vec![], fixed: vec![None; periods] }
    }

    /// The seasons divided by their mean.
    #[must_use]
    pub fn weights(&self) -> Vec<f64> {
        let sum: f64 = self.seasons.iter().sum();
        #[allow(clippy::cast_precision_loss)] // some hundred periods
        let mean = sum / self.seasons.len() as f64;
        self.seasons.iter().map(|season| if mean > 0.0 { season / mean } else { 0.0 }).collect()
    }

    /// What works in each period when so much is spent in each.
    #[must_use]
    pub fn effective(&self, spends: &[f64]) -> Vec<f64> {
        let carried = |left: &mut f64, spend: &f64| {
            *left = self.carry_over * *left + (1.0 - self.carry_over) * spend;
            Some(*left)
        };
        spends.iter().scan(self.still_works(), carried).collect()
    }

    /// How many periods there are.
    #[must_use]
    pub fn length(&self) -> u32 {
        u32::try_from(self.seasons.len()).unwrap_or(u32::MAX)
    }

    /// Registrations of each period when so much is spent in each, in currency units; the curve is that of all periods.
    #[must_use]
    pub fn registrations(&self, response: Response, spends: &[f64]) -> Vec<f64> {
        let cells = self.weights().into_iter().zip(self.effective(spends));
        cells.map(|(season, works)| season * response.in_month(works, self.length())).collect()
    }

    /// What still works of the time before.
    #[must_use]
    pub fn still_works(&self) -> f64 {
        let carried = |left: f64, spend: &f64| self.carry_over * left + (1.0 - self.carry_over) * spend;
        self.before.iter().fold(0.0, carried)
    }

    /// Money that works only after the last period.
    #[must_use]
    pub fn to_come(&self, spends: &[f64]) -> f64 {
        let last = self.effective(spends).last().copied().unwrap_or(0.0);
        last * self.carry_over / (1.0 - self.carry_over)
    }
}

/// A channel of the plan in its months: locked months keep their money, and none is spent where it cannot run.
#[must_use]
pub fn of(plan: &Plan, channel: &Channel) -> Course {
    let schedule = &channel.schedule;
    let fixed = |(month, amount)| match (schedule.is_locked(month), schedule.is_off(month)) {
        (true, _) => Some(units(&plan.currency, amount)),
        (false, true) => Some(0.0),
        (false, false) => None,
    };
    Course {
        seasons: season(plan, channel),
        carry_over: carry_over(channel),
        before: before(plan, channel).into_iter().map(|amount| units(&plan.currency, amount)).collect(),
        fixed: spends(plan, channel).into_iter().enumerate().map(fixed).collect(),
    }
}
