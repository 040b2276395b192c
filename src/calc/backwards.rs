//! From the goal backwards: how much more of what would close the gap.

use std::collections::HashSet;

use crate::plan::allocation::Class;
use crate::plan::{Channel, Estimate, Id, Money, Plan, Range, Task};

use super::Results;
use super::allocation::{AllocationReport, ChannelReport};
use super::chain::{ChainReport, Flow, costs_beyond_events};
use super::goal::GoalReport;
use super::numbers::{count, quotient, rate};
use super::ripple::{RippleReport, StepKind};

/// A column of the table that reads from the goal back to the money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Revenue in currency units.
    pub revenue: f64,
    /// Customers.
    pub customers: f64,
    /// Leads.
    pub leads: f64,
    /// Registrations, contacts, people reached.
    pub reached: f64,
    /// Money in currency units.
    pub money: f64,
}

impl Column {
    /// Revenue per customer.
    #[must_use]
    pub fn value(&self) -> Option<f64> {
        quotient(self.revenue, self.customers)
    }

    /// Customers per lead.
    #[must_use]
    pub fn close_rate(&self) -> Option<f64> {
        quotient(self.customers, self.leads)
    }

    /// Leads per person reached.
    #[must_use]
    pub fn lead_rate(&self) -> Option<f64> {
        quotient(self.leads, self.reached)
    }
}

/// Where new revenue comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// Class-A leads.
    ClassA,
    /// Class-B leads.
    ClassB,
    /// Ripples, on site.
    OnSite,
    /// Ripples, off site.
    OffSite,
}

impl Origin {
    /// Where the leads of a class come in.
    #[must_use]
    pub fn of(class: Class) -> Self {
        match class {
            Class::A => Self::ClassA,
            Class::B => Self::ClassB,
        }
    }
}

/// One way to close the gap with all else unchanged.
#[derive(Clone, Debug, PartialEq)]
pub enum Way {
    /// More people share.
    Sharers {
        /// The ripple.
        ripple: Id,
        /// Sharers now.
        now: f64,
        /// Sharers needed, a whole number.
        needed: f64,
        /// What the further rewards cost.
        extra_cost: Money,
        /// The range typed for the sharers.
        range: Option<Range<f64>>,
        /// Off-site column as it would be.
        off_site: Column,
    },
    /// Every lead rate grows by the same factor.
    LeadRates {
        /// The factor.
        factor: f64,
        /// Leads per person now.
        now: f64,
        /// Leads per person needed; `None` where a rate would have to pass 100 %.
        needed: Option<f64>,
        /// Whether each stays within the range typed for it; `None` where none has a range.
        within_ranges: Option<bool>,
    },
    /// More registrations of a class.
    Registrations {
        /// The class.
        class: Class,
        /// Registrations now.
        now: f64,
        /// Registrations needed.
        needed: f64,
        /// What its channels' curves give at most.
        ceiling: f64,
    },
}

impl Way {
    /// Whether the way stays within what the plan says is possible; `None` where it says nothing about that.
    #[must_use]
    pub fn possible(&self) -> Option<bool> {
        match self {
            Self::Sharers { needed, range, .. } => range.map(|range| *needed <= range.high),
            Self::LeadRates { needed: None, .. } => Some(false),
            Self::LeadRates { within_ranges, .. } => *within_ranges,
            Self::Registrations { needed, ceiling, .. } => Some(needed <= ceiling),
        }
    }
}

/// The table from the goal backwards, and the ways to close the gap.
#[derive(Clone, Debug, PartialEq)]
pub struct Backwards {
    /// New revenue the goal asks for, in currency units.
    pub needed_revenue: f64,
    /// Class A, class B, on site, off site as they are now.
    pub columns: [(Origin, Column); 4],
    /// Money of word of mouth that brings nobody: it keeps a reputation, and stands in no column.
    pub apart: Money,
    /// All columns together, and the money that stands apart.
    pub total: Column,
    /// Whether all money is known: a sum that is too large to calculate with stands at zero.
    pub money_known: bool,
    /// Ways to close the gap; empty where there is no gap, and where nothing in the plan could close it.
    pub ways: Vec<Way>,
}

impl Backwards {
    /// New revenue that is missing, in currency units; `None` where the plan reaches the goal.
    #[must_use]
    pub fn gap(&self) -> Option<f64> {
        Some(self.needed_revenue - self.total.revenue).filter(|gap| *gap > 0.0)
    }
}

/// Reads the plan backwards; `None` without a revenue goal above zero.
#[must_use]
pub fn report(plan: &Plan, results: &Results, chain: &ChainReport, goal: &GoalReport) -> Option<Backwards> {
    let currency = &plan.currency;
    let target = goal.target.revenue?.value;
    if target <= Money::ZERO {
        return None;
    }
    let needed_revenue = currency.units(target) - currency.units(goal.baseline.revenue);
    let columns = columns(plan, results);
    let total = total(chain, currency.units(chain.total.money));
    let rows = plan.allocation.channels.iter().zip(&results.expected().channels);
    let apart = rows.filter(|(channel, row)| stands_apart(channel, row)).map(|(_, row)| row.spend);
    let apart = Money::total(apart).unwrap_or_default();
    let backwards =
        Backwards { needed_revenue, columns, apart, total, money_known: chain.money_known, ways: Vec::new() };
    let ways = backwards.gap().map(|gap| ways(plan, results, &chain.total, gap)).unwrap_or_default();
    Some(Backwards { ways, ..backwards })
}

