//! The unit in which the grid shows money: one for all of its figures, named once above them.

use crate::plan::{Currency, Money};
use crate::t;
use crate::words::names::currency_name;
use crate::words::{Language, Words, number};

/// From here on an amount is shown in a larger unit.
const LONG: f64 = 100_000.0;

/// A unit, and how many decimals its figures have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    unit: (f64, &'static str),
    decimals: usize,
}

impl Default for Scale {
    fn default() -> Self {
        Self { unit: (1.0, "one"), decimals: 0 }
    }
}

impl Scale {
    /// The smallest unit in which the largest sum is short. Figures have as many decimals as leave the largest sum four digits,
    /// or as they need where that is about as many.
    pub(super) fn of(language: Language, currency: &Currency, amounts: &[Money], largest: Money) -> Self {
        let units: &[(f64, &str)] = match language {
            Language::ZhCn => &[(1.0, "one"), (1e4, "ten-thousand"), (1e8, "hundred-million")],
            Language::En => &[(1.0, "one"), (1e3, "thousand"), (1e6, "million"), (1e9, "billion")],
        };
        let most = currency.units(largest).abs();
        let fitting = units.iter().copied().find(|(unit, _)| most / unit < LONG);
        let unit = fitting.or(units.last().copied()).unwrap_or((1.0, "one"));
        let is_exact = |decimals: &usize| amounts.iter().all(|amount| is_exact(currency, *amount, (unit.0, *decimals)));
        let rough: usize = match most / unit.0 {
            most if most >= 1_000.0 => 0,
            most if most >= 100.0 => 1,
            _ => 2,
        };
        Self { unit, decimals: (0..=(rough + 1).min(2)).find(is_exact).unwrap_or(rough) }
    }

    /// An amount in this unit; a dash for nothing.
    pub(super) fn show(self, currency: &Currency, amount: Money) -> String {
        if amount == Money::ZERO {
            return number::NOTHING.to_owned();
        }
        number::count(currency.units(amount) / self.unit.0, self.decimals)
    }

    /// What the unit is called.
    pub(super) fn name(self, words: &Words, currency: &Currency) -> String {
        t!(words, "months-unit", size = self.unit.1, unit = currency_name(&currency.code, words))
    }
}

/// Whether so many decimals of a unit show all of an amount.
fn is_exact(currency: &Currency, amount: Money, (unit, decimals): (f64, usize)) -> bool {
    let last = currency.units(amount) / unit * 10_f64.powi(i32::try_from(decimals).unwrap_or(0));
    (last - last.round()).abs() < 1e-7
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(language: Language, amounts: &[i64]) -> Vec<String> {
        let currency = Currency::default();
        let amounts: Vec<Money> = amounts.iter().filter_map(|minor| Money::from_minor(*minor)).collect();
        let largest = amounts.iter().copied().max().unwrap();
        let scale = Scale::of(language, &currency, &amounts, largest);
        amounts.into_iter().map(|amount| scale.show(&currency, amount)).collect()
    }

    #[test]
    fn small_sums_stand_in_full_and_large_ones_in_one_unit() {
        assert_eq!(shown(Language::En, &[3_000_000, 0, 400_000]), ["30,000", "—", "4,000"]);
        assert_eq!(shown(Language::En, &[14_600_000, 3_050_000]), ["146.0", "30.5"]);
        assert_eq!(shown(Language::ZhCn, &[14_600_000, 3_000_000]), ["14.6", "3.0"]);
        assert_eq!(shown(Language::En, &[833_333, 833_334]), ["8,333", "8,333"]);
        assert_eq!(shown(Language::En, &[2_083_331, 50_025]), ["20,833", "500"]);
        assert_eq!(shown(Language::En, &[99_999, 33_333]), ["999.99", "333.33"]);
        assert_eq!(shown(Language::En, &[36_400_000, 3_033_333]), ["364.0", "30.3"]);
        assert_eq!(shown(Language::ZhCn, &[36_400_000, 3_033_333]), ["36.40", "3.03"]);
        assert_eq!(shown(Language::En, &[99_999_999_999_999]), ["1,000"]);
        assert_eq!(shown(Language::En, &[-500_000, 100]), ["\u{2212}5,000", "1"]);
    }
}
