//! The one question a plan that is being begun asks next, in the order in which a plan comes about: each is asked once
//! what it needs is there. Findings go on listing everything.

use crate::plan::goal::Measure;
use crate::plan::{Handover, Money, Plan};

use super::finding::{Place, Section, Severity};
use super::{Finding, Report};

/// A step on the way to a plan that can be handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// What the plan is to reach.
    Goal,
    /// Who answers for it.
    Owner,
    /// The first channel.
    Channel,
    /// Its money.
    Money,
    /// What that brings.
    Brings,
    /// How many of them become leads.
    LeadRate,
    /// How many leads sign.
    CloseRate,
    /// What a customer is worth.
    Value,
    /// An event that is shared with partners.
    Event,
    /// The first assessment of the pyramid.
    Assessment,
    /// What people will talk about.
    Topics,
    /// The summary and its print.
    HandOver,
}

impl Step {
    /// All steps, in their order.
    pub const ALL: [Self; 12] = [
        Self::Goal,
        Self::Owner,
        Self::Channel,
        Self::Money,
        Self::Brings,
        Self::LeadRate,
        Self::CloseRate,
        Self::Value,
        Self::Event,
        Self::Assessment,
        Self::Topics,
        Self::HandOver,
    ];

    /// What a plan may do without, in its order.
    const OPTIONAL: [Self; 4] = [Self::Event, Self::Assessment, Self::Topics, Self::HandOver];

    /// Whether a plan may do without it: a person can put it off.
    #[must_use]
    pub fn is_optional(self) -> bool {
        Self::OPTIONAL.contains(&self)
    }
}

/// What to do next, and the field where it is done.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    /// The step.
    pub step: Step,
    /// The field.
    pub place: Place,
}

/// What to do next; `None` where the plan is complete, or all that is left was put off. An optional step counts as put
/// off once a later one is done, and nobody is sent to hand over what still has something wrong in it.
#[must_use]
pub fn next(plan: &Plan, report: &Report, put_off: &[Step]) -> Option<Next> {
    let needed = needed(plan, report);
    needed.or_else(|| optional(plan, report, put_off)).map(|(step, place)| Next { step, place })
}

/// The first of the steps that no plan can do without: from money to revenue each link needs the one before.
fn needed(plan: &Plan, report: &Report) -> Option<(Step, Place)> {
    let goal_field = match report.goal.headline {
        Measure::Customers => report.goal.target.customers.is_none().then_some("customers"),
        Measure::Revenue => report.goal.target.revenue.is_none().then_some("target"),
        Measure::Share => report.goal.target.share.is_none().then_some("share"),
    };
    if let Some(field) = goal_field {
        return Some((Step::Goal, Place::of(Section::Goal, field)));
    }
    if plan.team.owner.is_none() {
        let field = if plan.team.people.is_empty() { "people" } else { "owner" };
        return Some((Step::Owner, Place::of(Section::Team, field)));
    }
    let channels = &plan.allocation.channels;
    let Some(first) = channels.first() else {
        // Events or ripples alone may carry a plan.
        let is_alone = plan.events.is_empty() && plan.ripples.is_empty();
        return is_alone.then(|| (Step::Channel, Place::of(Section::Allocation, "channels")));
    };
    let flows = &report.chain.total;
    if flows.money == Money::ZERO && flows.reached == 0.0 {
        return Some((Step::Money, Place::item(Section::Allocation, &first.id, "spend")));
    }
    let missing = |step, code, flow: f64| {
        let found = report.findings.iter().find(|finding| finding.code() == code).filter(|_| flow == 0.0);
        found.map(|finding| (step, finding.place.clone()))
    };
    let counts_money = report.goal.headline != Measure::Customers;
    missing(Step::Brings, "buys-nothing", flows.reached)
        .or_else(|| missing(Step::LeadRate, "no-lead-rate", flows.leads))
        .or_else(|| missing(Step::CloseRate, "no-close-rate", flows.customers))
        .or_else(|| missing(Step::Value, "no-value", flows.revenue).filter(|_| counts_money))
}

