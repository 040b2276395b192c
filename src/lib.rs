//! Ripple Planner.

// Tests make and look at files as they need them; the program has one door to the disk.
#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

/// So that tests in here can share generated plans with the tests beside: those name the crate.
#[cfg(test)]
extern crate self as ripple_planner;

/// Generated plans, the same as in the tests beside.
#[cfg(test)]
#[path = "../tests/common/plans.rs"]
mod generated_plans;

pub mod app;
pub mod calc;
pub mod cli;
pub mod compare;
pub mod file;
pub mod fonts;
pub mod import;
pub mod plan;
pub mod printing;
pub mod report;
pub mod words;
