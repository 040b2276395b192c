//! The chain money → registrations → leads → customers → revenue → goal, by source, and its narrowest place.

use std::collections::HashMap;

use crate::plan::allocation::Class;
use crate::plan::goal::Measure;
use crate::plan::ripple::OnSite;
use crate::plan::{Estimate, Id, Money, Plan, Task};

use super::Results;
use super::allocation::{AllocationReport, Won, rates};
use super::finding::{Finding, Place, Section};
use super::happened::Moved;
use super::numbers::problems::NumberProblem;
use super::numbers::{count, quotient};
use super::ripple::{Inputs, RippleReport, outcome};

/// Where results come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// Channels and events of a task.
    Task(Task),
    /// All ripples.
    Ripple,
}

/// One source's way from money to revenue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flow {
    /// The source.
    pub source: Source,
    /// Money it gets.
    pub money: Money,
    /// Registrations, contacts at events and people a ripple reaches.
    pub reached: f64,
    /// Leads.
    pub leads: f64,
    /// Customers.
    pub customers: f64,
    /// Revenue in currency units.
    pub revenue: f64,
}

/// A step of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Link {
    /// Money → registrations and contacts.
    Reach,
    /// Registrations → leads.
    LeadRate,
    /// Leads → customers.
    CloseRate,
    /// Customers → revenue.
    Value,
}

impl Link {
    /// All steps, from the money on.
    pub const ALL: [Self; 4] = [Self::Reach, Self::LeadRate, Self::CloseRate, Self::Value];
}

/// The step where most is to be won.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Narrowest {
    /// The step.
    pub link: Link,
    /// What the step passes on now: people per currency unit, leads per person, customers per lead, or revenue
    /// per customer.
    pub now: f64,
    /// What it would have to pass on for the goal to be reached with all else unchanged; `None` where the goal is
    /// reached already or cannot be reached here.
    pub needed: Option<f64>,
}

/// The chain, calculated.
#[derive(Clone, Debug)]
pub struct ChainReport {
    /// A, B, W, ripple; those without money and results included.
    pub flows: [Flow; 4],
    /// All sources together; its `source` means nothing.
    pub total: Flow,
    /// Whether the money of all is known: a sum that is too large to calculate with stands at zero.
    pub money_known: bool,
    /// The narrowest place; `None` where nothing flows.
    pub narrowest: Option<Narrowest>,
}

impl ChainReport {
    /// Pass rate of a step over all sources; `None` where nothing comes in, and where it is not known how much.
    #[must_use]
    pub fn rate(&self, link: Link, currency: &crate::plan::Currency) -> Option<f64> {
        let total = &self.total;
        let (into, out) = match link {
            Link::Reach if !self.money_known => return None,
            Link::Reach => (currency.units(total.money), total.reached),
            Link::LeadRate => (total.reached, total.leads),
            Link::CloseRate => (total.leads, total.customers),
            Link::Value => (total.customers, total.revenue),
        };
        quotient(out, into)
    }
}

/// Adds up the chain by source.
#[must_use]
pub fn report(plan: &Plan, results: &Results) -> ChainReport {
    let (allocation, ripples) = (results.expected(), results.ripples);
    let task = |task: Task| {
        let row = allocation.task(task);
        Flow {
            source: Source::Task(task),
            money: row.spend,
            reached: row.won.registrations + row.won.contacts,
            leads: row.won.leads,
            customers: row.won.customers,
            revenue: row.won.revenue,
        }
    };
    let [a, b, w] = Task::ALL.map(task);
    let flows = [a, b, w, ripple_flow(plan, allocation, ripples)];
    let total = flows.iter().skip(1).fold(a, |sum, flow| Flow {
        source: sum.source,
        money: Money::ZERO,
        reached: sum.reached + flow.reached,
        leads: sum.leads + flow.leads,
        customers: sum.customers + flow.customers,
        revenue: sum.revenue + flow.revenue,
    });
    let costs = costs_beyond_events(plan, allocation, ripples);
    let money =
        Money::total(costs.into_iter().chain([a, b, w].map(|flow| flow.money))).filter(|_| !allocation.too_large);
    let total = Flow { money: money.unwrap_or_default(), ..total };
    let mut chain = ChainReport { flows, total, money_known: money.is_some(), narrowest: None };
    chain.narrowest = narrowest(plan, &chain, results);
    chain
}

