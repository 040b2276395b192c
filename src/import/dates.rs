//! Days, weeks, months and periods as reports write them, in four languages. Whether 3/4 is in March or in April is
//! decided by the whole column.

mod names;

use jiff::civil::ISOWeekDate;

use names::month_number;

use crate::plan::Date;
use crate::plan::decimal::half_width;

/// Days from one to another, both counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Days {
    /// One day.
    #[must_use]
    pub const fn one(day: Date) -> Self {
        Self { from: day, to: day }
    }

    /// From one day to another; `None` where the first is after the last.
    #[must_use]
    pub fn new(from: Date, to: Date) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// A month.
    #[must_use]
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let first = Date::new(year, month, 1).ok()?;
        Some(Self { from: first, to: first.last_of_month() })
    }

    /// The month around its first day.
    #[must_use]
    pub fn month_of(day: Date) -> Self {
        Self { from: day.first_of_month(), to: day.last_of_month() }
    }

    /// Seven days from one on.
    #[must_use]
    pub fn week_from(day: Date) -> Self {
        Self { from: day, to: day.checked_add(jiff::Span::new().days(6)).unwrap_or(day) }
    }

    /// An ISO week.
    fn week(year: i16, week: i8) -> Option<Self> {
        let monday = ISOWeekDate::new(year, week, jiff::civil::Weekday::Monday).ok()?;
        Some(Self::week_from(monday.date()))
    }

    /// The days of both and those between.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { from: self.from.min(other.from), to: self.to.max(other.to) }
    }

    /// The month of that number among these days; `None` where there is none, or several.
    #[must_use]
    pub fn month_within(self, month: i8) -> Option<Self> {
        let years = self.from.year()..=self.to.year();
        let is_within = |days: &Self| self.from <= days.from && days.to <= self.to;
        let mut found = years.filter_map(|year| Self::month(year, month)).filter(is_within);
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }

    /// Whether a day is in both.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}

/// Days as somebody says them: a month such as `2026-05`, a year such as `2026`, or days such as `2026-05-01..2026-05-15`.
#[must_use]
pub fn period(text: &str) -> Option<Days> {
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    let days = |text: &str| days_of(text.trim(), Order::DayFirst).or_else(|| year([text]));
    let (first, last) = days(first).zip(days(last))?;
    Days::new(first.from, last.to)
}

/// The year that texts name beside no other.
#[must_use]
pub fn year<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<Days> {
    let years: Vec<i16> = texts.into_iter().flat_map(years).collect();
    let year = *years.first().filter(|first| years.iter().all(|other| other == *first))?;
    Some(Days::month(year, 1)?.hull(Days::month(year, 12)?))
}

/// The years that a text names.
fn years(text: &str) -> Vec<i16> {
    let year = |token| if let Token::Number(year, 4) = token { year_of(year) } else { None };
    tokens(text).into_iter().filter_map(year).collect()
}

/// The number of a month that is named without its year: `1月`, `十二月`, `Jan`, `Januar`.
#[must_use]
pub fn month_alone(text: &str) -> Option<i8> {
    use Token::{Number, Sign, Word};
    let number = match tokens(text).as_slice() {
        [Number(month, 1..=2), Sign('月')] | [Number(month, 1..=2), Sign('月'), Sign('份')] => *month,
        [Word(name)] | [Word(name), Sign('.')] => month_number(name)?,
        signs => names::in_chinese(signs)?,
    };
    i8::try_from(number).ok().filter(|month| (1..=12).contains(month))
}

/// Whether a text is one date and nothing else.
#[must_use]
pub fn is_date(text: &str) -> bool {
    let tokens = tokens(text);
    date_at(&tokens).is_some_and(|(_, length)| without_time(tokens.get(length..).unwrap_or_default()).is_empty())
}

/// Days as [`period`] reads them.
#[must_use]
pub fn as_period(days: Days) -> String {
    let Days { from, to } = days;
    let month = |day: Date| format!("{:04}-{:02}", day.year(), day.month());
    let are_months = from == from.first_of_month() && to == to.last_of_month();
    match are_months {
        true if from.month() == 1 && to.month() == 12 && from.year() == to.year() => from.year().to_string(),
        true if month(from) == month(to) => month(from),
        true => format!("{}..{}", month(from), month(to)),
        false if from == to => from.to_string(),
        false => format!("{from}..{to}"),
    }
}

/// Which number of `3/4/2026` is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The first: 3 April.
    DayFirst,
    /// The second: 4 March.
    MonthFirst,
}

/// A date as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// One that can only be read in one way.
    Sure(Days),
    /// Two numbers and a year, of which either may be the day.
    Open(i8, i8, i16),
}

impl Written {
    /// The order it proves.
    #[must_use]
    pub fn proof(self) -> Option<Order> {
        match self {
            Self::Open(first, second, _) if first > 12 && second <= 12 => Some(Order::DayFirst),
            Self::Open(first, second, _) if second > 12 && first <= 12 => Some(Order::MonthFirst),
            _ => None,
        }
    }

