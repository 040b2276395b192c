//! What is typed is read as it is meant.

use super::*;
use crate::words::Language;

fn yuan(text: &str) -> Result<i64, Problem> {
    money(text, &Currency::default()).map(Money::minor)
}

#[test]
fn numbers_as_people_type_them() {
    let ok = [
        ("1,269.5", 1269.5),
        ("\u{ff11}\u{ff12}\u{ff0c}\u{ff10}\u{ff10}\u{ff10}", 12_000.0),
        (" 12 000 ", 12_000.0),
        ("1.2万", 12_000.0),
        ("2亿", 2e8),
        ("12k", 12_000.0),
        ("1.2M", 1_200_000.0),
        ("\u{2212}3", -3.0),
        ("-3", -3.0),
    ];
    for (text, value) in ok {
        assert_eq!(number(text), Ok(value), "{text}");
    }
    for text in ["", "twelve", "1e9", "inf", "NaN", ".", "1.2.3", "5%"] {
        assert!(number(text).is_err(), "{text}");
    }
    assert_eq!(count("-3"), Err(Problem::Negative("-3".into())));
    assert_eq!((whole("12"), whole("1.5").is_err(), whole("9999万").is_ok()), (Ok(12), true, true));
}

#[test]
fn rates_with_and_without_their_sign() {
    for text in ["5.5%", "5.5", "5.5 %", "\u{ff15}.\u{ff15}\u{ff05}"] {
        assert_eq!(rate(text), Ok(0.055), "{text}");
    }
    assert_eq!(rate("120"), Err(Problem::RateOutside("120".into())));
    assert!(rate("2%..5%").is_err());
}

#[test]
fn money_is_exact() {
    assert_eq!(yuan("150,000.00"), Ok(15_000_000));
    assert_eq!(yuan("15万"), Ok(15_000_000));
    assert_eq!(yuan("1.23456万"), Ok(1_234_560));
    assert_eq!(yuan("0.1k"), Ok(10_000));
    assert_eq!(yuan("1.234"), Err(Problem::TooManyDigits(2)));
    assert_eq!(yuan("-5"), Err(Problem::Negative("-5".into())));
    assert!(yuan("9999999万亿").is_err() && yuan("万").is_err() && yuan("").is_err());
}

#[test]
fn ranges_in_every_writing() {
    for text in [
        "150..300",
        "150–300",
        "150~300",
        "150～300",
        "150 至 300",
        "150-300",
        "150 to 300",
        "(150..300)",
        "150至300",
        "１５０～３００",
        "１５０至３００",
        "150 ～ 300",
    ] {
        assert_eq!(estimate(text), Ok(Estimate::between(212.0, 150.0, 300.0)), "{text}");
    }
    assert_eq!(estimate("3~5万").unwrap().range, Some(Range { low: 30_000.0, high: 50_000.0 }));
    assert_eq!(estimate("500..1k").unwrap().range, Some(Range { low: 500.0, high: 1_000.0 }));
    assert_eq!(estimate("200（150～300）"), Ok(Estimate::between(200.0, 150.0, 300.0)));
    assert_eq!(rate_estimate("2..5%"), Ok(Estimate::between(0.0317, 0.02, 0.05)));
    for text in ["2%..5%", "２％～５％", "2%~5%", "2%至5%", "2％～5％", "２～５％", "２％〜５％", "2 % .. 5 %"]
    {
        assert_eq!(rate_estimate(text), Ok(Estimate::between(0.0317, 0.02, 0.05)), "{text}");
    }
    assert_eq!(rate_estimate("3%"), Ok(Estimate::exactly(0.03)));
    let value = money_estimate("1.7万..2.38万", &Currency::default()).unwrap();
    assert_eq!(value.likely, Currency::default().parse("20100").unwrap());
}

#[test]
fn a_field_reads_back_what_it_shows() {
    let estimates = [Estimate::exactly(0.055), Estimate::between(0.055, 0.044, 0.069)];
    for estimate in estimates {
        assert_eq!(rate_estimate(&write_rate_estimate(&estimate)), Ok(estimate));
    }
    assert_eq!(write_rate_estimate(&estimates[1]), "5.5% (4.4%..6.9%)");
    let people = Estimate::between(1_200.0, 840.0, 1_680.0);
    assert_eq!(super::estimate(&write_estimate(&people)), Ok(people));
}

#[test]
fn problems_say_what_to_write() {
    let problem = estimate("1,680..840").unwrap_err();
    let say = |language| problem.say(Words::of(language));
    assert_eq!(say(Language::En), "Low end 1,680 is above the high end 840; write the smaller one first");
    assert_eq!(say(Language::ZhCn), "下限 1,680 高于上限 840；请把较小的数写在前面");
    let digits = Problem::TooManyDigits(2).say(Words::of(Language::En));
    assert_eq!(digits, "This currency has at most 2 digits after the point; round the amount");
    assert!(estimate("5 (1..2)").is_err_and(|problem| matches!(problem, Problem::LikelyOutside(..))));
}

#[test]
fn dates_in_every_writing() {
    let day = jiff::civil::date(2026, 5, 14);
    for text in ["2026-05-14", "2026/5/14", "2026年5月14日", "2026.5.14", "２０２６年５月１４日", "2026 年 5 月 14 日"]
    {
        assert_eq!(date(text), Ok(day), "{text}");
    }
    for text in ["", "14.5.2026", "2026-02-30", "May", "26/5/14"] {
        assert!(date(text).is_err(), "{text}");
    }
}