/// What each ripple costs beyond its event's own share, which the allocation has counted already: money is counted
/// once, also where several ripples belong to one event.
#[must_use]
pub fn costs_beyond_events(plan: &Plan, allocation: &AllocationReport, ripples: &[RippleReport]) -> Vec<Money> {
    let shares = plan.events.iter().zip(&allocation.events).map(|(event, row)| (&event.id, row.spend));
    let mut counted: HashMap<&Id, Money> = shares.collect();
    let beyond = |(ripple, report): (&crate::plan::Ripple, &RippleReport)| {
        let Some(left) = ripple.event.as_ref().and_then(|event| counted.get_mut(event)) else { return report.cost() };
        let covered = ripple.funnel.cost.clamp(Money::ZERO, (*left).max(Money::ZERO));
        *left = left.minus(covered).unwrap_or_default();
        report.cost().minus(covered).unwrap_or_default()
    };
    plan.ripples.iter().zip(ripples).map(beyond).collect()
}

fn ripple_flow(plan: &Plan, allocation: &AllocationReport, ripples: &[RippleReport]) -> Flow {
    let last = |value: fn(&super::ripple::Step) -> f64| ripples.iter().filter_map(|r| r.last()).map(value).sum();
    Flow {
        source: Source::Ripple,
        money: Money::total(costs_beyond_events(plan, allocation, ripples)).unwrap_or_default(),
        reached: last(|step| step.people),
        leads: last(|step| step.leads),
        customers: last(|step| step.customers),
        revenue: last(|step| step.revenue),
    }
}

/// How much the headline measure gains when one input alone goes to the high end of its range.
struct Gain {
    link: Link,
    gain: f64,
}

/// The step whose widest input, moved alone to the high end of its range, adds most to the goal; a tie goes to the
/// earlier step. Without any range: the rate (of leads or of closing) that passes least.
fn narrowest(plan: &Plan, chain: &ChainReport, results: &Results) -> Option<Narrowest> {
    let by_customers = plan.goal.headline == Measure::Customers;
    let mut best: Option<Gain> = None;
    let mut offer = |link: Link, gain: f64| {
        // Steps come in any order; a later one must be better by more than rounding.
        let better = best.as_ref().is_none_or(|best| {
            let tie = (gain - best.gain).abs() <= 1e-9 * best.gain.abs();
            if tie { link < best.link } else { gain > best.gain }
        });
        if gain > 0.0 && gain.is_finite() && better {
            best = Some(Gain { link, gain });
        }
    };
    channel_gains(plan, results, by_customers, &mut offer);
    event_gains(plan, results.allocation, by_customers, &mut offer);
    ripple_gains(plan, results.ripples, by_customers, &mut offer);
    let link = best.map_or_else(|| lowest_rate(plan, chain), |gain| Some(gain.link))?;
    let now = chain.rate(link, &plan.currency)?;
    let needed = needed(plan, chain, results.ripples, link).and_then(|factor| quotient(factor * now, 1.0));
    // Nobody turns more than all of them into leads or customers.
    let is_rate = matches!(link, Link::LeadRate | Link::CloseRate);
    Some(Narrowest { link, now, needed: needed.filter(|needed| !is_rate || *needed <= 1.0) })
}

fn lowest_rate(plan: &Plan, chain: &ChainReport) -> Option<Link> {
    let rate = |link| chain.rate(link, &plan.currency).map(|rate| (link, rate));
    let rates = [Link::LeadRate, Link::CloseRate].into_iter().filter_map(rate);
    rates.min_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(link, _)| link)
}

