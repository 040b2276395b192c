//! Ripple Planner.
