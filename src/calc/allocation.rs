//! What the channels' money buys: registrations, leads, customers, revenue.

pub mod problems;
mod sums;

use std::collections::HashMap;

use crate::plan::allocation::{Allocation, Class, ClassRates, Group, Objective};
use crate::plan::goal::Measure;
use crate::plan::{Channel, Currency, Event, Id, Money, Plan, Range, Task};

use super::curve::{CurveProblem, Response};
use super::event::EventReport;
use super::numbers::{count, quotient, rate};
use super::schedule::{self, InMonths, InProportion};

pub(super) use sums::add_up;

/// Registrations, and what becomes of them. Counts are likely values; revenue in currency units.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Won {
    /// Registrations.
    pub registrations: f64,
    /// People met at events who are willing to talk.
    pub contacts: f64,
    /// Leads.
    pub leads: f64,
    /// Customers.
    pub customers: f64,
    /// Revenue in currency units.
    pub revenue: f64,
}

impl std::ops::AddAssign for Won {
    fn add_assign(&mut self, other: Self) {
        self.registrations += other.registrations;
        self.contacts += other.contacts;
        self.leads += other.leads;
        self.customers += other.customers;
        self.revenue += other.revenue;
    }
}

impl std::iter::Sum for Won {
    fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
        items.fold(Self::default(), |mut sum, item| {
            sum += item;
            sum
        })
    }
}

/// What one channel buys.
#[derive(Clone, Debug)]
pub struct ChannelReport {
    /// The channel.
    pub id: Id,
    /// Money it gets.
    pub spend: Money,
    /// Its curve, or why there is none; then it buys nothing.
    pub response: Result<Response, CurveProblem>,
    /// What its present spend buys.
    pub won: Won,
    /// What it spends and wins in each month; `None` where every month is the same.
    pub months: Option<InMonths>,
    /// 90 % range of the registrations.
    pub range: Option<Range<f64>>,
    /// Share of registrations that become leads: its own, otherwise the group's.
    pub lead_rate: f64,
    /// Share of all allocated money, 0 to 1.
    pub share: f64,
    /// Currency units a registration; `None` where none are bought.
    pub average_cost: Option<f64>,
    /// r(x + amount) − r(x): registrations the next amount buys, see [`AllocationReport::next_amount`].
    pub next: f64,
    /// r′(x): registrations a currency unit more buys. Where the slope is unbounded (a shape below 1 without any
    /// spend) it is what the first unit buys.
    pub marginal: f64,
}

/// Money and results of a group, a task or everything.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Subtotal {
    /// Money, own shares of events included.
    pub spend: Money,
    /// Share of all allocated money, 0 to 1.
    pub share: f64,
    /// What it buys.
    pub won: Won,
    /// Currency units a registration; `None` without registrations, where the money is not known, and for a task with events, whose money buys
    /// contacts as well. Of everything it is all money, own shares of events included, by all registrations.
    pub average_cost: Option<f64>,
    /// Whether the money is beyond the largest amount; it stands at zero then.
    pub too_large: bool,
}

/// The allocation, calculated.
#[derive(Clone, Debug)]
pub struct AllocationReport {
    /// One row a channel, in the plan's order.
    pub channels: Vec<ChannelReport>,
    /// One row an event, in the plan's order: its own share and what it brings.
    pub events: Vec<Subtotal>,
    /// One row a group, in the plan's order.
    pub groups: Vec<Subtotal>,
    /// Tasks A, B, W.
    pub tasks: [Subtotal; 3],
    /// Everything.
    pub total: Subtotal,
    /// Budget less what is allocated; `None` without a budget, or where a sum is too large.
    pub unallocated: Option<Money>,
    /// Leads of class A and B.
    pub leads: [f64; 2],
    /// Customers of class A and B, without ripples.
    pub customers: [f64; 2],
    /// Revenue of class A and B in currency units, without ripples.
    pub revenue: [f64; 2],
    /// The money of "the next 1,000 buys": the least multiple of the plan's step from a thousand units on, since what a
    /// few units buy cannot be read.
    pub next_amount: Money,
    /// What the mouse moves budgets by: the plan's step, or a thousand units where it states none.
    pub moved_by: Money,
    /// Whether a sum went beyond the largest amount; sums that did stand at zero.
    pub too_large: bool,
    /// What the best allocation is to have most of: as chosen, otherwise by what is known.
    pub objective: Objective,
}

