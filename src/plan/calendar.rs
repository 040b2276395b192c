//! The calendar of the market: on which days business rests there, and when it is busy with something else.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Date, is_default};

/// Which calendar the days of the plan are held against.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarketCalendar {
    /// The one of the plan's currency: the Chinese mainland's for CNY, none for any other.
    #[default]
    OfCurrency,
    /// None.
    None,
    /// The program's own of the Chinese mainland.
    China,
    /// One that came from a file. It lies in the plan, which therefore means the same wherever it is opened.
    Own(Arc<Calendar>),
}

/// A country's days.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// What it is called, in the country's own language.
    pub name: String,
    /// What it is called in English; empty: the same.
    #[serde(default, skip_serializing_if = "is_default")]
    pub english: String,
    /// Where its days are from.
    pub source: String,
    /// The days of the week on which business rests.
    #[serde(default, skip_serializing_if = "is_default")]
    pub weekend: Weekend,
    /// The years it knows.
    #[serde(default, skip_serializing_if = "is_default")]
    pub years: Vec<CalendarYear>,
    /// Seasons that come every year.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rushes: Vec<Rush>,
}

/// The days of the week on which business rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Weekend(pub Vec<Weekday>);

impl Default for Weekend {
    fn default() -> Self {
        Self(vec![Weekday::Saturday, Weekday::Sunday])
    }
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // their names say it
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// What is known of a year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarYear {
    /// The year.
    pub year: i16,
    /// Where its days are from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub source: String,
    /// Only the days that are free by law are known; days around them and working weekends are not announced yet.
    #[serde(default, skip_serializing_if = "is_default")]
    pub by_law_only: bool,
    /// Holidays with the days that go with them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub holidays: Vec<Holiday>,
    /// Days of a weekend that are worked.
    #[serde(default, skip_serializing_if = "is_default")]
    pub workdays: Vec<Date>,
}

/// Days in a row on which business rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// What is celebrated, in the country's own language.
    pub name: String,
    /// The same in English; empty: the same word.
    #[serde(default, skip_serializing_if = "is_default")]
    pub english: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// Days of every year on which the market looks elsewhere and attention is dear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rush {
    /// What it is called, in the country's own language.
    pub name: String,
    /// The same in English; empty: the same word.
    #[serde(default, skip_serializing_if = "is_default")]
    pub english: String,
    /// First day.
    pub from: DayOfYear,
    /// Last day, not before the first.
    pub to: DayOfYear,
}

/// A day of every year, such as `"06-18"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DayOfYear {
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31; it may be one that the month does not have.
    pub day: i8,
}

impl TryFrom<String> for DayOfYear {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let (month, day) = text.split_once('-').ok_or(NO_DAY_OF_YEAR)?;
        let number = |text: &str, most: i8| text.parse().ok().filter(|number| (1..=most).contains(number));
        let (month, day) = number(month, 12).zip(number(day, 31)).ok_or(NO_DAY_OF_YEAR)?;
        Ok(Self { month, day })
    }
}

impl From<DayOfYear> for String {
    fn from(day: DayOfYear) -> Self {
        format!("{:02}-{:02}", day.month, day.day)
    }
}

const NO_DAY_OF_YEAR: &str = "not a month and a day such as \"06-18\"";
