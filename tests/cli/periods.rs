//! When to spend: `solve allocation` with periods, and `optimize --months`.

use std::fs;
use std::path::PathBuf;

use ripple_planner::plan::Money;
use serde_json::{Value, json};

use super::allocation::{changed, solved};
use super::schema::breaches;
use super::{WORKED_CASE, WORKED_CASE_ZH, answer, json, path_text, refused, run, run_with_input, text};

const WORKED_CASE_TRACK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/saved_plans/worked-case-track.ron");

fn question() -> Value {
    let periods: Vec<Value> = (1..=6).map(|month| json!({"id": format!("2026-0{month}")})).collect();
    json!({
        "objective": "max_response", "budget": 60_000, "step": 100, "gap": 1e-4,
        "channels": [
            {"id": "sem", "curve": {"ceiling": 9000, "half_spend": 40_000, "shape": 1.0}, "group": "A"},
            {"id": "fair", "curve": {"ceiling": 6000, "half_spend": 60_000, "shape": 4.0}, "off_periods": ["2026-02"]},
            {"id": "site", "curve": {"base": 700}, "fixed": 1_234.5, "group": "A"},
        ],
        "groups": [{"id": "A", "max": 50_000}],
        "periods": periods,
    })
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|one| one.as_f64().unwrap()).collect()
}

#[test]
fn money_goes_to_channels_and_periods() {
    let (status, answer) = solved(&question());
    assert_eq!((status, &answer["certified"], &answer["infeasible"]), (Some(0), &json!(true), &json!([])));
    let schema = json(&["schema", "allocation"]);
    let mut found = Vec::new();
    for (part, value) in [("in", &question()), ("out", &answer)] {
        breaches(&schema[part], &schema[part], value, "", &mut found);
    }
    assert!(found.is_empty(), "{found:?}");
    let mut total = 0.0;
    for row in answer["spend"].as_array().unwrap() {
        let periods = numbers(&row["periods"]);
        assert_eq!(periods.len(), 6);
        assert!((periods.iter().sum::<f64>() - row["spend"].as_f64().unwrap()).abs() < 1e-9, "{row}");
        total += row["spend"].as_f64().unwrap();
    }
    assert!((total - answer["total_spend"].as_f64().unwrap()).abs() < 1e-9 && total <= 60_000.0);
    // The S-shaped channel gets its money in some of the periods, and none in the one in which it is off.
    let fair = numbers(&answer["spend"][1]["periods"]);
    assert!(fair[1] == 0.0 && fair.iter().filter(|spend| **spend > 0.0).count() < 5, "{fair:?}");
    assert_eq!(answer["spend"][2]["spend"], json!(1_234.5));
}

#[test]
fn limits_of_a_period_and_what_carries_over_count() {
    let mut limited = question();
    limited["periods"][2]["max"] = json!(5_000);
    limited["periods"][3]["season"] = json!(2);
    let (_, answer) = solved(&limited);
    assert!(answer["binding"].as_array().unwrap().contains(&json!("period:2026-03:max")), "{answer}");
    let third = |answer: &Value| {
        let rows = answer["spend"].as_array().unwrap();
        rows.iter().map(|row| numbers(&row["periods"])[2]).sum::<f64>()
    };
    assert!(third(&answer) <= 5_000.0);
    limited["carry_over"] = json!(0.3);
    limited["channels"][0]["carry_over"] = json!(0.6);
    limited["channels"][0]["before"] = json!([2_000, 9_000]);
    let (status, carried) = solved(&limited);
    assert_eq!(status, Some(0));
    assert!(carried["gap"].as_f64().unwrap() < 0.05, "{carried}");
    assert!(carried["bound"].as_f64().unwrap() >= carried["response"].as_f64().unwrap());
    assert!(carried["spend"][0]["to_come"].as_f64().unwrap() > 0.0);
    assert!(third(&carried) <= 5_000.0);
    let mut none = question();
    none["channels"][0]["min"] = json!(30_000);
    for period in none["periods"].as_array_mut().unwrap() {
        period["max"] = json!(4_000);
    }
    let (status, refused) = solved(&none);
    assert_eq!((status, &refused["spend"]), (Some(1), &json!([])));
    let said = refused["infeasible"].to_string();
    assert!(said.contains("more than"), "{said}");
}

