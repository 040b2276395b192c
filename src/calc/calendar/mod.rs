//! What a day is in the market's calendar: worked or not, in a rush or not, and the nearest day that suits.

pub mod problems;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use crate::plan::calendar::{Calendar, CalendarYear, DayOfYear, Holiday, MarketCalendar, Rush, Weekday};
use crate::plan::{Date, Plan};

/// The program's own calendar. The tests hold that it can be read.
static CHINA: LazyLock<Calendar> =
    LazyLock::new(|| ron::from_str(include_str!("../../../assets/calendars/china.ron")).unwrap_or_default());

/// The currency that stands for China's market where the plan names no calendar.
const CHINAS_CURRENCY: &str = "CNY";

/// So far a day that suits is looked for, in days: further off it would be another plan.
const FARTHEST: i64 = 45;

/// The calendar the days of a plan are held against.
#[must_use]
pub fn of(plan: &Plan) -> Option<&Calendar> {
    match &plan.calendar {
        MarketCalendar::OfCurrency => (plan.currency.code == CHINAS_CURRENCY).then(china),
        MarketCalendar::None => None,
        MarketCalendar::China => Some(china()),
        MarketCalendar::Own(calendar) => Some(calendar),
    }
}

/// The calendar of the Chinese mainland.
#[must_use]
pub fn china() -> &'static Calendar {
    &CHINA
}

/// What business does on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind<'c> {
    /// It works.
    Workday,
    /// It works, though it is a weekend.
    WorkingWeekend,
    /// It rests, as every weekend.
    Weekend,
    /// It rests for a holiday, weekends between included.
    Holiday(&'c Holiday),
}

impl DayKind<'_> {
    /// Whether business works.
    #[must_use]
    pub fn is_worked(self) -> bool {
        matches!(self, Self::Workday | Self::WorkingWeekend)
    }
}

/// How much is known of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// All of it.
    Announced,
    /// Only the days that are free by law.
    ByLaw,
    /// Nothing.
    Nothing,
}

impl Calendar {
    fn year(&self, year: i16) -> Option<&CalendarYear> {
        self.years.iter().find(|known| known.year == year)
    }

    /// How much is known of a year.
    #[must_use]
    pub fn known(&self, year: i16) -> Known {
        match self.year(year) {
            Some(known) if known.by_law_only => Known::ByLaw,
            Some(_) => Known::Announced,
            None => Known::Nothing,
        }
    }

    /// What business does on a day, as far as its year is known.
    #[must_use]
    pub fn kind(&self, day: Date) -> DayKind<'_> {
        if let Some(holiday) = self.holiday(day) {
            return DayKind::Holiday(holiday);
        }
        let is_weekend = self.weekend.0.contains(&weekday(day));
        match (is_weekend, self.years.iter().any(|year| year.workdays.contains(&day))) {
            (true, true) => DayKind::WorkingWeekend,
            (true, false) => DayKind::Weekend,
            (false, _) => DayKind::Workday,
        }
    }

    /// The holiday a day belongs to.
    #[must_use]
    pub fn holiday(&self, day: Date) -> Option<&Holiday> {
        self.years.iter().flat_map(|year| &year.holidays).find(|holiday| (holiday.from..=holiday.to).contains(&day))
    }

    /// The rush a day lies in.
    #[must_use]
    pub fn rush(&self, day: Date) -> Option<&Rush> {
        let day = DayOfYear { month: day.month(), day: day.day() };
        self.rushes.iter().find(|rush| (rush.from..=rush.to).contains(&day))
    }

    /// Whether something can be put on a day: a common workday, in no rush.
    #[must_use]
    pub fn suits(&self, day: Date) -> bool {
        self.kind(day) == DayKind::Workday && self.rush(day).is_none()
    }

    /// The nearest day that suits, the earlier of two; `None` where none lies within a month and a half.
    #[must_use]
    pub fn nearest_that_suits(&self, day: Date) -> Option<Date> {
        let at = |days: i64| jiff::Span::new().try_days(days).and_then(|span| day.checked_add(span)).ok();
        (0..=FARTHEST).flat_map(|days| [at(-days), at(days)]).flatten().find(|day| self.suits(*day))
    }

    /// How many days are worked from one to another, both included; 0 where the last is before the first.
    #[must_use]
    pub fn workdays(&self, from: Date, to: Date) -> usize {
        days(from, to).filter(|day| self.kind(*day).is_worked()).count()
    }

    /// How many days are no weekend, whatever is announced for them, both included.
    #[must_use]
    pub fn weekdays(&self, from: Date, to: Date) -> usize {
        days(from, to).filter(|day| !self.weekend.0.contains(&weekday(*day))).count()
    }

    /// Holidays with a day between two days, both included, in the order of the calendar.
    pub fn holidays(&self, from: Date, to: Date) -> impl Iterator<Item = &Holiday> {
        self.years
            .iter()
            .flat_map(|year| &year.holidays)
            .filter(move |holiday| holiday.from <= to && holiday.to >= from)
    }

    /// Weekend days that are worked between two days, both included.
    pub fn working_weekends(&self, from: Date, to: Date) -> impl Iterator<Item = Date> {
        let days = self.years.iter().flat_map(|year| &year.workdays).copied();
        days.filter(move |day| (from..=to).contains(day) && self.kind(*day) == DayKind::WorkingWeekend)
    }

    /// Rushes with a day between two days, both included, each with its days.
    pub fn rushes(&self, from: Date, to: Date) -> impl Iterator<Item = (&Rush, Date, Date)> {
        let years = from.year()..=to.year();
        let of = move |year: i16| self.rushes.iter().filter_map(move |rush| days_of(rush, year));
        years.flat_map(of).filter(move |(_, first, last)| *first <= to && *last >= from)
    }
}

fn days(from: Date, to: Date) -> impl Iterator<Item = Date> {
    from.series(jiff::Span::new().days(1)).take_while(move |day| *day <= to)
}

/// The days of a rush in a year, unless a date of it does not exist.
fn days_of(rush: &Rush, year: i16) -> Option<(&Rush, Date, Date)> {
    let day = |day: DayOfYear| Date::new(year, day.month, day.day).ok();
    Some((rush, day(rush.from)?, day(rush.to)?))
}

fn weekday(day: Date) -> Weekday {
    match day.weekday() {
        jiff::civil::Weekday::Monday => Weekday::Monday,
        jiff::civil::Weekday::Tuesday => Weekday::Tuesday,
        jiff::civil::Weekday::Wednesday => Weekday::Wednesday,
        jiff::civil::Weekday::Thursday => Weekday::Thursday,
        jiff::civil::Weekday::Friday => Weekday::Friday,
        jiff::civil::Weekday::Saturday => Weekday::Saturday,
        jiff::civil::Weekday::Sunday => Weekday::Sunday,
    }
}
