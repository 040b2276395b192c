//! `optimize` and `solve allocation`: the worked case's proposal, both directions, limits that clash.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;

use ripple_planner::plan::Money;
use serde_json::{Value, json};

use super::schema::breaches;
use super::{WORKED_CASE, WORKED_CASE_ZH, answer, json, path_text, program, refused, run, run_with_input, text};

/// The proposal of the worked case: spends in the plan's order.
const PROPOSED: [i64; 13] =
    [306_000, 120_000, 100_000, 50_000, 54_000, 58_000, 42_000, 20_000, 111_000, 149_000, 90_000, 60_000, 40_000];

/// The answer of `solve allocation`, and the exit status.
pub fn solved(question: &Value) -> (Option<i32>, Value) {
    let output = run_with_input(&["solve", "allocation"], &question.to_string());
    assert_eq!(text(&output.stderr), "");
    (output.status.code(), serde_json::from_str(&text(&output.stdout)).unwrap())
}

fn question() -> Value {
    json!({
        "objective": "max_response", "budget": 150_000, "step": 1000,
        "channels": [
            {"id": "sem", "curve": {"ceiling": 20_000, "half_spend": 60_000, "shape": 1.6}, "max": 120_000, "group": "A"},
            {"id": "fair", "curve": {"ceiling": 9000, "half_spend": 30_000, "shape": 2.6}, "min": 20_000, "off_or_min": true},
            {"id": "referral", "curve": {"ceiling": 400, "cost": 25, "base": 10}, "weight": 2},
            {"id": "site", "curve": {"base": 700}, "fixed": 12_345.5, "group": "A"},
        ],
        "groups": [{"id": "A", "min": 5000, "max": 90_000}],
    })
}

/// A question with another value in one place.
pub fn changed(mut question: Value, path: &str, value: Value) -> String {
    let (parent, field) = path.rsplit_once('/').unwrap();
    question.pointer_mut(parent).unwrap()[field] = value;
    question.to_string()
}

#[test]
fn the_worked_case_gets_its_proposal() {
    for plan in [WORKED_CASE, WORKED_CASE_ZH] {
        let best = json(&["optimize", plan, "--format", "json"]);
        let spends: Vec<i64> =
            best["spend"].as_array().unwrap().iter().map(|row| row["spend"].as_i64().unwrap()).collect();
        assert_eq!(spends, PROPOSED);
        assert_eq!(format!("{:.0}", best["response"].as_f64().unwrap()), "38065");
        assert_eq!((&best["certified"], &best["gap"]), (&json!(true), &json!(0)));
        assert_eq!(best["binding"], json!(["budget", "group:B:min"]));
        assert_eq!(best["present"]["response"], 37_000);
        assert_eq!(best["present"]["least_spend"], 1_131_000);
        assert_eq!([&best["present"]["certified"], &best["frontier_complete"]], [true, true]);
        assert_eq!(best["spend"][0]["present"], json!({"spend": 360_000, "response": 16_200}));
    }
    let least = json(&["optimize", WORKED_CASE, "--target", "37,000", "--format", "json"]);
    assert_eq!([&least["total_spend"], &least["bound"]], [1_131_000, 1_131_000]);
    assert!(least["response"].as_f64().unwrap() >= 37_000.0);
}

#[test]
fn the_proposal_reads_in_both_languages() {
    let english = answer(&["optimize", WORKED_CASE]);
    assert!(english.contains("38,065  now 37,000") && english.contains("proven"), "{english}");
    assert!(english.contains("Minimum of Class B customers"), "{english}");
    let chinese = answer(&["optimize", WORKED_CASE_ZH, "--budget", "1300000", "--lang", "zh-CN"]);
    assert!(chinese.contains("最优分配") && chinese.contains("已证明"), "{chinese}");
    for objective in ["leads", "customers", "revenue"] {
        assert!(answer(&["optimize", WORKED_CASE, "--objective", objective]).contains("proven"));
    }
}

