//! Chances of two plans that were drawn with the same random numbers: their difference is known better than either of them.

use super::{Chance, Drawn, reaches};

/// In which draws a target is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// One bit a draw.
    bits: Vec<u64>,
    draws: u32,
}

impl Reached {
    /// The draws in which a result reaches a target.
    pub(super) fn of(result: &Drawn, target: f64, draws: u32) -> Self {
        let word = |first: u32| {
            let last = draws.min(first + u64::BITS);
            (first..last)
                .fold(0, |word, draw| word | u64::from(reaches(result.at(draw as usize), target)) << (draw - first))
        };
        Self { bits: (0..draws).step_by(u64::BITS as usize).map(word).collect(), draws }
    }

    /// By how much likelier it is to be reached here than there, −1 to 1; `None` if they were not drawn alike.
    ///
    /// Of n draws a part p is reached here alone, a part q there alone: the difference is p − q, its standard error
    /// √((p + q − (p − q)²)/n), that of n paired observations of −1, 0 or 1.
    #[must_use]
    pub fn likelier_than(&self, other: &Self) -> Option<Chance> {
        if self.draws != other.draws || self.draws == 0 {
            return None;
        }
        let count = |alone: fn(u64, u64) -> u64| -> u32 {
            self.bits.iter().zip(&other.bits).map(|(here, there)| alone(*here, *there).count_ones()).sum()
        };
        let part = |count: u32| f64::from(count) / f64::from(self.draws);
        let (here, there) = (part(count(|here, there| here & !there)), part(count(|here, there| there & !here)));
        let value = here - there;
        let standard_error = ((here + there - value * value).max(0.0) / f64::from(self.draws)).sqrt();
        Some(Chance { value, standard_error })
    }
}
