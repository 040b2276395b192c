//! Numbers of reports, added up exactly.

use std::ops::{AddAssign, Sub};

use crate::plan::decimal::{Decimal, NoUnits};

/// A number in units of 10⁻¹². Reports carry more digits than a currency has: their sum is exact, and rounded once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(i128);

impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// Digits behind the point that are kept.
    pub const PLACES: u8 = 12;

    /// A whole number of 10^-places; places beyond those kept are refused.
    #[must_use]
    pub fn new(mantissa: i64, places: u8) -> Option<Self> {
        let power = Self::PLACES.checked_sub(places)?;
        Some(Self(i128::from(mantissa) * 10_i128.pow(u32::from(power))))
    }

    /// A number as it was written; `None` where it has more digits than are kept, or more than any amount.
    #[must_use]
    pub fn of(decimal: &Decimal) -> Option<Self> {
        for places in 0..=Self::PLACES {
            match decimal.units(places) {
                Ok(mantissa) => return Self::new(mantissa, places),
                Err(NoUnits::TooFine) => {}
                Err(NoUnits::TooLarge) => return None,
            }
        }
        None
    }

    /// What one unit of a currency is worth, as somebody writes it; `None` for what is no number above nothing.
    #[must_use]
    pub fn rate(text: &str) -> Option<Self> {
        Decimal::read(text).ok().as_ref().and_then(Self::of).filter(|rate| *rate > Self::ZERO)
    }

    /// The number times a rate; `None` beyond all amounts.
    #[must_use]
    pub fn times(self, rate: Self) -> Option<Self> {
        // In two steps, so that large amounts and fine rates both fit.
        let (whole, fraction) = (rate.0.div_euclid(ONE), rate.0.rem_euclid(ONE));
        let large = self.0.checked_mul(whole)?;
        let small = match self.0.checked_mul(fraction) {
            Some(product) => rounded(product, ONE),
            None => rounded(self.0, 1_000_000).checked_mul(rounded(fraction, 1_000_000))?,
        };
        large.checked_add(small).map(Self)
    }

    /// The number in minor units of a currency with so many digits, rounded half away from nothing; `None` beyond all amounts.
    #[must_use]
    pub fn minor(self, digits: u8) -> Option<i64> {
        let power = u32::from(Self::PLACES.saturating_sub(digits));
        i64::try_from(rounded(self.0, 10_i128.pow(power))).ok()
    }

    /// The nearest float.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // counts, and money as JSON shows it
    pub fn nearest(self) -> f64 {
        let (whole, fraction) = (self.0 / ONE, self.0 % ONE);
        whole as f64 + fraction as f64 / ONE as f64
    }

    /// Its size without its sign.
    #[must_use]
    pub const fn size(self) -> Self {
        Self(self.0.abs())
    }

    /// The sum of both.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// So many times the number.
    #[must_use]
    pub fn many(self, times: u64) -> Self {
        Self(self.0.saturating_mul(i128::from(times)))
    }
}

/// One, in the units of [`Exact`].
const ONE: i128 = 10_i128.pow(Exact::PLACES as u32);

impl AddAssign for Exact {
    fn add_assign(&mut self, other: Self) {
        *self = self.plus(other);
    }
}

impl Sub for Exact {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

fn rounded(number: i128, unit: i128) -> i128 {
    let half = if number < 0 { -(unit / 2) } else { unit / 2 };
    number.saturating_add(half) / unit
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn exact(text: &str) -> Exact {
        Exact::of(&Decimal::read(text).expect("a number")).expect("not too fine")
    }

    #[test]
    fn tenths_of_a_cent_add_up() {
        let mut sum = Exact::ZERO;
        for _ in 0..1000 {
            sum += exact("0.0015");
        }
        assert_eq!((sum, sum.minor(2)), (exact("1.5"), Some(150)));
        assert_eq!(exact("-0.005").minor(2), Some(-1));
        assert_eq!(exact("0.0049").minor(2), Some(0));
    }

    #[test]
    fn amounts_and_rates_of_any_size() {
        assert_eq!(exact("123.45").times(exact("7.10")), Some(exact("876.495")));
        assert_eq!(exact("9000000000000").times(exact("0.00000001")), Some(exact("90000")));
        assert_eq!(exact("9000000000000").times(exact("25000.125")), Some(exact("225001125000000000")));
        assert!(Exact::of(&Decimal::read("0.0000000000001").expect("a number")).is_none());
    }

    proptest! {
        #[test]
        fn a_sum_is_that_of_the_units(units in prop::collection::vec(-1_000_000_000_000i64..1_000_000_000_000, 0..50)) {
            let mut sum = Exact::ZERO;
            for unit in &units {
                sum += Exact::new(*unit, 2).expect("two places");
            }
            prop_assert_eq!(sum.minor(2), Some(units.iter().sum()));
        }
    }
}
