//! `solve allocation` with periods: when to spend.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::calc::best_allocation::Problem as Whole;
use crate::calc::best_allocation::periods::Problem;
use crate::calc::schedule::Course;
use crate::t;
use crate::words::Words;

use super::{AllocationQuestion, ChannelQuestion, check_amount, one};
use crate::cli::question::{LARGEST, digits, outside};

/// One period.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PeriodQuestion {
    pub(super) id: String,
    /// How much it counts; seasons are divided by their mean.
    #[serde(default = "one")]
    season: f64,
    /// The most that all channels together may spend in it.
    max: Option<f64>,
}

/// The most of an effect that may be left a period later.
const MOST_CARRIED: f64 = 0.99;

impl AllocationQuestion {
    /// The question over periods; `None` where there are none.
    pub(super) fn in_periods(&self, whole: &Whole, words: &Words) -> Result<Option<Problem>, String> {
        let Some(periods) = &self.periods else {
            self.check_without_periods(words)?;
            return Ok(None);
        };
        if periods.is_empty() {
            return Err(words.text("terminal-no-periods"));
        }
        check_carried(words, "carry_over", self.carry_over.unwrap_or(0.0))?;
        let mut numbers = HashMap::new();
        for (number, period) in periods.iter().enumerate() {
            let at = |field: &str| format!("periods[{number}].{field}");
            if numbers.insert(period.id.as_str(), number).is_some() {
                return Err(t!(words, "terminal-twice", field = at("id"), id = &period.id));
            }
            check_amount(words, &at("season"), period.season)?;
            check_amount(words, &at("max"), period.max.unwrap_or(0.0))?;
        }
        let seasons: Vec<f64> = periods.iter().map(|period| period.season).collect();
        check_seasons(words, "periods[0].season", &seasons)?;
        let channels = self.channels.iter().enumerate();
        let courses = channels.map(|(number, channel)| self.course(number, channel, &seasons, &numbers, words));
        let courses: Vec<Course> = courses.collect::<Result<_, _>>()?;
        let most: Vec<f64> = periods.iter().map(|period| period.max.unwrap_or(f64::INFINITY)).collect();
        Ok(Some(Problem { whole: whole.clone(), most, courses, present: None }))
    }

    fn course(
        &self,
        number: usize,
        channel: &ChannelQuestion,
        seasons: &[f64],
        periods: &HashMap<&str, usize>,
        words: &Words,
    ) -> Result<Course, String> {
        let at = |field: &str| format!("channels[{number}].{field}");
        let carry_over = channel.carry_over.or(self.carry_over).unwrap_or(0.0);
        check_carried(words, &at("carry_over"), carry_over)?;
        let as_many = |field: &str, given: usize| {
            let n = seasons.len();
            let message = || t!(words, "terminal-not-as-many", field = at(field), given = given, n = n);
            if given == n { Ok(()) } else { Err(message()) }
        };
        let seasons = channel.seasons.as_deref().unwrap_or(seasons);
        as_many("seasons", seasons.len())?;
        for (period, season) in seasons.iter().enumerate() {
            check_amount(words, &at(&format!("seasons[{period}]")), *season)?;
        }
        check_seasons(words, &at("seasons"), seasons)?;
        for (period, spend) in channel.before.iter().enumerate() {
            check_amount(words, &at(&format!("before[{period}]")), *spend)?;
        }
        let mut fixed = channel.fixed_periods.clone().unwrap_or_else(|| vec![None; periods.len()]);
        as_many("fixed_periods", fixed.len())?;
        for (period, spend) in fixed.iter().enumerate() {
            check_amount(words, &at(&format!("fixed_periods[{period}]")), spend.unwrap_or(0.0))?;
        }
        for (place, id) in channel.off_periods.iter().enumerate() {
            let field = at(&format!("off_periods[{place}]"));
            let Some(period) = periods.get(id.as_str()) else {
                return Err(t!(words, "terminal-no-period", field = field, id = id));
            };
            if fixed[*period].is_some_and(|spend| spend > 0.0) {
                return Err(t!(words, "terminal-off-and-fixed", field = field, id = id));
            }
            fixed[*period] = Some(0.0);
        }
        if channel.fixed.is_some() && channel.fixed_periods.is_some() {
            return Err(t!(words, "terminal-fixed-twice", field = at("fixed"), id = &channel.id));
        }
        if channel.fixed.is_some_and(|spend| spend > 0.0) && fixed.iter().all(Option::is_some) {
            return Err(t!(words, "terminal-no-open-period", field = at("fixed"), id = &channel.id));
        }
        Ok(Course { seasons: seasons.to_vec(), carry_over, before: channel.before.clone(), fixed })
    }

    /// Refuses what would be ignored.
    fn check_without_periods(&self, words: &Words) -> Result<(), String> {
        let of_channel = |(number, channel): (usize, &ChannelQuestion)| {
            let stated = [
                ("carry_over", channel.carry_over.is_some()),
                ("off_periods", !channel.off_periods.is_empty()),
                ("seasons", channel.seasons.is_some()),
                ("before", !channel.before.is_empty()),
                ("fixed_periods", channel.fixed_periods.is_some()),
            ];
            let (field, _) = stated.into_iter().find(|(_, stated)| *stated)?;
            Some(format!("channels[{number}].{field}"))
        };
        let whole = self.carry_over.map(|_| "carry_over".to_owned());
        match whole.or_else(|| self.channels.iter().enumerate().find_map(of_channel)) {
            Some(field) => Err(t!(words, "terminal-without-periods", field = field)),
            None => Ok(()),
        }
    }
}

fn check_carried(words: &Words, field: &str, share: f64) -> Result<(), String> {
    let fits = (0.0..=MOST_CARRIED).contains(&share);
    if fits { Ok(()) } else { Err(outside(words, field, digits(share), 0, MOST_CARRIED)) }
}

fn check_seasons(words: &Words, field: &str, seasons: &[f64]) -> Result<(), String> {
    let sum: f64 = seasons.iter().sum();
    if sum > 0.0 && sum <= LARGEST { Ok(()) } else { Err(t!(words, "terminal-no-season", field = field)) }
}