fn columns(plan: &Plan, results: &Results) -> [(Origin, Column); 4] {
    let currency = &plan.currency;
    let class = |class: Class| {
        let allocation = results.expected();
        let reached = class_reached(plan, allocation, class);
        Column {
            revenue: allocation.revenue[class as usize],
            customers: allocation.customers[class as usize],
            leads: allocation.leads[class as usize],
            reached,
            money: currency.units(class_money(plan, allocation, class).unwrap_or_default()),
        }
    };
    let (on_site, off_site) = ripple_columns(plan, results);
    [
        (Origin::ClassA, class(Class::A)),
        (Origin::ClassB, class(Class::B)),
        (Origin::OnSite, on_site),
        (Origin::OffSite, off_site),
    ]
}

/// Word of mouth that brings registrations counts as class A, people and money alike; where it brings none, no column
/// can say what its money buys.
fn stands_apart(channel: &Channel, row: &ChannelReport) -> bool {
    channel.task == Task::W && row.won.registrations <= 0.0
}

/// What is spent on the people of a class, wherever they come from; `None` where it is too large to calculate with.
fn class_money(plan: &Plan, report: &AllocationReport, class: Class) -> Option<Money> {
    let channels = plan.allocation.channels.iter().zip(&report.channels);
    let own = channels.filter(|(channel, row)| channel.task.class() == class && !stands_apart(channel, row));
    let events = plan.events.iter().zip(&report.events).filter(|(event, _)| event.class == class);
    let shares = events.map(|(_, row)| (!row.too_large).then_some(row.spend));
    let amounts: Option<Vec<Money>> = own.map(|(_, row)| Some(row.spend)).chain(shares).collect();
    Money::total(amounts?)
}

fn class_reached(plan: &Plan, report: &AllocationReport, class: Class) -> f64 {
    let channels = plan.allocation.channels.iter().zip(&report.channels);
    let registrations =
        channels.filter(|(channel, _)| channel.task.class() == class).map(|(_, row)| row.won.registrations);
    let events = plan.events.iter().zip(&report.events);
    let contacts = events.filter(|(event, _)| event.class == class).map(|(_, row)| row.won.contacts);
    registrations.chain(contacts).sum()
}

fn ripple_columns(plan: &Plan, results: &Results) -> (Column, Column) {
    let nothing = Column { revenue: 0.0, customers: 0.0, leads: 0.0, reached: 0.0, money: 0.0 };
    let (mut on, mut off) = (nothing, nothing);
    let costs = costs_beyond_events(plan, results.allocation, results.ripples);
    for ((ripple, report), cost) in plan.ripples.iter().zip(results.ripples).zip(costs) {
        let Some(last) = report.last() else { continue };
        let value = count(plan.currency.units(ripple.funnel.value.likely));
        let off_people = report.offsite_people();
        let off_leads = ripple.share.map_or(0.0, |share| off_people * rate(share.lead_rate.likely));
        let reward = if last.kind == StepKind::Share { plan.currency.units(report.reward) } else { 0.0 };
        off.customers += last.offsite_customers;
        off.revenue += last.offsite_customers * value;
        off.leads += off_leads;
        off.reached += off_people;
        off.money += reward;
        on.customers += last.customers - last.offsite_customers;
        on.revenue += (last.customers - last.offsite_customers) * value;
        on.leads += last.leads - off_leads;
        on.reached += last.people - off_people;
        on.money += plan.currency.units(cost) - reward;
    }
    (on, off)
}

fn total(chain: &ChainReport, money: f64) -> Column {
    let total = &chain.total;
    Column { revenue: total.revenue, customers: total.customers, leads: total.leads, reached: total.reached, money }
}

fn ways(plan: &Plan, results: &Results, total: &Flow, gap: f64) -> Vec<Way> {
    let ripple =
        plan.ripples.iter().zip(results.ripples).find_map(|(ripple, report)| sharers(plan, ripple, report, gap));
    let rates = lead_rates(plan, results, total, gap);
    let classes = Class::ALL.into_iter().filter_map(|class| registrations(plan, results, class, gap));
    ripple.into_iter().chain(rates).chain(classes).collect()
}

