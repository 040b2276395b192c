//! The one goal: mobile-social customers and the revenue they contribute.

use serde::{Deserialize, Serialize};

use super::{Date, Id, Money, Period, Task, is_default};

/// The goal, where the company stands today, and the path between.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// The goal in one sentence, in the planner's own words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub statement: String,
    /// The measure the headline speaks about.
    #[serde(default)]
    pub headline: Measure,
    /// What is to be reached. Any one of the linked figures may be left out; it is derived then.
    #[serde(default)]
    pub target: Target,
    /// Where the company stands before the plan.
    #[serde(default)]
    pub baseline: Baseline,
    /// How the year's results spread over the months.
    #[serde(default, skip_serializing_if = "is_default")]
    pub timing: Timing,
    /// Contributed revenue to have reached by given days; straight lines between them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub path: Vec<Milestone>,
    /// Smaller goals with an owner and a date each.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sub_goals: Vec<SubGoal>,
    /// Sources and assumptions.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

impl Goal {
    /// Leads the path to `end`, the revenue of the whole period. A path that only stops before the period's last month
    /// gets a milestone on its last day; another is stretched: every milestone grows or shrinks in proportion.
    pub fn lead_path_to(&mut self, end: Money, period: &Period) {
        let last_month = period.month_start(period.months.max(1) - 1);
        let stops_early = |last: &Milestone| last.day < last_month && last.revenue < end;
        if self.path.last().is_some_and(stops_early) {
            self.path.push(Milestone { day: period.end(), revenue: end });
        } else {
            self.stretch_path(end);
        }
    }

    /// In whole minor units. Where the last milestone asks for nothing, or one of them would grow too large, only the
    /// last one changes.
    fn stretch_path(&mut self, end: Money) {
        let Some(last) = self.path.last().map(|last| i128::from(last.revenue.minor())) else { return };
        let stretched = |milestone: &Milestone| {
            let twice = 2 * i128::from(milestone.revenue.minor()) * i128::from(end.minor());
            let minor = (last > 0).then(|| (twice + last).div_euclid(2 * last))?;
            i64::try_from(minor).ok().and_then(Money::from_minor)
        };
        let all: Option<Vec<Money>> = self.path.iter().map(stretched).collect();
        match all {
            Some(all) => self.path.iter_mut().zip(all).for_each(|(milestone, revenue)| milestone.revenue = revenue),
            None => self.path.iter_mut().next_back().into_iter().for_each(|milestone| milestone.revenue = end),
        }
    }
}

/// What the goal is measured by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Measure {
    /// Number of mobile-social customers.
    Customers,
    /// Revenue they contribute.
    #[default]
    Revenue,
    /// Contributed revenue as a share of total revenue.
    Share,
}

impl Measure {
    /// All measures, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Customers, Self::Revenue, Self::Share];
}

/// The figures of the goal: customers × value per customer = revenue = share × total revenue.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Mobile-social customers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub customers: Option<f64>,
    /// Revenue per mobile-social customer.
    #[serde(default, skip_serializing_if = "is_default")]
    pub value_per_customer: Option<Money>,
    /// Contributed revenue.
    #[serde(default, skip_serializing_if = "is_default")]
    pub revenue: Option<Money>,
    /// Contributed revenue as a fraction of total revenue, 0 to 1.
    #[serde(default, skip_serializing_if = "is_default")]
    pub share: Option<f64>,
    /// Total revenue of the company.
    #[serde(default, skip_serializing_if = "is_default")]
    pub total_revenue: Option<Money>,
}

/// Where the company stands before the plan, over a time as long as the plan's.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// The calendar year these figures are from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub year: Option<i16>,
    /// Mobile-social customers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub customers: Option<f64>,
    /// Revenue they contributed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub revenue: Option<Money>,
    /// Total revenue.
    #[serde(default, skip_serializing_if = "is_default")]
    pub total_revenue: Option<Money>,
}