/// What `optimize` prints about the worked case after a change in its text.
fn told_after(from: &str, to: &str, arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let before = fs::read_to_string(WORKED_CASE).unwrap();
    let after = before.replacen(from, to, 1);
    assert_ne!(before, after);
    fs::write(&path, after).unwrap();
    answer(&[&["optimize", path_text(&path)], arguments].concat())
}

#[test]
fn the_text_says_what_a_planner_asks_next() {
    let english = answer(&["optimize", WORKED_CASE]);
    for said in ["without it 859 more registrations\n- Budget\n", "1,320,000         39,406"] {
        assert!(english.contains(said), "{said:?} in {english}");
    }
    let row = english.lines().filter(|line| line.starts_with("Search advertising")).nth(1).unwrap();
    let cells: Vec<&str> = row.split_whitespace().skip(2).collect();
    assert_eq!(cells, ["22.22", "19.61", "9.0", "13.5"], "average cost and the next 1,000, before and after");
    let chinese = answer(&["optimize", WORKED_CASE_ZH, "--lang", "zh-CN"]);
    for said in ["：取消后可多得 859 个注册", "用于“搜索投放”最合算"] {
        assert!(chinese.contains(said), "{said:?} in {chinese}");
    }
    let kept = told_after("half_spend: \"120000.00\"", "half_spend: \"0.00\"", &[]);
    assert!(kept.contains("Search advertising keeps its money and counts for nothing"), "{kept}");
}

#[test]
fn the_text_shows_fen_where_there_are_any_and_the_currency_of_revenue() {
    let told = told_after("spend: \"360000.00\"", "spend: \"360500.55\"", &[]);
    for said in ["360,500.55", "120,000.00", "now 1,200,500.55", "−54,500.55"] {
        assert!(told.contains(said), "{said} in {told}");
    }
    assert!(!told.contains("360,501"));
    let revenue = answer(&["optimize", WORKED_CASE, "--objective", "revenue"]);
    for said in ["\nRevenue, CNY ", "Nothing brings more than, CNY ", "Next 1,000 CNY buys, CNY "] {
        assert!(revenue.contains(said), "{said:?} in {revenue}");
    }
}

#[test]
fn what_is_left_of_the_budget_is_said() {
    let mut wide = question();
    (wide["budget"], wide["channels"][1]["max"]) = (json!(400_000), json!(30_000));
    let (status, best) = solved(&wide);
    // 77,000 of the group's 90,000 beside what is fixed, 30,000, and 400 for 25 each.
    assert_eq!((status, &best["unspent"], &best["certified"]), (Some(0), &json!(270_654.5), &json!(true)));
    let (_, full) = solved(&question());
    assert!(full["unspent"].as_f64().unwrap() < 1_000.0, "{full}");
    wide.as_object_mut().unwrap().remove("budget");
    (wide["objective"], wide["target"]) = (json!("min_spend"), json!(900));
    assert_eq!(solved(&wide).1["unspent"], Value::Null, "nothing was to be spent");

    let folder = tempfile::tempdir().unwrap();
    for (plan, language, said) in [
        (WORKED_CASE, "en", "\n800,000\u{a0}CNY of 2,000,000\u{a0}CNY stay unspent: the maximums hold no more.\n"),
        (WORKED_CASE_ZH, "zh-CN", "\n2,000,000\u{a0}元中有 800,000\u{a0}元用不出去：各项上限合计只容得下这些。\n"),
    ] {
        let mut held = ripple_planner::file::open(Path::new(plan)).unwrap();
        for channel in &mut Arc::make_mut(&mut held.allocation).channels {
            channel.max = Some(channel.spend);
        }
        let path = folder.path().join(format!("{language}.ron"));
        ripple_planner::file::save(&path, &held).unwrap();
        let told = answer(&["optimize", path_text(&path), "--budget", "2000000", "--lang", language]);
        assert!(told.contains(said), "{said:?} in {told}");
        let first = told.find(said).unwrap();
        assert!(first < told.find("1,200,000").unwrap(), "it comes first: {told}");
        let told = answer(&["optimize", path_text(&path), "--lang", language]);
        assert!(!told.contains("unspent") && !told.contains("用不出去"), "{told}");
    }
}

