//! What happened, against the plan, as a part of the summary.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::calc::track::kpis::last_readings;
use crate::calc::track::verdict::Verdict;
use crate::calc::track::{Bought, ChannelTotals, ChannelTrack, Followed, KpiTrack, MonthTrack};
use crate::calc::{AllocationReport, Report};
use crate::plan::{Channel, Currency, Plan, Task};

use super::figure::{Amount, Number, by_class};
use crate::report::code::Coded;

/// The months that are over. Shared events have no actuals: they are not counted here.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TrackPart {
    /// How many months are over.
    pub over: usize,
    /// Their last day.
    #[schemars(with = "String")]
    pub through: Date,
    /// What the whole plan has for channels.
    pub whole: BoughtPart,
    /// What the plan has for the months that are known of each channel.
    pub planned: BoughtPart,
    /// What was spent and won in them.
    pub real: BoughtPart,
    /// What all months of all channels, events included, come to by what happened and the rest of the plan; null where of no month
    /// anything is known.
    pub expected: Option<ExpectedPart>,
    /// How many channels have money or registrations in the plan of these months, and not all of the months are known.
    pub incomplete: usize,
    /// The months that are over.
    pub months: Vec<MonthPart>,
    /// The tasks A, B and W.
    pub tasks: Vec<TaskTrackPart>,
    /// The channels, in the plan's order.
    pub channels: Vec<ChannelTrackPart>,
}

/// Money, and the registrations it bought or is to buy.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct BoughtPart {
    /// Money.
    pub spend: Amount,
    /// Registrations.
    pub registrations: Number,
}

/// What happened together with the rest of the plan, ripples left out.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ExpectedPart {
    /// Money.
    pub spend: Amount,
    /// Registrations.
    pub registrations: Number,
    /// Leads of class A and B.
    pub leads: BTreeMap<&'static str, Number>,
    /// Customers of class A and B.
    pub customers: BTreeMap<&'static str, Number>,
}

impl ExpectedPart {
    fn of(plan: &Plan, report: &AllocationReport) -> Self {
        Self {
            spend: Amount::of(&plan.currency, (!report.too_large).then_some(report.total.spend)),
            registrations: Number(report.total.won.registrations),
            leads: by_class(report.leads),
            customers: by_class(report.customers),
        }
    }
}

/// A month that is over.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MonthPart {
    /// Its first day.
    #[schemars(with = "String")]
    pub month: Date,
    /// What the plan has for all channels, spent evenly.
    pub planned: BoughtPart,
    /// What the plan has for the channels of which something is known.
    pub planned_of_known: BoughtPart,
    /// What is known to be spent and won.
    pub real: BoughtPart,
    /// Of how many channels something is known.
    pub channels: usize,
    /// What is known of it, over all channels.
    pub known: KnownPart,
}

/// Sums over channels; null where of no channel anything is known.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct KnownPart {
    /// Money spent.
    pub spend: Option<Amount>,
    /// Registrations won.
    pub registrations: Option<Number>,
    /// Leads won.
    pub leads: Option<Number>,
    /// Customers won.
    pub customers: Option<Number>,
    /// Revenue won.
    pub revenue: Option<Amount>,
}

impl KnownPart {
    fn of(currency: &Currency, report: &Report, month: usize) -> Self {
        let track = &report.track;
        let known = |followed: Followed| track.courses[followed as usize].real.get(month).copied().flatten();
        Self {
            spend: known(Followed::Spend).map(|_| Amount::new(currency, track.months[month].real.spend)),
            registrations: known(Followed::Registrations).map(Number),
            leads: known(Followed::Leads).map(Number),
            customers: known(Followed::Customers).map(Number),
            revenue: known(Followed::Revenue).map(|units| Amount::of(currency, currency.amount(units))),
        }
    }
}

/// The channels of a task together, as far as they are known.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct TaskTrackPart {
    /// The task.
    pub task: Coded<Task>,
    /// What the plan has for the months that are known of each channel.
    pub planned: BoughtPart,
    /// What was spent and won in them.
    pub real: BoughtPart,
    /// How many channels have money or registrations in the plan of these months, and not all of the months are known.
    pub incomplete: usize,
}

