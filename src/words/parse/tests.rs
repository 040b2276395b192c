//! What is typed is read as it is meant.

use proptest::prelude::*;

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
        ("2B", 2e9),
    ];
    for (text, value) in ok {
        assert_eq!(number(text), Ok(value), "{text}");
    }
    for text in ["", "twelve", "1e", "1e9", "1e400", "inf", "NaN", ".", "1.2.3", "5%"] {
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
fn what_commas_may_mean_is_asked() {
    let said = |problem: Problem| Language::ALL.map(|language| problem.say(Words::of(language)));
    let [zh, en] = said(number("1,5").unwrap_err());
    assert_eq!(en, "\"1,5\" is not clear: did you mean 1.5 or 15?");
    assert_eq!(zh, "“1,5” 写法不明确：您要写的是 1.5 还是 15？");
    let [zh, en] = said(yuan("150.000,50").unwrap_err());
    assert!(en.contains("150000.50?") && zh.contains("150000.50？"), "{en} {zh}");
    let [zh, en] = said(yuan("1.5e5").unwrap_err());
    assert!(en.contains("did you mean 150000?") && zh.contains("您要写的是 150000？"), "{en} {zh}");
    let unclear = |problem| matches!(problem, Problem::Unclear(..));
    assert!(rate("1,5%").is_err_and(unclear) && rate_estimate("1%..2,5%").is_err_and(unclear));
    assert!(estimate("1,5..3").is_err_and(unclear) && estimate("3 (1..3,5)").is_err_and(unclear));
    assert!(money_estimate("1,5万", &Currency::default()).is_err_and(unclear) && whole("1,,2").is_err_and(unclear));
    assert_eq!(estimate("1,000..2,000").unwrap().range, Some(Range { low: 1_000.0, high: 2_000.0 }));
}

/// Any number a plan may hold, small and large.
fn shown_number() -> impl Strategy<Value = f64> {
    (0.0..1.0_f64, -2..11_i32, any::<bool>()).prop_map(|(size, power, negative)| {
        let value = number::rounded(size * 10_f64.powi(power), 6);
        if negative { -value } else { value }
    })
}

proptest! {
    #[test]
    fn what_is_shown_is_read_as_the_same_number(value in shown_number(), decimals in 0_usize..=4) {
        let rounded = number::rounded(value, decimals);
        for text in [number::count(value, decimals), number::trimmed(value, decimals), number::signed(value, decimals)] {
            prop_assert_eq!(super::number(&text), Ok(if rounded == 0.0 { 0.0 } else { rounded }), "{}", text);
        }
        prop_assert_eq!(super::number(&number::roi(value)).map(number::roi), Ok(number::roi(value)));
    }

    #[test]
    fn short_forms_are_read_in_both_languages(value in shown_number()) {
        for language in Language::ALL {
            let short = number::short(language, value);
            let read = super::number(&short);
            prop_assert!(read.is_ok(), "{}", short);
            let read = read.unwrap_or_default();
            prop_assert!((read - value).abs() <= 0.006 * value.abs() + 0.006, "{} is {}", short, value);
            prop_assert_eq!(number::short(language, read), short);
        }
    }

    #[test]
    fn rates_are_read_in_both_languages(share in 0.0..=1.0_f64, decimals in 0_usize..=3) {
        for language in Language::ALL {
            let text = number::percent(language, share, decimals);
            prop_assert_eq!(rate(&text).map(|rate| number::percent(language, rate, decimals)), Ok(text.clone()));
        }
        let exact = rate(&number::percent_bare(share, decimals)).unwrap();
        let field = Estimate::exactly(exact);
        prop_assert_eq!(rate_estimate(&write_rate_estimate(&field)), Ok(field));
    }

    #[test]
    fn amounts_are_read_as_they_are_shown(minor in 0_i64..=1_000_000_000_000_000, digits in 0_u8..=4) {
        let currency = Currency { code: "XXX".into(), digits };
        let amount = Money::from_minor(minor).unwrap();
        prop_assert_eq!(money(&number::amount(&currency, amount), &currency), Ok(amount));
        for language in Language::ALL {
            let short = number::short_money(language, &currency, amount);
            let read = money(&short, &currency);
            prop_assert!(read.is_ok() || matches!(read, Err(Problem::TooManyDigits(_))), "{}: {:?}", short, read);
            if let Ok(read) = read {
                prop_assert_eq!(number::short_money(language, &currency, read), short);
            }
        }
    }

    #[test]
    fn ranges_are_read_as_they_are_shown(low in 0.0..1e6_f64, wide in 0.0..1e6_f64, decimals in 0_usize..3) {
        let (low, high) = (number::rounded(low, decimals), number::rounded(low + wide, decimals));
        let text = number::range(&number::count(low, decimals), &number::count(high, decimals));
        prop_assert_eq!(estimate(&text).map(|estimate| estimate.range), Ok(Some(Range { low, high })));
    }

    #[test]
    fn no_field_reads_a_misplaced_comma(whole in "[1-9][0-9]{0,6}", rest in "[0-9]{1,2}|[0-9]{4,6}", tail in "(\\.[0-9]{1,2})?(万|k| %)?") {
        let text = format!("{whole},{rest}{tail}");
        let currency = Currency::default();
        prop_assert!(number(&text).is_err() && count(&text).is_err() && rate(&text).is_err(), "{}", text);
        prop_assert!(money(&text, &currency).is_err() && estimate(&text).is_err(), "{}", text);
        prop_assert!(money_estimate(&format!("1..{text}"), &currency).is_err(), "{}", text);
        prop_assert!(currency.parse(&text).is_err(), "{}", text);
    }
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
    for text in ["", "2026-05-1 4", "2026,05,14", "2026-5--14", "14.5.2026", "2026-02-30", "May", "26/5/14"] {
        assert!(date(text).is_err(), "{text}");
    }
}
