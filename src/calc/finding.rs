//! Findings: everything a person should mend, with a stable code and the place where to mend it.
//!
//! A finding carries what happened as data; the words stand in the language files.

use crate::plan::allocation::Objective;
use crate::plan::{Id, Money, Plan, Task};

use super::curve::CurveProblem;
use super::event::NotSplit;
use super::topics::Shift;
use super::{Report, allocation, chain, event, goal, pyramid, references, ripple, suggestion, team, topics};

/// How bad it is, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The plan cannot be handed over like this.
    Error,
    /// Likely to go wrong.
    Warning,
    /// Would make the plan better.
    Advice,
}

impl Severity {
    /// All severities, worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Advice];
}

/// The part of the plan a finding belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Title, currency, period.
    Plan,
    /// The goal.
    Goal,
    /// The team.
    Team,
    /// The pyramid.
    Pyramid,
    /// Channels.
    Allocation,
    /// Shared events.
    Event,
    /// Ripples.
    Ripple,
    /// Topics and content.
    Topics,
}

impl Section {
    /// The section's name in a place such as `team/functions`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Goal => "goal",
            Self::Team => "team",
            Self::Pyramid => "pyramid",
            Self::Allocation => "allocation",
            Self::Event => "events",
            Self::Ripple => "ripples",
            Self::Topics => "topics",
        }
    }
}

/// Where to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The section.
    pub section: Section,
    /// The item, if it is one item's.
    pub item: Option<Id>,
    /// The field.
    pub field: &'static str,
}

impl std::fmt::Display for Place {
    /// `section/item/field`, or `section/field`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.item {
            Some(item) => write!(f, "{}/{item}/{}", self.section.name(), self.field),
            None => write!(f, "{}/{}", self.section.name(), self.field),
        }
    }
}

/// One thing to mend.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Where.
    pub place: Place,
    /// What.
    pub problem: Problem,
}

impl Finding {
    pub(super) fn new(section: Section, item: Option<&Id>, field: &'static str, problem: Problem) -> Self {
        Self { place: Place { section, item: item.cloned(), field }, problem }
    }

    pub(super) fn at(section: Section, field: &'static str) -> Spot {
        Spot { section, field }
    }

    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }
}

/// A place without an item, waiting for its problem.
pub(super) struct Spot {
    section: Section,
    field: &'static str,
}

impl Spot {
    pub(super) fn with(self, problem: Problem) -> Finding {
        Finding::new(self.section, None, self.field, problem)
    }
}

