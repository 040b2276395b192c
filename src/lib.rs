//! Ripple Planner.
pub mod app;
pub mod calc;
pub mod cli;
pub mod file;
pub mod plan;
pub mod report;
pub mod words;
