//! How much to dare: three ways to split the same money, for a plan whose numbers are guesses.
//!
//! - **most on average**: the highest mean of the goal's headline measure over all draws;
//! - **most likely**: the highest chance of reaching its target;
//! - **best bad year**: the highest P10, what nine draws in ten exceed.
//!
//! In each draw the measure rises with B + Σ F·r(x): r the curve of a channel, F what one of its registrations is worth there (its
//! factor, lead rate, close rate and value, some of which channels share), B all that the split does not move. F and B are drawn once,
//! by the program of the odds, so that a split is judged by a sum, and all splits by the same draws. The mean is the same sum with the
//! means of F, so that `best_allocation` finds and proves its best split. The other two are searched for ([`search`]) in one sample of draws, and
//! judged by the draws of the odds, which the search has not seen; what no split can exceed in these draws is known beside it
//! ([`hindsight`]).
//!
//! Where money goes to months, x is a channel's course over them and r what that wins: a registration is worth the same in every
//! month. [`proposals_over_months`] splits the money over channels and months, everything else stays as it is.

mod exchange;
mod hindsight;
mod measure;
mod money;
mod sample;
mod search;
mod split;

#[cfg(test)]
mod tests;

use super::Report;
use super::best_allocation::{Answer, Clash, Problem, periods};
use super::odds::{Chance, Drawn, Settings, Worths, reaches};
use crate::plan::Plan;

use measure::Scale;
use money::{Ask, Money};
use sample::Sample;
use search::Search;
use split::Split;

/// Draws among which splits are searched.
const SEARCH_DRAWS: u32 = 4_096;

/// Turns the seed of the odds into that of the search: other draws.
const OTHER_SEED: u64 = 0x9E37_79B9_7F4A_7C15;

/// Numbers of one sample that are kept: plans with very many channels are drawn less often.
const MOST_NUMBERS: usize = 1 << 24;

/// Parts of the space that the search for the best average looks at.
const MOST_PARTS: usize = 20_000;

/// How near a bound counts as reached, as a part of it.
const GAP: f64 = 1e-6;

/// What a split is best at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Best {
    /// The mean of all draws.
    Average,
    /// The chance of reaching the target.
    Chance,
    /// What nine draws in ten exceed.
    BadYear,
}

impl Best {
    /// All three, as they are shown.
    pub const ALL: [Self; 3] = [Self::Average, Self::Chance, Self::BadYear];
}

/// A number found by drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// The number.
    pub value: f64,
    /// How far it usually is from the true one.
    pub standard_error: f64,
}

/// How a split does. Amounts are of the headline measure: customers, currency units or a share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// What it costs in all, in currency units.
    pub spend: f64,
    /// The mean of all draws.
    pub average: Measured,
    /// What nine draws in ten exceed.
    pub bad_year: Measured,
    /// The chance of reaching the target; `None` without one.
    pub chance: Option<Chance>,
}

/// One way to split the money.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// What it is best at.
    pub best: Best,
    /// What each candidate of the problem gets.
    pub spends: Vec<f64>,
    /// The same in each month that is left, without what is spent before; `None` where months were not sought.
    pub months: Option<Vec<Vec<f64>>>,
    /// How it does.
    pub standing: Standing,
    /// In these draws no split of the money has more of what this one is best at.
    pub bound: f64,
    /// Whether that is proven of this one; otherwise it is the best that was found.
    pub proven: bool,
}

/// Three ways to split the same money.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposals {
    /// How many draws judge them.
    pub draws: u32,
    /// Their seed.
    pub seed: u64,
    /// How many estimates with a range move them.
    pub ranges: usize,
    /// What of the measure is to be reached.
    pub target: Option<f64>,
    /// The plan as it is.
    pub present: Standing,
    /// In the order of [`Best::ALL`]; without a target there is none that is most likely.
    pub proposals: Vec<Proposal>,
    /// Splits between the best average and the best bad year, none of which does worse in both than another; the best average first.
    pub frontier: Vec<Standing>,
}

impl Proposals {
    /// Whether one split is best in all ways.
    #[must_use]
    pub fn are_the_same(&self) -> bool {
        self.proposals.len() > 1
            && self.proposals.windows(2).all(|pair| {
                let [one, other] = [&pair[0], &pair[1]].map(|proposal| (&proposal.spends, &proposal.months));
                one == other
            })
    }
}

