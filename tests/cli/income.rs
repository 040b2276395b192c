//! Income of a shared event: in the filter, and on the way from a plan file to its summary.

use std::fs;

use serde_json::{Value, json};

use super::schema::breaches;
use super::split::{ask, column, solve, worked_case};
use super::{WORKED_CASE, answer, json as run_json, path_text, refused, run_with_input};

/// The worked case with a sponsor, whose money a partner received.
fn sponsored(amount: i32, received_by: &Value) -> Value {
    let mut question = worked_case();
    let sponsor = json!({ "label": "sponsor", "amount": amount, "received_by": received_by });
    question["items"].as_array_mut().unwrap().push(sponsor);
    question
}

#[test]
fn a_sponsor_makes_the_event_cheaper_and_its_money_is_paid_on() {
    let answer = solve(&sponsored(-37_000, &json!([{ "party": "quill", "amount": 37_000 }])));
    assert_eq!(
        (&answer["cost"], &answer["income"], &answer["total"]),
        (&json!(148_000), &json!(37_000), &json!(111_000))
    );
    assert_eq!(column(&answer, "share"), json!([30_000, 36_000, 24_000, 15_000, 6_000]));
    assert_eq!(column(&answer, "received"), json!([0, 0, 0, 0, 37_000]));
    assert_eq!(column(&answer, "balance"), json!([26_000, 24_000, 0, -7_000, -43_000]));
    assert_eq!(column(&answer, "saving"), json!([70_000, 84_000, 56_000, 35_000, 14_000]));
    assert_eq!(answer["transfers"].as_array().unwrap().len(), 3);
    assert_eq!((&answer["minimal"], &answer["gains"], &answer["unreceived"]), (&json!(true), &json!([]), &json!(0)));
    // A party alone received all of it, and so did one without an amount.
    for all in [json!("quill"), json!([{ "party": "quill" }])] {
        assert_eq!(solve(&sponsored(-37_000, &all)), answer);
    }
}

#[test]
fn who_gains_is_said_to_gain() {
    let answer = solve(&sponsored(-185_000, &json!("us")));
    assert_eq!(
        (&answer["total"], column(&answer, "share")),
        (&json!(-37_000), json!([-10_000, -12_000, -8_000, -5_000, -2_000]))
    );
    let gains: Vec<&Value> = answer["gains"].as_array().unwrap().iter().map(|gain| &gain["amount"]).collect();
    assert_eq!(gains, [10_000, 12_000, 8_000, 5_000, 2_000]);
    assert_eq!(answer["gains"][4]["party"], "quill");
    assert_eq!(answer["unfair"], json!([]));
}

#[test]
fn income_still_to_come_is_in_no_transfer() {
    let before = solve(&worked_case());
    let answer = solve(&sponsored(-37_000, &json!([])));
    assert_eq!(
        (&answer["unreceived"], column(&answer, "unreceived")),
        (&json!(37_000), json!([10_000, 12_000, 8_000, 5_000, 2_000]))
    );
    assert_eq!(answer["transfers"], before["transfers"]);
}

#[test]
fn any_digits_and_every_rule_sum_to_the_unit() {
    for digits in 0_u8..=4 {
        let unit = 10_f64.powi(-i32::from(digits));
        for rule in ["equal", "weights", "benefit", "alone", "equal_savings", "airport"] {
            for sponsor in [-1.0, -0.7, -100.0, -98_765_432_109.0] {
                // As it is typed: a multiple of a tenth is no exact float.
                let sponsor: f64 = format!("{sponsor:.*}", usize::from(digits)).parse().unwrap();
                let party =
                    |id: &str, alone: u32| json!({ "id": id, "weight": alone, "benefit": alone, "alone": alone });
                let question = json!({
                    "digits": digits, "rule": rule,
                    "items": [{ "amount": 100 }, { "amount": sponsor, "received_by": "b" }],
                    "parties": [party("a", 50), party("b", 70), party("c", 1)],
                });
                let answer = solve(&question);
                let units = |value: &Value| (value.as_f64().unwrap() / unit).round();
                let shares = column(&answer, "share");
                let sum: f64 = shares.as_array().unwrap().iter().map(units).sum();
                assert_eq!((sum, units(&answer["total"])), (((100.0 + sponsor) / unit).round(), sum), "{question}");
            }
        }
    }
}

