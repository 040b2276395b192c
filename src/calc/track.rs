//! What happened, held against the plan: how far money and registrations are, and which channel buys more or less than
//! its curve by more than chance.

pub mod course;
pub mod kpis;
pub mod ledger;
pub mod lessons;
pub mod problems;
pub mod verdict;

use crate::plan::{Channel, Money, Plan};

use super::allocation::{AllocationReport, ChannelReport};
use super::months;
use super::numbers::{count, quotient};
use super::schedule;

pub use course::{Course, Followed};
pub use kpis::KpiTrack;

use ledger::{Ledger, Month};
use verdict::Verdict;

/// Money, and the registrations it bought or is to buy.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bought {
    /// Money.
    pub spend: Money,
    /// Registrations.
    pub registrations: f64,
}

impl Bought {
    /// Money beyond the largest amount stays at what it was.
    fn add(&mut self, other: Self) {
        self.spend = self.spend.plus(other.spend).unwrap_or(self.spend);
        self.registrations += other.registrations;
    }
}

/// A channel's months that are over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChannelTrack {
    /// Of how many months that are over its money or its registrations are known.
    pub known: u32,
    /// What the plan has for these months, spent evenly.
    pub planned: Bought,
    /// What was spent and won in them.
    pub real: Bought,
    /// What its curve buys for what was spent, in the months of which both are known.
    pub by_curve: f64,
    /// What was won in those months as a share of that; `None` where the curve buys nothing.
    pub of_curve: Option<f64>,
    /// Whether that is more than chance.
    pub verdict: Verdict,
}

/// A month that is over.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MonthTrack {
    /// What the plan has for all channels, spent evenly.
    pub planned: Bought,
    /// What the plan has for the channels of which something is known.
    pub planned_of_known: Bought,
    /// What is known to be spent and won.
    pub real: Bought,
    /// Of how many channels something is known.
    pub channels: usize,
}

/// What happened, against the plan. Shared events have no actuals: they are not counted here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TrackReport {
    /// How many months are over by what is known alone, whatever the plan says.
    pub known_months: u32,
    /// The months that are over, from the first month of the period on.
    pub months: Vec<MonthTrack>,
    /// A row a channel, in the plan's order; none where no month is over.
    pub channels: Vec<ChannelTrack>,
    /// The channels of tasks A, B, W together, as far as they are known.
    pub tasks: [ChannelTotals; 3],
    /// All channels together, as far as they are known.
    pub total: ChannelTotals,
    /// Month by month, in the order of [`Followed::ALL`].
    pub courses: [Course; 5],
    /// KPIs of the tasks against their readings.
    pub kpis: Vec<KpiTrack>,
    /// What is known of each channel's months.
    pub ledger: Ledger,
}

/// Sums over channels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ChannelTotals {
    /// What the whole plan has for channels.
    pub whole: Bought,
    /// What the plan has for the months that are known of each channel.
    pub planned: Bought,
    /// What was spent and won in them.
    pub real: Bought,
    /// Channels that are to spend or win something in the months that are over, of which not all months are known.
    pub incomplete: usize,
}

impl ChannelTotals {
    fn add(&mut self, planned_of: &Planned, track: &ChannelTrack, over: usize) {
        let whole = Bought { spend: planned_of.channel.spend, registrations: planned_of.row.won.registrations };
        self.whole.add(whole);
        self.planned.add(track.planned);
        self.real.add(track.real);
        let is_active = whole.spend > Money::ZERO || whole.registrations > 0.0;
        self.incomplete += usize::from(is_active && (track.known as usize) < over);
    }
}

