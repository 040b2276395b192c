//! A plan as a program: the chain of [`crate::calc::chain`] from registrations to the goal, for many draws at once.

use std::collections::HashMap;

use crate::calc::allocation::rates;
use crate::calc::finding::{Place, Section};
use crate::calc::numbers::{Kind, count};
use crate::calc::{Report, months};
use crate::plan::allocation::{Class, Group};
use crate::plan::{Estimate, Id, Money, Plan, Range, Task};

use super::builder::Builder;
use super::input::Input;
use super::program::{Program, Value};
use super::ripple;

/// A plan's program, and which of its results is what.
#[derive(Debug)]
pub struct Model {
    pub(super) program: Program,
    pub(super) results: Results,
}

/// Numbers of the program's results.
#[derive(Debug, Default)]
pub(super) struct Results {
    pub customers: usize,
    pub revenue: usize,
    /// `None` where no total revenue is known.
    pub share: Option<usize>,
    pub registrations: usize,
    pub leads: usize,
    /// Revenue won on top of the baseline.
    pub won: usize,
    /// Registrations of tasks A, B, W.
    pub tasks: [usize; 3],
    /// Registrations of each group.
    pub groups: Vec<usize>,
    /// Revenue of each ripple.
    pub ripples: Vec<usize>,
    /// Contributed revenue so far at the end of each month.
    pub months: Vec<usize>,
}

impl Model {
    /// The program of a plan. What is fixed comes from its report.
    #[must_use]
    pub fn of(plan: &Plan, report: &Report) -> Self {
        let names = Names {
            channels: names("channel", plan.allocation.channels.iter().map(|channel| &channel.id)),
            events: names("event", plan.events.iter().map(|event| &event.id)),
            ripples: names("ripple", plan.ripples.iter().map(|ripple| &ripple.id)),
        };
        let writer = Writer { plan, report, names, builder: Builder::default(), wanted: Vec::new() };
        writer.write()
    }
}

/// Registrations, leads, customers and revenue, as values.
#[derive(Clone, Copy)]
struct Won {
    registrations: Value,
    leads: Value,
    customers: Value,
    revenue: Value,
}

impl Won {
    const NOTHING: Self = Self {
        registrations: Value::Fixed(0.0),
        leads: Value::Fixed(0.0),
        customers: Value::Fixed(0.0),
        revenue: Value::Fixed(0.0),
    };

    fn plus(self, builder: &mut Builder, other: Self) -> Self {
        Self {
            registrations: builder.add(self.registrations, other.registrations),
            leads: builder.add(self.leads, other.leads),
            customers: builder.add(self.customers, other.customers),
            revenue: builder.add(self.revenue, other.revenue),
        }
    }
}

/// What channels and events add up to.
struct Sums {
    tasks: [Won; 3],
    classes: [Won; 2],
    groups: Vec<Value>,
    registrations: Value,
}

/// What the inputs of each item are named after.
struct Names {
    channels: Vec<String>,
    events: Vec<String>,
    ripples: Vec<String>,
}

/// `channel/sem` for each item. Items that share an id are a finding, but still different items with numbers of their
/// own: the second is `channel-2/sem`.
fn names<'a>(kind: &str, ids: impl Iterator<Item = &'a Id>) -> Vec<String> {
    let mut seen = HashMap::new();
    ids.map(|id| {
        let times = seen.entry(id).and_modify(|times| *times += 1).or_insert(1);
        if *times == 1 { format!("{kind}/{id}") } else { format!("{kind}-{times}/{id}") }
    })
    .collect()
}

struct Writer<'a> {
    plan: &'a Plan,
    report: &'a Report,
    names: Names,
    builder: Builder,
    wanted: Vec<Value>,
}

