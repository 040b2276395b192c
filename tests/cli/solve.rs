//! `solve ripple`: reference values of the method, and questions that cannot be answered.

use serde_json::{Value, json};

use super::{refused, run_with_input, text};

fn reference() -> Value {
    json!({
        "funnel": { "cost": 500_000, "audience": 200, "lead_rate": 0.1, "sign_rate": 0.1, "value": 1_000_000 },
        "follow": { "cost": 0, "conversion": 0.02 },
        "share": {
            "vouchers": 100, "unit_cost": 500, "sharers": 100, "contacts": 50, "lead_rate": 0.05, "sign_rate": 0.05,
            "reshare_rate": 0, "audience_limit": null, "generations": 10, "onsite": "funnel"
        }
    })
}

fn solve(question: &Value) -> Value {
    let output = run_with_input(&["solve", "ripple"], &question.to_string());
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    serde_json::from_str(&text(&output.stdout)).unwrap()
}

fn near(value: &Value, expected: f64) {
    let value = value.as_f64().unwrap();
    assert!((value - expected).abs() <= 1e-9 * expected.abs(), "{value} is not {expected}");
}

#[test]
fn the_reference_values() {
    let answer = solve(&reference());
    let names: Vec<&Value> = answer["steps"].as_array().unwrap().iter().map(|step| &step["name"]).collect();
    assert_eq!(names, ["funnel", "follow", "share"]);
    let rows = [
        (500_000.0, 2.0, 2_000_000.0, 4.0),
        (500_000.0, 4.0, 4_000_000.0, 8.0),
        (550_000.0, 14.5, 14_500_000.0, 290.0 / 11.0),
    ];
    for (step, (cost, customers, revenue, roi)) in answer["steps"].as_array().unwrap().iter().zip(rows) {
        near(&step["cost"], cost);
        near(&step["customers"], customers);
        near(&step["revenue"], revenue);
        near(&step["roi"], roi);
    }
    assert_eq!((&answer["reproduction"], &answer["dies_out"]), (&json!(0), &json!(1)));
    assert_eq!(answer["generations"][0], json!({ "generation": 1, "exposures": 5000, "customers": 12.5 }));
}

#[test]
fn follow_and_share_may_be_left_out() {
    let mut question = reference();
    question.as_object_mut().unwrap().retain(|name, _| name == "funnel");
    let answer = solve(&question);
    assert_eq!(answer["steps"].as_array().unwrap().len(), 1);
    assert_eq!(answer["generations"], json!([]));
    question["funnel"]["cost"] = json!(0);
    assert_eq!(solve(&question)["steps"][0]["roi"], Value::Null);
}

#[test]
fn sharing_on_adds_up_to_a_geometric_sum() {
    let mut question = reference();
    question["share"]["reshare_rate"] = json!(0.01);
    question["share"]["generations"] = json!(200);
    let answer = solve(&question);
    near(&answer["reproduction"], 0.5);
    let exposures: f64 =
        answer["generations"].as_array().unwrap().iter().map(|row| row["exposures"].as_f64().unwrap()).sum();
    assert!((exposures - 10_000.0).abs() < 1e-6, "{exposures}");
}

#[test]
fn a_question_that_makes_no_sense_is_refused() {
    let changed = |path: &str, value: Value| {
        let mut question = reference();
        *question.pointer_mut(path).unwrap() = value;
        question.to_string()
    };
    let without = |section: &str, field: &str| {
        let mut question = reference();
        question[section].as_object_mut().unwrap().remove(field);
        question.to_string()
    };
    let mut extra = reference();
    extra["share"]["friends"] = json!(3);
    let mut no_follow = reference();
    no_follow.as_object_mut().unwrap().remove("follow");
    no_follow["share"]["onsite"] = json!("follow");
    let mut endless = reference();
    endless["share"]["reshare_rate"] = json!(1);
    endless["share"]["contacts"] = json!(1e15);
    endless["share"]["generations"] = json!(1000);
    let cases = [
        (String::new(), "ends too early"),
        ("[]".into(), "expected fields in { }, found a list (ripple-planner schema ripple"),
        ("{".into(), "ends too early"),
        (reference().to_string() + "x", "column "),
        (changed("/funnel/lead_rate", json!(1.5)), "funnel.lead_rate: 1.5 lies outside 0 to 1"),
        (changed("/follow/conversion", json!(-0.1)), "follow.conversion: -0.1 lies outside 0 to 1"),
        (changed("/funnel/audience", json!("many")), "funnel.audience: expected a number, found the text \"many\""),
        (changed("/funnel/cost", json!(-1)), "funnel.cost: -1 lies outside 0 to 1e15"),
        (changed("/share/generations", json!(0)), "share.generations: 0 lies outside 1 to 1000"),
        (
            changed("/share/onsite", json!("nowhere")),
            "share.onsite: \"nowhere\" is not known here; choose one of: funnel, follow",
        ),
        (without("funnel", "value"), "funnel.value is missing; add it"),
        (extra.to_string(), "share.friends: there is no such field; expected one of: vouchers,"),
        (no_follow.to_string(), "needs a follow step"),
        (endless.to_string(), "beyond all numbers"),
    ];
    for (question, expected) in cases {
        let line = refused(&run_with_input(&["solve", "ripple"], &question));
        assert!(line.contains(expected), "{question}: {line}");
    }
}
