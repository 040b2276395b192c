//! What can be wrong with a ripple.

use crate::calc::finding::Severity::{Error, Warning};
use crate::calc::finding::{Finding, Place, Problem, Section, Severity, Value, Values};
use crate::calc::team::problems::TeamProblem;
use crate::plan::ripple::OnSite;
use crate::plan::{Event, Id, Money, Ripple};

use super::RippleReport;

/// What can be wrong with a ripple.
#[derive(Clone, Debug)]
pub enum RippleProblem {
    /// The share step counts followers, but no follow step is stated.
    WithoutFollow,
    /// Its people on site are won once more as contacts of the event it belongs to.
    CountsContactsTwice {
        /// That event.
        event: Id,
        /// How many people both count.
        people: f64,
    },
    /// It costs money and brings no revenue.
    BringsNothing {
        /// What all its steps cost.
        cost: Money,
    },
    /// Passing on grows, and nothing limits it.
    WithoutLimit {
        /// How many more people each person reached brings.
        reproduction: f64,
    },
}

impl Problem for RippleProblem {
    fn kind(&self) -> (Severity, &'static str) {
        match self {
            Self::WithoutFollow => (Error, "ripple-without-follow"),
            Self::BringsNothing { .. } => (Warning, "ripple-brings-nothing"),
            Self::CountsContactsTwice { .. } => (Warning, "ripple-counts-contacts-twice"),
            Self::WithoutLimit { .. } => (Warning, "ripple-without-limit"),
        }
    }

    fn values(self) -> Values {
        match self {
            Self::WithoutFollow => Vec::new(),
            Self::BringsNothing { cost } => vec![("cost", Value::Money(cost))],
            Self::CountsContactsTwice { event, people } => {
                vec![("event", Value::Event(event)), ("people", Value::Expected(people))]
            }
            Self::WithoutLimit { reproduction } => vec![("number", Value::Factor(reproduction))],
        }
    }
}

/// What to mend in a ripple.
pub(in crate::calc) fn findings(events: &[Event], ripple: &Ripple, report: &RippleReport, out: &mut Vec<Finding>) {
    let at = |field| Place::item(Section::Ripple, &ripple.id, field);
    let is_begun = ripple.funnel.audience.likely > 0.0 || report.cost() > Money::ZERO;
    if ripple.owner.is_none() && is_begun {
        out.push(Finding::new(at("owner"), TeamProblem::NoOwner));
    }
    if let Some(field) = dead_end(ripple, report).filter(|_| report.cost() > Money::ZERO) {
        out.push(Finding::new(at(field), RippleProblem::BringsNothing { cost: report.cost() }));
    }
    if let Some(problem) = counts_contacts_twice(events, ripple) {
        out.push(Finding::new(at("event"), problem));
    }
    let Some(share) = ripple.share else { return };
    if share.onsite == OnSite::Follow && ripple.follow.is_none() {
        out.push(Finding::new(at("onsite"), RippleProblem::WithoutFollow));
    }
    let reproduction = report.outcome.reproduction;
    if reproduction >= 1.0 && share.audience_limit.is_none() {
        out.push(Finding::new(at("audience_limit"), RippleProblem::WithoutLimit { reproduction }));
    }
}

/// A ripple of an event adds its customers to those of the event's contacts: who is counted in both is won twice.
fn counts_contacts_twice(events: &[Event], ripple: &Ripple) -> Option<RippleProblem> {
    let event = events.iter().find(|event| Some(&event.id) == ripple.event.as_ref())?;
    let leads_of_event = event.contacts.likely * event.lead_rate.likely;
    let leads_on_site = ripple.funnel.audience.likely * ripple.funnel.lead_rate.likely;
    let people = event.contacts.likely.min(ripple.funnel.audience.likely);
    let twice = leads_of_event > 0.0 && leads_on_site > 0.0;
    twice.then(|| RippleProblem::CountsContactsTwice { event: event.id.clone(), people })
}

/// The first number of the funnel that keeps a ripple from bringing revenue.
fn dead_end(ripple: &Ripple, report: &RippleReport) -> Option<&'static str> {
    if report.last().is_some_and(|step| step.revenue > 0.0) {
        return None;
    }
    let funnel = &ripple.funnel;
    let links = [
        ("audience", funnel.audience.likely == 0.0),
        ("value", funnel.value.likely == Money::ZERO),
        ("lead_rate", funnel.lead_rate.likely == 0.0),
        ("sign_rate", funnel.sign_rate.likely == 0.0),
    ];
    links.into_iter().find_map(|(field, is_zero)| is_zero.then_some(field))
}