    /// Whether it means another day in the other order.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open(first, second, _) if first != second && first <= 12 && second <= 12)
    }

    /// The days, read in an order; `None` where the calendar has none.
    #[must_use]
    pub fn days(self, order: Order) -> Option<Days> {
        match (self, order) {
            (Self::Sure(days), _) => Some(days),
            (Self::Open(day, month, year), Order::DayFirst) | (Self::Open(month, day, year), Order::MonthFirst) => {
                Date::new(year, month, day).ok().map(Days::one)
            }
        }
    }
}

/// All dates of a text, in order.
#[must_use]
pub fn written(text: &str) -> Vec<Written> {
    let tokens = tokens(text);
    let (mut found, mut rest) = (Vec::new(), tokens.as_slice());
    while !rest.is_empty() {
        let (date, length) = date_at(rest).map_or((None, 1), |(date, length)| (Some(date), length));
        found.extend(date);
        rest = rest.get(length..).unwrap_or_default();
        if date.is_some() {
            rest = without_time(rest);
        }
    }
    found
}

/// The days of a cell: of its date, or from its first date to its last one.
#[must_use]
pub fn days_of(text: &str, order: Order) -> Option<Days> {
    match written(text).as_slice() {
        [one] => one.days(order),
        [first, last] => {
            let (first, last) = (first.days(order)?, last.days(order)?);
            Days::new(first.from, last.to)
        }
        _ => None,
    }
}

/// A piece of a text: a number with the number of its digits, a word, or a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Number(u32, usize),
    Word(String),
    Sign(char),
}

/// Longer texts are no dates; what is around one is not looked at any further.
const LONGEST: usize = 400;

fn tokens(text: &str) -> Vec<Token> {
    let half = half_width(text.get(..text.floor_char_boundary(LONGEST)).unwrap_or_default());
    let mut found = Vec::new();
    let mut chars = half.chars().peekable();
    while let Some(c) = chars.next() {
        let mut taken = String::from(c);
        if c.is_ascii_digit() {
            while let Some(digit) = chars.next_if(char::is_ascii_digit) {
                taken.push(digit);
            }
            found.push(taken.parse().map_or(Token::Sign('#'), |number| Token::Number(number, taken.len())));
        } else if is_letter(c) {
            while let Some(letter) = chars.next_if(|c| is_letter(*c)) {
                taken.push(letter);
            }
            found.push(Token::Word(taken.to_lowercase()));
        } else if c != ' ' {
            found.push(Token::Sign(c));
        }
    }
    found
}

/// Letters of words; each Chinese character is a sign of its own.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && (c as u32) < 0x2e80
}

/// The date that begins here, and of how many pieces.
fn date_at(tokens: &[Token]) -> Option<(Written, usize)> {
    use Token::{Number, Sign, Word};
    let between = |sign: char| matches!(sign, '-' | '/' | '.');
    match *tokens {
        [Number(year, 4), Sign('年'), Sign('第'), Number(week, _), Sign('周'), ..] => {
            Some((week_of(year, week)?, 5))
        }
        [Number(year, 4), Sign('年' | '-'), Number(week, 1..=2), Sign('周'), ..] => Some((week_of(year, week)?, 4)),
        [Number(year, 4), Sign('年'), Number(month, 1..=2), Sign('月'), Number(day, 1..=2), Sign('日' | '号'), ..] => {
            Some((day_of(year, month, day)?, 6))
        }
        [Number(year, 4), Sign('年'), Number(month, 1..=2), Sign('月'), ..] => Some((month_of(year, month)?, 4)),
        [Number(year, 4), Sign(a), Number(month, 1..=2), Sign(b), Number(day, 1..=2), ..] if a == b && between(a) => {
            Some((day_of(year, month, day)?, 5))
        }
        [Number(year, 4), Sign(a), Number(month, 1..=2), ..] if between(a) => Some((month_of(year, month)?, 3)),
        [Number(day, 8), ..] => Some((day_of(day / 10_000, day / 100 % 100, day % 100)?, 1)),
        [Number(hour, 10), ..] => Some((day_of(hour / 1_000_000, hour / 10_000 % 100, hour / 100 % 100)?, 1)),
        [Number(month, 6), ..] => Some((month_of(month / 100, month % 100)?, 1)),
        [Number(first, 1..=2), Sign(a), Number(second, 1..=2), Sign(b), Number(year, digits @ (2 | 4)), ..]
            if a == b && between(a) =>
        {
            Some((numbers(first, second, full_year(year, digits), a)?, 5))
        }
        [Number(month, 1..=2), Sign('/' | '.' | '-'), Number(year, 4), ..] => Some((month_of(year, month)?, 3)),
        [Number(year, 4), Sign('-'), Word(ref w), Number(week, _), ..] if is_week(w) => Some((week_of(year, week)?, 4)),
        [Number(year, 4), Word(ref w), Number(week, _), ..] if is_week(w) => Some((week_of(year, week)?, 3)),
        [Word(ref w), Number(week, 1..=2), Sign(','), Number(year, 4), ..] if is_week(w) => {
            Some((week_of(year, week)?, 4))
        }
        [Word(ref w), Number(week, 1..=2), Sign('/'), Number(year, 4), ..] if is_week(w) => {
            Some((week_of(year, week)?, 4))
        }
        [Word(ref w), Number(week, 1..=2), Number(year, 4), ..] if is_week(w) => Some((week_of(year, week)?, 3)),
        _ => named_month_at(tokens),
    }
}

