//! What people type into fields: numbers, rates, money, estimates and dates, as [`decimal`](crate::plan::decimal)
//! reads them. What cannot be read comes back as a [`Problem`] that says what to write.

use crate::plan::decimal::{Decimal, Unread, half_width, suffix};
use crate::plan::estimate::Range;
use crate::plan::{Currency, Date, Estimate, Money, money::MoneyError};
use crate::t;

use super::{Words, number};

/// Why a text cannot be used, in words for the person who typed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was typed; holds an example.
    Empty(&'static str),
    /// Not a number; holds the text and an example.
    NotANumber(String, &'static str),
    /// Commas, spaces or points that group no thousands, or an exponent; holds the text and what may have been meant.
    Unclear(String, Vec<String>),
    /// The low end of a range is above its high end.
    LowAboveHigh(String, String),
    /// The likely value lies outside its range; holds likely, low and high.
    LikelyOutside(String, String, String),
    /// A rate beyond 0 to 100 %.
    RateOutside(String),
    /// Below zero where that makes no sense.
    Negative(String),
    /// Not a whole number; holds the text and an example.
    NotWhole(String, &'static str),
    /// A range where only one number fits; holds an example.
    NoRangeHere(&'static str),
    /// More digits after the point than the currency has.
    TooManyDigits(u8),
    /// Too large to be meant.
    TooLarge(String),
    /// Not a date.
    NotADate(String),
    /// A calculation that ends too early, or with something in it that is no number.
    Unfinished(String),
    /// A calculation that adds a percentage to a number.
    PercentOfWhat(String),
    /// A calculation that divides by 0.
    ByNothing(String),
    /// A change to a number where there is none.
    NothingThere(String),
}

impl Problem {
    /// What is wrong and what to write.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        let quoted = |text: &str| t!(words, "numbers-quoted", text = text);
        match self {
            Self::Empty(example) => t!(words, "numbers-empty", example = *example),
            Self::NotANumber(text, example) => {
                t!(words, "numbers-not-a-number", text = quoted(text), example = *example)
            }
            Self::Unclear(text, meant) => {
                t!(words, "numbers-unclear", text = quoted(text), meant = either(words, meant))
            }
            Self::LowAboveHigh(low, high) => t!(words, "numbers-low-above-high", low = low, high = high),
            Self::LikelyOutside(likely, low, high) => {
                t!(words, "numbers-likely-outside", likely = likely, low = low, high = high)
            }
            Self::RateOutside(text) => t!(words, "numbers-rate-outside", text = quoted(text)),
            Self::Negative(text) => t!(words, "numbers-negative", text = quoted(text)),
            Self::NotWhole(text, example) => {
                t!(words, "numbers-not-whole", text = quoted(text), example = *example)
            }
            Self::NoRangeHere(example) => t!(words, "numbers-no-range-here", example = *example),
            Self::TooManyDigits(digits) => t!(words, "numbers-too-many-digits", digits = u32::from(*digits)),
            Self::TooLarge(text) => t!(words, "numbers-too-large", text = quoted(text)),
            Self::NotADate(text) => t!(words, "numbers-not-a-date", text = quoted(text)),
            Self::Unfinished(text) => t!(words, "numbers-unfinished", text = quoted(text)),
            Self::PercentOfWhat(text) => t!(words, "numbers-percent-of-what", text = quoted(text)),
            Self::ByNothing(text) => t!(words, "numbers-by-nothing", text = quoted(text)),
            Self::NothingThere(text) => t!(words, "numbers-nothing-there", text = quoted(text)),
        }
    }
}

/// What may have been meant: `1.5 or 15`.
#[must_use]
pub fn either(words: &Words, meant: &[String]) -> String {
    match meant {
        [first, second] => t!(words, "numbers-either", first = first, second = second),
        meant => meant.concat(),
    }
}

const EXAMPLE: &str = "1,200";
const RATE_EXAMPLE: &str = "5.5 %";
const LARGEST: f64 = 1e15;

/// A number of any sign: `1,269.5`, `−3`, `1.2万`, `12k`.
///
/// # Errors
/// Says what is wrong with the text.
pub fn number(text: &str) -> Result<f64, Problem> {
    Kind::Number.one(text)
}

/// A number of things: 0 or more.
///
/// # Errors
/// Says what is wrong with the text.
pub fn count(text: &str) -> Result<f64, Problem> {
    Kind::Count.one(text)
}

/// A whole number of things: 0 or more.
///
/// # Errors
/// Says what is wrong with the text.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // checked to be whole, positive and small
pub fn whole(text: &str) -> Result<u32, Problem> {
    let value = count(text)?;
    if value.fract() != 0.0 {
        return Err(Problem::NotWhole(text.trim().to_owned(), "12"));
    }
    if value > f64::from(u32::MAX) {
        return Err(Problem::TooLarge(text.trim().to_owned()));
    }
    Ok(value as u32)
}

/// A rate in percent, with or without its sign: `5.5%` and `5.5` are 0.055.
///
/// # Errors
/// Says what is wrong with the text.
pub fn rate(text: &str) -> Result<f64, Problem> {
    Kind::Rate.one(text)
}

/// An amount of money: `150,000.00`, `15万`, `150k`.
///
/// # Errors
/// Says what is wrong with the text.
pub fn money(text: &str, currency: &Currency) -> Result<Money, Problem> {
    amount(text, currency)
}

/// An amount of money that may be below zero: `-8,000`.
///
/// # Errors
/// Says what is wrong with the text.
pub fn signed_money(text: &str, currency: &Currency) -> Result<Money, Problem> {
    match text.trim().strip_prefix(['-', '\u{2212}', '\u{ff0d}']) {
        Some(size) => money(size, currency).map(Money::opposite),
        None => money(text, currency),
    }
}

/// An estimate of a number of things: `200`, `150..300`, or `200 (150..300)`. Of a range alone the likely value is
/// the geometric mean.
///
/// # Errors
/// Says what is wrong with the text.
pub fn estimate(text: &str) -> Result<Estimate<f64>, Problem> {
    Kind::Count.estimate(text)
}

/// An estimate of a rate: `3%`, `2%..5%`, `3% (2%..5%)`. Of a range alone the likely value is the logit mean.
///
/// # Errors
/// Says what is wrong with the text.
pub fn rate_estimate(text: &str) -> Result<Estimate<f64>, Problem> {
    Kind::Rate.estimate(text)
}

/// An estimate of money: `20,000`, `17000..23800`, `2万 (1.7万..2.4万)`.
///
/// # Errors
/// Says what is wrong with the text.
pub fn money_estimate(text: &str, currency: &Currency) -> Result<Estimate<Money>, Problem> {
    let parts = Parts::of(text);
    let read = |part: &str| amount(part, currency);
    let likely = parts.likely.as_deref().map(read).transpose()?;
    let Some((low, high)) = parts.range.as_ref() else {
        return likely.map(Estimate::exactly).ok_or(Problem::Empty(EXAMPLE));
    };
    let (low, high) = (read(low)?, read(high)?);
    let middle = || {
        let middle = Kind::Count.middle(currency.units(low), currency.units(high)).round();
        currency.amount(middle).unwrap_or(low).clamp(low, high)
    };
    checked(low, high, likely, middle, |amount| number::amount(currency, amount))
}

/// A day: `2026-05-14`, `2026/5/14`, `2026.5.14`, `2026年5月14日`.
///
/// # Errors
/// Says what is wrong with the text.
pub fn date(text: &str) -> Result<Date, Problem> {
    let problem = || Problem::NotADate(text.trim().to_owned());
    let plain = plain(text);
    let fields: Vec<&str> =
        plain.trim().trim_end_matches('日').split(['-', '/', '.', '年', '月']).map(str::trim).collect();
    let [year, month, day] = fields.as_slice() else { return Err(problem()) };
    let (Ok(year), Ok(month), Ok(day)) = (year.parse::<i16>(), month.parse::<i8>(), day.parse::<i8>()) else {
        return Err(problem());
    };
    if year < 1000 {
        return Err(problem());
    }
    Date::new(year, month, day).map_err(|_| problem())
}

/// An estimate as [`estimate`] reads it.
#[must_use]
pub fn write_estimate(estimate: &Estimate<f64>) -> String {
    write(estimate, |value| number::trimmed(value, 6))
}

/// An estimate as [`rate_estimate`] reads it.
#[must_use]
pub fn write_rate_estimate(estimate: &Estimate<f64>) -> String {
    write(estimate, |value| format!("{}%", number::trimmed(value * 100.0, 6)))
}

/// An estimate as [`money_estimate`] reads it.
#[must_use]
pub fn write_money_estimate(currency: &Currency, estimate: &Estimate<Money>) -> String {
    write(estimate, |value| number::amount(currency, value))
}

fn write<T: Copy>(estimate: &Estimate<T>, show: impl Fn(T) -> String) -> String {
    let likely = show(estimate.likely);
    match estimate.range {
        None => likely,
        Some(Range { low, high }) => format!("{likely} ({}..{})", show(low), show(high)),
    }
}

/// What kind of number a field holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Count,
    Rate,
}

impl Kind {
    const fn example(self) -> &'static str {
        match self {
            Self::Number | Self::Count => EXAMPLE,
            Self::Rate => RATE_EXAMPLE,
        }
    }

    fn one(self, text: &str) -> Result<f64, Problem> {
        let parts = Parts::of(text);
        if parts.range.is_some() {
            return Err(Problem::NoRangeHere(self.example()));
        }
        self.read(&parts.likely.ok_or(Problem::Empty(self.example()))?)
    }

    fn estimate(self, text: &str) -> Result<Estimate<f64>, Problem> {
        let parts = Parts::of(text);
        let likely = parts.likely.as_deref().map(|part| self.read(part)).transpose()?;
        let Some((low, high)) = parts.range.as_ref() else {
            return likely.map(Estimate::exactly).ok_or(Problem::Empty(self.example()));
        };
        let (low, high) = (self.read(low)?, self.read(high)?);
        checked(low, high, likely, || self.middle(low, high), |value| self.show(value))
    }

    fn read(self, text: &str) -> Result<f64, Problem> {
        let digits = match text.trim_end().strip_suffix('%') {
            Some(rest) if self == Self::Rate => rest,
            _ => text,
        };
        let number = Decimal::read(digits).map_err(|unread| unreadable(unread, text, self.example()))?;
        let value = number.shifted(if self == Self::Rate { -2 } else { 0 }).nearest();
        match self {
            Self::Rate if !(0.0..=1.0).contains(&value) => Err(Problem::RateOutside(text.to_owned())),
            Self::Count if value < 0.0 => Err(Problem::Negative(text.to_owned())),
            _ if value.abs() > LARGEST => Err(Problem::TooLarge(text.to_owned())),
            _ => Ok(value),
        }
    }

    /// The likely value of a range alone: the middle on the scale the range is drawn on.
    fn middle(self, low: f64, high: f64) -> f64 {
        let middle = match self {
            Self::Rate if low > 0.0 && high < 1.0 => {
                let logit = |rate: f64| (rate / (1.0 - rate)).ln();
                1.0 / (1.0 + (-f64::midpoint(logit(low), logit(high))).exp())
            }
            Self::Count if low > 0.0 => (low * high).sqrt(),
            _ => f64::midpoint(low, high),
        };
        significant(middle).clamp(low, high)
    }

    fn show(self, value: f64) -> String {
        match self {
            Self::Rate => format!("{}%", number::trimmed(value * 100.0, 4)),
            Self::Number | Self::Count => number::trimmed(value, 6),
        }
    }
}