/// high ÷ likely − 1: by how much an input of a product can grow.
fn growth(likely: f64, high: f64) -> f64 {
    quotient(high, likely).map_or(0.0, |quotient| (quotient - 1.0).max(0.0))
}

fn rate_growth(rate: &Estimate<f64>) -> f64 {
    growth(rate.likely, rate.high().min(1.0))
}

/// In channels every input is a factor of what has not happened yet, so its gain is its growth times what it moves.
fn channel_gains(plan: &Plan, results: &Results, by_customers: bool, offer: &mut impl FnMut(Link, f64)) {
    let allocation = &*plan.allocation;
    let mut by_group: HashMap<&Id, f64> = HashMap::new();
    let mut by_class = [Moved::default(); 2];
    for (index, (channel, row)) in allocation.channels.iter().zip(&results.allocation.channels).enumerate() {
        let moved = match results.happened {
            Some(happened) => happened.moved(plan, results.allocation, index, by_customers),
            None => Moved::wholly(result(&row.won, by_customers)),
        };
        offer(Link::Reach, channel.registrations_range.map_or(0.0, |range| growth(1.0, range.high)) * moved.reach);
        offer(Link::LeadRate, channel.lead_rate.map_or(0.0, |rate| rate_growth(&rate)) * moved.lead_rate);
        if let Some(group) = channel.group.as_ref().filter(|_| channel.lead_rate.is_none()) {
            *by_group.entry(group).or_default() += moved.lead_rate;
        }
        let class = &mut by_class[channel.task.class() as usize];
        class.close_rate += moved.close_rate;
        class.value += moved.value;
    }
    for group in &allocation.groups {
        let carried = by_group.get(&group.id).copied().unwrap_or(0.0);
        offer(Link::LeadRate, group.lead_rate.map_or(0.0, |rate| rate_growth(&rate)) * carried);
    }
    for (event, row) in plan.events.iter().zip(&results.allocation.events) {
        let class = &mut by_class[event.class as usize];
        class.close_rate += result(&row.won, by_customers);
        class.value += result(&row.won, by_customers);
    }
    for class in Class::ALL {
        let (rates, moved) = (rates(allocation, class), by_class[class as usize]);
        offer(Link::CloseRate, rate_growth(&rates.close_rate) * moved.close_rate);
        if !by_customers {
            let (likely, high) = (plan.currency.units(rates.value.likely), plan.currency.units(rates.value.high()));
            offer(Link::Value, growth(likely, high) * moved.value);
        }
    }
}

fn result(won: &Won, by_customers: bool) -> f64 {
    if by_customers { won.customers } else { won.revenue }
}

fn event_gains(plan: &Plan, report: &AllocationReport, by_customers: bool, offer: &mut impl FnMut(Link, f64)) {
    for (event, row) in plan.events.iter().zip(&report.events) {
        let carried = result(&row.won, by_customers);
        offer(Link::Reach, growth(event.contacts.likely, event.contacts.high()) * carried);
        offer(Link::LeadRate, rate_growth(&event.lead_rate) * carried);
    }
}

