//! The most at a cost target, by the filter and by `optimize`.

use serde_json::{Value, json};

use super::schema::breaches;
use super::{WORKED_CASE, answer, json, refused, run, run_with_input, text};

fn question(per: &str) -> Value {
    json!({
        "objective": "max_cost", "max_cost": 8, "per": per,
        "channels": [
            {"id": "sem", "curve": {"ceiling": 20_000, "half_spend": 60_000, "shape": 1.6}},
            {"id": "referral", "curve": {"ceiling": 400, "cost": 25}},
        ],
    })
}

fn solved(question: &Value) -> (Option<i32>, Value) {
    let output = run_with_input(&["solve", "allocation"], &question.to_string());
    assert_eq!(text(&output.stderr), "");
    (output.status.code(), serde_json::from_str(&text(&output.stdout)).unwrap())
}

fn number(answer: &Value, field: &str) -> f64 {
    answer[field].as_f64().unwrap()
}

#[test]
fn the_filter_answers_both_kinds_with_their_proof() {
    let schema = json(&["schema", "allocation"]);
    let (status, average) = solved(&question("average"));
    assert_eq!((status, &average["certified"], &average["binding"]), (Some(0), &json!(true), &json!(["max_cost"])));
    let mut found = Vec::new();
    for (part, value) in [("in", question("average")), ("out", average.clone())] {
        breaches(&schema[part], &schema[part], &value, "", &mut found);
    }
    assert!(found.is_empty(), "{found:?}");
    assert!(number(&average, "total_spend") <= 8.0 * number(&average, "response"));
    // The next step would cost more than all of them may on average.
    assert!(number(&average, "multiplier") < 1.0 / 8.0);
    let (_, marginal) = solved(&question("marginal"));
    assert!(number(&marginal, "total_spend") < number(&average, "total_spend"));
    assert!((1.0 / number(&marginal, "multiplier") - 8.0).abs() < 1e-3, "{marginal}");
    // Left out, it is the average; a budget limits too.
    let mut short = question("average");
    short.as_object_mut().unwrap().remove("per");
    assert_eq!(solved(&short).1, average);
    short["budget"] = json!(50_000);
    let (_, poor) = solved(&short);
    assert_eq!((&poor["total_spend"], &poor["binding"]), (&json!(50_000), &json!(["budget"])));
}

#[test]
fn a_target_out_of_reach_says_what_can_be_had() {
    let mut dear = question("average");
    dear["channels"] = json!([{"id": "fair", "curve": {"ceiling": 100, "cost": 25}, "min": 500}]);
    let (status, answer) = solved(&dear);
    assert_eq!(status, Some(1));
    assert_eq!(
        answer["infeasible"],
        json!(["The average cost cannot be brought below 25, 17 more than the 8 asked for"])
    );
}

#[test]
fn questions_that_make_no_sense_are_refused() {
    let changed = |field: &str, value: Value| {
        let mut question = question("average");
        question[field] = value;
        question.to_string()
    };
    let mut without = question("average");
    without.as_object_mut().unwrap().remove("max_cost");
    let most = |field: &str, value: Value| {
        json!({"objective": "max_response", "budget": 1, field: value, "channels": []}).to_string()
    };
    for (question, expected) in [
        (without.to_string(), "max_cost is missing"),
        (changed("max_cost", json!(0)), "max_cost: 0 lies outside 1e-15 to 1e15"),
        (changed("max_cost", json!(-3)), "max_cost: -3 lies outside"),
        (changed("per", json!("each")), "per: \"each\" is not known here"),
        (changed("target", json!(5)), "target: the objective max_cost takes max_cost"),
        (most("max_cost", json!(4)), "max_cost: only the objective max_cost takes it"),
        (most("per", json!("average")), "per: only the objective max_cost takes it"),
    ] {
        let line = refused(&run_with_input(&["solve", "allocation"], &question));
        assert!(line.contains(expected), "{question}: {line}");
    }
    for (arguments, expected) in [
        (&["--max-cost", "30", "--target", "9"][..], "--target"),
        (&["--max-cost", "30", "--max-marginal", "9"], "--max-marginal"),
        (&["--max-cost", "0"], "--max-cost: 0 lies outside"),
        (&["--max-marginal", "much"], "max-marginal"),
    ] {
        let line = refused(&run(&[&["optimize", WORKED_CASE], arguments].concat()));
        assert!(line.contains(expected), "{arguments:?}: {line}");
    }
}

#[test]
fn the_worked_case_is_asked_for_a_cost_of_each_result() {
    let asked = |arguments: &[&str]| {
        json(&[&["optimize", WORKED_CASE, "--objective", "registrations", "--format", "json"], arguments].concat())
    };
    let average = asked(&["--max-cost", "30"]);
    assert_eq!(average["certified"], true);
    let cost = number(&average, "total_spend") / number(&average, "response");
    assert!(cost <= 30.0, "{cost}");
    let leads = json(&["optimize", WORKED_CASE, "--objective", "leads", "--max-cost", "1000", "--format", "json"]);
    assert_eq!(leads["certified"], true);
    assert!(number(&leads, "total_spend") <= 1_000.0 * number(&leads, "response"));
    let last = asked(&["--max-marginal", "30"]);
    assert_eq!(last["certified"], true);
    for language in ["en", "zh-CN"] {
        for option in ["--max-cost", "--max-marginal"] {
            let told = answer(&["optimize", WORKED_CASE, option, "40", "--lang", language]);
            let asked = if language == "en" { "at most 40.00 was asked for" } else { "要求不超过 40.00" };
            assert!(told.contains(asked), "{told}");
        }
    }
}
