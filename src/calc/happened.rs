//! What comes of a plan some of whose months are over: they count by what happened, all others by the plan.
//!
//! What is known of a month goes before what would be calculated in its place: its registrations before those of the curve, its
//! leads before registrations times lead rate, its customers before leads times close rate, its revenue before customers times
//! value. What a channel has not spent of its money by then is spent evenly over the n months that are left of all T: y of it
//! buys n·r(T·(y/n))/T. Where a channel has months of its own, these take the place of the even ones: what is left is spent in their
//! proportion, and what works in a month follows from what was really spent before. Months of which the same is known add up to one [`Part`]; a channel of which nothing is known is one part
//! that has all of the plan, so that its numbers are the plan's own. Shared events and ripples count by the plan.

use std::collections::BTreeMap;

use crate::plan::allocation::ClassRates;
use crate::plan::{Channel, Money, Plan, Range};

use super::allocation::{AllocationReport, ChannelReport, Won, add_up, rates};
use super::curve::Response;
use super::months;
use super::numbers::{count, quotient, rate};
use super::schedule::{course, rest_of};
use super::track::ledger::{Ledger, Month, spent};

/// Months of a channel of which the same is known, added up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Part {
    /// How many months these are.
    pub months: u32,
    /// Registrations that were counted.
    pub registrations: f64,
    /// Registrations that the curve buys for what was spent, in months whose registrations are not known.
    pub by_curve: f64,
    /// The share of the plan's registrations that count as won in months that are over and of which neither money nor registrations
    /// are known, 0 to 1; all of them where nothing is known at all.
    pub planned: f64,
    /// Registrations of the months to come: what the curve buys for the money that is left.
    pub to_come: f64,
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
        self.by_curve + self.to_come + self.planned * of_plan
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
    /// Its money; `None` where nothing is known of the channel, and all counts by the plan.
    pub money: Option<Spent>,
}

/// Where the money of a channel stands when some months are over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spent {
    /// What is known to be spent.
    pub known: Money,
    /// Of how many months that are over the money is not known: the plan's counts, spent evenly.
    pub unknown_months: u32,
    /// What counts as spent, these months included.
    pub committed: Money,
    /// What the plan has left for the months to come.
    pub left: Money,
    /// How many months are to come.
    pub months_left: u32,
}

impl Spent {
    /// The money of a channel, when the months before `from` of all `months` are over.
    #[must_use]
    pub fn of(row: &ChannelReport, known: &[Month], from: u32, months: u32) -> Self {
        let of_plan = row.spend;
        let spent = known.iter().take(from as usize).filter_map(|month| month.spend);
        let unknown_months = from - u32::try_from(spent.clone().count()).unwrap_or(from);
        let planned = match &row.months {
            None => part_of(of_plan, unknown_months, months),
            Some(own) => {
                let is_unknown = |number: usize| known.get(number).is_none_or(|month| month.spend.is_none());
                let own = own.spends.iter().take(from as usize).enumerate();
                own.filter(|(number, _)| is_unknown(*number)).map(|(_, money)| i128::from(money.minor())).sum()
            }
        };
        let known = bounded(spent.map(|money| i128::from(money.minor())).sum());
        let committed = bounded(i128::from(known.minor()) + planned);
        let left = of_plan.minus(committed).unwrap_or_default().max(Money::ZERO);
        Self { known, unknown_months, committed, left, months_left: months - from.min(months) }
    }
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
    if !ledger.is_known() {
        return None;
    }
    let rows = plan.allocation.channels.iter().zip(&allocation.channels).zip(&ledger.channels);
    let channels: Vec<Known> = rows.map(|(row, months)| known(plan, row, months, ledger.over)).collect();
    let rows = plan.allocation.channels.iter().zip(&allocation.channels).zip(&channels);
    let rows = rows.map(|((channel, row), known)| row_of(plan, channel, row, known)).collect();
    let allocation = add_up(plan, rows, allocation.events.clone());
    Some(Happened { allocation, channels, revenue: revenue(plan, ledger) })
}

fn known(plan: &Plan, (channel, row): (&Channel, &ChannelReport), known: &[Month], over: u32) -> Known {
    let months = months::period(plan).months;
    if !known.iter().any(Month::is_known) {
        return Known { parts: vec![Part { months, planned: 1.0, ..Part::default() }], money: None };
    }
    let money = Spent::of(row, known, over, months);
    Known { parts: parts(plan, (channel, row), known, &money), money: Some(money) }
}

/// The row of a channel as it comes out.
fn row_of(plan: &Plan, channel: &Channel, row: &ChannelReport, known: &Known) -> ChannelReport {
    let rates = Rates::of(row, rates(&plan.allocation, channel.task.class()), plan);
    let won = known.parts.iter().map(|part| part.won(&rates)).reduce(|mut sum, won| {
        sum += won;
        sum
    });
    let won = won.unwrap_or_default();
    let spend = known.money.map_or(row.spend, |money| money.committed.max(row.spend));
    let uncertain: f64 = known.parts.iter().map(|part| part.uncertain(rates.of_plan)).sum();
    let range = channel.registrations_range.map(|factors| {
        let end = |factor: f64| won.registrations - uncertain + count(factor) * uncertain;
        Range { low: end(factors.low), high: end(factors.high) }
    });
    let average_cost = quotient(plan.currency.units(spend), won.registrations);
    ChannelReport { spend, won, range, average_cost, ..row.clone() }
}

