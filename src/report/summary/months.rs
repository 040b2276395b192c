//! Money by month, as a part of the summary.

use schemars::JsonSchema;
use serde::Serialize;

use crate::calc::allocation::ChannelReport;
use crate::calc::months::period;
use crate::calc::schedule::compared::{self, Compared};
use crate::calc::schedule::{self, InMonths};
use crate::calc::{AllocationReport, Report};
use crate::plan::{Channel, Plan};

use super::figure::{Amount, Number};

/// What is spent and won in each month of a plan whose money goes to months.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MonthsPart {
    /// The months, the first one first.
    pub months: Vec<PlannedMonthPart>,
    /// The channels, in the plan's order.
    pub channels: Vec<ChannelCoursePart>,
    /// Registrations if every channel spent the same money evenly over all months.
    pub registrations_if_even: Number,
}

/// A month of the plan.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PlannedMonthPart {
    /// Year and month: "2026-01".
    pub month: String,
    /// The channels, in the plan's order.
    pub channels: Vec<ChannelInMonthPart>,
    /// Own shares of events, in the plan's order.
    pub events: Vec<EventInMonthPart>,
    /// All of it.
    pub spend: Amount,
    /// Registrations of all channels.
    pub registrations: Number,
    /// Registrations of the month if every channel spent the same money evenly over all months.
    pub registrations_if_even: Number,
    /// The most that may be spent in it; null where nothing limits it.
    pub cash: Option<Amount>,
}

/// What a channel spends and wins in a month.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ChannelInMonthPart {
    /// Its id in the plan.
    pub id: String,
    /// Money it spends.
    pub spend: Amount,
    /// Registrations of the month; what still works of earlier months wins some too.
    pub registrations: Number,
}

/// What an event costs the company in a month.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EventInMonthPart {
    /// Its id in the plan.
    pub id: String,
    /// The company's own share, in the month of the event; 0 in all others.
    pub spend: Amount,
}

/// A channel over its months.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ChannelCoursePart {
    /// Its id in the plan.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Whether it spends evenly over all months, and all of it works at once.
    pub even: bool,
    /// Money that works only after the last month: it is stated, and wins nothing here.
    pub later: Amount,
}

impl MonthsPart {
    /// The months of a plan; `None` where all months are alike and nothing limits them.
    #[must_use]
    pub fn of(plan: &Plan, report: &Report) -> Option<Self> {
        let allocation = &report.allocation;
        says_something(plan, allocation).then_some(())?;
        let rows = plan.allocation.channels.iter().zip(&allocation.channels);
        let channels = rows.map(|(channel, row)| in_months(plan, channel, row)).collect();
        let months = By { plan, allocation, channels, compared: compared::of(plan, allocation) };
        let timed =
            plan.allocation.channels.iter().zip(&months.channels).map(|(channel, in_months)| ChannelCoursePart {
                id: channel.id.to_string(),
                name: channel.name.clone(),
                even: schedule::is_even(channel),
                later: Amount::of(&plan.currency, plan.currency.amount(in_months.later)),
            });
        let timed = timed.collect();
        let months: Vec<PlannedMonthPart> = (0..schedule::length(plan)).map(|month| months.month(month)).collect();
        let registrations_if_even = Number(months.iter().map(|month| month.registrations_if_even.0).sum());
        Some(Self { months, channels: timed, registrations_if_even })
    }
}

/// Whether there is anything to say about the months of a plan.
#[must_use]
pub fn says_something(plan: &Plan, allocation: &AllocationReport) -> bool {
    schedule::is_by_month(plan) || allocation.channels.iter().any(|row| row.months.is_some())
}

/// A channel in each month.
fn in_months(plan: &Plan, channel: &Channel, row: &ChannelReport) -> InMonths {
    let length = schedule::length(plan);
    #[expect(clippy::cast_precision_loss, reason = "at most 120 months")]
    let alike = || InMonths {
        spends: schedule::spends(plan, channel),
        registrations: vec![row.won.registrations / length as f64; length],
        later: 0.0,
    };
    row.months.clone().unwrap_or_else(alike)
}

struct By<'a> {
    plan: &'a Plan,
    allocation: &'a AllocationReport,
    channels: Vec<InMonths>,
    compared: Compared,
}

impl By<'_> {
    fn month(&self, month: usize) -> PlannedMonthPart {
        let (plan, currency) = (self.plan, &self.plan.currency);
        let start = period(plan).month_start(u32::try_from(month).unwrap_or(u32::MAX));
        let at = |numbers: &[f64]| numbers.get(month).copied().unwrap_or(0.0);
        let channels = plan.allocation.channels.iter().zip(&self.channels).map(|(channel, own)| ChannelInMonthPart {
            id: channel.id.to_string(),
            spend: Amount::new(currency, own.spends.get(month).copied().unwrap_or_default()),
            registrations: Number(at(&own.registrations)),
        });
        let events = plan.events.iter().zip(&self.allocation.events).map(|(event, row)| {
            let is_here = schedule::event_month(plan, event.date) == month;
            let share = if is_here { row.spend } else { crate::plan::Money::ZERO };
            let spend = Amount::of(currency, (!(is_here && row.too_large)).then_some(share));
            EventInMonthPart { id: event.id.to_string(), spend }
        });
        let (channels, events): (Vec<_>, Vec<_>) = (channels.collect(), events.collect());
        let spends = channels.iter().map(|channel| channel.spend).chain(events.iter().map(|event| event.spend));
        let spend = Amount::total(currency, &spends.collect::<Vec<_>>());
        let cash = schedule::cash(plan).get(month).copied().flatten();
        PlannedMonthPart {
            month: format!("{:04}-{:02}", start.year(), start.month()),
            spend,
            registrations: Number(at(&self.compared.these)),
            registrations_if_even: Number(at(&self.compared.even)),
            cash: cash.map(|cash| Amount::new(currency, cash)),
            channels,
            events,
        }
    }
}
