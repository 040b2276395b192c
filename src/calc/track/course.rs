//! What is followed month by month: the plan of every month, and what is known of those that are over.

use crate::calc::allocation::ChannelReport;
use crate::calc::numbers::count;
use crate::plan::Currency;

use super::ledger::Month;

/// What is followed of a channel, month by month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Followed {
    /// Money spent.
    Spend,
    /// Registrations won.
    #[default]
    Registrations,
    /// Leads won.
    Leads,
    /// Customers won.
    Customers,
    /// Revenue won.
    Revenue,
}

impl Followed {
    /// All of them, from the money on.
    pub const ALL: [Self; 5] = [Self::Spend, Self::Registrations, Self::Leads, Self::Customers, Self::Revenue];

    /// Whether it is an amount of money.
    #[must_use]
    pub fn is_money(self) -> bool {
        matches!(self, Self::Spend | Self::Revenue)
    }

    fn known(self, month: &Month, currency: &Currency) -> Option<f64> {
        match self {
            Self::Spend => month.spend.map(|amount| currency.units(amount)),
            Self::Registrations => month.registrations,
            Self::Leads => month.leads,
            Self::Customers => month.customers,
            Self::Revenue => month.revenue.map(|amount| currency.units(amount)),
        }
    }

    /// What channels come to together; money in currency units.
    #[must_use]
    pub fn total(self, channels: &[ChannelReport], currency: &Currency) -> f64 {
        channels.iter().map(|channel| count(self.of(channel, currency))).sum()
    }

    fn of(self, channel: &ChannelReport, currency: &Currency) -> f64 {
        match self {
            Self::Spend => currency.units(channel.spend),
            Self::Registrations => channel.won.registrations,
            Self::Leads => channel.won.leads,
            Self::Customers => channel.won.customers,
            Self::Revenue => channel.won.revenue,
        }
    }
}

/// One thing that is followed, over all channels; money in currency units.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// What the plan has for each month.
    pub planned: Vec<f64>,
    /// What is known of each month that is over; `None` where nothing is known of any channel.
    pub real: Vec<Option<f64>>,
}

impl Course {
    pub(super) fn new(months: u32, over: u32) -> Self {
        Self { planned: vec![0.0; months as usize], real: vec![None; over as usize] }
    }

    /// Whether anything is known of it.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.real.iter().any(Option::is_some)
    }

    /// What the plan has up to the end of so many months.
    #[must_use]
    pub fn planned_by(&self, months: u32) -> f64 {
        self.planned.iter().take(months as usize).sum()
    }

    /// What is known up to the end of each month that is over.
    pub fn so_far(&self) -> impl Iterator<Item = f64> {
        self.real.iter().scan(0.0, |sum, month| {
            *sum += month.unwrap_or(0.0);
            Some(*sum)
        })
    }
}

/// What the plan of a channel has for each month.
fn by_month(followed: Followed, channel: &ChannelReport, currency: &Currency, months: usize) -> Vec<f64> {
    let total = count(followed.of(channel, currency));
    #[allow(clippy::cast_precision_loss)] // at most 120 months
    let even = || vec![total / months.max(1) as f64; months];
    let Some(own) = &channel.months else { return even() };
    if followed == Followed::Spend {
        return own.spends.iter().map(|amount| count(currency.units(*amount))).collect();
    }
    let all: f64 = own.registrations.iter().sum();
    if all > 0.0 { own.registrations.iter().map(|month| total * month / all).collect() } else { even() }
}

/// Adds a channel to the courses.
pub(super) fn add(courses: &mut [Course; 5], channel: &ChannelReport, months: &[Month], currency: &Currency) {
    for (followed, course) in Followed::ALL.into_iter().zip(courses) {
        let planned = by_month(followed, channel, currency, course.planned.len());
        for (sum, planned) in course.planned.iter_mut().zip(planned) {
            *sum += planned;
        }
        for (sum, month) in course.real.iter_mut().zip(months) {
            if let Some(known) = followed.known(month, currency) {
                *sum = Some(sum.unwrap_or(0.0) + known);
            }
        }
    }
}
