//! What comes of a plan some of whose months are over: they count by what happened, all others by the plan.
//!
//! What is known of a month goes before what would be calculated in its place: its registrations before those of the curve, its
//! leads before registrations times lead rate, its customers before leads times close rate, its revenue before customers times
//! value. Months of which the same is known add up to one [`Part`]; a channel of which nothing is known is one part that has all of
//! the plan, so that its numbers are the plan's own. Shared events and ripples count by the plan.

use std::collections::BTreeMap;

use crate::plan::allocation::ClassRates;
use crate::plan::{Channel, Money, Plan, Range};

use super::allocation::{AllocationReport, ChannelReport, Won, add_up, rates};
use super::months;
use super::numbers::{count, quotient, rate};
use super::track::ledger::{Ledger, Month};

/// Months of a channel of which the same is known, added up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Part {
    /// How many months these are.
    pub months: u32,
    /// Registrations that were counted.
    pub registrations: f64,
    /// Registrations that the curve buys for what was spent, in months whose registrations are not known.
    pub by_curve: f64,
    /// The share of the plan's registrations that the other months are to win, 0 to 1: evenly, as the money is spent.
    pub planned: f64,
    /// Leads that were counted; `None` where they follow from the registrations.
    pub leads: Option<f64>,
    /// Customers that were counted; `None` where they follow from the leads.
    pub customers: Option<f64>,
    /// Revenue that was counted, in currency units; `None` where it follows from the customers.
    pub revenue: Option<f64>,
}

impl Part {
    /// Registrations that are as uncertain as the curve, where the whole plan has `of_plan`.
    #[must_use]
    pub fn uncertain(&self, of_plan: f64) -> f64 {
        self.by_curve + self.planned * of_plan
    }

    fn won(&self, rates: &Rates) -> Won {
        let registrations = self.registrations + self.uncertain(rates.of_plan);
        let leads = self.leads.unwrap_or(registrations * rates.lead_rate);
        let customers = self.customers.unwrap_or(leads * rates.close_rate);
        let revenue = self.revenue.unwrap_or(customers * rates.value);
        Won { registrations, contacts: 0.0, leads, customers, revenue }
    }
}

/// What registrations of a channel become.
struct Rates {
    /// Registrations of the whole plan.
    of_plan: f64,
    lead_rate: f64,
    close_rate: f64,
    /// Currency units a customer.
    value: f64,
}

impl Rates {
    fn of(row: &ChannelReport, class: &ClassRates, plan: &Plan) -> Self {
        Self {
            of_plan: row.won.registrations,
            lead_rate: row.lead_rate,
            close_rate: rate(class.close_rate.likely),
            value: count(plan.currency.units(class.value.likely)),
        }
    }
}

/// How much of a channel's result is a multiple of each of its inputs: what happened already is moved by none of them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moved {
    /// Of the registrations its money buys.
    pub reach: f64,
    /// Of its lead rate.
    pub lead_rate: f64,
    /// Of the close rate of its class.
    pub close_rate: f64,
    /// Of the value of a customer; meant for revenue alone.
    pub value: f64,
}

impl Moved {
    /// A result that is a product of all of them.
    #[must_use]
    pub fn wholly(result: f64) -> Self {
        Self { reach: result, lead_rate: result, close_rate: result, value: result }
    }

    fn add(&mut self, part: &Part, won: &Won, by_customers: bool) {
        let result = if by_customers { won.customers } else { won.revenue };
        if by_customers && part.customers.is_some() || !by_customers && part.revenue.is_some() {
            return;
        }
        self.value += result;
        if part.customers.is_some() {
            return;
        }
        self.close_rate += result;
        if part.leads.is_some() {
            return;
        }
        self.lead_rate += result;
        self.reach += quotient(won.registrations - part.registrations, won.registrations).unwrap_or(0.0) * result;
    }
}

/// What is known of a channel, and what is left to its plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// Its months by what is known of them.
    pub parts: Vec<Part>,
    /// What is known to be spent.
    pub spent: Money,
    /// Of how many months the money is not known: it counts by the plan, spent evenly.
    pub unspent: u32,
}

/// What happened, and what comes of it together with the rest of the plan.
#[derive(Clone, Debug)]
pub struct Happened {
    /// What all months together come to; its rows stand as those of the plan.
    pub allocation: AllocationReport,
    /// A channel each, in the plan's order.
    pub channels: Vec<Known>,
    /// Revenue that is known.
    pub revenue: months::Known,
}

/// What comes of the plan; `None` where nothing is known of any month that is over.
#[must_use]
pub fn happened(plan: &Plan, allocation: &AllocationReport, ledger: &Ledger) -> Option<Happened> {
    if !ledger.channels.iter().flatten().any(Month::is_known) {
        return None;
    }
    let rows = allocation.channels.iter().zip(&ledger.channels);
    let channels: Vec<Known> = rows.map(|(row, months)| known(plan, row, months)).collect();
    let rows = plan.allocation.channels.iter().zip(&allocation.channels).zip(&channels);
    let rows = rows.map(|((channel, row), known)| row_of(plan, channel, row, known)).collect();
    let allocation = add_up(plan, rows, allocation.events.clone());
    Some(Happened { allocation, channels, revenue: revenue(plan, ledger) })
}

