//! Ripple Planner.

pub mod app;
