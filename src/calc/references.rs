//! Ids that are used twice or lead nowhere, and estimates that make no sense: checked over the whole plan.

use std::collections::BTreeSet;

use crate::plan::{Estimate, Id, Money, Plan, Range};

use super::finding::{Finding, Problem, Section};

/// What to mend in ids, references and estimates.
pub(super) fn findings(plan: &Plan, out: &mut Vec<Finding>) {
    if plan.period.months == 0 || plan.period.months > 120 {
        out.push(Finding::at(Section::Plan, "period").with(Problem::BadPeriod));
    }
    duplicates(plan, out);
    owners(plan, out);
    links(plan, out);
    estimates(plan, out);
}

fn duplicates(plan: &Plan, out: &mut Vec<Finding>) {
    let mut check = |section, ids: &mut dyn Iterator<Item = &Id>| {
        let mut seen = BTreeSet::new();
        for id in ids.filter(|id| !seen.insert(*id)).collect::<Vec<_>>() {
            out.push(Finding::new(section, Some(id), "id", Problem::DuplicateId));
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
}

fn owners(plan: &Plan, out: &mut Vec<Finding>) {
    let people: BTreeSet<&Id> = plan.team.people.iter().map(|person| &person.id).collect();
    let mut check = |section, item: Option<&Id>, field, owner: Option<&Id>| {
        if let Some(owner) = owner.filter(|owner| !people.contains(owner)) {
            out.push(Finding::new(section, item, field, Problem::UnknownId(owner.clone())));
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
    let mut check = |section, item: &Id, field, target: Option<&Id>, known: &BTreeSet<&Id>| {
        if let Some(target) = target.filter(|target| !known.contains(target)) {
            out.push(Finding::new(section, Some(item), field, Problem::UnknownId(target.clone())));
        }
    };
    let groups = plan.allocation.groups.iter().map(|group| &group.id).collect();
    for channel in &plan.allocation.channels {
        check(Section::Allocation, &channel.id, "group", channel.group.as_ref(), &groups);
    }
    let criteria = plan.pyramid.criteria.iter().map(|criterion| &criterion.id).collect();
    for answered in plan.pyramid.assessments.iter().flat_map(|assessment| assessment.answers.keys()) {
        check(Section::Pyramid, answered, "answers", Some(answered), &criteria);
    }
    let functions = plan.team.functions.iter().map(|function| &function.id).collect();
    for function in &plan.team.functions {
        for kpi in &function.kpis {
            if let crate::plan::team::KpiEffect::PullsAgainst(other) = &kpi.effect {
                check(Section::Team, &function.id, "kpis", Some(other), &functions);
            }
        }
    }
    let events: BTreeSet<&Id> = plan.events.iter().map(|event| &event.id).collect();
    for ripple in plan.ripples.iter() {
        check(Section::Ripple, &ripple.id, "event", ripple.event.as_ref(), &events);
    }
    let calendar = events.iter().copied().chain(plan.ripples.iter().map(|ripple| &ripple.id)).collect();
    for topic in &plan.topics.list {
        check(Section::Topics, &topic.id, "event", topic.event.as_ref(), &calendar);
    }
    for event in plan.events.iter() {
        let parties = event.parties.iter().map(|party| &party.id).collect();
        check(Section::Event, &event.id, "us", event.us.as_ref(), &parties);
        for item in &event.items {
            for party in item.shared_by.iter().chain(item.paid_by.iter().map(|payment| &payment.party)) {
                check(Section::Event, &event.id, "items", Some(party), &parties);
            }
        }
    }
}

/// Kinds of numbers, by what they may be.
#[derive(Clone, Copy)]
enum Kind {
    /// A fraction from 0 to 1.
    Rate,
    /// Zero or more.
    Count,
}

fn estimates(plan: &Plan, out: &mut Vec<Finding>) {
    let mut check = |section, item: Option<&Id>, field, kind, estimate: Estimate<f64>| {
        if let Some(problem) = wrong(kind, estimate) {
            out.push(Finding::new(section, item, field, problem));
        }
    };
    let units = |estimate: Estimate<Money>| Estimate {
        likely: plan.currency.units(estimate.likely),
        range: estimate
            .range
            .map(|range| Range { low: plan.currency.units(range.low), high: plan.currency.units(range.high) }),
    };
    let allocation = &plan.allocation;
    for (field, value, class) in
        [("class_a", "value_a", &allocation.class_a), ("class_b", "value_b", &allocation.class_b)]
    {
        check(Section::Allocation, None, field, Kind::Rate, class.close_rate);
        check(Section::Allocation, None, value, Kind::Count, units(class.value));
    }
    for group in &allocation.groups {
        check(Section::Allocation, Some(&group.id), "lead_rate", Kind::Rate, group.lead_rate.unwrap_or_default());
    }
    for channel in &allocation.channels {
        check(Section::Allocation, Some(&channel.id), "lead_rate", Kind::Rate, channel.lead_rate.unwrap_or_default());
        let factor = Estimate { likely: 1.0, range: channel.registrations_range };
        check(Section::Allocation, Some(&channel.id), "registrations_range", Kind::Count, factor);
        check(Section::Allocation, Some(&channel.id), "spend", Kind::Count, units(channel.spend.into()));
    }
    for event in plan.events.iter() {
        check(Section::Event, Some(&event.id), "contacts", Kind::Count, event.contacts);
        check(Section::Event, Some(&event.id), "lead_rate", Kind::Rate, event.lead_rate);
    }
    for ripple in plan.ripples.iter() {
        let mut check = |field, kind, estimate| check(Section::Ripple, Some(&ripple.id), field, kind, estimate);
        let funnel = &ripple.funnel;
        check("audience", Kind::Count, funnel.audience);
        check("lead_rate", Kind::Rate, funnel.lead_rate);
        check("sign_rate", Kind::Rate, funnel.sign_rate);
        check("value", Kind::Count, units(funnel.value));
        check("cost", Kind::Count, units(funnel.cost.into()));
        if let Some(follow) = ripple.follow {
            check("conversion", Kind::Rate, follow.conversion);
        }
        if let Some(share) = ripple.share {
            check("sharers", Kind::Count, share.sharers);
            check("contacts", Kind::Count, share.contacts);
            check("offsite_lead_rate", Kind::Rate, share.lead_rate);
            check("offsite_sign_rate", Kind::Rate, share.sign_rate);
            check("reshare_rate", Kind::Rate, share.reshare_rate);
        }
    }
}

fn wrong(kind: Kind, estimate: Estimate<f64>) -> Option<Problem> {
    let range = estimate.range.unwrap_or(Range { low: estimate.likely, high: estimate.likely });
    if range.low > range.high {
        return Some(Problem::RangeUpsideDown);
    }
    if estimate.likely < range.low || estimate.likely > range.high {
        return Some(Problem::LikelyOutsideRange);
    }
    match kind {
        Kind::Rate if range.low < 0.0 || range.high > 1.0 => Some(Problem::RateOutOfRange),
        Kind::Count if range.low < 0.0 => Some(Problem::Negative),
        _ => None,
    }
}
