//! What can be wrong with the months of a plan.

use crate::calc::allocation::{AllocationReport, task_id};
use crate::calc::finding::Severity::{Error, Warning};
use crate::calc::finding::{Finding, Place, Problem, Section, Severity, Value, Values};
use crate::plan::{Channel, Id, Money, Plan, Task};

use super::{MOST_CARRY_OVER, cash, is_by_month, length, spends, totals};

/// What can be wrong with the months of a plan.
#[derive(Clone, Copy, Debug)]
pub enum ScheduleProblem {
    /// The months of a channel come to another sum than it gets.
    MonthsDiffer {
        /// What the months come to.
        months: Money,
        /// What the channel gets.
        spend: Money,
    },
    /// A channel states money for another number of months than the period has.
    MonthsCount(Counted),
    /// Weights are stated for another number of months than the period has.
    SeasonCount(Counted),
    /// Weights of months come to nothing.
    SeasonEmpty,
    /// So much of an effect cannot be left a month later.
    CarryOverTooLong,
    /// A month is locked or closed that the period does not have; they count from 1.
    NoSuchMonth {
        /// Its number.
        number: u32,
        /// How many months there are.
        months: usize,
    },
    /// Money is spent in a month in which the channel cannot run.
    OffMonthSpends(InMonth),
    /// Money is given to a channel that can run in no month; it counts as spent evenly.
    NoOpenMonth(Money),
    /// All that is spent in a month is more than may be.
    OverCash {
        /// The month, and by how much.
        over: InMonth,
        /// In how many months.
        months: usize,
    },
}

/// How many months something is stated for, of how many.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// For how many it is.
    pub stated: usize,
    /// How many the period has.
    pub months: usize,
}

/// An amount in a month, 0 for the first.
#[derive(Clone, Copy, Debug)]
pub struct InMonth {
    /// The month.
    pub month: usize,
    /// How much.
    pub amount: Money,
}

impl Problem for ScheduleProblem {
    fn kind(&self) -> (Severity, &'static str) {
        match self {
            Self::MonthsDiffer { .. } => (Warning, "months-differ"),
            Self::MonthsCount(_) => (Warning, "months-count"),
            Self::SeasonCount(_) => (Warning, "season-count"),
            Self::SeasonEmpty => (Warning, "season-empty"),
            Self::CarryOverTooLong => (Error, "carry-over-too-long"),
            Self::NoSuchMonth { .. } => (Warning, "no-such-month"),
            Self::OffMonthSpends(_) => (Warning, "off-month-spends"),
            Self::NoOpenMonth(_) => (Warning, "no-open-month"),
            Self::OverCash { .. } => (Warning, "over-cash"),
        }
    }

    fn values(self) -> Values {
        let in_month = |at: InMonth| vec![("month", Value::Month(at.month)), ("amount", Value::Money(at.amount))];
        match self {
            Self::MonthsDiffer { months, spend } => {
                vec![("months", Value::Money(months)), ("spend", Value::Money(spend))]
            }
            Self::MonthsCount(counted) | Self::SeasonCount(counted) => {
                vec![("stated", Value::Count(counted.stated)), ("months", Value::Count(counted.months))]
            }
            Self::OffMonthSpends(at) => in_month(at),
            Self::NoOpenMonth(amount) => vec![("amount", Value::Money(amount))],
            Self::OverCash { over, months } => [in_month(over), vec![("months", Value::Count(months))]].concat(),
            Self::NoSuchMonth { number, months } => {
                vec![("number", Value::Count(number as usize)), ("months", Value::Count(months))]
            }
            Self::SeasonEmpty | Self::CarryOverTooLong => Vec::new(),
        }
    }
}

/// What to mend in the months of a plan.
pub(in crate::calc) fn findings(plan: &Plan, report: &AllocationReport, out: &mut Vec<Finding>) {
    for task in Task::ALL {
        season(plan, &task_id(task), &plan.allocation.tasks.of(task).season, out);
    }
    for channel in &plan.allocation.channels {
        season(plan, &channel.id, &channel.schedule.season, out);
        of_channel(plan, channel, out);
    }
    if is_by_month(plan) {
        out.extend(over_cash(plan, report));
    }
}

fn season(plan: &Plan, item: &Id, weights: &[f64], out: &mut Vec<Finding>) {
    let counted = Counted { stated: weights.len(), months: length(plan) };
    let mut add = |problem| out.push(Finding::new(Place::item(Section::Allocation, item, "season"), problem));
    if weights.is_empty() {
        return;
    }
    if counted.stated != counted.months {
        add(ScheduleProblem::SeasonCount(counted));
    }
    if !weights.iter().any(|weight| *weight > 0.0) {
        add(ScheduleProblem::SeasonEmpty);
    }
}

fn of_channel(plan: &Plan, channel: &Channel, out: &mut Vec<Finding>) {
    let (schedule, length) = (&channel.schedule, length(plan));
    let mut add =
        |field, problem| out.push(Finding::new(Place::item(Section::Allocation, &channel.id, field), problem));
    if schedule.carry_over > MOST_CARRY_OVER {
        add("carry_over", ScheduleProblem::CarryOverTooLong);
    }
    let is_there = |number: &u32| (1..=length).contains(&(*number as usize));
    if let Some(&number) = schedule.locked.iter().chain(&schedule.off).find(|number| !is_there(number)) {
        add("months", ScheduleProblem::NoSuchMonth { number, months: length });
    }
    if schedule.spend.is_empty() {
        if channel.spend > Money::ZERO && (0..length).all(|month| schedule.is_off(month)) {
            add("months", ScheduleProblem::NoOpenMonth(channel.spend));
        }
        return;
    }
    if schedule.spend.len() != length {
        add("months", ScheduleProblem::MonthsCount(Counted { stated: schedule.spend.len(), months: length }));
    }
    let months = Money::total(schedule.spend.iter().take(length).copied()).unwrap_or(Money::LARGEST);
    if months != channel.spend {
        add("months", ScheduleProblem::MonthsDiffer { months, spend: channel.spend });
    }
    let spent = spends(plan, channel).into_iter().enumerate();
    let first = spent.into_iter().find(|(month, amount)| schedule.is_off(*month) && *amount > Money::ZERO);
    if let Some((month, amount)) = first {
        add("months", ScheduleProblem::OffMonthSpends(InMonth { month, amount }));
    }
}

/// The month that is furthest over its cash.
fn over_cash(plan: &Plan, report: &AllocationReport) -> Option<Finding> {
    let totals = totals(plan, report.events.iter().map(|event| event.spend));
    let over = |(month, (total, cash)): (usize, (Option<Money>, Option<Money>))| {
        let amount = total?.minus(cash?)?;
        (amount > Money::ZERO).then_some(InMonth { month, amount })
    };
    let months: Vec<InMonth> = totals.into_iter().zip(cash(plan)).enumerate().filter_map(over).collect();
    // The earliest of those that are alike.
    let over = months.iter().rev().max_by_key(|month| month.amount)?;
    let problem = ScheduleProblem::OverCash { over: *over, months: months.len() };
    Some(Finding::new(Place::of(Section::Allocation, "cash"), problem))
}
