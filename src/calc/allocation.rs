//! What the channels' money buys: registrations, leads, customers, revenue.

use crate::plan::allocation::{Allocation, Class, ClassRates};
use crate::plan::{Channel, Currency, Id, Money, Plan, Range, Task};

use super::curve::{CurveProblem, Response};
use super::event::EventReport;
use super::finding::{Finding, Problem, Section};

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
    /// Its curve, or why there is none; then it buys nothing.
    pub response: Result<Response, CurveProblem>,
    /// What its present spend buys.
    pub won: Won,
    /// 90 % range of the registrations.
    pub range: Option<Range<f64>>,
    /// Share of registrations that become leads: its own, otherwise the group's.
    pub lead_rate: f64,
    /// Share of all allocated money, 0 to 1.
    pub share: f64,
    /// Currency units a registration; `None` where none are bought.
    pub average_cost: Option<f64>,
    /// r(x + step) − r(x): registrations the next step buys.
    pub next: f64,
    /// r′(x): registrations a currency unit more buys.
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
    /// Currency units a registration of the channels that have registrations, or of all money for the total.
    pub average_cost: Option<f64>,
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
    /// Budget less what is allocated; `None` without a budget.
    pub unallocated: Option<Money>,
    /// Leads of class A and B.
    pub leads: [f64; 2],
    /// Customers of class A and B, without ripples.
    pub customers: [f64; 2],
    /// Revenue of class A and B in currency units, without ripples.
    pub revenue: [f64; 2],
    /// The money of "the next 1,000 buys": the plan's step, or a thousand units where it states none.
    pub next_amount: Money,
    /// Whether a sum went beyond the largest amount; sums that did stand at zero.
    pub too_large: bool,
}

impl AllocationReport {
    /// The subtotal of a task.
    #[must_use]
    pub fn task(&self, task: Task) -> &Subtotal {
        &self.tasks[task as usize]
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
    let next_amount = allocation.step.filter(|step| *step > Money::ZERO).or_else(|| plan.currency.whole(1_000));
    let next_amount = next_amount.unwrap_or_default();
    let spent = allocation.channels.iter().map(|channel| channel.spend);
    let all = Money::total(spent.chain(events.iter().map(|event| event.own_share)));
    let total_spend = all.unwrap_or_default();
    let share = |amount: Money| fraction(&plan.currency, amount, total_spend);
    let mut channels: Vec<ChannelReport> =
        allocation.channels.iter().map(|channel| channel_report(channel, plan, next_amount)).collect();
    for (row, channel) in channels.iter_mut().zip(&allocation.channels) {
        row.share = share(channel.spend);
    }
    let events: Vec<Subtotal> = plan
        .events
        .iter()
        .zip(events)
        .map(|(event, report)| Subtotal {
            spend: report.own_share,
            share: share(report.own_share),
            won: event_won(allocation, event, report, &plan.currency),
            average_cost: None,
        })
        .collect();
    let sums = Sums { plan, channels: &channels, events: &events, total_spend };
    let by_class = |value: fn(&Won) -> f64| Class::ALL.map(|class| sums.of_class(class, value));
    AllocationReport {
        groups: allocation.groups.iter().map(|group| sums.group(&group.id)).collect(),
        tasks: Task::ALL.map(|task| sums.task(task)),
        total: sums.total(),
        unallocated: allocation.budget.and_then(|budget| budget.minus(total_spend)),
        leads: by_class(|won| won.leads),
        customers: by_class(|won| won.customers),
        revenue: by_class(|won| won.revenue),
        next_amount,
        too_large: all.is_none(),
        channels,
        events,
    }
}

fn channel_report(channel: &Channel, plan: &Plan, next_amount: Money) -> ChannelReport {
    let currency = &plan.currency;
    let response = Response::of(&channel.curve, currency);
    let spend = currency.units(channel.spend);
    let value = |x: f64| response.map_or(0.0, |response| response.value(x));
    let registrations = value(spend);
    let lead_rate = lead_rate(&plan.allocation, channel);
    let class = rates(&plan.allocation, channel.task.class());
    ChannelReport {
        id: channel.id.clone(),
        response,
        won: Won { registrations, ..closed(registrations * lead_rate, class, currency) },
        range: channel
            .registrations_range
            .map(|range| Range { low: range.low * registrations, high: range.high * registrations }),
        lead_rate,
        share: 0.0,
        average_cost: (registrations > 0.0).then(|| spend / registrations),
        next: value(spend + currency.units(next_amount)) - registrations,
        marginal: response.map_or(0.0, |response| response.slope(spend)),
    }
}

/// The likely lead rate of a channel: its own, otherwise its group's, otherwise none.
#[must_use]
pub fn lead_rate(allocation: &Allocation, channel: &Channel) -> f64 {
    let group = channel.group.as_ref().and_then(|id| allocation.groups.iter().find(|group| group.id == *id));
    let rate = channel.lead_rate.or_else(|| group.and_then(|group| group.lead_rate));
    rate.map_or(0.0, |rate| rate.likely.clamp(0.0, 1.0))
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
    let customers = leads * class.close_rate.likely.clamp(0.0, 1.0);
    Won { leads, customers, revenue: customers * currency.units(class.value.likely), ..Won::default() }
}

fn event_won(allocation: &Allocation, event: &crate::plan::Event, report: &EventReport, currency: &Currency) -> Won {
    let contacts = event.contacts.likely.max(0.0);
    Won { contacts, ..closed(report.leads, rates(allocation, event.class), currency) }
}

/// `part` ÷ `whole`, 0 where there is nothing.
pub(super) fn fraction(currency: &Currency, part: Money, whole: Money) -> f64 {
    if whole == Money::ZERO { 0.0 } else { currency.units(part) / currency.units(whole) }
}

/// Adds rows up.
struct Sums<'a> {
    plan: &'a Plan,
    channels: &'a [ChannelReport],
    events: &'a [Subtotal],
    total_spend: Money,
}