/// Why there are no proposals.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// Sums clash, so that there is no split at all.
    Clashes(Vec<Clash>),
    /// No channel's money can move.
    NothingToMove,
    /// No registration of a channel whose money can move is worth anything: rates or values are missing.
    NothingToWin,
    /// It was told to stop.
    Stopped,
}

/// The three ways to split the money of `problem`, which is one of the plan's own: its limits count, its weights do not.
///
/// # Errors
/// Says why there are none.
pub fn proposals(plan: &Plan, report: &Report, problem: &Problem, settings: &Settings) -> Result<Proposals, Refusal> {
    let money = Money::of(Ask::Whole(problem), plan.allocation.channels.len(), settings.stop);
    three_ways(plan, report, &money, settings)
}

/// The same over channels and months, for a plan in which money goes to months.
///
/// # Errors
/// As [`proposals`].
pub fn proposals_over_months(
    plan: &Plan,
    report: &Report,
    problem: &periods::Problem,
    settings: &Settings,
) -> Result<Proposals, Refusal> {
    let money = Money::of(Ask::Months(problem), plan.allocation.channels.len(), settings.stop);
    three_ways(plan, report, &money, settings)
}

fn three_ways(plan: &Plan, report: &Report, money: &Money, settings: &Settings) -> Result<Proposals, Refusal> {
    if money.free.is_empty() && !plan.allocation.channels.is_empty() {
        return Err(Refusal::NothingToMove);
    }
    let worths = Worths::of(plan, report, report.goal.headline);
    let most = u32::try_from(MOST_NUMBERS / money.free.len().max(1)).unwrap_or(u32::MAX).max(1);
    let settings = &Settings { draws: settings.draws.min(most), ..*settings };
    let shown = Sample::draw(&worths, money, settings).ok_or(Refusal::Stopped)?;
    let means: Vec<f64> = shown.moments().into_iter().map(|(mean, _)| mean).collect();
    if means.iter().all(|mean| *mean <= 0.0) {
        return Err(Refusal::NothingToWin);
    }
    let answer = money.best_for(&means, MOST_PARTS).map_err(Refusal::Clashes)?;
    let desk = Desk { scale: Scale::of(plan, report), money, shown: &shown };
    let found = if shown.varies { desk.search(&worths, &answer, settings)? } else { Found::default() };
    let bounds = Bounds::of(&desk, &answer, settings).ok_or(Refusal::Stopped)?;
    let (present, proposals) = desk.proposals(&answer, &found, &bounds);
    let (draws, seed, ranges) = (settings.draws, settings.seed, worths.ranges());
    let frontier = desk.frontier(&proposals, &found.between);
    Ok(Proposals { draws, seed, ranges, target: desk.scale.target, present, proposals, frontier })
}

/// Splits that were found in the sample of the search.
#[derive(Default)]
struct Found {
    likely: Option<Vec<f64>>,
    bad_year: Option<Vec<f64>>,
    /// Between the best average and the best bad year.
    between: Vec<Vec<f64>>,
}

/// What splits are judged by.
struct Desk<'a> {
    scale: Scale,
    money: &'a Money<'a>,
    shown: &'a Sample,
}

