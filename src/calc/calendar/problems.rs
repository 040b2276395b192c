//! Days of the plan on which the market rests or looks elsewhere.

use std::collections::BTreeMap;

use crate::calc::finding::{Finding, Place, Problem, Section, Severity, Value, Values};
use crate::plan::calendar::{Calendar, DayOfYear, Holiday, Rush};
use crate::plan::content::SevenS;
use crate::plan::{Date, Plan};

use super::Known;

/// What can be wrong with a day, and the nearest one that suits.
#[derive(Clone, Debug)]
pub enum DayProblem<'c> {
    /// Business rests.
    OnHoliday(Occasion, &'c Holiday),
    /// The market looks elsewhere.
    InRush(Occasion, &'c Rush),
    /// Something lies in a year whose holidays are not announced, or not known at all.
    YearNotKnown(i16, Known),
    /// A file brought days in the wrong order, or that do not exist.
    BadCalendar,
}

/// What is planned for a day, and the nearest day that suits better.
#[derive(Clone, Copy, Debug)]
pub struct Occasion {
    what: What,
    day: Date,
    then: Option<Date>,
}

/// What kind of thing is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// An item of the plan by its name.
    Item,
    /// A step of the 7S.
    SevenS(SevenS),
    /// The decision on the plan.
    Decision,
}

/// A day of the plan, with where it stands.
struct Planned {
    what: What,
    place: Place,
    day: Date,
}

impl Problem for DayProblem<'_> {
    fn kind(&self) -> (Severity, &'static str) {
        match self {
            Self::OnHoliday(..) => (Severity::Warning, "on-holiday"),
            Self::InRush(..) => (Severity::Advice, "in-rush"),
            Self::YearNotKnown(..) => (Severity::Advice, "holidays-not-known"),
            Self::BadCalendar => (Severity::Warning, "bad-calendar"),
        }
    }

    fn values(self) -> Values {
        match self {
            Self::OnHoliday(at, holiday) => at.values((&holiday.name, &holiday.english)),
            Self::InRush(at, rush) => at.values((&rush.name, &rush.english)),
            Self::YearNotKnown(year, known) => vec![
                ("year", Value::Year(year)),
                ("known", Value::Choice(if known == Known::ByLaw { "by-law" } else { "nothing" })),
            ],
            Self::BadCalendar => Vec::new(),
        }
    }
}

impl Occasion {
    fn values(self, (name, english): (&str, &str)) -> Values {
        let what = match self.what {
            What::Item => "item",
            What::SevenS(_) => "seven-s",
            What::Decision => "decision",
        };
        let occasion = Value::Local { name: name.to_owned(), english: english.to_owned() };
        let found = if self.then.is_some() { "there" } else { "none" };
        let mut values = vec![("what", Value::Choice(what)), ("day", Value::Day(self.day)), ("occasion", occasion)];
        values.push(("found", Value::Choice(found)));
        values.extend(self.then.map(|then| ("then", Value::Day(then))));
        if let What::SevenS(kind) = self.what {
            values.push(("step", Value::SevenS(kind)));
        }
        values
    }
}

/// What to mend in the days of a plan.
pub(in crate::calc) fn findings(plan: &Plan, out: &mut Vec<Finding>) {
    let Some(calendar) = super::of(plan) else { return };
    if !is_sound(calendar) {
        out.push(Finding::new(Place::of(Section::Plan, "calendar"), DayProblem::BadCalendar));
    }
    let days = days(plan);
    for Planned { what, place, day } in &days {
        let at = Occasion { what: *what, day: *day, then: calendar.nearest_that_suits(*day) };
        let problem = match (calendar.holiday(*day), calendar.rush(*day)) {
            (Some(holiday), _) => DayProblem::OnHoliday(at, holiday),
            (None, Some(rush)) => DayProblem::InRush(at, rush),
            (None, None) => continue,
        };
        out.push(Finding::new(place.clone(), problem));
    }
    let years: BTreeMap<i16, Known> =
        days.iter().map(|planned| (planned.day.year(), calendar.known(planned.day.year()))).collect();
    for (year, known) in years.into_iter().filter(|(_, known)| *known != Known::Announced) {
        out.push(Finding::new(Place::of(Section::Plan, "calendar"), DayProblem::YearNotKnown(year, known)));
    }
}

/// Every day on which something is to happen or to be done, inside the period or not.
fn days(plan: &Plan) -> Vec<Planned> {
    let mut days = Vec::new();
    let mut add = |what: What, place: Place, day: Option<Date>| {
        days.extend(day.map(|day| Planned { what, place, day }));
    };
    for event in plan.events.iter() {
        add(What::Item, Place::item(Section::Event, &event.id, "date"), event.date);
    }
    for ripple in plan.ripples.iter() {
        add(What::Item, Place::item(Section::Ripple, &ripple.id, "date"), ripple.date);
    }
    for topic in &plan.topics.list {
        add(What::Item, Place::item(Section::Topics, &topic.id, "peak_day"), topic.peak_day);
    }
    for sub_goal in &plan.goal.sub_goals {
        add(What::Item, Place::item(Section::Goal, &sub_goal.id, "due"), sub_goal.due);
    }
    for row in &plan.content.seven_s {
        add(What::SevenS(row.kind), Place::of(Section::Topics, "seven_s"), row.due);
    }
    add(What::Decision, Place::of(Section::Plan, "handover_decide_by"), plan.handover.decide_by);
    days
}

/// Whether the days of a calendar are in order, and exist.
pub(super) fn is_sound(calendar: &Calendar) -> bool {
    let leap_year = |day: DayOfYear| Date::new(2024, day.month, day.day).is_ok();
    let holidays = calendar.years.iter().flat_map(|year| &year.holidays).all(|holiday| holiday.from <= holiday.to);
    holidays && calendar.rushes.iter().all(|rush| rush.from <= rush.to && leap_year(rush.from) && leap_year(rush.to))
}
