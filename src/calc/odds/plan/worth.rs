//! A plan's result as a sum over its channels: what is won in each draw, and what one registration more of each channel is
//! worth there. Spends may then change without the chain being run again.

use crate::calc::Report;
use crate::calc::allocation::group_numbers;
use crate::calc::odds::program::{Program, Value};
use crate::calc::odds::ripple;
use crate::calc::odds::run::{Drawn, Settings, run};
use crate::plan::Plan;
use crate::plan::goal::Measure;

use super::Writer;

/// The program of a plan's result and of what registrations are worth to it.
#[derive(Debug)]
pub struct Worths {
    program: Program,
}

/// What is won in each draw, in customers or in currency units of revenue.
#[derive(Debug)]
pub struct DrawnWorths {
    /// With the present spends, on top of the baseline.
    pub won: Drawn,
    /// What one registration more of each channel adds in the months to come, in the plan's order.
    pub channels: Vec<Drawn>,
}

impl Worths {
    /// Of a measure: customers for customers, revenue for revenue and for its share.
    #[must_use]
    pub fn of(plan: &Plan, report: &Report, measure: Measure) -> Self {
        let mut writer = Writer::of(plan, report);
        let sums = writer.allocation();
        let ripples: Vec<ripple::Step> = (0..plan.ripples.len()).map(|index| writer.ripple(index)).collect();
        let total = writer.total(&sums, &ripples);
        writer.want(if measure == Measure::Customers { total.customers } else { total.revenue });
        for (index, group) in group_numbers(&plan.allocation).into_iter().enumerate() {
            let worth = writer.worth(index, group, measure);
            writer.want(worth);
        }
        Self { program: writer.builder.finish(&writer.wanted) }
    }

    /// How many estimates with a range move the result.
    #[must_use]
    pub fn ranges(&self) -> usize {
        self.program.inputs().len()
    }

    /// The same draws as those of the odds with the same seed; `None` if it was told to stop.
    #[must_use]
    pub fn draw(&self, settings: &Settings) -> Option<DrawnWorths> {
        let mut drawn = run(&self.program, settings)?.into_iter();
        Some(DrawnWorths { won: drawn.next()?, channels: drawn.collect() })
    }
}

impl Writer<'_> {
    /// What one registration more of a channel, which is in a group or in none, is worth.
    fn worth(&mut self, index: usize, group: Option<usize>, measure: Measure) -> Value {
        let allocation = &self.plan.allocation;
        let factor = self.factor(index);
        let lead_rate = self.lead_rate(index, group.and_then(|number| allocation.groups.get(number)));
        let leads = self.builder.multiply(factor, lead_rate);
        let closed = self.closed(leads, allocation.channels[index].task.class(), None);
        if measure == Measure::Customers { closed.customers } else { closed.revenue }
    }
}
