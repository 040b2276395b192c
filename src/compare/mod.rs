//! Two versions of a plan beside each other: **what differs** ([`differences()`]), and **one plan of both** ([`merge()`]).
//!
//! Both go by section, item and field, never by line: an item is the one with the same id on the other side, wherever
//! it stands. Sections that are equal are not looked into, so that the work follows what differs and not the plan's size.

mod differences;
mod merge;
mod order;
mod same_ids;
mod tree;

pub use differences::{Change, Difference, differences};
pub use merge::{Choice, Conflict, Merged, Side, merge, merge_choosing};
pub use tree::{Place, Step, Tree, read};

#[cfg(test)]
mod tests;
