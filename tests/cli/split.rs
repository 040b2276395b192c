//! `solve split`: the worked case, every rule, settling up, and questions that cannot be answered.

use ripple_planner::plan::Currency;
use serde_json::{Value, json};

use super::schema::breaches;
use super::{json as run_json, refused, run_with_input, text};

/// The shared event of the worked case.
pub fn worked_case() -> Value {
    let item = |label: &str, amount: u32, payer: &str| json!({ "label": label, "amount": amount, "paid_by": [{ "party": payer, "amount": amount }] });
    let party = |id: &str, alone: u32, benefit: u32| json!({ "id": id, "alone": alone, "benefit": benefit });
    json!({
        "digits": 2,
        "rule": "alone",
        "items": [
            item("venue", 48_000, "northpeak"), item("furniture", 12_000, "northpeak"),
            item("stage", 36_000, "us"), item("catering", 20_000, "us"),
            item("booths", 18_000, "lantern"), item("badges", 6_000, "lantern"), item("travel", 8_000, "meridian"),
        ],
        "parties": [
            party("us", 100_000, 55), party("northpeak", 120_000, 65), party("lantern", 80_000, 40),
            party("meridian", 50_000, 25), party("quill", 20_000, 15),
        ],
    })
}

pub fn ask(question: &Value, status: i32) -> Value {
    let output = run_with_input(&["solve", "split"], &question.to_string());
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(status), String::new()));
    serde_json::from_str(&text(&output.stdout)).unwrap()
}

pub fn solve(question: &Value) -> Value {
    ask(question, 0)
}

fn with(path: &str, value: Value) -> Value {
    let mut question = worked_case();
    let (place, name) = path.rsplit_once('/').unwrap();
    let parent = question.pointer_mut(place).unwrap();
    match parent {
        Value::Array(list) => list[name.parse::<usize>().unwrap()] = value,
        parent => parent[name] = value,
    }
    question
}

pub fn column(answer: &Value, name: &str) -> Value {
    answer["shares"].as_array().unwrap().iter().map(|row| row[name].clone()).collect()
}

#[test]
fn the_worked_case() {
    let answer = solve(&worked_case());
    assert_eq!(answer["total"], 148_000);
    assert_eq!(column(&answer, "party"), json!(["us", "northpeak", "lantern", "meridian", "quill"]));
    assert_eq!(column(&answer, "share"), json!([40_000, 48_000, 32_000, 20_000, 8_000]));
    assert_eq!(column(&answer, "paid"), json!([56_000, 60_000, 24_000, 8_000, 0]));
    assert_eq!(column(&answer, "balance"), json!([16_000, 12_000, -8_000, -12_000, -8_000]));
    assert_eq!(column(&answer, "saving"), json!([60_000, 72_000, 48_000, 30_000, 12_000]));
    assert_eq!(
        answer["transfers"],
        json!([
            { "from": "lantern", "to": "us", "amount": 8_000 },
            { "from": "meridian", "to": "northpeak", "amount": 12_000 },
            { "from": "quill", "to": "us", "amount": 8_000 },
        ])
    );
    assert_eq!((&answer["minimal"], &answer["lower_bound"]), (&json!(true), &json!(3)));
    assert_eq!((&answer["unfair"], &answer["missing"], &answer["unpaid"]), (&json!([]), &json!(0), &json!(0)));
}

#[test]
fn every_payer_directly_takes_sixteen() {
    let answer = solve(&with("/netting", json!(false)));
    let transfers = answer["transfers"].as_array().unwrap();
    assert_eq!((transfers.len(), &answer["minimal"], &answer["lower_bound"]), (16, &json!(false), &json!(3)));
    assert_eq!((&answer["direct"], &solve(&worked_case())["direct"]), (&json!(16), &json!(16)));
    assert!(transfers.contains(&json!({ "from": "quill", "to": "northpeak", "amount": 3_243.24 })), "{transfers:?}");
    let hundredths = |party: &str, side: &str| -> f64 {
        let about = transfers.iter().filter(|row| row[side] == party);
        about.map(|row| (row["amount"].as_f64().unwrap() * 100.0).round()).sum()
    };
    for (party, balance) in [("us", 1_600_000.0), ("northpeak", 1_200_000.0), ("quill", -800_000.0)] {
        let moved = hundredths(party, "to") - hundredths(party, "from");
        assert!((moved - balance).abs() < 0.5, "{party}: {moved}");
    }
}

#[test]
fn every_rule_shares_to_the_cent() {
    let expected = [
        ("equal", json!([29_600, 29_600, 29_600, 29_600, 29_600])),
        ("benefit", json!([40_700, 48_100, 29_600, 18_500, 11_100])),
        ("alone", json!([40_000, 48_000, 32_000, 20_000, 8_000])),
        ("airport", json!([38_850, 63_516.67, 26_516.67, 14_183.33, 4_933.33])),
        ("weights", json!([29_600, 29_600, 29_600, 29_600, 29_600])),
    ];
    for (rule, shares) in expected {
        assert_eq!(column(&solve(&with("/rule", json!(rule))), "share"), shares, "{rule}");
    }
    let shares = column(&solve(&with("/rule", json!("equal_savings"))), "share");
    let shares: Vec<f64> = shares.as_array().unwrap().iter().map(|share| share.as_f64().unwrap()).collect();
    assert!((shares[0] - 49_333.33).abs() < 0.011 && shares[3..] == [0.0, 0.0], "{shares:?}");
    assert!((shares.iter().sum::<f64>() - 148_000.0).abs() < 1e-6);
}

