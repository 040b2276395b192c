//! Rows of channels and events added up: by group, task, class, and all of them.

use crate::plan::{Money, Plan};

use super::{
    AllocationReport, ChannelReport, Subtotal, Won, cost_of_one, fraction, group_numbers, known_objective, next_amount,
    stated_step, thousand,
};

/// Adds up rows in the plan's order, and fills in which share of all money each of them has.
pub(in crate::calc) fn add_up(
    plan: &Plan,
    mut channels: Vec<ChannelReport>,
    mut events: Vec<Subtotal>,
) -> AllocationReport {
    let allocation = &*plan.allocation;
    let spent = channels.iter().map(|row| row.spend).chain(events.iter().map(|row| row.spend));
    let all = Money::total(spent).filter(|_| !events.iter().any(|event| event.too_large));
    let sums = Sums { plan, total_spend: all.unwrap_or_default() };
    for row in &mut channels {
        row.share = sums.share(row.spend);
    }
    for row in &mut events {
        row.share = sums.share(row.spend);
    }

    let mut by_group = vec![Sum::default(); allocation.groups.len()];
    let mut by_task = [Sum::default(); 3];
    let mut by_class = [Won::default(); 2];
    let mut total = Sum::default();
    for ((channel, row), group) in allocation.channels.iter().zip(&channels).zip(group_numbers(allocation)) {
        let group = group.and_then(|number| by_group.get_mut(number));
        let places = [&mut by_task[channel.task as usize], &mut total];
        places.into_iter().chain(group).for_each(|sum| sum.add(row.spend, row.won));
        by_class[channel.task.class() as usize] += row.won;
    }
    for (event, row) in plan.events.iter().zip(&events) {
        by_task[event.task as usize].has_events = true;
        for sum in [&mut by_task[event.task as usize], &mut total] {
            sum.add(row.spend, row.won);
            sum.too_large |= row.too_large;
        }
        by_class[event.class as usize] += row.won;
    }
    AllocationReport {
        objective: allocation.objective.unwrap_or_else(|| known_objective(plan, &channels)),
        channels,
        events,
        groups: by_group.iter().map(|sum| sums.subtotal(sum)).collect(),
        tasks: by_task.map(|sum| sums.task(&sum)),
        total: sums.subtotal(&total),
        unallocated: allocation.budget.zip(all).and_then(|(budget, all)| budget.minus(all)),
        leads: by_class.map(|won| won.leads),
        customers: by_class.map(|won| won.customers),
        revenue: by_class.map(|won| won.revenue),
        next_amount: next_amount(plan),
        moved_by: stated_step(plan).or_else(|| thousand(plan)).unwrap_or_default(),
        too_large: all.is_none(),
    }
}

/// Money and results being added up.
#[derive(Clone, Copy, Default)]
struct Sum {
    minor: i128,
    won: Won,
    has_events: bool,
    /// A part of it is.
    too_large: bool,
}

impl Sum {
    fn add(&mut self, spend: Money, won: Won) {
        self.minor += i128::from(spend.minor());
        self.won += won;
    }
}

/// What sums are shown as shares of.
struct Sums<'a> {
    plan: &'a Plan,
    total_spend: Money,
}

impl Sums<'_> {
    fn share(&self, spend: Money) -> f64 {
        fraction(&self.plan.currency, spend, self.total_spend)
    }

    fn subtotal(&self, sum: &Sum) -> Subtotal {
        let exact = i64::try_from(sum.minor).ok().and_then(Money::from_minor).filter(|_| !sum.too_large);
        let spend = exact.unwrap_or_default();
        Subtotal {
            spend,
            too_large: exact.is_none(),
            share: self.share(spend),
            won: sum.won,
            average_cost: exact.and_then(|spend| cost_of_one(&self.plan.currency, spend, sum.won.registrations)),
        }
    }

    /// Average cost of a task with events would mix what buys registrations with what does not: it is left out.
    fn task(&self, sum: &Sum) -> Subtotal {
        let row = self.subtotal(sum);
        Subtotal { average_cost: row.average_cost.filter(|_| !sum.has_events), ..row }
    }
}
