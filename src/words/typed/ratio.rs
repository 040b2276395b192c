//! Exact fractions of whole numbers.

use crate::plan::decimal::Decimal;

/// Digits that a float holds whatever they are.
const DIGITS: u32 = 15;

/// Digits after the point beyond which nothing is written.
const MOST_PLACES: u8 = 18;

/// A fraction in lowest terms; what is below the line is above 0. What does not fit 128 bits is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ratio {
    over: i128,
    under: i128,
}

impl Ratio {
    pub(super) const fn whole(number: i128) -> Self {
        Self { over: number, under: 1 }
    }

    fn new(over: i128, under: i128) -> Option<Self> {
        let common = common(over.unsigned_abs(), under.unsigned_abs());
        let common = i128::try_from(common).ok().filter(|common| *common > 0)?;
        let sign = under.signum();
        Some(Self { over: (over / common).checked_mul(sign)?, under: (under / common).checked_mul(sign)? })
    }

    /// A number as it is read strictly.
    pub(super) fn read(text: &str) -> Option<Self> {
        Self::of(&Decimal::read(text).ok()?)
    }

    pub(super) fn of(decimal: &Decimal) -> Option<Self> {
        let (digits, exponent) = decimal.parts()?;
        let power = 10_i128.checked_pow(exponent.unsigned_abs())?;
        if exponent < 0 { Self::new(digits, power) } else { digits.checked_mul(power).map(Self::whole) }
    }

    pub(super) fn is_positive(self) -> bool {
        self.over > 0
    }

    pub(super) fn is_nothing(self) -> bool {
        self.over == 0
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let common = i128::try_from(common(self.under.unsigned_abs(), other.under.unsigned_abs())).ok()?;
        let (mine, others) = (other.under / common, self.under / common);
        let over = self.over.checked_mul(mine)?.checked_add(other.over.checked_mul(others)?)?;
        Self::new(over, self.under.checked_mul(mine)?)
    }

    pub(super) fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.opposite()?)
    }

    pub(super) fn opposite(self) -> Option<Self> {
        Some(Self { over: self.over.checked_neg()?, ..self })
    }

    pub(super) fn times(self, other: Self) -> Option<Self> {
        // In lowest terms crosswise first, so that what fits in the end fits on the way.
        let (left, right) = (Self::new(self.over, other.under)?, Self::new(other.over, self.under)?);
        Self::new(left.over.checked_mul(right.over)?, left.under.checked_mul(right.under)?)
    }

    /// `None` for nothing to divide by, too.
    pub(super) fn over(self, other: Self) -> Option<Self> {
        if other.is_nothing() { None } else { self.times(Self::new(other.under, other.over)?) }
    }

    /// Written with at most so many digits after the point, and whether it was rounded for it, half away from zero.
    pub(super) fn rounded(self, places: u8) -> Option<(String, bool)> {
        let scaled = self.over.checked_mul(10_i128.checked_pow(u32::from(places))?)?;
        let (whole, rest) = (scaled / self.under, scaled % self.under);
        let up = rest.unsigned_abs() >= self.under.unsigned_abs() - rest.unsigned_abs();
        let units = if rest != 0 && up { whole.checked_add(scaled.signum())? } else { whole };
        Some((written(units, usize::from(places)), rest != 0))
    }

    /// Written with as many digits as a float holds, and whether it has more.
    pub(super) fn nearest(self) -> Option<(String, bool)> {
        let mut places = 0;
        loop {
            let (text, is_rounded) = self.rounded(places)?;
            let digits = text.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
            if !is_rounded || places >= MOST_PLACES || digits >= DIGITS as usize {
                return Some((text, is_rounded));
            }
            places += 1;
        }
    }
}

fn common(mut one: u128, mut other: u128) -> u128 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

/// A whole number of units of 10^-places in plain digits.
fn written(units: i128, places: usize) -> String {
    let sign = if units < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", units.unsigned_abs(), width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}")
}
