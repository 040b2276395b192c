//! Months of channels before and after an import: what is replaced by what.

use std::collections::{BTreeMap, HashMap};

use crate::plan::actuals::{Campaign, Span, at_most, together};
use crate::plan::{Actuals, Channel, Date, Id, Money};

use super::mapping::Said;
use super::preview::{Preview, by_month};

/// What reports say of a month of a channel.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reported {
    /// Money, in the plan's currency; `None` where none is reported.
    pub spend: Option<Money>,
    /// Registrations; `None` where none are reported.
    pub registrations: Option<f64>,
}

impl Reported {
    fn add(&mut self, part: &Span) {
        self.spend = together(self.spend, part.spend, at_most);
        self.registrations = together(self.registrations, part.registrations, |one, other| one + other);
    }
}

/// A month of a channel that an import brings something for, or changes.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelMonth {
    /// The first day of the month.
    pub month: Date,
    /// What it counts for; `None` for campaigns that are not decided.
    pub said: Option<Said>,
    /// What the plan has before the import.
    pub before: Reported,
    /// What it has after it.
    pub after: Reported,
    /// Whether money or registrations of it were typed: these go before what is reported.
    pub is_typed: bool,
}

/// In order of the months, those of a month in the order of the channels; what counts for none stands last.
#[must_use]
pub fn channel_months(channels: &[Channel], before: &Actuals, after: &Actuals, preview: &Preview) -> Vec<ChannelMonth> {
    let places: HashMap<&Id, usize> = channels.iter().enumerate().map(|(at, channel)| (&channel.id, at)).collect();
    // A channel that is gone counts for none.
    let place = |said: &Option<Said>| match said {
        Some(Said::Channel(id)) => places.get(id).copied().unwrap_or(channels.len()),
        None => channels.len(),
        Some(Said::LeftOut) => channels.len() + 1,
    };
    let mut rows: BTreeMap<(Date, usize), [Reported; 2]> = BTreeMap::new();
    for (side, actuals) in [before, after].into_iter().enumerate() {
        for campaign in &actuals.campaigns {
            let place = place(&said_of(campaign));
            for (month, part) in campaign.spans.iter().flat_map(by_month) {
                if let Some(sum) = rows.entry((month, place)).or_default().get_mut(side) {
                    sum.add(&part);
                }
            }
        }
    }
    let brought: std::collections::HashSet<(Date, usize)> =
        preview.months().iter().map(|row| (row.month, place(&row.arrival.said))).collect();
    let is_typed = |id: &Id, month: Date| {
        before.channels.iter().any(|row| {
            row.channel == *id
                && row.month.first_of_month() == month
                && (row.spend.is_some() || row.registrations.is_some())
        })
    };
    let row = |((month, place), [before, after]): ((Date, usize), [Reported; 2])| {
        if before == after && !brought.contains(&(month, place)) {
            return None;
        }
        let id = channels.get(place).map(|channel| &channel.id);
        let said = match id {
            Some(id) => Some(Said::Channel(id.clone())),
            None => (place > channels.len()).then_some(Said::LeftOut),
        };
        Some(ChannelMonth { month, said, before, after, is_typed: id.is_some_and(|id| is_typed(id, month)) })
    };
    rows.into_iter().filter_map(row).collect()
}

fn said_of(campaign: &Campaign) -> Option<Said> {
    if campaign.left_out { Some(Said::LeftOut) } else { campaign.channel.clone().map(Said::Channel) }
}