#[test]
fn a_split_that_brings_less_revenue_says_so_wherever_it_is_proposed() {
    let folder = tempfile::tempdir().unwrap();
    for (saved, language, said) in [(WORKED_CASE, "en", "less revenue"), (WORKED_CASE_ZH, "zh-CN", "收入比现在少")]
    {
        let mut plan = ripple_planner::file::open(Path::new(saved)).unwrap();
        let told = answer(&["optimize", saved, "--lang", language]) + &answer(&["summary", saved, "--lang", language]);
        assert!(!told.contains(said), "the worked case loses none: {told}");
        let allocation = Arc::make_mut(&mut plan.allocation);
        allocation.class_b.value.likely = plan.currency.whole(2_000_000).unwrap();
        allocation.class_b.value.range = None;
        allocation.tasks.b.min = None;
        let path = folder.path().join(format!("{language}.ron"));
        ripple_planner::file::save(&path, &plan).unwrap();
        for command in ["optimize", "summary"] {
            let told = answer(&[command, path_text(&path), "--lang", language]);
            assert!(told.contains(said), "{command}: {told}");
        }
        let lost = &json(&["summary", path_text(&path), "--format", "json"])["proposal"]["revenue_lost"];
        assert!(lost.as_f64().unwrap() > 1_000_000.0, "{lost}");
        let told = answer(&["optimize", path_text(&path), "--objective", "revenue", "--lang", language]);
        assert!(!told.contains(said), "{told}");
    }
}

#[test]
fn what_the_next_money_buys_can_be_read_whatever_the_step() {
    for step in ["1.00", "0.01"] {
        let told = told_after("step: \"1000.00\"", &format!("step: \"{step}\""), &[]);
        let next = told.lines().find(|line| line.starts_with("Next ")).unwrap();
        assert!(next.starts_with("Next 1,000 CNY buys ") && next.contains("+13."), "{step}: {next}");
    }
}

#[test]
fn writing_keeps_everything_but_the_spends() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    fs::copy(WORKED_CASE, &path).unwrap();
    answer(&["optimize", path_text(&path), "--write"]);
    let (before, after) = (fs::read_to_string(WORKED_CASE).unwrap(), fs::read_to_string(&path).unwrap());
    let changed: Vec<&str> =
        before.lines().zip(after.lines()).filter(|(old, new)| old != new).map(|(_, new)| new.trim()).collect();
    assert_eq!(before.lines().count(), after.lines().count());
    assert_eq!(changed.len(), 9, "{changed:?}");
    assert!(changed.iter().all(|line| line.starts_with("spend: ")), "{changed:?}");
    let again = json(&["optimize", path_text(&path), "--format", "json"]);
    assert_eq!(again["present"]["response"], again["response"]);
    answer(&["optimize", path_text(&path), "--budget", "1300000", "--write"]);
    let larger = json(&["summary", path_text(&path), "--format", "json"]);
    assert_eq!([&larger["allocation"]["budget"], &larger["allocation"]["allocated"]], [1_300_000, 1_300_000]);
    assert_eq!(larger["proposal"]["worth_it"], false);
}

