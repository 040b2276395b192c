//! Ripple Planner.
pub mod file;
pub mod plan;
pub mod words;
