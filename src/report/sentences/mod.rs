//! Sentences about results that the window says as well as the paper, one file a subject.

pub mod clash;
pub mod explained;
pub mod findings;
pub mod happened;
pub mod import;
pub mod months;
pub mod not_split;
pub mod partners;
pub mod passing_on;
pub mod proposal;
pub mod risk;
pub mod rollup;
pub mod settlement;
