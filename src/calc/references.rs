//! Ids that are used twice or lead nowhere, and days outside the period: checked over the whole plan.

pub mod problems;

use std::collections::{BTreeSet, HashSet};

use crate::plan::{Currency, Date, Id, Plan};

use super::finding::{Finding, Place, Section};
use super::months::{MOST_MONTHS, period};
use problems::{ReferenceProblem, Referred};

/// What to mend in ids, links and days.
pub(super) fn findings(plan: &Plan, out: &mut Vec<Finding>) {
    if !(1..=MOST_MONTHS).contains(&plan.period.months) {
        out.push(Finding::new(Place::of(Section::Plan, "period"), ReferenceProblem::BadPeriod));
    }
    let digits = plan.currency.digits;
    if digits > Currency::MOST_DIGITS {
        out.push(Finding::new(Place::of(Section::Plan, "currency"), ReferenceProblem::CurrencyDigits { digits }));
    }
    duplicates(plan, out);
    owners(plan, out);
    links(plan, out);
    channel_links(plan, out);
    dates(plan, out);
}

fn duplicates(plan: &Plan, out: &mut Vec<Finding>) {
    let mut check = |section, ids: &mut dyn Iterator<Item = &Id>| {
        let mut seen = HashSet::new();
        for id in ids.filter(|id| !seen.insert(*id)).collect::<Vec<_>>() {
            out.push(Finding::new(Place::item(section, id, "id"), ReferenceProblem::DuplicateId));
        }
    };
    check(Section::Goal, &mut plan.goal.sub_goals.iter().map(|item| &item.id));
    check(Section::Team, &mut plan.team.people.iter().map(|item| &item.id));
    check(Section::Team, &mut plan.team.functions.iter().map(|item| &item.id));
    check(Section::Team, &mut plan.team.functions.iter().flat_map(|function| &function.kpis).map(|item| &item.id));
    check(Section::Pyramid, &mut plan.pyramid.criteria.iter().map(|item| &item.id));
    check(Section::Allocation, &mut plan.allocation.groups.iter().map(|item| &item.id));
    check(Section::Allocation, &mut plan.allocation.channels.iter().map(|item| &item.id));
    // A topic names an event or a ripple by its id, so the two may not share one.
    let events = plan.events.iter().map(|item| &item.id);
    check(Section::Event, &mut events.chain(plan.ripples.iter().map(|item| &item.id)));
    for event in plan.events.iter() {
        check(Section::Event, &mut event.parties.iter().map(|item| &item.id));
        check(Section::Event, &mut event.items.iter().map(|item| &item.id));
    }
    check(Section::Topics, &mut plan.topics.list.iter().map(|item| &item.id));
    check(Section::Allocation, &mut plan.scenarios.iter().map(|item| &item.id));
}

fn owners(plan: &Plan, out: &mut Vec<Finding>) {
    let people: HashSet<&Id> = plan.team.people.iter().map(|person| &person.id).collect();
    let mut check = |section, item: Option<&Id>, field, owner: Option<&Id>| {
        if owner.is_some_and(|owner| !people.contains(owner)) {
            let place = Place { section, item: item.cloned(), field };
            out.push(Finding::new(place, ReferenceProblem::UnknownId(Referred::Person)));
        }
    };
    check(Section::Team, None, "owner", plan.team.owner.as_ref());
    for item in &plan.goal.sub_goals {
        check(Section::Goal, Some(&item.id), "owner", item.owner.as_ref());
    }
    for function in &plan.team.functions {
        for part in &function.assignments {
            check(Section::Team, Some(&function.id), "assignments", Some(&part.person));
        }
    }
    for item in &plan.pyramid.criteria {
        check(Section::Pyramid, Some(&item.id), "owner", item.owner.as_ref());
    }
    for item in &plan.allocation.channels {
        check(Section::Allocation, Some(&item.id), "owner", item.owner.as_ref());
    }
    for item in plan.events.iter() {
        check(Section::Event, Some(&item.id), "owner", item.owner.as_ref());
    }
    for item in plan.ripples.iter() {
        check(Section::Ripple, Some(&item.id), "owner", item.owner.as_ref());
    }
    for item in &plan.topics.list {
        check(Section::Topics, Some(&item.id), "owner", item.owner.as_ref());
    }
    for item in &plan.content.seven_s {
        check(Section::Topics, None, "seven_s", item.owner.as_ref());
    }
}

