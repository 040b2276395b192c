//! `--scenario` of `summary`, `print` and `optimize`, and `compare`.

use std::path::PathBuf;
use std::sync::Arc;

use ripple_planner::file;
use ripple_planner::plan::{Id, Plan, Scenario};
use tempfile::TempDir;

use super::{WORKED_CASE, WORKED_CASE_ZH, answer, json, path_text, refused, run, text};

fn plan(path: &str) -> Plan {
    file::open(path).unwrap()
}

fn scenario(plan: &Plan, name: &str, budget: Option<i64>, spends: &[(&str, i64)]) -> Scenario {
    let whole = |units| plan.currency.whole(units).unwrap();
    Scenario {
        id: Id::new(&name.to_lowercase().replace(' ', "-")),
        name: name.into(),
        budget: budget.map(whole),
        spend: spends.iter().map(|(id, units)| (Id::new(id), whole(*units))).collect(),
        note: String::new(),
    }
}

/// The worked case with two scenarios, in a file of its own.
fn with_scenarios(worked_case: &str) -> (TempDir, PathBuf) {
    let mut plan = plan(worked_case);
    plan.scenarios = Arc::new(vec![
        scenario(&plan, "Autumn push", Some(1_250_000), &[("search-advertising", 410_000)]),
        scenario(&plan, "Half articles", None, &[("articles", 50_000), ("search-advertising", 370_000)]),
    ]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    file::save(&path, &plan).unwrap();
    (folder, path)
}

#[test]
fn a_summary_is_of_the_scenario_that_is_asked_for() {
    let (_folder, path) = with_scenarios(WORKED_CASE);
    let summary = |more: &[&str]| json(&[&["summary", path_text(&path), "--format", "json"], more].concat());
    let (base, push) = (summary(&[]), summary(&["--scenario", "autumn-push"]));
    assert_eq!(base["scenario"], serde_json::Value::Null);
    assert_eq!(push["scenario"], serde_json::json!({ "id": "autumn-push", "name": "Autumn push" }));
    let allocation = |summary: &serde_json::Value| {
        ["budget", "allocated", "unallocated"].map(|field| summary["allocation"][field].clone())
    };
    assert_eq!(allocation(&base), [1_200_000, 1_200_000, 0]);
    assert_eq!(allocation(&push), [1_250_000, 1_250_000, 0]);
    let revenue = |summary: &serde_json::Value| summary["goal"]["revenue"]["expected"].as_f64().unwrap();
    assert!(revenue(&push) > revenue(&base));
    for (format, expected) in
        [("text", "Scenario: Autumn push"), ("markdown", "Scenario: Autumn push"), ("csv", "Scenario: Autumn push")]
    {
        let page = answer(&["summary", path_text(&path), "--format", format, "--scenario", "autumn-push"]);
        assert!(page.contains(expected), "{page}");
        assert!(!answer(&["summary", path_text(&path), "--format", format]).contains("Scenario:"));
    }
    let chinese = answer(&["summary", path_text(&path), "--scenario", "autumn-push", "--lang", "zh-CN"]);
    assert!(chinese.contains("情景：Autumn push"), "{chinese}");
    for format in ["pdf", "xlsx"] {
        let output = run(&["summary", path_text(&path), "--format", format, "--scenario", "autumn-push"]);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    }
}

#[test]
fn an_unknown_scenario_is_refused_in_one_line_that_names_the_others() {
    let (_folder, path) = with_scenarios(WORKED_CASE);
    for command in ["summary", "optimize", "print"] {
        let line = refused(&run(&[command, path_text(&path), "--scenario", "spring"]));
        assert_eq!(line, "The plan has no scenario \"spring\"; it has: autumn-push, half-articles");
        let line = refused(&run(&[command, WORKED_CASE, "--scenario", "spring"]));
        assert_eq!(line, "The plan has no scenario \"spring\", nor any other");
        let line = refused(&run(&[command, WORKED_CASE_ZH, "--scenario", "春", "--lang", "zh-CN"]));
        assert_eq!(line, "规划中没有情景“春”，也没有其他情景");
    }
}

#[test]
fn the_best_split_of_a_scenario_goes_into_the_scenario() {
    let (_folder, path) = with_scenarios(WORKED_CASE);
    let before = plan(path_text(&path));
    let spent = |answer: &serde_json::Value| answer["total_spend"].as_f64().unwrap();
    let asked = ["optimize", path_text(&path), "--scenario", "autumn-push", "--format", "json"];
    let found = json(&asked);
    assert!((spent(&found) - 1_250_000.0).abs() < 1e-6, "{found}");
    json(&[&asked[..], &["--write"]].concat());
    let after = plan(path_text(&path));
    assert_eq!(
        Plan { scenarios: Arc::default(), ..after.clone() },
        Plan { scenarios: Arc::default(), ..before.clone() }
    );
    assert_eq!(after.scenarios[1], before.scenarios[1]);
    let summary = json(&["summary", path_text(&path), "--format", "json", "--scenario", "autumn-push"]);
    for row in found["spend"].as_array().unwrap() {
        let lists = [&summary["allocation"]["channels"], &summary["allocation"]["events"]];
        let rows = lists.into_iter().flat_map(|list| list.as_array().unwrap());
        let channel = rows.into_iter().find(|other| other["id"] == row["id"]).unwrap();
        assert_eq!(channel["budget"], row["spend"], "{row}");
    }
    let again = json(&asked);
    assert_eq!(again["response"], found["response"]);
    // More money than the scenario has becomes its budget, and not the plan's.
    json(&[&asked[..], &["--write", "--budget", "1,400,000"]].concat());
    let after = plan(path_text(&path));
    assert_eq!(after.scenarios[0].budget, after.currency.whole(1_400_000));
    assert_eq!(after.allocation.budget, before.allocation.budget);
}
