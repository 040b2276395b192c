//! Plans and questions that somebody made to do harm, or a broken program by chance: each is refused in one line that
//! names the place, soon and in little memory, or becomes a finding.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use ripple_planner::words::clean::steers;
use serde_json::json;

use super::hostile_plans;
use super::{BLANK, WORKED_CASE, path_text, refused, run, run_with_input, text};

const FILTERS: [&str; 4] = ["ripple", "simulate", "split", "allocation"];

/// A file with that text.
fn file(folder: &tempfile::TempDir, text: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.path().join("plan.ron");
    fs::write(&path, text).unwrap();
    path
}

/// What stands behind the path in the line a plan is refused with.
fn refusal(plan: &Path) -> String {
    let line = refused(&run(&["check", path_text(plan)]));
    assert!(line.chars().count() < 500 && !line.contains(steers), "{line}");
    line.strip_prefix(path_text(plan)).unwrap_or_else(|| panic!("{line}")).to_owned()
}

/// The line a question is refused with.
fn refused_question(filter: &str, question: &str) -> String {
    let line = refused(&run_with_input(&["solve", filter], question));
    assert!(line.chars().count() < 7000 && !line.contains(steers), "{line}");
    line
}

/// A run that may use so many MB of memory and no more.
#[cfg(target_os = "linux")]
fn run_within(megabytes: usize, arguments: &[&str], input: &Path) -> Output {
    let limited = format!("ulimit -v {} && exec \"$@\"", megabytes << 10);
    let mut command = Command::new("sh");
    command.args(["-c", &limited, "sh", env!("CARGO_BIN_EXE_ripple-planner")]).args(arguments).env("LC_ALL", "C.UTF-8");
    command.stdin(Stdio::from(fs::File::open(input).unwrap())).output().unwrap()
}

#[test]
fn a_plan_that_ends_anywhere_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let whole = fs::read(WORKED_CASE).unwrap();
    for length in (0..whole.len() - 2).step_by(1999) {
        let refusal = refusal(&file(&folder, &whole[..length]));
        assert!(refusal.starts_with(':'), "{length}: {refusal}");
    }
}

#[test]
fn what_is_nested_deeper_than_any_plan_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let deep = |piece: &str| piece.repeat(100_000);
    let plan = |rest: String| format!("Plan(format: 1, {rest}");
    let cases = [
        (deep("("), ":1:2: expected"),
        (deep("["), ":1:1: expected Plan(…)"),
        (deep("{"), ":1:1: expected Plan(…)"),
        (deep("Some("), ":1:1: expected Plan(…), found Some"),
        (plan(format!("goal: {}", deep("("))), "goal"),
        (plan(format!("goal: {}", deep("Some("))), "goal"),
        (plan(format!("unknown: {}", deep("["))), "unknown is no field here"),
        (plan(format!("team: (owner: {}", deep("[("))), "team.owner"),
        (plan(format!("note: \"{}", deep("(\\\""))), "end"),
        (plan(format!("/*{}", deep("/*"))), "comment"),
        (plan(format!("/*{} */", deep("/*"))), "comment"),
        (plan(deep("//")), "ends"),
        (plan(format!("note: r{}\"", deep("#"))), "end"),
        (format!("#![enable({}", deep("(")), ":1:"),
    ];
    for (text, expected) in cases {
        let refusal = refusal(&file(&folder, &text));
        assert!(refusal.contains(expected), "{}…: {refusal}", &text[..40]);
    }
}

#[test]
fn a_name_as_long_as_a_file_is_cut_in_what_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let long = "A".repeat(1 << 20);
    for (text, expected) in [
        (format!("Plan(format: 1, {long}: 3)"), "is no field here; expected"),
        (format!("Plan(format: 1, goal: (headline: {long}))"), "goal.headline"),
        (format!("Plan(format: 1, title: {long})"), "title"),
        (format!("Plan(format: 1, allocation: (budget: \"{long}\"))"), "not an amount of money"),
        (format!("Plan(format: {}1, title: 3)", "0".repeat(1 << 20)), ":1:"),
        (format!("{long}(format: 1)"), "Plan"),
    ] {
        let refusal = refusal(&file(&folder, &text));
        assert!(refusal.contains(expected), "{refusal}");
    }
    for filter in FILTERS {
        let line = refused_question(filter, &format!("{{\"{long}\": 1}}"));
        assert!(
            line.contains("AAA…: there is no such field; expected one of: ") && line.ends_with("shows the form)"),
            "{line}"
        );
        let line = refused_question(filter, &format!("\"{long}\""));
        assert!(
            line.contains("expected fields in { }, found the text \"AAA") && line.ends_with("shows the form)"),
            "{line}"
        );
    }
    let twice = json!({ "objective": "max_response", "budget": 1, "channels": [{ "id": long, "curve": {} }, { "id": long, "curve": {} }] });
    let line = refused_question("allocation", &twice.to_string());
    assert!(
        line.starts_with("channels[1].id: \"AAA") && line.ends_with("AAA\" stands there twice; give each its own"),
        "{line}"
    );
}

