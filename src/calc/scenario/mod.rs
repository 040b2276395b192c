//! Scenarios: other ways to spend beside the base plan.
//!
//! A scenario says what differs from the base: the budget, the spend of channels, and the months in which they spend it where these
//! are not the base's in proportion. Everything else (curves, rates, goal,
//! team, events) is the base plan's, so that a change of it holds for all of them.

pub mod alternatives;
pub mod problems;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::plan::{Allocation, Channel, Id, Money, Plan, Scenario};

use super::schedule::{give, length, spread};

/// The scenario of this id, the first one.
#[must_use]
pub fn find<'a>(base: &'a Plan, id: &Id) -> Option<&'a Scenario> {
    base.scenarios.iter().find(|scenario| scenario.id == *id)
}

/// The plan as it is in a scenario: a plan of its own, without scenarios. Money for a channel that is not there is left out.
#[must_use]
pub fn applied(base: &Plan, scenario: &Scenario) -> Plan {
    let mut plan = Plan { scenarios: Arc::default(), ..base.clone() };
    let allocation = Arc::make_mut(&mut plan.allocation);
    allocation.budget = scenario.budget.or(allocation.budget);
    let (mut left, mut months) = (scenario.spend.clone(), scenario.months.clone());
    let length = length(base);
    for channel in &mut allocation.channels {
        // Of channels that share an id, the first one: a map holds one amount for both.
        if let Some(spend) = left.remove(&channel.id) {
            give(channel, spend, length);
        }
        if let Some(months) = months.remove(&channel.id) {
            channel.schedule.spend = months;
        }
    }
    plan
}

/// The scenario in which `base` becomes `shown`, over a period of so many months: its budget, spends and months are those that
/// differ. What it says of channels that neither plan has stays; name and note are those of `scenario`. A plan without a budget has
/// the base's.
#[must_use]
pub fn difference(base: &Allocation, shown: &Allocation, scenario: &Scenario, length: usize) -> Scenario {
    let (before, after) = (by_id(base), by_id(shown));
    let is_unknown = |id: &Id| !before.contains_key(id) && !after.contains_key(id);
    let was = |id: &Id| before.get(id).map(|channel| channel.spend).unwrap_or_default();
    let spends = after.iter().filter(|(id, channel)| was(id) != channel.spend);
    let months = after.iter().filter(|(id, channel)| {
        let was = before.get(*id).map(|before| months_then(before, channel.spend, length));
        was.unwrap_or_default() != channel.schedule.spend
    });
    let spends = spends.map(|(id, channel)| ((*id).clone(), channel.spend));
    let months = months.map(|(id, channel)| ((*id).clone(), channel.schedule.spend.clone()));
    let unknown = scenario.spend.iter().filter(|(id, _)| is_unknown(id)).map(|(id, spend)| (id.clone(), *spend));
    let unknown_months = scenario.months.iter().filter(|(id, _)| is_unknown(id));
    let unknown_months = unknown_months.map(|(id, months)| (id.clone(), months.clone()));
    Scenario {
        budget: shown.budget.filter(|budget| base.budget != Some(*budget)),
        spend: unknown.chain(spends).collect(),
        months: unknown_months.chain(months).collect(),
        ..scenario.clone()
    }
}

/// Money of the months of a channel once it gets so much.
fn months_then(channel: &Channel, spend: Money, length: usize) -> Vec<Money> {
    let own = &channel.schedule;
    if own.spend.is_empty() || channel.spend == spend { own.spend.clone() } else { spread(own, spend, length) }
}

/// The channels; of those that share an id, the first one.
fn by_id(allocation: &Allocation) -> BTreeMap<&Id, &Channel> {
    allocation.channels.iter().rev().map(|channel| (&channel.id, channel)).collect()
}

/// The base plan after `before`, which is the scenario `id` applied to it, was changed to `after`: budget, spends and months go to the
/// scenario, everything else to the base. A channel that is new gets nothing in the base.
#[must_use]
pub fn divided(base: &Plan, before: &Plan, after: &Plan, id: &Id) -> Plan {
    let mut plan = Plan { scenarios: Arc::clone(&base.scenarios), ..after.clone() };
    let Some(place) = base.scenarios.iter().position(|scenario| scenario.id == *id) else { return plan };
    plan.allocation = Arc::clone(&base.allocation);
    if Arc::ptr_eq(&before.allocation, &after.allocation) {
        return plan;
    }
    let allocation = with_money_of(&after.allocation, &base.allocation);
    let scenario = difference(&allocation, &after.allocation, &base.scenarios[place], length(after));
    // Sections stay the very same where nothing in them differs.
    if allocation != *base.allocation {
        plan.allocation = Arc::new(allocation);
    }
    if scenario != base.scenarios[place] {
        Arc::make_mut(&mut plan.scenarios)[place] = scenario;
    }
    plan
}

/// The allocation with budget, spends and months of another.
fn with_money_of(allocation: &Allocation, money: &Allocation) -> Allocation {
    let known = by_id(money);
    let mut allocation = Allocation { budget: money.budget, ..allocation.clone() };
    let mut seen = BTreeSet::new();
    for channel in &mut allocation.channels {
        if seen.insert(channel.id.clone()) {
            let own = known.get(&channel.id);
            channel.spend = own.map(|own| own.spend).unwrap_or_default();
            channel.schedule.spend = own.map(|own| own.schedule.spend.clone()).unwrap_or_default();
        }
    }
    allocation
}

/// A new scenario, which is the plan as it is shown: with nothing in it where that is the base itself.
#[must_use]
pub fn of_present(base: &Plan, shown: &Plan, name: String) -> Scenario {
    let id = Id::fresh("scenario", base.scenarios.iter().map(|scenario| &scenario.id));
    difference(&base.allocation, &shown.allocation, &Scenario::new(id, name), length(shown))
}

/// A name that no scenario has: this one, or with a number behind it.
#[must_use]
pub fn free_name(base: &Plan, name: String) -> String {
    let is_free = |name: &String| base.scenarios.iter().all(|other| other.name != *name);
    let numbered = (2..base.scenarios.len() + 2).map(|number| format!("{name} {number}"));
    // Of one more than there are scenarios, one is free.
    std::iter::once(name.clone()).chain(numbered).find(is_free).unwrap_or(name)
}

/// The plan whose base has the scenario's numbers. The scenario itself is gone, for it is the base now; all others say what now
/// differs, so that their numbers stay what they were. `None` if there is no scenario of this id.
#[must_use]
pub fn adopted(base: &Plan, id: &Id) -> Option<Plan> {
    let place = base.scenarios.iter().position(|scenario| scenario.id == *id)?;
    let plan = applied(base, &base.scenarios[place]);
    let others = base.scenarios.iter().enumerate().filter(|(other, _)| *other != place);
    let others =
        others.map(|(_, other)| difference(&plan.allocation, &applied(base, other).allocation, other, length(base)));
    Some(Plan { scenarios: Arc::new(others.collect()), ..plan })
}
