//! The odds: every estimate with a range is drawn, the whole chain is run for each draw, and what comes out is counted.
//!
//! [`Model::of`] writes the chain down as a flat program; [`odds`] runs it for many draws and sums up. The same seed
//! gives the same numbers, whatever the number of threads and the order of the plan, and a new range does not move the
//! draws of another input. No function of the system's mathematical library takes part in drawing, so platforms agree
//! too; only a response curve with a shape of its own (`powf`) may differ in its last digit between them.

mod batch;
mod builder;
mod distribution;
mod histogram;
mod input;
mod normal;
mod paired;
mod plan;
mod program;
mod random;
mod ripple;
mod run;
mod statistics;
mod tornado;
mod vector;

use crate::plan::goal::Measure;
use crate::plan::{Plan, Range};

use super::Report;
use super::numbers::quotient;

pub use builder::Builder;
pub use distribution::Distribution;
pub use histogram::Histogram;
pub use input::Input;
pub use normal::Z_95;
pub use paired::Reached;
pub use plan::{DrawnTogether, Model, Together, Worths};
pub use program::{Program, Value};
pub use ripple::{Step, step};
pub use run::{Drawn, Settings, deal_out, run};
pub use tornado::{Mover, tornado};

/// Draws where nobody asks for another number.
pub const DRAWS: u32 = 20_000;
/// Seed where nobody asks for another.
pub const SEED: u64 = 1;
/// The most draws that may be asked for.
pub const MOST_DRAWS: u32 = 1_000_000;

/// Where a result lies.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// One draw in ten is below.
    pub p10: f64,
    /// Half of the draws are below.
    pub p50: f64,
    /// Nine draws in ten are below.
    pub p90: f64,
    /// The mean of all draws.
    pub mean: f64,
}

impl Spread {
    /// The spread of a result.
    #[must_use]
    pub fn of(drawn: &Drawn) -> Self {
        let [p10, p50, p90] = drawn.quantiles([0.1, 0.5, 0.9]);
        Self { p10, p50, p90, mean: drawn.mean() }
    }

    /// The spread of this result times a factor that does not vary.
    #[must_use]
    pub fn divided(self, by: f64) -> Option<Self> {
        let each = |value: f64| quotient(value, by);
        Some(Self { p10: each(self.p10)?, p50: each(self.p50)?, p90: each(self.p90)?, mean: each(self.mean)? })
    }
}

/// How likely something is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    /// The part of the draws in which it happens, 0 to 1.
    pub value: f64,
    /// How far the part found in so many draws usually is from the true one: √(p(1−p)/n).
    pub standard_error: f64,
}

impl Chance {
    /// The chance of what happened in a part of so many draws.
    #[must_use]
    pub fn of(value: f64, draws: u32) -> Self {
        Self { value, standard_error: (value * (1.0 - value) / f64::from(draws.max(1))).sqrt() }
    }
}

/// Where contributed revenue stands at the end of a month, in currency units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fan {
    /// Nine draws in ten lie inside.
    pub most: Range<f64>,
    /// Half of the draws lie inside.
    pub half: Range<f64>,
    /// Half of the draws are below.
    pub median: f64,
}

