use crate::calc;
use crate::plan::calendar::{Calendar, CalendarYear, DayOfYear, Holiday, Rush, Weekday, Weekend};
use crate::plan::{Currency, Date, Event, Id, MarketCalendar, Period, Plan};

use super::*;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn the_programs_own_calendar_can_be_read_and_is_in_order() {
    let read: Result<Calendar, _> = ron::from_str(include_str!("../../../assets/calendars/china.ron"));
    let calendar = read.unwrap();
    assert_eq!(&calendar, china());
    assert!(problems::is_sound(&calendar));
    for year in &calendar.years {
        let days = |holiday: &Holiday| [holiday.from, holiday.to];
        assert!(year.holidays.iter().flat_map(days).all(|day| day.year() == year.year), "{}", year.year);
        assert!(year.holidays.is_sorted_by_key(|holiday| holiday.from));
        assert!(!year.source.is_empty());
        // A day that is given back is a weekend, and in no holiday.
        for worked in &year.workdays {
            assert_eq!(calendar.kind(*worked), DayKind::WorkingWeekend, "{worked}");
        }
    }
}

/// The law gives 13 days; what a notice moves, it moves day for day.
#[test]
fn days_in_lieu_and_working_weekends_balance() {
    for (year, by_law) in [(2025, 13), (2026, 13)] {
        let calendar = china();
        let first = Date::new(year, 1, 1).unwrap();
        let days = || first.series(jiff::Span::new().days(1)).take_while(move |day| day.year() == year);
        let weekends = days().filter(|day| calendar.weekend.0.contains(&weekday(*day))).count();
        let rest = days().filter(|day| !calendar.kind(*day).is_worked()).count();
        assert_eq!(rest, weekends + by_law, "{year}");
    }
}

#[test]
fn a_day_is_what_the_notice_for_2026_says() {
    let calendar = china();
    let holiday = |text: &str| calendar.holiday(day(text)).map(|holiday| holiday.name.as_str());
    assert_eq!(holiday("2026-02-15"), Some("春节"));
    assert_eq!(holiday("2026-02-23"), Some("春节"));
    assert_eq!(holiday("2026-02-24"), None);
    assert_eq!(holiday("2026-10-07"), Some("国庆节"));
    assert_eq!(calendar.kind(day("2026-02-14")), DayKind::WorkingWeekend);
    assert_eq!(calendar.kind(day("2026-02-24")), DayKind::Workday);
    assert_eq!(calendar.kind(day("2026-03-07")), DayKind::Weekend);
    assert_eq!(calendar.rush(day("2026-11-11")).map(|rush| rush.english.as_str()), Some("11.11 sales"));
    assert_eq!(calendar.rush(day("2026-11-12")), None);
    // Workdays of months as Chinese payrolls count them.
    let workdays = |month: i8| {
        let first = Date::new(2026, month, 1).unwrap();
        calendar.workdays(first, first.last_of_month())
    };
    assert_eq!([1, 2, 4, 5, 9, 10].map(workdays), [21, 16, 21, 19, 22, 18]);
    assert_eq!(calendar.workdays(day("2026-03-02"), day("2026-03-01")), 0);
}

#[test]
fn where_knowledge_ends_is_said() {
    let calendar = china();
    assert_eq!([2024, 2026, 2027].map(|year| calendar.known(year)), [Known::Nothing, Known::Announced, Known::ByLaw]);
}

#[test]
fn the_nearest_day_that_suits_is_a_common_workday_outside_holidays_and_rushes() {
    let calendar = china();
    let nearest = |text: &str| calendar.nearest_that_suits(day(text)).map(|day| day.to_string());
    assert_eq!(nearest("2026-03-04").as_deref(), Some("2026-03-04"));
    // Saturday 14 February is worked, but nothing is put on it.
    assert_eq!(nearest("2026-02-16").as_deref(), Some("2026-02-13"));
    assert_eq!(nearest("2026-02-22").as_deref(), Some("2026-02-24"));
    // 19 to 21 June are free, so that the sales end on the 22nd.
    assert_eq!(nearest("2026-06-17").as_deref(), Some("2026-06-22"));
    let never =
        Calendar { rushes: vec![Rush { from: of_year(1, 1), to: of_year(12, 31), ..rush() }], ..Calendar::default() };
    assert_eq!(never.nearest_that_suits(day("2026-03-04")), None);
}

fn of_year(month: i8, day: i8) -> DayOfYear {
    DayOfYear { month, day }
}

