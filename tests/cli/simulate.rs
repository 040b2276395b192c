//! `simulate PLAN`, `solve simulate` and their schema.

use serde_json::{Value, json};

use super::schema::breaches;
use super::{BLANK, WORKED_CASE, WORKED_CASE_ZH, answer, refused, run, run_with_input, text};

/// The worked case's ripple with all its ranges.
fn question() -> Value {
    let uncertain = |likely: f64, low: f64, high: f64| json!({ "likely": likely, "low": low, "high": high });
    json!({
        "funnel": {
            "cost": 500_000, "audience": 200, "lead_rate": uncertain(0.1, 0.07, 0.14),
            "sign_rate": uncertain(0.1, 0.06, 0.16), "value": uncertain(1e6, 8e5, 1.25e6)
        },
        "follow": { "cost": 0, "conversion": 0.02 },
        "share": {
            "vouchers": 100, "unit_cost": 500, "sharers": uncertain(100.0, 64.0, 156.0),
            "contacts": uncertain(50.0, 32.0, 78.0), "lead_rate": uncertain(0.05, 0.031, 0.08),
            "sign_rate": uncertain(0.05, 0.031, 0.08), "reshare_rate": 0, "audience_limit": null,
            "generations": 10, "onsite": "funnel"
        },
        "draws": 20_000, "seed": 1, "targets": { "revenue": 10_000_000, "roi": 10 }
    })
}

fn solved_text(question: &str) -> String {
    let output = run_with_input(&["solve", "simulate"], question);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    text(&output.stdout)
}

fn solved(question: &Value) -> Value {
    serde_json::from_str(&solved_text(&question.to_string())).unwrap()
}

fn schema() -> Value {
    super::json(&["schema", "simulate"])
}

fn follows(schema: &Value, value: &Value) {
    let mut found = Vec::new();
    breaches(schema, schema, value, "", &mut found);
    assert!(found.is_empty(), "{found:#?}");
}

fn close(value: &Value, expected: f64, by: f64) {
    let value = value.as_f64().unwrap();
    assert!((value - expected).abs() <= by, "{value} is not {expected}");
}

#[test]
fn question_and_answer_follow_the_schema() {
    let (schema, question) = (schema(), question());
    follows(&schema["in"], &question);
    let answer = solved(&question);
    follows(&schema["out"], &answer);
    close(&answer["roi"]["p10"], 14.4, 0.4);
    close(&answer["roi"]["p90"], 51.3, 1.5);
    assert_eq!(answer["tornado"].as_array().unwrap().len(), 7);
    let explained: f64 =
        answer["tornado"].as_array().unwrap().iter().map(|row| row["explains"].as_f64().unwrap()).sum();
    assert!((explained - 1.0).abs() < 1e-9);
}

#[test]
fn a_product_has_its_closed_form() {
    // Only off-site customers: sharers × contacts × fixed rates × value, log-normal as a whole.
    let mut question = question();
    question["funnel"]["audience"] = json!(0);
    for (section, field) in
        [("funnel", "lead_rate"), ("funnel", "sign_rate"), ("share", "lead_rate"), ("share", "sign_rate")]
    {
        question[section][field] = json!(0.05);
    }
    question.as_object_mut().unwrap().remove("follow");
    question["draws"] = json!(200_000);
    let ranges = [(64.0_f64, 156.0_f64), (32.0, 78.0), (8e5, 1.25e6)];
    // The likely values lie in the middle, so that both sides of each range are the same.
    for ((section, field), (low, high)) in
        [("share", "sharers"), ("share", "contacts"), ("funnel", "value")].iter().zip(ranges)
    {
        question[section][field] = json!({ "likely": (low * high).sqrt(), "low": low, "high": high });
    }
    let median = ranges.iter().map(|(low, high)| (low * high).sqrt()).product::<f64>() * 0.0025;
    let z_95 = 1.644_853_626_951_472_2;
    let deviation = ranges.iter().map(|(low, high)| ((high / low).ln() / (2.0 * z_95)).powi(2)).sum::<f64>().sqrt();
    let quantile = |z: f64| median * (z * deviation).exp();
    question["targets"] = json!({ "revenue": quantile(1.0) });
    let answer = solved(&question);
    for (name, z) in [("p10", -1.281_551_6), ("p50", 0.0), ("p90", 1.281_551_6)] {
        close(&answer["revenue"][name], quantile(z), 0.01 * quantile(z));
    }
    close(&answer["chance"]["revenue"]["value"], 0.158_655, 0.004);
    close(&answer["chance"]["revenue"]["standard_error"], 0.000_817, 0.000_02);
}

