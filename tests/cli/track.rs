//! What happened, against the plan, in the summary.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json as value};

use ripple_planner::calc::curve::Response;
use ripple_planner::file::open;
use ripple_planner::plan::Currency;
use ripple_planner::words::number;

use super::schema::breaches;
use super::{WORKED_CASE, json, path_text, run, text};

/// The worked case with what happened.
fn with_actuals(actuals: &str) -> (tempfile::TempDir, PathBuf) {
    let text = fs::read_to_string(WORKED_CASE).unwrap();
    let (folder, end) = (tempfile::tempdir().unwrap(), text.trim_end().rfind(')').unwrap());
    let path = folder.path().join("plan.ron");
    fs::write(&path, format!("{}    actuals: Actuals({actuals}),\n)\n", &text[..end])).unwrap();
    (folder, path)
}

/// Three months of a channel, of which the last is not complete.
const THREE_MONTHS: &str = r#"
    channels: [ChannelActual(month: "2026-02-01", channel: "search-advertising", registrations: Some(7))],
    campaigns: [Campaign(id: "brand", name: "Brand", channel: Some("search-advertising"), spans: [
        Span(from: "2026-01-01", to: "2026-02-28", spend: Some("5900.00"), registrations: Some(590)),
        Span(from: "2026-03-01", to: "2026-03-15", spend: Some("100.00"), registrations: Some(1)),
    ])],
    readings: [Reading(day: "2026-01-05", name: "Search index", value: 1)],
"#;

