//! The pyramid: scores by level, the reached level, what blocks the next and the cheapest step.

pub mod problems;

use crate::plan::pyramid::{Assessment, Criterion, LEVELS, Pyramid, Score};
use crate::plan::{Currency, Date, Id, Money};

use super::numbers::quotient;

/// A level asks for at least this many criteria.
pub const FEWEST_CRITERIA: usize = 4;

/// One level of the latest assessment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LevelReport {
    /// 1 (bottom) to 5 (top).
    pub level: u8,
    /// Mean of the answered criteria, 0 to 1; `None` where nothing is answered.
    pub score: Option<f64>,
    /// Criteria with an answer that counts.
    pub answered: usize,
    /// Criteria asked.
    pub criteria: usize,
    /// Criteria without an answer yet; "not applicable" is an answer.
    pub open: usize,
    /// Everything asked is answered, and the score is at or above the threshold.
    pub holds: bool,
}

impl LevelReport {
    /// Whether it is answered in part only: its score says nothing about what is open.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        (1..self.criteria).contains(&self.open)
    }
}

/// A step on one criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct NextStep {
    /// The criterion.
    pub criterion: Id,
    /// Its level.
    pub level: u8,
    /// Its answer now.
    pub from: Score,
    /// What the step costs.
    pub cost: Money,
    /// What it adds to the level's score.
    pub gain: f64,
    /// The level's score afterwards.
    pub level_after: f64,
    /// Whether the level then holds.
    pub holds_after: bool,
}

impl NextStep {
    /// Score gained by a thousand currency units; `None` where the step is free.
    #[must_use]
    pub fn gain_per_thousand(&self, currency: &Currency) -> Option<f64> {
        let cost = currency.units(self.cost);
        quotient(self.gain * 1_000.0, cost)
    }
}

/// Level scores of one dated assessment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dated {
    /// The day.
    pub day: Date,
    /// What was answered on that day of what is asked today, bottom first.
    pub levels: [LevelReport; LEVELS as usize],
    /// The level reached, 0 to 5.
    pub reached: u8,
}

/// The pyramid, calculated from the latest assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct PyramidReport {
    /// Levels, bottom first.
    pub levels: [LevelReport; LEVELS as usize],
    /// Highest L with every level up to L holding; 0 if the first does not.
    pub reached: u8,
    /// Mean of the scores of the levels that have one; `None` where nothing is answered.
    pub mean: Option<f64>,
    /// Lowest answered criterion of the first level that does not hold.
    pub blocker: Option<Id>,
    /// Steps on the first level that does not hold, best score for its cost first.
    pub steps: Vec<NextStep>,
    /// The least money that makes that level hold, and its steps; `None` where it cannot be known, as while some of it is
    /// not answered.
    pub cheapest: Option<(Money, Vec<Id>)>,
    /// All assessments, oldest first.
    pub history: Vec<Dated>,
    /// Index in the plan of the assessment that counts.
    pub latest: Option<usize>,
}

impl PyramidReport {
    /// Score of a level, 1 to 5.
    #[must_use]
    pub fn score(&self, level: u8) -> Option<f64> {
        self.level(level)?.score
    }

    /// A level, 1 to 5.
    #[must_use]
    pub fn level(&self, level: u8) -> Option<&LevelReport> {
        self.levels.get(usize::from(level).checked_sub(1)?)
    }

    /// How many of all criteria are answered, and how many there are.
    #[must_use]
    pub fn answered(&self) -> (usize, usize) {
        let all: usize = self.levels.iter().map(|level| level.criteria).sum();
        let open: usize = self.levels.iter().map(|level| level.open).sum();
        (all - open, all)
    }

    /// The first level that does not hold; `None` when all five do.
    #[must_use]
    pub fn next_level(&self) -> Option<u8> {
        (self.reached < LEVELS).then_some(self.reached + 1)
    }

