//! Ripple Planner.
pub mod calc;
pub mod plan;
