//! What can be wrong with an allocation.

use crate::calc::curve::CurveProblem;
use crate::calc::finding::Severity::{Advice, Error, Warning};
use crate::calc::finding::{Finding, Place, Problem, Section, Severity, Value, Values};
use crate::calc::numbers::problems::NumberProblem;
use crate::calc::team::problems::TeamProblem;
use crate::plan::allocation::Class;
use crate::plan::{Channel, Money, Plan, Task};

use super::{AllocationReport, ChannelReport, rates, task_id};

/// What can be wrong with an allocation.
#[derive(Clone, Copy, Debug)]
pub enum AllocationProblem {
    /// No channel is in the plan yet.
    NoChannels,
    /// Channels stand without a budget.
    NoBudget,
    /// More is allocated than there is.
    OverBudget {
        /// By how much.
        by: Money,
    },
    /// Money is left.
    Unallocated {
        /// How much.
        left: Money,
    },
    /// A task gets less than its minimum.
    TaskBelowMin(Task, Limit),
    /// A task gets more than its maximum.
    TaskAboveMax(Task, Limit),
    /// A channel gets less than its minimum.
    ChannelBelowMin(Limit),
    /// A channel gets more than its maximum.
    ChannelAboveMax(Limit),
    /// Money that buys no registrations.
    BuysNothing {
        /// How much.
        spend: Money,
    },
    /// Registrations that become no leads.
    NoLeadRate,
    /// Leads of a class that become no customers.
    NoCloseRate(Class, Leads),
    /// Leads of a class that bring no revenue, because its customers are worth nothing.
    NoValue(Class, Leads),
    /// A curve that cannot be used.
    BadCurve(CurveProblem),
}

/// How many leads a class has.
#[derive(Clone, Copy, Debug)]
pub struct Leads(pub f64);

/// A limit, and the money that lies beyond it.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// What is spent.
    pub spend: Money,
    /// The least or the most there may be.
    pub limit: Money,
}

impl Problem for AllocationProblem {
    fn kind(&self) -> (Severity, &'static str) {
        match self {
            Self::NoChannels => (Advice, "no-channels"),
            Self::NoBudget => (Advice, "no-budget"),
            Self::OverBudget { .. } => (Error, "over-budget"),
            Self::Unallocated { .. } => (Advice, "unallocated"),
            Self::TaskBelowMin(..) => (Warning, "task-below-min"),
            Self::TaskAboveMax(..) => (Warning, "task-above-max"),
            Self::ChannelBelowMin(_) => (Warning, "channel-below-min"),
            Self::ChannelAboveMax(_) => (Warning, "channel-above-max"),
            Self::BuysNothing { .. } => (Warning, "buys-nothing"),
            Self::NoLeadRate => (Warning, "no-lead-rate"),
            Self::NoCloseRate(..) => (Warning, "no-close-rate"),
            Self::NoValue(..) => (Warning, "no-value"),
            Self::BadCurve(_) => (Error, "bad-curve"),
        }
    }

    fn values(self) -> Values {
        let beyond = |limit: Limit| vec![("spend", Value::Money(limit.spend)), ("limit", Value::Money(limit.limit))];
        match self {
            Self::OverBudget { by } => vec![("by", Value::Money(by))],
            Self::Unallocated { left } => vec![("left", Value::Money(left))],
            Self::BuysNothing { spend } => vec![("spend", Value::Money(spend))],
            Self::NoCloseRate(class, Leads(leads)) | Self::NoValue(class, Leads(leads)) => {
                vec![("class", Value::Class(class)), ("leads", Value::Expected(leads))]
            }
            Self::TaskBelowMin(task, limit) | Self::TaskAboveMax(task, limit) => {
                [vec![("task", Value::Task(task))], beyond(limit)].concat()
            }
            Self::ChannelBelowMin(limit) | Self::ChannelAboveMax(limit) => beyond(limit),
            Self::BadCurve(problem) => vec![("why", Value::Choice(problem.name()))],
            Self::NoChannels | Self::NoBudget | Self::NoLeadRate => Vec::new(),
        }
    }
}