#[test]
fn the_summary_says_what_happened() {
    let (_folder, path) = with_actuals(THREE_MONTHS);
    let summary = json(&["summary", path_text(&path), "--format", "json"]);
    let track = &summary["track"];
    assert_eq!((&track["over"], &track["through"]), (&value!(2), &value!("2026-02-28")));
    assert_eq!(track["real"], value!({ "spend": 5_900, "registrations": 317 }), "310 reported, 7 typed");
    assert_eq!(track["months"][0]["real"], value!({ "spend": 3_100, "registrations": 310 }));
    assert_eq!(track["months"][1]["month"], "2026-02-01");
    let channels = track["channels"].as_array().unwrap();
    assert_eq!((&channels[0]["known"], &channels[0]["verdict"]), (&value!(2), &value!("too-little")));
    assert_eq!((&channels[1]["known"], &channels[1]["verdict"]), (&value!(0), &value!("unknown")));
    // Two of twelve months are known; the other ten spend what is left.
    let planned = json(&["summary", WORKED_CASE, "--format", "json"]);
    let curve = Response::of(&open(WORKED_CASE).unwrap().allocation.channels[0].curve, &Currency::default()).unwrap();
    let to_come = curve.value((360_000.0 - 5_900.0) * 12.0 / 10.0) * 10.0 / 12.0;
    let change = track["expected"]["registrations"].as_f64().unwrap() - 37_000.0;
    let of_plan = planned["allocation"]["channels"][0]["registrations"].as_f64().unwrap();
    assert!((change - (317.0 + to_come - of_plan)).abs() < 1e-6, "{change}");
    assert_eq!(summary["allocation"], planned["allocation"], "the plan itself stays");
    let attained = |summary: &Value| summary["goal"]["attainment"].as_f64().unwrap();
    assert!(attained(&summary) < attained(&planned));
    let mut found = Vec::new();
    let schema = json(&["schema", "summary"]);
    breaches(&schema, &schema, &summary, "", &mut found);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn every_summary_that_rests_on_it_says_so() {
    let (_folder, path) = with_actuals(THREE_MONTHS);
    let english =
        "Months to the end of February count by what happened, as far as it is known; all others by the plan.";
    let chinese = "截至2月底的月份按已知的实际结果计入，其余按计划。";
    for (lang, says) in [("en", english), ("zh-CN", chinese)] {
        for format in ["text", "markdown"] {
            let said = |plan: &str| {
                let output = run(&["summary", plan, "--lang", lang, "--format", format]);
                text(&output.stdout).replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
            };
            assert!(said(path_text(&path)).contains(says), "{lang}, {format}");
            assert!(!said(WORKED_CASE).contains(says));
        }
    }
}

#[test]
fn a_plan_without_actuals_has_no_track() {
    assert_eq!(json(&["summary", WORKED_CASE, "--format", "json"]).get("track"), Some(&Value::Null));
}

#[test]
fn what_differs_in_it_is_told_by_channels_months_and_days() {
    let changed = THREE_MONTHS
        .replace("Some(7)", "Some(8)")
        .replace("100.00", "250.50")
        .replace(r#"channel: Some("search-advertising")"#, r#"channel: Some("site-rebuild")"#)
        .replace("value: 1", "value: 2");
    let (_old_folder, old) = with_actuals(THREE_MONTHS);
    let (_new_folder, new) = with_actuals(&format!(r#"through: Some("2026-01-31"), {changed}"#));
    let told = |lang| {
        let output = run(&["diff", path_text(&old), path_text(&new), "--lang", lang]);
        text(&output.stdout).replace('\u{a0}', " ")
    };
    let english = [
        "  last month that is over: not set → 31 January 2026\n",
        "  Search advertising, Feb, registrations: 7 → 8\n",
        "  Brand, channel it counts for: Search advertising → Site rebuild\n",
        "  Brand, 1 March 2026–15 March 2026, money spent: 100 → 250.50\n",
        "  Search index, 5 January 2026, reading: 1 → 2\n",
    ];
    let chinese = ["  已结束的最后一个月：未填 → 2026年1月31日\n", "计入的渠道：Search advertising → Site rebuild\n"];
    for (lang, lines) in [("en", english.as_slice()), ("zh-CN", chinese.as_slice())] {
        let told = told(lang);
        for line in lines {
            assert!(told.contains(line), "{line:?} is missing in\n{told}");
        }
        assert!(!told.contains("search-advertising"), "{told}");
    }
}

/// Five months of two channels, in which the first won a third of what its curve gives.
fn five_months() -> String {
    let month = |number: u32, channel: &str, spend: u32, registrations: u32| {
        format!(
            r#"ChannelActual(month: "2026-{:02}-01", channel: "{channel}", spend: Some("{spend}.00"), registrations: Some({registrations})),"#,
            number + 1
        )
    };
    let rows: String = (0..5)
        .map(|number| {
            month(number, "search-advertising", 30_000, 500 + number) + &month(number, "site-rebuild", 20_000, 700)
        })
        .collect();
    format!("channels: [{rows}]")
}

#[test]
fn what_is_left_is_planned_again() {
    let (_folder, path) = with_actuals(&five_months());
    let plan = path_text(&path);
    let summary = json(&["summary", plan, "--format", "json"]);
    let answer = json(&["optimize", plan, "--objective", "registrations", "--format", "json"]);
    assert_eq!(answer["from"], "2026-06-01");
    let row = |answer: &Value, id: &str| {
        answer["spend"].as_array().unwrap().iter().find(|row| row["id"] == id).unwrap().clone()
    };
    let search = row(&answer, "search-advertising");
    assert_eq!(search["before"], value!({ "spend": 150_000, "response": 2_510 }));
    assert!(search["spend"].as_f64().unwrap() >= 150_000.0);
    assert_eq!(row(&answer, "forums").get("before"), Some(&value!({ "spend": 0, "response": 0 })), "by the plan");
    assert_eq!(answer["certified"], true);
    let near = |one: &Value, other: &Value| (one.as_f64().unwrap() / other.as_f64().unwrap() - 1.0).abs() < 1e-6;
    assert!(near(&answer["present"]["response"], &summary["track"]["expected"]["registrations"]));
    assert!(near(&answer["goal"]["present"]["attainment"], &summary["goal"]["attainment"]));
    let found = answer["goal"]["proposed"]["chance"].as_f64().unwrap();
    assert!((0.0..=1.0).contains(&found));

    // What is written is what is then expected, and there is nothing better any more.
    json(&["optimize", plan, "--objective", "registrations", "--format", "json", "--write"]);
    let written = json(&["summary", plan, "--format", "json"]);
    assert!(near(&written["track"]["expected"]["registrations"], &answer["response"]));
    assert!(near(&written["goal"]["attainment"], &answer["goal"]["proposed"]["attainment"]));
    assert!(near(
        &json(&["optimize", plan, "--objective", "registrations", "--format", "json"])["response"],
        &answer["response"]
    ));
}

#[test]
fn it_says_what_is_spent_and_how_far_the_goal_is_reached() {
    let (_folder, path) = with_actuals(&five_months());
    for (lang, says, goal) in [
        (
            "en",
            "To the end of May 250,000 CNY count as spent and stay so; the rest is split over the 7 months left.",
            "With it the plan reaches ",
        ),
        ("zh-CN", "截至5月底已花费250,000 元，不再变动；其余金额分给剩下的 7 个月。", "按此分配，计划可达成目标的"),
    ] {
        let output = run(&["optimize", path_text(&path), "--lang", lang]);
        let told = text(&output.stdout).replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(says) && told.contains(goal), "{told}");
    }
}

/// Beside the plan's own figure a proposal that counts what happened would mean nothing.
#[test]
fn what_a_better_split_brings_stands_beside_what_is_expected() {
    let (_folder, path) = with_actuals(&five_months());
    let plan = path_text(&path);
    let summary = json(&["summary", plan, "--format", "json"]);
    let shown = |value: &Value| number::count(value.as_f64().unwrap(), 0);
    let [expected, better] =
        [&summary["track"]["expected"]["registrations"], &summary["proposal"]["proposed"]].map(shown);
    for (lang, says) in [
        (
            "en",
            format!(
                "37,000 registrations by the plan, {expected} with what happened so far; if what is left is split better, {better}."
            ),
        ),
        ("zh-CN", format!("计入已发生的实际为 {expected} 个；剩余金额换一种分法可达 {better} 个。")),
    ] {
        let output = run(&["summary", plan, "--lang", lang]);
        let told = text(&output.stdout).replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(&says), "{says} in {told}");
    }
}

#[test]
fn later_months_can_be_planned_and_earlier_ones_cannot() {
    let (_folder, path) = with_actuals(&five_months());
    let plan = path_text(&path);
    let later = json(&["optimize", plan, "--from", "2026-09", "--format", "json"]);
    assert_eq!(later["from"], "2026-09-01");
    let earlier = json(&["optimize", plan, "--from", "2026-06", "--format", "json"]);
    assert!(later["response"].as_f64() <= earlier["response"].as_f64(), "fewer months, less to choose");
    // Without actuals what is spent before is the plan's.
    let planned = json(&["optimize", WORKED_CASE, "--from", "2026-07", "--format", "json"]);
    let whole = json(&["optimize", WORKED_CASE, "--format", "json"]);
    let half = |row: &Value| row["before"]["spend"].as_f64().unwrap() * 2.0 - row["present"]["spend"].as_f64().unwrap();
    let channels =
        planned["spend"].as_array().unwrap().iter().filter(|row| row["before"]["spend"].as_f64() > Some(0.0));
    assert!(channels.map(half).all(|difference| difference.abs() < 0.02));
    assert!(planned["response"].as_f64() < whole["response"].as_f64());
    assert_eq!(whole.get("from"), None);
    for (month, lang, error) in [
        (
            "2026-05",
            "en",
            "error: --from 2026-05 is no month that is left; write one from 2026-06 to 2026-12, such as 2026-06\n",
        ),
        (
            "June",
            "en",
            "error: --from June is no month that is left; write one from 2026-06 to 2026-12, such as 2026-06\n",
        ),
        ("2027-01", "zh-CN", "error: --from 2027-01 不是剩下的月份；请写 2026-06 到 2026-12 之间的月份，如 2026-06\n"),
    ] {
        let output = run(&["optimize", plan, "--from", month, "--lang", lang]);
        assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(2), error));
    }
}
