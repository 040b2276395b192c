//! `optimize --proposals` and its schema.

use std::fs;

use serde_json::Value;

use super::schema::breaches;
use super::{BLANK, WORKED_CASE, WORKED_CASE_ZH, answer, json, path_text, refused, run, text};

fn proposals(arguments: &[&str]) -> Value {
    json(&[&["optimize", WORKED_CASE, "--proposals", "--format", "json"], arguments].concat())
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

#[test]
fn three_ways_follow_the_schema_and_none_is_worse_than_the_plan() {
    let schema = json(&["schema", "proposals"]);
    let found = proposals(&[]);
    let mut broken = Vec::new();
    breaches(&schema, &schema, &found, "", &mut broken);
    assert!(broken.is_empty(), "{broken:#?}");
    assert_eq!(
        (&found["measure"], &found["draws"], number(&found["target"])),
        (&"revenue".into(), &20_000.into(), 36e6)
    );
    let odds = json(&["simulate", WORKED_CASE, "--format", "json"]);
    assert_eq!(found["present"]["chance"], odds["chance"]["revenue"], "the same draws as those of the odds");
    let best: Vec<&str> =
        found["proposals"].as_array().unwrap().iter().map(|proposal| proposal["best"].as_str().unwrap()).collect();
    assert_eq!(best, ["average", "chance", "bad_year"]);
    for (proposal, key) in found["proposals"].as_array().unwrap().iter().zip(["average", "chance", "p10"]) {
        let (value, present) = (number(&proposal[key]["value"]), number(&found["present"][key]["value"]));
        assert!(value > present && value <= number(&proposal["bound"]), "{key}: {value}, now {present}");
        assert!(number(&proposal["total_spend"]) <= 1_200_000.0);
        let spends = proposal["spend"].as_array().unwrap();
        assert!(spends.iter().all(|row| number(&row["spend"]) % 1_000.0 < 1e-6), "on the plan's steps");
        let locked = spends.iter().find(|row| row["id"] == "site-rebuild").unwrap();
        assert_eq!((number(&locked["spend"]), number(&locked["present"])), (120_000.0, 120_000.0));
    }
    assert_eq!(found["proposals"][0]["proven"], true);
    assert!(number(&proposals(&["--budget", "1,500,000"])["proposals"][0]["total_spend"]) > 1_200_000.0);
}

#[test]
fn a_page_to_read_says_what_is_proven() {
    let page = answer(&["optimize", WORKED_CASE, "--proposals"]);
    for expected in
        ["How much to dare: IM cloud 2026", "Most on average: proven", "31\u{a0}% ± 0.3", "Search advertising"]
    {
        assert!(page.contains(expected), "{expected} is not in\n{page}");
    }
    let page = answer(&["optimize", WORKED_CASE_ZH, "--proposals", "--lang", "zh-CN"]);
    for expected in ["敢冒多大的险", "平均最多：已证明", "坏年份最好", "31% ± 0.3"] {
        assert!(page.contains(expected), "{expected} is not in\n{page}");
    }
}

#[test]
fn what_cannot_be_is_answered_with_no() {
    let output = run(&["optimize", BLANK, "--proposals"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).starts_with("No registration is worth anything yet"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let plan = fs::read_to_string(WORKED_CASE).unwrap();
    let (before, channels) = plan.split_once("allocation: Allocation(").unwrap();
    let locked = channels.replace("locked: true,", "").replace("curve: ", "locked: true, curve: ");
    fs::write(&path, format!("{before}allocation: Allocation({locked}")).unwrap();
    for (language, said) in [("en", "The money of every channel is locked"), ("zh-CN", "各渠道的金额都已锁定")]
    {
        let output = run(&["optimize", path_text(&path), "--proposals", "--lang", language]);
        assert!(output.status.code() == Some(1) && text(&output.stdout).starts_with(said), "{}", text(&output.stdout));
    }
    let plan = plan.replace("min: \"300000.00\"", "min: \"3000000.00\"");
    fs::write(&path, plan).unwrap();
    let output = run(&["optimize", path_text(&path), "--proposals", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let found: Value = serde_json::from_str(&text(&output.stdout)).unwrap();
    assert!(found["proposals"].as_array().unwrap().is_empty() && !found["infeasible"].as_array().unwrap().is_empty());
}

#[test]
fn what_asks_for_something_else_is_refused() {
    for other in [&["--target", "5"][..], &["--objective", "leads"], &["--max-cost", "5"], &["--write"]] {
        let line = refused(&run(&[&["optimize", WORKED_CASE, "--proposals"], other].concat()));
        assert!(line.contains(other[0]), "{line}");
    }
}
