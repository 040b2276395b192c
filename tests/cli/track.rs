//! What happened, against the plan, in the summary.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json as value};

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
    // Two of twelve months are known: ten are as planned.
    let planned = json(&["summary", WORKED_CASE, "--format", "json"]);
    let registrations = |summary: &Value| summary["allocation"]["channels"][0]["registrations"].as_f64().unwrap();
    let change = track["expected"]["registrations"].as_f64().unwrap() - 37_000.0;
    assert!((change - (317.0 - registrations(&planned) / 6.0)).abs() < 1e-6, "{change}");
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
    let english = "Months to the end of Feb count by what happened, as far as it is known; all others by the plan.";
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
