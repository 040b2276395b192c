//! Findings: everything a person should mend, with a stable code and the place where to mend it.
//!
//! A finding carries what happened as named values. Its code is the key of its words: `findings-CODE` says what is
//! wrong, `findings-CODE-mend` how to mend it. What can go wrong with a subject stands in that subject's `problems`.

use crate::plan::allocation::{Class, Objective};
use crate::plan::content::SevenS;
use crate::plan::{Date, Id, Money, Task};

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
    /// What happened.
    Track,
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
            Self::Track => "actuals",
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

impl Place {
    /// A field of a section.
    #[must_use]
    pub fn of(section: Section, field: &'static str) -> Self {
        Self { section, item: None, field }
    }

    /// A field of an item.
    #[must_use]
    pub fn item(section: Section, item: &Id, field: &'static str) -> Self {
        Self { section, item: Some(item.clone()), field }
    }
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

/// What can be wrong with a subject.
pub trait Problem {
    /// How bad it is, and a stable code for scripts, which is never renamed.
    fn kind(&self) -> (Severity, &'static str);

    /// What its words need beside the names of the item and the field it is about.
    fn values(self) -> Values
    where
        Self: Sized,
    {
        Vec::new()
    }
}

/// Values by the names they have in the words.
pub type Values = Vec<(&'static str, Value)>;

/// A value in the words of a finding, by the way it is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// An amount with its currency.
    Money(Money),
    /// A fraction, in whole percent.
    Percent(f64),
    /// How many; also chooses between singular and plural.
    Count(usize),
    /// Hours.
    Hours(f64),
    /// How many times as much.
    Factor(f64),
    /// A score of the pyramid, 0 to 1.
    Score(f64),
    /// How much more money wins, of what is counted.
    Gain(Objective, f64),
    /// A task of the money.
    Task(Task),
    /// A class of leads.
    Class(Class),
    /// How many, calculated: as exact as calculated counts are shown.
    Expected(f64),
    /// A level of the pyramid, by its name.
    Level(u8),
    /// A function of the team.
    Function(Id),
    /// A KPI of a function.
    Kpi(Id),
    /// A criterion of the pyramid.
    Criterion(Id),
    /// An event or a ripple.
    Event(Id),
    /// A party of the event the finding is about.
    Party(Id),
    /// An item of the event the finding is about.
    EventItem(Id),
    /// The first of several items of that event.
    EventItems(Vec<Id>),
    /// A topic.
    Topic(Id),
    /// A channel.
    Channel(Id),
    /// A month of the period, 0 for the first.
    Month(usize),
    /// A day.
    Day(Date),
    /// A year of the calendar.
    Year(i16),
    /// One of the 7S.
    SevenS(SevenS),
    /// A name that a country has in its own language and in English; empty: the same.
    Local {
        /// In its own language.
        name: String,
        /// In English.
        english: String,
    },
    /// Chooses between words, and is not shown itself.
    Choice(&'static str),
}

/// One thing to mend.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Where.
    pub place: Place,
    severity: Severity,
    code: &'static str,
    values: Values,
}

impl Finding {
    /// A problem at its place.
    #[must_use]
    pub fn new(place: Place, problem: impl Problem) -> Self {
        let (severity, code) = problem.kind();
        Self { place, severity, code, values: problem.values() }
    }

    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// What its words need.
    #[must_use]
    pub fn values(&self) -> &[(&'static str, Value)] {
        &self.values
    }
}

/// Findings of one kind together; kinds stand where their first finding does.
#[must_use]
pub fn by_kind<T>(findings: &[T], code: impl Fn(&T) -> &'static str) -> Vec<Vec<&T>> {
    let mut kinds: Vec<Vec<&T>> = Vec::new();
    for finding in findings {
        match kinds.iter_mut().find(|kind| kind.first().is_some_and(|first| code(first) == code(finding))) {
            Some(kind) => kind.push(finding),
            None => kinds.push(vec![finding]),
        }
    }
    kinds
}

/// Puts findings in order: worst first, otherwise by section; within a section they stay as they are.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by_key(|finding| (finding.severity, finding.place.section));
}
