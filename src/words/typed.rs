//! What people type into fields for numbers beyond what a plan file may hold: it becomes the writing that
//! [`parse`](super::parse) reads, before it is read. Plan files, filters and options of the command line stay strict.
//!
//! The rule, in order:
//!
//! - `=…` is a calculation with `+ - * / ( )` and `%`, exact to the last step: `=30000*5`, `=(1200+300)/2`. `12%` is 0.12 in it, as in a
//!   spreadsheet; a percentage is added to percentages and to 1 alone, since `=30000+10%` may mean two things.
//! - `*…` and `/…` change the number that was there: `*1.1`. So do a sign and a percentage, `+10%` and `-5%`, in a field for rates too.
//! - `+5000` and `-5000` change it where nothing below 0 makes sense. In a field for any number, a sign is the number's own.
//! - `15w` is 15万, and Chinese numerals are numbers: `三十万`, `两百五十`, `1亿2000万`.
//!
//! Where the writing of an estimate is changed, so are both ends of its range. An amount of money is rounded to the digits of its
//! currency, half away from zero; any other number to 15 digits.

mod calculation;
mod numeral;
mod ratio;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use self::ratio::Ratio;
use super::parse::Problem;
use crate::plan::Currency;
use crate::plan::decimal::half_width;

/// What a field holds, as far as calculating in it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// It may be below 0: a sign is the number's own.
    signed: bool,
    /// A share of 1, written in percent.
    rate: bool,
    /// Digits after the point that it is rounded to.
    places: Option<u8>,
}

/// A typed text in the writing that is read strictly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plain<'a> {
    /// The writing.
    pub text: Cow<'a, str>,
    /// What was calculated had more digits.
    pub rounded: bool,
}

impl Entry {
    /// A number of things.
    pub const COUNT: Self = Self { signed: false, rate: false, places: None };
    /// A number of any sign.
    pub const NUMBER: Self = Self { signed: true, ..Self::COUNT };
    /// A rate.
    pub const RATE: Self = Self { rate: true, ..Self::COUNT };

    /// An amount of money.
    #[must_use]
    pub const fn money(currency: &Currency) -> Self {
        Self::COUNT.rounded(currency.digits)
    }

    /// An amount of money of any sign.
    #[must_use]
    pub const fn signed_money(currency: &Currency) -> Self {
        Self::NUMBER.rounded(currency.digits)
    }

    /// Rounded to so many digits after the point.
    #[must_use]
    pub const fn rounded(self, places: u8) -> Self {
        Self { places: Some(places), ..self }
    }

    /// What was typed in the writing that is read strictly; `present` is how the value that was there is written, empty where there was
    /// none. A text that is neither calculated nor in Chinese comes back as it is, readable or not.
    ///
    /// # Errors
    /// Says why it cannot be calculated.
    pub fn plain<'a>(self, typed: &'a str, present: &str) -> Result<Plain<'a>, Problem> {
        let half = half_width(typed).replace('×', "*").replace('÷', "/");
        let text = half.trim();
        if let Some(sum) = text.strip_prefix('=') {
            let value = calculation::value(sum).map_err(|unread| unread.problem(text))?;
            return self.calculated(value).ok_or_else(|| Problem::TooLarge(text.to_owned()));
        }
        match self.change(text)? {
            Some(change) if has_number(present) => {
                self.changed(present, &change).ok_or_else(|| Problem::TooLarge(text.to_owned()))
            }
            Some(change) if change.needs_a_number(self.rate) => Err(Problem::NothingThere(text.to_owned())),
            _ => {
                let text = numeral::in_digits(text).map_or(Cow::Borrowed(typed), Cow::Owned);
                Ok(Plain { text, rounded: false })
            }
        }
    }

    /// How a text changes the number that was there, if it does.
    fn change(self, text: &str) -> Result<Option<Change>, Problem> {
        let Some(sign) = text.chars().next().filter(|sign| matches!(sign, '+' | '-' | '*' | '/')) else {
            return Ok(None);
        };
        let is_factor = matches!(sign, '*' | '/');
        let operand = match calculation::operand(&text[1..]) {
            Ok(operand) => operand,
            Err(unread) if is_factor => return Err(unread.problem(text)),
            // The strict reader says what is wrong with a number and its sign.
            Err(_) => return Ok(None),
        };
        if sign == '/' && operand.value.is_nothing() {
            return Err(Problem::ByNothing(text.to_owned()));
        }
        let own_sign = !is_factor && !operand.percent && self.signed;
        Ok((!own_sign).then_some(Change { sign, by: operand.value, percent: operand.percent }))
    }

    /// The writing of a value, in all of its numbers changed.
    fn changed<'a>(self, present: &str, change: &Change) -> Option<Plain<'a>> {
        let (mut text, mut rounded) = (String::new(), false);
        for piece in pieces(present) {
            let figure = piece.trim_matches(is_between);
            if figure.is_empty() {
                text.push_str(&piece);
                continue;
            }
            let number = Ratio::read(figure.trim_end_matches('%'))?;
            let (writing, is_rounded) = self.written(change.of(number)?)?;
            let sign = if self.rate { "%" } else { "" };
            text.push_str(&piece.replacen(figure, &format!("{writing}{sign}"), 1));
            rounded |= is_rounded;
        }
        Some(Plain { text: Cow::Owned(text), rounded })
    }

    fn calculated<'a>(self, value: Ratio) -> Option<Plain<'a>> {
        let value = if self.rate { value.times(Ratio::whole(100))? } else { value };
        let (writing, rounded) = self.written(value)?;
        let sign = if self.rate { "%" } else { "" };
        Some(Plain { text: Cow::Owned(format!("{writing}{sign}")), rounded })
    }

    fn written(self, value: Ratio) -> Option<(String, bool)> {
        match self.places {
            Some(places) => value.rounded(places),
            None => value.nearest(),
        }
    }
}

/// A change to the number that was there.
struct Change {
    sign: char,
    by: Ratio,
    percent: bool,
}

impl Change {
    /// Whether without a number that was there it means nothing.
    fn needs_a_number(&self, rate: bool) -> bool {
        matches!(self.sign, '*' | '/') || (self.percent && !rate)
    }

    fn of(&self, number: Ratio) -> Option<Ratio> {
        let part = if self.percent { number.times(self.by)? } else { self.by };
        match self.sign {
            '*' => number.times(self.by),
            '/' => number.over(self.by),
            '-' => number.minus(part),
            _ => number.plus(part),
        }
    }
}

fn is_between(c: char) -> bool {
    matches!(c, '(' | ')' | '–' | ' ')
}

/// The numbers of a value's writing, each with what stands before and behind it: `3% (2%..5%)`, `150–300`.
fn pieces(present: &str) -> Vec<String> {
    half_width(present).replace("..", "–").split_inclusive(['(', ')', '–']).map(str::to_owned).collect()
}

fn has_number(present: &str) -> bool {
    present.contains(|c: char| c.is_ascii_digit())
}