#[test]
fn numbers_that_are_none_are_refused_where_they_stand() {
    let folder = tempfile::tempdir().unwrap();
    let digits = "9".repeat(400);
    for (number, expected) in [
        ("1e400", "1e400 is not a number a plan can hold"),
        ("-1e400", "-1e400 is not a number a plan can hold"),
        (&digits, "is not a number a plan can hold"),
        ("inf", "inf is not a number a plan can hold"),
        ("-inf", "-inf is not a number a plan can hold"),
        ("NaN", "NaN is not a number a plan can hold"),
        ("0x", "expected"),
        ("0b2", "expected"),
        ("--1", "expected"),
        ("1.2.3", "expected"),
        ("1e", "expected"),
        ("_1", "expected"),
    ] {
        let plan = fs::read_to_string(BLANK).unwrap().replace("threshold: 0.75", &format!("threshold: {number}"));
        let refusal = refusal(&file(&folder, plan));
        assert!(refusal.contains("pyramid") && refusal.contains(expected), "{number}: {refusal}");
    }
    let cost = |number: &str| {
        format!(
            "{{\"funnel\": {{\"cost\": {number}, \"audience\": 2, \"lead_rate\": 0.1, \"sign_rate\": 0.1, \"value\": 1}}}}"
        )
    };
    for filter in ["ripple", "simulate"] {
        for number in ["1e400", "-1e400", &digits] {
            let line = refused_question(filter, &cost(number));
            assert!(line.starts_with("funnel.cost: this number is too large or too small here"), "{number}: {line}");
        }
        for number in ["NaN", "Infinity", "-", "+1", ".5", "01", "1.", "0x10", "1_000"] {
            let line = refused_question(filter, &cost(number));
            assert!(line.starts_with("funnel") && line.contains("line 1, column"), "{number}: {line}");
        }
        // Smaller than any number is nothing, and nothing has no sign.
        for number in ["-0", "-0.0", "1e-400", "-1e-400"] {
            let output = run_with_input(&["solve", filter], &cost(number));
            assert!(
                output.status.success() && !text(&output.stdout).contains("-0"),
                "{number}: {}",
                text(&output.stdout)
            );
        }
    }
}

#[test]
fn digits_of_a_currency_lie_within_bounds() {
    let folder = tempfile::tempdir().unwrap();
    for digits in ["5", "255", "256", "-1", "99999999999999999999", "1e400", "NaN", "2.5", "\"2\""] {
        let plan = fs::read_to_string(WORKED_CASE).unwrap().replacen("digits: 2", &format!("digits: {digits}"), 1);
        let output = run(&["check", path_text(&file(&folder, plan))]);
        if digits == "5" || digits == "255" {
            assert_eq!(output.status.code(), Some(1), "{digits}");
            assert!(text(&output.stdout).contains("digits"), "{}", text(&output.stdout));
        } else {
            assert!(refused(&output).contains(": currency"), "{digits}");
        }
        let question = format!("{{\"digits\": {digits}, \"rule\": \"equal\", \"items\": [], \"parties\": []}}");
        assert!(refused_question("split", &question).starts_with("digits: "), "{digits}");
    }
}

