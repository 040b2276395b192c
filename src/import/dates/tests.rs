//! Dates in all their writings.

use super::*;
use jiff::civil::date;
use proptest::prelude::*;

fn day(text: &str) -> Option<Days> {
    days_of(text, Order::DayFirst)
}

#[test]
fn a_day_in_every_writing() {
    let fifth = Some(Days::one(date(2026, 5, 3)));
    for text in [
        "2026-05-03",
        "2026/5/3",
        "2026.05.03",
        "20260503",
        "2026年5月3日",
        "2026年05月03日",
        "3.5.2026",
        "03.05.26",
        "03/05/2026",
        "May 3, 2026",
        "Sun, May 3, 2026",
        "3 May 2026",
        "3. Mai 2026",
        "3 mai 2026",
        "3-May-2026",
        "03-May-26",
        "2026-05-03 13:00",
        "2026-05-03T13:00:00Z",
        "2026-05-03 13:00:00",
        "2026-05-03 13:00-14:00",
        "2026050313",
        "2026-05-03(周日)",
        " ２０２６－０５－０３ ",
        "May 3rd, 2026",
        "2026-05-03 00:00:00.000",
    ] {
        assert_eq!(day(text), fifth, "{text}");
    }
    assert_eq!(day("1er mars 2026"), Some(Days::one(date(2026, 3, 1))));
    assert_eq!(day("5 août 2026"), Some(Days::one(date(2026, 8, 5))));
    assert_eq!(day("24. März 2026"), Some(Days::one(date(2026, 3, 24))));
    assert_eq!(days_of("5/3/2026", Order::MonthFirst), fifth);
    assert_eq!(days_of("5/3/26 7:45 AM", Order::MonthFirst), fifth);
}

#[test]
fn weeks_months_and_periods() {
    let may = Days::month(2026, 5);
    for text in [
        "2026-05",
        "2026/05",
        "202605",
        "2026年5月",
        "May 2026",
        "Mai 2026",
        "mai 2026",
        "05/2026",
        "May-26",
        "2026 May",
    ] {
        assert_eq!(day(text), may, "{text}");
    }
    for text in [
        "2026-05-01 - 2026-05-31",
        "2026-05-01至2026-05-31",
        "2026/05/01~2026/05/31",
        "20260501-20260531",
        "May 1, 2026 - May 31, 2026",
        "1. Mai 2026 – 31. Mai 2026",
        "1 mai 2026 - 31 mai 2026",
        "2026年5月1日 - 2026年5月31日",
        "01/05/2026,31/05/2026",
        "2026-05-01 00:00:00 至 2026-05-31 23:59:59",
        "2026-05-01/2026-05-31",
        "01.05.2026-31.05.2026",
    ] {
        assert_eq!(day(text), may, "{text}");
    }
    let week = Days::new(date(2026, 5, 11), date(2026, 5, 17));
    for text in ["2026-W20", "2026年第20周", "Week 20, 2026", "KW 20 2026", "KW 20/2026", "2026W20"] {
        assert_eq!(day(text), week, "{text}");
    }
}

#[test]
fn what_is_no_date() {
    for text in [
        "",
        "--",
        "总计",
        "12",
        "2026",
        "1.5",
        "2026-13-01",
        "2026-02-30",
        "31/31/2026",
        "99999999",
        "Total",
        "1,234.56",
        "2026-05-03 - 2026-05-01",
        "1/2/2026 3/4/2026 5/6/2026",
        "123456789012345678901234567890",
    ] {
        assert_eq!(day(text), None, "{text}");
    }
}

#[test]
fn an_order_is_proven_or_open() {
    let one = |text: &str| written(text)[0];
    assert_eq!((one("13/4/2026").proof(), one("13/4/2026").is_open()), (Some(Order::DayFirst), false));
    assert_eq!((one("4/13/2026").proof(), one("4/13/2026").is_open()), (Some(Order::MonthFirst), false));
    assert_eq!((one("4/5/2026").proof(), one("4/5/2026").is_open()), (None, true));
    assert_eq!((one("4/4/2026").proof(), one("4/4/2026").is_open()), (None, false));
    assert_eq!(one("4/4/2026").days(Order::DayFirst), Some(Days::one(date(2026, 4, 4))));
}

proptest! {
    #[test]
    fn every_day_comes_back(offset in 0i64..40_000, form in 0usize..7) {
        let day_itself = date(1991, 1, 1).checked_add(jiff::Span::new().days(offset)).expect("a day");
        let (y, m, d) = (day_itself.year(), day_itself.month(), day_itself.day());
        let name = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December"][usize::try_from(m).expect("a month") - 1];
        let text = match form {
            0 => format!("{y}-{m:02}-{d:02}"),
            1 => format!("{y}{m:02}{d:02}"),
            2 => format!("{d:02}/{m:02}/{y}"),
            3 => format!("{name} {d}, {y}"),
            4 => format!("{d}. {} {y}", &name[..3]),
            5 => format!("{y}年{m}月{d}日 9:05"),
            _ => format!("{d}.{m}.{y}"),
        };
        prop_assert_eq!(day(&text), Some(Days::one(day_itself)));
    }

    #[test]
    fn a_period_comes_back_as_it_is_written(offset in 0i64..30_000, length in 0i64..100, are_months: bool) {
        let on = |days: i64| date(1991, 1, 1).checked_add(jiff::Span::new().days(days)).expect("a day");
        let days = Days { from: on(offset), to: on(offset + length) };
        let days = if are_months { Days::month_of(days.from).hull(Days::month_of(days.to)) } else { days };
        prop_assert_eq!(period(&as_period(days)), Some(days));
        prop_assert_eq!(days == Days::month_of(days.from), as_period(days).len() == 7);
    }

    #[test]
    fn no_text_stops_it(text in ".{0,60}|[0-9/.年月日 :,-]{0,60}") {
        let _ = (days_of(&text, Order::DayFirst), days_of(&text, Order::MonthFirst));
    }
}
