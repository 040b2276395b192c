//! What a plan **is**: plain data, money, estimates, and how they are written. No logic beyond construction.
//!
//! One file per section; the same word names the same subject in every room
//! (`plan/goal.rs`, `calc/goal.rs`, `app/tabs/goal.rs`).

pub mod actuals;
pub mod allocation;
pub mod calendar;
pub mod content;
pub mod curve;
pub mod decimal;
pub mod estimate;
pub mod event;
pub mod goal;
pub mod handover;
pub mod id;
pub mod money;
mod own_ids;
pub mod pyramid;
pub mod ripple;
pub mod scenario;
pub mod schedule;
pub mod team;
pub mod topic;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use actuals::Actuals;
pub use allocation::{Allocation, Channel, Task};
pub use calendar::MarketCalendar;
pub use content::{Content, Stage};
pub use curve::Curve;
pub use estimate::{Estimate, Range};
pub use event::Event;
pub use goal::Goal;
pub use handover::Handover;
pub use id::Id;
pub use jiff::civil::Date;
pub use money::{Currency, Money};
pub use pyramid::Pyramid;
pub use ripple::Ripple;
pub use scenario::Scenario;
pub use schedule::Schedule;
pub use team::Team;
pub use topic::{Topic, Topics};

/// The version of the plan file format this program writes, and the newest it reads.
pub const FORMAT: u32 = 1;

/// A whole plan. Every section sits behind an [`Arc`]: an undo step is a clone of a few pointers, and
/// "what changed" is pointer equality.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Version of the file format, [`FORMAT`].
    pub format: u32,
    /// What the plan is called, shown in the top bar and on paper.
    pub title: String,
    /// The company that plans.
    #[serde(default, skip_serializing_if = "is_default")]
    pub company: String,
    /// What a reader must know of the plan as a whole: sources, assumptions.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
    /// The currency of every amount in the plan.
    #[serde(default)]
    pub currency: Currency,
    /// The time that is planned.
    pub period: Period,
    /// On which days the market rests, or is busy with something else.
    #[serde(default, skip_serializing_if = "is_default")]
    pub calendar: MarketCalendar,
    /// The one goal.
    #[serde(default)]
    pub goal: Arc<Goal>,
    /// The one team.
    #[serde(default)]
    pub team: Arc<Team>,
    /// The pyramid of customer relations and its dated assessments.
    #[serde(default)]
    pub pyramid: Arc<Pyramid>,
    /// Budget, tasks, lead classes and channels.
    #[serde(default)]
    pub allocation: Arc<Allocation>,
    /// Events whose cost may be shared with partners.
    #[serde(default, skip_serializing_if = "is_default")]
    pub events: Arc<Vec<Event>>,
    /// Sponsored events told on: funnel, follow, share.
    #[serde(default, skip_serializing_if = "is_default")]
    pub ripples: Arc<Vec<Ripple>>,
    /// 7S of content and the customer loop.
    #[serde(default)]
    pub content: Arc<Content>,
    /// Topics over the calendar.
    #[serde(default)]
    pub topics: Arc<Topics>,
    /// What really happened.
    #[serde(default, skip_serializing_if = "is_default")]
    pub actuals: Arc<Actuals>,
    /// Other ways to spend, kept beside the base plan.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scenarios: Arc<Vec<Scenario>>,
    /// What is said when it is handed over.
    #[serde(default, skip_serializing_if = "is_default")]
    pub handover: Arc<Handover>,
}

impl Plan {
    /// A plan with nothing in it yet but its period.
    #[must_use]
    pub fn blank(title: impl Into<String>, period: Period) -> Self {
        Self {
            format: FORMAT,
            title: title.into(),
            company: String::new(),
            note: String::new(),
            currency: Currency::default(),
            period,
            calendar: MarketCalendar::default(),
            goal: Arc::default(),
            team: Arc::default(),
            pyramid: Arc::default(),
            allocation: Arc::default(),
            events: Arc::default(),
            ripples: Arc::default(),
            content: Arc::default(),
            topics: Arc::default(),
            actuals: Arc::default(),
            scenarios: Arc::default(),
            handover: Arc::default(),
        }
    }

    /// Whether both plans hold the very same sections: no look inside them, so it costs nothing.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.goal, &other.goal)
            && Arc::ptr_eq(&self.team, &other.team)
            && Arc::ptr_eq(&self.pyramid, &other.pyramid)
            && Arc::ptr_eq(&self.allocation, &other.allocation)
            && Arc::ptr_eq(&self.events, &other.events)
            && Arc::ptr_eq(&self.ripples, &other.ripples)
            && Arc::ptr_eq(&self.content, &other.content)
            && Arc::ptr_eq(&self.topics, &other.topics)
            && Arc::ptr_eq(&self.actuals, &other.actuals)
            && Arc::ptr_eq(&self.scenarios, &other.scenarios)
            && Arc::ptr_eq(&self.handover, &other.handover)
            && self.title == other.title
            && self.company == other.company
            && self.note == other.note
            && self.currency == other.currency
            && self.period == other.period
            && self.calendar == other.calendar
    }
}

/// The time that is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// First day.
    pub start: Date,
    /// Length in months, 1 to 120.
    pub months: u32,
}

impl Period {
    /// The last day of the period. One without months counts as one month.
    #[must_use]
    pub fn end(&self) -> Date {
        self.month_start(self.months.max(1)).yesterday().unwrap_or(self.start)
    }

    /// First day of the period's month `index` (0 is the first), or the last day a calendar can name.
    #[must_use]
    pub fn month_start(&self, index: u32) -> Date {
        jiff::Span::new()
            .try_months(i64::from(index))
            .and_then(|span| self.start.checked_add(span))
            .unwrap_or(Date::MAX)
    }

    /// In which month of the period a day lies, 0 for the first; `None` outside it.
    #[must_use]
    pub fn month_of(&self, day: Date) -> Option<u32> {
        let calendar_months = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month());
        // A period that starts on the 20th is in its month before until the 20th.
        let apart = u32::try_from(calendar_months(day) - calendar_months(self.start)).ok()?;
        let index = if self.month_start(apart) <= day { apart } else { apart.checked_sub(1)? };
        (self.start <= day && index < self.months).then_some(index)
    }
}

/// Whether a value is the one a plan file leaves out.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