/// Money of each month of a channel that is over by `money`: what was spent, by the plan where that is not known.
pub(super) fn spent_before(plan: &Plan, channel: &Channel, known: &[Month], money: &Spent) -> Vec<Money> {
    let planned = super::schedule::spends(plan, channel);
    let over = planned.len().saturating_sub(money.months_left as usize);
    with_known(plan, channel, (&planned, known), money).into_iter().take(over).collect()
}

/// What the months of a channel come to that are over by `money`; what is not known of them, by the plan.
pub(super) fn won_before(
    plan: &Plan,
    row: &ChannelReport,
    known: &[Month],
    (channel, money): (&Channel, &Spent),
) -> Won {
    let rates = Rates::of(row, rates(&plan.allocation, channel.task.class()), plan);
    let before = parts(plan, (channel, row), known, money).into_iter().map(|part| Part { to_come: 0.0, ..part });
    before.map(|part| part.won(&rates)).sum()
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

/// A channel's months by what is known of them: its leads, its customers, its revenue; those to come with those of which none of
/// these is.
fn parts(plan: &Plan, (channel, row): (&Channel, &ChannelReport), known: &[Month], money: &Spent) -> Vec<Part> {
    let mut parts: BTreeMap<[bool; 3], Part> = BTreeMap::new();
    let (months, units) = (months::period(plan).months, |money| plan.currency.units(money));
    let response = row.response.unwrap_or(Response::NOTHING);
    let own = by_own_months(plan, (channel, row), known, money);
    for number in 0..(months - money.months_left) as usize {
        let month = known.get(number).copied().unwrap_or_default();
        let part =
            parts.entry([month.leads.is_some(), month.customers.is_some(), month.revenue.is_some()]).or_default();
        let add = |sum: &mut Option<f64>, number: Option<f64>| *sum = number.map(|more| sum.unwrap_or(0.0) + more);
        part.months += 1;
        add(&mut part.leads, month.leads);
        add(&mut part.customers, month.customers);
        add(&mut part.revenue, month.revenue.map(|revenue| count(units(revenue))));
        match (month.registrations, month.spend) {
            (Some(registrations), _) => part.registrations += registrations,
            _ if own.is_some() => part.by_curve += own.iter().flatten().nth(number).copied().unwrap_or(0.0),
            (None, Some(spend)) => part.by_curve += response.in_month(units(spend), months),
            (None, None) => part.planned += 1.0 / f64::from(months),
        }
    }
    if money.months_left > 0 {
        let part = parts.entry([false; 3]).or_default();
        part.months += money.months_left;
        part.to_come = match own {
            Some(own) => own.iter().skip((months - money.months_left) as usize).sum(),
            None => response.of_months(money.months_left, months).value(units(money.left)),
        };
    }
    parts.into_values().collect()
}

/// Registrations by the curve in each month, where a channel has months of its own: for what was spent, by the plan where that is
/// not known, and for what is left.
fn by_own_months(
    plan: &Plan,
    (channel, row): (&Channel, &ChannelReport),
    known: &[Month],
    money: &Spent,
) -> Option<Vec<f64>> {
    let own = row.months.as_ref()?;
    let spends = with_known(plan, channel, (&own.spends, known), money);
    let units: Vec<f64> = spends.into_iter().map(|amount| count(plan.currency.units(amount))).collect();
    let response = row.response.unwrap_or(Response::NOTHING);
    Some(course::of(plan, channel).registrations(response, &units))
}

/// Money of each month: what was spent, by the plan where that is not known, and what is left.
#[must_use]
pub fn with_known(plan: &Plan, channel: &Channel, (planned, known): (&[Money], &[Month]), money: &Spent) -> Vec<Money> {
    let from = planned.len().saturating_sub(money.months_left as usize);
    spent(planned, known).take(from).chain(rest_of(plan, channel, money.left, from)).collect()
}

/// `part` of `whole` months of an amount, in minor units: rounded, halves away from zero, as spreadsheets round.
fn part_of(amount: Money, part: u32, whole: u32) -> i128 {
    let (part, whole) = (i128::from(part), i128::from(whole.max(1)));
    let double = 2 * i128::from(amount.minor()) * part;
    (double.abs() + whole) / (2 * whole) * double.signum()
}

/// At most the largest amount.
fn bounded(minor: i128) -> Money {
    let largest = i128::from(Money::LARGEST.minor());
    i64::try_from(minor.clamp(-largest, largest)).ok().and_then(Money::from_minor).unwrap_or(Money::LARGEST)
}
