//! The months below a plot.

use crate::plan::Period;
use crate::words::{Words, number};

use super::axis::Axis;

/// The most names of months beside each other.
const MOST_NAMES: u32 = 12;

/// From one name to the next: each year names the same months.
const STEPS: [u32; 6] = [1, 2, 3, 4, 6, 12];

/// An axis over a period: a tick between two months and their names between the ticks, at most a dozen. Where the
/// period reaches into another year, the year stands below the first name of each. `at` is where a month begins, the one
/// after the last included.
pub fn month_axis(words: &Words, period: Period, at: &dyn Fn(u32) -> f64) -> Axis {
    let months = period.months.clamp(1, 120);
    let every = STEPS.into_iter().find(|step| months.div_ceil(*step) <= MOST_NAMES).unwrap_or(12);
    let mut axis = Axis::new(at(0)..=at(months));
    for month in (0..months).step_by(every as usize).chain([months]) {
        axis = axis.tick(at(month), "", false);
    }
    let several_years = period.start.year() != period.month_start(months - 1).year();
    let mut year = None;
    for month in (0..months).step_by(every as usize) {
        let day = period.month_start(month);
        let mut name = number::month_short(words, day.month());
        if several_years && year != Some(day.year()) {
            name = format!("{name}\n{}", day.year());
        }
        year = Some(day.year());
        axis = axis.label(f64::midpoint(at(month), at((month + every).min(months))), name);
    }
    axis
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Date;
    use crate::words::Language;

    fn names(start: Date, months: u32) -> Vec<String> {
        let axis = month_axis(Words::of(Language::En), Period { start, months }, &f64::from);
        axis.ticks.into_iter().map(|tick| tick.label).filter(|label| !label.is_empty()).collect()
    }

    #[test]
    fn a_calendar_year_names_its_months_alone() {
        let names = names(Date::constant(2026, 1, 1), 12);
        assert_eq!(names.len(), 12);
        assert_eq!([&names[0], &names[11]], ["Jan", "Dec"]);
    }

    #[test]
    fn the_year_stands_below_its_first_name() {
        let named = names(Date::constant(2026, 4, 1), 12);
        assert_eq!([&named[0], &named[1], &named[9], &named[11]], ["Apr\n2026", "May", "Jan\n2027", "Mar"]);
        let years = names(Date::constant(2026, 1, 1), 36);
        assert_eq!(years.iter().filter(|name| name.contains('\n')).count(), 3, "{years:?}");
        assert_eq!([&years[0], &years[3], &years[4], &years[8]], ["Jan\n2026", "Oct", "Jan\n2027", "Jan\n2028"]);
    }

    #[test]
    fn never_more_than_a_dozen_names_and_a_tick_at_each_end() {
        for months in 1..=130 {
            let axis =
                month_axis(Words::of(Language::En), Period { start: Date::constant(2026, 5, 1), months }, &f64::from);
            let shown = f64::from(months.min(120));
            assert!(axis.ticks.iter().filter(|tick| !tick.label.is_empty()).count() <= 12, "{months} months");
            let ends = axis.ticks.iter().filter(|tick| tick.mark).map(|tick| tick.at);
            assert_eq!(ends.fold((f64::MAX, 0.0_f64), |(low, high), at| (low.min(at), high.max(at))), (0.0, shown));
        }
    }
}