/// Puts an estimate together if its parts are in order.
fn checked<T: PartialOrd + Copy>(
    low: T,
    high: T,
    likely: Option<T>,
    middle: impl FnOnce() -> T,
    show: impl Fn(T) -> String,
) -> Result<Estimate<T>, Problem> {
    if low > high {
        return Err(Problem::LowAboveHigh(show(low), show(high)));
    }
    match likely {
        Some(likely) if likely < low || likely > high => {
            Err(Problem::LikelyOutside(show(likely), show(low), show(high)))
        }
        Some(likely) => Ok(Estimate::between(likely, low, high)),
        None => Ok(Estimate::between(middle(), low, high)),
    }
}

/// The parts of what was typed: a likely value, a range, or both (`3% (2%..5%)`).
struct Parts {
    likely: Option<String>,
    range: Option<(String, String)>,
}

impl Parts {
    fn of(text: &str) -> Self {
        let plain = plain(text);
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        if let Some((likely, rest)) = plain.split_once('(') {
            let range = split_range(rest.trim_end().trim_end_matches(')'));
            return Self { likely: some(likely), range };
        }
        match split_range(&plain) {
            Some(range) => Self { likely: None, range: Some(range) },
            None => Self { likely: some(&plain), range: None },
        }
    }
}

/// Splits `150..300`, `2%–5%`, `3~5万`, `150 至 300`; a suffix said once counts for both ends.
fn split_range(plain: &str) -> Option<(String, String)> {
    let (low, high) = ["...", "..", "…", "–", "—", "~", "至", "到", "to"]
        .into_iter()
        .find_map(|mark| plain.split_once(mark))
        .or_else(|| split_at_hyphen(plain))?;
    let (low, high) = (low.trim(), high.trim());
    let said_once = suffix(low).is_empty() && !suffix(high).is_empty();
    let number = |text: &str| Decimal::read(text).map(|number| number.nearest());
    match (number(low), number(high.trim_end_matches(suffix(high)))) {
        (Ok(first), Ok(second)) if said_once && first < second => {
            Some((format!("{low}{}", suffix(high)), high.to_owned()))
        }
        _ => Some((low.to_owned(), high.to_owned())),
    }
}