#[test]
fn questions_that_make_no_sense_are_refused() {
    let changed = |path: &str, value: Value| changed(question(), path, value);
    let mut without = question();
    without.as_object_mut().unwrap().remove("periods");
    for (question, expected) in [
        (changed("/periods", json!([])), "periods: there is none"),
        (changed("/periods/1/id", json!("2026-01")), "\"2026-01\" stands there twice"),
        (changed("/periods/1/season", json!(-1)), "periods[1].season: -1 lies outside"),
        (changed("/periods/1/max", json!(-1)), "periods[1].max: -1 lies outside"),
        (changed("/carry_over", json!(1)), "carry_over: 1 lies outside 0 to 0.99"),
        (changed("/channels/0/carry_over", json!(-0.1)), "channels[0].carry_over: -0.1 lies outside"),
        (changed("/channels/0/off_periods", json!(["2027-01"])), "there is no period \"2027-01\""),
        (changed("/channels/0/seasons", json!([1, 2])), "channels[0].seasons: 2 values stand there for 6 periods"),
        (changed("/channels/0/seasons", json!([0, 0, 0, 0, 0, 0])), "channels[0].seasons: seasons need a sum"),
        (changed("/channels/0/fixed_periods", json!([1])), "channels[0].fixed_periods: 1 values stand there"),
        (changed("/channels/1/fixed_periods", json!([null, 5, null, null, null, null])), "money is fixed in period"),
        (changed("/channels/2/fixed_periods", json!([1, 1, 1, 1, 1, 1])), "both fixed and fixed_periods"),
        (changed("/channels/0/before", json!([-5])), "channels[0].before[0]: -5 lies outside"),
        (without.to_string(), "channels[1].off_periods: only a question with periods takes it"),
    ] {
        let line = refused(&run_with_input(&["solve", "allocation"], &question));
        assert!(line.contains(expected), "{question}: {line}");
    }
    assert!(refused(&run(&["optimize", WORKED_CASE, "--month"])).contains("--month"));
}

#[test]
fn the_worked_case_is_spent_by_month() {
    for plan in [WORKED_CASE, WORKED_CASE_ZH] {
        let best = json(&["optimize", plan, "--months", "--format", "json"]);
        let even = json(&["optimize", plan, "--format", "json"]);
        assert_eq!(best["certified"], true);
        assert_eq!(best["periods"].as_array().unwrap().len(), 12);
        // Its curves are concave where its money is: even spending is best, but for the steps, which are finer by month.
        let figures = [&best["response"], &best["even_response"], &even["response"]];
        let [by_month, evenly, whole] = figures.map(|figure| figure.as_f64().unwrap());
        assert!(evenly <= by_month && by_month / evenly - 1.0 < 1e-4, "{figures:?}");
        assert!((evenly / whole - 1.0).abs() < 1e-4, "{figures:?}");
        for row in best["spend"].as_array().unwrap() {
            let sum: f64 = numbers(&row["periods"]).iter().sum();
            assert!((sum - row["spend"].as_f64().unwrap()).abs() < 1e-6, "{row}");
        }
    }
    let told = answer(&["optimize", WORKED_CASE, "--months"]);
    for said in ["No channel is better spent on in some months alone", "Jan", "Dec", "proven"] {
        assert!(told.contains(said), "{said}: {told}");
    }
    // With less money an S-shaped channel gets enough in some months, where all would be too little.
    let budgets = ["620000", "640000", "660000", "680000", "700000"];
    let told = |plan: &str, language: &str| {
        let one = |budget: &&str| answer(&["optimize", plan, "--months", "--budget", budget, "--lang", language]);
        budgets.iter().map(one).collect::<String>()
    };
    for (plan, language, said) in [
        (WORKED_CASE, "en", ["Money by month brings", " of 12 months wins "]),
        (WORKED_CASE_ZH, "zh-CN", ["按月安排比最优的平均投放", "个月投放，比平均投放多得"]),
    ] {
        let told = told(plan, language);
        assert!(said.iter().all(|said| told.contains(said)), "{told}");
    }
    let later = json(&["optimize", WORKED_CASE, "--months", "--from", "2026-07", "--format", "json"]);
    assert_eq!(later["periods"].as_array().unwrap().len(), 6);
    assert_eq!(later["periods"][0], "2026-07");
}

/// The plan in a file of its own, with some of its text replaced; every piece must be there.
fn rewritten(plan: &str, pieces: &[(&str, &str)]) -> (tempfile::TempDir, PathBuf) {
    let mut text = fs::read_to_string(plan).unwrap();
    for (from, to) in pieces {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    fs::write(&path, text).unwrap();
    (folder, path)
}

fn row<'a>(answer: &'a Value, id: &str) -> &'a Value {
    answer["spend"].as_array().unwrap().iter().find(|row| row["id"] == id).unwrap()
}

fn sum_of_months(row: &Value) -> f64 {
    numbers(&row["periods"]).iter().sum()
}

