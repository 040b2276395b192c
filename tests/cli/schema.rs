//! The JSON Schema, and a small checker that holds the JSON to it.

use serde_json::Value;

use super::{BLANK, WORKED_CASE, WORKED_CASE_ZH, json};

/// Every way in which a value does not follow its schema.
pub(super) fn breaches(schema: &Value, root: &Value, value: &Value, place: &str, found: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let target = root.pointer(name.trim_start_matches('#')).unwrap_or_else(|| panic!("{name} leads nowhere"));
        breaches(target, root, value, place, found);
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let fits = |choice: &Value| {
            let mut inner = Vec::new();
            breaches(choice, root, value, place, &mut inner);
            inner.is_empty()
        };
        if !choices.iter().any(fits) {
            found.push(format!("{place}: {value} fits none of its forms"));
        }
    }
    if !schema["type"].is_null() && !has_type(&schema["type"], value) {
        found.push(format!("{place}: {value} is not {}", schema["type"]));
    }
    if let Some(words) = schema["enum"].as_array()
        && !words.contains(value)
    {
        found.push(format!("{place}: {value} is none of {words:?}"));
    }
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if value.get(name).is_none() {
            found.push(format!("{place}: {name} is missing"));
        }
    }
    for (name, inner) in value.as_object().into_iter().flatten() {
        let at = format!("{place}/{name}");
        match (&schema["properties"][name], &schema["additionalProperties"]) {
            (Value::Null, Value::Null) if schema["properties"].is_object() => {
                found.push(format!("{at} is not described"));
            }
            (Value::Null, others) => breaches(others, root, inner, &at, found),
            (described, _) => breaches(described, root, inner, &at, found),
        }
    }
    for (index, inner) in value.as_array().into_iter().flatten().enumerate() {
        breaches(&schema["items"], root, inner, &format!("{place}/{index}"), found);
    }
}

fn has_type(kind: &Value, value: &Value) -> bool {
    match kind {
        Value::Array(kinds) => kinds.iter().any(|kind| has_type(kind, value)),
        kind => match kind.as_str().unwrap() {
            "object" => value.is_object(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "boolean" => value.is_boolean(),
            "null" => value.is_null(),
            "integer" => value.is_i64() || value.is_u64(),
            "number" => value.is_number(),
            other => panic!("the checker does not know {other}"),
        },
    }
}

#[test]
fn every_summary_follows_the_schema() {
    let schema = json(&["schema", "summary"]);
    for plan in [WORKED_CASE, WORKED_CASE_ZH, BLANK] {
        let summary = json(&["summary", plan, "--format", "json"]);
        let mut found = Vec::new();
        breaches(&schema, &schema, &summary, "", &mut found);
        assert!(found.is_empty(), "{plan}: {found:#?}");
    }
}

#[test]
fn a_summary_by_month_follows_the_schema_and_says_what_each_month_has() {
    let mut plan = ripple_planner::file::open(WORKED_CASE).unwrap();
    let allocation = std::sync::Arc::make_mut(&mut plan.allocation);
    allocation.cash = vec![None, plan.currency.whole(90_000)];
    allocation.channels[0].schedule.carry_over = 0.5;
    allocation.channels[1].schedule.off = [1].into();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    ripple_planner::file::create_new(&path, &plan).unwrap();
    let summary = json(&["summary", super::path_text(&path), "--format", "json"]);
    let (schema, mut found) = (json(&["schema", "summary"]), Vec::new());
    breaches(&schema, &schema, &summary, "", &mut found);
    assert!(found.is_empty(), "{found:#?}");
    let months = summary["months"]["months"].as_array().unwrap();
    let (january, february) = (&months[0], &months[1]);
    assert_eq!((months.len(), &january["month"], &months[11]["month"]), (12, &"2026-01".into(), &"2026-12".into()));
    assert_eq!((&january["cash"], &february["cash"]), (&Value::Null, &90_000.into()));
    // 120,000 in eleven months.
    assert_eq!((&january["channels"][1]["spend"], &february["channels"][1]["spend"]), (&0.into(), &10_909.09.into()));
    let channels = &summary["months"]["channels"];
    let [first, second, third] = [0, 1, 2].map(|index| &channels[index]);
    assert_eq!([&first["even"], &second["even"], &third["even"]], [false, false, true].map(Value::from).each_ref());
    // What is left of twelve months of 30,000, half of it a month.
    let later = first["later"].as_f64().unwrap();
    assert!((later - 30_000.0 * (1.0 - 0.5_f64.powi(12))).abs() < 0.01, "{later}");
    assert!(json(&["summary", WORKED_CASE, "--format", "json"])["months"].is_null(), "every month is the same");
}

#[test]
fn the_checker_notices() {
    let schema = json(&["schema", "summary"]);
    let mut summary = json(&["summary", WORKED_CASE, "--format", "json"]);
    summary["format"] = "one".into();
    summary["goal"].as_object_mut().unwrap().remove("share");
    summary["allocation"]["channels"][0]["media"] = "bought".into();
    summary["plan"]["colour"] = "teal".into();
    let mut found = Vec::new();
    breaches(&schema, &schema, &summary, "", &mut found);
    assert_eq!(found.len(), 4, "{found:#?}");
}