/// What is wrong, with the numbers its message needs.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // the fields are what the message shows
pub enum Problem {
    /// No target is typed yet.
    GoalNotStated,
    /// Targets stand without a sentence.
    GoalWithoutSentence,
    /// Too few targets to compare both equations.
    GoalIncomplete,
    /// Customers × value, revenue and share × total differ.
    GoalDoesNotTieOut { by_customers: Money, revenue: Money, by_share: Money },
    /// A milestone lies outside the period.
    MilestoneOutsidePeriod,
    /// A later milestone has an earlier day or less revenue.
    MilestonesNotInOrder,
    /// The path of milestones ends at another revenue than the goal's.
    PathMissesGoal { end: Money, goal: Money },
    /// A sub-goal measures something that is not in the plan.
    NothingToMeasure,
    /// Nobody owns the item.
    NoOwner,
    /// No person is in the plan yet.
    NoTeam,
    /// Nobody is accountable for the goal.
    NoAccountable,
    /// Nobody does a function.
    NobodyResponsible,
    /// A KPI pulls against another function.
    KpiPullsAway { kpi: Id, against: Id },
    /// A KPI's effect on the goal is not said.
    KpiUnlinked { kpi: Id },
    /// A person has more to do than hours.
    Overloaded { effort: f64, capacity: f64 },
    /// The pyramid is not assessed yet.
    NoAssessment,
    /// A level has fewer than four criteria.
    FewCriteria { level: u8, criteria: usize },
    /// A full score without evidence.
    NoEvidence,
    /// "Not applicable" without a reason.
    NoReason,
    /// The next level is short of the threshold.
    LevelShort { level: u8, by: f64, step: Option<(Id, Money)> },
    /// No channel is in the plan yet.
    NoChannels,
    /// Channels stand without a budget.
    NoBudget,
    /// More is allocated than there is.
    OverBudget { by: Money },
    /// Money is left.
    Unallocated { left: Money },
    /// The same money, split differently, wins noticeably more.
    BetterSplit { spend: Money, objective: Objective, gain: f64 },
    /// A task gets less than its minimum.
    TaskBelowMin { task: Task, spend: Money, min: Money },
    /// A task gets more than its maximum.
    TaskAboveMax { task: Task, spend: Money, max: Money },
    /// A channel gets less than its minimum.
    ChannelBelowMin { spend: Money, min: Money },
    /// A channel gets more than its maximum.
    ChannelAboveMax { spend: Money, max: Money },
    /// Registrations that become no leads.
    NoLeadRate,
    /// A curve that cannot be used.
    BadCurve(CurveProblem),
    /// An event whose planning company is no party.
    EventWithoutUs,
    /// An event that cannot be split.
    EventNotSplit(NotSplit),
    /// A party pays more than it would alone.
    UnfairShare { party: Id, over_by: Money },
    /// Payments above the item's amount.
    PaidTooMuch { item: Id, paid: Money, amount: Money },
    /// The share step counts followers, but no follow step is stated.
    RippleWithoutFollow,
    /// Passing on grows, and nothing limits it.
    RippleWithoutLimit { reproduction: f64 },
    /// An event gets too little attention.
    NotCarried { event: Id, share: f64, shift: Option<Shift> },
    /// A day outside the period.
    OutsidePeriod,
    /// An amount, a sum or a count beyond the largest that can be calculated with.
    MoneyTooLarge,
    /// A number that must be above zero.
    NotPositive,
    /// A number that must not be negative.
    Negative,
    /// A rate outside 0 to 100 %.
    RateOutOfRange,
    /// The low end of a range is above its high end.
    RangeUpsideDown,
    /// The likely value lies outside its range.
    LikelyOutsideRange,
    /// The period has no months, or more than ten years.
    BadPeriod,
    /// Two items share an id.
    DuplicateId,
    /// An id that leads nowhere.
    UnknownId(Id),
}

