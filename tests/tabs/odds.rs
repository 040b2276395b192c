//! The odds wherever the window shows them, in both languages, and how they follow what is typed.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use crate::app::{Start, WORKED_CASES, plan};
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::{Harness, kittest::Queryable};
use ripple_planner::app::PlannerApp;
use ripple_planner::file::settings::Language;
use ripple_planner::plan::Range;

type Window = Harness<'static, PlannerApp>;

fn open(folder: &tempfile::TempDir, language: Language, plan: &str, tab: Key) -> Window {
    let mut harness = Start::with_plan(folder.path(), plan, language).drawn().open();
    show(&mut harness, tab);
    harness
}

fn show(harness: &mut Window, tab: Key) {
    harness.key_press_modifiers(Modifiers::COMMAND, tab);
    harness.run();
}

/// Whether some words stand somewhere in the window.
fn says(harness: &Window, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

fn type_into(harness: &mut Window, field: &str, text: &str) {
    harness.get_by_role_and_label(Role::TextInput, field).focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, field).type_text(text);
    harness.run();
}

const TABS: [Key; 4] = [Key::Num1, Key::Num2, Key::Num5, Key::Num6];

#[test]
fn every_page_says_how_likely_the_goal_is() {
    let expected: [[&[&str]; 4]; 2] = [
        [
            &[
                "31\u{a0}% likely to reach it",
                "come from 20,000 draws",
                "P10 24,4",
                "eight times in ten between 14 and 51",
            ],
            &[
                "31\u{a0}% likely to reach it",
                "likely: customers less than 1\u{a0}%, revenue 31\u{a0}%, share 24\u{a0}%",
            ],
            &["34,340–40,160", "32,340–38,130", "27,390–32,980"],
            &["20,000 draws, ±0.3 points", "The 4 inputs of sharing explain", "Moves its ROI most"],
        ],
        [
            &["达成的可能性为 31%", "来自 20,000 次抽取", "P10 24,4", "十次中有八次在 14 与 51 之间"],
            &["达成的可能性为 31%", "客户数 低于 1%，贡献收入 31%，占比 24%"],
            &["34,340–40,160", "32,340–38,130", "27,390–32,980"],
            &["抽取 20,000 次，±0.3 个百分点", "4 项分享输入解释了", "对投入产出比影响最大"],
        ],
    ];
    for ((language, saved), expected) in WORKED_CASES.into_iter().zip(expected) {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved, Key::Num1);
        for (tab, words) in TABS.into_iter().zip(expected) {
            show(&mut harness, tab);
            for words in words {
                assert!(says(&harness, words), "{words} is not on {tab:?}");
            }
        }
    }
}

#[test]
fn an_estimate_that_moves_the_plan_leads_to_its_field() {
    for ((language, saved), name) in WORKED_CASES.into_iter().zip(["Lead rate off site: 22", "场外线索率：占波动的 22"])
    {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved, Key::Num6);
        harness.get_by_label_contains(name).click();
        harness.run();
        let field = if language == Language::Chinese { "场外线索率 %" } else { "Off-site lead rate, %" };
        assert!(harness.get_by_role_and_label(Role::TextInput, field).is_focused());
    }
}

#[test]
fn odds_follow_what_is_typed_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, Language::English, "worked-case.ron", Key::Num6);
    assert!(says(&harness, "31\u{a0}% likely to reach it"));
    type_into(&mut harness, "90 % range of Sharers", "90..300");
    assert_eq!(plan(&harness).ripples[0].share.unwrap().sharers.range, Some(Range { low: 90.0, high: 300.0 }));
    assert!(!says(&harness, "31\u{a0}% likely to reach it") && says(&harness, "likely to reach it"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert!(says(&harness, "31\u{a0}% likely to reach it"));
}

#[test]
fn full_width_ranges_are_ranges() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, Language::Chinese, "worked-case.zh-CN.ron", Key::Num6);
    type_into(&mut harness, "线索率 %的 90% 区间", "５％～２０％");
    assert_eq!(plan(&harness).ripples[0].funnel.lead_rate.range, Some(Range { low: 0.05, high: 0.2 }));
}