#[test]
fn what_is_spent_before_stays_before() {
    let best = json(&["optimize", WORKED_CASE_TRACK, "--months", "--format", "json"]);
    assert_eq!((&best["from"], &best["periods"][0]), (&json!("2026-06-01"), &json!("2026-06")));
    assert_eq!(best["periods"].as_array().unwrap().len(), 7);
    // The event of May is over: none of its money stands in June.
    let day = row(&best, "developer-day");
    assert_eq!((day["before"]["spend"].as_f64(), sum_of_months(day)), (day["spend"].as_f64(), 0.0), "{day}");
    assert!(day["before"]["response"].as_f64() > Some(0.0) || day["response"] == json!(0), "{day}");
    let mut all = 0.0;
    for row in best["spend"].as_array().unwrap() {
        let [spend, before] = [&row["spend"], &row["before"]["spend"]].map(|spend| spend.as_f64().unwrap());
        assert!((sum_of_months(row) + before - spend).abs() < 1e-6, "{row}");
        assert!(row["present"]["spend"].as_f64().is_some(), "{row}");
        all += spend;
    }
    assert!(all <= 1_200_000.0 + 1e-6);
    // 472,173.33 of channels and 40,000 of the event.
    for (language, column) in [("en", "Before"), ("zh-CN", "此前")] {
        let told = answer(&["optimize", WORKED_CASE_TRACK, "--months", "--lang", language]);
        assert!(told.contains(column) && told.matches("512,173.33").count() == 2, "{told}");
    }
    assert!(!answer(&["optimize", WORKED_CASE, "--months"]).contains("Before"));
    let later = json(&["optimize", WORKED_CASE_TRACK, "--months", "--from", "2026-10", "--format", "json"]);
    assert_eq!(later["periods"], json!(["2026-10", "2026-11", "2026-12"]));
    let line = refused(&run(&["optimize", WORKED_CASE_TRACK, "--months", "--from", "2026-03"]));
    assert!(line.contains("--from 2026-03 is no month that is left"), "{line}");
    let over = [("through: \"2026-05-31\"", "through: \"2026-12-31\"")];
    let (_folder, path) = rewritten(WORKED_CASE_TRACK, &over);
    let line = refused(&run(&["optimize", path_text(&path), "--months"]));
    assert!(line.contains("nothing is left"), "{line}");
}

#[test]
fn a_channel_of_which_nothing_is_known_spends_by_the_plan_until_now() {
    // Nothing is known of the channel any more, and it is locked.
    let pieces = [("channel: \"articles\"", "channel: \"nobody\"")];
    let (_folder, path) = rewritten(WORKED_CASE_TRACK, &pieces);
    let known = json(&["optimize", WORKED_CASE_TRACK, "--months", "--format", "json"]);
    let best = json(&["optimize", path_text(&path), "--months", "--format", "json"]);
    let articles = row(&best, "articles");
    let of_plan = articles["present"]["spend"].as_f64().unwrap();
    // Five of twelve months are over.
    let before = articles["before"]["spend"].as_f64().unwrap();
    assert!((before - of_plan * 5.0 / 12.0).abs() < 0.01, "{articles}");
    assert!(articles["before"]["response"].as_f64().unwrap() > 0.0);
    // So its months look as those of a plan that is kept, not like a year in seven months.
    let [here, there] = [articles, row(&known, "articles")].map(sum_of_months);
    assert!(here < 2.0 * there.max(of_plan * 7.0 / 12.0), "{here} {there}");
}

#[test]
fn months_have_no_less_than_the_least_coin() {
    let pieces = [("Currency(code: \"CNY\", digits: 2)", "Currency(code: \"JPY\", digits: 0)"), (".00\"", "\"")];
    let (_folder, path) = rewritten(WORKED_CASE, &pieces);
    let best = json(&["optimize", path_text(&path), "--months", "--budget", "700001", "--format", "json"]);
    let cells: Vec<f64> = best["spend"].as_array().unwrap().iter().flat_map(|row| numbers(&row["periods"])).collect();
    assert!(cells.len() > 12 && cells.iter().all(|yen| (yen - yen.round()).abs() < 1e-9), "{cells:?}");
}

#[test]
fn what_was_asked_stands_by_the_figures() {
    let told = |arguments: &[&str]| answer(&[&["optimize", WORKED_CASE, "--months"], arguments].concat());
    let least = told(&["--target", "37000"]);
    for said in ["Nothing as good costs less", "37,000"] {
        assert!(least.contains(said), "{said}: {least}");
    }
    assert!(!least.contains("Nothing brings more than"), "{least}");
    let average = told(&["--max-cost", "30"]);
    assert!(
        average.contains("at most 30.00 was asked for") && average.contains("Nothing brings more than"),
        "{average}"
    );
    let json = json(&["optimize", WORKED_CASE, "--months", "--target", "37000", "--format", "json"]);
    let number = |key: &str| json[key].as_f64().unwrap();
    assert!(number("response") >= 37_000.0 - 1e-6 && number("bound") <= number("total_spend"), "{json}");
}

