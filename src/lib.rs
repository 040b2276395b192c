//! Ripple Planner.
pub mod plan;
pub mod words;
