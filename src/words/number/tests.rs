use super::*;
use proptest::prelude::*;

fn yuan() -> Currency {
    Currency::default()
}

fn day() -> Date {
    jiff::civil::date(2026, 5, 14)
}

#[test]
fn counts() {
    assert_eq!(count(37_000.0, 0), "37,000");
    assert_eq!(count(1269.5, 1), "1,269.5");
    assert_eq!(count(12.5, 0), "13");
    assert_eq!(count(-0.4, 0), "0");
    assert_eq!(count(-60.0, 0), "\u{2212}60");
    assert_eq!(count(1.005, 2), "1.01");
    assert_eq!(count(f64::NAN, 1), "—");
    assert_eq!(trimmed(2.0, 1), "2");
    assert_eq!(trimmed(14.5, 1), "14.5");
    assert_eq!(trimmed(100.0, 0), "100");
    assert_eq!(signed(157.0, 0), "+157");
    assert_eq!(signed(0.2, 0), "0");
    assert_eq!(signed(-599.0, 0), "\u{2212}599");
    assert_eq!((roi(4.0), roi(290.0 / 11.0)), ("4".into(), "26.36".into()));
}

#[test]
fn money_is_whole_or_has_two_decimals_for_a_whole_table() {
    let amounts = [yuan().parse("40000").unwrap(), yuan().parse("1234.5").unwrap()];
    let decimals = money_decimals(&yuan(), amounts);
    assert_eq!(decimals, 2);
    assert_eq!(amounts.map(|amount| money(&yuan(), amount, decimals)), ["40,000.00", "1,234.50"]);
    assert_eq!(money(&yuan(), amounts[0], money_decimals(&yuan(), [amounts[0]])), "40,000");
    assert_eq!(money(&yuan(), yuan().parse("-0.5").unwrap(), 0), "\u{2212}1");
    assert_eq!(amount(&Currency { code: "JPY".into(), digits: 0 }, Money::from_minor(1234).unwrap()), "1,234");
    let words = Words::of(Language::ZhCn);
    assert_eq!(amount_named(words, &yuan(), amounts[0]), "40,000\u{a0}元");
    assert_eq!(estimate_named(words, &yuan(), amounts[1]), "1,235\u{a0}元");
}

#[test]
fn percents_and_ranges() {
    assert_eq!(percent(Language::En, 0.86, 0), "86\u{a0}%");
    assert_eq!(percent(Language::ZhCn, 0.86, 0), "86%");
    assert_eq!(percent_bare(0.625, 1), "62.5");
    assert_eq!(range("34,230", "40,060"), "34,230–40,060");
}

#[test]
fn short_forms() {
    let short_en = |value| short(Language::En, value);
    assert_eq!([12_000.0, 1_200_000.0, 500.0, 999_999.0].map(short_en), ["12k", "1.2M", "500", "1M"]);
    let short_zh = |value| short(Language::ZhCn, value);
    assert_eq!([30_000.0, 12_000.0, 2e8, 9_000.0].map(short_zh), ["3万", "1.2万", "2亿", "9,000"]);
    assert_eq!(short(Language::En, -24_500_000.0), "\u{2212}24.5M");
}

#[test]
fn dates() {
    let (en, zh) = (Words::of(Language::En), Words::of(Language::ZhCn));
    assert_eq!((date(en, day()), date(zh, day())), ("14 May 2026".into(), "2026年5月14日".into()));
    assert_eq!(date_iso(day()), "2026-05-14");
    assert_eq!((month_short(en, 9), month_short(zh, 9)), ("Sep".into(), "9月".into()));
    let year = Period { start: jiff::civil::date(2026, 1, 1), months: 12 };
    assert_eq!((month_of(en, &year, 8), month_of(zh, &year, 8)), ("Sep".into(), "9月".into()));
    let years = Period { months: 36, ..year };
    assert_eq!((month_of(en, &years, 20), month_of(zh, &years, 20)), ("Sep 2027".into(), "2027年9月".into()));
    assert_eq!((period(en, &year), period(zh, &year)), ("January to December 2026".into(), "2026年1月至12月".into()));
    let odd = Period { start: jiff::civil::date(2026, 4, 15), months: 3 };
    assert_eq!(period(en, &odd), "15 April 2026 to 14 July 2026");
}

