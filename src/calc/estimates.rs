//! Numbers and estimates that make no sense: checked over the whole plan.

use crate::plan::{Estimate, Event, Id, Money, Plan, Range, Ripple, Task};

use super::allocation::task_id;
use super::finding::{Finding, Place, Section};
use super::numbers::problems::wrong;
use super::numbers::{Kind, LARGEST};

/// What to mend in the numbers of a plan.
pub(super) fn findings(plan: &Plan, out: &mut Vec<Finding>) {
    let mut numbers = Numbers { plan, out };
    numbers.goal();
    numbers.team();
    numbers.pyramid();
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
            let place = Place { section, item: item.cloned(), field };
            self.out.extend(wrong(kind, estimate).map(|problem| Finding::new(place, problem)));
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
        for (field, amount) in [("budget", allocation.budget), ("step", allocation.step)] {
            let amount = self.units(amount.unwrap_or_default().into());
            self.of(Section::Allocation, None)(field, Kind::Count, amount);
        }
        for task in Task::ALL {
            let limits = allocation.tasks.of(task);
            self.limits(&task_id(task), limits.min, limits.max);
            self.of(Section::Allocation, Some(&task_id(task)))("season", Kind::Count, least(&limits.season));
        }
        let cash = self.least_amount(allocation.cash.iter().copied().flatten());
        self.of(Section::Allocation, None)("cash", Kind::Count, cash);
        for group in &allocation.groups {
            self.of(Section::Allocation, Some(&group.id))("lead_rate", Kind::Rate, group.lead_rate.unwrap_or_default());
        }
        for channel in &allocation.channels {
            let spend = self.units(channel.spend.into());
            let schedule = &channel.schedule;
            let months = self.least_amount(schedule.spend.iter().chain(&schedule.before).copied());
            let factor = Estimate { likely: 1.0, range: channel.registrations_range };
            let mut check = self.of(Section::Allocation, Some(&channel.id));
            check("lead_rate", Kind::Rate, channel.lead_rate.unwrap_or_default());
            check("registrations_range", Kind::Count, factor);
            check("spend", Kind::Count, spend);
            check("months", Kind::Count, months);
            check("season", Kind::Count, least(&schedule.season));
            check("carry_over", Kind::Rate, schedule.carry_over.into());
            drop(check);
            self.limits(&channel.id, channel.min, channel.max);
        }
        for scenario in self.plan.scenarios.iter() {
            let months = scenario.months.values().flatten();
            for amount in scenario.budget.iter().chain(scenario.spend.values()).chain(months) {
                let amount = self.units((*amount).into());
                self.of(Section::Allocation, Some(&scenario.id))("scenarios", Kind::Count, amount);
            }
        }
    }

    /// Of amounts that share one field, the one most likely to be wrong.
    fn least_amount(&self, amounts: impl Iterator<Item = Money>) -> Estimate<f64> {
        least(&amounts.map(|amount| self.plan.currency.units(amount)).collect::<Vec<f64>>())
    }

    fn limits(&mut self, item: &Id, min: Option<Money>, max: Option<Money>) {
        for (field, limit) in [("min", min), ("max", max)] {
            let limit = self.units(limit.unwrap_or_default().into());
            self.of(Section::Allocation, Some(item))(field, Kind::Count, limit);
        }
    }

    fn pyramid(&mut self) {
        for criterion in &self.plan.pyramid.criteria {
            let cost = self.units(criterion.cost_to_full.unwrap_or_default().into());
            self.of(Section::Pyramid, Some(&criterion.id))("cost_to_full", Kind::Count, cost);
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
