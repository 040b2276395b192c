//! Several plans as one program: their sum, in which plans share the numbers that are called the same.
//!
//! Each uncertain number is drawn by a stream of its own, named by words: kind, name of the item, field. Plans that have a number of
//! the same name share its stream: in each draw both are equally high within their own ranges. The rates of the two classes have no
//! name of their own; plans of the same company share them. What has no name is shared by nobody.

use std::collections::{HashMap, HashSet};

use crate::calc::Report;
use crate::calc::odds::builder::Builder;
use crate::calc::odds::program::{Program, Value};
use crate::calc::odds::ripple;
use crate::calc::odds::run::{Drawn, Settings, run};
use crate::plan::Plan;

use super::{Names, Writer};

/// The program of a sum of plans of one currency.
#[derive(Debug)]
pub struct Together {
    program: Program,
    shared: usize,
}

/// The sum in each draw. Money in currency units.
#[derive(Debug)]
pub struct DrawnTogether {
    /// Customers of all plans, baselines included.
    pub customers: Drawn,
    /// Contributed revenue of all plans, baselines included.
    pub revenue: Drawn,
    /// Customers of the plans that have a target for them.
    pub aimed_customers: Drawn,
    /// Contributed revenue of the plans that have a target for it.
    pub aimed_revenue: Drawn,
}

impl Together {
    /// Of plans with their reports. A plan by itself is drawn as [`super::Model`] does.
    #[must_use]
    pub fn of(plans: &[(Plan, Report)]) -> Self {
        let mut builder = Builder::default().finding_again();
        let mut sums = [Value::Fixed(0.0); 4];
        let mut uses: HashMap<u64, usize> = HashMap::new();
        for (number, (plan, report)) in plans.iter().enumerate() {
            let names = if plans.len() == 1 { Names::of_ids(plan) } else { Names::in_words(plan, number) };
            let mut writer = Writer { builder, ..Writer::named(plan, report, names) };
            let [customers, revenue] = writer.expected();
            for stream in writer.streams.drain(..).collect::<HashSet<_>>() {
                *uses.entry(stream).or_default() += 1;
            }
            builder = writer.builder;
            let target = &report.goal.target;
            let aims = [true, true, target.customers.is_some(), target.revenue.is_some()];
            for ((sum, value), counts) in sums.iter_mut().zip([customers, revenue, customers, revenue]).zip(aims) {
                *sum = if counts { builder.add(*sum, value) } else { *sum };
            }
        }
        let program = builder.finish(&sums);
        let is_shared = |stream: u64| uses.get(&stream).is_some_and(|plans| *plans > 1);
        let streams: HashSet<u64> = program.inputs().iter().map(|input| input.stream).collect();
        let shared = streams.into_iter().filter(|stream| is_shared(*stream)).count();
        Self { program, shared }
    }

    /// How many uncertain numbers move the sum, each name counted once for each range that it has.
    #[must_use]
    pub fn ranges(&self) -> usize {
        self.program.inputs().len()
    }

    /// How many names are shared by several plans.
    #[must_use]
    pub fn shared(&self) -> usize {
        self.shared
    }

    /// All draws; `None` if it was told to stop.
    #[must_use]
    pub fn draw(&self, settings: &Settings) -> Option<DrawnTogether> {
        let mut drawn = run(&self.program, settings)?.into_iter();
        let mut next = || drawn.next();
        Some(DrawnTogether { customers: next()?, revenue: next()?, aimed_customers: next()?, aimed_revenue: next()? })
    }
}

impl Writer<'_> {
    /// Expected customers and contributed revenue, baselines included.
    fn expected(&mut self) -> [Value; 2] {
        let sums = self.allocation();
        let ripples: Vec<ripple::Step> = (0..self.plan.ripples.len()).map(|index| self.ripple(index)).collect();
        let total = self.total(&sums, &ripples);
        self.with_baseline(total)
    }
}