#[test]
fn a_question_is_answered_as_its_schema_says() {
    let schema = json(&["schema", "allocation"]);
    let (status, best) = solved(&question());
    assert_eq!((status, &best["certified"]), (Some(0), &json!(true)));
    assert_eq!(best["spend"][3]["spend"], json!(12_345.5));
    let spent: f64 = best["spend"].as_array().unwrap().iter().map(|row| row["spend"].as_f64().unwrap()).sum();
    assert!(spent <= 150_000.0 && (spent - best["total_spend"].as_f64().unwrap()).abs() < 1e-6);
    let plan = json(&["optimize", WORKED_CASE, "--format", "json"]);
    for (part, value) in [("in", &question()), ("out", &best), ("out", &plan)] {
        let mut found = Vec::new();
        breaches(&schema[part], &schema[part], value, "", &mut found);
        assert!(found.is_empty(), "{part}: {found:#?}");
    }
    let mut least = question();
    least["objective"] = json!("min_spend");
    least["target"] = json!(best["response"].as_f64().unwrap() - 1e-6);
    let (status, least) = solved(&least);
    assert_eq!((status, &least["total_spend"]), (Some(0), &best["total_spend"]));
}

#[test]
fn clashing_limits_are_named_with_their_sums() {
    let mut tight = question();
    tight["groups"][0]["max"] = json!(10_000);
    let (status, answer) = solved(&tight);
    assert_eq!((status, &answer["spend"], &answer["certified"]), (Some(1), &json!([]), &json!(false)));
    assert_eq!(
        answer["infeasible"],
        json!(["A: at least 12,345.5 is needed, 2,345.5 more than the maximum of 10,000"])
    );

    let mut fine = question();
    (fine["budget"], fine["step"]) = (json!(1e14), json!(0.01));
    let (status, answer) = solved(&fine);
    assert_eq!((status, &answer["spend"], &answer["certified"]), (Some(1), &json!([]), &json!(false)));
    assert_eq!(answer["infeasible"], json!(["A step of 0.01 is too fine for such amounts: take 0.1 or more"]));

    let output = run(&["optimize", WORKED_CASE, "--budget", "100000"]);
    assert_eq!(output.status.code(), Some(1));
    let said = "All minimums together need 570,000, 470,000 more than the budget of 100,000\n";
    assert_eq!(text(&output.stdout), said);
    assert_eq!(run(&["optimize", WORKED_CASE, "--target", "1e9"]).status.code(), Some(2));
    assert_eq!(run(&["optimize", WORKED_CASE, "--target", "99000"]).status.code(), Some(1));
}

