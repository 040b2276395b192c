//! A plan as a program: the chain of [`crate::calc::chain`] from registrations to the goal, for many draws at once.

use crate::calc::allocation::rates;
use crate::calc::finding::{Place, Section};
use crate::calc::happened::Part;
use crate::calc::numbers::{Kind, count};
use crate::calc::{Report, months};
use crate::plan::allocation::{Class, Group};
use crate::plan::{Estimate, Id, Money, Plan, Range, Task};

mod names;
mod together;
mod worth;

use super::builder::Builder;
use super::input::Input;
use super::program::{Program, Value};
use super::ripple;

use names::Names;

pub use together::{DrawnTogether, Together};
pub use worth::Worths;

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
    /// Registrations, leads and customers of channels alone.
    pub channels: [usize; 3],
    /// Registrations as the plan has them, whatever happened.
    pub planned: usize,
    pub leads: usize,
    /// Revenue won on top of the baseline.
    pub won: usize,
    /// Registrations of tasks A, B, W, as the plan has them.
    pub tasks: [usize; 3],
    /// Registrations of each group, as the plan has them.
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
        Writer::of(plan, report).write()
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

/// What channels and events add up to; registrations also as the plan has them.
struct Sums {
    tasks: [Won; 3],
    classes: [Won; 2],
    /// Registrations, leads and customers of channels alone.
    channels: [Value; 3],
    planned: Value,
    planned_tasks: [Value; 3],
    planned_groups: Vec<Value>,
}

struct Writer<'a> {
    plan: &'a Plan,
    report: &'a Report,
    names: Names,
    builder: Builder,
    wanted: Vec<Value>,
    /// The streams of all inputs, as they were needed.
    streams: Vec<u64>,
}

impl<'a> Writer<'a> {
    fn of(plan: &'a Plan, report: &'a Report) -> Self {
        Self::named(plan, report, Names::of_ids(plan))
    }