impl Sums<'_> {
    fn rows(&self) -> impl Iterator<Item = (&Channel, &ChannelReport)> {
        self.plan.allocation.channels.iter().zip(self.channels)
    }

    fn group(&self, id: &Id) -> Subtotal {
        self.sum(self.rows().filter(|(channel, _)| channel.group.as_ref() == Some(id)), std::iter::empty())
    }

    /// Average cost of a task with events, or of one without registrations, would mix two things: it is left out.
    fn task(&self, task: Task) -> Subtotal {
        let of_task = |(event, row): (&crate::plan::Event, &'_ Subtotal)| (event.task == task).then_some(*row);
        let events: Vec<Subtotal> = self.plan.events.iter().zip(self.events).filter_map(of_task).collect();
        let mut sum = self.sum(self.rows().filter(|(channel, _)| channel.task == task), events.iter().copied());
        if !events.is_empty() {
            sum.average_cost = None;
        }
        sum
    }

    fn total(&self) -> Subtotal {
        self.sum(self.rows(), self.events.iter().copied())
    }

    fn sum<'r>(
        &self,
        rows: impl Iterator<Item = (&'r Channel, &'r ChannelReport)>,
        events: impl Iterator<Item = Subtotal>,
    ) -> Subtotal {
        let mut won = Won::default();
        let mut amounts = Vec::new();
        for (channel, row) in rows {
            won += row.won;
            amounts.push(channel.spend);
        }
        for event in events {
            won += event.won;
            amounts.push(event.spend);
        }
        let spend = Money::total(amounts).unwrap_or_default();
        let currency = &self.plan.currency;
        Subtotal {
            spend,
            share: fraction(currency, spend, self.total_spend),
            won,
            average_cost: (won.registrations > 0.0).then(|| currency.units(spend) / won.registrations),
        }
    }

    fn of_class(&self, class: Class, value: fn(&Won) -> f64) -> f64 {
        let channels = self.rows().filter(|(channel, _)| channel.task.class() == class).map(|(_, row)| value(&row.won));
        let events = self.plan.events.iter().zip(self.events);
        let events = events.filter(|(event, _)| event.class == class).map(|(_, row)| value(&row.won));
        channels.chain(events).sum()
    }
}

/// What to mend in the allocation.
pub(super) fn findings(plan: &Plan, report: &AllocationReport, out: &mut Vec<Finding>) {
    let allocation = &*plan.allocation;
    let at = |field| Finding::at(Section::Allocation, field);
    if allocation.channels.is_empty() {
        out.push(at("channels").with(Problem::NoChannels));
        return;
    }
    if report.too_large {
        out.push(at("budget").with(Problem::MoneyTooLarge));
    }
    match report.unallocated {
        None => out.push(at("budget").with(Problem::NoBudget)),
        Some(left) if left < Money::ZERO => {
            out.push(at("budget").with(Problem::OverBudget { by: Money::ZERO.minus(left).unwrap_or_default() }));
        }
        Some(left) if left > Money::ZERO => out.push(at("budget").with(Problem::Unallocated { left })),
        Some(_) => {}
    }
    for task in Task::ALL {
        let limits = allocation.tasks.of(task);
        let spend = report.task(task).spend;
        if let Some(min) = limits.min.filter(|min| spend < *min) {
            out.push(at("tasks").with(Problem::TaskBelowMin { task, spend, min }));
        }
        if let Some(max) = limits.max.filter(|max| spend > *max) {
            out.push(at("tasks").with(Problem::TaskAboveMax { task, spend, max }));
        }
    }
    for (channel, row) in allocation.channels.iter().zip(&report.channels) {
        channel_findings(channel, row, out);
    }
}

fn channel_findings(channel: &Channel, row: &ChannelReport, out: &mut Vec<Finding>) {
    let mut add = |field, problem| out.push(Finding::new(Section::Allocation, Some(&channel.id), field, problem));
    if channel.owner.is_none() {
        add("owner", Problem::NoOwner);
    }
    if let Err(problem) = row.response {
        add("curve", Problem::BadCurve(problem));
    }
    let off = channel.off_or_min && channel.spend == Money::ZERO;
    if let Some(min) = channel.min.filter(|min| channel.spend < *min && !off) {
        add("spend", Problem::ChannelBelowMin { spend: channel.spend, min });
    }
    if let Some(max) = channel.max.filter(|max| channel.spend > *max) {
        add("spend", Problem::ChannelAboveMax { spend: channel.spend, max });
    }
    if channel.task != Task::W && row.won.registrations > 0.0 && row.lead_rate == 0.0 {
        add("lead_rate", Problem::NoLeadRate);
    }
}
