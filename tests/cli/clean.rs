//! Names that steer a terminal or turn letters round: no output carries them, JSON carries them written out.

use std::fs;
use std::path::{Path, PathBuf};

use ripple_planner::words::clean::steers;
use serde_json::Value;

use super::{WORKED_CASE, path_text, refused, run, run_with_input, text};

/// A colour, a C1 control, a right-to-left override, an isolate and line breaks, as a plan file writes them.
const HARMFUL: &str = r"x\u{1b}[31m\u{9b}1m\u{202e}\u{2066}\n\u{2028}\t";
const AS_TEXT: &str = "x\u{1b}[31m\u{9b}1m\u{202e}\u{2066}\n\u{2028}\t";

/// Everything people name or note begins with something harmful, or with something harmless in its place.
fn plan_with(folder: &Path, piece: &str) -> PathBuf {
    let worked_case = fs::read_to_string(WORKED_CASE).unwrap();
    let scenario = r#"(id: "push", name: "Push", note: "Why", spend: {"articles": "70000.00"})"#;
    let end = worked_case.trim_end().rfind(')').unwrap();
    let mut plan = format!("{}scenarios: [{scenario}],\n)\n", &worked_case[..end]);
    let keys = ["title", "company", "name", "label", "note", "statement", "evidence", "next_step", "text", "because"];
    for key in keys {
        plan = plan.replace(&format!(" {key}: \""), &format!(" {key}: \"{piece}"));
    }
    // Ids are printed as the place of a finding.
    plan = plan.replace("\"distribution\"", &format!("\"{piece}distribution\""));
    let path = folder.join(format!("plan{}.ron", piece.len()));
    fs::write(&path, plan).unwrap();
    path
}

/// Standard output of a run that answers yes or no.
fn printed(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{arguments:?}: {}", text(&output.stderr));
    assert_eq!(text(&output.stderr), "", "{arguments:?}");
    text(&output.stdout)
}

#[test]
fn no_output_carries_what_steers() {
    let folder = tempfile::tempdir().unwrap();
    let (harmful, harmless) = (plan_with(folder.path(), HARMFUL), plan_with(folder.path(), "x [31m 1m "));
    let commands: [(&[&str], &[&str]); 6] = [
        (&["summary"], &["text", "markdown", "csv", "json"]),
        (&["check"], &["text", "json"]),
        (&["optimize", "--budget", "1000000"], &["text", "json"]),
        (&["simulate", "--draws", "2000"], &["text", "json"]),
        (&["compare"], &["text", "json"]),
        (&["rollup"], &["text", "json"]),
    ];
    for (command, formats) in commands {
        for format in formats {
            for language in ["en", "zh-CN"] {
                let rest = [&command[1..], &["--format", format, "--lang", language]].concat();
                let answer = |plan: &Path| printed(&[&[command[0], path_text(plan)], &rest[..]].concat());
                let (shown, is_compared) = (answer(&harmful), language == "en" && *format != "json");
                if is_compared {
                    assert_eq!(shown, answer(&harmless), "{command:?} {format}: no name breaks a line");
                }
                let shown = shown.replace("\r\n", "\n");
                let found = shown.find(|c| steers(c) && c != '\n');
                assert_eq!(found, None, "{command:?} {format}: {:?}", &shown[found.unwrap_or(0)..].get(..40));
                assert!(shown.contains("[31m") || shown.contains("\\u001b"), "{command:?} {format} names something");
            }
        }
    }
}

#[test]
fn json_is_faithful() {
    let folder = tempfile::tempdir().unwrap();
    let plan = plan_with(folder.path(), HARMFUL);
    let summary: Value = serde_json::from_str(&printed(&["summary", path_text(&plan), "--format", "json"])).unwrap();
    assert_eq!(summary["plan"]["title"], format!("{AS_TEXT}IM cloud 2026"));
    let findings: Value = serde_json::from_str(&printed(&["check", path_text(&plan), "--format", "json"])).unwrap();
    assert_eq!(findings["findings"][0]["where"], format!("team/{AS_TEXT}distribution/assignments"));
}

#[test]
fn an_error_is_one_clean_line() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("bad\u{1b}[31m\u{202e}\nname.ron");
    fs::write(&broken, "Plan(format: 1, \u{1b}[31m\u{202e}title: \u{9b}").unwrap();
    let missing = folder.path().join("no\u{1b}\u{2066}.ron");
    let party = r#"{"rule": "equal", "items": [{"label": "x", "amount": 1, "shared_by": ["\u001b[31m\u202e"]}], "parties": []}"#;
    let outputs = [
        run(&["check", path_text(&broken)]),
        run(&["check", path_text(&missing)]),
        run(&["summary", WORKED_CASE, "--format", "\u{1b}[31m\u{202e}"]),
        run(&["summary", WORKED_CASE, "--lang", "\u{9b}31m"]),
        run(&["\u{1b}]0;title\u{7}", "x"]),
        run_with_input(&["solve", "split"], party),
    ];
    for output in outputs {
        let line = refused(&output);
        assert!(!line.contains(steers), "{line:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_question_without_end_is_refused() {
    let zeros = fs::File::open("/dev/zero").unwrap();
    let output = super::program(&["solve", "split"]).stdin(zeros).output().unwrap();
    assert!(refused(&output).contains("Standard input holds more than 64 MB"), "{}", text(&output.stderr));
}
