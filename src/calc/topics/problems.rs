//! What can be wrong with topics.

use crate::calc::finding::{Finding, Place, Problem, Section, Severity, Value, Values};
use crate::calc::months::period;
use crate::calc::numbers::problems::NumberProblem;
use crate::calc::references::problems::ReferenceProblem;
use crate::calc::team::problems::TeamProblem;
use crate::plan::{Date, Plan};

use super::{EventMark, TopicsReport, spreads};

/// An event gets too little attention.
#[derive(Clone, Copy, Debug)]
pub struct NotCarried<'a>(pub &'a EventMark);

impl Problem for NotCarried<'_> {
    fn kind(&self) -> (Severity, &'static str) {
        (Severity::Warning, "not-carried")
    }

    fn values(self) -> Values {
        let mark = self.0;
        let mut values = vec![("event", Value::Event(mark.id.clone())), ("share", Value::Percent(mark.share))];
        let Some(shift) = &mark.shift else {
            values.push(("move", Value::Choice("none")));
            return values;
        };
        values.extend([
            ("move", Value::Choice(if shift.days < 0 { "earlier" } else { "later" })),
            ("topic", Value::Topic(shift.topic.clone())),
            ("days", Value::Count(shift.days.unsigned_abs() as usize)),
            ("then", Value::Percent(shift.share)),
        ]);
        values
    }
}

/// A topic has a peak, but nobody has said when.
#[derive(Clone, Copy, Debug)]
pub struct WithoutDay;

impl Problem for WithoutDay {
    fn kind(&self) -> (Severity, &'static str) {
        (Severity::Advice, "topic-without-day")
    }
}

/// What to mend in the topics.
pub(in crate::calc) fn findings(plan: &Plan, report: &TopicsReport, out: &mut Vec<Finding>) {
    for topic in plan.topics.list.iter().filter(|topic| !topic.is_blank()) {
        let at = |field| Place::item(Section::Topics, &topic.id, field);
        if topic.owner.is_none() {
            out.push(Finding::new(at("owner"), TeamProblem::NoOwner));
        }
        if topic.peak > 0.0 && topic.peak_day.is_none() {
            out.push(Finding::new(at("peak_day"), WithoutDay));
        }
        // While the others are not typed yet, it is not missing.
        let is_missing = topic.spread_days == 0.0 && (topic.peak == 0.0 || topic.peak_day.is_none());
        if !spreads(topic) && !is_missing {
            out.push(Finding::new(at("spread_days"), NumberProblem::NotPositive));
        }
        let is_outside = |day: Date| day < plan.period.start || day > period(plan).end();
        if topic.peak_day.is_some_and(is_outside) {
            out.push(Finding::new(at("peak_day"), ReferenceProblem::OutsidePeriod));
        }
    }
    // Where no attention is planned yet, none is missing.
    if report.highest <= 0.0 {
        return;
    }
    for mark in report.marks.iter().filter(|mark| !mark.carried) {
        let item = mark.shift.as_ref().map(|shift| shift.topic.clone());
        let place = Place { section: Section::Topics, item, field: "peak_day" };
        out.push(Finding::new(place, NotCarried(mark)));
    }
}