impl Desk<'_> {
    fn search(&self, worths: &Worths, answer: &Answer, settings: &Settings) -> Result<Found, Refusal> {
        let draws = SEARCH_DRAWS.min(settings.draws.max(1));
        let other = Settings { draws, seed: settings.seed ^ OTHER_SEED, ..*settings };
        let sample = Sample::draw(worths, self.money, &other).ok_or(Refusal::Stopped)?;
        let search = Search { money: self.money, sample: &sample };
        let average = Split::of(answer.spends.clone(), self.money, &sample);
        let likely = self.scale.needed().map(|level| search.most_likely(level, &average).spends);
        let safe = search.best_bad_year(&average);
        let between = search.between(&average, &safe);
        if self.money.stopped() {
            return Err(Refusal::Stopped);
        }
        Ok(Found { likely, bad_year: Some(safe.spends), between })
    }

    /// The plan as it is, and the best of all splits by each measure: the plan as it is stands among them, where it keeps the limits.
    fn proposals(&self, answer: &Answer, found: &Found, bounds: &Bounds) -> (Standing, Vec<Proposal>) {
        let present = self.money.present().unwrap_or_default();
        let standing = self.standing(&present);
        let own = [Some(&answer.spends), found.likely.as_ref(), found.bad_year.as_ref()];
        let present_too = Some(&present).filter(|present| self.money.allows(present));
        let splits: Vec<(&Vec<f64>, Standing)> =
            own.into_iter().chain([present_too]).flatten().map(|spends| (spends, self.standing(spends))).collect();
        let proposal = |best: Best| {
            let (spends, standing) = splits.iter().copied().reduce(|one, other| {
                let is_better = standing_by(best, &other.1) > standing_by(best, &one.1);
                if is_better { other } else { one }
            })?;
            let own = standing_by(best, &standing)?.0;
            let bound = bounds.by(best)?.max(own);
            let near = bound - own <= GAP * bound.abs();
            let proven = near || !self.shown.varies && answer.certified;
            let (spends, months) = (self.money.sums(spends), self.money.months(spends));
            Some(Proposal { best, spends, months, standing, bound: if proven { own } else { bound }, proven })
        };
        (standing, Best::ALL.into_iter().filter_map(proposal).collect())
    }

    fn standing(&self, spends: &[f64]) -> Standing {
        let results = self.shown.results(&self.money.won(spends));
        let values: Vec<f64> = results.into_iter().map(|won| self.scale.at(won)).collect();
        #[allow(clippy::cast_possible_truncation)] // as many as were asked for
        let count = values.len() as u32;
        let average = sample::mean(&values);
        let squares: f64 = values.iter().map(|value| (value - average).powi(2)).sum();
        let drawn = Drawn::Values(values);
        // Of a quantile: half the distance of those a standard error of its rank away.
        let rank_error = (0.09 / f64::from(count.max(1))).sqrt();
        let [low, bad_year, high] = drawn.quantiles([(0.1 - rank_error).max(0.0), 0.1, 0.1 + rank_error]);
        let chance = |target: f64| Chance::of(drawn.fraction(|value| reaches(value, target)), count);
        Standing {
            spend: self.money.sums(spends).iter().sum(),
            average: Measured { value: average, standard_error: squares.sqrt() / f64::from(count.max(1)) },
            bad_year: Measured { value: bad_year, standard_error: 0.5 * (high - low) },
            chance: self.scale.target.map(chance),
        }
    }

    /// Those that no other one beats in both average and bad year.
    fn frontier(&self, proposals: &[Proposal], between: &[Vec<f64>]) -> Vec<Standing> {
        let all = proposals.iter().map(|proposal| proposal.standing);
        let mut all: Vec<Standing> = all.chain(between.iter().map(|spends| self.standing(spends))).collect();
        all.sort_by(|one, other| {
            let by = |standing: &Standing| (standing.average.value, standing.bad_year.value);
            let (one, other) = (by(one), by(other));
            other.0.total_cmp(&one.0).then(other.1.total_cmp(&one.1))
        });
        let mut highest = f64::NEG_INFINITY;
        all.retain(|standing| {
            let is_higher = standing.bad_year.value > highest;
            highest = highest.max(standing.bad_year.value);
            is_higher
        });
        all
    }
}

/// By what a split is better than another: what is asked for, then the average.
fn standing_by(best: Best, standing: &Standing) -> Option<(f64, f64)> {
    let average = standing.average.value;
    Some(match best {
        Best::Average => (average, standing.bad_year.value),
        Best::Chance => (standing.chance?.value, average),
        Best::BadYear => (standing.bad_year.value, average),
    })
}

/// What no split of the money exceeds in the draws that are shown.
struct Bounds {
    average: f64,
    bad_year: f64,
    chance: Option<f64>,
}

impl Bounds {
    /// `None` if it was told to stop.
    fn of(desk: &Desk, answer: &Answer, settings: &Settings) -> Option<Self> {
        let (scale, shown) = (desk.scale, desk.shown);
        // A share grows ever more slowly with what is won: its average lies below the share of the average.
        let average = scale.at(shown.mean_base() + answer.bound);
        let won = desk.money.won(&answer.spends);
        let most = hindsight::bounds(desk.money, shown, (&won, answer.multiplier), settings)?;
        let most = Drawn::Values(most.into_iter().map(|won| scale.at(won)).collect());
        let [bad_year] = most.quantiles([0.1]);
        let chance = scale.target.map(|target| most.fraction(|value| reaches(value, target)));
        Some(Self { average, bad_year, chance })
    }

    fn by(&self, best: Best) -> Option<f64> {
        match best {
            Best::Average => Some(self.average),
            Best::Chance => self.chance,
            Best::BadYear => Some(self.bad_year),
        }
    }
}