fn links(plan: &Plan, out: &mut Vec<Finding>) {
    let mut check = |place: Place, kind: Referred, target: Option<&Id>, known: &HashSet<&Id>| {
        if target.is_some_and(|target| !known.contains(target)) {
            out.push(Finding::new(place, ReferenceProblem::UnknownId(kind)));
        }
    };
    let groups = plan.allocation.groups.iter().map(|group| &group.id).collect();
    for channel in &plan.allocation.channels {
        check(Place::item(Section::Allocation, &channel.id, "group"), Referred::Group, channel.group.as_ref(), &groups);
    }
    let criteria = plan.pyramid.criteria.iter().map(|criterion| &criterion.id).collect();
    for answered in plan.pyramid.assessments.iter().flat_map(|assessment| assessment.answers.keys()) {
        check(Place::item(Section::Pyramid, answered, "answers"), Referred::Criterion, Some(answered), &criteria);
    }
    let functions = plan.team.functions.iter().map(|function| &function.id).collect();
    for function in &plan.team.functions {
        for kpi in &function.kpis {
            if let crate::plan::team::KpiEffect::PullsAgainst(other) = &kpi.effect {
                check(Place::item(Section::Team, &function.id, "kpis"), Referred::Function, Some(other), &functions);
            }
        }
    }
    let events: HashSet<&Id> = plan.events.iter().map(|event| &event.id).collect();
    for ripple in plan.ripples.iter() {
        check(Place::item(Section::Ripple, &ripple.id, "event"), Referred::Event, ripple.event.as_ref(), &events);
    }
    let calendar = events.iter().copied().chain(plan.ripples.iter().map(|ripple| &ripple.id)).collect();
    for topic in &plan.topics.list {
        check(Place::item(Section::Topics, &topic.id, "event"), Referred::Event, topic.event.as_ref(), &calendar);
    }
    for event in plan.events.iter() {
        let parties = event.parties.iter().map(|party| &party.id).collect();
        check(Place::item(Section::Event, &event.id, "us"), Referred::Party, event.us.as_ref(), &parties);
        for item in &event.items {
            for party in item.shared_by.iter().chain(item.payments.iter().map(|payment| &payment.party)) {
                check(Place::item(Section::Event, &event.id, "items"), Referred::Party, Some(party), &parties);
            }
        }
    }
}

/// Scenarios and what really happened name channels.
fn channel_links(plan: &Plan, out: &mut Vec<Finding>) {
    if plan.scenarios.is_empty() && plan.actuals.channels.is_empty() && plan.actuals.campaigns.is_empty() {
        return;
    }
    let channels: HashSet<&Id> = plan.allocation.channels.iter().map(|channel| &channel.id).collect();
    for scenario in plan.scenarios.iter() {
        let named: BTreeSet<&Id> = scenario.spend.keys().chain(scenario.months.keys()).collect();
        for _ in named.into_iter().filter(|id| !channels.contains(id)) {
            let place = Place::item(Section::Allocation, &scenario.id, "scenarios");
            out.push(Finding::new(place, ReferenceProblem::UnknownId(Referred::Channel)));
        }
    }
    let campaigns = plan.actuals.campaigns.iter().filter_map(|campaign| campaign.channel.as_ref());
    let named: BTreeSet<&Id> = plan.actuals.channels.iter().map(|row| &row.channel).chain(campaigns).collect();
    for _ in named.into_iter().filter(|id| !channels.contains(id)) {
        let place = Place::of(Section::Track, "channels");
        out.push(Finding::new(place, ReferenceProblem::UnknownId(Referred::Channel)));
    }
}

fn dates(plan: &Plan, out: &mut Vec<Finding>) {
    let inside = plan.period.start..=period(plan).end();
    let mut check = |section, item: &Id, day: Option<Date>| {
        if day.is_some_and(|day| !inside.contains(&day)) {
            out.push(Finding::new(Place::item(section, item, "date"), ReferenceProblem::OutsidePeriod));
        }
    };
    plan.events.iter().for_each(|event| check(Section::Event, &event.id, event.date));
    plan.ripples.iter().for_each(|ripple| check(Section::Ripple, &ripple.id, ripple.date));
}