fn rush() -> Rush {
    Rush { name: "sales".to_owned(), english: String::new(), from: of_year(1, 1), to: of_year(1, 1) }
}

/// A search over every day of the years, against the definition.
#[test]
fn no_day_nearer_suits() {
    let calendar = china();
    for (offset, from) in day("2025-01-01").series(jiff::Span::new().days(1)).take(730).enumerate() {
        let found = calendar.nearest_that_suits(from).unwrap();
        let apart = |day: Date| (day - from).get_days().abs();
        let span = i64::from(apart(found));
        let nearer = (1 - span..span).map(|days| from.checked_add(jiff::Span::new().days(days)).unwrap());
        assert!(nearer.clone().all(|day| !calendar.suits(day)), "day {offset}: {found} is not the nearest of {from}");
        assert!(calendar.suits(found));
    }
}

#[test]
fn a_plan_in_cny_has_chinas_calendar_any_other_what_it_says() {
    let mut plan = Plan::blank("P", Period { start: day("2026-01-01"), months: 12 });
    assert_eq!(of(&plan), Some(china()));
    plan.currency = Currency::of_code("USD");
    assert_eq!(of(&plan), None);
    plan.calendar = MarketCalendar::China;
    assert_eq!(of(&plan), Some(china()));
    plan.currency = Currency::default();
    plan.calendar = MarketCalendar::None;
    assert_eq!(of(&plan), None);
}

fn codes(plan: &Plan) -> Vec<(String, &'static str)> {
    let found = calc::report(plan).findings.into_iter();
    let ours = ["on-holiday", "in-rush", "holidays-not-known", "bad-calendar"];
    found
        .filter(|finding| ours.contains(&finding.code()))
        .map(|finding| (finding.place.to_string(), finding.code()))
        .collect()
}

fn with_event_on(date: &str) -> Plan {
    let mut plan = Plan::blank("P", Period { start: day("2026-01-01"), months: 24 });
    let event = Event { date: Some(day(date)), ..Event::new(Id::new("fair"), "Fair") };
    std::sync::Arc::make_mut(&mut plan.events).push(event);
    plan
}

#[test]
fn an_event_in_the_holidays_is_told_where_to_go() {
    assert_eq!(codes(&with_event_on("2026-05-14")), []);
    let place = || "events/fair/date".to_owned();
    assert_eq!(codes(&with_event_on("2026-10-02")), [(place(), "on-holiday")]);
    assert_eq!(codes(&with_event_on("2026-06-10")), [(place(), "in-rush")]);
    let year = ("plan/calendar".to_owned(), "holidays-not-known");
    assert_eq!(codes(&with_event_on("2027-10-01")), [(place(), "on-holiday"), year.clone()]);
    assert_eq!(codes(&with_event_on("2027-03-10")), [year]);
}

#[test]
fn every_day_of_a_plan_is_looked_at() {
    let mut plan = with_event_on("2026-05-14");
    std::sync::Arc::make_mut(&mut plan.handover).decide_by = Some(day("2026-02-17"));
    std::sync::Arc::make_mut(&mut plan.content).seven_s = vec![crate::plan::content::SevenSState {
        kind: crate::plan::content::SevenS::Site,
        state: crate::plan::pyramid::Score::None,
        owner: None,
        next_step: String::new(),
        due: Some(day("2026-05-01")),
    }];
    let expected = ["plan/handover_decide_by", "topics/seven_s"].map(|place| (place.to_owned(), "on-holiday"));
    assert_eq!(codes(&plan), expected);
}

#[test]
fn a_calendar_of_ones_own_counts_and_a_broken_one_is_a_finding() {
    let mut calendar = Calendar {
        name: "Somewhere".to_owned(),
        weekend: Weekend(vec![Weekday::Friday]),
        years: vec![CalendarYear { year: 2026, ..CalendarYear::default() }],
        ..Calendar::default()
    };
    assert_eq!(calendar.kind(day("2026-05-15")), DayKind::Weekend);
    assert_eq!(calendar.kind(day("2026-05-16")), DayKind::Workday);
    let mut plan = with_event_on("2026-05-14");
    plan.calendar = MarketCalendar::Own(calendar.clone().into());
    assert_eq!(codes(&plan), []);
    calendar.rushes.push(Rush { from: of_year(2, 30), to: of_year(2, 31), ..rush() });
    plan.calendar = MarketCalendar::Own(calendar.into());
    assert_eq!(codes(&plan), [("plan/calendar".to_owned(), "bad-calendar")]);
}
