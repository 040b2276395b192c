//! The odds as JSON: what `simulate` prints, and a part of the summary.

use schemars::JsonSchema;
use serde::Serialize;

use crate::calc::odds::{Chance, Fan, Histogram, Input, Mover, Odds, RippleOdds, Spread};
use crate::calc::{Report, RippleReport};
use crate::plan::goal::Measure;
use crate::plan::{Currency, Plan, Range, Ripple, Task};
use crate::words::Words;

use super::figure::{Amount, Number};
use crate::report::code::Coded;
use crate::report::lookup::Lookup;

/// The odds of a plan: every estimate with a 90 % range is drawn, and the whole chain is calculated for each draw.
/// Names are fixed: fields are added, never renamed or removed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OddsPart {
    /// How many draws.
    pub draws: u32,
    /// Their seed: the same seed gives the same numbers.
    pub seed: u64,
    /// How many estimates with a range take part; without any, nothing varies.
    pub ranges: usize,
    /// The measure that histogram and tornado are about.
    pub headline: Coded<Measure>,
    /// Registrations of all channels.
    pub registrations: SpreadPart,
    /// Leads of channels, events and ripples.
    pub leads: SpreadPart,
    /// Mobile-social customers, baseline included.
    pub customers: SpreadPart,
    /// Contributed revenue, baseline included.
    pub revenue: SpreadPart<Amount>,
    /// Contributed revenue as a share of total revenue; null without a total.
    pub share: Option<SpreadPart>,
    /// Revenue won ÷ all money; null without money.
    pub roi: Option<SpreadPart>,
    /// The chance of reaching the goal.
    pub chance: ChancesPart,
    /// 90 % ranges of registrations.
    pub registration_ranges: RegistrationRanges,
    /// Contributed revenue so far, month by month.
    pub months: Vec<MonthPart>,
    /// Each ripple by itself.
    pub ripples: Vec<RippleOddsPart>,
    /// How often the headline measure comes out how high; null where nothing varies.
    pub histogram: Option<HistogramPart>,
    /// What moves the headline measure, most first.
    pub tornado: Vec<MoverPart>,
}

/// Where a result lies.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct SpreadPart<T = Number> {
    /// One draw in ten is below.
    pub p10: T,
    /// Half of the draws are below.
    pub p50: T,
    /// Nine draws in ten are below.
    pub p90: T,
    /// The mean.
    pub mean: T,
}

impl From<Spread> for SpreadPart {
    fn from(spread: Spread) -> Self {
        SpreadPart::with(spread, Number)
    }
}

impl<T> SpreadPart<T> {
    fn with(spread: Spread, of: impl Fn(f64) -> T) -> Self {
        Self { p10: of(spread.p10), p50: of(spread.p50), p90: of(spread.p90), mean: of(spread.mean) }
    }
}

/// How likely something is.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct ChancePart {
    /// 0 to 1.
    pub value: Number,
    /// How far so many draws usually are from the true chance.
    pub standard_error: Number,
}

impl From<Chance> for ChancePart {
    fn from(chance: Chance) -> Self {
        Self { value: Number(chance.value), standard_error: Number(chance.standard_error) }
    }
}

/// The chance of reaching each target; null without one.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[allow(missing_docs)]
pub struct ChancesPart {
    pub customers: Option<ChancePart>,
    pub revenue: Option<ChancePart>,
    pub share: Option<ChancePart>,
    /// All targets at once.
    pub all: Option<ChancePart>,
}

impl ChancesPart {
    /// The chance of reaching one measure's target.
    #[must_use]
    pub fn of(&self, measure: Measure) -> Option<ChancePart> {
        match measure {
            Measure::Customers => self.customers,
            Measure::Revenue => self.revenue,
            Measure::Share => self.share,
        }
    }
}

