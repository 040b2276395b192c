//! What can be wrong with a shared event.

use crate::calc::finding::Severity::{Advice, Error, Warning};
use crate::calc::finding::{Finding, Place, Problem, Section, Severity, Value, Values};
use crate::calc::numbers::problems::NumberProblem;
use crate::calc::team::problems::TeamProblem;
use crate::plan::event::ItemKind;
use crate::plan::{Event, Id, Money, Plan};

use super::{EventReport, NotSplit, is_negative, paid, sum};

/// What can be wrong with a shared event.
#[derive(Clone, Debug)]
pub enum EventProblem<'a> {
    /// The planning company is no party.
    WithoutUs,
    /// Some of its costs, or all of them, cannot be split.
    NotSplit(&'a Event, &'a NotSplit),
    /// It is planned, and costs nothing so far.
    WithoutCost,
    /// It costs money, and nobody comes or nobody becomes a lead.
    BringsNothing {
        /// The company's share of the cost.
        cost: Money,
    },
    /// A party pays more than it would alone.
    UnfairShare {
        /// The party.
        party: Id,
        /// How much more.
        over_by: Money,
    },
    /// Payments above the item's amount.
    PaidTooMuch {
        /// The item.
        item: Id,
        /// What was paid.
        paid: Money,
        /// What it costs.
        amount: Money,
    },
    /// More is received than an income brings in.
    ReceivedTooMuch {
        /// The item.
        item: Id,
        /// What was received.
        received: Money,
        /// What it brings in.
        amount: Money,
    },
}

impl Problem for EventProblem<'_> {
    fn kind(&self) -> (Severity, &'static str) {
        match self {
            Self::WithoutUs => (Error, "event-without-us"),
            Self::WithoutCost => (Advice, "event-without-cost"),
            Self::NotSplit(..) => (Error, "event-not-split"),
            Self::BringsNothing { .. } => (Warning, "event-brings-nothing"),
            Self::UnfairShare { .. } => (Warning, "unfair-share"),
            Self::PaidTooMuch { .. } => (Warning, "paid-too-much"),
            Self::ReceivedTooMuch { .. } => (Warning, "received-too-much"),
        }
    }

    fn values(self) -> Values {
        match self {
            Self::WithoutUs | Self::WithoutCost => Vec::new(),
            Self::NotSplit(event, problem) => {
                let is_all = problem.items.len() == event.items.len();
                let mut values = vec![
                    ("part", Value::Choice(if is_all { "all" } else { "items" })),
                    ("what", Value::EventItems(problem.items.clone())),
                    ("why", Value::Choice(problem.reason())),
                ];
                values.extend(problem.lacking(event).map(|party| ("party", Value::Party(party.id.clone()))));
                values.extend(problem.off_by().map(|amount| ("amount", Value::Money(amount))));
                values
            }
            Self::BringsNothing { cost } => vec![("cost", Value::Money(cost))],
            Self::UnfairShare { party, over_by } => {
                vec![("party", Value::Party(party)), ("by", Value::Money(over_by))]
            }
            Self::PaidTooMuch { item, paid, amount } => {
                vec![("what", Value::EventItem(item)), ("paid", Value::Money(paid)), ("amount", Value::Money(amount))]
            }
            Self::ReceivedTooMuch { item, received, amount } => vec![
                ("what", Value::EventItem(item)),
                ("received", Value::Money(received)),
                ("amount", Value::Money(amount)),
            ],
        }
    }
}

/// What to mend in an event.
pub(in crate::calc) fn findings(plan: &Plan, event: &Event, report: &EventReport, out: &mut Vec<Finding>) {
    let at = |field| Place::item(Section::Event, &event.id, field);
    let is_begun = event.parties.len() > 1 || !event.items.is_empty() || event.contacts.likely > 0.0;
    if is_begun && event.items.iter().all(|item| item.amount == Money::ZERO) {
        out.push(Finding::new(at("items"), EventProblem::WithoutCost));
    }
    // Without a cost and without people there is nothing to own or to share yet.
    if event.items.is_empty() && event.contacts.likely == 0.0 {
        return;
    }
    if event.owner.is_none() {
        out.push(Finding::new(at("owner"), TeamProblem::NoOwner));
    }
    if event.parties.is_empty() && event.items.is_empty() {
        return;
    }
    if let Some(field) = dead_end(plan, event).filter(|_| report.own_share > Money::ZERO) {
        out.push(Finding::new(at(field), EventProblem::BringsNothing { cost: report.own_share }));
    }
    if event.us.is_none() {
        out.push(Finding::new(at("us"), EventProblem::WithoutUs));
    }
    if [ItemKind::Cost, ItemKind::Income].iter().any(|kind| sum(event, *kind).is_none()) {
        out.push(Finding::new(at("items"), NumberProblem::MoneyTooLarge));
    }
    for problem in &report.problems {
        out.push(Finding::new(at("rule"), EventProblem::NotSplit(event, problem)));
    }
    for row in &report.shares {
        if let Some(over_by) = row.over_by() {
            out.push(Finding::new(at("rule"), EventProblem::UnfairShare { party: row.party.clone(), over_by }));
        }
    }
    for item in &event.items {
        let paid = paid(item);
        if is_negative(item) {
            out.push(Finding::new(at("items"), NumberProblem::Negative));
        }
        if paid > item.amount {
            let (id, amount) = (item.id.clone(), item.amount);
            let problem = match item.kind {
                ItemKind::Cost => EventProblem::PaidTooMuch { item: id, paid, amount },
                ItemKind::Income => EventProblem::ReceivedTooMuch { item: id, received: paid, amount },
            };
            out.push(Finding::new(at("items"), problem));
        }
    }
}

/// The number that keeps an event from bringing leads. An event that a ripple belongs to brings what the ripple does.
fn dead_end(plan: &Plan, event: &Event) -> Option<&'static str> {
    if event.contacts.likely > 0.0 {
        return (event.lead_rate.likely == 0.0).then_some("lead_rate");
    }
    let is_of_ripple = plan.ripples.iter().any(|ripple| ripple.event.as_ref() == Some(&event.id));
    (!is_of_ripple).then_some("contacts")
}
