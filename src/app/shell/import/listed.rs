//! What is known of all campaigns at once: made again only where something of it has changed, as there may be very many.

use std::sync::Arc;

use super::Shown;
use crate::app::import::choice::{Choice, Choices};
use crate::app::import::prepared::Prepared;
use crate::import::{Arrival, How, Preview, Said};
use crate::plan::{Id, Plan};
use crate::words::number::money_decimals;

/// All campaigns, as they stand.
#[derive(Debug)]
pub(super) struct Listed {
    of: Of,
    /// What each counts for, and how that is known.
    pub now: Vec<(Option<Choice>, How)>,
    /// Those that are shown, by their places.
    pub places: Vec<usize>,
    /// Whether there are such as are looked for, and none of them is to be decided.
    pub are_decided: bool,
    /// For how many it is only suggested.
    pub suggested: usize,
    /// For how many it is suggested, or not known.
    pub open: usize,
    /// Whether not all are reported by the same one.
    pub has_sources: bool,
    /// How many decimals their money has.
    pub decimals: usize,
}

/// What a list is made of.
#[derive(Debug)]
struct Of {
    preview: Arc<Preview>,
    choices: Arc<Choices>,
    plan: Plan,
    search: String,
    only_open: bool,
}

impl Of {
    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.preview, &other.preview)
            && Arc::ptr_eq(&self.choices, &other.choices)
            && self.plan.same_as(&other.plan)
            && (&self.search, self.only_open) == (&other.search, other.only_open)
    }
}

impl Listed {
    /// The list of before, or another where something has changed.
    pub(super) fn follow(
        before: Option<Arc<Self>>,
        shown: &Shown<'_>,
        prepared: &Prepared,
        (search, only_open): (&str, bool),
    ) -> Arc<Self> {
        let of = Of {
            preview: Arc::clone(&prepared.preview),
            choices: Arc::clone(shown.import.choices()),
            plan: shown.plan.clone(),
            search: search.trim().to_lowercase(),
            only_open,
        };
        before.filter(|listed| listed.of.is(&of)).unwrap_or_else(|| Arc::new(Self::new(of, prepared, shown.plan)))
    }

    fn new(of: Of, prepared: &Prepared, plan: &Plan) -> Self {
        let arrivals = &of.preview.arrivals;
        let now: Vec<(Option<Choice>, How)> = arrivals.iter().map(|arrival| now(plan, &of.choices, arrival)).collect();
        let holds = |text: &str| of.search.is_empty() || text.to_lowercase().contains(&of.search);
        let is_found = |arrival: &Arrival| holds(&arrival.name) || holds(&arrival.source);
        let found: Vec<usize> =
            (0..).zip(arrivals).filter(|(_, arrival)| is_found(arrival)).map(|(at, _)| at).collect();
        let is_to_decide = |place: &usize| now.get(*place).is_some_and(is_open);
        let places: Vec<usize> = found.iter().copied().filter(|place| !of.only_open || is_to_decide(place)).collect();
        Self {
            are_decided: places.is_empty() && !found.is_empty(),
            suggested: now.iter().filter(|(_, how)| *how == How::ByName).count(),
            open: now.iter().filter(|now| is_open(now)).count(),
            has_sources: arrivals.windows(2).any(|pair| pair[0].source != pair[1].source),
            decimals: money_decimals(&plan.currency, prepared.spend.iter().flatten().copied()),
            now,
            places,
            of,
        }
    }
}

/// Whether what a campaign counts for is suggested, or not known.
fn is_open((choice, how): &(Option<Choice>, How)) -> bool {
    *how == How::ByName || choice.is_none()
}

/// What a campaign counts for as things stand, and how that is known: what was chosen last may not be prepared yet.
fn now(plan: &Plan, choices: &Choices, arrival: &Arrival) -> (Option<Choice>, How) {
    if let Some(choice) = choices.of(&arrival.name, &arrival.source) {
        let is_there = |id: &Id| plan.allocation.channels.iter().any(|channel| channel.id == *id);
        match choice {
            Choice::Later => return (None, How::Said),
            Choice::Channel(id) if !is_there(id) => {}
            choice => return (Some(choice.clone()), How::Said),
        }
    }
    let choice = match &arrival.said {
        Some(Said::Channel(id)) => Some(Choice::Channel(id.clone())),
        Some(Said::LeftOut) => Some(Choice::LeftOut),
        None => None,
    };
    (choice, arrival.how)
}