/// 90 % ranges of registrations; those of sums come from the draws, not from adding the ends.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RegistrationRanges {
    /// All channels.
    pub total: RangePart,
    /// Tasks A, B, W.
    pub tasks: Vec<TaskRange>,
    /// Groups of channels.
    pub groups: Vec<GroupRange>,
}

/// Nine draws in ten lie inside.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[allow(missing_docs)]
pub struct RangePart {
    pub low: Number,
    pub high: Number,
}

impl From<Range<f64>> for RangePart {
    fn from(range: Range<f64>) -> Self {
        Self { low: Number(range.low), high: Number(range.high) }
    }
}

/// The range of a task.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[allow(missing_docs)]
pub struct TaskRange {
    pub task: Coded<Task>,
    #[serde(flatten)]
    pub range: RangePart,
}

/// The range of a group.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[allow(missing_docs)]
pub struct GroupRange {
    pub id: String,
    pub name: String,
    #[serde(flatten)]
    pub range: RangePart,
}

/// Contributed revenue so far at the end of a month.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[allow(missing_docs)]
pub struct MonthPart {
    /// 1 for the first of the period.
    pub month: usize,
    pub p5: Amount,
    pub p25: Amount,
    pub p50: Amount,
    pub p75: Amount,
    pub p95: Amount,
}

/// The odds of a ripple.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RippleOddsPart {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Return on investment; null where it costs nothing.
    pub roi: Option<SpreadPart>,
    /// R: how many more people each person reached brings.
    pub reproduction: Number,
    /// Chance that passing on ends by itself.
    pub dies_out: Number,
    /// What one reward may cost at most before sharing returns less than the funnel; null where nothing can be said.
    pub dearest_reward: Option<Amount>,
    /// The input that moves its return most; null where nothing does.
    pub moved_by: Option<String>,
    /// The part of the spread of its return which that input explains.
    pub explains: Option<Number>,
}

/// Bars of equal width.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct HistogramPart {
    /// Where the first bar begins, in the unit of the headline measure.
    pub start: Number,
    /// The width of a bar.
    pub width: Number,
    /// Draws in each bar.
    pub counts: Vec<u32>,
    /// Draws below the first bar.
    pub below: u32,
    /// Draws above the last bar.
    pub above: u32,
}

impl From<&Histogram> for HistogramPart {
    fn from(histogram: &Histogram) -> Self {
        let [below, above] = histogram.outside;
        let (start, width) = (Number(histogram.start), Number(histogram.width));
        Self { start, width, counts: histogram.counts.clone(), below, above }
    }
}

/// What one input does to the headline measure.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MoverPart {
    /// Its stable name, such as `channel/sem/registrations`.
    pub input: String,
    /// What it is called.
    pub name: String,
    /// What the report calculates with: a fraction, currency units or a count.
    pub likely: Number,
    /// The low end of its 90 % range.
    pub low: Number,
    /// The high end of its 90 % range.
    pub high: Number,
    /// What it is counted in.
    #[serde(skip)]
    pub unit: InputUnit,
    /// The part of the spread it explains; all inputs together explain 1.
    pub explains: Number,
    /// The measure with this input at the low end of its range, all others at their likely values.
    pub low_result: Number,
    /// The same at the high end.
    pub high_result: Number,
}

/// What an input is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputUnit {
    /// A fraction.
    Rate,
    /// A fraction of what a channel's curve says.
    OfCurve,
    /// Currency units.
    Money,
    /// So many.
    #[default]
    Count,
}

impl InputUnit {
    /// The unit of an input, by the field it is typed in.
    fn of(input: &Input) -> Self {
        match input.place.as_ref().map_or("", |place| place.field) {
            "registrations_range" => Self::OfCurve,
            "class_a" | "class_b" | "conversion" => Self::Rate,
            field if field.ends_with("_rate") => Self::Rate,
            field if field.starts_with("value") => Self::Money,
            _ => Self::Count,
        }
    }
}

