//! KPIs with numbers, held against what was read of them.

use std::collections::HashMap;

use crate::calc::months;
use crate::plan::allocation::QuantitativeKpi;
use crate::plan::{Actuals, Date, Id, Period, Plan, Task};

/// A KPI of a task and what was read of it last.
#[derive(Clone, Debug, PartialEq)]
pub struct KpiTrack {
    /// The task it belongs to.
    pub task: Task,
    /// Its id.
    pub id: Id,
    /// The last reading of its name.
    pub reading: Option<(Date, f64)>,
    /// Where it is to stand on the day of that reading, on a straight line from where it began to where it is to be at the
    /// end of the period; `None` without a reading or a target.
    pub planned: Option<f64>,
}

/// The last reading of each name, in the order in which the names first stand there. Of two of one day the second counts.
#[must_use]
pub fn last_readings(actuals: &Actuals) -> Vec<(&str, (Date, f64))> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut last: Vec<(&str, (Date, f64))> = Vec::new();
    for reading in actuals.readings.iter().filter(|reading| reading.value.is_finite()) {
        let (name, read) = (reading.name.trim(), (reading.day, reading.value));
        match places.get(name).and_then(|place| last.get_mut(*place)) {
            Some((_, kept)) if read.0 >= kept.0 => *kept = read,
            Some(_) => {}
            None => {
                places.insert(name, last.len());
                last.push((name, read));
            }
        }
    }
    last
}

/// The KPIs of all tasks, in their order.
#[must_use]
pub(super) fn of(plan: &Plan) -> Vec<KpiTrack> {
    let last: HashMap<&str, (Date, f64)> = last_readings(&plan.actuals).into_iter().collect();
    let period = months::period(plan);
    let track = |task: Task, kpi: &QuantitativeKpi| {
        let reading = last.get(kpi.name.trim()).copied();
        let planned = reading.and_then(|(day, _)| planned(kpi, period, day));
        KpiTrack { task, id: kpi.id.clone(), reading, planned }
    };
    let of_task = |task: Task| plan.allocation.tasks.of(task).quantitative.iter().map(move |kpi| track(task, kpi));
    Task::ALL.into_iter().flat_map(of_task).collect()
}

/// A KPI without a beginning begins at 0.
fn planned(kpi: &QuantitativeKpi, period: Period, day: Date) -> Option<f64> {
    let days = |to: Date| f64::from((to - period.start).get_days());
    let part = ((days(day) + 1.0) / (days(period.end()) + 1.0)).clamp(0.0, 1.0);
    let (from, to) = (kpi.from.unwrap_or(0.0), kpi.to?);
    Some(from + part * (to - from)).filter(|planned| planned.is_finite())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::civil::date;

    use super::*;
    use crate::plan::actuals::Reading;

    fn plan(readings: &[(Date, &str, f64)]) -> Plan {
        let mut plan = Plan::blank("", Period { start: date(2026, 1, 1), months: 12 });
        let kpi = |id: &str, name: &str, from, to| QuantitativeKpi { id: id.into(), name: name.into(), from, to };
        Arc::make_mut(&mut plan.allocation).tasks.w.quantitative =
            vec![kpi("index", "Search index", Some(600.0), Some(2000.0)), kpi("views", "Views", None, None)];
        let reading =
            |(day, name, value): &(Date, &str, f64)| Reading { day: *day, name: (*name).into(), value: *value };
        Arc::make_mut(&mut plan.actuals).readings = readings.iter().map(reading).collect();
        plan
    }

    #[test]
    fn the_last_day_counts_and_is_held_against_the_line_to_the_target() {
        let readings = [
            (date(2026, 12, 31), " Search index", 1900.0),
            (date(2026, 3, 31), "Search index", 1100.0),
            (date(2026, 5, 1), "Views", 9.0),
        ];
        let kpis = of(&plan(&readings));
        assert_eq!(kpis[0].reading, Some((date(2026, 12, 31), 1900.0)));
        assert_eq!(kpis[0].planned, Some(2000.0));
        assert_eq!((kpis[1].reading, kpis[1].planned), (Some((date(2026, 5, 1), 9.0)), None));
        let kpis = of(&plan(&readings[1..2]));
        let planned = kpis[0].planned.unwrap();
        assert!((planned - (600.0 + 1400.0 * 90.0 / 365.0)).abs() < 1e-9, "{planned}");
    }

    #[test]
    fn readings_outside_the_period_stay_on_the_line_and_numbers_that_are_none_do_not_count() {
        let early = of(&plan(&[(date(2025, 1, 1), "Search index", 500.0)]));
        assert_eq!(early[0].planned, Some(600.0));
        let late = of(&plan(&[(date(2028, 1, 1), "Search index", 500.0)]));
        assert_eq!(late[0].planned, Some(2000.0));
        assert_eq!(of(&plan(&[(date(2026, 1, 1), "Search index", f64::NAN)]))[0].reading, None);
    }
}