    fn named(plan: &'a Plan, report: &'a Report, names: Names) -> Self {
        Self { plan, report, names, builder: Builder::default(), wanted: Vec::new(), streams: Vec::new() }
    }

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
            Some(input) => {
                self.streams.push(input.stream);
                let input = if self.names.across_plans { input.with_numbers() } else { input };
                self.builder.input(input.at(place))
            }
            None => Value::Fixed(kind.usable(estimate.likely)),
        }
    }

    fn allocation(&mut self) -> Sums {
        let plan = self.plan;
        let mut sums = Sums {
            tasks: [Won::NOTHING; 3],
            classes: [Won::NOTHING; 2],
            channels: [Value::Fixed(0.0); 3],
            planned: Value::Fixed(0.0),
            planned_tasks: [Value::Fixed(0.0); 3],
            planned_groups: vec![Value::Fixed(0.0); plan.allocation.groups.len()],
        };
        let group_of = crate::calc::allocation::group_numbers(&plan.allocation);
        for (index, (channel, group)) in plan.allocation.channels.iter().zip(group_of).enumerate() {
            let factor = self.factor(index);
            let won = self.channel(index, group.and_then(|number| plan.allocation.groups.get(number)), factor);
            let planned = Value::Fixed(self.report.allocation.channels[index].won.registrations);
            let planned = self.builder.multiply(planned, factor);
            sums.add(&mut self.builder, channel.task, channel.task.class(), won);
            for (sum, won) in sums.channels.iter_mut().zip([won.registrations, won.leads, won.customers]) {
                *sum = self.builder.add(*sum, won);
            }
            let group = group.and_then(|number| sums.planned_groups.get_mut(number));
            let places = [&mut sums.planned, &mut sums.planned_tasks[channel.task as usize]];
            for sum in places.into_iter().chain(group) {
                *sum = self.builder.add(*sum, planned);
            }
        }
        for index in 0..plan.events.len() {
            let won = self.event(index);
            sums.add(&mut self.builder, plan.events[index].task, plan.events[index].class, won);
        }
        sums
    }

    fn place(item: &Id, field: &'static str) -> Place {
        Place { section: Section::Allocation, item: Some(item.clone()), field }
    }

    /// By how much more or less than its curve a channel wins.
    fn factor(&mut self, index: usize) -> Value {
        let channel = &self.plan.allocation.channels[index];
        self.estimate(
            format!("{}/registrations", self.names.channels[index]),
            Self::place(&channel.id, "registrations_range"),
            Kind::Count,
            Estimate { likely: 1.0, range: channel.registrations_range },
        )
    }

    fn channel(&mut self, index: usize, group: Option<&Group>, factor: Value) -> Won {
        let lead_rate = self.lead_rate(index, group);
        let of_plan = self.report.allocation.channels[index].won.registrations;
        let whole = [Part { planned: 1.0, ..Part::default() }];
        let known = self.report.happened.as_ref().and_then(|happened| happened.channels.get(index));
        let parts = known.map_or(whole.as_slice(), |known| &known.parts).iter();
        let class = self.plan.allocation.channels[index].task.class();
        let won: Vec<Won> = parts.map(|part| self.part(part, of_plan, (factor, lead_rate), class)).collect();
        let builder = &mut self.builder;
        won.into_iter().reduce(|sum, won| sum.plus(builder, won)).unwrap_or(Won::NOTHING)
    }

    fn lead_rate(&mut self, index: usize, group: Option<&Group>) -> Value {
        let channel = &self.plan.allocation.channels[index];
        let (name, id, rate) = match (channel.lead_rate, group) {
            (Some(rate), _) => (format!("{}/lead_rate", self.names.channels[index]), &channel.id, rate),
            (None, Some(group)) => {
                (format!("{}/lead_rate", self.names.group(group)), &group.id, group.lead_rate.unwrap_or_default())
            }
            (None, None) => return Value::Fixed(0.0),
        };
        self.estimate(name, Self::place(id, "lead_rate"), Kind::Rate, rate)
    }

    /// What [`Part`] says, with the factor and the lead rate of its channel.
    fn part(&mut self, part: &Part, of_plan: f64, (factor, lead_rate): (Value, Value), class: Class) -> Won {
        let uncertain = self.builder.multiply(Value::Fixed(part.uncertain(of_plan)), factor);
        let registrations = self.builder.add(Value::Fixed(part.registrations), uncertain);
        let leads = part.leads.map_or_else(|| self.builder.multiply(registrations, lead_rate), Value::Fixed);
        let closed = self.closed(leads, class, part.customers);
        Won { registrations, revenue: part.revenue.map_or(closed.revenue, Value::Fixed), ..closed }
    }

    fn event(&mut self, index: usize) -> Won {
        let event = &self.plan.events[index];
        let place = |field| Place { section: Section::Event, item: Some(event.id.clone()), field };
        let event_name = self.names.events[index].clone();
        let name = |field| format!("{event_name}/{field}");
        let contacts = self.estimate(name("contacts"), place("contacts"), Kind::Count, event.contacts);
        let lead_rate = self.estimate(name("lead_rate"), place("lead_rate"), Kind::Rate, event.lead_rate);
        let leads = self.builder.multiply(contacts, lead_rate);
        self.closed(leads, event.class, None)
    }

    /// customers = leads·close rate unless they are known, revenue = customers·value.
    fn closed(&mut self, leads: Value, class: Class, customers: Option<f64>) -> Won {
        let class_rates = rates(&self.plan.allocation, class);
        let (field, value_field) = match class {
            Class::A => ("class_a", "value_a"),
            Class::B => ("class_b", "value_b"),
        };
        let name = self.names.class(class);
        let place = |field| Place { section: Section::Allocation, item: None, field };
        let close_rate = self.estimate(format!("{name}/close_rate"), place(field), Kind::Rate, class_rates.close_rate);
        let units = |amount| self.plan.currency.units(amount);
        let range = class_rates.value.range.map(|range| Range { low: units(range.low), high: units(range.high) });
        let value = Estimate { likely: units(class_rates.value.likely), range };
        let value = self.estimate(format!("{name}/value"), place(value_field), Kind::Count, value);
        let customers = customers.map_or_else(|| self.builder.multiply(leads, close_rate), Value::Fixed);
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

    /// Expected customers and contributed revenue.
    fn with_baseline(&mut self, total: Won) -> [Value; 2] {
        let baseline = &self.plan.goal.baseline;
        let customers = self.builder.add(Value::Fixed(count(baseline.customers.unwrap_or(0.0))), total.customers);
        let contributed = self.units(baseline.revenue);
        [customers, self.builder.add(contributed, total.revenue)]
    }

    fn results(&mut self, sums: &Sums, ripples: &[ripple::Step], total: Won) -> Results {
        let baseline = &self.plan.goal.baseline;
        let [customers, revenue] = self.with_baseline(total);
        let share = baseline.total_revenue.filter(|total| *total > Money::ZERO).map(|before| {
            let before = self.units(Some(before));
            let after = self.builder.add(before, total.revenue);
            self.builder.divide(revenue, after)
        });
        Results {
            customers: self.want(customers),
            revenue: self.want(revenue),
            share: share.map(|share| self.want(share)),
            channels: sums.channels.map(|sum| self.want(sum)),
            planned: self.want(sums.planned),
            leads: self.want(total.leads),
            won: self.want(total.revenue),
            tasks: sums.planned_tasks.map(|sum| self.want(sum)),
            groups: sums.planned_groups.iter().map(|sum| self.want(*sum)).collect(),
            ripples: ripples.iter().map(|step| self.want(step.revenue)).collect(),
            months: self.months(sums, ripples),
        }
    }

    /// Contributed revenue so far: each part of it times the share of it that has come by then.
    fn months(&mut self, sums: &Sums, ripples: &[ripple::Step]) -> Vec<usize> {
        let known = self.report.known_revenue();
        let spreads = months::spreads(self.plan, self.report.expected(), &known);
        let baseline = self.units(self.plan.goal.baseline.revenue);
        let [class_a, class_b] =
            [0, 1].map(|class| self.builder.subtract(sums.classes[class].revenue, Value::Fixed(known.of_class(class))));
        let parts = [baseline, class_a, class_b];
        let parts: Vec<Value> = parts.into_iter().chain(ripples.iter().map(|step| step.revenue)).collect();
        let mut so_far = vec![0.0; parts.len()];
        let mut known_so_far = 0.0;
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
            known_so_far += known.in_month(month);
            let spread = self.builder.sum(terms);
            let sum = self.builder.add(Value::Fixed(known_so_far), spread);
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