/// Holds what happened against the plan.
#[must_use]
pub fn report(plan: &Plan, allocation: &AllocationReport, ledger: Ledger) -> TrackReport {
    let (kpis, known_months) = (kpis::of(plan), ledger::known_months(plan));
    if ledger.over == 0 {
        return TrackReport { known_months, kpis, ..TrackReport::default() };
    }
    let length = months::period(plan).months;
    let mut report = TrackReport {
        months: vec![MonthTrack::default(); ledger.over as usize],
        courses: std::array::from_fn(|_| Course::new(length, ledger.over)),
        kpis,
        known_months,
        ..TrackReport::default()
    };
    let planned = plan.allocation.channels.iter().zip(&allocation.channels);
    for ((channel, row), months) in planned.zip(&ledger.channels) {
        report.add(&Planned { channel, row, months: length }, months, plan);
        course::add(&mut report.courses, row, months, &plan.currency);
    }
    report.ledger = ledger;
    report
}

impl TrackReport {
    fn add(&mut self, planned_of: &Planned, months: &[Month], plan: &Plan) {
        let mut track = ChannelTrack::default();
        let mut pairs = Vec::new();
        let by_curve = planned_of.by_own_months(plan, months);
        for (number, sum) in (0_u32..).zip(&mut self.months) {
            let planned = planned_of.month(number);
            sum.planned.add(planned);
            let Some(month) = months.get(number as usize).filter(|month| is_counted(month)) else { continue };
            let real = Bought {
                spend: month.spend.unwrap_or_default(),
                registrations: month.registrations.unwrap_or_default(),
            };
            sum.planned_of_known.add(planned);
            sum.real.add(real);
            sum.channels += 1;
            track.known += 1;
            track.planned.add(planned);
            track.real.add(real);
            if let Some((spend, won)) = month.spend.zip(month.registrations) {
                let by_curve = match &by_curve {
                    Some(own) => own.get(number as usize).copied().unwrap_or(0.0),
                    None => planned_of.buys(plan.currency.units(spend)),
                };
                pairs.push(verdict::Pair { by_curve, won });
            }
        }
        let both: verdict::Pair = pairs.iter().copied().sum();
        track.by_curve = both.by_curve;
        track.of_curve = quotient(both.won, both.by_curve);
        track.verdict = verdict::verdict(&pairs);
        let over = self.months.len();
        for sum in [&mut self.tasks[planned_of.channel.task as usize], &mut self.total] {
            sum.add(planned_of, &track, over);
        }
        self.channels.push(track);
    }
}

fn is_counted(month: &Month) -> bool {
    month.spend.is_some() || month.registrations.is_some()
}

/// A channel whose money is spent evenly over the period, or by its own months.
struct Planned<'a> {
    channel: &'a Channel,
    row: &'a ChannelReport,
    /// Months of the period, at least 1.
    months: u32,
}

impl Planned<'_> {
    /// The plan of a month: of money what the months up to it have more than those before it, so that all sum exactly.
    fn month(&self, number: u32) -> Bought {
        if let Some(own) = &self.row.months {
            let at = number as usize;
            let spend = own.spends.get(at).copied().unwrap_or_default();
            return Bought { spend, registrations: own.registrations.get(at).copied().unwrap_or(0.0) };
        }
        let by = |months: u32| i128::from(self.channel.spend.minor()) * i128::from(months) / i128::from(self.months);
        let spend = i64::try_from(by(number + 1) - by(number)).ok().and_then(Money::from_minor);
        let registrations = self.row.won.registrations / f64::from(self.months);
        Bought { spend: spend.unwrap_or_default(), registrations }
    }

    /// What the curve buys in each month that is over for what was spent, where the channel has months of its own.
    fn by_own_months(&self, plan: &Plan, known: &[Month]) -> Option<Vec<f64>> {
        let own = self.row.months.as_ref()?;
        let units = |amount| count(plan.currency.units(amount));
        let spends: Vec<f64> = ledger::spent(&own.spends, known).map(units).collect();
        Some(schedule::course::of(plan, self.channel).registrations(self.row.response.ok()?, &spends))
    }

    /// What `spend` currency units buy in a month.
    fn buys(&self, spend: f64) -> f64 {
        self.row.response.map_or(0.0, |response| response.in_month(spend, self.months))
    }
}

#[cfg(test)]
mod tests;
