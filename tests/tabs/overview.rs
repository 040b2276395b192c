//! The Overview tab, driven as a person would.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::path::Path;
use std::sync::Arc;

use eframe::egui::{Key, Modifiers};
use egui_kittest::{Harness, kittest::Queryable};
use ripple_planner::app::PlannerApp;
use ripple_planner::app::command::Tab;
use ripple_planner::file;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::actuals::ChannelActual;
use ripple_planner::plan::event::SplitRule;
use ripple_planner::plan::{Channel, Date, Estimate, Money, Plan};
use ripple_planner::t;

fn open(plan: &str, language: Language) -> (tempfile::TempDir, Harness<'static, PlannerApp>) {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = crate::app::Start::with_plan(folder.path(), plan, language).drawn().open();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    harness.run();
    (folder, harness)
}

#[test]
fn the_worked_case_answers_its_questions() {
    let (_folder, harness) = open("worked-case.ron", Language::English);
    for words in [
        "This plan reaches 86\u{a0}% of the revenue goal and is 31\u{a0}% likely to reach it",
        "Yes: 1,500 × 24,000 = 30\u{a0}% × 120,000,000\u{a0}CNY",
        "Lin Yue; nobody yet for distribution, 2 KPIs pull elsewhere",
        "Yes: the same 1,200,000\u{a0}CNY buys 1,065 more registrations",
        "5 parties; we pay 40,000 instead of 100,000, fair to all",
        "ROI 4 → 26.36; eight times in ten between 14 and 51",
        "Launch week peaks 6 days after Developer Day, Hangzhou",
        "Not yet: mend 1 error first",
        "Money, CNY 1,750,000, A 750,000, B 300,000, W 150,000, Ripple 550,000",
    ] {
        assert!(harness.query_by_label(words).is_some(), "{words}");
    }
}

/// The worked case with a quarter of the year over, in which nobody registered anywhere.
fn with_a_bad_quarter(plan: &str) -> Plan {
    let mut plan = file::open(Path::new(env!("CARGO_MANIFEST_DIR")).join("saved_plans").join(plan)).unwrap();
    let months = (0..3).map(|month| plan.period.month_start(month));
    let channels = &plan.allocation.channels;
    let row = |(month, channel): (Date, &Channel)| ChannelActual {
        month,
        channel: channel.id.clone(),
        spend: Some(Money::ZERO),
        registrations: Some(0.0),
        leads: None,
        customers: None,
        revenue: None,
    };
    let rows = months.flat_map(|month| channels.iter().map(move |channel| (month, channel))).map(row).collect();
    Arc::make_mut(&mut plan.actuals).channels = rows;
    plan
}

#[test]
fn results_that_rest_on_what_happened_say_so() {
    for (plan, language, says) in [
        (
            "worked-case.ron",
            Language::English,
            "Months to the end of March count by what happened, as far as it is known; all others by the plan.",
        ),
        ("worked-case.zh-CN.ron", Language::Chinese, "截至3月底的月份按已知的实际结果计入，其余按计划。"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = crate::app::Start::of(folder.path(), &with_a_bad_quarter(plan), language).drawn().open();
        for tab in [Key::Num1, Key::Num2] {
            harness.key_press_modifiers(Modifiers::COMMAND, tab);
            harness.run();
            assert!(harness.query_by_label(says).is_some(), "{says}");
        }
        let reached = harness.state().document().unwrap().report().goal.headline_attainment().unwrap();
        assert!(reached < 0.83, "86 % by the plan; the money that is left buys less in nine months: {reached}");
    }
}

#[test]
fn every_question_leads_to_its_tab() {
    for (link, tab) in [
        ("目标：目标对得上吗？", Tab::Goal),
        ("团队：谁对目标负责？", Tab::Team),
        ("活动：分摊公平吗？", Tab::Allocation),
        ("摘要：可以交付了吗？", Tab::Summary),
    ] {
        let (_folder, mut harness) = open("worked-case.zh-CN.ron", Language::Chinese);
        harness.get_by_label(link).click();
        harness.run();
        assert_eq!(harness.state().tab(), tab);
    }
}

#[test]
fn a_blank_plan_is_told_where_to_begin() {
    let (_folder, mut harness) = open("blank.ron", Language::English);
    assert!(harness.query_by_label("Next: What is the plan to reach?").is_some());
    harness.get_by_label("Set the goal").click();
    harness.run();
    assert_eq!(harness.state().tab(), Tab::Goal);
}

/// A plan in the window, as a change makes it of a saved one.
fn changed(
    saved: &str,
    language: Language,
    change: impl FnOnce(&mut Plan),
) -> (tempfile::TempDir, Harness<'static, PlannerApp>) {
    let folder = tempfile::tempdir().unwrap();
    let start = crate::app::Start::with_plan(folder.path(), saved, language);
    let path = start.plan.clone().unwrap();
    let mut plan = file::open(&path).unwrap();
    change(&mut plan);
    file::save(&path, &plan).unwrap();
    (folder, start.open())
}

#[test]
fn where_there_is_nothing_to_compute_nothing_is_called_good() {
    for (language, saved) in crate::app::WORKED_CASES {
        let words = crate::app::words(language);
        let (_folder, harness) = changed(saved, language, |plan| {
            for channel in &mut Arc::make_mut(&mut plan.allocation).channels {
                channel.spend = Money::ZERO;
            }
            let event = &mut Arc::make_mut(&mut plan.events)[0];
            event.parties.iter_mut().for_each(|party| party.alone = None);
            event.rule = SplitRule::Equal;
            let ripple = &mut Arc::make_mut(&mut plan.ripples)[0];
            ripple.funnel.value = Estimate::exactly(Money::ZERO);
        });
        let fair = t!(words, "overview-events-fair", pay = "");
        assert!(harness.query_by_label_contains(fair.trim()).is_none(), "nobody knows what it would cost alone");
        assert!(harness.query_by_label(&words.text("overview-ripple-nothing")).is_some());
        let (_folder, harness) = changed(saved, language, |plan| {
            for channel in &mut Arc::make_mut(&mut plan.allocation).channels {
                channel.spend = Money::ZERO;
            }
            plan.events = Arc::default();
            plan.ripples = Arc::default();
            Arc::make_mut(&mut plan.team).functions.clear();
        });
        assert!(harness.query_by_label(&words.text("overview-money-none")).is_some());
        assert!(harness.query_by_label_contains(&words.text("overview-team-no-functions")).is_some());
        assert!(harness.query_by_label_contains(&words.text("overview-team-complete")).is_none());
        assert!(harness.query_by_label(&words.text("topics-no-events")).is_some());
    }
}
