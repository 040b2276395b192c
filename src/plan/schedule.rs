//! When a channel spends its money, and when that works (a media schedule, 排期).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Money, is_default};

/// A channel's months. Months are numbered as people number them: 1 is the first of the period.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// Money of each month of the period, in all what the channel gets; left out: the same in every month in which it can run.
    #[serde(default, skip_serializing_if = "is_default")]
    pub spend: Vec<Money>,
    /// Months whose money stays as it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub locked: BTreeSet<u32>,
    /// Months in which the channel cannot run.
    #[serde(default, skip_serializing_if = "is_default")]
    pub off: BTreeSet<u32>,
    /// How much each month counts, at least 0, of any sum above it; left out: as its task says.
    #[serde(default, skip_serializing_if = "is_default")]
    pub season: Vec<f64>,
    /// What part of an effect is left a month later, 0 to less than 1.
    #[serde(default, skip_serializing_if = "is_default")]
    pub carry_over: f64,
    /// What was spent in the months before the period, the latest last; left out: what is known to have happened.
    #[serde(default, skip_serializing_if = "is_default")]
    pub before: Vec<Money>,
}

impl Schedule {
    /// Whether the money of a month stays as it is; 0 is the first month.
    #[must_use]
    pub fn is_locked(&self, month: usize) -> bool {
        is_among(&self.locked, month)
    }

    /// Whether the channel cannot run in a month; 0 is the first month.
    #[must_use]
    pub fn is_off(&self, month: usize) -> bool {
        is_among(&self.off, month)
    }

    /// Locks a month or opens it again; 0 is the first month.
    pub fn set_locked(&mut self, month: usize, locked: bool) {
        put(&mut self.locked, month, locked);
    }

    /// Says whether the channel cannot run in a month; 0 is the first month.
    pub fn set_off(&mut self, month: usize, off: bool) {
        put(&mut self.off, month, off);
    }
}

fn number(month: usize) -> Option<u32> {
    u32::try_from(month).ok()?.checked_add(1)
}

fn is_among(months: &BTreeSet<u32>, month: usize) -> bool {
    number(month).is_some_and(|number| months.contains(&number))
}

fn put(months: &mut BTreeSet<u32>, month: usize, is_there: bool) {
    let Some(number) = number(month) else { return };
    if is_there {
        months.insert(number);
    } else {
        months.remove(&number);
    }
}