    /// The step with the most score for its cost.
    #[must_use]
    pub fn next_step(&self) -> Option<&NextStep> {
        self.steps.first()
    }
}

/// Calculates the pyramid.
#[must_use]
pub fn report(pyramid: &Pyramid, currency: &Currency) -> PyramidReport {
    let mut order: Vec<usize> = (0..pyramid.assessments.len()).collect();
    order.sort_by_key(|&index| pyramid.assessments[index].day);
    let latest = order.last().copied();
    let assessment = latest.and_then(|index| pyramid.assessments.get(index));
    let levels = levels(pyramid, assessment);
    let reached = reached(&levels);
    let scores: Vec<f64> = levels.iter().filter_map(|level| level.score).collect();
    let next = assessment.zip((reached < LEVELS).then_some(reached + 1));
    let steps = next.map_or_else(Vec::new, |(assessment, level)| {
        steps(pyramid, assessment, &levels[usize::from(level) - 1], currency)
    });
    #[allow(clippy::cast_precision_loss)] // five levels
    let mean = (!scores.is_empty()).then(|| scores.iter().sum::<f64>() / scores.len() as f64);
    PyramidReport {
        levels,
        reached,
        mean,
        blocker: next.and_then(|(assessment, level)| blocker(pyramid, assessment, level)),
        cheapest: next.and_then(|(_, level)| cheapest(&steps, &levels[usize::from(level) - 1], pyramid.threshold)),
        steps,
        history: order.iter().map(|&index| dated(pyramid, &pyramid.assessments[index])).collect(),
        latest,
    }
}

/// Criteria of a level.
pub fn criteria(pyramid: &Pyramid, level: u8) -> impl Iterator<Item = &Criterion> {
    pyramid.criteria.iter().filter(move |criterion| criterion.level == level)
}

fn answer(assessment: &Assessment, criterion: &Criterion) -> Option<Score> {
    assessment.answers.get(&criterion.id).map(|answer| answer.score)
}

fn value(assessment: &Assessment, criterion: &Criterion) -> Option<f64> {
    answer(assessment, criterion)?.value()
}

fn levels(pyramid: &Pyramid, assessment: Option<&Assessment>) -> [LevelReport; LEVELS as usize] {
    std::array::from_fn(|index| {
        let level = u8::try_from(index).unwrap_or(0) + 1;
        let answers: Vec<f64> = assessment
            .map(|assessment| criteria(pyramid, level).filter_map(|criterion| value(assessment, criterion)).collect())
            .unwrap_or_default();
        #[allow(clippy::cast_precision_loss)] // a handful of criteria
        let score = (!answers.is_empty()).then(|| answers.iter().sum::<f64>() / answers.len() as f64);
        let is_open = |criterion: &&Criterion| assessment.is_none_or(|all| answer(all, criterion).is_none());
        let open = criteria(pyramid, level).filter(is_open).count();
        LevelReport {
            level,
            score,
            answered: answers.len(),
            criteria: criteria(pyramid, level).count(),
            open,
            holds: open == 0 && score.is_some_and(|score| at_least(score, pyramid.threshold)),
        }
    })
}

/// Sums of quarters divided by a count are not exact; a billionth is no reason to fail a level.
fn at_least(score: f64, threshold: f64) -> bool {
    score >= threshold - 1e-9
}

fn reached(levels: &[LevelReport]) -> u8 {
    u8::try_from(levels.iter().take_while(|level| level.holds).count()).unwrap_or(LEVELS)
}

fn dated(pyramid: &Pyramid, assessment: &Assessment) -> Dated {
    let levels = levels(pyramid, Some(assessment));
    Dated { day: assessment.day, reached: reached(&levels), levels }
}

fn blocker(pyramid: &Pyramid, assessment: &Assessment, level: u8) -> Option<Id> {
    let answered = criteria(pyramid, level).filter_map(|criterion| Some((criterion, value(assessment, criterion)?)));
    let below = answered.filter(|(_, value)| *value < 1.0);
    below.min_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(criterion, _)| criterion.id.clone())
}

