//! Content: state of the 7S, what serves each stage of the customer loop, and the media mix.

use crate::plan::allocation::Media;
use crate::plan::content::SevenS;
use crate::plan::{Id, Money, Plan, Stage};

use super::allocation::{AllocationReport, cost_of_one, fraction};
use super::numbers::quotient;

/// What a stage of the loop is served by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Server {
    /// A channel.
    Channel(Id),
    /// An event.
    Event(Id),
    /// A ripple.
    Ripple(Id),
}

/// Money and registrations of a media type.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MediaShare {
    /// Money, own shares of events included.
    pub spend: Money,
    /// Share of all allocated money, 0 to 1.
    pub spend_share: f64,
    /// Registrations.
    pub registrations: f64,
    /// Share of all registrations, 0 to 1.
    pub registrations_share: f64,
    /// Currency units a registration; `None` where none are bought.
    pub average_cost: Option<f64>,
}

/// Content, calculated.
#[derive(Clone, Debug, PartialEq)]
pub struct ContentReport {
    /// Sum of the seven states, 0 to 7.
    pub seven_s: f64,
    /// What serves each stage, in the loop's order.
    pub served: [(Stage, Vec<Server>); 7],
    /// Paid, owned, earned, and what does not say yet: in the order of [`MEDIA`].
    pub media: [MediaShare; 4],
}

/// The media types, and what does not say yet which it is.
pub const MEDIA: [Option<Media>; 4] = [Some(Media::Paid), Some(Media::Owned), Some(Media::Earned), None];

impl ContentReport {
    /// How many stages something serves.
    #[must_use]
    pub fn stages_served(&self) -> usize {
        self.served.iter().filter(|(_, servers)| !servers.is_empty()).count()
    }
}

/// Calculates content.
#[must_use]
pub fn report(plan: &Plan, allocation: &AllocationReport) -> ContentReport {
    let state = |kind: SevenS| {
        let row = plan.content.seven_s.iter().find(|row| row.kind == kind);
        row.and_then(|row| row.state.value()).unwrap_or(0.0)
    };
    ContentReport {
        seven_s: SevenS::ALL.into_iter().map(state).sum(),
        served: Stage::ALL.map(|stage| (stage, servers(plan, stage))),
        media: MEDIA.map(|media| media_share(plan, allocation, media)),
    }
}

fn servers(plan: &Plan, stage: Stage) -> Vec<Server> {
    let channels = plan.allocation.channels.iter().filter(|channel| channel.stages.contains(&stage));
    let events = plan.events.iter().filter(|event| event.stages.contains(&stage));
    let ripples = plan.ripples.iter().filter(|ripple| ripple.stages.contains(&stage));
    channels
        .map(|channel| Server::Channel(channel.id.clone()))
        .chain(events.map(|event| Server::Event(event.id.clone())))
        .chain(ripples.map(|ripple| Server::Ripple(ripple.id.clone())))
        .collect()
}

fn media_share(plan: &Plan, report: &AllocationReport, media: Option<Media>) -> MediaShare {
    let channels = || {
        let rows = plan.allocation.channels.iter().zip(&report.channels);
        rows.filter(|(channel, _)| channel.media == media)
    };
    let events = plan.events.iter().zip(&report.events).filter(|(event, _)| event.media == media);
    let spend = channels().map(|(channel, _)| channel.spend).chain(events.map(|(_, row)| row.spend));
    let spend = Money::total(spend).unwrap_or_default();
    let registrations: f64 = channels().map(|(_, row)| row.won.registrations).sum();
    let all = report.total.won.registrations;
    MediaShare {
        spend,
        spend_share: fraction(&plan.currency, spend, report.total.spend),
        registrations,
        registrations_share: quotient(registrations, all).unwrap_or(0.0),
        average_cost: cost_of_one(&plan.currency, spend, registrations),
    }
}
