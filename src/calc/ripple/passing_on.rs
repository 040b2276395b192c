//! Where passing on leads in the long run, however many of its rounds are counted.

use super::{Generation, ShareInputs, rounds};

/// Rounds that are looked at for an end.
pub const MOST_ROUNDS: u32 = 100_000;

/// Where passing on leads, on average.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PassingOn {
    /// Nobody passes it on: there is one round.
    OneRound,
    /// It fades, and after so many rounds nine in ten of all who are ever reached are reached.
    Fades {
        /// That round.
        round: f64,
    },
    /// It would grow or stay, but people become few.
    Ends {
        /// So many are reached in the end.
        reached: f64,
        /// Of so many.
        limit: f64,
    },
    /// Each round is as large as the last, for ever.
    Stays,
    /// It grows for ever.
    Grows,
    /// It ends, but only after more than [`MOST_ROUNDS`].
    Lasts,
}

/// Where it leads; `None` where nobody is reached at all.
///
/// Without an audience limit the first n of endless rounds are 1 − Rⁿ of all; with one, rounds are counted to their
/// end.
#[must_use]
pub fn passing_on(share: &ShareInputs) -> Option<PassingOn> {
    const MOST_OF_ALL: f64 = 0.9;
    let share = share.usable();
    let reproduction = share.reshare_rate * share.contacts;
    rounds(&share).next().filter(|first| first.exposures > 0.0)?;
    if reproduction <= 0.0 {
        return Some(PassingOn::OneRound);
    }
    let Some(limit) = share.audience_limit else {
        return Some(match reproduction {
            // A rate such as 0.07 is no exact float.
            one if (one - 1.0).abs() <= 4.0 * f64::EPSILON => PassingOn::Stays,
            more if more > 1.0 => PassingOn::Grows,
            less => PassingOn::Fades { round: ((1.0 - MOST_OF_ALL).ln() / less.ln() - 1e-9).ceil().max(1.0) },
        });
    };
    let Some(last) = ending(&share, reproduction, limit) else { return Some(PassingOn::Lasts) };
    if reproduction >= 1.0 {
        return Some(PassingOn::Ends { reached: last.reached, limit });
    }
    let most = rounds(&share).find(|round| round.reached >= MOST_OF_ALL * last.reached)?;
    Some(PassingOn::Fades { round: f64::from(most.number) })
}

/// The round after which less than a billionth of all is still to come: from then on each round is less than q times
/// the last, with q = R·(1 − reached/N), so all that follow are less than q/(1 − q) times it.
fn ending(share: &ShareInputs, reproduction: f64, limit: f64) -> Option<Generation> {
    let is_last = |round: &Generation| {
        let rate = reproduction * (1.0 - round.reached / limit);
        rate < 1.0 && round.exposures * rate <= 1e-9 * round.reached * (1.0 - rate)
    };
    (rounds(share).take(MOST_ROUNDS as usize)).find(is_last)
}