impl OddsPart {
    /// The odds of a plan; names are in the language of `words`.
    #[must_use]
    pub fn of(plan: &Plan, report: &Report, odds: &Odds, words: &Words) -> Self {
        let build = Build { plan, lookup: Lookup::indexed(plan, words) };
        let [customers, revenue, share] = odds.chances.map(|chance| chance.map(ChancePart::from));
        Self {
            draws: odds.draws,
            seed: odds.seed,
            ranges: odds.ranges,
            headline: Coded(odds.headline),
            registrations: odds.registrations.into(),
            leads: odds.leads.into(),
            customers: odds.customers.into(),
            revenue: SpreadPart::with(odds.revenue, |units| amount(&plan.currency, units)),
            share: odds.share.map(SpreadPart::from),
            roi: odds.roi.map(SpreadPart::from),
            chance: ChancesPart { customers, revenue, share, all: odds.all_targets.map(ChancePart::from) },
            registration_ranges: build.registration_ranges(odds),
            months: odds.months.iter().enumerate().map(|(index, fan)| build.month(index + 1, fan)).collect(),
            ripples: plan
                .ripples
                .iter()
                .zip(&report.ripples)
                .zip(&odds.ripples)
                .map(|((ripple, report), odds)| build.ripple(ripple, report, odds))
                .collect(),
            histogram: odds.histogram.as_ref().map(HistogramPart::from),
            tornado: odds.movers.iter().map(|mover| build.mover(mover)).collect(),
        }
    }
}

/// A calculated amount, to the minor unit.
fn amount(currency: &Currency, units: f64) -> Amount {
    Amount::of(currency, currency.amount(units))
}

struct Build<'a> {
    plan: &'a Plan,
    lookup: Lookup<'a>,
}

impl Build<'_> {
    fn registration_ranges(&self, odds: &Odds) -> RegistrationRanges {
        let task = |task: Task| TaskRange { task: Coded(task), range: odds.tasks[task as usize].into() };
        let groups = self.plan.allocation.groups.iter().zip(&odds.groups);
        RegistrationRanges {
            total: odds.all_registrations.into(),
            tasks: Task::ALL.map(task).into(),
            groups: groups
                .map(|(group, range)| GroupRange {
                    id: group.id.to_string(),
                    name: group.name.clone(),
                    range: (*range).into(),
                })
                .collect(),
        }
    }

    fn month(&self, month: usize, fan: &Fan) -> MonthPart {
        let amount = |units| amount(&self.plan.currency, units);
        MonthPart {
            month,
            p5: amount(fan.most.low),
            p25: amount(fan.half.low),
            p50: amount(fan.median),
            p75: amount(fan.half.high),
            p95: amount(fan.most.high),
        }
    }

    fn ripple(&self, ripple: &Ripple, report: &RippleReport, odds: &RippleOdds) -> RippleOddsPart {
        let mover = odds.mover.as_ref();
        let dearest = report.sharing.and_then(|sharing| sharing.dearest_reward);
        RippleOddsPart {
            id: ripple.id.to_string(),
            name: ripple.name.clone(),
            roi: odds.roi.map(SpreadPart::from),
            reproduction: Number(report.outcome.reproduction),
            dies_out: Number(report.outcome.dies_out),
            dearest_reward: dearest.map(|units| amount(&self.plan.currency, units)),
            moved_by: mover.map(|mover| self.lookup.input(&mover.input)),
            explains: mover.map(|mover| Number(mover.explains)),
        }
    }

    fn mover(&self, mover: &Mover) -> MoverPart {
        MoverPart {
            input: mover.input.name.clone(),
            name: self.lookup.input(&mover.input),
            likely: Number(mover.input.likely),
            low: Number(mover.input.range.low),
            high: Number(mover.input.range.high),
            unit: InputUnit::of(&mover.input),
            explains: Number(mover.explains),
            low_result: Number(mover.low_result),
            high_result: Number(mover.high_result),
        }
    }
}