fn known(plan: &Plan, row: &ChannelReport, known: &[Month]) -> Known {
    let months = months::period(plan).months;
    let spent = known.iter().filter_map(|month| month.spend);
    let unspent = months - u32::try_from(spent.clone().count()).unwrap_or(months);
    let spent = bounded(spent.map(|money| i128::from(money.minor())).sum());
    Known { parts: parts(row, known, months, plan), spent, unspent }
}

/// The row of a channel as it comes out.
fn row_of(plan: &Plan, channel: &Channel, row: &ChannelReport, known: &Known) -> ChannelReport {
    let rates = Rates::of(row, rates(&plan.allocation, channel.task.class()), plan);
    let won = known.parts.iter().map(|part| part.won(&rates)).reduce(|mut sum, won| {
        sum += won;
        sum
    });
    let won = won.unwrap_or_default();
    let left = still_to_spend(channel.spend, known.unspent, months::period(plan).months);
    let spend = bounded(i128::from(known.spent.minor()) + left);
    let uncertain: f64 = known.parts.iter().map(|part| part.uncertain(rates.of_plan)).sum();
    let range = channel.registrations_range.map(|factors| {
        let end = |factor: f64| won.registrations - uncertain + count(factor) * uncertain;
        Range { low: end(factors.low), high: end(factors.high) }
    });
    let average_cost = quotient(plan.currency.units(spend), won.registrations);
    ChannelReport { spend, won, range, average_cost, ..row.clone() }
}

fn revenue(plan: &Plan, ledger: &Ledger) -> months::Known {
    let months = months::period(plan).months as usize;
    let mut sums: [Vec<Option<f64>>; 2] = [vec![None; months], vec![None; months]];
    for (channel, known) in plan.allocation.channels.iter().zip(&ledger.channels) {
        for (sum, month) in sums[channel.task.class() as usize].iter_mut().zip(known) {
            if let Some(revenue) = month.revenue {
                *sum = Some(sum.unwrap_or(0.0) + count(plan.currency.units(revenue)));
            }
        }
    }
    months::Known { classes: sums }
}

impl Happened {
    /// What a part of a channel comes to.
    #[must_use]
    pub fn won(&self, plan: &Plan, of_plan: &AllocationReport, index: usize, part: &Part) -> Won {
        let channel = plan.allocation.channels.get(index).zip(of_plan.channels.get(index));
        channel.map_or_else(Won::default, |(channel, row)| {
            part.won(&Rates::of(row, rates(&plan.allocation, channel.task.class()), plan))
        })
    }

    /// Revenue of all channels that no lead rate moves any more, in currency units.
    #[must_use]
    pub fn settled(&self, plan: &Plan, of_plan: &AllocationReport) -> f64 {
        let rows = self.allocation.channels.iter().enumerate();
        rows.map(|(index, row)| row.won.revenue - self.moved(plan, of_plan, index, false).lead_rate).sum()
    }

    /// How much of a channel's customers or revenue hangs on each of its inputs.
    #[must_use]
    pub fn moved(&self, plan: &Plan, of_plan: &AllocationReport, index: usize, by_customers: bool) -> Moved {
        let mut moved = Moved::default();
        for part in self.channels.get(index).into_iter().flat_map(|known| &known.parts) {
            moved.add(part, &self.won(plan, of_plan, index, part), by_customers);
        }
        moved
    }
}

/// A channel's months by what is known of them: its leads, its customers, its revenue.
fn parts(row: &ChannelReport, known: &[Month], months: u32, plan: &Plan) -> Vec<Part> {
    let mut parts: BTreeMap<[bool; 3], Part> = BTreeMap::new();
    let units = |money| plan.currency.units(money);
    for number in 0..months as usize {
        let month = known.get(number).copied().unwrap_or_default();
        let part =
            parts.entry([month.leads.is_some(), month.customers.is_some(), month.revenue.is_some()]).or_default();
        let add = |sum: &mut Option<f64>, number: Option<f64>| *sum = number.map(|more| sum.unwrap_or(0.0) + more);
        part.months += 1;
        add(&mut part.leads, month.leads);
        add(&mut part.customers, month.customers);
        add(&mut part.revenue, month.revenue.map(|revenue| count(units(revenue))));
        match (month.registrations, month.spend, row.response) {
            (Some(registrations), ..) => part.registrations += registrations,
            (None, Some(spend), Ok(response)) => part.by_curve += response.in_month(units(spend), months),
            (None, Some(_), Err(_)) => {}
            (None, None, _) => part.planned += 1.0,
        }
    }
    let shares = parts.into_values().map(|part| Part { planned: part.planned / f64::from(months), ..part });
    shares.collect()
}

/// The plan's money, in minor units, for the `left` of all months of which no other is known: rounded, halves away from zero, as
/// spreadsheets round.
fn still_to_spend(of_plan: Money, left: u32, months: u32) -> i128 {
    let (left, months) = (i128::from(left), i128::from(months));
    let double = 2 * i128::from(of_plan.minor()) * left;
    (double.abs() + months) / (2 * months) * double.signum()
}

/// At most the largest amount.
fn bounded(minor: i128) -> Money {
    let largest = i128::from(Money::LARGEST.minor());
    i64::try_from(minor.clamp(-largest, largest)).ok().and_then(Money::from_minor).unwrap_or(Money::LARGEST)
}
