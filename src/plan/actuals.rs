//! What really happened: typed month by month, or taken from the reports of platforms day by day.

use serde::{Deserialize, Serialize};

use super::{Date, Id, Money, is_default};

/// Rows of what happened.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actuals {
    /// Any day of the last month that counts as over; left out: the last one of which everything is known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub through: Option<Date>,
    /// Results of channels as typed, one row a month. What is typed goes before what reports say.
    #[serde(default, skip_serializing_if = "is_default")]
    pub channels: Vec<ChannelActual>,
    /// Campaigns as the reports of their platforms have them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub campaigns: Vec<Campaign>,
    /// Other readings, such as a search index or page views.
    #[serde(default, skip_serializing_if = "is_default")]
    pub readings: Vec<Reading>,
}

/// What a channel spent and won in a month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChannelActual {
    /// First day of the month.
    pub month: Date,
    /// The channel's id.
    pub channel: Id,
    /// Money spent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub spend: Option<Money>,
    /// Registrations won.
    #[serde(default, skip_serializing_if = "is_default")]
    pub registrations: Option<f64>,
    /// Leads won.
    #[serde(default, skip_serializing_if = "is_default")]
    pub leads: Option<f64>,
    /// Customers won.
    #[serde(default, skip_serializing_if = "is_default")]
    pub customers: Option<f64>,
    /// Revenue won.
    #[serde(default, skip_serializing_if = "is_default")]
    pub revenue: Option<Money>,
}

/// A campaign of an advertising platform, or a row of another report, and what it spent and won.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Campaign {
    /// Stable id.
    pub id: Id,
    /// As its report calls it.
    pub name: String,
    /// The account or platform that reports it, which tells it from others of its name.
    #[serde(default, skip_serializing_if = "is_default")]
    pub source: String,
    /// The channel it counts for; left out: not decided, and it counts for none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub channel: Option<Id>,
    /// Whether it is no part of this plan, so that nobody is asked for its channel again.
    #[serde(default, skip_serializing_if = "is_default")]
    pub left_out: bool,
    /// What it spent and won, in order of their days; no day in two of them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub spans: Vec<Span>,
}

/// What a campaign spent and won from one day to another.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Money spent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub spend: Option<Money>,
    /// Registrations won.
    #[serde(default, skip_serializing_if = "is_default")]
    pub registrations: Option<f64>,
    /// Clicks.
    #[serde(default, skip_serializing_if = "is_default")]
    pub clicks: Option<f64>,
    /// Impressions.
    #[serde(default, skip_serializing_if = "is_default")]
    pub impressions: Option<f64>,
}

impl Span {
    /// What falls on the days from one to another, by their number; `None` where none of them is in the span. What comes in
    /// up to the end of each day is rounded, so that parts add up to the span: no cent is lost and none is found, and whole
    /// things stay whole.
    #[must_use]
    pub fn part(&self, first: Date, last: Date) -> Option<Self> {
        let (from, to) = (first.max(self.from), last.min(self.to));
        if from > to {
            return None;
        }
        let days = |from: Date, to: Date| i128::from((to - from).get_days()) + 1;
        let (before, by, all) = (days(self.from, from) - 1, days(self.from, to), days(self.from, self.to));
        let money = |amount: Money| {
            let up_to = |days: i128| i128::from(amount.minor()) * days / all;
            i64::try_from(up_to(by) - up_to(before)).ok().and_then(Money::from_minor)
        };
        #[allow(clippy::cast_precision_loss)] // days of a calendar
        let count = |number: f64| {
            let up_to = |days: i128| {
                let part = number * (days as f64) / (all as f64);
                if number.fract() == 0.0 { part.floor() } else { part }
            };
            up_to(by) - up_to(before)
        };
        Some(Self {
            from,
            to,
            spend: self.spend.and_then(money),
            registrations: self.registrations.map(count),
            clicks: self.clicks.map(count),
            impressions: self.impressions.map(count),
        })
    }

    /// Adds what another spent and won, whatever its days.
    pub fn add(&mut self, other: &Self) {
        let count = |one, other| together(one, other, |one: f64, other| one + other);
        self.spend = together(self.spend, other.spend, at_most);
        self.registrations = count(self.registrations, other.registrations);
        self.clicks = count(self.clicks, other.clicks);
        self.impressions = count(self.impressions, other.impressions);
    }
}

/// The sum of what is known of two numbers; unknown where neither is.
pub fn together<T>(one: Option<T>, other: Option<T>, plus: impl FnOnce(T, T) -> T) -> Option<T> {
    match (one, other) {
        (Some(one), Some(other)) => Some(plus(one, other)),
        (one, other) => one.or(other),
    }
}

/// The sum of two amounts, the largest amount where it is beyond that: it does not begin anew.
#[must_use]
pub fn at_most(one: Money, other: Money) -> Money {
    one.plus(other).unwrap_or(Money::LARGEST)
}

/// One reading of something that is watched.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The day.
    pub day: Date,
    /// What was read, with its unit.
    pub name: String,
    /// The value.
    pub value: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_beyond_the_largest_amount_stay_there_and_what_nobody_knows_stays_unknown() {
        let day = Date::constant(2026, 5, 1);
        let span = |spend: Money| Span {
            from: day,
            to: day,
            spend: Some(spend),
            registrations: None,
            clicks: Some(2.0),
            impressions: None,
        };
        let mut sum = span(Money::LARGEST);
        for _ in 0..3 {
            sum.add(&span(Money::from_minor(1).expect("a cent")));
        }
        assert_eq!((sum.spend, sum.clicks, sum.registrations), (Some(Money::LARGEST), Some(8.0), None));
        sum.add(&Span { registrations: Some(1.5), ..span(Money::ZERO) });
        assert_eq!(sum.registrations, Some(1.5));
    }
}
