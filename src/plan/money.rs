//! Exact money: a whole number of minor units (fen, cents). No float holds money that is shown, split or summed.

use std::cell::Cell;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::decimal::{Decimal, NoUnits, Unread};

/// The largest amount that may be typed or read, in minor units: ten thousand billion units at two digits.
const LARGEST_MINOR: i64 = 1_000_000_000_000_000;

/// How money is written. serde carries only text, by which `file` knows it again.
pub(crate) const EXPECTED: &str = "money as text such as \"150000.00\", or a whole number";

/// A currency and the number of digits its amounts carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Currency {
    /// ISO 4217 code, such as `CNY`.
    pub code: String,
    /// Digits after the decimal point, 0 to 4: 2 for CNY, 0 for JPY.
    pub digits: u8,
}

impl Default for Currency {
    fn default() -> Self {
        Self { code: "CNY".to_owned(), digits: 2 }
    }
}

impl Currency {
    /// The most digits a currency may have.
    pub const MOST_DIGITS: u8 = 4;

    /// The currency of a code, with the digits that ISO 4217 gives it; two where it does not know the code.
    #[must_use]
    pub fn of_code(code: &str) -> Self {
        let digits = match code {
            "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI" | "VND"
            | "VUV" | "XAF" | "XOF" | "XPF" => 0,
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
            "CLF" | "UYW" => 4,
            _ => 2,
        };
        Self { code: code.to_owned(), digits }
    }

    /// Minor units in one unit: 100 for CNY.
    #[must_use]
    pub fn minor_per_unit(&self) -> i64 {
        10_i64.pow(u32::from(self.digits.min(Self::MOST_DIGITS)))
    }

    /// An amount in currency units, for calculating; never for showing or summing.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // amounts are below 2^53 minor units by construction
    pub fn units(&self, amount: Money) -> f64 {
        amount.0 as f64 / self.minor_per_unit() as f64
    }

    /// The amount nearest to a calculated number of units; `None` if it is not a number or too large.
    #[must_use]
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)] // bounded just before the cast
    pub fn amount(&self, units: f64) -> Option<Money> {
        let minor = (units * self.minor_per_unit() as f64).round();
        (minor.abs() <= LARGEST_MINOR as f64).then_some(Money(minor as i64))
    }

    /// A whole number of units; `None` if it is too large.
    #[must_use]
    pub fn whole(&self, units: i64) -> Option<Money> {
        units.checked_mul(self.minor_per_unit()).and_then(Money::from_minor)
    }

    /// Reads an amount as a person or a plan file writes it: `150000`, `150,000.00`, `-3.5`, `15万`; see
    /// [`decimal`](super::decimal).
    ///
    /// # Errors
    /// Says in one sentence why the text is no amount of this currency.
    pub fn parse(&self, text: &str) -> Result<Money, MoneyError> {
        parse(text, self.digits.min(Self::MOST_DIGITS))
    }

    /// The amount as a plan file writes it: all of the currency's digits, no thousands commas.
    #[must_use]
    pub fn plain(&self, amount: Money) -> String {
        plain(amount, self.digits.min(Self::MOST_DIGITS))
    }
}

/// An exact amount of the plan's currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The largest amount that may be typed or read.
    pub const LARGEST: Self = Self(LARGEST_MINOR);

    /// An amount from its minor units; `None` beyond the largest amount.
    #[must_use]
    pub const fn from_minor(minor: i64) -> Option<Self> {
        if minor.unsigned_abs() <= LARGEST_MINOR.unsigned_abs() { Some(Self(minor)) } else { None }
    }

    /// The amount in minor units.
    #[must_use]
    pub const fn minor(self) -> i64 {
        self.0
    }

    /// Sum of two amounts; `None` beyond the largest amount.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).and_then(Self::from_minor)
    }

    /// Difference of two amounts; `None` beyond the largest amount.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).and_then(Self::from_minor)
    }

    /// The same amount with the other sign.
    #[must_use]
    pub const fn opposite(self) -> Self {
        Self(-self.0)
    }

    /// Sum of many amounts, added exactly; `None` beyond the largest amount.
    #[must_use]
    pub fn total(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        let sum: i128 = amounts.into_iter().map(|amount| i128::from(amount.0)).sum();
        i64::try_from(sum).ok().and_then(Self::from_minor)
    }
}

