//! What can be said of the days of the market's calendar, wherever days are drawn or chosen.

use crate::calc::calendar::{DayKind, Known};
use crate::plan::Date;
use crate::plan::calendar::{Calendar, Holiday, Rush};
use crate::t;
use crate::words::{Words, names, number};

/// What days are chosen and drawn with.
#[derive(Clone, Copy)]
pub struct Almanac<'a> {
    /// Words in the person's language.
    pub words: &'static Words,
    /// The market's calendar, if the plan has one.
    pub calendar: Option<&'a Calendar>,
    /// Today.
    pub today: Date,
}

/// What is seen of a day.
pub struct Look<'a> {
    /// What business does.
    pub kind: DayKind<'a>,
    /// The season in which the market looks elsewhere.
    pub rush: Option<&'a Rush>,
    /// A letter or two in its corner.
    pub mark: String,
}

/// Days in a row with a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch<'a> {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// The holiday's or the season's.
    pub name: &'a str,
    /// Whether business rests; otherwise it is a season.
    pub rests: bool,
}

impl<'a> Almanac<'a> {
    /// What is seen of a day.
    #[must_use]
    pub fn look(&self, day: Date) -> Look<'a> {
        let kind = self.calendar.map_or(DayKind::Workday, |calendar| calendar.kind(day));
        let mark = match kind {
            DayKind::Holiday(_) => self.words.text("calendar-mark-rest"),
            DayKind::WorkingWeekend => self.words.text("calendar-mark-work"),
            DayKind::Workday | DayKind::Weekend => String::new(),
        };
        Look { kind, rush: self.calendar.and_then(|calendar| calendar.rush(day)), mark }
    }

    /// A day in words, with what it is beside a day of the week.
    #[must_use]
    pub fn day_name(&self, day: Date, look: &Look<'a>) -> String {
        let date = number::date(self.words, day);
        let of = |occasion: &str| t!(self.words, "calendar-day-of", day = &date, occasion = occasion);
        match (look.kind, look.rush) {
            (DayKind::Holiday(holiday), _) => of(self.holiday_name(holiday)),
            (DayKind::WorkingWeekend, _) => t!(self.words, "calendar-day-worked", day = date),
            (_, Some(rush)) => of(self.rush_name(rush)),
            _ => date,
        }
    }

    /// Holidays and seasons with a day between two days, both included, by their first days.
    #[must_use]
    pub fn stretches(&self, from: Date, to: Date) -> Vec<Stretch<'a>> {
        let Some(calendar) = self.calendar else { return Vec::new() };
        let holidays = calendar.holidays(from, to).map(|holiday| Stretch {
            from: holiday.from,
            to: holiday.to,
            name: self.holiday_name(holiday),
            rests: true,
        });
        let rushes = calendar.rushes(from, to);
        let rushes = rushes.map(|(rush, from, to)| Stretch { from, to, name: self.rush_name(rush), rests: false });
        let mut stretches: Vec<Stretch<'a>> = holidays.chain(rushes).collect();
        stretches.sort_by_key(|stretch| stretch.from);
        stretches
    }

    /// A stretch in words: `1 to 5 May  Labour Day`.
    #[must_use]
    pub fn stretch_words(&self, stretch: &Stretch<'_>) -> String {
        let shown = |day| number::day_and_month(self.words, day);
        let (from, to) = (shown(stretch.from), shown(stretch.to));
        let days = if stretch.from == stretch.to { from } else { number::range(&from, &to) };
        format!("{days}  {}", stretch.name)
    }

    /// What there is to know of the days between two days, a line each: how many are worked, holidays and seasons; and
    /// where nothing is known. Nothing without a calendar.
    #[must_use]
    pub fn notes(&self, from: Date, to: Date) -> Vec<String> {
        let Some(calendar) = self.calendar else { return Vec::new() };
        let mut notes = vec![t!(self.words, "calendar-workdays", days = calendar.workdays(from, to))];
        notes.extend(self.stretches(from, to).iter().map(|stretch| self.stretch_words(stretch)));
        let worked: Vec<String> =
            calendar.working_weekends(from, to).map(|day| number::day_and_month(self.words, day)).collect();
        if !worked.is_empty() {
            notes.push(t!(self.words, "calendar-worked", days = worked.join(&self.words.text("calendar-and"))));
        }
        notes.extend(self.not_known(from.year()));
        notes
    }

    /// That a year is not known, or only in part; nothing without a calendar.
    #[must_use]
    pub fn not_known(&self, year: i16) -> Option<String> {
        match self.calendar?.known(year) {
            Known::Announced => None,
            Known::ByLaw => Some(self.words.text("calendar-by-law")),
            Known::Nothing => Some(self.words.text("calendar-not-known")),
        }
    }

    fn holiday_name(&self, holiday: &'a Holiday) -> &'a str {
        names::local(self.words.language(), (&holiday.name, &holiday.english))
    }

    fn rush_name(&self, rush: &'a Rush) -> &'a str {
        names::local(self.words.language(), (&rush.name, &rush.english))
    }
}

impl Look<'_> {
    /// Whether there is more to say of the day than its date.
    #[must_use]
    pub fn is_special(&self) -> bool {
        self.rush.is_some() || matches!(self.kind, DayKind::Holiday(_) | DayKind::WorkingWeekend)
    }
}