#[test]
fn a_question_that_is_no_json_says_where() {
    for filter in FILTERS {
        let cases: [(&[u8], &str); 10] = [
            (b"", "The JSON ends too early"),
            (b"{\n\"a\xff\": 1}", "line 2: this is not UTF-8 text"),
            (&[0xff, 0xfe, b'{', 0, b'}', 0], "line 1: this is not UTF-8 text"),
            (br#"{"\ud800": 1}"#, "line 1, column 9: this text holds a sign or an escape that JSON does not have"),
            (br#"{"\udc00\ud800": 1}"#, "this text holds a sign or an escape that JSON does not have"),
            (br#"{"\x41": 1}"#, "line 1, column 4: this text holds a sign or an escape that JSON does not have"),
            (b"{\"a\0b\": 1}", "line 1, column 4: this text holds a sign or an escape that JSON does not have"),
            (b"{\"a\x1b[31m\": 1}", "this text holds a sign or an escape that JSON does not have"),
            (b"{'a': 1}", "line 1, column 2: this cannot be read here"),
            (b"// none\n{}", "line 1, column 1: this cannot be read here"),
        ];
        for (question, expected) in cases {
            let folder = tempfile::tempdir().unwrap();
            let path = file(&folder, question);
            let output = super::program(&["solve", filter]).stdin(fs::File::open(path).unwrap()).output().unwrap();
            let line = refused(&output);
            assert!(line.contains(expected) && !line.contains(steers), "{filter}: {line}");
        }
        let line = refused_question(filter, "{\"\\u001b[31m\\u202e\\u200f\": 1}");
        assert!(line.contains("[31m: there is no such field"), "{line}");
        for deep in ["[".repeat(100_000), "{\"a\":".repeat(100_000)] {
            refused_question(filter, &deep);
        }
    }
    // Behind a byte order mark stands the same question.
    let question = r#"{"rule": "equal", "items": [], "parties": []}"#;
    let [plain, marked] =
        ["", "\u{feff}"].map(|mark| run_with_input(&["solve", "split"], &format!("{mark}{question}")));
    assert_eq!((plain.status.code(), &plain.stdout), (marked.status.code(), &marked.stdout));
    let line = refused_question("split", &format!("{question}\n{question}"));
    assert!(line.contains("line 2, column 1: the question ended before this"), "{line}");
}

#[test]
fn a_field_that_stands_twice_is_named() {
    for (filter, question, expected) in [
        ("ripple", r#"{"funnel": {"cost": 1, "cost": 2}}"#, "funnel: cost stands here twice"),
        ("simulate", r#"{"draws": 1, "draws": 2}"#, "draws stands here twice"),
        ("simulate", r#"{"funnel": {"cost": {"likely": 1, "likely": 2}}}"#, "funnel.cost: likely stands here twice"),
        ("simulate", r#"{"targets": {"roi": 1, "roi": 2}}"#, "targets: roi stands here twice"),
        ("split", r#"{"parties": [{"id": "a", "id": "b"}]}"#, "parties[0]: id stands here twice"),
        (
            "split",
            r#"{"items": [{"amount": 1, "paid_by": [{"party": "a", "party": "b"}]}]}"#,
            "items[0].paid_by[0]: party stands here twice",
        ),
        ("allocation", r#"{"groups": [{"id": "a", "max": 1, "max": 2}]}"#, "groups[0]: max stands here twice"),
        (
            "allocation",
            r#"{"channels": [{"curve": {"base": 1, "\u0062ase": 2}}]}"#,
            "channels[0].curve: base stands here twice",
        ),
        (
            "allocation",
            r#"{"channels": [{"curve": {"bsae": 1}}]}"#,
            "channels[0].curve.bsae: there is no such field; expected one of: ceiling",
        ),
        ("split", r#"{"parties": [{"id": "a", "friend": 1}]}"#, "parties[0].friend: there is no such field"),
    ] {
        let line = refused_question(filter, question);
        assert!(line.starts_with(expected), "{question}: {line}");
    }
}

#[test]
fn ids_that_are_used_twice_or_lead_nowhere_are_findings() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, hostile_plans::twisted());
    let output = run(&["check", path_text(&path)]);
    let said = text(&output.stdout);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(1), String::new()), "{said}");
    assert!(!said.contains(|c| c != '\n' && steers(c)), "{said:?}");
    let findings: serde_json::Value =
        serde_json::from_str(&text(&run(&["check", path_text(&path), "--format", "json"]).stdout)).unwrap();
    let codes: Vec<&str> = findings["findings"].as_array().unwrap().iter().filter_map(|f| f["code"].as_str()).collect();
    for code in ["duplicate-id", "unknown-id"] {
        assert!(codes.contains(&code), "{code} among {codes:?}");
    }
    for command in
        [&["summary"][..], &["simulate", "--draws", "1000"], &["optimize", "--budget", "2"], &["compare"], &["rollup"]]
    {
        let output = run(&[&command[..1], &[path_text(&path)], &command[1..]].concat());
        assert!(matches!(output.status.code(), Some(0..=2)), "{command:?}: {}", text(&output.stderr));
        assert!(!text(&output.stdout).contains(|c| !matches!(c, '\n' | '\r') && steers(c)), "{command:?}");
    }
}

#[test]
fn an_event_of_a_whole_town_is_a_finding() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(&["check", path_text(&file(&folder, hostile_plans::town()))]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let said = text(&output.stdout);
    assert!(said.contains("cannot be shared: it has too many parties, items and payments"), "{said}");

    let party = |number: usize| json!({ "id": format!("p{number}") });
    let paid = |number: usize| json!({ "party": format!("p{number}"), "amount": 1 });
    let question = json!({ "rule": "equal", "parties": (0..2000).map(party).collect::<Vec<_>>(),
        "items": [{ "amount": 9000, "paid_by": (0..2000).map(paid).collect::<Vec<_>>() }] });
    assert!(
        refused_question("split", &question.to_string())
            .contains("are more than 1000000; divide the event into several")
    );
}

#[cfg(target_os = "linux")]
#[test]
fn large_files_take_little_memory() {
    let folder = tempfile::tempdir().unwrap();
    let size = 1 << 20;
    let channel = r#"(id: "c", name: "c", task: A, spend: 1, curve: s_shaped(ceiling: 2.0, half_spend: 1)),"#;
    let plan =
        |rest: String| format!("Plan(format: 1, title: \"t\", period: (start: \"2026-01-01\", months: 12), {rest})");
    let many = plan(format!("allocation: (channels: [{}])", channel.repeat(size / channel.len())));
    let cases = [
        (plan(format!("note: \"{}\"", "A".repeat(size))), 0),
        (plan(format!("/*{}*/", "* ".repeat(size / 2))), 0),
        (format!("{}{}", "// none\n".repeat(size / 8), plan(String::new())), 0),
        (plan(format!("goal: (timing: (class_a: [{}]))", "1,".repeat(size / 2))), 0),
        (many[..many.len() - 2].to_owned(), 2),
        (plan("[".repeat(size)), 2),
        (" ".repeat(size), 2),
    ];
    for (text, status) in cases {
        let path = file(&folder, &text);
        let output = run_within(400, &["check", path_text(&path)], Path::new("/dev/null"));
        assert_eq!(output.status.code(), Some(status), "{}…: {}", &text[..60], super::text(&output.stderr));
    }
    let party = "{\"id\": \"\"},";
    for question in [
        format!("{{\"{}\": 1}}", "A".repeat(size)),
        format!("{{\"rule\": \"equal\", \"items\": [], \"parties\": [{party}{}]}}", party.repeat(size / party.len())),
        " ".repeat(size),
        "[".repeat(size),
    ] {
        let output = run_within(400, &["solve", "split"], &file(&folder, question));
        refused(&output);
    }
}

#[test]
fn whatever_opens_is_written_as_pages_and_workbook_or_refused_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    for (what, plan) in hostile_plans::all() {
        let path = file(&folder, plan);
        for (format, begins) in [("pdf", "%PDF"), ("xlsx", "PK")] {
            let written = folder.path().join(format!("summary.{format}"));
            let output =
                run(&["summary", path_text(&path), "--format", format, "--output", path_text(&written), "--force"]);
            let said = text(&output.stderr);
            if output.status.code() == Some(2) {
                assert!(!refused(&output).contains(steers), "{what}, {format}: {said:?}");
                continue;
            }
            assert!(matches!(output.status.code(), Some(0 | 1)), "{what}, {format}: {:?} {said}", output.status);
            assert!(fs::read(&written).unwrap().starts_with(begins.as_bytes()), "{what}, {format}");
        }
    }
}

#[test]
fn a_list_of_values_is_no_object() {
    for (filter, question, field) in [
        ("ripple", "[1]", ""),
        ("ripple", r#"{"funnel": [500000, 200, 0.1, 0.1, 1000000]}"#, "funnel: "),
        ("simulate", r#"{"targets": [1, 2]}"#, "targets: "),
        ("split", r#"{"rule": "equal", "items": [["venue", 1, []]], "parties": []}"#, "items[0]: "),
        (
            "allocation",
            r#"{"objective": "max_response", "budget": 1, "channels": [{"id": "a", "curve": [1, 2]}]}"#,
            "channels[0].curve: ",
        ),
        ("fit", r#"{"prior": [1], "months": 1, "points": []}"#, "prior: "),
    ] {
        let line = refused_question(filter, question);
        assert!(line.starts_with(&format!("{field}expected fields in {{ }}, found a list")), "{question}: {line}");
    }
}
