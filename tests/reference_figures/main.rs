//! The worked case gives the figures it is documented with, in both languages.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod allocation;
mod goal;
mod ripple;
mod tabs;

use ripple_planner::calc::{self, Report, Severity};
use ripple_planner::file::read_text;
use ripple_planner::plan::{Id, Money, Plan};

const ENGLISH: &str = include_str!("../../saved_plans/worked-case.ron");
const CHINESE: &str = include_str!("../../saved_plans/worked-case.zh-CN.ron");
const BLANK: &str = include_str!("../../saved_plans/blank.ron");

/// The plan in both languages: words differ, figures do not.
fn both() -> [(Plan, Report); 2] {
    [ENGLISH, CHINESE].map(|text| {
        let plan = read_text(text).unwrap();
        let report = calc::report(&plan);
        (plan, report)
    })
}

fn yuan(units: i64) -> Money {
    Money::from_minor(units * 100).unwrap()
}

fn fen(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

/// Equal up to the rounding of sums of floats.
#[track_caller]
fn near(got: f64, given: f64) {
    within(got, given, 1e-9 * given.abs().max(1.0));
}

/// Equal up to half of the last digit that is shown.
#[track_caller]
fn within(got: f64, given: f64, half: f64) {
    assert!((got - given).abs() <= half, "{got} instead of {given}");
}

fn channel<'a>(report: &'a Report, id: &str) -> &'a calc::allocation::ChannelReport {
    report.allocation.channels.iter().find(|row| row.id == Id::new(id)).unwrap()
}

/// Code, place and severity of every finding.
fn findings(report: &Report) -> Vec<(Severity, &'static str, String)> {
    report.findings.iter().map(|one| (one.severity(), one.code(), one.place.to_string())).collect()
}

#[test]
fn the_worked_case_has_exactly_these_findings() {
    use Severity::{Advice, Error, Warning};
    for (_, report) in both() {
        let given = [
            (Error, "nobody-responsible", "team/distribution/assignments"),
            (Warning, "kpi-pulls-away", "team/advertising/kpis"),
            (Warning, "kpi-pulls-away", "team/distribution/kpis"),
            (Warning, "overloaded", "team/zhou-min/capacity"),
            (Warning, "not-carried", "topics/launch-week/peak_day"),
            (Advice, "kpi-unlinked", "team/loyalty/kpis"),
            (Advice, "level-short", "pyramid/level"),
            (Advice, "better-split", "allocation/suggestion"),
        ];
        assert_eq!(findings(&report), given.map(|(severity, code, place)| (severity, code, place.to_owned())));
    }
}

#[test]
fn the_blank_plan_gets_one_advice_each_on_four_tabs() {
    let report = calc::report(&read_text(BLANK).unwrap());
    let given = [
        ("goal-not-stated", "goal/statement"),
        ("no-team", "team/people"),
        ("no-assessment", "pyramid/assessments"),
        ("no-channels", "allocation/channels"),
    ];
    assert_eq!(findings(&report), given.map(|(code, place)| (Severity::Advice, code, place.to_owned())));
}
