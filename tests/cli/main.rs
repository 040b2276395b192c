//! The real program, run as a person or a script runs it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test stops at the first surprise

mod allocation;
mod clean;
mod cost_target;
mod faults;
mod files;
mod fit;
mod hostile;
#[path = "../common/hostile_plans.rs"]
mod hostile_plans;
mod import;
mod income;
mod injected;
mod killed;
mod periods;
mod plans;
mod proposals;
mod rollup;
mod scenarios;
mod schema;
mod simulate;
#[path = "../common/small_disk.rs"]
mod small_disk;
mod solve;
mod split;
mod summary;
mod track;
mod versions;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const WORKED_CASE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/saved_plans/worked-case.ron");
const WORKED_CASE_ZH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/saved_plans/worked-case.zh-CN.ron");
const BLANK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/saved_plans/blank.ron");

/// The program in an English system without a screen, for a person without a folder of their own.
fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ripple-planner"));
    for name in ["LC_CTYPE", "LC_MESSAGES", "LANG", "LANGUAGE", "DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(name);
    }
    command.env("LC_ALL", "C.UTF-8").env_remove("HOME").env_remove("XDG_STATE_HOME").args(arguments);
    command
}

fn run(arguments: &[&str]) -> Output {
    program(arguments).stdin(Stdio::null()).output().unwrap()
}

fn run_with_input(arguments: &[&str], input: &str) -> Output {
    let mut child =
        program(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A command that refuses its arguments closes its input unread.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Standard output of a run that must succeed and say nothing on standard error.
fn answer(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()), "{arguments:?}");
    text(&output.stdout)
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&answer(arguments)).unwrap()
}

/// The one line on standard error of a run that must end with status 2 and answer nothing.
fn refused(output: &Output) -> String {
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), String::new()));
    let line = text(&output.stderr);
    assert!(line.starts_with("error: ") && line.ends_with('\n') && line.matches('\n').count() == 1, "{line:?}");
    line.trim_end().trim_start_matches("error: ").to_owned()
}

fn path_text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn help_and_version() {
    for arguments in [&["--help"][..], &["-h"], &["summary", "--help"], &["new", "-h"], &["solve", "--help"]] {
        assert!(answer(arguments).contains("ripple-planner summary PLAN"), "{arguments:?}");
    }
    for argument in ["--version", "-V"] {
        assert_eq!(answer(&[argument]), format!("ripple-planner {}\n", env!("CARGO_PKG_VERSION")));
    }
}

#[test]
fn the_system_decides_the_language() {
    let output = program(&["--help"]).env("LC_ALL", "zh_CN.UTF-8").output().unwrap();
    assert!(text(&output.stdout).contains("打开窗口"));
    let output = program(&["summary"]).env("LC_ALL", "zh_CN.UTF-8").output().unwrap();
    assert_eq!(refused(&output), "缺少 PLAN；见 ripple-planner --help");
}

#[test]
fn bad_usage_is_one_line_and_status_2() {
    let cases = [
        (&["frobnicate", "plan.ron"][..], "\"frobnicate\" is no command"),
        (&["--frobnicate"], "--frobnicate is no option"),
        (&["summary"], "PLAN is missing"),
        (&["summary", WORKED_CASE, "again"], "\"again\" is one word too many"),
        (&["summary", WORKED_CASE, "--format"], "--format needs a value"),
        (&["summary", WORKED_CASE, "--format", "odt"], "\"odt\" is not known here; choose one of: text, markdown"),
        (&["summary", WORKED_CASE, "--lang", "fr"], "\"fr\" is not known here; choose one of: zh-CN, en"),
        (&["summary", WORKED_CASE, "--printer", "x"], "--printer is no option"),
        (&["check", WORKED_CASE, "--format", "csv"], "\"csv\" is not known here; choose one of: text, json"),
        (&["check", WORKED_CASE, "-x"], "-x is no option"),
        (
            &["new", "a.ron", "--from", "thin-air"],
            "\"thin-air\" is not known here; choose one of: blank, worked-case, worked-case-track",
        ),
        (&["schema"], "summary is missing"),
        (&["schema", "everything"], "\"everything\" is not known here"),
        (&["solve", "everything"], "\"everything\" is not known here"),
    ];
    for (arguments, expected) in cases {
        let line = refused(&run(arguments));
        assert!(line.contains(expected), "{arguments:?}: {line}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn without_a_screen_the_window_says_what_works() {
    let line = refused(&run(&[WORKED_CASE]));
    assert!(
        line.contains("No window can be opened: there is no display;") && line.contains("ripple-planner summary"),
        "{line}"
    );
    assert!(refused(&run(&[])).contains("No window can be opened"));
    let silent = program(&[WORKED_CASE]).env("DISPLAY", ":9999").output().unwrap();
    let expected = "No window can be opened: the display :9999 does not answer; `ripple-planner summary";
    assert!(refused(&silent).starts_with(expected), "{}", text(&silent.stderr));
}

#[test]
fn a_reader_that_stops_is_no_error() {
    for arguments in [&["summary", WORKED_CASE][..], &["summary", WORKED_CASE, "--format", "json"], &["--help"]] {
        let mut child = program(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()), "{arguments:?}");
    }
}
