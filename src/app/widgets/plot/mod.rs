//! Plots: axes, lines, ranges, marks and words that keep clear of one another.

pub mod axis;
pub mod calendar;
pub mod chart;
pub mod heading;
pub mod labels;
pub mod marks;