/// The first optional step after the last that is done, of those that nobody put off.
fn optional(plan: &Plan, report: &Report, put_off: &[Step]) -> Option<(Step, Place)> {
    let is_done = |step: &Step| match step {
        Step::Event => !plan.events.is_empty(),
        Step::Assessment => report.pyramid.latest.is_some(),
        Step::Topics => !plan.topics.list.is_empty(),
        _ => *plan.handover != Handover::default(),
    };
    let is_wrong = |finding: &Finding| finding.severity() != Severity::Advice;
    let can_hand_over = !report.findings.iter().any(is_wrong);
    let after = Step::OPTIONAL.iter().rposition(is_done).map_or(0, |last| last + 1);
    let mut left = Step::OPTIONAL.into_iter().skip(after).filter(|step| !put_off.contains(step));
    let step = left.find(|step| *step != Step::HandOver || can_hand_over)?;
    let place = match step {
        Step::Event => Place::of(Section::Event, "events"),
        Step::Assessment => Place::of(Section::Pyramid, "assessments"),
        Step::Topics => Place::of(Section::Topics, "topics"),
        _ => Place::of(Section::Plan, "handover_to"),
    };
    Some((step, place))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::calc::report;
    use crate::file::{examples, read_text};
    use crate::plan::allocation::ClassRates;
    use crate::plan::pyramid::Assessment;
    use crate::plan::team::Person;
    use crate::plan::{Channel, Curve, Estimate, Event, Id, Task, Topic};
    use crate::words::Language;

    fn asks(plan: &Plan, put_off: &[Step]) -> Option<Step> {
        next(plan, &report(plan), put_off).map(|next| next.step)
    }

    fn blank() -> Plan {
        read_text(include_str!("../../saved_plans/blank.ron")).unwrap()
    }

    fn person(id: &str) -> Person {
        let text = String::new;
        Person { id: id.into(), name: "Lin Yue".into(), title: text(), capacity: 0.0, other_hours: 0.0, note: text() }
    }

    /// Does what is asked, as little as answers it.
    fn answer(plan: &mut Plan, step: Step) {
        let money = |units| plan.currency.whole(units).unwrap();
        let (some, large) = (money(10_000), money(1_000_000));
        let first = |plan: &mut Plan, edit: fn(&mut Channel, Money)| {
            edit(&mut Arc::make_mut(&mut plan.allocation).channels[0], some);
        };
        match step {
            Step::Goal => Arc::make_mut(&mut plan.goal).target.revenue = Some(large),
            Step::Owner => {
                let team = Arc::make_mut(&mut plan.team);
                team.people.push(person("lin"));
                team.owner = Some("lin".into());
            }
            Step::Channel => {
                let channel = Channel { owner: Some("lin".into()), ..Channel::new(Id::new("feed"), "Feed", Task::A) };
                Arc::make_mut(&mut plan.allocation).channels.push(channel);
            }
            Step::Money => first(plan, |channel, money| channel.spend = money),
            Step::Brings => first(plan, |channel, _| channel.curve = Curve::Fixed { registrations: 500.0 }),
            Step::LeadRate => first(plan, |channel, _| channel.lead_rate = Some(Estimate::exactly(0.1))),
            Step::CloseRate => {
                Arc::make_mut(&mut plan.allocation).class_a =
                    ClassRates { close_rate: Estimate::exactly(0.2), ..ClassRates::default() };
            }
            Step::Value => Arc::make_mut(&mut plan.allocation).class_a.value = Estimate::exactly(some),
            Step::Event => Arc::make_mut(&mut plan.events).push(Event::new(Id::new("fair"), "Fair")),
            Step::Assessment => {
                let day = plan.period.start;
                let assessment = Assessment { day, answers: std::collections::BTreeMap::new() };
                Arc::make_mut(&mut plan.pyramid).assessments.push(assessment);
            }
            Step::Topics => {
                let (name, note) = ("Tea".to_owned(), String::new());
                let (peak_day, event, owner) = (None, None, None);
                let topic = Topic { id: "tea".into(), name, owner, peak_day, peak: 0.0, spread_days: 0.0, event, note };
                Arc::make_mut(&mut plan.topics).list.push(topic);
            }
            Step::HandOver => Arc::make_mut(&mut plan.handover).to = "The board".into(),
        }
    }

    #[test]
    fn a_blank_plan_is_asked_one_thing_after_the_other_to_the_end() {
        let mut plan = blank();
        for step in Step::ALL {
            assert_eq!(asks(&plan, &[]), Some(step));
            assert!(asks(&plan, &Step::ALL) == Some(step) || step.is_optional(), "{step:?} cannot be put off");
            answer(&mut plan, step);
        }
        assert_eq!(asks(&plan, &[]), None, "nothing is left");
    }

    #[test]
    fn what_was_put_off_or_passed_by_is_not_asked_again() {
        let mut plan = blank();
        Step::ALL[..8].iter().for_each(|step| answer(&mut plan, *step));
        assert_eq!(asks(&plan, &[Step::Event]), Some(Step::Assessment));
        assert_eq!(asks(&plan, &[Step::Event, Step::Assessment, Step::Topics]), Some(Step::HandOver));
        answer(&mut plan, Step::Topics);
        assert_eq!(asks(&plan, &[]), Some(Step::HandOver), "an event was passed by");
        Arc::make_mut(&mut plan.allocation).channels[0].owner = None;
        assert_eq!(asks(&plan, &[]), None, "a warning comes before handing over");
    }

    #[test]
    fn the_goal_is_asked_for_in_its_headline() {
        let mut plan = blank();
        for (headline, field) in
            [(Measure::Customers, "customers"), (Measure::Revenue, "target"), (Measure::Share, "share")]
        {
            Arc::make_mut(&mut plan.goal).headline = headline;
            let asked = next(&plan, &report(&plan), &[]).unwrap();
            assert_eq!(asked, Next { step: Step::Goal, place: Place::of(Section::Goal, field) });
        }
    }

    #[test]
    fn a_half_filled_plan_is_asked_for_the_link_that_is_missing() {
        for language in Language::ALL {
            let mut plan: Plan = read_text(examples::worked_case(language)).unwrap();
            assert!(
                asks(&plan, &[]).is_none_or(|step| step == Step::HandOver),
                "{language:?}: the worked case is complete"
            );
            Arc::make_mut(&mut plan.ripples).clear();
            Arc::make_mut(&mut plan.events).clear();
            let allocation = Arc::make_mut(&mut plan.allocation);
            for channel in &mut allocation.channels {
                channel.lead_rate = None;
            }
            allocation.groups.iter_mut().for_each(|group| group.lead_rate = None);
            assert_eq!(asks(&plan, &[]), Some(Step::LeadRate), "{language:?}");
            Arc::make_mut(&mut plan.allocation).channels.clear();
            assert_eq!(asks(&plan, &[]), Some(Step::Channel), "{language:?}");
            Arc::make_mut(&mut plan.team).owner = None;
            let asked = next(&plan, &report(&plan), &[]).unwrap();
            assert_eq!(asked.place, Place::of(Section::Team, "owner"), "somebody of the team");
        }
    }
}