/// Splits at a hyphen that stands between two numbers, so that neither a sign nor an exponent splits.
fn split_at_hyphen(plain: &str) -> Option<(&str, &str)> {
    let after_number = |at: usize| {
        let before = plain[..at].trim_end();
        before.ends_with(|last: char| last.is_ascii_digit() || last == '%') || !suffix(before).is_empty()
    };
    let (at, _) = plain.match_indices('-').find(|&(at, _)| after_number(at))?;
    Some((&plain[..at], &plain[at + 1..]))
}

/// The text in half-width forms; a wave dash means "to", as a tilde does.
fn plain(text: &str) -> String {
    half_width(text).replace('\u{301c}', "~")
}

/// Three significant digits are enough for a middle nobody stated.
fn significant(value: f64) -> f64 {
    format!("{value:.2e}").parse().unwrap_or(value)
}

fn unreadable(unread: Unread, text: &str, example: &'static str) -> Problem {
    match unread {
        Unread::NotANumber => Problem::NotANumber(text.to_owned(), example),
        Unread::Unclear(meant) => Problem::Unclear(text.to_owned(), meant),
    }
}

/// An exact amount.
fn amount(text: &str, currency: &Currency) -> Result<Money, Problem> {
    let text = text.trim().to_owned();
    if text.is_empty() {
        return Err(Problem::Empty(EXAMPLE));
    }
    let value = currency.parse(&text).map_err(|error| match error {
        MoneyError::NotANumber => Problem::NotANumber(text.clone(), EXAMPLE),
        MoneyError::Unclear(meant) => Problem::Unclear(text.clone(), meant),
        MoneyError::TooManyDigits(digits) => Problem::TooManyDigits(digits),
        MoneyError::TooLarge => Problem::TooLarge(text.clone()),
    })?;
    if value < Money::ZERO { Err(Problem::Negative(text)) } else { Ok(value) }
}

#[cfg(test)]
mod tests;