/// Off-site customers alone, and only their lead rate varies: 5 % likely, 0.01 % to 60 %. Revenue has its quantiles, of which
/// those between the three numbers are those of Python's `statistics.NormalDist` in the log odds.
#[test]
fn the_likely_value_is_the_median() {
    let mut question = question();
    question["funnel"] = json!({ "cost": 1, "audience": 0, "lead_rate": 0, "sign_rate": 0, "value": 1_000 });
    question["share"] = json!({
        "vouchers": 0, "unit_cost": 0, "sharers": 100, "contacts": 10, "sign_rate": 0.1,
        "lead_rate": { "likely": 0.05, "low": 0.0001, "high": 0.6 }
    });
    question.as_object_mut().unwrap().remove("follow");
    question["draws"] = json!(200_000);
    let reached = |rate: f64| {
        let mut question = question.clone();
        question["targets"] = json!({ "revenue": rate * 100_000.0 });
        solved(&question)
    };
    let error = |p: f64| 4.0 * (p * (1.0 - p) / 200_000.0).sqrt();
    for (rate, above) in [(0.0001, 0.95), (0.000_398_940_016, 0.9), (0.05, 0.5), (0.417_161_958_959, 0.1), (0.6, 0.05)]
    {
        close(&reached(rate)["chance"]["revenue"]["value"], above, error(above));
    }
    let answer = reached(0.05);
    close(&answer["revenue"]["p50"], 5_000.0, 60.0);
    close(&answer["tornado"][0]["low_result"], 10.0, 1e-6);
    close(&answer["tornado"][0]["high_result"], 60_000.0, 1e-3);
}

/// The fields turned around, at every depth.
fn turned(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let fields: Vec<String> =
                fields.iter().rev().map(|(name, value)| format!("{name:?}:{}", turned(value))).collect();
            format!("{{{}}}", fields.join(","))
        }
        other => other.to_string(),
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let written = question().to_string();
    let first = solved_text(&written);
    assert_eq!(solved_text(&written), first);
    assert_ne!(turned(&question()), written);
    assert_eq!(solved_text(&turned(&question())), first);
    let mut other = question();
    other["seed"] = json!(2);
    assert_ne!(solved(&other)["revenue"], solved(&question())["revenue"]);
}

#[test]
fn another_range_moves_no_draw() {
    let mut question = question();
    question["targets"] = json!({});
    let before = solved(&question);
    // A cost does not enter the revenue.
    question["funnel"]["cost"] = json!({ "likely": 500_000, "low": 400_000, "high": 700_000 });
    let after = solved(&question);
    assert_eq!((&before["revenue"], &before["customers"]), (&after["revenue"], &after["customers"]));
    assert_ne!(before["roi"], after["roi"]);
    assert_eq!(after["tornado_of"], "revenue");
    question["targets"] = json!({ "roi": 10 });
    let names = |answer: &Value| {
        answer["tornado"].as_array().unwrap().iter().map(|row| row["input"].clone()).collect::<Vec<_>>()
    };
    let about_roi = solved(&question);
    assert!(about_roi["tornado_of"] == "roi" && names(&about_roi).contains(&json!("funnel.cost")));
}

#[test]
fn without_a_cost_there_is_no_return() {
    let mut question = question();
    question["funnel"]["cost"] = json!(0);
    question["share"]["unit_cost"] = json!(0);
    question["targets"] = json!({ "roi": 10 });
    let answer = solved(&question);
    assert_eq!((&answer["roi"], &answer["chance"]), (&json!(null), &json!({ "roi": null })));
    assert_eq!(answer["tornado_of"], "revenue");
    question["targets"] = json!({ "revenue": 10_000_000 });
    assert_eq!(solved(&question)["tornado"], answer["tornado"]);
    follows(&super::json(&["schema", "simulate"])["out"], &answer);
}

#[test]
fn without_ranges_nothing_varies() {
    let mut question = question();
    for section in ["funnel", "share"] {
        for (_, value) in question[section].as_object_mut().unwrap() {
            if let Some(likely) = value.get("likely") {
                *value = likely.clone();
            }
        }
    }
    let answer = solved(&question);
    let exactly = json!({ "p10": 14_500_000, "p50": 14_500_000, "p90": 14_500_000, "mean": 14_500_000 });
    assert_eq!((&answer["revenue"], &answer["tornado"]), (&exactly, &json!([])));
    assert_eq!(answer["chance"]["roi"], json!({ "value": 1, "standard_error": 0 }));
}