impl AllocationReport {
    /// The subtotal of a task.
    #[must_use]
    pub fn task(&self, task: Task) -> &Subtotal {
        &self.tasks[task as usize]
    }

    /// The company's own shares of all events together.
    #[must_use]
    pub fn events_spend(&self) -> Money {
        Money::total(self.events.iter().map(|event| event.spend)).unwrap_or_default()
    }

    /// Where the event stands, the first one, whose own share is too large to be known: nothing can be split beside it.
    #[must_use]
    pub fn unknown_share(&self) -> Option<usize> {
        self.events.iter().position(|event| event.too_large)
    }

    /// Leads of a class.
    #[must_use]
    pub fn leads_of(&self, class: Class) -> f64 {
        self.leads[class as usize]
    }
}

/// Calculates the allocation; events bring their own share and their leads.
#[must_use]
pub fn report(plan: &Plan, events: &[EventReport]) -> AllocationReport {
    let allocation = &*plan.allocation;
    let rows = Rows { plan, next_amount: next_amount(plan) };
    let channels = allocation.channels.iter().zip(group_numbers(allocation));
    let channels =
        channels.map(|(channel, group)| rows.channel(channel, group.and_then(|number| allocation.groups.get(number))));
    let events = plan.events.iter().zip(events).map(|(event, row)| rows.event(event, row));
    add_up(plan, channels.collect(), events.collect())
}

/// What the goal's headline counts, once it is known what becomes of every registration; until then registrations. A
/// channel whose rate is missing would otherwise count as worth nothing, and lose its money to the others.
fn known_objective(plan: &Plan, rows: &[ChannelReport]) -> Objective {
    let wanted = match plan.goal.headline {
        Measure::Customers => Objective::Customers,
        Measure::Revenue | Measure::Share => Objective::Revenue,
    };
    let is_known = |(channel, row): (&Channel, &ChannelReport)| {
        let class = rates(&plan.allocation, channel.task.class());
        let value = wanted == Objective::Customers || class.value.likely > Money::ZERO;
        row.lead_rate > 0.0 && class.close_rate.likely > 0.0 && value
    };
    let buying = plan
        .allocation
        .channels
        .iter()
        .zip(rows)
        .filter(|(channel, row)| row.response.is_ok() && !channel.curve.is_blank());
    let mut known = buying.map(is_known).peekable();
    if known.peek().is_some() && known.all(|known| known) { wanted } else { Objective::Registrations }
}

fn stated_step(plan: &Plan) -> Option<Money> {
    plan.allocation.step.filter(|step| *step > Money::ZERO)
}

fn thousand(plan: &Plan) -> Option<Money> {
    plan.currency.whole(1_000)
}

/// The money of "the next 1,000 buys", see [`AllocationReport::next_amount`].
#[must_use]
pub fn next_amount(plan: &Plan) -> Money {
    let (Some(step), Some(thousand)) = (stated_step(plan), thousand(plan)) else {
        return thousand(plan).unwrap_or_default();
    };
    let [step, thousand] = [step, thousand].map(|money| money.minor().unsigned_abs());
    i64::try_from(thousand.div_ceil(step) * step).ok().and_then(Money::from_minor).unwrap_or_default()
}

/// Where the group of each channel stands; of two groups with the same id the first counts.
#[must_use]
pub fn group_numbers(allocation: &Allocation) -> Vec<Option<usize>> {
    let groups = allocation.groups.iter().enumerate().rev();
    let groups: HashMap<&Id, usize> = groups.map(|(number, group)| (&group.id, number)).collect();
    allocation.channels.iter().map(|channel| groups.get(channel.group.as_ref()?).copied()).collect()
}

/// What the rows are calculated with; their shares are known once all are added up.
struct Rows<'a> {
    plan: &'a Plan,
    next_amount: Money,
}