#[test]
fn what_is_unfair_says_by_how_much() {
    let answer = solve(&with("/rule", json!("equal")));
    assert_eq!(answer["unfair"], json!([{ "party": "quill", "over_by": 9_600 }]));
}

#[test]
fn items_have_their_own_rules_payers_and_sharers() {
    let question = json!({
        "digits": 0,
        "rule": "equal",
        "items": [
            { "amount": 100, "paid_by": [{ "party": "a", "amount": 60 }, { "party": "b", "amount": 40 }] },
            { "amount": 90, "paid_by": [{ "party": "c", "amount": 90 }], "shared_by": ["b", "c"], "rule": "weights" },
        ],
        "parties": [{ "id": "a" }, { "id": "b", "weight": 2 }, { "id": "c" }],
    });
    let answer = solve(&question);
    // 100 in three equal parts, the odd unit to one of them; 90 as 2 to 1.
    assert_eq!(column(&answer, "share"), json!([33, 93, 64]));
    assert_eq!(column(&answer, "balance"), json!([27, -53, 26]));
}

#[test]
fn what_nobody_paid_is_owed_to_the_supplier() {
    let mut question = with("/items/0/paid_by", json!([]));
    question["items"][1]["paid_by"] = json!([]);
    let answer = solve(&question);
    assert_eq!(answer["unpaid"], 60_000);
    let hundredths = |value: &Value| (value.as_f64().unwrap() * 100.0).round();
    let mut left: Vec<f64> = Vec::new();
    for row in answer["shares"].as_array().unwrap() {
        let moved = |side: &str| -> f64 {
            let rows = answer["transfers"].as_array().unwrap().iter().filter(|transfer| transfer[side] == row["party"]);
            rows.map(|transfer| hundredths(&transfer["amount"])).sum()
        };
        left.push(hundredths(&row["balance"]) + hundredths(&row["unpaid"]) + moved("from") - moved("to"));
    }
    assert_eq!(left, [0.0; 5]);
    // With nothing paid at all nobody owes anybody.
    for item in question["items"].as_array_mut().unwrap() {
        item["paid_by"] = json!([]);
    }
    let answer = solve(&question);
    assert_eq!(
        (&answer["transfers"], &answer["unpaid"], &answer["minimal"]),
        (&json!([]), &json!(148_000), &json!(true))
    );
}

#[test]
fn what_does_not_add_up_is_said_and_nothing_is_settled() {
    let percent = |given: [f64; 5]| {
        let mut question = with("/rule", json!("percent"));
        for (party, percent) in question["parties"].as_array_mut().unwrap().iter_mut().zip(given) {
            party["percent"] = json!(percent);
        }
        question
    };
    let answer = ask(&percent([20.0, 20.0, 20.0, 20.0, 10.0]), 1);
    assert_eq!((&answer["missing"], &answer["shares"], &answer["transfers"]), (&json!(14_800), &json!([]), &json!([])));
    assert_eq!(answer["minimal"], json!(false));
    assert_eq!(ask(&percent([20.0, 20.0, 20.0, 20.0, 20.5]), 1)["missing"], json!(-740));
    assert_eq!(solve(&percent([20.0, 20.0, 20.0, 20.0, 20.0]))["missing"], json!(0));
    let mut amounts = with("/rule", json!("amounts"));
    for party in amounts["parties"].as_array_mut().unwrap() {
        party["amount"] = json!(29_599.99);
    }
    assert_eq!(ask(&amounts, 1)["missing"], json!(0.05));
}

#[test]
fn every_item_that_does_not_add_up_is_named() {
    let party = |id: &str, percent: u32| json!({ "id": id, "percent": percent, "amount": 10 });
    let mut question = json!({
        "rule": "equal",
        "items": [
            { "amount": 100, "rule": "percent" },
            { "amount": 5 },
            { "amount": 50, "rule": "amounts", "shared_by": ["a", "b"] },
            { "amount": 200, "rule": "percent" },
        ],
        "parties": [party("a", 40), party("b", 30), party("c", 20)],
    });
    let answer = ask(&question, 1);
    let expected = json!([{ "items": [0, 3], "missing": 30 }, { "items": [2], "missing": 30 }]);
    assert_eq!((&answer["missing"], &answer["missing_in"]), (&json!(60), &expected));
    assert_eq!(solve(&worked_case())["missing_in"], json!([]));
    // Nothing to share is shared; a part of a cent that is missing is a cent.
    question["items"] = json!([{ "amount": 0, "rule": "percent" }]);
    assert_eq!(column(&solve(&question), "share"), json!([0, 0, 0]));
    question["items"] = json!([{ "amount": 0.01, "rule": "percent" }]);
    assert_eq!(ask(&question, 1)["missing"], json!(0.01));
}