#[test]
fn what_makes_no_sense_is_refused() {
    let with = |path: &str, value: Value| {
        let mut question = question();
        *question.pointer_mut(path).unwrap() = value;
        question.to_string()
    };
    let range = |likely: f64, low: f64, high: f64| json!({ "likely": likely, "low": low, "high": high });
    let cases = [
        (with("/share/contacts", range(50.0, 78.0, 32.0)), "share.contacts: the low end 78 is above the high end 32"),
        (with("/share/contacts", range(90.0, 32.0, 78.0)), "share.contacts: the likely value 90 lies outside 32 to 78"),
        (with("/funnel/lead_rate", range(0.1, 0.05, 1.5)), "funnel.lead_rate.high: 1.5 lies outside 0 to 1"),
        (with("/funnel/lead_rate", json!(7)), "funnel.lead_rate: 7 lies outside 0 to 1"),
        (with("/funnel/value", range(5.0, -1.0, 9.0)), "funnel.value.low: -1 lies outside 0 to 1e15"),
        (with("/funnel/value", json!({ "likely": 5, "low": 1 })), "a range needs both low and high"),
        (with("/funnel/value", json!({ "likely": 5, "least": 1 })), "funnel.value.least: there is no such field"),
        (with("/draws", json!(0)), "draws: 0 lies outside 1 to 10000000"),
        (with("/seed", json!(-1)), "seed: this number is too large or too small here"),
        (with("/targets", json!({ "profit": 1 })), "targets.profit: there is no such field"),
        ("{}".to_owned(), "funnel is missing; add it"),
    ];
    for (question, expected) in cases {
        let line = refused(&run_with_input(&["solve", "simulate"], &question));
        assert!(line.contains(expected), "{line}");
    }
}

#[test]
fn the_odds_of_a_plan() {
    let odds = super::json(&["simulate", WORKED_CASE, "--format", "json"]);
    follows(&schema()["plan"], &odds);
    close(&odds["chance"]["revenue"]["value"], 0.306, 0.007);
    close(&odds["months"][11]["p5"], 23.0e6, 0.2e6);
    close(&odds["registration_ranges"]["total"]["low"], 34_325.0, 50.0);
    assert_eq!((odds["draws"].clone(), odds["ranges"].clone()), (json!(20_000), json!(23)));
    assert_eq!(super::json(&["simulate", WORKED_CASE, "--format", "json", "--seed", "1", "--draws", "20000"]), odds);
    let more = super::json(&["simulate", WORKED_CASE, "--format", "json", "--draws", "30,000", "--seed", "7"]);
    assert_eq!((more["draws"].clone(), more["seed"].clone()), (json!(30_000), json!(7)));
    assert_ne!(more["revenue"], odds["revenue"]);
    let summary = super::json(&["summary", WORKED_CASE, "--format", "json"]);
    assert_eq!(summary["odds"], odds, "the summary draws the same");
}

#[test]
fn a_page_to_read_in_both_languages() {
    let page = answer(&["simulate", WORKED_CASE]);
    for expected in ["86\u{a0}%", "31\u{a0}% ± 0.3", "Lead rate off site", "Sponsored launch: eight times in ten"] {
        assert!(page.contains(expected), "{expected} is not in\n{page}");
    }
    let page = answer(&["simulate", WORKED_CASE_ZH, "--lang", "zh-CN"]);
    for expected in ["达成的可能性为 31%", "31% ± 0.3", "场外线索率", "赞助发布会：十次中有八次"]
    {
        assert!(page.contains(expected), "{expected} is not in\n{page}");
    }
    assert!(answer(&["simulate", BLANK]).contains("No estimate has a 90"));
}

#[test]
fn bad_usage_of_simulate() {
    let cases = [
        (&["simulate"][..], "PLAN is missing"),
        (&["simulate", WORKED_CASE, "--draws", "many"], "--draws: \"many\" is no number"),
        (&["simulate", WORKED_CASE, "--draws", "0"], "--draws: 0 lies outside 1 to 1000000"),
        (&["simulate", WORKED_CASE, "--seed", "-3"], "--seed: \"-3\" is no number"),
        (&["simulate", WORKED_CASE, "--format", "csv"], "\"csv\" is not known here"),
    ];
    for (arguments, expected) in cases {
        let line = refused(&run(arguments));
        assert!(line.contains(expected), "{arguments:?}: {line}");
    }
}

#[test]
fn ripple_has_a_schema_too() {
    let schema = super::json(&["schema", "ripple"]);
    let mut question = question();
    question.as_object_mut().unwrap().retain(|name, _| ["funnel", "follow", "share"].contains(&name.as_str()));
    let mut found = Vec::new();
    breaches(&schema["in"], &schema["in"], &question, "", &mut found);
    assert!(!found.is_empty(), "ranges are for `solve simulate` alone");
    question["funnel"] = json!({ "cost": 1, "audience": 2, "lead_rate": 0.5, "sign_rate": 0.5, "value": 3 });
    question.as_object_mut().unwrap().remove("share");
    follows(&schema["in"], &question);
    let output = run_with_input(&["solve", "ripple"], &question.to_string());
    follows(&schema["out"], &serde_json::from_str(&text(&output.stdout)).unwrap());
}
