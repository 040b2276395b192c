//! `rollup`: many plans added up.

use std::path::PathBuf;
use std::sync::Arc;

use ripple_planner::file;
use ripple_planner::plan::{Currency, Plan};
use serde_json::Value;

use super::schema::breaches;
use super::{BLANK, WORKED_CASE, WORKED_CASE_ZH, answer, json, path_text, refused, run};

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

/// A plan in a file of its own.
fn saved(folder: &tempfile::TempDir, name: &str, plan: &Plan) -> PathBuf {
    let path = folder.path().join(name);
    file::save(&path, plan).unwrap();
    path
}

#[test]
fn one_plan_is_what_summary_and_simulate_say() {
    let (one, schema) = (json(&["rollup", WORKED_CASE, "--format", "json"]), json(&["schema", "rollup"]));
    let mut broken = Vec::new();
    breaches(&schema, &schema, &one, "", &mut broken);
    assert!(broken.is_empty(), "{broken:#?}");
    let summary = json(&["summary", WORKED_CASE, "--format", "json"]);
    let odds = &summary["odds"];
    let total = &one["total"];
    assert_eq!(total["money"], summary["allocation"]["allocated"]);
    assert_eq!(total["registrations"], summary["allocation"]["registrations"]);
    for field in ["customers", "revenue"] {
        assert_eq!(total[field], summary["goal"][field]["expected"]);
        let goal = &total[if field == "customers" { "customer_goal" } else { "revenue_goal" }];
        assert_eq!(goal["target"], summary["goal"][field]["target"]);
        assert_eq!(goal["attainment"], summary["goal"][field]["attainment"]);
        let [here, there] = [&one["odds"], odds].map(|odds| number(&odds[field]["p50"]));
        assert!((here - there).abs() < 0.01, "{field}: {here}, {there}");
    }
    assert_eq!(one["odds"]["revenue_chance"], odds["chance"]["revenue"]);
    assert_eq!(one["odds"]["customer_chance"], odds["chance"]["customers"]);
    assert_eq!([&one["units"], &total["money_share"]], [&serde_json::json!([]), &1.into()]);
}

#[test]
fn units_are_companies_and_everything_adds_up() {
    let folder = tempfile::tempdir().unwrap();
    let plan: Plan = file::open(WORKED_CASE).unwrap();
    let mut west = Plan { title: "West".into(), company: "Halyard West".into(), ..plan.clone() };
    west.period.months = 6;
    Arc::make_mut(&mut west.allocation).channels[0].spend = west.currency.parse("0.50").unwrap();
    let paths = [saved(&folder, "east.ron", &plan), saved(&folder, "west.ron", &west)];
    let files = [path_text(&paths[0]), path_text(&paths[1]), BLANK];
    let found = json(&[&["rollup", "--format", "json"], &files[..]].concat());
    let rows = |list: &str| found[list].as_array().unwrap().clone();
    assert_eq!(rows("plans").iter().map(|row| row["file"].as_str().unwrap()).collect::<Vec<_>>(), files);
    let units = rows("units");
    assert_eq!(
        units.iter().map(|row| row["unit"].as_str().unwrap()).collect::<Vec<_>>(),
        ["Halyard Messaging", "Halyard West", ""]
    );
    for list in ["plans", "units"] {
        for field in ["money", "registrations", "customers", "revenue", "count"] {
            let sum: f64 = rows(list).iter().map(|row| number(&row[field])).sum();
            assert!((sum - number(&found["total"][field])).abs() < 1e-6, "{list} {field}");
        }
        for field in ["money_share", "registrations_share", "customers_share", "revenue_share"] {
            let sum: f64 = rows(list).iter().map(|row| number(&row[field])).sum();
            assert!((sum - 1.0).abs() < 1e-9, "{list} {field}");
        }
    }
    assert_eq!(found["total"]["money"], 1_200_000.0 + 840_000.5);
    assert_eq!(found["total"]["revenue_goal"]["plans"], 2, "the blank plan has no goal");
    let page = answer(&[&["rollup"], &files[..]].concat());
    for expected in [
        "Roll-up of 3 plans",
        "The plans are not about the same time: ",
        "1 plan has no goal for revenue",
        "Without a company: ",
        "Halyard West: West",
        "Odds of the sum",
        "2,040,000.50",
    ] {
        assert!(page.contains(expected), "{expected} is not in\n{page}");
    }
}

#[test]
fn what_has_no_meaning_is_refused_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    let mut dollars: Plan = file::open(WORKED_CASE).unwrap();
    dollars.currency = Currency::of_code("USD");
    let dollars = saved(&folder, "dollars.ron", &dollars);
    let line = refused(&run(&["rollup", WORKED_CASE, path_text(&dollars)]));
    let reason = format!("{} is in USD, {WORKED_CASE} in CNY: without a rate", path_text(&dollars));
    assert!(line.starts_with(&reason), "{line}");
    let line = refused(&run(&["rollup", WORKED_CASE, WORKED_CASE]));
    assert!(line.ends_with("is named twice: its money would count twice"), "{line}");
    let line = refused(&run(&["rollup", WORKED_CASE, "no-such-file.ron", "nor-this.ron"]));
    assert!(line.starts_with("no-such-file.ron: "), "the first one: {line}");
    assert!(refused(&run(&["rollup"])).contains("PLAN"));
}

#[test]
fn a_page_in_both_languages() {
    let page = answer(&["rollup", WORKED_CASE, WORKED_CASE_ZH]);
    for expected in
        ["Together they reach 86 % of the revenue goals: 61,920,000 CNY of 72,000,000 CNY.", "IM cloud 2026"]
    {
        assert!(page.replace('\u{a0}', " ").contains(expected), "{expected} is not in\n{page}");
    }
    let page = answer(&["rollup", WORKED_CASE, WORKED_CASE_ZH, "--lang", "zh-CN"]);
    for expected in ["2 份规划汇总", "合计达成收入目标的 86%", "即时通讯云 2026"] {
        assert!(page.contains(expected), "{expected} is not in\n{page}");
    }
}