/// What to mend in the allocation.
pub(in crate::calc) fn findings(plan: &Plan, report: &AllocationReport, out: &mut Vec<Finding>) {
    let allocation = &*plan.allocation;
    let at = |field| Place::of(Section::Allocation, field);
    for class in Class::ALL {
        class_findings(plan, report, class, out);
    }
    if allocation.channels.is_empty() {
        out.push(Finding::new(at("channels"), AllocationProblem::NoChannels));
        return;
    }
    if report.too_large {
        out.push(Finding::new(at("budget"), NumberProblem::MoneyTooLarge));
    }
    let left = match report.unallocated {
        None => allocation.budget.is_none().then_some(AllocationProblem::NoBudget),
        Some(left) if left < Money::ZERO => {
            Some(AllocationProblem::OverBudget { by: Money::ZERO.minus(left).unwrap_or_default() })
        }
        Some(left) => (left > Money::ZERO).then_some(AllocationProblem::Unallocated { left }),
    };
    out.extend(left.map(|problem| Finding::new(at("budget"), problem)));
    for task in Task::ALL {
        let limits = allocation.tasks.of(task);
        let spend = report.task(task).spend;
        let at = |field| Place::item(Section::Allocation, &task_id(task), field);
        if let Some(limit) = limits.min.filter(|min| spend < *min) {
            out.push(Finding::new(at("min"), AllocationProblem::TaskBelowMin(task, Limit { spend, limit })));
        }
        if let Some(limit) = limits.max.filter(|max| spend > *max) {
            out.push(Finding::new(at("max"), AllocationProblem::TaskAboveMax(task, Limit { spend, limit })));
        }
    }
    for (channel, row) in allocation.channels.iter().zip(&report.channels) {
        channel_findings(channel, row, out);
    }
}

/// Leads that end before they are revenue.
fn class_findings(plan: &Plan, report: &AllocationReport, class: Class, out: &mut Vec<Finding>) {
    let leads = report.leads_of(class);
    if leads <= 0.0 {
        return;
    }
    let (rate, value) = match class {
        Class::A => ("class_a", "value_a"),
        Class::B => ("class_b", "value_b"),
    };
    let at = |field| Place::of(Section::Allocation, field);
    let stated = rates(&plan.allocation, class);
    if stated.close_rate.likely == 0.0 {
        out.push(Finding::new(at(rate), AllocationProblem::NoCloseRate(class, Leads(leads))));
    }
    if stated.value.likely == Money::ZERO {
        out.push(Finding::new(at(value), AllocationProblem::NoValue(class, Leads(leads))));
    }
}

fn channel_findings(channel: &Channel, row: &ChannelReport, out: &mut Vec<Finding>) {
    let at = |field| Place::item(Section::Allocation, &channel.id, field);
    if channel.owner.is_none() && channel.spend > Money::ZERO {
        out.push(Finding::new(at("owner"), TeamProblem::NoOwner));
    }
    let mut add = |field, problem| out.push(Finding::new(at(field), problem));
    if let Err(problem) = row.response
        && !channel.curve.is_blank()
    {
        add("curve", AllocationProblem::BadCurve(problem));
    }
    let spend = channel.spend;
    let off = channel.off_or_min && spend == Money::ZERO;
    if let Some(limit) = channel.min.filter(|min| spend < *min && !off) {
        add("spend", AllocationProblem::ChannelBelowMin(Limit { spend, limit }));
    }
    if let Some(limit) = channel.max.filter(|max| spend > *max) {
        add("spend", AllocationProblem::ChannelAboveMax(Limit { spend, limit }));
    }
    // Word of mouth is measured by its own KPI.
    if channel.task == Task::W {
        return;
    }
    let has_registrations = row.won.registrations > 0.0;
    let is_usable = row.response.is_ok() || channel.curve.is_blank();
    if spend > Money::ZERO && !has_registrations && is_usable {
        add("curve", AllocationProblem::BuysNothing { spend });
    }
    if has_registrations && row.lead_rate == 0.0 {
        add("lead_rate", AllocationProblem::NoLeadRate);
    }
}
