//! About how much memory a step of the history takes.

use std::sync::Arc;

use crate::plan::pyramid::Assessment;
use crate::plan::{Actuals, Allocation, Event, Plan, Scenario, Team};

/// What the texts of an item and the allocator's own books take, on average.
const TEXTS: usize = 100;

/// About how many bytes a plan takes beside another that is kept anyway: a section they share costs nothing.
#[must_use]
pub fn bytes(plan: &Plan, other: &Plan) -> usize {
    let sections = [
        unshared(&plan.goal, &other.goal, |goal| {
            let months = goal.timing.baseline.len() + goal.timing.class_a.len() + goal.timing.class_b.len();
            list(&goal.path) + list(&goal.sub_goals) + months * size_of::<f64>()
        }),
        unshared(&plan.team, &other.team, team),
        unshared(&plan.pyramid, &other.pyramid, |pyramid| {
            list(&pyramid.criteria) + pyramid.assessments.iter().map(assessment).sum::<usize>()
        }),
        unshared(&plan.allocation, &other.allocation, allocation),
        unshared(&plan.events, &other.events, |events| list(events) + events.iter().map(event).sum::<usize>()),
        unshared(&plan.ripples, &other.ripples, |ripples| list(ripples)),
        unshared(&plan.content, &other.content, |content| list(&content.seven_s) + content.stages.len() * TEXTS),
        unshared(&plan.topics, &other.topics, |topics| list(&topics.list)),
        unshared(&plan.actuals, &other.actuals, actuals),
        unshared(&plan.scenarios, &other.scenarios, |scenarios| scenarios.iter().map(scenario).sum()),
        unshared(&plan.handover, &other.handover, |handover| handover.remark.len()),
    ];
    // The texts of the plan itself are in no section.
    size_of::<Plan>() + plan.title.len() + plan.company.len() + plan.note.len() + sections.iter().sum::<usize>()
}

fn unshared<T>(one: &Arc<T>, other: &Arc<T>, weigh: impl FnOnce(&T) -> usize) -> usize {
    if Arc::ptr_eq(one, other) { 0 } else { size_of::<T>() + weigh(one) }
}

fn list<T>(items: &[T]) -> usize {
    items.len() * (size_of::<T>() + TEXTS)
}

fn allocation(allocation: &Allocation) -> usize {
    let notes = allocation.channels.iter().map(|channel| channel.note.len() + channel.kpi.len());
    list(&allocation.groups) + list(&allocation.channels) + notes.sum::<usize>()
}

fn team(team: &Team) -> usize {
    let parts = |function: &crate::plan::team::Function| list(&function.assignments) + list(&function.kpis);
    list(&team.people) + list(&team.functions) + team.functions.iter().map(parts).sum::<usize>()
}

fn assessment(assessment: &Assessment) -> usize {
    size_of::<Assessment>() + assessment.answers.len() * 2 * TEXTS
}

fn actuals(actuals: &Actuals) -> usize {
    let spans: usize = actuals.campaigns.iter().map(|campaign| size_of_val(campaign.spans.as_slice())).sum();
    list(&actuals.channels) + list(&actuals.campaigns) + list(&actuals.readings) + spans
}

fn event(event: &Event) -> usize {
    let payments: usize = event.items.iter().map(|item| item.payments.len() * TEXTS).sum();
    list(&event.parties) + list(&event.items) + payments
}

fn scenario(scenario: &Scenario) -> usize {
    size_of::<Scenario>() + (scenario.spend.len() + 1) * TEXTS
}