/// The odds of a plan. Money in currency units.
#[derive(Clone, Debug, PartialEq)]
pub struct Odds {
    /// How many draws.
    pub draws: u32,
    /// Their seed.
    pub seed: u64,
    /// How many estimates with a range move the results.
    pub ranges: usize,
    /// Registrations of all channels.
    pub registrations: Spread,
    /// Leads of channels alone.
    pub channel_leads: Spread,
    /// Customers of channels alone.
    pub channel_customers: Spread,
    /// Leads of channels, events and ripples.
    pub leads: Spread,
    /// Mobile-social customers, baseline included.
    pub customers: Spread,
    /// Contributed revenue, baseline included.
    pub revenue: Spread,
    /// Contributed revenue as a share of total revenue; `None` without a total.
    pub share: Option<Spread>,
    /// Revenue won ÷ all money; `None` without money.
    pub roi: Option<Spread>,
    /// Each ripple by itself, in the plan's order.
    pub ripples: Vec<RippleOdds>,
    /// 90 % range of all registrations, as the plan has them: what happened already does not narrow it. So for tasks and groups.
    pub all_registrations: Range<f64>,
    /// 90 % range of the registrations of tasks A, B, W.
    pub tasks: [Range<f64>; 3],
    /// 90 % range of the registrations of each group, in the plan's order.
    pub groups: Vec<Range<f64>>,
    /// The chance of reaching the target of each measure, in the order of [`Measure::ALL`]; `None` without a target.
    pub chances: [Option<Chance>; 3],
    /// The draws in which the headline's target is reached; `None` without one.
    pub reached: Option<Reached>,
    /// The chance of reaching all targets at once; `None` without any.
    pub all_targets: Option<Chance>,
    /// Contributed revenue so far, month by month.
    pub months: Vec<Fan>,
    /// The measure that histogram and movers are about.
    pub headline: Measure,
    /// The headline measure with all inputs at their likely values.
    pub likely: f64,
    /// The headline's target.
    pub target: Option<f64>,
    /// How often the headline measure comes out how high; `None` where nothing varies.
    pub histogram: Option<Histogram>,
    /// What moves the headline measure, most first.
    pub movers: Vec<Mover>,
}

/// The odds of one ripple.
#[derive(Clone, Debug, PartialEq)]
pub struct RippleOdds {
    /// Return on investment; `None` where it costs nothing.
    pub roi: Option<Spread>,
    /// What moves its revenue, and with fixed costs its return, most; `None` where nothing does.
    pub mover: Option<Mover>,
}

impl Odds {
    /// The chance of reaching a measure's target.
    #[must_use]
    pub fn chance(&self, measure: Measure) -> Option<Chance> {
        self.chances[measure as usize]
    }

    /// The chance of reaching the headline's target.
    #[must_use]
    pub fn headline_chance(&self) -> Option<Chance> {
        self.chance(self.headline)
    }

    /// By how much likelier the headline's target is reached than in other odds, drawn with the same seed; `value` is −1 to 1.
    #[must_use]
    pub fn likelier_than(&self, other: &Self) -> Option<Chance> {
        let alike = (self.headline, self.seed) == (other.headline, other.seed);
        self.reached
            .as_ref()
            .zip(other.reached.as_ref())
            .filter(|_| alike)
            .and_then(|(here, there)| here.likelier_than(there))
    }

    /// The spread of a measure; `None` for a share without a total.
    #[must_use]
    pub fn spread(&self, measure: Measure) -> Option<Spread> {
        match measure {
            Measure::Customers => Some(self.customers),
            Measure::Revenue => Some(self.revenue),
            Measure::Share => self.share,
        }
    }
}

/// Runs a plan's model; `None` if it was told to stop.
#[must_use]
pub fn odds(plan: &Plan, report: &Report, settings: &Settings) -> Option<Odds> {
    let model = Model::of(plan, report);
    let places = &model.results;
    let drawn = run(&model.program, settings)?;
    let summaries = summed_up(&drawn, settings)?;
    let movers = |place: usize| match &drawn[place] {
        Drawn::Values(values) => tornado(&model.program, place, values, settings),
        Drawn::Fixed(_) => Some(Vec::new()),
    };
    let headline = report.goal.headline;
    let headline_place = match headline {
        Measure::Customers => Some(places.customers),
        Measure::Revenue => Some(places.revenue),
        Measure::Share => places.share,
    };
    let mut ripples = Vec::new();
    for (place, ripple) in places.ripples.iter().zip(&report.ripples) {
        let roi = summaries[*place].spread.divided(plan.currency.units(ripple.cost()));
        ripples.push(RippleOdds { roi, mover: movers(*place)?.into_iter().next() });
    }
    let targets = targets(plan, report);
    let target = targets[headline as usize];
    let (chances, all_targets) = chances(&drawn, places, targets, settings.draws);
    let spread = |place: usize| summaries[place].spread;
    let [registrations, channel_leads, channel_customers] = places.channels.map(spread);
    let range = |place: usize| summaries[place].most;
    Some(Odds {
        draws: settings.draws,
        seed: settings.seed,
        ranges: model.program.inputs().len(),
        registrations,
        channel_leads,
        channel_customers,
        leads: spread(places.leads),
        customers: spread(places.customers),
        revenue: spread(places.revenue),
        share: places.share.map(spread),
        roi: spread(places.won).divided(plan.currency.units(report.chain.total.money)),
        ripples,
        all_registrations: range(places.planned),
        tasks: places.tasks.map(range),
        groups: places.groups.iter().map(|place| range(*place)).collect(),
        chances,
        reached: headline_place.zip(target).map(|(place, target)| Reached::of(&drawn[place], target, settings.draws)),
        all_targets,
        months: places.months.iter().map(|place| summaries[*place].fan()).collect(),
        headline,
        likely: likely(plan, report),
        target,
        histogram: headline_place.and_then(|place| Histogram::of(&drawn[place], target)),
        movers: headline_place.map_or(Some(Vec::new()), movers)?,
    })
}

