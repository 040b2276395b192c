//! The workbook: what it holds is what the summary says, and another program calculates the same.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)] // a test stops at the first surprise

mod cells;
mod file;
mod plans;
mod recalculated;
mod sums;