/// Steps from the present answer to a full score, most score for its cost first; free ones lead.
fn steps(
    pyramid: &Pyramid,
    assessment: &Assessment,
    &LevelReport { level, open, .. }: &LevelReport,
    currency: &Currency,
) -> Vec<NextStep> {
    let answers: Vec<f64> = criteria(pyramid, level).filter_map(|criterion| value(assessment, criterion)).collect();
    let sum: f64 = answers.iter().sum();
    #[allow(clippy::cast_precision_loss)] // a handful of criteria
    let count = answers.len() as f64;
    let step = |criterion: &Criterion| {
        let from = answer(assessment, criterion)?;
        let gain = (1.0 - from.value()?) / count;
        let cost = criterion.cost_to_full.filter(|cost| *cost >= Money::ZERO)?;
        let level_after = sum / count + gain;
        (gain > 0.0).then(|| NextStep {
            criterion: criterion.id.clone(),
            level,
            from,
            cost,
            gain,
            level_after,
            holds_after: open == 0 && at_least(level_after, pyramid.threshold),
        })
    };
    let mut steps: Vec<NextStep> = criteria(pyramid, level).filter_map(step).collect();
    let worth = |step: &NextStep| step.gain_per_thousand(currency).unwrap_or(f64::INFINITY);
    steps.sort_by(|a, b| worth(b).total_cmp(&worth(a)));
    steps
}

/// The cheapest set of steps that makes a level hold. A step gains two, three or four quarters; of those that gain
/// the same the cheapest come first, so that only how many of each are taken has to be tried.
fn cheapest(steps: &[NextStep], level: &LevelReport, threshold: f64) -> Option<(Money, Vec<Id>)> {
    let needed = quarters_needed(level, threshold)?;
    let [twos, threes, fours] = [Score::Half, Score::Quarter, Score::None].map(|from| {
        let mut same: Vec<&NextStep> = steps.iter().filter(|step| step.from == from).collect();
        same.sort_by_key(|step| step.cost);
        same
    });
    let [cost_2, cost_3, cost_4] = [&twos, &threes, &fours].map(|steps| costs_of_first(steps));
    let mut best: Option<(i128, [usize; 3])> = None;
    for (two, cost_2) in cost_2.iter().enumerate() {
        for (three, cost_3) in cost_3.iter().enumerate() {
            let four = needed.saturating_sub(2 * two + 3 * three).div_ceil(4);
            let Some(cost) = cost_4.get(four).map(|cost_4| cost_2 + cost_3 + cost_4) else { continue };
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, [two, three, four]));
            }
        }
    }
    let (cost, [two, three, four]) = best?;
    let chosen = twos.iter().take(two).chain(threes.iter().take(three)).chain(fours.iter().take(four));
    let cost = i64::try_from(cost).ok().and_then(Money::from_minor)?;
    Some((cost, chosen.map(|step| step.criterion.clone()).collect()))
}

/// Minor units of the first none, one, two, … steps.
fn costs_of_first(steps: &[&NextStep]) -> Vec<i128> {
    let sums = steps.iter().scan(0, |sum, step| {
        *sum += i128::from(step.cost.minor());
        Some(*sum)
    });
    std::iter::once(0).chain(sums).collect()
}

/// The least quarters a level must gain to hold; `None` where not everything is answered or no answers could.
fn quarters_needed(level: &LevelReport, threshold: f64) -> Option<usize> {
    let score = level.score.filter(|_| level.open == 0)?;
    #[allow(clippy::cast_precision_loss)] // criteria of one level
    let after = |quarters: usize| score + quarters as f64 / (4.0 * level.answered as f64);
    (1..=4 * level.answered).find(|quarters| at_least(after(*quarters), threshold))
}