impl Rows<'_> {
    fn channel(&self, channel: &Channel, group: Option<&Group>) -> ChannelReport {
        let currency = &self.plan.currency;
        let response = Response::of(&channel.curve, currency);
        let spend = currency.units(channel.spend);
        let months = InProportion::of(self.plan, channel);
        let usable = response.unwrap_or(Response::NOTHING);
        let value = |x: f64| months.as_ref().map_or_else(|| usable.value(x), |months| months.value(usable, x));
        let registrations = value(spend);
        let lead_rate = own_or_group_rate(channel, group);
        let class = rates(&self.plan.allocation, channel.task.class());
        let range = |range: Range<f64>| Range {
            low: count(range.low) * registrations,
            high: count(range.high) * registrations,
        };
        let slope = months.as_ref().map_or_else(|| usable.slope(spend), |months| months.slope(usable, spend));
        ChannelReport {
            id: channel.id.clone(),
            spend: channel.spend,
            response,
            won: Won { registrations, ..closed(registrations * lead_rate, class, currency) },
            months: schedule::in_months(self.plan, channel, usable),
            range: channel.registrations_range.map(range),
            lead_rate,
            share: 0.0,
            average_cost: quotient(spend, registrations),
            next: value(spend + currency.units(self.next_amount)) - registrations,
            marginal: if slope.is_finite() { slope } else { value(spend + 1.0) - registrations },
        }
    }

    fn event(&self, event: &Event, report: &EventReport) -> Subtotal {
        let currency = &self.plan.currency;
        let won = closed(report.leads, rates(&self.plan.allocation, event.class), currency);
        Subtotal {
            spend: report.own_share,
            share: 0.0,
            won: Won { contacts: count(event.contacts.likely), ..won },
            average_cost: None,
            too_large: report.too_large,
        }
    }
}

/// The likely lead rate of a channel: its own, otherwise its group's, otherwise none.
#[must_use]
pub fn lead_rate(allocation: &Allocation, channel: &Channel) -> f64 {
    let group = channel.group.as_ref().and_then(|id| allocation.groups.iter().find(|group| group.id == *id));
    own_or_group_rate(channel, group)
}

fn own_or_group_rate(channel: &Channel, group: Option<&Group>) -> f64 {
    let estimate = channel.lead_rate.or_else(|| group.and_then(|group| group.lead_rate));
    estimate.map_or(0.0, |estimate| rate(estimate.likely))
}

/// The rates of a class.
#[must_use]
pub fn rates(allocation: &Allocation, class: Class) -> &ClassRates {
    match class {
        Class::A => &allocation.class_a,
        Class::B => &allocation.class_b,
    }
}

/// customers = leads·close rate, revenue = customers·value.
fn closed(leads: f64, class: &ClassRates, currency: &Currency) -> Won {
    let customers = leads * rate(class.close_rate.likely);
    Won { leads, customers, revenue: customers * count(currency.units(class.value.likely)), ..Won::default() }
}

/// What one of a number of things costs; `None` where there are none, or where gains of events exceed what is spent.
pub(super) fn cost_of_one(currency: &Currency, spend: Money, number: f64) -> Option<f64> {
    if spend < Money::ZERO { None } else { quotient(currency.units(spend), number) }
}

/// `part` ÷ `whole`, 0 where there is nothing, or where gains of events exceed all spending.
pub(super) fn fraction(currency: &Currency, part: Money, whole: Money) -> f64 {
    if whole <= Money::ZERO { 0.0 } else { currency.units(part) / currency.units(whole) }
}

/// What a task is called in the place of a finding: its letter.
#[must_use]
pub fn task_id(task: Task) -> Id {
    Id::new(match task {
        Task::A => "A",
        Task::B => "B",
        Task::W => "W",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amounts(step: Option<&str>, digits: u8) -> (Money, Money) {
        let period = crate::plan::Period { start: jiff::civil::date(2026, 1, 1), months: 12 };
        let mut plan = Plan { currency: Currency { code: "XXX".into(), digits }, ..Plan::blank("", period) };
        let step = step.map(|step| plan.currency.parse(step).unwrap());
        std::sync::Arc::make_mut(&mut plan.allocation).step = step;
        let report = report(&plan, &[]);
        (report.next_amount, report.moved_by)
    }

    #[test]
    fn the_next_amount_is_the_least_readable_multiple_of_the_step() {
        let units = |minor| Money::from_minor(minor).unwrap();
        for (step, next, moved) in [
            (None, 100_000, 100_000),
            (Some("1000"), 100_000, 100_000),
            (Some("1"), 100_000, 100),
            (Some("0.01"), 100_000, 1),
            (Some("300"), 120_000, 30_000),
            (Some("5000"), 500_000, 500_000),
            (Some("0"), 100_000, 100_000),
        ] {
            assert_eq!(amounts(step, 2), (units(next), units(moved)), "{step:?}");
        }
        assert_eq!(amounts(Some("7"), 0), (units(1_001), units(7)), "a currency without minor units");
    }
}