#[test]
fn questions_that_make_no_sense_are_refused() {
    let changed = |path: &str, value: Value| changed(question(), path, value);
    let mut without = question();
    without.as_object_mut().unwrap().remove("budget");
    let cases = [
        (without.to_string(), "budget is missing"),
        (changed("/objective", json!("most")), "objective: \"most\" is not known here"),
        (changed("/channels/0/curve/shape", json!(20)), "channels[0].curve.shape: 20 lies outside 0.2 to 10"),
        (changed("/channels/0/curve/half_spend", json!(0)), "channels[0].curve.half_spend"),
        (changed("/channels/0/group", json!("B")), "there is no group \"B\""),
        (changed("/channels/1/id", json!("sem")), "\"sem\" stands there twice"),
        (changed("/channels/1/min", json!(-1)), "channels[1].min: -1 lies outside"),
        (changed("/step", json!(-1)), "step: -1 lies outside"),
        (changed("/step", json!(5e-324)), "step: 5e-324 lies outside 1e-6 to 1e15"),
        (changed("/budget", json!(5e-324)), "budget: 5e-324 lies outside 1e-15 to 1e15"),
        (changed("/channels/0/curve/ceiling", json!(1e-310)), "ceiling: 1e-310 lies outside 1e-15 to 1e15"),
        (changed("/budget", json!(-5)), "budget: -5 lies outside"),
        (changed("/budget", json!(1e300)), "budget: 1e300 lies outside"),
        (question().to_string().replacen('{', "{\"gap\":2,", 1), "gap: 2 lies outside"),
        (changed("/groups/0/max", json!(-1)), "groups[0].max: -1 lies outside"),
        (changed("/channels/2/weight", json!(-1)), "channels[2].weight: -1 lies outside"),
        (changed("/channels/3/fixed", json!(1e17)), "channels[3].fixed: 1e17 lies outside"),
        (changed("/channels/0/curve/half_spend", json!(1e-320)), "half_spend: 1e-320 lies outside"),
        (changed("/channels/2/curve/cost", json!(-25)), "channels[2].curve.cost: -25 lies outside"),
        (question().to_string().replace("150000", "NaN"), "budget"),
        (question().to_string().replace("150000", "1e400"), "budget"),
        (question().to_string().replace("150000", "\"much\""), "budget"),
        (changed("/channels/0/curve/cost", json!(25)), "channels[0].curve: \"sem\" has both half_spend"),
        (
            changed("/channels/2/curve/shape", json!(2)),
            "channels[2].curve.shape: \"referral\" has a shape but no half_spend",
        ),
        (changed("/target", json!(35_000)), "target: the objective max_response takes only a budget"),
        (
            changed("/channels/3/max", json!(12_345)),
            "channels[3].fixed: \"site\" is fixed at 12345.5 against its max of 12345;",
        ),
        (
            changed("/channels/3/min", json!(20_000)),
            "channels[3].fixed: \"site\" is fixed at 12345.5 against its min of 20000;",
        ),
        (
            changed("/channels/3/off_or_min", json!(true)),
            "channels[3].off_or_min: \"site\" is fixed at 12345.5, so it cannot also be off",
        ),
        (String::new(), "ends too early"),
    ];
    for (question, expected) in cases {
        let line = refused(&run_with_input(&["solve", "allocation"], &question));
        assert!(line.contains(expected), "{question}: {line}");
    }
    let both = refused(&run(&["optimize", WORKED_CASE, "--budget", "1", "--target", "1"]));
    assert!(both.contains("--target"), "{both}");
    // No plan holds such an amount; its spends would be written as they were.
    for number in ["100000000000000", "10000000000001"] {
        let line = refused(&run(&["optimize", WORKED_CASE, "--budget", number]));
        assert!(line.contains("--budget: ") && line.contains("lies outside 0 to 10000000000000"), "{line}");
    }
    for number in ["much", "-5", "NaN", "inf", "1e400"] {
        for option in ["--budget", "--target"] {
            let line = refused(&run(&["optimize", WORKED_CASE, option, number]));
            assert!(line.contains(&format!("{number:?} is no number")), "{line}");
        }
    }
}

/// A share that is too large to be known was nothing: all of the budget would have been given to the channels.
#[test]
fn no_split_is_advised_beside_a_share_that_is_too_large() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let text = std::fs::read_to_string(WORKED_CASE).unwrap();
    let large = text.replacen("amount: \"48000.00\"", "amount: \"9000000000000.00\"", 1);
    let large = large.replacen("amount: \"12000.00\"", "amount: \"9000000000000.00\"", 1);
    std::fs::write(&path, large).unwrap();
    let path = path.display().to_string();
    for (language, said) in [("en", "too large to calculate with"), ("zh-CN", "大得无法计算")] {
        let line = refused(&run(&["optimize", &path, "--budget", "1200000", "--lang", language]));
        assert!(line.contains(said) && line.contains("Developer Day, Hangzhou"), "{line}");
    }
}

#[test]
fn fields_that_go_together_are_taken() {
    let mut question = question();
    // Off, though it has a minimum; just at the limits; nothing stands there as null.
    question["channels"][1]["fixed"] = json!(0);
    question["channels"][3]["max"] = json!(12_345.5);
    question["channels"][3]["min"] = json!(12_345.5);
    question["channels"][0]["curve"]["cost"] = Value::Null;
    question["target"] = Value::Null;
    let (status, answer) = solved(&question);
    assert_eq!(
        (status, &answer["spend"][1]["spend"], &answer["spend"][3]["spend"]),
        (Some(0), &json!(0), &json!(12_345.5))
    );
    // The least money for a response may be capped by a budget.
    (question["objective"], question["target"]) = (json!("min_spend"), json!(1000));
    assert_eq!(solved(&question).0, Some(0));
}

