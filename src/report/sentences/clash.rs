//! Limits of an allocation in words: which of them clash, and by how much.

use crate::calc::best_allocation::{Clash, Limit};
use crate::t;
use crate::words::Words;
use crate::words::number::trimmed;

/// What channels and groups are called, in the order of the problem.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// Names of the channels.
    pub channels: &'a [String],
    /// Names of the groups.
    pub groups: &'a [String],
    /// Names of the periods; none where nothing is asked about them.
    pub periods: &'a [String],
}

impl Names<'_> {
    /// What clashes, in one sentence.
    #[must_use]
    pub fn clash(&self, words: &Words, clash: Clash) -> String {
        match clash {
            Clash::Channel { channel, min, max } => {
                let (name, [min, max, by]) = (self.channel(channel), shown([min, max, min - max]));
                t!(words, "report-clash-channel", name = name, min = min, max = max, by = by)
            }
            Clash::NoStep { channel, min, max } => {
                let (name, [min, max]) = (self.channel(channel), shown([min, max]));
                t!(words, "report-clash-no-step", name = name, min = min, max = max)
            }
            Clash::StepTooFine { step, least } => {
                let [step, least] = [step, least].map(|step| trimmed(step, 6));
                t!(words, "report-clash-step", step = step, least = least)
            }
            Clash::GroupMax { group, least, max } => {
                let (name, [least, max, by]) = (self.group(group), shown([least, max, least - max]));
                t!(words, "report-clash-group-max", name = name, least = least, max = max, by = by)
            }
            Clash::GroupMin { group, min, most } => {
                let (name, [min, most, by]) = (self.group(group), shown([min, most, min - most]));
                t!(words, "report-clash-group-min", name = name, min = min, most = most, by = by)
            }
            Clash::Budget { least, budget } => {
                let [least, budget, by] = shown([least, budget, least - budget]);
                t!(words, "report-clash-budget", least = least, budget = budget, by = by)
            }
            Clash::Target { target, most } => {
                let [target, most, by] = shown([target, most, target - most]);
                t!(words, "report-clash-target", target = target, most = most, by = by)
            }
            Clash::Cost { cost, least } if least.is_finite() => {
                let [cost, least, by] = shown([cost, least, least - cost]);
                t!(words, "report-clash-cost", cost = cost, least = least, by = by)
            }
            Clash::Cost { .. } => words.text("report-clash-cost-nothing"),
            Clash::Period { period, least, max } => {
                let (name, [least, max, by]) = (self.period(period), shown([least, max, least - max]));
                t!(words, "report-clash-group-max", name = name, least = least, max = max, by = by)
            }
            Clash::Periods { least, most } => {
                let [least, most, by] = shown([least, most, least - most]);
                t!(words, "report-clash-periods", least = least, most = most, by = by)
            }
            Clash::LastInPeriods => words.text("report-clash-last"),
            Clash::GroupChoice { group, min, max, below, above } => {
                let (name, [min, max, below, above]) = (self.group(group), shown([min, max, below, above]));
                t!(words, "report-clash-group-choice", name = name, min = min, max = max, below = below, above = above)
            }
            Clash::NoChoice => words.text("report-clash-no-choice"),
            Clash::NotFound => words.text("report-clash-not-found"),
        }
    }

    /// A limit by its name.
    #[must_use]
    pub fn limit(&self, words: &Words, limit: Limit) -> String {
        match limit {
            Limit::Budget => words.text("report-limit-budget"),
            Limit::Cost => words.text("report-limit-cost"),
            Limit::Period(period) => t!(words, "report-limit-max", name = self.period(period)),
            Limit::GroupMin(group) => t!(words, "report-limit-min", name = self.group(group)),
            Limit::GroupMax(group) => t!(words, "report-limit-max", name = self.group(group)),
            Limit::ChannelMin(channel) => t!(words, "report-limit-min", name = self.channel(channel)),
            Limit::ChannelMax(channel) => t!(words, "report-limit-max", name = self.channel(channel)),
        }
    }

    fn channel(&self, number: usize) -> &str {
        self.channels.get(number).map_or("", String::as_str)
    }

    fn period(&self, number: usize) -> &str {
        self.periods.get(number).map_or("", String::as_str)
    }

    fn group(&self, number: usize) -> &str {
        self.groups.get(number).map_or("", String::as_str)
    }
}

fn shown<const N: usize>(numbers: [f64; N]) -> [String; N] {
    numbers.map(|number| trimmed(number, 2))
}