/// A channel's months that are over.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ChannelTrackPart {
    /// Its id in the plan.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The task it serves.
    pub task: Coded<Task>,
    /// Of how many months its money or its registrations are known.
    pub known: u32,
    /// What the plan has for these months, spent evenly.
    pub planned: BoughtPart,
    /// What was spent and won in them.
    pub real: BoughtPart,
    /// What its curve buys for what was spent, in the months of which both are known.
    pub by_curve: Number,
    /// What was won in those months as a share of that; null where the curve buys nothing.
    pub of_curve: Option<Number>,
    /// Whether that is more than chance.
    pub verdict: Coded<Verdict>,
}

impl TrackPart {
    /// The part of a plan of which months are over.
    #[must_use]
    pub fn of(plan: &Plan, report: &Report) -> Option<Self> {
        let track = &report.track;
        if track.months.is_empty() {
            return None;
        }
        let bought = |sum| bought(&plan.currency, sum);
        let month = |(number, month): (u32, &MonthTrack)| MonthPart {
            month: plan.period.month_start(number),
            planned: bought(month.planned),
            planned_of_known: bought(month.planned_of_known),
            real: bought(month.real),
            channels: month.channels,
            known: KnownPart::of(&plan.currency, report, number as usize),
        };
        let task = |(task, sums): (Task, &ChannelTotals)| TaskTrackPart {
            task: Coded(task),
            planned: bought(sums.planned),
            real: bought(sums.real),
            incomplete: sums.incomplete,
        };
        let channel = |(channel, row): (&Channel, &ChannelTrack)| ChannelTrackPart {
            id: channel.id.to_string(),
            name: channel.name.clone(),
            task: Coded(channel.task),
            known: row.known,
            planned: bought(row.planned),
            real: bought(row.real),
            by_curve: Number(row.by_curve),
            of_curve: row.of_curve.map(Number),
            verdict: Coded(row.verdict),
        };
        let months: Vec<MonthPart> = (0_u32..).zip(&track.months).map(month).collect();
        let next = plan.period.month_start(u32::try_from(months.len()).unwrap_or(u32::MAX));
        Some(Self {
            over: months.len(),
            through: next.yesterday().unwrap_or(next),
            whole: bought(track.total.whole),
            planned: bought(track.total.planned),
            real: bought(track.total.real),
            expected: report.happened.as_ref().map(|happened| ExpectedPart::of(plan, &happened.allocation)),
            incomplete: track.total.incomplete,
            months,
            tasks: Task::ALL.into_iter().zip(&track.tasks).map(task).collect(),
            channels: plan.allocation.channels.iter().zip(&track.channels).map(channel).collect(),
        })
    }
}

fn bought(currency: &Currency, sum: Bought) -> BoughtPart {
    BoughtPart { spend: Amount::new(currency, sum.spend), registrations: Number(sum.registrations) }
}

/// What was read last of something that is watched beside money and registrations.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ReadingPart {
    /// What was read.
    pub name: String,
    /// The task whose KPI it is; null for what is read beside them.
    pub task: Option<Coded<Task>>,
    /// The day of the reading.
    #[schemars(with = "String")]
    pub day: Date,
    /// What it was.
    pub value: Number,
    /// Where it is to stand by that day, on a straight line to where it is to be at the end; null without a target.
    pub planned: Option<Number>,
    /// Where it is to be at the end of the period; null where that is not planned.
    pub target: Option<Number>,
}

impl ReadingPart {
    /// The last readings: of the KPIs of all tasks, then of everything else.
    #[must_use]
    pub fn all(plan: &Plan, report: &Report) -> Vec<Self> {
        let kpi = |track: &KpiTrack| {
            let kpis = &plan.allocation.tasks.of(track.task).quantitative;
            let (kpi, (day, value)) = kpis.iter().find(|kpi| kpi.id == track.id).zip(track.reading)?;
            Some(Self {
                name: kpi.name.trim().to_owned(),
                task: Some(Coded(track.task)),
                day,
                value: Number(value),
                planned: track.planned.map(Number),
                target: kpi.to.map(Number),
            })
        };
        let mut all: Vec<Self> = report.track.kpis.iter().filter_map(kpi).collect();
        let kpis: HashSet<String> = all.iter().map(|reading| reading.name.clone()).collect();
        let others = last_readings(&plan.actuals).into_iter();
        let others = others.filter(|(name, _)| !name.is_empty() && !kpis.contains(*name));
        all.extend(others.map(|(name, (day, value))| Self {
            name: name.to_owned(),
            task: None,
            day,
            value: Number(value),
            planned: None,
            target: None,
        }));
        all
    }
}
