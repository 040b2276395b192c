//! The window as a whole: what stands around the tabs, and what all of them have in common.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "../common/app.rs"]
mod app;
#[path = "../common/painted.rs"]
mod painted;
#[path = "../common/small_disk.rs"]
mod small_disk;
#[path = "../common/stretched.rs"]
mod stretched;

mod accessible;
mod add_up;
mod calendar;
mod changed_outside;
mod dangling;
mod differences;
mod faults;
mod fields;
mod file_dialog;
mod find;
mod first_plan;
mod help;
mod large_screens;
mod large_team;
mod layout;
mod merging;
mod numbers;
mod opening;
mod recovery;
mod removal;
mod saving;
mod scenarios;
mod slow_disk;
mod versions;
mod window;
mod window_edits;
mod window_files;
mod window_findings;