#[test]
fn parts_add_up() {
    assert_eq!(rounded_parts(&[1.0 / 3.0; 3], 1.0, 2), [0.34, 0.33, 0.33]);
    assert_eq!(rounded_parts(&[12.5, 12.5], 25.0, 0), [13.0, 12.0]);
    assert_eq!(rounded_parts(&[12.5], 100.0, 0), [13.0]);
    assert!(rounded_parts(&[], 0.0, 0).is_empty());
}

proptest! {
    #[test]
    fn shown_parts_add_up_to_the_shown_total(parts in prop::collection::vec(0.0..1e6_f64, 1..30), decimals in 0_usize..3) {
        let total: f64 = parts.iter().sum();
        let scale = 10_f64.powi(i32::try_from(decimals).unwrap());
        let shown: f64 = rounded_parts(&parts, total, decimals).iter().map(|part| (part * scale).round()).sum();
        prop_assert!((shown - (total * scale).round()).abs() < 0.5);
    }

    #[test]
    fn money_keeps_every_digit(minor in -1_000_000_000_000_i64..1_000_000_000_000, digits in 0_u8..=4) {
        let currency = Currency { code: "XXX".into(), digits };
        let amount = Money::from_minor(minor).unwrap();
        prop_assert_eq!(currency.parse(&money(&currency, amount, usize::from(digits))), Ok(amount));
    }
}

#[test]
fn what_is_counted_whole_is_shown_whole() {
    let shown = [0.0, 0.2, 0.5, 1.4, 1_269.5, f64::NAN].map(expected);
    assert_eq!(shown, ["0", "<1", "1", "1", "1,270", "—"]);
}

#[test]
fn a_chance_reads_well_in_every_sentence() {
    let said = |language, value: f64| {
        let words = Words::of(language);
        let is = chance_is(words, value, &chance_figure(words, value));
        [
            t!(words, "odds-likely", chance = &is),
            t!(words, "overview-reaches-likely", percent = "86%", goal = "", chance = &is),
            t!(words, "window-reaches-likely", percent = "86%", goal = "", chance = &is),
            t!(words, "track-sentence-likely", so_far = "", reached = "86%", chance = &is),
            t!(words, "report-proposal-goal-likely", then = "86%", now = "80%", chance = &is, before = &is),
        ]
    };
    for (value, in_chinese, in_english) in [
        (0.001, "可能性低于 1%", "less than 1\u{a0}%"),
        (0.31, "可能性为 31%", "31\u{a0}%"),
        (0.999, "可能性高于 99%", "more than 99\u{a0}%"),
    ] {
        for sentence in said(Language::ZhCn, value) {
            assert!(sentence.contains(in_chinese), "{sentence}");
            assert!(!["为高", "为低", "为 高", "为 低"].iter().any(|wrong| sentence.contains(wrong)), "{sentence}");
        }
        for sentence in said(Language::En, value) {
            assert!(sentence.contains(in_english), "{sentence}");
        }
    }
    let other = chance_figure(Words::of(Language::En), 1.0);
    assert_eq!((other.as_str(), chance(Words::of(Language::En), 1.0).as_str()), ("99\u{a0}%", "more than 99\u{a0}%"));
}

#[test]
fn every_sentence_that_says_a_chance_is_among_them() {
    // Lists name what a chance is of, so that the bare figure is right there.
    let with_chance = |text: &str| {
        let lines = text.lines().filter(|line| line.contains("{ $chance }") && !line.starts_with("goal-likely-"));
        lines.map(|line| line.split(' ').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    for language in [Language::ZhCn, Language::En] {
        let mut keys: Vec<String> =
            super::super::SUBJECTS.iter().flat_map(|subject| with_chance(subject.text(language))).collect();
        keys.sort();
        let expected = [
            "odds-likely",
            "overview-reaches-likely",
            "report-proposal-goal-likely",
            "track-sentence-likely",
            "window-reaches-likely",
        ];
        assert_eq!(keys, expected, "{language}");
    }
}

#[test]
fn a_number_on_the_way_keeps_what_is_small() {
    let shown = [0.35, -4.256, 38.64, 1_178.63, 46_438.36, 0.0].map(on_the_way);
    assert_eq!(shown, ["0.35", "\u{2212}4.26", "38.6", "1,179", "46,438", "0"]);
}
