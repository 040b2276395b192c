//! How often the headline measure comes out how high, beside the goal.

use super::super::drawing::{Axis, Bar, Drawing, GoalLine, Histogram, Shape, Tick, round_step};
use super::Write;
use crate::plan::goal::Measure;
use crate::report::summary::odds::{HistogramPart, OddsPart};
use crate::t;
use crate::words::{Named, number};

impl Write<'_> {
    /// The drawing; nothing where nothing varies.
    pub(super) fn drawn_odds(&self, odds: &OddsPart) -> Option<Drawing> {
        let histogram = odds.histogram.as_ref()?;
        let target = self.headline_target(odds);
        let bars = bars(histogram, target);
        let (low, high) = reach(&bars, target)?;
        let drawn = Histogram {
            x: self.result_axis(odds, low, high),
            bars,
            percentiles: self.percentiles(odds),
            goal: target.and_then(|target| self.goal_line(odds, target)),
        };
        let percentiles: Vec<&str> = drawn.percentiles.iter().map(|tick| tick.label.as_str()).collect();
        let goal = drawn.goal.as_ref().map(|goal| format!("{}: {} {}", goal.label, goal.chance, goal.reach));
        let facts = percentiles.into_iter().map(str::to_owned).chain(goal).collect::<Vec<_>>();
        let measure = self.measure_with_unit(odds.headline.0);
        let facts = facts.join(&self.words.text("report-comma"));
        let alternative = t!(self.words, "report-alt-odds", measure = measure.as_str(), facts = facts);
        Some(Drawing { title: String::new(), caption: measure, alternative, shape: Shape::Histogram(drawn) })
    }

    /// The name of a measure with its unit.
    pub(super) fn measure_with_unit(&self, measure: Measure) -> String {
        match measure {
            Measure::Customers => measure.name(self.words),
            Measure::Revenue => self.in_unit(&measure.name(self.words)),
            Measure::Share => self.in_percent(&measure.name(self.words)),
        }
    }

    fn headline_target(&self, odds: &OddsPart) -> Option<f64> {
        let goal = &self.summary.goal;
        match odds.headline.0 {
            Measure::Customers => goal.customers.target.map(|count| count.0),
            Measure::Revenue => goal.revenue.target.map(|amount| self.currency.units(amount.money)),
            Measure::Share => goal.share.target.map(|share| share.0),
        }
    }

    fn short_result(&self, measure: Measure, value: f64) -> String {
        match measure {
            Measure::Share => number::percent_bare(value, 1),
            Measure::Customers | Measure::Revenue => number::short(self.language(), value),
        }
    }

    fn result_axis(&self, odds: &OddsPart, from: f64, to: f64) -> Axis {
        let step = round_step((to - from) / 6.0);
        // No tick so near an end that its label would leave the drawing.
        let margin = 0.05 * (to - from);
        let ticks = (0..20_u32).map(|number| ((from / step).ceil() + f64::from(number)) * step);
        let inside = ticks.filter(|at| (from + margin..=to - margin).contains(at));
        let ticks = inside.map(|at| Tick { at, label: self.short_result(odds.headline.0, at) }).collect();
        Axis { from, to, ticks }
    }

    fn percentiles(&self, odds: &OddsPart) -> Vec<Tick> {
        let units = |amount: crate::report::summary::figure::Amount| self.currency.units(amount.money);
        let values = match odds.headline.0 {
            Measure::Customers => Some([odds.customers.p10.0, odds.customers.p50.0, odds.customers.p90.0]),
            Measure::Revenue => Some([odds.revenue.p10, odds.revenue.p50, odds.revenue.p90].map(units)),
            Measure::Share => odds.share.map(|share| [share.p10.0, share.p50.0, share.p90.0]),
        };
        let tick = |(name, at): (&str, f64)| {
            let value = if odds.headline.0 == Measure::Share { at } else { number::drawn(at) };
            Tick { at, label: format!("{name} {}", self.short_result(odds.headline.0, value)) }
        };
        ["P10", "P50", "P90"].into_iter().zip(values.into_iter().flatten()).map(tick).collect()
    }

    fn goal_line(&self, odds: &OddsPart, target: f64) -> Option<GoalLine> {
        let chance = odds.chance.of(odds.headline.0)?;
        let amount = self.short_result(odds.headline.0, target);
        Some(GoalLine {
            at: target,
            label: t!(self.words, "odds-goal", amount = amount),
            chance: number::chance(self.words, chance.value.0),
            reach: self.words.text("odds-reach"),
            short: t!(self.words, "odds-fall-short", percent = number::chance(self.words, 1.0 - chance.value.0)),
        })
    }
}

fn bars(histogram: &HistogramPart, target: Option<f64>) -> Vec<Bar> {
    let (start, width) = (histogram.start.0, histogram.width.0);
    let mut begin = start;
    let bar = |(number, count): (u32, &u32)| {
        let end = start + width * f64::from(number);
        let ends = [begin, end];
        begin = end;
        let reaches = target.is_some_and(|target| ends[0] >= target - 1e-6 * width);
        Bar { ends, count: *count, reaches }
    };
    (1_u32..).zip(&histogram.counts).map(bar).collect()
}

/// From the first bar to the last; a goal that is far off stands at the end.
fn reach(bars: &[Bar], target: Option<f64>) -> Option<(f64, f64)> {
    let (low, high) = (bars.first()?.ends[0], bars.last()?.ends[1]);
    let wide = high - low;
    let (mut from, mut to) = (low, high);
    if let Some(target) = target {
        to = to.max(target.min(high + wide) + 0.04 * wide);
        from = from.min(target.max(low - wide) - 0.04 * wide);
    }
    (to > from && (to - from).is_finite()).then_some((from, to))
}
