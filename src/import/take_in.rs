//! Puts a preview into what really happened.

use crate::plan::actuals::{Campaign, Span};
use crate::plan::{Actuals, Date, Id, Period};

use super::dates::Days;
use super::mapping::{How, Said, places};
use super::preview::{Arrival, Preview};

/// What really happened, with what a preview brings. Of each campaign exactly the days of its reports are replaced, so
/// that the same file again changes nothing. A month that a report tells of to its end is over, even where nothing happened on
/// its last days; a month that is over stays so.
#[must_use]
pub fn take_in(actuals: &Actuals, preview: &Preview) -> Actuals {
    let mut campaigns = actuals.campaigns.clone();
    let places = places(&actuals.campaigns);
    for arrival in &preview.arrivals {
        let place = places.get(&(arrival.name.as_str(), arrival.source.as_str()));
        if let Some(campaign) = place.and_then(|place| campaigns.get_mut(*place)) {
            update(campaign, arrival);
        }
    }
    let mut id = Id::fresh("campaign", actuals.campaigns.iter().map(|campaign| &campaign.id));
    for arrival in preview.arrivals.iter().filter(|arrival| !arrival.is_in(&places)) {
        let next = Id::fresh("campaign", [&id]);
        campaigns.push(new_campaign(id, arrival));
        id = next;
    }
    let through = through((actuals, preview.period), &campaigns, preview.over());
    Actuals { through, campaigns, ..actuals.clone() }
}

/// Which month is the last that is over. Nothing is said where what is known says so by itself: what is typed later then
/// makes further months over.
fn through((before, period): (&Actuals, Period), campaigns: &[Campaign], over: Option<Days>) -> Option<Date> {
    let Some(month) = over else { return before.through };
    if let Some(said) = before.through {
        return Some(if said >= month.from { said } else { month.to });
    }
    let counted = campaigns.iter().filter(|campaign| campaign.channel.is_some() && !campaign.left_out);
    let mut spans = counted.flat_map(|campaign| &campaign.spans);
    let mut typed = before.channels.iter().map(|row| row.month);
    let is_known = typed.any(|day| day >= month.from && day <= period.end())
        || spans.any(|span| span.to >= month.to && span.from <= period.end());
    (!is_known).then_some(month.to)
}

/// Whether taking a preview in would change anything.
#[must_use]
pub fn changes(actuals: &Actuals, preview: &Preview) -> bool {
    take_in(actuals, preview) != *actuals
}

fn new_campaign(id: Id, arrival: &Arrival) -> Campaign {
    Campaign {
        id,
        name: arrival.name.clone(),
        source: arrival.source.clone(),
        channel: arrival.channel().cloned(),
        left_out: arrival.said == Some(Said::LeftOut),
        spans: arrival.spans.clone(),
    }
}

fn update(campaign: &mut Campaign, arrival: &Arrival) {
    if matches!(arrival.how, How::Said | How::ByName) {
        campaign.channel = arrival.channel().cloned();
        campaign.left_out = arrival.said == Some(Said::LeftOut);
    }
    let mut spans: Vec<Span> = campaign.spans.iter().flat_map(|span| outside(span, &arrival.days)).collect();
    spans.extend(&arrival.spans);
    spans.sort_by_key(|span| (span.from, span.to));
    campaign.spans = spans;
}

/// What of a span lies outside of days. Rests of a longer span keep their part by days.
fn outside(span: &Span, days: &[Days]) -> Vec<Span> {
    let mut rests = vec![*span];
    for days in days {
        let cut = |rest: Span| {
            if !(Days { from: rest.from, to: rest.to }).overlaps(*days) {
                return [Some(rest), None];
            }
            let before = days.from.yesterday().ok().and_then(|last| rest.part(rest.from, last));
            let after = days.to.tomorrow().ok().and_then(|first| rest.part(first, rest.to));
            [before, after]
        };
        rests = rests.into_iter().flat_map(cut).flatten().collect();
    }
    rests
}