#[test]
fn a_question_that_makes_no_sense_is_refused() {
    let no_alone = {
        let mut question = worked_case();
        question["parties"][1].as_object_mut().unwrap().remove("alone");
        question
    };
    let weightless = {
        let mut question = with("/rule", json!("weights"));
        question["parties"].as_array_mut().unwrap().iter_mut().for_each(|party| party["weight"] = json!(0));
        question
    };
    let nobody = json!({ "rule": "equal", "items": [{ "amount": 1 }], "parties": [] });
    let huge = json!({
        "rule": "equal",
        "items": [{ "amount": 9e12 }, { "amount": 9e12 }],
        "parties": [{ "id": "a" }],
    });
    let cases = [
        (json!([]), "expected fields in { }, found a list"),
        (with("/items/0/amount", json!(-1)), "items[0].paid_by: an amount below 0 comes in; name who received it"),
        (with("/items/0/amount", json!(-1e16)), "items[0].amount: -1e16 lies outside -1e15 to 1e15"),
        (with("/items/0/received_by", json!("us")), "items[0].received_by: only an amount below 0 is received"),
        (with("/items/0/amount", json!(48_000.005)), "items[0].amount"),
        (with("/items/0/amount", json!(1e300)), "items[0].amount"),
        (with("/items/0/amount", json!(1e14)), "items[0].amount"),
        (with("/items/0/amount", json!("NaN")), "items[0].amount: expected a number, found the text"),
        (with("/items/0/amount", json!(null)), "items[0].amount: expected a number, found null"),
        (
            with("/items/0/paid_by/0/party", json!("stranger")),
            "items[0].paid_by[0].party: there is no party \"stranger\"",
        ),
        (with("/items/0/paid_by/0/amount", json!(-5)), "items[0].paid_by[0].amount: -5 lies outside"),
        (with("/items/0/paid_by/0/amount", json!(48_000.01)), "items[0].paid_by: more is paid than the item costs"),
        (
            with("/items/0/shared_by", json!(["us", "stranger"])),
            "items[0].shared_by[1]: there is no party \"stranger\"",
        ),
        (with("/items/0/shared_by", json!(["us", "us"])), "items[0].shared_by[1]: \"us\" stands there twice"),
        (with("/items/0/shared_by", json!([])), "items[0].shared_by: nobody shares"),
        (with("/items/0/rule", json!("fair")), "items[0].rule: \"fair\" is not known here"),
        (with("/parties/1/id", json!("us")), "parties[1].id: \"us\" stands there twice"),
        (with("/parties/1/weight", json!(-1)), "parties[1].weight: -1 lies outside"),
        (with("/parties/1/percent", json!(101)), "parties[1].percent: 101 lies outside 0 to 100"),
        (with("/parties/1/alone", json!(-1)), "parties[1].alone: -1 lies outside"),
        (with("/parties/1/colour", json!("teal")), "parties[1].colour: there is no such field"),
        (with("/digits", json!(5)), "digits: 5 lies outside 0 to 4"),
        (with("/rule", json!("fair")), "rule: \"fair\" is not known here"),
        (with("/netting", json!("no")), "netting: expected true or false, found the text"),
        (no_alone, "parties[1]: \"northpeak\" lacks the number this rule needs"),
        (weightless, "items[6]: \"weight\" is 0 for all who share the cost; give at least one of them more"),
        (nobody, "parties: nobody shares the cost"),
        (huge, "items: the sum is too large"),
    ];
    for (question, expected) in cases {
        let line = refused(&run_with_input(&["solve", "split"], &question.to_string()));
        assert!(line.contains(expected), "{question}: {line}");
    }
    for (text, expected) in [
        ("", "ends too early"),
        (r#"{"rule": "equal", "items": [{"amount": NaN}], "parties": []}"#, "items[0].amount: line 1, column"),
    ] {
        assert!(refused(&run_with_input(&["solve", "split"], text)).contains(expected));
    }
    assert!(
        refused(&run_with_input(&["solve", "split"], r#"{"digits": 1e999}"#))
            .contains("digits: this number is too large")
    );
}

#[test]
fn question_and_answer_follow_the_schema() {
    let schema = run_json(&["schema", "split"]);
    let digits = &schema["in"]["properties"]["digits"];
    assert_eq!((&digits["minimum"], &digits["maximum"]), (&json!(0), &json!(Currency::MOST_DIGITS)));
    let draws = &run_json(&["schema", "simulate"])["in"]["properties"]["draws"];
    assert_eq!((&draws["minimum"], &draws["maximum"]), (&json!(1), &json!(10_000_000)));
    let question = worked_case();
    for (side, value) in [("in", question.clone()), ("out", solve(&question))] {
        let mut found = Vec::new();
        breaches(&schema[side], &schema[side], &value, "", &mut found);
        assert!(found.is_empty(), "{side}: {found:#?}");
    }
}
