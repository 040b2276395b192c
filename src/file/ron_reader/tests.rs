//! The quick reader and ron side by side: what the quick one accepts, ron accepts too, and as the same plan.

use proptest::prelude::*;
use ron::Options;
use ron::extensions::Extensions;

use super::*;
use crate::file::write_text;
use crate::generated_plans as plans;
use crate::plan::Plan;
use crate::plan::money::with_digits;

const WORKED: &str = include_str!("../../../saved_plans/worked-case.ron");

fn quick(text: &str) -> Result<Plan, NotPlain> {
    with_digits(2, || from_text(text))
}

fn slow(text: &str) -> Option<Plan> {
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    with_digits(2, || options.from_str(text)).ok()
}

/// Written exactly: -0.0 is not 0.0 here.
fn exactly(plan: &Plan) -> String {
    format!("{plan:?}")
}

fn agree(text: &str) -> Result<bool, TestCaseError> {
    let Ok(plan) = quick(text) else { return Ok(false) };
    let Some(same) = slow(text) else { return Err(TestCaseError::fail(format!("ron refuses: {text}"))) };
    prop_assert_eq!(exactly(&plan), exactly(&same));
    Ok(true)
}

/// A text with a place in it changed.
fn changed(text: &str, at: prop::sample::Index, gone: usize, put: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = at.index(chars.len());
    let behind = &chars[(at + gone).min(chars.len())..];
    chars[..at].iter().copied().chain(put.chars()).chain(behind.iter().copied()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn every_written_plan_is_read_quickly_and_as_ron_reads_it(mut plan in plans::plan()) {
        plan.currency.digits = 2;
        let text = write_text(&plan).unwrap();
        prop_assert!(agree(&text)?, "left to ron: {}", text);
        // Not exactly: a field that is -0.0 is left out where 0.0 is, and the two are equal.
        prop_assert_eq!(quick(&text).unwrap(), plan);
    }

    #[test]
    fn what_is_read_of_a_damaged_plan_is_what_ron_reads(
        mut plan in plans::plan(),
        damages in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..3, "[()\\[\\]{}\",:\\\\/*#r0-9e+._ nuxbSome-]{0,3}"), 10),
    ) {
        plan.currency.digits = 2;
        let text = write_text(&plan).unwrap();
        for (at, gone, put) in damages {
            agree(&changed(&text, at, gone, &put))?;
        }
    }
}

/// A word of the worked case put in place of another: what is well-formed but different.
#[test]
fn exchanged_words_are_read_as_ron_reads_them() {
    let others = [
        "inf",
        "NaN",
        "-0",
        "0",
        "007",
        "1_000",
        "1e5",
        "1e999",
        "-1",
        "+1",
        ".5",
        "5.",
        "0x10",
        "1.0f64",
        "true",
        "None",
        "Some(1.0)",
        "Some(None)",
        "()",
        "[]",
        "{}",
        "(likely: 1.0)",
        "Some(likely: 1.0)",
        "inf(likely: 1.0)",
        "Foo(likely: 1.0)",
        "\"1.5\"",
        "r\"1.5\"",
        "\"\\u{31}\\x32\"",
        "'a'",
        "\"a\\\n  b\"",
        "b\"a\"",
        "r#None",
        "// c\n1.0",
        "\"\"",
        "18446744073709551616",
        "9007199254740993",
        "(1.0)",
    ];
    let small = [
        "Plan(format: 1, title: \"t\", period: (start: \"2025-01-01\", months: 3), topics: (carries_from: @))",
        "Plan(format: 1, title: \"t\", period: (start: \"2025-01-01\", months: @))",
        "Plan(format: @, title: \"t\", period: (start: \"2025-01-01\", months: 3,),)",
        "Plan(format: 1, title: @, period: (start: \"2025-01-01\", months: 3))",
        "(format: 1, title: \"t\", period: (start: @, months: 3), goal: (target: (share: @, revenue: @)))",
        "(format: 1, title: \"t\", period: (start: \"2025-01-01\", months: 3), goal: (target: (revenue: @), timing: (class_a: [1, @])))",
        "(format: 1, title: \"t\", period: (start: \"2025-01-01\", months: 3), allocation: (class_a: (close_rate: @, value: \"1\")))",
        "(format: 1, title: \"t\", period: (start: \"2025-01-01\", months: 3), allocation: (class_a: (close_rate: 1, value: @)))",
        "(format: 1, title: \"t\", period: (start: \"2025-01-01\", months: 3), goal: (headline: @))",
        "(format: 1, title: \"t\", period: (start: \"2025-01-01\", months: 3), scenarios: [(id: \"s\", name: \"s\", spend: {\"a\": @})])",
        "(format: 1, title: \"t\", period: (start: \"2025-01-01\", months: 3), content: (circles: {Market: @}))",
        "Plan (format: 1, title: \"t\", period: Period (start: \"2025-01-01\", months: 3), @: 1)",
    ];
    let mut quickly = 0;
    for (text, other) in small.iter().flat_map(|text| others.map(|other| (text, other))) {
        let text = text.replace('@', other);
        quickly += usize::from(agree(&text).unwrap_or_else(|error| panic!("{error}: {text}")));
    }
    assert!(quickly > 20, "only {quickly} were read quickly");
}

#[test]
fn doubled_keys_and_endless_numbers_are_left_to_ron() {
    let start = "(format: 1, title: \"t\", period: (start: \"2025-01-01\", months: 3), ";
    for broken in [
        "scenarios: [(id: \"s\", name: \"s\", spend: {\"a\": 1, \"b\": 1,  \"a\": 1})])",
        "content: (circles: {Market: 1, Market : 2}))",
        "topics: (carries_from: 1e999))",
        "topics: (carries_from: inf))",
    ] {
        let text = format!("{start}{broken}");
        assert!(slow(&text).is_some() && quick(&text).is_err(), "{text}");
    }
}

#[test]
fn the_worked_case_is_read_quickly_however_it_is_laid_out() {
    let plan = quick(WORKED).unwrap();
    for text in [WORKED.replace('\n', "\r\n"), WORKED.replace("    ", "\t"), WORKED.replace(",\n", "\n,")] {
        assert_eq!(quick(&text), Ok(plan.clone()));
    }
    assert_eq!(quick(&format!("// mine\n{WORKED}")), Err(NotPlain));
    assert_eq!(quick(&format!("{WORKED}x")), Err(NotPlain));
}