#[test]
fn what_stands_below_can_be_switched() {
    for (language, saved) in WORKED_CASES {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved, Key::Num6);
        let (sharing, per_customer, odds) = match language {
            Language::Chinese => ("分享带来什么", "每个客户", "整个规划的可能性"),
            _ => ("What sharing adds", "Per customer", "Odds of the whole plan"),
        };
        assert!(!says(&harness, per_customer));
        harness.get_by_role_and_label(Role::RadioButton, sharing).click();
        harness.run();
        assert!(says(&harness, per_customer));
        harness.get_by_role_and_label(Role::RadioButton, odds).click();
        harness.run();
        assert!(!says(&harness, per_customer));
    }
}

#[test]
fn a_narrow_window_shows_one_of_the_two_at_the_right() {
    let folder = tempfile::tempdir().unwrap();
    let start =
        Start { size: [1280.0, 720.0], ..Start::with_plan(folder.path(), "worked-case.ron", Language::English) };
    let mut harness = start.open();
    show(&mut harness, Key::Num6);
    assert!(!says(&harness, "inputs of sharing explain"));
    harness.get_by_role_and_label(Role::RadioButton, "What moves it").click();
    harness.run();
    assert!(says(&harness, "inputs of sharing explain"));
}

#[test]
fn without_a_range_no_odds_are_claimed() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, Language::English, "blank.ron", Key::Num6);
    harness.get_by_role_and_label(Role::Button, "Add the first ripple").click();
    harness.run();
    assert!(says(&harness, "Beside a number, write how low and how high it may be"));
    for tab in TABS {
        show(&mut harness, tab);
        assert!(!says(&harness, "likely to reach it"), "{tab:?}");
    }
}

#[test]
fn the_summary_has_the_same_odds() {
    for ((language, saved), words) in
        WORKED_CASES.into_iter().zip(["Drawn 20,000 times from 23", "按 23 项带 90% 区间的估计抽取 20,000 次"])
    {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved, Key::Num9);
        assert!(says(&harness, words));
        let part = if language == Language::Chinese { "可能性" } else { "Odds" };
        harness.get_by_role_and_label(Role::CheckBox, part).click();
        harness.run();
        assert!(!says(&harness, words));
    }
}

#[test]
fn passing_it_on_is_said_in_words() {
    let cases = [
        (
            "Passed on again, %",
            [
                "Each 10 people reached bring 7 more: it fades, and after 7 rounds nine in ten",
                "Each 10 people reached bring 12 more: it grows without end",
                "Each 10 people reached bring 10 more: on average every round is as large as the last",
                "Each 1,000 people reached bring 5 more: it fades, and after 1 round nine in ten",
                "Each 1,000 people reached bring 995 more: it fades, and after 460 rounds nine in ten",
            ],
            "Audience limit",
            "Each 10 people reached bring 15 more: it ends when about 30,100 of 40,000 are reached",
        ),
        (
            "再次转发率 %",
            [
                "每触达 10 人再带来 7 人：逐渐消退，7 轮后已触达九成",
                "每触达 10 人再带来 12 人：无止境地扩大",
                "每触达 10 人再带来 10 人：平均每一轮都与上一轮一样多",
                "每触达 1,000 人再带来 5 人：逐渐消退，1 轮后已触达九成",
                "每触达 1,000 人再带来 995 人：逐渐消退，460 轮后已触达九成",
            ],
            "受众上限",
            "每触达 10 人再带来 15 人：触达约 30,100 人后停止（上限 40,000 人）",
        ),
    ];
    for ((language, saved), (field, sentences, limit, ends)) in WORKED_CASES.into_iter().zip(cases) {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(&folder, language, saved, Key::Num6);
        for (rate, sentence) in ["1.4", "2.4", "2", "0.01", "1.99"].into_iter().zip(sentences) {
            type_into(&mut harness, field, rate);
            assert!(says(&harness, sentence), "{sentence}");
            harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        }
        type_into(&mut harness, field, "3");
        type_into(&mut harness, limit, "40000");
        assert!(says(&harness, ends), "{ends}");
    }
}

#[test]
fn the_event_of_a_ripple_is_counted_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&folder, Language::English, "worked-case.ron", Key::Num6);
    harness.get_by_role_and_label(Role::RadioButton, "Details").click();
    harness.run();
    assert!(!says(&harness, "is in the allocation already"));
    harness.get_by_role_and_label(Role::ComboBox, "Belongs to the event").click();
    harness.run();
    harness.get_by_label("Developer Day, Hangzhou").click();
    harness.run();
    assert!(says(&harness, "Its own share of 40,000\u{a0}CNY is in the allocation already"));
    show(&mut harness, Key::Num1);
    assert!(says(&harness, "Money, CNY 1,710,000"));
}