/// `May 1, 2026`, `1 May 2026`, `1. Mai 2026`, `1er mai 2026`, `1-May-26`, `May 2026`.
fn named_month_at(tokens: &[Token]) -> Option<(Written, usize)> {
    use Token::{Number, Sign, Word};
    let kept: Vec<(usize, &Token)> =
        tokens.iter().enumerate().filter(|(_, token)| !is_filling(token)).take(3).collect();
    let end = |at: usize| kept.get(at).map_or(tokens.len(), |(place, _)| place + 1);
    if !matches!(tokens.first()?, Number(..) | Word(_)) {
        return None;
    }
    match kept.as_slice() {
        [(_, Word(name)), (_, Number(day, 1..=2)), (_, Number(year, 4)), ..] => {
            Some((day_of(*year, month_number(name)?, *day)?, end(2)))
        }
        [(_, Number(day, 1..=2)), (_, Word(name)), (_, Number(year, digits @ (2 | 4))), ..] => {
            Some((day_of(full_year(*year, *digits), month_number(name)?, *day)?, end(2)))
        }
        [(_, Word(name)), (at, Number(year, digits @ (2 | 4))), ..]
            if *digits == 4 || tokens.get(1) == Some(&Sign('-')) =>
        {
            Some((month_of(full_year(*year, *digits), month_number(name)?)?, at + 1))
        }
        [(_, Number(year, 4)), (at, Word(name)), ..] => Some((month_of(*year, month_number(name)?)?, at + 1)),
        _ => None,
    }
}

/// What may stand between the parts of a date with a named month.
fn is_filling(token: &Token) -> bool {
    match token {
        Token::Sign(sign) => matches!(sign, ',' | '.' | '-' | '/'),
        Token::Word(word) => matches!(word.as_str(), "er" | "st" | "nd" | "rd" | "th" | "de" | "of"),
        Token::Number(..) => false,
    }
}

fn numbers(first: u32, second: u32, year: u32, sign: char) -> Option<Written> {
    // Points stand in dates that begin with the day.
    if sign == '.' {
        return day_of(year, second, first);
    }
    let small = |number: u32| i8::try_from(number).ok().filter(|number| (1..=31).contains(number));
    let (first, second) = (small(first)?, small(second)?);
    (first <= 12 || second <= 12).then_some(Written::Open(first, second, year_of(year)?))
}

fn full_year(year: u32, digits: usize) -> u32 {
    if digits == 2 { 2000 + year } else { year }
}

fn year_of(year: u32) -> Option<i16> {
    i16::try_from(year).ok().filter(|year| (1990..=2100).contains(year))
}

fn day_of(year: u32, month: u32, day: u32) -> Option<Written> {
    let date = Date::new(year_of(year)?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(Written::Sure(Days::one(date)))
}

fn month_of(year: u32, month: u32) -> Option<Written> {
    Days::month(year_of(year)?, i8::try_from(month).ok()?).map(Written::Sure)
}

fn week_of(year: u32, week: u32) -> Option<Written> {
    Days::week(year_of(year)?, i8::try_from(week).ok()?).map(Written::Sure)
}

fn is_week(word: &str) -> bool {
    matches!(word, "w" | "week" | "wk" | "kw" | "cw" | "semaine" | "woche")
}

/// What follows the time of day behind a date: `13:00`, `T13:00:00Z`, `7:45 AM`, `13:00-14:00`.
fn without_time(tokens: &[Token]) -> &[Token] {
    use Token::{Number, Sign, Word};
    match tokens {
        [Word(t), rest @ ..] if t == "t" => without_time(rest),
        [Sign('('), _, rest @ ..] if matches!(rest.first(), Some(Sign('周' | '期'))) => rest,
        [Number(_, 1..=2), Sign(':'), Number(..), Sign(':'), Number(..), rest @ ..]
        | [Number(_, 1..=2), Sign(':'), Number(..), rest @ ..] => match rest {
            [Sign('-' | '~'), after @ ..] if matches!(after, [Number(_, 1..=2), Sign(':'), ..]) => without_time(after),
            rest => rest,
        },
        rest => rest,
    }
}

#[cfg(test)]
mod tests;
