//! What happened, against the plan, as a part of the summary.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::calc::track::verdict::Verdict;
use crate::calc::track::{Bought, ChannelTrack, MonthTrack};
use crate::calc::{AllocationReport, Report};
use crate::plan::{Channel, Currency, Plan};

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
    /// What is known to be spent and won.
    pub real: BoughtPart,
    /// Of how many channels something is known.
    pub channels: usize,
}

/// A channel's months that are over.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ChannelTrackPart {
    /// Its id in the plan.
    pub id: String,
    /// What it is called.
    pub name: String,
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
            real: bought(month.real),
            channels: month.channels,
        };
        let channel = |(channel, row): (&Channel, &ChannelTrack)| ChannelTrackPart {
            id: channel.id.to_string(),
            name: channel.name.clone(),
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
            channels: plan.allocation.channels.iter().zip(&track.channels).map(channel).collect(),
        })
    }
}

fn bought(currency: &Currency, sum: Bought) -> BoughtPart {
    BoughtPart { spend: Amount::new(currency, sum.spend), registrations: Number(sum.registrations) }
}
