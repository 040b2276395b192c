//! A curve that learned from months, as a filter.

use serde_json::{Value, json as value};

use super::schema::breaches;
use super::{json, refused, run_with_input, text};

fn question() -> Value {
    let points: Vec<Value> = [(28_000, 1_240), (31_000, 1_410), (30_000, 1_300), (27_500, 1_260), (33_000, 1_450)]
        .map(|(spend, won)| value!({ "spend": spend, "registrations": won }))
        .into();
    value!({
        "prior": {
            "curve": { "ceiling": 24_000, "half_spend": 360_000, "shape": 1.6, "base": 0 },
            "range": { "low": 0.8, "high": 1.25 },
        },
        "months": 12,
        "points": points,
    })
}

fn fit(question: &Value) -> Value {
    let output = run_with_input(&["solve", "fit"], &question.to_string());
    assert!(output.status.success(), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

#[test]
fn five_months_move_the_curve_and_narrow_its_range() {
    let (asked, answer) = (question(), fit(&question()));
    // 30,000 a month of 360,000 buy half of 24,000 in a year: 1,000 a month were guessed, 1,330 or so won.
    let now = &answer["predictions"][1];
    assert_eq!(now["spend"], 30_000);
    assert!((1_200.0..1_340.0).contains(&number(&now["p50"])), "{now}");
    let width = |range: &Value| number(&range["high"]) / number(&range["low"]);
    assert!(width(&answer["range"]) < width(&asked["prior"]["range"]));
    assert!(number(&answer["curve"]["ceiling"]) > 24_000.0);
    let spends: Vec<f64> = answer["predictions"].as_array().unwrap().iter().map(|row| number(&row["spend"])).collect();
    assert_eq!(spends, [15_000.0, 30_000.0, 60_000.0]);
}

#[test]
fn what_was_learned_can_be_asked_with_again() {
    let answer = fit(&question());
    let mut next = question();
    next["points"] = value!([]);
    next["prior"] = value!({ "curve": answer["curve"], "range": answer["range"] });
    next["present"] = value!(360_000);
    let (one, other) = (number(&answer["predictions"][1]["p95"]), number(&fit(&next)["predictions"][1]["p95"]));
    assert!((one - other).abs() < 0.01 * one, "{one} {other}");
}

#[test]
fn question_and_answer_follow_the_schema() {
    let schema = json(&["schema", "fit"]);
    let mut found = Vec::new();
    for (side, value) in [("in", question()), ("out", fit(&question()))] {
        breaches(&schema[side], &schema[side], &value, "", &mut found);
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn what_makes_no_sense_is_one_line() {
    let cases = [
        ("/months", value!(0), "months"),
        ("/months", value!(121), "months"),
        ("/points/2/spend", value!(-1), "points[2].spend"),
        ("/points/0/registrations", value!(1e16), "points[0].registrations"),
        ("/prior/range", value!({ "low": 0, "high": 1 }), "prior.range.low"),
        ("/prior/range", value!({ "low": 1.2, "high": 0.8 }), "prior.range.high"),
        ("/prior/curve/shape", value!(11), "prior.curve.shape"),
        ("/prior/curve", value!({ "half_spend": 1, "cost": 1 }), "prior.curve"),
        ("/present", value!(-5), "present"),
    ];
    for (place, wrong, named) in cases {
        let mut question = question();
        question["present"] = value!(1);
        *question.pointer_mut(place).unwrap() = wrong;
        let output = run_with_input(&["solve", "fit"], &question.to_string());
        assert_eq!(output.status.code(), Some(2), "{place}");
        let line = refused(&output);
        assert!(line.contains(named), "{place}: {line}");
    }
}
