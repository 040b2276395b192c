//! What can be wrong with topics.

use crate::calc::finding::{Finding, Place, Problem, Section, Severity, Value, Values};
use crate::calc::months::period;
use crate::calc::numbers::problems::NumberProblem;
use crate::calc::references::problems::ReferenceProblem;
use crate::calc::team::problems::TeamProblem;
use crate::plan::Plan;

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

/// What to mend in the topics.
pub(in crate::calc) fn findings(plan: &Plan, report: &TopicsReport, out: &mut Vec<Finding>) {
    for topic in &plan.topics.list {
        let at = |field| Place::item(Section::Topics, &topic.id, field);
        if topic.owner.is_none() {
            out.push(Finding::new(at("owner"), TeamProblem::NoOwner));
        }
        if !spreads(topic) {
            out.push(Finding::new(at("spread_days"), NumberProblem::NotPositive));
        }
        if topic.peak_day < plan.period.start || topic.peak_day > period(plan).end() {
            out.push(Finding::new(at("peak_day"), ReferenceProblem::OutsidePeriod));
        }
    }
    if plan.topics.list.is_empty() {
        return;
    }
    for mark in report.marks.iter().filter(|mark| !mark.carried) {
        let item = mark.shift.as_ref().map(|shift| shift.topic.clone());
        let place = Place { section: Section::Topics, item, field: "peak_day" };
        out.push(Finding::new(place, NotCarried(mark)));
    }
}
