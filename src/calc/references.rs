//! Ids that are used twice or lead nowhere, and estimates that make no sense: checked over the whole plan.

use std::collections::{BTreeSet, HashSet};

use crate::plan::{Date, Estimate, Event, Id, Money, Plan, Range, Ripple};

use super::finding::{Finding, Problem, Section};
use super::months::{MOST_MONTHS, period};
use super::numbers::{Kind, LARGEST};

/// What to mend in ids, references and estimates.
pub(super) fn findings(plan: &Plan, out: &mut Vec<Finding>) {
    if !(1..=MOST_MONTHS).contains(&plan.period.months) {
        out.push(Finding::at(Section::Plan, "period").with(Problem::BadPeriod));
    }
    duplicates(plan, out);
    owners(plan, out);
    links(plan, out);
    channel_links(plan, out);
    dates(plan, out);
    estimates(plan, out);
}

fn duplicates(plan: &Plan, out: &mut Vec<Finding>) {
    let mut check = |section, ids: &mut dyn Iterator<Item = &Id>| {
        let mut seen = HashSet::new();
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
    check(Section::Allocation, &mut plan.scenarios.iter().map(|item| &item.id));
}

fn owners(plan: &Plan, out: &mut Vec<Finding>) {
    let people: HashSet<&Id> = plan.team.people.iter().map(|person| &person.id).collect();
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
    let mut check = |section, item: &Id, field, target: Option<&Id>, known: &HashSet<&Id>| {
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
    let events: HashSet<&Id> = plan.events.iter().map(|event| &event.id).collect();
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

/// Scenarios and what really happened name channels.
fn channel_links(plan: &Plan, out: &mut Vec<Finding>) {
    if plan.scenarios.is_empty() && plan.actuals.channels.is_empty() {
        return;
    }
    let channels: HashSet<&Id> = plan.allocation.channels.iter().map(|channel| &channel.id).collect();
    for scenario in plan.scenarios.iter() {
        for unknown in scenario.spend.keys().filter(|id| !channels.contains(id)) {
            let problem = Problem::UnknownId(unknown.clone());
            out.push(Finding::new(Section::Allocation, Some(&scenario.id), "scenarios", problem));
        }
    }
    let named: BTreeSet<&Id> = plan.actuals.channels.iter().map(|row| &row.channel).collect();
    for unknown in named.into_iter().filter(|id| !channels.contains(id)) {
        out.push(Finding::at(Section::Allocation, "actuals").with(Problem::UnknownId(unknown.clone())));
    }
}

fn dates(plan: &Plan, out: &mut Vec<Finding>) {
    let inside = plan.period.start..=period(plan).end();
    let mut check = |section, item: &Id, day: Option<Date>| {
        if day.is_some_and(|day| !inside.contains(&day)) {
            out.push(Finding::new(section, Some(item), "date", Problem::OutsidePeriod));
        }
    };
    plan.events.iter().for_each(|event| check(Section::Event, &event.id, event.date));
    plan.ripples.iter().for_each(|ripple| check(Section::Ripple, &ripple.id, ripple.date));
}

fn estimates(plan: &Plan, out: &mut Vec<Finding>) {
    let mut numbers = Numbers { plan, out };
    numbers.goal();
    numbers.team();
    numbers.allocation();
    plan.events.iter().for_each(|event| numbers.event(event));
    plan.ripples.iter().for_each(|ripple| numbers.ripple(ripple));
    numbers.topics();
}

/// Checks numbers section by section.
struct Numbers<'a> {
    plan: &'a Plan,
    out: &'a mut Vec<Finding>,
}

impl Numbers<'_> {
    /// One check for an item: `check(field, kind, estimate)`.
    fn of<'c>(&'c mut self, section: Section, item: Option<&'c Id>) -> impl FnMut(&'static str, Kind, Estimate<f64>) {
        move |field, kind, estimate| {
            self.out.extend(wrong(kind, estimate).map(|problem| Finding::new(section, item, field, problem)));
        }
    }

    fn units(&self, estimate: Estimate<Money>) -> Estimate<f64> {
        let units = |amount| self.plan.currency.units(amount);
        let range = estimate.range.map(|range| Range { low: units(range.low), high: units(range.high) });
        Estimate { likely: units(estimate.likely), range }
    }

    fn goal(&mut self) {
        let goal = &self.plan.goal;
        let (target, baseline) = (&goal.target, &goal.baseline);
        let target = [target.value_per_customer, target.revenue, target.total_revenue];
        let target = target.map(|amount| self.units(amount.unwrap_or_default().into()));
        let baseline = [baseline.revenue, baseline.total_revenue];
        let baseline = baseline.map(|amount| self.units(amount.unwrap_or_default().into()));
        let mut check = self.of(Section::Goal, None);
        for amount in target {
            check("target", Kind::Count, amount);
        }
        for amount in baseline {
            check("baseline", Kind::Count, amount);
        }
        check("customers", Kind::Count, goal.target.customers.unwrap_or_default().into());
        check("share", Kind::Rate, goal.target.share.unwrap_or_default().into());
        check("baseline", Kind::Count, goal.baseline.customers.unwrap_or_default().into());
        for weights in [&goal.timing.baseline, &goal.timing.class_a, &goal.timing.class_b] {
            check("timing", Kind::Count, least(weights));
        }
    }

    fn team(&mut self) {
        let team = &self.plan.team;
        for person in &team.people {
            let mut check = self.of(Section::Team, Some(&person.id));
            check("capacity", Kind::Count, person.capacity.into());
            check("other_hours", Kind::Count, person.other_hours.into());
        }
        for function in &team.functions {
            let hours: Vec<f64> = function.assignments.iter().map(|part| part.hours).collect();
            self.of(Section::Team, Some(&function.id))("assignments", Kind::Count, least(&hours));
        }
    }

    fn allocation(&mut self) {
        let allocation = &self.plan.allocation;
        for (rate, value, class) in
            [("class_a", "value_a", &allocation.class_a), ("class_b", "value_b", &allocation.class_b)]
        {
            let money = self.units(class.value);
            let mut check = self.of(Section::Allocation, None);
            check(rate, Kind::Rate, class.close_rate);
            check(value, Kind::Count, money);
        }
        for group in &allocation.groups {
            self.of(Section::Allocation, Some(&group.id))("lead_rate", Kind::Rate, group.lead_rate.unwrap_or_default());
        }
        for channel in &allocation.channels {
            let spend = self.units(channel.spend.into());
            let factor = Estimate { likely: 1.0, range: channel.registrations_range };
            let mut check = self.of(Section::Allocation, Some(&channel.id));
            check("lead_rate", Kind::Rate, channel.lead_rate.unwrap_or_default());
            check("registrations_range", Kind::Count, factor);
            check("spend", Kind::Count, spend);
        }
    }

    fn event(&mut self, event: &Event) {
        let mut check = self.of(Section::Event, Some(&event.id));
        check("contacts", Kind::Count, event.contacts);
        check("lead_rate", Kind::Rate, event.lead_rate);
    }

    fn ripple(&mut self, ripple: &Ripple) {
        let funnel = &ripple.funnel;
        let (value, cost) = (self.units(funnel.value), self.units(funnel.cost.into()));
        let follow_cost = self.units(ripple.follow.unwrap_or_default().cost.into());
        let unit_cost = self.units(ripple.share.unwrap_or_default().unit_cost.into());
        let mut check = self.of(Section::Ripple, Some(&ripple.id));
        check("audience", Kind::Count, funnel.audience);
        check("lead_rate", Kind::Rate, funnel.lead_rate);
        check("sign_rate", Kind::Rate, funnel.sign_rate);
        check("value", Kind::Count, value);
        check("cost", Kind::Count, cost);
        check("timing", Kind::Count, least(&ripple.timing));
        if let Some(follow) = ripple.follow {
            check("follow_cost", Kind::Count, follow_cost);
            check("conversion", Kind::Rate, follow.conversion);
        }
        if let Some(share) = ripple.share {
            check("vouchers", Kind::Count, share.vouchers.into());
            check("unit_cost", Kind::Count, unit_cost);
            check("sharers", Kind::Count, share.sharers);
            check("contacts", Kind::Count, share.contacts);
            check("offsite_lead_rate", Kind::Rate, share.lead_rate);
            check("offsite_sign_rate", Kind::Rate, share.sign_rate);
            check("reshare_rate", Kind::Rate, share.reshare_rate);
            check("audience_limit", Kind::Count, share.audience_limit.unwrap_or_default().into());
        }
    }

    fn topics(&mut self) {
        let topics = &self.plan.topics;
        self.of(Section::Topics, None)("carries_from", Kind::Rate, topics.carries_from.0.into());
        for topic in &topics.list {
            self.of(Section::Topics, Some(&topic.id))("peak", Kind::Count, topic.peak.into());
        }
    }
}

/// Of numbers that share one field, the one most likely to be wrong.
fn least(numbers: &[f64]) -> Estimate<f64> {
    let unusual = numbers.iter().find(|number| !(0.0..=LARGEST).contains(*number));
    unusual.copied().unwrap_or_default().into()
}

/// What is wrong with an estimate; one that is wrong takes no part in the odds.
pub(super) fn wrong(kind: Kind, estimate: Estimate<f64>) -> Option<Problem> {
    let range = estimate.range.unwrap_or(Range { low: estimate.likely, high: estimate.likely });
    if range.low > range.high {
        return Some(Problem::RangeUpsideDown);
    }
    if estimate.likely < range.low || estimate.likely > range.high {
        return Some(Problem::LikelyOutsideRange);
    }
    // What is no number at all is neither above nor below anything; it ends here.
    let ends = [estimate.likely, range.low, range.high];
    match kind {
        Kind::Rate => (!ends.iter().all(|end| (0.0..=1.0).contains(end))).then_some(Problem::RateOutOfRange),
        Kind::Count if !ends.iter().all(|end| *end >= 0.0) => Some(Problem::Negative),
        Kind::Count => (range.high > LARGEST).then_some(Problem::MoneyTooLarge),
    }
}
