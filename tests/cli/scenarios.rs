//! `--scenario` of `summary`, `print` and `optimize`, and `compare`.

use std::path::PathBuf;
use std::sync::Arc;

use ripple_planner::file;
use ripple_planner::plan::{Id, Plan, Scenario};
use serde_json::Value;
use tempfile::TempDir;

use super::schema::breaches;
use super::{WORKED_CASE, WORKED_CASE_ZH, answer, json, path_text, refused, run, text};

fn plan(path: &str) -> Plan {
    file::open(path).unwrap()
}

fn scenario(plan: &Plan, name: &str, budget: Option<i64>, spends: &[(&str, i64)]) -> Scenario {
    let whole = |units| plan.currency.whole(units).unwrap();
    Scenario {
        budget: budget.map(whole),
        spend: spends.iter().map(|(id, units)| (Id::new(id), whole(*units))).collect(),
        ..Scenario::new(Id::new(&name.to_lowercase().replace(' ', "-")), name)
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
    assert!(answer(&asked[..4]).contains(", scenario Autumn push"), "whose split it is");
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

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

#[test]
fn side_by_side_stands_what_summary_and_simulate_say_of_each() {
    let (_folder, path) = with_scenarios(WORKED_CASE);
    let schema = json(&["schema", "compare"]);
    let compared = json(&["compare", path_text(&path), "--format", "json"]);
    let mut broken = Vec::new();
    breaches(&schema, &schema, &compared, "", &mut broken);
    assert!(broken.is_empty(), "{broken:#?}");
    assert_eq!([&compared["measure"], &compared["currency"]], ["revenue", "CNY"]);
    let all = compared["scenarios"].as_array().unwrap();
    assert_eq!(
        all.iter().map(|one| &one["id"]).collect::<Vec<_>>(),
        [&Value::Null, &"autumn-push".into(), &"half-articles".into()]
    );
    for one in all {
        let of = one["id"].as_str().map_or_else(Vec::new, |id| vec!["--scenario", id]);
        let summary = json(&[&["summary", path_text(&path), "--format", "json"], &of[..]].concat());
        let allocation = &summary["allocation"];
        for field in ["budget", "allocated", "registrations", "leads"] {
            assert_eq!(one[field], allocation[field], "{field}");
        }
        for field in ["customers", "revenue", "share"] {
            assert_eq!(one[field], summary["goal"][field]["expected"], "{field}");
        }
        assert_eq!(one["attainment"], summary["goal"]["attainment"]);
        assert_eq!(one["chance"], summary["odds"]["chance"]["revenue"], "the same draws");
        assert_eq!(summary["scenarios"], compared["scenarios"], "whichever is looked at");
        let money = |row: &Value| number(&row["budget"]);
        let tasks: f64 = one["tasks"].as_array().unwrap().iter().map(money).sum();
        assert!((tasks - number(&one["allocated"])).abs() < 1e-9);
        for (row, channel) in one["channels"].as_array().unwrap().iter().zip(allocation["channels"].as_array().unwrap())
        {
            for field in ["id", "name", "task", "budget", "registrations"] {
                assert_eq!(row[field], channel[field]);
            }
        }
    }
    assert_eq!(all[0]["differences"], serde_json::json!([]));
    let said = ["budget: 1,200,000 → 1,250,000", "Search advertising, budget: 360,000 → 410,000"];
    assert_eq!(all[1]["differences"], serde_json::json!(said));
    assert_eq!(all[0]["likelier"], Value::Null);
    for one in &all[1..] {
        let chance = |of: &Value| number(&of["chance"]["value"]);
        let (more, error) = (number(&one["likelier"]["value"]), number(&one["likelier"]["standard_error"]));
        assert!((more - (chance(one) - chance(&all[0]))).abs() < 1e-12, "{one}");
        assert!(error < 0.5 * number(&one["chance"]["standard_error"]), "drawn together it is known better: {error}");
    }
    let base = json(&["simulate", WORKED_CASE, "--format", "json"]);
    assert_eq!(all[0]["chance"], base["chance"]["revenue"]);
}

#[test]
fn a_page_shows_the_channels_that_differ_and_adds_up() {
    let (_folder, path) = with_scenarios(WORKED_CASE);
    let page = answer(&["compare", path_text(&path)]);
    for expected in [
        "Scenarios: IM cloud 2026",
        "Goal reached, %",
        "31 % ± 0.3",
        "- Autumn push: budget: 1,200,000 → 1,250,000; Search advertising, budget: 360,000 → 410,000.",
    ] {
        assert!(page.replace('\u{a0}', " ").contains(expected), "{expected} is not in\n{page}");
    }
    assert!(!page.contains("Site rebuild"), "the same in all of them\n{page}");
    let amounts = |line: &str| -> Vec<f64> {
        line.split_whitespace().filter_map(|word| word.replace(',', "").parse().ok()).collect()
    };
    let table: Vec<&str> = page.split("Channel").nth(1).unwrap().lines().collect();
    let total = table.iter().find(|line| line.starts_with("Total")).unwrap();
    let mut sums = vec![0.0; 3];
    let (mut tasks, mut channels) = (sums.clone(), Vec::new());
    for line in
        table.iter().take_while(|line| !line.starts_with("- ")).filter(|line| line.starts_with(['A', 'B', 'W', ' ']))
    {
        let row = amounts(line);
        let into = if line.starts_with(' ') { &mut sums } else { &mut tasks };
        into.iter_mut().zip(&row).for_each(|(sum, amount)| *sum += amount);
        channels.push(row);
    }
    assert_eq!(tasks, amounts(total), "{page}");
    assert_eq!(sums, [750_000.0, 800_000.0, 750_000.0], "only task A differs, and it is told in full\n{page}");
    let chinese = answer(&["compare", path_text(&path), "--lang", "zh-CN"]);
    assert!(chinese.contains("基准规划") && chinese.contains("其余各项，各情景相同"), "{chinese}");
    assert!(answer(&["compare", WORKED_CASE]).contains("The plan has no scenarios yet"));
    assert!(!answer(&["summary", WORKED_CASE]).contains("Scenarios"));
}

#[test]
fn five_have_room_and_the_others_are_named() {
    let mut many = plan(WORKED_CASE);
    let of = |number: i64| scenario(&many, &format!("Number {number}"), None, &[("articles", 10_000 * number)]);
    many.scenarios = Arc::new((1..=7).map(of).collect());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    file::save(&path, &many).unwrap();
    let ids = |compared: &Value, list: &str| -> Vec<String> {
        let all = compared[list].as_array().unwrap();
        all.iter().filter_map(|one| one["id"].as_str()).map(str::to_owned).collect()
    };
    let compare = |more: &[&str]| json(&[&["compare", path_text(&path), "--format", "json"], more].concat());
    let first = compare(&[]);
    assert_eq!(ids(&first, "scenarios"), ["number-1", "number-2", "number-3", "number-4", "number-5"]);
    assert_eq!(ids(&first, "left_out"), ["number-6", "number-7"]);
    let chosen = compare(&["--scenario", "number-7", "--scenario", "number-2", "--scenario", "number-7"]);
    assert_eq!(ids(&chosen, "scenarios"), ["number-7", "number-2"]);
    assert_eq!(ids(&chosen, "left_out"), ["number-1", "number-3", "number-4", "number-5", "number-6"]);
    let six: Vec<String> = (1..=6).map(|number| format!("--scenario=number-{number}")).collect();
    let six: Vec<&str> = [vec!["compare", path_text(&path)], six.iter().map(String::as_str).collect()].concat();
    assert_eq!(refused(&run(&six)), "At most 5 scenarios have room side by side");
    let line = refused(&run(&["compare", path_text(&path), "--scenario", "number-8"]));
    assert!(line.starts_with("The plan has no scenario \"number-8\"; it has: number-1, number-2"), "{line}");
    assert!(answer(&["compare", path_text(&path)]).contains("2 more scenarios do not stand here: number-6, number-7."));
}
