//! Printing: what arrives at a printer, and what the person is told about it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test stops at the first surprise

#[cfg(unix)]
mod fake;
#[cfg(unix)]
#[path = "../common/hostile_plans.rs"]
mod hostile_plans;
mod pages;
#[cfg(unix)]
mod scheduler;

use std::path::Path;
use std::process::{Command, Output, Stdio};

const PLAN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/saved_plans/worked-case.ron");

/// The fastest to print.
#[cfg(unix)]
const BLANK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/saved_plans/blank.ron");

/// `ripple-planner print …` in an English system, with programs from these folders alone.
fn print(path: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ripple-planner"));
    command.env_clear().env("PATH", path).env("LC_ALL", "C.UTF-8").stdin(Stdio::null()).arg("print").args(arguments);
    command
}

/// Exit status, standard output, standard error.
fn said(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}