#[test]
fn a_marginal_cost_is_answered_or_said_not_to_be_asked() {
    let mut marginal = question();
    marginal["objective"] = json!("max_cost");
    (marginal["max_cost"], marginal["per"]) = (json!(5), json!("marginal"));
    assert_eq!(solved(&marginal).0, Some(0));
    marginal["carry_over"] = json!(0.5);
    let (status, refused) = solved(&marginal);
    assert!(status == Some(1) && refused["infeasible"].to_string().contains("ask for an average"), "{refused}");
    for (language, said) in [("en", "ask for an average"), ("zh-CN", "请改用平均成本")] {
        let output = run(&["optimize", WORKED_CASE, "--months", "--max-marginal", "60", "--lang", language]);
        let told = text(&output.stdout);
        let answered = output.status.code() == Some(0) && told.contains("60");
        assert!(answered || output.status.code() == Some(1) && told.contains(said), "{told}");
    }
}

#[test]
fn months_are_written_and_the_plan_then_wins_what_was_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    fs::copy(WORKED_CASE, &path).unwrap();
    let plan = path_text(&path);
    let asked =
        ["optimize", plan, "--months", "--budget", "640000", "--objective", "registrations", "--format", "json"];
    let best = json(&[&asked[..], &["--write"]].concat());
    let response = best["response"].as_f64().unwrap();
    assert!(response > best["even_response"].as_f64().unwrap() + 500.0, "S-curves are fed in some months alone");

    let written = ripple_planner::file::open(&path).unwrap();
    let report = ripple_planner::calc::report(&written);
    let won = report.allocation.total.won.registrations;
    assert!((won / response - 1.0).abs() < 1e-9, "{won} {response}");
    let schedules = written.allocation.channels.iter().map(|channel| &channel.schedule);
    assert!(schedules.clone().any(|schedule| schedule.spend.contains(&Money::ZERO)), "it pulses");
    assert!(report.findings.iter().all(|finding| !finding.code().starts_with("month")));

    // Money goes to months in it now: the same question is about months without being asked for them.
    let again = json(&["optimize", plan, "--budget", "640000", "--objective", "registrations", "--format", "json"]);
    assert_eq!(again["periods"].as_array().unwrap().len(), 12);
    assert!((again["response"].as_f64().unwrap() / response - 1.0).abs() < 1e-9);

    // So are three ways to split the money, each judged as the odds judge the plan.
    let ways = json(&["optimize", plan, "--proposals", "--budget", "640000", "--format", "json"]);
    let mut broken = Vec::new();
    let schema = json(&["schema", "proposals"]);
    breaches(&schema, &schema, &ways, "", &mut broken);
    assert!(broken.is_empty(), "{broken:#?}");
    assert_eq!(ways["periods"], again["periods"]);
    let odds = json(&["simulate", plan, "--format", "json"]);
    assert_eq!(ways["present"]["chance"], odds["chance"]["revenue"]);
    for (way, key) in ways["proposals"].as_array().unwrap().iter().zip(["average", "chance", "p10"]) {
        let (found, bound) = (way[key]["value"].as_f64().unwrap(), way["bound"].as_f64().unwrap());
        assert!(found >= ways["present"][key]["value"].as_f64().unwrap() && found <= bound * (1.0 + 1e-9), "{way}");
        for row in way["spend"].as_array().unwrap() {
            let months = row["periods"].as_array().unwrap();
            let sum: f64 = months.iter().map(|month| month.as_f64().unwrap()).sum();
            assert!(months.len() == 12 && (sum - row["spend"].as_f64().unwrap()).abs() < 1e-6, "{row}");
        }
    }
    for (language, said) in [("en", "Money by month: Most on average"), ("zh-CN", "各月金额：平均最多")] {
        let page = text(&run(&["optimize", plan, "--proposals", "--lang", language]).stdout);
        assert!(page.contains(said), "{page}");
    }
}

#[test]
fn months_that_clash_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let mut plan = ripple_planner::file::open(WORKED_CASE).unwrap();
    let one = plan.currency.whole(1);
    std::sync::Arc::make_mut(&mut plan.allocation).cash = vec![None, one];
    let text_of_plan = ripple_planner::file::write_text(&plan).unwrap();
    fs::write(&path, text_of_plan).unwrap();
    for asked in [&["--proposals"][..], &[]] {
        for (language, month) in [("en", "Feb"), ("zh-CN", "2月")] {
            let output = run(&[&["optimize", path_text(&path), "--lang", language], asked].concat());
            let said = text(&output.stdout);
            assert!(output.status.code() == Some(1) && said.contains(month), "{said}");
        }
    }
}
