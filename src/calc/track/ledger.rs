//! What is known of each channel's months that are over: what reports say, and what was typed, which goes before it.

use std::collections::HashMap;

use crate::calc::period::period;
use crate::plan::actuals::{Campaign, ChannelActual, Span};
use crate::plan::{Date, Id, Money, Period, Plan};

/// What a channel spent and won in a month, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Month {
    /// Money spent.
    pub spend: Option<Money>,
    /// Registrations won.
    pub registrations: Option<f64>,
    /// Leads won.
    pub leads: Option<f64>,
    /// Customers won.
    pub customers: Option<f64>,
    /// Revenue won.
    pub revenue: Option<Money>,
}

impl Month {
    /// Whether anything is known.
    #[must_use]
    pub fn is_known(&self) -> bool {
        *self != Self::default()
    }
}

/// What is known of the months that are over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    /// How many months of the period are over.
    pub over: u32,
    /// A row a channel, in the plan's order, each with a month for every one that is over; a channel of which nothing is
    /// known has none.
    pub channels: Vec<Vec<Month>>,
}

impl Ledger {
    /// Whether anything is known of any month.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.channels.iter().flatten().any(Month::is_known)
    }
}

/// Money of each month: what was really spent, by the plan where that is not known.
pub fn spent<'a>(planned: &'a [Money], known: &'a [Month]) -> impl Iterator<Item = Money> + 'a {
    let real = |number: usize| known.get(number).and_then(|month: &Month| month.spend);
    planned.iter().enumerate().map(move |(number, planned)| real(number).unwrap_or(*planned))
}

/// How many months before the period are looked at: what was spent longer ago hardly works any more.
const MOST_BEFORE: i64 = 24;

/// Money that is known to be spent on a channel in the months before the period, the latest last: typed rows, otherwise reports. As
/// far back as anything is known; a month between of which nothing is known spent nothing.
#[must_use]
pub fn spent_before(plan: &Plan, channel: &Id) -> Vec<Money> {
    let ago = |months: i64| {
        let span = jiff::Span::new().try_months(months);
        span.and_then(|span| plan.period.start.checked_sub(span)).unwrap_or(Date::MIN)
    };
    let typed = |first: Date, next: Date| {
        let of_month = |row: &&ChannelActual| row.channel == *channel && first <= row.month && row.month < next;
        plan.actuals.channels.iter().filter(of_month).filter_map(|row| row.spend).next_back()
    };
    let reported = |first: Date, next: Date| {
        let own = plan.actuals.campaigns.iter().filter(|campaign| counted(campaign) == Some(channel));
        let last = next.yesterday().unwrap_or(next);
        let parts = own.flat_map(|campaign| &campaign.spans).filter_map(|span| span.part(first, last)?.spend);
        parts.reduce(|sum, more| sum.plus(more).unwrap_or(sum))
    };
    let month = |back: i64| {
        let (first, next) = (ago(back), ago(back - 1));
        typed(first, next).or_else(|| reported(first, next))
    };
    let months = (1..=MOST_BEFORE).rev().map(month).skip_while(Option::is_none);
    months.map(Option::unwrap_or_default).collect()
}

/// Gathers what is known.
#[must_use]
pub fn ledger(plan: &Plan) -> Ledger {
    let (actuals, period) = (&*plan.actuals, period(plan));
    let over = months_over(plan);
    if over == 0 {
        return Ledger::default();
    }
    let ids = plan.allocation.channels.iter().enumerate().rev();
    let places: HashMap<&Id, usize> = ids.map(|(place, channel)| (&channel.id, place)).collect();
    let mut rows = vec![Vec::new(); plan.allocation.channels.len()];
    for campaign in &actuals.campaigns {
        let row = counted(campaign).and_then(|id| places.get(id)).and_then(|place| rows.get_mut(*place));
        let Some(row) = row else { continue };
        for span in &campaign.spans {
            add_span(row, over, period, span);
        }
    }
    for row in &mut rows {
        nothing_between(row);
    }
    for typed in &actuals.channels {
        let row = places.get(&typed.channel).and_then(|place| rows.get_mut(*place));
        let month = period.month_of(typed.month).filter(|month| *month < over);
        if let Some((row, month)) = row.zip(month) {
            put(month_of(row, over, month), typed);
        }
    }
    Ledger { over, channels: rows }
}

/// The channel a campaign counts for.
fn counted(campaign: &Campaign) -> Option<&Id> {
    campaign.channel.as_ref().filter(|_| !campaign.left_out)
}

/// How many months are over: as many as the plan says; otherwise those of which everything is known.
#[must_use]
pub fn months_over(plan: &Plan) -> u32 {
    let period = period(plan);
    match plan.actuals.through {
        None => known_months(plan),
        Some(through) if through < period.start => 0,
        Some(through) => period.month_of(through).map_or(period.months, |month| month + 1),
    }
}

/// How many months are over by what is known alone: those up to the last typed one, or the last whose last day is reported.
#[must_use]
pub fn known_months(plan: &Plan) -> u32 {
    let (actuals, period) = (&*plan.actuals, period(plan));
    let ended_by = |day: Date| if day < period.start { 0 } else { period.month_of(day).unwrap_or(period.months) };
    let typed = actuals.channels.iter().filter_map(|row| period.month_of(row.month)).map(|month| month + 1);
    let counted = actuals.campaigns.iter().filter(|campaign| counted(campaign).is_some());
    let days = counted.flat_map(|campaign| &campaign.spans).filter(|span| span.from <= period.end());
    let reported = days.map(|span| ended_by(span.to.tomorrow().unwrap_or(span.to)));
    typed.chain(reported).max().unwrap_or(0)
}

fn month_of(row: &mut Vec<Month>, over: u32, month: u32) -> &mut Month {
    row.resize(over as usize, Month::default());
    &mut row[month as usize]
}

/// Parts by days.
fn add_span(row: &mut Vec<Month>, over: u32, period: Period, span: &Span) {
    for month in 0..over {
        let (first, last) = (period.month_start(month), period.month_start(month + 1).yesterday().unwrap_or(Date::MAX));
        let Some(part) = span.part(first, last) else { continue };
        let sum = month_of(row, over, month);
        if let Some(spend) = part.spend {
            sum.spend = sum.spend.unwrap_or_default().plus(spend).or(sum.spend);
        }
        if let Some(registrations) = part.registrations {
            sum.registrations = Some(sum.registrations.unwrap_or(0.0) + crate::calc::numbers::count(registrations));
        }
    }
}

/// Platforms leave out days without spending: a month without any between two that are reported spent nothing.
fn nothing_between(row: &mut [Month]) {
    let (Some(first), Some(last)) = (row.iter().position(Month::is_known), row.iter().rposition(Month::is_known))
    else {
        return;
    };
    for month in row[first..=last].iter_mut().filter(|month| !month.is_known()) {
        (month.spend, month.registrations) = (Some(Money::ZERO), Some(0.0));
    }
}

fn put(month: &mut Month, typed: &ChannelActual) {
    let known = |number: Option<f64>| number.map(crate::calc::numbers::count);
    month.spend = typed.spend.or(month.spend);
    month.registrations = known(typed.registrations).or(month.registrations);
    month.leads = known(typed.leads).or(month.leads);
    month.customers = known(typed.customers).or(month.customers);
    month.revenue = typed.revenue.or(month.revenue);
}

#[cfg(test)]
mod tests;
