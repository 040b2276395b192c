//! Calculations as they are typed: `30000*5`, `(1200+300)/2`, `30000*(1+10%)`.

use super::numeral;
use super::ratio::Ratio;
use crate::plan::decimal::{Decimal, Unread};
use crate::words::parse::Problem;

/// Brackets within brackets; nobody types more.
const DEEPEST: usize = 30;

/// A number on the way.
#[derive(Clone, Copy, Debug)]
pub(super) struct Operand {
    pub(super) value: Ratio,
    /// It was written in percent, and is a share of something.
    pub(super) percent: bool,
}

/// Why a calculation has no result.
pub(super) enum Failed {
    /// It ends too early, or holds what is no number.
    Unfinished,
    /// A number in it has marks that group no thousands; holds what may have been meant.
    Unclear(Vec<String>),
    /// A percentage is added to a number that is none.
    Percent,
    /// It divides by nothing.
    ByNothing,
    /// It is beyond all numbers.
    TooLarge,
}

impl Failed {
    /// The problem of a text.
    pub(super) fn problem(self, text: &str) -> Problem {
        let text = text.to_owned();
        match self {
            Self::Unfinished => Problem::Unfinished(text),
            Self::Unclear(meant) => Problem::Unclear(text, meant),
            Self::Percent => Problem::PercentOfWhat(text),
            Self::ByNothing => Problem::ByNothing(text),
            Self::TooLarge => Problem::TooLarge(text),
        }
    }
}

/// The result of a whole calculation.
pub(super) fn value(text: &str) -> Result<Ratio, Failed> {
    whole(text, Reader::sum).map(|operand| operand.value)
}

/// A single number, a percentage or a calculation in brackets.
pub(super) fn operand(text: &str) -> Result<Operand, Failed> {
    let operand = whole(text, Reader::number)?;
    if text.trim_start().starts_with(['+', '-']) { Err(Failed::Unfinished) } else { Ok(operand) }
}

type Part<'a> = fn(&mut Reader<'a>, usize) -> Result<Operand, Failed>;

fn whole<'a>(text: &'a str, part: Part<'a>) -> Result<Operand, Failed> {
    let mut reader = Reader { rest: text.trim() };
    let operand = part(&mut reader, 0)?;
    if reader.rest.is_empty() { Ok(operand) } else { Err(Failed::Unfinished) }
}

/// What is left to read, without space before it.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn takes(&mut self, signs: &[char]) -> Option<char> {
        let sign = self.rest.chars().next().filter(|sign| signs.contains(sign))?;
        self.rest = self.rest[sign.len_utf8()..].trim_start();
        Some(sign)
    }

    fn sum(&mut self, depth: usize) -> Result<Operand, Failed> {
        let mut sum = self.product(depth)?;
        while let Some(sign) = self.takes(&['+', '-']) {
            let next = self.product(depth)?;
            sum = added(sum, next, sign)?;
        }
        Ok(sum)
    }

    fn product(&mut self, depth: usize) -> Result<Operand, Failed> {
        let mut product = self.number(depth)?;
        while let Some(sign) = self.takes(&['*', '/']) {
            let next = self.number(depth)?;
            let value = match sign {
                '/' if next.value.is_nothing() => return Err(Failed::ByNothing),
                '/' => product.value.over(next.value),
                _ => product.value.times(next.value),
            };
            product = Operand { value: value.ok_or(Failed::TooLarge)?, percent: false };
        }
        Ok(product)
    }

    /// A number with its signs, or a bracket; and what makes a percentage of it.
    fn number(&mut self, depth: usize) -> Result<Operand, Failed> {
        let mut negative = false;
        while let Some(sign) = self.takes(&['+', '-']) {
            negative ^= sign == '-';
        }
        let mut operand = if self.takes(&['(']).is_some() {
            if depth >= DEEPEST {
                return Err(Failed::TooLarge);
            }
            let inside = self.sum(depth + 1)?;
            self.takes(&[')']).ok_or(Failed::Unfinished)?;
            inside
        } else {
            Operand { value: self.figure()?, percent: false }
        };
        while self.takes(&['%']).is_some() {
            let value = operand.value.over(Ratio::whole(100)).ok_or(Failed::TooLarge)?;
            operand = Operand { value, percent: true };
        }
        let value = if negative { operand.value.opposite() } else { Some(operand.value) };
        Ok(Operand { value: value.ok_or(Failed::TooLarge)?, ..operand })
    }

    fn figure(&mut self) -> Result<Ratio, Failed> {
        let end = self.rest.find(['+', '-', '*', '/', '(', ')', '%']).unwrap_or(self.rest.len());
        let (figure, rest) = self.rest.split_at(end);
        self.rest = rest;
        let figure = figure.trim();
        let digits = numeral::in_digits(figure);
        match Decimal::read(digits.as_deref().unwrap_or(figure)) {
            Ok(decimal) => Ratio::of(&decimal).ok_or(Failed::TooLarge),
            Err(Unread::Unclear(meant)) => Err(Failed::Unclear(meant)),
            Err(Unread::NotANumber) => Err(Failed::Unfinished),
        }
    }
}

/// The sum or the difference. A percentage of what, is clear beside another, and beside 1.
fn added(one: Operand, other: Operand, sign: char) -> Result<Operand, Failed> {
    let is_one = |operand: Operand| operand.value == Ratio::whole(1);
    match (one.percent, other.percent) {
        (false, true) if !is_one(one) => return Err(Failed::Percent),
        (true, false) if !is_one(other) => return Err(Failed::Percent),
        _ => {}
    }
    let value = if sign == '-' { one.value.minus(other.value) } else { one.value.plus(other.value) };
    Ok(Operand { value: value.ok_or(Failed::TooLarge)?, percent: one.percent && other.percent })
}