impl Writer<'_> {
    fn write(mut self) -> Model {
        let sums = self.allocation();
        let ripples: Vec<ripple::Step> = (0..self.plan.ripples.len()).map(|index| self.ripple(index)).collect();
        let total = self.total(&sums, &ripples);
        let results = self.results(&sums, &ripples, total);
        Model { program: self.builder.finish(&self.wanted), results }
    }

    fn want(&mut self, value: Value) -> usize {
        self.wanted.push(value);
        self.wanted.len() - 1
    }

    fn units(&self, amount: Option<Money>) -> Value {
        Value::Fixed(self.plan.currency.units(amount.unwrap_or_default()))
    }

    /// An estimate of the plan: an input where it has a range, otherwise its likely value.
    fn estimate(&mut self, name: String, place: Place, kind: Kind, estimate: Estimate<f64>) -> Value {
        match Input::new(name, kind, estimate) {
            Some(input) => self.builder.input(input.at(place)),
            None => Value::Fixed(kind.usable(estimate.likely)),
        }
    }

    fn allocation(&mut self) -> Sums {
        let plan = self.plan;
        let mut sums = Sums {
            tasks: [Won::NOTHING; 3],
            classes: [Won::NOTHING; 2],
            groups: vec![Value::Fixed(0.0); plan.allocation.groups.len()],
            registrations: Value::Fixed(0.0),
        };
        let group_of = crate::calc::allocation::group_numbers(&plan.allocation);
        for (index, (channel, group)) in plan.allocation.channels.iter().zip(group_of).enumerate() {
            let won = self.channel(index, group.and_then(|number| plan.allocation.groups.get(number)));
            sums.add(&mut self.builder, channel.task, channel.task.class(), won);
            sums.registrations = self.builder.add(sums.registrations, won.registrations);
            if let Some(sum) = group.and_then(|number| sums.groups.get_mut(number)) {
                *sum = self.builder.add(*sum, won.registrations);
            }
        }
        for index in 0..plan.events.len() {
            let won = self.event(index);
            sums.add(&mut self.builder, plan.events[index].task, plan.events[index].class, won);
        }
        sums
    }

    fn channel(&mut self, index: usize, group: Option<&Group>) -> Won {
        let channel = &self.plan.allocation.channels[index];
        let fixed = Value::Fixed(self.report.allocation.channels[index].won.registrations);
        let place = |item: &Id, field| Place { section: Section::Allocation, item: Some(item.clone()), field };
        let factor = self.estimate(
            format!("{}/registrations", self.names.channels[index]),
            place(&channel.id, "registrations_range"),
            Kind::Count,
            Estimate { likely: 1.0, range: channel.registrations_range },
        );
        let registrations = self.builder.multiply(fixed, factor);
        let (name, id, rate) = match (channel.lead_rate, group) {
            (Some(rate), _) => (format!("{}/lead_rate", self.names.channels[index]), &channel.id, rate),
            (None, Some(group)) => {
                (format!("group/{}/lead_rate", group.id), &group.id, group.lead_rate.unwrap_or_default())
            }
            (None, None) => return Won { registrations, ..Won::NOTHING },
        };
        let lead_rate = self.estimate(name, place(id, "lead_rate"), Kind::Rate, rate);
        let leads = self.builder.multiply(registrations, lead_rate);
        Won { registrations, ..self.closed(leads, channel.task.class()) }
    }

    fn event(&mut self, index: usize) -> Won {
        let event = &self.plan.events[index];
        let place = |field| Place { section: Section::Event, item: Some(event.id.clone()), field };
        let event_name = self.names.events[index].clone();
        let name = |field| format!("{event_name}/{field}");
        let contacts = self.estimate(name("contacts"), place("contacts"), Kind::Count, event.contacts);
        let lead_rate = self.estimate(name("lead_rate"), place("lead_rate"), Kind::Rate, event.lead_rate);
        let leads = self.builder.multiply(contacts, lead_rate);
        self.closed(leads, event.class)
    }

    /// customers = leads·close rate, revenue = customers·value.
    fn closed(&mut self, leads: Value, class: Class) -> Won {
        let class_rates = rates(&self.plan.allocation, class);
        let (letter, field, value_field) = match class {
            Class::A => ("A", "class_a", "value_a"),
            Class::B => ("B", "class_b", "value_b"),
        };
        let place = |field| Place { section: Section::Allocation, item: None, field };
        let close_rate =
            self.estimate(format!("class/{letter}/close_rate"), place(field), Kind::Rate, class_rates.close_rate);
        let units = |amount| self.plan.currency.units(amount);
        let range = class_rates.value.range.map(|range| Range { low: units(range.low), high: units(range.high) });
        let value = Estimate { likely: units(class_rates.value.likely), range };
        let value = self.estimate(format!("class/{letter}/value"), place(value_field), Kind::Count, value);
        let customers = self.builder.multiply(leads, close_rate);
        Won { leads, customers, revenue: self.builder.multiply(customers, value), ..Won::NOTHING }
    }

    fn ripple(&mut self, index: usize) -> ripple::Step {
        let plan_ripple = &self.plan.ripples[index];
        let estimates = crate::calc::ripple::Inputs::of(plan_ripple, &self.plan.currency);
        let inputs = estimates.map(|field, estimate| {
            let name = format!("{}/{}", self.names.ripples[index], field.path);
            let place = Place { section: Section::Ripple, item: Some(plan_ripple.id.clone()), field: field.field };
            self.estimate(name, place, field.kind, estimate)
        });
        ripple::step(&mut self.builder, &inputs)
    }

    /// Tasks A, B, W and the ripples.
    fn total(&mut self, sums: &Sums, ripples: &[ripple::Step]) -> Won {
        let builder = &mut self.builder;
        let leads = builder.sum(ripples.iter().map(|step| step.leads));
        let customers = builder.sum(ripples.iter().map(|step| step.customers));
        let revenue = builder.sum(ripples.iter().map(|step| step.revenue));
        let all = Won { registrations: Value::Fixed(0.0), leads, customers, revenue };
        let [a, b, w] = sums.tasks;
        [b, w, all].into_iter().fold(a, |sum, won| sum.plus(builder, won))
    }

    fn results(&mut self, sums: &Sums, ripples: &[ripple::Step], total: Won) -> Results {
        let baseline = &self.plan.goal.baseline;
        let customers = self.builder.add(Value::Fixed(count(baseline.customers.unwrap_or(0.0))), total.customers);
        let contributed = self.units(baseline.revenue);
        let revenue = self.builder.add(contributed, total.revenue);
        let share = baseline.total_revenue.filter(|total| *total > Money::ZERO).map(|before| {
            let before = self.units(Some(before));
            let after = self.builder.add(before, total.revenue);
            self.builder.divide(revenue, after)
        });
        Results {
            customers: self.want(customers),
            revenue: self.want(revenue),
            share: share.map(|share| self.want(share)),
            registrations: self.want(sums.registrations),
            leads: self.want(total.leads),
            won: self.want(total.revenue),
            tasks: Task::ALL.map(|task| self.want(sums.tasks[task as usize].registrations)),
            groups: sums.groups.iter().map(|sum| self.want(*sum)).collect(),
            ripples: ripples.iter().map(|step| self.want(step.revenue)).collect(),
            months: self.months(sums, ripples),
        }
    }

    /// Contributed revenue so far: each part of it times the share of it that has come by then.
    fn months(&mut self, sums: &Sums, ripples: &[ripple::Step]) -> Vec<usize> {
        let spreads = months::spreads(self.plan);
        let baseline = self.units(self.plan.goal.baseline.revenue);
        let parts = [baseline, sums.classes[0].revenue, sums.classes[1].revenue];
        let parts: Vec<Value> = parts.into_iter().chain(ripples.iter().map(|step| step.revenue)).collect();
        let mut so_far = vec![0.0; parts.len()];
        let months = self.report.goal.months.len();
        let month = |month: usize| {
            let terms: Vec<Value> = so_far
                .iter_mut()
                .zip(&spreads)
                .zip(&parts)
                .map(|((so_far, spread), part)| {
                    *so_far += spread[month];
                    self.builder.multiply(*part, Value::Fixed(*so_far))
                })
                .collect();
            let sum = self.builder.sum(terms);
            self.want(sum)
        };
        (0..months).map(month).collect()
    }
}

impl Sums {
    fn add(&mut self, builder: &mut Builder, task: Task, class: Class, won: Won) {
        let (task, class) = (&mut self.tasks[task as usize], &mut self.classes[class as usize]);
        *task = task.plus(builder, won);
        *class = class.plus(builder, won);
    }
}