/// Why a text is no amount of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MoneyError {
    /// Not a number at all.
    NotANumber,
    /// Its commas or spaces group no thousands; holds what may have been meant.
    Unclear(Vec<String>),
    /// More digits after the point than the currency has; holds how many it has.
    TooManyDigits(u8),
    /// Beyond the largest amount.
    TooLarge,
}

/// Before and between what may have been meant, in the sentence that goes through serde.
const UNCLEAR: (&str, &str) = ("an unclear amount of money; write ", " or ");

impl MoneyError {
    /// The error a sentence stands for: serde carries only text.
    pub(crate) fn of_sentence(sentence: &str) -> Option<Self> {
        if let Some(meant) = sentence.strip_prefix(UNCLEAR.0) {
            return Some(Self::Unclear(meant.split(UNCLEAR.1).map(str::to_owned).collect()));
        }
        let too_many = (0..=Currency::MOST_DIGITS).map(Self::TooManyDigits);
        [Self::NotANumber, Self::TooLarge].into_iter().chain(too_many).find(|error| error.to_string() == sentence)
    }
}

impl fmt::Display for MoneyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotANumber => write!(f, "not an amount of money; expected digits such as \"150000.00\""),
            Self::Unclear(meant) => write!(f, "{}{}", UNCLEAR.0, meant.join(UNCLEAR.1)),
            Self::TooManyDigits(0) => write!(f, "this currency has no digits after the point"),
            Self::TooManyDigits(most) => write!(f, "this currency has at most {most} digits after the point"),
            Self::TooLarge => write!(f, "the amount is too large"),
        }
    }
}

impl std::error::Error for MoneyError {}

impl From<Unread> for MoneyError {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::NotANumber => Self::NotANumber,
            Unread::Unclear(meant) => Self::Unclear(meant),
        }
    }
}

fn parse(text: &str, digits: u8) -> Result<Money, MoneyError> {
    if let Some(amount) = as_written(text, digits) {
        return Ok(amount);
    }
    of_any_form(text, digits)
}

fn of_any_form(text: &str, digits: u8) -> Result<Money, MoneyError> {
    let minor = Decimal::read(text)?.units(digits).map_err(|error| match error {
        NoUnits::TooFine => MoneyError::TooManyDigits(digits),
        NoUnits::TooLarge => MoneyError::TooLarge,
    })?;
    Money::from_minor(minor).ok_or(MoneyError::TooLarge)
}

/// An amount just as [`plain`] writes it. It says the same as reading any number does, in a tenth of the time: a large
/// plan has tens of thousands of them.
fn as_written(text: &str, digits: u8) -> Option<Money> {
    let (negative, size) = text.strip_prefix('-').map_or((false, text), |size| (true, size));
    let places = usize::from(digits);
    let point =
        size.len().checked_sub(places + usize::from(places > 0)).filter(|point| (1..=18 - places).contains(point))?;
    let mut minor = 0_i64;
    for (at, byte) in size.bytes().enumerate() {
        match byte {
            b'0'..=b'9' if places == 0 || at != point => minor = minor * 10 + i64::from(byte - b'0'),
            b'.' if places > 0 && at == point => {}
            _ => return None,
        }
    }
    Money::from_minor(if negative { -minor } else { minor })
}

fn plain(amount: Money, digits: u8) -> String {
    let sign = if amount.0 < 0 { "-" } else { "" };
    let minor = amount.0.unsigned_abs();
    if digits == 0 {
        return format!("{sign}{minor}");
    }
    let unit = 10_u64.pow(u32::from(digits));
    format!("{sign}{}.{:0width$}", minor / unit, minor % unit, width = usize::from(digits))
}

thread_local! {
    static DIGITS: Cell<u8> = const { Cell::new(2) };
}