/// How results spread over the period's months: one weight a month, of any sum. Empty means evenly.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timing {
    /// Baseline revenue.
    #[serde(default, skip_serializing_if = "is_default")]
    pub baseline: Vec<f64>,
    /// Revenue of class-A customers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub class_a: Vec<f64>,
    /// Revenue of class-B customers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub class_b: Vec<f64>,
}

/// Contributed revenue, counted from the period's start, to have reached by the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// The day.
    pub day: Date,
    /// Contributed revenue so far.
    pub revenue: Money,
}

/// A smaller goal on the way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubGoal {
    /// Stable id.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// What is measured.
    pub measure: SubMeasure,
    /// The value to reach, in the measure's unit.
    pub target: f64,
    /// Who owns it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub owner: Option<Id>,
    /// By when.
    #[serde(default, skip_serializing_if = "is_default")]
    pub due: Option<Date>,
    /// Sources and assumptions.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

/// What a sub-goal measures; its expected value comes from the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum SubMeasure {
    /// Registrations of a task, or of all tasks.
    TaskRegistrations {
        /// The task; left out: all.
        #[serde(default, skip_serializing_if = "is_default")]
        task: Option<Task>,
    },
    /// Registrations of a group of channels.
    GroupRegistrations {
        /// The group's id.
        group: Id,
    },
    /// Leads of a class.
    Leads {
        /// The class.
        class: super::allocation::Class,
    },
    /// New customers of a class.
    Customers {
        /// The class.
        class: super::allocation::Class,
    },
    /// People a ripple reaches off site.
    PeopleReached {
        /// The ripple's id.
        ripple: Id,
    },
    /// Score of a pyramid level, 0 to 1.
    PyramidLevel {
        /// Level, 1 to 5.
        level: u8,
    },
    /// A value somebody estimates by hand.
    Estimated {
        /// The expected value.
        expected: f64,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretched(path: &[i64], end: i64) -> Vec<i64> {
        let money = |minor| Money::from_minor(minor).unwrap();
        let milestone = |revenue: &i64| Milestone { day: Date::constant(2026, 12, 31), revenue: money(*revenue) };
        let mut goal = Goal { path: path.iter().map(milestone).collect(), ..Goal::default() };
        goal.stretch_path(money(end));
        goal.path.iter().map(|milestone| milestone.revenue.minor()).collect()
    }

    #[test]
    fn every_milestone_keeps_its_part_of_the_end() {
        assert_eq!(stretched(&[900, 1_800, 3_600], 4_200), [1_050, 2_100, 4_200]);
        assert_eq!(stretched(&[1, 2, 3], 2), [1, 1, 2], "two thirds and four thirds, rounded");
        assert!(stretched(&[], 5).is_empty());
    }

    #[test]
    fn a_path_that_stops_early_goes_on_to_the_end() {
        let money = |minor| Money::from_minor(minor).unwrap();
        let period = Period { start: Date::constant(2026, 1, 1), months: 12 };
        let led = |day, revenue, end| {
            let mut goal = Goal { path: vec![Milestone { day, revenue: money(revenue) }], ..Goal::default() };
            goal.lead_path_to(money(end), &period);
            goal.path
        };
        let (june, december) = (Date::constant(2026, 6, 30), Date::constant(2026, 12, 31));
        let milestone = |day, revenue| Milestone { day, revenue: money(revenue) };
        assert_eq!(led(june, 10, 30), [milestone(june, 10), milestone(december, 30)]);
        assert_eq!(led(june, 40, 30), [milestone(june, 30)]);
        let first = Date::constant(2026, 12, 1);
        assert_eq!(led(first, 10, 30), [milestone(first, 30)]);
    }

    #[test]
    fn a_path_that_cannot_be_stretched_still_ends_at_the_goal() {
        assert_eq!(stretched(&[0, 0], 500), [0, 500]);
        let largest = 1_000_000_000_000_000;
        assert_eq!(stretched(&[largest, 1], 2), [largest, 2]);
    }
}