/// What one result comes to.
#[derive(Clone, Copy, Default)]
struct Summary {
    spread: Spread,
    most: Range<f64>,
    half: Range<f64>,
}

impl Summary {
    fn of(drawn: &Drawn) -> Self {
        let [p5, p10, p25, p50, p75, p90, p95] = drawn.quantiles([0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]);
        Self {
            spread: Spread { p10, p50, p90, mean: drawn.mean() },
            most: Range { low: p5, high: p95 },
            half: Range { low: p25, high: p75 },
        }
    }

    fn fan(&self) -> Fan {
        Fan { most: self.most, half: self.half, median: self.spread.p50 }
    }
}

fn summed_up(drawn: &[Drawn], settings: &Settings) -> Option<Vec<Summary>> {
    let mut summaries = vec![Summary::default(); drawn.len()];
    run::deal_out(summaries.iter_mut().zip(drawn).collect(), settings, || {
        |(summary, drawn): (&mut Summary, &Drawn)| *summary = Summary::of(drawn)
    })?;
    Some(summaries)
}

/// The headline measure as the report expects it, money in currency units.
fn likely(plan: &Plan, report: &Report) -> f64 {
    let expected = &report.goal.expected;
    match report.goal.headline {
        Measure::Customers => expected.customers,
        Measure::Revenue => plan.currency.units(expected.revenue),
        Measure::Share => expected.share.unwrap_or(0.0),
    }
}

/// The targets of all measures, money in currency units.
fn targets(plan: &Plan, report: &Report) -> [Option<f64>; 3] {
    let target = &report.goal.target;
    [
        target.customers.map(|figure| figure.value),
        target.revenue.map(|figure| plan.currency.units(figure.value)),
        target.share.map(|figure| figure.value),
    ]
}

/// Whether a target is reached, noise of calculating aside.
#[must_use]
pub fn reaches(value: f64, target: f64) -> bool {
    value >= target * (1.0 - 1e-9)
}

fn chances(
    drawn: &[Drawn],
    places: &plan::Results,
    targets: [Option<f64>; 3],
    count: u32,
) -> ([Option<Chance>; 3], Option<Chance>) {
    let measured = [Some(places.customers), Some(places.revenue), places.share].map(|place| drawn.get(place?));
    let both: Vec<(&Drawn, f64)> =
        measured.into_iter().zip(targets).filter_map(|(drawn, target)| drawn.zip(target)).collect();
    let single = |(drawn, target): (Option<&Drawn>, Option<f64>)| {
        let target = target?;
        Some(Chance::of(drawn?.fraction(|value| reaches(value, target)), count))
    };
    let [customers, revenue, share] = measured;
    let [customer_target, revenue_target, share_target] = targets;
    let each = [(customers, customer_target), (revenue, revenue_target), (share, share_target)].map(single);
    let reached = |draw: usize| both.iter().all(|(drawn, target)| reaches(drawn.at(draw), *target));
    let all = (0..count as usize).filter(|draw| reached(*draw)).count();
    #[allow(clippy::cast_precision_loss)] // at most a million
    let all = Chance::of(all as f64 / f64::from(count.max(1)), count);
    (each, (!both.is_empty()).then_some(all))
}

#[cfg(test)]
mod tests;