#[test]
fn a_question_that_contradicts_itself_is_refused() {
    let cases = [
        (
            sponsored(-5, &json!([{ "party": "us", "amount": 6 }])),
            "items[7].received_by: more is received than the item",
        ),
        (sponsored(-5, &json!([{ "party": "us", "amount": -5 }])), "items[7].received_by[0].amount: -5 lies outside 0"),
        (sponsored(-5, &json!("stranger")), "items[7].received_by[0].party: there is no party \"stranger\""),
        (sponsored(-5, &json!([{ "by": "us" }])), "items[7].received_by[0].by: there is no such field"),
        (sponsored(-5, &json!(5)), "items[7].received_by: expected a list, found the number"),
        (sponsored(5, &json!("us")), "items[7].received_by: only an amount below 0 is received"),
    ];
    for (question, expected) in cases {
        let line = refused(&run_with_input(&["solve", "split"], &question.to_string()));
        assert!(line.contains(expected), "{question}: {line}");
    }
    let mut paid = sponsored(-5, &json!([]));
    paid["items"][7]["paid_by"] = json!([{ "party": "us", "amount": 5 }]);
    let line = refused(&run_with_input(&["solve", "split"], &paid.to_string()));
    assert!(line.contains("items[7].paid_by: an amount below 0 comes in"), "{line}");
}

#[test]
fn percent_of_a_gain_that_do_not_add_up_are_said() {
    let party = |id: &str, percent: u32| json!({ "id": id, "percent": percent });
    let question = json!({
        "rule": "percent", "items": [{ "amount": -100 }], "parties": [party("a", 60), party("b", 30)],
    });
    assert_eq!(ask(&question, 1)["missing"], json!(-10));
}

#[test]
fn question_and_answer_follow_the_schema() {
    let schema = run_json(&["schema", "split"]);
    for received in [json!("us"), json!([{ "party": "us", "amount": 5 }, { "party": "quill", "amount": 7 }])] {
        let question = sponsored(-2_000, &received);
        for (side, value) in [("in", question.clone()), ("out", solve(&question))] {
            let mut found = Vec::new();
            breaches(&schema[side], &schema[side], &value, "", &mut found);
            assert!(found.is_empty(), "{side}: {found:#?}");
        }
    }
}

/// A plan with a sponsor whose money Quill Docs received.
fn plan_with(item: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let plan = fs::read_to_string(WORKED_CASE).unwrap();
    let first = plan.find("Item(").unwrap();
    fs::write(&path, format!("{}{item},\n{}", &plan[..first], &plan[first..])).unwrap();
    let path = path_text(&path).to_owned();
    (folder, path)
}

#[test]
fn a_summary_says_what_came_in_and_who_holds_it() {
    let sponsor = |amount: u32, received: u32| {
        format!(
            "Item(id: \"sponsor\", label: \"Sponsor\", kind: Income, amount: \"{amount}.00\", \
             received_by: [Payment(party: \"quill\", amount: \"{received}.00\")])"
        )
    };
    let (_folder, plan) = plan_with(&sponsor(37_000, 30_000));
    let summary = |format, language| answer(&["summary", &plan, "--format", format, "--lang", language]);
    let text = summary("text", "en").replace('\n', " ");
    for expected in [
        "Cost 148,000\u{a0}CNY less income 37,000\u{a0}CNY: total 111,000\u{a0}CNY.",
        "7,000\u{a0}CNY of income is not received yet: in no transfer.",
    ] {
        assert!(text.contains(expected), "{expected:?} is missing in\n{text}");
    }
    assert!(
        summary("markdown", "zh-CN").contains("费用 148,000\u{a0}元减收入 37,000\u{a0}元，总费用 111,000\u{a0}元。")
    );
    assert!(text.contains("Received") && summary("csv", "en").contains("Received so far"));
    let json: Value = serde_json::from_str(&summary("json", "en")).unwrap();
    let event = &json["events"][0];
    assert_eq!((&event["total"], &event["cost"], &event["income"]), (&json!(111_000), &json!(148_000), &json!(37_000)));
    assert_eq!((&event["own_share"], &event["unreceived"]), (&json!(30_000), &json!(7_000)));
    assert_eq!(event["shares"][4]["received"], json!(30_000));
    // What the company pays after income is what its allocation counts.
    let before: Value = serde_json::from_str(&answer(&["summary", WORKED_CASE, "--format", "json"])).unwrap();
    let allocated = |summary: &Value| summary["allocation"]["allocated"].as_f64().unwrap();
    assert!((allocated(&before) - allocated(&json) - 10_000.0).abs() < 1e-6);

    let (_folder, plan) = plan_with(&sponsor(185_000, 185_000));
    let summary = |format, language| answer(&["summary", &plan, "--format", format, "--lang", language]);
    let text = summary("text", "en").replace('\n', " ");
    for expected in ["a gain of 37,000\u{a0}CNY.", "5 parties gain 37,000\u{a0}CNY in all", "own gain"] {
        assert!(text.contains(expected), "{expected:?} is missing in\n{text}");
    }
    let chinese = summary("text", "zh-CN").replace('\n', "");
    assert!(chinese.contains("5 方共净得 37,000\u{a0}元") && chinese.contains("（我方净得）"), "{chinese}");
    let json: Value = serde_json::from_str(&summary("json", "en")).unwrap();
    assert_eq!(json["events"][0]["gains"][4], json!({ "party": "Quill Docs", "amount": 2_000 }));
    let channels = json["allocation"]["channels"].as_array().unwrap().iter();
    let shares: f64 = channels.map(|row| row["share"].as_f64().unwrap()).sum();
    let own = json["events"][0]["own_share_of_budget"].as_f64().unwrap();
    assert!(own < 0.0 && (shares + own - 1.0).abs() < 1e-9, "{shares} and {own}");
}