/// Reads or writes plan text with a currency's digits: serde hands no context to a field, so the digits stand
/// beside it for the length of one call.
pub fn with_digits<R>(digits: u8, work: impl FnOnce() -> R) -> R {
    struct Restore(u8);
    impl Drop for Restore {
        fn drop(&mut self) {
            DIGITS.set(self.0);
        }
    }
    let _restore = Restore(DIGITS.replace(digits.min(Currency::MOST_DIGITS)));
    work()
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&plain(*self, DIGITS.get()))
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = Money;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(EXPECTED)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Money, E> {
                parse(text, DIGITS.get()).map_err(E::custom)
            }

            fn visit_i64<E: de::Error>(self, units: i64) -> Result<Money, E> {
                let currency = Currency { code: String::new(), digits: DIGITS.get() };
                currency.whole(units).ok_or_else(|| E::custom(MoneyError::TooLarge))
            }

            fn visit_u64<E: de::Error>(self, units: u64) -> Result<Money, E> {
                self.visit_i64(i64::try_from(units).map_err(|_| E::custom(MoneyError::TooLarge))?)
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn yuan(text: &str) -> Result<Money, MoneyError> {
        Currency::default().parse(text)
    }

    #[test]
    fn currencies_have_the_digits_of_their_standard() {
        let digits = |code: &str| Currency::of_code(code).digits;
        assert_eq!(["CNY", "USD", "JPY", "KRW", "VND", "KWD", "CLF", "XXX"].map(digits), [2, 2, 0, 0, 0, 3, 4, 2]);
    }

    #[test]
    fn reads_what_people_type() {
        assert_eq!(yuan("150,000.00").unwrap().minor(), 15_000_000);
        assert_eq!(yuan(" 1 234.5 ").unwrap().minor(), 123_450);
        assert_eq!(yuan("-3.05").unwrap().minor(), -305);
        assert_eq!(yuan("\u{ff11}\u{ff12}\u{ff0c}000.5").unwrap().minor(), 1_200_050);
        assert_eq!(yuan("7.500").unwrap().minor(), 750);
        assert_eq!(yuan("7.501"), Err(MoneyError::TooManyDigits(2)));
        assert_eq!(yuan("12a"), Err(MoneyError::NotANumber));
        assert_eq!(yuan("."), Err(MoneyError::NotANumber));
        assert_eq!(yuan("99999999999999999999"), Err(MoneyError::TooLarge));
    }

    proptest! {
        #[test]
        fn an_amount_as_written_is_read_as_any_other(minor in -LARGEST_MINOR..=LARGEST_MINOR, digits in 0..=4_u8, text in "-?[0-9]{0,20}(\\.[0-9]{0,6})?") {
            let amount = Money(minor);
            prop_assert_eq!(as_written(&plain(amount, digits), digits), Some(amount));
            if let Some(amount) = as_written(&text, digits) {
                prop_assert_eq!(of_any_form(&text, digits), Ok(amount));
            }
        }
    }

    #[test]
    fn a_sentence_stands_for_its_error() {
        for text in ["12a", "7.501", "1e14", "1,50", "150.000,50", "-1,5万"] {
            let error = yuan(text).unwrap_err();
            assert_eq!(MoneyError::of_sentence(&error.to_string()), Some(error));
        }
    }

    #[test]
    fn totals_are_checked() {
        let largest = Money::from_minor(LARGEST_MINOR).unwrap();
        assert_eq!(largest.plus(Money(1)), None);
        assert_eq!(Money::total([largest, largest]), None);
        assert_eq!(Money::total([largest, Money(-5), Money(5)]), Some(largest));
    }

    proptest! {
        #[test]
        fn writing_and_reading_gives_the_same_amount(minor in -LARGEST_MINOR..=LARGEST_MINOR, digits in 0_u8..=4) {
            let currency = Currency { code: "XXX".into(), digits };
            let amount = Money(minor);
            prop_assert_eq!(currency.parse(&currency.plain(amount)), Ok(amount));
        }
    }
}