#[test]
fn a_comma_that_groups_no_thousands_is_asked_about_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    fs::copy(WORKED_CASE, &path).unwrap();
    let cases = [
        ("--budget", "900000,5", "900000.5 or 9000005?", "900000.5 还是 9000005？"),
        ("--budget", "1.200.000", "1200000?", "1200000？"),
        ("--budget", "1.5e5", "150000?", "150000？"),
        ("--target", "1,5", "1.5 or 15?", "1.5 还是 15？"),
    ];
    for (option, number, english, chinese) in cases {
        let question = ["optimize", path_text(&path), option, number, "--write"];
        let line = refused(&run(&question));
        assert!(line.starts_with(&format!("{option}: ")) && line.contains(english), "{line}");
        let line = refused(&run(&[&question[..], &["--lang", "zh-CN"]].concat()));
        assert!(line.contains(chinese), "{line}");
    }
    let draws = refused(&run(&["simulate", path_text(&path), "--draws", "1,5"]));
    assert!(draws.contains("1.5 or 15?"), "{draws}");
    assert_eq!(fs::read_to_string(&path).unwrap(), fs::read_to_string(WORKED_CASE).unwrap());
}

#[test]
fn a_budget_is_read_as_the_window_reads_it() {
    let spent =
        |budget: &str| json(&["optimize", WORKED_CASE, "--budget", budget, "--format", "json"])["total_spend"].clone();
    let plain = spent("1000000");
    for written in ["1,000,000", "100万", "1M", "１００万", "1 000 000.00"] {
        assert_eq!(spent(written), plain, "{written}");
    }
}

#[test]
fn of_two_that_write_at_once_one_wins_whole_and_the_other_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ron");
    let asked = ["1300000", "900000"];
    let arguments = |budget| ["optimize", path_text(&path), "--budget", budget, "--write"];
    let spends = || -> Vec<Money> {
        let plan = ripple_planner::file::open(&path).unwrap();
        plan.allocation.channels.iter().map(|channel| channel.spend).collect()
    };
    let start_over = || {
        fs::copy(WORKED_CASE, &path).unwrap();
    };
    let alone = asked.map(|budget| {
        start_over();
        answer(&arguments(budget));
        spends()
    });
    assert_ne!(alone[0], alone[1]);
    for round in 0..12 {
        start_over();
        let begin = |budget| {
            let mut command = program(&arguments(budget));
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
        };
        let both = asked.map(begin).map(|child| child.wait_with_output().unwrap());
        let written = spends();
        let won = both.each_ref().map(|output| output.status.success());
        let said = both.each_ref().map(|output| text(&output.stderr));
        for ((output, said), alone) in both.iter().zip(&said).zip(&alone) {
            match output.status.code() {
                Some(0) => {}
                Some(2) => {
                    assert!(said.contains("somebody else has changed the file meanwhile"), "round {round}: {said}");
                    assert_ne!(&written, alone, "round {round}: who lost wrote nothing");
                }
                other => panic!("round {round}: {other:?}: {said}"),
            }
        }
        assert!(won.contains(&true), "round {round}: {said:?}");
        assert!(alone.contains(&written), "round {round}: neither one's spends");
        // Where both saved, one came after the other, or what the slower met is kept, and it says where.
        let kept = fs::read_dir(folder.path()).unwrap().flatten().filter(|entry| entry.path() != path);
        for other in kept.map(|entry| entry.path()) {
            let name = other.file_name().unwrap().to_string_lossy().into_owned();
            assert!(name.ends_with(".other.ron") && said.concat().contains(&name), "round {round}: {name} {said:?}");
            fs::remove_file(other).unwrap();
        }
    }
}
