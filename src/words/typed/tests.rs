//! What is typed is calculated as an exact fraction, and reads as what it says.

use proptest::prelude::*;

use super::*;
use crate::plan::Money;
use crate::words::parse;

fn yuan() -> Currency {
    Currency::default()
}

fn plain(figure: Entry, typed: &str, present: &str) -> Result<String, Problem> {
    figure.plain(typed, present).map(|plain| plain.text.into_owned())
}

fn amount(typed: &str, present: &str) -> Result<i64, Problem> {
    parse::money(&plain(Entry::money(&yuan()), typed, present)?, &yuan()).map(Money::minor)
}

#[test]
fn numbers_in_chinese_and_with_w() {
    let cases = [
        ("15w", 150_000.0),
        ("1.5W", 15_000.0),
        ("三十万", 300_000.0),
        ("两百五十", 250.0),
        ("两百五", 250.0),
        ("一亿二千万", 120_000_000.0),
        ("1亿2000万", 120_000_000.0),
        ("1.2亿", 120_000_000.0),
        ("3千", 3_000.0),
        ("三千零五", 3_005.0),
        ("三万五", 35_000.0),
        ("三万零五", 30_005.0),
        ("十五", 15.0),
        ("一百一十五", 115.0),
        ("3万5000", 35_000.0),
        ("三万亿", 3e12),
        ("叁拾万", 300_000.0),
        ("三点五万", 35_000.0),
        ("零", 0.0),
        ("１５ｗ", 150_000.0),
        ("一千二百万", 12_000_000.0),
        ("12万", 120_000.0),
    ];
    for (typed, value) in cases {
        let text = plain(Entry::COUNT, typed, "").unwrap();
        assert_eq!(parse::count(&text), Ok(value), "{typed} is {text}");
    }
    assert_eq!(plain(Entry::COUNT, "三~五万", "").as_deref(), Ok("3~5万"));
    assert_eq!(plain(Entry::COUNT, "15w..20w", "").as_deref(), Ok("15万–20万"));
    assert_eq!(plain(Entry::COUNT, "三百到五百", "").as_deref(), Ok("300到500"));
}

#[test]
fn what_is_no_number_in_chinese_stays_as_it_is() {
    for typed in ["3万5", "三五万", "万", "一些", "十百", "三十五十", "low", "wow", "15wk", "一万二万", "三点", "5w w"]
    {
        assert_eq!(plain(Entry::COUNT, typed, "7").as_deref(), Ok(typed));
        assert!(parse::count(typed).is_err(), "{typed}");
    }
}

#[test]
fn calculations_are_exact() {
    let cases = [
        ("=30000*5", 15_000_000),
        ("=(1200+300)/2", 75_000),
        ("＝（１２００＋３００）／２", 75_000),
        ("=0.1+0.2", 30),
        ("=1.2万*3", 3_600_000),
        ("=15w/3", 5_000_000),
        ("=三十万/2", 15_000_000),
        ("=1,200*2", 240_000),
        ("=30000*12%", 360_000),
        ("=30000*(1+10%)", 3_300_000),
        ("=100/3", 3_333),
        ("=200/3", 6_667),
        ("=-(-5)", 500),
        ("=2×3÷4", 150),
        ("=0.005", 1),
        ("=10-2-3", 500),
        ("=12/2/3", 200),
        ("=2+3*4", 1_400),
    ];
    for (typed, minor) in cases {
        assert_eq!(amount(typed, ""), Ok(minor), "{typed}");
    }
    let rounded = |typed| Entry::money(&yuan()).plain(typed, "").unwrap().rounded;
    assert_eq!(["=100/3", "=100/4", "=1/8"].map(rounded), [true, false, true]);
    assert_eq!(plain(Entry::COUNT, "=1/3", "").as_deref(), Ok("0.333333333333333"));
}

#[test]
fn rates_are_shares_in_a_calculation() {
    let rate = |typed, present| parse::rate(&plain(Entry::RATE, typed, present).unwrap());
    assert_eq!(rate("=60/1200", ""), Ok(0.05));
    assert_eq!(rate("=5%+1%", ""), Ok(0.06));
    assert_eq!(rate("12%", "5"), Ok(0.12));
    assert_eq!(rate("+10%", "5.5"), Ok(0.0605));
    assert_eq!(rate("-10%", "5%"), Ok(0.045));
    assert_eq!(rate("+1", "5%"), Ok(0.06));
    assert_eq!(rate("+10%", ""), Ok(0.1));
    assert_eq!(plain(Entry::RATE, "*2", "5.5% (4.4%..6.9%)").as_deref(), Ok("11% (8.8%–13.8%)"));
}

#[test]
fn what_was_there_is_changed() {
    assert_eq!(amount("+10%", "150,000.00"), Ok(16_500_000));
    assert_eq!(amount("-5%", "150,000.00"), Ok(14_250_000));
    assert_eq!(amount("*1.1", "150,000.00"), Ok(16_500_000));
    assert_eq!(amount("/3", "100"), Ok(3_333));
    assert_eq!(amount("+5000", "150,000.00"), Ok(15_500_000));
    assert_eq!(amount("-5000", "150,000.00"), Ok(14_500_000));
    assert_eq!(amount("+1w", "150,000.00"), Ok(16_000_000));
    assert_eq!(amount("+5000", ""), Ok(500_000));
    assert!(matches!(amount("-5000", ""), Err(Problem::Negative(_))));
    assert!(matches!(amount("-5000", "100"), Err(Problem::Negative(_))));
    let of_any_sign = |typed| {
        let text = plain(Entry::signed_money(&yuan()), typed, "-8,000.00").unwrap();
        parse::signed_money(&text, &yuan()).unwrap().minor()
    };
    assert_eq!(["-8,000", "+500", "+10%", "*2"].map(of_any_sign), [-800_000, 50_000, -880_000, -1_600_000]);
    assert_eq!(plain(Entry::COUNT, "*2", "200 (150..300)").as_deref(), Ok("400 (300–600)"));
}

