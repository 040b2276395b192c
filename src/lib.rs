//! Ripple Planner.
pub mod plan;
