//! The plans that come with the program, as text.

use crate::words::Language;

/// A plan in which nothing is stated yet.
pub const BLANK: &str = include_str!("../../saved_plans/blank.ron");

/// The worked case, to learn from.
#[must_use]
pub const fn worked_case(language: Language) -> &'static str {
    match language {
        Language::ZhCn => include_str!("../../saved_plans/worked-case.zh-CN.ron"),
        Language::En => include_str!("../../saved_plans/worked-case.ron"),
    }
}

/// The worked case with what happened in its first five months.
#[must_use]
pub const fn tracked_case(language: Language) -> &'static str {
    match language {
        Language::ZhCn => include_str!("../../saved_plans/worked-case-track.zh-CN.ron"),
        Language::En => include_str!("../../saved_plans/worked-case-track.ron"),
    }
}