#[test]
fn what_cannot_be_calculated_is_said() {
    let problem = |typed, present| Entry::COUNT.plain(typed, present).unwrap_err();
    for typed in ["=", "=3*", "=(1+2", "=1+2)", "=abc", "*", "*x", "/", "=5 5", "=()", "=3%4"] {
        assert!(matches!(problem(typed, "5"), Problem::Unfinished(_) | Problem::Unclear(..)), "{typed}");
    }
    assert!(matches!(problem("=1,5*2", ""), Problem::Unclear(..)));
    assert!(matches!(problem("=1/0", ""), Problem::ByNothing(_)));
    assert!(matches!(problem("/0", "5"), Problem::ByNothing(_)));
    assert!(matches!(problem("=30000+10%", ""), Problem::PercentOfWhat(_)));
    assert!(matches!(problem("*2", ""), Problem::NothingThere(_)));
    assert!(matches!(problem("+10%", ""), Problem::NothingThere(_)));
    let deep = format!("={}1{}", "(".repeat(40_000), ")".repeat(40_000));
    assert!(matches!(problem(&deep, ""), Problem::TooLarge(_)));
    let long = format!("={}", "9*".repeat(40) + "9");
    assert!(matches!(problem(&long, ""), Problem::TooLarge(_)));
}

/// A calculation as text, and its value as a fraction that is never put in lowest terms.
fn calculation() -> impl Strategy<Value = (String, i128, i128)> {
    let number = (0_i128..10_000, 0_u32..3).prop_map(|(digits, places)| {
        let under = 10_i128.pow(places);
        let (whole, rest) = (digits / under, digits % under);
        let text =
            if places == 0 { whole.to_string() } else { format!("{whole}.{rest:0>width$}", width = places as usize) };
        (text, digits, under)
    });
    number.prop_recursive(2, 4, 2, |inner| {
        (inner.clone(), inner, 0..4_usize).prop_filter_map("nothing to divide by", |((a, n, d), (b, m, e), sign)| {
            let text = format!("({a}{}{b})", ["+", "-", "*", "/"][sign]);
            let (over, under) = match sign {
                0 => (n * e + m * d, d * e),
                1 => (n * e - m * d, d * e),
                2 => (n * m, d * e),
                _ => (n * e, d * m),
            };
            (under != 0).then_some((text, over * under.signum(), under.abs()))
        })
    })
}

proptest! {
    #[test]
    fn money_is_calculated_to_the_last_coin((text, over, under) in calculation(), digits in 0..=4_u8) {
        let currency = Currency { code: "XXX".into(), digits };
        let scaled = over * 10_i128.pow(u32::from(digits));
        // Half away from nothing: twice the remainder against what is below the line.
        let expected = scaled / under + if 2 * (scaled % under).abs() >= under { scaled.signum() } else { 0 };
        let read = plain(Entry::signed_money(&currency), &format!("={text}"), "").unwrap();
        match parse::signed_money(&read, &currency) {
            Ok(amount) => prop_assert_eq!(i128::from(amount.minor()), expected, "{}", text),
            Err(problem) => prop_assert!(matches!(problem, Problem::TooLarge(_)) && expected.abs() > 1_000_000_000_000_000),
        }
        let rounded = Entry::signed_money(&currency).plain(&format!("={text}"), "").unwrap().rounded;
        prop_assert_eq!(rounded, scaled % under != 0);
    }

    #[test]
    fn what_is_read_strictly_stays_as_it_is(text in "[0-9]{1,9}(\\.[0-9]{1,2})?(万|亿|千|k|M| %)?", present in "[0-9]{0,5}") {
        prop_assert_eq!(plain(Entry::RATE, &text, &present), Ok(text));
    }

    #[test]
    fn numerals_are_read_as_their_number(number in 1_u64..1_000_000_000_000) {
        let text = plain(Entry::COUNT, &in_chinese(number), "").unwrap();
        #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
        let expected = number as f64;
        prop_assert_eq!(parse::number(&text), Ok(expected), "{} {}", in_chinese(number), text);
    }

    #[test]
    fn adding_and_taking_away_leaves_what_was_there(minor in 0_i64..1_000_000_000, more in 1_i64..1_000_000_000) {
        let shown = |minor: i64| yuan().plain(Money::from_minor(minor).unwrap());
        let there = amount(&format!("+{}", shown(more)), &shown(minor)).unwrap();
        prop_assert_eq!(amount(&format!("-{}", shown(more)), &shown(there)), Ok(minor));
    }
}

/// A number as it is said in Chinese, digit by digit.
fn in_chinese(number: u64) -> String {
    let below_ten_thousand = |number: u64| {
        let mut said = String::new();
        let mut gap = false;
        for (size, unit) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = usize::try_from(number / size % 10).unwrap();
            if digit == 0 {
                gap = !said.is_empty();
                continue;
            }
            if std::mem::take(&mut gap) {
                said.push('零');
            }
            said.extend(["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"].get(digit).copied());
            said.push_str(unit);
        }
        said
    };
    let mut said = String::new();
    for (size, unit) in [(100_000_000, "亿"), (10_000, "万"), (1, "")] {
        let part = number / size % 10_000;
        if part > 0 {
            if !said.is_empty() && part < 1_000 {
                said.push('零');
            }
            said.push_str(&below_ten_thousand(part));
            said.push_str(unit);
        }
    }
    said
}