/// A ripple is no plain product (it has an audience limit), so each input is moved and the ripple calculated again.
fn ripple_gains(plan: &Plan, reports: &[RippleReport], by_customers: bool, offer: &mut impl FnMut(Link, f64)) {
    for (ripple, report) in plan.ripples.iter().zip(reports) {
        let likely = Inputs::likely(ripple, &plan.currency);
        let result = |inputs: &Inputs| {
            outcome(inputs).steps.last().map_or(0.0, |step| if by_customers { step.customers } else { step.revenue })
        };
        let now = report.last().map_or(0.0, |step| if by_customers { step.customers } else { step.revenue });
        let mut moved = |link: Link, change: &dyn Fn(&mut Inputs)| {
            let mut inputs = likely;
            change(&mut inputs);
            offer(link, result(&inputs) - now);
        };
        let funnel = &ripple.funnel;
        moved(Link::Reach, &|inputs| inputs.funnel.audience = funnel.audience.high());
        moved(Link::LeadRate, &|inputs| inputs.funnel.lead_rate = funnel.lead_rate.high());
        moved(Link::CloseRate, &|inputs| inputs.funnel.sign_rate = funnel.sign_rate.high());
        moved(Link::Value, &|inputs| inputs.funnel.value = plan.currency.units(funnel.value.high()));
        if let Some(follow) = ripple.follow {
            let high = follow.conversion.high();
            moved(Link::CloseRate, &|inputs| inputs.follow.iter_mut().for_each(|follow| follow.conversion = high));
        }
        if let Some(share) = ripple.share {
            let mut set = |link, change: &dyn Fn(&mut super::ripple::ShareInputs)| {
                moved(link, &|inputs| inputs.share.iter_mut().for_each(change));
            };
            set(Link::Reach, &|inputs| inputs.sharers = share.sharers.high());
            set(Link::Reach, &|inputs| inputs.contacts = share.contacts.high());
            set(Link::Reach, &|inputs| inputs.reshare_rate = share.reshare_rate.high());
            set(Link::LeadRate, &|inputs| inputs.lead_rate = share.lead_rate.high());
            set(Link::CloseRate, &|inputs| inputs.sign_rate = share.sign_rate.high());
        }
    }
}

/// The factor by which a step would have to grow for the headline's goal to be reached with all else unchanged.
fn needed(plan: &Plan, chain: &ChainReport, ripples: &[RippleReport], link: Link) -> Option<f64> {
    let by_customers = plan.goal.headline == Measure::Customers;
    let total = if by_customers { chain.total.customers } else { chain.total.revenue };
    let gap = wanted(plan)? - total;
    let through = match link {
        Link::Value if by_customers => 0.0,
        Link::LeadRate => total - beside_leads(plan, ripples, by_customers),
        _ => total,
    };
    (gap > 0.0).then(|| quotient(gap, through)).flatten().map(|more| 1.0 + more)
}

/// What the plan has to win on top of the baseline, customers or revenue, for the headline's goal to be reached.
fn wanted(plan: &Plan) -> Option<f64> {
    let target = super::goal::target::target(plan);
    let baseline = &plan.goal.baseline;
    let units = |amount: Option<Money>| plan.currency.units(amount.unwrap_or_default());
    match plan.goal.headline {
        Measure::Customers => Some(target.customers?.value - count(baseline.customers.unwrap_or(0.0))),
        Measure::Revenue => Some(plan.currency.units(target.revenue?.value) - units(baseline.revenue)),
        // (B + w) / (T + w) = s: total revenue grows by what is won.
        Measure::Share => {
            let (share, total) = (target.share?.value, units(baseline.total_revenue));
            (total > 0.0).then(|| quotient(share * total - units(baseline.revenue), 1.0 - share)).flatten()
        }
    }
}

/// What followers contribute does not pass through leads: their conversion is a share of the audience.
pub(super) fn beside_leads(plan: &Plan, ripples: &[RippleReport], by_customers: bool) -> f64 {
    let follows = |ripple: &crate::plan::Ripple| {
        ripple.follow.is_some() && ripple.share.is_none_or(|share| share.onsite == OnSite::Follow)
    };
    let onsite = |(ripple, report): (&crate::plan::Ripple, &RippleReport)| {
        let customers = report.last().map_or(0.0, |step| step.customers - step.offsite_customers);
        if by_customers { customers } else { customers * count(plan.currency.units(ripple.funnel.value.likely)) }
    };
    plan.ripples.iter().zip(ripples).filter(|(ripple, _)| follows(ripple)).map(onsite).sum()
}

/// What to mend in the chain.
pub(super) fn findings(plan: &Plan, chain: &ChainReport, out: &mut Vec<Finding>) {
    if plan.currency.amount(chain.total.revenue).is_none() {
        out.push(Finding::new(Place::of(Section::Allocation, "value_a"), NumberProblem::MoneyTooLarge));
    }
}