/// Without an audience limit the people reached grow in proportion to the sharers; with one, they are tried one by one
/// by halving.
fn sharers(plan: &Plan, ripple: &crate::plan::Ripple, report: &RippleReport, gap: f64) -> Option<Way> {
    let share = ripple.share?;
    let last = report.last()?;
    let currency = &plan.currency;
    let value = count(currency.units(ripple.funnel.value.likely));
    let revenue = |sharers: f64| {
        let mut inputs = super::ripple::Inputs::likely(ripple, currency);
        inputs.share.iter_mut().for_each(|share| share.sharers = sharers);
        super::ripple::outcome(&inputs).steps.last().map_or(0.0, |step| step.offsite_customers * value)
    };
    let wanted = last.offsite_customers * value + gap;
    let now = count(share.sharers.likely);
    // Doubling finds an upper end; a limited audience may never get there.
    let mut high = now.max(1.0);
    while revenue(high) < wanted {
        high *= 2.0;
        if high > 1e9 {
            return None;
        }
    }
    let mut low = now;
    for _ in 0..100 {
        let middle = f64::midpoint(low, high);
        if revenue(middle) < wanted { low = middle } else { high = middle }
    }
    // Sharers are people: the next whole number, unless rounding alone is above it.
    let needed = (high - 1e-6).ceil();
    let exact = report_off_site(ripple, plan, high);
    let extra = (needed - count(share.vouchers)).max(0.0) * currency.units(share.unit_cost);
    let money = currency.units(report.reward) + extra;
    let extra_cost = currency.amount(extra)?;
    Some(Way::Sharers {
        ripple: ripple.id.clone(),
        now,
        needed,
        extra_cost,
        range: share.sharers.range,
        off_site: Column { money, ..exact },
    })
}

fn report_off_site(ripple: &crate::plan::Ripple, plan: &Plan, sharers: f64) -> Column {
    let mut inputs = super::ripple::Inputs::likely(ripple, &plan.currency);
    inputs.share.iter_mut().for_each(|share| share.sharers = sharers);
    let outcome = super::ripple::outcome(&inputs);
    let customers = outcome.steps.last().map_or(0.0, |step| step.offsite_customers);
    let reached = outcome.generations.last().map_or(0.0, |last| last.reached);
    let lead_rate = ripple.share.map_or(0.0, |share| rate(share.lead_rate.likely));
    let value = count(plan.currency.units(ripple.funnel.value.likely));
    Column { revenue: customers * value, customers, leads: reached * lead_rate, reached, money: 0.0 }
}

fn lead_rates(plan: &Plan, results: &Results, total: &Flow, gap: f64) -> Option<Way> {
    let settled = results.happened.map_or(0.0, |happened| happened.settled(plan, results.allocation));
    let through_leads = total.revenue - super::chain::beside_leads(plan, results.ripples, false) - settled;
    let factor = 1.0 + quotient(gap, through_leads)?;
    let now = quotient(total.leads, total.reached)?;
    // Nobody turns more than all of them into leads.
    let possible = now * factor <= 1.0 && all_lead_rates(plan).all(|rate| rate.likely * factor <= 1.0);
    Some(Way::LeadRates {
        factor,
        now,
        needed: possible.then_some(now * factor),
        within_ranges: all_lead_rates(plan)
            .any(|rate| rate.range.is_some())
            .then(|| all_lead_rates(plan).all(|rate| fits(&rate, factor))),
    })
}

fn fits(rate: &Estimate<f64>, factor: f64) -> bool {
    rate.likely * factor <= rate.range.map_or(1.0, |range| range.high)
}

fn all_lead_rates(plan: &Plan) -> impl Iterator<Item = Estimate<f64>> {
    let allocation = &plan.allocation;
    let channels = allocation.channels.iter().filter_map(|channel| channel.lead_rate);
    let relying = allocation.channels.iter().filter(|channel| channel.lead_rate.is_none());
    let used: HashSet<&Id> = relying.filter_map(|channel| channel.group.as_ref()).collect();
    let groups = allocation.groups.iter().filter(move |group| used.contains(&group.id));
    let groups = groups.filter_map(|group| group.lead_rate);
    let events = plan.events.iter().map(|event| event.lead_rate);
    let ripples = plan
        .ripples
        .iter()
        .flat_map(|ripple| std::iter::once(ripple.funnel.lead_rate).chain(ripple.share.map(|share| share.lead_rate)));
    channels.chain(groups).chain(events).chain(ripples)
}

/// More registrations, at the average revenue that the plan has of a registration of the class.
fn registrations(plan: &Plan, results: &Results, class: Class, gap: f64) -> Option<Way> {
    let sum = |report: &AllocationReport, number: fn(&ChannelReport) -> f64| -> f64 {
        let rows = plan.allocation.channels.iter().zip(&report.channels);
        rows.filter(|(channel, _)| channel.task.class() == class).map(|(_, row)| number(row)).sum()
    };
    let planned = results.allocation;
    let now = sum(results.expected(), |row| row.won.registrations);
    let ceiling = sum(planned, |row| row.response.map_or(0.0, |response| response.ceiling()));
    let revenue = sum(planned, |row| row.won.revenue);
    let needed = now + quotient(gap * sum(planned, |row| row.won.registrations), revenue).filter(|more| *more > 0.0)?;
    Some(Way::Registrations { class, now, needed, ceiling })
}