impl Problem {
    /// A stable code for scripts: never renamed.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::GoalNotStated => "goal-not-stated",
            Self::GoalWithoutSentence => "goal-without-sentence",
            Self::GoalIncomplete => "goal-incomplete",
            Self::GoalDoesNotTieOut { .. } => "goal-does-not-tie-out",
            Self::MilestoneOutsidePeriod => "milestone-outside-period",
            Self::MilestonesNotInOrder => "milestones-not-in-order",
            Self::PathMissesGoal { .. } => "path-misses-goal",
            Self::NothingToMeasure => "nothing-to-measure",
            Self::NoOwner => "no-owner",
            Self::NoTeam => "no-team",
            Self::NoAccountable => "no-accountable",
            Self::NobodyResponsible => "nobody-responsible",
            Self::KpiPullsAway { .. } => "kpi-pulls-away",
            Self::KpiUnlinked { .. } => "kpi-unlinked",
            Self::Overloaded { .. } => "overloaded",
            Self::NoAssessment => "no-assessment",
            Self::FewCriteria { .. } => "few-criteria",
            Self::NoEvidence => "no-evidence",
            Self::NoReason => "no-reason",
            Self::LevelShort { .. } => "level-short",
            Self::NoChannels => "no-channels",
            Self::NoBudget => "no-budget",
            Self::OverBudget { .. } => "over-budget",
            Self::Unallocated { .. } => "unallocated",
            Self::BetterSplit { .. } => "better-split",
            Self::TaskBelowMin { .. } => "task-below-min",
            Self::TaskAboveMax { .. } => "task-above-max",
            Self::ChannelBelowMin { .. } => "channel-below-min",
            Self::ChannelAboveMax { .. } => "channel-above-max",
            Self::NoLeadRate => "no-lead-rate",
            Self::BadCurve(_) => "bad-curve",
            Self::EventWithoutUs => "event-without-us",
            Self::EventNotSplit(_) => "event-not-split",
            Self::UnfairShare { .. } => "unfair-share",
            Self::PaidTooMuch { .. } => "paid-too-much",
            Self::RippleWithoutFollow => "ripple-without-follow",
            Self::RippleWithoutLimit { .. } => "ripple-without-limit",
            Self::NotCarried { .. } => "not-carried",
            Self::OutsidePeriod => "outside-period",
            Self::MoneyTooLarge => "money-too-large",
            Self::NotPositive => "not-positive",
            Self::Negative => "negative",
            Self::RateOutOfRange => "rate-out-of-range",
            Self::RangeUpsideDown => "range-upside-down",
            Self::LikelyOutsideRange => "likely-outside-range",
            Self::BadPeriod => "bad-period",
            Self::DuplicateId => "duplicate-id",
            Self::UnknownId(_) => "unknown-id",
        }
    }

    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::GoalDoesNotTieOut { .. }
            | Self::NothingToMeasure
            | Self::NoAccountable
            | Self::NobodyResponsible
            | Self::OverBudget { .. }
            | Self::BadCurve(_)
            | Self::EventNotSplit(_)
            | Self::EventWithoutUs
            | Self::RippleWithoutFollow
            | Self::MoneyTooLarge
            | Self::NotPositive
            | Self::Negative
            | Self::RateOutOfRange
            | Self::RangeUpsideDown
            | Self::LikelyOutsideRange
            | Self::BadPeriod
            | Self::DuplicateId
            | Self::UnknownId(_) => Severity::Error,
            Self::MilestoneOutsidePeriod
            | Self::MilestonesNotInOrder
            | Self::PathMissesGoal { .. }
            | Self::NoOwner
            | Self::KpiPullsAway { .. }
            | Self::Overloaded { .. }
            | Self::NoEvidence
            | Self::NoReason
            | Self::TaskBelowMin { .. }
            | Self::TaskAboveMax { .. }
            | Self::ChannelBelowMin { .. }
            | Self::ChannelAboveMax { .. }
            | Self::NoLeadRate
            | Self::UnfairShare { .. }
            | Self::PaidTooMuch { .. }
            | Self::RippleWithoutLimit { .. }
            | Self::OutsidePeriod
            | Self::NotCarried { .. } => Severity::Warning,
            Self::GoalNotStated
            | Self::GoalWithoutSentence
            | Self::GoalIncomplete
            | Self::NoTeam
            | Self::KpiUnlinked { .. }
            | Self::NoAssessment
            | Self::FewCriteria { .. }
            | Self::LevelShort { .. }
            | Self::NoChannels
            | Self::NoBudget
            | Self::Unallocated { .. }
            | Self::BetterSplit { .. } => Severity::Advice,
        }
    }
}

/// All findings of a plan, worst first, otherwise in the order of the tabs.
pub(super) fn all(plan: &Plan, report: &Report) -> Vec<Finding> {
    let mut out = Vec::new();
    references::findings(plan, &mut out);
    goal::findings(plan, &report.goal, &mut out);
    team::findings(&plan.team, &report.team, &mut out);
    pyramid::findings(&plan.pyramid, &report.pyramid, &mut out);
    allocation::findings(plan, &report.allocation, &mut out);
    suggestion::findings(report.same_money.as_ref(), &mut out);
    chain::findings(plan, &report.chain, &mut out);
    for (event, row) in plan.events.iter().zip(&report.events) {
        event::findings(event, row, &mut out);
    }
    for (ripple, row) in plan.ripples.iter().zip(&report.ripples) {
        ripple::findings(ripple, row, &mut out);
    }
    topics::findings(plan, &report.topics, &mut out);
    out.sort_by_key(|finding| (finding.severity(), finding.place.section));
    out
}