#[test]
fn more_received_than_comes_in_and_an_income_that_is_paid_are_said() {
    let received = |kind, list, amount| {
        format!(
            "Item(id: \"x\", label: \"Sponsor\", {kind}amount: \"5.00\", {list}: [Payment(party: \"us\", amount: \"{amount}.00\")])"
        )
    };
    let (_folder, plan) = plan_with(&received("kind: Income, ", "received_by", 6));
    let output = super::run(&["check", &plan, "--format", "json"]);
    let said = super::text(&output.stdout);
    assert!(said.contains("received-too-much") && said.contains("of \\\"Sponsor\\\", which brings in 5"), "{said}");
    for item in [received("", "received_by", 5), received("kind: Income, ", "paid_by", 5)] {
        let (_folder, plan) = plan_with(&item);
        let line = refused(&super::run(&["check", &plan]));
        assert!(line.contains("a cost has paid_by, an income (kind: Income) has received_by"), "{line}");
        assert!(line.contains("events[0].items[0]"), "{line}");
    }
}

/// Items of nine million millions each, two of which are more than can be calculated with.
fn two_of(kind: &str, handled: &str) -> String {
    let item = |id: &str| {
        format!(
            "Item(id: \"{id}\", label: \"{id}\", {kind}amount: \"9000000000000\", \
             {handled}: [Payment(party: \"quill\", amount: \"9000000000000\")])"
        )
    };
    format!("{},\n{}", item("first"), item("second"))
}

#[test]
fn what_is_too_large_is_never_nothing() {
    for (kind, handled, large) in [("", "paid_by", "cost"), ("kind: Income, ", "received_by", "income")] {
        let (_folder, plan) = plan_with(&two_of(kind, handled));
        let summary = run_json(&["summary", &plan, "--format", "json"]);
        let event = &summary["events"][0];
        for field in ["total", large, "own_share", "unpaid", "unreceived"] {
            assert_eq!(event[field], Value::Null, "{large}: {field}");
        }
        assert_eq!(summary["allocation"]["events"][0]["budget"], Value::Null, "{large}");
        for field in ["share", "balance", "saving"] {
            assert_eq!(column(event, field), json!([null, null, null, null, null]), "{large}: {field}");
        }
        // What each handled is known but for the one who handled too much.
        let (paid, received) = (column(event, "paid"), column(event, "received"));
        assert_eq!(if large == "cost" { &paid[4] } else { &received[4] }, &Value::Null);
        assert_eq!((&paid[0], &received[0]), (&json!(56_000), &json!(0)));
    }
    let (_folder, plan) = plan_with(&two_of("kind: Income, ", "received_by"));
    for (language, says) in [
        ("en", "What it costs or brings in is too large to calculate with; nobody's share is known."),
        ("zh-CN", "费用或收入太大，无法计算，因此不知道各方的份额。"),
    ] {
        let text = answer(&["summary", &plan, "--format", "markdown", "--lang", language]);
        assert!(text.contains(says), "{text}");
    }
}
