//! What happened, against the plan, in the summary.

use std::fs;

use serde_json::{Value, json as value};

use super::schema::breaches;
use super::{WORKED_CASE, json, path_text};

/// The worked case with three months of its first channel, of which the last is not complete.
fn with_actuals() -> (tempfile::TempDir, std::path::PathBuf) {
    let text = fs::read_to_string(WORKED_CASE).unwrap();
    let channel = json(&["summary", WORKED_CASE, "--format", "json"])["allocation"]["channels"][0]["id"].clone();
    let channel = channel.as_str().unwrap();
    let actuals = format!(
        r#"    actuals: Actuals(
        channels: [ChannelActual(month: "2026-02-01", channel: "{channel}", registrations: Some(7))],
        campaigns: [Campaign(id: "brand", name: "Brand", channel: Some("{channel}"), spans: [
            Span(from: "2026-01-01", to: "2026-02-28", spend: Some("5900.00"), registrations: Some(590)),
            Span(from: "2026-03-01", to: "2026-03-15", spend: Some("100.00"), registrations: Some(1)),
        ])],
    ),
)"#
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let end = text.trim_end().rfind(')').unwrap();
    fs::write(&path, format!("{}{actuals}\n", &text[..end])).unwrap();
    (folder, path)
}

#[test]
fn the_summary_says_what_happened() {
    let (_folder, path) = with_actuals();
    let summary = json(&["summary", path_text(&path), "--format", "json"]);
    let track = &summary["track"];
    assert_eq!((&track["over"], &track["through"]), (&value!(2), &value!("2026-02-28")));
    assert_eq!(track["real"], value!({ "spend": 5_900, "registrations": 317 }), "310 reported, 7 typed");
    assert_eq!(track["months"][0]["real"], value!({ "spend": 3_100, "registrations": 310 }));
    assert_eq!(track["months"][1]["month"], "2026-02-01");
    let channels = track["channels"].as_array().unwrap();
    assert_eq!((&channels[0]["known"], &channels[0]["verdict"]), (&value!(2), &value!("too-little")));
    assert_eq!((&channels[1]["known"], &channels[1]["verdict"]), (&value!(0), &value!("unknown")));
    let mut found = Vec::new();
    let schema = json(&["schema", "summary"]);
    breaches(&schema, &schema, &summary, "", &mut found);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_plan_without_actuals_has_no_track() {
    assert_eq!(json(&["summary", WORKED_CASE, "--format", "json"]).get("track"), Some(&Value::Null));
}
